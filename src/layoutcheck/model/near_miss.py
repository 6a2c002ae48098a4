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
from layoutcheck.model.fit import PLAIN, fit, says_nothing
from layoutcheck.model.likeness import ALIKE, likeness
from layoutcheck.model.selector import Selector
from layoutcheck.model.steps import Step, Way, ways

#: So many elements are looked at for one that is alike.
_MOST = 20_000
#: What stands elsewhere than the selector looks is meant less likely.
_ELSEWHERE = 0.8
#: From here on an element that is alike says more than one that matches elsewhere.
_SURE = 0.75
#: To have got as far as these says nothing.
_WHOLE = ("html", "body")


@dataclass(slots=True)
class NearMiss:
    """How near a selector came.

    ``reached`` is how much of it matches, ``at`` the first element that does, ``lost`` what matches no more; ``rest``
    is what matches without the way to it, ``rest_at`` where; ``like`` is an element alike to what ``step`` asks for,
    which ``is_part`` of the way alone; ``lacking`` is the attribute that ``at`` has not, ``having`` one that is called
    alike; ``read_as`` is what a recogniser takes for the part.
    """

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


def near_miss(selectors: Iterable[Selector], scope: Any) -> NearMiss | None:
    """The nearest that any of the selectors comes in ``scope``; None where it cannot be told."""
    found: NearMiss | None = None
    for selector in selectors:
        for miss in _misses(selector, scope):
            if found is None or miss.score > found.score:
                found = miss
    return found


def _misses(selector: Selector, scope: Any) -> Iterator[NearMiss]:
    """How near each alternative of a selector came."""
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
    return NearMiss(1.0, selector.query or node.tag, node, lacking=wanted, having=having)


def _on_the_way(selector: Selector, way: Way, scope: Any) -> NearMiss:
    miss = NearMiss()
    count = len(way.steps)
    failing = next((n for n in range(count) if not _select(scope, way.css(0, n + 1))), count)
    if failing == count:  # all of it matches: it is not this way that failed
        return miss
    if failing < count - 1:
        miss.lost = way.words(0, failing + 1)
    reached = [node for node in _select(scope, way.css(0, failing)) if node.tag not in _WHOLE] if failing else []
    if reached:
        miss.reached, miss.at, miss.score = way.words(0, failing), reached[0], 0.1
    rest = _rest(way, scope)
    score, like, asked = _like(way, failing, scope, anywhere=not rest)
    if like is not None:
        miss.like, miss.score, miss.step = like, max(miss.score, score), way.words(asked, asked + 1)
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


def _rest(way: Way, scope: Any) -> int:
    """The step from which on a way matches without those before it; 0 where none does, or what does says nothing."""
    count = len(way.steps)
    rest = next((n for n in range(1, count) if _select(scope, way.css(n, count))), 0)
    return 0 if all(map(says_nothing, way.steps[rest:])) else rest


def _like(way: Way, failing: int, scope: Any, *, anywhere: bool) -> tuple[float, Element | None, int]:
    """The element alike to what the failing step asks for, how much so, and which step that is.

    Where there is none, and ``anywhere`` is to be looked, more than one step has changed: then it is the last step that
    has a name of its own.
    """
    score, like = _alike(way, failing, scope)
    if like is None and anywhere:
        count = len(way.steps)
        for asked in range(count - 1, failing, -1):
            if not says_nothing(way.steps[asked]):
                return *_best(way.steps[asked], _select(scope, "*"), way.css(asked + 1, count)), asked
    return score, like, failing


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
    """Of ``nodes`` the most alike to what a step asks for; of equals one in which ``rest`` of the selector matches."""
    scored = [(score, node) for node in islice(nodes, _MOST) if (score := fit(step, node)) >= ALIKE]
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
    if not tag or tag in PLAIN:
        return 0.0, None
    those = [node for node in nodes if node.tag == tag]
    return (ALIKE, those[0]) if len(those) == 1 else (0.0, None)


def _select(scope: Any, css: str) -> list[Element]:
    try:
        found: list[Element] = scope.select(css)
    except ValueError:  # an XPath's name may be none of CSS
        return []
    return found
