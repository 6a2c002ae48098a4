"""Comments in the page that switch findings off: what they cover, and what does nothing."""

from __future__ import annotations

from layoutcheck.core.document import Document
from layoutcheck.core.finding import Finding, PageReport, Place
from layoutcheck.core.severity import Severity
from layoutcheck.parse.page import Page
from layoutcheck.parse.parser import parse
from layoutcheck.suppress.page import UNUSED, suppress, unused_suppressions

KNOWN = ("duplicate-teaser", "placeholder-leak")


def page_of(source: str, media_type: str = "text/html") -> Page:
    return parse(Document("a.html", source.encode(), media_type))


def finding(page: Page, text: str, rule: str = "placeholder-leak", nth: int = 0) -> Finding:
    at = -1
    for _ in range(nth + 1):
        at = page.source.index(text, at + 1)
    line, column = page.lines.at(at)
    return Finding(rule, "leak", text, Severity.ERROR, Place("a.html", line, column, line, column + len(text)))


def suppressed(page: Page, *findings: Finding) -> list[str]:
    report = suppress(page, PageReport("a.html", findings), known=KNOWN)
    assert len(report.findings) + len(report.suppressed) == len(findings)
    return [found.text for found in report.suppressed]


def notes(page: Page, *findings: Finding) -> list[str]:
    report = suppress(page, PageReport("a.html", findings), known=KNOWN)
    return [note.text for note in unused_suppressions([("a.html", report.facts.get(UNUSED, {}))])]


class TestDisableNext:
    def test_covers_the_next_element_as_a_whole_and_nothing_behind_it(self) -> None:
        page = page_of(
            "<body>{{zero}}<!-- layoutcheck-disable-next placeholder-leak: by design -->\n"
            "<ul title='{{one}}'><li>{{two}}<li>{{three}}</ul><p>{{four}}</p>"
        )
        found = [finding(page, f"{{{{{name}}}}}") for name in ("zero", "one", "two", "three", "four")]
        assert suppressed(page, *found) == ["{{one}}", "{{two}}", "{{three}}"]

    def test_covers_text_that_stands_before_the_next_element_but_does_not_leave_its_parent(self) -> None:
        page = page_of("<body><p><!-- layoutcheck-disable-next -->{{one}}</p><div>{{two}}</div>")
        assert suppressed(page, finding(page, "{{one}}"), finding(page, "{{two}}")) == ["{{one}}"]

    def test_covers_an_element_whose_end_tag_is_left_out(self) -> None:
        page = page_of("<body><ul><li>{{zero}}<!-- layoutcheck-disable-next --><li>{{one}}<li>{{two}}</ul>")
        assert suppressed(page, *(finding(page, f"{{{{{name}}}}}") for name in ("zero", "one", "two"))) == []
        page = page_of("<body><ul><!-- layoutcheck-disable-next --><li>{{one}}<li>{{two}}</ul>")
        assert suppressed(page, finding(page, "{{one}}"), finding(page, "{{two}}")) == ["{{one}}"]

    def test_covers_the_named_rules_alone(self) -> None:
        page = page_of("<body><!-- layoutcheck-disable-next duplicate-teaser, other-rule --><p>{{one}}</p>")
        assert suppressed(page, finding(page, "{{one}}")) == []
        assert suppressed(page, finding(page, "{{one}}", "duplicate-teaser")) == ["{{one}}"]


class TestDisable:
    SOURCE = (
        "<body>{{a}}<!-- layoutcheck-disable placeholder-leak, duplicate-teaser: reason: why -->{{b}}"
        "<!-- layoutcheck-enable placeholder-leak -->{{c}}<!-- layoutcheck-enable -->{{d}}"
    )

    def test_covers_what_follows_up_to_its_enable(self) -> None:
        page = page_of(self.SOURCE)
        assert suppressed(page, *(finding(page, f"{{{{{name}}}}}") for name in "abcd")) == ["{{b}}"]
        both = [finding(page, f"{{{{{name}}}}}", "duplicate-teaser") for name in "abcd"]
        assert suppressed(page, *both) == ["{{b}}", "{{c}}"]

    def test_covers_the_rest_of_the_page_without_one(self) -> None:
        page = page_of("<body><div>{{a}}<!-- layoutcheck-disable --></div><p>{{b}}</p>")
        assert suppressed(page, finding(page, "{{a}}"), finding(page, "{{b}}")) == ["{{b}}"]

    def test_of_a_page_covers_what_stands_before_it_too(self) -> None:
        page = page_of("<body><p>{{a}}</p><!-- layoutcheck-disable-page placeholder-leak: old template -->")
        assert suppressed(page, finding(page, "{{a}}")) == ["{{a}}"]
        page = page_of("{{a}}<!-- layoutcheck-disable-page -->")  # from its very first character
        assert suppressed(page, finding(page, "{{a}}")) == ["{{a}}"]


