"""The rules there are: those in ``layoutcheck/rules`` and those that other packages bring."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module, metadata, resources
from types import ModuleType
from typing import TYPE_CHECKING, Any

from layoutcheck.core.errors import UserError
from layoutcheck.core.rule import Hit, Rule

if TYPE_CHECKING:  # else each --help would wait for the parser
    from layoutcheck.parse.page import Page

GROUP = "layoutcheck.rules"


@dataclass(frozen=True)
class LoadedRule:
    """A rule, ready to be run."""

    id: str
    rule: Rule
    check: Callable[[Page, Any], Iterator[Hit]]
    module: ModuleType
    #: For rules about a whole run: what to keep of each page, and what to say at the end.
    gather: Callable[[Page, Any], Any] | None = None
    conclude: Callable[[Iterable[tuple[str, Any]], Any], Iterator[Any]] | None = None

    @cached_property
    def wants_now(self) -> bool:
        """Whether it has an option ``now`` for the run's start."""
        return any(field.name == "now" for field in dataclasses.fields(self.rule.options))

    @cached_property
    def lap(self) -> str:
        """The name under which its time is booked."""
        return f"rule {self.id}"

    @property
    def page(self) -> str:
        """The rule's Markdown page; "" for a foreign rule without one."""
        package = (self.module.__package__ or "").strip()
        name = f"{self.module.__name__.rpartition('.')[2]}.md"
        try:
            file = resources.files(package or self.module.__name__) / name
            return file.read_text(encoding="utf-8") if file.is_file() else ""
        except (ModuleNotFoundError, TypeError, OSError):
            return ""


@cache
def rule_ids() -> tuple[str, ...]:
    """The ids of all rules, sorted; nothing is imported for it."""
    return tuple(sorted({*_built_in(), *_foreign()}))


def _built_in() -> dict[str, str]:
    folder = resources.files("layoutcheck.rules")
    names = [entry.name.removesuffix(".py") for entry in folder.iterdir() if entry.name.endswith(".py")]
    return {name.replace("_", "-"): f"layoutcheck.rules.{name}" for name in names if not name.startswith("_")}


@cache
def _foreign() -> dict[str, metadata.EntryPoint]:
    return {point.name: point for point in metadata.entry_points(group=GROUP)}


@cache
def load_rule(rule_id: str) -> LoadedRule:
    """Import a rule by its id; raises KeyError for one that is not there.

    Raises :class:`~layoutcheck.core.errors.UserError` when a foreign rule cannot be imported or is none.
    """
    built_in = _built_in()
    if rule_id in built_in:
        module = import_module(built_in[rule_id])
    else:
        point = _foreign()[rule_id]
        try:
            module = point.load()
        except Exception as error:
            told = f'the rule "{rule_id}" of {point.value} cannot be imported: {error}'
            raise UserError(told, remedy="uninstall or mend the package that brings it") from error
    rule, check = getattr(module, "rule", None), getattr(module, "check", None)
    if not isinstance(rule, Rule) or not callable(check):
        raise UserError(f'the rule "{rule_id}" in {module.__name__} needs "rule" (a Rule) and "check" (a function)')
    gather, conclude = getattr(module, "gather", None), getattr(module, "conclude", None)
    return LoadedRule(rule_id, rule, check, module, gather, conclude)


def option_types(rule: Rule) -> dict[str, Any]:
    """The rule's options by the names that a configuration uses (``min-length``), with their fields."""
    return {field.name.replace("_", "-"): field for field in dataclasses.fields(rule.options)}
