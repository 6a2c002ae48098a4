"""Addresses made comparable: two links that lead to one story, whatever they carry along."""

from __future__ import annotations

import re

from layoutcheck.core.rare import rare

#: Parameters that tell where a reader came from; the story is the same without them.
_TRACKING = rare(
    r"(?:utm_\w+|mtm_\w+|pk_\w+|at_\w+|ns_\w+|wt\.?\w*|fbclid|gclid|dclid|yclid|msclkid|igshid|mc_[ce]id|_ga|ref|"
    r"ref_?src|referrer|referer|source|src|from|origin|cmp|cmpid|icid|intcid|itm_\w+|int_\w+|xtor|ncid|sr_share|"
    r"traffic_source|spm|trk\w*|track\w*|_x_tr_\w+|module|position|pos|rel|via|medium|campaign|recid|widget)",
    re.IGNORECASE,
)
_NO_STORY = re.compile(r"\s*(?:#|javascript:|mailto:|tel:|whatsapp:|data:)", re.IGNORECASE)
#: Addresses of lists of stories: what a tag, an author's name or a search leads to.
_NO_PAGE = re.compile(r"/(?:tags?|topics?|search|authors?)/|[?&](?:tag|q|query|search)=", re.IGNORECASE)
#: What a link lets a reader do: share a page, write in a forum, log in, write to the house; see all of a category.
_DEED = rare(
    r"/(?:share|sharer|sharearticle|intent/\w+|submit|add|bookmark)(?:\.php)?/?\?(?:[^#]*&)?(?:url|u|link|mini|text)=|"
    r"/(?:category|categories|kategorien?)/[\w%-]{1,30}/?(?:[?#]|$)|"
    r"/(?:posting|newthread|newtopic|newreply|newpost)\.php|[?&](?:mode|do|action|act)=(?:post|reply|newthread|new_?topic)|"
    r"/(?:contact(?:[-_]?us)?|kontakt|contacto|log-?in|sign-?(?:in|up)|register|subscribe|impressum)(?:/|\.\w+)?(?:[?#]|$)",
    re.IGNORECASE,
)
#: The front page of the site itself.
_FRONT = re.compile(r"/?(?:(?:index|default|home)\.\w{2,5})?(?:\?(?:s|sid|phpsessid|lang)=\w+)?", re.IGNORECASE)
_SITE = re.compile(r"(?:https?:)?//[^/]+", re.IGNORECASE)
#: Fragments that name a reader's comment: each is a target of its own.
_COMMENT = re.compile(
    r"(?:li-)?(?:comm|kommentar|coment|reply|respon|disqus|isso|c-?\d|p\d|post-?\d|\d+$)", re.IGNORECASE
)


def target(href: str) -> str:
    """What an address leads to: fragment, tracking parameters and a closing slash left out.

    "" for addresses that lead to no story (``#top``, ``javascript:``, ``mailto:``).
    """
    if not href or (href[:4] != "http" and _NO_STORY.match(href)):
        return ""
    if "?" not in href and "#" not in href:
        return href.strip().rstrip("/") or "/"
    address, _, fragment = href.strip().partition("#")
    path, _, query = address.partition("?")
    kept = [pair for pair in re.split("[&;]", query) if pair and not _TRACKING.fullmatch(pair.partition("=")[0])]
    path = path.rstrip("/")
    found = f"{path}?{'&'.join(sorted(kept))}" if kept else path or "/"
    return f"{found}#{fragment}" if _COMMENT.match(fragment) else found


def is_list(address: str) -> bool:
    """Whether a target is no story but a list of stories: of a tag, an author, a search."""
    return _NO_PAGE.search(address) is not None


def is_deed(address: str) -> bool:
    """Whether a target is no story but something to do (share, post, log in, write to us), or the front page."""
    return _DEED.search(address) is not None or _FRONT.fullmatch(address) is not None


def path_of(address: str) -> str:
    """A target from its site's root on: ``/world/storm`` for itself and for ``https://daily.example/world/storm``."""
    scheme, slashes, rest = address.partition("//")
    if not slashes:
        return address or "/"
    host, slash, path = rest.partition("/")
    if host and scheme in ("https:", "http:", ""):  # nearly always; what the pattern says, said faster
        return slash + path or "/"
    site = _SITE.match(address)  # at its beginning: two slashes further on are part of the path
    return address[site.end() if site else 0 :] or "/"


def is_same_page(one: str, other: str) -> bool:
    """Whether two targets are one page: the same address, or once from the site's root and once in full."""
    if one == other:
        return True
    full = [_SITE.match(address) is not None for address in (one, other)]
    return full[0] != full[1] and path_of(one) == path_of(other) != "/"


def without_scheme(address: str) -> str:
    """A target without scheme and ``www.``, for copies that stand so close that these cannot matter."""
    return (
        address.removeprefix("https:").removeprefix("http:").removeprefix("//").removeprefix("www.").removeprefix("m.")
    )
