"""A comment or element that is never closed and takes the rest of the page with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from turbohtml import Comment, Element, Text

from layoutcheck.core.rule import Hit, NoOptions, Rule, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.reading import last_below
from layoutcheck.newsroom.server_page import story_length
from layoutcheck.parse.page import Page

rule = Rule(
    summary="a comment or element is never closed and hides the rest of the page",
    severity=Severity.ERROR,
    messages={
        "comment": "a comment is never closed: it hides the {count} characters that follow, to the end of the page",
        "late": "{what} is closed by the end of another only: it hides the {count} characters between",
        "element": "<{tag}> is never closed: it takes in the {count} characters that follow, to the end of the page",
    },
)
#: Elements in which nothing is markup but their own end tag (HTML Standard, 13.1.2).
_RAW = frozenset("title textarea script style iframe noembed noframes xmp".split())
#: What closes in a page's body: a script or comment that ends the file with something else hides nothing of it.
_CONTENT = re.compile(
    r"</(?:p|h[1-6]|div|article|main|section|li|ul|ol|figure|footer|header|aside|td|table)\s*>", re.IGNORECASE
)
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?[a-z][^>]*>", re.IGNORECASE | re.DOTALL)
#: What shows something without a text.
_SHOWN = re.compile(
    r"<(?:img|svg|video|audio|picture|iframe|object|embed|input|button|canvas|script|link)\b", re.IGNORECASE
)
#: A page with more characters in its paragraphs has a story.
_STORY = 300
#: So many paragraphs may stand beside a story.
_ELSEWHERE = 8
#: So many make one.
_PARAGRAPHS = 3
_PARAGRAPH = re.compile(r"</p\s*>", re.IGNORECASE)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Look at the last node of the body, and of the head where there is no body; without a story at all the others."""
    if page.is_dump:
        return
    if (late := _late(page)) is not None:
        yield late
        return
    body = page.body
    last = last_below(body)
    if last is body and isinstance(body.previous_sibling, Element):
        last = last_below(body.previous_sibling)
    if isinstance(last, Comment):
        # Nothing but an end of the page closes it: a comment that is closed does not hold the source's last characters.
        if page.source.endswith(last.data) and not page.source.endswith("-->") and _CONTENT.search(last.data):
            yield Hit("comment", Spot(last), {"count": len(last.data)}, evidence="comment")
        return
    holder = last.parent if isinstance(last, Text) else None
    if not isinstance(holder, Element) or holder.tag not in _RAW:
        return
    location = holder.source_location
    if location is None or location.end_tag is not None or not _CONTENT.search(last.data):
        return
    if not _TAG.sub("", last.data).strip() and _SHOWN.search(last.data) is None:
        return  # it takes in end tags and comments alone: no reader misses anything
    yield Hit("element", Spot(holder), {"tag": holder.tag, "count": len(last.data)}, evidence=holder.tag)


def _late(page: Page) -> Hit | None:
    """What takes in the story, on a page without one, and another of its kind, whose end closes both."""
    if story_length(page) >= _STORY:
        return None
    if len(page.tree.select("p")) > _ELSEWHERE:
        return None
    if page.source.count("<!--") > page.source.count("-->"):
        for node in page.tree.descendants:
            # One that begins with a tag was set around it on purpose, and that it holds another one is no fault.
            begins = node.data.lstrip()[:1] if isinstance(node, Comment) else ""
            if isinstance(node, Comment) and begins != "<" and "<!--" in node.data and _holds_story(node.data):
                return Hit("late", Spot(node), {"what": "a comment", "count": len(node.data)}, evidence="comment")
    for tag in ("script", "style", "textarea"):  # the parser keeps an index by tag
        for element in page.tree.select(tag):
            text = element.text
            if "</" in text and _holds_story(text) and f"<{tag}" in text.lower() and _is_closed(element):
                return Hit("late", Spot(element), {"what": f"<{tag}>", "count": len(text)}, evidence=tag)
    return None


def _holds_story(text: str) -> bool:
    return len(_PARAGRAPH.findall(text)) >= _PARAGRAPHS


def _is_closed(node: Element) -> bool:
    location = node.source_location
    return location is not None and location.end_tag is not None
