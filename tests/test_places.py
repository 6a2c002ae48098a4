"""Every finding stands where its evidence stands: the stretch of the source, decoded, is what the finding quotes."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import layoutcheck
from layoutcheck.core.document import Document
from layoutcheck.core.finding import Place
from layoutcheck.parse.block import collapsed
from layoutcheck.parse.page import EXCERPT
from layoutcheck.parse.parser import parse

SAMPLES = Path(__file__).parents[1] / "samples"
_TAG = re.compile(r"<!--.*?-->|<[/!?]?[A-Za-z][^>]*>", re.DOTALL)
#: What Markdown dumps write around the text of links and pictures.
_MARK = re.compile(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|\[(?!object)|\*\*")


def stretch(source: str, place: Place) -> str:
    """The source between a place's begin and end, by its lines and columns alone."""
    lines = source.split("\n")
    if place.line == place.end_line:
        return lines[place.line - 1][place.column - 1 : place.end_column - 1]
    between = lines[place.line : place.end_line - 1]
    first, last = lines[place.line - 1][place.column - 1 :], lines[place.end_line - 1][: place.end_column - 1]
    return "\n".join([first, *between, last])


def quotes(source: str, place: Place) -> bool:
    """Whether the stretch at a place reads as the place's excerpt, or is the tag of an element whose text that is."""
    raw = stretch(source, place)
    if (raw.startswith("<") and _TAG.match(raw)) or (not raw and place.selector == "html"):  # a tag that nobody wrote
        return True
    told = place.excerpt.removesuffix("…") if len(place.excerpt) >= EXCERPT else place.excerpt
    for without in (_TAG, _MARK):
        read = collapsed(html.unescape(without.sub("", raw))).replace("\0", "\ufffd")
        if read == told or (told != place.excerpt and read.startswith(told)):
            return True
    return False


def misplaced(body: bytes, media_type: str = "text/html", charset: str | None = None) -> list[str]:
    """The findings of a page whose places do not show what they quote."""
    document = Document("page", body, media_type, charset)
    report = layoutcheck.check_html(body, media_type=media_type, charset=charset, schema="wire-story")
    assert not report.failures
    source = parse(document).source
    told = []
    for finding in report.findings:
        for place in (finding.place, *finding.also):
            if not quotes(source, place):
                told.append(f"{finding.rule} {place.line}:{place.column} {place.excerpt!r} {stretch(source, place)!r}")
    return told


@pytest.mark.parametrize("file", sorted(SAMPLES.glob("pages/*/page.*")), ids=lambda file: file.parent.name)
def test_findings_of_the_sample_pages_stand_where_they_say(file: Path) -> None:
    assert misplaced(file.read_bytes(), "text/plain" if file.suffix == ".txt" else "text/html") == []


@pytest.mark.parametrize("file", sorted(Path(__file__).parent.glob("dumps/*.txt")), ids=lambda file: file.stem)
def test_findings_of_the_dumps_stand_where_they_say(file: Path) -> None:
    assert misplaced(file.read_bytes(), "text/plain") == []


HEAD = "<!doctype html><html lang=tr><head><title>Liman duvarı {{ ad }} su alıyor</title></head><body>"
BODY = "<h1>Liman duvarı “yine” su alıyor</h1><p>Sayın {{ okur }} ile İğdır’da &amp; [object Object] görüştü.</p>"


