"""Dates as newspapers and machines write them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutcheck.core.document import Document
from layoutcheck.newsroom.date.dates import Moment, parse_moment, written_dates
from layoutcheck.newsroom.date.months import NAMES
from layoutcheck.newsroom.date.statement import dated_lines_of, lines_of_year
from layoutcheck.parse.parser import parse as parse_page


def first_date(text: str, *, month_first: bool = False) -> str | None:
    return next((date.moment.iso() for date in written_dates(text, month_first=month_first)), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Published: 3 November 2023 at 14:05 GMT", "2023-11-03T14:05:00+00:00"),
        ("Nov. 3, 2023, 2:05 p.m. EDT", "2023-11-03T14:05:00-04:00"),
        ("Friday, March 4th, 2022", "2022-03-04"),
        ("3. November 2023, 14.05 Uhr", "2023-11-03T14:05:00"),
        ("28.01.2020-15:49", "2020-01-28T15:49:00"),
        ("vendredi 1er mars 2024 à 10h05", "2024-03-01T10:05:00"),
        ("3 de noviembre de 2023", "2023-11-03"),
        ("Publicado el 03/05/2022 a las 22h03", "2022-05-03T22:03:00"),
        ("3 ноября 2023, 14:05", "2023-11-03T14:05:00"),
        ("22 жовтня 2021", "2021-10-22"),
        ("Σάββατο, 3 Νοεμβρίου 2023", "2023-11-03"),
        ("2023年11月3日 14:05", "2023-11-03T14:05:00"),
        ("2023년 11월 3일", "2023-11-03"),
        ("٣ نوفمبر ٢٠٢٣", "2023-11-03"),
        ("الأربعاء، 28 آب/اغسطس 2013، آخر تحديث 14:00", "2013-08-28T14:00:00"),
        ("3 تشرين الثاني 2023", "2023-11-03"),
        ("7 كانون الأول 2023", "2023-12-07"),
        ("3 नवंबर 2023", "2023-11-03"),
        ("3 Şubat 2023", "2023-02-03"),
        ("2023. november 3. 14:05", "2023-11-03T14:05:00"),
        ("3 tháng 11, 2023", "2023-11-03"),
        ("3 ม.ค. 2566", "2023-01-03"),
        ("9. maaliskuuta 2021", "2021-03-09"),
        ("2023-11-03T14:05:22.123+0100", "2023-11-03T14:05:22+01:00"),
        ("Fri, 03 Nov 2023 14:05:00 +0100", "2023-11-03T14:05:00+01:00"),
        ("20231103", "2023-11-03"),
        ("3 ม.ค. 66", "2023-01-03"),
        ("2023. gada 3. novembris", "2023-11-03"),
        ("2023 жылғы 3 қараша", "2023-11-03"),
        ("2023-yil 3-noyabr, 14:05", "2023-11-03T14:05:00"),
        ("3 noyabr 2023", "2023-11-03"),
        ("3 ნოემბერი 2023", "2023-11-03"),
        ("3 նոյեմբերի 2023", "2023-11-03"),
        ("3 നവംബർ 2023", "2023-11-03"),
        ("۳ نوامبر ۲۰۲۳", "2023-11-03"),
        ("Nobyembre 3, 2023", "2023-11-03"),
        ("3. studenoga 2023.", "2023-11-03"),
        ("3. prosinca 2023.", "2023-12-03"),
        ("31 listopada 2023", "2023-10-31"),
        ("4 במרץ 2026", "2026-03-04"),
        ("چهارشنبه ۱۳ اسفند ۱۴۰۴", "2026-03-04"),
        ("۱۴۰۴/۱۲/۱۳ - ۱۴:۰۵", "2026-03-04"),
        ("۳۰ اسفند ۱۴۰۳", "2025-03-20"),
        ("۱ حمل ۱۴۰۰", "2021-03-21"),
    ],
)
def test_reads_dates_of_many_languages(text: str, expected: str) -> None:
    assert first_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3 min read",
        "31.02.2023",
        "May 2023",
        "room 1203",
        "1-2-3",
        "tel. 030 2023 11 03",
        "99/99/2023",
        "۳۱ آبان ۱۴۰۴",
        "1404/12/13",
    ],
)
def test_takes_no_other_numbers_for_dates(text: str) -> None:
    assert first_date(text) is None


@pytest.mark.parametrize(("text", "iso", "other"), [
    ("3. listopada 2023.", "2023-10-03", "2023-11-03"),
    ("3 listopada 2023", "2023-11-03", "2023-10-03"),
])  # fmt: skip
def test_tells_croatian_october_from_polish_november_by_the_full_stop(text: str, iso: str, other: str) -> None:
    found = next(written_dates(text))
    assert found.moment.iso() == iso
    assert found.swapped is not None and found.swapped.iso() == other


@pytest.mark.parametrize("language", NAMES)
def test_each_language_has_twelve_months(language: str) -> None:
    assert len(NAMES[language].split()) == 12


def test_reads_an_ambiguous_date_by_the_custom_of_the_page_and_keeps_the_other_reading() -> None:
    found = next(written_dates("03/04/2021"))
    assert found.moment.iso() == "2021-04-03"
    assert found.swapped is not None and found.swapped.iso() == "2021-03-04"
    assert first_date("03/04/2021", month_first=True) == "2021-03-04"
    assert first_date("25/04/2021", month_first=True) == "2021-04-25"
    # a zone of North America says so, whatever the page's language
    assert first_date("10/04/16 05:07 AM EDT") == "2016-10-04T05:07:00-04:00"
    assert first_date("10/04/16 05:07 BST") == "2016-04-10T05:07:00+01:00"


def test_reads_seconds_since_1970_where_a_moment_is_expected() -> None:
    moment = parse_moment("1698999999")
    assert moment is not None and moment.iso() == "2023-11-03T08:26:39+00:00"
    assert first_date("1698999999") is None


def test_finds_every_date_with_its_place() -> None:
    text = "Published 1 May 2023, updated 3 May 2023 at 9:15"
    found = list(written_dates(text))
    assert [text[each.start : each.end] for each in found] == ["1 May 2023", "3 May 2023 at 9:15"]


@given(st.datetimes(datetime.datetime(1950, 1, 1), datetime.datetime(2090, 1, 1)), st.integers(-14 * 60, 14 * 60))
def test_reads_back_what_it_writes(at: datetime.datetime, offset: int) -> None:
    moment = Moment(at.date(), at.time().replace(microsecond=0), offset)
    assert parse_moment(moment.iso()) == moment


@given(st.text(st.sampled_from("0123456789./-: ,TZ+年月日abjnuy 'th"), max_size=60))
def test_stays_within_the_text_whatever_it_holds(text: str) -> None:
    end = 0
    for found in written_dates(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.end > end
        end = found.end


@pytest.mark.parametrize("shown", ["5 May 2021", "5.5.21", "5 May ’21", "5 พฤษภาคม 2564", "٥/٥/٢٠٢١", "2021年5月5日"])
def test_the_lines_of_a_year_are_those_that_write_it(shown: str) -> None:
    body = f"<p>Published</p><p>{shown}</p><p>12 pages</p><p>{'words and words ' * 20}2021</p>"
    page = parse_page(Document("a.html", f"<!doctype html><meta charset=utf-8><body>{body}".encode()))
    kept = [(line.before, line.said) for line in lines_of_year(dated_lines_of(page), 2021)]
    assert kept == [("Published", shown)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("le 1ermai 2020", "2020-05-01"),
        ("3 เม.ย. 2020", "2020-04-03"),
        ("Marzipan and 20 May 2021", "2021-05-20"),
        ("Marchand, 12 people, 2021", None),
    ],
)
def test_a_months_name_is_found_wherever_the_patterns_would_read_it(text: str, day: str | None) -> None:
    assert first_date(text) == day
