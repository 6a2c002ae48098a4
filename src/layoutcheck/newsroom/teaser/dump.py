"""Teasers of a plain-text dump, where list numbers, blank lines and repeated lines are all there is to go by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from layoutcheck.core.fold import fold_unquoted
from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.dump import CAPTION, is_date, is_paragraph, read_dump
from layoutcheck.newsroom.found import Found
from layoutcheck.newsroom.repetition.copy import Copy, compare, is_line, is_short_script
from layoutcheck.newsroom.teaser.teaser import Teaser
from layoutcheck.parse.block import TextBlock
from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: A picture's text as w3m and inscriptis write it, and what stands around it.
_PICTURE = re.compile(r"\[([^\[\]]{8,300})\]")
_WITHOUT_NUMBERS = re.compile(r"(?:\s*\[\d{1,4}\])*\s*(.*?)(?:\s*\[\d{1,4}\])*\s*", re.DOTALL)
#: Longer lines are paragraphs, whatever they end with.
_LONGEST = 240
#: So many doubled lines of good length make shorter ones believable.
_SURE = 2
_WORD_END = re.compile(r"(?<=\S)(?!\S)")
#: Quotes that one copy lost make it no shorter than by this.
_FOLDED_AWAY = 12
#: Addresses of a dump may go on in the next line.
_LINE_END = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a dump: a block's text or a part of it, or a picture's text in a Markdown dump."""

    block: TextBlock
    text: str
    offset: int = 0
    picture: Any = None
    #: Whether it stands in brackets, as w3m and inscriptis write a picture's text.
    in_brackets: bool = False

    @property
    def is_picture(self) -> bool:
        """Whether the dump says that it is a picture's text."""
        return self.picture is not None or self.in_brackets

    def spot(self, start: int = 0, end: int | None = None) -> Spot:
        """The spot of ``text[start:end]``."""
        stop = len(self.text) if end is None else end
        if self.picture is not None:
            return Spot(self.picture, "alt", start, stop)
        return self.block.spot(self.offset + start, self.offset + stop)


@dataclass(frozen=True, slots=True)
class Doubled:
    """Two lines next to each other that are copies: ``first`` may have a label before the copied words."""

    first: Line
    second: Line
    copy: Copy

    @property
    def alt(self) -> tuple[Line, Line] | None:
        """The picture's text and the line beside it, where the dump tells which is which; readers saw the line once."""
        if self.first.is_picture:
            return self.first, self.second
        return (self.second, self.first) if self.second.is_picture else None


def read_lines(page: Page) -> Iterator[Line]:
    """The lines of a dump: pictures' texts as Markdown, brackets or nothing set them apart from what follows."""
    pictures = _pictures(page)
    for block in page.blocks:
        while pictures and pictures[-1][0] <= page.stretch(Spot(block.pieces[0]))[0]:
            yield _picture_line(block, pictures.pop()[1])
        yield from _lines_of(block)
        if pictures and pictures[-1][0] < page.stretch(Spot(block.pieces[-1]))[1]:
            yield _picture_line(block, pictures.pop()[1])


def _pictures(page: Page) -> list[tuple[int, Any]]:
    """The pictures whose texts are lines, the last one first, each with the offset of its text."""
    found = []
    for picture in page.tree.find_all("img"):
        if is_line(picture.attr("alt") or ""):
            found.append((page.stretch(Spot(picture, "alt"))[0], picture))
    return found[::-1]


def _picture_line(block: TextBlock, picture: Any) -> Line:
    return Line(block, picture.attr("alt") or "", 0, picture)


def _lines_of(block: TextBlock) -> Iterator[Line]:
    text = block.text
    at = 0
    for match in _PICTURE.finditer(text) if "[" in text else ():
        if is_line(match[1]):
            yield from _trimmed(block, at, match.start())
            yield Line(block, match[1], match.start(1), in_brackets=True)
            at = match.end()
    if at:
        yield from _trimmed(block, at, len(text))
        return
    half = len(text) // 2
    gap = len(text) % 2
    if half >= 8 and text[:half] == text[half + gap :] and (not gap or text[half] == " "):
        yield Line(block, text[:half])
        yield Line(block, text[half + gap :], half + gap)
    else:
        yield Line(block, text)


def _trimmed(block: TextBlock, start: int, end: int) -> Iterator[Line]:
    """``block.text[start:end]`` without the numbers of links and the spaces around it."""
    match = _WITHOUT_NUMBERS.fullmatch(block.text, start, end)
    if match and match[1]:
        yield Line(block, match[1], match.start(1))


@once_a_page
def doubled_lines(page: Page) -> list[Doubled]:
    """The teaser lines of a dump that stand twice in a row.

    The headline and the paragraphs of the story are left out: their repetition is another fault.
    """
    found = list(_doubled(page))
    # Short lines next to each other may be two buttons; where the template doubles, it doubles all.
    if sum(_is_long(pair.second.text) for pair in found) < _SURE:
        found = [pair for pair in found if _is_long(pair.second.text)]
    return found


def _is_long(text: str) -> bool:
    return is_short_script(text) or (len(text) >= 24 and text.count(" ") >= 3)


def _doubled(page: Page) -> Iterator[Doubled]:
    article = read_dump(page)
    own = {fold_unquoted(block.text) for block in (article.headline,) if block}
    if article.title:
        own.add(fold_unquoted(article.title.text[article.title_start :]))
    captions = {id(block) for block in _story(page)}
    lines = list(read_lines(page))
    index = 0
    while index < len(lines) - 1:
        gap, pair = _copy_of(lines, index)
        if pair is None or fold_unquoted(pair.second.text) in own or (gap == 2 and _heads_a_list(lines, index)):
            index += 1
            continue
        if id(pair.second.block) not in captions or not CAPTION.search(pair.second.text):
            yield pair
        # Behind a picture's text the headline itself may stand twice.
        index += gap if pair.alt else gap + 1


