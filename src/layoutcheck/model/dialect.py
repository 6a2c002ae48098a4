"""Is a schema file one that we understand? Every misspelt keyword is told, at any depth, with its near match."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeGuard

from layoutcheck.core.errors import UserError, near_match
from layoutcheck.core.located import LocatedData
from layoutcheck.model.selector import compile_selector

#: Keywords of draft 2020-12, all vocabularies (json-schema.org/draft/2020-12/json-schema-validation, and core).
JSON_SCHEMA = frozenset(
    "$schema $id $ref $anchor $dynamicRef $dynamicAnchor $vocabulary $comment $defs definitions dependencies "
    "allOf anyOf oneOf not if then else dependentSchemas prefixItems items contains properties patternProperties "
    "additionalProperties propertyNames unevaluatedItems unevaluatedProperties type const enum multipleOf maximum "
    "exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems maxContains "
    "minContains maxProperties minProperties required dependentRequired title description default deprecated readOnly "
    "writeOnly examples format contentEncoding contentMediaType contentSchema".split()
)
#: Formats that validators of draft 2020-12 judge; another one would be passed over in silence.
FORMATS = frozenset(
    "date-time date time duration email idn-email hostname idn-hostname ipv4 ipv6 uri uri-reference iri iri-reference "
    "uuid uri-template json-pointer relative-json-pointer regex".split()
)
ROOT_ONLY = ("x-schematron", "x-tests", "x-agree")
_OF_SCHEMAS = ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas")
_LISTS_OF_SCHEMAS = ("allOf", "anyOf", "oneOf", "prefixItems")
_SCHEMAS = (
    "not", "if", "then", "else", "items", "contains", "additionalProperties", "propertyNames", "unevaluatedItems",
    "unevaluatedProperties", "contentSchema",
)  # fmt: skip


#: Keywords that say which parts there are.
_SHAPING = ("properties", "items", "allOf", "$ref", "$defs", "definitions", "x-kind")
#: Keywords that say what parts are, and that name them.
_NAMING = (
    "type", "required", "x-select", "x-pick", "x-severity", "x-message", "x-order", "x-unique", "x-agree",
    "x-schematron",
)  # fmt: skip


@cache
def _dialect() -> dict[str, Any]:
    from layoutcheck.model.shipped import schema_text

    document: dict[str, Any] = LocatedData(schema_text("page-structure.schema.json"), "", yaml=False).value
    return document


def own_keywords() -> tuple[str, ...]:
    """The ``x-`` keywords of the dialect."""
    return tuple(_dialect()["properties"])


def subschemas(schema: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """``schema`` and every schema inside it, each with its path."""
    yield path, schema
    if not isinstance(schema, dict):
        return
    for key, value in schema.items():
        if key in _OF_SCHEMAS and isinstance(value, dict):
            for name, below in value.items():
                yield from subschemas(below, (*path, key, name))
        elif key in _LISTS_OF_SCHEMAS and isinstance(value, list):
            for index, below in enumerate(value):
                yield from subschemas(below, (*path, key, index))
        elif key in _SCHEMAS:
            yield from subschemas(value, (*path, key))


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a schema file, told, and what it leaves in doubt."""

    told: UserError
    #: The schema object that it stands in.
    path: tuple[str | int, ...] = ()
    #: Whether the schema may have other parts than it seems to: then nothing can be said of what names them.
    unsettles: bool = False


def faults(data: LocatedData) -> list[Fault]:
    """All faults of a schema file, each with its line and column, in the order of their places."""
    if not isinstance(data.value, dict):
        remedy = 'such as, in YAML: properties: {headline: {x-select: "h1"}}'
        return [Fault(data.error("a page-structure schema is an object", (), remedy), unsettles=True)]
    known = JSON_SCHEMA | set(own_keywords())
    # The meta-schema may say again what has been said better.
    found: dict[tuple[int, int], Fault] = {}
    for path, schema in subschemas(data.value):
        if isinstance(schema, dict):
            for told, unsettles in _keyword_faults(data, path, schema, known):
                found.setdefault((told.line, told.column), Fault(told, path, unsettles))
        elif not isinstance(schema, bool):
            remedy = f'such as: {{"x-select": {_json(schema)}}}' if isinstance(schema, str) else ""
            told = data.error(f"a schema is an object or true or false, not {_json(schema)}", path, remedy)
            found.setdefault((told.line, told.column), Fault(told, path, unsettles=True))
    for path, told in _value_faults(data):
        keyword = next((step for step in reversed(path) if isinstance(step, str)), "properties")
        found.setdefault((told.line, told.column), Fault(told, unsettles=keyword in (*_SHAPING, *_NAMING)))
    return [found[place] for place in sorted(found)]


