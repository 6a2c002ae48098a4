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
            return page(f'<p><a href="{quoted}">on</a></p>')
        case Where.JSONLD:
            data = json.dumps({name or "description": text})
            return page("", f'<script type="application/ld+json">{data}</script>')
    tag = name or "div"
    return page(f"<section><{tag}>{html.escape(text, quote=False)}</{tag}></section>")


def found(page: Page) -> list[Leak]:
    return [leak for leak in leaks(page) if leak.severity is not Severity.INFO]


def texts(page: Page) -> list[str]:
    return [leak.text for leak in found(page)]
