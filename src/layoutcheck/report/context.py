"""What a reporter may know besides the findings: where it writes, how, and what the rules say of themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from layoutcheck.core.severity import Severity
from layoutcheck.report.path_mapping import PathMapping
from layoutcheck.report.rule_info import RuleInfo


def below_here(path: str) -> bool:
    """Whether a path, by its looks, lies below the folder in which the run was started."""
    return not path.startswith(("/", "../")) and path[1:2] != ":" and "/../" not in path


#: Severities from which findings may be shown.
SHOWN = (Severity.ERROR, Severity.WARNING, Severity.INFO)


class Detail(Enum):
    """How much a report for people tells."""

    #: Each finding in full.
    ALL = "all"
    #: Each cause in full once, its other places briefly, and counted where they are many.
    BRIEF = "brief"
    #: Failures, causes and counts.
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class ReportContext:
    """The surroundings of a report, given in by the command line; no reporter reads the environment itself."""

    #: Whether the output takes colour.
    colour: bool = False
    #: The width of the terminal; 0 where there is none.
    columns: int = 0
    #: How much ``text`` tells, and the least severity that ``text`` and ``concise`` show.
    detail: Detail = Detail.BRIEF
    least: Severity = Severity.INFO
    #: Rule id -> what is known of the rule.
    rules: Mapping[str, RuleInfo] = field(default_factory=dict)
    #: How pages are named (``--strip-prefix``, ``--path-prefix``).
    paths: PathMapping = field(default_factory=PathMapping)
    #: The root of the checkout, absolute, with ``/``; "" leaves paths as they are.
    base: str = ""
    #: The folder of the run below that root, which platforms want in front of relative paths; "" at the root itself.
    below: str = ""
    #: Whether a file is part of the checkout (see :class:`layoutcheck.report.checkout.Checkout`).
    in_checkout: Callable[[str], bool] = below_here
    #: Whether JSON tells pages' outlines, which an HTML report of the same run has in any case.
    outline: bool = True
    #: ``gitlab`` (with the page's file) or ``strict`` (valid against both published XSDs).
    junit_dialect: str = "gitlab"
    #: How many bytes stand already in the file that a Markdown summary is added to.
    summary_size: int = 0
