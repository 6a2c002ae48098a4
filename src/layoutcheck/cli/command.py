"""A command of ours: typer's, with the values that everybody writes read without pydantic.

typer builds a pydantic adapter for each option of a command, whether it is given or not: a seventh of a second before
the first page is looked at. Words, numbers and paths need no such thing. What is not as it should be is handed to
typer, so that its mistakes are told in its words.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, get_args, get_origin

from typer.core import TyperCommand, TyperGroup

from layoutcheck.core.errors import UserError

#: Where typer keeps what reads an option's values, None until it is needed.
_RUNTIME = "_runtime_param"


class Command(TyperCommand):
    """``app.command(name, cls=Command)``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the command line, plain values by ourselves."""
        _prepare(self.get_params(ctx))
        return super().parse_args(ctx, args)


class Group(TyperGroup):
    """``Typer(cls=Group)``, for the options before the command."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the command line, plain values by ourselves."""
        _prepare(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the first word names; raises UserError where that word is a page."""
        word = args[0] if args else ""
        if word and word not in self.commands and (word == "-" or os.path.lexists(word)):
            raise UserError(f'"{word}" is no command', remedy=f"to check it: layoutcheck check {word}")
        return super().resolve_command(ctx, args)


def _prepare(params: Iterable[Any]) -> None:
    for param in params:
        if getattr(param, _RUNTIME, param) is None:  # a typer without it needs no help
            setattr(param, _RUNTIME, _Plain(param, _reader(param)))


class _Plain:
    """Reads the values of one option or argument; typer's own does it where they are not plain."""

    def __init__(self, param: Any, read: Callable[[Any], Any]) -> None:
        self._param, self._read = param, read

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value in its type; raises what typer raises."""
        several = param.multiple or param.nargs == -1
        if value is None:
            return () if several else None
        try:
            return [self._read(one) for one in value] if several else self._read(value)
        except (TypeError, ValueError, OSError):
            setattr(self._param, _RUNTIME, None)
            return self._param.get_runtime_param().coerce(value, param=param, ctx=ctx)


def _reader(param: Any) -> Callable[[Any], Any]:
    """How one plain value of an option is read: by what raises TypeError where only typer can read it."""
    told = param.type_descriptor
    kind, info = told.annotation, told.parameter_info
    if get_origin(kind) is list:
        (kind,) = get_args(kind)
    if info.parser is not None or getattr(info, "click_type", None) is not None or told.is_choice or told.is_file:
        return _not_plain
    if kind in (int, float):
        return lambda value: _bounded(kind(value), info.min, info.max)
    return {str: _word, Path: _path}.get(kind, _not_plain)


def _not_plain(value: Any) -> Any:
    raise TypeError


def _bounded(number: float, least: float | None, most: float | None) -> float:
    if (least is not None and not number >= least) or (most is not None and not number <= most):  # NaN is neither
        raise ValueError
    return number


def _word(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _path(value: Any) -> Path:
    path = Path(value)
    if path.exists() and not os.access(path, os.R_OK):
        raise OSError
    return path
