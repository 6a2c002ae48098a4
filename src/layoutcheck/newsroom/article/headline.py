"""The headline of a page: the heading that a reader sees, recognised by what the page calls itself elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from turbohtml import Element

from layoutcheck.core import fold as folding
from layoutcheck.newsroom.article.head import find_title
from layoutcheck.newsroom.article.header import marks_of
from layoutcheck.newsroom.article.heading_part import Part, parts_of, without_label
from layoutcheck.newsroom.byline.site_name import host_names
from layoutcheck.newsroom.date.dates import written_dates
from layoutcheck.newsroom.found import Found
from layoutcheck.newsroom.reading import text_of
from layoutcheck.newsroom.structured import Fact, Structured
from layoutcheck.parse.page import Page

_HEADLINE_NAME = re.compile(r"head(?:line|ing)|title|titul|titre|titel|entry-t|post-t|kop\b")
_OTHER_NAME = re.compile(
    r"logo|brand|site-?(?:title|name|branding)|widget(?<!elementor-widget)|relat|recommend|teaser|sidebar|popular|nav(?<!\wnav)|menu|comment|"
    r"blog-?title|"
    r"visually-?hidden|sr-only|screen-reader|aural(?<!\waural)|breadcrumb|alt-title|short-title|slide"
)
_SEPARATOR = re.compile(r"(?=[\s|])(?:\s+[|\-–—·•»:/<>«]+\s+|\s*\|\s*)")
_SEPARATOR_SIGN = re.compile(r"[|\-–—·•»:/<>«]")
_SEPARATOR_END = re.compile(r"[\s|\-–—·•»:/<>«]+$")
_HOME = re.compile(r"(?:(?:https?:)?//[^/]+)?/?(?:index\.\w+)?$|\.\.?/?$")
_WORD = re.compile(r"\w+")
_TRAIL = "Breadcrumb"
#: From this length on, another element that says what the page calls itself does so by no accident.
_SAYING = 20
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


fold = lru_cache(maxsize=256)(folding.fold)
skeleton = lru_cache(maxsize=256)(folding.skeleton)


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that the page calls itself, made comparable."""

    text: str
    own: str

    @property
    def words(self) -> frozenset[str]:
        """Its words, folded."""
        return _folded_words(self.text)


@lru_cache(maxsize=64)
def _folded_words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text)))


@dataclass(eq=False)
class Claims:
    """What a page calls its headline and its site in places that machines read."""

    facts: list[Fact]
    title: Found | None
    site: Fact | None
    #: The site's host, and the part of it that is a name, as skeletons.
    host: tuple[str, str] = ("", "")
    #: What the main headings say that are no step on the way from the front page, as skeletons.
    mains: frozenset[str] = frozenset()

    @cached_property
    def wanted(self) -> list[Claim]:
        """The headline as JSON-LD, Open Graph, Twitter and the title have it, whole and without the site's name."""
        said = [fact.value for fact in self.facts]
        if self.title is not None:
            said.append(str(self.title.value))
        whole = [text for text in said if text.strip()]
        cut = [
            piece
            for text in whole
            if (pieces := _pieces(text)) and (longest := max(map(len, pieces)))
            for piece in pieces
            if skeleton(piece) not in self.sites and len(piece) * 5 >= longest * 2
        ]
        return [Claim(text, skeleton(text)) for text in dict.fromkeys([*whole, *cut]) if skeleton(text)]

    @cached_property
    def owns(self) -> frozenset[str]:
        """The skeletons of what is wanted."""
        return frozenset(claim.own for claim in self.wanted)

    @property
    def told(self) -> list[str]:
        """What machines are told of the headline, as skeletons."""
        return [skeleton(fact.value) for fact in self.facts]

    @cached_property
    def sites(self) -> set[str]:
        """The name of the site: as Open Graph has it, or the part that only the title has."""
        found = {skeleton(self.site.value)} if self.site else set()
        found |= set(self.host)
        if self.title is not None:
            parts = _pieces(str(self.title.value))
            told = [skeleton(fact.value) for fact in self.facts]
            if told:
                unsaid = {own for part in parts if not any((own := skeleton(part)) in text for text in told)}
                longest = skeleton(max(parts, key=len, default=""))
                if len(unsaid) == len(parts) and len(longest) >= _SAYING and longest in self.mains:
                    unsaid.discard(longest)  # the headline, in other words than machines are told
                found |= unsaid
            elif len(parts) > 1 and len(parts[-1]) < len(parts[0]) and skeleton(parts[0]) not in found:
                found.add(skeleton(parts[-1]))
        return {name for name in found if name}


@lru_cache(maxsize=64)
def _pieces(title: str) -> tuple[str, ...]:
    if _SEPARATOR_SIGN.search(title) is None:
        return ()
    found = tuple(part.strip() for part in _SEPARATOR.split(title) if part and part.strip())
    return found if len(found) > 1 else ()


