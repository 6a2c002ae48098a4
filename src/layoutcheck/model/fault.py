"""Where page data is not as a schema demands, as the compiled validator finds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from layoutcheck.model.schema import PageSchema


@dataclass(frozen=True, slots=True)
class DataFault:
    """One place where data is not as a schema demands.

    ``path`` leads to the value, ``steps`` from the schema's root to the keyword, references followed as they stand;
    ``names`` are those of the properties that lack or are too many.
    """

    path: list[str | int]
    steps: list[str | int]
    keyword: str
    value: Any
    names: tuple[str, ...] = ()


def data_faults(schema: PageSchema, data: dict[str, Any]) -> Iterator[DataFault]:
    """What is wrong with data by its schema, of an ``anyOf`` the branch that came nearest."""
    for error in schema.errors(data):
        for told in _telling(error):
            steps = list(told.evaluation_path)
            inner = told
            names: tuple[str, ...] = ()
            match told.kind.name:
                case "propertyNames":
                    inner = told.kind.value
                    names = (str(inner.instance),)
                case "required":
                    names = (told.kind.property,)
                case "additionalProperties" | "unevaluatedProperties":
                    names = tuple(told.kind.unexpected)
            keyword = "false" if told.kind.name == "falseSchema" else str(steps[-1])
            yield DataFault(list(told.instance_path), steps, keyword, inner.instance, names)


def _telling(error: Any) -> Iterator[Any]:
    """The errors worth telling: those of the branch of an ``anyOf`` that came nearest."""
    branches = [branch for branch in getattr(error.kind, "context", None) or () if branch]
    if branches:
        nearest = min(branches, key=lambda errors: (len(errors), -max(len(e.instance_path) for e in errors)))
        for below in nearest:
            yield from _telling(below)
    else:
        yield error
