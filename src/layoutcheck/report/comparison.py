"""Two JSON reports compared: what is new, what is gone, what stayed, by identity and by cause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from layoutcheck.core.fold import fold
from layoutcheck.core.severity import Severity
from layoutcheck.report.saved import Object


@dataclass(frozen=True, slots=True)
class Found:
    """A finding and the page that it is on, as the report names it."""

    uri: str
    told: Object

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return Severity(self.told["severity"])


@dataclass(frozen=True, slots=True)
class CauseChange:
    """A cause of which there are more or fewer findings than before; 0 is none.

    Those on pages that the new run could not check are held to be there still.
    """

    id: str
    #: As the report that has more of it tells it.
    told: Object
    severity: Severity
    before: int
    after: int
    #: On how many pages it is now, and on how many of each section.
    pages: int = 0
    sections: Mapping[str, int] = field(default_factory=dict)
    #: How many of those before are gone with their pages, and so are not mended.
    gone_with_pages: int = 0
    #: How many of those before are on pages that the new run could not check.
    unchecked: int = 0

    @property
    def growth(self) -> int:
        """By how many findings the cause grew; less than 0 where it shrank."""
        return self.after + self.unchecked - self.before


@dataclass(slots=True)
class Comparison:
    """What changed from the old report to the new one. Known findings count as neither new nor gone."""

    new: list[Found] = field(default_factory=list)
    gone: list[Found] = field(default_factory=list)
    #: How many of them are gone with their pages, which the new report does not have.
    gone_with_pages: int = 0
    unchanged: int = 0
    known: int = 0
    #: Findings of the old report on pages that the new run could not check: nobody knows whether they are gone.
    unchecked: list[Found] = field(default_factory=list)
    #: Failures of the new run on pages that the old one could check.
    failures: list[Object] = field(default_factory=list)
    causes: list[CauseChange] = field(default_factory=list)
    #: How many pages of each section the new report has.
    sections: Mapping[str, int] = field(default_factory=dict)
    #: The pages that only the new report has, and those that only the old one has, by their names there.
    new_pages: list[str] = field(default_factory=list)
    gone_pages: list[str] = field(default_factory=list)
    #: A page of each report where no page is in both: they are probably the same under other names.
    strangers: tuple[str, str] | None = None

    def exit_code(self, fail_on: str = "info") -> int:
        """1 when something new reaches ``fail_on`` (``never``: nothing does) or a page can no longer be checked."""
        if self.failures:
            return 1
        return int(fail_on != "never" and any(found.severity.reaches(Severity(fail_on)) for found in self.new))


def page_name(prefixes: Iterable[str]) -> Callable[[str], str]:
    """What two reports call one page alike: the longest of ``prefixes`` that it begins with is cut off.

    So is ``index.html`` at its end, which addresses leave out.
    """
    longest = sorted((prefix.removeprefix("./") for prefix in prefixes if prefix), key=len, reverse=True)

    def name(uri: str) -> str:
        uri = uri.removeprefix("./")
        cut = next((uri[len(prefix) :] for prefix in longest if uri.startswith(prefix)), uri)
        return cut.removesuffix("index.html").strip("/")

    return name


def compare(old: Object, new: Object, name: Callable[[str], str] = lambda uri: uri) -> Comparison:
    """Compare two reports.

    Findings are the same when their fingerprints are; or else, since a fingerprint holds the page's name, when page
    (by ``name``, which maps build and production to one), cause and evidence are, each as many times as it is there. A
    report that does not tell what the evidence was, an older one, has the text at the place for it.
    """
    result = Comparison()
    before, after = list(_findings(old)), list(_findings(new))
    result.known = sum(bool(found.told["known"]) for found in after)
    stayed = _paired(before, after, _fingerprint, partial(_fault, name=name), partial(_likeness, name=name))
    result.unchanged = sum(not after[there].told["known"] for there in stayed.values())
    paired = set(stayed.values())
    result.new = [
        found for index, found in enumerate(after) if index not in paired and not found.told["known"]
    ]  # fmt: skip
    broken = {name(page["uri"]) for page in new["pages"] if page["failures"]}
    for index, found in enumerate(before):
        if index not in stayed and not found.told["known"]:
            (result.unchecked if name(found.uri) in broken else result.gone).append(found)
    broken_before = {name(page["uri"]) for page in old["pages"] if page["failures"]}
    result.failures = [
        failure for page in new["pages"] for failure in page["failures"] if name(page["uri"]) not in broken_before
    ]
    names = [{name(page["uri"]): str(page["uri"]) for page in report["pages"]} for report in (old, new)]
    result.new_pages = [page["uri"] for page in new["pages"] if name(page["uri"]) not in names[0]]
    result.gone_pages = [page["uri"] for page in old["pages"] if name(page["uri"]) not in names[1]]
    left = set(result.gone_pages)
    went = [found for found in result.gone if found.uri in left]
    result.gone_with_pages = len(went)
    sections = {page["uri"]: str(page.get("section", "")) for page in new["pages"]}
    result.sections = Counter(sections.values())
    changed = _causes(before, after, went, result.unchecked, _widest(old, new), sections)
    result.causes = sorted(changed, key=_rank)
    if all(names) and names[0].keys().isdisjoint(names[1]):
        result.strangers = min(names[0].values()), min(names[1].values())
    return result


def _findings(report: Object) -> Iterator[Found]:
    for page in report["pages"]:
        for told in page["findings"]:
            yield Found(page["uri"], told)
    for note in report.get("notes", ()):
        yield Found(note["place"].get("uri", ""), note)


def _fingerprint(found: Found) -> object:
    return found.told["fingerprint"] or None


def _fault(found: Found, name: Callable[[str], str]) -> object:
    fault = found.told.get("fault")
    return (name(found.uri), fault) if fault else None


def _likeness(found: Found, name: Callable[[str], str]) -> object:
    told = found.told
    return name(found.uri), told["rule"], told["message"], told["cause"], fold(told["place"].get("excerpt", ""))


def _paired(
    before: Sequence[Found], after: Sequence[Found], *keys: Callable[[Found], object]
) -> dict[int, int]:  # fmt: skip
    """Which of ``before`` is which of ``after``, by the first key under which two meet; each is used once."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for key in keys:
        there: dict[object, list[int]] = {}
        for index in range(len(after) - 1, -1, -1):
            if index not in taken and (value := key(after[index])) is not None:
                there.setdefault(value, []).append(index)
        for index, found in enumerate(before):
            if index not in pairs and (left := there.get(key(found))):
                pairs[index] = left.pop()
                taken.add(pairs[index])
    return pairs


