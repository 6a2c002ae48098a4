"""A schema that names what is not there is told so, with the near match."""

import pytest

from layoutcheck.core.errors import UserError
from layoutcheck.model.load import load_schema, schema_faults

ARTICLE = "$ref: https://layoutcheck.dev/schemas/article\n"


def faults(tmp_path, text: str) -> list[tuple[int, int, str, str]]:
    file = tmp_path / "site.yaml"
    file.write_text(text, encoding="utf-8")
    return [(fault.line, fault.column, fault.text, fault.remedy) for fault in schema_faults(str(file))]


@pytest.mark.parametrize(
    ("text", "line", "column", "told", "remedy"),
    [
        (f"{ARTICLE}required: [headlin]\n", 2, 12, '"required" names no part: "headlin"', '"headline"'),
        (f"{ARTICLE}properties:\n  dateline: {{required: [plce]}}\n", 3, 25, '"plce"', '"place"'),
        (f"{ARTICLE}properties:\n  teasers: {{items: {{required: [headlin]}}}}\n", 3, 32, '"headlin"', '"headline"'),
        (f"{ARTICLE}properties:\n  teasers: {{x-unique: ulr}}\n", 3, 13, '"x-unique" names no part: "ulr"', '"url"'),
        (f"{ARTICLE}x-order: [headline, bodi]\n", 2, 21, '"x-order" names no part: "bodi"', '"body"'),
        (f"{ARTICLE}x-agree: [[/headline, /titel]]\n", 2, 23, '"x-agree" names no part: "/titel"', '"title"'),
        ("properties:\n  kicker: {type: string}\n", 2, 3, 'nothing says where "kicker" stands', '"x-select"'),
        ("properties:\n  d: {x-kind: dateline, properties: {plac: {}}}\n", 2, 38, 'where "plac" stands', '"place"'),
        ("$ref: sit.yaml\n", 1, 1, '"$ref" leads nowhere: sit.yaml', '"site.yaml"'),
        ("$ref: https://layoutcheck.dev/schemas/artcle\n", 1, 1, "leads nowhere", "schemas/article"),
        ("properties:\n  a: {x-select: h1}\n  a: {x-select: h2}\n", 3, 3, 'the key "a" stands twice', ""),
    ],
)
def test_names_of_no_part_are_told(tmp_path, text, line, column, told, remedy):
    (fault,) = faults(tmp_path, text)
    assert fault[:2] == (line, column)
    assert told in fault[2] and remedy in fault[3]
    with pytest.raises(UserError):
        load_schema(str(tmp_path / "site.yaml"))


def test_all_that_is_wrong_is_told_at_once(tmp_path):
    (tmp_path / "rules.sch").write_text(
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron">\n<pattern><rule context="//a[">\n'
        '<asert test="1">x</asert></rule></pattern></schema>'
    )
    (tmp_path / "base.yaml").write_text("properties:\n  kicker: {x-select: h2, minLenght: 3}\n")
    text = """\
$ref: base.yaml
requird: [kicker]
x-schematron: rules.sch
required: [kickr]
properties:
  lead: {x-selct: .lead}
  body: {x-select: ["p >>", ".b", ">> p"], format: urk, pattern: "["}
  rest: {type: string}
  note: {x-tests: {}, x-select: aside, maxLength: long}
"""
    (tmp_path / "site.yaml").write_text(text, encoding="utf-8")
    told = [(error.file[-9:], error.line, error.text) for error in schema_faults(str(tmp_path / "site.yaml"))]
    assert [(file, line) for file, line, _ in told] == [
        ("site.yaml", 2), ("site.yaml", 4), ("site.yaml", 6), *[("site.yaml", 7)] * 4, ("site.yaml", 8),
        ("site.yaml", 9), ("site.yaml", 9), ("base.yaml", 2), ("rules.sch", 2), ("rules.sch", 3),
    ]  # fmt: skip
    assert told[1][2] == '"required" names no part: "kickr"'
    assert told[7][2] == 'nothing says where "rest" stands in the page'  # and not of lead: its selector is misspelt


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("propertis: {a: {x-select: p}}\nrequired: [a]\n", ["propertis"]),
        ("properties: {d: {x-knd: dateline, required: [place]}}\n", ["x-knd"]),
        ("properties: {d: {x-kind: datelin, required: [place]}}\n", ["datelin"]),
        ("$ref: gone.yaml\nrequired: [a]\nproperties: {b: {minLenght: 3, x-select: p}}\n", ["gone.yaml", "minLenght"]),
        ("$ref: bad.yaml\nrequired: [a]\nx-schematron: gone.sch\n", ["no Schematron file", "no valid YAML"]),
        ("required: a\nproperties: {b: {x-select: p}}\nx-order: [c, d]\n", ['"required" wants array']),
        ("properties: {b: {x-select: 3, x-severity: loud}}\n", ['"x-select" ', '"x-severity" cannot be']),
    ],
)
def test_what_names_parts_is_not_judged_while_the_parts_are_in_doubt(tmp_path, text, faults):
    (tmp_path / "bad.yaml").write_text("{")
    (tmp_path / "site.yaml").write_text(text, encoding="utf-8")
    told = [error.text for error in schema_faults(str(tmp_path / "site.yaml"))]
    assert len(told) == len(faults) and all(part in text for part, text in zip(faults, told, strict=True)), told


@pytest.mark.parametrize(
    "text",
    [
        f"{ARTICLE}required: [dateline]\nproperties: {{dateline: {{required: [place, source]}}}}\n",
        "required: [d]\nproperties: {d: {x-kind: dateline, required: [place]}}\n",
        "properties: {facts: {x-kind: json-ld, required: [datePublished], properties: {author: {minLength: 3}}}}\n",
        "properties: {box: {properties: {line: {x-select: p}}}, off: true}\n",
        "properties: {cards: {x-select: .c, items: {properties: {u: {x-select: a}}}, x-unique: u}}\nx-agree: [[/cards/0/u, /cards/1/u]]\n",
    ],
)
def test_what_recognisers_give_may_be_named(tmp_path, text):
    assert faults(tmp_path, text) == []
