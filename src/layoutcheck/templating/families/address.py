# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Addresses that only the content system, or the machine that a page was written on, can follow."""

from __future__ import annotations

import re

from layoutcheck.core.severity import Severity
from layoutcheck.templating.family import Candidate, Family, Where

#: Meta and links that tell search engines and services the page's own address.
_OWN = re.compile(r"(?i)(?:^|[:._-])(?:url|canonical|image(?::url|:secure_url|:src)?|src)$")
_COMMENTS = "[class*=comment], [id*=comment], [rel~=ugc], [rel~=external]"


def _local(candidate: Candidate) -> Severity | None:
    """An address of the author's machine: where nobody names it as an example, and no reader gave it as a home page."""
    element = candidate.element
    if element is None or candidate.where & (Where.META | Where.JSONLD):
        return None
    host = re.sub(r"^\s*(?:https?:)?//|[/?#].*$", "", candidate.value, flags=re.DOTALL)
    if candidate.tag == "a" and (host in element.text or element.closest(_COMMENTS) is not None):
        return Severity.OFF
    if candidate.tag == "meta" and _OWN.search(candidate.name):
        return Severity.ERROR
    return Severity.ERROR if candidate.tag == "link" and element.attr("rel") == "canonical" else None


FAMILIES = (
    Family(
        id="unresolved-address",
        rule="placeholder-leak",
        engines=("CMS link",),
        tongues=(
            (r"(?i)^(?:t3|ext):", ("TYPO3",)),
            (r"^(?:public|private|internal|entity|route):", ("Drupal",)),
            (r"^umb:|localLink", ("Umbraco",)),
            (r"^~/link\.aspx", ("Sitecore",)),
            (r"^~/", ("ASP.NET",)),
            (r"^statamic:", ("Statamic",)),
            (r"^wix:", ("Wix",)),
            (r"^__GHOST", ("Ghost",)),
            (r"^\{(?:entry|asset|category|globalset|user)", ("Craft CMS",)),
        ),
        example="t3://page?uid=12",
        cause="the address is the system's own: it is turned into one that browsers know when the field is rendered, and this field was printed raw",
        fix='render the field instead of printing it: f:format.html or typolink in TYPO3, file_url() in Drupal, Url.Content("~/…") in ASP.NET, |parseRefs in Craft',
        cues=(
            r"=[\"'](?:t3://|(?:EXT|ext):[a-z]|public://|private://|internal:/|entity:[a-z]|route:(?:<|&lt;)|umb://|/?\{localLink:|~/[A-Za-z_%-]|statamic://|wix:(?:image|document|video|vector)://|__GHOST_URL__)",
            r"\{(?:entry|asset|category|globalset|user):[0-9]+(?:@[0-9]+)?:",
        ),
        pattern=r"\A\s*(?P<leak>t3://(?:page|file|folder|record|email|telephone|url)\b\S*|(?:EXT|ext):[a-z]\w*/\S+|(?:public|private)://[\w%.~-]+/?\S*|internal:/\S*|entity:[a-z_]+/\S+|route:<\w+>|umb://(?:document|media|member)/\w+|/?\{localLink:[\w:/-]+\}|~/[A-Za-z_%-]\S*|statamic://\S+|wix:(?:image|document|video|vector)://\S+|__GHOST_URL__\S*)\s*\Z|\{(?:entry|asset|category|globalset|user):\d+(?:@\d+)?:\w+(?:\|\|[^{}]{0,200})?\}",
        where=Where.URL,
        at=Where.URL,
        named="href",
        more=(
            "EXT:site/Resources/Public/Images/logo.svg",
            "public://2026-03/crane.jpg",
            "internal:/node/12",
            "entity:node/12",
            "route:<nolink>",
            "umb://document/3c1f0e3fa2b44d",
            "/{localLink:1234}",
            "~/images/crane.png",
            "~/link.aspx?_id=3C1F0E3F&_z=z",
            "statamic://entry::crane",
            "wix:document://v1/crane.pdf",
            "{entry:123@1:url||https://news.example/crane}",
            "__GHOST_URL__/about/",
        ),
        unlike=("/~ada/crane.html", "~/", "https://news.example/~/media/crane.ashx"),
    ),
    Family(
        id="local-address",
        rule="filler-text",
        message="local-address",
        engines=("the author's own machine",),
        example="http://localhost:3000/news/crane",
        cause="the address was built or copied while the site ran on a machine of its own, and was published with it",
        fix="build addresses from the site's own setting (SITE_URL, baseURL, home_url()), and set that where the site is published",
        cues=(
            r"://(?:localhost|127\.0\.0\.1|0\.0\.0\.0|10\.[0-9]+\.[0-9.]+)[:/\"']",
            r"=[\"'](?:file|FILE):///?[A-Za-z/]",
        ),
        pattern=r"\A\s*(?P<leak>(?:https?:)?//(?:localhost|127\.0\.0\.1|0\.0\.0\.0|10(?:\.\d{1,3}){3})(?::\d{1,5})?(?=[/?#]|\s*\Z)\S*|(?i:file)://\S+)",
        where=Where.URL | Where.JSONLD,
        certain=Where.JSONLD,
        judge=_local,
        at=Where.URL,
        named="href",
        more=(
            "file:///C:/Users/ada/Desktop/crane.html",
            "http://127.0.0.1:8000/media/crane.jpg",
            "http://10.2.0.8:4502/news",
        ),
        unlike=("https://localhost.example/", "http://localhosting.example"),
    ),
)
