"""Where readers see the names that machines are told."""

from __future__ import annotations

import re
from typing import Any

from turbohtml import Element, Text

from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.article.header import marks_of
from layoutcheck.newsroom.byline.names import is_full_name, split_names
from layoutcheck.newsroom.reading import visible_texts
from layoutcheck.newsroom.structured import Structured
from layoutcheck.parse.hidden import is_hidden

#: Names of elements in which a name does not sign the story.
_NOWHERE = re.compile(
    r"comment|copyright|footer|cookie|bread-?crumb|\bnav|top-?bar|site-?header|masthead|\blogo|branding|"
    r"(?:^|\s)(?:hidden|d-none|h-hide)\b"
)


def find_seen(structured: Structured, names: tuple[str, ...]) -> tuple[tuple[str, ...], Spot] | None:
    """The names that machines are told, as readers see them, and where; None where they see none of them.

    Comments, copyright lines and the page's footer do not count; a first name is seen in a full one.
    """
    texts = visible_texts(structured.page)
    for name in names:
        wanted = " ".join(name.casefold().split())
        word = max(name.split(), key=len)
        holding = [(text, said) for text, said in texts if word in said]
        if not holding:
            word = word.casefold()
            holding = [(text, said) for text, said in texts if word in said.casefold()]
        for text, said in holding:
            if not _signs(text, said, wanted):
                continue
            full = split_names(said) if len(names) == 1 and " " not in wanted else ()
            longer = len(full) == 1 and is_full_name(full) and full[0].casefold().startswith(f"{wanted} ")
            return (full if longer else names), _placed(text, said, full[0] if longer else name)
    return None


def _signs(text: Text, said: str, wanted: str) -> bool:
    data = " ".join(said.casefold().split())
    parent = text.parent
    return (
        wanted in data and isinstance(parent, Element) and _holds_name(data, wanted) and not _is_nowhere(parent, data)
    )


def _holds_name(data: str, wanted: str) -> bool:
    """Whether a text has a name as words of its own, not within one."""
    at = data.find(wanted)
    end = at + len(wanted)
    return not (data[at - 1 : at].isalnum() or data[end : end + 1].isalnum()) or not wanted.isascii()


def _is_nowhere(node: Element, said: str) -> bool:
    """Whether a name there does not sign the story."""
    if node.tag in ("title", "option", "noscript") or "©" in said or "copyright" in said:
        return True
    holder: Any = node
    for _ in range(8):
        if not isinstance(holder, Element) or holder.tag in ("body", "html"):
            return False
        if holder.tag == "nav" or is_hidden(holder) or (holder.tag == "footer" and holder.closest("article") is None):
            return True
        marks = marks_of(holder)
        if _NOWHERE.search(marks) and not ("meta" in marks and "comment-meta" not in marks):
            return True
        holder = holder.parent
    return False


def _placed(text: Text, said: str, name: str) -> Spot:
    folded = said.casefold()
    at = folded.find(name.casefold())
    if at < 0 or len(folded) != len(said):
        return Spot(text)
    return Spot(text, None, at, at + len(name))
