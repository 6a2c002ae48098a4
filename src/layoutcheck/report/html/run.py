"""A whole run as the HTML report sees it, filled page by page or from a JSON report.

Of ten thousand pages it takes tens of megabytes, not hundreds, since pages are packed (see ``record``).
"""

from __future__ import annotations

import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable
from sys import intern
from typing import Any

from layoutcheck.report.html.record import LONGEST_TEXT, SEVERITIES, Checked, Found, Object, Root
from layoutcheck.report.html.safe import Redaction, cut, short_hash
from layoutcheck.report.path_mapping import PathMapping

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


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
            uri, self._unless_redacted(uri, uri), self.name(uri), self._unless_redacted(self._paths.address(uri), uri),
            intern(section), short_hash(uri), _headline(outline), packed,
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
        """Take the counts, the causes in their order, and the notes; findings of none get one made.

        What the run says of itself is on no page: it stands among the notes, not among the causes.
        """
        self.summary = summary
        self.notes = [self.redact.deep(note) for note in notes]
        said = {str(note.get("cause")) for note in self.notes}
        loose = self._loose
        for told in causes:
            if str(told["id"]) in said and str(told["id"]) not in loose:
                continue
            root = loose.pop(str(told["id"]), None) or Root(str(told["id"]), short_hash(str(told["id"])), {})
            root.told = self._redacted_cause(told)
            self.roots.append(root)
        for root in loose.values():
            root.told = _told_by_findings(root.found)
            self.roots.append(root)
        self._loose = {root.id: root for root in self.roots}

    def _unless_redacted(self, told: str, uri: str) -> str:
        """``told``, which names the page, or "" where something in its name is redacted."""
        names = (uri, self._paths.name(uri))
        return told if all(self.redact.text(name) == name for name in names) else ""

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
        page, index, anchor, rule, intern(str(told["severity"])), cut(str(told["text"]), LONGEST_TEXT),
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
