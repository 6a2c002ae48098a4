"""Links, pictures and link numbers in lines of dumps: what is text, what an element, and where each stands."""

import pytest

from layoutcheck.parse.dump_inline import Numbered, Reader, is_markdown, link_list, links, markdown, plain


def told(read: Reader, source: str) -> list[str]:
    """The pieces of a source: texts as they are, elements with their attributes."""
    found = []
    for piece in read(source, 0, len(source)):
        if piece.is_end:
            found.append(f"</{piece.tag}>")
        elif piece.tag:
            values = " ".join(f"{name}={source[slice(*at)]}" for name, at in piece.attributes.items())
            found.append(f"<{piece.tag} {values}>")
        elif piece.text[0] < piece.text[1]:
            found.append(source[slice(*piece.text)])
    return found


@pytest.mark.parametrize(
    ("source", "pieces"),
    [
        ("[More](/more) news", ["<a href=/more>", "More", "</a>", " news"]),
        ("![A wall](/w.jpg)", ["<img src=/w.jpg alt=A wall>"]),
        ("[![A wall](/w.jpg)Leaks](/l)", ["<a href=/l>", "<img src=/w.jpg alt=A wall>", "Leaks", "</a>"]),
        ("[[A wall] Leaks ](/l)", ["<a href=/l>", "[A wall] Leaks ", "</a>"]),
        ('[More](/more "all of it")', ["<a href=/more>", "More", "</a>"]),
        ("[More](<{{ url }}>)", ["<a href={{ url }}>", "More", "</a>"]),
        ("[More]({{ url }})", ["<a href={{ url }}>", "More", "</a>"]),
        ("[Wall](/wiki/Wall_(harbour))", ["<a href=/wiki/Wall_(harbour)>", "Wall", "</a>"]),
        ("**bold** and _thin_ snake_case", ["bold", " and ", "thin", " snake_case"]),
        (r"2026\. \- not a list", ["2026", ". ", "- not a list"]),
        ("he [the mayor] said", ["he [the mayor] said"]),
        ("a long-\nstanding wall", ["a long-", "standing wall"]),
        ("[a](b](c) ]", ["[a](b](c) ]"]),
        ("[no end](/x", ["[no end](/x"]),
    ],
)
def test_markdown(source: str, pieces: list[str]) -> None:
    assert told(markdown, source) == pieces


@pytest.mark.parametrize(
    ("source", "pieces"),
    [
        ("[1]Home [2]World", ["Home ", "World"]),
        ("ECONOMY[3] Salt", ["ECONOMY", " Salt"]),
        ("see note [1] and [1]", ["see note ", " and [1]"]),
        ("as said [2019] in court", ["as said [2019] in court"]),
    ],
)
def test_numbers_of_links_count_upwards(source: str, pieces: list[str]) -> None:
    assert told(Numbered(), source) == pieces


def test_numbers_go_on_from_line_to_line() -> None:
    read = Numbered()
    assert told(read, "[7]one") == ["one"]
    assert told(read, "[7]one") == ["[7]one"]


def test_pictures_without_text_are_no_text() -> None:
    assert told(plain, "[logo.png] Harbour [x?a=1&b]") == ["<img src=logo.png>", " Harbour ", "<img src=x?a=1&b>"]
    assert told(plain, "[logo] Harbour [sic]") == ["[logo] Harbour [sic]"]


def test_the_list_of_links_is_found_with_its_addresses() -> None:
    dump = "   [1]Home\n\nReferences\n\n   Visible links:\n   1. https://news.example/\n   2. /share?u={{ url }}\n"
    start = link_list(dump)
    assert dump[start:].startswith("References")
    assert told(lambda source, _, __: links(source, start), dump) == [
        "<a href=https://news.example/>", "</a>", "<a href=/share?u={{ url }}>", "</a>",
    ]  # fmt: skip
    assert link_list("References\n\nno list follows") == len("References\n\nno list follows")


@pytest.mark.parametrize("line", ["# Headline", "a [link](/x) in", "![](/x.jpg)"])
def test_markdown_is_known_by_its_marks(line: str) -> None:
    assert is_markdown(f"some\n{line}\n")
    assert not is_markdown("#hashtag\n[a] (b)\n* star\n")
