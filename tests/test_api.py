"""The Python interface, as the documentation shows it."""

import os
from pathlib import Path

import pytest

import layoutcheck

SAMPLES = Path(__file__).parents[1] / "samples" / "pages"
GOOD = SAMPLES / "good-wire-story" / "page.html"


def test_every_public_name_is_there():
    assert all(getattr(layoutcheck, name) is not None for name in layoutcheck.__all__)
    with pytest.raises(AttributeError):
        layoutcheck.no_such_name  # noqa: B018


def test_check_yields_a_report_a_page():
    reports = list(layoutcheck.check([GOOD, SAMPLES / "spanish-template"]))
    assert [report.uri.rsplit("/", 2)[-2] for report in reports] == ["good-wire-story", "spanish-template"]
    assert reports[1].findings


def test_check_html_takes_text_and_bytes():
    page = "<title>t</title><h1>A headline of the day</h1><p>Dear {{ reader }}</p>"
    for given in (page, page.encode("utf-16")):
        report = layoutcheck.check_html(given, uri="mail.html")
        assert report.uri == "mail.html"
        assert "placeholder-leak" in [finding.rule for finding in report.findings]


def test_extract_gives_data_and_places():
    told = layoutcheck.extract(GOOD.read_bytes())
    assert told["data"]["dateline"]["place"].upper().startswith("ZAGREB")
    assert told["places"]["/headline"]["line"] == 16


def test_mistakes_are_user_errors():
    with pytest.raises(layoutcheck.UserError):
        list(layoutcheck.check("no-such-page.html"))
    with pytest.raises(layoutcheck.UserError):
        layoutcheck.load_schema("no-such-schema")


@pytest.mark.parametrize("paths", [[], (), iter(())])
def test_to_check_nothing_is_a_mistake(paths):
    with pytest.raises(layoutcheck.UserError, match="no page is given"):
        layoutcheck.check(paths)


def test_a_check_that_excludes_all_is_a_mistake(tmp_path):
    config = tmp_path / "layoutcheck.toml"
    config.write_text('exclude = ["**"]\n', encoding="utf-8")
    (tmp_path / "page.html").write_bytes(GOOD.read_bytes())
    with pytest.raises(layoutcheck.UserError, match="every page is excluded"):
        list(layoutcheck.check(tmp_path / "page.html", config=config))


@pytest.mark.parametrize(
    ("arguments", "told", "remedy"),
    [
        ({"charset": "utf-9"}, 'charset= cannot be "utf-9"', 'did you mean "utf-8"?'),
        ({"charset": "nonsense"}, "charset=", "such as utf-8"),
        ({"media_type": "text/htm"}, "media_type=", 'did you mean "text/html"?'),
        ({"media_type": "text/foo"}, 'media_type= cannot be "text/foo"', "one of: text/html"),
        ({"schema": "artcle"}, "artcle", 'did you mean "article"?'),
    ],
)
def test_a_value_that_does_not_exist_is_a_mistake(arguments, told, remedy):
    for call in (
        lambda: layoutcheck.check(GOOD, **arguments),
        lambda: layoutcheck.check_html("<p>x", **arguments),
        lambda: layoutcheck.extract(b"<p>x", **arguments),
    ):
        with pytest.raises(layoutcheck.UserError) as caught:
            call()
        assert told in caught.value.text and remedy in caught.value.remedy


def test_a_page_that_cannot_be_parsed_is_a_failure_or_an_error():
    assert layoutcheck.check_html(b"").failures
    with pytest.raises(layoutcheck.PageError):
        layoutcheck.extract(b"")


def test_a_schema_file_that_changed_is_read_again(tmp_path):
    schema = tmp_path / "site.json"
    schema.write_text('{"properties": {"kicker": {"x-select": ".kicker"}}}', encoding="utf-8")
    page = "<p class=kicker>World</p><p class=label>Sports</p>"
    assert layoutcheck.extract(page, schema=schema)["data"] == {"kicker": "World"}
    schema.write_text('{"properties": {"kicker": {"x-select": ".label"}}}', encoding="utf-8")
    os.utime(schema, ns=(1, 1))
    assert layoutcheck.extract(page, schema=schema)["data"] == {"kicker": "Sports"}
