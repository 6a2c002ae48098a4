from __future__ import annotations

import pytest
import turbohtml

from layoutcheck.parse.hidden import is_hidden


@pytest.mark.parametrize(
    ("attributes", "hidden"),
    [
        ("", False),
        ("hidden", True),
        ('hidden=""', True),
        ('hidden="until-found"', True),
        ('style="display:none"', True),
        ('style="DISPLAY : None !important"', True),
        ('style="color:red; display:none"', True),
        ('style="color:red;visibility:hidden"', True),
        ('style="visibility: collapse"', True),
        ('style=""', False),
        ("style", False),
        ('style="display:block"', False),
        ('style="visibility:visible"', False),
        ('style="backface-visibility:hidden"', False),  # of what turns, the back is not shown
        ('style="-webkit-backface-visibility: hidden; color:red"', False),
        ('style="overflow:hidden"', False),
        ('aria-hidden="true"', False),
        ('class="hidden"', False),
    ],
)
def test_an_element_is_hidden_by_its_own_attributes(attributes: str, hidden: bool) -> None:
    element = turbohtml.parse(f"<p {attributes}>Fog</p>").select_one("p")
    assert element is not None
    assert is_hidden(element) is hidden
