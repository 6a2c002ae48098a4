# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Engines that write ``{{ … }}`` and ``{% … %}``, on the server and in the browser."""

from __future__ import annotations

import re

from layoutcheck.core.severity import Severity
from layoutcheck.templating.families import tongue
from layoutcheck.templating.families.brace import VARIABLES
from layoutcheck.templating.families.field import FIELDS
from layoutcheck.templating.family import Candidate, Family, Where

_INSIDE = r"(?:[^{}]|\{[^{}]{0,80}\}){0,240}"
#: What of LaTeX may stand before braces.
TEX = re.compile(r"\\[A-Za-z]+(?:\{[^{}]*\})*$|[\^_\\]$")


def _double(candidate: Candidate) -> Severity | None:
    """``{{ … }}``: not LaTeX groups, not decoration of a headline, not JSON."""
    if candidate.where is not Where.URL and TEX.search(candidate.before):
        return Severity.OFF
    inside = candidate.text.strip("{}~ \t\r\n")
    if re.fullmatch(r"[\W\d_]*", inside):
        return Severity.OFF
    if re.fullmatch(r"(?i)vorname|nachname|anrede|first ?name|last ?name", inside):
        return None
    if candidate.where is not Where.URL and inside.casefold() in FIELDS:
        return None if inside.islower() or candidate.whole else Severity.WARNING
    if re.fullmatch(r"[A-Z][\w' -]*[ '][\w' -]*|[A-Z][a-z]*!*", inside):  # {{Easy Version}}, {{Hugs}}
        return Severity.WARNING if candidate.whole else Severity.OFF
    if candidate.where is Where.URL and re.fullmatch(r"[A-Z0-9_. ]+", inside):
        return Severity.OFF  # an ad server's macro: {{CLICK_URL}}
    if inside in VARIABLES:
        return None
    word = re.fullmatch(r"[a-z]+", inside) or (inside.isalpha() and not inside.isascii())
    if candidate.where is Where.TEXT and word and not candidate.whole:
        return Severity.WARNING
    return None


_FILL_TWICE = (
    "the file or field never went through the engine: no front matter, stored in the database, or the wrong variable"
)

_FILTER = re.compile(r"\s*[A-Za-z_]\w*\s*(?:[(:].*)?", re.DOTALL)


def _is_wikitext(text: str) -> bool:
    """Whether the parts of a call are MediaWiki's: one is named (``title=``), or several are and one is no filter."""
    parts = text.strip("{}").split("|")[1:]
    if any(re.match(r"\s*\w[\w -]*=", part) for part in parts):
        return True
    if len(parts) < 2 or not all(parts) or re.search(r"[\"'`&]", text):
        return False
    return any(_FILTER.fullmatch(part) is None for part in parts)


