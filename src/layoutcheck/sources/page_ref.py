"""The name of a page to be checked: what travels to a worker instead of the page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageRef:
    """A page by name; :func:`layoutcheck.sources.files.read` turns it into a document."""

    uri: str
    #: The file to read; "" when ``body`` holds the page already (standard input).
    path: str = ""
    media_type: str = ""
    charset: str | None = None
    #: The top folder below the argument that led here, by which causes are counted.
    section: str = ""
    body: bytes | None = None
