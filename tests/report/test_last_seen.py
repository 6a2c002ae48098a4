"""Pages that are no more, and pages that were just not checked."""

from __future__ import annotations

import pytest

from layoutcheck.report.last_seen import vanishing

ON_DISK = {"build/a.html", "build/b.html"}.__contains__


@pytest.mark.parametrize(
    ("name", "names", "folders", "gone"),
    [
        ("build/b.html", ["build/a.html"], [], False),
        ("build/c.html", ["build/a.html"], [], True),
        ("build/c.html", ["far/a.html"], [], False),  # the run's own pages are not at hand either
        ("build/c.html", ["far/a.html"], ["build"], True),
        ("build/c.html", ["far/a.html"], ["./build/"], True),
        ("build/c.html", ["far/a.html"], ["."], True),
        ("../c.html", ["far/a.html"], ["."], False),
        ("/srv/c.html", ["far/a.html"], ["."], False),
        ("/srv/c.html", ["far/a.html"], ["/"], True),
        ("buildings/c.html", ["far/a.html"], ["build"], False),
        ("build/c.html", ["far/a.html"], ["build/*.html", "build/d.html", "-", ""], False),
        ("build/x/c.html", ["build/a.html", "build/x/*"], ["build"], False),  # a folder that could not be read
        ("-", ["build/a.html"], ["."], False),
        ("https://example.org/c.html", ["build/a.html"], ["."], False),
    ],
)
def test_a_deleted_page_is_told_from_one_that_was_not_checked(
    name: str, names: list[str], folders: list[str], gone: bool
) -> None:
    assert vanishing(names, folders, ON_DISK)(name) is gone
