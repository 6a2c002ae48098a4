import pytest

from layoutcheck.core.origin import file_and_line


@pytest.mark.parametrize(
    ("origin", "place"),
    [
        ("layoutcheck.toml:4", ("layoutcheck.toml", 4)),
        ("C:\\site\\layoutcheck.toml:12", ("C:\\site\\layoutcheck.toml", 12)),
        ("--schema", ("--schema", 0)),
        ("C:\\site", ("C:\\site", 0)),
        (":4", (":4", 0)),
        ("", ("", 0)),
    ],
)
def test_an_origin_is_a_file_and_a_line_or_neither(origin, place):
    assert file_and_line(origin) == place
