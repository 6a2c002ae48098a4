# ruff: noqa: E501 - wide letters and long patterns
"""Datelines of East Asia's press, which brackets and words mark: ``【ロンドン＝…】``, ``新华社北京2月29日电``."""

from __future__ import annotations

import re
from collections.abc import Callable

from layoutcheck.core.rare import rare
from layoutcheck.newsroom.agency import SourceGrade, is_bare_source
from layoutcheck.newsroom.dateline.draft import Draft, Span
from layoutcheck.newsroom.place.place import Grade, PlaceNames

_HAN = r"\u4e00-\u9fff"
_KANA = r"\u3040-\u30ff"
_HANGUL = r"\uac00-\ud7a3"
_OPEN, _CLOSE = r"[(\[【〔［（「]", r"[)\]】〕］）」]"
_OPENING = tuple("([【〔［（「")
_DATE = r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日"
#: 新华社北京2月29日电（记者…）  中新网3月5日电  本报讯  新京报讯（记者 …）  证券时报e公司讯，
_ZH_WIRE = rare(
    rf"(?P<source>[{_HAN}\w·-]{{2,16}}?)\s?(?P<place>[{_HAN}]{{2,8}}?)?\s?(?P<date>{_DATE})\s?(?:(?P<word>[电電讯訊])(?:\s|[，,:]|(?=\())?|[-–—](?=\s))"
)
_ZH_NOTE = rare(rf"(?P<source>[{_HAN}A-Za-z0-9·_-]{{2,20}}?)(?P<word>[讯訊]|消息)(?:[，,:\s]|(?=[(\d]))")
#: 記者王小明／台北報導  本报记者 王明 北京报道
_ZH_ROW = rare(
    rf"(?P<source>[{_HAN}]{{0,8}}(?:记者|記者)\s?[{_HAN}·、]{{2,12}})\s?[/／\s]\s?(?P<place>[{_HAN}]{{2,8}}?)(?:報導|报道|報道)"
)
_ZH_REPORTER = rare(r"[(](?P<who>(?:见习|實習|实习)?(?:记者|記者|通讯员|职工通讯员|特约记者|编辑|文)[^()]{1,40})[)]")
#: （中央社記者溫貴香台北21日電）  〔記者巫其倫／台北報導〕  【大紀元2024年1月5日訊】  (法新社巴黎5日電)
_ZH_BRACKET = rare(
    rf"{_OPEN}\s?(?:"
    rf"(?P<source1>[^()\[\]【】〔〕\d]{{2,24}}?)(?P<place1>[{_HAN}]{{2,6}})?(?P<date1>{_DATE})(?:(?:综合|綜合)?外[电電](?:報導|报道)|(?:综合|綜合|专|專|外)?[电電讯訊])"
    rf"|(?P<source2>(?:[^()\[\]【】〔〕/]{{0,12}})?(?:记者|記者|特派員|特派员|實習記者)[^()\[\]【】〔〕/]{{1,18}}?)\s?[/／]\s?(?P<place2>[{_HAN}]{{2,8}}?)(?:報導|报道|報道|电|電|連線報導|專訪|外電報導)"
    rf"|(?P<source4>[{_HAN}]{{2,6}}(?:中心)?)[/／](?P<kind4>綜合報導|综合报道|國際中心|社會中心|政治中心)"
    rf"|(?P<place3>[{_HAN}]{{2,6}})(?P<source3>中央社|新华社|新華社|法新社|路透社|美联社|美聯社|中新社|訊|讯)"
    rf")\s?{_CLOSE}"
)
#: 【エルサレム＝酒井圭吾】  【ワシントン共同】  【ソウル時事】  ［東京 １０日 ロイター］  【1月5日 AFP】
_JA = rare(
    rf"(?P<open>[【\[〔(])\s?(?:(?P<date0>{_DATE})\s?(?P<source0>[A-Za-z{_KANA}{_HAN}.・]{{2,16}})"
    rf"|(?P<place1>[{_KANA}{_HAN}・/ヶケ]{{2,16}})\s?(?P<date1>{_DATE})?\s?[=＝]\s?(?P<source1>[^】\]〕]{{2,24}}?)"
    rf"|(?P<place2>[{_KANA}{_HAN}・/]{{2,16}})\s(?P<date2>{_DATE})\s(?P<source2>[A-Za-z{_KANA}{_HAN}.・]{{2,16}})"
    rf"|(?P<place3>[{_KANA}{_HAN}・/]{{2,14}}?)\s?(?P<source3>(?:AFP)?時事|聯合ニュース|共同|AFP|AP|ロイター|聯合|朝鮮通信)"
    rf"|(?P<place4>[{_KANA}{_HAN}]{{2,12}})・(?P<source4>[{_HAN}{_KANA}]{{2,8}})"
    rf")\s?[】\]〕)](?:\s?[-–=])?"
)
#: (서울=연합뉴스) 홍길동 기자 =   [부산=스포츠조선 선수민 기자]   [서울=뉴시스]   [이데일리 홍길동 기자]
_KO = rare(
    rf"[(\[【〔]\s?(?:(?P<place1>[{_HANGUL}·,/ ]{{2,20}}?)\s?[=ㅣ|]\s?(?P<source1>[^()\[\]【】=]{{2,30}}?)|(?P<source2>[{_HANGUL}A-Za-z0-9·.]{{2,16}}(?:\s?[=|ㅣ]\s?[{_HANGUL}, ]{{2,12}}|\s[{_HANGUL}·, ]{{2,16}})?\s?(?:기자|특파원|에디터|인턴기자)))\s?[)\]】〕]"
    rf"(?:\s?(?P<who>[{_HANGUL}·,\s]{{2,24}}?(?:기자|특파원|통신원))?\s?=)?"
)

