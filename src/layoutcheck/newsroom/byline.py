"""Who wrote it: the byline that a reader sees, checked against the names that machines are told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from turbohtml import Element, Text

from layoutcheck.core import fold as folding
from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.dates import has_digit, written_dates
from layoutcheck.newsroom.found import Found
from layoutcheck.newsroom.header import Header, Line, marks_of, role_of
from layoutcheck.newsroom.names import AND, INSIDE, LEAD, LEAD_ALONE, PARTICLES, fold, may_lead, split_names, unique
from layoutcheck.newsroom.reading import spot_of, text_of
from layoutcheck.newsroom.structured import Fact, Structured

#: Elements outside the header that may hold a byline; asked for only when the header holds none.
SELECTOR = (
    '[rel~="author" i], [class*="byline" i], [class*="author" i], [class*="autor" i], [class*="auteur" i], '
    '[class*="writer" i], [id*="author" i]'
)
_PROFILE = re.compile(
    r"/(?:authors?|autor(?:en|es|a)?|auteurs?|by|people|person|profiles?|staff|contributors?|writers?|"
    r"journalists?|reporters?|"
    r"redakt\w+|team|columnists?|user|firma|bio)[/=-]|[?&]author=",
    re.IGNORECASE,
)
#: What it adds that machines and readers are told the same names.
_AGREED = 2.0
_META = (
    "author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
    "article:author", "og:article:author", "cxenseparse:author", "citation_author", "shareaholic:article_author_name",
    "creator", "authors", "og:author", "article.author", "dc.contributor",
)  # fmt: skip
_ADDRESS = re.compile(r"https?:|www\.|^/|\.html?$|@\w")
#: A date or a bar, behind which a name may stand.
_PERHAPS_INSIDE = re.compile(r"[|·•\d]")
#: What systems write where they know no author.
_NOBODY = re.compile(r"(?:no author|none|null|undefined|unknown|n/?a|-+)$", re.IGNORECASE)
_COMPANY = re.compile(
    r"\b(?:gmbh|inc|ltd|llc|ag|s\.?a\.?|s\.?r\.?l|kg|verlag|media|copyright|e\.?v)\b\.?|©", re.IGNORECASE
)
_LOGIN = re.compile(
    r"(?:wp|wordpress)?-?(?:admin(?:istrator)?|webmaster|editor|editorial|root|user|wordpress|web|redaktion|"
    r"redaction|redacción|info|"
    r"none|null|unknown|author|staff|no author|n/a|online|team|news|guest|gast|default|super ?user|"
    r"wordpressadmin)$|^[a-z]+[._][a-z]+$|"
    r"^(?-i:[a-z]{2,12}\d*)$",
    re.IGNORECASE,
)


skeleton = lru_cache(maxsize=256)(folding.skeleton)


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline that a page shows or tells, and how much speaks for it."""

    names: tuple[str, ...]
    at: Spot | Fact
    source: str
    sure: float
    visible: bool = True

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        return self.at if isinstance(self.at, Spot) else self.at.spot


def find_byline(structured: Structured, header: Header, everywhere: Iterable[Element] = ()) -> Found | None:
    """The byline of a page: the candidate for which most speaks, those that machines confirm before all others."""
    sites = _site_names(structured)
    told = list(_told(structured, sites))
    shown = _merged(list(_marked(header, structured)))
    if not any(_confirmed(line, told) == _AGREED for line in shown):
        shown += [*_spoken(header), *_bare(header)]
    if not any(line.sure >= 3 for line in shown) and not any(line.sure >= 3.4 for line in told):
        shown += _far(everywhere)
    best: Byline | None = None
    for line in (*shown, *told):
        names = _without_sites(line.names, sites)
        sure = line.sure + _confirmed(line, told if line.visible else shown)
        if not names:
            names, sure = line.names, min(sure, 1.5)
        if names and (best is None or sure > best.sure):
            best = Byline(names, line.at, line.source, sure, line.visible)
    if best is None or best.sure < 1:
        return None
    if not best.visible:
        best = _shown(best, shown)
    return Found(", ".join(best.names), best, best.source)


def _shown(told: Byline, shown: list[Byline]) -> Byline:
    """The visible copy of a byline that machines are told, when there is one."""
    wanted = {fold(name) for name in told.names}
    for line in shown:
        if wanted & {fold(name) for name in line.names}:
            return Byline(told.names, line.at, line.source, told.sure)
    return told


def _confirmed(line: Byline, others: list[Byline]) -> float:
    """How far the other side (machines or readers) is told the same names."""
    own = {fold(name) for name in line.names}
    best = 0.0
    for other in others:
        names = {fold(name) for name in other.names}
        if own == names:
            return _AGREED
        if own & names:
            best = max(best, 1.2 if own < names else 1.0)
    return best


