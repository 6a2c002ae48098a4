"""What a sound schema may not mean as it is written."""

import pytest

from layoutcheck.model.load import schema_advice, schema_faults

ARTICLE = "$ref: https://layoutcheck.dev/schemas/article\n"


def told(tmp_path, text: str) -> list[tuple[int, int, str, str]]:
    (tmp_path / "base.yaml").write_text("properties: {c: {x-select: c}}\n", encoding="utf-8")
    file = tmp_path / "site.yaml"
    file.write_text(text, encoding="utf-8")
    assert not schema_faults(str(file))
    return [(one.line, one.column, one.text, one.remedy) for one in schema_advice(str(file))]


@pytest.mark.parametrize(
    ("text", "line", "column", "words", "remedy"),
    [
        ("required: [a]\nproperties:\n  a: {x-select: b}\n", 3, 7, '"a" is required, and an empty one', '"minLength": 1'),
        ("required: [a]\nproperties:\n  a: {type: string, x-select: 'a::attr(href)'}\n", 3, 21, "empty one", "minLength"),
        ("properties:\n  l: {x-select: li, items: {required: [a], properties: {a: {x-select: b}}}}\n", 2, 61, '"a" is', ""),
        ("properties:\n  l: {x-select: li, type: array, minItems: 2}\n", 2, 34, 'a page without "l"', 'add "l"'),
        ("additionalProperties: false\nproperties: {a: {x-select: b}}\n", 1, 1, "forbids nothing", '"not": {}'),
        ("$ref: base.yaml\nadditionalProperties: false\nproperties: {a: {x-select: b}}\n", 2, 1, "bring, too", "unevaluated"),
        (f"{ARTICLE}required: [title, headline]\nproperties: {{title: {{x-severity: warning}}}}\n", 2, 19,
         'without "headline" gives no error, by article.schema.json', '"x-severity": "error"'),
        ("required: [a]\nproperties:\n  a: {x-kind: body, x-select: .story}\n", 3, 21, "without paragraphs", '"minItems": 1'),
        ("properties:\n  a: false\n", 2, 3, 'nothing finds "a"', '"not": {}'),
    ],
)  # fmt: skip
def test_what_may_not_be_meant_is_told_where_it_stands(tmp_path, text, line, column, words, remedy):
    ((told_line, told_column, told_words, told_remedy),) = told(tmp_path, text)
    assert (told_line, told_column) == (line, column)
    assert words in told_words and remedy in told_remedy


@pytest.mark.parametrize(
    "text",
    [
        "required: [a]\nproperties: {a: {x-select: b, minLength: 1}}\n",
        "required: [a]\nproperties: {a: {x-select: b, pattern: '^[A-Z]'}}\n",
        "required: [a]\nproperties: {a: {x-select: b, type: integer}}\n",
        "required: [a]\nproperties: {a: {x-select: b, x-kind: headline}}\n",  # nothing is read from an empty one
        "required: [a]\nproperties: {a: {x-select: b, x-severity: 'off'}}\n",
        "required: [a]\nproperties: {a: {x-select: b, properties: {c: {x-select: i}}}}\n",
        "properties: {a: {x-select: b}}\n",
        "properties: {l: {x-select: li, type: array, minItems: 2}}\nrequired: [l]\n",
        "properties: {l: {x-select: li, type: array, minItems: 2}, b: {x-select: b}}\ndependentRequired: {b: [l]}\n",
        "properties: {l: {x-select: li, type: array, minItems: 2}}\nif: {}\nthen: {required: [l]}\n",
        "properties: {a: {x-select: b}}\nif: {}\nthen: {properties: {a: false}}\n",
        "properties: {d: {x-kind: dateline, additionalProperties: false, properties: {text: {}}}}\n",
        "$ref: https://layoutcheck.dev/schemas/wire-story\n",
        f"{ARTICLE}required: [byline]\n",
        f"{ARTICLE}required: [headline]\nproperties: {{headline: {{x-severity: error}}}}\n",
        f"{ARTICLE}required: [headline]\nproperties: {{headline: {{x-severity: warning}}}}\n",
    ],
)
def test_what_means_what_it_says_needs_no_advice(tmp_path, text):
    assert told(tmp_path, text) == []


@pytest.mark.parametrize("name", ["article", "wire-story"])
def test_the_shipped_schemas_need_none(name):
    assert schema_advice(name) == []
