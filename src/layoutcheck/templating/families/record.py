# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Records, JSON and collections printed where one of their members was meant, and a program's lines about its switches."""

from __future__ import annotations

import re

from layoutcheck.core.severity import Severity
from layoutcheck.templating.families.dump import END, WHOLE
from layoutcheck.templating.families.smarty import MEMBERS
from layoutcheck.templating.family import Candidate, Family, Where
from layoutcheck.templating.slot import is_filled

#: A program's own line about a switch: ``isPremium is false``.
_SWITCH = r"(?:is|has|can|should)[A-Z][A-Za-z]+"
#: Names of ``meta`` that hold words, not settings.
_WORDS_META = re.compile(r"(?i)(?:^|[:._-])(?:title|description|author|creator|section|tags?|keywords|site_name|alt)$")


def _empty(candidate: Candidate) -> Severity | None:
    """``[]`` and ``{}``: as a heading, a caption or a picture's text; elsewhere scripts keep their data."""
    where, element = candidate.where, candidate.element
    if where is Where.META:
        return None if _WORDS_META.search(candidate.name) else Severity.OFF
    if where is Where.LABEL and candidate.name == "alt":
        return Severity.INFO if "[]" in candidate.text else None  # text browsers' users drew bullets so
    if where is Where.LABEL:
        return None if candidate.name == "aria-label" else Severity.OFF
    if where is Where.TEXT and element is not None:
        return None if re.fullmatch(r"h[1-6]|time|figcaption", element.tag) or is_filled(element) else Severity.OFF
    return None


