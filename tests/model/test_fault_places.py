"""Each kind of fault of a schema is told at the stretch of the page that a reader would point at."""

import pytest

from layoutcheck import check_html

PAGE = """<!doctype html><html lang=en><title>Harbour wall</title>
<main><p class=kicker>World</p>
<h1>Harbour wall leaks</h1>
<p class=byline></p>
<p class=author>ana</p>
<p class=author>jo</p>
<p class=count>7</p>
<time datetime="yesterday">1 May</time>
<ul>
<li><a href="/1">One</a>
<li><a href="/2">Two</a><b>New</b>
<li><a href="/1">One</a>
</ul>
<img src="a b.jpg" alt="Wall"></main>
"""
HEADLINE, KICKER, MAIN = "3:5-3:23", "2:23-2:28", "2:1-2:7"
FIRST, SECOND, THIRD = "10:1-10:5", "11:1-11:5", "12:1-12:5"  # entries, each at its start tag
CARDS = "{x-select: ul li, type: array, items: {properties: {url: {x-select: 'a::attr(href)'}, line: {x-select: a}, flag: {x-select: b}}%s}%s}"
LINES = "{x-select: ul li a, type: array, items: {}, %s}"


def places(tmp_path, schema: str) -> list[str]:
    """Place, message, and the other places of all that the schema demands."""
    file = tmp_path / "site.yaml"
    file.write_text(schema, encoding="utf-8")
    told = []
    for finding in check_html(PAGE, schema=file).findings:
        if finding.rule == "page-structure":
            at = finding.place
            also = "".join(f" also {other.line}:{other.column}" for other in finding.also)
            told.append(f"{at.line}:{at.column}-{at.end_line}:{at.end_column} {finding.message}{also}")
    return told


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("{x-select: .author, x-pick: first, type: integer}", "5:17-5:20 type"),
        ("{x-select: 'time::attr(datetime)', type: integer}", "8:17-8:26 type"),
        ("{x-select: 'time::attr(datetime)', format: date}", "8:17-8:26 format"),
        ("{x-select: 'img::attr(src)', format: uri}", "14:11-14:18 format"),
        ("{x-select: h1, pattern: '^X'}", f"{HEADLINE} pattern"),
        ("{x-select: h1, enum: [x, y]}", f"{HEADLINE} not-allowed"),
        ("{x-select: 'img::attr(alt)', const: x}", "14:25-14:29 not-allowed"),
        ("{x-select: .byline, minLength: 1}", "4:1-4:17 empty"),
        ("{x-select: h1, maxLength: 3}", f"{HEADLINE} too-long"),
        ("{x-select: .count, type: integer, minimum: 9}", "7:16-7:17 other"),
        ("{x-select: .count, type: integer, exclusiveMaximum: 7}", "7:16-7:17 other"),
        ("{x-select: .count, type: integer, multipleOf: 2}", "7:16-7:17 other"),
        ("{x-select: h1, not: {pattern: leaks}}", f"{HEADLINE} other"),
        ("{x-select: h1, not: {}}", f"{HEADLINE} unwanted"),
        ("{x-select: h1, anyOf: [{minLength: 50}, {pattern: '^X'}]}", f"{HEADLINE} too-short"),
        ("{x-select: h1, oneOf: [{minLength: 1}, {maxLength: 99}]}", f"{HEADLINE} other"),
        ("{x-select: .author, x-message: one signs}", "5:17-5:20 several also 6:17"),
        ("{x-select: .author}", "5:17-5:20 several also 6:17"),
        ("{x-select: 'ul a::attr(href)'}", "10:14-10:16 several also 11:14"),
        ("{x-select: 'ul a::attr(href)', x-kind: published}", "10:14-10:16 several also 11:14"),
        (CARDS % ("", ", minItems: 4"), f"{FIRST} too-few"),
        (CARDS % ("", ", maxItems: 2"), f"{THIRD} too-many"),
        (CARDS % ("", ", uniqueItems: true"), f"{THIRD} not-unique also 10:1"),
        (CARDS % ("", ", x-unique: line"), "12:18-12:21 not-unique also 10:18"),
        (CARDS % ("", ", x-unique: url"), "12:14-12:16 not-unique also 10:14"),
        (LINES % "uniqueItems: true", "12:18-12:21 not-unique also 10:18"),
        (LINES % "maxItems: 1", "11:18-11:21 too-many"),
        (LINES % "contains: {const: Three}", "10:18-10:21 none"),
        (LINES % "contains: {const: One}, maxContains: 1", "10:18-10:21 other"),
        (LINES % "prefixItems: [{const: One}, {const: Zwei}]", "11:18-11:21 not-allowed"),
        ("{x-select: ul li a, type: array, items: {maxLength: 2}, x-severity: error}", "10:18-10:21 too-long"),
        ("{x-select: main, required: [gone], properties: {gone: {x-select: .gone}}}", f"{MAIN} missing"),
        ("{x-select: main, minProperties: 2, properties: {head: {x-select: h1}}}", f"{MAIN} too-few"),
        ("{x-select: main, maxProperties: 1, properties: {head: {x-select: h1}, k: {x-select: .kicker}}}",
         f"{MAIN} too-many"),
        ("{x-select: main, propertyNames: {maxLength: 2}, properties: {head: {x-select: h1}}}", f"{HEADLINE} other"),
        ("{additionalProperties: false, allOf: [{properties: {k: {x-select: .kicker}}}], properties: {a: {x-select: h1}}}",
         f"{KICKER} unwanted"),
        ("{unevaluatedProperties: false, properties: {a: {x-select: h1}}, if: {required: [a]}, then: {required: [a]}}",
         ""),
    ],
)  # fmt: skip
def test_fault_of_a_part(tmp_path, part, told):
    found = places(tmp_path, f"properties:\n  part: {part}\n")
    assert found[:1] == ([told] if told else [])


