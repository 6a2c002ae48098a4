"""Find, read and merge configuration files.

``layoutcheck.toml``, or ``[tool.layoutcheck]`` in ``pyproject.toml``, nearest upwards from where the run starts;
``extends`` lays one file over another, ``[[pages]]`` tables give paths their own settings, and the last that matches
wins, key by key.
"""

from __future__ import annotations

import dataclasses
import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from layoutcheck.config.reader import FAIL_ON, Reader
from layoutcheck.config.settings import Layer, Settings, Value
from layoutcheck.core.errors import UserError, UserErrors
from layoutcheck.core.located import too_long_number
from layoutcheck.core.toml_lines import key_lines
from layoutcheck.core.utf8 import utf8_text

NAMES = ("layoutcheck.toml", ".layoutcheck.toml")
_TOML_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")
#: What to do about the mistakes that people make, by the parser's words.
_REMEDIES = (
    (r"Unterminated string|Expected \"'\"|Illegal character '\\n'", "close the text with its quote, on the same line"),
    (r"Invalid value", 'texts stand in quotes ("error"), and it is true or false in small letters'),
    (r"Cannot (?:overwrite|declare|mutate)|twice", "it stands in the file already: keep one of the two"),
    (r"Unescaped", r"write paths with /; in single quotes a backslash stands for itself: '\d+'"),
    (r"Expected '=' after a key", "a setting is written: key = value"),
    (r"Unclosed (?:array|inline table)", "close the list with ] or the table with }"),
    (r"Expected ']'", "close the name of the table, such as: [rules]"),
    (r"Expected newline", "one setting a line; texts and dates stand in quotes"),
)


def find_config(start: Path) -> Path | None:
    """The nearest configuration file from ``start`` upwards; None when there is none."""
    for folder in (start, *start.parents):
        for name in NAMES:
            file = folder / name
            if file.is_file() or file.is_symlink() or file.is_dir():  # what cannot be read is told, not passed over
                return file
        project = folder / "pyproject.toml"
        if project.is_file() and _has_table(project.read_text(encoding="utf-8", errors="replace")):
            return project
    return None


def _has_table(text: str) -> bool:
    """Whether a ``pyproject.toml`` speaks of us; one that cannot be read but names us does too, to be told so."""
    if "layoutcheck" not in text:
        return False
    try:
        return _our_table(tomllib.loads(text)) is not None
    except (ValueError, RecursionError):
        return "tool.layoutcheck" in text


def _our_table(project: dict[str, Any]) -> Any:
    """What a ``pyproject.toml`` has as ``tool.layoutcheck``; None for nothing."""
    tools = project.get("tool")
    return tools.get("layoutcheck") if isinstance(tools, dict) else None


def load_settings(config: Path | None, *, overrides: Layer | None = None, fail_on: str | None = None) -> Settings:
    """Read a configuration file (None: no file) and lay the command line's values over it.

    Raises :class:`~layoutcheck.core.errors.UserError` with file, line, column and near match, and
    :class:`~layoutcheck.core.errors.UserErrors` where more is wrong: with the file, then with those that it extends.
    """
    mistakes: list[UserError] = []
    if fail_on and fail_on not in FAIL_ON:
        mistakes.append(UserError(f'--fail-on cannot be "{fail_on}"', remedy=f"one of: {', '.join(FAIL_ON)}"))
    settings = _read(config, (), mistakes) if config else Settings()
    if mistakes:
        raise UserErrors(mistakes)
    layers = (*settings.layers, overrides) if overrides else settings.layers
    chosen = Value(fail_on, "--fail-on") if fail_on else settings.fail_on
    return dataclasses.replace(settings, layers=layers, fail_on=chosen)


