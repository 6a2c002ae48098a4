import json
import math

import pytest

from layoutcheck.core.number import json_number, whole_number


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", 0), ("-12", -12), ("007", 7), ("", None), ("-", None), ("--1", None), ("1_0", None), (" 1", None),
     ("1.0", None), ("٣", None), ("²", None), ("9" * 5_000, None), ("-" + "9" * 5_000, None)],
)  # fmt: skip
def test_a_whole_number_is_ascii_digits_and_no_more_than_python_reads(text, number):
    assert whole_number(text) == number


def test_json_with_a_number_of_very_many_digits_is_read():
    read = json.loads(f"[12, -3, {'9' * 5_000}, -{'9' * 5_000}]", parse_int=json_number)
    assert read == [12, -3, math.inf, -math.inf]
