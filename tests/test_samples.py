"""The sample pages give exactly the findings that stand beside them."""

from pathlib import Path

import pytest

from layoutcheck.api import check
from layoutcheck.core.finding import PageReport

SAMPLES = Path(__file__).parents[1] / "samples"
PAGES = sorted(SAMPLES.glob("pages/*/page.*"))
WIRE = "wire-story"


def told(report: PageReport) -> str:
    lines = []
    for finding in report.findings:
        place = finding.place
        stretch = f"{place.line}:{place.column}-{place.end_line}:{place.end_column}"
        lines.append(f"{stretch} {finding.severity} {finding.rule} [{place.where}] {finding.text}")
        lines += [f"    also {also.line}:{also.column}" for also in finding.also]
    lines += [f"failed: {failure.text}" for failure in report.failures]
    return "".join(f"{line}\n" for line in lines) or "clean\n"


def checked(file: Path) -> PageReport:
    schema = WIRE if WIRE in file.parent.name else "article"
    (report,) = check(file, schema=schema)
    return report


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.parent.name)
def test_a_sample_page_gives_its_findings(file: Path, file_regression) -> None:
    file_regression.check(told(checked(file)), fullpath=file.with_name("findings.golden"), encoding="utf-8")


@pytest.mark.parametrize("file", sorted((SAMPLES / "awkward").iterdir()), ids=lambda file: file.name)
def test_an_awkward_page_is_checked_or_fails_alone(file: Path, file_regression) -> None:
    golden = Path(__file__).parent / "test_samples" / f"{file.name}.txt"
    file_regression.check(told(checked(file)), fullpath=golden, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("nested", "<div>" * 100_000 + "{{ deep }}"),
        ("long-line", "<p>" + "word " * 400_000 + "{{ far }}"),
        ("many-lines", "<p>line\n" * 70_000 + "<p>{{ low }}"),
        ("many-attributes", "<div " + " ".join(f"a{n}=1" for n in range(20_000)) + ">{{ x }}"),
        ("large-attribute", f'<a href="{"x" * 1_000_000}{{{{ url }}}}">more</a>'),
        ("half-open", "{{ " * 50_000),
        ("many-links", '<li><a href="/x">The same line again and again</a>' * 5_000),
    ],
)
def test_a_hostile_page_ends(name: str, page: str, tmp_path: Path) -> None:
    file = tmp_path / f"{name}.html"
    file.write_text(f"<!doctype html><title>t</title>{page}", encoding="utf-8")
    (report,) = check(file)
    lines = file.read_text(encoding="utf-8").split("\n")
    for finding in report.findings:
        assert 1 <= finding.place.line <= len(lines)
        assert 1 <= finding.place.column <= len(lines[finding.place.line - 1]) + 1
    assert not report.failures
