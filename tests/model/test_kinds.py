"""Each kind of the dialect has a recogniser: in HTML, in dumps, and for what a selector chose."""

import json
from pathlib import Path

import pytest

from layoutcheck.core.document import Document
from layoutcheck.model.kinds import find_kind, read_kind
from layoutcheck.model.shipped import schema_text
from layoutcheck.parse.parser import parse

KINDS = json.loads(schema_text("page-structure.schema.json"))["properties"]["x-kind"]["enum"]
SAMPLES = Path(__file__).parents[2] / "samples" / "pages"
PAGE = parse(Document("page.html", (SAMPLES / "good-wire-story" / "page.html").read_bytes()))
DUMP = parse(Document("page.txt", (SAMPLES / "ferry-wire-story-dump" / "page.txt").read_bytes(), "text/plain"))
#: What the sample page does not have.
LACKING = {"picture", "description"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_shows_every_kind(kind: str) -> None:
    found = find_kind(PAGE, kind)
    assert (found is not None) == (kind not in LACKING)


@pytest.mark.parametrize("kind", ["title", "headline", "dateline", "lead", "body", "teasers"])
def test_a_dump_shows_what_readers_see(kind: str) -> None:
    assert find_kind(DUMP, kind) is not None


@pytest.mark.parametrize("kind", ["canonical", "json-ld", "open-graph", "description", "language"])
def test_a_dump_shows_nothing_that_stands_in_a_head(kind: str) -> None:
    assert find_kind(DUMP, kind) is None


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_selector_chose_is_read_by_its_kind(kind: str) -> None:
    page = parse(Document("p.html", b"<p class=x>ZAGREB (AP) - By Ana Horvat, 20 January 2026</p>"))
    found = read_kind(page, kind, page.tree.select(".x"))
    if kind == "dateline":
        assert found is not None and found.value["place"].value == "ZAGREB"
    if kind == "published":
        assert found is not None and str(found.value).startswith("2026-01-20")
