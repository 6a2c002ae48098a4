"""SARIF 2.1.0, for code scanning, Azure's Scans tab, Jenkins and editors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from heapq import merge
from itertools import count
from typing import Any, TextIO

from layoutcheck.core.finding import Cause, Failure, Finding, PageReport, Place, RunFacts, Summary
from layoutcheck.core.identity import identity
from layoutcheck.core.severity import Severity
from layoutcheck.core.shortened import shortened
from layoutcheck.report.anchor import Anchor, anchor, page_path
from layoutcheck.report.context import ReportContext
from layoutcheck.report.neutral import visible
from layoutcheck.report.path_mapping import is_address, percent_encoded
from layoutcheck.report.rule_info import RuleInfo, info_of
from layoutcheck.report.told import failure_info, lines, told

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#: GitHub refuses a file with more results than this, and shows the 5,000 worst.
LIMIT, SHOWN = 25_000, 5_000
#: How many pages of one demand are named, and how many places of one finding are kept.
_PAGES, _ALSO = 20, 50
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_LONGEST_RULE_TEXT = 1024
Object = dict[str, Any]


class SarifReporter:
    """One run, written at the end; at most :data:`LIMIT` results are held, the worst, as text.

    A result stands at the page when it is in the checkout, else at the template it names, else at the schema's line,
    where the results of one demand become one. An address is never an artifact: GitHub refuses the whole file for it.
    """

    def __init__(self, out: TextIO, context: ReportContext) -> None:
        """Write to ``out``; rules are told as ``context.rules`` says, files as ``context.base`` and ``paths`` say."""
        self._out = out
        self._context = context
        self._facts = RunFacts("")
        self._results: list[list[tuple[int, str]]] = [[], [], [], []]
        self._order = count()
        self._dropped = 0
        self._rules: dict[str, int] = {}
        self._broken: list[Object] = []
        self._demands: dict[tuple[str, str, str, str, bool], Object] = {}

    def start(self, facts: RunFacts) -> None:
        """Take the run's facts."""
        self._facts = facts

    def page(self, report: PageReport) -> None:
        """Keep one page's failures and findings."""
        for failure in report.failures:
            self._failure(failure, report.uri)
        for finding in report.findings:
            self._finding(finding, report.uri)

    def _failure(self, failure: Failure, uri: str) -> None:
        info = failure_info(failure)
        at = Anchor("page", page_path(uri, self._context), 1)
        text = f"{visible(self._context.paths.name(uri))}: {visible(failure.text)}"
        if len(self._broken) < 1000:
            self._broken.append({"level": "error", "message": {"text": text}, "locations": [_location(at)]})
        result = self._result(info.id, "error", text, _location(at))
        known_by = identity(f"{info.id} {uri} {failure.rule}")
        self._keep(0, {**result, "partialFingerprints": _fingerprints(known_by)})

    def _finding(self, finding: Finding, uri: str) -> None:
        at = anchor(finding, uri, self._context)
        rank = 3 if finding.known else finding.severity.rank
        if at.kind == "schema":
            self._demand(finding, uri, at, rank)
            return
        text = "\n".join(lines(finding, uri, at, self._context))
        level = "note" if finding.known else _LEVELS[finding.severity]
        result = self._result(finding.rule, level, text, _location(at, finding))
        related = [self._related(place, uri) for place in finding.also[:_ALSO]]
        if at.kind != "page":
            related.insert(0, self._related(finding.place, uri))
        if related:
            result["relatedLocations"] = related
        self._keep(rank, {**result, **_state(finding, self._context.paths.name(uri))})

    def _demand(self, finding: Finding, uri: str, at: Anchor, rank: int) -> None:
        """Add a page to the one result of a demand of the schema."""
        key = (finding.rule, finding.cause, at.path, str(at.line), finding.known)
        result = self._demands.get(key)
        if result is None:
            level = "note" if finding.known else _LEVELS[finding.severity]
            result = self._result(finding.rule, level, told(finding), _location(at))
            state = _state(finding, "")
            state["partialFingerprints"] = _fingerprints(finding.cause or finding.fingerprint)
            state["properties"] = {"message": finding.message, "pages": [], "count": 0}
            result |= {"relatedLocations": [], **state, "rank": float(rank)}
            self._demands[key] = result
        properties = result["properties"]
        properties["count"] += 1
        if len(properties["pages"]) < _PAGES:
            properties["pages"].append(visible(self._context.paths.name(uri)))
            result["relatedLocations"].append(self._related(finding.place, uri))

    def _result(self, rule: str, level: str, text: str, location: Object) -> Object:
        index = self._rules.setdefault(rule, len(self._rules))
        return {
            "ruleId": rule, "ruleIndex": index, "level": level, "message": {"text": text}, "locations": [location],
        }  # fmt: skip

    def _related(self, place: Place, uri: str) -> Object:
        path = page_path(place.uri or uri, self._context)
        at = Anchor("page", path, place.line, place.column, place.end_line, place.end_column)
        name = visible(self._context.paths.name(place.uri or uri))
        return {**_location(at), "message": {"text": f"{name}{f', {visible(place.where)}' if place.where else ''}"}}

    def _keep(self, rank: int, result: Object) -> None:
        """Hold a result as text; drop the latest of the least severe when there are too many."""
        self._results[rank].append((next(self._order), json.dumps(result)))
        if sum(map(len, self._results)) >= LIMIT:  # the last one is for saying so
            next(held for held in reversed(self._results) if held).pop()
            self._dropped += 1

    def finish(self, summary: Summary, causes: list[Cause], notes: list[Finding], exit_code: int) -> None:
        """Write the log."""
        for note in notes:
            self._finding(note, note.place.uri)
        for result in self._demands.values():
            rank = int(result.pop("rank"))
            pages = result["properties"]["count"]
            if pages > 1:
                result["message"]["text"] += f"\non {pages:,} pages, among them {result['properties']['pages'][0]}"
            self._keep(rank, result)
        self._say_what_is_missing(exit_code)
        schema = percent_encoded(self._facts.schema).replace("/", "%2F")
        run = json.dumps({
            "tool": {"driver": self._driver()},
            "columnKind": "unicodeCodePoints",
            "automationDetails": {"id": f"layoutcheck/{schema or 'run'}/"},
            "invocations": [self._invocation(summary, exit_code)],
        })  # fmt: skip
        self._out.write(f'{{"$schema": "{SCHEMA}",\n"version": "2.1.0",\n"runs": [{run[:-1]},\n"results": [')
        for index, (_, held) in enumerate(merge(*self._results)):
            self._out.write((",\n" if index else "\n") + held)
        self._out.write("\n]}]}\n")

    def _say_what_is_missing(self, exit_code: int) -> None:
        total = sum(map(len, self._results))
        if self._dropped:
            text = f"{self._dropped:,} of {total + self._dropped:,} results are left out, the least severe: "
            text += f"GitHub takes {LIMIT:,}. The JSON report has all."
            at = Anchor("page", self._facts.config or "layoutcheck.toml", 1)
            said = self._result("truncated", "warning" if exit_code else "note", text, _location(at))
            self._results[0].append((next(self._order), json.dumps(said)))
            self._broken.append({"level": "warning", "message": {"text": text}})
        if total > SHOWN:
            text = f"GitHub shows the {SHOWN:,} most severe of the {total:,} results"
            self._broken.append({"level": "note", "message": {"text": text}})

    def _driver(self) -> Object:
        return {
            "name": "layoutcheck",
            "informationUri": "https://layoutcheck.dev/",
            "semanticVersion": self._facts.version,
            "rules": [_rule(info_of(self._context.rules, rule)) for rule in self._rules],
        }

    def _invocation(self, summary: Summary, exit_code: int) -> Object:
        told: Object = {"executionSuccessful": exit_code in (0, 1) and not summary.interrupted, "exitCode": exit_code}
        if self._facts.started:
            told["startTimeUtc"] = self._facts.started.replace("+00:00", "Z")
        if self._facts.command:
            told["arguments"] = [visible(word) for word in self._facts.command]
        return {**told, "toolExecutionNotifications": self._broken} if self._broken else told


