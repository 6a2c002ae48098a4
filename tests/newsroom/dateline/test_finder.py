"""Where a page's dateline is found, and where none is."""

import pytest

from layoutcheck.core.document import Document
from layoutcheck.newsroom.dateline.finder import find, read
from layoutcheck.newsroom.found import plain
from layoutcheck.parse.page import Page
from layoutcheck.parse.parser import parse

FIRST = "The harbour board met on Monday and decided to raise the wall by half a metre before autumn."
STORY = f"""<p>{FIRST}</p><p>Work begins in spring and lasts until the first storms, the harbour master told the meeting.</p>
<p>Boats that lie at the inner quay have to move to the new basin before the end of March, she said.</p>"""
HEAD = "<html lang=en><body><article><h1>Harbour wall to be raised</h1>"


def page(body: str, media_type: str = "text/html") -> Page:
    return parse(Document("page", body.encode(), media_type, "utf-8"))


def parts(body: str, media_type: str = "text/html") -> dict[str, str]:
    found = find(page(body, media_type))
    return dict(plain(found)) if found else {}


def test_across_inline_tags_with_exact_places() -> None:
    tested = page(f"{HEAD}<p><b>STAVANGER</b>, <i>Norway</i> (<a href=/ap>AP</a>)&nbsp;— {FIRST}</p>{STORY}")
    found = find(tested)
    assert found is not None
    assert [tested.text(part.spot) for part in found.value.values()] == [
        "STAVANGER, Norway (AP)\xa0—", "STAVANGER, Norway", "AP",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "place", "source"),
    [("<p class=dateline>STAVANGER</p>", "STAVANGER", ""), ("<div class=location>Bergen, Norway</div>", "Bergen, Norway", ""),
     ("<span itemprop=locationCreated>Oslo</span>", "Oslo", ""), ("<p>STAVANGER</p><p>Agence France-Presse</p>", "STAVANGER",
      "Agence France-Presse"), ("<div class=byline>Reuters, Oslo</div>", "Oslo", "Reuters"),
     ("<p class=intro>Half a metre more of granite, says the council, and every one in the town agrees for once.</p>"
      "<p>BERGEN</p>", "BERGEN", "")],
)  # fmt: skip
def test_on_a_line_of_its_own_or_in_the_header(before: str, place: str, source: str) -> None:
    got = parts(f"{HEAD}{before}{STORY}")
    assert (got.get("place", ""), got.get("source", "")) == (place, source)


@pytest.mark.parametrize(
    "before",
    ["<a href=/tags/bergen>Bergen</a>", "<ul class=breadcrumb><li>Norway</li><li>Bergen</li></ul>",
     "<p class=kicker>BERGEN</p>", "<p class=byline>By Charlotte Bergen</p>", "<p>Save</p>",
     "<figure><figcaption>BERGEN (AP) — The old wall, as seen from the quay on which the boats lie in winter.</figcaption></figure>",
     "<p class=dateline>21 January 2026</p>", "<p class=author>QUAYSIDE(US)</p>",
     "<dl class=event-place><dt>Bergen:</dt><dd>13 May</dd></dl>"],
)  # fmt: skip
def test_not_in_kickers_links_bylines_and_captions(before: str) -> None:
    assert parts(f"{HEAD}{before}{STORY}") == {}


def test_behind_a_standfirst() -> None:
    standfirst = (
        "<p class=standfirst>After three winters with floods in the square, the council wants half a metre.</p>"
    )
    assert parts(f"{HEAD}{standfirst}<p>BERGEN — {FIRST}</p>{STORY}")["place"] == "BERGEN"


def test_in_a_dump() -> None:
    dump = f"Harbour wall to be raised\n\nVALLETTA\nHarbour wall to be raised\n\n{FIRST}\n\n{FIRST[:-1]}, they said.\n"
    assert parts(dump, "text/plain") == {"text": "VALLETTA", "place": "VALLETTA"}


def test_in_elements_that_a_schema_selects() -> None:
    tested = page(f"{HEAD}<div class=x>BODØ (NTB) –</div>{STORY}")
    found = read(tested, tested.tree.select(".x"))
    assert found is not None and plain(found) == {"text": "BODØ (NTB) –", "place": "BODØ", "source": "NTB"}
    other = read(tested, tested.tree.select("h1"))
    assert other is not None and plain(other) == {"text": "Harbour wall to be raised"}
    assert read(tested, []) is None


def test_with_places_and_sources_of_the_configuration() -> None:
    from layoutcheck.core.site import Site

    body = f"{HEAD}<p>ENTENHAUSEN - {FIRST}</p>{STORY}"
    assert parts(body) == {}
    tested = page(body)
    tested.site = Site(places=("Entenhausen",))
    found = find(tested)
    assert found is not None and plain(found)["place"] == "ENTENHAUSEN"


def test_a_headline_in_a_template_is_no_beginning() -> None:
    body = f"<html lang=en><body><template><h1>Harbour wall</h1><p>x</p></template><article><p>OSLO (AP) — {FIRST}</p>{STORY}"
    assert parts(body)["place"] == "OSLO"
