"""What the page-structure schema demands and no rule of its own tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from layoutcheck.core.rule import Hit, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.core.shortened import shortened
from layoutcheck.model.demand import Demand
from layoutcheck.model.where import pointer_words, without_numbers
from layoutcheck.parse.page import Page

rule = Rule(
    summary="a part of the page is not as the page-structure schema demands",
    severity=Severity.ERROR,
    messages={
        "missing": "{part} is missing{tried}{nearly}",
        "several": 'several elements match "{expected}" where one {part} is meant: {found}',
        "empty": "{part} is empty",
        "too-short": "{part} is too short: {found} characters, at least {expected} are demanded",
        "too-long": "{part} is too long: {found} characters, at most {expected} are allowed",
        "too-few": "{part} has {found} entries, at least {expected} are demanded",
        "too-many": "{part} has {found} entries, at most {expected} are allowed",
        "none": "no entry of {part} is as demanded: {expected}",
        "pattern": '{part} "{found}" is not written as demanded: {expected}',
        "not-allowed": '{part} "{found}" is none of the allowed: {expected}',
        "format": '{part} "{found}" is no {expected}',
        "type": '{part} "{found}" is no {expected}',
        "order": "{part} stands before {expected}, it should stand behind it",
        "not-unique": "{part}{says} stands twice",
        "unwanted": "{part} is there, which the schema does not allow",
        "disagree": '{part} says "{found}", elsewhere the page says "{expected}"',
        "told": "{text}",
        "other": "{part}{says} is not as demanded ({keyword}: {expected})",
    },
)

_MESSAGES = {
    "required": "missing", "x-select": "several", "minLength": "too-short", "maxLength": "too-long",
    "minItems": "too-few", "maxItems": "too-many", "minProperties": "too-few", "maxProperties": "too-many",
    "pattern": "pattern", "enum": "not-allowed", "const": "not-allowed", "format": "format", "type": "type",
    "contains": "none", "uniqueItems": "not-unique", "additionalProperties": "unwanted",
    "unevaluatedProperties": "unwanted", "false": "unwanted", "x-order": "order", "x-unique": "not-unique",
    "x-agree": "disagree",
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
    message = _MESSAGES.get(demand.keyword, "other")
    if demand.message:
        message = "told"
    elif demand.keyword == "minLength" and not demand.found:
        message = "empty"
    elif demand.keyword == "not" and not demand.expected:  # not: {} forbids a part
        message = "unwanted"
    data: dict[str, Any] = {
        "part": pointer_words(demand.pointer) or "the page",
        "keyword": demand.keyword,
        "expected": _words(demand.expected),
        "found": _words(demand.found),
        "says": f' "{_words(demand.found)}"' if isinstance(demand.found, str | int | float) else "",
        **demand.words,
    }
    if demand.keyword == "schematron":  # asserts have no part of their own
        evidence = cause = f"schematron {demand.expected}"
    else:
        evidence = f"{demand.pointer} {demand.keyword}"
        cause = f"{without_numbers(demand.pointer)} {demand.keyword}"
    placeless = demand.keyword == "required"
    return Hit(message, demand.spot, data, demand.also, demand.severity, evidence, cause=cause, placeless=placeless)


def _words(value: Any) -> str:
    """A value as the schema writes it, without the brackets around it."""
    match value:
        case None:
            text = ""
        case bool():
            text = str(value).lower()
        case dict():
            text = ", ".join(f"{key}: {_words(below)}" for key, below in value.items())
        case list():
            text = ", ".join(map(_words, value))
        case _:
            text = str(value)
    return shortened(text, 120)
