"""Teasers of a plain-text dump, where list numbers, blank lines and repeated lines are all there is to go by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from layoutcheck.core.fold import fold_unquoted
from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.dump import is_date, is_paragraph, read_dump
from layoutcheck.newsroom.found import Found
from layoutcheck.newsroom.repetition import Copy, compare, is_line, is_short_script
from layoutcheck.newsroom.teaser import Teaser
from layoutcheck.parse.block import TextBlock
from layoutcheck.parse.page import Page

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: A picture's text as w3m and lynx write it, with or without a link's number, and what stands behind it.
_PICTURE = re.compile(r"(?:\[\d{1,4}\] ?)?\[([^\[\]]{8,300})\] ?(?:\[\d{1,4}\] ?)?(.*)")
#: Longer lines are paragraphs, whatever they end with.
_LONGEST = 240
#: So many doubled lines of good length make shorter ones believable.
_SURE = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a dump: a block's text or a part of it, or a picture's text in a Markdown dump."""

    block: TextBlock
    text: str
    offset: int = 0
    picture: Any = None

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


def read_lines(page: Page) -> Iterator[Line]:
    """The lines of a dump: pictures' texts as Markdown, brackets or nothing set them apart from what follows."""
    pictures = page.tree.find_all("img")
    for block in page.blocks:
        for picture in block.node.find_all("img") if pictures else ():
            alt = picture.attr("alt") or ""
            if is_line(alt):
                yield Line(block, alt, 0, picture)
        text = block.text
        bracketed = _PICTURE.match(text) if text.startswith("[") else None
        half = len(text) // 2
        if bracketed and is_line(bracketed[1]):
            yield Line(block, bracketed[1], bracketed.start(1))
            if bracketed[2]:
                yield Line(block, bracketed[2], bracketed.start(2))
        elif half >= 8 and len(text) % 2 and text[:half] == text[half + 1 :] and text[half] == " ":
            yield Line(block, text[:half])
            yield Line(block, text[half + 1 :], half + 1)
        else:
            yield Line(block, text)


def doubled_lines(page: Page) -> list[Doubled]:
    """The teaser lines of a dump that stand twice in a row; once per page.

    The headline and the paragraphs of the story are left out: their repetition is another fault.
    """
    if "doubled_lines" not in page.cache:
        found = list(_doubled(page))
        # Short lines next to each other may be two buttons; where the template doubles, it doubles all.
        if sum(_is_long(pair.second.text) for pair in found) < _SURE:
            found = [pair for pair in found if _is_long(pair.second.text)]
        page.cache["doubled_lines"] = found
    doubled: list[Doubled] = page.cache["doubled_lines"]
    return doubled


def _is_long(text: str) -> bool:
    return is_short_script(text) or (len(text) >= 24 and text.count(" ") >= 3)


def _doubled(page: Page) -> Iterator[Doubled]:
    article = read_dump(page)
    own = {fold_unquoted(block.text) for block in (article.headline,) if block}
    if article.title:
        own.add(fold_unquoted(article.title.text[article.title_start :]))
    lines = list(read_lines(page))
    index = 0
    while index < len(lines) - 1:
        step = 1
        first = lines[index]
        for gap in (1, 2):
            if index + gap >= len(lines):
                break
            second = lines[index + gap]
            copy = _copied(first.text, second.text)
            if copy is not None and fold_unquoted(second.text) not in own:
                yield Doubled(first, second, copy)
                step = gap + 1
                break
            if not _stands_between(second.text):
                break
        index += step


def _copied(first: str, second: str) -> Copy | None:
    if not is_line(second) or second[0] in "([" or second.endswith((".", "。")) or is_date(second):
        return None
    return compare(first, second)


def _stands_between(text: str) -> bool:
    """Whether a line may stand between the two copies of a teaser: a label, a time, a number."""
    return (len(text) <= 24 and not is_line(text)) or is_date(text)


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
    node: Any = line.block.node
    while node is not None and node.tag not in ("ol", "ul", "body"):
        node = node.parent
    return node, bool(pair and pair.copy.start)


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
    return Found(value, Spot(node, name), "dump") if value else None


def _with_summary(teaser: Teaser, block: TextBlock) -> Teaser:
    return replace(teaser, summary=Found(block.text, block.spot(), "dump"))
