"""The wireframe: a page's parts as its schema sees them, in source order, the bad ones marked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from layoutcheck.core.pointer import steps_of
from layoutcheck.report.html.record import Checked, Found
from layoutcheck.report.html.safe import cut

#: Paragraphs (or other items that are mere text) shown of a run of good ones before the rest is counted.
_PLAIN_SHOWN = 2
#: The same of other blocks.
_ROWS_SHOWN = 20
#: Blocks shown of a page.
_BLOCKS = 150
_TEXT = 140
_ITEM = re.compile(r"/[^/]+/\d+(?=/|$)")
#: Parts that machines are told: one block for all with which nothing is wrong.
_DATA = frozenset({"language", "title", "description", "canonical", "json_ld", "open_graph"})
#: Parts of an item that a reader does not see: drawn only when something is wrong with them.
_UNSEEN = frozenset({"url", "alt", "href", "src", "image"})


@dataclass(slots=True)
class Row:
    """One part: ``headline`` of a teaser, a paragraph of the body."""

    label: str
    text: str
    line: int
    pointer: str = ""
    found: list[Found] = field(default_factory=list)
    #: True for a part that the page lacks.
    gap: bool = False


@dataclass(slots=True)
class Block:
    """Parts that belong together: one teaser, the body, the dateline with its place and source."""

    kind: str
    label: str
    line: int
    rows: list[Row] = field(default_factory=list)
    #: Good rows or blocks that are only counted.
    folded: int = 0
    #: True for a finding that stands in no part of the schema.
    loose: bool = False

    @property
    def found(self) -> list[Found]:
        """The findings in this block."""
        return [one for row in self.rows for one in row.found]


@dataclass(slots=True)
class Outline:
    """A page's blocks in source order; ``missing`` are parts that findings speak of and the page lacks."""

    blocks: list[Block]
    missing: list[Row]
    cut: int = 0
    from_schema: bool = True


def outline(page: Checked) -> Outline:
    """The wireframe of a page; without an outline in the report, of its findings alone."""
    rows = [_row(part) for part in page.outline]
    by_pointer = {row.pointer: row for row in rows}
    missing: list[Row] = []
    loose: list[Row] = []
    gaps: list[tuple[Row, Row]] = []
    for one in page.found:
        home = _home(one, by_pointer, rows)
        if one.absent:
            gap = Row(_lacked(one), "", one.line, "", [one], gap=True)
            item = _item(home) if home is not None else ""
            if home is not None and item:
                gap.pointer = f"{item}/{gap.label}"
                gaps.append((home, gap))
            else:
                missing.append(gap)
            continue
        if home is not None:
            home.found.append(one)
            continue
        label = str(one.place.get("where") or one.place.get("pointer", "").strip("/").replace("/", " ") or one.rule)
        loose.append(Row(label, cut(one.excerpt, _TEXT), one.line, "", [one]))
    for home, gap in gaps:
        rows.insert(rows.index(home) + 1, gap)
    blocks = _data_together(_folded(_grouped(rows)))
    blocks += [Block("loose", row.label, row.line, [row], loose=True) for row in loose]
    blocks.sort(key=lambda block: block.line)
    kept, left = _kept(blocks)
    return Outline(kept, missing, left, bool(page.outline))


def _lacked(one: Found) -> str:
    """What a finding says is not there: ``byline``."""
    return str(one.data.get("part") or one.rule.removeprefix("missing-").replace("-", " "))


def _item(row: Row) -> str:
    """The pointer of the list's item in which a row stands, or "": ``/teasers/3``."""
    found = _ITEM.match(row.pointer)
    return found[0] if found and not row.pointer.startswith("/body/") else ""


def part_name(pointer: str) -> tuple[str, ...]:
    """The words of a pointer, for a reader: ``/teasers/0/headline`` -> ``("teaser 1", "headline")``."""
    words: list[str] = []
    for step in steps_of(pointer):
        if step.isdigit() and words:
            words[-1] = f"{_singular(words[-1])} {int(step) + 1}"
        else:
            words.append(step.replace("_", " "))
    return tuple(words)


