"""The first sentence of a report: did it pass, and what is wrong where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from layoutcheck.report.html.catalogue import Catalogue
from layoutcheck.report.html.record import SEVERITIES
from layoutcheck.report.html.run import Run


@dataclass(frozen=True, slots=True)
class Verdict:
    """``tone`` is ``pass``, ``fail``, ``open`` (findings in a run that judges none) or ``broken``; ``sentence`` tells
    what failed the run, ``reach`` tells of everything."""

    tone: str
    word: str
    sentence: str
    reason: str
    reach: str = ""


def verdict(run: Run, say: Catalogue) -> Verdict:
    """The verdict of a run, by its exit code, counts and threshold."""
    summary = run.summary
    code = summary["exit_code"]
    tone = "pass" if code == 0 else "fail" if code == 1 else "broken"
    if not summary["pages"]:
        return Verdict("broken", str(say("verdict.broken")), str(say("verdict.nothing")), str(say("reason.nothing")))
    fresh = [page for page in run.pages if page.fresh]
    reach = ""
    if fresh:
        threshold = str(run.facts["fail_on"])
        failing = SEVERITIES[: SEVERITIES.index(threshold) + 1] if tone == "fail" and threshold in SEVERITIES else ()
        sentence = _told(run, say, failing or SEVERITIES) or _told(run, say, SEVERITIES)
        found = sum(run.summary[one] for one in SEVERITIES)
        reach = say(
            "verdict.reach", len(fresh), causes=say("verdict.causes", len(run.fresh_roots)),
            findings=say(f"verdict.found{_new(run)}", found),
        )  # fmt: skip
        if tone == "pass" and threshold not in SEVERITIES:
            tone = "open"
    elif summary["failures"]:
        sentence = say("verdict.failures", summary["failed"])
    elif tone == "fail":  # by what the run says of itself
        sentence = say("verdict.notes", sum(not note.get("known") for note in run.notes))
    else:
        sentence = say(f"verdict.clean{_new(run)}", summary["pages"])
    return Verdict(
        tone, str(say(f"verdict.{tone}")), _plain(sentence), _plain(_reason(run, say, tone, bool(fresh))), _plain(reach)
    )


def _new(run: Run) -> str:
    """Where a baseline knows some findings, the others are called new."""
    return "_new" if run.summary["known"] else ""


def _told(run: Run, say: Catalogue, severities: Sequence[str]) -> str:
    """``33 errors on 24 pages of 300``: the new findings of these severities; "" where there is none."""
    counts = [say(f"count.{one}{_new(run)}", run.summary[one]) for one in severities if run.summary[one]]
    pages = sum(any(page.count(one) for one in severities) for page in run.pages)
    if not counts or not pages:
        return ""
    what = counts[0]
    for more in counts[1:]:
        what = say("verdict.and" if more is counts[-1] else "verdict.comma", first=what, second=more)
    if run.summary["pages"] == 1:
        return say("verdict.one_page", what=what)
    return say("verdict.findings", pages, total=say.number(run.summary["pages"]), what=what)


def _reason(run: Run, say: Catalogue, tone: str, fresh: bool) -> str:
    threshold = str(run.facts["fail_on"])
    if tone == "fail":
        failing = SEVERITIES[: SEVERITIES.index(threshold) + 1] if threshold in SEVERITIES else ()
        if not any(run.summary[one] for one in failing):
            return say("reason.fail.unchecked")  # findings below the threshold fail nothing
        return say(f"reason.fail.{threshold}{_new(run)}")
    if tone == "broken":
        return say("reason.interrupted" if run.summary["interrupted"] else "reason.broken")
    if not fresh:
        return say("reason.clean_known", run.summary["known"]) if run.summary["known"] else say("reason.clean")
    return say(f"reason.pass.{threshold}" if threshold in SEVERITIES else "reason.pass.never")


def _plain(text: object) -> str:
    """Catalogue texts come as markup; the templates escape again what is plain."""
    return text.unescape() if hasattr(text, "unescape") else str(text)