FAMILIES = (
    Family(
        id="mediawiki-template",
        rule="shortcode-leak",
        engines=("MediaWiki",),
        example="{{cite web|url=https://example.org|title=Report}}",
        cause="wikitext was copied or exported without being rendered",
        fix="render the wikitext (action=parse), or delete the template call",
        cues=(r"\{\{",),
        pattern=r"\{\{[A-Za-z][\w -]{1,40}\|(?:[^{}]|\{\{[^{}]{0,120}\}\}){0,400}\}\}",
        where=Where.READ,
        judge=lambda c: _double(c) if _is_wikitext(c.text) else Severity.OFF,
        more=("{{Infobox person|name=Ada Moss|born=1901}}", "{{ill|Ada Moss|nl|Ada Moss (schrijver)}}"),
    ),
    Family(
        id="go-action",
        rule="placeholder-leak",
        engines=("Go html/template", "Hugo"),
        example="{{ .Site.Title }}",
        cause="the file is content or was copied as is, so Go's template package never parsed it",
        fix="put the action into a layout ({{ .Site.Title }}), or call a shortcode from content: {{< param title >}}",
        cues=(r"\{\{",),
        pattern=r"\{\{-?\s*(?:\.[A-Za-z][\w.]*+|\$\.?[A-Z][\w.]*+|(?:if|range|with|else if)\s+(?:not\s+|and\s+|or\s+|eq\s+|ne\s+|gt\s+|lt\s+|\(|\$|\.)"
        r"|end(?=\s*-?\}\})|(?:template|partial|block|define|i18n|printf)\s+\")" + _INSIDE + r"-?\}\}",
        client=True,
        more=(
            '{{ partial "head.html" . }}',
            "{{ range .Pages }}",
            "{{ end }}",
            '{{ i18n "readMore" }}',
            "{{- .Title -}}",
        ),
    ),
    Family(
        id="hugo-shortcode",
        rule="shortcode-leak",
        engines=("Hugo",),
        example='{{< figure src="cover.jpg" >}}',
        cause="the content was shown without Hugo rendering its shortcodes: a summary, a feed, or plain text",
        fix="use .Content (or .RenderString) instead of .RawContent",
        cues=(r"\{\{", r"HAHAHUGO"),
        pattern=r"\{\{(?:<\s*/?[\w/-]+[^{}<>]{0,200}>|%\s*/?[\w/-]+[^{}%]{0,200}%)\}\}|\bHAHAHUGO\w{4,40}HBHB\b",
        more=("{{% notice note %}}", "{{< /tabs >}}", "HAHAHUGOSHORTCODE12s0HBHB"),
    ),
    Family(
        id="blade-echo",
        rule="placeholder-leak",
        engines=("Blade",),
        example="{{ $article->title }}",
        cause="the view isn't a .blade.php file, or the text comes from the database and is never compiled",
        fix="name the file *.blade.php, or compile stored text: {!! Blade::render($text, $data) !!}",
        cues=(
            r"\{\{",
            r"\{!!",
        ),
        pattern=r"@?\{\{\s*(?:\$[A-Za-z_]\w*(?:(?:->|::)\w+|\[)[^{}]{0,200}|\$[a-z_]\w*\s*|(?:__|trans|config|route|old)\([^{}]{0,200})\}\}"
        r"|\{!!\s*[^{}]{1,200}!!\}",
        more=("{!! $body !!}", "{{ __('messages.welcome') }}", "{{ config('app.name') }}"),
        client=True,
    ),
    Family(
        id="dot",
        rule="placeholder-leak",
        engines=("doT",),
        example="{{=it.title}}",
        cause="the template's source was inserted without being compiled, or its data never came",
        fix="compile it and call the result: doT.template(source)(data)",
        cues=(r"\{\{",),
        pattern=r"\{\{(?:[=!~#]|\?{1,2})\s*(?:it|def)\b[^{}]{0,160}\}\}|\{\{=\s*(?:[^\W\d]|\$)[^{}]{0,160}\}\}|\{\{(?:~|\?{1,2})\s*\}\}",
        client=True,
        more=("{{?it.author}}", "{{!it.body}}", "{{~it.tags :tag}}", "{{#def.header}}", "{{= title }}", "{{??}}"),
    ),
    Family(
        id="vue-angular",
        rule="placeholder-leak",
        engines=("Vue", "Angular", "AngularJS"),
        example="{{ $t('article.readMore') }}",
        cause="no component is ever mounted on this node, so nothing fills the binding",
        fix="mount a component around it or render it on the server; until then hide it with v-cloak or ng-cloak",
        cues=(r"\{\{",),
        pattern=r"\{\{\s*(?:\$(?:t|store|route|ctrl|root|parent|index|n|d)\b[^{}]{0,200}|(?:vm|ctrl)\.[^{}]{1,200}|::[^{}]{1,200}"
        r"|[^{}|]{1,120}\|\s*(?:translate|async|number|currency)\b[^{}]{0,80}|[^{}?]{1,100}\?[^{}:]{1,100}:[^{}]{1,100})\}\}",
        client=True,
        judge=_double,
        more=("{{ vm.headline }}", "{{ 'SHARE' | translate }}", "{{ open ? 'Close' : 'Menu' }}", "{{::ngMeta.title}}"),
    ),
    Family(
        id="handlebars-block",
        rule="placeholder-leak",
        engines=("Handlebars", "Mustache"),
        also=("Squirrelly", "art-template"),
        example="{{#if author}}",
        cause="the template was inserted without being compiled, or its data never came",
        fix="compile and call it on the server: Handlebars.compile(source)(data)",
        cues=(r"\{\{",),
        pattern=r"\{\{~?[#/^>&]\s*[\w.\"'@/-]+[^{}]{0,200}\}\}|\{\{\{~?\s*[@\w.$][^{}]{0,200}\}\}\}|\{\{!--.{0,200}?--\}\}"
        r"|\{\{(?:else(?: if [^{}]{1,80})?|this(?:[./][\w.]+)?|@(?:index|key|root[\w.]*)|\.\./[\w./]+)\s*\}\}",
        client=True,
        judge=_double,
        more=("{{/each}}", "{{> article-card}}", "{{{ body }}}", "{{this.title}}", "{{else}}"),
        unlike=(r"\frac{{a}}{b}", "{{{1}}}"),
    ),
    Family(
        id="curly-filter",
        rule="placeholder-leak",
        engines=("Jinja", "Django", "Twig", "Liquid", "Nunjucks"),
        also=("Angular", "Pebble", "Squirrelly", "art-template"),
        tongues=tongue.FILTER,
        example="{{ page.title | escape }}",
        cause=_FILL_TWICE,
        fix="render the field, or move the expression into the template: {{ page.title | escape }} in a file the engine reads",
        cues=(r"\{\{",),
        pattern=r"\{\{[-~]?\s*[\w$.'\"\[\]()-][^{}|]{0,120}\|\s*[a-zA-Z_]\w*+(?:[:(][^{}]{0,160})?(?:\s*+\|[^{}]{0,160})?\s*+[-~]?\}\}",
        client=True,
        judge=_double,
        more=("{{ site.description | default: site.title }}", "{{ entry.summary|striptags|truncate(140) }}"),
    ),
    Family(
        id="undefined-printed",
        rule="placeholder-leak",
        engines=("Jinja",),
        tongues=((r"^\W*INVALID|MISSING VARIABLE", ("Django",)),),
        example="{{ no such element: dict object['headline'] }}",
        cause="the name is undefined, and the engine is set to print what it was asked for (DebugUndefined in Jinja, string_if_invalid in Django)",
        fix="pass the value, give a default ({{ story.lead|default('') }}), and keep that setting out of production (undefined=StrictUndefined in tests, string_if_invalid='')",
        cues=(
            r"\{\{ no such element: |\{\{ undefined value printed",
            r"INVALID (?:EXPRESSION|VARIABLE|[a-z_]+\.[a-z])",
            r"MISSING VARIABLE",
        ),
        pattern=r"\{\{ (?:no such element: [^{}]{1,120}|undefined value printed: [^{}]{1,160}) \}\}|\bINVALID (?:(?:EXPRESSION|VARIABLE):? )?[a-z_]\w*(?:\.\w+)+|\bINVALID (?:EXPRESSION|VARIABLE): \w+|<<? ?MISSING VARIABLE \"?[\w.]{1,80}\"? ?>?>",
        where=Where.ANY,
        more=("INVALID article.headline", "INVALID EXPRESSION: story.title", '<< MISSING VARIABLE "title" >>'),
        unlike=("an INVALID ballot", "INVALID www"),
    ),
    Family(
        id="curly-call",
        rule="placeholder-leak",
        engines=("Jinja", "Twig", "Nunjucks"),
        also=("Django", "Tornado", "Pebble"),
        tongues=tongue.CALL,
        example="{{ url_for('index') }}",
        cause=_FILL_TWICE,
        fix="render the string through the engine: env.from_string(text).render(), or {{ include(template_from_string(text)) }} in Twig",
        cues=(r"\{\{",),
        pattern=r"\{\{[-~]?\s*[A-Za-z_][\w.]*\(" + _INSIDE + r"\}\}",
        client=True,
        judge=_double,
        more=("{{ seo.helper.text(entry.teaser) }}", "{{ path('article', {id: 7}) }}"),
    ),
    Family(
        id="curly",
        rule="placeholder-leak",
        engines=("Jinja", "Twig", "Liquid", "Handlebars", "Vue", "Angular"),
        also=("Django", "Nunjucks", "Mustache", "Tornado", "Pebble", "Squirrelly", "art-template"),
        tongues=tongue.CURLY,
        example="{{ article.title }}",
        cause="the expression never met its engine: stored content, a file without front matter, or a binding that nothing mounts",
        fix="render the value where the template runs ({{ article.title }} in a rendered file), or bind it in a mounted component",
        cues=(r"\{\{",),
        wide=True,
        pattern=r"\{\{[-~:]?\s*(?:[^\W\d]|[$@.'\"(!\[])" + _INSIDE + r"\}\}",
        client=True,
        judge=_double,
        more=(
            "{{title}}",
            "{{ имя }}",
            "{{ اسم }}",
            "{{名前}}",
            "{{ post.api_data.analytics }}",
            "{{meta}}",
            "{{Titel}}",
            "The {{ kicker }} stands in a sentence",
            "{{ noparse }}",
            "View {{ title }} in lightbox",
        ),
        unlike=(r"the value $x^{{n}}$ grows", "{{ 12 }}", "{{Hugs}} to all of you"),
    ),
    Family(
        id="curly-tag",
        rule="placeholder-leak",
        engines=("Jinja", "Django", "Twig", "Liquid", "Nunjucks"),
        also=("Tornado", "Pebble", "Swig"),
        tongues=tongue.TAG,
        example="{% if article.author %}",
        cause=_FILL_TWICE,
        fix="keep tags in files that the engine renders, and render stored text explicitly; show one literally with {% raw %}…{% endraw %}",
        cues=(r"\{%",),
        wide=True,
        pattern=r"\{%[-~+]?\s*[A-Za-z_]\w*+(?:[^%]|%(?!\})){0,300}%\}",
        more=(
            "{% endfor %}",
            "{%- include 'card.html' -%}",
            '{% extends "base.html" %}',
            "{% render 'price', p: product %}",
        ),
        unlike=("{%5 off}",),
    ),
    Family(
        id="blueimp-tag",
        rule="placeholder-leak",
        engines=("JavaScript Templates",),
        example="{%= o.title %}",
        cause="the template's source was inserted without being compiled, or its data never came",
        fix="compile it and insert the result: tmpl('card', data)",
        cues=(r"\{%[=#]",),
        pattern=r"\{%[=#]\s*(?:[^\W\d]|\$)[^%{}]{0,160}%\}",
        client=True,
        more=("{%=title%}", "{%# o.body %}"),
        unlike=("{%=5%}",),
    ),
    Family(
        id="curly-comment",
        rule="placeholder-leak",
        engines=("Jinja", "Twig", "Nunjucks"),
        example="{# author box, see ticket 12 #}",
        cause=_FILL_TWICE,
        fix="render the file with its engine, or delete the comment",
        cues=(r"\{#\s",),
        pattern=r"\{#\s[^{}#]{1,160}\s#\}",
        certain=Where.NOWHERE,
    ),
    Family(
        id="svelte-block",
        rule="placeholder-leak",
        engines=("Svelte", "Latte"),
        example="{#if ready}",
        cause="the component's source was sent instead of its rendering",
        fix="render the component: render(Article, { props }) from svelte/server",
        cues=(r"\{[#/@:][a-z]",),
        pattern=r"\{(?:#(?:if|each|await|key) [^{}]{1,160}|/(?:each|await|key)|@html [^{}]{1,160}|:else(?: if [^{}]{1,120})?)\}",
        where=Where.READ,
        client=True,
        more=("{/each}", "{@html body}", "{:else}"),
    ),
    Family(
        id="polymer-binding",
        rule="placeholder-leak",
        engines=("Polymer", "Thymeleaf"),
        example="[[${article.title}]]",
        cause='inlined expressions are switched off (th:inline="none"), or the template was sent without being rendered',
        fix='use an attribute: <span th:text="${article.title}"></span>, or th:inline="text"',
        cues=(
            r"\[[\[(]\$\{",
            r"\[\[ ?[a-z\x80-\xff]",
            r"[@~*]\{",
        ),
        pattern=r"\[\[\$\{[^{}]{1,160}\}\]\]|\[\[ ?(?![A-Z\d])\w+(?:\.(?![A-Z\d])\w+)+ ?\]\]|\[\[[a-z]+[A-Z][A-Za-z]+\]\]|\[\(\$\{[^{}]{1,160}\}\)\]|(?<![\w{}])@\{/[\w/.{}$()=,'-]{0,160}\}|(?<![\w{}*])\*\{(?![A-Z\d])\w+(?:\.\w+)*\}|(?<![/\w])~\{[a-z][\w/-]*(?:\s*::\s*[\w()$]+)?\}",
        client=True,
        more=("[(${body})]", "@{/css/site.css}", "*{headline}", "~{fragments :: header}", "[[ article.title ]]"),
    ),
)
