"""What a page's own style sheets keep from being shown."""

from __future__ import annotations

import re
from itertools import chain
from typing import Any

from turbohtml import Element

from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page

#: All embedded style sheets of a page together, in characters; longer ones are not looked into.
_LONGEST_SHEETS = 400_000
#: Two patterns that each begin with a word are looked for many times faster than one with a choice.
_HIDES = (re.compile(r"display\s*:\s*none"), re.compile(r"visibility\s*:\s*(?:hidden|collapse)"))
_STEP = re.compile(r"[\s>+~]+")
_NAME = re.compile(r"[.#][^.#:\s]+|^[a-zA-Z][\w-]*")


def is_styled_away(page: Page, element: Element) -> bool:
    """Whether an embedded style sheet keeps the element from being shown."""
    hiding = _hiding_rules(page)
    if not hiding:
        return False
    known: dict[Any, bool] = page.cache.setdefault("templating.styled", {})
    node: Any = element
    around = []
    away = False
    while isinstance(node, Element) and node.tag not in {"body", "html"}:
        if node in known:
            away = known[node]
            break
        around.append(node)
        node = node.parent
    for current in reversed(around):
        away = known[current] = away or _hides(hiding, current)
    return away


def _hides(hiding: dict[str, set[str]], element: Element) -> bool:
    """Whether one of the hiding rules selects the element and holds against all other rules."""
    selectors = [selector for name in _names(element) for selector in hiding.get(name, ())]
    if not any(_selects(selector, element) for selector in selectors):
        return False
    from turbohtml.cssom import computed_style  # the whole cascade, which is dear to ask

    style = computed_style(element)
    return style.get("display") == "none" or style.get("visibility") in {"hidden", "collapse"}


def _selects(selector: str, element: Element) -> bool:
    try:
        return bool(element.matches(selector))
    except ValueError:  # a selector beyond the library
        return True


def _names(element: Element) -> list[str]:
    """By what a style sheet may call an element."""
    names = ["*", element.tag, *(f".{name}" for name in (element.attr("class") or "").split())]
    if ident := element.attr("id"):
        names.append(f"#{ident}")
    return names


@once_a_page
def _hiding_rules(page: Page) -> dict[str, set[str]]:
    """The selectors of the rules that hide, by a name of the elements that each selects.

    Very long sheets are not looked into.
    """
    found: dict[str, set[str]] = {}
    styles = list(page.tree.iter_elements("style"))
    if sum(map(_length, styles)) <= _LONGEST_SHEETS:
        for sheet in [style.text for style in styles]:
            for match in chain.from_iterable(pattern.finditer(sheet) for pattern in _HIDES):
                for selector in _selectors(sheet, match.start()).split(","):
                    found.setdefault(_last_name(selector), set()).add(selector.strip())
    return found


def _length(style: Element) -> int:
    """About how long a style sheet is, told without reading it."""
    location = style.source_location
    if location is None or location.end_tag is None:
        return len(style.text)
    return int(location.end_tag.start_offset - location.start_tag.end_offset)


def _selectors(sheet: str, offset: int) -> str:
    """The selectors of the rule in which an offset of a style sheet lies."""
    brace = max(sheet.rfind("{", 0, offset), 0)
    return sheet[max(sheet.rfind("{", 0, brace), sheet.rfind("}", 0, brace)) + 1 : brace]


def _last_name(selector: str) -> str:
    """One name that whatever a selector selects must have; "*" where that is not easily said."""
    last = _STEP.split(selector.strip())[-1] if "(" not in selector and "[" not in selector else "*"
    found = _NAME.search(last)
    return found[0] if found else "*"
