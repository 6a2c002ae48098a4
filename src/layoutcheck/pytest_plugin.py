"""The pytest plugin: a fixture that checks the pages which an application renders in its own tests.

::

    def test_front_page(client, layoutcheck):
        layoutcheck.check_html(client.get("/").text)

Settings in pytest's own configuration: ``layoutcheck_schema``, ``layoutcheck_config``, ``layoutcheck_fail_on``. Nothing
of layoutcheck but this module is imported before a test asks for the fixture.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from layoutcheck.core.finding import PageReport

__all__ = ["Layoutcheck", "layoutcheck"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the settings."""
    parser.addini("layoutcheck_schema", "page-structure schema: article, wire-story or a file", default="")
    parser.addini("layoutcheck_config", "layoutcheck.toml; none is read when nothing is said", default="")
    parser.addini(
        "layoutcheck_fail_on", "severity from which findings fail a test; else the configuration's", default=""
    )


@dataclass(frozen=True, slots=True)
class Layoutcheck:
    """What the fixture ``layoutcheck`` gives: checks that fail a test with the findings as its message."""

    schema: str = ""
    config: str = ""
    fail_on: str = ""
    folder: str = ""

    def check_html(self, html: str | bytes, *, uri: str = "page.html", fail_on: str = "", **options: Any) -> PageReport:
        """Check a page given as text or bytes; the test fails when a finding reaches ``fail_on``.

        Where ``fail_on`` is not said here and not in pytest's configuration, layoutcheck's counts, else ``error``.
        ``options`` are those of :func:`layoutcheck.check_html` (``schema``, ``config``, ``media_type``, ``charset``).
        Returns the report, for further questions. A page that cannot be parsed fails the test, too. Raises
        :class:`~layoutcheck.core.errors.UserError` for a broken schema or configuration, told at the test's line.
        """
        __tracebackhide__ = True
        from layoutcheck.api import check_html
        from layoutcheck.core.errors import UserError
        from layoutcheck.core.severity import Severity

        if not isinstance(html, str | bytes):
            raise TypeError(f"a page is text or bytes, such as response.text; this is {type(html).__name__}")
        options = {"schema": self._file(self.schema), "config": self._file(self.config), **options}
        try:
            least = self._fail_on(fail_on or self.fail_on, options["config"])
            report = check_html(html, uri=uri, **options)
        except UserError as error:
            raise error.with_traceback(None) from None  # the way through our files tells the user nothing
        broken = any(finding.severity.reaches(Severity(least)) for finding in report.findings if least != "never")
        if broken or report.failures:
            pytest.fail(_told(report, least), pytrace=False)
        return report

    def check_file(self, path: str | os.PathLike[str], *, fail_on: str = "", **options: Any) -> PageReport:
        """Check a page in a file, as :meth:`check_html` does; a file that cannot be read raises UserError, too."""
        __tracebackhide__ = True
        from layoutcheck.core.errors import UserError

        media_type = "text/plain" if Path(path).suffix.lower() == ".txt" else "text/html"
        options = {"media_type": media_type, **options}
        try:
            html = Path(path).read_bytes()
        except OSError as error:
            raise UserError(f"the page cannot be read: {error.strerror}", file=os.fspath(path)) from None
        return self.check_html(html, uri=os.fspath(path), fail_on=fail_on, **options)

    def _file(self, name: str) -> str | None:
        """A setting's file beside pytest's configuration; a schema's name stays a name."""
        beside = Path(self.folder, name)
        return (str(beside) if beside.is_file() else name) if name else None

    def _fail_on(self, said: str, config: str | os.PathLike[str] | None) -> str:
        """The severity from which findings fail: what was said, else the configuration's."""
        from layoutcheck.config import FAIL_ON, load_settings
        from layoutcheck.core.errors import UserError

        if not said:
            return str(load_settings(Path(config) if config else None).fail_on.value)
        if said not in FAIL_ON:
            raise UserError(f'fail_on cannot be "{said}"', remedy=f"one of: {', '.join(FAIL_ON)}")
        return said


def _told(report: PageReport, fail_on: str) -> str:
    """The findings that fail the test as the ``text`` format tells them, the others counted.

    The first line is what pytest's summary shows: it says the worst.
    """
    from io import StringIO

    from layoutcheck.core.severity import Severity
    from layoutcheck.report.context import ReportContext
    from layoutcheck.report.neutral import visible
    from layoutcheck.report.text import TextReporter

    least = Severity.ERROR if fail_on == "never" else Severity(fail_on)
    failing = tuple(finding for finding in report.findings if finding.severity.reaches(least))
    out = StringIO()
    TextReporter(out, ReportContext()).page(replace(report, findings=failing))
    lesser = len(report.findings) - len(failing)
    more = f"\nand {lesser} below {fail_on}" if lesser else ""
    first, *rest = [failure.text for failure in report.failures] + [
        finding.text for finding in sorted(failing, key=lambda finding: finding.severity.rank)
    ]
    others = f" (and {len(rest)} more)" if rest else ""
    return f"{visible(first)}{others}\n\n{out.getvalue().rstrip()}{more}"


@pytest.fixture
def layoutcheck(request: pytest.FixtureRequest) -> Layoutcheck:
    """Checks rendered pages: ``layoutcheck.check_html(response.text)`` fails the test with the findings."""
    config = request.config
    return Layoutcheck(
        str(config.getini("layoutcheck_schema")),
        str(config.getini("layoutcheck_config")),
        str(config.getini("layoutcheck_fail_on")),
        str(config.rootpath),
    )