def _singular(word: str) -> str:
    if word == "body":
        return "paragraph"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _row(part: Mapping[str, Any]) -> Row:
    pointer = str(part["pointer"])
    words = part_name(pointer)
    return Row(words[-1] if words else pointer, cut(str(part["text"]), _TEXT), int(part["line"]), pointer)


def _home(one: Found, by_pointer: Mapping[str, Row], rows: Sequence[Row]) -> Row | None:
    """The part a finding stands in: by its pointer, or a part around it, or the one on its very line."""
    pointer = str(one.place.get("pointer", ""))
    while pointer:
        if pointer in by_pointer:
            return by_pointer[pointer]
        inner = next((row for row in rows if row.pointer.startswith(pointer + "/")), None)
        if inner is not None:
            return inner
        pointer = pointer.rpartition("/")[0]
    excerpt = str(one.place.get("excerpt", "")).removesuffix("…")[:_TEXT]
    for row in rows:
        if row.line == one.line and excerpt and (excerpt in row.text or row.text in excerpt):
            return row
    return None


def _grouped(rows: Sequence[Row]) -> list[Block]:
    """Rows of one list item, or of one object, become a block; ``/body/*`` is one block of its own."""
    blocks: dict[tuple[str, ...], Block] = {}
    for row in rows:
        steps = row.pointer.split("/")[1:]
        kind = steps[0] if steps else ""
        item = len(steps) > 1 and steps[1].isdigit()
        key = (kind, steps[1]) if item and kind != "body" else (kind,)
        words = part_name("/" + "/".join(key))
        block = blocks.get(key)
        if block is None:
            block = blocks[key] = Block(kind, words[-1] if words else kind, row.line)
        block.line = min(block.line, row.line)
        if len(steps) == len(key):  # the object or item itself
            row.label = ""
        block.rows.append(row)
    for block in blocks.values():
        block.rows = _seen(block.rows)
    return [block for block in blocks.values() if block.rows]


def _seen(rows: list[Row]) -> list[Row]:
    """The rows without those that say nothing more: the text of the whole again, addresses with nothing wrong."""
    kept: list[Row] = []
    for row in rows:
        twin = next((other for other in kept if other.text == row.text and not other.label), None)
        if twin is not None and row.label == "text":
            twin.found += row.found
        elif row.found or row.label not in _UNSEEN or len(rows) == 1:
            kept.append(row)
    return kept


def _data_together(blocks: list[Block]) -> list[Block]:
    """The good parts that readers do not see, as rows of one block; alone, a part stays what it is."""
    data = [block for block in blocks if block.kind in _DATA and not block.found and len(block.rows) == 1]
    if len(data) < 2:
        return blocks
    rows = [Row(block.label, row.text, row.line, row.pointer) for block in data for row in block.rows]
    gathered = Block("data", "", min(block.line for block in data), rows)
    return [gathered, *(block for block in blocks if block not in data)]


def _folded(blocks: list[Block]) -> list[Block]:
    """Good paragraphs and other rows beyond the first few are only counted."""
    for block in blocks:
        most = _PLAIN_SHOWN if block.kind == "body" else _ROWS_SHOWN
        kept: list[Row] = []
        plain = 0
        for row in block.rows:
            plain += not row.found
            if row.found or plain <= most:
                kept.append(row)
            else:
                block.folded += 1
        block.rows = kept
    return blocks


def _kept(blocks: list[Block]) -> tuple[list[Block], int]:
    """At most so many blocks, the bad ones always among them; and how many were left out."""
    if len(blocks) <= _BLOCKS:
        return blocks, 0
    bad = {id(block) for block in blocks if block.found}
    room = max(0, _BLOCKS - len(bad))
    kept: list[Block] = []
    for block in blocks:
        if id(block) in bad and len(kept) < 2 * _BLOCKS:
            kept.append(block)
        elif room > 0 and id(block) not in bad:
            kept.append(block)
            room -= 1
    return kept, len(blocks) - len(kept)
