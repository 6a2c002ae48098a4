"""Notes of the desk, and sentences that only look like them."""

import pytest

from layoutcheck import check_html
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
        (f"(ATTN: ADDS details) {'The wall will be raised.'}", "advisory"),
        ("(Adds details, quotes) STAVANGER (Reuters) - The wall", "advisory"),
        ("(Adds Smith: this is what we see.) And more.", None),
        ("HOLD FOR RELEASE until 6 p.m.", "embargo"),
        ("Hold until 6 p.m. GMT", "embargo"),
        ("dpa-Notizblock", "editors"),
        ("Note to subs: trim from below", "editors"),
        ("USA-TRUMP/CUBA (UPDATE 2)", "slug"),
        ("US-China trade talks resume in Geneva", None),
        ("COVID-19/Omicron: what we know", None),
        ("The embargo on timber ends in March", None),
        ("(The mole was built in 1871.)", None),
    ],
)
def test_tells_notes_from_sentences(text: str, kind: str | None) -> None:
    assert kinds(text) == ([kind] if kind else [])


def told(paragraph: str) -> list[str]:
    html = f"<title>Wall</title><article><h1>Harbour wall</h1>{STORY * 2}<p>{paragraph}</p>{STORY * 2}</article>"
    return [note.text for note in find_notes(parse(Document("page.html", html.encode())))]


SENTENCE = "The wall will be raised, the council said."


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (f"[CHECK SPELLING] {SENTENCE}", "[CHECK SPELLING]"),
        ("The mayor, Ann <b>Smyth</b> [CHECK SPELLING], said so.", "[CHECK SPELLING]"),
        (f"--ADD QUOTE HERE-- {SENTENCE}", "--ADD QUOTE HERE--"),
        (f"(xx check this with legal xx) {SENTENCE}", "(xx check this with legal xx)"),
        (f"{SENTENCE} (check with legal)", "(check with legal)"),
        (f"** CHECK NAMES ** {SENTENCE}", "** CHECK NAMES **"),
        ("[SUBS: please trim]", "[SUBS: please trim]"),
        ("DO NOT PUBLISH", "DO NOT PUBLISH"),
        ("(PHOTO TO COME)", "(PHOTO TO COME)"),
        (f"[NACHFRAGEN] {SENTENCE}", "[NACHFRAGEN]"),
        ("Bürgermeister Sande (NAME PRÜFEN) sagte das.", "(NAME PRÜFEN)"),
        (f"(Anm. d. Red.: bitte prüfen) {SENTENCE}", "(Anm. d. Red.: bitte prüfen)"),
        ("Foto fehlt noch", "Foto fehlt noch"),
        ("à compléter", "à compléter"),
        ("[CITATION À AJOUTER]", "[CITATION À AJOUTER]"),
        ("FALTA FOTO", "FALTA FOTO"),
        ("(OJO: falta confirmar con la fuente)", "(OJO: falta confirmar con la fuente)"),
        ("[DA VERIFICARE]", "[DA VERIFICARE]"),
        ("MANCA LA DIDASCALIA", "MANCA LA DIDASCALIA"),
        ("[CONFERIR NOME]", "[CONFERIR NOME]"),
        ("Around XX percent of the owners agree.", "XX percent"),
    ],
)
def test_working_notes_stand_anywhere_in_the_story(text: str, note: str) -> None:
    assert told(text) == [note]


@pytest.mark.parametrize(
    "text",
    [
        "More to come",
        "MORE TO COME",  # in the middle of a story
        "This is a developing story. More to come.",
        "Mehr folgt in Kürze.",
        "(check out our guide to the wall)",
        "(CHECK OUT THE GALLERY)",
        "[CHECK LATEST PRICE]",
        "[ADD TO CART]",
        "[ADD QUOTE]",  # filler-text tells it
        "[add quote]",
        "[FACT CHECK]",
        "(MISSING LINK)",
        "CONFIRM AGE",
        "He asked for facts [sic] and a (photo).",
        "He said this is true. (Check the facts.)",
        "“We have to [check the figures] first,” he said.",
        "They wrote “[CHECK SPELLING]” across it.",
        "(Anm. d. Red.: Der Name wurde geändert.)",
        "Les chiffres (à vérifier) sont bons.",
        "(à suivre)",
        "I dati (da verificare) del ministero.",
        "Super Bowl XXX, Louis XX and size XXL",
        "love you xx see you xx",
        "[Editor's note: this story has been updated]",
    ],
)
def test_what_is_said_to_readers_is_no_working_note(text: str) -> None:
    assert told(text) == []


def test_the_same_note_twice_in_a_paragraph_is_told_twice() -> None:
    twice = "Ann Smyth [CHECK NAME] and <b>Bo Smyth</b> [CHECK NAME] said so, and a third said nothing."
    assert told(twice) == ["[CHECK NAME]"] * 2


def test_a_caption_may_be_a_note() -> None:
    assert told("A<figure><img src=a.jpg><figcaption>Falta foto</figcaption></figure>") == ["Falta foto"]


def test_more_to_come_is_a_sign_off_where_it_closes_the_story_in_capitals() -> None:
    for text, found in (("MORE TO COME", ["sign-off"]), ("-MORE-", ["sign-off"]), ("More to come", [])):
        html = f"<title>Wall</title><article><h1>Harbour wall</h1>{STORY}<p>{text}</p></article>"
        assert [note.kind for note in find_notes(parse(Document("page.html", html.encode())))] == found


def test_notes_in_headline_and_dump_are_found() -> None:
    html = f"<title>Wall</title><article><h1>[CHECK NAMES] Harbour wall to be raised</h1>{STORY}</article>"
    dump = "\n\n".join(["Harbour wall to be raised", SENTENCE * 5, f"[NACHFRAGEN] {SENTENCE * 5}", SENTENCE * 5])
    for page, media_type, place in ((html, "text/html", (1, 33)), (dump, "text/plain", (5, 1))):
        findings = check_html(page, media_type=media_type).findings
        notes = [finding for finding in findings if finding.rule == "leaked-desk-note"]
        assert [(note.place.line, note.place.column) for note in notes] == [place]
