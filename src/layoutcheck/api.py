"""The public Python interface; everything here is importable from ``layoutcheck`` itself."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from glob import escape, has_magic
from pathlib import Path
from typing import TYPE_CHECKING, Any

from layoutcheck.config import Layer, PageSettings, RuleSetting, Settings, Value, load_settings
from layoutcheck.core.document import Document
from layoutcheck.core.errors import UserError, near_match
from layoutcheck.core.finding import Finding, PageReport
from layoutcheck.core.severity import Severity
from layoutcheck.model.load import load_schema
from layoutcheck.model.schema import PageSchema
from layoutcheck.pipeline import check_page, read_page
from layoutcheck.plugins import rule_ids

if TYPE_CHECKING:
    from layoutcheck.sources.page_ref import PageRef

#: The rules that tell what a schema demands.
DEMANDS = frozenset({"page-structure", "missing-dateline", "malformed-dateline", "missing-byline", "missing-date"})

__all__ = ["check", "check_html", "extract", "load_schema", "page_data", "run_schema_tests"]


def _settings(schema: str | os.PathLike[str] | None, config: str | os.PathLike[str] | None) -> Settings:
    overrides = Layer(Value(os.fspath(schema), "schema=")) if schema is not None else None
    return load_settings(Path(config) if config is not None else None, overrides=overrides)


def check(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    schema: str | os.PathLike[str] | None = None,
    config: str | os.PathLike[str] | None = None,
    media_type: str = "",
    charset: str | None = None,
) -> Iterator[PageReport]:
    """Check files, folders or globs; gives an iterator of a :class:`PageReport` for each page, in order.

    ``schema`` is ``"article"`` (default), ``"wire-story"`` or a schema file; ``config`` a configuration file (none is
    searched for). Raises :class:`UserError` for a broken schema or configuration, a ``media_type`` or ``charset`` that
    does not exist, and where no path is given; the iterator raises it for a missing path, a path without pages, and
    where every page is excluded: checking nothing is never a pass.
    """
    names = [os.fspath(name) for name in ([paths] if isinstance(paths, str | os.PathLike) else paths)]
    if not names:
        raise UserError("no page is given", remedy="paths= takes files, folders or globs: at least one")
    from layoutcheck.runner.run import prepare

    settings = _settings(schema, config)
    prepare(settings)
    media_type, charset = _declared(media_type, charset)
    return _checked(names, settings, media_type, charset)


def _checked(names: list[str], settings: Settings, media_type: str, charset: str | None) -> Iterator[PageReport]:
    from layoutcheck.pipeline import RunOptions
    from layoutcheck.runner.pool import check_all
    from layoutcheck.sources.files import find_pages

    refs = find_pages(names, media_type=media_type, charset=charset, is_excluded=settings.is_excluded)
    found = False
    for report in check_all(refs, settings, RunOptions()):
        found = True
        yield report
    if not found:
        raise UserError("every page is excluded", remedy='see "exclude" in the configuration')


def _declared(media_type: str, charset: str | None) -> tuple[str, str | None]:
    from layoutcheck.sources.declared import declared_charset, declared_media_type

    return declared_media_type(media_type, "media_type="), declared_charset(charset, "charset=")


def check_html(
    html: str | bytes,
    *,
    uri: str = "page.html",
    schema: str | os.PathLike[str] | None = None,
    config: str | os.PathLike[str] | None = None,
    media_type: str = "text/html",
    charset: str | None = None,
) -> PageReport:
    """Check one page given as text or bytes; ``uri`` names it in the report.

    Raises :class:`UserError` for a broken schema or configuration and for a ``media_type`` or ``charset`` that does not
    exist; a page that cannot be parsed is a failure in the report.
    """
    settings = _settings(schema, config)
    return check_page(_document(html, uri, media_type, charset), settings.for_page(uri))


def extract(
    html: str | bytes,
    *,
    uri: str = "page.html",
    schema: str | os.PathLike[str] | None = None,
    media_type: str = "text/html",
    charset: str | None = None,
) -> dict[str, Any]:
    """What a schema finds on a page: ``{"uri", "data", "places"}``, as ``layoutcheck extract`` prints it.

    ``places`` maps JSON pointers into ``data`` to places. Raises :class:`UserError` as
    :func:`check_html` does and :class:`~layoutcheck.core.errors.PageError` for a page that cannot be parsed.
    """
    return page_data(_document(html, uri, media_type, charset), _settings(schema, None).for_page(uri))


def _document(html: str | bytes, uri: str, media_type: str, charset: str | None) -> Document:
    media_type, charset = _declared(media_type, charset)
    if isinstance(html, str):
        return Document(uri, html.encode("utf-8", "replace"), media_type, "utf-8")
    return Document(uri, html, media_type, charset)


def page_data(document: Document, settings: PageSettings) -> dict[str, Any]:
    """What the schema in force finds on a document, with the place of each value."""
    page, _, extraction = read_page(document, settings)
    places, origins = {}, extraction.origins
    for pointer, spot in page.spots.items():
        place = page.place(spot, pointer=pointer)
        told = {key: value for key, value in asdict(place).items() if value and key not in ("uri", "pointer", "where")}
        if pointer in origins:
            told["source"] = origins[pointer]
        places[pointer] = told
    return {"uri": document.uri, "data": page.data, "places": places}


@dataclass(frozen=True, slots=True)
class SchemaTest:
    """How one of a schema's own test pages fared."""

    page: str
    expected: str
    passed: bool
    told: tuple[str, ...]


