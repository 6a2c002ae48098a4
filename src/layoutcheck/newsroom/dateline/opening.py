"""The opening of a story: lines and paragraphs from the headline to the fourth paragraph, captions left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from turbohtml import Element

from layoutcheck.core.rare import rare
from layoutcheck.newsroom.article.header import is_own_footer
from layoutcheck.newsroom.byline.names import LEAD_ALONE, may_lead
from layoutcheck.newsroom.date.dates import may_hold_date, written_dates
from layoutcheck.newsroom.date.half import lost_part
from layoutcheck.parse.block import TextBlock, blocks
from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page

#: A block of at least so many characters is a paragraph; scripts without spaces say more in fewer.
PARAGRAPH, _PARAGRAPH_DENSE = 60, 25
#: How many paragraphs of the story are looked at, and how many blocks behind the headline.
_PARAGRAPHS, _BLOCKS = 4, 60
#: How many paragraphs between headline and story may be a standfirst.
_STANDFIRSTS = 2
#: What classes call that which stands beside a story.
ASIDE = re.compile(
    r"comment|related|recommend|sidebar|newsletter|promo|caption|breadcrumb|cookie|consent|teaser|widget|most-?read|"
    r"trending|popular|weather|venue(?<!\wvenue)|edition(?<!\wedition)|tags?\b(?<!\wtag)(?<!\wtags)|tag-?list|topics|"
    r"nav(?<!\wnav)|menu|gallery|slide|photo-?credit|section-?(?:name|label)|kicker|category"
)
_PAGE = frozenset(("body", "html", "main", "article"))
_OUTSIDE = frozenset("aside footer nav figure figcaption form table dialog select button".split())
#: A longer line with a date is a sentence.
_DATE_LINE = 50
#: A row of names, dates and sections is no longer than this.
_LONGEST_ROW = 160
_BEFORE_DATE = re.compile(
    r"(?:(?:last |first )?(?:posted|published|updated|modified|submitted)(?: on| at)?|veröffentlicht(?: am)?|"
    r"aktualisiert(?: am)?|erstellt(?: am)?|publié(?: le)?|mis à jour(?: le)?|publicado(?: el| em)?|"
    r"actualizado(?: el)?|pubblicato(?: il)?|aggiornato(?: il)?|gepubliceerd(?: op)?)\s*:?",
    re.IGNORECASE,
)
_NO_PARAGRAPH = frozenset("h1 h3 h4 h5 h6 li".split())
#: How many elements around a text are asked for their names.
_CLIMB = 8
_DENSE = rare(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")


@dataclass(frozen=True, slots=True)
class Opening:
    """The blocks between the headline and the fourth paragraph, each with its part in the page."""

    header: tuple[TextBlock, ...]
    paragraphs: tuple[TextBlock, ...]
    #: How many of the paragraphs stand before the story's own element.
    standfirsts: int = 0


@once_a_page
def read_opening(page: Page) -> Opening:
    """The page's opening."""
    return _dump_opening(page) if page.is_dump else _page_opening(page)


def _dump_opening(page: Page) -> Opening:
    from layoutcheck.newsroom.dump import read_dump

    article = read_dump(page)
    header = list(article.header)
    if article.headline in header:
        header = header[header.index(article.headline) + 1 :]
    return Opening(tuple(header[-12:]), article.body[:_PARAGRAPHS])


def _page_opening(page: Page) -> Opening:
    """Header lines and standfirsts between headline and story, then the story's own paragraphs."""
    from layoutcheck.newsroom.article.article import read_article

    article = read_article(page)
    story, headline = article.story, article.headline_node
    header: list[TextBlock] = []
    standfirsts: list[TextBlock] = []
    paragraphs: list[TextBlock] = []
    beside = _Beside(story)
    led = False  # whether the block before was "By" alone, so that this one is whom it names, whatever it looks like
    for block, inside in _behind(page, headline, story, beside):
        if len(paragraphs) >= _PARAGRAPHS or (not inside and paragraphs):
            break
        if beside.holds(block.pieces[0].parent):
            continue
        named, led = led, False
        if not is_paragraph(block) or (not paragraphs and _is_row(block.text)):
            if not paragraphs or (len(paragraphs) == 1 and (named or _is_of_header(block))):
                header.append(block)
                led = may_lead(block.text) and LEAD_ALONE.match(block.text) is not None
        elif inside:
            paragraphs.append(block)
        else:
            standfirsts.append(block)
    before = standfirsts[:_STANDFIRSTS] if paragraphs else standfirsts[:_PARAGRAPHS]
    return Opening(tuple(header), (*before, *paragraphs), len(before) if paragraphs else 0)


