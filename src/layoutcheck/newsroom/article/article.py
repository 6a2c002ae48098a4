"""One reading of an article page: every part found once, on demand, with what it was read from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from turbohtml import Element

from layoutcheck.core.number import whole_number
from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.article import body, head
from layoutcheck.newsroom.article.claim import Claims, read_claims
from layoutcheck.newsroom.article.header import Header, read_header
from layoutcheck.newsroom.article.headline import Headline, find_headline
from layoutcheck.newsroom.article.section import find_section
from layoutcheck.newsroom.byline import byline
from layoutcheck.newsroom.date import statement
from layoutcheck.newsroom.date.choice import choose_date
from layoutcheck.newsroom.date.dates import parse_moment
from layoutcheck.newsroom.date.statement import DatedLine, DateStatement
from layoutcheck.newsroom.found import Found, Later
from layoutcheck.newsroom.reading import UNREAD, said_texts, text_of
from layoutcheck.newsroom.structured import Structured, read_structured
from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page

_HEADINGS = 'h1, h2, [itemprop~="headline"], [class*="headline"], [class*="entry-title"], [class*="post-title"]'
#: Time elements beyond the first few are those of cards and comments.
_TIMES = 8
_URL_DATE = re.compile(
    r"[/_-](?P<y>(?:19|20)\d{2})[/_-]?(?P<m>0[1-9]|1[0-2]|[1-9](?=[/_-]))[/_-]?(?P<d>0[1-9]|[12]\d|3[01]|"
    r"[1-9](?=[/_-]))(?=\D|$)"
)
_AMERICAN = re.compile(r"en(?:-us)?$", re.IGNORECASE)


class Article:
    """The parts of one page; each is found when first asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @cached_property
    def structured(self) -> Structured:
        """What the page tells machines."""
        return read_structured(self.page)

    @cached_property
    def claims(self) -> Claims:
        """What the page calls itself in places that machines read."""
        return read_claims(self.page, self.structured)

    @cached_property
    def _headline(self) -> Headline | None:
        return find_headline(self.page, self.claims, _HEADINGS)

    @property
    def headline(self) -> Found | None:
        """The headline."""
        return self._headline.found if self._headline else None

    @property
    def headline_node(self) -> Element | None:
        """The element that holds the visible headline."""
        return self._headline.node if self._headline else None

    @property
    def headline_label(self) -> Found | None:
        """A label that stands inside the heading, before the headline."""
        label = self._headline.label if self._headline else None
        return Found(label.text, label.spot, "section label") if label else None

    @cached_property
    def section(self) -> Found | None:
        """The section label, as readers see it, else as machines are told."""
        return self.headline_label or find_section(self.header, self.structured)

    @cached_property
    def story(self) -> Element | None:
        """The element that holds the story."""
        return body.find_story(self.page)

    @cached_property
    def body(self) -> Found | None:
        """The paragraphs of the story."""
        return body.find_body(self.story)

    @cached_property
    def lead(self) -> Found | None:
        """The standfirst or first paragraph."""
        return body.find_lead(self.header, self.body, str(self.headline.value) if self.headline else "")

    @cached_property
    def language(self) -> Found | None:
        """The language of the page."""
        return head.find_language(self.page, self.structured)

    @cached_property
    def month_first(self) -> bool:
        """Whether the page reads 3/4/2021 as Americans do."""
        said = self.language.value if self.language else ""
        return bool(_AMERICAN.match(str(said)))

    @cached_property
    def header(self) -> Header:
        """The lines around the headline."""
        return read_header(self.headline_node)

    @cached_property
    def dates(self) -> list[DateStatement]:
        """Every date that the page tells of itself in machines' places, ``time`` elements and its header."""
        american = self.month_first
        found = list(statement.machine_dates(self.structured, month_first=american))
        lines = said_texts(self.headline_node) if self.headline_node is not None else []
        lines += [(line.text, line.text.data) for line in self.header.lines if not line.aside]
        found += statement.visible_dates(statement.dated_lines(lines), month_first=american)
        found += statement.marked_dates(self.page.tree.select("time")[:_TIMES], month_first=american)
        return found

    @cached_property
    def published(self) -> Found | None:
        """When it was published."""
        return self._date("published") or self._date_of_address() or self._far_date()

    @cached_property
    def modified(self) -> Found | None:
        """When it was last changed."""
        return self._date("modified")

    @property
    def shows_date(self) -> bool:
        """Whether readers see a date around the headline or story, or how long ago it was, or that day anywhere."""
        if any(d.visible for d in self.dates) or any(statement.is_ago(line.said) for line in self.header.lines):
            return True
        day = str(self.published.value)[:10] if self.published else ""
        if day[:4].isdecimal() and any(d.moment.day.isoformat() == day for d in self._dates_of_year(int(day[:4]))):
            return True
        marked = statement.marked_dates(statement.dated_elements(self.page), month_first=self.month_first)
        return any(d.visible for d in marked)

    @cached_property
    def story_text(self) -> str:
        """All readable text of the story, lists and headings too."""
        return text_of(self.story) if self.story is not None else ""

    def _date(self, label: str) -> Found | None:
        """The date that machines are told, where readers see it; the readers' own when there is no other."""
        chosen = choose_date(self.dates, label, self._all_dates)
        return Found(chosen[0].iso(), chosen[1], chosen[2]) if chosen else None

    def _all_dates(self) -> list[DateStatement]:
        """The dates in all lines of the page."""
        return list(statement.visible_dates(statement.dated_lines_of(self.page), month_first=self.month_first))

    def _dates_of_year(self, year: int) -> Iterator[DateStatement]:
        """The dates in all lines of the page that can be of one year, and a few more."""
        lines = statement.lines_of_year(statement.dated_lines_of(self.page), year)
        return statement.visible_dates(lines, month_first=self.month_first)

    def _far_date(self) -> Found | None:
        """A date that stands nowhere where one looks: in marked elements, the headline, the story, anywhere."""
        found = next((d for d in self.dates if d.visible and not d.lone), None) or self._date_beyond()
        return Found(found.moment.iso(), found, found.source) if found else None

    def _date_beyond(self) -> DateStatement | None:
        american = self.month_first
        marked = list(statement.marked_dates(statement.dated_elements(self.page), month_first=american))
        for label in ("published", ""):
            if found := next((d for d in marked if not d.near and d.label == label), None):
                return found
        for lines in (self._dated_lines_of_story(), statement.dated_lines_of(self.page)):
            if found := next(statement.visible_dates(lines, month_first=american, prose=True), None):
                return found
        return next((d for d in [*self.dates, *marked]), None)

    def _dated_lines_of_story(self) -> Iterable[DatedLine]:
        """The lines of the story that may hold a date; one for browsers without scripts is no part of what is seen."""
        if self.story is None:
            return ()
        if any(isinstance(around, Element) and around.tag in UNREAD for around in (self.story, *self.story.ancestors)):
            return statement.dated_lines(said_texts(self.story))
        return (line for line in statement.dated_lines_of(self.page) if self.story in line.text.ancestors)

    def _date_of_address(self) -> Found | None:
        address = head.find_canonical(self.page, self.structured)
        if address is None:
            return None
        match = _URL_DATE.search(str(address.value))
        if match is None:
            return None
        moment = parse_moment(f"{match['y']}-{int(match['m']):02}-{int(match['d']):02}")
        return Found(moment.iso(), address.at, "address") if moment else None

    @cached_property
    def byline(self) -> Found | None:
        """Who wrote it."""
        return byline.find_byline(self.structured, self.header, self._closing())

    def _closing(self) -> Iterator[Found]:
        """The story's last paragraphs, and the short lines that follow them."""
        if self.body is not None:
            yield from self.body.value[-4:]
            last = self.body.value[-1].spot
            yield from body.lines_after(last.until.node if last.until else last.node) if last else ()

    @cached_property
    def json_ld(self) -> Found | None:
        """What JSON-LD says of the article."""
        thing = self.structured.article
        if thing is None:
            return None
        facts: dict[str, Found] = {}
        if thing.types:
            facts["type"] = Found(
                thing.types[0],
                Later(thing.script.spot, ((*thing.path, "@type" if "@type" in thing.value else "type"),)),
                "json-ld",
            )
        for name in (
            "headline",
            "description",
            "datePublished",
            "dateModified",
            "articleSection",
            "wordCount",
            "inLanguage",
            "dateline",
            "url",
        ):
            fact = thing.text(name)
            if fact is not None:
                count = whole_number(fact.value) if name == "wordCount" else None
                facts[name] = Found(fact.value if count is None else count, fact, "json-ld")
        authors = self.structured.authors(thing)
        if authors:
            facts["author"] = Found([Found(fact.value, fact, "json-ld") for fact in authors], None, "json-ld")
        return Found(facts, Spot(thing.script.node), "json-ld") if facts else None

    @cached_property
    def open_graph(self) -> Found | None:
        """What Open Graph says of the article."""
        facts: dict[str, Found] = {}
        for name in self.structured.metas:
            if name.startswith(("og:", "article:")):
                fact = self.structured.meta(name)
                if fact is not None:
                    facts[name.removeprefix("og:")] = Found(fact.value, fact, name)
        return Found(facts, None, "open-graph") if facts else None


@once_a_page
def read_article(page: Page) -> Article:
    """The reading of a page."""
    return Article(page)


def read_dates(page: Page) -> list[DateStatement]:
    """Every date that the page tells of itself, with label, source and spot; machines' first."""
    return read_article(page).dates


def is_story(page: Page) -> bool:
    """Whether a page is one that tells a story: JSON-LD or Open Graph calls it an article, and it has paragraphs."""
    article = read_article(page)
    paragraphs = len(article.body.value) if article.body else 0
    return paragraphs >= 3 if is_called_story(page) else paragraphs >= 5


def is_called_story(page: Page) -> bool:
    """Whether JSON-LD or Open Graph calls the page an article."""
    structured = read_article(page).structured
    kind = structured.meta("og:type")
    return structured.article is not None or (kind is not None and kind.value.lower() in ("article", "news"))
