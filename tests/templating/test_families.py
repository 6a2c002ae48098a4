"""Every family finds its own examples in a page and leaves its look-alikes alone."""

import pytest
from leak_pages import found, page_with

from layoutcheck.core.severity import Severity
from layoutcheck.plugins import rule_ids
from layoutcheck.templating.families import FAMILIES
from layoutcheck.templating.family import Family, Where
from layoutcheck.templating.leak import leaks
from layoutcheck.templating.scanner import built_in

EXAMPLES = [
    pytest.param(family, text, id=f"{family.id}-{index}")
    for family in FAMILIES
    for index, text in enumerate((family.example, *family.more))
]
LOOK_ALIKES = [
    pytest.param(text, where, id=f"{family.id}-{index}-{where.name}")
    for family in FAMILIES
    for index, text in enumerate(family.unlike)
    for where in (
        (Where.URL,) if "://" in text or text.startswith(("/", "#", "javascript:")) else (Where.TEXT, Where.LABEL)
    )
]


@pytest.mark.parametrize(("family", "text"), EXAMPLES)
def test_example_is_detected(family: Family, text: str) -> None:
    if family.id == "php-error-split":
        pytest.skip("needs the words behind it: see test_scanner")
    where = Where.URL if "://" in text and Where.URL & family.where and text.startswith("http") else family.at
    page = page_with(text, where, family.named)
    assert family.id in [leak.family.id for leak in leaks(page)]


@pytest.mark.parametrize(("text", "where"), LOOK_ALIKES)
def test_look_alike_is_left_alone(text: str, where: Where) -> None:
    assert [(leak.family.id, leak.text) for leak in found(page_with(text, where))] == []


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.id)
class TestFamily:
    def test_tells_cause_and_fix_in_a_sentence(self, family: Family) -> None:
        assert family.engines and family.cause and family.fix
        assert family.cause[-1] != "." and family.fix[-1] != "."
        assert len(family.cause) < 200 and "\n" not in family.cause + family.fix

    def test_belongs_to_a_rule_that_exists(self, family: Family) -> None:
        assert family.rule in rule_ids()

    def test_has_a_cue_for_its_pattern(self, family: Family) -> None:
        assert family.cues and family.regex


def test_ids_are_unique() -> None:
    assert len({family.id for family in FAMILIES}) == len(FAMILIES)


def test_scanner_knows_all_families() -> None:
    assert built_in().families == FAMILIES
    assert Severity.ERROR.rank == 0
