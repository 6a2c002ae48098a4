"""The first sentence of a report: did it pass, and what is wrong where."""

from __future__ import annotations

from dataclasses import dataclass

from layoutcheck.report.html.catalogue import Catalogue
from layoutcheck.report.html.run import Run


@dataclass(frozen=True, slots=True)
class Verdict:
    """``tone`` is ``pass``, ``fail`` or ``broken``."""

    tone: str
    word: str
    sentence: str
    reason: str


def verdict(run: Run, say: Catalogue) -> Verdict:
    """The verdict of a run, by its exit code, counts and threshold."""
    summary = run.summary
    code = summary["exit_code"]
    tone = "pass" if code == 0 else "fail" if code == 1 else "broken"
    if not summary["pages"]:
        return Verdict("broken", str(say("verdict.broken")), str(say("verdict.nothing")), str(say("reason.nothing")))
    fresh = [page for page in run.pages if page.fresh]
    if fresh:
        causes = say("verdict.causes", len(run.fresh_roots))
        total = say.number(summary["pages"])
        sentence = say("verdict.findings", len(fresh), total=total, causes=causes)
    elif summary["failures"]:
        sentence = say("verdict.failures", summary["failed"])
    else:
        sentence = say("verdict.clean", summary["pages"])
    return Verdict(tone, str(say(f"verdict.{tone}")), _plain(sentence), _plain(_reason(run, say, tone, bool(fresh))))


def _reason(run: Run, say: Catalogue, tone: str, fresh: bool) -> str:
    threshold = str(run.facts["fail_on"])
    if tone == "fail":
        return say(f"reason.fail.{threshold}" if threshold in {"error", "warning", "info"} else "reason.fail.other")
    if tone == "broken":
        return say("reason.interrupted" if run.summary["interrupted"] else "reason.broken")
    if not fresh:
        return say("reason.clean_known", run.summary["known"]) if run.summary["known"] else say("reason.clean")
    return say(f"reason.pass.{threshold}" if threshold in {"error", "warning", "info"} else "reason.pass.never")


def _plain(text: object) -> str:
    """Catalogue texts come as markup; the templates escape again what is plain."""
    return text.unescape() if hasattr(text, "unescape") else str(text)
