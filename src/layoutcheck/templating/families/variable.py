# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Variables by the names that templates give them: Velocity's ``$title``, JSX's ``{props.title}``, ``[[first_name]]``.

Those that stand in signs which prose uses too, ``[title]`` and ``$title$``, are in :mod:`.sign`.
"""

from __future__ import annotations

import re

from layoutcheck.core.severity import Severity
from layoutcheck.templating.families.brace import VARIABLES
from layoutcheck.templating.families.field import FIELDS, alternatives
from layoutcheck.templating.family import Candidate, Family, Where
from layoutcheck.templating.slot import is_filled

#: What templates call what they print of a story.
NAMES = alternatives(
    *"lead content image date name site sitename pagetitle firstname lastname email url article story post".split()
)
_READER = r"(?:first_?name|last_?name|full_?name|f_?name|l_?name|vorname|nachname|anrede|e-?mail|company|unsubscribe)"


def _dollar_name(candidate: Candidate) -> Severity | None:
    """``$title``: sure where a template fills the place; a name with a dollar sign may be a brand's or a singer's."""
    if candidate.match["leak"]:  # behind "By" or "Photo:"
        return None if len(candidate.value.strip()) <= 140 else Severity.OFF
    element = candidate.element
    if candidate.where is not Where.TEXT or element is None:
        return None if candidate.where & (Where.TITLE | Where.META | Where.JSONLD) else Severity.WARNING
    return None if element.tag in {"h1", "h2", "h3", "h4"} or is_filled(element) else Severity.WARNING


def _double_bracket(candidate: Candidate) -> Severity | None:
    """``[[first_name]]``: a wiki's link to a page of that name where it isn't what mailings call their readers."""
    name = candidate.text.strip("[] ")
    if re.fullmatch(_READER, name):
        return None
    sure = candidate.where & (Where.TITLE | Where.META | Where.JSONLD) or candidate.tag == "h1"
    if candidate.whole and (name in FIELDS or (sure and name in VARIABLES)):
        return None
    return Severity.WARNING if name in VARIABLES or candidate.whole else Severity.OFF


FAMILIES = (
    Family(
        id="dollar-name",
        rule="placeholder-leak",
        engines=("Velocity", "PHP"),
        example="$headline",
        cause="the reference is undefined, or stands in single quotes or outside of code",
        fix="define it or use the quiet form $!headline; in PHP use double quotes or <?= $headline ?>",
        cues=(rf"\${NAMES}[\s<\"'|,]",),
        pattern=rf"\A\s*\${NAMES}(?=\s*(?:\Z|[|]))|(?:\A\s*(?:[Bb]y|[Pp]osted by|[Vv]on|[Pp]ar|[Pp]or|Hello|Hi|Dear)|:)\s+(?P<leak>\${NAMES})(?=\s*(?:\Z|[|,]))",
        where=Where.READ,
        judge=_dollar_name,
        named="h1",
        more=(
            "By $author",
            "Por $autora",
            "$überschrift",
            "Photo: $credit",
            "$title | Harbour Post",
            "Dear $firstname,",
        ),
        unlike=("It costs $name", "$name your price", "By $authority"),
    ),
    Family(
        id="jsx-expression",
        rule="placeholder-leak",
        engines=("React JSX", "Svelte", "Astro"),
        tongues=(("props", ("React JSX",)), ("state", ("React JSX",)), (r"\.map\(", ("React JSX", "Astro"))),
        example="{props.title}",
        cause="the markup stands in a string or in a file that no JSX compiler reads, so its braces are text",
        fix="return it from a component, outside of quotes: <h1>{props.title}</h1>; in a string write a template literal: `${props.title}`",
        cues=(
            r"\{ ?(?:this\.)?(?:props|state)\.[A-Za-z\x80-\xff]",
            r"\{[A-Za-z_.]+\.map\(\(?[a-z]",
            r"\{ ?[a-z][A-Za-z0-9_.]*\?\.[a-z]",
            r"\{ ?[a-z][A-Za-z0-9_.]* ?(?:\?\?|\|\||&amp;&amp;|&&) ",
            r"\{ ?t\((?:['\"]|&#(?:0?39|x27);|&quot;)",
            r"\{/\*",
            r"\{[a-z]+[A-Z]?[A-Za-z]*\([a-z]+\.[a-z]",
        ),
        pattern=r"(?<![${#\\])\{\s?(?:this\.)?(?:props|state)(?:\??\.[^\W\d]\w*(?:\(\))?|\[['\"]?\w+['\"]?\])+(?:\s?(?:\|\||&&|\?\?)\s?[^{}<>]{1,80})?\s?\}|(?<![${#\\])\{[A-Za-z_][\w.]*\.map\(\(?\w+(?:, ?\w+)?\)? ?=> ?[^\n]{0,160}"
        r"|(?<![${#\\])\{\s?[a-z]\w*(?:\.\w+)*\?\.[a-z][\w.?]*(?:\s?(?:\|\||\?\?)\s?[^{}<>]{1,80})?\s?\}(?!\})|(?<![${#\\])\{\s?[a-z]\w*(?:\.\w+)*\s(?:\?\?|\|\||&&)\s(?:['\"(<]|[a-z]\w*[.(])[^{}]{0,120}\}(?!\})|(?<![${#\\])\{/\*[^{}*]{1,160}\*/\}|(?<![${#\\])\{\s?t\(['\"][\w.:-]{1,80}['\"](?:, ?[^{}()]{0,80})?\)\s?\}(?!\})|(?<![${#\\])\{[a-z]\w*\([a-z]\w*(?:\.[a-z]\w*)+(?:, ?[^{}()]{1,60})?\)\}(?!\})",
        where=Where.READ | Where.URL,
        client=True,
        more=(
            "{formatDate(article.date)}",
            "{this.state.title}",
            "{this.props.author?.name}",
            "{props.kicker || 'News'}",
            "{stories.map(story => (",
            "{story?.title}",
            "{title ?? ''}",
            "{t('readMore')}",
            "{story.updated && formatDate(story.updated)}",
            "{/* the map comes here */}",
        ),
        unlike=("{proposal.title", "{props}"),
    ),
    Family(
        id="php-variable",
        rule="placeholder-leak",
        engines=("PHP",),
        example="By $article->author",
        cause="the variable stands outside of <?php … ?>, or in single quotes, which PHP doesn't look into",
        fix="print it: <?= htmlspecialchars($article->author) ?>; in a string use double quotes",
        cues=(r"\$[a-z_\x80-\xff][A-Za-z0-9_\x80-\xff]*(?:-(?:>|&gt;)|\[(?:['\"]|&#(?:0?39|x27);|&quot;)[a-z])",),
        pattern=r"(?<![\w$\\{])\$(?![A-Z])[^\W\d]\w*(?:->(?![A-Z])[^\W\d]\w*(?:\([^()<>]{0,80}\))?|\[['\"](?![A-Z])[^\W\d]\w*['\"]\])+",
        where=Where.READ | Where.URL,
        more=("$статья->заголовок", "$article['title']", "/news/$article->slug", "$this->getTitle()"),
        unlike=("$('a')", "US$['a']"),
    ),
    Family(
        id="brace-filter",
        rule="placeholder-leak",
        engines=("Dust.js", "Smarty"),
        example="{title|escape}",
        cause="the template was sent without being rendered, or the tag stands in stored text",
        fix="render it with its engine before it is sent: dust.render('card', data, callback)",
        cues=(r"\{[a-z][A-Za-z0-9_.]*\|(?:escape|raw|upper|lower|date|json|truncate|default|s|h|u|js)[}:|]",),
        pattern=r"(?<![{$])\{[a-z]\w*(?:\.\w+)*(?:\|(?:escape|raw|upper|lower|date|json|truncate|default|s|h|u|js)(?::[^{}|]{0,60})?)+\}(?!\})",
        more=("{article.summary|s}", "{title|truncate:80|escape}"),
        unlike=("{hello|hi}",),
    ),
    Family(
        id="fluid-inline",
        rule="placeholder-leak",
        engines=("TYPO3 Fluid",),
        example="{article.title -> f:format.raw()}",
        cause="the expression stands in content (a rich-text field, a data attribute) where Fluid doesn't run",
        fix="move it into the template: <f:format.raw>{article.title}</f:format.raw>",
        cues=(r"\{[A-Za-z_][A-Za-z0-9_.]* ?-(?:>|&gt;)",),
        pattern=r"\{[A-Za-z_][\w.]*\s*(?:->\s*[a-z]\w*:[\w.]+(?:\((?:[^(){}]|\{[^{}]{0,200}\}|\([^()]{0,80}\)){0,200}\))?\s*)+\}",
        more=(
            "{teaser->f:format.crop(maxCharacters: 80)->f:format.stripTags()}",
            "{story.date -> f:format.date(format: 'd.m.Y')}",
        ),
    ),
    Family(
        id="double-bracket-field",
        rule="placeholder-leak",
        engines=("mail merge", "Mandrill", "Polymer"),
        example="Hi [[first_name]],",
        cause="a field of the mailing was not replaced: another engine ran, or the text was copied",
        fix="use the sending engine's own field name, and send a test with an empty contact",
        cues=(r"\[\[ ?[a-z]", rf"\[{_READER}\]"),
        pattern=rf"(?<!\[)\[\[ ?[a-z]+(?:[_-][a-z]+)+ ?\]\]|(?<!\[)\[\[ ?(?:{_READER}|{NAMES}) ?\]\]|(?<!\[)\[(?:first_?name|last_?name|vorname|nachname)\](?!\()",
        where=Where.READ,
        judge=lambda c: _double_bracket(c) if c.text.startswith("[[") else Severity.WARNING,
        more=("[[autor]]", "Dear [[ lastname ]],", "[[article_title]]", "Hallo [vorname]"),
        unlike=("[[at]]", "see [[harbour-crane]] and others", "[name]"),
    ),
)
