"""Find, read, judge and merge the configuration; what comes out is frozen.

``layoutcheck.toml``, or ``[tool.layoutcheck]`` in ``pyproject.toml``, nearest upwards from where the run starts;
``extends`` lays one file over another, ``[[pages]]`` tables give paths their own settings, and the last that matches
wins, key by key.
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from layoutcheck.core.errors import UserError, near_match
from layoutcheck.core.severity import Severity
from layoutcheck.plugins import LoadedRule, load_rule, option_types, rule_ids
from layoutcheck.core.toml_lines import key_lines

NAMES = ("layoutcheck.toml", ".layoutcheck.toml")
FAIL_ON = ("error", "warning", "info", "never")


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
    exclude: tuple[Any, ...] = ()
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    baseline: Value | None = None
    files: tuple[str, ...] = ()

    def is_excluded(self, uri: str) -> bool:
        """Whether ``exclude`` takes a page out."""
        return any(spec.match_file(_relative(uri, base)) for base, spec in self.exclude)

    @cached_property
    def _cache(self) -> dict[tuple[int, ...], PageSettings]:
        return {}

    def for_page(self, uri: str) -> PageSettings:
        """What is in force for one page; pages that the same tables match share it."""
        matching = tuple(
            index for index, layer in enumerate(self.layers)
            if layer.paths is None or layer.paths.match_file(_relative(uri, layer.base))
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


def find_config(start: Path) -> Path | None:
    """The nearest configuration file from ``start`` upwards; None when there is none."""
    for folder in (start, *start.parents):
        for name in NAMES:
            if (folder / name).is_file():
                return folder / name
        project = folder / "pyproject.toml"
        if project.is_file() and "tool.layoutcheck" in project.read_text(encoding="utf-8", errors="replace"):
            return project
    return None


def load_settings(config: Path | None, *, overrides: Layer | None = None, fail_on: str | None = None) -> Settings:
    """Read a configuration file (None: no file) and lay the command line's values over it.

    Raises :class:`~layoutcheck.core.errors.UserError` with file, line, column and near match.
    """
    settings = _read(config, ()) if config else Settings()
    layers = (*settings.layers, overrides) if overrides else settings.layers
    chosen = Value(fail_on, "--fail-on") if fail_on else settings.fail_on
    if chosen.value not in FAIL_ON:
        raise UserError(f'--fail-on cannot be "{chosen.value}"', remedy=f"one of: {', '.join(FAIL_ON)}")
    return dataclasses.replace(settings, layers=layers, fail_on=chosen)


def _read(file: Path, chain: tuple[Path, ...]) -> Settings:
    shown = _shown(file)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"the configuration cannot be read: {error}", file=shown) from None
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _toml_error(str(error), shown) from None
    if file.name == "pyproject.toml":
        root: tuple[str, ...] = ("tool", "layoutcheck")
        data = data.get("tool", {}).get("layoutcheck", {})
    else:
        root = ()
    reader = _Reader(shown, file.resolve().parent, key_lines(text), root)
    settings = reader.settings(data)
    extended = data.get("extends", [])
    below = Settings()
    for name in [extended] if isinstance(extended, str) else extended:
        target = (file.parent / name).resolve()
        if target in chain or target == file.resolve():
            raise reader.error('"extends" leads in a circle', ["extends"])
        if not target.is_file():
            raise reader.error(f'"extends" names no file: {name}', ["extends"])
        below = _over(below, _read(target, (*chain, file.resolve())))
    return dataclasses.replace(_over(below, settings), files=(*below.files, shown))


def _over(below: Settings, above: Settings) -> Settings:
    """Lay one file's settings over another's."""
    return Settings(
        layers=(*below.layers, *above.layers),
        fail_on=above.fail_on if above.fail_on.origin != "default" else below.fail_on,
        exclude=(*below.exclude, *above.exclude),
        places=(*below.places, *above.places),
        sources=(*below.sources, *above.sources),
        patterns=(*below.patterns, *above.patterns),
        ignores=(*below.ignores, *above.ignores),
        baseline=above.baseline or below.baseline,
        files=(*below.files, *above.files),
    )


def _toml_error(told: str, shown: str) -> UserError:
    import re

    match = re.search(r"\s*\(at line (\d+), column (\d+)\)", told)
    text = f"this is no valid TOML: {told[: match.start()] if match else told}"
    line, column = (int(match[1]), int(match[2])) if match else (0, 0)
    return UserError(text, file=shown, line=line, column=column)


class _Reader:
    """Judges the values of one file and turns them into settings."""

    KEYS = (
        "extends", "schema", "fail-on", "exclude", "rules", "pages", "newsroom", "patterns", "ignore", "baseline",
    )  # fmt: skip

    def __init__(
        self, shown: str, base: Path, lines: dict[tuple[str, ...], tuple[int, int]], root: tuple[str, ...]
    ) -> None:
        self.shown, self.base, self.lines, self.root = shown, base, lines, root

    def error(self, text: str, path: Iterable[str], remedy: str = "") -> UserError:
        line, column = self._at(path)
        return UserError(text, file=self.shown, line=line, column=column, remedy=remedy)

    def _at(self, path: Iterable[str]) -> tuple[int, int]:
        key = (*self.root, *path)
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, (1, 1))

    def origin(self, path: Iterable[str]) -> str:
        return f"{self.shown}:{self._at(path)[0]}"

    def settings(self, data: dict[str, Any]) -> Settings:
        self._known(data, self.KEYS, ())
        top = Layer(self._schema(data, ()), self._rules(data.get("rules", {}), ("rules",)), None, self.base)
        newsroom = self._table(data, "newsroom")
        self._known(newsroom, ("places", "sources"), ("newsroom",))
        return Settings(
            layers=(top, *self._pages(data)),
            fail_on=self._fail_on(data),
            exclude=self._exclude(data),
            places=tuple(self._texts(newsroom, "places", ("newsroom",))),
            sources=tuple(self._texts(newsroom, "sources", ("newsroom",))),
            patterns=tuple(self._patterns(data)),
            ignores=tuple(self._ignores(data)),
            baseline=self._baseline(data),
        )

    def _known(self, table: dict[str, Any], known: Iterable[str], path: tuple[str, ...]) -> None:
        for key in table:
            if key not in known:
                inside = f" in [{'.'.join(path)}]" if path else ""
                remedy = near_match(key, known) or f"known are: {', '.join(known)}"
                raise self.error(f'"{key}" is no setting{inside}', (*path, key), remedy)

    def _table(self, data: dict[str, Any], key: str) -> dict[str, Any]:
        value = data.get(key, {})
        if not isinstance(value, dict):
            raise self.error(f'"{key}" is a table', (key,), f"write [{key}]")
        return value

    def _tables(self, data: dict[str, Any], key: str) -> list[dict[str, Any]]:
        value = data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            raise self.error(f'"{key}" is a list of tables', (key,), f"write [[{key}]]")
        return value

    def _texts(self, table: dict[str, Any], key: str, path: tuple[str, ...]) -> list[str]:
        value = table.get(key, [])
        texts = [value] if isinstance(value, str) else value
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise self.error(f'"{key}" is a list of texts', (*path, key))
        return texts

    def _text(self, table: dict[str, Any], key: str, path: tuple[str, ...], default: str | None = None) -> str:
        value = table.get(key, default)
        if not isinstance(value, str):
            told = f'"{key}" is missing' if value is None else f'"{key}" is a text'
            raise self.error(told, (*path, key) if key in table else path)
        return value

    def _schema(self, table: dict[str, Any], path: tuple[str, ...]) -> Value | None:
        if "schema" not in table:
            return None
        name = self._text(table, "schema", path)
        file = self.base / name
        return Value(str(file) if file.is_file() else name, self.origin((*path, "schema")))

    def _fail_on(self, data: dict[str, Any]) -> Value:
        if "fail-on" not in data:
            return Value("error", "default")
        value = data["fail-on"]
        if value not in FAIL_ON:
            remedy = near_match(str(value), FAIL_ON) or f"one of: {', '.join(FAIL_ON)}"
            raise self.error(f'"fail-on" cannot be "{value}"', ("fail-on",), remedy)
        return Value(value, self.origin(("fail-on",)))

    def _baseline(self, data: dict[str, Any]) -> Value | None:
        if "baseline" not in data:
            return None
        return Value(str(self.base / self._text(data, "baseline", ())), self.origin(("baseline",)))

    def _exclude(self, data: dict[str, Any]) -> tuple[Any, ...]:
        globs = self._texts(data, "exclude", ())
        return ((self.base, self._spec(globs, ("exclude",))),) if globs else ()

    def _spec(self, globs: list[str], path: tuple[str, ...]) -> Any:
        import pathspec

        try:
            return pathspec.GitIgnoreSpec.from_lines(globs)
        except ValueError as error:
            raise self.error(f"this is no path pattern: {error}", path) from None

    def _severity(self, value: Any, path: tuple[str, ...]) -> Value:
        try:
            return Value(Severity(value), self.origin(path))
        except ValueError:
            known = [str(severity) for severity in Severity]
            remedy = near_match(str(value), known) or f"one of: {', '.join(known)}"
            raise self.error(f'a severity cannot be "{value}"', path, remedy) from None

    def _rules(self, table: Any, path: tuple[str, ...]) -> dict[str, RuleSetting]:
        if not isinstance(table, dict):
            raise self.error('"rules" is a table', path, 'write [rules] and, below it, duplicate-teaser = "warning"')
        found = {}
        for rule_id, value in table.items():
            here = (*path, rule_id)
            if rule_id not in rule_ids():
                remedy = near_match(rule_id, rule_ids()) or "layoutcheck rules lists them"
                raise self.error(f'there is no rule "{rule_id}"', here, remedy)
            if isinstance(value, dict):
                severity = self._severity(value["severity"], (*here, "severity")) if "severity" in value else None
                found[rule_id] = RuleSetting(severity, self._options(rule_id, value, here))
            else:
                found[rule_id] = RuleSetting(self._severity(value, here))
        return found

    def _options(self, rule_id: str, table: dict[str, Any], path: tuple[str, ...]) -> dict[str, Value]:
        rule = load_rule(rule_id).rule
        fields = option_types(rule)
        hints = get_type_hints(rule.options)
        self._known(table, ("severity", *fields), path)
        found = {}
        for key, value in table.items():
            if key != "severity":
                name = fields[key].name
                found[name] = Value(self._option(value, hints[name], (*path, key)), self.origin((*path, key)))
        return found

    def _option(self, value: Any, hint: Any, path: tuple[str, ...]) -> Any:
        if get_origin(hint) is Literal:
            if value not in get_args(hint):
                known = [str(one) for one in get_args(hint)]
                remedy = near_match(str(value), known) or f"one of: {', '.join(known)}"
                raise self.error(f'"{path[-1]}" cannot be "{value}"', path, remedy)
            return value
        if get_origin(hint) is tuple:
            if isinstance(value, list) and all(isinstance(one, get_args(hint)[0]) for one in value):
                return tuple(value)
        elif hint is float and isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        elif isinstance(value, hint) and (hint is bool or not isinstance(value, bool)):
            return value
        raise self.error(f'"{path[-1]}" cannot be {value!r}, it wants {_wanted(hint)}', path)

    def _pages(self, data: dict[str, Any]) -> Iterator[Layer]:
        for index, table in enumerate(self._tables(data, "pages")):
            path = ("pages", str(index))
            self._known(table, ("paths", "schema", "rules"), path)
            globs = self._texts(table, "paths", path)
            if not globs:
                raise self.error('a [[pages]] table needs "paths"', path, 'such as paths = ["world/**"]')
            yield Layer(
                self._schema(table, path), self._rules(table.get("rules", {}), (*path, "rules")),
                self._spec(globs, (*path, "paths")), self.base, self.origin(path),
            )  # fmt: skip

    def _patterns(self, data: dict[str, Any]) -> Iterator[Pattern]:
        for index, table in enumerate(self._tables(data, "patterns")):
            path = ("patterns", str(index))
            self._known(table, ("name", "regex", "where", "severity", "message"), path)
            severity = self._severity(table.get("severity", "error"), (*path, "severity"))
            yield Pattern(
                self._text(table, "name", path), self._text(table, "regex", path),
                tuple(self._texts(table, "where", path)), severity.value, self._text(table, "message", path, ""),
                self.origin(path),
            )  # fmt: skip

    def _ignores(self, data: dict[str, Any]) -> Iterator[Ignore]:
        for index, table in enumerate(self._tables(data, "ignore")):
            path = ("ignore", str(index))
            self._known(table, ("rules", "paths", "selector", "reason"), path)
            rules = self._texts(table, "rules", path)
            for rule_id in rules:
                if rule_id not in rule_ids():
                    remedy = near_match(rule_id, rule_ids()) or "layoutcheck rules lists them"
                    raise self.error(f'there is no rule "{rule_id}"', (*path, "rules"), remedy)
            globs = self._texts(table, "paths", path)
            selector = self._text(table, "selector", path, "")
            if not (rules or globs or selector):
                raise self.error('an [[ignore]] table needs "rules", "paths" or "selector"', path)
            spec = self._spec(globs, (*path, "paths")) if globs else None
            yield Ignore(
                tuple(rules), spec, selector, self._text(table, "reason", path, ""), self.origin(path), self.base
            )


def _wanted(hint: Any) -> str:
    if get_origin(hint) is tuple:
        return "a list of texts"
    return {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}.get(hint, str(hint))


def _relative(uri: str, base: Path) -> str:
    """A page's path relative to the folder of the file that speaks of it; addresses and foreign paths as they are."""
    if "://" in uri or uri == "-":
        return uri.partition("://")[2] or uri
    path = Path(uri)
    absolute = path if path.is_absolute() else Path.cwd() / path
    try:
        return absolute.relative_to(base).as_posix()
    except ValueError:
        return path.as_posix().lstrip("/").removeprefix("./")


def _shown(file: Path) -> str:
    try:
        return file.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(file)
