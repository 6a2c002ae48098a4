# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Expressions in single braces, ``${…}`` and ``#{…}``: JavaScript, EL, FreeMarker, Velocity."""

from __future__ import annotations

import re

from layoutcheck.core.rare import rare
from layoutcheck.core.severity import Severity
from layoutcheck.templating.families import tongue
from layoutcheck.templating.families.field import FIELDS
from layoutcheck.templating.family import Candidate, Family, Where

#: Names that programs give to values and authors don't put into braces for show.
VARIABLES = FIELDS | frozenset(
    "title name headline url uri link image img author date time count number description summary text content "
    "category label value item user username email site sitename sitename page year month day price total city "
    "country address phone message subject caption alt body excerpt id slug tag tags section lang language "
    "firstname lastname company query keyword share permalink handle placeholder subtitle teaser byline version unsubscribe minutes hours seconds num vorname nachname anrede "
    "remaining amount currency location region temperature temp views likes followers partners vendors duration".split()
)
#: What templates call the things of which they print members.
OBJECTS = frozenset("article story post page content entry node teaser news item author section site user".split())
#: What a mailing calls its readers.
_READERS = frozenset("name firstname lastname vorname nachname anrede email company".split())
#: Variables that an ad server, a tracker, a search form or a lazy loader fills, never the page's template.
_FILLED_LATER = rare(
    r"(?i)[{[%$]*(?:random|rnd|rand|rand_?(?:int|num)\w*|time_?stamp|ts|cache_?bust(?:er|ing)?|cb|ord|correlator|click\w*|"
    r"gdpr\w*|consent\w*|us_privacy|addtl_consent|lpurl|creative\w*|campaign\w*|ad_?group\w*|adformat|ad_?id|placement\w*|network|device\w*|"
    r"match_?type|target_?id|feed_?item\w*|loc_\w+|gclid|width|height|w|h|size|sizes|dpr|quality|format|ext|resolution|"
    r"query|q|s|search\w*|keyword\w*|term\w*|\w*query(?:string)?|\w*_?search_?term\w*|\w*_term|input|var\d*|publisher\w*|source\w*|"
    r"site_?id|section_?id|section_?name|origsrc|lang|x|y|z|page_?num\w*|start_?(?:page|index)|count|language|output_?encoding|"
    r"input_?encoding|id|ad_\w+|ob_\w+|ttd_\w+|user\.id|idfa|gaid|auction\w*|bid\w*|width_?x_?height)[}\]%]*"
)
#: Braces and a dollar sign as addresses write them.
_CODED = re.compile(r"(?i)%7[bd]|%24")
_AD_HOST = rare(
    r"(?i)^(?:https?:)?//[^/]*(?:\bads?\d*\b|adserv|doubleclick|adition|adform|adnxs|outbrain|taboola|criteo|openx|rubicon|pubmatic|"
    r"tracking|track\b|pixel|metrics|zanox|awin|tradedoubler|flashtalking|sizmek|serving-sys|scorecardresearch|krxd|bluekai)"
)
#: What of TeX, or of another bracket, may stand before a brace that is none of a template's.
TEX = re.compile(r"\\[A-Za-z]*$|[\^_\\$}\])]$|\\[A-Za-z]+(?:\{[^{}]*\}|\[[^\[\]]*\])+$")
#: How a declaration of a style begins.
_STYLE = rare(
    r"(?:display|color|background|float|clear|margin|padding|border|font|text|width|height|position|overflow|visibility|opacity|list|line|vertical|cursor)[a-z-]*:"
)

#: Cues tell what is needed of a leak beyond its brace, which styles and scripts in attributes are full of.
_NAMED = r"\{ ?[A-Za-z_\x80-\xff][A-Za-z0-9_.:-]*(?:\s?\}|\s?&|[\x80-\xff])"


def later(candidate: Candidate) -> bool:
    """Whether an address holds a macro that an ad server, a tracker or a search form fills."""
    if not candidate.where & (Where.URL | Where.META | Where.JSONLD | Where.TEXT):
        return False
    name = _CODED.sub("", candidate.text).strip("{}[]%$#_ ")
    if candidate.where is Where.URL:
        if name.upper() == name or _AD_HOST.match(candidate.value):
            return True
        if re.search(r"(?i)[?&;](?:utm_\w+|cb|ord|rnd|ts|cid|clickid|sub\w*|aff\w*|gdpr\w*)=$", candidate.before):
            return True
    if re.search(r"(?i)template\w*(?:%5B|\[)?[^&=]*=[^&=]*$", candidate.value[: candidate.match.start()]):
        return True  # an address template handed to a service that fills it
    if re.search(r"(?i)open_?id\w*=", candidate.value[: candidate.match.start()]):
        return True  # the reader's own name at a provider, for which the form asks
    address = "://" in candidate.value or candidate.where is Where.URL or candidate.name in {"target", "urlTemplate"}
    return address and _FILLED_LATER.fullmatch(name) is not None


