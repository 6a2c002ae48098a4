# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""What share links and other addresses pass on that is no address and no word: entities, markup, samples, bare variables."""

from __future__ import annotations

import html.entities
import re
from urllib.parse import unquote_plus

from layoutcheck.core.severity import Severity
from layoutcheck.templating.families.brace import VARIABLES
from layoutcheck.templating.family import Candidate, Family, Where
from layoutcheck.templating.share_link import is_share_link, parameter, shares, shares_words

#: Words of which placeholders in a service's manual are made: "full page url to share".
_MANUAL = frozenset(
    "full the your page article post site website web url urls link address title headline text description summary to share of here "
    "insert enter encoded permalink image media".split()
)


def _entity(candidate: Candidate) -> Severity | None:
    """An entity that was encoded for an address: readers who pass it on see ``&#8217;``."""
    coded = unquote_plus(candidate.text)
    if not coded.startswith("&#") and coded[1:] not in html.entities.html5:
        return Severity.OFF
    start = candidate.span[0]
    if shares_words(candidate.value, start):
        return None
    if "?" not in candidate.value[:start] and coded != "&amp;":
        return None  # in a path: the address is another
    return Severity.INFO if is_share_link(candidate.value) else Severity.OFF


def _twice(candidate: Candidate) -> Severity | None:
    """Words that were encoded twice; an address among them may need it."""
    start = candidate.span[0]
    if not shares_words(candidate.value, start):
        return Severity.OFF
    said = re.split(r"[?&;]", candidate.value[:start])[-1]
    return Severity.OFF if "http" in said and not candidate.text.startswith("%253") else None


def _markup(candidate: Candidate) -> Severity | None:
    return None if shares_words(candidate.value, candidate.span[0]) else Severity.OFF


def _manual(candidate: Candidate) -> Severity | None:
    """``u=<url>``, ``u=YOUR_URL``: a manual's words in place of the page's own address; a script may look for the latter."""
    words = re.findall(r"[a-z]+", unquote_plus(candidate.text).lower())
    if not words or not _MANUAL.issuperset(words) or not shares(candidate.value, candidate.span[0]):
        return Severity.OFF
    if not candidate.text.isupper() or words[0] in {"your", "insert", "enter"}:
        return None
    names = candidate.element.attr("class") if candidate.element is not None else ""
    return Severity.OFF if names and re.search(r"(?:^|\s)js[-_]", names) else Severity.WARNING


def _bare(candidate: Candidate) -> Severity | None:
    """``?title=$title``, ``href="$url"``: a variable that gives its parameter's value; an ad server's are in capitals."""
    name = candidate.text.removeprefix("%24").removeprefix("$")
    if candidate.whole:
        return None if len(name) > 2 else Severity.OFF
    if name.lower() == parameter(candidate.value, candidate.span[0]):
        return None
    built = name.lower() in VARIABLES or re.search(r"[a-z](?:[A-Z]|_)[a-z]", name)
    return None if built and shares(candidate.value, candidate.span[0]) else Severity.OFF


def _is_seen(candidate: Candidate) -> bool:
    """Whether the link has anything to click on."""
    element = candidate.element
    return element is None or bool(element.text.strip()) or element.find("img") is not None


