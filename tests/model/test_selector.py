"""Selectors as people write them and as browsers' developer tools copy them."""

import pytest
import turbohtml

from layoutcheck.model.selector import compile_selector

PAGE = turbohtml.parse(
    "<!doctype html><html><body class=js><div id=123 class='a b'><table><tr><td>x<td>y</table>"
    "<a class=card href=/one><h3>One</h3><img data-src=/1.png></a><a class=card href=/two><h3>Two</h3><img src=/2.png></a>"
    "<p>first</p><p>second <b>part</b></p></div></body></html>"
)


def found(written: str, scope=PAGE) -> list[str | None]:
    selector = compile_selector(written)
    nodes = selector.select(scope)
    return [node.text if selector.attribute is None else node.attr(selector.attribute) for node in nodes]


@pytest.mark.parametrize(
    ("written", "values"),
    [
        # as Chrome, Firefox and Safari copy them
        (r"#\31 23 > p:nth-child(4)", ["first"]),
        (r"#\31 23 > table > tbody > tr > td:nth-child(2)", ["y"]),
        ("html body.js div#\\31 23.a.b p", ["first", "second part"]),
        ('//*[@id="123"]/table/tbody/tr/td[2]', ["y"]),
        ("/html/body/div/a[2]/h3", ["Two"]),
        # as Scrapy users write them
        ("a.card::attr(href)", ["/one", "/two"]),
        ("a.card h3::text", ["One", "Two"]),
        ("p ::text", ["first", "second part"]),
        # XPath
        ("//a/@href", ["/one", "/two"]),
        ("(//p)[last()]/text()", ["second part"]),
        ('//p[contains(text(), "second")]', ["second part"]),
        ('//a[@href="/two"]/h3 | //p[1]', ["Two", "first"]),
        # what has no such attribute does not match, so that a fallback may
        ("img::attr(data-src)", ["/1.png"]),
        ("//img/@src", ["/2.png"]),
        ("h1", []),
    ],
)
def test_finds(written, values):
    assert found(written) == values


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("h3", ["Two"]),
        (":scope > h3", ["Two"]),
        ("./h3", ["Two"]),
        ("//h3", ["Two"]),
        ("(//h3)[1]", ["Two"]),
        ("//h4 | //h3", ["Two"]),
        ("::attr(href)", ["/two"]),
        (":scope::attr(href)", ["/two"]),
        ("./@href", ["/two"]),
        ("::attr(src)", ["/2.png"]),
        ("::text", ["Two"]),
        (".", ["Two"]),
    ],
)
def test_is_relative_to_the_part_around_it(written, values):
    assert found(written, PAGE.select("a.card")[1]) == values


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (" ", "the selector is empty"),
        ("h1 >>", "expected"),
        ("p:first", "unknown pseudo-class"),
        ('p:contains("x")', "unknown pseudo-class"),
        ("//h1[", "expected"),
        ("a::attr(href), b::attr(src)", "fallbacks are a list"),
        ("a::attr(href)::text", "at its end only"),
        ("//h1/@id | //h2/@id", "leads to elements"),
        ("//h1/text()[1]", "leads to elements"),
        ("//comment()", "leads to elements"),
    ],
)
def test_what_is_no_selector_is_told_with_its_reason(written, reason):
    with pytest.raises(ValueError, match=reason.replace("(", r"\(")) as caught:
        compile_selector(written)
    assert "invalid CSS selector" not in str(caught.value)
