"""What a configuration may not say: each mistake with file, line, column and the near match."""

from pathlib import Path

import pytest

from layoutcheck.config import load_settings
from layoutcheck.core.errors import UserError

#: A configuration, and where and how its mistake is told.
MISTAKES = [
    ('schema = "article"\nshema = "x"\n', 2, 1, '"shema" is no setting', '"schema"'),
    ('schema = "artcle"\n', 1, 1, 'there is no schema "artcle"', '"article"'),
    ('schema = "gone.yaml"\n', 1, 1, 'there is no schema "gone.yaml"', "shipped schemas"),
    ("schema = 3\n", 1, 1, '"schema" has to be a text', 'schema = "…"'),
    ('fail-on = "erro"\n', 1, 1, '"fail-on" cannot be "erro"', '"error"'),
    ('fail-on = ["error"]\n', 1, 1, '"fail-on" cannot be', '"error"'),
    ("exclude = 3\n", 1, 1, "has to be a list of texts", ""),
    ('exclude = ["a", 3]\n', 1, 1, "has to be a list of texts", ""),
    ("extends = 3\n", 1, 1, '"extends" has to be a list of texts', ""),
    ('extends = "gone.toml"\n', 1, 1, '"extends" names no file', "from the folder of this file"),
    ("[rules]\npage-structure = true\n", 2, 1, "a severity cannot be true", "one of"),
    ('extends = "layoutcheck.toml"\n', 1, 1, "in a circle", ""),
    ("baseline = 3\n", 1, 1, '"baseline" has to be a text', ""),
    ("schema = \n", 1, 10, "no valid TOML", ""),
    ('schema = "a\\u0000b"\n', 1, 1, '"schema" holds a NUL', "take it out"),
    ('extends = ["base\\u0000.toml"]\n', 1, 1, '"extends" holds a NUL', "take it out"),
    # rules
    ('rules = "off"\n', 1, 1, '"rules" has to be a table', "[rules]"),
    ('[rules]\nduplicate-teasr = "off"\n', 2, 1, 'no rule "duplicate-teasr"', '"duplicate-teaser"'),
    ('[rules]\npage-structure = "eror"\n', 2, 1, 'a severity cannot be "eror"', '"error"'),
    ('[rules]\npage-structure = { sevrity = "off" }\n', 2, 20, '"sevrity" is no setting', '"severity"'),
    ("[rules.future-date]\ntolerance-hour = 1\n", 2, 1, '"tolerance-hour" is no setting', '"tolerance-hours"'),
    ('[rules.future-date]\ntolerance-hours = "x"\n', 2, 1, "wants a whole number", ""),
    ("[rules.future-date]\ntolerance-hours = true\n", 2, 1, "wants a whole number", ""),
    ("[rules.placeholder-leak]\nignore = [1]\n", 2, 1, "wants a list of texts", ""),
    ("[rules.missing-dateline]\nexpected = 1\n", 2, 1, "wants true or false", ""),
    # pages
    ('[[pages]]\nschema = "article"\n', 1, 3, 'needs "paths"', ""),
    ('[[pages]]\npaths = ["a"]\n\n[[pages]]\npath = ["b"]\n', 5, 1, '"path" is no setting in [[pages]]', '"paths"'),
    ("[[pages]]\npaths = 3\n", 2, 1, '"paths" has to be a list of texts', "such as paths ="),
    ('[pages]\npaths = ["a"]\n', 1, 2, '"pages" has to be a list of tables', "[[pages]]"),
    ('[[pages]]\npaths = ["a"]\n[pages.rules]\nredundant-altt = "off"\n', 4, 1, "no rule", '"redundant-alt"'),
    ('pages = [\n  { paths = ["a"] },\n  { paths = ["b"], rulez = {} },\n]\n', 3, 20, '"rulez" is no setting', '"rules"'),
    # names
    ("[newsroom]\nplacs = []\n", 2, 1, '"placs" is no setting in [newsroom]', '"places"'),
    ("newsroom = 3\n", 1, 1, '"newsroom" has to be a table', "[newsroom]"),
    # patterns
    ('[[patterns]]\nname = "x"\n', 1, 3, '"regex" is missing', ""),
    ('[[patterns]]\nname = "x"\nregx = "a"\n', 3, 1, '"regx" is no setting', '"regex"'),
    ('[[patterns]]\nname = "x"\nregex = "("\n', 3, 1, 'the pattern "x" cannot be used', "RE2"),
    ('[[patterns]]\nname = "x"\nregex = "a(?=b)"\n', 3, 1, 'the pattern "x" cannot be used', "RE2"),
    ('[[patterns]]\nname = "x"\nregex = "a"\nwhere = ["text", "titel"]\n', 4, 18, 'no place "titel"', '"title"'),
    # ignore
    ('[[ignore]]\nselectr = "h1"\n', 2, 1, '"selectr" is no setting', '"selector"'),
    ('[[ignore]]\nreason = "x"\n', 1, 3, 'needs "rules"', ""),
    ('[[ignore]]\nrules = ["empty-heading", "empty-headin"]\n', 2, 27, 'no rule "empty-headin"', '"empty-heading"'),
    ('[[ignore]]\nselector = "h1 >>"\n', 2, 1, '"h1 >>" is no selector: expected', ""),
]  # fmt: skip


