"""A finding, a page and a cause of a JSON report as the HTML report sees them: each knows the others.

What lists and counts are made of is kept in the open; all else that is known of a page is packed until its own page is
written.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from layoutcheck.report.html.safe import cut

Object = Mapping[str, Any]
SEVERITIES = ("error", "warning", "info")
#: A text in a list is cut to this many characters.
LONGEST_TEXT = 400


@dataclass(eq=False, slots=True)
class Found:
    """A finding that knows its page: what lists need of it here, the rest with the page (:attr:`told`)."""

    page: Checked
    #: Which of its page's findings it is.
    index: int
    #: Where the finding stands on its page's page: its fingerprint, so that a link to it holds from run to run.
    anchor: str
    rule: str
    #: ``error``, ``warning`` or ``info``.
    severity: str
    #: What is wrong, in one sentence.
    text: str
    #: Whether a baseline knows it.
    known: bool
    #: The id of its cause; one made up where the report has none.
    cause: str
    #: Its id from run to run, or "".
    fingerprint: str
    line: int
    column: int
    #: The part of the page, in words.
    where: str
    excerpt: str
    #: Whether it speaks of something that the page lacks; its place is then only where one would look for it.
    absent: bool

    @property
    def told(self) -> Object:
        """The finding as the report has it; cheap page after page, dear in any other order."""
        told: Object = self.page.opened["findings"][self.index]
        return told

    @property
    def message(self) -> str:
        """The message's id."""
        return str(self.told["message"])

    @property
    def place(self) -> Object:
        """Where it is."""
        return dict(self.told["place"])

    @property
    def also(self) -> list[Object]:
        """The other places of the fault."""
        return list(self.told.get("also", ()))

    @property
    def data(self) -> Object:
        """The message's values."""
        return dict(self.told.get("data", {}))

    @property
    def snippet(self) -> Object:
        """The line of source that the report keeps, or nothing."""
        return dict(self.told.get("snippet") or {})

    @property
    def help(self) -> str:
        """The address of the rule's page, or ""."""
        return str(self.told.get("help", ""))


@lru_cache(maxsize=2)
def _opened(packed: bytes) -> Object:
    told: Object = json.loads(zlib.decompress(packed))
    return told


@dataclass(eq=False, slots=True)
class Checked:
    """A page of the run with something to say: findings, failures or suppressed findings."""

    #: As in the report; never shown, because ``name`` is redacted and this is not.
    uri: str
    #: The same for the baseline, "" where something in it is redacted: a path that is not there would be pruned.
    path: str
    #: What readers know it by (``--path-prefix``).
    name: str
    #: Where readers find it, "" where that is not known or something in it is redacted.
    address: str
    section: str
    #: What its files are called: a hash of its address.
    file: str
    #: The headline that the outline gives, or "".
    headline: str
    #: The page as the report has it, packed.
    packed: bytes
    found: list[Found] = field(default_factory=list)
    failures: list[Object] = field(default_factory=list)

    @property
    def opened(self) -> Object:
        """The page as the report has it, redacted; the last pages asked for stay open."""
        return _opened(self.packed)

    @property
    def suppressed(self) -> list[Object]:
        """The findings that a comment or a setting switched off."""
        return list(self.opened["suppressed"])

    @property
    def outline(self) -> list[Object]:
        """The parts that the schema saw."""
        return list(self.opened.get("outline", ()))

    @property
    def fresh(self) -> list[Found]:
        """The findings that no baseline knows."""
        return [one for one in self.found if not one.known]

    @property
    def worst(self) -> str:
        """The worst severity of its new findings, of all where none is new; "" where there is none."""
        of = {one.severity for one in self.fresh or self.found}
        return next((severity for severity in SEVERITIES if severity in of), "")

    def count(self, severity: str) -> int:
        """How many new findings of a severity."""
        return sum(1 for one in self.found if one.severity == severity and not one.known)


@dataclass(eq=False, slots=True)
class Root:
    """A cause: the findings of one root over all pages."""

    id: str
    file: str
    told: Object
    found: list[Found] = field(default_factory=list)
    #: The address of the rule's page, or "".
    help: str = ""

    @property
    def rule(self) -> str:
        """The rule's id."""
        return str(self.told["rule"])

    @property
    def text(self) -> str:
        """What is wrong, told by the first finding."""
        return cut(str(self.told["text"]), LONGEST_TEXT)

    @property
    def severity(self) -> str:
        """The worst severity of its findings."""
        return str(self.told["severity"])

    @property
    def where(self) -> str:
        """The part of the page."""
        return str(self.told.get("where", ""))

    @property
    def data(self) -> Object:
        """The values of the first finding's message."""
        return dict(self.told.get("data", {}))

    @property
    def findings(self) -> int:
        """How many findings it has."""
        return int(self.told["findings"])

    @property
    def known(self) -> int:
        """How many of them a baseline knows."""
        return int(self.told["known"])

    @property
    def fresh(self) -> int:
        """How many are new."""
        return self.findings - self.known

    @property
    def pages(self) -> int:
        """On how many pages it is."""
        return int(self.told["pages"])

    @property
    def sections(self) -> Mapping[str, int]:
        """How many pages of each section."""
        return dict(self.told.get("sections", {}))

    def examples(self, count: int) -> list[Found]:
        """Up to ``count`` findings, new ones first, each on a page and where possible in a section of its own."""
        best: dict[str, Found] = {}
        for one in sorted(self.found, key=lambda found: found.known):
            best.setdefault(one.page.uri, one)
        seen: Counter[str] = Counter()
        ranked = []
        for index, one in enumerate(best.values()):
            ranked.append((one.known, seen[one.page.section], index, one))
            seen[one.page.section] += 1
        return [one for *_, one in sorted(ranked, key=lambda rank: rank[:3])[:count]]