#: Photo, graphic, video, data, source, courtesy, text: what names a credit, no place.
_KO_CREDITS = frozenset("사진 그래픽 영상 자료 출처 제공 글 사진제공 자료사진 이미지 캡처".split())


def read(text: str, names: PlaceNames) -> Draft | None:
    """Read a dateline in one of these forms; None when ``text`` begins with none."""
    start = len(text) - len(text.lstrip())
    bracketed = text[start : start + 1] in _OPENING
    readers: list[Callable[[str, int, PlaceNames], Draft | None]]
    if not bracketed:
        readers = [_zh_wire, _zh_row, _zh_note]
    elif any("\uac00" <= char <= "\ud7a3" for char in text[:24]):
        readers = [_korean]
    else:
        readers = [_zh_bracket, _japanese]
    for reader in readers:
        draft = reader(text, start, names)
        if draft is not None:
            return draft
    return None


def _draft(match: re.Match[str], source: Span | None, place: Span | None, date: Span | None, style: str) -> Draft:
    draft = Draft(match.start(), match.end(), certain=style, separator_kind="bracket")
    draft.source, draft.place, draft.date = source, place, date
    if place:
        draft.places, draft.place_grade, draft.place_form = (place,), Grade.VILLAGE, "caseless"
    if source:
        draft.source_grade = SourceGrade.KNOWN
    return draft


def _span(match: re.Match[str], *groups: str) -> Span | None:
    for name in groups:
        if match[name]:
            a, b = match.span(name)
            raw = match[name]
            return a + len(raw) - len(raw.lstrip()), b - (len(raw) - len(raw.rstrip()))
    return None


def _korean(text: str, start: int, names: PlaceNames) -> Draft | None:
    match = _KO.match(text, start)
    if match is None or not re.search(rf"[{_HANGUL}]", match[0]) or match["place1"] in _KO_CREDITS:
        return None
    return _draft(match, _span(match, "source1", "source2"), _span(match, "place1"), None, "[City=source]")