def _single(candidate: Candidate) -> Severity | None:
    """``{name}``: a variable, not LaTeX, not a recipe's {Ever}, not a search form's {search_term_string}."""
    text, where = candidate.text, candidate.where
    name = _CODED.sub("", text).strip("{}").strip()
    if TEX.search(candidate.before) or candidate.before.endswith(("{", "#", "$", "$!", "%", "@", "&")):
        return Severity.OFF
    if candidate.after.startswith("}") or later(candidate):
        return Severity.OFF
    if where is Where.JSONLD and (
        candidate.name in {"target", "urlTemplate", "query-input"} or "://" in candidate.value
    ):
        return Severity.OFF
    if name.startswith("$"):
        return None
    if re.fullmatch(r"\w?(?:[_.:-]\w?)+", name):
        return Severity.OFF  # a face: {o_o}
    built = (
        re.search(r"[^\W_A-Z][_.:][^\W\d_A-Z]|^[a-z]+(?:-[a-z]+)+$|[a-z][A-Z]|^[A-Z]+(?:_[A-Z]+)+$", name) is not None
    )
    if ":" in name and (candidate.before[-1:].isalnum() or _STYLE.match(name)):
        return Severity.OFF  # a style's rule: p{color:red}
    if ":" in name and not name.startswith("http") and not re.match(r"[a-z]+:[a-z]+$", name):
        return Severity.OFF
    if where is Where.URL:
        if re.fullmatch(r"[0-9A-Fa-f-]{16,}|[A-Z0-9-]{12,}", name):
            return Severity.OFF
        share = re.search(
            r"(?i)[?&;](?:url|u|text|title|link|href|subject|body|description|summary|media|status)=$|^\s*$",
            candidate.before,
        )
        if name.startswith(("http:", "https:")):
            return Severity.WARNING
        if not (built or name.casefold() in VARIABLES):
            return Severity.OFF
        return Severity.ERROR if built and share else Severity.WARNING
    if re.fullmatch(r"(?:https?:|mailto:).*", name):
        return Severity.OFF
    if built:
        return (
            Severity.ERROR
            if "." in name or candidate.whole or where & (Where.LABEL | Where.META | Where.TITLE)
            else Severity.WARNING
        )
    if name in VARIABLES and candidate.whole:
        return Severity.ERROR
    if name.lower() in VARIABLES and candidate.whole and (where & (Where.TITLE | Where.META) or candidate.tag == "h1"):
        return Severity.WARNING  # {Title} is Tumblr's; elsewhere capitals are for show
    if name in VARIABLES or (name.isupper() and name.lower() in _READERS):
        return Severity.WARNING
    return Severity.OFF


def _dollar(candidate: Candidate) -> Severity | None:
    """``${name}``: not an ad macro, not mathematics."""
    name = _CODED.sub("", candidate.text).strip("${}!")
    if candidate.where is Where.URL and (name.upper() == name or later(candidate)):
        return Severity.OFF
    if candidate.before.endswith("\\") or (candidate.after.startswith(("$", "_", "^")) and len(name) < 3):
        return Severity.OFF
    if len(name) == 1:
        return Severity.OFF
    if re.fullmatch(r"[A-Z0-9_]+", name) and "_" not in name:
        return Severity.WARNING
    return None


def _hash(candidate: Candidate) -> Severity | None:
    if candidate.where is Where.URL and later(candidate):
        return Severity.OFF
    return None


def _reference(candidate: Candidate) -> Severity | None:
    """Velocity's ``$a.b``: not a sum of money with a sentence glued to it, not a payment pointer, not ``$.ajax``."""
    text = candidate.text
    if re.search(r"\.(?:com|net|org|io|de|dev|app)\b", text) or candidate.after.startswith("/"):
        return Severity.OFF
    if candidate.before[-1:].isalnum():
        return Severity.OFF
    if text.startswith("$!"):
        return None  # the quiet form: no sum, no name looks like it
    first, *_, last = re.findall(r"[^\W\d]\w*", text)
    if first in OBJECTS or (first in VARIABLES and last in VARIABLES):
        return Severity.ERROR if len(candidate.value.strip()) <= 140 else Severity.WARNING
    call = "(" in text or text.count(".") >= 2 or re.search(r"[a-z][A-Z]", text)
    if candidate.whole:
        return Severity.ERROR if call else Severity.WARNING
    return Severity.WARNING if call and len(candidate.value) < 300 else Severity.OFF


