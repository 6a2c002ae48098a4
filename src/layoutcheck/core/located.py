"""JSON and YAML text with the line and column of every part."""

from __future__ import annotations

import contextlib
import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from layoutcheck.core.errors import UserError
from layoutcheck.core.shortened import shortened


class LocatedData:
    """A parsed JSON or YAML file that still knows where each of its parts stands.

    ``value`` is what the text says (YAML's dates stay strings, as JSON Schema has no dates).
    """

    def __init__(self, text: str, file: str, *, yaml: bool) -> None:
        """Parse ``text``; raises :class:`~layoutcheck.core.errors.UserError` with line and column when it is broken."""
        self._text = text
        self._file = file
        self._yaml = yaml
        self._marks: dict[tuple[str, ...], tuple[int, int]] | None = None
        self.value: Any = _load_yaml(text, file) if yaml else _load_json(text, file)

    def at(self, path: Sequence[str | int]) -> tuple[int, int]:
        """The 1-based line and column of the part at ``path``: of its key in a mapping, of the item in a list.

        A path that leads nowhere gives its deepest part that exists.
        """
        if self._marks is None:
            self._marks = _marks_of_yaml(self._text) if self._yaml else _marks_of_json(self._text)
        key = tuple(str(step) for step in path)
        while key and key not in self._marks:
            key = key[:-1]
        return self._marks.get(key, (1, 1))

    def error(self, text: str, path: Sequence[str | int] = (), remedy: str = "") -> UserError:
        """A :class:`~layoutcheck.core.errors.UserError` about the part at ``path``."""
        line, column = self.at(path)
        return UserError(text, file=self._file, line=line, column=column, remedy=remedy)


def too_long_number(text: str, file: str) -> UserError:
    """What to say of a text with a whole number of more digits than Python reads."""
    found = _LONG.search(text)
    at = found.start() if found else 0
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return UserError("this number has too many digits", file=file, line=line, column=column)


def _load_json(text: str, file: str) -> Any:
    def no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            line, column = _second(text, twice)
            raise UserError(f'the key "{twice}" stands twice in one object', file=file, line=line, column=column)
        return found

    try:
        return json.loads(text, object_pairs_hook=no_duplicates)
    except json.JSONDecodeError as error:
        told = f"this is no valid JSON: {error.msg[0].lower()}{error.msg[1:]}"
        remedy = "" if file.endswith(".json") else "it is read as JSON for its name: YAML files end in .yaml or .yml"
        raise UserError(told, file=file, line=error.lineno, column=error.colno, remedy=remedy) from None
    except RecursionError:
        raise UserError("this JSON is nested too deeply", file=file) from None
    except ValueError:  # the only one that is not of JSON's own kind: Python reads no more than 4,300 digits
        raise too_long_number(text, file) from None


def _load_yaml(text: str, file: str) -> Any:
    import yaml

    try:
        loader = _yaml_loader(file)(text)
        root = loader.get_single_node()
        _judge_aliases(root, file)
        return None if root is None else loader.construct_document(root)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        remedy = "YAML is indented with spaces, never with tabs" if "'\\t'" in str(error.problem) else ""
        told = f"this is no valid YAML: {error.problem}"
        raise UserError(told, file=file, line=line, column=column, remedy=remedy) from None
    except RecursionError:
        raise UserError("this YAML is nested too deeply", file=file) from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise UserError(f"this is no valid YAML: {error}", file=file) from None


def _yaml_loader(file: str) -> Any:
    """A reader of YAML's JSON-like core: no dates, no yes/no booleans, no key twice; imported with its package."""
    import yaml

    class Loader(yaml.SafeLoader):  # type: ignore[misc]
        """What YAML's nodes mean here."""

        def construct_object(self, node: Any, deep: bool = False) -> Any:
            """The value of a node; raises UserError for a tag that JSON has nothing for, or whose text is none."""
            kind = node.tag.removeprefix("tag:yaml.org,2002:")
            if kind in _NO_JSON:
                raise _error_at(node, file, f"JSON has no {kind}")
            with contextlib.suppress(ValueError, LookupError, AttributeError):
                return super().construct_object(node, deep)
            raise _error_at(node, file, f'this is no {kind} that can be read: "{shortened(str(node.value), 40)}"')

        def construct_mapping(self, node: Any, deep: bool = False) -> Any:
            """A mapping; raises UserError for a key that is no text, or stands in it already."""
            for key, _ in node.value:
                if key.tag not in _KEYS:
                    remedy = "put it in quotes" if isinstance(key.value, str) else ""
                    raise _error_at(key, file, "a key is a text here, as in JSON", remedy)
            for key in _twice(node):
                raise _error_at(key, file, f'the key "{key.value}" stands twice')
            return super().construct_mapping(node, deep)

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in pairs if tag not in _UNWANTED]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false|True|False)$"), list("tfTF"))
    return Loader


