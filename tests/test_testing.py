"""What ships to authors of rules: a rule's page is its test."""

from layoutcheck.core.rule import Hit, NoOptions, Rule, Spot
from layoutcheck.core.severity import Severity
from layoutcheck.plugins import LoadedRule, load_rule
from layoutcheck.testing import HEADINGS, check_example, examples, headings, renewed, told

PAGE = """# loud-headline

Headlines that shout.

## Why it matters

Nobody likes it.

## Bad

```html
<h1>LOUD</h1>
```

```findings
1:5: warning loud stale words
```

```html options="longest = 3"
<h1>LOUD</h1><h1>YES</h1>
```

## Good

```text schema=wire-story
quiet
```

## Options

None.

## When to switch it off

Never.
"""


def check(page, options):
    for node in page.tree.find_all("h1"):
        if node.text.isupper():
            yield Hit("loud", Spot(node.children[0]), {"text": node.text})


RULE = LoadedRule(
    "loud-headline", Rule("headlines that shout", Severity.WARNING, {"loud": '"{text}" shouts'}, NoOptions), check, None
)


def test_examples_are_read_with_their_schema_and_options():
    first, second, third = examples(PAGE)
    assert [example.section for example in (first, second, third)] == ["Bad", "Bad", "Good"]
    assert first.findings == "1:5: warning loud stale words\n"
    assert second.options == {"longest": 3} and second.findings is None
    assert (third.media_type, third.schema) == ("text/plain", "wire-story")


def test_headings_are_those_of_a_rules_page():
    assert tuple(headings(PAGE)) == HEADINGS


def test_a_rule_is_run_alone():
    first = next(examples(PAGE))
    assert told(check_example(RULE, first)) == '1:5: warning loud "LOUD" shouts\n'


def test_findings_are_renewed_and_added_where_they_lack():
    page = PAGE.replace(' options="longest = 3"', "")
    new = renewed(page, RULE)
    assert "stale words" not in new
    assert new.count("```findings") == 2
    assert '1:18: warning loud "YES" shouts' in new
    assert renewed(new, RULE) == new


def test_a_rule_of_ours_reads_a_schema_of_the_example():
    loaded = load_rule("page-structure")
    assert any(example.own_schema for example in examples(loaded.page))
    for example in examples(loaded.page):
        assert told(check_example(loaded, example)) == (example.findings or "")
