"""A family: one way in which one kind of template engine fails, as data."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntFlag
from functools import cache
from typing import Any, NamedTuple

from layoutcheck.core.severity import Severity


class Where(IntFlag):
    """The places of a page that readers or crawlers read."""

    #: Text between tags.
    TEXT = 1
    #: The ``title`` element.
    TITLE = 2
    #: ``alt``, ``title``, ``aria-label``, ``placeholder`` and their like: text that lives in attributes.
    LABEL = 4
    #: ``content`` of a ``meta`` that holds words (description, ``og:title``, author).
    META = 8
    #: Addresses: ``href``, ``src``, ``srcset``, ``action``, ``poster``, and ``meta`` that hold one (``og:image``).
    URL = 16
    #: A string of JSON-LD.
    JSONLD = 32
    #: Dates for machines: ``datetime``, ``article:published_time``.
    DATE = 64

    NOWHERE = 0
    WORDS = TEXT | TITLE | LABEL | META
    READ = WORDS | JSONLD
    ANY = READ | URL | DATE

    def __and__(self, other: int) -> int:  # type: ignore[override]
        """What both name, as a number: asked for each match, and making a flag of it takes longer than matching."""
        return int.__and__(self, other)


class Candidate(NamedTuple):
    """A match of a family's pattern, before anybody judged it.

    ``value`` is the decoded text node, attribute value or JSON string; ``match`` its match in ``value``; ``name`` the
    attribute, ``meta`` name or JSON key that holds it ("" for text); ``element`` the element of the tree, None where
    only a string is judged.
    """

    value: str
    match: re.Match[str]
    where: Where
    name: str = ""
    element: Any = None

    @property
    def text(self) -> str:
        """What leaked: the group ``leak`` of the match, else the whole of it."""
        return self.match.string[slice(*self.span)]

    @property
    def span(self) -> tuple[int, int]:
        """Where it begins and ends in ``value``, white space at its edges aside."""
        start, end = self.match.span()
        if names := self.match.re.groupindex:
            groups = (self.match.span(number) for number in sorted(names.values()))  # RE2 knows groups by number alone
            start, end = next((group for group in groups if group[0] >= 0), (start, end))
        text = self.match.string[start:end]
        return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())

    @property
    def whole(self) -> bool:
        """Whether nothing but white space stands around the match."""
        return self.text.strip() == self.value.strip()

    @property
    def before(self) -> str:
        """Up to twenty characters in front of the match."""
        return self.value[max(0, self.match.start() - 20) : self.match.start()]

    @property
    def after(self) -> str:
        """Up to twenty characters behind the match."""
        return self.value[self.match.end() : self.match.end() + 20]

    @property
    def tag(self) -> str:
        """The name of the element, "" where there is none."""
        return self.element.tag if self.element is not None else ""


#: Matches nothing: what has no cues is found by other means than the scan, and is a family for its words alone.
_NOTHING = r"(?!)"
#: Says how sure a candidate is: error, warning or info; None when the family's own ``certain`` and ``minor`` decide;
#: ``Severity.OFF`` when it is a look-alike.
Judge = Callable[[Candidate], Severity | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One family of leaks.

    ``cues`` are what the scan looks for in the page's source: short patterns (regular expressions without look-around
    or back-references, over UTF-8 bytes) that end *inside* the leaked text. Each hit of a cue makes the decoded value
    around it be matched with ``pattern``, which alone decides, together with ``judge``.
    """

    id: str
    rule: str
    engines: tuple[str, ...]
    #: Engines that write so too and are named only where the page's other leaks speak for them.
    also: tuple[str, ...] = ()
    #: Patterns for what leaks by only some of them, with those; the first that occurs in the leak counts.
    tongues: tuple[tuple[str, tuple[str, ...]], ...] = ()
    #: What a reader sees; every example is fed through the detector in the tests.
    example: str = ""
    #: The usual root cause, one sentence.
    cause: str
    #: What mends it, in the engine's own syntax.
    fix: str
    cues: tuple[str, ...] = ()
    pattern: str = _NOTHING
    #: The message of the rule; "" for its first.
    message: str = ""
    where: Where = Where.ANY
    #: Where no healthy page has it: an error there, a warning elsewhere.
    certain: Where = Where.ANY
    #: Where it does little harm: an info there.
    minor: Where = Where.NOWHERE
    #: Whether a script in the browser may still fill it, so that a framework's mark around it speaks for it.
    client: bool = False
    #: Whether one value is told of once, however often it occurs there.
    once: bool = False
    #: Whether what leaks is the page's own content, so that one fault of a template shows as another text on each page.
    varied: bool = False
    #: Whether it is wrong with the page as a whole, and the spot only shows it.
    placeless: bool = False
    #: Whether it may run across inline tags: <b>Warning</b>: … on line <b>45</b>.
    wide: bool = False
    #: A value in which this occurs is none of the family's business.
    deny: str = ""
    judge: Judge | None = None
    #: Further spellings that are leaks too, and look-alikes that are not: for the tests and for the reader.
    more: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    #: Where the examples stand.
    at: Where = Where.TEXT
    #: The name of what holds the examples: an attribute, a ``meta`` name, a JSON key, an element.
    named: str = ""
    flags: int = 0
    #: Whether the pattern is a user's, which only RE2 may run.
    linear: bool = False

    @property
    def regex(self) -> re.Pattern[str]:
        """The compiled ``pattern``; compiled at first use, for most pages need few."""
        return _linear(self.pattern) if self.linear else _compiled(self.pattern, self.flags)

    def engines_of(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The engines that may have left ``text``, and those to be named only where more speaks for them."""
        told = next((named for tongue, named in self.tongues if _compiled(tongue, 0).search(text)), None)
        return (self.engines, self.also) if told is None else (told, ())

    def denies(self, value: str) -> bool:
        """Whether ``value`` is of a kind that the family leaves alone."""
        return bool(self.deny) and _compiled(self.deny, 0).search(value) is not None

    def severity(self, candidate: Candidate) -> Severity:
        """How sure a match is; ``OFF`` for a look-alike."""
        return Severity.OFF if self.denies(candidate.value) else self.judged(candidate)

    def judged(self, candidate: Candidate) -> Severity:
        """The same for a value that the family doesn't deny: for whoever asks about many matches of one value."""
        if not candidate.where & self.where:
            return Severity.OFF
        if self.judge is not None and (judged := self.judge(candidate)) is not None:
            return judged
        if candidate.where & self.minor:
            return Severity.INFO
        return Severity.ERROR if candidate.where & self.certain else Severity.WARNING


@cache
def _compiled(pattern: str, flags: int) -> re.Pattern[str]:
    return re.compile(pattern, flags)


@cache
def _linear(pattern: str) -> re.Pattern[str]:
    import re2

    options = re2.Options()
    options.log_errors = False
    compiled: re.Pattern[str] = re2.compile(pattern, options)
    return compiled