def _site_names(structured: Structured) -> set[str]:
    found = {skeleton(fact.value) for name in ("og:site_name", "application-name") if (fact := structured.meta(name))}
    if structured.article is not None:
        publisher = structured.article.text("publisher")
        if publisher is not None:
            found.add(skeleton(publisher.value))
    return {name for name in found if name}


def _without_sites(names: tuple[str, ...], sites: set[str]) -> tuple[str, ...]:
    """Names without that of the site or agency which stands behind a person's: ``Jo Moe, CNN``."""
    people = tuple(name for name in names if skeleton(name) not in sites)
    if len(people) > 1:
        named = tuple(name for name in people if not (name.isupper() and len(name) <= 12 and " " not in name))
        people = named or people
    return people


def _told(structured: Structured, sites: set[str]) -> Iterator[Byline]:
    """What machines are told, by source."""
    by_source: dict[str, list[Fact]] = {}
    for fact in machine_names(structured):
        by_source.setdefault(fact.source, []).append(fact)
    for source, facts in by_source.items():
        names = unique(name for fact in facts for name in split_names(fact.value, machine=True))
        if not names or all(_NOBODY.match(name) for name in names):
            continue
        sure = 3.4 if source == "json-ld" else 3.0
        if all(_LOGIN.match(name) for name in names):
            sure = 1.4
        elif source != "json-ld" and all(_COMPANY.search(name) for name in names):
            sure = 0.9  # the publisher or maker of the site, on each of its pages
        yield Byline(names, facts[0], source, sure, visible=False)


def machine_names(structured: Structured) -> list[Fact]:
    """What JSON-LD, then meta elements, say of the author; addresses left out."""
    found = structured.authors(structured.article) or structured.authors(structured.web_page)
    for name in _META:
        for element in structured.metas.get(name, ()):
            content = (element.attr("content") or "").strip()
            if content:
                found.append(Fact("author", content, name, at=Spot(element, "content")))
    return [fact for fact in found if not _ADDRESS.search(fact.value)]


def _marked(header: Header, structured: Structured) -> Iterator[Byline]:
    """Bylines in the header by what their elements are called."""
    seen: set[Any] = set()
    for line in header.lines:
        node = line.author
        if node is None or node in seen or line.aside:
            continue
        seen.add(node)
        found = _read_marked(node, near=True)
        if found is not None:
            yield found
    for node in structured.items.get("author", ()):
        if node not in seen and node.tag != "meta":
            found = _read_marked(node, near=False)
            if found is not None:
                yield found


def _merged(lines: list[Byline]) -> list[Byline]:
    """Bylines of one kind that follow each other, made one: each author of a story has an element of their own."""
    found: list[Byline] = []
    for line in lines:
        last = found[-1] if found else None
        if last is not None and (last.source, last.sure) == (line.source, line.sure) and line.sure >= 2:
            names = unique([*last.names, *line.names])
            found[-1] = Byline(names, last.at, last.source, last.sure)
        else:
            found.append(line)
    return found


def _read_marked(node: Element, *, near: bool) -> Byline | None:
    text = text_of(node)
    if not 2 <= len(text) <= 300:
        return None
    names = _names_within(node, text)
    if not names:
        return None
    marks = marks_of(node)
    sure = 2.4
    if "by-line" in marks or "byline" in marks:
        sure = 3.2
    elif "author" in (node.attr("itemprop") or "").split() or "author" in (node.attr("rel") or "").lower().split():
        sure = 3.4
    elif re.search(
        r"author[-_]?name|autor[-_]?name|post-?author|article-?_*author|entry-?author|authors?\b|writer", marks
    ):
        sure = 2.8
    if LEAD.match(text):
        sure += 0.6
    if not near:
        sure -= 1.0
    return Byline(names, spot_of(node), _source(node), sure)


def _far(nodes: Iterable[Element]) -> Iterator[Byline]:
    """Bylines that stand elsewhere on the page, asides left out."""
    for count, node in enumerate(nodes):
        if count > 40:
            return
        if node.tag in ("meta", "script", "link", "input", "img", "body", "html", "main", "article", "form", "section"):
            continue
        holder: Any = node
        for _ in range(6):
            if not isinstance(holder, Element) or holder.tag in ("body", "html"):
                break
            if role_of(holder).aside or holder.tag == "li":
                break
            holder = holder.parent
        else:
            holder = None
        if isinstance(holder, Element) and holder.tag not in ("body", "html"):
            continue
        found = _read_marked(node, near=False)
        if found is not None:
            yield Byline(found.names, found.at, found.source, found.sure - 0.6)


def _names_within(node: Element, text: str) -> tuple[str, ...]:
    inner = node.select(
        '[rel~="author"], [itemprop~="name"], a[href*="author"], a[href*="/by/"], a[href*="autor"], a[href*="profile"]'
    )
    if inner:
        names = unique(name for part in inner for name in split_names(text_of(part)))
        if names:
            return names
    return split_names(text)


