"""Run a rule's page of examples: the page is the rule's documentation and its test at once. For plugin authors too.

A rule's page has a *Bad* and a *Good* section. Each fenced block of ``html`` or ``text`` there is a page; under *Bad*
a block of ``findings`` follows each, with exactly what the rule must say, one line a finding::

    line:column: severity message-id text

A fence may name a schema (three backticks, ``html schema=wire-story``) and the rule's options as TOML pairs
(``html options="min-length = 3"``). A block of ``yaml`` that holds a page-structure schema serves the pages that
follow it in its section.
"""

from __future__ import annotations

import re
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from layoutcheck.config import ActiveRule, Layer, PageSettings, RuleSetting, Settings, Value
from layoutcheck.core.document import Document
from layoutcheck.core.finding import PageReport
from layoutcheck.pipeline import RunOptions, check_page
from layoutcheck.plugins import LoadedRule

HEADINGS = ("Why it matters", "Bad", "Good", "Options", "When to switch it off")
_FENCE = re.compile(r"^(?P<ticks>`{3,})(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=ticks)[ \t]*$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)
_MEDIA_TYPES = {"html": "text/html", "text": "text/plain"}
#: The clock that examples are checked by.
NOW = "2026-01-22T12:00:00+00:00"


@dataclass(frozen=True, slots=True)
class Example:
    """One page of a rule's Bad or Good section."""

    section: str
    media_type: str
    body: str
    schema: str = "article"
    #: A schema of the example's own, in YAML; it wins over ``schema``.
    own_schema: str = ""
    options: dict[str, Any] = field(default_factory=dict)
    #: What the page says the rule finds; None where no findings block follows.
    findings: str | None = None
    #: Where the findings block's text stands in the page, for renewing it.
    stretch: tuple[int, int] = (0, 0)


def headings(page: str) -> list[str]:
    """The second-level headings of a rule's page, in order."""
    return _HEADING.findall(page)


def examples(page: str) -> Iterator[Example]:
    """The examples of a rule's page, in order."""
    sections = [(match.start(), match[1]) for match in _HEADING.finditer(page)]
    fences = list(_FENCE.finditer(page))
    own_schema = {}
    for index, fence in enumerate(fences):
        info = fence["info"].split(maxsplit=1)
        section = next((name for start, name in reversed(sections) if start < fence.start()), "")
        if info == ["yaml"]:
            own_schema[section] = fence["body"]
        if not info or info[0] not in _MEDIA_TYPES or section not in ("Bad", "Good"):
            continue
        follower = fences[index + 1] if index + 1 < len(fences) else None
        told = follower is not None and follower["info"].strip() == "findings"
        settings = info[1] if len(info) > 1 else ""
        schema = re.search(r"schema=(\S+)", settings)
        options = re.search(r'options="([^"]*)"', settings)
        yield Example(
            section,
            _MEDIA_TYPES[info[0]],
            fence["body"],
            schema[1] if schema else "article",
            own_schema.get(section, ""),
            tomllib.loads(options[1].replace("'", '"')) if options else {},
            follower["body"] if told and follower else None,
            follower.span("body") if told and follower else (fence.end(), fence.end()),
        )


def check_example(loaded: LoadedRule, example: Example) -> PageReport:
    """Run one rule alone on one example."""
    options = loaded.rule.options(**{name.replace("-", "_"): _value(v) for name, v in example.options.items()})
    document = Document("example", example.body.encode(), example.media_type, "utf-8")
    with tempfile.TemporaryDirectory() as folder:
        schema = example.schema
        if example.own_schema:
            # The name of the file is part of the findings, so it must be the same every time.
            file = Path(folder, "schema.yaml")
            file.write_text(example.own_schema, encoding="utf-8")
            schema = str(file)
        settings = OneRule(ActiveRule(loaded, None, options), schema)
        return check_page(document, settings, options=RunOptions(now=NOW))


def _value(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


class OneRule(PageSettings):
    """Settings under which one rule runs and no other."""

    def __init__(self, active: ActiveRule, schema: str = "article") -> None:
        """Run ``active`` on pages of ``schema``."""
        super().__init__(Settings(), [Layer(schema=Value(schema, "example"), rules={active.loaded.id: RuleSetting()})])
        self.__dict__["rules"] = (active,)


def told(report: PageReport) -> str:
    """A page's findings as a findings block has them."""
    lines = [f"{f.place.line}:{f.place.column}: {f.severity} {f.message} {f.text}\n" for f in report.findings]
    return "".join(lines) + "".join(f"failed: {failure.text}\n" for failure in report.failures)


def renewed(page: str, loaded: LoadedRule) -> str:
    """The rule's page with each findings block as the rule finds it now."""
    for example in reversed(list(examples(page))):
        found = told(check_example(loaded, example))
        start, end = example.stretch
        if example.findings is not None:
            page = page[:start] + found + page[end:]
        elif found and example.section == "Bad":
            page = f"{page[:start]}\n\n```findings\n{found}```{page[end:]}"
    return page
