"""What a selector that matches nothing almost matched: how far it got, and which element it may have meant.

Looked for only where a finding needs it. It is a question, never a claim: what is told of the page is true, that it was
meant is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from turbohtml import Document, Element

from layoutcheck.core.rule import Spot
from layoutcheck.model.likeness import ALIKE, likeness
from layoutcheck.model.selector import Selector
from layoutcheck.model.steps import Name, Step, Way, ways
from layoutcheck.parse.page import Page

#: So many elements are looked at for one that is alike.
_MOST = 20_000
#: What stands elsewhere than the selector looks is meant less likely.
_ELSEWHERE = 0.8
#: From here on an element that is alike says more than one that matches elsewhere.
_SURE = 0.75
#: Of these a page has so many that one more says nothing.
_PLAIN = frozenset("div span p a li ul ol i b em strong section td tr svg path button input img".split())
#: These hold nothing to read: only a selector that asks for the tag or an attribute means one.
_UNREAD = frozenset("meta link script style template noscript base html head body".split())
_WHOLE = ("html", "body")
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_WEIGHTS = {"tag": 1, "pseudo": 1, "class": 3, "id": 3, "attribute": 3}
#: Attributes that name what an element is for; each may say what another one was to say.
_NAMING = ("id", "itemprop", "property", "name", "rel", "role", "data-testid", "data-component", "data-type")
_LONGEST = 60
#: Of an attribute so many words are looked at.
_WORDS = 50


@dataclass(slots=True)
class NearMiss:
    """How near a selector came.

    ``reached`` is how much of it matches, ``at`` the first element that does, ``lost`` what matches no more; ``rest``
    is what matches without the way to it, ``rest_at`` where; ``like`` is an element alike to what ``step`` asks for,
    which ``is_part`` of the way alone; ``lacking`` is the attribute that ``at`` has not, ``having`` one that is called
    alike; ``read_as`` is what a recogniser takes for the part.
    """

    selector: str
    score: float = 0.0
    reached: str = ""
    at: Element | None = None
    rest: str = ""
    rest_at: Element | None = None
    step: str = ""
    like: Element | None = None
    is_part: bool = False
    lost: str = ""
    read_as: Spot | None = None
    lacking: str = ""
    having: str = ""

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The elements that may be meant."""
        found = tuple(Spot(node) for node in (self.like, self.rest_at) if node is not None)
        return (*found, self.read_as) if self.read_as is not None else found

    def words(self, page: Page) -> str:
        """It in words, for a message: ``perhaps <p class="date-line"> at 14:3 is meant``; "" where nothing is near."""
        told = []
        if self.at is not None:
            lacks = f', without "{self.lacking}"' if self.lacking else f', "{self.lost}" does not' if self.lost else ""
            has = f' but with "{self.having}"' if self.having else ""
            told.append(f'"{self.reached}" does, at {_line(page, Spot(self.at))}{lacks}{has}')
        elif self.lost:
            told.append(f'"{self.lost}" matches nothing')
        if self.like is not None:
            meant = f"perhaps {_shown(self.like, self.step)} at {_line(page, Spot(self.like))} is meant"
            if self.is_part and self.step == self.lost:
                told[-1] += f", {meant}"
            else:
                told.append(meant + (f' by "{self.step}"' if self.is_part else ""))
        if self.rest_at is not None:
            told.append(f'"{self.rest}" alone does, at {_line(page, Spot(self.rest_at))}')
        if self.read_as is not None:
            told.append(f'"{_brief(page.text(self.read_as))}" at {_line(page, self.read_as)} reads as one')
        return "; ".join(told)


def near_miss(selectors: Iterable[Selector], scope: Any) -> NearMiss | None:
    """The nearest that any of the selectors comes in ``scope``; None where it cannot be told."""
    found: NearMiss | None = None
    for selector in selectors:
        for miss in _misses(selector, scope):
            if found is None or miss.score > found.score:
                found = miss
    return found