def test_what_an_entry_lacks_is_told_at_its_start_tag(tmp_path):
    schema = "properties:\n  cards: " + CARDS % (", required: [flag]", "")
    assert places(tmp_path, schema) == [f"{FIRST} missing", f"{THIRD} missing"]


PARTS = "properties: {a: {x-select: h1}, k: {x-select: .kicker}, t: {x-select: title}, gone: {x-select: .gone},"
PARTS += " lost: {x-select: main .lost}, by: {x-select: main .bylines}, b: {x-select: .byline, x-kind: headline}}\n"


@pytest.mark.parametrize(
    ("demand", "told"),
    [
        ("required: [gone]", f"{HEADLINE} missing"),
        ("required: [lost]", f"{MAIN} missing"),
        ("required: [by]", f"{MAIN} missing also 4:1"),
        ("required: [b]", "4:1-4:17 missing"),
        ("if: {required: [a]}\nthen: {required: [gone]}", f"{HEADLINE} missing"),
        ("if: {properties: {k: {const: World}}}\nthen: {properties: {a: {minLength: 40}}}", f"{HEADLINE} too-short"),
        ("if: {properties: {k: {const: Sport}}}\nelse: {properties: {k: {minLength: 40}}}", f"{KICKER} too-short"),
        ("if: {required: [a]}\nthen: {properties: {k: false}}", f"{KICKER} unwanted"),
        ("dependentRequired: {a: [gone]}", f"{HEADLINE} missing"),
        ("dependentSchemas: {a: {required: [lost]}}", f"{MAIN} missing"),
        ("patternProperties: {'^k': {minLength: 40}}", f"{KICKER} too-short"),
        ("not: {required: [a]}", f"{HEADLINE} other"),
        ("x-order: [a, k]", f"{KICKER} order also 3:5"),
        ("x-agree: [[/t, /a]]", f"{HEADLINE} disagree also 1:37"),
    ],
)
def test_fault_between_parts(tmp_path, demand, told):
    assert places(tmp_path, f"{PARTS}{demand}\n") == [told]
