"""One fault of a template is one cause, whatever each page's content."""

import pytest
from leak_pages import found, page_at

from layoutcheck.templating.leak import hit

ONE_CAUSE = [
    ("alt", "Ada&#39;s boat", "Ben&quot;s crane"),
    ("meta description", "<p>The storm</p>", "<em>Cranes</em> at night"),
    ("meta description", "FÃ¼r alle", "cafÃ© am Hafen"),
    ("meta keywords", "['Sea', 'Sky']", "['Harbour']"),
    ("text", "Author(id=3, name=Ada)", "Author(id=7, name=Ben)"),
    ("heading", "crane-at-night.jpg", "IMG_2041.JPG"),
    ("meta og:title", "{{ article.title }}", "{{ article.title }} | Harbour Post"),
    ("src", "https://img.example/a1/undefined", "https://img.example/b2/undefined"),
    ("text", "org.acme.Story@5e9f23b4", "org.acme.Story@1f2e3d4c"),
]


def _causes(place: str, text: str) -> set[str]:
    return {hit(leak, "m").cause for leak in found(page_at(place, text))}


@pytest.mark.parametrize(("place", "one", "other"), ONE_CAUSE)
def test_is_the_same_on_two_pages(place: str, one: str, other: str) -> None:
    assert _causes(place, one) == _causes(place, other) != set()


def test_two_expressions_are_two_causes() -> None:
    assert _causes("title", "{{ a.title }}") != _causes("title", "{{ a.kicker }}")


@pytest.mark.parametrize(
    ("place", "text", "engines"),
    [
        ("text", "undefined", {"JavaScript"}),
        ("text", "None", set()),
        ("title", "%%title%% %%sep%% The Quay", {"Yoast SEO"}),
        ("text", "Sponsored by %%sponsor_name%%", {"Google Ad Manager native ad", "Salesforce Marketing Cloud"}),
        ("text", '<%# Eval("Published") %>', {"ASP.NET Web Forms"}),
        ("alt", "None", {"Python"}),
        ("text", "NaN", {"JavaScript", "Java"}),
    ],
)
def test_only_engines_that_write_so_are_named(place: str, text: str, engines: set[str]) -> None:
    told = [hit(leak, "m").data["engines"] for leak in found(page_at(place, text))]
    assert {engine for named in told for engine in named} == engines
