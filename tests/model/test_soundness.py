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
