# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Text that was read in the wrong encoding, and characters that were lost on the way."""

from __future__ import annotations

import re

from layoutcheck.core.severity import Severity
from layoutcheck.templating.family import Candidate, Family, Where


def _encoding(candidate: Candidate) -> Severity | None:
    """``ftfy`` knows which sequences no language writes."""
    import ftfy
    import ftfy.badness

    start, end = candidate.match.span()
    around = candidate.value[max(0, start - 30) : end + 30]
    if not ftfy.badness.is_bad(around) or ftfy.fix_encoding(around) == around:
        return Severity.OFF
    return None


def _lost(candidate: Candidate) -> Severity | None:
    """Words of several lengths; somebody who is puzzled writes marks of one length, or few."""
    lengths = {len(marks) for marks in re.findall(r"\?+", candidate.text)}
    return None if len(lengths) > 1 and candidate.text.count("?") >= 8 else Severity.OFF


FAMILIES = (
    Family(
        id="mojibake",
        rule="mojibake",
        engines=("wrong charset",),
        example="FÃ¼r alle",
        cause="UTF-8 bytes were read in a one-byte encoding (windows-1252, Latin-1, windows-1251) somewhere on their way",
        fix='read and declare one encoding everywhere: <meta charset="utf-8">, SET NAMES utf8mb4, Content-Type: text/html; charset=utf-8',
        cues=(
            r"\xc3[\x82-\x85\x8e-\x91](?:\xc2[\x80-\xbf]|\xe2|\xc5|\xc6|\xcb|&)",
            r"\xc3\xa2(?:\xe2\x82\xac|\xc2\x80|\xe2\x80\x9a\xc2\xac)",
            # Three bytes of Chinese or Japanese; not a French é before a quote or a space.
            r"\xc3[\xa3-\xa9]\xc2[\x81-\x9f\xa1-\xaa\xac-\xba\xbc-\xbf]",
            r"\xc3\xaf\xc2\xbf",
            r"\xc3\xb0\xc5\xb8",
            r"\xd0\xa0[\xc2\xd0\xd1\xe2][\x80-\xbf]\xd0[\xa0\xa1]",
            r"\xc4[\x82\xb9](?:\xc2[\x80-\xbf]|\xc4|\xc5|\xcb|\xe2)",
            r"&(?:acirc;&euro|#226;&#8364|#[xX][eE]2;&#[xX]20[aA][cC]);",
            r"&(?:A(?:circ|tilde|ring|uml)|#(?:[xX][cC][2-5]|19[4-7]));[^A-Za-z<]",
        ),
        once=True,
        pattern=r"(?<![^\s<>])[^\s<>]*(?:[\u00c2-\u00c5\u00ce-\u00d1][\u0080-\u00bf\u0152-\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|\u00e2(?:\u20ac|\u0080|\u201a\u00ac)|[\u00e3-\u00e9][\u0081-\u009f\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|\u00f0\u0178|\u00ef\u00bf\u00bd|[\u0102\u0139][\u0080-\u00bf\u0103-\u0105\u013a-\u0142\u0158-\u017e\u02c7\u02d8\u02d9\u02db\u02dd\u2013-\u203a\u20ac\u2122])[^\s<>]*|(?<!\S)\S*Р[\u00a0-\u00bf\u0402-\u045f\u2013-\u203aА-я]Р\S*",
        where=Where.READ,
        certain=Where.WORDS,
        judge=_encoding,
        more=("StraÃŸe", "itâ€™s here", "cafÃ© crÃ¨me", "å¤§é˜ªå¸‚", "5â‚¬", "vĹˇechna prĂˇva"),
        unlike=("AÇÃO E REAÇÃO", "SÃO PAULO", "Â la carte", "CĂLĂRAŞI", "Ĺubin"),
    ),
    Family(
        id="replacement-character",
        rule="mojibake",
        message="replacement-character",
        engines=("wrong charset",),
        example="papieros\ufffd...",
        cause="a character was cut in the middle or could not be decoded, and a replacement stands for it",
        fix="cut text by characters, not bytes (mb_substr, not substr), and decode with the encoding the text has",
        cues=(r"\xef\xbf\xbd", r"&#(?:65533|x[fF]{2}[dD]);?"),
        once=True,
        pattern=r"[^\s<>\ufffd]{0,40}\ufffd+[^\s<>\ufffd]{0,40}",
        where=Where.WORDS,
        certain=Where.NOWHERE,
    ),
    Family(
        id="control-character",
        rule="mojibake",
        engines=("wrong charset",),
        example="the harbour\x92s crane",
        cause="bytes of windows-1252 were read as Latin-1 before they were stored, so quotes and dashes became control characters",
        fix="read the text with the encoding that it has (windows-1252, not iso-8859-1), and mend what is stored: text.encode('latin-1').decode('cp1252')",
        cues=(r"\xc2[\x80\x82-\x84\x86-\x8c\x8e\x91-\x9c\x9e\x9f]",),
        once=True,
        pattern=r"[^\s<>\x80-\x9f]{0,40}[\x80\x82-\x84\x86-\x8c\x8e\x91-\x9c\x9e\x9f][^\s<>\x80-\x9f]{0,40}",
        where=Where.READ,
        certain=Where.NOWHERE,
        more=("On the quay \x96 at night",),
        unlike=("a line\x85", "it’s here"),
    ),
    Family(
        id="lost-letters",
        rule="mojibake",
        message="lost-letters",
        engines=("wrong charset",),
        example="???????? ?? ?????",
        cause="the text was converted to an encoding that lacks its letters, and a question mark stands for each",
        fix="store and send the text as UTF-8 throughout: utf8mb4 for tables and the connection, and enter it again, for the letters are gone",
        cues=(r"\?\?\?\?",),
        once=True,
        pattern=r"\A[^\w?]*+\?{1,80}(?:[^\w?]{1,6}\?{1,80}){1,200}[^\w?]*+\Z",
        where=Where.WORDS,
        certain=Where.NOWHERE,
        judge=_lost,
        more=("?????? & ????",),
        unlike=("??? ???", "What???? ????", "????"),
    ),
)

#: What all mojibake of a page is when the page's bytes are UTF-8 and something declares another encoding.
WRONG_CHARSET = Family(
    id="wrong-charset",
    rule="mojibake",
    engines=("wrong charset",),
    cause="the page's bytes are UTF-8, but its meta element or its server declares another encoding",
    fix='declare what it is: <meta charset="utf-8"> in the head, Content-Type: text/html; charset=utf-8 from the server',
    varied=True,
    placeless=True,
)
