# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Functions and objects printed as JavaScript prints them, and JSON in place of a value."""

from __future__ import annotations

from layoutcheck.core.severity import Severity
from layoutcheck.templating.family import Candidate, Family, Where
from layoutcheck.templating.slot import is_filled

#: Elements whose text nobody keeps for scripts.
_READ = frozenset("h1 h2 h3 h4 h5 h6 p li a time figcaption button blockquote q cite".split())


def _shown_object(candidate: Candidate) -> Severity | None:
    """JSON or a function where readers read: elements of no meaning, and the attributes of scripts, hold it for scripts."""
    if candidate.where is Where.LABEL:
        return None if candidate.name in ("alt", "aria-label", "placeholder") else Severity.OFF
    element = candidate.element
    if candidate.where is Where.TEXT and element is not None and candidate.tag not in _READ and not is_filled(element):
        return Severity.OFF
    return None


FAMILIES = (
    Family(
        id="javascript-source",
        rule="stringified-value",
        message="object-dump",
        engines=("JavaScript", "Swift", "Rust"),
        tongues=((r"^\s*Optional", ("Swift",)), (r"^\s*Some\(", ("Rust",)), (r"", ("JavaScript",))),
        example="function () { [native code] }",
        cause="a function or a wrapped value was printed instead of being called or unwrapped",
        fix='call it: title(); in Swift unwrap it: title ?? "", in Rust title.unwrap_or_default()',
        cues=(
            r"\[native code\]",
            r"[>\s]function ?\(",
            r"(?:Optional|Some)\((?:\\?\"|&quot;|&#34;|[0-9])",
            r"Promise \{ ",
            r"\) ?=(?:>|&gt;)",
            r"[a-z] =(?:>|&gt;) ",
            r"class [A-Z][A-Za-z]+ ?(?:extends [A-Za-z.]+ ?)?\{",
            r"async function",
            r"\[(?:Async)?(?:Function|Getter)[: (\]]",
            r"(?:Map|Set)\([0-9]+\) \{",
            r"Symbol\(",
            r"\{ ?[a-z][A-Za-z_]*: (?:'|&#(?:0?39|x27);|[0-9\[{]|[A-Z][A-Za-z]+ \{|null|undefined|true|false)",
        ),
        pattern=r"(?:function \w*\([\w, ]*\)|(?<!\w)\w+\(\)) ?\{ ?\[native code\] ?\}|\A\s*function ?\([\w, ]{0,60}\)\s*\{[^<>]{0,400}\}\s*\Z|\A\s*(?:async )?function ?\w*\([\w, ]{0,60}\)\s*\{[^<>]{0,400}\}\s*\Z|\A\s*(?:async\s?)?(?:\([\w, {}]{0,60}\)\s?=>\s?\S|([a-z]\w{0,30}) => \1[.\[(])[^<>]{0,400}\Z|\A\s*class [A-Z]\w{0,40}\s?(?:extends [\w.]{1,40}\s?)?\{\s*(?:\}|(?:static |async )?#?\w+\()[^<>]{0,400}\Z|\[(?:Async)?Function(?:: [\w $.]{1,60}| \(anonymous\))?\]|\A\s*(?:By )?(?:Map|Set)\(\d+\) \{[^<]{0,400}\}\s*\Z|\A\s*(?:By )?Symbol\([\w.]{0,40}\)\s*\Z|\A\s*(?:By )?[A-Z][A-Za-z]{1,40} \{ ?[a-z]\w*: (?:'|\d|\[|\{|null|undefined|true|false)[^<>]{0,400}\}\s*\Z|\b(?:Optional|Some)\(\\?\"[^\"<>\\]{0,120}\\?\"\)|\A\s*(?:Optional|Some)\(\d{1,12}\)\s*\Z|Promise \{ (?:<pending>|[^<>{}]{1,80}) \}|\A\s*\{ [a-z]\w*: (?:'|\d|[A-Z]\w{0,40} \{)[^<>]{0,400}\}\s*\Z",
        more=(
            'Optional("Flood")',
            'Some("Ada Moss")',
            "Optional(3)",
            "Promise { <pending> }",
            "function () { return this.title; }",
            "() => story.title",
            "async () => {}",
            "[Function: title]",
            "Symbol(title)",
            "Author { name: 'Ada Moss', id: 7 }",
            "Map(1) { 'a' => 1 }",
        ),
        unlike=("a => b", "class Act { of 1998 }", "Lamps { and cranes }"),
    ),
    Family(
        id="json-object",
        varied=True,
        rule="stringified-value",
        message="object-dump",
        engines=("JavaScript", "PHP", "JSON"),
        tongues=((r"\{\n {2}\"", ("Vue", "JavaScript")),),
        example='{"title":"Flood","author":"Ada Moss"}',
        cause="an object was serialised where one of its members is wanted",
        fix="print the member: {{ article.title }}, not {{ article | json }}",
        cues=(
            r">\s?\[?\{\s*(?:\"|&quot;|&#34;)[A-Za-z_]",
            r"By \{\s*(?:\"|&quot;|&#34;)[A-Za-z_]",
            r"(?:alt|aria-label|placeholder)=[\"']\[?\{ ?(?:\"|&quot;|&#34;)[A-Za-z_]",
        ),
        pattern=r"\A\s*+(?:By\s++)?(?:\[\s*+)?\{\s*+\"[A-Za-z_][\w:@-]*\"\s*:[^<>]{1,2000}(?:\}\]?|…|\.\.\.)\s*\Z",
        where=Where.TEXT | Where.LABEL | Where.TITLE,
        judge=_shown_object,
        named="h1",
        more=('[{"name":"Ada Moss"}]', '{"type":"paragraph","text":"The old crane will be…'),
        unlike=('{"title"}',),
    ),
)
