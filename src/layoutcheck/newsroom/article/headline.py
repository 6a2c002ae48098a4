"""The headline of a page: the heading that a reader sees, recognised by what the page calls itself elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from turbohtml import Element

from layoutcheck.newsroom.article.claim import SAYING, SEPARATOR, Claims, pieces, skeleton, without_site
from layoutcheck.newsroom.article.header import marks_of
from layoutcheck.newsroom.article.heading_part import Part, parts_of, without_label
from layoutcheck.newsroom.date.dates import written_dates
from layoutcheck.newsroom.found import Found
from layoutcheck.newsroom.reading import text_of
from layoutcheck.parse.page import Page

_HEADLINE_NAME = re.compile(r"head(?:line|ing)|title|titul|titre|titel|entry-t|post-t|kop\b")
_OTHER_NAME = re.compile(
    r"logo|brand|site-?(?:title|name|branding)|widget(?<!elementor-widget)|relat|recommend|teaser|sidebar|popular|nav(?<!\wnav)|menu|comment|"
    r"blog-?title|"
    r"visually-?hidden|sr-only|screen-reader|aural(?<!\waural)|breadcrumb|alt-title|short-title|slide"
)
_SEPARATOR_END = re.compile(r"[\s|\-–—·•»:/<>«]+$")
_HOME = re.compile(r"(?:(?:https?:)?//[^/]+)?/?(?:index\.\w+)?$|\.\.?/?$")
#: What it adds to be the only main heading of a page, whatever search engines are told.
_ONLY = 4.0
#: A main heading with this score says what the page calls itself.
_CERTAIN = 12.0
#: Where a headline may stand that is no heading; asked for only when no heading will do.
_ANYWHERE = (
    '[class*="title" i], [class*="headline" i], [id*="title" i], [id*="headline" i], article a[rel="bookmark"], '
    "h3, h4, h5, "
    "strong, td > b, p > b"
)
#: What wikis and shops call the element with the title of the page.
_PAGE_TITLE = '[id="page-title"], [class~="page-title"]'
#: Where it stands when the page's only main heading is that of a banner.
_UNLIKELY = (
    'h3, h4, [class*="story-title"], [class*="article-title"], [class*="entry-title"], [class*="post-title"], '
    '[class*="headline"], [id*="headline" i]'
)


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline found, the element it stands in, and the label that stood before it in the same heading."""

    found: Found
    node: Element | None = None
    label: Part | None = None


def find_headline(page: Page, claims: Claims, selector: str) -> Headline | None:
    """The headline among the headings that ``selector`` chooses, else what the page says of itself in its head."""
    main = page.tree.select("h1")
    node = _best(main, claims, _CERTAIN) if len(main) <= 3 else None
    if node is None:
        headings = page.tree.select(selector)
        only = _only(main, claims)
        node = _best(headings, claims, 6.0 if claims.wanted else 1.5, only=only)
        if node is not None and claims.wanted and node.tag != "h1" and claims.likeness(text_of(node)) < 1:
            node = _best(page.tree.select(_PAGE_TITLE), claims, 10.0) or node
        if node is not None and only and skeleton(text_of(node)) == only and claims.wanted:
            others = [other for other in page.tree.select(_UNLIKELY)[:40] if len(text_of(other)) >= SAYING]
            node = _best(others, claims, 10.0) or node
        if node is None and claims.wanted:
            node = _best(page.tree.select(_ANYWHERE), claims, 8.4) or _best(headings, claims, 2.4)
    if node is None and main and all(_is_site(heading, claims) for heading in main):
        node = _second(page.tree.select("h2"), claims)
    if node is not None and (shown := parts_of(node)):
        parts, label = without_label(shown, [claim.own for claim in claims.wanted])
        part = _without_date(_without_site(parts, claims))
        marked = "headline" in (node.attr("itemprop") or "").split()
        return Headline(Found(part.text, part, f"{node.tag}[itemprop=headline]" if marked else node.tag), node, label)
    for fact in claims.facts:
        return Headline(Found(without_site(fact.value, claims), fact, fact.source))
    if claims.title is not None:
        return Headline(Found(without_site(str(claims.title.value), claims), claims.title.at, "title"))
    return None


