"""The formats by name, each imported when it is asked for; and ``FORMAT[=FILE]`` as people write it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from layoutcheck.core.errors import UserError, near_match
from layoutcheck.report.context import ReportContext
from layoutcheck.report.output import appended_file, is_writable, standard_output, whole_file
from layoutcheck.report.reporter import Reporter

if TYPE_CHECKING:
    from layoutcheck.report.html.options import HtmlOptions

FORMATS = {
    "text": "layoutcheck.report.text:TextReporter",
    "concise": "layoutcheck.report.concise:ConciseReporter",
    "json": "layoutcheck.report.json:JsonReporter",
    "jsonl": "layoutcheck.report.json:JsonLinesReporter",
    "sarif": "layoutcheck.report.sarif:SarifReporter",
    "github": "layoutcheck.report.github:GithubReporter",
    "gitlab": "layoutcheck.report.gitlab:GitlabReporter",
    "junit": "layoutcheck.report.junit:JunitReporter",
    "checkstyle": "layoutcheck.report.checkstyle:CheckstyleReporter",
    "rdjson": "layoutcheck.report.rdjson:RdjsonReporter",
    "azure": "layoutcheck.report.azure:AzureReporter",
    "teamcity": "layoutcheck.report.teamcity:TeamcityReporter",
    "markdown": "layoutcheck.report.markdown:MarkdownReporter",
    "html": "layoutcheck.report.html.reporter:HtmlReporter",
}
#: Formats that make one document: anything else on the same stream would break it.
DOCUMENTS = frozenset(("json", "jsonl", "sarif", "gitlab", "junit", "checkstyle", "rdjson"))


@dataclass(frozen=True, slots=True)
class Choice:
    """A format and where it goes: "" is standard output; ``added`` keeps what stands in the file already."""

    name: str
    target: str = ""
    added: bool = False


def reporter_class(name: str) -> Any:
    """The reporter of a format; raises :class:`~layoutcheck.core.errors.UserError` for an unknown one."""
    if name not in FORMATS:
        remedy = near_match(name, FORMATS) or f"one of: {', '.join(FORMATS)}"
        raise UserError(f'there is no output format "{name}"', remedy=remedy)
    module, _, attribute = FORMATS[name].partition(":")
    return getattr(import_module(module), attribute)


def choice_of(text: str) -> Choice:
    """``FORMAT[=FILE]`` in its parts; raises :class:`~layoutcheck.core.errors.UserError` for what makes no sense."""
    name, equals, target = text.partition("=")
    if name not in FORMATS:
        remedy = near_match(name, FORMATS) or f"one of: {', '.join(FORMATS)}"
        raise UserError(f'there is no output format "{name}"', remedy=remedy)
    if equals and not target:
        raise UserError(f'"{text}" names no file', remedy=f"write {name}=FILE, or {name} alone for standard output")
    if name != "html" and target.endswith("/"):
        raise UserError(f'"{text}" names a folder, and {name} goes to a file', remedy=f"write {name}=FILE")
    if name == "html" and not target:
        raise UserError("an HTML report needs a folder or a file", remedy="write html=DIR or html=FILE.html")
    return Choice(name, "" if target == "-" else target)


def choices_of(texts: Sequence[str]) -> list[Choice]:
    """All choices of a run, judged together; ``text`` when nothing is said."""
    choices = [choice_of(text) for text in texts] or [Choice("text")]
    files = [os.path.realpath(choice.target) for choice in choices if choice.target]
    for choice in choices:
        if choice.target and files.count(os.path.realpath(choice.target)) > 1:
            raise UserError(f'two outputs go to "{choice.target}"', remedy="give each a file of its own")
    shown = [choice.name for choice in choices if not choice.target]
    document = next((name for name in shown if name in DOCUMENTS), None)
    if document and len(shown) > 1:
        other = next((name for name in shown if name != document), document)
        raise UserError(
            f"{document} and {other} both go to standard output", remedy=f"give one a file: {document}=FILE"
        )
    return choices


def automatic(choices: list[Choice], environment: Mapping[str, str]) -> list[Choice]:
    """``choices`` and what the surroundings want: on GitHub, annotations and the job's summary.

    Annotations are added when standard output carries no document; neither is added when it was chosen already. What
    nobody asked for fails no run: a summary that cannot be written, as in a container that has been given the variable
    and not the file, is left out.
    """
    if environment.get("GITHUB_ACTIONS") != "true":
        return choices
    names = {choice.name for choice in choices}
    added = []
    if "github" not in names and not any(not choice.target and choice.name in DOCUMENTS for choice in choices):
        added.append(Choice("github"))
    summary = environment.get("GITHUB_STEP_SUMMARY")
    if summary and "markdown" not in names and is_writable(Path(summary)):
        added.append(Choice("markdown", summary, added=True))
    return [*choices, *added]


@contextmanager
def opened(
    choices: Sequence[Choice], context: ReportContext, stdout: TextIO, html: HtmlOptions | None = None
) -> Iterator[list[Reporter]]:
    """The reporters of the choices, each with its output open; files appear when the block ends well.

    ``context.colour`` and ``columns`` count for standard output alone; ``html`` says how an HTML report is made. Raises
    :class:`~layoutcheck.core.errors.UserError` for an output that cannot be written.
    """
    plain = replace(context, colour=False, columns=0)
    with ExitStack() as stack:
        shown = stack.enter_context(standard_output(stdout)) if any(not choice.target for choice in choices) else stdout
        reporters: list[Reporter] = []
        for choice in choices:
            make = reporter_class(choice.name)
            if choice.name == "html":
                reporters.append(make(Path(choice.target), html))
            elif not choice.target:
                reporters.append(make(shown, context))
            elif choice.added:
                file = Path(choice.target)
                size = file.stat().st_size if file.is_file() else 0
                out = stack.enter_context(appended_file(file))
                reporters.append(make(out, replace(plain, summary_size=size)))
            else:
                reporters.append(make(stack.enter_context(whole_file(Path(choice.target))), plain))
        yield reporters
