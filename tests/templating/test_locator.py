"""What stands at an offset is the same, whatever was asked for before."""

from __future__ import annotations

from random import Random

import pytest

from layoutcheck.core.document import Document
from layoutcheck.core.rule import Spot
from layoutcheck.parse.page import Page
from layoutcheck.parse.parser import parse
from layoutcheck.templating.locator import Locator
from layoutcheck.templating.scanner import built_in

SOURCE = """<!doctype html><title>Ferry runs again</title><!-- <b> <!-- {{ no }} --> <p title="a < b" lang=en>One < two
<b>three</b> <!-- four --> five<!---->six &amp; seven <![CDATA[eight]]> nine<table><tr>ten<td>eleven</table>
<p data-a=1 alt='twelve'>{{ thirteen }} < <3 <!-- never closed <p>"""


def page(source: str) -> Page:
    return parse(Document("p.html", source.encode(), "text/html", "utf-8"))


def told(found: Page, spot: Spot | None) -> tuple[str, str | None] | None:
    return (found.text(spot), spot.attribute) if spot else None


@pytest.mark.parametrize("order", ["ascending", "descending", "any"])
def test_an_offset_leads_to_the_same_spot_in_whatever_order_it_is_asked_for(order: str) -> None:
    found = page(SOURCE)
    offsets = list(range(len(SOURCE)))
    if order == "descending":
        offsets.reverse()
    elif order == "any":
        Random(4).shuffle(offsets)
    locator = Locator(found, SOURCE.encode())
    for offset in offsets:
        assert told(found, locator.spot(offset)) == told(found, Locator(found, SOURCE.encode()).spot(offset)), SOURCE[
            offset : offset + 9
        ]


def test_leaks_are_found_in_each_of_many_scripts_and_in_the_text_behind_them() -> None:
    script = '<script type="application/ld+json">{"headline": "{{ first }}", "n": 1, "name": "{{ second }}"}</script>'
    source = f"<body>{script * 3}<script>var a = 1</script><table><tr>{{{{ moved }}}}<td>x</table>"
    found = page(source)
    seen = sorted((found.stretch(s.spot)[0], found.text(s.spot)) for s in built_in().scan(found))
    assert [text for _, text in seen] == ["{{ first }}", "{{ second }}"] * 3 + ["{{ moved }}"]
    assert all(source.startswith(text, start) for start, text in seen)


def test_an_attribute_that_nobody_reads_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from layoutcheck.templating import scanner

    asked = []
    holding = scanner.holding
    monkeypatch.setattr(scanner, "holding", lambda page, spot: asked.append(spot) or holding(page, spot))
    assert not built_in().scan(page("<input type=hidden value='" + "{{ a }} " * 200 + "'>"))
    assert len(asked) <= 2


@pytest.mark.parametrize("order", ["ascending", "descending", "any"])
def test_bytes_are_counted_as_characters_in_whatever_order_they_are_asked_for(order: str) -> None:
    source = "<p title='Zoë'>\r\n“Ferry” 🚢 €5\r\n</p>\r\n<p>Größe</p>"
    before = [source[:end] for end in range(len(source) + 1) if source[end - 1 : end] != "\r"]
    if order == "descending":
        before.reverse()
    elif order == "any":
        Random(4).shuffle(before)
    locator = Locator(page(source), source.encode())
    for head in before:
        assert locator.characters(len(head.encode())) == len(head.replace("\r\n", "\n")), head


def test_the_tag_a_page_begins_with_has_attributes_and_text() -> None:
    source = "<b title='one'>two</b>"
    locator = Locator(found := page(source), source.encode())
    assert told(found, locator.spot(source.index("one"))) == ("one", "title")
    assert told(found, locator.spot(source.index("two"))) == ("two", None)
