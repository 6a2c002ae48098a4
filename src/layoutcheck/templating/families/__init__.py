"""The table of families, by group of engines. Earlier ones win where two match the same text."""

from __future__ import annotations

from layoutcheck.templating.families import (
    brace,
    calendar,
    coded,
    curly,
    date,
    dotnet,
    dump,
    error,
    escape,
    filler,
    golang,
    merge,
    message,
    percent,
    php,
    shortcode,
    value,
)
from layoutcheck.templating.family import Family

#: All families; the order decides between matches that begin and end alike.
FAMILIES: tuple[Family, ...] = (
    *dotnet.FAMILIES,
    *curly.FAMILIES,
    *coded.FAMILIES,
    *brace.FAMILIES,
    *percent.FAMILIES,
    *php.FAMILIES,
    *golang.FAMILIES,
    *merge.FAMILIES,
    *shortcode.FAMILIES,
    *message.FAMILIES,
    *value.FAMILIES,
    *dump.FAMILIES,
    *error.FAMILIES,
    *date.FAMILIES,
    *calendar.FAMILIES,
    *filler.FAMILIES,
    *escape.FAMILIES,
)
