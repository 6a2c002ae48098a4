"""Every place where a page says when it was published or changed, for readers and for machines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from turbohtml import Element, Text

from layoutcheck.core.rare import rare
from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.article.header import marks_of
from layoutcheck.newsroom.date.dates import BUDDHIST, Moment, may_hold_date, parse_moment, written_dates
from layoutcheck.newsroom.reading import Classed, Said, said_texts, spot_of, text_of, visible_texts
from layoutcheck.newsroom.structured import Fact, Structured
from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page

#: Elements that may hold a date; asked for only when machines, ``time`` elements and the header tell none.
_DATED = ("date", "time", "publi", "posted", "datum", "fecha", "meta", "info")
_DATED_BY_ID = '[id*="date" i]'
PUBLISHED = (
    "article:published_time", "datepublished", "article:published", "og:article:published_time", "og:published_time",
    "og:article:published", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date",
    "dcterms.date", "sailthru.date", "parsely-pub-date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "publicationdate", "date", "article.published", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "published_time", "ptime", "displaydate", "originalpublicationdate", "bt:pubdate",
    "article_date_original", "citation_publication_date", "citation_date", "rnews:datepublished",
    "datecreated", "og:pubdate",
    "prism.publicationdate", "created", "date_published", "news_date", "shareaholic:article_published_time", "pdate",
    "dat", "article.created", "last-published", "releasedate", "mediaindex-date", "weibo:article:create_at",
)  # fmt: skip
MODIFIED = (
    "article:modified_time", "og:updated_time", "datemodified", "article:modified", "og:modified_time", "lastmod",
    "last-modified", "dcterms.modified", "dc.date.modified", "utime", "updated_time", "article:updated_time",
    "modified", "revised", "rnews:datemodified",
)  # fmt: skip
_FIELD_NAME = re.compile(r"(?:date|datetime|pubdate|timestamp|[a-z]+(?:_[a-z]+)+|[a-z]+(?:Date|Time|At))\s*[:=]?")
_MODIFIED_WORD = re.compile(
    r"updat|modif|aktualis|mis à jour|mise à jour|actualiz|aggiorna|atualizad|bijgewerkt|oppdater|opdater|uppdater|"
    r"päivite|обновл|оновлен|güncel|更新|수정|zuletzt|geändert|changed|stand:|diperbarui|zaktualiz|edited|rectif"
)
_PUBLISHED_WORD = re.compile(
    r"publi|post|erstellt|veröffentl|erschienen|pubbl|gepubl|creat|опубл|yayın|issued|発表|公開|발행|입력|dibuat|terbit"
)
_DATE_MARK = re.compile(r"date|time|publi|posted|updat|modif|datum|fecha|created|issued|changed")
_PUBLISHED_MARK = re.compile(
    r"publi|pubdate|posted|created|issued|(?:post|entry|article|story)[-_]*(?:date|time)|date-?line"
)
_ELSEWHERE = re.compile(
    r"comment|related|recommend|sidebar|footer|widget|teaser|popular|trending|most-|latest|card|list-item|"
    r"archive|copyright|calendar|event|menu|nav\b"
)
#: Longer texts are prose, and a date in prose is seldom the page's.
_LONGEST = 160
#: So long may an element be whose date lies in several texts.
_LONGEST_WHOLE = 120
#: More words beside a date that has no label make a sentence of it.
_BESIDE = 45
#: What sets a date apart from the line that it opens.
_OPENS = re.compile(r"\s*[-–—|:•·]\s|\s+[„“\"»]")
_DIGIT = re.compile(r"\d")
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_AGO = rare(
    r"\b(?:\d+|an?|one)\s+(?:sec|min|hour|day|week|month|year)\w*\s+ago\b|\bvor\s+(?:\d+|eine[mnr]?)\s+[A-Z]\w+|"
    r"\bhace\s+(?:\d+|una?)\s+\w+|\bil y a\s+(?:\d+|une?)\s+\w+|\bhá\s+\d+\s+\w+|\d+\s+\w+\s+fa\b|"
    r"\d+\s+\w+\s+(?:geleden|siden|sedan|temu|назад|тому|önce|lalu|yang lalu)\b|"
    r"\d+\s?(?:分钟|小时|天|時間|分|日|시간|분|일)\s?[前전]|"
    r"^\s*(?:yesterday|gestern|ayer|hier|ieri)\b(?=\s*$|,|\s+(?:at|um|à|a las|alle)?\s*\d)",
    re.IGNORECASE,
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_HOLDERS = frozenset("meta script link input html body main article section".split())


@dataclass(frozen=True, slots=True)
class DateStatement:
    """One date that the page tells, and how.

    ``label`` is ``published``, ``modified`` or ``""`` (a reader is left to guess); ``visible`` whether readers see it;
    ``near`` how close to the headline it stands (0 is best); ``swapped`` the other reading of 3/4/2021.
    """

    label: str
    moment: Moment
    at: Spot | Fact
    source: str
    visible: bool
    text: str
    near: int = 0
    swapped: Moment | None = None
    #: Whether the line holds hardly more than the date; a sentence may speak of any day.
    lone: bool = True
    #: Whether readers are told the label in words, not by what an element is called.
    worded: bool = False
    #: Whether machines are told when it was created or uploaded, for want of the day of publication.
    created: bool = False

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        return self.at if isinstance(self.at, Spot) else self.at.spot

    @property
    def is_bare(self) -> bool:
        """Whether it stands alone in its line, and nothing says what it is of: of publication, if of anything."""
        return self.lone and not self.label


class DatedLine(NamedTuple):
    """A text that may hold a date, and the short one before it, which may say what the date is of."""

    text: Text
    said: str
    before: str


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
                    fact,
                    "json-ld" if thing is structured.article else "json-ld page",
                    False,
                    fact.value,
                    created=name in ("dateCreated", "uploadDate"),
                )
    for label, names in (("published", PUBLISHED), ("modified", MODIFIED)):
        for name in names:
            if name not in structured.metas:
                continue
            for element in structured.metas[name]:
                content = (element.attr("content") or "").strip()
                if content and len(content) < 80 and (moment := parse_moment(content, month_first=month_first)):
                    other = parse_moment(content, month_first=not month_first) if "/" in content else None
                    swapped = other if other is not None and other.day != moment.day else None
                    yield DateStatement(label, moment, Spot(element, "content"), name, False, content, 0, swapped)
    for label, name in (("published", "datePublished"), ("modified", "dateModified"), ("published", "dateCreated")):
        for element in structured.items.get(name, ()):
            if element.tag == "meta":
                continue
            for attribute in ("content", "datetime"):
                value = (element.attr(attribute) or "").strip()
                if value and (moment := parse_moment(value, month_first=month_first)):
                    created = name == "dateCreated"
                    yield DateStatement(
                        label, moment, Spot(element, attribute), "microdata", False, value, created=created
                    )
                    break


@once_a_page
def dated_elements(page: Page) -> list[Element]:
    """The elements of a page that may hold a date, by their class or id, in source order."""
    found = Classed(page.tree).named(_DATED)
    if by_id := page.tree.select(_DATED_BY_ID):
        wanted = {*found, *by_id}
        found = [*filter(wanted.__contains__, page.tree.select("[class], [id]"))]
    return found


def marked_dates(nodes: Iterable[Element], *, month_first: bool) -> Iterator[DateStatement]:
    """The dates in ``time`` elements and in elements whose class speaks of dates, with their visible text."""
    for node in nodes:
        if node.tag in _HOLDERS:
            continue
        machine = parse_moment(node.attr("datetime") or "", month_first=month_first) if node.tag == "time" else None
        raw = node.text
        if machine is None and (len(raw) > 400 or not _DIGIT.search(raw)):
            continue
        lines = list(dated_lines(said_texts(node)))
        short = len(raw) <= _LONGEST_WHOLE
        if machine is None and not lines and not (short and may_hold_date(text_of(node))):
            continue
        label, near = _label_of(node, raw), int(_stands_elsewhere(node))
        if machine is not None:
            said = node.attr("datetime") or ""
            worded = label_of_words(raw[:40]) == label
            yield DateStatement(
                label, machine, Spot(node, "datetime"), "time[datetime]", bool(raw.strip()), said, near, worded=worded
            )
        shown = False
        for seen in visible_dates(lines, month_first=month_first, label=label, near=near):
            shown = True
            yield seen
        if not shown and short and (found := next(written_dates(text_of(node), month_first=month_first), None)):
            said = text_of(node)[found.start : found.end]
            yield DateStatement(label, found.moment, spot_of(node), "text", True, said, near, found.swapped)


def dated_lines(texts: Iterable[Said]) -> Iterator[DatedLine]:
    """Those of running texts that may hold a date."""
    before: Said | None = None
    for text, said in texts:
        if may_hold_date(said) if len(said) <= _LONGEST else said.lstrip()[:1].isdigit():
            yield DatedLine(text, said, _label_before(before))
        before = (text, said)


def _label_before(before: Said | None) -> str:
    """The text before a date, which may say what the date is of: a short one, and no heading."""
    if before is None or len(before[1]) > 60:
        return ""
    parent = before[0].parent
    return "" if isinstance(parent, Element) and parent.tag in _HEADINGS else before[1]


@once_a_page
def dated_lines_of(page: Page) -> list[DatedLine]:
    """The visible texts of a page that may hold a date."""
    return list(dated_lines(visible_texts(page)))


def visible_dates(
    lines: Iterable[DatedLine], *, month_first: bool, label: str = "", near: int = 0, prose: bool = False
) -> Iterator[DateStatement]:
    """The dates in lines, each labelled by the words before it, or by its element.

    A date without a label counts only in a line of hardly more than the date, unless ``prose`` will do.
    """
    for text, data, before in lines:
        if len(data) > _LONGEST:
            opening = _opening_date(text, data, month_first=month_first)
            if opening is not None:
                yield opening
            continue
        at = 0
        for found in written_dates(data, month_first=month_first):
            if _FIELD_NAME.fullmatch(data[at : found.start].strip()):
                continue  # a field's name and its raw value: no date for readers
            words = (before + data[at : found.start])[-60:]
            worded = label_of_words(words)
            own = worded or label or _label_of_parents(text)
            lone = len(data.strip()) - (found.end - found.start) <= _BESIDE
            opens = not lone and not data[: found.start].strip() and _OPENS.match(data, found.end) is not None
            if not (own or prose or lone or opens):
                continue
            yield DateStatement(
                own, found.moment, Spot(text, None, found.start, found.end), "text", True,
                data[found.start : found.end], near or int(opens and not own), found.swapped, lone, bool(worded),
            )  # fmt: skip
            at = found.end


def lines_of_year(lines: Iterable[DatedLine], year: int) -> Iterator[DatedLine]:
    """Those lines that may hold a date of a year.

    Every date is written with the last two digits of its year; the search for them costs a fraction of reading dates.
    """
    ours, theirs = f"{year % 100:02}", f"{(year + BUDDHIST) % 100:02}"  # as the West and as Thailand count
    for line in lines:
        said = line.said
        if ours in said or theirs in said or (not said.isascii() and _OTHER_DIGIT.search(said) is not None):
            yield line


def _opening_date(text: Text, data: str, *, month_first: bool) -> DateStatement | None:
    """The date that opens a paragraph: ``27.1.2022 - At the memorial …``."""
    start = len(data) - len(data.lstrip())
    found = next(written_dates(data[start : start + 40], month_first=month_first), None)
    if found is None or found.start or _OPENS.match(data, start + found.end) is None:
        return None
    spot = Spot(text, None, start, start + found.end)
    return DateStatement(
        "", found.moment, spot, "text", True, data[start : start + found.end], 1, found.swapped, lone=False
    )


def is_ago(line: str) -> bool:
    """Whether a line tells how long ago something was: ``2 hours ago``."""
    return len(line) <= 80 and _AGO.search(line) is not None


@lru_cache(maxsize=1024)  # few words are said before dates, and those again and again
def label_of_words(words: str) -> str:
    """What the words before a date say of it."""
    low = words.lower()
    modified = last_match(_MODIFIED_WORD, low)
    published = last_match(_PUBLISHED_WORD, low)
    if modified < 0 and published < 0:
        return ""
    return "modified" if modified > published else "published"


def last_match(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match begins; -1 for none."""
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def _label_of_parents(text: Text) -> str:
    holder = text.parent
    for _ in range(2):
        if not isinstance(holder, Element) or holder.tag in _HOLDERS:
            break
        marks = marks_of(holder)
        if marks and (label := _label_of_marks(marks)):
            return label
        holder = holder.parent
    return ""


def _label_of(node: Element, raw: str) -> str:
    if node.attr("pubdate") is not None:
        return "published"
    return _label_of_marks(marks_of(node)) or label_of_words(raw[:40])


@lru_cache(maxsize=8192)  # the pages of one site share their class names
def _label_of_marks(marks: str) -> str:
    """What an element's class says of the date in it; ``post-content`` says nothing."""
    if not _DATE_MARK.search(marks):
        return ""
    return "modified" if _MODIFIED_WORD.search(marks) else "published" if _PUBLISHED_MARK.search(marks) else ""


@lru_cache(maxsize=8192)
def _is_elsewhere(marks: str) -> bool:
    return _ELSEWHERE.search(marks) is not None


def _stands_elsewhere(node: Element) -> bool:
    holder: object = node
    for _ in range(7):
        if not isinstance(holder, Element) or holder.tag in ("body", "article", "main"):
            return False
        if holder.tag in ("footer", "aside", "nav", "li") or _is_elsewhere(marks_of(holder)):
            return True
        holder = holder.parent
    return False
