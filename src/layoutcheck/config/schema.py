"""The configuration as a JSON Schema, for editors: derived from the rules and their options."""

from __future__ import annotations

import dataclasses
from typing import Any, Literal, get_args, get_origin, get_type_hints

from layoutcheck.config.reader import FAIL_ON
from layoutcheck.core.rule import Rule
from layoutcheck.core.severity import Severity
from layoutcheck.model.shipped import SHIPPED
from layoutcheck.plugins import load_rule, option_types, rule_ids

_TEXTS = {"type": "array", "items": {"type": "string"}}
_TYPES: dict[Any, dict[str, Any]] = {
    str: {"type": "string"}, int: {"type": "integer"}, float: {"type": "number"}, bool: {"type": "boolean"},
}  # fmt: skip


def config_schema() -> dict[str, Any]:
    """What ``layoutcheck.toml`` may say; ``schemas/config.schema.json`` is this, written down.

    In draft-07, the newest that editors of TOML and SchemaStore's catalogue all understand.
    """
    severity = {"enum": [str(value) for value in Severity]}
    schema = {"description": f"{', '.join(SHIPPED)}, or the path of a schema file.", "type": "string"}
    rules = {"$ref": "#/definitions/rules"}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "https://layoutcheck.dev/schemas/config",
        "title": "layoutcheck configuration",
        "description": "layoutcheck.toml, or [tool.layoutcheck] in pyproject.toml.",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "extends": {"description": "Files that this one lies over.", "anyOf": [{"type": "string"}, _TEXTS]},
            "schema": schema,
            "fail-on": {"description": "The severity from which findings fail a run.", "enum": list(FAIL_ON)},
            "exclude": {"description": "Pages that are not checked, as .gitignore writes paths.", **_TEXTS},
            "baseline": {"description": "A file of known findings.", "type": "string"},
            "rules": rules,
            "pages": _list(
                "Settings for some pages; the last table that matches a page wins, key by key.",
                {"paths": _TEXTS, "schema": schema, "rules": rules}, ["paths"],
            ),
            "newsroom": {
                "description": "Names that datelines use and the built-in lists lack.",
                "type": "object",
                "additionalProperties": False,
                "properties": {"places": _TEXTS, "sources": _TEXTS},
            },
            "patterns": _list(
                "Placeholders of your own, matched in linear time (RE2 syntax).",
                {"name": {"type": "string"}, "regex": {"type": "string"}, "where": _TEXTS, "severity": severity,
                 "message": {"type": "string"}}, ["name", "regex"],
            ),
            "ignore": _list(
                "Findings that are switched off: of rules, on paths, inside elements that a selector matches.",
                {"rules": _TEXTS, "paths": _TEXTS, "selector": {"type": "string"}, "reason": {"type": "string"}}, [],
            ),
        },
        "definitions": {
            "severity": severity,
            "rules": {
                "description": "A rule's severity, or a table with its severity and options.",
                "type": "object",
                "additionalProperties": False,
                "properties": {rule_id: _rule(load_rule(rule_id).rule) for rule_id in rule_ids()},
            },
        },
    }  # fmt: skip


def _list(description: str, properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    item = {"type": "object", "additionalProperties": False, "required": required, "properties": properties}
    return {"description": description, "type": "array", "items": item}


def _rule(rule: Rule) -> dict[str, Any]:
    severity = {"$ref": "#/definitions/severity"}
    hints = get_type_hints(rule.options)
    options = {name: _option(hints[option.name], option) for name, option in option_types(rule).items()}
    table = {"type": "object", "additionalProperties": False, "properties": {"severity": severity, **options}}
    return {"description": rule.summary, "anyOf": [severity, table]}


def _option(hint: Any, option: dataclasses.Field[Any]) -> dict[str, Any]:
    if get_origin(hint) is Literal:
        told: dict[str, Any] = {"enum": list(get_args(hint))}
    elif get_origin(hint) is tuple:
        told = {"type": "array", "items": _TYPES[get_args(hint)[0]]}
    else:
        told = dict(_TYPES[hint])
    default = option.default if option.default is not dataclasses.MISSING else None
    return {**told, "default": list(default)} if isinstance(default, tuple) else {**told, "default": default}
