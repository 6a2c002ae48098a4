"""Where readers see the names that machines are told."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.byline.seen import find_seen
from layoutcheck.newsroom.structured import read_structured
from made_page import page_of


def seen(html: str, *names: str) -> tuple[tuple[str, ...], str] | None:
    page = page_of(f"<title>Jo Moe</title>{html}")
    found = find_seen(read_structured(page), names or ("Jo Moe",))
    return (found[0], page.text(found[1])) if found else None


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>By Jo Moe</p>", "Jo Moe"),
        ("<p>by JO MOE</p>", "JO MOE"),
        ("<p>Jo Moe's wall</p>", "Jo Moe"),
        ("<article><footer>Jo Moe</footer></article>", "Jo Moe"),
        ("<div class='comment-list'>Jo Moe</div><p>Jo Moe, reporter</p>", "Jo Moe"),
    ],
)
def test_a_name_is_seen_as_words_of_its_own(html: str, shown: str) -> None:
    assert seen(html) == (("Jo Moe",), shown)


@pytest.mark.parametrize(
    "html",
    ["<p>nobody</p>", "<p>Jo Moebius</p>", "<footer>Jo Moe</footer>", "<nav>Jo Moe</nav>", "<p hidden>Jo Moe</p>", "<p>© Jo Moe</p>",
     "<p class=copyright>Jo Moe</p>", "<div class=comments><p>Jo Moe</p></div>", "<select><option>Jo Moe</select>", "<script>'Jo Moe'</script>"],
)  # fmt: skip
def test_where_a_name_does_not_sign_it_is_not_seen(html: str) -> None:
    assert seen(html) is None


def test_a_first_name_is_seen_in_a_full_one() -> None:
    assert seen("<p>Ann Lee</p>", "Ann") == (("Ann Lee",), "Ann Lee")
    assert seen("<p>Ann is here</p>", "Ann") == (("Ann",), "Ann")


def test_of_several_the_first_that_is_seen_stands_for_all() -> None:
    assert seen("<p>Ann Lee</p>", "Jo Moe", "Ann Lee") == (("Jo Moe", "Ann Lee"), "Ann Lee")
