"""Pieces of pages as people and templates write them: text, references, tags that close nothing."""

import html

from hypothesis import strategies as st

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0\r<&"), min_size=1, max_size=12)
PIECES = st.lists(
    st.one_of(
        TEXT,
        TEXT.map(lambda text: html.escape(text)),
        st.sampled_from(["<b>", "</b>", "<p>", "</p>", "<br>", "<!-- c -->", "&hellip;", "&#65;", "\n", "<li>", "</div>",
                         '<a href="?a&amp;b" title=\'x\'>', "</a>", "<table>", "<td>", "</table>", "<i>", "</i>"]),
    ),
    max_size=30,
)  # fmt: skip