def _misses(selector: Selector, scope: Any) -> Iterator[NearMiss]:
    if selector.attribute is not None and (there := _without_attribute(selector, scope)):
        yield _lacking(selector, there)
        return
    for way in ways(selector):
        yield _on_the_way(selector, way.from_root() if isinstance(scope, Document) else way, scope)


def _without_attribute(selector: Selector, scope: Any) -> list[Element]:
    if not selector.query:
        return [scope] if isinstance(scope, Element) else []
    return Selector(selector.written, selector.query, None, selector.is_xpath).select(scope)


def _lacking(selector: Selector, there: list[Element]) -> NearMiss:
    wanted = str(selector.attribute)
    names = [(likeness(wanted, name), name, node) for node in there[:10] for name in node.attrs]
    score, having, node = max(names, key=lambda entry: entry[0], default=(0.0, "", there[0]))
    having, node = (having, node) if score >= ALIKE else ("", there[0])
    return NearMiss(selector.written, 1.0, selector.query or node.tag, node, lacking=wanted, having=having)


def _on_the_way(selector: Selector, way: Way, scope: Any) -> NearMiss:
    miss = NearMiss(selector.written)
    count = len(way.steps)
    failing = next((n for n in range(count) if not _select(scope, way.css(0, n + 1))), count)
    if failing == count:  # all of it matches: it is not this way that failed
        return miss
    if failing < count - 1:
        miss.lost = way.words(0, failing + 1)
    reached = [node for node in _select(scope, way.css(0, failing)) if node.tag not in _WHOLE] if failing else []
    if reached:
        miss.reached, miss.at, miss.score = way.words(0, failing), reached[0], 0.1
    rest = next((n for n in range(1, count) if _select(scope, way.css(n, count))), 0)
    if rest and all(_says_nothing(step) for step in way.steps[rest:]):
        rest = 0
    score, like = _alike(way, failing, scope)
    if like is None and not rest:  # more than one step has changed: the last that has a name of its own
        for number in range(count - 1, failing, -1):
            if not _says_nothing(way.steps[number]):
                failing = number
                score, like = _best(way.steps[number], _select(scope, "*"), way.css(number + 1, count))
                break
    if like is not None:
        miss.like, miss.score, miss.step = like, max(miss.score, score), way.words(failing, failing + 1)
        around = set(like.ancestors)
        miss.at = next((node for node in reached if node in around), miss.at)
        if rest > failing and _select(like, way.css(failing + 1, count)):  # the selector would go on from there
            rest = 0
    if rest and (score < _SURE or failing < count - 1):
        miss.rest = ("//" if selector.is_xpath else "") + way.words(rest, count)
        miss.rest_at = _select(scope, way.css(rest, count))[0]
        miss.score = max(miss.score, _ELSEWHERE)
        if rest <= failing or failing == count - 1:  # where it matches says more than what is alike
            miss.like = None
    miss.is_part = miss.like is not None and bool(miss.lost)
    return miss


def _says_nothing(step: Step) -> bool:
    return all(name.kind in ("tag", "pseudo") and (name.name in _PLAIN or name.name[0] == ":") for name in step.names)


def _alike(way: Way, number: int, scope: Any) -> tuple[float, Element | None]:
    """The element most alike to what a step asks for: where the selector looks, else below, else anywhere."""
    step = way.steps[number]
    before = way.css(0, number) if number else (":scope" if step.combinator == ">" else "")
    domains = [f"{before} {step.combinator} *".strip() if before else "*"]
    if before:
        domains += [f"{before} *", "*"]
    rest = way.css(number + 1, len(way.steps))
    best: tuple[float, Element | None] = (0.0, None)
    for index, domain in enumerate(dict.fromkeys(domains)):
        weight = 1.0 if not index else _ELSEWHERE if domain == "*" else 0.95
        found = _best(step, _select(scope, domain), rest)
        if found[0] * weight > best[0]:
            best = found[0] * weight, found[1]
        if best[0] >= _SURE:
            break
    return best if best[0] >= ALIKE else (0.0, None)


