"""Teasers of a plain-text dump, where list numbers, blank lines and repeated lines are all there is to go by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from layoutcheck.core.fold import fold_unquoted
from layoutcheck.newsroom.dump import is_date, is_paragraph, read_dump
from layoutcheck.newsroom.found import Found
from layoutcheck.newsroom.repetition import Copy, compare, is_line, is_short_script
from layoutcheck.newsroom.teaser import Teaser
from layoutcheck.parse.block import TextBlock
from layoutcheck.parse.page import Page

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: Longer lines are paragraphs, whatever they end with.
_LONGEST = 240
#: So many doubled lines of good length make shorter ones believable.
_SURE = 2


@dataclass(frozen=True, slots=True)
class Doubled:
    """Two lines next to each other that are copies: ``first`` may have a label before the copied words."""

    first: TextBlock
    second: TextBlock
    copy: Copy


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
    blocks = page.blocks
    index = 0
    while index < len(blocks) - 1:
        step = 1
        first = blocks[index]
        for gap in (1, 2):
            if index + gap >= len(blocks):
                break
            second = blocks[index + gap]
            copy = _copied(first.text, second.text)
            if copy is not None and fold_unquoted(second.text) not in own:
                yield Doubled(first, second, copy)
                step = gap + 1
                break
            if not _stands_between(second.text):
                break
        index += step


def _copied(first: str, second: str) -> Copy | None:
    if not is_line(second) or second[0] in "([" or second.endswith((".", "。")):
        return None
    return compare(first, second)


def _stands_between(text: str) -> bool:
    """Whether a line may stand between the two copies of a teaser: a label, a time, a number."""
    return (len(text) <= 24 and not is_line(text)) or is_date(text)


def read_teasers(page: Page) -> list[Teaser]:
    """The teasers of a dump: what stands in lists or under short headings behind the story."""
    teasers: list[Teaser] = []
    doubled = {id(pair.first): pair for pair in doubled_lines(page)}
    second_of = {id(pair.second) for pair in doubled.values()}
    number, mark, open_teaser = -1, None, None
    for block in read_dump(page).rest:
        if id(block) in second_of:
            continue
        pair = doubled.get(id(block))
        line = pair.second if pair else block
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


def _mark(line: TextBlock, pair: Doubled | None) -> Any:
    """What the teasers of one list have in common: the list element, and whether they carry a label."""
    node: Any = line.node
    while node is not None and node.tag not in ("ol", "ul", "body"):
        node = node.parent
    return node, bool(pair and pair.copy.start)


def _teaser(number: int, line: TextBlock, pair: Doubled | None) -> Teaser:
    headline = Found(line.text, line.spot(), "dump")
    link = line.node if line.node.tag == "a" else line.node.select_one("a[href]")
    url = _attribute(link, "href")
    if pair is None:
        return Teaser(number, line.node, None, headline, url)
    first, start = pair.first, pair.copy.start
    label = (
        Found(first.text[:start].rstrip(), first.spot(0, len(first.text[:start].rstrip())), "dump") if start else None
    )
    return Teaser(number, line.node, label, headline, url, Found(first.text[start:], first.spot(start), "dump"))


def _attribute(node: Any, name: str) -> Found | None:
    from layoutcheck.core.rule import Spot

    value = node.attr(name) if node is not None else None
    return Found(value, Spot(node, name), "dump") if value else None


def _with_summary(teaser: Teaser, block: TextBlock) -> Teaser:
    from dataclasses import replace

    return replace(teaser, summary=Found(block.text, block.spot(), "dump"))
