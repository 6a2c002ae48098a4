"""The table of families, by group of engines. Earlier ones win where two match the same text."""

from __future__ import annotations

from layoutcheck.templating.families import (
    brace,
    broken,
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
    none,
    percent,
    php,
    phrase,
    shortcode,
    source,
    tag,
    template_error,
    trace,
    value,
    variable,
)
from layoutcheck.templating.family import Family

#: All families; the order decides between matches that begin and end alike.
FAMILIES: tuple[Family, ...] = (
    *dotnet.FAMILIES,
    *curly.FAMILIES,
    *coded.FAMILIES,
    *broken.FAMILIES,
    *variable.FAMILIES,
    *brace.FAMILIES,
    *percent.FAMILIES,
    *tag.FAMILIES,
    *php.FAMILIES,
    *golang.FAMILIES,
    *merge.FAMILIES,
    *shortcode.FAMILIES,
    *message.FAMILIES,
    *value.FAMILIES,
    *none.FAMILIES,
    *phrase.FAMILIES,
    *dump.FAMILIES,
    *template_error.FAMILIES,
    *trace.FAMILIES,
    *error.FAMILIES,
    *date.FAMILIES,
    *filler.FAMILIES,
    *escape.FAMILIES,
    *source.FAMILIES,
)
