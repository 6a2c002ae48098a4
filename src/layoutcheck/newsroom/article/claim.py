"""What a page calls itself: its headline and its site, in places that machines read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from turbohtml import Element

from layoutcheck.core import fold as folding
from layoutcheck.newsroom.article.head import find_title
from layoutcheck.newsroom.article.header import marks_of
from layoutcheck.newsroom.byline.site_name import host_names
from layoutcheck.newsroom.found import Found
from layoutcheck.newsroom.reading import text_of
from layoutcheck.newsroom.structured import Fact, Structured
from layoutcheck.parse.page import Page

#: What parts a headline from the names of its section and site.
SEPARATOR = re.compile(r"(?=[\s|])(?:\s+[|\-–—·•»:/<>«]+\s+|\s*\|\s*)")
_SEPARATOR_SIGN = re.compile(r"[|\-–—·•»:/<>«]")
_WORD = re.compile(r"\w+")
_TRAIL = "Breadcrumb"
#: From this length on, another element that says what the page calls itself does so by no accident.
SAYING = 20

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
            if (parts := pieces(text)) and (longest := max(map(len, parts)))
            for piece in parts
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
            parts = pieces(str(self.title.value))
            if told := self.told:
                unsaid = {own for part in parts if not any((own := skeleton(part)) in text for text in told)}
                longest = skeleton(max(parts, key=len, default=""))
                if len(unsaid) == len(parts) and len(longest) >= SAYING and longest in self.mains:
                    unsaid.discard(longest)  # the headline, in other words than machines are told
                found |= unsaid
            elif len(parts) > 1 and len(parts[-1]) < len(parts[0]) and skeleton(parts[0]) not in found:
                found.add(skeleton(parts[-1]))
        return {name for name in found if name}

    def likeness(self, text: str) -> float:
        """How far a heading says what the page calls itself: 1 for the same words, 0 for other ones."""
        own = skeleton(text)
        if not own:
            return 0.0
        if own in self.owns:
            return 1.0
        best = 0.0
        words: frozenset[str] | None = None
        for claim in self.wanted:
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


@lru_cache(maxsize=64)
def pieces(title: str) -> tuple[str, ...]:
    """The parts of a title that separators part, ``Headline | Section - Site``; none where nothing parts it."""
    if _SEPARATOR_SIGN.search(title) is None:
        return ()
    found = tuple(part.strip() for part in SEPARATOR.split(title) if part and part.strip())
    return found if len(found) > 1 else ()


def read_claims(page: Page, structured: Structured) -> Claims:
    """What the page calls itself, the most trustworthy first."""
    found = [structured.text("headline"), structured.meta("og:title"), structured.meta("twitter:title")]
    if found[0] is None:
        found.append(structured.text("name"))
    facts = [fact for fact in found if fact is not None]
    mains = frozenset(skeleton(text_of(node)) for node in page.tree.select("h1")[:9] if not _ends_trail(node))
    return Claims(facts, find_title(page), structured.meta("og:site_name"), host_names(structured), mains)


def without_site(title: str, claims: Claims) -> str:
    """A page title without the name of the site: its longest part that is not the site's."""
    parts = [part for part in pieces(title) if skeleton(part) not in claims.sites]
    if not parts or len(parts) == len(pieces(title)):
        return title if not parts or len(parts[0]) < 12 else parts[0]
    start, end = title.find(parts[0]), title.rfind(parts[-1]) + len(parts[-1])
    return title[start:end] if 0 <= start < end else parts[0]


def words_in_common(first: str, second: str) -> float:
    """The share of words that two folded headlines have in common; of letters in scripts without spaces."""
    one, two = _words(first), _words(second)
    return len(one & two) / max(min(len(one), len(two)), 1)


def _words(text: str) -> set[str]:
    found = set(_WORD.findall(text))
    if len(found) * 12 < len(text):
        return {text[at : at + 2] for at in range(len(text) - 1)}
    return found


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