def _copy_of(lines: list[Line], index: int) -> tuple[int, Doubled | None]:
    """The copy of a line in the next line, or in the one after that when a label stands between, and how far it is."""
    for gap in (1, 2):
        if index + gap >= len(lines):
            break
        second = lines[index + gap]
        first = _without_label(lines[index], second)
        copy = _copied(first.text, second.text)
        if copy is not None and _may_be_one(first, second):
            return gap, Doubled(first, second, copy)
        if not _stands_between(second.text):
            break
    return 0, None


def _heads_a_list(lines: list[Line], index: int) -> bool:
    """Whether the line between two copies is no label but the heading of a list that begins with the second copy."""
    after = index + 3
    if after >= len(lines) or not is_line(lines[after].text) or is_paragraph(lines[after].text):
        return False
    return _copy_of(lines, after)[1] is None


def _story(page: Page) -> list[TextBlock]:
    """The blocks from the headline to the end of the story, among which pictures stand with their captions."""
    article = read_dump(page)
    if not article.body:
        return []
    blocks = page.blocks
    begin = blocks.index(article.headline or article.body[0])
    return blocks[begin : blocks.index(article.body[-1])]


def _copied(first: str, second: str) -> Copy | None:
    if not is_line(second) or second[0] in "([" or second.endswith((".", "。")) or is_date(second):
        return None
    copy = compare(first, second)
    if copy is None and first.endswith(second) and first[: -len(second)].isupper():  # w3m sets no space between the two
        return Copy(len(first) - len(second))
    return copy


def _without_label(first: Line, second: Line) -> Line:
    """``first`` without the label behind it, where it is the words of ``second`` with one."""
    if len(first.text) <= len(second.text) or second.text[-6:] not in first.text:  # folding is dear
        return first
    wanted = fold_unquoted(second.text)
    if not fold_unquoted(first.text).startswith(f"{wanted} "):
        return first
    for match in _WORD_END.finditer(first.text, max(0, len(second.text) - _FOLDED_AWAY)):
        label = first.text[match.end() :].strip()
        if label and fold_unquoted(first.text[: match.end()]) == wanted:
            is_label = label.isupper() or (" " not in label and not label.isalnum())
            return replace(first, text=first.text[: match.end()]) if is_label else first
    return first


def _may_be_one(first: Line, second: Line) -> bool:
    """Whether two lines may belong to one teaser: an item that begins a list does not belong to what stands before."""
    if second.block.tag != "li" or first.block is second.block:
        return True
    return bool(_list_around(first.block) == _list_around(second.block))


def _stands_between(text: str) -> bool:
    """Whether a line may stand between the two copies of a teaser: a label, a leaked expression, a time, a number."""
    is_label = len(text) <= 24 or (" " not in text and text.isascii())
    return (is_label and not is_line(text)) or is_date(text)


def read_teasers(page: Page) -> list[Teaser]:
    """The teasers of a dump: what stands in lists or under short headings behind the story."""
    teasers: list[Teaser] = []
    doubled = {id(pair.first.block): pair for pair in doubled_lines(page)}
    second_of = {id(pair.second.block) for pair in doubled.values() if pair.second.block is not pair.first.block}
    number, mark, open_teaser = -1, None, None
    for block in read_dump(page).rest:
        if id(block) in second_of:
            continue
        pair = doubled.get(id(block))
        line = pair.second if pair else Line(block, block.text)
        if open_teaser is not None and pair is None and is_paragraph(block.text) and block.tag not in _HEADINGS:
            teasers[-1] = _with_summary(teasers[-1], block)
            open_teaser = None
            continue
        if pair is None and (not is_line(block.text) or len(block.text) > _LONGEST):
            mark, open_teaser = None, None
            continue
        new = _mark(line, pair)
        if new != mark:
            number, mark = number + 1, new
        teasers.append(_teaser(number, line, pair))
        open_teaser = line
    return teasers


def _mark(line: Line, pair: Doubled | None) -> Any:
    """What the teasers of one list have in common: the list element, and whether they carry a label."""
    return _list_around(line.block), bool(pair and pair.copy.start)


def _list_around(block: TextBlock) -> Any:
    node: Any = block.node
    while node is not None and node.tag not in ("ol", "ul", "body"):
        node = node.parent
    return node


def _teaser(number: int, line: Line, pair: Doubled | None) -> Teaser:
    headline = Found(line.text, line.spot(), "dump")
    node = line.block.node
    link = node if node.tag == "a" else node.select_one("a[href]")
    url = _attribute(link, "href")
    if pair is None:
        return Teaser(number, node, None, headline, url)
    first, start = pair.first, pair.copy.start
    label = (
        Found(first.text[:start].rstrip(), first.spot(0, len(first.text[:start].rstrip())), "dump") if start else None
    )
    return Teaser(number, node, label, headline, url, Found(first.text[start:], first.spot(start), "dump"))


def _attribute(node: Any, name: str) -> Found | None:
    value = node.attr(name) if node is not None else None
    return Found(_LINE_END.sub("", value), Spot(node, name), "dump") if value else None


def _with_summary(teaser: Teaser, block: TextBlock) -> Teaser:
    return teaser._replace(summary=Found(block.text, block.spot(), "dump"))
