"""What the page-structure schema demands and no rule of its own tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from layoutcheck.core.rule import Hit, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.model.demand import Demand
from layoutcheck.model.where import pointer_words, without_numbers
from layoutcheck.parse.page import Page

rule = Rule(
    summary="a part of the page is not as the page-structure schema demands",
    severity=Severity.ERROR,
    messages={
        "missing": "{part} is missing{tried}",
        "several": 'several elements match "{expected}" where one {part} is meant: {found}',
        "too-short": "{part} is too short: {found} characters, at least {expected} are demanded",
        "too-long": "{part} is too long: {found} characters, at most {expected} are allowed",
        "too-few": "{part} has {found} entries, at least {expected} are demanded",
        "too-many": "{part} has {found} entries, at most {expected} are allowed",
        "pattern": '{part} "{found}" is not written as demanded: {expected}',
        "not-allowed": '{part} "{found}" is none of the allowed: {expected}',
        "format": '{part} "{found}" is no {expected}',
        "type": '{part} "{found}" is no {expected}',
        "order": "{part} stands before {expected}, it should stand behind it",
        "not-unique": '{part} "{found}" stands twice',
        "disagree": '{part} says "{found}", elsewhere the page says "{expected}"',
        "told": "{text}",
        "other": "{part} is not as demanded ({keyword}: {expected})",
    },
)

_MESSAGES = {
    "required": "missing", "x-select": "several", "minLength": "too-short", "maxLength": "too-long",
    "minItems": "too-few", "maxItems": "too-many", "pattern": "pattern", "enum": "not-allowed", "const": "not-allowed",
    "format": "format", "type": "type", "x-order": "order", "x-unique": "not-unique", "x-agree": "disagree",
}  # fmt: skip


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell each demand that the page does not meet, at the part it speaks of."""
    for demand in page.demands:
        if not _has_its_rule(demand):
            yield _hit(demand)


def _has_its_rule(demand: Demand) -> bool:
    """Whether a rule of its own tells it: missing-dateline, malformed-dateline, missing-byline, missing-date."""
    if demand.kind == "dateline":
        names = ("/dateline", "/dateline/place", "/dateline/source", "/dateline/date")
        too_short = demand.keyword == "minLength" and demand.pointer.startswith("/dateline/")
        return demand.pointer in names and (demand.keyword == "required" or too_short)
    return demand.kind in ("byline", "published") and demand.keyword in ("required", "type")


def _hit(demand: Demand) -> Hit:
    message = "told" if demand.message else _MESSAGES.get(demand.keyword, "other")
    data: dict[str, Any] = {
        "part": pointer_words(demand.pointer) or "the page",
        "keyword": demand.keyword,
        "expected": _words(demand.expected),
        "found": _words(demand.found),
        "text": demand.message,
        "tried": _tried(demand),
        **demand.data,
        **demand.source,
    }
    if demand.keyword == "schematron":  # asserts have no part of their own
        evidence = cause = f"schematron {demand.expected}"
    else:
        evidence = f"{demand.pointer} {demand.keyword}"
        cause = f"{without_numbers(demand.pointer)} {demand.keyword}"
    placeless = demand.keyword == "required"
    return Hit(message, demand.spot, data, demand.also, demand.severity, evidence, cause=cause, placeless=placeless)


def _tried(demand: Demand) -> str:
    if not demand.expected or demand.keyword != "required":
        return ""
    near = f' ("{demand.data["near_selector"]}" alone does, at {demand.data["near"]})' if "near" in demand.data else ""
    return f': nothing matches "{demand.expected}"{near}'


def _words(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    text = "" if value is None else str(value)
    return text if len(text) <= 120 else f"{text[:119]}…"
