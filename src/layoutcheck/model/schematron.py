"""Relations that JSON Schema cannot say, as Schematron over the page's tree; lxml runs it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from lxml import etree

from layoutcheck.core.errors import UserError, near_match
from layoutcheck.core.rule import Spot
from layoutcheck.core.severity import Severity
from layoutcheck.model.demand import Demand
from layoutcheck.model.document import shown_path
from layoutcheck.model.lxml_tree import LxmlTree, lxml_tree
from layoutcheck.parse.page import Page

_SCH = "{http://purl.oclc.org/dsdl/schematron}"
_SVRL = "{http://purl.oclc.org/dsdl/svrl}"
_SEVERITIES = {"error": Severity.ERROR, "warning": Severity.WARNING, "warn": Severity.WARNING, "info": Severity.INFO}
#: The functions of XPath 1.0 (section 4) and XSLT 1.0 (section 12), which is what runs, and XPath's node tests.
_FUNCTIONS = frozenset(
    "last position count id local-name namespace-uri name string concat starts-with contains substring-before "
    "substring-after substring string-length normalize-space translate boolean not true false lang number sum floor "
    "ceiling round document key format-number current unparsed-entity-uri generate-id system-property "
    "element-available function-available text node comment processing-instruction".split()
)
_CALL = re.compile(r"(?<![\w:$-])([A-Za-z][\w-]*)\s*\(")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_NOTHING = etree.Element("html")
_OPERATORS = ("and", "or", "div", "mod")


@dataclass(frozen=True)
class _Compiled:
    """A Schematron file ready to be run, and the line of each of its tests."""

    run: Any
    name: str
    lines: dict[tuple[str, str], int]


def _compiled(file: Path) -> _Compiled:
    return _read(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=16)
def _read(file: Path, changed: int) -> _Compiled:
    found = _judged(file)
    if isinstance(found, list):
        raise found[0]
    return found


def _judged(file: Path) -> _Compiled | list[UserError]:
    """A file made ready, or all that is wrong with it."""
    from lxml import isoschematron

    shown = shown_path(file)
    try:
        tree = etree.parse(file)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        told = str(error.msg).partition(", line ")[0]
        return [UserError(f"this is no XML: {told}", file=shown, line=line, column=column)]
    if found := list(_faults(tree.getroot(), shown)):
        return found
    try:
        run = isoschematron.Schematron(
            tree, store_report=True, error_finder=isoschematron.Schematron.ASSERTS_AND_REPORTS
        )
    except etree.LxmlError as error:
        told = str(error).partition("\n")[0]
        return [UserError(f"this is no Schematron that can be run: {told}", file=shown)]
    tests = tree.iter(f"{_SCH}assert", f"{_SCH}report")
    return _Compiled(run, shown, {(_local(test), test.get("test")): test.sourceline for test in tests})


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _faults(root: Any, shown: str) -> Iterator[UserError]:
    """What is wrong with a file's elements, attributes and XPaths, each with its line."""
    known = {
        "rule": ("context", "id", "role", "abstract", "flag", "see", "icon", "fpi", "subject"),
        "assert": ("test", "id", "role", "flag", "diagnostics", "see", "icon", "fpi", "subject"),
        "report": ("test", "id", "role", "flag", "diagnostics", "see", "icon", "fpi", "subject"),
    }
    names = (
        "schema ns let phase active pattern param rule extends assert report diagnostics diagnostic title p emph dir "
    )
    elements = [*names.split(), "span", "value-of", "name", "key", "include"]
    for element in root.iter():
        if not isinstance(element.tag, str) or not element.tag.startswith(_SCH):
            continue
        name = _local(element)
        if name not in elements:
            told = f'"{name}" is no element of Schematron'
            yield UserError(told, file=shown, line=element.sourceline, remedy=near_match(name, elements))
        for attribute in element.attrib:
            if name in known and not attribute.startswith("{") and attribute not in known[name]:
                told = f'"{attribute}" is no attribute of "{name}"'
                yield UserError(told, file=shown, line=element.sourceline, remedy=near_match(attribute, known[name]))
        for attribute in ("test", "context"):
            fault = _xpath_fault(element.get(attribute) or ".", root.nsmap)
            if fault:
                told = f'{attribute}="{element.get(attribute)}" is no XPath: {fault[0]}'
                yield UserError(told, file=shown, line=element.sourceline, remedy=fault[1])


def _xpath_fault(written: str, namespaces: dict[str | None, str]) -> tuple[str, str] | None:
    """What is wrong with an XPath, and the near match of a misspelt function."""
    try:
        etree.XPath(written, namespaces={prefix: uri for prefix, uri in namespaces.items() if prefix})(_NOTHING)
    except etree.XPathError as error:
        # Some mistakes show only when it runs; XSLT's own functions and a rule's variables are not there then.
        if not str(error).startswith(("Unregistered function", "Undefined variable")):
            return str(error).lower(), ""
    for name in _CALL.findall(_QUOTED.sub("''", written)):
        if name not in _FUNCTIONS and name not in _OPERATORS:
            return f'there is no function "{name}"', near_match(name, _FUNCTIONS) or "XPath 1.0 is what runs here"
    return None


def schematron_faults(file: Path) -> list[UserError]:
    """All that is wrong with a Schematron file."""
    found = _judged(file)
    return found if isinstance(found, list) else []


def compile_schematron(file: Path) -> None:
    """Compile a Schematron file early, so that its faults are told before any page is read.

    Raises :class:`~layoutcheck.core.errors.UserError`.
    """
    _compiled(file)


def check_schematron(page: Page, file: Path) -> list[Demand]:
    """The failed assertions and successful reports of a Schematron file on a page, as demands."""
    schematron = _compiled(file)
    tree = lxml_tree(page)
    schematron.run.validate(tree.root)
    found = []
    fired: Counter[str] = Counter()
    context = ""
    for element in schematron.run.validation_report.iter():
        if element.tag == f"{_SVRL}fired-rule":
            context = element.get("context") or ""
            fired[context] += 1
        elif element.tag in (f"{_SVRL}failed-assert", f"{_SVRL}successful-report"):
            spot = _spot(element.get("location", ""), tree, context, fired[context] - 1)
            found.append(_demand(element, spot, schematron))
    return found


def _demand(element: Any, spot: Spot, schematron: _Compiled) -> Demand:
    text = " ".join("".join(element.itertext()).split())
    role = (element.get("role") or element.get("flag") or "error").lower()
    kind = "assert" if element.tag == f"{_SVRL}failed-assert" else "report"
    return Demand(
        "", "", "schematron", _SEVERITIES.get(role, Severity.ERROR), spot, expected=element.get("test"), message=text,
        schema=schematron.name, schema_line=schematron.lines.get((kind, element.get("test")), 0),
        data={"id": element.get("id") or ""},
    )  # fmt: skip


def _spot(location: str, tree: LxmlTree, context: str, index: int) -> Spot:
    """Where a rule fired: what its location says, for attributes the ``index``-th node of its context."""
    if location.startswith("/@"):  # of an attribute only the name is told
        found = tree.root.getroottree().xpath(context if context.startswith("/") else f"//{context}")
        if index < len(found) and hasattr(found[index], "getparent"):
            return Spot(tree.node(found[index].getparent()), found[index].attrname)
    found = tree.root.getroottree().xpath(location) if location and "/@" not in location else []
    return Spot(tree.node(found[0] if found else tree.root))
