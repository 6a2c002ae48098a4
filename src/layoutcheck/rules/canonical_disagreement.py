"""The page gives itself different addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from turbohtml import Element

from layoutcheck.core.rule import Hit, Message, NoOptions, Rule, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.article.article import is_called_story, is_story, read_article
from layoutcheck.parse.page import Page

rule = Rule(
    summary="the page gives itself different addresses",
    severity=Severity.INFO,
    messages={
        "different": 'the canonical address is "{canonical}", {source} says "{other}"',
        "empty": Message("the canonical address is empty", Severity.WARNING),
        "several": Message('the page has two canonical addresses, "{canonical}" and "{other}"', Severity.WARNING),
        "unreachable": Message(
            'the canonical address is "{canonical}": nobody outside can open an address of "{host}"', Severity.WARNING
        ),
        "front-page": Message(
            'the canonical address "{canonical}" is the front page: search engines will not list the story',
            Severity.WARNING,
        ),
    },
)

#: Top-level names that no public name server answers for (RFC 6761, RFC 6762, and ICANN's for private use).
_PRIVATE = ("localhost", "local", "test", "internal", "invalid", "lan", "home", "corp", "localdomain")
#: Attributes by which a script in the browser writes the address.
_BOUND = re.compile(r"(?:data-)?ng-|v-|x-|:|\[|data-(?:bind|react)")
_HOME = frozenset(("home", "homepage", "front", "frontpage", "front-page", "is-front", "page-home"))
#: An address of a host and hardly a path, which alone may be a front page's.
_FRONT = re.compile(r"(?:[^/?#]*:)?(?://[^/?#]*)?/*(?:index\.php)?(?:[?#]|$)")


def check(page: Page, options: NoOptions) -> Iterator[Hit]:
    """Compare the canonical link with a second one, with Open Graph's address, and with the front page's."""
    if page.is_dump:
        return
    links = page.tree.select('link[rel~="canonical" i]')
    filled = [link for link in links if _address(link)]
    for link in links:
        if not _address(link) and not any(map(_BOUND.match, link.attrs)):
            yield Hit(
                "empty", Spot(link, "href") if link.attr("href") is not None else Spot(link), evidence="canonical"
            )
    if not filled:
        return
    first = filled[0]
    address = _address(first)
    if host := _unreachable(page, address):
        yield Hit("unreachable", Spot(first, "href"), {"canonical": address, "host": host}, cause=host)
        return
    for link in filled[1:]:
        if _key(_address(link)) != _key(address):
            data = {"canonical": address, "other": _address(link)}
            yield Hit("several", Spot(link, "href"), data, (Spot(first, "href"),))
            break
    fact = read_article(page).structured.meta("og:url")
    if _FRONT.match(address) and _path(address) == "" and is_called_story(page) and is_story(page):
        if _is_front(page):
            return
        yield Hit("front-page", Spot(first, "href"), {"canonical": address})
    elif fact is not None and not _is_same(address, fact.value):
        data = {"canonical": address, "source": "og:url", "other": fact.value}
        yield Hit("different", Spot(first, "href"), data, (fact.spot,), cause="og:url")


def _is_front(page: Page) -> bool:
    """Whether the page's own class says that it is the front page, as WordPress and Drupal write it."""
    names = (page.body.attr("class") or "").lower().split()
    return not _HOME.isdisjoint(names)


def _unreachable(page: Page, address: str) -> str:
    """The host of an address that only a developer's machine or network knows; "" where it is the page's own too."""
    host = _host(address)
    if not host or host == _host(page.uri):
        return ""
    if host[-1].isdigit() or ":" in host:
        from ipaddress import ip_address  # takes longer than this rule, and is hardly ever needed

        try:
            return host if ip_address(host).is_private else ""
        except ValueError:
            return ""
    return host if host.rstrip(".").rpartition(".")[2] in _PRIVATE else ""


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _is_same(address: str, other: str) -> bool:
    """Whether two addresses are one, a relative one taken on the other's site."""
    if address.rstrip("/") == other.rstrip("/"):
        return True
    try:
        return _key(urljoin(other, address)) == _key(urljoin(address, other))
    except ValueError:  # one of them is no address, and so not the other
        return False


def _address(link: Element) -> str:
    return (link.attr("href") or "").strip()


def _key(address: str) -> tuple[str, str]:
    """Host and path, as far as they tell two pages apart."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address, ""
    return parts.netloc.lower().removeprefix("www.").removeprefix("m.").partition(":")[0], _path(address)


def _path(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return (
        f"{parts.path.rstrip('/')}{'?' + parts.query if parts.path in ('', '/', '/index.php') and parts.query else ''}"
    )
