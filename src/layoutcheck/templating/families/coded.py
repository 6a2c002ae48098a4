# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Expressions that were percent-encoded together with the address that they stand in.

Browsers encode braces, angle brackets and spaces of an address and leave percent signs, ``encodeURIComponent`` encodes
all but letters, digits and a few marks. What stands between the brackets is decoded and judged by the engines' own
families.
"""

from __future__ import annotations

from urllib.parse import unquote_plus

from layoutcheck.core.severity import Severity
from layoutcheck.templating.families import curly, dotnet, percent, php, smarty
from layoutcheck.templating.family import Candidate, Family, Where

_PLAIN = (*dotnet.FAMILIES, *curly.FAMILIES, *percent.FAMILIES, *php.FAMILIES, *smarty.FAMILIES)


def _as_plain(candidate: Candidate) -> Severity | None:
    """What the families say of the decoded text, of which they have to take the whole."""
    # Browsers leave the percent signs of {% … %} and <% … %> as they are.
    text = unquote_plus(candidate.text).strip()
    for family in _PLAIN:
        if family.where & candidate.where and (match := family.regex.fullmatch(text)):
            plain = Candidate(text, match, candidate.where, candidate.name, candidate.element)
            if (severity := family.severity(plain)) is not Severity.OFF:
                return severity
    return Severity.OFF


def _between(opened: str, closed: str) -> str:
    """A pattern for what stands between coded brackets."""
    return rf"{opened}(?:(?!{closed})[^\s\"<>&#]){{1,300}}?{closed}"


FAMILIES = (
    Family(
        id="coded-expression",
        rule="placeholder-leak",
        engines=("Jinja", "Twig", "Liquid", "Handlebars", "Vue", "Angular"),
        tongues=(
            ("40Model", ("Razor",)),
            ("%7B%24", ("Smarty",)),
            ("%7b%24", ("Smarty",)),
            ("%5B%5B", ("Polymer", "Thymeleaf")),
            ("%5b%5b", ("Polymer", "Thymeleaf")),
        ),
        example="https://share.example/?u=%7B%7B%20article.url%20%7C%20urlencode%20%7D%7D",
        cause="the expression never met its engine, and the address around it was percent-encoded",
        fix="render the value before the address is put together and encode that: ?u={{ article.url | urlencode }}",
        cues=(r"%7[Bb]%(?:7[Bb]|2[45]|%)", r"%5[Bb]%5[Bb]", r"%40Model\.", r"%7[Bb]%[ +]"),
        pattern=rf"(?i:{_between('(?:%7B){2}', '(?:%7D){2,3}')}|{_between('%7B%(?:25)?', '%(?:25)?%7D')}|%7B%24[a-z_]\w*(?:\.\w+)*%7D"
        rf"|{_between('(?:%5B){2}', '(?:%5D){2}')})|%40Model(?:\.\w+)+",
        client=True,
        judge=_as_plain,
        at=Where.URL,
        named="href",
        more=(
            "https://share.example/?u=%7B%7Burl%7D%7D",
            "https://share.example/?u=%7b%7burl%7d%7d&via=desk",
            "https://share.example/?u=%7B%7B+article.url+%7D%7D",
            "https://news.example/%7B%7B%20path('article',%20%7Bid:%207%7D)%20%7D%7D",
            "https://news.example/%7B%%20url%20'home'%20%%7D",
            "https://share.example/?t=%7B%7B%7B%20page.title%20%7D%7D%7D",
            "https://share.example/?t=%5B%5Barticle.title%5D%5D",
            "https://share.example/?u=%40Model.Url",
            "https://share.example/?text=News+%40%7B%24twittername%7D",
        ),
        unlike=(
            "https://ads.example/?c=%7B%7BCLICK_URL%7D%7D",
            "https://news.example/?q=%7B%22a%22%3A%7B%22b%22%3A1%7D%7D",
            "https://news.example/?q=%7B%24and%3A1%7D",
            "https://news.example/?ids=%5B%5B1%2C2%5D%2C%5B3%5D%5D",
        ),
    ),
    Family(
        id="coded-tag",
        rule="placeholder-leak",
        engines=("ERB", "EJS", "JSP", "Classic ASP", "Underscore"),
        tongues=(("%3F", ("PHP",)), ("%3f", ("PHP",))),
        example="https://share.example/?u=%3C%25%3D%20article.url%20%25%3E",
        cause="the expression stands where its engine doesn't evaluate it, and the address around it was percent-encoded",
        fix="evaluate it before the address is put together and encode the value: ?u=<%= u article.url %>",
        cues=(r"%3[Cc]%(?:25|3[Ff]|[=@!#%-])",),
        pattern=rf"(?i:{_between('%3C%(?:25|(?=[=@!#%-]))', '%(?:25)?%3E')}|{_between('%3C%3F(?:php|%3D|=)', '%3F%3E')})",
        judge=_as_plain,
        at=Where.URL,
        named="href",
        more=(
            "https://share.example/?u=%3C%25=%20url%20%25%3E",
            "https://share.example/?u=%3C%=%20url%20%%3E",
            "https://img.example/%3C%3F=%20$image%20%3F%3E",
            "https://img.example/%3C%3Fphp%20echo%20%24image%3B%20%3F%3E",
        ),
        unlike=("https://news.example/?q=%3C%3Ckeyword%3E%3E", "https://news.example/?q=%3C%20a%20%3E"),
    ),
)
