"""Spellings beyond the families' own examples: what engines print, and what people write that looks like it."""

import pytest
from leak_pages import found, page, page_with, texts

from layoutcheck.templating.family import Where

LEAKS = [
    ("Desk.Cms.Models.Page?.Author?.Name.ToUpper()", Where.TEXT, "razor-null-conditional"),
    ("Foo.Bar.Models.Teaser?.Items[0]?.Label", Where.TEXT, "razor-null-conditional"),
    ("by @Model.Author.Name", Where.META, "razor-expression"),
    ("Umbraco.Web.PublishedModels.Article", Where.LABEL, "dotnet-type-name"),
    ("{{- page.title -}}", Where.TITLE, "curly"),
    ("{{page.title|upper}}", Where.META, "curly-filter"),
    ("{{ teaser.kicker }} Storm over the valley", Where.TEXT, "curly"),
    ("{% for story in stories %}", Where.TEXT, "curly-tag"),
    ("{%- endif -%}", Where.TEXT, "curly-tag"),
    ("{{#each stories}}", Where.TEXT, "handlebars-block"),
    ("{{ 'article.more' | t }}", Where.LABEL, "curly-filter"),
    ("{{ .Params.author }}", Where.TEXT, "go-action"),
    ("{{ with .Summary }}", Where.TEXT, "go-action"),
    ("<%= article.headline %>", Where.LABEL, "percent-tag"),
    ("<%- include('card') %>", Where.TEXT, "percent-tag"),
    ("${story.headline}", Where.META, "dollar-brace"),
    ("Hello ${name}", Where.TEXT, "dollar-brace"),
    ("#{article.byline}", Where.TEXT, "hash-brace"),
    ("$!{story.kicker}", Where.TEXT, "velocity"),
    ("{$teaser.title|escape}", Where.LABEL, "smarty-variable"),
    ("{f:translate(key: 'more')}", Where.TEXT, "fluid"),
    ("<?php the_title(); ?>", Where.LABEL, "php-source"),
    ("Page {0} of {1}", Where.TEXT, "numbered-argument"),
    ("{count, plural, one {# reader} other {# readers}}", Where.TEXT, "icu-message"),
    ("%1$s ago", Where.TEXT, "printf"),
    ("%(headline)s", Where.META, "printf"),
    ("[node:field_author]", Where.META, "drupal-token"),
    ("*|ARCHIVE|*", Where.URL, "mailchimp-tag"),
    ("[vc_row css=“.x{}“]", Where.TEXT, "shortcode-attributes"),
    ("[contact-form-7 id=“12″ title=“Desk“]", Where.TEXT, "shortcode-attributes"),
    ("article.teaser.readMore", Where.TEXT, "dotted-key"),
    ("header.nav.open-menu", Where.LABEL, "dotted-key"),
    ("share_facebook", Where.TEXT, "machine-name"),
    ("[object Promise]", Where.LABEL, "object-object"),
    ("null", Where.META, "missing-value"),
    ("NaN min read", Where.TEXT, "missing-value-at-edge"),
    ("https://news.example/undefined/crane", Where.URL, "missing-value-in-address"),
    ("org.acme.Story@5e9f23b4", Where.TEXT, "java-identity"),
    ("<Story object at 0x7fa2>", Where.TEXT, "python-repr"),
    ("ARRAY(0x7f8e1a00)", Where.META, "perl-reference"),
    ("Invalid Date", Where.TEXT, "invalid-date"),
    ("Liquid error: divided by 0", Where.TEXT, "liquid-error"),
    ("Insert headline here", Where.TEXT, "goes-here"),
    ("Ã„rger im Hafen", Where.TEXT, "mojibake"),
]
HARMLESS = [
    ("Eat.Drink.Sleep and repeat", Where.TEXT),
    ("What now?.Nobody knows", Where.TEXT),
    ("Cupcakes {Gluten Free}", Where.TITLE),
    ("{Video} The crane at night", Where.TITLE),
    ("The set {a, b, c} and the rest", Where.LABEL),
    ("He paid $a.50 more", Where.TEXT),
    ("$GOOG.L and $aapl rose", Where.TEXT),
    ("a 100% success, 50% discount", Where.TEXT),
    ("20 % des Preises", Where.TEXT),
    ("Null Punkte für den Hafen", Where.TEXT),
    ("Undefined Records signs a band", Where.TITLE),
    ("None of the above", Where.TEXT),
    ("Warning: ice on the quay", Where.TEXT),
    ("Error 404: the lost crane", Where.TITLE),
    ("https://news.example/s?q={searchTerms}", Where.URL),
    ("https://ads.example/c?click=${CLICK_URL}&cb=%%CACHEBUSTER%%", Where.URL),
    ("https://img.example/{width}x{height}/crane.jpg", Where.URL),
    ("/caf%C3%A9?d=100%25", Where.URL),
    ("https://x.example/%d8%b3%d9%84", Where.URL),
    ("[update] The crane stands", Where.TEXT),
    ("“[The crane] was [self-evidently] old”", Where.TEXT),
    ("mail: crane [at] harbour.example", Where.TEXT),
    ("@Model_Ada on the quay", Where.TEXT),
    ("The TK pays, says the TK", Where.TEXT),
    ("node.js", Where.TEXT),
    ("harbour-news.example", Where.LABEL),
    ("São Paulo: AÇÃO!", Where.TEXT),
    ("On 1 January 1970 the quay burnt", Where.TEXT),
    ("AT&T and R&D", Where.TEXT),
    ("if x < y and y > z", Where.TEXT),
]


@pytest.mark.parametrize(("text", "where", "family"), LEAKS)
def test_variant_is_a_leak(text: str, where: Where, family: str) -> None:
    assert family in [leak.family.id for leak in found(page_with(text, where))]


@pytest.mark.parametrize(("text", "where"), HARMLESS)
def test_harmless_text_is_left_alone(text: str, where: Where) -> None:
    assert [(leak.family.id, leak.text) for leak in found(page_with(text, where))] == []


def test_the_match_ends_at_the_expression_and_leaves_the_headline() -> None:
    shown = page("<p>Harbour.Models.Section?.Label?.ToUpperInvariant() Crane lit at night, says Moss</p>")
    assert texts(shown) == ["Harbour.Models.Section?.Label?.ToUpperInvariant()"]


def test_a_fallback_that_razor_prints_belongs_to_the_expression() -> None:
    shown = page('<p>Harbour.Models.Section?.Label ?? "News" Crane lit</p>')
    assert texts(shown) == ['Harbour.Models.Section?.Label ?? "News"']
