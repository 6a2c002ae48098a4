"""Where things are: addresses in a folder of pages, and anchors in one file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol
from urllib.parse import quote

from layoutcheck.report.html.preview import mark_id
from layoutcheck.report.html.record import Checked, Found, Root
from layoutcheck.report.html.safe import short_hash, shown


def numbered(name: str, number: int) -> str:
    """``causes.html``, ``causes-2.html``: the files of a list in parts."""
    return f"{name}.html" if number == 1 else f"{name}-{number}.html"


class Links(Protocol):
    """The way from one place of the report to another; "" where there is none.

    What each of these leads to is said at :class:`FolderLinks`.
    """

    root: str

    def menu(self) -> Sequence[tuple[str, str]]: ...  # noqa: D102
    def index(self) -> str: ...  # noqa: D102
    def causes(self) -> str: ...  # noqa: D102
    def pages(self) -> str: ...  # noqa: D102
    def failures(self) -> str: ...  # noqa: D102
    def rule(self, rule: str) -> str: ...  # noqa: D102
    def cause(self, root: Root) -> str: ...  # noqa: D102
    def page(self, page: Checked) -> str: ...  # noqa: D102
    def finding(self, found: Found) -> str: ...  # noqa: D102
    def here(self, found: Found) -> str: ...  # noqa: D102
    def anchor(self, found: Found) -> str: ...  # noqa: D102
    def preview(self, found: Found) -> str: ...  # noqa: D102
    def preview_page(self, page: Checked) -> str: ...  # noqa: D102
    def query(self, words: str) -> str: ...  # noqa: D102


class FolderLinks:
    """Relative addresses from a page of the folder; ``root`` leads up to ``index.html``.

    ``file_of`` a finding further down than its page's page goes has no anchor there: the link leads to the page.
    """

    def __init__(self, root: str = "") -> None:
        self.root = root

    def menu(self) -> Sequence[tuple[str, str]]:
        """The top navigation."""
        names = ("index", "causes", "pages", "findings", "triage")
        return [(name, f"{self.root}{name}.html") for name in names]

    def index(self) -> str:
        """The first screen."""
        return f"{self.root}index.html"

    def causes(self) -> str:
        """All causes."""
        return f"{self.root}causes.html"

    def pages(self) -> str:
        """All pages with findings."""
        return f"{self.root}pages.html"

    def failures(self) -> str:
        """All failures."""
        return f"{self.root}failures.html"

    def rule(self, rule: str) -> str:
        """A rule's page."""
        return f"{self.root}r/{short_hash(rule)}.html"

    def cause(self, root: Root) -> str:
        """A cause's page."""
        return f"{self.root}c/{root.file}.html"

    def page(self, page: Checked) -> str:
        """A page's page."""
        return f"{self.root}p/{page.file}.html"

    def finding(self, found: Found) -> str:
        """A finding on its page's page."""
        return f"{self.page(found.page)}#{found.anchor}"

    def here(self, found: Found) -> str:
        """A finding further down the same page."""
        return f"#{found.anchor}"

    def anchor(self, found: Found) -> str:
        """The id of a finding's article."""
        return found.anchor

    def preview(self, found: Found) -> str:
        """The mark of a finding in the preview."""
        return f"{self.root}v/{found.page.file}.html#{mark_id(found.anchor)}"

    def preview_page(self, page: Checked) -> str:
        """The preview."""
        return f"{self.root}v/{page.file}.html"

    def query(self, words: str) -> str:
        """The findings that a query finds."""
        return f"{self.root}findings.html#q={quote(shown(words), safe=':')}"


class FileLinks:
    """Anchors in one file. A finding's anchor carries its page, since two pages may share a fingerprint."""

    root = ""

    def __init__(self, roots: Sequence[Root] = ()) -> None:
        self._taken: dict[str, Found] = {}
        self._first: dict[str, Root] = {root.rule: root for root in reversed(roots)}

    def menu(self) -> Sequence[tuple[str, str]]:
        """The top navigation."""
        names = ("index", "causes", "pages", "findings", "triage")
        return [(name, self.causes() if name == "causes" else f"#{name}") for name in names]

    def index(self) -> str:
        """The first screen."""
        return "#index"

    def causes(self) -> str:
        """All causes."""
        return "#chapter-causes"

    def pages(self) -> str:
        """All pages with findings."""
        return "#pages"

    def failures(self) -> str:
        """All failures."""
        return "#failed"

    def rule(self, rule: str) -> str:
        """The section of a rule's worst cause."""
        return self.cause(self._first[rule]) if rule in self._first else self.causes()

    def cause(self, root: Root) -> str:
        """A cause's section."""
        return f"#c-{root.file}"

    def page(self, page: Checked) -> str:
        """A page's section."""
        return f"#p-{page.file}"

    def finding(self, found: Found) -> str:
        """A finding in its page's section."""
        return f"#{self.anchor(found)}"

    def here(self, found: Found) -> str:
        """The same, within the section."""
        return self.finding(found)

    def anchor(self, found: Found) -> str:
        """The id of a finding's article: its fingerprint, and its page's too where another page has the same."""
        owner = self._taken.setdefault(found.anchor, found)
        return found.anchor if owner is found else f"{found.anchor}-{found.page.file}"

    def preview(self, found: Found) -> str:
        """A frame within this file cannot be led to one of its marks."""
        return ""

    def preview_page(self, page: Checked) -> str:
        """A preview within this file has no address of its own."""
        return ""

    def query(self, words: str) -> str:
        """The findings that a query finds."""
        return f"#q={quote(shown(words), safe=':')}"
