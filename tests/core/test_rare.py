import importlib
import pkgutil
import re

import pytest

import layoutcheck
from layoutcheck.core.rare import rare


def test_it_does_what_the_compiled_pattern_does():
    pattern = rare(r"(?P<word>b+)", re.IGNORECASE)
    assert pattern.fullmatch("BB")["word"] == "BB"
    assert pattern.search("abb", 2).span() == (2, 3)
    assert pattern.search("abb", 2).span() == (2, 3)
    assert (pattern.pattern, pattern.groups, pattern.sub("c", "aBa")) == (r"(?P<word>b+)", 1, "aca")


def test_it_waits_until_it_is_asked():
    broken = rare("(")
    with pytest.raises(re.error, match="unterminated"):
        broken.match("a")


def test_all_that_the_package_has_compile():
    kind, seen = type(rare("")), 0
    for module in pkgutil.walk_packages(layoutcheck.__path__, "layoutcheck."):
        if module.name.endswith(("__main__", "browser")):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, kind):
                re.compile(value.pattern, value.flags & ~re.UNICODE)
                seen += 1
    assert seen > 20
