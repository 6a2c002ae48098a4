"""Labels behind which nothing stands."""

import pytest

from layoutcheck.newsroom.article.label import labels_alone
from made_page import page_of

STORY = "<p>" + "The harbour board met on Monday and decided to raise the wall by half a metre. " * 3 + "</p>"


def _told(line: str) -> list[tuple[str, str]]:
    page = f"<!doctype html><title>Wall</title><article><h1>Harbour wall to be raised</h1>{line}{STORY * 3}</article>"
    return [(label.kind, label.text) for label in labels_alone(page_of(page))]


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("<p>Published on</p>", "date", "Published on"),
        ("<p>Mis à jour le :</p>", "date", "Mis à jour le :"),
        ("<p>Von Ann Berg | Veröffentlicht am</p>", "date", "Veröffentlicht am"),
        ("<time>Updated:</time>", "date", "Updated:"),
        ("<p>() Comments</p>", "count", "() Comments"),
        ("<p>Reading time: minutes</p>", "count", "Reading time: minutes"),
        ("<p>min read</p>", "count", "min read"),
        ("<p>0 min read</p>", "count", "0 min read"),
        ("<p>Lesezeit: 0 Min.</p>", "count", "Lesezeit: 0 Min."),
        ("<p>-1 Comments</p>", "count", "-1 Comments"),
        ("<p>-2 min read</p>", "count", "-2 min read"),
        ("<p>4 May 2026 · 0 min read</p>", "count", "0 min read"),
        ("<p>4 May 2026 at</p>", "time", "4 May 2026 at"),
        ("<p>4. Mai 2026 um</p>", "time", "4. Mai 2026 um"),
        ("<p>4 May 2026 at</p><p>Updated 5 May 2026</p>", "time", "4 May 2026 at"),
        ("<p>Published:</p><p>By Jo Moe, 3rd Floor</p>", "date", "Published:"),
        ("<p>By Ann Berg</p><p>November , 2026</p>", "part", "November , 2026"),
        ("<p>Posted on May , 2026 by Ann Berg in Town and country and the whole wide world</p>", "part", "May , 2026"),
        ("<div>/11/2026</div><p>5 May</p>", "part", "/11/2026"),
        ("<p>Ann Berg | | 4 May 2026</p>", "gap", "| |"),
        ("<p><span>Ann Berg</span> • <span></span> • <span>4 May</span></p>", "gap", "• •"),
        ("<p>Town, , World</p>", "gap", ", ,"),
        ("<p>Ann Berg,, Bo Quay</p>", "gap", ",,"),
        ("<figure><img src=a><figcaption>The quay (Photo by )</figcaption></figure>", "credit", "(Photo by )"),
        ("<figure><img src=a><figcaption>The quay. Photo: / AFP</figcaption></figure>", "credit", "Photo: /"),
        ("<figure><img src=a><figcaption>The quay. Foto: Foto: Bo</figcaption></figure>", "credit", "Foto:"),
        ("<figure><img src=a><figcaption>Photo by</figcaption></figure>", "credit", "Photo by"),
        ("<figure><img src=a><figcaption>The quay ()</figcaption></figure>", "credit", "()"),
        ("<figure><img src=a><figcaption>The quay. ©</figcaption></figure>", "credit", "©"),
        (
            "<figure><img src=a><figcaption>The quay (/AP)</figcaption><div class=credit>AP/</div></figure>",
            "credit",
            "AP/",
        ),
        ("<div><img src=a><p class=wp-caption-text>The quay Photo by</p></div>", "credit", "Photo by"),
        ("<div><img src=a><p class=caption>The quay Photo by / AFP</p></div>", "credit", "Photo by /"),
        ("<div><img src=a><div class=caption>The quay</div><div class=credit>Foto:</div></div>", "credit", "Foto:"),
        ("<div><img src=a><div class=caption>The quay <i class=credit>Foto:</i></div></div>", "credit", "Foto:"),
        ("<figure><img src=a><figcaption>The quay (Foto: )</figcaption></figure>", "credit", "(Foto: )"),
        ("<figure><img src=a><figcaption>The quay. Foto: /</figcaption></figure>", "credit", "Foto: /"),
        (
            "<figure><img src=a><figcaption>The quay <i>Photo credit:</i></figcaption></figure>",
            "credit",
            "Photo credit:",
        ),
    ],
)
def test_tells_a_label_without_its_value(line: str, kind: str, text: str) -> None:
    assert _told(line) == [(kind, text)]


@pytest.mark.parametrize(
    "line",
    [
        "<div><img src=a><span class=credit><i class=credit-title>Foto:</i> Ann Berg</span></div>",
        "<video><p class=caption>Photo by</p></video>",
        "<div><img src=a><div class=credit>Ann Berg/AP</div></div>",
        "<div><img src=a><div class=credit>© Ann Berg</div></div>",
        "<div><img src=a><div class=credit>Foto: <img src=logo alt=Foto></div></div>",
        "<div><img src=a><p class=caption>The quay, as seen by</p></div>",
    ],
)
def test_a_credit_that_names_somebody_is_whole(line: str) -> None:
    assert _told(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "<p>Published</p><p>4 May 2026</p>",
        "<p>Published</p><p>3 weeks ago</p>",
        "<p>Posted on <time datetime=2026-05-04></time></p>",
        "<dl><dt>Updated:</dt><dd>yesterday</dd></dl>",
        "<p>Updated to include the board's answer</p>",
        "<p>5 min read</p>",
        "<p>4 May 2026 · 20 min read</p>",
        "<p>4 May 2026 at</p><p>10:30</p>",
        "<p>By Ann Berg, 4 May 2026 at<br>8:00</p>",
        "<p>What we have been looking at</p>",
        "<p>• • •</p>",
        "<p>| Ann Berg | 4 May 2026 |</p>",
        "<p>// Ann Berg // 4 May 2026</p>",
        "<p>Ann Berg | <i class=clock></i> | 4 May 2026</p>",
        "<p>Ann Berg | <span id=comments></span> | 4 May 2026</p>",
        "<p>By Ann Berg, , Bo Quay</p>",
        "<figure><img src=a><figcaption>Photo: Ann Berg / AFP</figcaption></figure>",
        "<p>10 min read</p>",
        "<p>0 comments</p>",
        "<p>Reading time:</p><p>5 minutes</p>",
        "<figure><img src=a><figcaption>Photo</figcaption></figure>",
        "<figure><img src=a><figcaption>Photo: Ann Berg</figcaption></figure>",
        "<figure><img src=a><figcaption>Photo: <img src=logo.png alt=''></figcaption></figure>",
        "<figure><img src=a><figcaption>The quay (left)</figcaption></figure>",
        "<figure><img src=a><figcaption>The quay, as in the photo</figcaption></figure>",
        "<figure><img src=a><figcaption>The quay. Photo: <svg></svg></figcaption></figure>",
    ],
)
def test_leaves_labels_with_a_value_alone(line: str) -> None:
    assert _told(line) == []


def test_a_date_behind_a_long_standfirst_is_the_headers() -> None:
    standfirst = "<p>The council wants it done before the autumn storms and will pay for it with a loan.</p>"
    assert _told(f"{standfirst}<p>4 May 2026 at</p>") == [("time", "4 May 2026 at")]
    assert _told(f"{standfirst}<p>Comments ()</p>") == []