def read_claims(page: Page, structured: Structured) -> Claims:
    """What the page calls itself, the most trustworthy first."""
    found = [structured.text("headline"), structured.meta("og:title"), structured.meta("twitter:title")]
    if found[0] is None:
        found.append(structured.text("name"))
    facts = [fact for fact in found if fact is not None]
    mains = frozenset(skeleton(text_of(node)) for node in page.tree.select("h1")[:9] if not _ends_trail(node))
    return Claims(facts, find_title(page), structured.meta("og:site_name"), host_names(structured), mains)


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
        if node is not None and claims.wanted and node.tag != "h1" and _likeness(text_of(node), claims) < 1:
            node = _best(page.tree.select(_PAGE_TITLE), claims, 10.0) or node
        if node is not None and only and skeleton(text_of(node)) == only and claims.wanted:
            others = [other for other in page.tree.select(_UNLIKELY)[:40] if len(text_of(other)) >= _SAYING]
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


def without_site(title: str, claims: Claims) -> str:
    """A page title without the name of the site: its longest part that is not the site's."""
    parts = [part for part in _pieces(title) if skeleton(part) not in claims.sites]
    if not parts or len(parts) == len(_pieces(title)):
        return title if not parts or len(parts[0]) < 12 else parts[0]
    start, end = title.find(parts[0]), title.rfind(parts[-1]) + len(parts[-1])
    return title[start:end] if 0 <= start < end else parts[0]


def _without_site(part: Part, claims: Claims) -> Part:
    """A heading that goes on with the site's name, cut where the page's own title ends."""
    text = part.text
    for piece in _pieces(text)[-1:]:
        if text.removesuffix(piece).rstrip().endswith("/"):
            continue  # an alternative rather than the site's name
        if skeleton(piece) in claims.sites and any(skeleton(text) != fact_own for fact_own in claims.told):
            return part.cut(len(_SEPARATOR_END.sub("", text.removesuffix(piece))))
    return part


def _without_date(part: Part) -> Part:
    """A heading that opens with the day on which it was written, without it."""
    text = part.text
    date = next(written_dates(text), None) if text[:1].isdigit() else None
    gap = _SEPARATOR.match(text, date.end) if date is not None and date.start == 0 else None
    return part if gap is None or len(text) - gap.end() < _SAYING else part.after(gap.end())


def likeness(first: str, second: str) -> float:
    """The share of words that two folded headlines have in common; of letters in scripts without spaces."""
    one, two = _words(first), _words(second)
    return len(one & two) / max(min(len(one), len(two)), 1)


def _words(text: str) -> set[str]:
    found = set(_WORD.findall(text))
    if len(found) * 12 < len(text):
        return {text[at : at + 2] for at in range(len(text) - 1)}
    return found


def _is_site(heading: Element, claims: Claims) -> bool:
    """Whether a main heading is the site's name, or empty."""
    text = text_of(heading)
    own = skeleton(text)
    return not own or own in claims.sites or _leads_home(heading, text)


def _second(headings: list[Element], claims: Claims) -> Element | None:
    """The first heading of the second level that may be a headline, where the first level is the site's."""
    for node in headings[:20]:
        text = text_of(node)
        if len(text) < _SAYING or _said(marks_of(node))[1] or skeleton(text) in claims.sites:
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
        likeness = _likeness(text, claims)
        score = likeness * 10 + _standing(node, text, claims) - min(order, 20) * 0.05
        if likeness == 1 and _link_of(node, text) is not None:
            score -= 0.3  # rather the same headline in a list of stories
        if only and node.tag == "h1" and skeleton(text) == only:
            score += _ONLY
        if score > top:
            best, top = node, score
    return best


def _likeness(text: str, claims: Claims) -> float:
    """How far a heading says what the page calls itself: 1 for the same words, 0 for other ones."""
    own = skeleton(text)
    if not own:
        return 0.0
    if own in claims.owns:
        return 1.0
    best = 0.0
    words: frozenset[str] | None = None
    for claim in claims.wanted:
        shorter, longer = sorted((len(own), len(claim.own)))
        if shorter >= 8 and (own in claim.own or claim.own in own):
            starts = claim.own.startswith(own) or own.endswith(claim.own)
            best = max(best, 0.6 + 0.35 * shorter / longer if starts else 0.3 + 0.55 * shorter / longer)
            continue
        if words is None:
            words = _folded_words(text)
        said = claim.words
        if words and said and (common := len(words & said)):
            best = max(best, 0.9 * common / (len(words) + len(said) - common))
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


def _ends_trail(node: Element) -> bool:
    """Whether a main heading is the last step of the way from the front page, which names the page for itself."""
    holder = node.parent
    for _ in range(4):
        if not isinstance(holder, Element) or holder.tag in ("article", "main", "header", "body"):
            return False
        if _TRAIL in (holder.attr("itemtype") or "") or _TRAIL.lower() in marks_of(holder):
            return True
        holder = holder.parent
    return False


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