def _keyword_faults(
    data: LocatedData, path: tuple[str | int, ...], schema: dict[str, Any], known: frozenset[str]
) -> Iterator[tuple[UserError, bool]]:
    """The faults of one schema object's keywords, each with whether it may have meant one that makes parts."""
    for key in schema:
        if key not in known:
            is_part = isinstance(schema[key], dict) and any(word in known for word in schema[key])
            remedy = 'the parts of a page stand below "properties"' if is_part else near_match(key, known)
            told = data.error(f'"{key}" is no keyword of a page-structure schema', (*path, key), remedy)
            yield told, is_part or not remedy or bool(near_match(key, _SHAPING))
        elif path and key in ROOT_ONLY:
            yield data.error(f'"{key}" stands at the root of a schema only', (*path, key)), False
    name = schema.get("format")
    if isinstance(name, str) and name not in FORMATS:
        remedy = near_match(name, FORMATS) or f"known are: {', '.join(sorted(FORMATS))}"
        yield data.error(f'there is no format "{name}"', (*path, "format"), remedy), False
    patterns = schema.get("patternProperties")
    written = [(pattern, (*path, "patternProperties", pattern)) for pattern in patterns] if _is_object(patterns) else []
    written += [(schema["pattern"], (*path, "pattern"))] if "pattern" in schema else []
    for pattern, at in written:
        for told in _pattern_fault(data, pattern, at):
            yield told, False
    for told in _selector_faults(data, schema.get("x-select"), (*path, "x-select")):
        yield told, False


def _is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _selector_faults(data: LocatedData, written: Any, path: tuple[str | int, ...]) -> Iterator[UserError]:
    listed = isinstance(written, list)
    for index, one in enumerate(written if isinstance(written, list) else [written]):
        if isinstance(one, str):
            try:
                compile_selector(one)
            except ValueError as error:
                yield data.error(f'"{one}" is no selector: {error}', (*path, index) if listed else path)


def _pattern_fault(data: LocatedData, pattern: Any, path: tuple[str | int, ...]) -> Iterator[UserError]:
    import jsonschema_rs

    try:
        jsonschema_rs.Draft202012Validator({"pattern": pattern})
    except (jsonschema_rs.ValidationError, ValueError):
        yield data.error(f"this is no regular expression: {_json(pattern)}", path)


def _value_faults(data: LocatedData) -> Iterator[tuple[tuple[Any, ...], UserError]]:
    """Values that the meta-schema refuses (``minLength: "five"``); a compiled validator says first if there are any."""
    import jsonschema_rs

    if jsonschema_rs.Draft202012Validator(_dialect()).is_valid(_told_plainly(data.value)):
        return
    import jsonschema

    found: dict[tuple[Any, ...], UserError] = {}
    validator = jsonschema.Draft202012Validator(_dialect())
    for error in validator.iter_errors(_told_plainly(data.value)):
        for leaf in _leaves(error):
            path = tuple(leaf.absolute_path)
            if leaf.validator == "additionalProperties":
                known = leaf.schema.get("properties", {})
                for key in set(leaf.instance) - set(known):
                    told = f'"{key}" is nothing that "{path[-1] if path else "the schema"}" may say'
                    found.setdefault((*path, key), data.error(told, (*path, key), near_match(key, known)))
                continue
            if leaf.validator != "unevaluatedProperties":  # these only echo a fault further in
                found.setdefault(path, data.error(_told(leaf), path, _remedy(leaf)))
    yield from found.items()


def _told_plainly(schema: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key != "$schema"}


def _leaves(error: Any) -> Iterator[Any]:
    """The faults behind a fault: of alternatives those of the one that came furthest."""
    branches: dict[Any, list[Any]] = {}
    for below in error.context or ():
        branches.setdefault(below.schema_path[0], []).append(below)
    if not branches:
        yield error
        return
    alternatives = error.validator in ("anyOf", "oneOf")
    furthest = max(branches.values(), key=lambda errors: max(len(below.absolute_path) for below in errors))
    for below in furthest if alternatives else error.context:
        yield from _leaves(below)


def _told(error: Any) -> str:
    name = next((str(step) for step in reversed(error.absolute_path) if isinstance(step, str)), "the schema")
    match error.validator:
        case "type":
            wanted = error.validator_value
            kinds = wanted if isinstance(wanted, str) else " or ".join(wanted)
            return f'"{name}" wants {kinds}, not {_json(error.instance)}'
        case "enum":
            return f'"{name}" cannot be {_json(error.instance)}'
        case _:
            return f'"{name}" cannot be {_json(error.instance)} ({error.validator}: {_json(error.validator_value)})'


def _remedy(error: Any) -> str:
    if error.validator != "enum":
        return ""
    values = [value for value in error.validator_value if isinstance(value, str)]
    return near_match(str(error.instance), values) or f"one of: {', '.join(values)}"


def _json(value: Any) -> str:
    import json

    told = json.dumps(value, ensure_ascii=False)
    return told if len(told) <= 60 else told[:57] + "..."
