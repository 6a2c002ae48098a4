"""What the report says of a rule: its summary, and why it matters, taken from the rule's own page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup, escape

_HEADING = re.compile(r"^#{1,6}[ \t]+(.*?)[ \t#]*$", re.MULTILINE)
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\s]*\)")


@dataclass(frozen=True, slots=True)
class RuleNote:
    """A rule in two or three sentences; ``why`` is Markdown of which paragraphs, code and lists are shown."""

    summary: str = ""
    why: str = ""

    @property
    def paragraphs(self) -> list[Markup]:
        """The paragraphs of ``why``, safe to show."""
        return [_inline(part) for part in re.split(r"\n[ \t]*\n", self.why.strip()) if part.strip()]


def rule_note(summary: str, page: str) -> RuleNote:
    """The note of a rule from its Markdown page: what stands below the heading ``Why it matters``."""
    headings = list(_HEADING.finditer(page))
    for index, heading in enumerate(headings):
        if heading[1].strip().casefold() == "why it matters":
            end = headings[index + 1].start() if index + 1 < len(headings) else len(page)
            return RuleNote(summary, page[heading.end() : end].strip())
    return RuleNote(summary)


def _inline(text: str) -> Markup:
    """Markdown's code and emphasis to HTML, links to their words."""
    text = _LINK.sub(r"\1", " ".join(text.split())).replace("**", "")
    parts = []
    for index, part in enumerate(_CODE.split(text)):
        parts.append(Markup("<code>{}</code>").format(part) if index % 2 else escape(part))
    return Markup("").join(parts)
