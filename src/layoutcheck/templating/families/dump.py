# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Objects printed as a programmer would print them: Python, Ruby, Java, Perl, PHP, Lua, Swift."""

from __future__ import annotations

import re

from layoutcheck.core.severity import Severity
from layoutcheck.templating.family import Candidate, Family, Where


def _whole_only(candidate: Candidate) -> Severity | None:
    return None if candidate.whole else Severity.OFF


def _python_list(candidate: Candidate) -> Severity | None:
    """``['a', 'b']`` as a whole value, where a list of words was meant."""
    if not candidate.whole:
        return Severity.OFF
    return None if candidate.where & ~Where.TEXT else Severity.WARNING


def _unnamed(candidate: Candidate) -> Severity | None:
    """``Article@1a2b3c4d``: a class without a package, by the letters and figures of its hash; a user may be called so."""
    code = candidate.text.rpartition("@")[2]
    return Severity.WARNING if len(code) >= 6 and re.search(r"[a-f]", code) and re.search(r"\d", code) else Severity.OFF


#: The whole of a value, with the word before it that a template itself says.
WHOLE = (
    r"\A\s*+(?:(?i:by|von|par|por|di|door|written by|tags?|authors?|keywords|topics?|categor(?:y|ies)|photo|foto|credit|source|section|in)"
    r"\s?:?\s++)?"
)
#: What may stand behind it: the name of the site.
END = r"(?=\s*\Z|\s[|·–—-]\s)"

