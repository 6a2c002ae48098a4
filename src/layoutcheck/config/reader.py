"""Judge the values of one configuration file; every mistake with its line, column and near match."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from layoutcheck.config.settings import Exclude, Ignore, Layer, RuleSetting, Settings, Value
from layoutcheck.core.errors import UserError, near_match
from layoutcheck.core.severity import Severity
from layoutcheck.core.site import Pattern
from layoutcheck.plugins import load_rule, option_types, rule_ids

#: A backslash that is meant to part folders: in front of a letter or of ``**`` it escapes nothing.
_WINDOWS = re.compile(r"\\(?=[\w.]|\*\*|\*\.)")
FAIL_ON = ("error", "warning", "info", "never")


class Reader:
    """Judges the values of one file and turns them into settings."""

    KEYS = (
        "extends", "schema", "fail-on", "exclude", "rules", "pages", "newsroom", "patterns", "ignore", "baseline",
    )  # fmt: skip

    def __init__(
        self, shown: str, base: Path, lines: dict[tuple[str, ...], tuple[int, int]], root: tuple[str, ...]
    ) -> None:
        self.shown, self.base, self.lines, self.root = shown, base, lines, root

    def error(self, text: str, path: Iterable[str], remedy: str = "") -> UserError:
        """A mistake at the key that ``path`` leads to."""
        line, column = self._at(path)
        return UserError(text, file=self.shown, line=line, column=column, remedy=remedy)

    def _at(self, path: Iterable[str]) -> tuple[int, int]:
        key = (*self.root, *path)
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, (1, 1))

    def origin(self, path: Iterable[str]) -> str:
        """File and line of the key that ``path`` leads to."""
        return f"{self.shown}:{self._at(path)[0]}"

    def settings(self, data: dict[str, Any]) -> Settings:
        """The file's settings; raises :class:`~layoutcheck.core.errors.UserError` for the first mistake."""
        self._known(data, self.KEYS, ())
        self._texts(data, "extends", ())
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
            raise self.error(f'"{key}" has to be a table', (key,), f"write [{key}]")
        return value

    def _tables(self, data: dict[str, Any], key: str) -> list[dict[str, Any]]:
        value = data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            raise self.error(f'"{key}" has to be a list of tables', (key,), f"write [[{key}]]")
        return value

    def _texts(self, table: dict[str, Any], key: str, path: tuple[str, ...]) -> list[str]:
        value = table.get(key, [])
        texts = [value] if isinstance(value, str) else value
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise self.error(f'"{key}" has to be a list of texts', (*path, key))
        return texts

    def _text(self, table: dict[str, Any], key: str, path: tuple[str, ...], default: str | None = None) -> str:
        value = table.get(key, default)
        if not isinstance(value, str):
            told = f'"{key}" is missing' if value is None else f'"{key}" has to be a text'
            raise self.error(told, (*path, key) if key in table else path)
        return value

    def _schema(self, table: dict[str, Any], path: tuple[str, ...]) -> Value | None:
        if "schema" not in table:
            return None
        from layoutcheck.model.shipped import SHIPPED

        name = self._text(table, "schema", path)
        file = self.base / name
        if not file.is_file() and name not in SHIPPED:
            from layoutcheck.model.document import schema_remedy

            raise self.error(f'there is no schema "{name}"', (*path, "schema"), schema_remedy(name, file))
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

    def _exclude(self, data: dict[str, Any]) -> tuple[Exclude, ...]:
        globs = self._texts(data, "exclude", ())
        return (Exclude(self._spec(globs, ("exclude",)), self.base, self.origin(("exclude",))),) if globs else ()

    def _spec(self, globs: list[str], path: tuple[str, ...]) -> Any:
        import pathspec

        for glob in globs:
            if _WINDOWS.search(glob):
                remedy = f'write it with /: "{_WINDOWS.sub("/", glob)}"'
                raise self.error(f'"{glob}" matches nothing: a backslash parts no folders', path, remedy)
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
            raise self.error(f"a severity cannot be {_said(value)}", path, remedy) from None

    def _rules(self, table: Any, path: tuple[str, ...]) -> dict[str, RuleSetting]:
        if not isinstance(table, dict):
            remedy = 'write [rules] and, below it, duplicate-teaser = "warning"'
            raise self.error('"rules" has to be a table', path, remedy)
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
        raise self.error(f'"{path[-1]}" cannot be {_said(value)}, it wants {_wanted(hint)}', path)

    def _pages(self, data: dict[str, Any]) -> Iterator[Layer]:
        for index, table in enumerate(self._tables(data, "pages")):
            path = ("pages", str(index))
            self._known(table, ("paths", "schema", "rules"), path)
            globs = self._texts(table, "paths", path)
            if not globs:
                raise self.error('a [[pages]] table needs "paths"', path, 'such as paths = ["build/world/**"]')
            yield Layer(
                self._schema(table, path), self._rules(table.get("rules", {}), (*path, "rules")),
                self._spec(globs, (*path, "paths")), self.base, self.origin(path),
            )  # fmt: skip

    def _patterns(self, data: dict[str, Any]) -> Iterator[Pattern]:
        for index, table in enumerate(self._tables(data, "patterns")):
            path = ("patterns", str(index))
            self._known(table, ("name", "regex", "where", "severity", "message"), path)
            severity = self._severity(table.get("severity", "error"), (*path, "severity"))
            pattern = Pattern(
                self._text(table, "name", path), self._text(table, "regex", path),
                tuple(self._texts(table, "where", path)), severity.value, self._text(table, "message", path, ""),
                self.origin(path),
            )  # fmt: skip
            self._usable(pattern, path)
            yield pattern

    def _usable(self, pattern: Pattern, path: tuple[str, ...]) -> None:
        from layoutcheck.templating.user_pattern import PLACES, check_patterns

        for index, name in enumerate(pattern.where):
            if name not in PLACES:
                remedy = near_match(name, PLACES) or f"known are: {', '.join(PLACES)}"
                raise self.error(f'there is no place "{name}" to look in', (*path, "where", str(index)), remedy)
        try:
            check_patterns((pattern,))
        except UserError as error:
            raise self.error(error.text, (*path, "regex"), error.remedy) from None

    def _ignores(self, data: dict[str, Any]) -> Iterator[Ignore]:
        for index, table in enumerate(self._tables(data, "ignore")):
            path = ("ignore", str(index))
            self._known(table, ("rules", "paths", "selector", "reason"), path)
            rules = self._texts(table, "rules", path)
            for number, rule_id in enumerate(rules):
                if rule_id not in rule_ids():
                    remedy = near_match(rule_id, rule_ids()) or "layoutcheck rules lists them"
                    raise self.error(f'there is no rule "{rule_id}"', (*path, "rules", str(number)), remedy)
            globs = self._texts(table, "paths", path)
            selector = self._selector(table, path)
            if not (rules or globs or selector):
                raise self.error('an [[ignore]] table needs "rules", "paths" or "selector"', path)
            spec = self._spec(globs, (*path, "paths")) if globs else None
            yield Ignore(
                tuple(rules), spec, selector, self._text(table, "reason", path, ""), self.origin(path), self.base
            )

    def _selector(self, table: dict[str, Any], path: tuple[str, ...]) -> str:
        selector = self._text(table, "selector", path, "")
        if selector:
            from layoutcheck.model.selector import check_css

            try:
                check_css(selector)
            except ValueError as error:
                raise self.error(f'"{selector}" is no selector: {error}', (*path, "selector")) from None
        return selector


def _said(value: Any) -> str:
    """A value as TOML writes it."""
    return json.dumps(value, ensure_ascii=False, default=str)


def _wanted(hint: Any) -> str:
    if get_origin(hint) is tuple:
        return "a list of texts"
    return {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}.get(hint, str(hint))
