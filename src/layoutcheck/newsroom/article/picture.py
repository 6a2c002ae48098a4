"""The lead picture of an article: its address, alternative text and caption."""

from __future__ import annotations

from turbohtml import Element

from layoutcheck.core.rule import Spot
from layoutcheck.newsroom.found import Found, Later
from layoutcheck.newsroom.reading import spot_of, text_of
from layoutcheck.newsroom.structured import Structured

_PICTURES = "figure img, picture img, [itemprop~=image] img, img[itemprop~=image]"


def find_picture(story: Element | None, headline: Element | None, structured: Structured) -> Found | None:
    """The first picture around headline and story, else the one that Open Graph names."""
    holder = story.closest("article, main, [role=main]") if story is not None else None
    if holder is None and headline is not None:
        holder = headline.closest("article, main, [role=main]")
    if holder is not None:
        for node in holder.select(_PICTURES)[:4]:
            found = _read(node)
            if found is not None:
                return found
    fact = structured.meta("og:image", "og:image:url", "twitter:image")
    return Found({"url": Found(fact.value, fact, fact.source)}, fact, fact.source) if fact else None


def _read(node: Element) -> Found | None:
    parts: dict[str, Found] = {}
    for name in ("src", "data-src", "data-original", "data-lazy-src"):
        address = (node.attr(name) or "").strip()
        if address and not address.startswith("data:"):
            parts["url"] = Found(address, Spot(node, name), f"img[{name}]")
            break
    if not parts:
        return None
    alt = node.attr("alt")
    if alt is not None and alt.strip():
        parts["alt"] = Found(alt, Spot(node, "alt"), "img[alt]")
    figure = node.closest("figure")
    caption = figure.select_one("figcaption") if figure is not None else None
    if caption is not None and (text := text_of(caption)):
        parts["caption"] = Found(text, Later(spot_of, (caption,)), "figcaption")
    return Found(parts, Spot(node), "img")


def read_picture(node: Element) -> Found | None:
    """The picture that a schema's own selector chose: the image itself or an element around it."""
    image = node if node.tag == "img" else node.select_one("img")
    return _read(image) if image is not None else None