def _japanese(text: str, start: int, names: PlaceNames) -> Draft | None:
    match = _JA.match(text, start)
    if match is None:
        return None
    source = _span(match, "source0", "source1", "source2", "source3", "source4")
    place = _span(match, "place1", "place2", "place3", "place4")
    if match["place4"] and names.grade(match["place4"]) < Grade.SHARED:
        return None
    if match["open"] == "(" and names.grade(match["place1"] or "") < Grade.SHARED:
        return None  # (写真=山田太郎) is a credit
    if match["source0"] and not is_bare_source(match["source0"]):
        return None
    return _draft(match, source, place, _span(match, "date0", "date1", "date2"), "【City＝source】")


def _zh_bracket(text: str, start: int, names: PlaceNames) -> Draft | None:
    match = _ZH_BRACKET.match(text, start)
    if match is None:
        return None
    source = _span(match, "source1", "source2", "source4", "source3")
    place = _span(match, "place1", "place2", "place3")
    if match["source1"]:
        source, place = _split_place(text, source, place, names)
    if match["source3"] in ("訊", "讯"):  # no source, but the word that ends a wire's dateline
        source, place = _split_place(text, place, None, names)
    return _draft(match, source, place, _span(match, "date1"), "（source City date電）")


def _zh_row(text: str, start: int, names: PlaceNames) -> Draft | None:
    match = _ZH_ROW.match(text, start)
    if match is None or names.grade(match["place"]) < Grade.SHARED:
        return None
    return _draft(match, _span(match, "source"), _span(match, "place"), None, "記者／City報導")


def _zh_wire(text: str, start: int, names: PlaceNames) -> Draft | None:
    match = _ZH_WIRE.match(text, start)
    if match is None or match.end() > start + 35:
        return None
    source, place = _split_place(text, _span(match, "source"), _span(match, "place"), names)
    if (source is None and place is None) or not (match["word"] or (source and is_bare_source(text[slice(*source)]))):
        return None
    return _draft(match, source, place, _span(match, "date"), "source City date电")


def _split_place(
    text: str, source: Span | None, place: Span | None, names: PlaceNames
) -> tuple[Span | None, Span | None]:
    """Tell agency, reporter and city apart where nothing stands between them: the longest city at the end."""
    if source is None:
        return None, place
    a, b = source[0], (place or source)[1]
    run = text[a:b].rstrip()
    b = a + len(run)
    for length in (8, 7, 6, 5, 4, 3, 2):
        if length < len(run) and names.grade(run[-length:]) >= Grade.COUNTRY and not is_bare_source(run[-length:]):
            return (a, b - length), (b - length, b)
    if is_bare_source(run):
        return (a, b), None
    for length in range(len(run) - 1, 1, -1):
        if is_bare_source(run[:length]) and 2 <= len(run) - length <= 8:
            return (a, a + length), (a + length, b)
    if names.grade(run) >= Grade.VILLAGE:
        return None, (a, b)
    return (a, b), None


def _zh_note(text: str, start: int, names: PlaceNames) -> Draft | None:
    match = _ZH_NOTE.match(text, start)
    if match is None:
        return None
    source = match["source"]
    known = any(is_bare_source(source[:n]) for n in range(2, min(len(source), 10) + 1))
    if not known and match["word"] == "消息":
        return None
    if not known and not re.search(r"(?:报|報|网|網|社|台|站|客户端|公司|在线|新闻|新聞|融媒|传媒)$", source):
        return None
    if re.search(r"(?:通|资|資|喜|音|电|電|快|简|短|腾|問|问)$", source):  # 通讯, 资讯, 喜讯 are words, not sign-offs
        return None
    a, b = match.span("source")
    place: Span | None = None
    for length in range(2, min(len(source), 10) + 1):
        if is_bare_source(source[:length]) and names.grade(source[length:]) >= Grade.VILLAGE:
            b, place = a + length, (a + length, match.end("source"))
    draft = _draft(match, (a, b), place, None, "source讯")
    reporter = _ZH_REPORTER.match(text, match.end())
    if reporter:
        draft.end = reporter.end()
        draft.source, draft.dropped = (a, reporter.end()), match["word"]
    return draft
