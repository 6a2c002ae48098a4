"""What a share link is, and what stands in which of its parameters."""

import pytest

from layoutcheck.templating.share_link import is_share_link, parameter, shares, shares_words

SHARED = "https://twitter.com/intent/tweet?text=Crane%20at%20night&url=https%3A%2F%2Fnews.example"


@pytest.mark.parametrize(
    "address",
    [
        SHARED,
        "//www.facebook.com/sharer/sharer.php?u=x",
        "https://api.whatsapp.com/send?text=x",
        "https://pinterest.co.uk/pin/create/button/?url=x",
        "whatsapp://send?text=x",
        "mailto:?subject=x",
    ],
)
def test_share_link(address: str) -> None:
    assert is_share_link(address)


@pytest.mark.parametrize("address", ["https://twitter.com/harbour", "https://news.example/?u=x", "/share?u=x", ""])
def test_other_link(address: str) -> None:
    assert not is_share_link(address)


def test_parameter_around_an_offset() -> None:
    assert parameter(SHARED, SHARED.index("Crane")) == "text"
    assert parameter(SHARED, SHARED.index("news")) == "url"
    assert parameter(SHARED, 3) == ""
    assert parameter("https://www.facebook.com/sharer.php?s=100&p%5BURL%5D=x", 53) == "p[url]"


def test_words_and_address_are_shared_and_other_parameters_are_not() -> None:
    assert shares_words(SHARED, SHARED.index("Crane"))
    assert not shares_words(SHARED, SHARED.index("news"))
    assert shares(SHARED, SHARED.index("news"))
    assert not shares("https://twitter.com/intent/tweet?lang=undefined", 38)