def _behind(
    page: Page, headline: Element | None, story: Element | None, beside: _Beside
) -> Iterator[tuple[TextBlock, bool]]:
    """The blocks behind the headline, and whether each lies in the story; without a headline the story's own."""
    if headline is not None and _is_shown(headline) and not _lies_in(headline, story):
        begun = False
        for count, block in enumerate(blocks(page.body, behind=headline, without=beside.is_whole)):
            if count >= _BLOCKS and story is None:
                return
            begun = True
            yield block, story is not None and _lies_in(block.node, story)
        if begun:
            return
    if story is not None:
        for block in islice(blocks(story), _BLOCKS):
            yield block, True


def _is_of_header(block: TextBlock) -> bool:
    """Whether a line behind the first paragraph, which then is a standfirst, is a byline, a date or a dateline."""
    text = block.text
    return may_lead(text) or (block.tag == "p" and text.isupper()) or (len(text) < _DATE_LINE and may_hold_date(text))


def _is_row(text: str) -> bool:
    """Whether a line of a paragraph's length is a row of names and dates: ``Posted on 4 May 2026 by Ann Berg``."""
    if len(text) > _LONGEST_ROW or text.endswith((".", "!", "?", "…", ":")):
        return False
    found = next(written_dates(text), None)
    if found is None:
        return lost_part(text) is not None
    return found.start == 0 or may_lead(text) or _BEFORE_DATE.fullmatch(text[: found.start].strip()) is not None


def _is_shown(headline: Element) -> bool:
    return headline.closest("body") is not None and headline.closest("template") is None


def is_paragraph(block: TextBlock) -> bool:
    """Whether a block is long enough for a paragraph of a story or its standfirst."""
    length = len(block.text)
    if length < PARAGRAPH and (
        length < _PARAGRAPH_DENSE or block.text.isascii() or _DENSE.search(block.text, 0, 20) is None
    ):
        return False
    return block.tag not in _NO_PARAGRAPH


class _Beside:
    """What stands beside a story: captions, asides, lists of links, by their tags and names."""

    def __init__(self, story: Element | None) -> None:
        self._around = frozenset(story.ancestors) if story is not None else frozenset()
        self._known: dict[Any, bool] = {story: False}
        self._own: dict[Element, bool] = {}

    def is_whole(self, node: Element) -> bool:
        """Whether nothing in an element is the story's, so that none of it need be read."""
        if not self._is_beside(node) or node in self._known or node in self._around or node.tag in _PAGE:
            return False
        return node.select_one("article") is None and node.select_one("main") is None

    def holds(self, holder: Any, climb: int = _CLIMB) -> bool:
        """Whether an element or one of those around it stands beside the story."""
        if holder in self._known:
            return self._known[holder]
        if not climb or not isinstance(holder, Element) or holder.tag in _PAGE:
            return False
        found = self._is_beside(holder) or self.holds(holder.parent, climb - 1)
        self._known[holder] = found
        return found

    def _is_beside(self, node: Element) -> bool:
        """What its own tag and names say."""
        found = self._own.get(node)
        if found is None:
            names = _names(node)
            found = (node.tag in _OUTSIDE and not is_own_footer(node.tag, names)) or _is_aside(names)
            self._own[node] = found
        return found


@lru_cache(maxsize=8192)  # the pages of one site share their class names
def _is_aside(names: str) -> bool:
    return ASIDE.search(names) is not None


def _lies_in(node: Any, holder: Element | None) -> bool:
    while node is not None and node is not holder:
        node = node.parent
    return node is not None


def _names(node: Element) -> str:
    attributes = node.attrs
    if "id" in attributes:
        return f"{node.attr('class') or ''} {node.attr('id') or ''}".lower()
    return (node.attr("class") or "").lower() if "class" in attributes else ""
