"""Pages that servers make are known by their own words; stories about them are not taken for them."""

import pytest

from layoutcheck.core.document import Document
from layoutcheck.newsroom.server_page import find_server_page
from layoutcheck.parse.parser import parse

PARAGRAPH = (
    "Passengers who wanted to book the ferry on Monday met an error instead, and the harbour office had a queue. "
)


def kind(body: str, uri: str = "news/wall.html") -> str:
    found = find_server_page(parse(Document(uri, body.encode(), "text/html", "utf-8")))
    return found.kind if found else ""


def page(title: str, h1: str = "", rest: str = "") -> str:
    heading = f"<h1>{h1}</h1>" if h1 else ""
    return f"<html><head><title>{title}</title></head><body>{heading}{rest}</body></html>"


@pytest.mark.parametrize(
    ("title", "h1", "rest"),
    [
        ("404 Not Found", "404 Not Found", "<hr><center>nginx/1.26.1</center>"),
        ("403 Forbidden", "Forbidden", "<p>You don't have permission to access this resource.</p>"),
        ("500 Internal Server Error", "Internal Server Error", "<p>The server encountered an internal error.</p>"),
        ("503 Service Temporarily Unavailable", "503 Service Temporarily Unavailable", ""),
        ("504 Gateway Time-out", "504 Gateway Time-out", ""),
        ("IIS 10.0 Detailed Error - 404.0 - Not Found", "", "<h3>HTTP Error 404.0 - Not Found</h3>"),
        ("404 - File or directory not found.", "Server Error", "<h2>404 - File or directory not found.</h2>"),
        ("The resource cannot be found.", "Server Error in '/' Application.", ""),
        ("HTTP Status 404 – Not Found", "HTTP Status 404 – Not Found", "<p>Type Status Report</p>"),
        ("503 Backend fetch failed", "Error 503 Backend fetch failed", "<h3>Guru Meditation:</h3><p>XID: 32770</p>"),
        ("harbour.example | 502: Bad gateway", "Bad gateway Error code 502", "<p>What happened?</p>"),
        ("Attention Required! | Cloudflare", "Sorry, you have been blocked", ""),
        ("An Error Occurred: Internal Server Error", "Oops! An Error Occurred", "<p>Something is broken.</p>"),
        ("Action Controller: Exception caught", "NoMethodError", "<p>undefined method</p>"),
        ("NameError at &#x2F;crane", "NameError at /crane", ""),
        ("", "", "<h2>Sinatra doesn’t know this ditty.</h2>"),
        ("Error", "", "<pre>Internal Server Error</pre>"),
        (
            "Error",
            "",
            "<pre>TypeError: story is gone<br> &nbsp; at eval (/srv/views/story.ejs:11:26)"
            + "<br>at x" * 200
            + "</pre>",
        ),
        ("Error response", "Error response", "<p>Error code: 404</p><p>Message: File not found.</p>"),
        ("Just a moment...", "", "<p>Enable JavaScript and cookies to continue</p>"),
        ("ERROR: The request could not be satisfied", "403 ERROR", "<h2>The request could not be satisfied.</h2>"),
        ("Access Denied", "Access Denied", "<p>Reference #18.6d3f1202.1768989600.1a2b3c</p>"),
        ("WordPress › Error", "", "<p>There has been a critical error on this website.</p>"),
        ("ERROR: The requested URL could not be retrieved", "ERROR", ""),
        ("Error", "", "<pre>Cannot GET /news/wall</pre>"),
        ("404: This page could not be found", "404", "<h2>This page could not be found.</h2>"),
        ("Server Error (500)", "Server Error (500)", ""),
        ("Page not found at /news/wall/", "Page not found (404)", ""),
        ("", "", "<center>openresty/1.27.1.1</center>"),
    ],
)
def test_server_page_is_known(title: str, h1: str, rest: str) -> None:
    assert kind(page(title, h1, rest)) == "server"


@pytest.mark.parametrize("title", ["Index of /news/2026", "Welcome to nginx!", "Apache2 Ubuntu Default Page: It works"])
def test_default_page_is_known(title: str) -> None:
    assert kind(page(title, "", "<p>wall.html</p>")) == "default"


@pytest.mark.parametrize(
    "title",
    [
        "Page not found - Harbour Daily", "404 | Harbour Daily", "Harbour Daily: Seite nicht gefunden (404)",
        "Page introuvable – Le Quai", "Error 404", "ページが見つかりません | 港新聞", "Oops! Page not found",
    ],
)  # fmt: skip
def test_sites_own_page_of_errors_is_known(title: str) -> None:
    kinds = {kind(page(title, "", "<nav>News Sport</nav><p>Try the search.</p>"))}
    assert kinds <= {"custom", "server"} and "" not in kinds


@pytest.mark.parametrize("uri", ["404.html", "out/404/index.html", "out/50x.html", "error.html", "not-found.html"])
def test_page_of_errors_that_is_called_so_belongs_there(uri: str) -> None:
    assert kind(page("404 Not Found", "404 Not Found"), uri) == ""


@pytest.mark.parametrize(
    "body",
    [
        page("502 Bad Gateway: the ferry's site", "502 Bad Gateway: the ferry's site", f"<p>{PARAGRAPH * 8}</p>"),
        page("404 Not Found", "404 Not Found", f"<p>{PARAGRAPH * 30}</p>"),
        page(
            "Why you get 503s", "Why you get 503s", f"<p>{PARAGRAPH * 4}</p><p>Guru Meditation: is Varnish's.</p>" * 3
        ),
        page("Access Denied", "Access Denied", f"<p>{PARAGRAPH * 8}</p>"),
        page("Gone", "Gone", "<p>A poem in four lines.</p>"),
        page("Room 404", "Room 404", f"<p>{PARAGRAPH}</p>"),
        page("Not found in the harbour: the lost anchor", "Not found in the harbour: the lost anchor"),
        page("Harbour Daily", "", "<p>Harbour wall to be raised</p>" * 30),
        page("Index of harbour fees", "Index of harbour fees", "<p>Four crowns a metre.</p>"),
    ],
)
def test_story_is_left_alone(body: str) -> None:
    assert kind(body) == ""


def test_a_heading_that_says_error_is_no_express() -> None:
    assert kind(page("Sign up", "Error")) == kind(page("Error", "", "<p>The error of Grace</p><pre>x</pre>")) == ""


def test_short_note_that_is_called_an_article_is_left_alone() -> None:
    body = '<meta property="og:type" content="article"><title>Note</title><p>It said: Cannot GET /ferry.</p>'
    assert kind(body) == ""


def test_dump_of_a_server_page_is_known() -> None:
    document = Document("page.txt", b"502 Bad Gateway\n\nnginx/1.26.1\n", "text/plain", "utf-8")
    found = find_server_page(parse(document))
    assert found is not None and found.kind == "server"
