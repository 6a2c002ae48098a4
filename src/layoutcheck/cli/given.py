"""What is given on the command line, judged: pages, their kind, and the settings of a run."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from layoutcheck.cli.telling import say, tell
from layoutcheck.config import NAMES, Layer, RuleSetting, Settings, Value, find_config, load_settings
from layoutcheck.core.errors import PageError, UserError, near_match
from layoutcheck.core.severity import Severity
from layoutcheck.plugins import rule_ids

if TYPE_CHECKING:
    from layoutcheck.model.extract import Extraction
    from layoutcheck.model.schema import PageSchema
    from layoutcheck.parse.page import Page
    from layoutcheck.runner.cache import Cache
    from layoutcheck.runner.run import Request
    from layoutcheck.sources.page_ref import PageRef


def media_type(value: str | None) -> str:
    """A media type that we know; raises :class:`~layoutcheck.core.errors.UserError`."""
    from layoutcheck.sources.declared import declared_media_type

    return declared_media_type(value, "--media-type")


def charset(value: str | None) -> str | None:
    """An encoding that the standard knows; raises :class:`~layoutcheck.core.errors.UserError`."""
    from layoutcheck.sources.declared import declared_charset

    return declared_charset(value, "--charset")


def arguments(paths: list[str] | None) -> list[str]:
    """The paths given; standard input when none is given and something is piped in."""
    if paths:
        return paths
    told = "no page is given"
    if not sys.stdin.isatty():
        peek = getattr(getattr(sys.stdin, "buffer", None), "peek", None)
        if peek is None or peek(1):
            return ["-"]
        told = "no page is given, and nothing comes in on standard input"  # an empty $PAGES in CI
    raise UserError(told, remedy="name files, folders or globs, such as: layoutcheck check build/")


def request(
    names: list[str], media: str | None, encoding: str | None, workers: int, limit: float, memory: int,
    cache: Path | None,
) -> partial[Request]:  # fmt: skip
    """What is asked for, but for the settings, of a run over the pages ``names`` (see :func:`arguments`)."""
    from layoutcheck.runner.run import Request

    return partial(
        Request, tuple(names), media_type=media_type(media), charset=charset(encoding), workers=workers, limit=limit,
        memory=memory or None, cache=results(cache),
    )  # fmt: skip


def results(folder: Path | None) -> Cache | None:
    """The results kept in a folder; one that can keep nothing is told, and used all the same."""
    from layoutcheck.runner.cache import Cache

    if folder is None:
        return None
    kept = Cache(folder)
    if fault := kept.fault():
        tell(f'the cache "{folder}" keeps nothing: {fault}')
    return kept


def pages(paths: list[str] | None, media: str | None, encoding: str | None, chosen: Settings) -> Iterator[PageRef]:
    """The pages given that are not excluded, as :func:`~layoutcheck.sources.files.find_pages` has them."""
    from layoutcheck.sources.files import find_pages

    return find_pages(
        arguments(paths), media_type=media_type(media), charset=charset(encoding), is_excluded=chosen.is_excluded,
        stdin=sys.stdin.buffer,
    )  # fmt: skip


def read(ref: PageRef, chosen: Settings) -> tuple[Page, PageSchema, Extraction] | None:
    """A page with the data that its schema finds there; None for one that cannot be read, which is told."""
    from layoutcheck.pipeline import read_page
    from layoutcheck.sources import files

    try:
        return read_page(files.read(ref), chosen.for_page(ref.uri))
    except PageError as error:
        say(f"{ref.uri}: {error}", err=True)
        return None


def config_file(config: Path | None, no_config: bool) -> Path | None:
    """The configuration in force: the one given, else the nearest upwards; None where none is there or wanted."""
    return None if no_config else config or find_config(Path.cwd())


def settings(
    config: Path | None,
    no_config: bool,
    *,
    schema: str | None = None,
    fail_on: str | None = None,
    only: list[str] | None = None,
    severities: list[str] | None = None,
) -> Settings:
    """The settings of a run: the configuration file's with the command line's over them."""
    if config is not None and no_config:
        raise UserError("--config and --no-config are asked for together", remedy="leave one of them out")
    if config is not None and not config.is_file():
        if config.is_dir():
            raise UserError(
                f'"{config}" is a folder, not a configuration file', remedy=f"name the file: {config / NAMES[0]}"
            )
        if config.exists():
            raise UserError(
                f'"{config}" is no ordinary file', remedy="write the configuration to a file, or: --no-config"
            )
        raise UserError(f'there is no configuration file "{config}"', remedy="layoutcheck init writes one")
    rules: dict[str, RuleSetting] = {}
    if only:
        for rule_id in only:
            _known_rule(rule_id, "--rule")
        rules = {rule_id: RuleSetting(Value(Severity.OFF, "--rule")) for rule_id in rule_ids() if rule_id not in only}
    for pair in severities or []:
        rule_id, _, severity = pair.partition("=")
        _known_rule(rule_id, "--severity")
        if severity not in list(Severity):
            remedy = near_match(severity, list(Severity)) or f"one of: {', '.join(Severity)}"
            raise UserError(f'--severity {pair}: a severity cannot be "{severity}"', remedy=remedy)
        rules[rule_id] = RuleSetting(Value(Severity(severity), "--severity"))
    overrides = Layer(Value(schema, "--schema") if schema is not None else None, rules, origin="command line")
    return load_settings(config_file(config, no_config), overrides=overrides, fail_on=fail_on)


def _known_rule(rule_id: str, option: str) -> None:
    if rule_id not in rule_ids():
        remedy = near_match(rule_id, rule_ids()) or "layoutcheck rules lists them"
        raise UserError(f'{option}: there is no rule "{rule_id}"', remedy=remedy)


def write_new(file: Path, text: str, *, force: bool) -> None:
    """Write a file to start from; raises UserError where one is there already, or none can be."""
    if file.exists() and not force:
        raise UserError(f'"{file}" is there already', remedy="--force overwrites it")
    from layoutcheck.report.output import telling

    folder = file.parent
    with telling(str(file), "" if folder.is_dir() else f'"{folder}" is no folder: make it first, or name another'):
        file.write_text(text, encoding="utf-8")
