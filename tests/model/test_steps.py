"""Selectors taken apart."""

import pytest

from layoutcheck.model.selector import compile_selector
from layoutcheck.model.steps import Name, ways


@pytest.mark.parametrize(
    ("written", "steps"),
    [
        (".dateline", [" .dateline"]),
        ("article > header .dateline", [" article", ">header", " .dateline"]),
        ("h1+p~ul", [" h1", "+p", "~ul"]),
        ("a[href='x > y, z']:not(.b, .c:is(d)) b", [" a[href='x > y, z']:not(.b, .c:is(d))", " b"]),
        ("time::attr(datetime)", [" time"]),
        ("//article/p", [" article", ">p"]),
        ("//div/p[2][@id]", [" div", ">p:nth-of-type(2)[id]"]),
        ("./p[@class='lead']/@id", ["> p[class='lead']".replace("> ", ">")]),
        ("//p[contains(@class, 'lead')][@id]", [" p[class*='lead'][id]"]),
        ("//p[contains(concat(' ', normalize-space(@class), ' '), ' lead ')]", [" p[class~='lead']"]),
        ("//*[@itemprop=\"name\"]", [' *[itemprop="name"]']),
    ],
)  # fmt: skip
def test_selector_has_its_steps(written, steps):
    (way,) = ways(compile_selector(written))
    assert [step.combinator + step.css for step in way.steps] == steps


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("p.lead#top", [Name("tag", "p"), Name("class", "lead"), Name("id", "top")]),
        (r".sm\:lead", [Name("class", "sm:lead")]),
        ('[data-testid = "lead" i]', [Name("attribute", "data-testid", "lead")]),
        ("li:nth-child(2n + 1)", [Name("tag", "li"), Name("pseudo", ":nth-child")]),
        ("*", []),
    ],
)
def test_step_has_its_names(written, names):
    (way,) = ways(compile_selector(written))
    assert list(way.steps[0].names) == names


def test_alternatives_are_ways_of_their_own():
    first, second = ways(compile_selector("main .a, div > .b"))
    assert (first.words(0, 2), second.words(0, 2), second.words(1, 2)) == ("main .a", "div > .b", ".b")


@pytest.mark.parametrize(
    "written", ["//p[@id][2]", "//*[2]", "//p[position() < 3]", "//p/following::a", "(//p)[1]", "."]
)
def test_what_says_more_than_names_is_not_taken_apart(written):
    assert ways(compile_selector(written)) == ()
