"""What the parser lists is what a walk over its tree meets, in the same order: values are known by their number."""

import pytest
from leak_pages import page

from layoutcheck.templating.family import Where
from layoutcheck.templating.matcher import ValueMatcher
from layoutcheck.templating.value import all_values, matching_values

#: Text that the parser moves, joins, hides or reads in a way of its own.
AWKWARD = [
    "<p class='a b' title=1 href>one<b>two</b> three</p>",
    "<p>a</i>b<body class=x>c</p></body>d",
    "<table title=t>moved<tr><td>cell</table><select>s<p>t</select>",
    "<template title=q><i alt=r>inside</i> it</template><template shadowrootmode=open><p>shade</template>",
    "<script>var x = 1</script><style>p {}</style><script type=application/ld+json>{\"a\": \"b\"}</script>",
    "<svg xlink:href=u><![CDATA[c]]><title>d</title></svg><math alt=m>n</math>",
    "<noscript><img alt=n></noscript><textarea>\n &amp;</textarea><iframe>f</iframe><noembed>g</noembed>",
    "a&copy b &amp;lt; \0 \r\n c<!-- d --><img alt='&quot;' alt=twice title=\"x&copy=1\">",
    "<frameset><frame src=x></frameset>",
]  # fmt: skip


@pytest.mark.parametrize("html", [*AWKWARD, "".join(AWKWARD)])
def test_lists_are_in_the_order_of_the_walk(html: str) -> None:
    read = page(html)
    everything = ValueMatcher(["(?s).", "never"])
    matched = [value for value in matching_values(read, everything, Where.ANY) if value[2]]
    assert matched == [value for value in all_values(read) if value[2]]


@pytest.mark.parametrize(("where", "kind"), [(Where.LABEL, "attribute"), (Where.TITLE, "text")])
def test_only_the_kinds_of_place_that_are_asked_for(where: Where, kind: str) -> None:
    read = page("<p title=crane>crane</p>")
    told = {"attribute" if name else "text" for _, name, _ in matching_values(read, ValueMatcher(["crane"]), where)}
    assert told == {kind}