FAMILIES = (
    Family(
        id="ruby-inspect",
        rule="stringified-value",
        message="object-dump",
        engines=("Ruby", "Elixir"),
        example="#<ActiveStorage::VariantWithRecord:0x00007f3a>",
        cause="the object itself was printed instead of its address or name",
        fix="call the method that gives the text: url_for(image.variant(:thumb)), author.name",
        cues=(
            r"#(?:<|&lt;|%3C)(?:[A-Z]|struct )",
            r"#Ecto\.[A-Z]",
            r"#(?:Function|PID|Reference|Port)(?:<|&lt;)[0-9]",
            r"~[NDTU]\[[0-9]",
            r"%\{[a-z_]+: ?(?:\"|&quot;|&#34;)",
            r"%[A-Z][A-Za-z.]*\{[a-z]",
            r"\{:[a-z]",
            r"(?:\"|&quot;) ?=(?:>|&gt;)",
        ),
        pattern=r"#(?:<|%3C)(?:struct )?[A-Z]\w*(?:(?:::|\.)\w+)*(?:[:\s][^<>]{0,300})?(?:>|%3E|\Z)|#<struct [a-z_]\w*=[^<>]{0,300}>|#(?:Function|PID|Reference|Port)<[\d.]+(?:/\d+)?(?: in [^<>]{1,80})?>|~[NDTU]\[\d[\d: TZ.-]{4,30}\]|\A\s*%\{[a-z_]\w*: \"[^{}<>]{1,300}\}\s*\Z|\A\s*\{:(?:ok|error), [^{}<>]{1,200}\}\s*\Z|#Ecto\.[\w.]+<[^<>]{0,200}>|%[A-Z]\w*(?:\.\w+)*\{[a-z_]\w*: [^{}]{1,300}\}|\A\s*\[?\{(?::\w+|\"\w+\")\s?=>(?:[^<>=]|=>?){1,600}\}\]?\s*\Z",
        tongues=(
            (r"^#(?:Ecto|Function|PID|Ref|Port)|^[%~]|^\{:(?:ok|error),", ("Elixir",)),
            (r"^#<struct|^\[?\{", ("Ruby",)),
        ),
        more=(
            '{:name=>"Ada Moss", :id=>7}',
            '#<struct title="Crane", id=3>',
            "#Function<2.1234/1 in Desk.title>",
            "~N[2026-03-04 12:00:00]",
            '%{title: "Crane", id: 3}',
            '{:ok, "Crane"}',
            '{:one=>"one comment", :other=>"%{count} comments"}',
            '[{"name"=>"Ada"}]',
            '#<Author id: 3, name: "Ada">',
            "#Ecto.Association.NotLoaded<association :author is not loaded>",
            '%Desk.Author{id: 3, name: "Ada"}',
        ),
    ),
    Family(
        id="java-identity",
        rule="stringified-value",
        message="object-dump",
        engines=("Java", "Kotlin", "AEM HTL"),
        example="com.acme.cms.internal.LinkImpl@3c1f0e3f",
        cause="an object without toString() was printed",
        fix="print its member: ${item.link.url}, ${author.name}",
        cues=(
            r"[A-Za-z;]@[0-9a-f]{5}",
            r"\[(?:L(?:java|com|org)\.|[BCDFIJSZ]@)",
            r"java\.(?:util|lang|io)\.[A-Z]",
            r"java\.util\.stream",
            r"kotlin\.Unit",
            r"class (?:com|org|net|java|io|de)\.",
        ),
        pattern=r"(?<![\w.@/$-])[A-Z]\w*(?:\$\w+)+@[0-9a-f]{5,8}(?![\w.])|(?<![\w.@/-])(?:\[L)?[a-z]\w*(?:\.[a-z]\w*)+\.[A-Z][\w$]*;?@[0-9a-f]{5,8}(?![\w.])|\[(?:L(?:java|com|org)\.[\w.$]+;|[BCDFIJSZ])@[0-9a-f]{5,8}|(?<![\w.])java\.util\.(?:ArrayList|HashMap|stream\.\w+(?:\$\w+)?|Optional|LinkedList|Collections\$\w+)(?:@[0-9a-f]+)?|(?<![\w.])java\.util\.GregorianCalendar\[time=[^<>]{1,300}|\A\s*(?:kotlin\.Unit|class [a-z]\w*(?:\.\w+)+\.[A-Z]\w*)\s*\Z",
        more=(
            "java.util.GregorianCalendar[time=1772615700000,areFieldsSet=true]",
            "[Ljava.lang.String;@1b2c3d4e",
            "[I@2e951340",
            "By Desk$Author@21be3395",
        ),
        unlike=("write to ada.moss@deadbeef.example",),
        judge=lambda c: Severity.WARNING if "@" not in c.text else None,
    ),
    Family(
        id="java-identity-short",
        rule="stringified-value",
        message="object-dump",
        engines=("Java", "Kotlin"),
        example="Article@1a2b3c4d",
        cause="an object without toString() was printed",
        fix="print its member: ${article.title}",
        cues=(r"[A-Za-z;]@[0-9a-f]{5}",),
        pattern=WHOLE + rf"(?P<leak>[A-Z][A-Za-z0-9]{{2,60}}@[0-9a-f]{{6,8}}){END}",
        where=Where.READ,
        judge=_unnamed,
        more=("By Author@7f31c2aa", "Editor@1a2b3c9 | Harbour Post"),
        unlike=("Anna@123456", "Gudrun@decade", "write to Ada@1a2b3c4d.example"),
    ),
    Family(
        id="python-repr",
        rule="stringified-value",
        message="object-dump",
        engines=("Python", "Django"),
        example="<Author object at 0x7f3a12cd>",
        cause="the object itself was printed: its class has no __str__, or a method was not called",
        fix="define __str__, call the method, or print the member: {{ author.name }}",
        cues=(
            r"(?:<|&lt;)(?:bound method|built-in |function |generator object|QuerySet|module |class '|class &#)",
            r"object at 0x",
            r"datetime\.datet?i?m?e?\(",
            r"(?:OrderedDict|defaultdict|dict_keys|dict_values|Decimal|Undefined)\([\[{'\"&]",
            r"Manager object",
            r"(?:<|&lt;)Response \[",
            r"QueryDict: \{",
        ),
        pattern=r"<(?:bound method|built-in (?:method|function)|function|generator object|QuerySet|module|class) [^<>]{1,200}(?:<[^<>]{0,120}>[^<>]{0,60}){0,20}>|<?(?<![\w.])[\w.]+ object at 0x[0-9a-fA-F]+>{0,2}|datetime\.(?:datetime|date|timedelta)\([\d, =a-z._<>:A-Z]{1,120}\)"
        r"|(?:OrderedDict|defaultdict|dict_keys|dict_values|dict_items)\(\[[^<>]{0,200}\]?\)?|(?<!\w)Decimal\('[\d.]+'\)|<Response \[\d{3}\]>|<?QueryDict: \{[^<>{}]{0,200}\}>?",
        more=(
            "<bound method Story.get_url of <Story: Flood>>",
            "datetime.datetime(2024, 3, 1, 9, 30)",
            "<QuerySet [<Tag: World>, <Tag: Sea>]>",
            "Decimal('4.50')",
        ),
    ),
    Family(
        id="python-list",
        varied=True,
        rule="stringified-value",
        message="object-dump",
        engines=("Python", "Jinja", "JavaScript"),
        tongues=((r"[\[(]u?'|b'", ("Python", "Jinja")), (r"\[\s*\"", ("JavaScript", "Ruby"))),
        example="['Politics', 'World']",
        cause="a list was printed instead of being joined",
        fix="join it: {{ tags|join(', ') }}, tags.join(', ')",
        cues=(
            r"\[\s+(?:\"|&quot;|&#34;|')[A-Za-z]",
            r"[>\"'=\s]\[(?:'|u'|&#(?:0?39|x27);|&quot;)[A-Za-z]",
            r"[>\"'\s]b(?:'|&#(?:0?39|x27);)[0-9A-Za-z\\]",
            r"(?:'|&#(?:0?39|x27);),\)",
        ),
        pattern=WHOLE
        + r"\[\s*u?(?:'[^'\[\]]{1,80}'|\"[^\"\[\]]{1,80}\")(?:,\s*u?(?:'[^'\[\]]{0,80}'|\"[^\"\[\]]{0,80}\"))*\s*\]\s*\Z|\A\s*b'[^']{1,200}'\s*\Z|\A\s*\('[^'()]{1,200}',\)\s*\Z",
        where=Where.TEXT | Where.TITLE | Where.META | Where.LABEL,
        at=Where.META,
        named="keywords",
        judge=_python_list,
        more=("b'Flood in the valley'", "b'4 March 2026'", "By ['Ada Moss', 'Jo Moe']", "('Flood in the valley',)"),
    ),
    Family(
        id="perl-reference",
        rule="stringified-value",
        message="object-dump",
        engines=("Perl", "Template Toolkit", "Lua"),
        example="HASH(0x55d0c8a4e2b8)",
        cause="a reference was printed instead of what it refers to",
        fix="dereference it: $author->{name}, join(', ', @{$tags}); [% author.name %]",
        cues=(r"(?:HASH|ARRAY|CODE|SCALAR|GLOB|REF)\(0x", r"(?:table|userdata|function): 0x"),
        pattern=r"(?:(?<![\w:])[\w:]+=)?(?:HASH|ARRAY|CODE|SCALAR|GLOB|REF)\(0x[0-9a-f]+\)|\b(?:table|userdata|function): 0x[0-9a-f]{6,}",
        more=("ARRAY(0x1c9d0f8)", "table: 0x5581c0d2f1e0"),
    ),
    Family(
        id="php-dump",
        varied=True,
        rule="stringified-value",
        message="object-dump",
        engines=("PHP",),
        example="stdClass Object ( [title] => Flood )",
        cause="print_r or var_dump was left in the template, or an object was printed",
        fix="delete the debugging line and print a member: <?= esc_html($post->title) ?>",
        cues=(
            r"stdClass",
            r"Array\s*\(\s*\[",
            r"(?:string|array|object|bool)\([0-9A-Za-z_\\]+\)",
            r"Resource id #",
            r"[A-Za-z0-9_] Object\s*\(",
            r"array ?\(\s*(?:'|&#(?:0?39|x27);|[0-9]+ =)|__set_state\(",
            r"(?:int|float|enum)\([0-9A-Z][0-9A-Za-z\\.:-]*\)",
            r"a:[0-9]+:\{(?:s|i):[0-9]",
            r"O:[0-9]+:(?:\"|&quot;|&#34;)[A-Za-z\\]",
            r"By Array\s*<|Array, Array",
            r"could not be converted to ",
        ),
        pattern=r"(?:stdClass|[A-Z]\w{0,99})\s+Object\s*\(\s*\[(?:[^<>=]|=>?){0,200}|\bClosure Object\s*\(\s*\)|(?:\A\s*array |\(object\) array ?)\(\s*(?:'\w+'|\d+) => (?:[^<>=]|=>?){1,400}|(?<![\w\\])\\?\w++::__set_state\(array\((?:[^<>=]|=>?){0,200}|\A\s*(?:(?:int|float)\(-?\d[\d.E+-]{0,30}\)|enum\([A-Z][\w\\]{0,60}::\w{1,60}\))\s*\Z|\ba:\d+:\{(?:s:\d+:\"|i:\d+;)(?:[^<>=]|=>?){1,400}|\bO:\d+:\"[\w\\]{1,100}\":\d+:\{(?:[^<>=]|=>?){0,400}|\A\s*By (?P<leak>Array)\s*\Z|\bArray, Array\b|\bArray\s*\(\s*\[\w+\]\s*=>(?:[^<>=]|=>?){0,200}|(?:string|array)\(\d+\) [\"{](?:[^<>=]|=>?){0,160}|object\([A-Za-z][\w\\]*\)#\d+ \(\d+\) \{(?:[^<>=]|=>?){0,160}|bool\((?:true|false)\)|Object of class \w+ could not be converted to \w+|Resource id #\d+",
        where=Where.READ,
        more=(
            "Array ( [0] => news )",
            'string(5) "Flood"',
            "object(WP_Post)#12 (3) {",
            "Resource id #4",
            "Author Object ( [name] => Ada )",
            "Closure Object ( )",
            "array ( 'title' => 'Flood', )",
            "int(12)",
            'a:1:{s:5:"title";s:5:"Flood";}',
            'O:8:"stdClass":1:{s:5:"title";s:5:"Flood";}',
            "By Array",
            'object(stdClass)#2 (2) { ["title"]=>',
        ),
    ),
    Family(
        id="php-array",
        rule="stringified-value",
        message="object-dump",
        engines=("PHP",),
        example="Array",
        cause="an array was printed; PHP writes its type instead",
        fix="print an element or join it: <?= implode(', ', $tags) ?>",
        cues=(r"[>\"'=\s]Array\s*[<\"']",),
        pattern=r"\A\s*Array\s*\Z",
        where=Where.META | Where.LABEL | Where.TITLE | Where.TEXT | Where.JSONLD,
        certain=Where.META | Where.JSONLD,
        at=Where.META,
        named="description",
        judge=lambda c: (
            Severity.OFF if c.where is Where.TEXT and c.tag in {"a", "code", "td", "th", "option", "h2", "h3"} else None
        ),
    ),
)
