"""Share links: an address on which a reader passes a page on, and what its parameters hand over."""

from __future__ import annotations

import re

from layoutcheck.core.rare import rare

_SERVICE = rare(
    r"(?i)\s*(?:(?:https?:)?//(?:[\w-]+\.){0,3}(?:facebook\.com/(?:sharer?|dialog)|twitter\.com/(?:share|intent|home)|x\.com/(?:share|intent)|"
    r"linkedin\.com/(?:share|sharing|cws)|pinterest\.[a-z.]{2,6}/pin/create|reddit\.com/submit|(?:t|telegram)\.me/share|wa\.me/|(?:api|web)\.whatsapp\.com/|"
    r"vk\.com/share|vkontakte\.ru/share|xing\.com/(?:spi|social|app/user)|plus\.google\.com/share|tumblr\.com/(?:share|widgets)|share\.flipboard\.com|"
    r"getpocket\.com/|line\.(?:me|naver\.jp)/|threads\.net/intent|bsky\.app/intent|news\.ycombinator\.com/submitlink|digg\.com/submit|addthis\.com/|addtoany\.com/)"
    r"|(?:whatsapp|tg|viber|fb-messenger|twitter|mailto|sms):)"
)
#: Parameters that hold the address which is shared, and those that hold words.
_ADDRESS = frozenset("u url uri href link linkurl media image imageurl canonicalurl p[url] p[images][0] s".split())
_WORDS = frozenset(
    "text title t status subject body description desc summary quote caption message msg content bodytext linkname "
    "name p[title] p[summary] headline".split()
)
_PARAMETER = re.compile(r"[?&;]([A-Za-z][\w.-]*(?:(?:\[|%5[Bb])\w+(?:\]|%5[Dd]))*)=[^&=]*\Z")


def is_share_link(address: str) -> bool:
    """Whether an address is a service's for passing on a page, or one that starts a message."""
    return _SERVICE.match(address) is not None


def parameter(address: str, offset: int) -> str:
    """The parameter in whose value an offset of the address lies, in small letters; "" where it lies in none."""
    found = _PARAMETER.search(address, max(0, offset - 2000), offset)
    return found[1].lower().replace("%5b", "[").replace("%5d", "]") if found else ""


def shares_words(address: str, offset: int) -> bool:
    """Whether what stands at an offset is among the words that a share link hands over."""
    return is_share_link(address) and parameter(address, offset) in _WORDS


def shares(address: str, offset: int) -> bool:
    """Whether what stands at an offset is what a share link hands over: the page's address or the words for it."""
    return is_share_link(address) and parameter(address, offset) in _ADDRESS | _WORDS
