"""A JSON report as the HTML report sees it: pages and causes that know of each other.

What lists and counts are made of is kept in the open; all else that is known of a page is packed until its own page is
written. A run of ten thousand pages takes tens of megabytes, not hundreds.
"""

from __future__ import annotations

import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from sys import intern
from typing import Any

from layoutcheck.report.html.safe import Redaction, cut, short_hash
from layoutcheck.report.path_mapping import PathMapping

Object = Mapping[str, Any]
SEVERITIES = ("error", "warning", "info")
_LONGEST_TEXT = 400
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


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
        return cut(str(self.told["text"]), _LONGEST_TEXT)

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


class Run:
    """A whole run, filled page by page.

    Pages without anything to say leave their address and nothing else, so that memory follows the findings.
    """

    def __init__(self, redact: Redaction, paths: PathMapping | None = None) -> None:
        self.redact = redact
        self._paths = paths or PathMapping()
        self.facts: Object = {}
        self.summary: Object = {}
        self.pages: list[Checked] = []
        self.clean: list[str] = []
        self.sections: Counter[str] = Counter()
        self.roots: list[Root] = []
        self.notes: list[Object] = []
        self._loose: dict[str, Root] = {}

    @classmethod
    def of(cls, report: Object, redact: Redaction, paths: PathMapping | None = None) -> Run:
        """The run that a JSON report tells; ``paths`` says how its pages are named."""
        run = cls(redact, paths)
        run.start(report["run"])
        for page in report["pages"]:
            run.add(page)
        run.finish(report["summary"], report["causes"], report.get("notes", ()))
        return run

    def start(self, facts: Object) -> None:
        """Take the run's facts."""
        self.facts = self.redact.deep(facts)

    def add(self, page: Object) -> None:
        """Take one page in."""
        uri = str(page["uri"])
        section = self.redact.text(str(page.get("section", "")))
        self.sections[section] += 1
        if not (page["findings"] or page["failures"] or page["suppressed"]):
            self.clean.append(self.name(uri))
            return
        page = self.redact.deep(page)
        outline = page.get("outline", ())
        packed = zlib.compress(json.dumps(page, separators=(",", ":")).encode(), 1)
        checked = Checked(
            uri, uri if self.redact.text(uri) == uri else "", self.name(uri), intern(section), short_hash(uri),
            _headline(outline), packed,
            failures=list(page["failures"]),
        )  # fmt: skip
        taken: Counter[str] = Counter()
        for index, told in enumerate(page["findings"]):
            one = _found(checked, index, told, self._anchor(told, taken))
            checked.found.append(one)
            root = self._root_of(one)
            root.found.append(one)
            root.help = root.help or str(told.get("help", ""))
        self.pages.append(checked)

    def finish(self, summary: Object, causes: Iterable[Object], notes: Iterable[Object]) -> None:
        """Take the counts, the causes in their order, and the notes; findings of none get one made."""
        self.summary = summary
        self.notes = [self.redact.deep(note) for note in notes]
        loose = self._loose
        for told in causes:
            root = loose.pop(str(told["id"]), None) or Root(str(told["id"]), short_hash(str(told["id"])), {})
            root.told = self._redacted_cause(told)
            self.roots.append(root)
        for root in loose.values():
            root.told = _told_by_findings(root.found)
            self.roots.append(root)
        self._loose = {root.id: root for root in self.roots}

    def name(self, uri: str) -> str:
        """What readers know a page by, redacted."""
        return self.redact.text(self._paths.name(uri))

    def root(self, found: Found) -> Root:
        """The cause of a finding."""
        return self._loose[found.cause]

    @property
    def failures(self) -> list[tuple[Checked, Object]]:
        """Every failure with its page."""
        return [(page, failure) for page in self.pages for failure in page.failures]

    @property
    def fresh_roots(self) -> list[Root]:
        """The causes with new findings, in their order: worst and widest first."""
        return [root for root in self.roots if root.fresh]

    @property
    def known_roots(self) -> list[Root]:
        """The causes all of whose findings a baseline knows."""
        return [root for root in self.roots if not root.fresh]

    def _redacted_cause(self, told: Object) -> Object:
        whole: dict[str, Any] = dict(self.redact.deep(told))
        whole["sections"] = {self.redact.text(name): count for name, count in told["sections"].items()}
        return whole

    def _root_of(self, one: Found) -> Root:
        if one.cause not in self._loose:
            self._loose[one.cause] = Root(one.cause, short_hash(one.cause), {})
        return self._loose[one.cause]

    def _anchor(self, told: Object, taken: Counter[str]) -> str:
        print_ = str(told.get("fingerprint") or "")
        if not _ID.fullmatch(print_):
            print_ = short_hash(print_ or f"{told['rule']} {told['message']} {told['place'].get('pointer', '')}")
        taken[print_] += 1
        return f"f-{print_}" + (f"-{taken[print_]}" if taken[print_] > 1 else "")


def _found(page: Checked, index: int, told: Object, anchor: str) -> Found:
    place = told["place"]
    rule, where = intern(str(told["rule"])), str(place.get("where", ""))
    return Found(
        page, index, anchor, rule, intern(str(told["severity"])), cut(str(told["text"]), _LONGEST_TEXT),
        bool(told.get("known")), intern(str(told.get("cause") or f"{rule} {told['message']} {where}")),
        str(told.get("fingerprint") or ""), place["line"], place["column"], intern(where),
        str(place.get("excerpt", "")), rule.startswith("missing-") or told["message"] == "missing",
    )  # fmt: skip


def _headline(outline: Iterable[Object]) -> str:
    """The headline that an outline gives, or ""."""
    told = {part["pointer"]: str(part["text"]) for part in outline if part["pointer"] in {"/headline", "/title"}}
    return cut(told.get("/headline") or told.get("/title") or "", 160)


def _told_by_findings(found: list[Found]) -> Object:
    first = found[0]
    pages = {one.page.uri: one.page.section for one in found}
    return {
        "rule": first.rule,
        "message": first.message,
        "text": first.text,
        "severity": min((one.severity for one in found), key=SEVERITIES.index),
        "where": first.where,
        "data": first.data,
        "findings": len(found),
        "known": sum(one.known for one in found),
        "pages": len(pages),
        "sections": dict(sorted(Counter(pages.values()).items())),
    }
