"""The stretches of a source that are worth scanning."""

from __future__ import annotations

import pytest

from layoutcheck.templating.cut import cut
from made_page import page_of

CODE = "var a = '{{ x }}';" * 2


def read(html: str) -> list[tuple[str, bool]]:
    source, stretches = cut(page_of(html))
    return [(source[begin:end].decode(), json_ld) for begin, end, json_ld in stretches]


def test_scripts_and_styles_are_left_out_and_json_ld_stays() -> None:
    html = f'<p>a</p><script>{CODE}</script><p>b</p><style>{CODE}</style><script type=application/ld+json>{{"a": "bcdefgh"}}</script><p>c</p>'
    found = read(html)
    assert [text for text, json_ld in found if json_ld] == ['{"a": "bcdefgh"}']
    plain = "".join(text for text, json_ld in found if not json_ld)
    assert CODE not in plain and all(f"<p>{name}</p>" in plain for name in "abc")


def test_a_script_of_other_json_is_left_out() -> None:
    found = read(f'<p>a</p><script type="application/json">{{"a": "{CODE}"}}</script><p>b</p>')
    assert CODE not in "".join(text for text, _ in found) and not any(json_ld for _, json_ld in found)


@pytest.mark.parametrize(
    "html",
    [f"<p>a</p><script-loader>{CODE}</script-loader>", "<p title='<script>'>a</p>", "<p>a</p><script>x()</script>"],
)
def test_other_elements_quotes_and_short_scripts_stay(html: str) -> None:
    assert "".join(text for text, _ in read(html)) == html


def test_a_script_in_a_comment_is_left_out_with_the_rest_of_it() -> None:
    assert "".join(text for text, _ in read(f"<p>a</p><!-- b <script>{CODE}</script> -->c")) == "<p>a</p><!-- b -->c"


def test_a_script_without_end_is_left_to_the_tree() -> None:
    found = read(f"<p>a</p><script>{CODE}")
    assert CODE not in "".join(text for text, _ in found) and "<p>a</p>" in found[0][0]


def test_a_style_in_a_script_ends_nothing() -> None:
    html = f"<script>{CODE}'<style>'{CODE}</script><p>b</p>"
    assert CODE not in "".join(text for text, _ in read(html)) and "<p>b</p>" in "".join(text for text, _ in read(html))


def test_letters_beyond_ascii_do_not_shift_the_stretches() -> None:
    html = f"<p>Łódź €</p><script>{CODE}</script><p>é</p>"
    assert "".join(text for text, _ in read(html)) == html.replace(CODE, "")