def _read(file: Path, chain: tuple[Path, ...], mistakes: list[UserError]) -> Settings:
    """The settings of a file that ``chain`` leads to, over those of the files that it extends.

    What is wrong is added to ``mistakes``; of a file with mistakes nothing is to be made.
    """
    try:
        reader, data = _opened(file)
    except UserError as error:
        mistakes.append(error)
        return Settings()
    chain = (*chain, file.resolve())
    settings = reader.settings(data)
    targets = list(_extended(reader, reader.texts(data, "extends"), chain))
    mistakes += reader.mistakes
    below = Settings()
    for target in targets:
        below = _over(below, _read(target, chain, mistakes))
    return dataclasses.replace(_over(below, settings), files=(*below.files, reader.shown))


def _opened(file: Path) -> tuple[Reader, dict[str, Any]]:
    """A file's reader and what there is for it to read; raises UserError where it cannot be read, or is no TOML."""
    shown = _shown(file)
    try:
        body = file.read_bytes()
    except OSError as error:
        told = f"the configuration cannot be read: {(error.strerror or str(error)).lower()}"
        raise UserError(told, file=shown, remedy="make it readable, or go without it: --no-config") from None
    text = utf8_text(body, shown, "configuration")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _toml_error(str(error), shown, text) from None
    except ValueError:  # the only one that is not of TOML's own kind
        raise too_long_number(text, shown) from None
    except RecursionError:
        raise UserError("this TOML is nested too deeply to be read", file=shown, remedy="write it flatter") from None
    if file.name != "pyproject.toml":
        return Reader(shown, file.resolve().parent, key_lines(text), ()), data
    reader = Reader(shown, file.resolve().parent, key_lines(text), ("tool", "layoutcheck"))
    data = _our_table(data)
    if data is None:  # it was named outright: nothing is what nobody meant
        reader.note("this file has no [tool.layoutcheck]", (), "write that table, or name another file")
        return reader, {}
    if not isinstance(data, dict):
        reader.note('"tool.layoutcheck" has to be a table', (), "write [tool.layoutcheck]")
        return reader, {}
    return reader, data


def _extended(reader: Reader, names: list[str], chain: tuple[Path, ...]) -> Iterator[Path]:
    """The files that a file extends; none that is in ``chain``, which led to it."""
    for index, name in enumerate(names):
        at = ("extends", str(index))
        target = (reader.base / name).resolve()
        if target in chain:
            reader.note('"extends" leads in a circle', at, "a file cannot lie over itself")
        elif not target.is_file():
            reader.note(f'"extends" names no file: {name}', at, "paths are looked for from the folder of this file")
        else:
            yield target


def _over(below: Settings, above: Settings) -> Settings:
    """Lay one file's settings over another's."""
    return Settings(
        layers=(*below.layers, *above.layers),
        fail_on=above.fail_on if above.fail_on.origin != "default" else below.fail_on,
        exclude=(*below.exclude, *above.exclude),
        places=(*below.places, *above.places),
        places_origins=(*below.places_origins, *above.places_origins),
        sources=(*below.sources, *above.sources),
        sources_origins=(*below.sources_origins, *above.sources_origins),
        patterns=(*below.patterns, *above.patterns),
        ignores=(*below.ignores, *above.ignores),
        baseline=above.baseline or below.baseline,
        files=(*below.files, *above.files),
    )


def _toml_error(told: str, shown: str, text: str) -> UserError:
    match = _TOML_PLACE.search(told)
    what = told[: match.start()] if match else told
    if match and match[1]:
        line, column = int(match[1]), int(match[2])
    else:  # the text ends too early
        before = text.rstrip()
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    remedy = next((remedy for words, remedy in _REMEDIES if re.search(words, what)), "the rules: https://toml.io")
    return UserError(f"this is no valid TOML: {what}", file=shown, line=line, column=column, remedy=remedy)


def _shown(file: Path) -> str:
    try:
        return Path(os.path.abspath(file)).relative_to(Path.cwd()).as_posix()  # noqa: PTH100 - a link by its own name
    except ValueError:
        return str(file)
