"""Pages around a text, in each kind of place."""

import html
import json

from layoutcheck.core.document import Document
from layoutcheck.core.severity import Severity
from layoutcheck.parse.page import Page
from layoutcheck.parse.parser import parse
from layoutcheck.templating.family import Where
from layoutcheck.templating.leak import Leak, leaks

HEAD = "<!doctype html><html lang=en><head><meta charset=utf-8><title>%s</title>%s</head><body><h1>Crane at night</h1>%s</body></html>"


def page(body: str, head: str = "") -> Page:
    return parse(Document("page.html", (HEAD % ("Crane", head, body)).encode()))


def page_with(text: str, where: Where, name: str = "") -> Page:
    quoted = html.escape(text)
    match where:
        case Where.TITLE:
            return parse(Document("page.html", (HEAD % (html.escape(text, quote=False), "", "")).encode()))
        case Where.LABEL:
            return page(f'<p><a href="/crane" {"title" if name in ("", "alt") else name}="{quoted}">on</a></p>')
        case Where.META:
            return page("", f'<meta name="{name or "description"}" content="{quoted}">')
        case Where.URL:
            return page(f'<p><a {"style" if name == "style" else "href"}="{quoted}">on</a></p>')
        case Where.JSONLD:
            data = json.dumps({name or "description": text})
            return page("", f'<script type="application/ld+json">{data}</script>')
    tag = name or "div"
    return page(f"<section><{tag}>{html.escape(text, quote=False)}</{tag}></section>")


def found(page: Page) -> list[Leak]:
    return [leak for leak in leaks(page) if leak.severity is not Severity.INFO]


def texts(page: Page) -> list[str]:
    return [leak.text for leak in found(page)]


#: Where a text may stand, by a name, and the page's head and body there.
PLACES = {
    "text": ("", "<p>%s</p>"),
    "heading": ("", "<h2>%s</h2>"),
    "link": ("", '<a href="/crane">%s</a>'),
    "caption": ("", "<figure><img src=/a.jpg alt=crane><figcaption>%s</figcaption></figure>"),
    "time": ("", "<time>%s</time>"),
    "alt": ("", '<img src="/a.jpg" alt="%s">'),
    "aria-label": ("", '<button aria-label="%s">x</button>'),
    "link title": ("", '<a href="/crane" title="%s">on</a>'),
    "href": ("", '<a href="%s">on</a>'),
    "src": ("", '<img src="%s" alt="a boat">'),
    "srcset": ("", '<img src=/a.jpg srcset="%s" alt="a boat">'),
    "datetime": ("", '<time datetime="%s">then</time>'),
}


def page_at(place: str, text: str) -> Page:
    """A page with ``text`` at a place of :data:`PLACES`, in a ``meta`` or a JSON-LD string, or as source (body, head)."""
    kind, _, name = place.partition(" ")
    if place == "body":
        return page(text)
    if place == "head":
        return page("", text)
    if place == "title":
        return page_with(text, Where.TITLE)
    if kind == "meta":
        return page("", f'<meta {"property" if ":" in name else "name"}="{name}" content="{html.escape(text)}">')
    if kind == "json-ld":
        data = json.dumps({"@type": "NewsArticle", name: text})
        return page("", f'<script type="application/ld+json">{data}</script>')
    head, body = PLACES[place]
    return page(body % html.escape(text), head)
