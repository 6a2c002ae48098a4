# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Text that was escaped twice, and markup that lost its meaning."""

from __future__ import annotations

import html.entities
import re

from layoutcheck.core.severity import Severity
from layoutcheck.templating.family import Candidate, Family, Where

_TAG = r"(?:o:p|st1:[a-z]+|p|br|a|em|strong|i|b|u|span|div|img|h[1-6]|ul|ol|li|small|sup|sub|blockquote|font|cite|figure|figcaption|iframe|center|table|tr|td|hr|strike|script|video|article|section)"
#: Attributes that scripts show as HTML, and classes of links whose ``title`` they show so.
_HTML_TITLE = re.compile(
    r"(?i)lightbox|fancybox|colorbox|tooltip|tipsy|qtip|hastip|popover|prettyphoto|magnific|thickbox|gallery|swipebox|photoswipe|tippy|tooltipster|shadowbox|highslide|rollover|bubble"
)


#: What is left of a character's name when its end is cut off.
_CUT_NAMES = r"(?:quot?|apos|nbsp?|[lr]squo?|[lr]dquo?|[nm]dash?|hell(?:ip?)?|amp|[aeiou](?:acut|acute|uml|grav|grave|circ?)|szlig|ccedi|ntild)"
#: Who hides an address from robots writes letters, digits, dots and @ by their numbers; who escapes twice doesn't.
_HIDING = re.compile(r"&#(?:4[5-9]|5[0-7]|6[4-9]|[78]\d|90|95|9[7-9]|1[01]\d|12[0-2]);")


def _entity(candidate: Candidate) -> Severity | None:
    name = candidate.text[1:].rstrip(";")
    if not name.startswith("#") and name + ";" not in html.entities.html5:
        return Severity.OFF
    if candidate.where is Where.URL:
        return Severity.INFO if name.lower() in {"amp", "#38", "#038", "#x26"} else Severity.OFF
    if candidate.where is Where.LABEL and (
        candidate.name.startswith("data-") or candidate.value.lstrip().startswith(("{", "["))
    ):
        return Severity.OFF
    if candidate.tag == "noscript" or len(_HIDING.findall(candidate.value)) > 8:
        return Severity.OFF  # markup kept for browsers without scripts; an address hidden from robots
    return None


def shows_html(candidate: Candidate) -> bool:
    """Whether a script shows this attribute as HTML: a tooltip, a lightbox caption."""
    element = candidate.element
    if element is None or candidate.where is not Where.LABEL:
        return False
    words = " ".join(
        f"{name}={value}"
        for name in (
            "class",
            "rel",
            "data-toggle",
            "data-bs-toggle",
            "data-html",
            "data-fancybox",
            "data-lightbox",
            "data-tooltip",
            "id",
        )
        if (value := element.attr(name))
    )
    return bool(_HTML_TITLE.search(words))


def _markup(candidate: Candidate) -> Severity | None:
    """A tag in text or in a label: not a talk about tags, not a tooltip's HTML, not what a reader typed."""
    if shows_html(candidate) or candidate.name.startswith("data-") or candidate.tag == "noscript":
        return Severity.OFF
    value = candidate.value
    if candidate.where is Where.TEXT:
        closing = re.search(rf"</{_TAG}\s*>", value)
        if closing is None and not re.search(r"<br\s*/?>|<img\s[^<>]*\bsrc=", value):
            return Severity.OFF
        if re.search(r"(?i)<(?:a href=\"\" title=\"\"|abbr title|acronym)|html[- ]?tags?|allowed tags|\btag\b", value):
            return Severity.OFF
    if candidate.where is Where.LABEL and re.search(r"(?i)<(?:ul|li|table|div|td)\b", value):
        return Severity.OFF if candidate.name == "title" else None
    return None


def _percent_coded(candidate: Candidate) -> Severity | None:
    """Words, not a file's name."""
    return Severity.OFF if re.search(r"\.(?:jpe?g|png|gif|webp|pdf|docx?|mp[34])\s*\Z", candidate.value) else None


