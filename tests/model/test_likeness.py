"""Names that are alike, and names that are not."""

import pytest

from layoutcheck.model.likeness import ALIKE, likeness


@pytest.mark.parametrize(
    ("wanted", "there"),
    [
        ("dateline", "dateline"),
        ("dateline", "date-line"),
        ("dateline", "Dateline"),
        ("dateLine", "date_line"),
        ("dateline", "article-dateline"),
        ("dateline", "dateline__text"),
        ("dateline", "c-dateline_x7f3"),
        ("dateline", "Dateline_root__3kQ9z"),
        ("dateline", "datelines"),
        ("dateline", "datelin"),
        ("dateline", "dtaeline"),
        ("article-dateline", "dateline"),
        ("article-headline", "story__headline"),
        ("post-author-name", "c-author-name"),
        ("src", "data-src"),
        ("datetime", "data-datetime"),
        ("meta", "post-meta"),
        ("header-2018", "header-2019"),
        ("dateline-text", "dateline"),
    ],
)
def test_names_of_one_thing_are_alike(wanted, there):
    assert likeness(wanted, there) >= ALIKE


@pytest.mark.parametrize(
    ("wanted", "there"),
    [
        ("dateline", "byline"),
        ("dateline", "headline"),
        ("article-body", "article-footer"),
        ("article-headline", "article"),
        ("story__dateline", "story__teaser"),
        ("lead", "load"),
        ("search-button", "search"),
        ("top-header2018", "top-content"),
        ("1", "2"),
        ("a", "abc"),
        ("dateline", ""),
        ("--", "dateline"),
    ],
)
def test_names_of_two_things_are_not(wanted, there):
    assert likeness(wanted, there) < ALIKE


@pytest.mark.parametrize(
    "names",
    [
        ("dateline", "date-line", "dateline__text", "datelinx", "byline"),
        ("dateline", "dateline", "date-line"),
        ("dateline", "dateline__text", "a-dateline-b-c-d"),
        ("info-header-3", "c-info-header-3", "info-header-4"),
    ],
)
def test_the_nearer_name_is_more_alike(names):
    wanted, *others = names
    told = [likeness(wanted, other) for other in others]
    assert told == sorted(told, reverse=True)