def _rule(info: RuleInfo) -> Object:
    """A rule as GitHub wants it; none of the texts may be empty."""
    help_text = info.help_text or info.summary
    told: Object = {
        "id": info.id,
        "name": info.id,
        "shortDescription": {"text": shortened(info.summary, _LONGEST_RULE_TEXT)},
        "fullDescription": {"text": shortened(info.summary, _LONGEST_RULE_TEXT)},
        "help": {"text": help_text, "markdown": help_text},
        "defaultConfiguration": {"level": _LEVELS.get(info.severity, "none")},
        "properties": {
            "tags": ["layoutcheck"],
            "precision": "high",
            "problem.severity": _PROBLEMS.get(info.severity, "recommendation"),
        },
    }
    return {**told, "helpUri": info.help_uri} if info.help_uri else told


def _state(finding: Finding, page: str) -> Object:
    """Identity, what a baseline says, and our own data."""
    told: Object = {
        "partialFingerprints": _fingerprints(finding.fingerprint),
        "baselineState": "unchanged" if finding.known else "new",
        "properties": {"message": finding.message, "cause": finding.cause, "page": visible(page)},
    }
    if finding.known:
        known = {"kind": "external", "status": "accepted", "justification": "known to the baseline"}
        told["suppressions"] = [known]
        told["properties"]["severity"] = str(finding.severity)
    return told


def _fingerprints(known_by: str) -> Object:
    """GitHub knows results again by ``primaryLocationLineHash`` alone; without ours it makes one of the file's line."""
    return {"layoutcheck/v1": known_by, "primaryLocationLineHash": known_by} if known_by else {}


def _location(at: Anchor, finding: Finding | None = None) -> Object:
    region: Object = {"startLine": at.line}
    if at.column:
        region |= {"startColumn": at.column, "endLine": at.end_line, "endColumn": at.end_column}
    if finding is not None and at.kind == "page" and finding.place.excerpt:
        region["snippet"] = {"text": visible(finding.place.excerpt)}
    told: Object = {"physicalLocation": {"artifactLocation": {"uri": artifact(at.path)}, "region": region}}
    logical = list(_logical(finding)) if finding is not None else []
    return {**told, "logicalLocations": logical} if logical else told


def _logical(finding: Finding) -> Iterator[Object]:
    place = finding.place
    for name, kind in ((place.selector, "element"), (place.xpath, "element"), (place.pointer, "member")):
        if name:
            yield {"fullyQualifiedName": visible(name), "kind": kind}


def artifact(path: str) -> str:
    """A path as a relative reference or ``file:`` address; never any other address."""
    if is_address(path):
        path = path.partition("://")[2]
    if path[1:2] == ":" and path[:1].isalpha():
        return f"file:///{path[0].upper()}:{percent_encoded(path[2:].replace(chr(92), '/'))}"
    if path.startswith("/"):
        return f"file://{percent_encoded(path)}"
    return percent_encoded(path) or "standard-input"