def _markdown(candidate: Candidate) -> Severity | None:
    """A desk's mark (**FILE**) is none; one number sign is one only where a heading or a title begins with it."""
    text = candidate.text
    if re.match(r"# ", text):
        heading = candidate.element is None or re.fullmatch(r"h[1-6]", candidate.tag) or candidate.where is Where.TITLE
        return None if heading else Severity.OFF
    return Severity.OFF if text.strip("*").isupper() else None


FAMILIES = (
    Family(
        id="double-escape",
        rule="double-escape",
        engines=("any autoescaping engine",),
        example="Tips &amp; Tricks",
        cause="the text was escaped when it was stored and again when it was printed",
        fix="store plain text and escape once, at output; for text that is already escaped: {{ title|safe }}, {!! $title !!}, @Html.Raw(title)",
        cues=(
            r"&amp;(?:amp|quot|nbsp|apos|lt|gt|hellip|[lr][sd]quo|[lr]aquo|[sb][bd]quo|[mn]dash|szlig|copy|reg|trade|euro|pound|deg|middot|bull|shy|sect|times|"
            r"iexcl|iquest|ord[fm]|[AEIOUYaeiouyncNC](?:acute|grave|circ|uml|tilde|cedil|ring|slash|lig|caron)|#x?[0-9A-Fa-f]{2,5});",
            r"&#0?38;(?:[A-Za-z]{2,8}|#[0-9]{2,5});",
        ),
        once=True,
        pattern=r"&(?:[A-Za-z]{2,8}\d{0,2}|#\d{2,5}|#[xX][0-9A-Fa-f]{2,5});",
        where=Where.WORDS | Where.URL,
        certain=Where.NOWHERE,
        judge=_entity,
        more=("F&uuml;r alle", "It&#039;s here", "&amp;amp;", "a &#x2026; b"),
    ),
    Family(
        id="cut-reference",
        varied=True,
        rule="double-escape",
        message="cut-reference",
        engines=("CMS excerpt",),
        example="The lamps of the old crane will be lit from March on, as the port&#82…",
        cause="the text was cut to its length after it had been escaped, in the middle of a character",
        fix="cut first, escape then: {{ summary|truncate(150)|e }}, esc_attr(wp_trim_words($excerpt, 25))",
        cues=(
            r"&(?:amp;|#0?38;)#?[A-Za-z0-9]*(?:\.\.\.|\xe2\x80\xa6|&hellip;|&#8230;|\[|[<\"'])",
            r"&(?:quo|[lr]squo?|[lr]dqu?|nbs|[nm]das|hell?i?|eacut)(?:\.\.\.|\xe2\x80\xa6|&hellip;|&#8230;|[<\"'])",
        ),
        pattern=rf"(?P<leak>&(?:#[xX]?\d{{0,4}}|{_CUT_NAMES}))(?=\s?(?:…|\.\.\.|\[(?:…|\.\.\.)|\Z))",
        where=Where.WORDS,
        certain=Where.NOWHERE,
        judge=lambda c: Severity.OFF if len(c.value.strip()) < 25 else None,
        at=Where.META,
        named="description",
        more=(
            "The lamps of the old crane will be lit from March on &#8…",
            "Crane lit from March on, says the port&rsqu...",
            "The lamps of the old crane will be lit &ldqu",
        ),
        unlike=(
            "The shop of the harbour sells clothes by M&",
            "They met at the old crane and talked of R&B...",
            "The lamps of the crane will be lit & then…",
        ),
    ),
    Family(
        id="backslash-escape",
        rule="double-escape",
        engines=("PHP magic quotes", "JavaScript", "JSON"),
        example="You\\'ve got this",
        cause="the text was escaped for a string literal or a query and printed with its backslashes",
        fix="unescape it once where it is read: stripslashes($text), json_decode($text)",
        cues=(
            r"\\[\"'&]",
            r"\\u[0-2][0-9a-fA-F]",
            r"[.!?;:>)\xae]\\n",
            r"[a-z]\\(?:r\\)?n[A-Z]",
            r"\\\xe2\x80\x99",
        ),
        once=True,
        pattern=r"(?<=[A-Za-zÀ-ÿ])\\['’](?=[A-Za-z])|(?<![\\\w])\\[\"'](?=\w[^\"'\\\n]{0,80}\\[\"'])|(?<= )\\'(?=n\b)|(?<=[a-z,] )\\[\"](?=\w[^\"\\\n]{0,200}\Z)|(?<=\d)\\[\"'](?=[\s,)]|\Z)|\\u(?:00[0-9a-fA-F]{2}|20[0-9a-fA-F]{2}|01[0-7][0-9a-fA-F])|(?<=[.!?;:>)])\\n(?=[\s\\A-Z]|$)|(?<=[a-z])\\(?:r\\)?n(?=[A-Z][a-z]+ )",
        where=Where.WORDS,
        certain=Where.NOWHERE,
        deny=r"[{}\[\]]\s*\"|\"\s*:|\bfunction\b|[A-Z]:\\|\\\\",
        more=(
            "Luis \\u00c1vila",
            "The bricks \\'n blooms guide",
            "Save it.\\n Then go on",
            "The first line\\nThe second line of it",
            '\\"10/25/22\\"',
            'The harbour promised \\"a new way to',
            "a mat of 6\\' x 9\\'",
        ),
        unlike=("C:\\new\\users", "\\nabla f"),
    ),
    Family(
        id="percent-coded",
        varied=True,
        rule="double-escape",
        message="percent-coded",
        engines=("any program that builds addresses",),
        example="Bridge%20over%20the%20river",
        cause="the text was encoded for an address and then printed as text",
        fix="encode a value only where the address is put together ({{ title|urlencode }}), and print the value as it is",
        cues=(
            r"[A-Za-z]%(?:20|C3%..)[a-zA-Z][^\s/:=?&<>\"']*(?:<| [|-] )",
            r"[A-Za-z]%C3%[89AB][0-9A-F][a-z]* [A-Za-z]",
        ),
        once=True,
        pattern=r"\A\s*[^\s/:=?&<>@]*[^\W\d]%(?:20|C3%[89AB][0-9A-F]|2C%20|27)[^\W\d][^\s/:=?&<>@]*(?:\s[|–—-]\s[^<>]{1,60})?\s*\Z|(?<![\w/%.=?&-])[^\W\d_]+%C3%[89AB][0-9A-F][^\W\d_]*(?=\s[^\W\d_]|\s*\Z)",
        where=Where.TEXT | Where.TITLE,  # attributes are full of addresses
        certain=Where.NOWHERE,
        judge=_percent_coded,
        named="h2",
        more=("Bridge%20over | Harbour Post", "K%C3%BCste", "Der Kran an der K%C3%BCste leuchtet"),
        unlike=("photo%20of%20crane.jpg", "up 10%20 and more", "https://x.example/a%20b"),
    ),
    Family(
        id="markup-as-text",
        rule="markup-as-text",
        engines=("any autoescaping engine", "CMS excerpt"),
        example="<p>The spring line is here.</p>",
        cause="a field that holds HTML is printed where only text can stand",
        fix="strip the tags for attributes and meta ({{ summary|striptags }}, wp_strip_all_tags($excerpt)); in text print it unescaped ({{ body|safe }})",
        cues=(
            r"&lt;/?[a-z]",
            r"(?:alt|title|aria-label|placeholder|content)=\"[^\"<>]*</?[a-z]",
            r"(?:alt|title|aria-label|placeholder|content)='[^'<>]*</?[a-z]",
        ),
        once=True,
        pattern=rf"(?i)</?{_TAG}(?:\s++(?:[^<>\s][^<>]{{0,299}})?)?\s*/?>",
        where=Where.WORDS,
        certain=Where.NOWHERE,
        judge=_markup,
        at=Where.META,
        named="description",
        more=("a plot by <em>snow days</em> lovers", '<a href="https://x.example/">Read more</a>'),
    ),
    Family(
        id="broken-tag",
        varied=True,
        rule="markup-as-text",
        engines=("own markup", "CMS editor"),
        example='< img src="/crane.jpg" alt="The crane">',
        cause="the tag lost its bracket, or a space follows it, so it is text",
        fix='write the tag whole, with no space behind its bracket: <img src="/crane.jpg" alt="The crane">',
        cues=(
            r"(?:<|&lt;) (?:img|script|iframe|div|span|link|meta|a) [a-z-]+=",
            r"[>\s](?:script|iframe|img) (?:type|src|async|width|alt|id|class)=",
        ),
        once=True,
        pattern=r"<\s(?:img|script|iframe|div|span|link|meta|a)\s+[a-z-]+=[^<>]{1,400}>|\A\s*(?:script|iframe|img)\s(?:[a-z-]+=\"[^\"<>]{0,300}\"\s*|async\s+|defer\s+){1,10}/?>",
        where=Where.TEXT,
        certain=Where.NOWHERE,
        more=('script type="text/javascript" src="https://ads.example/a.js">',),
        unlike=('title="Crane" is what the page says', "a < b and c > d"),
    ),
    Family(
        id="markdown",
        rule="markup-as-text",
        engines=("Markdown",),
        example="See [the tide table](https://harbour.example/tides) first",
        cause="a field that holds Markdown is printed without being rendered",
        fix="render it ({{ body | markdown }}, marked.parse(body)), or strip it where only text can stand ({{ body | markdown | striptags }})",
        cues=(
            r"\]\((?:https?:|/)",
            r"\]\([A-Za-z0-9._/-]+\.(?:png|jpe?g|gif|webp|svg|avif)\)",
            r"\*\*[A-Za-z0-9\xc3]",
            r"#{2,6} [A-Z]",
            r"[>\s]# [A-Z]",
            r"\|\s?:?---",
            r"[>\s]:::+ ?(?:tip|note|info|warn|dang|caut|deta|call|\{)",
            r"@\[[a-z]+\]\(",
        ),
        once=True,
        judge=_markdown,
        pattern=r"!\[[^\[\]\n]{0,160}\]\([^()\s]{1,400}\.(?:png|jpe?g|gif|webp|svg|avif)(?:\s\"[^\"\n]{0,160}\")?\)|!?\[[^\[\]\n]{0,160}\]\((?:https?://|/)[^()\s]{1,400}(?:\s\"[^\"\n]{0,160}\")?\)|(?<![\w*/\\])\*\*(?=[^\W_])[^*\n]{1,160}(?<=[\w.!?)\"”’])\*\*(?![\w*])|\A\s*#{1,6} [A-Z]\S* [^#\n]{2,160}\Z|\|(?:\s?:?-{3,40}:?\s?\|){2,20}|(?:\A|(?<=\n))\s*:{3,6} ?(?:tip|note|info|warning|danger|caution|details|callout|\{\.?[a-z][\w .#=\"-]{1,80}\})(?: [^\n]{1,80})?|@\[[a-z]{2,20}\]\([^()\s]{3,200}\)",
        where=Where.WORDS,
        certain=Where.NOWHERE,
        more=(
            "| Route | Fare |\n|---|---|",
            "::: tip",
            "@[youtube](a1B2c3)",
            "The **old** crane",
            "![crane at night](/img/crane.jpg)",
            "## The harbour wall",
            "![Tides](tides.png)",
        ),
        unlike=(
            "**spoilers below",
            "2**3**2 is 512",
            "5 ** 3 ** 2",
            "||---||",
            "see ::: here",
            "[1](note)",
            "**** hotel ****",
            "**FILE** In this photo",
            "#1 Crane",
        ),
    ),
    Family(
        id="escaped-quotes",
        rule="double-escape",
        message="escaped-quotes",
        engines=("JavaScript", "JSON", "PHP magic quotes"),
        example='\\"https://news.example/crane\\"',
        cause="the markup was escaped for a string and printed with its backslashes, so they are part of the attribute",
        fix="unescape it once where it is read: json_decode($html), JSON.parse(text), stripslashes($html)",
        cues=(r"(?:href|src|lang|alt)=[\"']?\\(?:[\"']|&quot;|&#(?:34|0?39|x27);)",),
        pattern=r"\A\\[\"'][^\s\"'\\]*(?:\\[\"'])?\Z",
        where=Where.URL | Where.LABEL | Where.META,
        certain=Where.URL,
        at=Where.URL,
        named="href",
        judge=lambda c: Severity.WARNING if c.name == "lang" else None,
    ),
)
