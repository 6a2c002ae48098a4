"""What an editor decided in the HTML report, taken into the baseline.

``triage.jsonl`` has a line a decision: ``{"fingerprint" | "cause": id, "verdict": "accepted" | "false-alarm" | "bug",
"note": "…", "rule": "…", "uri": "…", "text": "…"}``.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from layoutcheck.core.errors import UserError, near_match
from layoutcheck.core.utf8 import utf8_text
from layoutcheck.suppress.baseline import Baseline
from layoutcheck.suppress.entry import CauseEntry, Entry, FindingEntry, entry_of

VERDICTS = ("accepted", "false-alarm", "bug")
#: What a decision about a cause covers: the cause is one on every page.
_EVERYWHERE = "**"


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of a triage file."""

    kind: str
    id: str
    verdict: str
    note: str
    rule: str
    uri: str
    text: str


def read_triage(file: Path) -> list[Decision]:
    """Read a triage file; raises :class:`~layoutcheck.core.errors.UserError` with file and line."""
    try:
        body = file.read_bytes()
    except FileNotFoundError:
        raise UserError(f'there is no triage file "{file}"', remedy="the HTML report's triage page saves one") from None
    except OSError as error:
        raise UserError(f'the triage file "{file}" cannot be read: {(error.strerror or str(error)).lower()}') from None
    text = utf8_text(body, str(file), "triage file")
    lines = enumerate(text.split("\n"), 1)
    return [_decision(line, str(file), number) for number, line in lines if line.strip()]


def _decision(line: str, file: str, number: int) -> Decision:
    def error(told: str, remedy: str = "") -> UserError:
        return UserError(told, file=file, line=number, remedy=remedy)

    try:
        told: Any = json.loads(line)
    except (ValueError, RecursionError):
        raise error("this line is no JSON") from None
    if not isinstance(told, dict) or not all(isinstance(value, str) for value in told.values()):
        raise error("a decision is an object of texts")
    kind = next((key for key in ("fingerprint", "cause") if told.get(key)), None)
    if kind is None:
        raise error('a decision has a "fingerprint" or a "cause"')
    entry_of(json.dumps({kind: told[kind], **({"pages": "**"} if kind == "cause" else {})}), file, number)
    if told.get("verdict") not in VERDICTS:
        remedy = near_match(str(told.get("verdict")), VERDICTS) or f"one of: {', '.join(VERDICTS)}"
        raise error(f'a verdict cannot be "{told.get("verdict", "")}"', remedy)
    values = (told.get(key, "") for key in ("verdict", "note", "rule", "uri", "text"))
    return Decision(kind, told[kind], *values)


def applied(baseline: Baseline, decisions: list[Decision], *, since: str = "") -> tuple[Baseline, Counter[str]]:
    """The baseline with the decisions in it, and how many entries were ``added``, ``changed`` and ``removed``.

    What is accepted or a false alarm becomes known, with the note as its why; a bug becomes new again. Decisions
    that do nothing are counted, too: what is in it already (``unchanged``), and bugs that it does not know
    (``unknown``).
    """
    entries: dict[tuple[str, ...], Entry] = {entry.key: entry for entry in baseline.entries}
    counts: Counter[str] = Counter()
    for decision in decisions:
        made = _entry(decision, since)
        there = entries.get(made.key)
        if decision.verdict == "bug":
            there_by_id = [key for key in entries if key[:2] == (decision.kind, decision.id)]
            for key in there_by_id:
                del entries[key]
            counts["removed" if there_by_id else "unknown"] += len(there_by_id) or 1
        elif there is None:
            entries[made.key] = made
            counts["added"] += 1
        elif there.why != made.why:
            entries[made.key] = replace(there, why=made.why)
            counts["changed"] += 1
        else:
            counts["unchanged"] += 1
    return Baseline(entries.values(), file=baseline.file), counts


def _entry(decision: Decision, since: str) -> Entry:
    why = f"false alarm: {decision.note}".rstrip(": ") if decision.verdict == "false-alarm" else decision.note
    if decision.kind == "fingerprint":
        return FindingEntry(decision.id, decision.uri, decision.rule, decision.text, since, why=why)
    return CauseEntry(decision.id, _EVERYWHERE, None, decision.rule, decision.text, since, why=why)
