"""Who writes a dateline so: the agency, else the form in its own shape."""

from __future__ import annotations

from layoutcheck.newsroom.agency import agency_style
from layoutcheck.newsroom.dateline.draft import Draft

_FORMS = {"caps": "CITY", "mixed": "City", "caseless": "City"}
_MARKS = {"dash": " —", "lost": " —", "colon": ":", "stop": ".", "bar": " |", "comma": ",", "none": "", "end": ""}


def style(draft: Draft, text: str) -> str:
    """The agency's name (``AP``), else the form (``CITY (source) —``, ``CITY, date —``, ``City:``)."""
    if draft.source is not None:
        agency = agency_style(text[slice(*draft.source)])
        if agency:
            return agency
    if draft.certain:
        return draft.certain
    parts = []
    if draft.place is not None:
        parts.append(_FORMS.get(draft.place_form, "City"))
    if draft.date is not None:
        parts.append("date")
    named = ", ".join(parts)
    if draft.separator_kind == "paren":
        return f"({named})"
    if draft.source is not None:
        source = "(source)" if draft.source_bracketed else "source"
        named = f"{source} {named}".strip() if draft.source_first else f"{named} {source}".strip()
    return f"{named}{_MARKS.get(draft.separator_kind, '')}"
