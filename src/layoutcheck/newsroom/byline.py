"""Who wrote it: the byline that a reader sees, checked against the names that machines are told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from turbohtml import Element, Text

from layoutcheck.core.fold import fold
from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.found import Found
from layoutcheck.newsroom.reading import names_of, spot_of, text_of
from layoutcheck.newsroom.structured import Fact, Structured

#: Elements that may hold a byline; part of the one grouped selection of :mod:`~layoutcheck.newsroom.article`.
SELECTOR = (
    '[rel~="author" i], [class*="byline" i], [class*="author" i], [class*="autor" i], [class*="auteur" i], '
    '[class*="writer" i], [class*="contributor" i], [class*="journalist" i], [class*="reporter" i], '
    '[class*="firma" i], [class*="redakteur" i], [class*="posted-by" i], [class*="credit" i], [id*="author" i], '
    '[id*="byline" i], [class*="verfasser" i], [class*="auther" i], [class*="skribent" i], [class*="forfatter" i]'
)
_BY = (
    r"(?:(?:written|posted|published|reported|story|words|article|text|report|post|submitted|created)\s+by|by|von|par|por|"
    r"di|de|door|av|af|przez|oleh|yazan|text(?:\s+von)?|texte|texto|testo|author|authors|autor(?:in|en|es|a)?|auteur|autore|"
    r"verfasst von|geschrieben von|erstellt von|ein (?:artikel|beitrag|gastbeitrag|kommentar) von|автор|текст|"
    r"publicado por|escrito por|scritto da|a cura di|redaktion|bericht von|文|作者|記者|记者|编辑|by:)"
)
_LEAD = re.compile(rf"(?:(?:^|(?<=[|·•–—\-]\s)){_BY}\s*[:：]\s*|^{_BY}\s+)+", re.IGNORECASE)
_BREAK = re.compile(
    r"\s*(?:[|·•●/–—;\n\t\u2003]|\s-\s|\son\s|\sam\s(?=\d)|\bfor\s|\bpublished\b|\bupdated\b|\bposted\b|\bvor\s\d)\s*",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*(?:,|;|&|、|，|\+|\sand\s|\sund\s|\set\s|\sy\s|\se\s|\sog\s|\soch\s|\sen\s|\si\s|\sи\s|\sve\s|\sdan\s|\swith\s|\smit\s)\s*",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\d|@|https?:|www\.|\.(?:com|org|net|de|co)\b|\b(?:reporter|editor|writer|correspondent|contributor|staff|news|"
    r"journalist|columnist|read|share|follow|comments?|updated|published|posted|min|minutes|ago|subscribe|view|more|about|"
    r"posts?|articles?|all|photo|image|foto|bild|copyright|redaktor|redakteur(?:in)?|chefredakteur|ressort|twitter|"
    r"facebook|email|e-mail|january|february|march|april|june|july|august|september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|est|edt|gmt|utc|professor|director|profile|bio|"
    r"uhr|kommentare?|alle|mehr|beiträge|artikel|lesezeit|veröffentlicht|aktualisiert|zum|über|der|die|das|magazine|"
    r"times|post|press|daily)\b",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"[^\W\d_]")
_PARTICLE = frozenset(
    "de da di del della der den van von zu zur la le el bin al ibn y e dos das du ten ter af av of".split()
)
_ELSEWHERE = re.compile(
    r"comment|related|recommend|sidebar|footer|widget|teaser|popular|trending|most-|photo|image|caption|figure|card|list-item|newsletter"
)
_META = ("author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "dc.contributor", "byl",
         "article:author", "og:article:author", "cxenseparse:author", "citation_author", "shareaholic:article_author_name",
         "creator", "authors", "og:author", "dcsext.author", "article.author", "cre")  # fmt: skip
_ADDRESS = re.compile(r"https?:|www\.|/|\.(?:com|de|org|net)$")
_LOGIN = re.compile(
    r"^(?:admin(?:istrator)?|webmaster|editor|root|user|wordpress|web|redaktion|info|none|null|unknown|author|staff)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline as the page prints it."""

    names: tuple[str, ...]
    spot: Spot
    source: str
    #: Whether the element is marked as a byline rather than guessed.
    sure: float


def find_byline(
    structured: Structured, nodes: list[Element], headline: Element | None, begin: list[Text]
) -> Found | None:
    """The byline of a page: ``nodes`` are candidates in source order, ``begin`` the texts around headline and lead."""
    told = [fact for fact in machine_names(structured) if not _LOGIN.match(fact.value)]
    seen = visible_bylines(nodes, headline)
    matched = _agreeing(told, seen)
    if matched is not None:
        return matched
    spoken = spoken_byline(begin)
    sure = [line for line in seen if line.sure >= 3]
    if sure:
        return _found(max(sure, key=lambda line: line.sure))
    if spoken is not None:
        return _found(spoken)
    persons = [fact for fact in told if fact.source == "json-ld"] or told
    if persons:
        first = persons[0]
        names = _unique(
            name for fact in persons if fact.source == first.source for name in split_names(fact.value, machine=True)
        )
        if names:
            return Found(", ".join(names), first.spot, first.source)
    if seen:
        return _found(max(seen, key=lambda line: line.sure))
    return None


def _found(line: Byline) -> Found:
    return Found(", ".join(line.names), line.spot, line.source)


