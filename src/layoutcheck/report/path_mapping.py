"""From the file that was checked to the name that its readers know it by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_STANDARD_INPUT = "standard-input"


def is_address(name: str) -> bool:
    """Whether a page's name is an address (``https://…``), not a path (``C:/…`` is one)."""
    return _ADDRESS.match(name) is not None


def percent_encoded(path: str) -> str:
    """A path as it stands in an address. Of a file's name that is no UTF-8, the bytes that it has."""
    try:
        return quote(path.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:  # a half of a character, from a report that says so
        return quote(path, errors="replace")


@dataclass(frozen=True, slots=True)
class PathMapping:
    """``--strip-prefix build/ --path-prefix https://example.org/``: built files as addresses, or as other paths."""

    strip: str = ""
    prefix: str = ""

    def name(self, uri: str) -> str:
        """What people read: the page's name, mapped; a page from standard input is called so.

        What does not begin with ``strip`` is no page of the site, and stays as it is.
        """
        if uri == "-":
            return _STANDARD_INPUT
        uri = uri.removeprefix("./")
        strip = f"{self.strip.removeprefix('./').rstrip('/')}/" if self.strip else ""
        if not uri.startswith(strip):
            return uri
        rest = uri.removeprefix(strip)
        return f"{self.prefix.rstrip('/')}/{rest.lstrip('/')}" if self.prefix else rest

    def address(self, uri: str) -> str:
        """Where readers find the page, as a link has it: what is no address is percent-encoded; "" for no address."""
        name = self.name(uri)
        if not is_address(name):
            return ""
        front = f"{self.prefix.rstrip('/')}/"
        if is_address(uri) or not name.startswith(front):
            return name
        return front + percent_encoded(name.removeprefix(front))

    def path(self, uri: str) -> str:
        """What platforms get that want a path, never an address: of an address, its host and path."""
        name = self.name(uri)
        if not is_address(name):
            return name.removeprefix("./")
        if not is_address(uri):
            return uri.removeprefix("./")
        return uri.partition("://")[2].partition("#")[0].partition("?")[0].rstrip("/") or _STANDARD_INPUT