def _judge_aliases(root: Any, file: str) -> None:
    """Raise UserError for aliases that lead in a circle, or to so many parts that nobody wrote them to be read."""
    sizes: dict[int, int] = {}
    open_nodes: set[int] = set()
    stack = [(root, False)]
    while stack:
        node, is_done = stack.pop()
        if node is None or isinstance(node.value, str) or (id(node) in sizes and not is_done):
            continue
        below = [part for pair in node.value for part in (pair if isinstance(pair, tuple) else (pair,))]
        if is_done:
            open_nodes.discard(id(node))
            sizes[id(node)] = 1 + sum(sizes.get(id(part), 1) for part in below)
            if sizes[id(node)] > _MOST_PARTS:
                raise _error_at(node, file, "the aliases here stand for too many parts")
        elif id(node) in open_nodes:
            raise _error_at(node, file, "an alias leads to what it stands in")
        else:
            open_nodes.add(id(node))
            stack.append((node, True))
            stack += [(part, False) for part in below]


def _error_at(node: Any, file: str, told: str, remedy: str = "") -> UserError:
    """What is wrong with a node of YAML, at its place."""
    line, column = _place(node)
    return UserError(told, file=file, line=line, column=column, remedy=remedy)


def _place(node: Any) -> tuple[int, int]:
    """The 1-based line and column at which a node of YAML begins."""
    return node.start_mark.line + 1, node.start_mark.column + 1


def _twice(mapping: Any) -> Iterator[Any]:
    """The key nodes of a mapping that repeat an earlier one."""
    seen: set[str] = set()
    for key, _ in mapping.value:
        if key.value in seen:
            yield key
        if isinstance(key.value, str) and key.value != "<<":
            seen.add(key.value)


def _second(text: str, name: str) -> tuple[int, int]:
    """Where in a JSON text a key stands for the second time in one object."""
    stack = [_composed(text)]
    while stack:
        node = stack.pop()
        if node is None or isinstance(node.value, str):
            continue
        below = [pair[1] if isinstance(pair, tuple) else pair for pair in node.value]
        if node.id == "mapping":
            for key in _twice(node):
                if key.value == name:
                    return _place(key)
        stack += below
    return 0, 0


def _composed(text: str) -> Any:
    """YAML's tree of a text that may be JSON, which is YAML once its tabs are spaces; None for neither."""
    import yaml

    # libyaml is ten times as fast, but may be missing, and refuses halves of what lies beyond 16 bits, escaped or not
    for loader in (getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader):
        with contextlib.suppress(yaml.YAMLError, RecursionError, UnicodeError):
            return yaml.compose(text.replace("\t", " "), Loader=loader)
    return None


#: As many digits as Python may be told not to read (``sys.int_info.str_digits_check_threshold``).
_LONG = re.compile(r"\d{640}")
#: With its aliases written out, no schema has more parts.
_MOST_PARTS = 200_000
_KEYS = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:merge")
#: YAML's kinds of values beyond JSON's.
_NO_JSON = frozenset("timestamp binary set omap pairs".split())
_UNWANTED = ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")


#: What JSON is made of: texts, signs, and all else.
_JSON_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,]|[^\s\[\]{}:,"]+')


def _marks_of_json(text: str) -> dict[tuple[str, ...], tuple[int, int]]:
    """Path -> 1-based line and column, of a text that is JSON; PyYAML, which could tell too, takes longer to import."""
    line_ends = [-1, *(found.start() for found in re.finditer(r"\n|\r(?!\n)", text))]
    found: dict[tuple[str, ...], tuple[int, int]] = {(): (1, 1)}
    #: The paths of the objects and lists that are open, and of a list at which item we are.
    opened: list[tuple[tuple[str, ...], int | None]] = []
    #: Where the next value goes; None where a key comes first.
    path: tuple[str, ...] | None = ()

    def mark(below: tuple[str, ...], at: int) -> None:
        line = bisect_left(line_ends, at)
        found[below] = (line, at - line_ends[line - 1])

    for token in _JSON_TOKEN.finditer(text):
        sign = token[0]
        if sign == ":":
            continue
        if sign == ",":
            above, item = opened.pop()
            opened.append((above, None if item is None else item + 1))
            path = None if item is None else (*above, str(item + 1))
        elif sign in "]}":
            opened.pop()
        elif path is None:
            path = (*opened[-1][0], str(json.loads(sign)))
            mark(path, token.start())
        else:
            if opened and opened[-1][1] is not None:
                mark(path, token.start())
            if sign in "[{":
                opened.append((path, 0 if sign == "[" else None))
                path = (*path, "0") if sign == "[" else None
    return found


def _marks_of_yaml(text: str) -> dict[tuple[str, ...], tuple[int, int]]:
    """Path -> 1-based line and column."""
    import yaml

    found: dict[tuple[str, ...], tuple[int, int]] = {(): (1, 1)}
    root = _composed(text)
    stack: list[tuple[tuple[str, ...], Any]] = [((), root)]
    while stack:
        path, node = stack.pop()
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                below = (*path, str(key.value))
                found[below] = _place(key)
                stack.append((below, value))
        elif isinstance(node, yaml.SequenceNode):
            for index, value in enumerate(node.value):
                below = (*path, str(index))
                found[below] = _place(value)
                stack.append((below, value))
    return found
