"""What is read from a page once."""

from __future__ import annotations

from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page
from made_page import page_of


def test_a_page_is_read_once_whatever_is_found() -> None:
    asked: list[Page] = []

    @once_a_page
    def headline(page: Page) -> str | None:
        """The headline."""
        asked.append(page)
        found = page.tree.select_one("h1")
        return None if found is None else found.text

    one, other = page_of("<h1>Wall raised</h1>"), page_of("<p>none</p>")
    assert [headline(page) for page in (one, other, one, other)] == ["Wall raised", None, "Wall raised", None]
    assert asked == [one, other]
    assert headline.__doc__ == "The headline."


def test_two_functions_of_one_name_are_two() -> None:
    page = page_of("<h1>Wall raised</h1>")
    first, second = once_a_page(lambda page: 1), once_a_page(lambda page: 2)
    assert (first(page), second(page)) == (1, 2)


def test_a_page_that_forgets_is_read_again() -> None:
    found = once_a_page(lambda page: [page.source])
    page = page_of("<h1>Wall raised</h1>")
    before = found(page)
    assert found(page) is before
    page.forget()
    assert found(page) is not before
