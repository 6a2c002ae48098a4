"""Schematron: its findings stand where the nodes stand, its faults where they are written."""

import pytest

import layoutcheck
from layoutcheck.core.document import Document
from layoutcheck.core.errors import UserError
from layoutcheck.model.load import load_schema, schema_faults
from layoutcheck.model.schematron import check_schematron, compile_schematron
from layoutcheck.parse.parser import parse

PAGE = """<main>
<aside><a href="/one">One</a>
<a href="/two">Two</a></aside></main>"""


def schematron(tmp_path, rules: str):
    file = tmp_path / "rules.sch"
    head = '<schema xmlns="http://purl.oclc.org/dsdl/schematron">\n<pattern>'
    file.write_text(f"{head}\n{rules}\n</pattern></schema>", encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        (
            '<rule context="//aside"><assert test="count(a) = 3" role="warning">has <value-of select="count(a)"/></assert></rule>',
            [(2, 1, "warning", "has 2")],
        ),
        (
            '<rule context="//a/@href"><report test="true()" role="info"><name/></report></rule>',
            [(2, 17, "info", "href"), (3, 10, "info", "href")],
        ),
        (
            '<rule context="a"><let name="t" value="."/><assert test="$t != \'Two\'">it is two</assert></rule>',
            [(3, 1, "error", "it is two")],
        ),
    ],
)
def test_findings_are_placed(tmp_path, rules, told):
    page = parse(Document("p.html", PAGE.encode()))
    demands = check_schematron(page, schematron(tmp_path, rules))
    found = []
    for demand in demands:
        place = page.place(demand.spot)
        found.append((place.line, place.column, str(demand.severity), demand.message))
        assert demand.source["schema"].endswith("rules.sch:3")
    assert sorted(found) == told


@pytest.mark.parametrize(
    ("rules", "line", "told", "remedy"),
    [
        ('\n<rule context="//a["><assert test="1">x</assert></rule>', 4, 'context="//a\\["', ""),
        ('<rule context="//a"><assert test="count(">x</assert></rule>', 3, 'test="count\\("', ""),
        ('<rule context="//a"><assert test="containz(., 1)">x</assert></rule>', 3, "no function", '"contains"'),
        ('<rule context="//a"><assert test="matches(., \'x\')">x</assert></rule>', 3, "no function", "XPath 1.0"),
        ('<rule contxt="//a"><assert test="1">x</assert></rule>', 3, '"contxt" is no attribute', '"context"'),
        ('<rule context="//a"><asert test="1">x</asert></rule>', 3, '"asert" is no element', '"assert"'),
        ('<rule context="//a"><assert test="1">x</rule>', 3, "this is no XML", ""),
    ],
)
def test_faults_of_a_file_are_told_before_any_page(tmp_path, rules, line, told, remedy):
    file = schematron(tmp_path, rules)
    with pytest.raises(UserError, match=told) as caught:
        compile_schematron(file)
    assert caught.value.line == line
    assert remedy in caught.value.remedy
    (tmp_path / "site.yaml").write_text("x-schematron: rules.sch\n", encoding="utf-8")
    (fault,) = schema_faults(str(tmp_path / "site.yaml"))
    assert fault.text == caught.value.text
    with pytest.raises(UserError):
        layoutcheck.check_html(PAGE, schema=tmp_path / "site.yaml")


def test_what_a_schematron_finds_is_a_finding_of_page_structure(tmp_path):
    schematron(tmp_path, '<rule context="//aside"><assert test="h2">the sidebar has no heading</assert></rule>')
    (tmp_path / "site.yaml").write_text("x-schematron: rules.sch\n", encoding="utf-8")
    report = layoutcheck.check_html(PAGE, schema=tmp_path / "site.yaml")
    (finding,) = [finding for finding in report.findings if finding.rule == "page-structure"]
    assert (finding.text, finding.place.line) == ("the sidebar has no heading", 2)


def test_a_file_that_is_not_there_is_told_at_its_name(tmp_path):
    (tmp_path / "site.yaml").write_text("title: a\nx-schematron: gone.sch\n", encoding="utf-8")
    with pytest.raises(UserError, match="no Schematron file") as caught:
        load_schema(str(tmp_path / "site.yaml"))
    assert (caught.value.line, caught.value.column) == (2, 1)
