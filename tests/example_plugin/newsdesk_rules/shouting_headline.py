"""A headline all in capitals; shows how a rule works on lxml's tree."""

from collections.abc import Iterator

from layoutcheck import Hit, NoOptions, Page, Rule, Severity, Spot, lxml_tree

rule = Rule(
    summary="a headline is all in capitals",
    severity=Severity.INFO,
    messages={"shouting": 'the headline "{text}" is all in capitals'},
)


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Tell each h1 whose letters are all capitals."""
    tree = lxml_tree(page)
    for heading in tree.root.iter("h1"):
        text = " ".join("".join(heading.itertext()).split())
        if text.isupper():
            yield Hit("shouting", Spot(tree.node(heading)), {"text": text})