FAMILIES = (
    Family(
        id="coded-entity",
        rule="double-escape",
        message="shared-entity",
        engines=("any autoescaping engine",),
        example="https://twitter.com/intent/tweet?text=The+harbour%26%238217%3Bs+crane",
        cause="the text was escaped for HTML before it was encoded for the address, so it is passed on with its entities",
        fix="encode the plain text: urlencode(html_entity_decode($title)), {{ title|urlencode }} with a title that is not escaped",
        cues=(r"%26(?:%23|#)[xX0-9]", r"%26[A-Za-z]+%3[Bb]"),
        once=True,
        pattern=r"%26(?:(?:%23|#)(?:[xX][0-9A-Fa-f]{2,5}|\d{2,5})|[A-Za-z]{2,8}\d{0,2})%3[Bb]",
        where=Where.URL,
        certain=Where.NOWHERE,
        judge=_entity,
        at=Where.URL,
        named="href",
        more=(
            "https://www.linkedin.com/shareArticle?url=https%3A%2F%2Fnews.example%2F&title=B%26amp%3BB",
            "https://news.example/D%26uuml%3Bsseldorf.html",
            "mailto:?subject=The%20crane%26nbsp%3Bat%20night",
        ),
        unlike=("https://news.example/?q=a%26b%3Bc", "https://news.example/?next=%2F%3Fa%3D1%26id%3B"),
    ),
    Family(
        id="coded-twice",
        rule="double-escape",
        message="shared-entity",
        engines=("any program that builds addresses",),
        example="https://twitter.com/intent/tweet?text=The%2520crane%2520at%2520night",
        cause="the words were encoded for the address twice, so they are passed on with percent signs",
        fix="encode them once, where the address is put together: encodeURIComponent(title), {{ title|urlencode }}",
        cues=(r"%25(?:20|3[aA]%25|[cC]3%25|[eE]2%25)",),
        once=True,
        pattern=r"%25(?:20|3[Aa]%252[Ff]|[Cc]3%25[89ABab][0-9A-Fa-f]|[Ee]2%2580)",
        where=Where.URL,
        certain=Where.NOWHERE,
        judge=_twice,
        at=Where.URL,
        named="href",
        more=("mailto:?body=Read%20this:%20https%253A%252F%252Fnews.example%252Fcrane",),
        unlike=(
            "https://twitter.com/intent/tweet?text=Crane%20https%3A%2F%2Fnews.example%2F%3Fq%3Da%2520b",
            "https://www.facebook.com/sharer.php?u=https%3A%2F%2Fnews.example%2Fa%2520b",
        ),
    ),
    Family(
        id="markup-in-share-link",
        rule="markup-as-text",
        message="shared-markup",
        engines=("any autoescaping engine", "CMS excerpt"),
        example="https://twitter.com/share?text=The+%3Ci%3EGudrun%3C%2Fi%3E+sails",
        cause="a field that holds HTML is passed on where only text can stand",
        fix="strip the tags before the text is encoded: rawurlencode(wp_strip_all_tags($title)), {{ title|striptags|urlencode }}",
        cues=(
            r"%3[Cc]/?(?:span|strong|em|i|b|p|a|br|div|sup|sub)(?:%3[Ee]|%20|\+)",
            r"=(?:<|&lt;)(?:span|strong|em|i|b|p)(?:[ >]|&gt;)",
        ),
        once=True,
        pattern=r"(?i:(?:%3C|<)(?:/|%2F)?(?:span|strong|em|i|b|p|a|br|div|sup|sub)(?:(?:\+|%20| )[^&<>]{0,120}?)?(?:%20)?(?:/|%2F)?(?:%3E|>))",
        where=Where.URL,
        certain=Where.NOWHERE,
        judge=_markup,
        at=Where.URL,
        named="href",
        more=(
            "https://twitter.com/intent/tweet?text=%3Cspan+class%3D%22title%22%3ECrane%3C%2Fspan%3E",
            "https://twitter.com/share?text=<strong>Crane</strong> at night",
        ),
        unlike=("https://news.example/?q=%3Cb%3E", "https://twitter.com/share?text=a%20%3C%20b%20%3E%20c"),
    ),
    Family(
        id="share-link-sample",
        rule="placeholder-leak",
        engines=("a service's code sample",),
        example="https://www.facebook.com/share.php?u=<url>",
        cause="the share link was copied from the service's manual, and its placeholder was never replaced",
        fix="put the page's own address there, encoded: ?u={{ page.url | urlencode }}",
        cues=(
            r"=(?:<|&lt;|%3[cC])[a-zA-Z][A-Za-z%0-9 +_-]*(?:>|&gt;|%3[eE])",
            r"=(?:YOUR|INSERT|ENTER|PAGE|ARTICLE|POST|SHARE)[_+-]",
            r"=(?:\[|%5[bB])[A-Za-z]+(?:[ +_-]|%20)?[A-Za-z]*(?:\]|%5[dD])",
            r"=(?:your|page|share)[_-](?:url|link|title)",
        ),
        pattern=r"(?<==)(?:(?:<|%3[Cc])[A-Za-z](?:[A-Za-z]|[ +_-]|%20){1,60}(?:>|%3[Ee])|(?:\[|%5[Bb])[A-Za-z](?:[A-Za-z]|[ +_-]|%20){1,60}(?:\]|%5[Dd])"
        r"|(?:YOUR|INSERT|ENTER|PAGE|ARTICLE|POST|SHARE)(?:[_+-][A-Z]+){1,5}|(?:your|page|share)[_-](?:url|link|title|text)(?:[_-]here)?)(?=&|#|\Z)",
        where=Where.URL,
        judge=_manual,
        at=Where.URL,
        named="href",
        more=(
            "https://www.facebook.com/share.php?u=%3Cfull%20page%20url%20to%20share%3E",
            "https://twitter.com/intent/tweet?url=YOUR_URL_HERE",
            "https://www.linkedin.com/shareArticle?title=[title]",
            "https://pinterest.com/pin/create/button/?url=%5BURL%5D",
        ),
        unlike=(
            "https://news.example/login?destination=<front>",
            "https://www.facebook.com/sharer.php?s=100&p[url]=https%3A%2F%2Fnews.example",
            "https://twitter.com/intent/tweet?text=[Video]",
        ),
    ),
    Family(
        id="dollar-in-address",
        rule="placeholder-leak",
        engines=("PHP", "Velocity", "Perl"),
        example="https://news.example/list?section=$section",
        cause="the variable stands in single quotes or outside of code, so its name went into the address",
        fix="put its value there, encoded: 'section=' . rawurlencode($section), or use double quotes",
        cues=(r"=(?:%24|\$)[A-Za-z][A-Za-z_]", r"=[\"'](?:\$)[A-Za-z_]+[\"']"),
        pattern=r"(?<==)(?:%24|\$)[A-Za-z]\w*(?=&|#|\Z)|\A\s*\$[A-Za-z]\w*\s*\Z",
        where=Where.URL,
        judge=_bare,
        at=Where.URL,
        named="href",
        more=(
            "https://www.facebook.com/sharer.php?u=$articleUrl",
            "https://twitter.com/intent/tweet?text=%24title",
        ),
        unlike=(
            "https://ads.example/e?rnd=$RANDOM",
            "https://img.example/a?$profile$",
            "https://img.example/a?preset=$large",
            "/quotes/$indu/dji",
        ),
    ),
    Family(
        id="empty-address",
        rule="stringified-value",
        engines=("any template engine",),
        example="http://",
        cause="the address is missing, so only what the template writes in front of it is left",
        fix='print the link only when there is an address: {% if source.url %}<a href="{{ source.url }}">…</a>{% endif %}',
        cues=(r"://[\"']",),
        pattern=r"\A\s*https?://\s*\Z",
        where=Where.URL,
        certain=Where.NOWHERE,
        judge=lambda c: None if c.name == "href" and _is_seen(c) else Severity.OFF,
        at=Where.URL,
        named="href",
        more=("https://",),
    ),
    Family(
        id="sample-address",
        rule="filler-text",
        engines=("theme",),
        example="https://www.facebook.com/yourpage",
        cause="the address that the theme came with, or a note in its place, was never changed",
        fix="set the site's own address in the theme's settings, or leave the link out",
        cues=(
            r"/@?(?:your|Your|YOUR|my)[-_]?(?:[Pp]age|[Uu]ser|[Pp]rofile|[Hh]andle|[Aa]ccount|[Nn]ame|[Cc]hannel|[Cc]ompany|url)[A-Za-z_-]*/?[\"']",
            r"[/.]your-?(?:site|domain|website|company)",
            r"href=[\"'](?:TODO|FIXME|TBD|XXX)[\"']",
        ),
        pattern=r"(?i:\A\s*(?:https?:)?//(?:www\.)?(?:facebook|twitter|x|instagram|youtube|linkedin|pinterest|tiktok|vimeo|flickr)\.com/(?:in/|company/|user/|channel/|c/)?@?(?:your|my)[-_]?(?:page|user(?:[-_]?name)?|profile|handle|account|name|channel|company|url)(?:[-_]?(?:here|id|url|name))?/?\s*\Z"
        r"|\A\s*(?:https?:)?//(?:www\.)?your-?(?:site|domain|website|company)(?:-?name)?(?:-?here)?\.(?:com|org|net|de|co\.uk)(?=[/?#]|\s*\Z))|\A\s*(?:TODO|FIXME|TBD|XXX)\s*\Z",
        where=Where.URL,
        certain=Where.NOWHERE,
        at=Where.URL,
        named="href",
        judge=lambda c: None if c.name == "href" else Severity.OFF,
        more=("https://twitter.com/your_username", "http://www.yourdomain.com/contact", "TODO"),
        unlike=("https://www.facebook.com/yourpagesix", "https://www.instagram.com/mynameisgudrun", "#todo"),
    ),
)