def _best(step: Step, nodes: list[Element], rest: str) -> tuple[float, Element | None]:
    scored = [(score, node) for node in islice(nodes, _MOST) if (score := _score(step, node)) >= ALIKE]
    if not scored:
        return _only_one(step, nodes)
    top = max(score for score, _ in scored)
    nearest = [(score, node) for score, node in scored if score >= top - 0.1][:50]
    if rest:  # of those that are about as near the one in which the selector would go on
        nearest = [entry for entry in nearest if _select(entry[1], rest)] or nearest
    return max(nearest, key=lambda entry: entry[0])


def _only_one(step: Step, nodes: list[Element]) -> tuple[float, Element | None]:
    """The only element of the tag that a step names, whatever else it asks for."""
    tag = next((name.name.lower() for name in step.names if name.kind == "tag"), "")
    if not tag or tag in _PLAIN:
        return 0.0, None
    those = [node for node in nodes if node.tag == tag]
    return (ALIKE, those[0]) if len(those) == 1 else (0.0, None)


def _score(step: Step, node: Element) -> float:
    """How much of what a step asks for an element has, by name or nearly so."""
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
    if alone and tag not in _PLAIN and len(tag) > 3:  # <div class="page-header"> for header
        return 0.8 * _has_name(tag, "class", node)
    return 0.0


def _has_name(wanted: str, kind: str, node: Element) -> float:
    best = 0.0
    for attribute in node.attrs:
        if attribute == "class" or attribute in _NAMING:
            weight = 1.0 if attribute == kind else 0.93
            for said in (node.attr(attribute) or "").split()[:_WORDS]:
                best = max(best, weight * likeness(wanted, said))
    return best


def _has_attribute(wanted: Name, node: Element) -> float:
    if wanted.name in ("class", "id") and wanted.value:
        return max((_has_name(word, wanted.name, node) for word in wanted.value.split()), default=0.0)
    best = 0.85 * _has_name(wanted.value, "class", node) if wanted.value and wanted.name in _NAMING else 0.0
    for name in node.attrs:
        called = 1.0 if name == wanted.name else 0.9 if name in _NAMING and wanted.name in _NAMING else 0.0
        called = called or likeness(wanted.name, name)
        if called < ALIKE:
            continue
        said = node.attr(name) or ""
        best = max(best, called * (likeness(wanted.value, said) if wanted.value else 1.0))
    return best


def _select(scope: Any, css: str) -> list[Element]:
    try:
        found: list[Element] = scope.select(css)
    except ValueError:  # an XPath's name may be none of CSS
        return []
    return found


def _brief(text: str) -> str:
    told = " ".join(text.split())
    return told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…"


def _line(page: Page, spot: Spot) -> str:
    line, column = page.lines.at(page.stretch(spot)[0])
    return f"{line}:{column}"


def _shown(node: Element, step: str) -> str:
    """The start tag with what tells the element from others, as far as it fits."""
    said = [(name, node.attr(name) or "") for name in ("class", *_NAMING) if node.attr(name)]
    told = sorted(said[:8], key=lambda pair: -_nearest(step, pair[1])[0])[:1]
    shown = "".join(f' {name}="{_cut(step, value)}"' for name, value in told)
    return f"<{node.tag}{shown}>"


def _cut(step: str, value: str) -> str:
    value = " ".join(value.split())
    if len(value) <= _LONGEST:
        return value
    word = _nearest(step, value)[1][:_LONGEST]
    return f"{'' if value.startswith(word) else '… '}{word} …"


def _nearest(step: str, value: str) -> tuple[float, str]:
    """Of the words of a value the one most alike to what a step asks for."""
    return max(((likeness(step, word), word) for word in value.split()), key=lambda entry: entry[0], default=(0.0, ""))
