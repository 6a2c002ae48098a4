"""Every place where a page says when it was published or changed, for readers and for machines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from turbohtml import Element, Text

from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.dates import Moment, parse_moment, written_dates
from layoutcheck.newsroom.reading import names_of
from layoutcheck.newsroom.structured import Fact, Structured

#: Elements that may hold a date; part of the one grouped selection of :mod:`~layoutcheck.newsroom.article`.
SELECTOR = (
    'time, [class*="date" i], [class*="time" i], [class*="publi" i], [class*="posted" i], [class*="datum" i], '
    '[class*="fecha" i], [class*="data-" i], [id*="date" i], [class*="updated" i], [class*="meta" i], [class*="zeit" i]'
)
PUBLISHED = (
    "article:published_time", "datepublished", "article:published", "og:article:published_time", "og:published_time",
    "og:article:published", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date",
    "dcterms.date", "sailthru.date", "parsely-pub-date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "publicationdate", "date", "article.published", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "published_time", "ptime", "displaydate", "originalpublicationdate", "bt:pubdate",
    "article_date_original", "citation_publication_date", "citation_date", "rnews:datepublished", "datecreated", "og:pubdate",
    "prism.publicationdate", "created", "date_published", "news_date", "shareaholic:article_published_time", "pdate",
    "dat", "article.created", "last-published", "releasedate", "mediaindex-date", "weibo:article:create_at",
)  # fmt: skip
MODIFIED = (
    "article:modified_time", "og:updated_time", "datemodified", "article:modified", "og:modified_time", "lastmod",
    "last-modified", "dcterms.modified", "dc.date.modified", "utime", "updated_time", "article:updated_time", "modified",
    "revised", "rnews:datemodified",
)  # fmt: skip
_MODIFIED_WORD = re.compile(
    r"updat|modif|aktualis|mis à jour|mise à jour|actualiz|aggiorna|atualizad|bijgewerkt|oppdater|opdater|uppdater|"
    r"päivite|обновл|оновлен|güncel|更新|수정|zuletzt|geändert|changed|stand:|diperbarui|zaktualiz|edited|rectif",
    re.IGNORECASE,
)
_PUBLISHED_WORD = re.compile(
    r"publi|post|erstellt|veröffentl|erschienen|pubbl|gepubl|creat|опубл|yayın|issued|発表|公開|발행|입력|dibuat|terbit",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"comment|related|recommend|sidebar|footer|widget|teaser|popular|trending|most-|latest|card|list-item|archive|copyright|calendar|event|menu|nav\b"
)
_TEXT_WORDS = 120


@dataclass(frozen=True, slots=True)
class DateStatement:
    """One date that the page tells, and how.

    ``label`` is ``published``, ``modified`` or ``""`` (a reader is left to guess); ``visible`` whether readers see it;
    ``near`` how close to the headline it stands (0 is best); ``swapped`` the other reading of 3/4/2021.
    """

    label: str
    moment: Moment
    spot: Spot
    source: str
    visible: bool
    text: str
    near: int = 0
    swapped: Moment | None = None


def machine_dates(structured: Structured, *, month_first: bool) -> Iterator[DateStatement]:
    """The dates in JSON-LD, microdata and meta elements."""
    for thing in (structured.article, structured.web_page):
        if thing is None:
            continue
        for label, name in (
            ("published", "datePublished"),
            ("modified", "dateModified"),
            ("published", "dateCreated"),
            ("published", "uploadDate"),
        ):
            fact = thing.text(name)
            if fact is not None and (moment := parse_moment(fact.value, month_first=month_first)):
                yield DateStatement(
                    label,
                    moment,
                    fact.spot,
                    "json-ld" if thing is structured.article else "json-ld page",
                    False,
                    fact.value,
                )
    for label, names in (("published", PUBLISHED), ("modified", MODIFIED)):
        for name in names:
            for element in structured.metas.get(name, ()):
                content = (element.attr("content") or "").strip()
                if content and len(content) < 80 and (moment := parse_moment(content, month_first=month_first)):
                    yield DateStatement(label, moment, Spot(element, "content"), name, False, content)
    for label, name in (("published", "datePublished"), ("modified", "dateModified"), ("published", "dateCreated")):
        for element in structured.items.get(name, ()):
            if element.tag == "meta":
                continue
            for attribute in ("content", "datetime"):
                value = (element.attr(attribute) or "").strip()
                if value and (moment := parse_moment(value, month_first=month_first)):
                    yield DateStatement(label, moment, Spot(element, attribute), "microdata", False, value)
                    break


def marked_dates(nodes: Iterable[Element], *, month_first: bool) -> Iterator[DateStatement]:
    """The dates in ``time`` elements and in elements whose class speaks of dates, with their visible text."""
    for order, node in enumerate(nodes):
        if node.tag in ("meta", "script", "link", "input", "html", "body", "main", "article", "section"):
            continue
        datetime = (node.attr("datetime") or "").strip() if node.tag == "time" else ""
        raw = node.text
        if not datetime and (len(raw) > 400 or not any(char.isdigit() for char in raw)):
            continue
        label = _label_of(node, raw)
        near = 1 if _stands_elsewhere(node) else 0
        seen = next(
            visible_dates([text for text in _texts(node)], month_first=month_first, label=label, near=near), None
        )
        machine = parse_moment(datetime, month_first=month_first) if datetime else None
        if machine is not None and node.tag == "time":
            shown = bool(raw.strip())
            yield DateStatement(label, machine, Spot(node, "datetime"), "time[datetime]", shown, datetime, near)
        if seen is not None:
            yield seen


def _texts(node: Element) -> list[Text]:
    from layoutcheck.newsroom.reading import texts

    return list(texts(node))


def visible_dates(texts: list[Text], *, month_first: bool, label: str = "", near: int = 0) -> Iterator[DateStatement]:
    """The dates in running text nodes, each labelled by the words before it."""
    before = ""
    for text in texts:
        data = text.data
        if len(data) <= _TEXT_WORDS + 80 and any(char.isdigit() for char in data):
            at = 0
            for found in written_dates(data, month_first=month_first):
                words = (before + data[at : found.start])[-60:]
                own = (
                    "modified"
                    if _MODIFIED_WORD.search(words)
                    else "published"
                    if _PUBLISHED_WORD.search(words)
                    else label
                )
                yield DateStatement(
                    own, found.moment, Spot(text, None, found.start, found.end), "text", True,
                    data[found.start : found.end], near, found.swapped,
                )  # fmt: skip
                at = found.end
        before = data if data.strip() else before


def _label_of(node: Element, raw: str) -> str:
    names = f"{names_of(node)} {node.attr('itemprop') or ''}".lower()
    if _MODIFIED_WORD.search(names) or "datemodified" in names or _MODIFIED_WORD.search(raw[:40]):
        return "modified"
    if _PUBLISHED_WORD.search(names) or node.attr("pubdate") is not None or _PUBLISHED_WORD.search(raw[:40]):
        return "published"
    return ""


def _stands_elsewhere(node: Element) -> bool:
    holder: object = node
    for _ in range(7):
        if not isinstance(holder, Element) or holder.tag in ("body", "article", "main"):
            return False
        if holder.tag in ("footer", "aside", "nav", "li") or _ELSEWHERE.search(names_of(holder)):
            return True
        holder = holder.parent
    return False


def fact_statement(fact: Fact, label: str, *, month_first: bool) -> DateStatement | None:
    """A machine's fact as a date statement."""
    moment = parse_moment(fact.value, month_first=month_first)
    return DateStatement(label, moment, fact.spot, fact.source, False, fact.value) if moment else None