def _without_site(part: Part, claims: Claims) -> Part:
    """A heading that goes on with the site's name, cut where the page's own title ends."""
    text = part.text
    for piece in pieces(text)[-1:]:
        if text.removesuffix(piece).rstrip().endswith("/"):
            continue  # an alternative rather than the site's name
        if skeleton(piece) in claims.sites and any(skeleton(text) != fact_own for fact_own in claims.told):
            return part.cut(len(_SEPARATOR_END.sub("", text.removesuffix(piece))))
    return part


def _without_date(part: Part) -> Part:
    """A heading that opens with the day on which it was written, without it."""
    text = part.text
    date = next(written_dates(text), None) if text[:1].isdigit() else None
    gap = SEPARATOR.match(text, date.end) if date is not None and date.start == 0 else None
    return part if gap is None or len(text) - gap.end() < SAYING else part.after(gap.end())


def _is_site(heading: Element, claims: Claims) -> bool:
    """Whether a main heading is the site's name, or empty."""
    text = text_of(heading)
    own = skeleton(text)
    return not own or own in claims.sites or _leads_home(heading, text)


def _second(headings: list[Element], claims: Claims) -> Element | None:
    """The first heading of the second level that may be a headline, where the first level is the site's."""
    for node in headings[:20]:
        text = text_of(node)
        if len(text) < SAYING or _said(marks_of(node))[1] or skeleton(text) in claims.sites:
            continue
        return None if node.closest("nav, aside, footer, li, form") is not None else node
    return None


def _only(main: list[Element], claims: Claims) -> str:
    """The text of the only main heading that is not the site's, as a skeleton; "" where there are several or none."""
    found = {
        own
        for node in main[:9]
        if (own := skeleton(text_of(node)))
        and own not in claims.sites
        and not _said(marks_of(node))[1]
        and not _leads_home(node, text_of(node))
        and not any(own in site or (site in own and len(site) * 2 > len(own)) for site in claims.sites)
        and not any(own in claim.own for claim in claims.wanted)
    }
    return found.pop() if len(found) == 1 else ""


def _best(nodes: Iterable[Element], claims: Claims, least: float, only: str = "") -> Element | None:
    best, top = None, least
    for order, node in enumerate(nodes):
        if order > 80:
            break
        text = text_of(node)
        if not text or len(text) > 400:
            continue
        likeness = claims.likeness(text)
        score = likeness * 10 + _standing(node, text, claims) - min(order, 20) * 0.05
        if likeness == 1 and _link_of(node, text) is not None:
            score -= 0.3  # rather the same headline in a list of stories
        if only and node.tag == "h1" and skeleton(text) == only:
            score += _ONLY
        if score > top:
            best, top = node, score
    return best


@lru_cache(maxsize=8192)  # the pages of one site share their class names
def _said(marks: str) -> tuple[bool, bool]:
    """Whether an element's names say that it is a headline, and that it is something else."""
    return _HEADLINE_NAME.search(marks) is not None, _OTHER_NAME.search(marks) is not None


def _standing(node: Element, text: str, claims: Claims) -> float:
    """What an element's name and class say for its being the headline."""
    tag, marks = node.tag, marks_of(node)
    score = {"h1": 3.0, "h2": 1.2, "h3": 0.4}.get(tag, 0.0)
    prop = (node.attr("itemprop") or "").split()
    if "headline" in prop:
        score += 1.5
    elif "name" in prop:
        score += 0.5
    if marks:
        headline, other = _said(marks)
        score += 0.5 * headline - 2.5 * other
    if skeleton(text) in claims.sites:
        score -= 7
    if _leads_home(node, text):
        score -= 5
    if tag == "h1" and node.closest("dialog, [role=dialog]") is not None:  # it opens over the page
        score -= 7
    parent = node.parent
    if isinstance(parent, Element) and (parent_marks := marks_of(parent)) and _said(parent_marks)[1]:
        score -= 0.8
    return score


def _leads_home(node: Element, text: str) -> bool:
    """Whether a heading is a link to the site's front page, as its name is."""
    link = _link_of(node, text)
    return link is not None and _HOME.match((link.attr("href") or "x").strip()) is not None


def _link_of(node: Element, text: str) -> Element | None:
    """The link that a heading is."""
    link = node if node.tag == "a" else node.select_one("a[href]")
    if link is None and isinstance(node.parent, Element) and node.parent.tag == "a":
        link = node.parent
    return link if link is not None and len(link.text.strip()) * 2 > len(text) else None
