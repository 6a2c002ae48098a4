"""What shows code on purpose, and what only looks so."""

from __future__ import annotations

from turbohtml import Element

from layoutcheck.core.rare import rare
from layoutcheck.parse.once import once_a_page
from layoutcheck.parse.page import Page
from layoutcheck.templating.family import Where
from layoutcheck.templating.scanner import Sighting

CODE_TAGS = frozenset("pre code kbd samp tt xmp plaintext listing var math".split())
CODE_CLASS = rare(
    r"(?i)(?<!\S)highlight(?:er)?(?!\S)|(?:^|[\s_-])(?:hljs|prism|prettyprint|codemirror|syntaxhighlighter|crayon-\S+|codehilite|sourcecode|enlighter\S*|rouge|"
    r"shiki|gist|blob-code\S*|code-?(?:block|sample|snippet|example|box|wrapper)|mw-highlight|literal-block|programlisting|wp-block-code|"
    r"language-(?:[a-z]\w{2,}|[cjt]s|[cdr]|go|py|rb|sh|vb|md)|lang-(?:html|css|js|php|python|ruby|java|xml)|mathjax\S*|katex\S*|tex2?jax\S*|math|latex)(?=$|[\s_-])"
)
#: Words in the title of a page on programs.
_ON_PROGRAMS = rare(
    r"(?i)\b(?:php|python|ruby|java(?:script)?|perl|lua|c#|\.net|sql|code|coding|debug\w*|print_r|var_dump|arrays?|objects?|functions?|class|error|exceptions?|templates?|programm\w*|develop\w*)\b"
)


def left_for_debugging(page: Page, sighting: Sighting) -> bool:
    """Whether a dump fills the page's only ``pre``: debugging prints so, an article on programs has more to show."""
    candidate = sighting.candidate
    if sighting.family.message != "object-dump" or candidate.where is not Where.TEXT or candidate.tag != "pre":
        return False
    if candidate.value[: candidate.span[0]].strip() or len(page.tree.select("pre, code, kbd, samp")) > 1:
        return False
    return _ON_PROGRAMS.search(" ".join(node.text for node in page.tree.select("title, h1"))) is None


def labels_code(element: Element) -> bool:
    """Whether all that an element holds is code, so that its tooltip names code too."""
    code = element.select_one("code, kbd, samp, tt, var, pre")
    return code is not None and code.text.strip() == element.text.strip() != ""


@once_a_page
def shows_code(page: Page) -> bool:
    """Whether the page shows code: then its prose may quote it."""
    found = 0
    for element in page.tree.iter_elements(("pre", "code", "kbd", "samp")):
        found += 2 if element.tag == "pre" and len(element.text) > 30 else 1
        if found >= 2:
            return True
    return False
