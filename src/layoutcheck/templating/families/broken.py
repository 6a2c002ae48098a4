"""Expressions that lost a brace, or all that stood between their braces."""

from __future__ import annotations

import re

from layoutcheck.core.severity import Severity
from layoutcheck.templating.families.brace import VARIABLES
from layoutcheck.templating.families.curly import TEX
from layoutcheck.templating.family import Candidate, Family, Where

_ENGINES = ("Jinja", "Twig", "Liquid", "Handlebars", "Vue", "Angular")
_NAME = r"[a-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*|\[['\"]?\w+['\"]?\])*(?:\s*\|\s*[a-z]\w*)?"


def _lost(candidate: Candidate) -> Severity | None:
    """A name that templates use, or one with members; not LaTeX, not a set of words in braces."""
    if TEX.search(candidate.before) or "\\" in candidate.value:
        return Severity.OFF
    if candidate.text.startswith(("<%", "${")):
        return None
    name = re.search(_NAME, candidate.text)
    if name is None or (
        candidate.where is Where.TEXT and re.search(r"[{}]\s*\"|\"\s*:|;\s*\}|\bfunction\b", candidate.value)
    ):
        return Severity.OFF
    if re.search(r"\w\.\w|\|", name[0]):
        return None
    return Severity.WARNING if name[0] in VARIABLES or "_" in name[0] else Severity.OFF


FAMILIES = (
    Family(
        id="curly-lost-brace",
        rule="placeholder-leak",
        engines=_ENGINES,
        tongues=(
            ("<%", ("ERB", "EJS", "JSP")),
            (r"^\$", ("JavaScript template literal", "Velocity", "JSP EL", "FreeMarker", "Chameleon")),
            (r"^\{[^{]*\Z", ("Svelte", "React JSX", "Dust.js")),
        ),
        example="{{ item.title }",
        cause="a brace is missing, so the engine took the expression for text",
        fix="close it as it is opened: {{ item.title }}, and let a linter read the templates (djlint, htmlhint)",
        cues=(
            r"(?:<|&lt;)%= ?[A-Za-z@]",
            r"\{\{[-~]? ?[a-z_$]",
            r"\{ ?[a-z_][A-Za-z0-9_]*\.[A-Za-z0-9_.]+ ?\}\}",
            r"\$\{[a-z][A-Za-z]*\.[A-Za-z.]+\s*<",
        ),
        pattern=rf"\{{\{{[-~]?\s*{_NAME}\s*\}}(?!\}})|\{{\{{[-~]?\s*{_NAME}(?![\w.\[(|$])(?=[^{{}}]*\Z)|(?<![{{$#%])\{{\s*{_NAME}\s*\}}\}}(?!\}})|<%=\s*[\w@]+(?:\.\w+)*\s*\Z|\A\s*\$\{{[a-z]\w*(?:\.\w+)+\s*\Z",
        where=Where.WORDS | Where.URL,
        client=True,
        judge=_lost,
        more=(
            "${item.title",
            "{{ item.title",
            "{ item.title }}",
            "{{ article.summary | escape }",
            "Read {{ teaser.he…",
            "<%= story.title",
            "By {{ author.name on Monday",
        ),
        unlike=("{{Hugs}", "{{hugs to all of you", "{{ hugs. Kisses. And more", r"\frac{{a}{b}}", "{{name: 'x'}"),
    ),
    Family(
        id="empty-expression",
        rule="placeholder-leak",
        engines=_ENGINES,
        tongues=((r"\{%", ("Jinja", "Twig", "Liquid")), (r"\$", ("JavaScript",)), ("<%", ("ERB", "EJS", "JSP"))),
        example="{{ }}",
        cause="the name between the braces is gone: a code generator or an editor's field was left empty",
        fix="put the name in, or delete the braces: {{ item.title }}",
        cues=(r"\{\{\s*\}\}", r"\{%\s*%\}", r"\$\{\s*\}", r"&lt;%=?\s*%&gt;"),
        pattern=r"\A\s*(?:\{\{\s*\}\}|\{%\s*%\}|\$\{\s*\}|<%=?\s*%>)\s*\Z",
        where=Where.WORDS,
        client=True,
        more=("{{}}", "<%= %>", "{% %}"),
        unlike=(r"${}^{14}$C", "the empty set {{ }}"),
    ),
)
