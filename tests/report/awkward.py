"""Reports that break formats: each with a name, a run's facts, its pages and notes; made by hand, not from pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from io import StringIO
from typing import Any

from layoutcheck.core.finding import Failure, Finding, PageReport, Place, RunFacts, Snippet
from layoutcheck.core.severity import Severity
from layoutcheck.core.tally import Tally
from layoutcheck.report.context import ReportContext
from layoutcheck.report.formats import reporter_class
from layoutcheck.report.rule_info import RuleInfo

FACTS = RunFacts(
    "1.2.3", ("check", "build/"), "article", "layoutcheck.toml", "error", "2026-01-21T09:30:00+00:00"
)  # fmt: skip
RULES = {
    "placeholder-leak": RuleInfo(
        "placeholder-leak", "a template's placeholder reached the reader", "# placeholder-leak\n\nWhy.",
        "https://layoutcheck.dev/rules/placeholder-leak", Severity.ERROR,
    ),
    "duplicate-teaser": RuleInfo("duplicate-teaser", "a teaser stands twice", severity=Severity.WARNING),
}  # fmt: skip


@dataclass(frozen=True)
class Run:
    """What a reporter is told."""

    pages: Callable[[], Iterator[PageReport]]
    notes: tuple[Finding, ...] = ()
    facts: RunFacts = FACTS
    interrupted: bool = False
    context: dict[str, Any] = field(default_factory=dict)


def written(name: str, run: Run, **context: Any) -> str:
    """The run in a format, as the runner tells it."""
    if run is RUNS["many"] and not context:
        return _many_written(name)
    return _written(name, run, context)


@cache
def _many_written(name: str) -> str:
    return _written(name, RUNS["many"], {})


def _written(name: str, run: Run, context: dict[str, Any]) -> str:
    out = StringIO()
    reporter = reporter_class(name)(out, ReportContext(**{"rules": RULES, **run.context, **context}))
    tally = Tally()
    reporter.start(run.facts)
    for page in run.pages():
        tally.add(page)
        reporter.page(page)
    for note in run.notes:
        tally.add_note(note)
    tally.summary.interrupted = run.interrupted
    reporter.finish(tally.summary, tally.causes(), list(run.notes), tally.exit_code(run.facts.fail_on))
    return out.getvalue()


def finding(
    uri: str, text: str, *, rule: str = "placeholder-leak", severity: Severity = Severity.ERROR, line: int = 3,
    column: int = 5, excerpt: str = "{{ title }}", cause: str = "", source: str = "<h1>{{ title }}</h1>", **more: Any,
) -> Finding:  # fmt: skip
    place = Place(
        uri, line, column, line, column + len(excerpt), "body > h1", "/html/body/h1", "/headline", "headline", excerpt
    )
    return Finding(
        rule,
        "leak",
        text,
        severity,
        place,
        fingerprint=digest(uri, rule, text, line, column),
        cause=cause or digest(rule, text),
        help=f"https://layoutcheck.dev/rules/{rule}",
        snippet=Snippet(source),
        **more,
    )


def digest(*parts: object) -> str:
    return blake2b("\0".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def pages(*reports: PageReport) -> Callable[[], Iterator[PageReport]]:
    return lambda: iter(reports)


def one(uri: str, text: str, **more: Any) -> Run:
    return Run(pages(PageReport(uri, (finding(uri, text, **more),), section="world", schema="article")))


NASTY = (
    "a]]>b <script>alert(1)</script> & \"q\" 'a' |[x]| %0A ##vso[task.complete result=Succeeded;] "
    "##teamcity[buildStop] ##[error]x `code` *bold* @someone https://evil.example/ www.evil.example $x$ :smile:\r\n"
    "::error::owned\n::stop-commands::x\n| a | b |\n# head"
)


def _mixed() -> Iterator[PageReport]:
    """Everything that a run may say, once."""
    uri = "build/world/harbour.html"
    leak = finding(
        uri, 'the placeholder "{{ title }}" was not filled in',
        data={"engine": "Jinja", "cause": "the name is not defined", "fix": "define it, or use a default"},
    )  # fmt: skip
    first = Place(uri, 28, 1, 28, 14, excerpt="Harbour opens", where="first teaser")
    twin = finding(
        uri, "the teaser stands twice", rule="duplicate-teaser", severity=Severity.WARNING, line=30, column=4,
        excerpt="Harbour opens", source="30. Harbour opens", also=(first,),
    )  # fmt: skip
    known = finding(uri, "the teaser has no picture", rule="bare-teaser", line=41, known=True)
    info = finding(uri, "alt text equals the headline", rule="redundant-alt", severity=Severity.INFO, line=50)
    quiet = finding(uri, "the date is in the future", rule="future-date", line=60)
    yield PageReport(uri, (leak, twin, known, info), suppressed=(quiet,), section="world", schema="article")
    yield PageReport("build/world/clean.html", section="world", schema="article", seconds=0.0123)
    failures = (
        Failure("build/sport/broken.html", "the page is larger than 64 MiB"),
        Failure("build/sport/broken.html", "the rule x crashed: KeyError: 'a'", "x", "Traceback …"),
    )
    yield PageReport("build/sport/broken.html", failures=failures, section="sport")


NOTE = Finding(
    "unused-suppression", "unused", '"layoutcheck-disable x" suppresses nothing', Severity.INFO,
    Place("build/world/harbour.html", 7, 1, 7, 30), fingerprint=digest("note"), cause=digest("note"),
)  # fmt: skip


@cache
def _twenty_thousand() -> tuple[PageReport, ...]:
    return tuple(many(20_000))


def many(count: int) -> Iterator[PageReport]:
    """``count`` findings, ten a page."""
    for number in range(count // 10):
        uri = f"build/world/{number:05}.html"
        found = tuple(
            finding(
                uri, f"the placeholder number {index} was not filled in", line=index + 1,
                severity=list(Severity)[index % 3],
            )
            for index in range(10)
        )  # fmt: skip
        yield PageReport(uri, found, section="world", schema="article")


RUNS: dict[str, Run] = {
    "mixed": Run(_mixed, (NOTE,)),
    "no-findings": Run(pages(PageReport("build/a.html"), PageReport("build/b.html"))),
    "no-pages-interrupted": Run(pages(), interrupted=True),
    "many": Run(lambda: iter(_twenty_thousand())),
    "control-characters": one(
        "build/a.html", "a\x00b\x07c\x1b[31md\x9be\x7f\ufffe\uffff\ud800 end", excerpt="\x00\x1b\ud800"
    ),
    "hostile-text": one(
        "build/a.html", NASTY, excerpt=NASTY, source=NASTY, data={"cause": NASTY, "fix": NASTY, "engine": NASTY}
    ),
    "astral": one("build/a.html", 'the label "🗞️𝔸" stands twice', excerpt="🗞️𝔸", column=7, source="<p>🗞️𝔸 🗞️𝔸</p>"),
    "right-to-left": one(
        "build/ar/خبر.html", 'العنوان "مرحبا" \u202eevil\u202c', excerpt="مرحبا", source="<p> مرحبا</p>"
    ),
    "spaces-and-percent": one("build/a b/100%25 100%,:;'|[x].html", "a leak"),
    "windows-drive": one("C:/site/out put/a%b.html", "a leak"),
    "absolute": one("/srv/site/a.html", "a leak"),
    "standard-input": one("-", "a leak"),
    "address": one("https://example.org/world/a.html?x=1&y=2#z", "a leak"),
    "hostile-name": one("::error::x\n##vso[task.x]\x1b.html", "a leak"),
    "equal-twice": Run(
        pages(
            *(PageReport("build/a.html", (finding("build/a.html", "a leak"), finding("build/a.html", "a leak"))),) * 2
        )
    ),
    "template": Run(
        pages(
            *(
                PageReport(uri, (finding(uri, "a leak", data={"template": "templates/card.html:12:7"}),))
                for uri in ("https://example.org/a", "https://example.org/b")
            )
        )
    ),
    "demand": Run(
        pages(
            *(
                PageReport(
                    f"https://example.org/{name}",
                    (
                        finding(
                            f"https://example.org/{name}",
                            "the lead is missing",
                            rule="page-structure",
                            data={"schema": "schemas/world.json:14"},
                        ),
                    ),
                )
                for name in "abc"
            )
        )
    ),
}
#: All but the large one, for what need not be asked of 20,000 findings.
FEW = {name: run for name, run in RUNS.items() if name != "many"}