def _demands_only() -> dict[str, RuleSetting]:
    """All rules off but those that tell what a schema demands."""
    off = RuleSetting(Value(Severity.OFF, "schema test"))
    return {rule_id: off for rule_id in rule_ids() if rule_id not in DEMANDS}


def _demanded_by(finding: Finding) -> str:
    return f" [{finding.data['schema']}]" if finding.data.get("schema") else ""


def run_schema_tests(file: Path) -> Iterator[SchemaTest]:
    """Check the pages that a schema's ``x-tests`` names: a good one gives no error, a bad one gives at least one.

    Only what the schema itself demands counts. Raises :class:`UserError` when the schema is broken or names no page,
    and for an entry that leads to none, before any page is checked.
    """
    from layoutcheck.pipeline import RunOptions
    from layoutcheck.runner.check_ref import check_ref

    schema: PageSchema = load_schema(str(file))
    pages = list(_test_pages(schema, file))
    if not pages:
        raise UserError(
            "the schema names no test pages", file=str(file), remedy='add "x-tests": {"good": [...], "bad": [...]}'
        )
    settings = load_settings(None, overrides=Layer(Value(str(file), "schema"), _demands_only()))
    for expected, ref in pages:
        report = check_ref(ref, settings, RunOptions())
        broken = [f for f in report.findings if f.severity == "error"]
        told = [f"{f.place.line}:{f.place.column} {f.text}{_demanded_by(f)}" for f in broken]
        told += [failure.text for failure in report.failures]
        yield SchemaTest(ref.uri, expected, bool(told) == (expected == "bad"), tuple(told))


def _test_pages(schema: PageSchema, file: Path) -> Iterator[tuple[str, PageRef]]:
    """The pages that ``x-tests`` names, good ones first; they lie beside the schema."""
    from layoutcheck.sources.files import find_pages

    tests = schema.document.get("x-tests", {})
    for expected in ("good", "bad"):
        for index, name in enumerate(tests.get(expected, ())):
            # Only what the schema says is a glob, and not the folder that the schema is in.
            written = str(Path(escape(str(file.parent)), name)) if has_magic(name) else str(file.parent / name)
            try:
                for ref in find_pages([written]):
                    yield expected, ref
            except UserError as error:
                at = ["x-tests", expected, index]
                remedy = error.remedy if (file.parent / name).exists() else _beside(file.parent / name)
                raise schema.located[schema.uri].error(f'"x-tests" names no page: {error.text}', at, remedy) from None


def _beside(missed: Path) -> str:
    """What an entry of ``x-tests`` that leads to no page may have meant."""
    there = [path.name for path in missed.parent.iterdir()] if missed.parent.is_dir() else []
    return near_match(missed.name, there) or "paths begin at the folder of the schema"
