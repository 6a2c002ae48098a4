"""Who wrote it: the byline that a reader sees, checked against the names that machines are told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from turbohtml import Element

from layoutcheck.core import fold as folding
from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.dates import has_digit, written_dates
from layoutcheck.newsroom.found import Found
from layoutcheck.newsroom.header import Header, Line, marks_of, role_of
from layoutcheck.newsroom.reading import spot_of, text_of
from layoutcheck.newsroom.structured import Fact, Structured

#: Elements outside the header that may hold a byline; asked for only when the header holds none.
SELECTOR = (
    '[rel~="author" i], [class*="byline" i], [class*="author" i], [class*="autor" i], [class*="auteur" i], '
    '[class*="writer" i], [id*="author" i]'
)
_BY_STRONG = (
    r"(?:written|posted|published|reported|story|words|text|article|reporting|submitted|created|interview|photography|report)"
    r"\s+by|"
    r"(?:text|bericht|artikel|beitrag|verfasst|geschrieben|erstellt|veröffentlicht|interview|kommentar|gastbeitrag|essay|"
    r"analyse|redaktion|analyse|kolumne)\s+von|"
    r"publicado por|escrito por|redactado por|scritto da|pubblicato da|a cura di|propos recueillis par|écrit par|publié par|"
    r"geschreven door|skrevet av|napisał|opublikował|yazan|oleh|penulis|ditulis oleh"
)
_BY_FIELD = (
    r"author|authors|autor|autorin|autor:in|autoren|auteur|auteurs|autore|autori|autora|verfasser|text|texte|texto|testo|tekst|"
    r"автор|авторы|текст|redakteur|writer|journalist|byline|escribe|words|von|by|by:|文|作者|記者|记者|责任编辑|编辑|"
    r"来源|رأي|بقلم|كتب|لेखक|yazar|autor textu|pisze|penulis|skribent|forfatter|skrevet av|door"
)
_BY_SHORT = r"by|von|par|por|di|door|av|af|przez|od|oleh|от|von:"
_LEAD = re.compile(
    rf"(?:(?:ein(?:e)?\s+(?:\w+\s+)?)?(?:{_BY_STRONG})\s*:?\s+|(?:{_BY_FIELD})\s*[:：/／]\s*|(?:{_BY_SHORT})\s+)+",
    re.IGNORECASE,
)
_LEAD_ALONE = re.compile(
    rf"(?:(?:ein(?:e)?\s+(?:\w+\s+)?)?(?:{_BY_STRONG})|{_BY_SHORT}|{_BY_FIELD})\s*[:：]?$", re.IGNORECASE
)
_INSIDE = re.compile(
    r"(?:(?<=[|·•–—\-,;\d])|(?<=Uhr)|(?<=[ap]m))\s*(?:von|by|par|por)\s*:?\s+(?=[^\W\d_])|\s[|·•]\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"\s*(?:[|·•●–—;\n\t\u2003\u2022<>›»]|\s-\s|\s/\s|\(|\bon\s(?=\S*\d|\w+day|\w{3,9}\s\d)|\bam\s(?=\d)|\bpublished\b|\bupdated\b|"
    r"\bposted\b|\bvor\s\d|\bis\s(?:a|an|the)\b|\bist\s|\bin\s(?=[A-Z])|\s@|\s\d|\bvom\s|\bstand\b|\bdatum\b|\bveröffentlicht|\berstellt|"
    r"\billustration\b|\bfotos?\b|\bphotos?\b|\bbilder?\b|\bfür\b|\bfor\s(?=[A-Z]))\s*",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*(?:,|;|&|、|，|\+|\||\sand\s|\sund\s|\set\s|\sy\s|\se\s|\sog\s|\soch\s|\si\s|\sи\s|\sve\s|\sdan\s|\swith\s)\s*",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\d|@|https?:|www\.|\.(?:com|org|net|de|co)\b|[?!=*#{}]|\b(?:reporters?|editors?|writers?|correspondents?|contributors?|staff|"
    r"journalist|columnist|read|share|follow|comments?|updated|published|posted|min|minutes|ago|subscribe|view|more|about|"
    r"posts?|articles?|all|photos?|images?|foto|bild|copyright|redakteur(?:in)?|chefredakteur(?:in)?|ressort|twitter|facebook|"
    r"email|last|modified|update|creative commons|licen[cs]e|zur|stand|datum|e-mail|january|february|march|april|june|july|august|september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|est|edt|gmt|utc|professor|director|profile|bio|"
    r"uhr|kommentare?|alle|mehr|beiträge|artikel|lesezeit|aktualisiert|zum|über|erforderlich|pflichtfeld|cookies?|"
    r"sign|login|log|download|name|url|website|required|press release|pressemitteilung|categor(?:y|ies)|tags?|topics?|"
    r"contact|kontakt|impressum|newsletter|sagt|says|said|schreibt|writes|autor(?:in|en|info)?|author|archive?)\b|©",
    re.IGNORECASE,
)
_TITLE_WORD = re.compile(
    r"(?:,\s*)?\b(?:ph\.?\s?d\.?|m\.?d\.?|rd|cpa|jr\.|esq\.?|ceo|cto|phd|msc|mba)\b\.?$", re.IGNORECASE
)
#: Two to four words with capital letters: nearly all of the names that there are in Latin script.
_PLAIN = re.compile(r"[A-Z][a-zà-ÿ]+(?: (?:[A-Z][a-zà-ÿ]+|[A-Z]\.)){1,3}")
_PROFILE = re.compile(
    r"/(?:authors?|autor(?:en|es|a)?|auteurs?|by|people|person|profiles?|staff|contributors?|writers?|journalists?|reporters?|"
    r"redakt\w+|team|columnists?|user|firma|bio)[/=-]|[?&]author=",
    re.IGNORECASE,
)
#: What it adds that machines and readers are told the same names.
_AGREED = 2.0
_LETTER = re.compile(r"[^\W\d_]")
_PARTICLE = frozenset(
    "de da di del della der den van von zu zur la le el bin al ibn y e dos das du ten ter af av of the und and mit".split()
)
_META = (
    "author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
    "article:author", "og:article:author", "cxenseparse:author", "citation_author", "shareaholic:article_author_name",
    "creator", "authors", "og:author", "article.author", "dc.contributor",
)  # fmt: skip
_ADDRESS = re.compile(r"https?:|www\.|^/|\.html?$|@\w")
_LOGIN = re.compile(
    r"(?:wp|wordpress)?-?(?:admin(?:istrator)?|webmaster|editor|editorial|root|user|wordpress|web|redaktion|redaction|redacción|info|"
    r"none|null|unknown|author|staff|no author|n/a|online|team|news|guest|gast|default|super ?user|wordpressadmin)$|^[a-z]+[._][a-z]+$|"
    r"^(?-i:[a-z]{2,12}\d*)$",
    re.IGNORECASE,
)


fold = lru_cache(maxsize=256)(folding.fold)
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
    return Found(", ".join(best.names), best.spot, best.source)


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
        names = _unique(name for fact in facts for name in split_names(fact.value, machine=True))
        if not names:
            continue
        sure = 3.4 if source == "json-ld" else 3.0
        if all(_LOGIN.match(name) for name in names):
            sure = 1.4
        elif all(skeleton(name) in sites for name in names):
            sure = 3.0
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
            names = _unique([*last.names, *line.names])
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
    if _LEAD.match(text):
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
        names = _unique(name for part in inner for name in split_names(text_of(part)))
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
        if _LEAD_ALONE.match(said) and index + 1 < len(lines):
            names, last = _joined(lines, index + 1)
            if names:
                first = lines[index + 1].text
                until = None if last.text == first else Spot(last.text)
                yield Byline(names, Spot(first, until=until), "by …", 3.6 if line.after else 3.2)
            continue
        match = _LEAD.match(said) or _INSIDE.search(said)
        if match is None:
            continue
        names, last = _joined(lines, index, match.end())
        if names and _is_name_like(names):
            start = max(line.text.data.find(names[0].split()[0]), 0)
            weak = not _LEAD.match(said) and not re.search(r"von|by|par|por", match[0], re.IGNORECASE)
            until = None if last.text == line.text else Spot(last.text)
            end = None if until else len(line.text.data.rstrip())
            yield Byline(
                names, Spot(line.text, None, start, end, until), "by …", 1.2 if weak else 3.3 if line.after else 2.8
            )


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
                linked = Byline(_unique([*linked.names, *names]), linked.at, linked.source, linked.sure)
            at = index
        elif (
            line.after
            and _is_full_name(names)
            and any(_is_date(other) for other in lines[max(0, index - 1) : index + 3])
        ):
            start = len(line.text.data) - len(line.text.data.lstrip())
            yield Byline(names, Spot(line.text, None, start, len(line.text.data.rstrip())), "name by the date", 1.6)
    if linked is not None:
        yield linked


def _is_full_name(names: tuple[str, ...]) -> bool:
    return all(
        2 <= len(name.split()) <= 4 and all(w[0].isupper() or w in _PARTICLE for w in name.split()) for name in names
    )


def _is_date(line: Line) -> bool:
    return len(line.said) <= 60 and has_digit(line.said) and next(written_dates(line.said), None) is not None


def _joined(lines: list[Line], index: int, start: int = 0) -> tuple[tuple[str, ...], Line]:
    """The names from a line on, over the lines that a comma or "and" joins to it."""
    said, last = lines[index].said[start:], lines[index]
    for line in lines[index + 1 : index + 12]:
        bare = line.said.strip()
        joins = _AND.fullmatch(f" {bare} ") is not None or bare.startswith((",", "and ", "und ", "& "))
        open_end = re.search(r"(?:,|&|\band|\bund|\bet|\by)\s*$", said) is not None
        if not joins and not open_end:
            break
        if open_end and not joins and not split_names(bare):
            break
        said, last = f"{said} {bare}", line
    return split_names(said), last


def _is_name_like(names: tuple[str, ...]) -> bool:
    return all(1 <= len(name.split()) <= 5 for name in names)


def split_names(text: str, *, machine: bool = False) -> tuple[str, ...]:
    """The names in a byline: ``By Jo Moe and Ann Lee, Staff Writers | 3 May`` gives two."""
    said = " ".join(text.split())
    if _PLAIN.fullmatch(said) and not _NO_NAME.search(said) and not _LEAD.match(said):
        return (said,)
    lead = _LEAD.match(said)
    if lead:
        said = said[lead.end() :]
    elif _LEAD_ALONE.fullmatch(said):
        return ()
    pieces = [part for part in _BREAK.split(said) if part.strip(" .:-")]
    names = _names_in(pieces[0], machine=machine) if pieces else ()
    if machine and len(pieces) == 2 and len(names) == 1 and len(names[0].split()) == 1:
        return names + _names_in(pieces[1], machine=True)  # the site's name before the author's
    return names


def _names_in(piece: str, *, machine: bool) -> tuple[str, ...]:
    names: list[str] = []
    for part in _AND.split(_TITLE_WORD.sub("", piece.strip())):
        name = _TITLE_WORD.sub("", part.strip(" .:()[]\"'“”„,-_/")).strip(" ,")
        if is_name(name, machine=machine):
            names.append(name)
        elif names:
            break  # behind the first piece that is no name come roles and places
    return _unique(names)


def is_name(text: str, *, machine: bool = False) -> bool:
    """Whether a piece of a byline can be somebody's name."""
    words = text.split()
    if not 1 <= len(words) <= (8 if machine else 5) or not 2 <= len(text) <= 60 or not _LETTER.search(text):
        return False
    if machine:
        return not text.startswith(("http", "@"))
    if _NO_NAME.search(text) or _LEAD_ALONE.fullmatch(text):
        return False
    if len(words) == 1:
        return not text.islower() or len(text) > 3
    return all(
        not word[0].islower() or word.casefold() in _PARTICLE or word[:2] in ("d'", "d’", "al") for word in words
    )


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), name)
    return tuple(found.values())