def caught(file: Path) -> UserError:
    with pytest.raises(UserError) as raised:
        load_settings(file)
    return raised.value


@pytest.mark.parametrize(("text", "line", "column", "told", "remedy"), MISTAKES, ids=[m[0][:40] for m in MISTAKES])
def test_mistakes_are_told_where_they_stand(tmp_path, text, line, column, told, remedy):
    file = tmp_path / "layoutcheck.toml"
    file.write_text(text, encoding="utf-8")
    error = caught(file)
    assert told in error.text
    assert (error.line, error.column) == (line, column)
    assert remedy in error.remedy
    assert error.file.endswith("layoutcheck.toml")
    assert len(error.mistakes) == 1, "nothing is told that follows from it"


@pytest.mark.parametrize(
    ("text", "line", "column", "told"),
    [
        ('[project]\nname = "x"\n\n[tool.layoutcheck]\nfail-onn = "x"\n', 5, 1, '"fail-onn" is no setting'),
        ('[tool.layoutcheck.rules]\nduplicate-teasr = "off"\n', 2, 1, "no rule"),
        ('[[tool.layoutcheck.pages]]\npaths = ["a"]\n[[tool.layoutcheck.pages]]\npath = "b"\n', 4, 1, '"path" is no'),
        ('[[tool.layoutcheck.pages]]\npaths = ["a"]\n[tool.layoutcheck.pages.rules]\nx = "off"\n', 4, 1, "no rule"),
        ("[tool]\nlayoutcheck = 3\n", 2, 1, "has to be a table"),
        ("tool = 3\n", 1, 1, "has no [tool.layoutcheck]"),
        ("[tool.other]\nx = 1\n", 1, 1, "has no [tool.layoutcheck]"),
    ],
)
def test_mistakes_in_a_project_file_are_told_too(tmp_path, text, line, column, told):
    file = tmp_path / "pyproject.toml"
    file.write_text(text, encoding="utf-8")
    error = caught(file)
    assert told in error.text
    assert (error.line, error.column) == (line, column)


SEVERAL = """\
exclude = ["drafts/**", 'old\\drafts']
shema = "article"
extends = ["base.toml", "gone.toml", "more.toml"]

[rules]
empty-heading = { severity = "eror" }
future-date = { tolerance-hours = "x", hours = 1 }
"""


def test_all_mistakes_are_told_at_once_file_by_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("layoutcheck.toml").write_text(SEVERAL, encoding="utf-8")
    Path("base.toml").write_text('extends = "more.toml"\nfail-on = "erro"\n', encoding="utf-8")
    Path("more.toml").write_text("schema = \n", encoding="utf-8")
    error = caught(Path("layoutcheck.toml"))
    assert [f"{one.file}:{one.line}:{one.column}" for one in error.mistakes] == [
        "layoutcheck.toml:1:25", "layoutcheck.toml:2:1", "layoutcheck.toml:3:25", "layoutcheck.toml:6:19",
        "layoutcheck.toml:7:17", "layoutcheck.toml:7:40", "base.toml:2:1", "more.toml:1:10",
    ]  # fmt: skip
    assert str(error).count("\n  ") == len(error.mistakes) - 1, "each with its remedy, but where it says what is wanted"


def test_what_is_wrong_with_the_call_is_told_with_it(tmp_path):
    file = tmp_path / "layoutcheck.toml"
    file.write_text('shema = "article"\n', encoding="utf-8")
    with pytest.raises(UserError) as raised:
        load_settings(file, fail_on="erro")
    assert [one.text for one in raised.value.mistakes] == ['--fail-on cannot be "erro"', '"shema" is no setting']
