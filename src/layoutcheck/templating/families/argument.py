# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Messages that were printed without their arguments: ICU, MessageFormat, Fluent, plural forms."""

from __future__ import annotations

import re

from layoutcheck.core.severity import Severity
from layoutcheck.templating.families.brace import TEX
from layoutcheck.templating.family import Candidate, Family, Where


def _number(candidate: Candidate) -> Severity | None:
    """``{0}``: a format's argument, not a regular expression's repeat, not LaTeX."""
    if TEX.search(candidate.before) or (
        re.search(r"[\w{#$@%]$", candidate.before) and candidate.where is not Where.URL
    ):
        return Severity.OFF
    if len(candidate.value) > 300 and candidate.where is not Where.URL:
        return Severity.OFF
    if "\\" in candidate.value or re.fullmatch(r"\{\d,\d+\}", candidate.text):
        return Severity.OFF  # a set, a repeat
    if candidate.where is Where.URL:
        return Severity.ERROR if re.search(r"[=/?&]$", candidate.before) else Severity.WARNING
    if candidate.where is Where.TEXT and len(candidate.value.strip()) > 100:
        return Severity.WARNING
    return None


FAMILIES = (
    Family(
        id="icu-message",
        rule="placeholder-leak",
        engines=("ICU MessageFormat",),
        example="{count, plural, one {# comment} other {# comments}}",
        cause="the message was printed as stored, without being formatted",
        fix="format it: intl.formatMessage(message, { count }), MessageFormat.format(pattern, count)",
        cues=(
            r"\{ ?[A-Za-z0-9_][A-Za-z0-9_\x80-\xff\s&;]*,[\xc2\xa0\s&a-z;]*(?:plural|select|number|date|time|choice)",
        ),
        pattern=r"\{\s*\w+\s*,\s*(?:plural|select|selectordinal|number|date|time|choice)\s*(?:,(?:[^{}]|\{[^{}]{0,120}\}){0,400})?\}",
        where=Where.READ,
        more=("{0, date, long}", "{gender, select, male {him} other {them}}"),
    ),
    Family(
        id="numbered-argument",
        rule="placeholder-leak",
        engines=("MessageFormat", ".NET string.Format", "Python str.format"),
        example="Search {0}",
        cause="the message was used without its arguments, or an apostrophe in the pattern switched formatting off",
        fix="pass the arguments: MessageFormat.format(pattern, name); double each apostrophe ('') in the pattern",
        cues=(r"\{[0-9][},:]",),
        pattern=r"\{\d(?:,-?\d{1,3})?(?::[A-Za-z0-9#.,/: -]{1,24})?\}|(?<!\{)\{\{\d\}\}(?!\})",
        certain=Where.TEXT | Where.TITLE | Where.LABEL | Where.META | Where.URL,
        judge=_number,
        more=("{{0}} comments", "You are here: {0}", "Level 1 item {0}", "{0:dd.MM.yyyy}", "Example: {1}"),
        unlike=("a^{{2}} + b", "a^{2} + b^{2}", r"x_{1}, \ldots", "[0-9]{4}-x", "word{3}"),
    ),
    Family(
        id="fluent-placeable",
        rule="placeholder-leak",
        engines=("Fluent",),
        example="By \u2068{$author}\u2069",
        cause="the message was formatted without the value, or it refers to a term or message that its bundle lacks; Fluent prints the reference",
        fix="pass it: bundle.formatPattern(message.value, { author }), add the term to the bundle, and look at the errors that formatPattern collects",
        cues=(r"(?:\xe2\x81\xa8|&#8296;)\{", r"\{(?:DATETIME|NUMBER)\("),
        pattern=r"\u2068\{[^{}]{1,80}\}\u2069|\{(?:DATETIME|NUMBER)\(\$\w+[^{}]{0,80}\)\}",
        more=("See \u2068{-brand}\u2069", "{DATETIME($date)}"),
    ),
    Family(
        id="plural-forms",
        rule="placeholder-leak",
        engines=("Polyglot",),
        example="%{smart_count} comment |||| %{smart_count} comments",
        cause="the message was printed without its number, so all of its plural forms are there",
        fix="pass the number: polyglot.t('comments', { smart_count: n })",
        cues=(r" \|\|\|\| ",),
        pattern=r"\A\s*+[^|\s][^|\n]{0,120} \|{4} [^|\n]{1,120}(?: \|{4} [^|\n]{1,120}){0,5}\s*\Z",
        where=Where.WORDS,
        more=("one reader |||| many readers",),
    ),
    Family(
        id="count-argument",
        rule="placeholder-leak",
        engines=("Drupal", "Laravel"),
        example="@count comments",
        cause="the message was printed without its number",
        fix="format it with the number: formatPlural($n, '1 comment', '@count comments'), trans_choice('comments', $n)",
        cues=(
            r"[>\"'\s][@:%]count [a-z(]",
            r"(?:\xc2\xa9|&copy;|opyright) :year\b",
            r"(?:osted|ublished|pdated) [@:](?:time|date|count|interval|name|author)\b",
        ),
        pattern=r"(?:\A|(?<=\())\s*[@:%]count(?= \(?[^\W\d_]{2,20}\b)|(?:©|[Cc]opyright) (?P<year>:year)\b|\b(?:[Pp]osted|[Pp]ublished|[Uu]pdated) (?:by )?(?P<told>[@:](?:time|date|count|interval|name|author))(?=\s*(?:\Z|[|,.])| (?:ago|by|on|at|in)\b)",
        where=Where.TEXT | Where.LABEL,
        certain=Where.NOWHERE,
        judge=lambda c: Severity.OFF if len(c.value.strip()) > 60 else None,
        more=(
            ":count minutes ago",
            "%count comentários",
            "© :year Harbour Post",
            "Posted :time ago",
            "Published @date",
        ),
        unlike=("Posted @name_of_it", "at 5%count", "Published: date unknown"),
    ),
)
