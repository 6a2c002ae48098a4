"""What an element's own attributes say of whether it is shown; style sheets and class names are told elsewhere."""

from __future__ import annotations

import re

from turbohtml import Element

#: At the beginning of a declaration: ``backface-visibility: hidden`` hides nothing, and turning pictures have it.
_HIDES = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE)


def is_hidden(element: Element) -> bool:
    """Whether an element's own attributes hide it from everybody: ``hidden``, or a ``style`` that says so.

    What only screen readers are not told of (``aria-hidden``) is shown.
    """
    attrs = element.attrs
    return "hidden" in attrs or ("style" in attrs and _HIDES.search(element.attr("style") or "") is not None)