class TestWhatIsNoComment:
    def test_a_comment_inside_a_script_or_an_attribute_is_text(self) -> None:
        page = page_of(
            "<body><script>x='<!-- layoutcheck-disable -->'</script><p title='<!-- layoutcheck-disable -->'>{{a}}</p>"
        )
        assert suppressed(page, finding(page, "{{a}}")) == []
        assert notes(page, finding(page, "{{a}}")) == []

    def test_the_real_one_behind_it_is_found(self) -> None:
        page = page_of(
            "<body><p>{{a}}</p><script>'<!-- layoutcheck-disable -->'</script><p>{{b}}</p>"
            "<!-- layoutcheck-disable --><p>{{c}}</p>"
        )
        assert suppressed(page, *(finding(page, f"{{{{{name}}}}}") for name in "abc")) == ["{{c}}"]

    def test_a_dump_has_none(self) -> None:
        page = page_of("<!-- layoutcheck-disable -->\n\nsome text {{a}}\n", "text/plain")
        assert suppressed(page, finding(page, "{{a}}")) == []

    def test_a_page_that_never_names_us_is_not_looked_at(self) -> None:
        page = page_of("<body><!-- a comment -->{{a}}")
        report = PageReport("a.html", (finding(page, "{{a}}"),))
        assert suppress(page, report) is report
        assert "positions" not in page.__dict__


class TestUnused:
    def test_is_told_with_its_place(self) -> None:
        page = page_of("<body>\n<!-- layoutcheck-disable-next duplicate-teaser: x --><p>a</p>")
        report = suppress(page, PageReport("a.html"), known=KNOWN)
        (note,) = unused_suppressions([("a.html", report.facts[UNUSED])])
        assert note.text == '"layoutcheck-disable-next duplicate-teaser" suppresses nothing'
        assert (note.place.line, note.place.column, note.severity) == (2, 1, Severity.INFO)
        assert note.message == "unused"

    def test_weighs_more_where_it_can_never_do_anything(self) -> None:
        report = suppress(page_of("<!-- layoutcheck-disable gone -->"), PageReport("a.html"), known=KNOWN)
        (note,) = unused_suppressions([("a.html", report.facts[UNUSED])])
        assert (note.message, note.severity) == ("fault", Severity.WARNING)

    def test_is_judged_over_the_run_since_a_templates_comment_stands_on_every_page(self) -> None:
        source = "<body><!-- layoutcheck-disable-next placeholder-leak: x --><p>{}</p>"
        facts = []
        for text in ("{{a}}", "fine", "fine too"):
            page = page_of(source.format(text))
            found = (finding(page, "{{a}}"),) if "{{" in text else ()
            facts.append(("a.html", suppress(page, PageReport("a.html", found)).facts[UNUSED]))
        assert list(unused_suppressions(facts)) == []
        (note,) = unused_suppressions(facts[1:])
        assert "on any of 2 pages" in note.text

    def test_names_the_rule_or_directive_that_was_meant(self) -> None:
        assert notes(page_of("<body><!-- layoutcheck-disable duplicate-teasr --><p>a</p>")) == [
            '"layoutcheck-disable duplicate-teasr" suppresses nothing: there is no rule "duplicate-teasr", '
            'did you mean "duplicate-teaser"?'
        ]
        assert notes(page_of("<body><!-- layoutcheck-disabel-next --><p>a</p>")) == [
            '"layoutcheck-disabel-next" suppresses nothing: "layoutcheck-disabel-next" is no directive, '
            'did you mean "disable-next"?'
        ]

    def test_is_not_judged_when_its_rule_did_not_run(self) -> None:
        page = page_of("<body><!-- layoutcheck-disable duplicate-teaser --><p>a</p>")
        facts = [("a.html", suppress(page, PageReport("a.html"), known=KNOWN).facts[UNUSED])]
        assert not list(unused_suppressions(facts, {"placeholder-leak"}.__contains__))
