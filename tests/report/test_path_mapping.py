"""From built files to names and paths."""

from __future__ import annotations

import pytest

from layoutcheck.report.path_mapping import PathMapping


@pytest.mark.parametrize(
    ("prefix", "uri", "address"),
    [
        ("https://example.org/", "build/a.html", "https://example.org/a.html"),
        ("https://example.org/x y", "build/a ä#%.html", "https://example.org/x y/a%20%C3%A4%23%25.html"),
        ("https://example.org", "build/caf\udce9.html", "https://example.org/caf%E9.html"),
        ("https://example.org", "other/a.html", ""),
        ("", "https://example.org/a%20b?c#d", "https://example.org/a%20b?c#d"),
        ("public/", "build/a.html", ""),
        ("https://example.org", "-", ""),
    ],
)
def test_links_lead_to_addresses(prefix: str, uri: str, address: str) -> None:
    assert PathMapping("build", prefix).address(uri) == address


@pytest.mark.parametrize(
    ("strip", "prefix", "uri", "name", "path"),
    [
        ("", "", "./build/a.html", "build/a.html", "build/a.html"),
        ("build/", "", "build/a.html", "a.html", "a.html"),
        ("build", "", "build/a.html", "a.html", "a.html"),
        ("./build/", "https://example.org/", "build/w/a.html", "https://example.org/w/a.html", "build/w/a.html"),
        ("build", "public/", "build/w/a.html", "public/w/a.html", "public/w/a.html"),
        ("build", "", "other/a.html", "other/a.html", "other/a.html"),
        ("build", "https://example.org", "builder/a.html", "builder/a.html", "builder/a.html"),
        ("build", "https://example.org", "layoutcheck.toml", "layoutcheck.toml", "layoutcheck.toml"),
        ("", "", "https://example.org/w/?x=1#y", "https://example.org/w/?x=1#y", "example.org/w"),
        ("", "", "C:/site/a.html", "C:/site/a.html", "C:/site/a.html"),
        ("build", "x", "-", "standard-input", "standard-input"),
    ],
)
def test_maps_names_for_people_and_paths_for_platforms(
    strip: str, prefix: str, uri: str, name: str, path: str
) -> None:  # fmt: skip
    mapping = PathMapping(strip, prefix)
    assert mapping.name(uri) == name
    assert mapping.path(uri) == path
