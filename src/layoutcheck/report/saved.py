"""A JSON report read back from its file, and held to its schema."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from layoutcheck.core.errors import UserError
from layoutcheck.core.utf8 import utf8_text
from layoutcheck.report.json import SCHEMA
from layoutcheck.report.neutral import visible

Object = Mapping[str, Any]


def read_report(file: Path) -> Object:
    """A JSON report from its file; raises :class:`~layoutcheck.core.errors.UserError` when it is none."""
    try:
        told = json.loads(utf8_text(file.read_bytes(), str(file), "report"))
    except FileNotFoundError:
        raise UserError(f'there is no report "{file}"') from None
    except OSError as error:
        raise UserError(f'the report "{file}" cannot be read: {(error.strerror or str(error)).lower()}') from None
    except json.JSONDecodeError as error:
        remedy = "a report that was cut, or none; layoutcheck check --output-format json=FILE writes one"
        raise UserError(
            "this is no valid JSON", file=str(file), line=error.lineno, column=error.colno, remedy=remedy
        ) from None
    except (RecursionError, ValueError) as error:
        told = "is nested too deeply" if isinstance(error, RecursionError) else f"cannot be read: {error}"
        raise UserError(f"this JSON {told}", file=str(file)) from None
    if not isinstance(told, dict) or told.get("$schema") != SCHEMA or not isinstance(told.get("pages"), list):
        remedy = "layoutcheck check --output-format json=FILE writes one"
        raise UserError("this is no JSON report of layoutcheck", file=str(file), remedy=remedy)
    if told.get("version") != 1:
        raise UserError(f"this report has version {told.get('version')}, known is 1", file=str(file))
    _judge(told, file)
    return told


def _judge(told: Object, file: Path) -> None:
    """Hold a report to its schema: it may have been cut or edited on its way here."""
    error = next(_schema().iter_errors(told), None)
    if error is not None:
        at = "/".join(map(str, error.instance_path)) or "the whole"
        raise UserError(f"this report is broken at {at}: {visible(error.message[:200])}", file=str(file))


@cache
def _schema() -> Any:
    import jsonschema_rs

    from layoutcheck.model.shipped import schema_text

    return jsonschema_rs.validator_for(json.loads(schema_text("report.schema.json")))
