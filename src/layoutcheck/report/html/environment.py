"""The templates' surroundings: escaping that cannot be forgotten, and a few filters."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from layoutcheck.report.html.catalogue import Catalogue
from layoutcheck.report.html.preview import mark_id
from layoutcheck.report.html.safe import cut, shown, web_address

_CONTROL = re.compile(r"⟨U\+[0-9A-F]{4,6}⟩")
#: An escaped tag.
_TAG = re.compile(r"&lt;(?:(?!&[lg]t;).){1,1000}&gt;")
_RUN, _JOINT = re.compile(r"\S{20,}"), re.compile(r"(?<=[./?_(:=&,-])(?=\w)")
_CODE = re.compile(r"`([^`\n]+)`")


class _Compiled(BytecodeCache):
    """Compiled templates, kept for the next report of this process: ``--watch`` writes one after every change."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template back that was compiled before."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def environment(say: Catalogue) -> Environment:
    """Templates that escape whatever they print and write control characters out."""
    built = Environment(
        loader=PackageLoader("layoutcheck.report.html", "templates"),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_COMPILED,
    )
    built.filters.update(
        visible=visible, code=code, brief=lambda text: cut(str(text), 120), clipped=clipped,
        short=lambda text: cut(str(text), 140), long=lambda text: cut(str(text), 8000),
        soft=soft, moment=lambda text: moment(str(text), say), wbr=breakable, last_step=last_step,
    )  # fmt: skip
    built.globals.update(say=say, web=web_address, mark_id=mark_id)
    return built


def _finalize(value: Any) -> Any:
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def visible(text: str, rtl: bool = False) -> Markup:
    """Evidence: control characters stand out as what they are; in a right-to-left line each tag stays in one piece."""
    safe = str(escape(shown(text)))
    if rtl:
        safe = _TAG.sub(lambda match: f'<bdi dir="ltr">{match[0]}</bdi>', safe)
    return Markup(_CONTROL.sub(lambda match: f'<span class="control">{match[0]}</span>', safe))


def code(text: str) -> Markup:
    """Words in which `` `…` `` is code; around ``${`` the backticks are JavaScript's own, and belong to the code."""
    if isinstance(text, Markup):
        return text
    parts = _CODE.split(shown(text))
    return Markup("").join(
        Markup("<code>{}</code>").format(f"`{part}`" if "${" in part else part) if index % 2 else escape(part)
        for index, part in enumerate(parts)
    )


def moment(text: str, say: Catalogue) -> str:
    """``2026-01-22T09:14:05+03:00`` as ``22 January 2026, 09:14 (UTC+03:00)``; anything else as it is."""
    try:
        told = datetime.fromisoformat(text)
    except ValueError:
        return text
    zone = told.strftime("%z")
    offset = "" if not zone else "UTC" if zone in {"+0000", "-0000"} else f"UTC{zone[:3]}:{zone[3:5]}"
    return str(
        say("date.moment", day=told.day, month=say(f"date.month.{told.month}"), year=told.year,
            time=told.strftime("%H:%M"), zone=offset)
    ).strip()  # fmt: skip


def breakable(text: str) -> Markup:
    """An address that may break behind its slashes."""
    return Markup("/<wbr>").join(escape(part) for part in shown(cut(str(text), 600)).split("/"))


def clipped(text: str) -> str:
    """As much of a reason as a list of causes has room for."""
    return text if isinstance(text, Markup) else cut(str(text), 280)


def soft(text: str) -> Markup:
    """Words in which a long expression may break behind its dots and slashes and not in the middle of a name."""
    marked = _RUN.sub(lambda run: _JOINT.sub("\0", run[0]), shown(str(text)).replace("\0", ""))
    return Markup("<wbr>").join(escape(part) for part in marked.split("\0"))


def last_step(uri: str) -> str:
    """What a page is called when it has no headline: the last step of its address."""
    path = uri.split("?")[0].rstrip("/")
    return path.rpartition("/")[2] or uri
