"""Names cut out of the words of a byline."""

import pytest

from layoutcheck.newsroom.byline.names import split_names


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Jo Moe", ("Jo Moe",)),
        ("By Jo Moe and Ann Lee, Staff Writers | 3 May", ("Jo Moe", "Ann Lee")),
        ("Par Jo Moe avec AFP", ("Jo Moe",)),
        ("Par Jo Moe avec l'AFP", ("Jo Moe",)),
        ("Von Jo Moe mit dpa", ("Jo Moe",)),
        ("Von Jo Moe, dpa", ("Jo Moe",)),
        ("Por Jo Moe / EFE", ("Jo Moe",)),
        ("By Jo Moe with wires", ("Jo Moe",)),
        ("By Jo Moe with Reuters", ("Jo Moe",)),
        ("By Jo Moe, Associated Press", ("Jo Moe", "Associated Press")),
        ("By Reuters", ("Reuters",)),
        ("By Jo Moe jo@harbourdaily.example", ("Jo Moe",)),
        ("Von unserer Korrespondentin Jo Moe", ("Jo Moe",)),
        ("Jo Moe, Berlin", ("Jo Moe",)),
        ("Jo Moe, London, Ann Lee", ("Jo Moe", "Ann Lee")),
        ("بقلم أحمد محمد", ("أحمد محمد",)),
        ("By", ()),
        ("3 May 2026", ()),
    ],
)
def test_names_in_a_byline(byline: str, names: tuple[str, ...]) -> None:
    assert split_names(byline) == names
