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
    """Judges the values of one file and turns them into settings.

    A mistake does not end the reading: it is noted, and a value that changes nothing stands for the wrong one. Whoever
    reads looks at ``mistakes`` before anything is made of the settings.
    """

    KEYS = (
        "extends", "schema", "fail-on", "exclude", "rules", "pages", "newsroom", "patterns", "ignore", "baseline",
    )  # fmt: skip

    def __init__(
        self, shown: str, base: Path, lines: dict[tuple[str, ...], tuple[int, int]], root: tuple[str, ...]
    ) -> None:
        self.shown, self.base, self.lines, self.root = shown, base, lines, root
        self._mistakes: list[UserError] = []

    @property
    def mistakes(self) -> list[UserError]:
        """What is wrong with the file, in the order of its places."""
        return sorted(self._mistakes, key=lambda mistake: (mistake.line, mistake.column))

    def note(self, text: str, path: Iterable[str], remedy: str = "") -> None:
        """Note a mistake at the key that ``path`` leads to."""
        line, column = self._at(path)
        self._mistakes.append(UserError(text, file=self.shown, line=line, column=column, remedy=remedy))

    def _at(self, path: Iterable[str]) -> tuple[int, int]:
        key = (*self.root, *path)
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, (1, 1))

    def origin(self, path: Iterable[str]) -> str:
        """File and line of the key that ``path`` leads to."""
        return f"{self.shown}:{self._at(path)[0]}"

    def settings(self, data: dict[str, Any]) -> Settings:
        """The file's settings, but for what is wrong."""
        self._known(data, self.KEYS, ())
        top = Layer(self._schema(data, ()), self._rules(data.get("rules", {}), ("rules",)), None, self.base)
        newsroom = self._table(data, "newsroom")
        self._known(newsroom, ("places", "sources"), ("newsroom",))
        return Settings(
            layers=(top, *self._pages(data)),
            fail_on=self._fail_on(data),
            exclude=self._exclude(data),
            places=tuple(self.texts(newsroom, "places", ("newsroom",))),
            places_origins=(self.origin(("newsroom", "places")),) if "places" in newsroom else (),
            sources=tuple(self.texts(newsroom, "sources", ("newsroom",))),
            sources_origins=(self.origin(("newsroom", "sources")),) if "sources" in newsroom else (),
            patterns=tuple(self._patterns(data)),
            ignores=tuple(self._ignores(data)),
            baseline=self._baseline(data),
        )

    def _known(self, table: dict[str, Any], known: Iterable[str], path: tuple[str, ...]) -> bool:
        """Whether all keys of a table are known. Else what it lacks need not be told: it may be what is misspelt."""
        for key in table:
            if key not in known:
                remedy = near_match(key, known) or f"known are: {', '.join(known)}"
                self.note(f'"{key}" is no setting{_inside(path)}', (*path, key), remedy)
        return table.keys() <= {*known}

    def _table(self, data: dict[str, Any], key: str) -> dict[str, Any]:
        value = data.get(key, {})
        if not isinstance(value, dict):
            self.note(f'"{key}" has to be a table', (key,), f"write [{key}]")
            return {}
        return value

    def _tables(self, data: dict[str, Any], key: str) -> list[dict[str, Any]]:
        value = data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            self.note(f'"{key}" has to be a list of tables', (key,), f"write [[{key}]]")
            return []
        return value

    def texts(self, table: dict[str, Any], key: str, path: tuple[str, ...] = ()) -> list[str]:
        """A list of texts, or the one text that stands for such a list."""
        value = table.get(key, [])
        texts = [value] if isinstance(value, str) else value
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            self.note(f'"{key}" has to be a list of texts', (*path, key), f'such as {key} = ["…", "…"]')
            return []
        return texts if self._is_plain(texts, (*path, key)) else []

    def _text(self, table: dict[str, Any], key: str, path: tuple[str, ...], default: str | None = None) -> str | None:
        """A text; None for what is wrong, as for a missing one without a default."""
        value = table.get(key, default)
        if not isinstance(value, str):
            told = f'"{key}" is missing' if value is None else f'"{key}" has to be a text'
            self.note(told, (*path, key) if key in table else path, f'write {key} = "…"')
            return None
        return value if self._is_plain([value], (*path, key)) else None

    def _is_plain(self, texts: list[str], path: tuple[str, ...]) -> bool:
        """Whether texts hold no NUL: no name, pattern or selector of ours has one, and the system bears none."""
        if all("\0" not in text for text in texts):
            return True
        self.note(f'"{path[-1]}" holds a NUL character', path, "take it out")
        return False

    def _schema(self, table: dict[str, Any], path: tuple[str, ...]) -> Value | None:
        if "schema" not in table:
            return None
        from layoutcheck.model.shipped import SHIPPED

        if (name := self._text(table, "schema", path)) is None:
            return None
        file = self.base / name
        if not file.is_file() and name not in SHIPPED:
            from layoutcheck.model.document import schema_remedy

            self.note(f'there is no schema "{name}"', (*path, "schema"), schema_remedy(name, file))
            return None
        return Value(str(file) if file.is_file() else name, self.origin((*path, "schema")))

    def _fail_on(self, data: dict[str, Any]) -> Value:
        if "fail-on" not in data:
            return Value("error", "default")
        value = data["fail-on"]
        if value not in FAIL_ON:
            remedy = near_match(str(value), FAIL_ON) or f"one of: {', '.join(FAIL_ON)}"
            self.note(f'"fail-on" cannot be "{value}"', ("fail-on",), remedy)
        return Value(value, self.origin(("fail-on",)))

    def _baseline(self, data: dict[str, Any]) -> Value | None:
        if "baseline" not in data or (name := self._text(data, "baseline", ())) is None:
            return None
        return Value(str(self.base / name), self.origin(("baseline",)))

    def _exclude(self, data: dict[str, Any]) -> tuple[Exclude, ...]:
        globs = self.texts(data, "exclude")
        return (Exclude(self._spec(globs, ("exclude",)), self.base, self.origin(("exclude",))),) if globs else ()

    def _spec(self, globs: list[str], path: tuple[str, ...]) -> Any:
        """The path patterns, compiled; None where they cannot be."""
        import pathspec

        for index, glob in enumerate(globs):
            if _WINDOWS.search(glob):
                remedy = f'write it with /: "{_WINDOWS.sub("/", glob)}"'
                self.note(f'"{glob}" matches nothing: a backslash parts no folders', (*path, str(index)), remedy)
        try:
            return pathspec.GitIgnoreSpec.from_lines(globs)
        except ValueError as error:
            self.note(f"this is no path pattern: {error}", path)
            return None

    def _severity(self, value: Any, path: tuple[str, ...]) -> Value | None:
        try:
            return Value(Severity(value), self.origin(path))
        except ValueError:
            known = [str(severity) for severity in Severity]
            remedy = near_match(str(value), known) or f"one of: {', '.join(known)}"
            self.note(f"a severity cannot be {_said(value)}", path, remedy)
            return None

    def _is_rule(self, rule_id: str, path: tuple[str, ...]) -> bool:
        if rule_id in rule_ids():
            return True
        remedy = near_match(rule_id, rule_ids()) or "layoutcheck rules lists them"
        self.note(f'there is no rule "{rule_id}"', path, remedy)
        return False

    def _rules(self, table: Any, path: tuple[str, ...]) -> dict[str, RuleSetting]:
        if not isinstance(table, dict):
            self.note('"rules" has to be a table', path, 'write [rules] and, below it, duplicate-teaser = "warning"')
            return {}
        found = {}
        for rule_id, value in table.items():
            here = (*path, rule_id)
            if not self._is_rule(rule_id, here):
                continue
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
        for key in table.keys() & fields.keys():
            name, here = fields[key].name, (*path, key)
            found[name] = Value(self._option(table[key], hints[name], here), self.origin(here))
        return found

    def _option(self, value: Any, hint: Any, path: tuple[str, ...]) -> Any:
        if get_origin(hint) is Literal:
            if value not in get_args(hint):
                known = [str(one) for one in get_args(hint)]
                remedy = near_match(str(value), known) or f"one of: {', '.join(known)}"
                self.note(f'"{path[-1]}" cannot be "{value}"', path, remedy)
            return value
        if get_origin(hint) is tuple:
            if isinstance(value, list) and all(isinstance(one, get_args(hint)[0]) for one in value):
                return tuple(value)
        elif hint is float and isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        elif isinstance(value, hint) and (hint is bool or not isinstance(value, bool)):
            return value
        self.note(f'"{path[-1]}" cannot be {_said(value)}, it wants {_wanted(hint)}', path)
        return value

    def _pages(self, data: dict[str, Any]) -> Iterator[Layer]:
        for index, table in enumerate(self._tables(data, "pages")):
            path = ("pages", str(index))
            if self._known(table, ("paths", "schema", "rules"), path) and table.get("paths", []) == []:
                self.note('a [[pages]] table needs "paths"', path, 'such as paths = ["build/world/**"]')
            globs = self.texts(table, "paths", path)
            yield Layer(
                self._schema(table, path), self._rules(table.get("rules", {}), (*path, "rules")),
                self._spec(globs, (*path, "paths")), self.base, self.origin(path),
            )  # fmt: skip

    def _patterns(self, data: dict[str, Any]) -> Iterator[Pattern]:
        for index, table in enumerate(self._tables(data, "patterns")):
            path = ("patterns", str(index))
            is_known = self._known(table, ("name", "regex", "where", "severity", "message"), path)
            name, regex = (
                self._text(table, key, path) if is_known or key in table else None for key in ("name", "regex")
            )
            severity = self._severity(table.get("severity", "error"), (*path, "severity"))
            where = self._where(table, path)
            message = self._text(table, "message", path, "")
            if name is not None and regex is not None and severity is not None and message is not None:
                pattern = Pattern(name, regex, where, severity.value, message, self.origin(path))
                self._usable(pattern, path)
                yield pattern

    def _where(self, table: dict[str, Any], path: tuple[str, ...]) -> tuple[str, ...]:
        """The places that a pattern is looked for in, those that there are."""
        from layoutcheck.templating.user_pattern import PLACES

        where = self.texts(table, "where", path)
        for index, name in enumerate(where):
            if name not in PLACES:
                remedy = near_match(name, PLACES) or f"known are: {', '.join(PLACES)}"
                self.note(f'there is no place "{name}" to look in', (*path, "where", str(index)), remedy)
        return tuple(name for name in where if name in PLACES)

    def _usable(self, pattern: Pattern, path: tuple[str, ...]) -> None:
        from layoutcheck.templating.user_pattern import check_patterns

        try:
            check_patterns((pattern,))
        except UserError as error:
            self.note(error.text, (*path, "regex"), error.remedy)

    def _ignores(self, data: dict[str, Any]) -> Iterator[Ignore]:
        for index, table in enumerate(self._tables(data, "ignore")):
            path = ("ignore", str(index))
            is_known = self._known(table, ("rules", "paths", "selector", "reason"), path)
            if is_known and not any(map(table.get, ("rules", "paths", "selector"))):
                self.note('an [[ignore]] table needs "rules", "paths" or "selector"', path)
            named = enumerate(self.texts(table, "rules", path))
            rules = [rule_id for number, rule_id in named if self._is_rule(rule_id, (*path, "rules", str(number)))]
            globs = self.texts(table, "paths", path)
            yield Ignore(
                tuple(rules), self._spec(globs, (*path, "paths")) if globs else None, self._selector(table, path),
                self._text(table, "reason", path, "") or "", self.origin(path), self.base,
            )  # fmt: skip

    def _selector(self, table: dict[str, Any], path: tuple[str, ...]) -> str:
        selector = self._text(table, "selector", path, "")
        if selector:
            from layoutcheck.model.selector import check_css

            try:
                check_css(selector)
            except ValueError as error:
                self.note(f'"{selector}" is no selector: {error}', (*path, "selector"))
        return selector or ""


def _inside(path: tuple[str, ...]) -> str:
    """Which table a key stands in, as its file calls it; "" for the top."""
    if not path:
        return ""
    name = ".".join(key for key in path if not key.isdecimal())
    return f" in [[{name}]]" if path[-1].isdecimal() else f" in [{name}]"


def _said(value: Any) -> str:
    """A value as TOML writes it."""
    return json.dumps(value, ensure_ascii=False, default=str)


def _wanted(hint: Any) -> str:
    if get_origin(hint) is tuple:
        return "a list of texts"
    return {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}.get(hint, str(hint))
