"""How much of what a step of a selector asks for an element has, by name or nearly so."""

from __future__ import annotations

from turbohtml import Element

from layoutcheck.model.likeness import ALIKE, likeness
from layoutcheck.model.steps import Name, Step

#: Of these a page has so many that one more says nothing.
PLAIN = frozenset("div span p a li ul ol i b em strong section td tr svg path button input img".split())
#: These hold nothing to read: only a selector that asks for the tag or an attribute means one.
_UNREAD = frozenset("meta link script style template noscript base html head body".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_WEIGHTS = {"tag": 1, "pseudo": 1, "class": 3, "id": 3, "attribute": 3}
#: Attributes that name what an element is for; each may say what another one was to say.
NAMING = ("id", "itemprop", "property", "name", "rel", "role", "data-testid", "data-component", "data-type")
#: Of an attribute so many words are looked at.
_WORDS = 50


def says_nothing(step: Step) -> bool:
    """Whether a step asks for no more than what each page has many of."""
    return all(name.kind in ("tag", "pseudo") and (name.name in PLAIN or name.name[0] == ":") for name in step.names)


def fit(step: Step, node: Element) -> float:
    """From 0 to 1: how much of what a step asks for an element has."""
    if not step.names or (node.tag in _UNREAD and not any(name.kind in ("tag", "attribute") for name in step.names)):
        return 0.0
    total = weights = named = 0.0
    for name in step.names:
        weight = _WEIGHTS[name.kind]
        score = _has(name, node, alone=len(step.names) == 1)
        total += weight * score
        weights += weight
        named += score if name.kind not in ("tag", "pseudo") or len(step.names) == 1 else 0.0
    return total / weights if named else 0.0


def _has(name: Name, node: Element, *, alone: bool) -> float:
    match name.kind:
        case "tag":
            return _has_tag(name.name.lower(), node, alone=alone)
        case "class" | "id":
            return _has_name(name.name, name.kind, node)
        case "attribute":
            return _has_attribute(name, node)
        case _:
            return 0.0  # a position or state: what is said of it stays a question


def _has_tag(tag: str, node: Element, *, alone: bool) -> float:
    if node.tag == tag:
        return 1.0
    if node.tag in _HEADINGS and tag in _HEADINGS:
        return 0.65
    if alone and tag not in PLAIN and len(tag) > 3:  # <div class="page-header"> for header
        return 0.8 * _has_name(tag, "class", node)
    return 0.0


def _has_name(wanted: str, kind: str, node: Element) -> float:
    best = 0.0
    for attribute in node.attrs:
        if attribute == "class" or attribute in NAMING:
            weight = 1.0 if attribute == kind else 0.93
            for said in (node.attr(attribute) or "").split()[:_WORDS]:
                best = max(best, weight * likeness(wanted, said))
    return best


def _has_attribute(wanted: Name, node: Element) -> float:
    if wanted.name in ("class", "id") and wanted.value:
        return max((_has_name(word, wanted.name, node) for word in wanted.value.split()), default=0.0)
    best = 0.85 * _has_name(wanted.value, "class", node) if wanted.value and wanted.name in NAMING else 0.0
    for name in node.attrs:
        called = 1.0 if name == wanted.name else 0.9 if name in NAMING and wanted.name in NAMING else 0.0
        called = called or likeness(wanted.name, name)
        if called < ALIKE:
            continue
        said = node.attr(name) or ""
        best = max(best, called * (likeness(wanted.value, said) if wanted.value else 1.0))
    return best
