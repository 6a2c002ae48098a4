"""Each rule's page is its test: Bad blocks give exactly the findings written behind them, Good blocks none."""

from pathlib import Path

import pytest

import layoutcheck.rules
from layoutcheck.plugins import load_rule, rule_ids
from layoutcheck.testing import check_example, examples, renewed, told

FOLDER = Path(layoutcheck.rules.__file__).parent
CASES = [
    pytest.param(rule_id, index, id=f"{rule_id}-{example.section.lower()}-{index}")
    for rule_id in rule_ids()
    for index, example in enumerate(examples(load_rule(rule_id).page))
]


def page_file(rule_id: str) -> Path:
    return FOLDER / f"{rule_id.replace('-', '_')}.md"


@pytest.mark.parametrize(("rule_id", "index"), CASES)
def test_example_gives_the_findings_on_its_page(rule_id: str, index: int, request: pytest.FixtureRequest) -> None:
    loaded = load_rule(rule_id)
    if request.config.getoption("force_regen") and page_file(rule_id).is_file():
        page_file(rule_id).write_text(renewed(loaded.page, loaded), encoding="utf-8")
    example = list(examples(loaded.page))[index]
    assert told(check_example(loaded, example)) == (example.findings or "")
    assert (example.section == "Bad") == bool(example.findings)
