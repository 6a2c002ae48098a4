"""A page's tree as lxml's, for those who want it: Schematron, full XPath, third-party rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree
from turbohtml import Element, Text

from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME = re.compile(r"[A-Za-z_][\w.-]*$")


@dataclass(eq=False)
class LxmlTree:
    """The same tree twice: ``root`` is lxml's, and each of its elements leads back to the page's own."""

    root: Any
    _nodes: dict[Any, Element]

    def node(self, element: Any) -> Element:
        """The page's element that an lxml element is the copy of; raises KeyError for foreign ones."""
        return self._nodes[element]


@once_a_page
def lxml_tree(page: Page) -> LxmlTree:
    """The page as an lxml tree. Names that XML cannot spell are written with ``_``."""
    source = page.tree.root if page.tree.root is not None else page.body
    nodes: dict[Any, Element] = {}
    root = etree.Element(_name(source.tag))
    nodes[root] = source
    stack = [(source, root)]
    while stack:
        node, copy = stack.pop()
        for name in node.attrs:
            copy.set(_name(name), _NO_XML.sub("\ufffd", node.attr(name) or ""))
        last = None
        for child in node.children:
            if isinstance(child, Element):
                last = etree.SubElement(copy, _name(child.tag))
                nodes[last] = child
                stack.append((child, last))
            elif isinstance(child, Text):
                text = _NO_XML.sub("\ufffd", child.data)
                if last is None:
                    copy.text = (copy.text or "") + text
                else:
                    last.tail = (last.tail or "") + text
    return LxmlTree(root, nodes)


def _name(name: str) -> str:
    if _NAME.match(name):
        return name
    spelt = re.sub(r"[^\w.-]", "_", name)
    return spelt if _NAME.match(spelt) else f"_{spelt}"
