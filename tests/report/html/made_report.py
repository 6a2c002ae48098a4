"""Reports made for the tests: pages of our own with faults at true places, and the JSON report of them."""

from __future__ import annotations

from hashlib import blake2b
from html import escape
from typing import Any

SECTIONS = ("world", "sport", "economy", "culture", "اقتصاد")
BIDI = "safe\u202etxt.exe\u202c\u200b"
RAZOR = "Shop.Models.Section?.Name?.ToUpper()"
#: What Jenkins sends with the pages of a build.
STRICT = "sandbox; default-src 'none'; img-src 'self'; style-src 'self'"
SCHEMA = "https://layoutcheck.dev/schemas/report"


def print_of(*words: object) -> str:
    """16 hexadecimal digits, as fingerprints and cause ids are."""
    return blake2b("\0".join(map(str, words)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


class Page:
    """A page whose findings are placed by looking for their text."""

    def __init__(self, uri: str, source: str, section: str = "") -> None:
        self.uri = uri
        self.source = source
        self.section = section or uri.partition("/")[0]
        self.findings: list[dict[str, Any]] = []
        self.failures: list[dict[str, Any]] = []
        self.suppressed: list[dict[str, Any]] = []
        self.outline: list[dict[str, Any]] = []

    def place(self, text: str, nth: int = 0, **more: str) -> dict[str, Any]:
        """The place of the ``nth`` copy of ``text``."""
        at = -1
        for _ in range(nth + 1):
            at = self.source.index(text, at + 1)
        line = self.source.count("\n", 0, at) + 1
        column = at - (self.source.rfind("\n", 0, at) + 1) + 1
        end = at + len(text)
        end_line = self.source.count("\n", 0, end) + 1
        end_column = end - (self.source.rfind("\n", 0, end) + 1) + 1
        excerpt = " ".join(text.split())
        found = {"line": line, "column": column, "end_line": end_line, "end_column": end_column}
        return {**found, "excerpt": excerpt[:200], **more}

    def add(
        self,
        rule: str,
        message: str,
        text: str,
        severity: str,
        place: dict[str, Any],
        *,
        cause: str = "",
        data: dict[str, Any] | None = None,
        also: list[dict[str, Any]] | None = None,
        known: bool = False,
    ) -> None:
        """Add a finding."""
        where = place.get("where", "")
        self.findings.append(
            {
                "rule": rule,
                "message": message,
                "text": text,
                "severity": severity,
                "place": place,
                "also": also or [],
                "data": data or {},
                "help": f"https://layoutcheck.dev/rules/{rule}",
                "fingerprint": print_of(self.uri, rule, message, place.get("excerpt", ""), len(self.findings)),
                "cause": print_of(rule, message, where, cause),
                "known": known,
            }
        )

    def part(self, pointer: str, text: str, nth: int = 0) -> None:
        """Add a part to the outline."""
        self.outline.append({"pointer": pointer, "text": text, "line": self.place(text, nth)["line"]})

    @property
    def told(self) -> dict[str, Any]:
        """The page as the JSON report has it."""
        self.findings.sort(key=lambda told: (told["place"]["line"], told["place"]["column"]))
        page = {
            "uri": self.uri,
            "section": self.section,
            "schema": "article",
            "findings": self.findings,
            "failures": self.failures,
            "suppressed": self.suppressed,
        }
        return {**page, "outline": self.outline} if self.outline else page


def article(uri: str, headline: str, *, leak: str = "", paragraphs: int = 6, lang: str = "en", body: str = "") -> Page:
    """A story with a header, a body, and three teasers; ``leak`` stands where the first teaser's label belongs."""
    told = [
        f"    <p>Paragraph {n} of the story about the harbour, with a sentence that a reader would read.</p>"
        for n in range(1, paragraphs + 1)
    ]
    teasers = []
    for n, title in enumerate(("Council votes on the new bridge", "Ferry timetable changes", "Museum opens late"), 1):
        label = leak if leak and n == 1 else f"LABEL {n}"
        teasers.append(
            f'      <li class="teaser"><span class="label">{escape(label)}</span>\n'
            f'        <a href="/s/{n}"><img src="/i/{n}.jpg" alt="{title}"><h3>{title}</h3></a></li>'
        )
    page = Page(
        uri,
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n  <meta charset="utf-8">\n  <title>{headline}</title>\n'
        f'  <meta property="og:title" content="{{{{ article.title }}}}">\n</head>\n<body>\n  <header class="site">\n'
        f'    <nav><ul><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>\n  </header>\n'
        f'  <main><article>\n    <h1>{headline}</h1>\n    <p class="dateline">OSTHAVEN</p>\n'
        + "\n".join(told)
        + f"\n{body}\n  </article>\n  <aside><h2>More stories</h2>\n    <ul>\n"
        + "\n".join(teasers)
        + "\n    </ul></aside></main>\n  <footer><p>About this paper</p></footer>\n</body>\n</html>\n",
    )
    page.part("/headline", headline, nth=1)
    page.part("/dateline", "OSTHAVEN")
    for n in range(1, paragraphs + 1):
        page.part(
            f"/body/{n - 1}", f"Paragraph {n} of the story about the harbour, with a sentence that a reader would read."
        )
    for n, title in enumerate(("Council votes on the new bridge", "Ferry timetable changes", "Museum opens late")):
        page.outline.append(
            {
                "pointer": f"/teasers/{n}/label",
                "text": leak if leak and not n else f"LABEL {n + 1}",
                "line": page.place('<li class="teaser">', n)["line"],
            }
        )
        page.part(f"/teasers/{n}/headline", title, nth=1)
    return page


def add_leak(page: Page, leak: str = RAZOR, *, known: bool = False) -> None:
    """The leaked expression in the first teaser's label."""
    page.add(
        "placeholder-leak",
        "leak",
        f'leaked Razor expression "{leak}"',
        "error",
        page.place(
            escape(leak),
            selector="html > body > main > aside > ul > li:nth-of-type(1) > span.label",
            xpath="/html/body/main/aside/ul/li[1]/span",
            pointer="/teasers/0/label",
            where="section label of the first teaser",
        ),
        cause=leak,
        known=known,
        data={
            "engine": "Razor",
            "cause": "classic Razor ends an implicit expression at `?`, so the rest stayed literal",
            "fix": "wrap the expression: `@(Model.Section?.Name)`",
            "certainty": "certain",
            "expected": "a section label, such as WORLD",
            "found": leak,
            "template": {"file": "Views/Shared/_Card.cshtml", "line": 12},
        },
    )


def add_meta_leak(page: Page) -> None:
    """The leaked expression in og:title, which no reader sees."""
    page.add(
        "placeholder-leak",
        "leak",
        'leaked placeholder "{{ article.title }}"',
        "error",
        page.place(
            "{{ article.title }}",
            selector="html > head > meta:nth-of-type(2)",
            xpath="/html/head/meta[2]/@content",
            where="meta og:title",
        ),
        cause="{{ article.title }}",
        data={
            "engines": ["Jinja", "Django", "Twig", "Handlebars", "Vue"],
            "cause": "the template was sent without being rendered",
            "fix": "render the template before the page is published",
        },
    )


def add_dateline(page: Page) -> None:
    """A dateline without a source."""
    page.add(
        "malformed-dateline",
        "no-source",
        'dateline "OSTHAVEN" has a place and no source',
        "warning",
        page.place(
            "OSTHAVEN", selector="html > body > main > article > p.dateline", pointer="/dateline", where="dateline"
        ),
        data={"place": "OSTHAVEN", "expected": "OSTHAVEN (Agency)"},
    )


def add_double(page: Page, title: str = "Council votes on the new bridge") -> None:
    """A headline that repeats its picture's alt text."""
    page.add(
        "redundant-alt",
        "same",
        f'alt text repeats the headline "{title}"',
        "info",
        page.place(title, 0, pointer="/teasers/0/alt", where="picture of the first teaser"),
        also=[page.place(title, 1, pointer="/teasers/0/headline", where="headline of the first teaser")],
    )


def report(
    pages: list[Page], *, started: str = "2026-01-22T09:14:00+03:00", exit_code: int | None = None
) -> dict[str, Any]:
    """The JSON report of these pages, its causes and counts summed up as a run does."""
    told = [page.told for page in pages]
    causes: dict[str, dict[str, Any]] = {}
    summary: dict[str, Any] = dict.fromkeys(
        ("pages", "clean", "failed", "error", "warning", "info", "known", "suppressed", "failures"), 0
    )
    rules: dict[str, int] = {}
    for page in told:
        summary["pages"] += 1
        summary["failures"] += len(page["failures"])
        summary["failed"] += bool(page["failures"])
        summary["suppressed"] += len(page["suppressed"])
        seen = set()
        for one in page["findings"]:
            if one["known"]:
                summary["known"] += 1
            else:
                summary[one["severity"]] += 1
                rules[one["rule"]] = rules.get(one["rule"], 0) + 1
            cause = causes.setdefault(
                one["cause"],
                {
                    "id": one["cause"],
                    "rule": one["rule"],
                    "message": one["message"],
                    "text": one["text"],
                    "severity": one["severity"],
                    "where": one["place"].get("where", ""),
                    "data": one["data"],
                    "findings": 0,
                    "known": 0,
                    "pages": 0,
                    "sections": {},
                    "examples": [],
                },
            )
            cause["findings"] += 1
            cause["known"] += one["known"]
            if one["cause"] not in seen:
                seen.add(one["cause"])
                cause["pages"] += 1
                cause["sections"][page["section"]] = cause["sections"].get(page["section"], 0) + 1
            if len(cause["examples"]) < 20:
                cause["examples"].append({"uri": page["uri"], **one["place"]})
        summary["clean"] += not page["failures"] and all(one["known"] for one in page["findings"])
    rank = {"error": 0, "warning": 1, "info": 2}
    code = exit_code if exit_code is not None else 1 if summary["error"] else 0
    return {
        "$schema": SCHEMA,
        "version": 1,
        "run": {
            "tool": "layoutcheck",
            "version": "0.1.0",
            "schema": "article",
            "config": "layoutcheck.toml",
            "command": ["layoutcheck", "check", "build/", "--output-format", "html=report"],
            "fail_on": "error",
            "started": started,
        },
        "pages": told,
        "causes": sorted(
            causes.values(), key=lambda c: (rank[c["severity"]], -c["pages"], -c["findings"], c["rule"], c["id"])
        ),
        "notes": [],
        "summary": {**summary, "rules": dict(sorted(rules.items())), "interrupted": False, "exit_code": code},
    }


def newsroom() -> list[Page]:
    """Forty pages of several sections: three causes over many pages, known ones, a failure, right-to-left evidence."""
    pages = []
    for n in range(40):
        section = SECTIONS[n % 4]
        headline = f"Harbour story number {n} keeps the town awake"
        page = article(f"{section}/2026/01/story-{n:02}.html", headline, leak=RAZOR if n % 3 == 0 else "")
        if n % 3 == 0:
            add_leak(page, known=n % 9 == 0)
        if n % 4 == 1:
            add_dateline(page)
        if n % 5 == 2:
            add_double(page)
        if n % 10 == 3:
            add_meta_leak(page)
        pages.append(page)
    pages.append(arabic())
    broken = Page("sport/2026/01/broken.html", "")
    broken.failures.append({"uri": broken.uri, "rule": None, "text": "the page is empty"})
    pages.append(broken)
    crashed = article("world/2026/01/crash.html", "A story that breaks a rule")
    crashed.failures.append(
        {
            "uri": crashed.uri,
            "rule": "heading-order",
            "text": "KeyError: 'level'",
            "trace": "Traceback …\nKeyError: 'level'",
        }
    )
    crashed.suppressed.append({**_suppressed(crashed)})
    add_dateline(crashed)
    pages.append(crashed)
    return pages


def _suppressed(page: Page) -> dict[str, Any]:
    other = Page(page.uri, page.source)
    add_double(other)
    return other.findings[0]


def arabic() -> Page:
    """A right-to-left page with a leak inside a sentence."""
    page = Page(
        "اقتصاد/2026/01/المرفأ.html",
        '<!doctype html>\n<html lang="ar" dir="rtl">\n<head><title>خبر المرفأ</title></head>\n<body><article>\n'
        "<h1>المرفأ يفتح أبوابه بعد عام من الإغلاق</h1>\n"
        "<p>قال المتحدث إن <b>{{ اسم }}</b> سيزور المدينة يوم الأحد، وفق ما ذكرته البلدية.</p>\n</article></body></html>\n",
        "اقتصاد",
    )
    page.part("/headline", "المرفأ يفتح أبوابه بعد عام من الإغلاق")
    page.outline.append(
        {
            "pointer": "/body/0",
            "text": "قال المتحدث إن {{ اسم }} سيزور المدينة يوم الأحد، وفق ما ذكرته البلدية.",
            "line": 6,
        }
    )
    page.add(
        "placeholder-leak",
        "leak",
        'leaked placeholder "{{ اسم }}"',
        "error",
        page.place("{{ اسم }}", pointer="/body/0", where="first paragraph of the body"),
        cause="{{ name }}",
        data={
            "engines": ["Jinja", "Twig"],
            "fix": "give the variable a value, or a default: `{{ name | default('') }}`",
        },
    )
    return page


def dump() -> Page:
    """A plain-text dump with a doubled line."""
    line = "Council votes on the new bridge"
    page = Page(
        "world/dump.txt",
        f"Harbour opens\n\nOSTHAVEN\n\nThe harbour opened on Monday.\n\nLATEST\n\n  1. {line}\n\n    {line}\n",
    )
    page.part("/headline", "Harbour opens")
    page.part("/dateline", "OSTHAVEN")
    page.part("/body/0", "The harbour opened on Monday.")
    page.part("/teasers/0/headline", line)
    page.add(
        "duplicate-teaser",
        "line",
        f'line stands twice: "{line}"',
        "warning",
        page.place(line, 1, pointer="/teasers/0/headline", where="first teaser"),
        also=[page.place(line, 0)],
    )
    return page


HOSTILE = (
    "<script>window.ran = 1</script>",
    "</script><script>window.ran = 1</script>",
    "<img src=x onerror='window.ran=1'>",
    "<svg onload='window.ran=1'><use href='https://evil.example/x.svg#a'/></svg>",
    "javascript:window.ran=1",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<base href='https://evil.example/'>",
    "<style>@import 'https://evil.example/x.css'; * { display: none }</style>",
    "<link rel=stylesheet href='https://evil.example/y.css'>",
    "<iframe src='https://evil.example/'></iframe>",
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "--><script>window.ran = 1</script><!--",
    "]]><script>window.ran = 1</script>",
    "{{ 7 * 7 }}{% raw %}",
    "' onfocus='window.ran=1' autofocus='",
    '" onfocus="window.ran=1" autofocus x="',
    "<form action='https://evil.example/'><button autofocus>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=window.ran=1&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror=window.ran=1>'>",
    "<template><img src=x onerror=window.ran=1></template>",
    "<video src='https://evil.example/v.mp4' poster='https://evil.example/p.png'></video>",
    "<a href='https://evil.example/' ping='https://evil.example/ping'>click</a>",
    "<object data='https://evil.example/o'></object>",
    '<div style="background:url(https://evil.example/b.png)">x</div>',
    "<plaintext>",
    "<textarea><script>window.ran=1</script>",
    BIDI,
    "\x1b[31mred\x07 \x00nul",
    '=HYPERLINK("https://evil.example")',
    "\ud800 lone",
    "A" * 3000,
    "T\u0301\u0301" * 400,
)


def hostile() -> list[Page]:
    """Every attack in a page's text, address, section, headline, message, data and outline; four attacks a page."""
    pages = []
    for first in range(0, len(HOSTILE), 4):
        attacks = HOSTILE[first : first + 4]
        text = "\n".join(f"<p>before MARK{first + n} after</p>\n{attack}" for n, attack in enumerate(attacks))
        title = " ".join(attacks)
        page = Page(
            f"sec/{first}{title}.html",
            f"<!doctype html><html><head><title>{title}</title></head><body><h1>{title}</h1>\n{text}\n</body></html>",
            f"sec{attacks[0]}"[:80],
        )
        page.part("/headline", title)
        for n, attack in enumerate(attacks):
            place = page.place(f"MARK{first + n}", selector=attack, xpath=attack, pointer="/headline", where=attack)
            page.add(
                "placeholder-leak",
                "leak",
                attack,
                "error",
                place,
                cause=attack,
                data={
                    "engine": attack,
                    "cause": attack,
                    "fix": f"`{attack}` {attack}",
                    "template": attack,
                    "expected": attack,
                    "found": attack,
                    "odd": {"x": [attack]},
                },
                also=[{**place, "uri": attack}],
            )
            page.findings[-1]["help"] = attack if n % 2 else "javascript:window.ran=1"
            page.add("filler-text", "filler", attack, "warning", {**place, "excerpt": attack[:200]})
            page.findings[-1]["cause"] = title
            page.findings[-1]["fingerprint"] = attack
            page.outline.append({"pointer": f"/{attack}/0/x", "text": attack, "line": 1})
            page.failures.append({"uri": page.uri, "rule": "heading-order", "text": attack, "trace": attack})
        pages.append(page)
    return pages


def many(pages: int = 10_000, findings: int = 25_000) -> list[Page]:
    """A big run: half of the pages have findings, from sixty causes and some of their own."""
    made = []
    each = findings // (pages // 2)
    for n in range(pages):
        section = f"section-{n % 23}"
        page = Page(f"{section}/2026/{n % 12 + 1:02}/a-story-with-a-longish-slug-{n:05}.html", "", section)
        if n % 2 == 0:
            for k in range(each):
                line = 10 + 7 * k
                place = {
                    "line": line,
                    "column": 5,
                    "end_line": line,
                    "end_column": 40,
                    "excerpt": f"{{{{ value_{(n + k) % 60} }}}} stands here",
                    "where": f"part {k} of the page",
                    "selector": f"html > body > main > div:nth-of-type({k + 1})",
                    "pointer": f"/body/{k}",
                }
                page.add(
                    f"rule-{(n // 2 + k) % 30}",
                    "m",
                    f"something is wrong with value {(n + k) % 60} in this place",
                    ("error", "warning", "info")[k % 3],
                    place,
                    cause=str((n + k) % 60) if k < 4 else str(n),
                    data={"engine": "Jinja", "fix": "give it a value"},
                )
            page.outline = [
                {"pointer": f"/body/{k}", "text": f"paragraph {k} of page {n}", "line": 10 + 7 * k} for k in range(20)
            ]
        made.append(page)
    return made
