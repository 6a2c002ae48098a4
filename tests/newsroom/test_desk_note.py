"""Notes of the desk, and sentences that only look like them."""

import pytest

from layoutcheck.core.document import Document
from layoutcheck.newsroom.desk_note import find_notes
from layoutcheck.parse.parser import parse

STORY = "<p>The wall that shelters the old harbour will be raised by half a metre, the council said.</p>" * 3


def kinds(paragraph: str) -> list[str]:
    html = f"<title>Wall</title><article><h1>Harbour wall to be raised</h1><p>{paragraph}</p>{STORY}</article>"
    return [note.kind for note in find_notes(parse(Document("page.html", html.encode())))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("EDS: UPDATES with quotes", "editors"),
        ("ATTENTION EDITORS - Visual coverage available", "editors"),
        ("(Adds details, background)", "advisory"),
        ("(Aktualisiert) (Ergänzt: Zitat)", None),
        ("(Ergänzt: Zitat im dritten Absatz)", "advisory"),
        ("Embargoed until 00:01 GMT", "embargo"),
        ("Sperrfrist: 22. Januar, 6 Uhr", "embargo"),
        ("BC-EU--Harbour Wall", "slug"),
        ("USA-TRUMP/CUBA (UPDATE 2)", "slug"),
        ("US-China trade talks resume in Geneva", None),
        ("COVID-19/Omicron: what we know", None),
        ("The embargo on timber ends in March", None),
        ("(The mole was built in 1871.)", None),
    ],
)
def test_tells_notes_from_sentences(text: str, kind: str | None) -> None:
    assert kinds(text) == ([kind] if kind else [])
