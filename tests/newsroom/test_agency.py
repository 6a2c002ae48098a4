"""Sources of datelines: known, likely, none."""

import pytest

from layoutcheck.newsroom.agency import SourceGrade, agency_style, grade_source, is_bare_source


@pytest.mark.parametrize(
    ("text", "grade"),
    [("AP", SourceGrade.KNOWN), ("dpa/lno", SourceGrade.KNOWN), ("ats afp", SourceGrade.KNOWN),
     ("أ ف ب", SourceGrade.KNOWN), ("KXYZ", SourceGrade.LIKELY), ("hafenblatt.de", SourceGrade.KNOWN),
     ("hb", SourceGrade.LIKELY), ("Harbour News", SourceGrade.PLAIN), ("50", SourceGrade.NONE),
     ("video", SourceGrade.NONE), ("he said so!", SourceGrade.NONE)],
)  # fmt: skip
def test_grades_sources(text: str, grade: SourceGrade) -> None:
    assert grade_source(text) is grade


def test_without_brackets_only_exact_names_are_sources() -> None:
    assert is_bare_source("CNN") and is_bare_source("РИА Новости") and is_bare_source("KOMPAS.com")
    assert not is_bare_source("nova") and not is_bare_source("Harbour News")


def test_names_the_agency_behind_a_source() -> None:
    assert [agency_style(s) for s in ("AP", "dpa/lno", "efe-epa", "新华社", "Harbour News")] == [
        "AP", "dpa", "EFE", "Xinhua", "",
    ]  # fmt: skip
