"""What is given on the command line, judged."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from layoutcheck.cli import given
from layoutcheck.config import Settings
from layoutcheck.core.errors import UserError
from layoutcheck.core.severity import Severity


def told(error: pytest.ExceptionInfo[UserError]) -> str:
    return f"{error.value} {error.value.remedy}"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_paths_what_is_piped_in_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("<p>x"))
    assert given.arguments(None) == ["-"]
    assert given.arguments(["build/"]) == ["build/"]
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    with pytest.raises(UserError) as error:
        given.arguments([])
    assert "no page is given" in told(error)


def test_standard_input_without_anything_is_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(b""))))
    with pytest.raises(UserError) as error:
        given.arguments(None)
    assert "nothing comes in on standard input" in told(error)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"<p>x"))))
    assert given.arguments(None) == ["-"]


def test_the_configuration_is_the_one_given_else_the_nearest(here: Path) -> None:
    assert given.config_file(None, False) is None
    (here / "layoutcheck.toml").write_text('fail-on = "never"')
    assert given.config_file(None, False) == here / "layoutcheck.toml"
    assert given.config_file(Path("other.toml"), False) == Path("other.toml")
    assert given.config_file(Path("other.toml"), True) is None
    assert given.settings(None, False).fail_on.value == "never"
    assert given.settings(None, True).fail_on.value == "error"


@pytest.mark.parametrize(("name", "said"), [("gone.toml", "there is no configuration file"), ("folder", "is a folder")])
def test_a_configuration_that_is_none_is_a_mistake(here: Path, name: str, said: str) -> None:
    (here / "folder").mkdir()
    with pytest.raises(UserError) as error:
        given.settings(Path(name), False)
    assert said in told(error)


def severity(settings: Settings, rule: str) -> Severity | None:
    value = settings.for_page("a.html").severity(rule)
    return Severity(value.value) if value else None


def test_options_stand_over_the_file(here: Path) -> None:
    (here / "layoutcheck.toml").write_text('schema = "wire-story"\nfail-on = "info"\n[rules]\nfiller-text = "info"\n')
    chosen = given.settings(None, False, schema="article", fail_on="warning", severities=["filler-text=error"])
    assert (chosen.for_page("a").schema.value, chosen.fail_on.value, severity(chosen, "filler-text")) == (
        "article",
        "warning",
        Severity.ERROR,
    )


def test_only_some_rules_are_run() -> None:
    chosen = given.settings(None, True, only=["filler-text"])
    assert severity(chosen, "filler-text") is None and severity(chosen, "mojibake") is Severity.OFF


@pytest.mark.parametrize(
    ("options", "said"),
    [({"only": ["filler-txt"]}, 'did you mean "filler-text"'), ({"severities": ["filler-txt=error"]}, '--severity: there is no rule "filler-txt"'),
     ({"severities": ["filler-text=errr"]}, 'a severity cannot be "errr"'), ({"severities": ["filler-text"]}, 'a severity cannot be ""')],
)  # fmt: skip
def test_unknown_rules_and_severities_are_mistakes(options: dict[str, list[str]], said: str) -> None:
    with pytest.raises(UserError) as error:
        given.settings(None, True, **options)
    assert said in told(error)


def test_pages_are_those_that_are_not_excluded(here: Path) -> None:
    (here / "layoutcheck.toml").write_text('exclude = ["drafts/"]')
    for name in ("drafts", "news"):
        (here / name).mkdir()
        (here / name / "a.html").write_text("<p>x")
    chosen = given.settings(None, False)
    assert [ref.uri for ref in given.pages(["."], None, None, chosen)] == ["news/a.html"]
    with pytest.raises(UserError, match="--media-type"):
        given.pages(["."], "text/htm", None, chosen)
    with pytest.raises(UserError, match="--charset"):
        given.pages(["."], None, "utf-9", chosen)


def test_a_configuration_is_not_both_named_and_forbidden(here: Path) -> None:
    (here / "mine.toml").write_text("")
    with pytest.raises(UserError, match="--config and --no-config are asked for together"):
        given.settings(Path("mine.toml"), True)