def _source(node: Element) -> str:
    if "author" in (node.attr("itemprop") or "").split():
        return f"{node.tag}[itemprop=author]"
    if "author" in (node.attr("rel") or "").lower().split():
        return f"{node.tag}[rel=author]"
    return "byline"


def _spoken(header: Header) -> Iterator[Byline]:
    """Lines that say ``By …`` in one of the press's languages."""
    lines = header.lines
    for index, line in enumerate(lines):
        if line.aside or len(line.said) > 160:
            continue
        said = line.said
        leads = may_lead(said)
        if not leads and _PERHAPS_INSIDE.search(said) is None:
            continue
        if leads and LEAD_ALONE.match(said) and index + 1 < len(lines):
            names, last = _joined(lines, index + 1)
            if names:
                yield Byline(names, _stretch(lines[index + 1].text, last.text), "by …", 3.6 if line.after else 3.2)
            continue
        match = LEAD.match(said) or INSIDE.search(said)
        if match is None:
            continue
        names, last = _joined(lines, index, match.end())
        if names and _is_name_like(names):
            start = max(line.text.data.find(names[0].split()[0]), 0)
            weak = not LEAD.match(said) and not re.search(r"von|by|par|por", match[0], re.IGNORECASE)
            sure = 1.2 if weak else 3.3 if line.after else 2.8
            yield Byline(names, _stretch(line.text, last.text, start), "by …", sure)


def _stretch(first: Text, last: Text, start: int = -1) -> Spot:
    """The spot from one text to another, without the white space around it."""
    begin = len(first.data) - len(first.data.lstrip()) if start < 0 else start
    end = len(last.data.rstrip())
    return Spot(first, None, begin, end) if first == last else Spot(first, None, begin, until=Spot(last, None, 0, end))


def _bare(header: Header) -> Iterator[Byline]:
    """Lines that are a name: linked to an author's page, or right beside the date."""
    lines = header.lines
    linked: Byline | None = None
    at = 0
    for index, line in enumerate(lines):
        if linked is not None and index - at > 3:
            break
        if line.aside or not 4 <= len(line.said) <= 60:
            continue
        if " " not in line.said or has_digit(line.said) or line.said[0].islower():
            continue
        names = split_names(line.said)
        if not names or not any(len(name.split()) > 1 for name in names) or len(names[0]) * 2 < len(line.said):
            continue
        parent = line.text.parent
        link = parent.closest("a[href]") if isinstance(parent, Element) else None
        if link is not None and _PROFILE.search(link.attr("href") or ""):
            if linked is None:
                linked = Byline(names, spot_of(link), "link to the author", 3.0 if line.after else 2.4)
            else:
                linked = Byline(unique([*linked.names, *names]), linked.at, linked.source, linked.sure)
            at = index
        elif (
            line.after
            and _is_full_name(names)
            and _stands_alone(line)
            and any(_is_date(other) for other in lines[max(0, index - 1) : index + 3])
        ):
            yield Byline(names, _stretch(line.text, line.text), "name by the date", 1.6)
    if linked is not None:
        yield linked


def _stands_alone(line: Line) -> bool:
    """Whether a line is no part of a sentence."""
    parent = line.text.parent
    block = parent.closest("p, li, td, div, h2, h3") if isinstance(parent, Element) else None
    return block is None or len(block.text) <= 160


def _is_full_name(names: tuple[str, ...]) -> bool:
    return all(
        2 <= len(name.split()) <= 4 and all(w[0].isupper() or w in PARTICLES for w in name.split()) for name in names
    )


def _is_date(line: Line) -> bool:
    return len(line.said) <= 60 and has_digit(line.said) and next(written_dates(line.said), None) is not None


def _joined(lines: list[Line], index: int, start: int = 0) -> tuple[tuple[str, ...], Line]:
    """The names from a line on, over the lines that a comma or "and" joins to it."""
    said, last = lines[index].said[start:], lines[index]
    for line in lines[index + 1 : index + 12]:
        bare = line.said.strip()
        joins = AND.fullmatch(f" {bare} ") is not None or bare.startswith((",", "and ", "und ", "& "))
        open_end = re.search(r"(?:,|&|\band|\bund|\bet|\by)\s*$", said) is not None
        if not joins and not open_end:
            break
        if open_end and not joins and not split_names(bare):
            break
        said, last = f"{said} {bare}", line
    return split_names(said), last


def _is_name_like(names: tuple[str, ...]) -> bool:
    if any(name[0].islower() for name in names):
        return False
    words = [len(name.split()) for name in names]
    return max(words) <= 5 and (len(words) == 1 or max(words) > 1 or not names[0].isascii())
