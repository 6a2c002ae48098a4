"""Pages of one section whose dateline is written otherwise than nearly all others there; said at the end of a run."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from layoutcheck.core.rule import Hit, Rule
from layoutcheck.core.severity import Severity
from layoutcheck.newsroom.dateline.finder import find_dateline, round_up
from layoutcheck.newsroom.dateline.survey import shape
from layoutcheck.parse.page import Page


@dataclass(frozen=True, slots=True)
class Options:
    """Options of inconsistent-dateline."""

    #: What share of a section's stories must write the dateline alike for the others to stand out, in percent.
    share: int = 90
    #: How many stories a section must have in the run before anything is said.
    stories: int = 20


rule = Rule(
    summary="a dateline is written otherwise than in nearly all stories of its section",
    severity=Severity.WARNING,
    messages={
        "other-form-here": 'dateline "{text}" is written "{form}", the others on this page "{usual}"',
        "other-form": 'dateline "{text}" is written "{form}"; {usual_pages} of {pages} in {section} write "{usual}"',
        "none-here": 'no dateline; {usual_pages} of {pages} in {section} have one, written "{usual}"',
    },
    options=Options,
)


def check(page: Page, options: Options) -> Iterator[Hit]:
    """Of one page alone: tell the one item of a round-up whose dateline is not written as the others'."""
    items = round_up(page)
    forms = Counter(shape(item.dateline) for item in items)
    if len(items) < 3 or len(forms) != 2:
        return
    usual, count = forms.most_common(1)[0]
    if count != len(items) - 1:
        return
    for item in items:
        if shape(item.dateline) != usual:
            spot = item.block.spot(item.dateline.start, item.dateline.end)
            data = {"text": item.dateline.text, "form": shape(item.dateline), "usual": usual}
            yield Hit("other-form-here", spot, data, evidence=item.dateline.text)


def gather(page: Page, options: Options) -> dict[str, Any] | None:
    """The form of a story's dateline and its place; None for a page that tells no story."""
    if not page.data.get("body"):
        return None
    found = find_dateline(page)
    section = str(page.data.get("section") or "")
    if found is None:
        spot = page.spot("/body/0")
        return {"section": section, "form": "", "text": "", "at": page.place(spot)} if spot else None
    spot = found.block.spot(found.dateline.start, found.dateline.end)
    return {"section": section, "form": shape(found.dateline), "text": found.dateline.text, "at": page.place(spot)}


def conclude(facts: Iterable[tuple[str, dict[str, Any]]], options: Options) -> Iterator[tuple[str, Hit]]:
    """Tell the few pages of each section whose dateline is not as that of the others.

    The pages of a run are many: they are counted first, and gone through again for those few.
    """
    sections: dict[str, Counter[str]] = defaultdict(Counter)
    for uri, fact in facts:
        sections[_section(uri, fact)][str(fact["form"])] += 1
    usual: dict[str, str] = {}
    for section, forms in sections.items():
        form, count = max(forms.items(), key=lambda pair: (pair[1], pair[0]))
        if forms.total() >= options.stories and form and count * 100 >= options.share * forms.total():
            usual[section] = form
    odd = [
        (section, uri, fact)
        for uri, fact in facts
        if (section := _section(uri, fact)) in usual and fact["form"] != usual[section]
    ]
    for section, uri, fact in sorted(odd, key=itemgetter(0)):
        forms, form = sections[section], usual[section]
        data = {
            "text": fact["text"], "form": fact["form"], "usual": form, "usual_pages": forms[form],
            "pages": forms.total(), "section": section,
        }  # fmt: skip
        message = "other-form" if fact["form"] else "none-here"
        yield uri, Hit(message, fact["at"], data, evidence=fact["text"], cause=f"{section} {form}")


def _section(uri: str, fact: dict[str, Any]) -> str:
    """The section label, else the folder."""
    folder = uri.rpartition("/")[0].rpartition("/")[2]
    return str(fact["section"]) or folder or "this folder"
