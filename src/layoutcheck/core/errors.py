"""What we raise: the user's mistakes, told so that they can be mended."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

#: So many letters of a word say which is meant; of so many words is the choice.
_TELLING, _CHOICES = 3, 3


class UserError(Exception):
    """Something the user can mend: a missing path, a broken configuration, a misspelt rule.

    ``text`` says what is wrong, ``remedy`` what to do next; ``file``, ``line`` and ``column`` (1-based) say where.
    The command line prints it as one or two lines and ends with exit code 2. ``mistakes`` is what there is to tell: the
    error itself, or, of :class:`UserErrors`, each of several.
    """

    def __init__(self, text: str, *, file: str = "", line: int = 0, column: int = 0, remedy: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.file = file
        self.line = line
        self.column = column
        self.remedy = remedy
        self.mistakes: Sequence[UserError] = (self,)

    def __str__(self) -> str:
        at = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        told = f"{at}: {self.text}" if at else self.text
        told = told.replace("\n", " ")  # a name may hold one; the remedy stands on a line of its own
        return f"{told}\n  {self.remedy}" if self.remedy else told


class UserErrors(UserError):  # noqa: N818 - the plural of its parent
    """Several mistakes, told at once, so that they are mended at once; taken for one it is the first of them."""

    def __init__(self, mistakes: Iterable[UserError]) -> None:
        """At least one; of those that read alike (a file that two others name) one is told."""
        told = [*{str(mistake): mistake for mistake in mistakes}.values()]
        first = told[0]
        super().__init__(first.text, file=first.file, line=first.line, column=first.column, remedy=first.remedy)
        self.mistakes = told

    def __str__(self) -> str:
        return "\n".join(map(str, self.mistakes))


class PageError(Exception):
    """A page that cannot be checked (undecodable, too large); becomes a failure of that page."""


def near_match(word: str, known: Iterable[str]) -> str:
    """``did you mean "..."?`` for the closest known word, else for those of which ``word`` is a part; "" for none."""
    words = sorted(known)
    close = difflib.get_close_matches(word, words, n=1, cutoff=0.6)
    if not close and len(word) >= _TELLING:
        close = [one for one in words if one.startswith(word)] or [one for one in words if word in one]
    told = " or ".join(f'"{one}"' for one in close[:_CHOICES])
    return f"did you mean {told}?" if told else ""
