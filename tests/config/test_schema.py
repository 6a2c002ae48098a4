"""The configuration as a JSON Schema, for editors."""

from pathlib import Path


def test_the_schema_for_editors_is_what_the_rules_say(file_regression):
    import json

    from layoutcheck.config.schema import config_schema

    told = json.dumps(config_schema(), indent=2, ensure_ascii=False) + "\n"
    file = Path(__file__).parents[2] / "schemas" / "config.schema.json"
    file_regression.check(told, fullpath=file, encoding="utf-8")


def test_the_schema_takes_what_the_command_takes_and_refuses_what_it_refuses():
    import jsonschema

    from layoutcheck.config.schema import config_schema

    validator = jsonschema.Draft202012Validator(config_schema())
    good = {
        "schema": "article",
        "rules": {"future-date": {"severity": "off", "tolerance-hours": 2}},
        "pages": [{"paths": ["a"]}],
    }
    assert validator.is_valid(good)
    for bad in ({"shema": "x"}, {"rules": {"no-such": "off"}}, {"pages": [{}]}, {"fail-on": "maybe"}):
        assert not validator.is_valid(bad)
