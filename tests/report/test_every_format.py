"""What holds for every format, over reports made to break them."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET

import pytest
from awkward import NASTY, RUNS, written
from pytest_regressions.file_regression import FileRegressionFixture

from layoutcheck.report.json import page_object

FORMATS = (
    "text",
    "concise",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
    "rdjson",
    "azure",
    "teamcity",
    "markdown",
)
SUFFIXES = {
    "json": ".json", "jsonl": ".jsonl",
    "sarif": ".sarif", "gitlab": ".json", "rdjson": ".json", "junit": ".xml", "checkstyle": ".xml", "markdown": ".md",
}  # fmt: skip
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


@pytest.mark.parametrize("name", FORMATS)
def test_a_run_looks_as_agreed(name: str, file_regression: FileRegressionFixture) -> None:
    file_regression.check(written(name, RUNS["mixed"]), extension=SUFFIXES.get(name, ".txt"))


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("name", FORMATS)
class TestAwkward:
    def test_is_well_formed_and_holds_nothing_unseen(self, name: str, run: str) -> None:
        text = written(name, RUNS[run])
        told = [text]
        if name in ("json", "sarif", "gitlab", "rdjson"):
            data = json.loads(text)
            told += [] if run == "many" or name == "json" else [json.dumps(data, ensure_ascii=False)]
        elif name == "jsonl":
            assert all(map(json.loads, text.splitlines()))
        elif name in ("junit", "checkstyle"):
            told += ET.fromstring(text).itertext()
        assert not any(UNSEEN.search(one) for one in told)
        text.encode("utf-8")

    def test_is_the_same_twice(self, name: str, run: str) -> None:
        assert run == "many" or written(name, RUNS[run]) == written(name, RUNS[run])


ORDERS = {"azure": ("##vso[task.logissue ",), "teamcity": ("##teamcity[inspection", "##teamcity[build")}


@pytest.mark.parametrize(
    ("name", "run"), [
        (name, run) for name in FORMATS for run in ("hostile-text", "hostile-name")
    ],
)  # fmt: skip
def test_page_text_gives_no_orders_to_a_build_server(name: str, run: str) -> None:
    for line in written(name, RUNS[run]).splitlines():
        for at in re.finditer(r"##\w*\[", line):
            assert at.start() == 0 and line.startswith(ORDERS.get(name, ()))
        if re.match(r"\s*::", line):
            assert name == "github" and re.match(r"::(error|warning|notice) file=", line)


@pytest.mark.parametrize("name", FORMATS)
def test_many_findings_take_little_more_than_a_few_megabytes(name: str) -> None:
    limits = {"text": 10_000_000, "github": 20_000, "markdown": 1 << 20, "junit": 30_000_000}
    assert len(written(name, RUNS["many"]).encode()) < limits.get(name, 40_000_000)


@pytest.mark.parametrize("run", ["hostile-text", "hostile-name", "control-characters", "right-to-left"])
def test_readers_of_json_get_every_character_back(run: str) -> None:
    (page,) = RUNS[run].pages()
    (told,) = json.loads(written("json", RUNS[run]))["pages"]
    assert told == json.loads(json.dumps(page_object(page)))
    assert json.loads(written("jsonl", RUNS[run]).splitlines()[1]) == {"kind": "page", **told}


def test_hostile_text_is_not_reworded_in_data_formats() -> None:
    told = json.loads(written("gitlab", RUNS["hostile-text"]))[0]["description"]
    assert "a]]>b <script>alert(1)</script>" in told and "##vso" not in told
    assert NASTY.splitlines()[0][:40] in told
