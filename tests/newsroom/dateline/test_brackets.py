"""Datelines of East Asia's press, and brackets that hold something else."""

from __future__ import annotations

import pytest

from layoutcheck.newsroom.dateline.brackets import read
from layoutcheck.newsroom.dateline.head import plain
from layoutcheck.newsroom.place.place import SHIPPED


def parts(raw: str) -> dict[str, str] | None:
    text, _ = plain(raw, 200)
    draft = read(text, SHIPPED)
    return None if draft is None else {name: text[slice(*span)] for name, span in draft.spans().items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新华社北京2月29日电 城墙漏水", {"source": "新华社", "place": "北京", "date": "2月29日"}),
        ("中新网3月5日电 城墙漏水", {"source": "中新网", "date": "3月5日"}),
        ("新京报讯（记者 王明）城墙漏水", {"source": "新京报讯(记者 王明)"}),
        ("記者王小明／台北報導 城牆漏水", {"source": "記者王小明", "place": "台北"}),
        ("（中央社記者溫貴香台北21日電）城牆漏水", {"source": "中央社記者溫貴香", "place": "台北", "date": "21日"}),
        ("〔記者巫其倫／台北報導〕城牆漏水", {"source": "記者巫其倫", "place": "台北"}),
        ("【ロンドン＝酒井圭吾】壁が漏れる", {"source": "酒井圭吾", "place": "ロンドン"}),
        ("【ワシントン共同】壁が漏れる", {"source": "共同", "place": "ワシントン"}),
        ("［東京 １０日 ロイター］壁が漏れる", {"source": "ロイター", "place": "東京", "date": "10日"}),
        ("【1月5日 AFP】壁が漏れる", {"source": "AFP", "date": "1月5日"}),
        ("(서울=연합뉴스) 홍길동 기자 = 벽이 샌다", {"source": "연합뉴스", "place": "서울"}),
        ("[부산=스포츠조선 선수민 기자] 벽이 샌다", {"source": "스포츠조선 선수민 기자", "place": "부산"}),
        ("[이데일리 홍길동 기자] 벽이 샌다", {"source": "이데일리 홍길동 기자"}),
        ("（中央社台北訊）城牆漏水", {"source": "中央社", "place": "台北"}),
        ("（台北訊）城牆漏水", {"place": "台北"}),
        ("（路透社訊）城牆漏水", {"source": "路透社"}),
        ("（台北中央社）城牆漏水", {"source": "中央社", "place": "台北"}),
        ("（社會中心／綜合報導）城牆漏水", {"source": "社會中心"}),
        ("【エルサレム・酒井圭吾】壁が漏れる", {"source": "酒井圭吾", "place": "エルサレム"}),
        ("浙江网讯 城墙漏水", {"source": "浙江网"}),
        ("中新社北京讯，城墙漏水", {"source": "中新社", "place": "北京"}),
        ("新华社消息，城墙漏水", {"source": "新华社"}),
        ("法新社巴黎3月5日電 城牆漏水", {"source": "法新社", "place": "巴黎", "date": "3月5日"}),
    ],
)
def test_brackets_and_words_mark_place_source_and_date(text: str, expected: dict[str, str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    ["(사진=홍길동 기자) 벽이 샌다", "(写真=山田太郎) 壁が漏れる", "通讯，城墙漏水", "据消息，城墙漏水", "城墙昨夜漏水，居民撤离。", "벽이 샌다", "(AP) The wall leaks",
     "【速報】壁が漏れる", "【3月5日 山田太郎】壁が漏れる", "甲乙丙3月5日 - 城墙漏水", "某某消息，城墙漏水", "某某喜讯，城墙漏水",
     "記者王小明／甲乙報導 城牆漏水", "", "   "],
)  # fmt: skip
def test_credits_words_and_other_brackets_are_none(text: str) -> None:
    assert parts(text) is None


def test_white_space_before_it_is_passed_over() -> None:
    draft = read("　　新华社北京2月29日电 城墙漏水", SHIPPED)
    assert draft is not None and draft.start == 2 and draft.certain and draft.separator_kind == "bracket"
