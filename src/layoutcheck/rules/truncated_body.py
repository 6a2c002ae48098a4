"""The story breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from turbohtml import Element, Text

from layoutcheck.core.fold import skeleton
from layoutcheck.core.number import whole_number
from layoutcheck.core.rare import rare
from layoutcheck.core.rule import Hit, Message, Rule, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.article.article import Article, read_article
from layoutcheck.newsroom.found import Found
from layoutcheck.newsroom.reading import UNREAD, last_below, names_of, text_of
from layoutcheck.newsroom.structured import Fact, Thing
from layoutcheck.parse.block import single_spaced
from layoutcheck.parse.page import Page


@dataclass(frozen=True, slots=True)
class Options:
    """How much shorter the visible story may be.

    ``share``: the least share of the words that JSON-LD counts or holds, from 0 to 1.
    """

    share: float = 0.4


rule = Rule(
    summary="the story breaks off",
    severity=Severity.INFO,
    messages={
        "shorter": Message("the story has {words} words, JSON-LD's {source} {told}: it looks cut", Severity.WARNING),
        "cut": Message('the page ends inside the story, without an end of anything: "…{end}"', Severity.ERROR),
        "mid-sentence": 'the story ends inside a sentence: "…{end}"',
    },
    options=Options,
)
_WORD = rare(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]|\w+")
_MARKUP = re.compile(r"<[^<>]*>")
#: Words that no sentence ends with, in the languages of most pages.
_OPEN_END = re.compile(
    r"(?:[,;]|\b(?:and|or|the|of|to|with|und|oder|der|das|mit|et|ou|le|la|des|y|el|los|con|di|che|het|van))$"
)
#: How a sentence, a caption or a byline ends; not with a letter, a comma or a hyphen.
_CLOSED = re.compile(r"[.!?:…。！？।؟»«”“\"'’)\]}|*]\W*$")
#: Where a page is cut it has none of these: a page may leave out both, but not write one and go on.
_END = re.compile(r"</(?:body|html)\b", re.IGNORECASE)
#: End tags that may be left out (HTML Standard, 13.1.2.4).
_OMISSIBLE = frozenset("html body p li dt dd rt rp option optgroup thead tbody tfoot tr td th".split())
#: Elements that say they are such a wall.
_WALL = re.compile(r"pay-?wall|pay-?barrier|reg-?wall")
#: So many elements behind the story are looked at.
_NEAR = 3
#: Fewer words than these are a note, a video or a gallery.
_FEWEST = 120


def check(page: Page, options: Options) -> Iterator[Hit]:
    """Compare the words that readers get with those that JSON-LD claims; look at the last words."""
    if page.is_dump:
        return
    article = read_article(page)
    body = article.body
    if body is None or not body.value:
        return
    if (cut := _cut(page, article.story)) is not None:
        yield cut
        return
    thing = article.structured.article
    told = _claimed(thing) if thing is not None and not _is_paid(thing) and not _has_wall(article) else None
    if told is not None and told[0] >= _FEWEST:
        count, fact = told
        letters = len(article.story_text)
        counted = fact.name == "wordCount" and 0.5 <= letters / count <= 2  # its characters, in fact
        words = 0 if counted else len(_WORD.findall(article.story_text))
        if not counted and words < count * options.share and (at := _last(body).spot):
            whole = text_of(page.body)
            if len(_WORD.findall(whole)) < count and not (fact.name == "articleBody" and _ends_in(fact.value, whole)):
                data = {"words": words, "told": count, "source": fact.name}
                yield Hit("shorter", at, data, (fact.spot,), evidence=fact.name)
                return
    last = _last(body)
    end = str(last.value)
    if len(body.value) > 2 and len(end) > 60 and _OPEN_END.search(end[-16:].casefold()) and (at := last.spot):
        yield Hit("mid-sentence", at, {"end": end[-60:]}, evidence=end[-60:])


def _cut(page: Page, story: Element | None) -> Hit | None:
    """The last words of a source that ends in the middle of the story's text or of one of its tags.

    A healthy page ends with a tag or a sentence, and closes what has to be closed.
    """
    if page.source[-200:].rstrip().endswith(">") or story is None:
        return None
    source = page.source.rstrip()
    if source.endswith(">"):
        return None
    in_tag = source.rfind("<") > source.rfind(">")
    last = last_below(page.body)
    text = last if isinstance(last, Text) else None
    if in_tag and text is None:  # the parser drops the tag; the text before it is the last there is
        texts = [below for below in story.descendants if isinstance(below, Text) and not below.data.isspace()]
        text = texts[-1] if texts else None
    if text is None or story not in text.ancestors:
        return None
    if isinstance(text.parent, Element) and text.parent.tag in UNREAD:
        return None
    end = text.data.rstrip()
    if (not in_tag and (not end or _CLOSED.search(end[-16:]))) or _END.search(source):
        return None
    if not in_tag and not _is_open(text, source):
        return None
    words = single_spaced(end[-60:])
    at = Spot(text, None, max(len(end) - 60, len(text.data) - len(text.data.lstrip())), len(end))
    return Hit("cut", at, {"end": words}, evidence="cut")


def _is_open(text: Text, source: str) -> bool:
    """Whether an end tag is missing that HTML demands, or one that the page writes elsewhere behind a long text."""
    for around in text.ancestors:
        if isinstance(around, Element) and (location := around.source_location) and location.end_tag is None:
            if around.tag not in _OMISSIBLE:
                return True
            if around.tag == "p" and len(around.text) > 60 and "</p>" in source:
                return True
    return False


def _has_wall(article: Article) -> bool:
    """Whether the story ends at a wall for those who have not paid, behind which the rest of it lies."""
    story = article.story
    if story is None:
        return False
    beside = islice((node for node in story.following if isinstance(node, Element)), _NEAR)
    return any(
        _WALL.search(names_of(node)) is not None
        for node in chain(story.select("div, section, aside, p"), beside)
        if node.tag in ("div", "section", "aside", "p")
    )


def _last(body: Found) -> Found:
    last: Found = body.value[-1]
    return last


def _ends_in(told: str, whole: str) -> bool:
    """Whether the last words of what JSON-LD holds stand somewhere on the page."""
    end = skeleton(_MARKUP.sub(" ", told[-200:]))[-40:]
    return end in skeleton(whole)


def _claimed(thing: Thing) -> tuple[int, Fact] | None:
    whole = thing.text("articleBody")
    if whole is not None:
        return len(_WORD.findall(_MARKUP.sub(" ", whole.value))), whole
    fact = thing.text("wordCount")
    count = None if fact is None else whole_number(fact.value)
    return None if fact is None or count is None else (count, fact)


def _is_paid(thing: Thing) -> bool:
    said = thing.value.get("isAccessibleForFree")
    return str(said).rsplit("/", 1)[-1].casefold() == "false"
