"""The headline of a page: the heading that a reader sees, recognised by what the page calls itself elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass

from turbohtml import Element

from layoutcheck.core.fold import fold, skeleton
from layoutcheck.newsroom.found import Found
from layoutcheck.newsroom.head import find_title
from layoutcheck.newsroom.reading import names_of, spot_of, text_of
from layoutcheck.newsroom.structured import Fact, Structured
from layoutcheck.parse.page import Page

_HEADLINE_NAME = re.compile(r"head(?:line|ing)|title|titul|titre|titel|entry-t|post-t|kop\b")
_OTHER_NAME = re.compile(
    r"logo|brand|site-?(?:title|name|branding)|widget|related|recommend|teaser|sidebar|popular|nav\b|menu|comment"
)
_SEPARATOR = re.compile(r"\s+[|\-–—·•»:/<]+\s+|\s*[|»]\s*")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading element that may be the headline."""

    node: Element
    text: str
    score: float


def statements(page: Page, structured: Structured) -> list[Fact]:
    """What the page calls its headline in places that machines read, the most trustworthy first."""
    found = [structured.text("headline"), structured.meta("og:title"), structured.meta("twitter:title")]
    if structured.article is None or found[0] is None:
        found.append(structured.text("name"))
    return [fact for fact in found if fact is not None]


def find_headline(page: Page, structured: Structured, nodes: list[Element]) -> Found | None:
    """The headline among ``nodes`` (headings in source order), else what the page says of itself in its head."""
    title = find_title(page)
    said = [fact.value for fact in statements(page, structured)]
    if title:
        said.append(str(title.value))
    heading = _best(nodes, said)
    if heading is not None:
        source = (
            heading.node.tag
            if heading.node.attr("itemprop") != "headline"
            else f"{heading.node.tag}[itemprop=headline]"
        )
        return Found(heading.text, spot_of(heading.node), source)
    for fact in statements(page, structured):
        return Found(without_site(fact.value), fact.spot, fact.source)
    if title is not None:
        return Found(without_site(str(title.value)), title.spot, "title")
    return None


def headline_node(found: Found | None) -> Element | None:
    """The heading element of a visible headline."""
    if found is None or found.spot is None or found.spot.attribute is not None:
        return None
    node = found.spot.node
    while node is not None and not isinstance(node, Element):
        node = node.parent
    return node if node is not None and node.tag not in ("title", "script") else None


def without_site(title: str) -> str:
    """A page title without the name of the site at its end: the longest of its parts."""
    parts = [part for part in _SEPARATOR.split(title) if part and part.strip()]
    if len(parts) < 2:
        return title
    first = parts[0].strip()
    return first if len(first) >= 12 or len(first) >= len(max(parts, key=len)) else max(parts, key=len).strip()


def _best(nodes: list[Element], said: list[str]) -> Heading | None:
    shapes = [(skeleton(text), set(_WORD.findall(fold(text)))) for text in said if text.strip()]
    best: Heading | None = None
    for order, node in enumerate(nodes):
        text = text_of(node)
        if not text or len(text) > 400:
            continue
        score = _likeness(text, shapes) * 10 + _standing(node) - min(order, 20) * 0.05
        if best is None or score > best.score:
            best = Heading(node, text, score)
    if best is None:
        return None
    return best if best.score >= (3.0 if shapes else 1.5) else None


def _likeness(text: str, shapes: list[tuple[str, set[str]]]) -> float:
    """How far a heading says what the page calls itself: 1 for the same words, 0 for other ones."""
    own, words = skeleton(text), set(_WORD.findall(fold(text)))
    if not own:
        return 0.0
    best = 0.0
    for shape, said in shapes:
        if own == shape:
            return 1.0
        if shape.startswith(own) and len(own) >= 8:
            best = max(best, 0.6 + 0.35 * len(own) / len(shape))
        elif len(own) >= 8 and (own in shape or (shape in own and len(shape) >= 8)):
            best = max(best, 0.5 + 0.4 * min(len(own), len(shape)) / max(len(own), len(shape)))
        elif words and said:
            best = max(best, 0.9 * len(words & said) / len(words | said))
    return best


def _standing(node: Element) -> float:
    """What an element's name and class say for its being the headline."""
    tag, names = node.tag, names_of(node)
    score = {"h1": 3.0, "h2": 1.2, "h3": 0.4}.get(tag, 0.0)
    if (node.attr("itemprop") or "") in ("headline", "name"):
        score += 1.5 if node.attr("itemprop") == "headline" else 0.5
    if _HEADLINE_NAME.search(names):
        score += 0.5
    if _OTHER_NAME.search(names):
        score -= 2.5
    parent = node.parent
    if isinstance(parent, Element) and (parent.tag == "a" or _OTHER_NAME.search(names_of(parent))):
        score -= 0.8
    return score
