"""The head of a page is the head that a browser with scripting builds."""

import pytest
import turbohtml

from layoutcheck.core.document import Document
from layoutcheck.parse.noscript import without_noscript_in_head
from layoutcheck.parse.parser import parse

PIXEL = '<noscript><img src="https://px.example/?{{ id }}" height=1></noscript>'
REST = "<meta name=a content=b><title>t</title></head><body><div>x</div></body></html>"


@pytest.mark.parametrize(
    "page",
    [
        f"<!doctype html><html><head>{PIXEL}{REST}",
        f"<!doctype html><html><head>{PIXEL}<script>a<b</script>{PIXEL}{REST}",
        f"<!doctype html><html><head><noscript><style>.a{{}}</style></noscript>{REST}",
        f"<!doctype html><html><head><script>w('<noscript>')</script><link rel=a>{PIXEL}{REST}",
        f"<!doctype html><html><head><!-- <noscript><p> -->{PIXEL}{REST}",
        f"<!doctype html><html>\n{PIXEL}\n<meta name=a>\n<body><div>x</div>",
        f"<!doctype html><html><head>{REST.replace('<div>', '<div>' + PIXEL)}",
    ],
)
def test_head_and_body_are_those_of_a_browser(page):
    tree = parse(Document("p.html", page.encode())).tree
    browser = turbohtml.parse(page.encode(), scripting=True)
    for part in ("head", "body"):
        assert [e.tag for e in tree.select(f"{part} > *")] == [e.tag for e in browser.select(f"{part} > *")]


def test_everything_keeps_its_place():
    page = f"<head>\n{PIXEL}\n<title>{{{{ t }}}}</title><body>".replace("px", "pxä")
    masked = without_noscript_in_head(page)
    assert len(masked) == len(page)
    assert masked.count("\n") == page.count("\n")
    assert masked.index("<title>") == page.index("<title>")
    for encoding in ("utf-8", "windows-1252"):
        assert parse(Document("p.html", page.encode(encoding), charset=encoding)).source == page


def test_what_crawlers_see_in_the_body_is_parsed():
    page = f"<head><title>t</title></head><body><p>x{PIXEL}"
    assert without_noscript_in_head(page) is page
    assert parse(Document("p.html", page.encode())).tree.select_one("noscript img") is not None


@pytest.mark.parametrize(
    ("page", "masked"),
    [
        ("<head><noscript><noscript>a</noscript>b</head>", f"<head><noscript>{' ' * 11}</noscript>b</head>"),
        ("<head><noscript>a</head>", "<head><noscript>a</head>"),
        ("<head><noscript>a</noscript><noscript>b</head>", "<head><noscript> </noscript><noscript>b</head>"),
        ("<head><!--<noscript>a</noscript>--><noscript>b</noscript></head>",
         "<head><!--<noscript>a</noscript>--><noscript> </noscript></head>"),
        ("<head><script><noscript>a</noscript></script><style></style><noscript>b</noscript></head>",
         "<head><script><noscript>a</noscript></script><style></style><noscript> </noscript></head>"),
    ],
    ids=["in each other", "not closed", "one not closed", "comment", "script"],
)  # fmt: skip
def test_what_is_masked_is_what_a_closed_noscript_holds(page, masked):
    assert without_noscript_in_head(page) == masked
