"""What a caller declares of pages, held to what there is: a media type and an encoding that nobody knows is a mistake.

A page's own words and a server's header are another matter: they may say anything, and are passed over.
"""

from __future__ import annotations

from layoutcheck.core.errors import UserError, near_match
from layoutcheck.parse.decode import known_charset

MEDIA_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
#: The names of the Encoding Standard, and what they are mostly called instead: one of them was meant.
_CHARSETS = tuple(
    "utf-8 utf8 utf-16 utf-16le utf-16be ascii us-ascii latin1 cp1252 ibm866 koi8-r koi8-u macintosh gbk gb2312 "
    "gb18030 big5 euc-jp iso-2022-jp shift_jis sjis euc-kr windows-874 x-mac-cyrillic".split()
    + [f"iso-8859-{part}" for part in (*range(1, 12), 13, 14, 15, 16)]
    + [f"windows-{page}" for page in range(1250, 1259)]
)


def declared_media_type(value: str | None, told: str) -> str:
    """A media type that we know, "" for none; ``told`` names the option or argument that gave it.

    Raises :class:`~layoutcheck.core.errors.UserError` with the near match.
    """
    known = (value or "").strip().lower()
    if known and known not in MEDIA_TYPES:
        remedy = near_match(known, MEDIA_TYPES) or f"one of: {', '.join(MEDIA_TYPES)}"
        raise UserError(f'{told} cannot be "{value}"', remedy=remedy)
    return known


def declared_charset(value: str | None, told: str) -> str | None:
    """A label of the Encoding Standard, None for none; ``told`` names the option or argument that gave it.

    Raises :class:`~layoutcheck.core.errors.UserError` with the near match.
    """
    if value and known_charset(value) is None:
        remedy = (
            near_match(value.strip().lower(), _CHARSETS)
            or "such as utf-8; https://encoding.spec.whatwg.org/#names-and-labels"
        )
        raise UserError(f'{told} cannot be "{value}"', remedy=remedy)
    return value or None
