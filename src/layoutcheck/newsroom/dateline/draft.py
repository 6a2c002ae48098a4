"""A dateline while it is read: spans in the normalised text, and the evidence for them."""

from __future__ import annotations

from dataclasses import dataclass, field

from layoutcheck.newsroom.agency import SourceGrade
from layoutcheck.newsroom.place.place import Grade

Span = tuple[int, int]


@dataclass(slots=True)
class Draft:
    """Parts read so far; ``end`` includes the separator."""

    start: int
    end: int
    place: Span | None = None
    places: tuple[Span, ...] = ()
    region: Span | None = None
    date: Span | None = None
    source: Span | None = None
    #: Where the separator stands, and what kind it is: dash, colon, stop, bar, comma, lost, none, end, bracket,
    #: paren (the place alone in parentheses).
    separator_at: Span | None = None
    separator: str = ""
    separator_kind: str = "none"
    place_grade: Grade = Grade.NONE
    place_form: str = ""
    source_grade: SourceGrade = SourceGrade.NONE
    source_bracketed: bool = False
    source_first: bool = False
    #: ``zh``, ``ja``, ``ko`` for forms that are certain by their brackets and words alone.
    certain: str = ""
    #: A word inside the source's stretch that is not part of its name (the 讯 of 新京报讯（记者…）).
    dropped: str = ""
    glued: bool = False
    problems: list[str] = field(default_factory=list)

    def spans(self) -> dict[str, Span]:
        """The spans of all parts that are there."""
        parts = {"place": self.place, "region": self.region, "date": self.date, "source": self.source}
        parts["separator"] = self.separator_at
        return {name: span for name, span in parts.items() if span is not None}
