"""The page names one language in one place and another elsewhere, or is written in another."""

from __future__ import annotations

from collections.abc import Iterator

from layoutcheck.core.rule import Hit, Message, NoOptions, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.article.article import read_article
from layoutcheck.newsroom.article.head import is_language, primary_language
from layoutcheck.newsroom.script_of import own_letters, script_fits, script_name
from layoutcheck.parse.page import Page

rule = Rule(
    summary="the page's languages disagree",
    severity=Severity.INFO,
    messages={
        "declared": 'the page says it is written in "{lang}", {source} says "{other}"',
        "written": Message(
            'the page says it is written in "{lang}", its story is written in {script}', Severity.WARNING
        ),
    },
)

#: So many letters are words of a title.
_TITLED = 4


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Compare the page's ``lang`` with JSON-LD's ``inLanguage`` and with the script of the story."""
    if page.is_dump:
        return
    article = read_article(page)
    said = article.language
    if said is None or said.spot is None or not said.source.startswith(("html", "body")):
        return
    lang = str(said.value)
    told = article.structured.text("inLanguage")
    if told is not None and is_language(told.value) and primary_language(told.value) != primary_language(lang):
        data = {"lang": lang, "source": "JSON-LD", "other": told.value}
        yield Hit("declared", said.spot, data, (told.spot,), cause=f"{lang} {told.value}")
    text = " ".join(str(paragraph.value) for paragraph in (article.body.value[:4] if article.body else ()))
    language = primary_language(lang)
    if len(text) >= 200 and not script_fits(text, language) and not _is_titled(page, language):
        yield Hit("written", said.spot, {"lang": lang, "script": script_name(text)}, cause=lang)


def _is_titled(page: Page, language: str) -> bool:
    """Whether the title has letters of its language's own: then what is in others is a notice, or cites somebody."""
    title = page.tree.select_one("title")
    return title is not None and own_letters(title.text, language) >= _TITLED