FAMILIES = (
    Family(
        id="record-dump",
        varied=True,
        rule="stringified-value",
        message="object-dump",
        engines=("Java", "Kotlin", "Python", "Django"),
        tongues=(
            (r"Optional(?:\[|\.empty)", ("Java",)),
            (r"\{'|='[^']*', \w+=\d+\)|=\d+, \w+='[^']*'\)", ("Python",)),
            (r" object \(\d|<[A-Z]\w+: ", ("Django",)),
            (r"\w\{\w+=|^\W*\{\w+=", ("Java",)),
            (r"\w\[\w+=", ("Java",)),
            (r"\w\(\w+=", ("Kotlin", "Java", "Python")),
        ),
        example="Author(id=3, name=Ada Moss)",
        cause="a record or data class was printed; its text form lists its members",
        fix="print the member: ${author.name}, {{ author.name }}",
        cues=(
            r"\([a-z][A-Za-z_]*=",
            MEMBERS,
            r"Optional(?:\[|\.empty)",
            r"\[[a-z][A-Za-z]*=[^\s<>\"']*, ",
            r" object \([0-9]",
            r"\{(?:'|&#(?:0?39|x27);)[a-z_]",
            r"&lt;[A-Z][A-Za-z]+(?::? |\()",
        ),
        pattern=WHOLE
        + r"(?:\[[A-Z][A-Za-z]+[\[({][a-z]\w*=[^<>]{1,400}[\])}]\]|[A-Z][A-Za-z]+(?:\[[a-z]\w*=[^\[\]=]{0,120}(?:, [a-z]\w*=[^\[\]=]{0,120})+\]|\([a-z]\w*=[^()=]{0,120}(?:, [a-z]\w*=(?:[^()=]|\([^()]{0,120}\)){0,120})+\)|\{[a-z]\w*=[^{}=]{0,120}(?:, [a-z]\w*=[^{}=]{0,120})+\})|[A-Z][A-Za-z]+\([a-z]\w*='[^'()]{1,120}'\)|\{[a-z]\w*=[^{}=<>]{0,120}(?:, [a-z]\w*=[^{}=<>]{0,120})+\}"
        r"|Optional(?:\[[^\[\]]{1,120}\]|\.empty)|<?[A-Z]\w+ object \(\d+\)>?|<[A-Z][A-Za-z]+(?: \d+| id=\d+[^<>]{0,120}| '[^'<>]{1,60}'|\([a-z]\w*=[^<>]{1,160}\))>|\{'[a-z_]\w*': [^<>]{1,300}\}|<[A-Z][A-Za-z]+: [^<>]{1,80}>|\[<[A-Z][A-Za-z]+: [^<>]{1,80}>(?:, <[A-Z][A-Za-z]+: [^<>]{1,80}>){0,20}\])"
        + END,
        where=Where.WORDS,
        certain=Where.NOWHERE,
        judge=lambda c: (
            Severity.OFF if c.where is Where.META and re.search(r"(?i)meta-?data|json|config|parsely", c.name) else None
        ),
        more=(
            "{'name': 'Ada Moss'}",
            "<Author: Ada Moss>",
            "Author{id=3, name='Ada'}",
            "Author[id=3, name=Ada Moss]",
            "[Desk{id=3, name='World'}, Desk{id=3, name='Sea'}]",
            "{name=Ada, id=3}",
            "Optional[Ada]",
            "Author object (3)",
            "By Author(name=Ada, id=3)",
            "[<Author: Ada Moss>, <Author: Jo Moe>]",
            "<Article: Flood in the valley> | Harbour Post",
            "<Article 3>",
            "<Article id=3>",
            "Article(title='Flood')",
            "<Article object (3)>",
        ),
        unlike=("Moss (born 1901)", "f(x=1)", "<Ada Moss>"),
    ),
    Family(
        id="wrapped-value",
        varied=True,
        rule="stringified-value",
        message="object-dump",
        engines=("Scala", "Rust", "Swift"),
        tongues=(
            (r"(?:Ok|Err)\(", ("Rust",)),
            (r"Optional\(", ("Swift",)),
            (r"Some\([A-Z]\w*\(\d", ("Scala",)),
            (r"Some\(", ("Scala", "Rust")),
        ),
        example="Some(Ada Moss)",
        cause="a value that may be missing was printed with what wraps it",
        fix='unwrap it: author.getOrElse("") in Scala, author.unwrap_or_default() in Rust, author ?? "" in Swift',
        cues=(r"(?:Some|Ok|Err|Optional|Right|Left|Success|List|Vector|Seq)\((?:[A-Z]|\"|&quot;|&#34;)",),
        pattern=WHOLE
        + r"(?:(?:Some|Err|Optional)\([A-Z](?:[^()<>]|\([^()<>]{0,160}\)){1,200}\)|(?:Ok|Err|Right|Left|Success|List|Vector|Seq)\(\"[^()<>]{1,200}\"\)|(?:List|Vector|Seq)\([A-Z][^(),<>]{1,80}(?:, [A-Z][^(),<>]{1,80}){1,20}\))"
        + END,
        where=Where.READ,
        certain=Where.NOWHERE,
        more=("Some(Author(3,Ada))", 'Ok("Flood")', "Err(NotFound)", "List(World, Sea)", "By Some(Ada Moss)"),
        unlike=("Some (Ada Moss)", "Right(ly) so", "Left(Overs)", "List(ed) buildings", "Optional(e)"),
    ),
    Family(
        id="net-record",
        varied=True,
        rule="stringified-value",
        message="object-dump",
        engines=(".NET",),
        example="Author { Id = 3, Name = Ada Moss }",
        cause="a record or an anonymous object was printed; its text form lists its members",
        fix="print the member: @Model.Author.Name",
        cues=(r"\{ [A-Z][A-Za-z]* = [^<>{}]",),
        pattern=r"\A\s*(?:[A-Z]\w{0,60} )?\{ [A-Z]\w* = [^{}<>=]{0,200}(?:, [A-Z]\w* = [^{}<>=]{0,200}){0,30} \}\s*\Z",
        where=Where.READ,
        more=("{ Title = Flood, Id = 3 }",),
        unlike=("{ A = b", "the set { x = 3 }"),
    ),
    Family(
        id="empty-collection",
        rule="stringified-value",
        message="object-dump",
        engines=("JavaScript", "Python", "PHP"),
        example="[]",
        cause="a list or an object without members was printed where text is wanted",
        fix="join the list, and leave the element out when it is empty: {% if tags %}{{ tags|join(', ') }}{% endif %}",
        cues=(r"(?:alt|content|label)=[\"'](?:\[\]|\{\})[\"']", r">(?:\[\]|\{\})<", r": ?\"(?:\[\]|\{\})\""),
        pattern=r"\A\s*(?:\[\]|\{\})\s*\Z",
        where=Where.READ,
        certain=Where.NOWHERE,
        judge=_empty,
        at=Where.META,
        named="description",
        more=("{}",),
    ),
    Family(
        id="switch-dump",
        rule="stringified-value",
        message="object-dump",
        engines=("own code",),
        example="isPremium is false",
        cause="a line that was written for debugging was left in the template",
        fix="delete the line, or write it to the log",
        cues=(r"(?: is |=|: )(?:true|false)\s?<",),
        pattern=rf"\A\s*{_SWITCH}\s?(?:is|==?|:)\s?(?:true|false)\s*\Z",
        where=Where.TEXT,
        certain=Where.NOWHERE,
        more=("hasVideo: true", "isEligible=false"),
        unlike=("isPremium", "It is false"),
    ),
)
