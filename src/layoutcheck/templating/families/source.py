# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""What only machines should read, shown as text: styles, scripts, comments, front matter."""

from __future__ import annotations

import re

from layoutcheck.core.severity import Severity
from layoutcheck.templating.family import Candidate, Family, Where

_PROPERTY = (
    r"(?:-webkit-[a-z-]+|display|color|background|float|clear|margin|padding|border|font|text-[a-z]+|width|height|max-[a-z]+|min-[a-z]+|position|overflow|"
    r"visibility|opacity|list-style|line-height|vertical-align|cursor|white-space|z-index|align-items|justify-content|flex|grid|gap|box-sizing|box-shadow|content|transition|transform)"
)
_DECLARATION = rf"(?>{_PROPERTY}(?:-[a-z-]+)?)\s*+:\s*+[^{{}};<>:\s][^{{}};<>:\n]{{0,79}}"
_SIMPLE = r"(?:[.#][\w-]++|\*|\b(?:a|p|b|li|ul|ol|div|span|img|body|html|table|td|tr|h[1-6]|section|article|iframe|button|input)\b)[\w.#:\[\]()=\"'*-]{0,60}+"
_SELECTOR = rf"{_SIMPLE}(?:[\s,>+~]{{1,3}}{_SIMPLE}){{0,12}}+"
#: Statements with which the snippets begin that sites paste into their pages.
_STATEMENT = (
    r"(?:window\.)?dataLayer\s*=\s*(?:window\.)?dataLayer\s*\|\||(?:window\.)?dataLayer\.push\(|\bgtag\(['\"]|\(adsbygoogle\s*=|"
    r"\bgoogletag\.cmd\.push\(|\bfbq\(['\"]|_gaq\.push\(|\b_paq\.push\(|(?:jQuery|\$)\(document\)\.ready\(|\(function\s*\((?:\w,? ?)*\)\s*\{|!function\s*\((?:\w,? ?)*\)\s*\{|"
    r"\bdocument\.(?:write(?:ln)?|getElementById|querySelector(?:All)?|createElement|addEventListener)\(['\"]|\bwindow\.addEventListener\(['\"]|"
    r"\bvar \w+ = (?:document|window)\.\w+|\bwindow\.\w+ = (?:window\.|function|\{|\[)|\bfunction \w+\((?:\w+(?:, ?\w+)*)?\)\s*\{"
)
_KEY = r"(?:layout|title|date|author|authors|slug|tags|categories|category|draft|description|published|permalink|image|lang|type|weight)"


def _style(candidate: Candidate) -> Severity | None:
    """A rule with its selector, and nobody who talks of style sheets."""
    return (
        Severity.OFF
        if candidate.text.startswith("{") or re.search(r"\bCSS\b|(?i:style ?sheets?)", candidate.value)
        else None
    )


def _script(candidate: Candidate) -> Severity | None:
    """A statement: with what statements end on, or as the value's beginning."""
    rest = candidate.value[candidate.match.start() :]
    return None if re.search(r"[;{}]|\)\s*\Z|…|\.\.\.", rest) else Severity.OFF


