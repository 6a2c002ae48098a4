# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Exceptions that nobody caught, by language, printed into the page."""

from __future__ import annotations

from layoutcheck.templating.family import Family, Where

_WHERE = Where.READ
_CAUSE = "an exception was not caught, and its trace was written into the page"
_JAVA = r"(?:NullPointer|ClassCast|IllegalArgument|IllegalState|IndexOutOfBounds|NoSuchElement|NumberFormat)Exception"
_DOTNET = r"(?:NullReference|RuntimeBinder|InvalidOperation|ArgumentNull|InvalidCast)Exception"

FAMILIES = (
    Family(
        id="python-trace",
        rule="engine-error",
        engines=("Python",),
        example="Traceback (most recent call last):",
        cause=_CAUSE,
        fix="turn debugging off (DEBUG = False, FLASK_DEBUG=0) and mend what the last line of the trace names",
        cues=(
            r"Traceback \(most recent call last\)",
            r"(?:Attribute|Key|Type|Name|Value)Error: (?:'|&#|name )",
            r" object (?:has no attribute |is not (?:callable|iterable|subscriptable))",
            r"required positional argument",
            r"\.py, line [0-9]+\)",
        ),
        pattern=r"Traceback \(most recent call last\):|\b(?:Attribute|Type)Error: '\w+' object [^\n]{3,120}|'\w+' object (?:has no attribute '\w+'|is not (?:callable|iterable|subscriptable))|\b\w+\(\) missing \d+ required positional arguments?: '|\A\s*[a-z][^\n]{3,80} \([\w<>./-]{1,120}\.py, line \d+\)|\bNameError: name '\w+' is not defined",
        where=_WHERE,
        certain=Where.TEXT,
        more=(
            "AttributeError: 'NoneType' object has no attribute 'title'",
            "'Story' object has no attribute 'author'",
            "'Undefined' object is not callable",
            "render_teaser() missing 1 required positional argument: 'story'",
            "unmatched '}' (story.html.generated.py, line 83)",
        ),
    ),
    Family(
        id="java-trace",
        rule="engine-error",
        engines=("Java",),
        example="java.lang.NullPointerException",
        cause=_CAUSE,
        fix="map the error to a page of its own (<error-page> in web.xml, server.error.include-stacktrace=never) and mend what the trace names",
        cues=(
            r"[\s>]at [a-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_$]+)+\([A-Za-z]+\.java:[0-9]",
            _JAVA,
            r"(?:servlet|jasper|velocity|springframework|hibernate|sling|el|faces)\.[A-Za-z.]*Exception",
            r"java\.(?:io|util|net|sql)\.[A-Za-z]+Exception",
        ),
        pattern=rf"(?:java\.(?:lang|util)\.){_JAVA}\b(?:: [^\n]{{0,160}})?|\b{_JAVA}: [^\n]{{3,160}}"
        r"|\bjava\.(?:io|util|net|sql)\.\w+Exception\b[^\n]{0,160}|(?:javax?|jakarta)\.(?:servlet|el|faces)\.[\w.]{0,200}Exception\b[^\n]{0,160}|org\.(?:apache\.(?:jasper|velocity|tiles|sling)|springframework|hibernate)\.[\w.]{0,200}Exception\b[^\n]{0,160}|\bat [a-z]\w*(?:\.[\w$]+)+\(\w+\.java:\d+\)",
        where=_WHERE,
        certain=Where.TEXT,
        more=("java.lang.NullPointerException: Cannot invoke getTitle()", "java.io.IOException: Stream closed"),
    ),
    Family(
        id="dotnet-trace",
        rule="engine-error",
        engines=(".NET",),
        example="System.NullReferenceException: Object reference not set to an instance of an object.",
        cause=_CAUSE,
        fix='turn details off (customErrors mode="On", app.UseExceptionHandler("/error")) and mend what the trace names',
        cues=(r":line [0-9]", _DOTNET, r"Object reference not set to an instance", r"Compiler Error Message: "),
        pattern=rf"(?:System\.|Microsoft\.CSharp\.RuntimeBinder\.){_DOTNET}\b(?:: [^\n]{{0,160}})?|\b{_DOTNET}: [^\n]{{3,160}}|\bat [\w.`<>]+\([^()\n]{{0,160}}\) in [A-Za-z]:\\[^\n]{{3,160}}:line \d+|(?:Runtime Error: )?Object reference not set to an instance of an object|Compiler Error Message: [A-Z]{{2}}\d{{4}}[^\n]{{0,100}}",
        where=_WHERE,
        certain=Where.TEXT,
        more=("Compiler Error Message: CS1061",),
    ),
    Family(
        id="ruby-trace",
        rule="engine-error",
        engines=("Ruby",),
        example="undefined method `name' for nil:NilClass",
        cause=_CAUSE,
        fix="set config.consider_all_requests_local = false in production, and write author&.name where it may be nil",
        cues=(
            r"undefined method (?:`|'|&#39;|&#x27;)",
            r"undefined local variable or method",
            r"wrong number of arguments \(given ",
            r"\((?:erb|haml|slim|__TEMPLATE__|eval)\):[0-9]+: ",
        ),
        pattern=r"(?:NoMethodError: )?undefined method [`'][\w?!=\[\]]+['`] for (?:nil|#|an instance)[^\n]{0,100}|(?:NameError: )?undefined local variable or method [`'][^\n]{1,120}|\bwrong number of arguments \(given \d+, expected \d[^\n]{0,20}\)|\((?:erb|haml|slim|__TEMPLATE__|eval)\):\d+: [^\n]{3,160}",
        where=_WHERE,
        certain=Where.TEXT,
        more=(
            "(erb):35: syntax error, unexpected end-of-input, expecting `end'",
            "wrong number of arguments (given 0, expected 1)",
        ),
    ),
    Family(
        id="javascript-error",
        rule="engine-error",
        engines=("JavaScript",),
        tongues=((r"ENOENT", ("Node.js",)), (r"svelte", ("Svelte",))),
        example="TypeError: Cannot read properties of undefined (reading 'title')",
        cause="the message of an exception was put into the page instead of a text for readers",
        fix="catch it, log it and show what readers can use; write story?.title where the object may be missing",
        cues=(
            r"TypeError: (?:Cannot|undefined|null|[a-z.]+ is not a function)",
            r"ReferenceError: ",
            r"Uncaught [A-Z]?[A-Za-z]*Error: ",
            r"Cannot read propert(?:y|ies) ",
            r"ENOENT: no such file or directory",
            r">\s?(?:SyntaxError: )?Unexpected token ",
            r"Invalid time value",
            r"svelte\.dev/e/",
        ),
        pattern=r"(?:TypeError: )?\bCannot read propert(?:ies of (?:null|undefined)|y '\w+' of (?:null|undefined))[^\n]{0,80}|(?<!Fatal error: )(?<!Fatal error:  )(?<!\A: )(?<!\A:  )Uncaught (?:[A-Z]\w*)?Error: (?!Minified)(?![^\n]{0,300}\.php:\d)[^\n]{3,160}|TypeError: (?:undefined is not|null is not|Cannot destructure|[\w.]+ is not a function)[^\n]{0,120}|ReferenceError: \w+ is not defined|\bENOENT: no such file or directory, \w+ '[^'\n]{1,160}'|\A\s*(?:SyntaxError: )?Unexpected token '[^'\n]{1,8}'\s*\Z|\A\s*(?:RangeError: )?Invalid time value\s*\Z|\A\s*+[^\n]{3,160}\s+https://svelte\.dev/e/\w+",
        where=_WHERE,
        certain=Where.TEXT,
        more=(
            "TypeError: story.map is not a function",
            "ENOENT: no such file or directory, open '/srv/views/card.pug'",
            "Invalid time value",
        ),
        unlike=(": Uncaught TypeError: implode(): Argument #1 must be of type array in /srv/story.php:1",),
    ),
)
