"""A JSON report as the HTML report sees it: pages and causes that know of each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from layoutcheck.report.html.safe import Redaction, cut, short_hash

Object = Mapping[str, Any]
SEVERITIES = ("error", "warning", "info")
_LONGEST_TEXT = 400
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(eq=False, slots=True)
class Found:
    """A finding that knows its page."""

    page: Checked
    told: Object
    #: Where the finding stands on its page's page: its fingerprint, so that a link to it holds from run to run.
    anchor: str

    @property
    def rule(self) -> str:
        """The rule's id."""
        return str(self.told["rule"])

    @property
    def text(self) -> str:
        """What is wrong, in one sentence."""
        return cut(str(self.told["text"]), _LONGEST_TEXT)

    @property
    def severity(self) -> str:
        """``error``, ``warning`` or ``info``."""
        return str(self.told["severity"])

    @property
    def known(self) -> bool:
        """Whether a baseline knows it."""
        return bool(self.told.get("known"))

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
    def help(self) -> str:
        """The address of the rule's page, or ""."""
        return str(self.told.get("help", ""))

    @property
    def cause(self) -> str:
        """The id of its cause."""
        return str(self.told.get("cause") or "")

    @property
    def fingerprint(self) -> str:
        """Its id from run to run, or ""."""
        return str(self.told.get("fingerprint") or "")


@dataclass(eq=False, slots=True)
class Checked:
    """A page of the run with something to say: findings, failures or suppressed findings."""

    #: As in the report; never shown, because ``name`` is redacted and this is not.
    uri: str
    name: str
    section: str
    #: What its files are called: a hash of its address.
    file: str
    found: list[Found] = field(default_factory=list)
    failures: list[Object] = field(default_factory=list)
    suppressed: list[Object] = field(default_factory=list)
    outline: list[Object] = field(default_factory=list)
    schema: str = ""

    @property
    def fresh(self) -> list[Found]:
        """The findings that no baseline knows."""
        return [one for one in self.found if not one.known]

    @property
    def worst(self) -> str:
        """The worst severity of its new findings, of all where none is new; "" where there is none."""
        of = {one.severity for one in self.fresh or self.found}
        return next((severity for severity in SEVERITIES if severity in of), "")

    @property
    def headline(self) -> str:
        """The headline that the outline gives, or ""."""
        for part in self.outline:
            if part["pointer"] in {"/headline", "/title"}:
                return cut(str(part["text"]), 160)
        return ""

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

    @property
    def help(self) -> str:
        """The address of the rule's page, or ""."""
        return next((one.help for one in self.found if one.help), "")

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

    def __init__(self, redact: Redaction) -> None:
        self.redact = redact
        self.facts: Object = {}
        self.summary: Object = {}
        self.pages: list[Checked] = []
        self.clean: list[str] = []
        self.sections: Counter[str] = Counter()
        self.roots: list[Root] = []
        self.notes: list[Object] = []
        self._loose: dict[str, Root] = {}

    @classmethod
    def of(cls, report: Object, redact: Redaction) -> Run:
        """The run that a JSON report tells."""
        run = cls(redact)
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
            self.clean.append(self.redact.text(uri))
            return
        page = self.redact.deep(page)
        checked = Checked(
            uri, self.redact.text(uri), section, short_hash(uri),
            failures=list(page["failures"]), suppressed=list(page["suppressed"]),
            outline=list(page.get("outline", ())), schema=str(page.get("schema", "")),
        )  # fmt: skip
        taken: Counter[str] = Counter()
        for told in page["findings"]:
            anchor = self._anchor(told, taken)
            one = Found(checked, told, anchor)
            checked.found.append(one)
            self._root_of(one).found.append(one)
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

    def root(self, found: Found) -> Root:
        """The cause of a finding."""
        return self._loose[found.cause or _own_cause(found)]

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
        id = one.cause or _own_cause(one)
        if id not in self._loose:
            self._loose[id] = Root(id, short_hash(id), {})
        return self._loose[id]

    def _anchor(self, told: Object, taken: Counter[str]) -> str:
        print_ = str(told.get("fingerprint") or "")
        if not _ID.fullmatch(print_):
            print_ = short_hash(print_ or f"{told['rule']} {told['message']} {told['place'].get('pointer', '')}")
        taken[print_] += 1
        return f"f-{print_}" + (f"-{taken[print_]}" if taken[print_] > 1 else "")


def _own_cause(one: Found) -> str:
    """A cause for a finding that came without one."""
    return f"{one.rule} {one.told['message']} {one.place.get('where', '')}"


def _told_by_findings(found: list[Found]) -> Object:
    first = found[0]
    pages = {one.page.uri: one.page.section for one in found}
    return {
        "rule": first.rule,
        "message": first.told["message"],
        "text": first.text,
        "severity": min((one.severity for one in found), key=SEVERITIES.index),
        "where": first.place.get("where", ""),
        "data": first.data,
        "findings": len(found),
        "known": sum(one.known for one in found),
        "pages": len(pages),
        "sections": dict(sorted(Counter(pages.values()).items())),
    }
