"""Names in East Asia's bylines: words without spaces, roles behind a name, reporters in the story's opening."""

from __future__ import annotations

import re

from layoutcheck.core.rare import rare

#: Labels of pages, and words of those that name nobody.
_NO_NAME = rare(
    "^发布|发布于|发布时间|當前位置|当前位置|您的位置|首页|相关|相關|阅读|閱讀|评论|評論|分享|来源|來源|时间|時間|点击|關注|关注|"
    "未知|匿名|佚名|报道|報道|整合|综合|了解|获悉|采访|发现|看到|走访|昨日|今日|昨天|今天|近日|責任|责任|記事|コメント|カテゴリ|"
    "公開|更新|著者|写真|撮影|イラスト|댓글|기사|입력|수정"
)
#: What systems write where they know no author.
UNKNOWN = frozenset(("未知", "匿名", "佚名"))
#: The name, a field, a role.
_KOREAN = rare(
    r"([가-힣]{2,4})\s(?:[가-힣]+\s){0,3}"
    r"[가-힣]*(?:기자|특파원|위원|칼럼니스트|작가|교수|에디터|평론가|대표|팀장|국장)(?![가-힣])"
)
#: A person's name in characters, and what an organisation's ends with.
_PERSON = rare("[\u4e00-\u9fff々ヶ]{3,5}|[가-힣]{3,4}")
_HOUSE = rare(
    "(?:网|網|社|报|報|新聞|新闻|部|台|放送|出版|公司|频道|頻道|中心|局|会|會|通信|科技|财经|体育|娱乐|军事|汽车|资讯|"
    "教育|视频|周刊|週刊|杂志|雑誌|在线|发布|编辑|뉴스|신문|일보|통신|방송)$"
)
_REPORTERS = (
    r"(?:记者|記者|通讯员|通訊員|特约撰稿人?)\s?[：:]?\s?([\u4e00-\u9fff]{2,4}(?:[\s、][\u4e00-\u9fff]{2,4}){0,4})"
)
#: ``홍길동 기자``, ``本报记者 王明 李强``, ``山田太郎記者``.
_SIGNED = rare(
    rf"(?:([가-힣]{{2,4}})\s?(?:기자|특파원|논설위원)|[\u4e00-\u9fff]{{0,7}}?{_REPORTERS}|([\u4e00-\u9fff]{{2,5}})\s?記者)"
    r"(?=$|[\s|·(,])"
)
#: How China's papers name them where a story opens: ``新华社北京10月4日电（记者王明、李强）``.
_WITHIN = rare(rf"[（(][\u4e00-\u9fff]{{0,5}}?{_REPORTERS}[）)]")
#: Behind so many characters no story's opening names its reporters; a longer line is no byline of its own.
_OPENING, _LONGEST = 60, 160
_BETWEEN = re.compile(r"[\s、]+")


def says_nobody(text: str) -> bool:
    """Whether there is a label or a word in ``text`` that no name holds."""
    return _NO_NAME.search(text) is not None


def is_person(text: str) -> bool:
    """Whether a text is a person's name in characters, not that of a paper or an office."""
    return _PERSON.fullmatch(text) is not None and _HOUSE.search(text) is None


def person_with_role(text: str) -> str:
    """The name in a Korean line of name and role; "" where there is none."""
    match = _KOREAN.match(text)
    return match[1] if match is not None else ""


def reporters(line: str, *, may_open: bool) -> tuple[str, ...]:
    """The reporters whom a line names by their trade; ``may_open``: it may open the story, with more text behind."""
    match = _SIGNED.match(line) if len(line) <= _LONGEST else None
    if match is None and may_open:
        match = _WITHIN.search(line, 0, _OPENING)
    if match is None:
        return ()
    return tuple(name for name in _BETWEEN.split(next(filter(None, match.groups()))) if not says_nobody(name))
