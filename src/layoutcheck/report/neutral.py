"""Page text made harmless: what hides, reorders, moves the cursor or gives orders to a build server is shown."""

from __future__ import annotations

import re
from collections.abc import Callable

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
    r"|##(?=[A-Za-z]{0,12}\[)"
)
_COMMAND = re.compile(r"^\s*::")


def visible(text: str) -> str:
    """``text`` on one line with each control, zero-width and bidi character written out as ``⟨U+202E⟩``.

    Build servers take orders from log lines: Azure and GitHub read ``##vso[`` and ``##[`` anywhere in a line, TeamCity
    ``##teamcity[``. The second ``#`` of such a mark is written out as well.
    """
    return neutral(text, _written)


def neutral(text: str, written: Callable[[re.Match[str]], str]) -> str:
    """``text`` with whatever a log must not get as it is put as ``written`` says; of ``##[`` that is the ``##``."""
    if text.isprintable() and "##" not in text:  # nearly all, and many times faster to find out
        return text
    return _UNSEEN.sub(written, text)


def _written(match: re.Match[str]) -> str:
    found = match[0]
    if found == "##":
        return "#⟨U+0023⟩"
    return " " if found in "\t\n\r" else f"⟨U+{ord(found):04X}⟩"


def line_start(text: str) -> str:
    """``visible(text)`` for the beginning of a log line, where GitHub reads ``::command::`` behind any white space."""
    return _COMMAND.sub(":⟨U+003A⟩", visible(text))


def own_words(text: str) -> str:
    """What the command itself has to say, apart from reports: behind its name, each of its lines harmless."""
    return "\n".join(map(line_start, f"layoutcheck: {text}".split("\n")))