def _widest(*reports: Object) -> dict[str, Object]:
    """Each cause as the report tells it that has more of it, whose words fit more findings."""
    widest: dict[str, Object] = {}
    for report in reports:
        for cause in report.get("causes", ()):
            if cause["id"] not in widest or cause["findings"] >= widest[cause["id"]]["findings"]:
                widest[cause["id"]] = cause
    return widest


def _causes(
    before: Iterable[Found], after: Sequence[Found], went: Iterable[Found], unchecked: Iterable[Found],
    causes: Mapping[str, Object], sections: Mapping[str, str],
) -> Iterator[CauseChange]:  # fmt: skip
    """The causes whose count changed, in words that hold for all their findings."""
    before = [found for found in before if not found.told["known"]]
    after = [found for found in after if not found.told["known"]]
    was, now, left, unseen = (
        Counter(str(found.told["cause"]) for found in group) for group in (before, after, went, unchecked)
    )
    pages: dict[str, set[str]] = {}
    for found in after:
        pages.setdefault(found.told["cause"], set()).add(found.uri)
    for id, one in {found.told["cause"]: found.told for found in (*after, *before)}.items():
        there, told = pages.get(id, set()), causes.get(id, one)
        where = Counter(sections[uri] for uri in there if uri in sections)
        change = CauseChange(
            id, told, Severity(told["severity"]), was[id], now[id], len(there), where, left[id], unseen[id]
        )
        if change.growth:
            yield change


def _rank(change: CauseChange) -> tuple[object, ...]:
    """New causes first, then those that grew; of each the worst first, then the widest."""
    told = change.told
    return bool(change.before), change.growth < 0, change.severity.rank, -change.growth, told["rule"], told["text"]