FAMILIES = (
    Family(
        id="freemarker",
        rule="placeholder-leak",
        engines=("FreeMarker",),
        example="<#if article.author??>",
        cause="the file is not processed as a FreeMarker template (wrong extension or output of stored text)",
        fix="process it: template.process(model, out); for stored text ?interpret",
        cues=(
            r"(?:<|&lt;)/?[#@][a-z]",
            r"\$\{",
            r"[a-zA-Z_]\)!?\?(?:html|xhtml|js_string|cap_first|upper_case|lower_case|trim|url)\b",
        ),
        pattern=r"<#(?:if|list|assign|include|macro|else(?:if)?|import|setting|function|escape|attempt|switch|local|global)\b[^<>]{0,200}/?>|</#(?:if|list|macro|function|escape|switch)>|<@[a-z][\w.]{0,60}(?:\s+(?:\w+=|[\"'])[^<>]{1,200})?\s*/>|<@[a-z][\w.]{0,60}\s+\w+=[^<>]{1,200}>|</@[a-z][\w.]{0,60}>"
        r"|\$\{\([^\W\d][^{}()]{0,80}\)(?:!|\?)[^{}]{0,60}\}|\$\{[^\W\d][\w.\[\]()]{0,80}(?:\?[a-z]\w*(?:\([^()]{0,60}\))?|!(?:\"[^\"]{0,80}\"|'[^']{0,80}'|[\w.]*)|\?\?)(?:[?!][^{}]{0,60})?\}"
        r"|\([a-zA-Z_]\w*(?:\.\w+)+\)!?\?(?:html|xhtml|js_string|cap_first|upper_case|lower_case|trim|url)\b",
        where=Where.READ | Where.URL,
        more=(
            "(story.author.name)!?html",
            "${(article.author.name)!}",
            "${article.title?html}",
            '${author!"Staff"}',
            "<#list items as item>",
            '<@layout.page title="Crane">',
            '<@spring.message "readMore"/>',
            "</@layout.page>",
        ),
    ),
    Family(
        id="string-template",
        rule="placeholder-leak",
        engines=("StringTemplate",),
        example="$article.headline$",
        cause="the text is stored content or a plain file, which StringTemplate doesn't render",
        fix="render it: new ST(text, '$', '$').add(\"article\", article).render()",
        cues=(r"\$[a-z][A-Za-z0-9_]+\.[a-z][A-Za-z0-9_.]*\$",),
        pattern=r"(?<![\w$\\])\$\$?[a-z]\w+(?:\.[a-z]\w+)+\$\$?(?![\w$])",
        more=("/news/$article.slug$", "$$article.title$$"),
        unlike=("$a.b$", "from $us.dollar to $nz.dollar"),
    ),
    Family(
        id="velocity",
        rule="placeholder-leak",
        engines=("Velocity",),
        example="$content.entity.getTitle()",
        cause="an undefined or null reference prints itself",
        fix="use the quiet form $!{content.entity.title}, or define the reference",
        cues=(
            r"\$[a-z\x80-\xff][A-Za-z0-9_\x80-\xff]+\.[a-z\x80-\xff]",
            r"#(?:if|foreach|set|parse|include|elseif|evaluate) ?\(",
            r"\$!",
        ),
        pattern=r"(?<![\w$\\])\$!?(?![A-Z\d_])\w{2,}(?:\.(?![A-Z\d])\w+(?:\((?:[^()]|\([^()]{0,40}\)){0,80}\))?)+|(?<![\w$\\])\$!\{?(?![A-Z\d_])\w{2,}(?:\.[a-z]\w*)*\}?"
        r"|#(?:if|foreach|set|parse|elseif|evaluate)\s?\(\s*[!\"']?\$?[\w./$]+[^()]{0,120}\)",
        where=Where.READ | Where.URL,
        judge=lambda c: (
            (Severity.OFF if c.where is Where.URL and "(" not in c.text else None)
            if c.text.startswith("#")
            else _reference(c)
        ),
        more=(
            "$cl.contentEntity.titleCN",
            "#foreach( $item in $items )",
            "$!{article.kicker}",
            "$functions.ariaLabelFor($item)",
        ),
        unlike=("earned US$million.they said", "$ilp.uphold.com/abc", "a budget of $5.6 million", "$AAPL.O fell"),
    ),
    Family(
        id="dollar-brace",
        rule="placeholder-leak",
        engines=("JavaScript template literal", "Velocity", "JSP EL", "FreeMarker", "AEM HTL"),
        also=("Mako", "Chameleon", "Genshi", "Cheetah"),
        tongues=tongue.DOLLAR,
        example="${article.title}",
        cause="a template literal in quotes instead of backticks, a Velocity reference that is undefined, or a file that its engine doesn't run",
        fix='use backticks (`${article.title}`); in Velocity write $!{article.title}; in JSP set isELIgnored="false"; in HTL evaluate it in the component\'s own file',
        cues=(r"\$\{", r"(?:\$|%24)%7B"),
        wide=True,
        deny=r"in strings is deprecated",  # PHP's own words about such braces
        pattern=r"\$\{\s*[^\W\d][\w.:]*(?:[\[(?!=&|+ @'\",][^{}]{0,120})?\}|(?:\$|%24)%7B[A-Za-z_][\w.]*%7D",
        client=True,
        judge=_dollar,
        more=(
            "Hello ${user.firstName}",
            "https://share.example/?url=${utils:serverurl}${pojo:link}",
            "${properties.jcr:title}",
            "${título}",
            "${param.id}",
        ),
        unlike=("$+_{U}$ and ${+}_V$", "https://ads.example/c?gdpr=${GDPR}&c=${GDPR_CONSENT_755}", r"\frac${a}$"),
    ),
    Family(
        id="hash-brace",
        rule="placeholder-leak",
        engines=("JSF EL", "Ruby", "Pug"),
        example="#{msg.footer}",
        cause="the expression stands outside a tag that evaluates it, or in a single-quoted Ruby string",
        fix='use <h:outputText value="#{msg.footer}"/>; in Ruby double quotes: "#{footer}"',
        cues=(r"#\{@?[a-zA-Z\x80-\xff]",),
        pattern=r"#\{\s*@?[^\W\d][\w.]*(?:[\[(?!=&|+ '\"][^{}]{0,120})?\}#?",
        client=True,
        judge=_hash,
        more=("#{footer} #{disclaimer}", "#{bean.items[0]}", "#{beitrag.überschrift}", "#{Octopus.Environment.Name}"),
    ),
    Family(
        id="brace-variable",
        rule="placeholder-leak",
        engines=("react-intl", "ICU MessageFormat", "Python str.format", "CMS widget"),
        tongues=((r"\A\{\s?[a-z]\w*\.\w", ("Svelte", "React JSX", "TYPO3 Fluid", "Dust.js")),),
        example="Sign in to {system.domain}",
        cause="a message or widget template was printed without its arguments",
        fix="pass them: t('signIn', { domain }), \"…{domain}\".format(domain=domain)",
        cues=(_NAMED, r"\{https?:", r"%7B[A-Za-z_]"),
        pattern=r"\{\s?[^\W\d]\w*(?:[.:-]\w+)*\s?\}|\{https?://[^{}\s]{1,200}\}|%7B[A-Za-z_]\w*(?:[.-]\w+)*%7D",
        client=True,
        judge=_single,
        more=(
            "{other_image_alt}",
            "{заголовок}",
            "{artikel.überschrift}",
            "{node.properties.title}",
            "{git-hash}",
            "https://news.example/news/%7Bslug%7D",
            "https://share.example/?url={shareURL}&title={headline}",
        ),
        unlike=(
            "The Best Chocolate Cake {Ever}",
            "der Kuchen {süß}",
            "French Onion Chicken {HERE}",
            "https://x.example/?s={search_term_string}",
            r"\text{word}",
            "write to listings {at} example.com",
            "Cookies {Stuffed} and {easy}",
            "https://x.example/i.png?resize={width}x{height}",
            "https://x.example/%7Bwidth%7D/i.png",
        ),
    ),
    Family(
        id="dollar-variable",
        rule="placeholder-leak",
        engines=("Velocity", "PHP"),
        example="$articleTitle",
        cause="the reference is undefined, or stands in single quotes or outside of code",
        fix="define it or use the quiet form $!articleTitle; in PHP use double quotes or <?= $articleTitle ?>",
        cues=(r"\$[a-z]+(?:[A-Z]|_)[a-z]", r"\$(?:[A-Z]+_[A-Z]|HEADLINE|TITLE|AUTHOR|SITENAME)"),
        pattern=r"\A\s*\$!?(?:[a-z]+(?:[A-Z][a-z]+|_[a-z]+)+|[A-Z]+(?:_[A-Z]+)+|HEADLINE|TITLE|AUTHOR|SITENAME)\s*\Z",
        where=Where.WORDS,
        certain=Where.NOWHERE,
        more=("$page_title", "$ARTICLE_TITLE"),
        unlike=("$AAPL", "$uicideboy"),
    ),
)
