"""The settings in force, frozen: for a run, and for one page of it, each value with its origin."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from layoutcheck.core.severity import Severity
from layoutcheck.plugins import LoadedRule, load_rule, rule_ids


@dataclass(frozen=True, slots=True)
class Value:
    """A setting and where it came from (``layoutcheck.toml:4``, ``--schema``, ``default``)."""

    value: Any
    origin: str


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """What is said of one rule: a severity (None: the rule's own) and options by their Python names."""

    severity: Value | None = None
    options: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class ActiveRule:
    """A rule as it runs on a page."""

    loaded: LoadedRule
    severity: Severity | None
    options: Any


@dataclass(frozen=True)
class Layer:
    """One table of settings: the top of a file, or one ``[[pages]]`` table of it."""

    schema: Value | None = None
    rules: Mapping[str, RuleSetting] = field(default_factory=dict)
    paths: Any = None  # a pathspec, None for the top
    base: Path = Path()
    origin: str = ""


@dataclass(frozen=True)
class Exclude:
    """One file's patterns of pages that are not checked."""

    paths: Any
    base: Path
    origin: str


@dataclass(frozen=True)
class Ignore:
    """A setting that switches findings off: of rules, on paths, inside elements that a selector matches."""

    rules: tuple[str, ...]
    paths: Any
    selector: str
    reason: str
    origin: str
    base: Path = Path()


@dataclass(frozen=True)
class Pattern:
    """A pattern of the user's own for ``placeholder-leak``."""

    name: str
    regex: str
    where: tuple[str, ...]
    severity: Severity
    message: str
    origin: str


@dataclass(frozen=True)
class Settings:
    """All that is in force for a run."""

    layers: tuple[Layer, ...] = ()
    fail_on: Value = Value("error", "default")
    exclude: tuple[Exclude, ...] = ()
    places: tuple[str, ...] = ()
    places_origins: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    sources_origins: tuple[str, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    baseline: Value | None = None
    files: tuple[str, ...] = ()

    def is_excluded(self, uri: str) -> bool:
        """Whether ``exclude`` takes a page out."""
        return self.excluded_by(uri) is not None

    def excluded_by(self, uri: str) -> Exclude | None:
        """The first ``exclude`` that takes a page out."""
        return next((one for one in self.exclude if one.paths.match_file(relative(uri, one.base))), None)

    def ignores_for(self, uri: str) -> list[Ignore]:
        """The ``[[ignore]]`` tables whose paths match a page."""
        return [
            ignore for ignore in self.ignores
            if ignore.paths is None or ignore.paths.match_file(relative(uri, ignore.base))
        ]  # fmt: skip

    @cached_property
    def _cache(self) -> dict[tuple[int, ...], PageSettings]:
        return {}

    def for_page(self, uri: str) -> PageSettings:
        """What is in force for one page; pages that the same tables match share it."""
        matching = tuple(
            index for index, layer in enumerate(self.layers)
            if layer.paths is None or layer.paths.match_file(relative(uri, layer.base))
        )  # fmt: skip
        if matching not in self._cache:
            self._cache[matching] = PageSettings(self, [self.layers[index] for index in matching])
        return self._cache[matching]


class PageSettings:
    """The settings of one page: its schema and its rules, each value with its origin."""

    def __init__(self, settings: Settings, layers: list[Layer]) -> None:
        """Merge ``layers``, the later over the earlier."""
        self.settings = settings
        self.schema = next((layer.schema for layer in reversed(layers) if layer.schema), Value("article", "default"))
        self.rule_settings: dict[str, RuleSetting] = {}
        for layer in layers:
            for rule_id, setting in layer.rules.items():
                below = self.rule_settings.get(rule_id, RuleSetting())
                self.rule_settings[rule_id] = RuleSetting(
                    setting.severity or below.severity, {**below.options, **setting.options}
                )

    def severity(self, rule_id: str) -> Value | None:
        """The severity that the configuration gives a rule, None when it says nothing."""
        setting = self.rule_settings.get(rule_id)
        return setting.severity if setting else None

    @cached_property
    def rules(self) -> tuple[ActiveRule, ...]:
        """The rules that are on, with severity and options."""
        found = []
        for rule_id in rule_ids():
            severity = self.severity(rule_id)
            if severity is not None and severity.value is Severity.OFF:
                continue
            loaded = load_rule(rule_id)
            if severity is None and loaded.rule.severity is Severity.OFF:
                continue
            setting = self.rule_settings.get(rule_id, RuleSetting())
            options = loaded.rule.options(**{name: value.value for name, value in setting.options.items()})
            found.append(ActiveRule(loaded, severity.value if severity else None, options))
        return tuple(found)


def relative(uri: str, base: Path) -> str:
    """A page's path relative to the folder of the file that speaks of it; addresses and foreign paths as they are."""
    if "://" in uri or uri == "-":
        return uri.partition("://")[2] or uri
    path = Path(os.path.abspath(uri))  # noqa: PTH100 - resolve() would follow links, and ask the disk for each page
    for absolute in (path, path.resolve()) if not path.is_relative_to(base) else (path,):
        if absolute.is_relative_to(base):
            return absolute.relative_to(base).as_posix()
    return Path(uri).as_posix().lstrip("/").removeprefix("./")
