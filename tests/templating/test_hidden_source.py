"""Code and includes of a server that a browser hides."""

import pytest

from layoutcheck.templating.hidden_source import hidden_source
from layoutcheck.templating.leak import leaks
from made_page import page_of


def _told(body: str) -> list[tuple[str, str]]:
    page = page_of(f"<!doctype html><title>Wall</title>{body}")
    return [(text, page.source[slice(*page.stretch(spot))]) for _, spot, text in hidden_source(page)]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<p>a <?php the_title(); ?> b", [("<?php the_title();", "<?php")]),
        ("<p><?PHP\n the_title() ?><?php end() ?>", [("<?php the_title()", "<?PHP"), ("<?php end()", "<?php")]),
        ("<?php if ($a->b) { ?><p>a</p>", [("<?php if ($a-", "<?php")]),
        ("<!-- <?php old() ?> --><p><?php new() ?>", [("<?php new()", "<?php")]),
        ("<!-- <?php old() ?> -->", []),
        ("<script>var a = '<?php b() ?>'</script>", []),
        ("<a href='<?php url() ?>'>a</a>", []),  # told as what it is: a leak in an address
        ("<pre>&lt;?php a() ?&gt;</pre>", []),
        ("<?xml version='1.0'?><p>a", []),
        ('<p>a <!--#include virtual="/b.html" -->', [('<!--#include virtual="/b.html" -->', "<!--")]),
        ('<!--#echo var="DATE_LOCAL" -->', [('<!--#echo var="DATE_LOCAL" -->', "<!--")]),
        ('<!-- #include virtual="/b.html" -->', []),  # with a space it is a comment, switched off
        ('<!--#set var="a" value="b" -->', []),  # prints nothing
        ("<!--#3 of the top ten-->", []),
        ('<p>a <esi:include src="/b"/>', [('<esi:include src="/b">', '<esi:include src="/b"/>')]),
        ("<esi:remove>b</esi:remove>", []),
    ],
)
def test_tells_code_between_tags(body: str, told: list[tuple[str, str]]) -> None:
    assert _told(body) == told


def test_a_page_is_told_of_once() -> None:
    page = page_of("<!doctype html><title>Wall</title><p><?php a() ?> and <?php b() ?>")
    (leak,) = leaks(page)
    assert (leak.family.id, leak.text, leak.severity, leak.cause) == ("php-hidden-source", "<?php a()", "warning", "")
