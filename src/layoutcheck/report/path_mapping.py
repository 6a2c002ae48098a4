"""From the file that was checked to the name that its readers know it by."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_STANDARD_INPUT = "standard-input"


def is_address(name: str) -> bool:
    """Whether a page's name is an address (``https://…``), not a path (``C:/…`` is one)."""
    return _ADDRESS.match(name) is not None


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

    def path(self, uri: str) -> str:
        """What platforms get that want a path, never an address: of an address, its host and path."""
        name = self.name(uri)
        if not is_address(name):
            return name.removeprefix("./")
        if not is_address(uri):
            return uri.removeprefix("./")
        return uri.partition("://")[2].partition("#")[0].partition("?")[0].rstrip("/") or _STANDARD_INPUT
