# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""What Go's templates and ``fmt`` print when something is wrong."""

from __future__ import annotations

from layoutcheck.templating.family import Family, Where

FAMILIES = (
    Family(
        id="go-unsafe",
        rule="placeholder-leak",
        engines=("Go html/template", "Hugo"),
        example="/updates/#ZgotmplZ",
        cause="the contextual escaper refused the value: an unsafe scheme or type in an address or a style",
        fix="mark a trusted value as safe: {{ .Link | safeURL }} in Hugo, template.URL(link) in Go",
        cues=(r"ZgotmplZ",),
        pattern=r"#?ZgotmplZ",
        at=Where.URL,
        more=("#ZgotmplZ",),
    ),
    Family(
        id="go-format",
        rule="placeholder-leak",
        engines=("Go fmt",),
        example="Hello %!s(MISSING)ign",
        cause="text with a percent sign was used as a format, or an argument is missing",
        fix='write fmt.Fprint(w, text) or fmt.Fprintf(w, "%s", text); double a literal percent sign',
        cues=(
            r"%![^(<]{0,3}\(",
            r"! ?\(MISSING",
        ),
        pattern=r"%![^\s(]{0,2}\((?:MISSING|EXTRA[^()]{0,80}|BADINDEX|NOVERB|BADWIDTH|BADPREC|PANIC=[^()]{0,80}|(?:string|u?int\d*|float\d*|bool|\*?[a-z]\w*\.[A-Z]\w*|\[\]\w+|map\[\w+\]\w+)=[^()]{0,80}|<nil>)\)|! ?\(MISSING\)|%![sdvqxtf]\(\Z",
        more=("foo%!;(MISSING)alert", "100%!d(string=many)", "%!v(PANIC=String method: nil)", "! (MISSING)"),
    ),
    Family(
        id="go-no-value",
        rule="placeholder-leak",
        engines=("Go text/template", "Helm"),
        example="<no value>",
        cause="the key is absent from the map that the template was given",
        fix='give a default: {{ .Title | default "Untitled" }}, or make it fail with Option("missingkey=error")',
        cues=(r"(?:<|&lt;)no value(?:>|&gt;)",),
        pattern=r"<no value>",
    ),
    Family(
        id="go-nil",
        rule="placeholder-leak",
        engines=("Go",),
        example="<nil>",
        cause="a nil pointer, interface or error was printed; inside braces it is a member of a struct that was printed whole",
        fix="print a field that is set: {{ with .Author }}{{ .Name }}{{ end }}; fmt.Sprint(author.Name)",
        cues=(r"(?:<|&lt;)nil(?:>|&gt;)",),
        pattern=r"\A\s*(?:By\s+)?\[?&?\{[^{}<>]{1,200}<nil>[^{}<>]{0,100}\}\]?\s*\Z|<nil>",
        more=("By {Ada Moss 7 <nil>}", "[{World 1 <nil>}]"),
    ),
    Family(
        id="go-dump",
        varied=True,
        rule="stringified-value",
        message="object-dump",
        engines=("Go",),
        example="map[title:Flood id:3]",
        cause="a map, a struct or a pointer was printed with %v instead of one of its fields",
        fix="print the field: {{ .Article.Title }}; fmt.Sprint(article.Title)",
        cues=(
            r"map\[[a-zA-Z\"&]",
            r"interface ?\{\}\{",
            r"\} \{[A-Z]",
            r"&(?:amp;)?\{[A-Z]",
            r"0xc000[0-9a-f]",
        ),
        pattern=r"\A\s*(?:(?i:by|tags?|photo|credit|source|in)\s?:?\s+)?(?P<leak>map\[[\w\"-]+:[^\[\]<>]{0,300}\]|&\{[A-Z][^{}<>]{1,200}\}|\[\{[A-Z][^{}<>]{1,120}\}(?: \{[A-Z][^{}<>]{1,120}\}){1,20}\]|0xc000[0-9a-f]{6}"
        r"|(?:map\[\w{1,40}\]|\[\])interface ?\{\}\{[^<>]{0,300}\})(?=\s*\Z|\s[|·–—-]\s)",
        where=Where.WORDS | Where.JSONLD,
        more=(
            "By map[name:Ada Moss]",
            "map[title:Flood id:3] | Harbour Post",
            "[{Flood 3} {Crane 4}]",
            'map[string]interface {}{"name":"Ada"}',
            "&{Flood 3 2024-01-01}",
            "0xc000010200",
        ),
        unlike=("map[ped] by hand", "map [1:5000]", "[{a} {b}]"),
    ),
)
