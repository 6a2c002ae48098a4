"""Regular expressions that few pages ask: compiled when the first does.

To compile what the newsroom and the templates know takes a sixth of the time that a check of one page needs. Long lists
of words and wide ranges of letters cost milliseconds each, and most of them wait for a sign that most pages don't show.
"""

from __future__ import annotations

import re
from typing import Any, cast


def rare(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What :func:`re.compile` gives, once somebody matches, searches or looks into it.

    A pattern that is broken raises :class:`re.error` only then: a test compiles all that the package has.
    """
    return cast("re.Pattern[str]", _Rare(pattern, flags))


class _Rare:
    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._source), name)
        setattr(self, name, found)  # and is not looked for here again
        return found
