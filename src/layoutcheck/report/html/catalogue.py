"""The report's words, by language: a key to a text with ``{values}``, singular and plural."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any

from markupsafe import Markup, escape

from layoutcheck.report.html.safe import shown

_VALUE = re.compile(r"\{(\w+)\}")
#: Which form a number takes, by language (CLDR's names: one, few, many, other).
PLURALS: Mapping[str, Callable[[int], str]] = {"en": lambda n: "one" if n == 1 else "other"}


class Catalogue:
    """The words of one language."""

    def __init__(self, language: str = "en") -> None:
        """Load ``messages/<language>.json``; raises FileNotFoundError where there is none."""
        self.language = language
        self._plural = PLURALS.get(language, PLURALS["en"])
        source = files("layoutcheck.report.html") / "messages" / f"{language}.json"
        self._messages: dict[str, str | dict[str, str]] = json.loads(source.read_text("utf-8"))
        #: Every text is said on many pages: the ones without values, escaped, and the others taken to pieces.
        self._plain: dict[str, Markup] = {}
        self._pieces: dict[str, tuple[tuple[str, str], ...]] = {}

    @property
    def keys(self) -> frozenset[str]:
        """All keys."""
        return frozenset(self._messages)

    @property
    def for_scripts(self) -> dict[str, str | dict[str, str]]:
        """What the report's script says, by key."""
        return {key: text for key, text in self._messages.items() if key.startswith("js.")}

    def number(self, value: int) -> str:
        """A number as this language groups its digits."""
        return f"{value:,}".replace(",", str(self._messages["number.group"]))

    def __call__(self, key: str, n: int | None = None, **values: Any) -> Markup:
        """The text of ``key`` with its values escaped; ``n`` chooses the plural form and is ``{n}``.

        Raises KeyError for a key or value that is missing: a report with a hole in it would be our own leak.
        """
        if n is None and not values:
            if key not in self._plain:
                self._plain[key] = Markup(escape(self._messages[key]))
            return self._plain[key]
        text = self._messages[key]
        if isinstance(text, dict):
            text = text[self._plural(n or 0)]
        if n is not None:
            values["n"] = self.number(n)
        if text not in self._pieces:
            pieces = _VALUE.split(text)
            self._pieces[text] = tuple(zip(map(str, map(escape, pieces[::2])), [*pieces[1::2], ""], strict=True))
        told = []
        for words, name in self._pieces[text]:
            told.append(words)
            if name:
                value = values[name]
                told.append(value if isinstance(value, Markup) else escape(shown(str(value))))
        return Markup("".join(told))
