"""What the shell offers."""

import pytest

from layoutcheck.cli import completion
from layoutcheck.plugins import load_rule


def test_rules_are_offered_with_what_they_look_for():
    assert ("duplicate-teaser", load_rule("duplicate-teaser").rule.summary) in completion.rules("dupl")
    assert all(name.startswith("dupl") for name, _ in completion.rules("dupl"))


@pytest.mark.parametrize(
    ("offer", "begun", "offered"),
    [
        (completion.severities, "empty-heading", ["empty-heading="]),
        (completion.severities, "empty-heading=w", ["empty-heading=warning"]),
        (completion.schemas, "", ["article", "wire-story"]),
        (completion.fail_on, "n", ["never"]),
        (completion.show, "", ["error", "warning", "info"]),
        (completion.formats, "sa", ["sarif"]),
        (completion.formats, "x", []),
    ],
)
def test_a_word_that_is_begun_is_ended(offer, begun, offered):
    assert offer(begun) == offered


def test_the_shell_gets_it_through_the_command(layoutcheck, monkeypatch, capsys):
    monkeypatch.setenv("_LAYOUTCHECK_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "layoutcheck check --fail-on n")
    monkeypatch.setenv("COMP_CWORD", "3")
    with pytest.raises(SystemExit):
        layoutcheck()
    assert capsys.readouterr().out.strip() == "never"
