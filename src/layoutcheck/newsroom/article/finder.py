"""The parts of an article by their kind (``x-kind`` in the dialect): found, or read where a schema points."""

from __future__ import annotations

from typing import Any

from turbohtml import Element

from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.article import body, head, picture
from layoutcheck.newsroom.article.article import read_article
from layoutcheck.newsroom.byline.names import split_names
from layoutcheck.newsroom.date import statement
from layoutcheck.newsroom.date.dates import parse_moment
from layoutcheck.newsroom.found import Found
from layoutcheck.newsroom.reading import said_texts, spot_of, text_of, texts
from layoutcheck.parse.page import Page


def find(page: Page, kind: str) -> Found | None:
    """The part of the given kind (see ``x-kind`` in the dialect), or None where the page has none."""
    article = read_article(page)
    match kind:
        case "headline" | "byline" | "published" | "modified" | "section" | "lead" | "body" | "language":
            return getattr(article, kind)  # type: ignore[no-any-return]
        case "json-ld" | "json_ld":
            return article.json_ld
        case "open-graph" | "open_graph":
            return article.open_graph
        case "picture":
            return picture.find_picture(article.story, article.headline_node, article.structured)
        case "title":
            return head.find_title(page)
        case "canonical":
            return head.find_canonical(page, article.structured)
        case "description":
            return head.find_description(article.structured)
        case _:
            return None


def read(page: Page, kind: str, nodes: list[Element]) -> Found | None:
    """The part of the given kind, read from elements that a schema's own selector chose."""
    if not nodes:
        return None
    node = nodes[0]
    match kind:
        case "published" | "modified":
            return _read_date(page, node)
        case "byline":
            names = split_names(text_of(node))
            text = ", ".join(names) if names else text_of(node)
            return Found(text, spot_of(node), node.tag) if text else None
        case "body":
            return Found(
                [Found(text, spot_of(each), each.tag) for each in _paragraphs(nodes) if (text := text_of(each))],
                None,
                node.tag,
            )
        case "picture":
            return picture.read_picture(node)
        case "canonical":
            address = node.attr("href") or node.attr("content")
            return Found(address, Spot(node, "href" if node.attr("href") else "content"), node.tag) if address else None
        case "language":
            said = node.attr("lang") or node.attr("content")
            return Found(said, Spot(node, "lang" if node.attr("lang") else "content"), node.tag) if said else None
        case _:
            return _read_text(node)


def _read_text(node: Element) -> Found | None:
    if node.tag == "meta":
        content = node.attr("content")
        return Found(content, Spot(node, "content"), "meta") if content else None
    text = text_of(node)
    return Found(text, spot_of(node), node.tag) if text else None


def _paragraphs(nodes: list[Element]) -> list[Element]:
    if len(nodes) == 1 and nodes[0].tag != "p":
        return body.paragraphs_of(nodes[0]) or nodes
    return nodes


def _read_date(page: Page, node: Element) -> Found | None:
    american = read_article(page).month_first
    for attribute in ("datetime", "content"):
        value = (node.attr(attribute) or "").strip()
        moment = parse_moment(value, month_first=american) if value else None
        if moment is not None:
            has_text: Any = any(text.data.strip() for text in texts(node))
            return Found(moment.iso(), spot_of(node) if has_text else Spot(node, attribute), f"{node.tag}[{attribute}]")
    for told in statement.visible_dates(statement.dated_lines(said_texts(node)), month_first=american):
        return Found(told.moment.iso(), told.spot, node.tag)
    moment = parse_moment(text_of(node), month_first=american)
    return Found(moment.iso(), spot_of(node), node.tag) if moment else None
