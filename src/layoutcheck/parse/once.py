"""What is asked of one page again and again, and read from it once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from layoutcheck.parse.page import Page

_Told = TypeVar("_Told")
_UNREAD: Any = object()


def once_a_page(read: Callable[[Page], _Told]) -> Callable[[Page], _Told]:
    """A function of a page that keeps its answer in the page's ``cache``; all who ask get the same object."""

    @wraps(read)
    def told(page: Page) -> _Told:
        known: _Told = page.cache.get(read, _UNREAD)
        if known is _UNREAD:
            known = page.cache[read] = read(page)
        return known

    return told
