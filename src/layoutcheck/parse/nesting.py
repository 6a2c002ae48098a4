"""Tables too deep for the parser.

Beyond 512 open elements the parser (turbohtml 1.15.4), like browsers, opens no more. With a table there, it believes to
be in a cell that it never opened; the row's end tag then closes all that is open, ``html`` included, and the next
misnested link crashes the process. A worker's crash is told as the page's, but a user's own process must not die of a
page: there, a page with a table as deep as that is refused. How deep it is, the parser itself says: it is given the
source up to the table, in which no table is too deep. Few pages have a table, and very few of them so many unclosed
elements before it that the parser has to be asked. What this costs, workers need not pay.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import turbohtml
from turbohtml import DocumentFragment, Element

#: No table may begin in more open elements. The parser's bound is 512; of 1,208 real pages the deepest nests 80.
DEEPEST = 480
#: So many unclosed elements before a table, by their tags alone, are no reason to ask the parser.
_UNCLOSED = 150
#: What a table or template brings along: a body, a row and a cell, whether their tags are written or not.
_WITHIN = {b"table": 4, b"template": 4}
#: So often the parser is asked about one page. What seems too deep by its tags alone thereafter, is.
_ASKED = 30
#: Where rows may begin: a template may hold some without a table.
_TABLE = re.compile(rb"<t(?:able|emplate)", re.IGNORECASE)
_TAG = re.compile(rb"</?[a-zA-Z][^\s/>]*")
#: Elements that have no end tag (HTML Standard, 13.1.2), and those that nest no deeper than the others around them,
#: since the next of their kind closes them.
_FLAT = frozenset(
    b"area base br col embed hr img input link meta source track wbr "
    b"a p option optgroup thead tbody tfoot tr td th colgroup caption".split()
)


def has_table_too_deep(body: bytes) -> bool:
    """Whether a table begins in more than :data:`DEEPEST` open elements, told from the bytes of a page."""
    table = _TABLE.search(body)
    if table is None and b"\0" in body:  # UTF-16, in which a tag is every other byte
        body = body.replace(b"\0", b"")
        table = _TABLE.search(body)
    return table is not None and body.count(b"<") > _UNCLOSED and _search(body)


def _search(body: bytes) -> bool:
    unclosed: Counter[bytes] = Counter()
    done = surplus = asked = 0
    enough = _UNCLOSED
    for table in _TABLE.finditer(body):
        for tag, times in Counter(_TAG.findall(body, done, table.start())).items():
            name = tag.lower().lstrip(b"</")
            if name not in _FLAT:
                times *= _WITHIN.get(name, 1)
                unclosed[name] = max(unclosed[name] + (-times if tag.startswith(b"</") else times), 0)
        done = table.start()
        # An item closes one of its kind before it, unless the other kind stands between.
        items = unclosed[b"li"], unclosed[b"dt"] + unclosed[b"dd"]
        count = unclosed.total() - max(items) - surplus
        if count <= enough:
            continue
        if asked == _ASKED:
            return True
        asked += 1
        depth = _depth(body[:done])
        if depth > DEEPEST:
            return True
        surplus += count - depth
        enough = max(_UNCLOSED, depth + (DEEPEST - depth) // 3)
    return False


def _depth(body: bytes) -> int:
    """How deep the elements of a source nest."""
    level: list[Any] = [turbohtml.parse(body.decode("latin-1")).root]
    depth = 0
    while level:
        depth += 1
        level = [child for node in level for child in node.children if isinstance(child, Element | DocumentFragment)]
    return depth
