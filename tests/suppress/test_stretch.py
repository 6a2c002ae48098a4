"""The whole of an element in its source."""

from __future__ import annotations

import pytest

from layoutcheck.suppress.stretch import stretch
from made_page import page_of


@pytest.mark.parametrize(
    ("html", "selector", "expected"),
    [
        ("<p>a</p><div id=x>b<b>c</b></div>d", "div", "<div id=x>b<b>c</b></div>"),
        ("<ul><li>a<li>b</ul>", "li", "<li>a"),
        ("<ul><li>a<li>b</ul>", "li + li", "<li>b"),
        ("<p>a<img src=x>b</p>", "img", "<img src=x>"),
        ("<table><tr><td>a</td></tr></table>", "tbody", "<tr><td>a</td></tr>"),
        ("<div><p>a", "p", "<p>a"),
        ("<main><p>a</main>b", "p", "<p>a"),
        ("<table><caption>a<tr><td>b</table>", "caption", "<caption>a"),
        ("a", "body", "a"),
    ],
)
def test_it_reaches_from_start_tag_to_end(html: str, selector: str, expected: str) -> None:
    page = page_of(html)
    begin, end = stretch(page, page.tree.select_one(selector))
    assert page.source[begin:end] == expected
