# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Variables between signs that prose uses too: ``[title]``, ``$title$``, ``#SITE_NAME#``, ``<headline>``.

The name tells: it is one that templates use, and it stands alone where a template fills a place with one value.
"""

from __future__ import annotations

import re

from layoutcheck.core.severity import Severity
from layoutcheck.templating.families.field import alternatives
from layoutcheck.templating.families.variable import NAMES
from layoutcheck.templating.family import Candidate, Family, Where
from layoutcheck.templating.share_link import shares
from layoutcheck.templating.slot import is_filled

#: What templates call the thing whose parts they print.
_THINGS = (
    "article|story|post|page|entry|node|item|news|site|content|teaser|artikel|beitrag|meldung|bericht|noticia|nota|articulo|artículo|articolo|notizia|"
    "статья|новость|記事"
)
#: What a story's parts are called, with the thing that they are a part of.
_FIELD = alternatives(
    "author[ ._-]?name",
    "site[ ._-]?name",
    "page[ ._-]?title",
    rf"(?:{_THINGS})[ ._-](?:headline|title|name|author|byline|summary|description|teaser|excerpt|date|url|image)",
    rf"(?:{_THINGS})\.\w+",
)
_OBJECT = r"(?:article|story|post|page|content|entry|node|teaser|item|author|section|site|user)"
_BY = r"(?:[Bb]y|[Pp]osted by|[Vv]on|[Pp]ar|[Pp]or)"


def _is_place(candidate: Candidate) -> bool:
    """Whether a template fills the place: a title, a heading, a byline, a caption, what crawlers read."""
    if candidate.where & (Where.TITLE | Where.META | Where.JSONLD):
        return True
    if candidate.where is Where.LABEL:
        return candidate.name == "alt"
    element = candidate.element
    return element is None or element.tag in {"h1", "h2", "h3", "h4"} or is_filled(element)


def _bracketed(candidate: Candidate) -> Severity | None:
    """``[title]``: nobody writes that as a headline; ``[Title]`` may be a hint of a design that somebody meant."""
    if not _is_place(candidate):
        return Severity.OFF
    sure = candidate.where & (Where.TITLE | Where.META | Where.JSONLD) or candidate.tag == "h1" or candidate.whole
    return None if sure and not re.search("[A-Z]", candidate.text) else Severity.WARNING


def _enclosed(candidate: Candidate) -> Severity | None:
    """``$title$``: sure where it stands alone or in what crawlers read."""
    sure = candidate.whole or candidate.where & ~Where.TEXT
    return None if sure else Severity.WARNING


def _dollar_bracket(candidate: Candidate) -> Severity | None:
    if candidate.where is Where.URL:
        return None if shares(candidate.value, candidate.span[0]) else Severity.OFF
    return None if _is_place(candidate) else Severity.OFF


def _at_brace(candidate: Candidate) -> Severity | None:
    """``@{article.title}``, and ``@{title}`` where nothing else stands."""
    if "." in candidate.text:
        return None
    return Severity.WARNING if candidate.whole else Severity.OFF


FAMILIES = (
    Family(
        id="bracket-field",
        rule="placeholder-leak",
        engines=("CMS field", "theme"),
        example="[title]",
        cause="the field's token was not replaced: its plugin is gone, or the token is unknown where it stands",
        fix="use a token that exists there, or print the field in the template: {{ article.title }}",
        cues=(r"\[(?i:" + _FIELD.replace(r"\w", r"[\w\x80-\xff]") + r")\]",),
        pattern=rf"\A\s*(?P<leak>\[(?i:{_FIELD})\])(?=\s*(?:\Z|[|·–—]|-\s))|(?:\A\s*{_BY}|\s[|·–—-])\s+(?P<leak2>\[(?i:{_FIELD})\])(?=\s*(?:\Z|[|,·]))",
        where=Where.READ,
        judge=_bracketed,
        named="h1",
        more=(
            "[titel]",
            "[beitrag.überschrift]",
            "Von [autor]",
            "[noticia.fecha]",
            "[headline] | Harbour Post",
            "By [author]",
            "[article.title]",
            "[post_title]",
            "[Article Title]",
        ),
        unlike=(
            "[title] of the book",
            "He wrote [title] there",
            "[Video] | Harbour Post",
            "[Foto]",
            "[source]",
            "[author] and others",
            "(title)",
        ),
    ),
    Family(
        id="dollar-enclosed",
        rule="placeholder-leak",
        engines=("StringTemplate",),
        example="$title$",
        cause="the template was sent without being rendered, or the attribute is not set where it is printed",
        fix='add it before rendering: template.add("title", title); write a literal dollar sign as \\$',
        cues=(rf"\$(?:{NAMES}|{NAMES.upper()}|[A-Z]+_[A-Z_]+)\$",),
        pattern=rf"(?<![\w$])\$\$?(?:{NAMES}|{NAMES.upper()}|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\$\$?(?![\w$])",
        where=Where.READ,
        judge=_enclosed,
        more=("$$headline$$", "$TITLE$", "$ARTICLE_TITLE$", "$$headline$$ | Harbour Post"),
        unlike=("$Date$", "$100$", "Ke$ha$", "$x$ and $y$", "$Revision: 3 $", "$AAPL$GOOG"),
    ),
    Family(
        id="dollar-bracket",
        rule="placeholder-leak",
        engines=("MSBuild", "make", "shell"),
        example="$(article.title)",
        cause="the step that replaces variables in files didn't process this one",
        fix="list the file in the replacing step, and fail the build on leftover $( … )",
        cues=(rf"\$[(\[](?:{NAMES}|{_OBJECT}\.[a-z]+)[)\]]",),
        pattern=rf"(?:\A\s*|(?<=[|–—-]\s)|(?<==)|(?<=[Bb]y\s))(?P<leak>\$(?:\((?:{NAMES}|{_OBJECT}\.[a-z]\w*)\)|\[(?:{NAMES}|{_OBJECT}\.[a-z]\w*)\]))(?=\s*(?:\Z|[|&]|[–—-]\s))",
        where=Where.READ | Where.URL,
        judge=_dollar_bracket,
        named="h1",
        more=("$(title)", "$[headline] | Harbour Post", "https://www.facebook.com/sharer.php?u=$(url)"),
        unlike=("$(title).hide()", "run $(date) first", "a budget of $(5) million"),
    ),
    Family(
        id="at-brace",
        rule="placeholder-leak",
        engines=("Thymeleaf", "Play Framework", "LESS"),
        example="@{article.title}",
        cause="the expression stands in a file that its engine doesn't read, or in stored text",
        fix='write it where the engine evaluates it: th:text="${article.title}", @{Articles.show(id)} in a Play view',
        cues=(rf"@\{{(?:[a-z][A-Za-z0-9_]*\.[a-z]|{NAMES}\}})",),
        pattern=rf"(?<![\w@])@\{{(?:[a-z]\w*(?:\.\w+)+(?:\([^(){{}}]{{0,80}}\))?|{NAMES})\}}",
        where=Where.READ | Where.URL,
        judge=_at_brace,
        more=("@{title}", "@{articles.show(article.id)}"),
        unlike=("@{username} said so", "write to @{the editor}"),
    ),
    Family(
        id="python-format",
        rule="placeholder-leak",
        engines=("Python str.format", "Python f-string"),
        example="By {author!r}",
        cause="the format was printed without its arguments, or the string lacks its f",
        fix='pass them: text.format(author=author), or write f"By {author}"',
        cues=(r"\{[a-z_][a-z0-9_.]*(?:![rsa][:}]|:(?:(?:[<>^]|&[lg]t;)[0-9]|,\}|,?\.[0-9]|%[A-Za-z]))",),
        pattern=r"(?<!\{)\{[a-z_]\w*(?:\.\w+)*(?:![rsa](?::[^{}]{0,20})?|:(?:[<>^]\d{1,3}|,|,?\.\d[fge%]|%[A-Za-z][^{}]{1,30}))\}(?!\})",
        where=Where.READ | Where.URL,
        more=("{price:.2f} euros", "{published:%d.%m.%Y}", "{count:,} readers", "{name:>10}"),
        unlike=("{a:b}", "{margin:0}"),
    ),
    Family(
        id="bitrix-marker",
        rule="placeholder-leak",
        engines=("Bitrix",),
        example="#SITE_DIR#news/#ELEMENT_CODE#/",
        cause="the marker is unknown where it stands, or the address's template was printed instead of the address",
        fix="print the address that the component made ($arItem['DETAIL_PAGE_URL']), and replace markers in texts: CComponentEngine::makePathFromTemplate()",
        cues=(
            r"#(?:SITE|ARTICLE|NEWS|PAGE|ITEM|ELEMENT|SECTION|POST|USER|AUTHOR|SERVER|EVENT|ACTIVE|DETAIL|PREVIEW|DATE|DISPLAY|IBLOCK)_[A-Z]",
            r"#(?:TITLE|HEADLINE|AUTHOR|SITENAME)#",
        ),
        pattern=r"(?<![\w#&])#(?:(?:SITE|ARTICLE|NEWS|PAGE|ITEM|ELEMENT|SECTION|POST|USER|AUTHOR|SERVER|EVENT|ACTIVE|DETAIL|PREVIEW|DATE|DISPLAY|IBLOCK)(?:_[A-Z]+)+#|(?:TITLE|HEADLINE|AUTHOR|SITENAME)#(?!\w))(?!#)",
        more=("#SITE_NAME#", "#TITLE#", "Written by #AUTHOR#", "#ACTIVE_FROM#", "#DETAIL_PAGE_URL#"),
        unlike=("#NEWS_OF_THE_DAY is trending", "#NBA#", "#MeToo#"),
    ),
    Family(
        id="hash-tag",
        rule="placeholder-leak",
        engines=("All in One SEO",),
        example="#post_title #separator_sa #site_title",
        cause="the title's template was printed by a theme or plugin that doesn't replace its smart tags",
        fix="let All in One SEO print the title (add_theme_support('title-tag')), or replace them: aioseo()->tags->replaceTags($text, $id)",
        cues=(
            r"#(?:site_title|post_title|page_title|separator_sa|post_excerpt|taxonomy_title|archive_title|author_name|post_content|attachment_caption)\b",
        ),
        pattern=r"(?<![\w#&/])#(?:(?:site|post|page|taxonomy|archive)_title|separator_sa|tagline|post_(?:excerpt|content|date)|author_(?:name|first_name|last_name|bio)|attachment_caption|current_(?:date|day|month|year))(?:\s+(?:[|·–—-]\s+)?#(?:(?:site|post|page|taxonomy|archive)_title|separator_sa|tagline|post_(?:excerpt|content|date)|author_(?:name|first_name|last_name|bio)|attachment_caption|current_(?:date|day|month|year)))*(?!\w)",
        where=Where.READ,
        certain=Where.TITLE | Where.META | Where.JSONLD,
        at=Where.TITLE,
        more=("Crane at night #separator_sa #site_title", "#post_excerpt"),
        unlike=("#posttitle", "the tag #author_names"),
    ),
    Family(
        id="tumblr-block",
        rule="placeholder-leak",
        engines=("Tumblr",),
        example="{block:Posts}",
        cause="the theme's file was sent without Tumblr rendering it, or the block is unknown where it stands",
        fix="put it into the theme's HTML, and close each block: {block:Posts}{Title}{/block:Posts}",
        cues=(r"\{/?(?:block|lang|select|text|image|color|font):[A-Z]",),
        pattern=r"\{/?block:[A-Z]\w{1,40}\}|\{(?:lang|select|text|image|color|font):[A-Z][A-Za-z]{1,30}(?: [A-Za-z]{1,20}){0,8}\}",
        more=("{/block:IfShowTitle}", "{lang:Share this post}", "{text:Twitter Username}"),
        unlike=("{text: Ada}",),
    ),
    Family(
        id="angle-placeholder",
        rule="placeholder-leak",
        engines=("desk template", "theme"),
        example="<headline>",
        cause="the sample text of a template stands where the field's text should",
        fix="fill the field, or print it: {{ article.headline }}",
        cues=(
            r"(?:<|&lt;)(?i:headline|byline|author(?: name)?|(?:article|page|story) title|site ?name|your name|insert [a-z ]+)(?:>|&gt;)",
        ),
        pattern=r"\A\s*(?:[Bb]y\s+)?(?P<leak><<?(?i:headline|byline|author(?: name)?|(?:article|page|story) title|site ?name|your name|insert [a-z ]{3,40})>>?)(?=\s*(?:\Z|[|·–—]|-\s))",
        where=Where.READ,
        certain=Where.NOWHERE,
        judge=lambda c: None if _is_place(c) else Severity.OFF,
        named="h1",
        more=("By <author>", "<<article title>> | Harbour Post", "<Insert headline>"),
        unlike=("<headline> is an element of NITF",),
    ),
)