FAMILIES = (
    Family(
        id="style-as-text",
        varied=True,
        rule="markup-as-text",
        engines=("CSS",),
        example=".crane { color: #333; }",
        cause="a style element's content was taken for text: its tags were stripped, or an editor field holds it",
        fix="strip the element together with its content before tags are stripped: wp_strip_all_tags($html), and keep styles in style sheets",
        cues=(r"\{\s*[a-z-]+ ?: ?[#A-Za-z0-9](?:[^{}\"'<>,]|, ?[A-Za-z0-9-]+[,;])*[;}]",),
        once=True,
        pattern=rf"{_SELECTOR}\s{{0,3}}\{{\s*+{_DECLARATION}(?:;\s*+{_DECLARATION}){{0,30}};?\s*+(?:!important;?\s*+)?\}}",
        where=Where.WORDS,
        certain=Where.NOWHERE,
        judge=_style,
        more=("#more-12 h2{margin:0 auto;font-size:20px}", "h2, h3 { display:none }"),
        unlike=("{color:red}", "a set {width: 3, height: 4}"),
    ),
    Family(
        id="script-as-text",
        varied=True,
        rule="markup-as-text",
        engines=("JavaScript",),
        example="window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);}",
        cause="a script's content was taken for text: its tags were stripped or escaped, or its element was closed too early",
        fix="strip the element together with its content before tags are stripped, and keep snippets out of stored text",
        cues=(
            r"dataLayer(?: ?= ?(?:window|dataL)|\.push\()",
            r"[>\s]gtag\(['\"&]",
            r"\(adsbygoogle ?=",
            r"googletag\.cmd\.push\(",
            r"[>\s](?:fbq|_gaq\.push|_paq\.push|document\.[a-zA-Z]+|window\.addEventListener|(?:jQuery|\$)\(document\)\.ready|!?\(?function ?[a-zA-Z]*)\(",
            r"[>\s](?:var [A-Za-z_]+ = (?:document|window)|window\.[A-Za-z_]+ = )",
        ),
        once=True,
        pattern=rf"(?:{_STATEMENT})[^\n<>]{{0,200}}",
        where=Where.TEXT | Where.META | Where.TITLE | Where.LABEL,
        certain=Where.NOWHERE,
        judge=_script,
        more=("gtag('config', 'G-1');", "(adsbygoogle = window.adsbygoogle || []).push({});"),
        unlike=("the gtag of Google", "his function in the port"),
    ),
    Family(
        id="conditional-comment",
        rule="markup-as-text",
        engines=("Microsoft Word", "Outlook"),
        tongues=((r"\[if (?:lt )?IE", ("Internet Explorer",)),),
        example="[if gte mso 9]>",
        cause="text that was pasted from Word or from a mailing holds conditional comments, and their marks were taken for text",
        fix="paste it as plain text, and strip comments whole, from <!--[if to endif]-->, before tags are stripped",
        cues=(r"&lt;!(?:--)?\[(?:if|endif)", r"[>\"'\s]\[if (?:gte mso|!?mso|!supp|supp)", r"[>\s]\[endif\]"),
        once=True,
        pattern=r"(?:<!(?:--)?)?\[if (?:!?\(?(?:mso|vml|support[A-Za-z]{2,30})|[gl]te? mso \d{1,2})[^\[\]\n]{0,60}\](?:>|-->)?|<!(?:--)?\[if [^\[\]\n]{1,60}\](?:>|-->)|(?:<!(?:--)?)?\[endif\](?:--)?>?",
        where=Where.WORDS,
        certain=Where.NOWHERE,
        more=("<!--[if IE]>", "[if !supportLists]", "<![endif]", "[endif]", "<!--[if mso]>"),
        unlike=("[if only]", "[if it rains]"),
    ),
    Family(
        id="comment-as-text",
        rule="markup-as-text",
        engines=("WordPress block editor", "HTML"),
        tongues=(("wp:", ("WordPress block editor",)), ("CDATA", ("XML",)), (r"\]\]>", ("XML",)), ("<!--", ("HTML",))),
        example="<!-- wp:paragraph -->",
        cause="text that holds a comment was escaped as if it were words",
        fix="render the text (apply_filters('the_content', $text), do_blocks($text)), or cut comments out before it is escaped",
        cues=(
            r"&lt;!(?:--|\[CDATA\[)",
            r"\]\](?:&gt;|>)\s*<",
            r"<!-- ?/?wp:[a-z]|\"<!(?:--|\[CDATA)",
        ),
        once=True,
        pattern=r"<!--(?=.{0,40}\w).{0,300}?-->|\A\s*<!--(?=.{0,40}\w).{0,300}\Z|<!\[CDATA\[|\A\s*\]\]>\s*\Z",
        flags=re.DOTALL,
        where=Where.WORDS,
        certain=Where.NOWHERE,
        more=(
            "<!-- /wp:image -->",
            '<!-- wp:heading {"level":3} -->',
            "<![CDATA[The lamps will be lit.]]>",
            "<!--more-->",
        ),
    ),
    Family(
        id="front-matter",
        varied=True,
        rule="markup-as-text",
        engines=("Jekyll", "Hugo", "Eleventy"),
        example="--- layout: post title: Crane date: 2026-03-04 ---",
        cause="the file's head was taken for text: something stands before its first line of dashes, or another program read the file",
        fix="begin the file with --- on a line of its own (no byte order mark, no blank line before it), and read it with a parser of front matter",
        cues=(
            r"[>\s](?:---|\+\+\+)\s+[a-z]",
            r"[>\s](?:layout|title): [^<>\n]*\s(?:layout|title|date|author|tags|categories|permalink|draft): ",
        ),
        once=True,
        pattern=rf"\A\s*+(?:---\s++{_KEY}\s*:\s.{{1,800}}?\s---(?=\s|\Z)|---[^\S\n]*\n\s*+{_KEY}\s*:[^\n]{{0,200}}\n\s*+{_KEY}\s*:[^\n]{{0,200}}|\+\+\+\s+{_KEY}\s*=\s.{{1,800}}?\s\+\+\+(?=\s|\Z)"
        rf"|(?:layout|title): \S[^\n]{{0,200}}?\s{_KEY}: \S[^\n]{{0,300}}\Z|(?:layout|title): [^\n]{{1,200}}\n\s*{_KEY}: \S[^\n]{{0,300}})",
        flags=re.DOTALL,
        where=Where.TEXT | Where.META,
        certain=Where.NOWHERE,
        judge=lambda c: Severity.OFF if c.where is Where.META and not c.text.startswith(("---", "+++")) else None,
        more=('+++ title = "Crane" date = 2026-03-04 +++', "layout: post title: Crane date: 2026-03-04"),
        unlike=("--- The crane: a story ---", "title: Crane"),
    ),
)