@pytest.mark.parametrize(
    ("encoding", "charset", "declared"),
    [
        ("utf-8", None, ""),
        ("utf-8-sig", None, ""),
        ("utf-16", None, ""),
        ("utf-16-le", "utf-16le", ""),
        ("cp1254", None, "<meta charset=windows-1254>"),
        ("cp1254", "iso-8859-9", ""),
        ("cp1254", "windows-1254", "<meta charset=utf-8>"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_findings_stand_where_they_say_in_any_encoding(encoding, charset, declared, line_end):
    text = (HEAD.replace("<title>", f"{declared}\n\t<title>") + "\n" + BODY.replace("<p>", "\n\n\t<p>")).replace(
        "\n", line_end
    )
    body = text.encode(encoding)
    assert misplaced(body, charset=charset) == []
    report = layoutcheck.check_html(body, charset=charset)
    leaks = {finding.place.excerpt: finding.place for finding in report.findings if finding.rule == "placeholder-leak"}
    assert (leaks["{{ okur }}"].line, leaks["{{ okur }}"].column) == (5, 11)


def test_east_asian_encodings_are_read_as_declared():
    for encoding, text in (
        ("gb2312", "港口的墙 {{ name }}"),
        ("shift_jis", "港の壁 {{ name }}"),
        ("big5", "港口的牆 {{ name }}"),
    ):
        for declared, charset in ((f"<meta charset={encoding}>", None), ("", encoding)):
            page = f"<!doctype html>{declared}<title>t</title><p>{text}".encode(encoding)
            (leak,) = [
                f for f in layoutcheck.check_html(page, charset=charset).findings if f.rule == "placeholder-leak"
            ]
            assert leak.place.excerpt == text[text.index("{{") :]
            assert misplaced(page, charset=charset) == []


LEAK = st.sampled_from(
    ["{{ name }}", "[object Object]", "@Model.Title", "<%= x %>", "${title}", "%%TITLE%%", "Dear {0},"]
)
WORDS = st.sampled_from(["harbour ", "duvarı ", "&eacute;t&#233; ", "&amp; ", "😀", "𝒳 ", "\t", "\n", "\r\n", "&nbsp;", "<b>wall</b> ",
                         "<!-- note -->", "<!note>", "<?note ?>", "<br>", "é ", "&notit; ", "ﬀ ", "‏ ", "a" * 50 + " ", "\r", "\x85", "\x0b",
                         "\u2028", "&#13;", "&amp", "< b", "</nope>"])  # fmt: skip
TEXT = st.lists(st.one_of(WORDS, LEAK.map(html.escape)), min_size=1, max_size=8).map("".join)
VALUE = st.lists(
    st.one_of(st.sampled_from(["/x?a=1&amp;b=", "é", "😀", "&quot;"]), LEAK.map(html.escape)), max_size=4
).map("".join)
ELEMENT = st.one_of(
    TEXT.map(lambda text: f"<p>{text}</p>"),
    TEXT.map(lambda text: f"<table><tr>{text}<td>{text}</table>"),
    st.tuples(VALUE, TEXT).map(lambda pair: f"<a title=\"{pair[0]}\" href='{pair[0]}'>{pair[1]}</a>"),
    VALUE.map(lambda value: f'<img alt="{value}" src="{value}">'),
    TEXT.map(lambda text: f"<ul><li>{text}<li>{text}</ul>"),
    TEXT.map(lambda text: f"<template><p>{text}</p></template>"),
    TEXT.map(lambda text: f"<h2>{text}</h2>"),
)


@settings(max_examples=60)
@given(st.lists(ELEMENT, max_size=6), st.sampled_from(["", "\n", "\r\n", "\r", "\n\t\t"]))
def test_findings_of_any_page_stand_where_they_say(elements, between):
    page = f"{HEAD}{between}<h1>Harbour wall leaks</h1>{between}{between.join(elements)}"
    assert misplaced(page.encode()) == []


DUMP_LINE = st.sampled_from([
    "date 2026-01-21 Harbour wall leaks again", "Harbour wall leaks again", "HAVANA", "  1. Crane is lit at night again",
    "Crane is lit at night again", "Dear {{ reader }} 😀 {{ name }}", "", "\t{{ x }}", "[sic] Home", "![{{ alt }}](/a.png) [b]({{ url }})",
    "The wall leaks again, the mayor said on Monday, and it will be mended.", "* ![Crane is lit](/c.png) Crane is lit at night",
])  # fmt: skip


@settings(max_examples=60)
@given(st.lists(DUMP_LINE, min_size=1, max_size=12), st.sampled_from(["\n", "\r\n"]))
def test_findings_of_any_dump_stand_where_they_say(lines, line_end):
    text = line_end.join(lines)
    if text.strip():
        assert misplaced(text.encode(), "text/plain") == []
