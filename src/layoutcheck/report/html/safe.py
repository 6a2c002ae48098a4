"""Page content is hostile: what may stand in a report, and how."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from layoutcheck.core.errors import UserError
from layoutcheck.core.identity import identity

#: Characters that hide, reorder or end text: C0 and C1 controls, zero-width and bidi controls, fillers, tags, lone
#: surrogates. The joiners U+200C and U+200D and the marks U+200E, U+200F and U+061C stay as they are: Persian, Hindi,
#: Hebrew and emoji need them, and they cannot turn a line around.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u115f\u1160\u180e\u200b\u2028-\u202e\u2060-\u2069\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)
#: What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection"), full-width forms too.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
BLACKENED = "█"


def shown(text: str) -> str:
    """``text`` with each control and bidi character written out, ``⟨U+202E⟩``."""
    return _UNSEEN.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text)


def cut(text: str, length: int) -> str:
    """``text`` of at most ``length`` characters, an ellipsis telling that there was more."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def web_address(text: object) -> str:
    """``text`` when it is an ``http`` or ``https`` address that may be linked, else ""."""
    if not isinstance(text, str) or _UNSEEN.search(text) or text != text.strip():
        return ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in {"http", "https"} and parts.netloc else ""


def short_hash(text: str) -> str:
    """16 hexadecimal digits that stand for ``text`` in file names and anchors, the same in every run."""
    return identity(text)


def csv_cell(value: object) -> str:
    """One cell of a CSV file (RFC 4180) that no spreadsheet takes for a formula."""
    text = shown(str(value))
    if text.startswith(_FORMULA):
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if re.search('[",\r\n]', text) else text


class Redaction:
    """What must not leave the house: every match is blacked out, letter for letter, so that columns stay true."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """Compile ``patterns``; raises UserError for one that is no regular expression."""
        self._patterns = []
        for pattern in patterns:
            try:
                self._patterns.append(re.compile(pattern))
            except re.error as error:
                raise UserError(
                    f"--redact {pattern!r} is no regular expression: {error}",
                    remedy=r"a character that is meant as itself has a backslash before it: \(",
                ) from None

    def __bool__(self) -> bool:
        return bool(self._patterns)

    def spans(self, text: str) -> Iterable[tuple[int, int]]:
        """The stretches of ``text`` that are blacked out."""
        for pattern in self._patterns:
            for match in pattern.finditer(text):
                yield match.span()

    def text(self, text: str) -> str:
        """``text`` with every match blacked out; as long as before, line ends kept."""
        for pattern in self._patterns:
            text = pattern.sub(lambda match: re.sub(r"[^\n]", BLACKENED, match[0]), text)
        return text

    def deep(self, value: Any) -> Any:
        """``value`` with the texts inside it blacked out; ids, which are no text, are left alone."""
        if not self._patterns:
            return value
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Mapping):
            return {key: inner if key in _IDS else self.deep(inner) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self.deep(inner) for inner in value]
        return value


#: Keys of the JSON report whose values are ids. A page's address keeps its true form too (it names the page's file and
#: finds its source); it is blacked out where it is shown.
_IDS = frozenset(
    {"rule", "message", "severity", "fingerprint", "cause", "id", "uri", "section", "sections", "rules", "fail_on"}
)
