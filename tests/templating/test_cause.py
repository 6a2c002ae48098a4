"""One fault of a template is one cause, whatever each page's content."""

import pytest
from leak_pages import found, page, page_at

from layoutcheck.api import check_html
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


def test_a_page_declared_in_the_wrong_encoding_is_one_cause_wherever_it_shows_first() -> None:
    """The declaration is at fault; which word comes first, and in what, is the story's."""
    told = [
        check_html(f"<!doctype html><meta charset=windows-1252>{rest}".encode())
        for rest in (
            "<title>Fähre nach Malmö</title><h1>Nach Malmö</h1>",
            "<title>Ferry</title><h1>Sails</h1><p>Für alle",
        )
    ]
    (one,), (other,) = ([found for found in report.findings if found.rule == "mojibake"] for report in told)
    assert one.cause == other.cause and one.place.where != other.place.where


@pytest.mark.parametrize(
    ("place", "text", "named"),
    [
        ("href", "https://post.example/?u={{ url }}", True),
        ("text", "page.read_more", True),
        ("text", "Quay.Models.Story?.Title", True),
        ("href", "https://twitter.com/intent/tweet?text=The%26nbsp%3Bcrane", True),
        ("text", "Posted by %s", False),
        ("text", "{0} of {1}", False),
        ("text", "undefined", False),
        ("alt", "Ada&#39;s boat", False),
    ],
)
def test_a_variable_and_a_key_name_their_cause_and_a_value_does_not(place: str, text: str, named: bool) -> None:
    assert {hit(leak, "m").named for leak in found(page_at(place, text))} == {named}


@pytest.mark.parametrize(
    ("place", "text", "engines"),
    [
        ("text", "undefined", {"JavaScript"}),
        ("text", "None", set()),
        ("title", "%%title%% %%sep%% The Quay", {"Yoast SEO"}),
        ("text", "Sponsored by %%sponsor_name%%", {"Google Ad Manager native ad", "Salesforce Marketing Cloud"}),
        ("text", '<%# Eval("Published") %>', {"ASP.NET Web Forms"}),
        ("alt", "None", {"Jinja", "Django", "Python"}),
        ("text", "NaN", {"JavaScript", "Java"}),
        ("text", "By None", {"Jinja", "Django", "Python"}),
        ("text", "java.lang.NullPointerException", {"Java"}),
        ("text", "FreeMarker template error (DEBUG mode; use RETHROW in production!)", {"FreeMarker"}),
        ("text", "TemplateSyntaxError at /news/", {"Django"}),
        ("text", "TemplateSyntaxError: unexpected end", {"Django", "Jinja"}),
        ("text", "jinja2.exceptions.TemplateSyntaxError: unexpected end", {"Jinja"}),
        ("text", "Error establishing a database connection", {"WordPress"}),
        ("text", "Guru Meditation:", {"Varnish"}),
        ("text", '<xsl:value-of select="title"/>', {"XSLT"}),
        ("text", "<cfoutput>#title#</cfoutput>", {"ColdFusion"}),
        ("text", '<fmt:message key="more"/>', {"JSTL"}),
        ("text", "{props.title}", {"React JSX"}),
        ("text", "The lamps $!{article.lead} of the crane", {"Velocity"}),
        ("text", ".crane { display:none }", {"CSS"}),
    ],
)
def test_only_engines_that_write_so_are_named(place: str, text: str, engines: set[str]) -> None:
    told = [hit(leak, "m").data["engines"] for leak in found(page_at(place, text))]
    assert {engine for named in told for engine in named} == engines


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("https://news.example@Model.Url", "takes text@word for an e-mail address"),
        ("@Model.Title", "without going through Razor"),
        ("by @Model.Author.Name", "without going through Razor"),
        ("/news/@Model.Slug", "without going through Razor"),
    ],
)
def test_razor_is_told_apart_by_what_stands_before_the_sign(text: str, said: str) -> None:
    (leak,) = found(page_at("text", text))
    assert said in hit(leak, "m").data["cause"]


@pytest.mark.parametrize(
    ("others", "engines"),
    [
        ("", ["Jinja", "Twig", "Liquid", "Handlebars", "Vue", "Angular"]),
        ("{% load static %}", ["Django"]),
        ("{% assign lead = page.lead %}", ["Liquid"]),
        ("{{ asset('crane.jpg') }}", ["Twig"]),
        ("{{ url_for('home') }}", ["Jinja"]),
        ("{{ it.title }}", ["Squirrelly"]),
        ("{{/each}}", ["Handlebars", "Mustache", "Squirrelly", "art-template"]),
        ("{% elif x %} {{ body | safe }}", ["Jinja", "Django", "Nunjucks"]),
        ("'dict object' has no attribute 'lead'", ["Jinja"]),
        # Two that contradict each other say nothing.
        (
            "{% assign lead = page.lead %} {{ asset('crane.jpg') }}",
            ["Jinja", "Twig", "Liquid", "Handlebars", "Vue", "Angular"],
        ),
        # What another program left says nothing of this one.
        ("[gallery ids=1]", ["Jinja", "Twig", "Liquid", "Handlebars", "Vue", "Angular"]),
    ],
)
def test_the_pages_other_leaks_tell_whose_an_expression_is(others: str, engines: list[str]) -> None:
    shown = page(f"<p>{others}</p><h2>{{{{ story.title }}}}</h2>")
    (leak,) = [leak for leak in found(shown) if leak.text == "{{ story.title }}"]
    assert hit(leak, "m").data["engines"] == engines