def _agreeing(told: list[Fact], seen: list[Byline]) -> Found | None:
    """The names of machines that a visible byline shows as well, at that byline."""
    for line in sorted(seen, key=lambda line: -line.sure):
        shown = {fold(name) for name in line.names}
        for source in dict.fromkeys(fact.source for fact in told):
            names = _unique(n for fact in told if fact.source == source for n in split_names(fact.value, machine=True))
            if names and shown & {fold(name) for name in names}:
                both = names if len(names) >= len(line.names) else line.names
                return Found(", ".join(both), line.spot, line.source)
    return None


def machine_names(structured: Structured) -> list[Fact]:
    """What JSON-LD, then meta elements, say of the author; addresses left out."""
    found = structured.authors(structured.article) or structured.authors(structured.web_page)
    for name in _META:
        for element in structured.metas.get(name, ()):
            content = (element.attr("content") or "").strip()
            if content and not _ADDRESS.search(content):
                found.append(Fact("author", content, name, at=Spot(element, "content")))
    return [fact for fact in found if not _ADDRESS.search(fact.value)]


def visible_bylines(nodes: list[Element], headline: Element | None) -> list[Byline]:
    """The bylines among ``nodes``, each with how sure its mark-up makes it."""
    found: list[Byline] = []
    for node in nodes:
        if node.tag in ("meta", "script", "link", "input", "img", "body", "html", "main", "article"):
            continue
        text = text_of(node)
        if not 2 <= len(text) <= 260:
            continue
        sure = _sureness(node, text)
        if sure <= 0:
            continue
        names = _names_within(node, text)
        if names:
            found.append(Byline(names, spot_of(node), _source(node), sure - 0.02 * len(found)))
    return found


def _names_within(node: Element, text: str) -> tuple[str, ...]:
    inner = node.select(
        '[rel~="author"], [itemprop~="name"], a[href*="author"], a[href*="/by/"], a[href*="autor"], a[href*="profile"]'
    )
    if inner:
        names = _unique(name for part in inner for name in split_names(text_of(part)))
        if names:
            return names
    return split_names(text)


def _sureness(node: Element, text: str) -> float:
    names = names_of(node)
    sure = 1.0
    if "byline" in names or "by-line" in names:
        sure = 3.5
    elif "author" in (node.attr("itemprop") or "").split():
        sure = 3.6
    elif "author" in (node.attr("rel") or "").lower().split():
        sure = 3.4
    elif re.search(r"author[-_]?name|autor[-_]?name|post-?author|article-?_*author|entry-?author|authors?\b", names):
        sure = 3.0
    if _LEAD.match(text):
        sure += 1.0
    holder: object = node
    for _ in range(5):
        if not isinstance(holder, Element):
            break
        if holder.tag in ("footer", "aside", "nav", "figure", "figcaption", "li") or _ELSEWHERE.search(
            names_of(holder)
        ):
            sure -= 2.5 if holder.tag != "li" else 0.8
            break
        holder = holder.parent
    return sure


def _source(node: Element) -> str:
    if "author" in (node.attr("itemprop") or "").split():
        return f"{node.tag}[itemprop=author]"
    if "author" in (node.attr("rel") or "").lower().split():
        return f"{node.tag}[rel=author]"
    return "byline"


def spoken_byline(texts: list[Text]) -> Byline | None:
    """A line that says ``By …`` in one of the press's languages, between headline and story."""
    for index, text in enumerate(texts):
        said = " ".join(text.data.split())
        match = _LEAD.match(said)
        if match is None:
            continue
        rest = said[match.end() :].strip()
        if not rest and index + 1 < len(texts):
            names = split_names(" ".join(texts[index + 1].data.split()))
            if names and _is_name_like(names):
                follow = texts[index + 1]
                return Byline(names, Spot(follow), "by …", 2.0)
        elif len(rest) <= 80:
            names = split_names(rest)
            if names and _is_name_like(names):
                start = text.data.find(names[0].split()[0])
                return Byline(names, Spot(text, None, max(start, 0), len(text.data.rstrip())), "by …", 2.0)
    return None


def _is_name_like(names: tuple[str, ...]) -> bool:
    return all(2 <= len(name.split()) <= 4 or not name.isascii() for name in names)


def split_names(text: str, *, machine: bool = False) -> tuple[str, ...]:
    """The names in a byline: ``By Jo Moe and Ann Lee, Staff Writers | 3 May`` gives two."""
    said = " ".join(text.split())
    said = _LEAD.sub("", said).strip(" :")
    if machine:
        parts = [part for part in _AND.split(said)]
    else:
        first = next((part for part in _BREAK.split(said) if part.strip()), "")
        parts = _AND.split(first)
    names = _unique(name for part in parts if (name := part.strip(" .:()[]\"'“”,")) and is_name(name, machine=machine))
    return names


def is_name(text: str, *, machine: bool = False) -> bool:
    """Whether a piece of a byline can be somebody's name."""
    words = text.split()
    if not 1 <= len(words) <= (8 if machine else 5) or len(text) < 2 or len(text) > 60:
        return False
    if machine:
        return bool(_NAME_WORD.search(text)) and not text.startswith(("http", "@"))
    if _NO_NAME.search(text) or not _NAME_WORD.search(text):
        return False
    return all(
        word[0].isupper() or not word[0].isalpha() or word.casefold() in _PARTICLE or not word[0].islower()
        for word in words
    ) or (len(words) == 1)


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), name)
    return tuple(found.values())
