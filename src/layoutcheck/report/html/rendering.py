"""What a report shows, whatever its form: the pieces that the folder's pages and the one file are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from markupsafe import Markup

from layoutcheck.report.history import History
from layoutcheck.report.html.card import Background, Card, card
from layoutcheck.report.html.catalogue import Catalogue
from layoutcheck.report.html.environment import environment
from layoutcheck.report.html.evidence import Source
from layoutcheck.report.html.heat import Cell, heat
from layoutcheck.report.html.link import Links
from layoutcheck.report.html.options import HtmlOptions
from layoutcheck.report.html.outline import outline
from layoutcheck.report.html.preview import Preview, preview
from layoutcheck.report.html.ranking import ranking
from layoutcheck.report.html.record import SEVERITIES, Checked, Found, Root
from layoutcheck.report.html.run import Run
from layoutcheck.report.html.safe import short_hash
from layoutcheck.report.html.source import blackened_source, parsed, source_text
from layoutcheck.report.html.trend import trend
from layoutcheck.report.html.verdict import verdict

#: Findings shown on one page's page, examples on a cause's page.
CARDS, EXAMPLES = 150, 3
#: Rows of a long list's one part.
ROWS = 500
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """One part of a long list."""

    items: Sequence[T]
    number: int
    last: int
    first: int
    until: int
    total: int
    href: Callable[[int], str]


def parts(items: Sequence[T], href: Callable[[int], str], rows: int = ROWS) -> list[Part[T]]:
    """A list in parts; an empty list is one empty part."""
    last = max(1, -(-len(items) // rows))
    return [
        Part(items[at : at + rows], at // rows + 1, last, at + 1, min(at + rows, len(items)), len(items), href)
        for at in range(0, max(1, len(items)), rows)
    ]


@dataclass(slots=True)
class PageView:
    """A page with its cards and preview; ``copy`` is None, and ``no_preview`` says why, where there is none."""

    page: Checked
    cards: list[Card]
    copy: Preview | None
    no_preview: str


class Rendering:
    """One run in one language."""

    def __init__(self, run: Run, history: History | None, options: HtmlOptions) -> None:
        self.run = run
        self.history = history
        self.say = Catalogue(options.language)
        self.rules = options.rules
        self.previewed: set[str] = set()
        if options.pages:
            worst = [page for page in worst_first(run) if page.found][: options.previews]
            self.previewed.update(page.file for page in worst)
        self._pages = options.pages
        self._environment = environment(self.say)
        self._environment.globals.update(
            run=run, rules=options.rules, root=run.root, name=run.name, redacted=run.redact.text,
            background_of=lambda root: Background.of(root.data), share=self._share, cell=self._cell,
            arrived=self._arrived, since=self._since, why=self._why,
            scope=short_hash(f"{run.facts['config']}\0{run.facts['schema']}"), sources=options.pages is not None,
        )  # fmt: skip

    def render(self, template: str, link: Links, **values: Any) -> str:
        """A template's text."""
        return self._environment.get_template(template).render(link=link, **values)

    def view(self, page: Checked) -> PageView:
        """Read a page's source, if it is at hand, and make its first :data:`CARDS` cards and its preview."""
        body = self._pages(page.uri) if self._pages else None
        redact = self.run.redact
        tree: Any = None
        text: str | None = None
        if body is not None and (redact or page.file in self.previewed):
            tree = parsed(page.uri, body)
        if tree is not None:
            text = blackened_source(tree, redact) if redact else tree.source
        elif body is not None and not redact:
            text = source_text(page.uri, body)
        source = Source(text)
        shown = page.found[:CARDS]
        copy = None
        if tree is not None and page.file in self.previewed:
            copy = preview(tree, shown, self.say, redact)
        # Markup may split what must be blacked out: with a redaction, no line of source is shown that was not parsed.
        cards = [card(one, source, previewed=copy is not None, snippets=not redact) for one in shown]
        why = "" if copy else "preview.no_source" if body is None else (
            "preview.changed" if page.file in self.previewed else "preview.too_many"
        )  # fmt: skip
        return PageView(page, cards, copy, why)

    def overview(self) -> dict[str, Any]:
        """The values of the first screen."""
        return {
            "verdict": verdict(self.run, self.say),
            "fresh": self.run.fresh_roots,
            "ranked": ranking(self.run.fresh_roots),
            "touched": sum(bool(page.fresh) for page in self.run.pages),
            "unreadable": self._failed(lambda failure: failure.get("rule") is None),
            "crashed": self._failed(lambda failure: failure.get("rule") is not None),
            "heat": heat(self.run),
            "history": self.history,
            "trend": trend(self.history) if self.history else None,
        }

    def cause(self, root: Root, cards: Mapping[Found, Card]) -> dict[str, Any]:
        """The values of a cause's page."""
        told = [cards[one] for one in root.examples(EXAMPLES) if one in cards]
        seen = self.history.first_seen.get(root.id) if self.history else None
        return {"root_": root, "cards": told, "seen": seen}

    def rule(self, rule: str) -> dict[str, Any]:
        """The values of a rule's page."""
        roots = [root for root in (*self.run.fresh_roots, *self.run.known_roots) if root.rule == rule]
        sections: dict[str, set[str]] = {}
        for root in roots:
            for one in root.found:
                sections.setdefault(one.page.section, set()).add(one.page.file)
        counts = sorted(
            ((section, len(pages)) for section, pages in sections.items()), key=lambda told: (-told[1], told[0])
        )
        return {"rule": rule, "roots": roots, "pages_of_rule": sum(count for _, count in counts), "counts": counts}

    def page(self, view: PageView) -> dict[str, Any]:
        """The values of a page's page."""
        at_hand = any(card.evidence.origin == "source" for card in view.cards)
        note = self.say("evidence.no_source") if view.cards and not at_hand and view.no_preview else ""
        return {
            "page": view.page, "cards": view.cards, "shape": outline(view.page), "has_preview": view.copy is not None,
            "no_preview": view.no_preview, "source_note": note,
        }  # fmt: skip

    def search(self, found: Sequence[Found], total: int) -> dict[str, Any]:
        """The values of the findings' table."""
        rules = sorted({one.rule for page in self.run.pages for one in page.found})
        sections = sorted(section for section in self.run.sections if section)
        return {"listed": found, "total": total, "all_rules": rules, "all_sections": sections[:300]}

    def _failed(self, kind: Callable[[Mapping[str, Any]], bool]) -> int:
        return sum(any(map(kind, page.failures)) for page in self.run.pages)

    def _arrived(self, root: Root) -> bool:
        """Whether a cause is seen for the first time, as far as a history tells."""
        return self._seen(root)[1] == 1

    def _since(self, root: Root) -> str:
        """When a cause came, among the runs of the trend; "" for one that was there from their first on."""
        started = self._seen(root)[0]
        later = self.history.runs[1:] if self.history else ()
        return started if any(run.started == started for run in later) else ""

    def _seen(self, root: Root) -> tuple[str, int]:
        if self.history is None or len(self.history.runs) < 2:  # of the first run everything is new
            return "", 0
        return self.history.first_seen.get(root.id, ("", 0))

    def _why(self, root: Root) -> str:
        """Why a cause matters, for those of which nobody knows how they came about."""
        note = self.rules.get(root.rule)
        return note.paragraphs[0] if note and note.paragraphs else ""

    def _share(self, pages: int) -> str:
        total = self.run.summary["pages"] or 1
        return f"{max(0.6, min(100.0, 100 * pages / total)):.4g}"

    def _cell(self, cell: Cell) -> Any:
        share = 100 * cell.pages / cell.of if cell.of else 0
        told = self.say("heat.small") if 0 < share < 1 else self.say("heat.cell", share=f"{share:.0f}")
        return Markup("<b>{}</b> <small>{}</small>").format(self.say.number(cell.pages), told)


def worst_first(run: Run) -> list[Checked]:
    """The pages: those that could not be checked, then by their worst new finding and how many there are of it."""
    ranks = (*SEVERITIES, "")

    def rank(page: Checked) -> tuple[bool, bool, int, int]:
        worst = page.worst
        return not page.failures, not page.fresh, ranks.index(worst), -page.count(worst)

    return sorted(run.pages, key=rank)
