"""What the site of a page is called, so that its name is not taken for a person's or a section's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from layoutcheck.core import fold as folding
from layoutcheck.newsroom.article.head import find_canonical
from layoutcheck.newsroom.structured import Structured

skeleton = lru_cache(maxsize=256)(folding.skeleton)
#: Shorter names of hosts say nothing when they are part of another word.
_TELLING = 6
_WORDS = 4
#: An address whose host can be read off; those with a port or a user are left to the library.
_USUAL = re.compile(r"https?://([a-z0-9.-]+)(?:[/?#]|$)", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class SiteNames:
    """The names of a site, as letters and digits alone."""

    names: frozenset[str]
    #: The host without ``www.``, and its part before the top-level domain.
    host: str = ""
    label: str = ""

    def are_said_to_hold(self, name: str) -> bool:
        """Whether the site calls itself ``name``."""
        return skeleton(name) in self.names

    def __contains__(self, name: str) -> bool:
        """Whether ``name`` is the site's: as it calls itself, as its address, or with hardly more than that."""
        own = skeleton(name)
        if not own:
            return False
        if own in self.names or own in (self.host, self.label):
            return True
        if not self.label or self.label not in own:
            return False
        words = name.split()
        return len(self.label) >= _TELLING or (
            len(self.label) >= 3 and len(words) <= _WORDS and self.label in map(skeleton, words)
        )


def read_site_names(structured: Structured) -> SiteNames:
    """The site's names in Open Graph, JSON-LD's publisher and the page's own address."""
    found = {skeleton(fact.value) for name in ("og:site_name", "application-name") if (fact := structured.meta(name))}
    if structured.article is not None:
        publisher = structured.article.text("publisher")
        if publisher is not None:
            found.add(skeleton(publisher.value))
    return SiteNames(frozenset(name for name in found if name), *host_names(structured))


def host_names(structured: Structured) -> tuple[str, str]:
    """The host that the page names as its own, without ``www.``, and its longest part, as skeletons; or two ""."""
    address = find_canonical(structured.page, structured)
    return _host_names(str(address.value)) if address else ("", "")


@lru_cache(maxsize=64)
def _host_names(address: str) -> tuple[str, str]:
    usual = _USUAL.match(address)
    try:
        host = (usual[1].lower() if usual else urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return "", ""
    return skeleton(host), skeleton(max(host.split(".")[:-1], key=len, default=""))
