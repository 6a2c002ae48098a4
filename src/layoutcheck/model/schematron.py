"""Relations that JSON Schema cannot say, as Schematron over the page's tree; lxml runs it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from layoutcheck.core.errors import UserError
from layoutcheck.core.rule import Spot
from layoutcheck.core.severity import Severity
from layoutcheck.model.demand import Demand
from layoutcheck.model.lxml_tree import LxmlTree, lxml_tree
from layoutcheck.parse.page import Page

_SVRL = "{http://purl.oclc.org/dsdl/svrl}"
_SEVERITIES = {"error": Severity.ERROR, "warning": Severity.WARNING, "warn": Severity.WARNING, "info": Severity.INFO}


@lru_cache(maxsize=16)
def _compiled(file: Path) -> Any:
    from lxml import etree, isoschematron

    try:
        return isoschematron.Schematron(
            etree.parse(file), store_report=True, error_finder=isoschematron.Schematron.ASSERTS_AND_REPORTS
        )
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise UserError(f"this is no XML: {error.msg}", file=str(file), line=line, column=column) from None
    except etree.LxmlError as error:
        raise UserError(f"this is no Schematron that can be run: {error}", file=str(file)) from None


def compile_schematron(file: Path) -> None:
    """Compile a Schematron file early, so that its faults are told before any page is read.

    Raises :class:`~layoutcheck.core.errors.UserError`.
    """
    _compiled(file)


def check_schematron(page: Page, file: Path) -> list[Demand]:
    """The failed assertions and successful reports of a Schematron file on a page, as demands."""
    schematron = _compiled(file)
    tree = lxml_tree(page)
    schematron.validate(tree.root)
    report = schematron.validation_report
    return [
        _demand(element, tree, file) for element in report.iter(f"{_SVRL}failed-assert", f"{_SVRL}successful-report")
    ]


def _demand(element: Any, tree: LxmlTree, file: Path) -> Demand:
    text = " ".join("".join(element.itertext()).split())
    role = (element.get("role") or element.get("flag") or "error").lower()
    return Demand(
        "", "", "schematron", _SEVERITIES.get(role, Severity.ERROR), _spot(element.get("location", ""), tree),
        expected=element.get("test"), message=text, schema=file.name,
        data={"id": element.get("id") or ""},
    )  # fmt: skip


def _spot(location: str, tree: LxmlTree) -> Spot:
    attribute = None
    if "/@" in location:
        location, _, attribute = location.rpartition("/@")
    found = tree.root.getroottree().xpath(location) if location else []
    node = tree.node(found[0]) if found else None
    return Spot(node if node is not None else tree.node(tree.root), attribute)
