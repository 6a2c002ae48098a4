# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Tags that a mailing, an ad server, a marker substitution or a build should have replaced."""

from __future__ import annotations

import re

from layoutcheck.core.severity import Severity
from layoutcheck.templating.families.field import FIELDS, alternatives
from layoutcheck.templating.family import Candidate, Family, Where

_FIELD = re.compile(
    r"(?i)\[(?:first_?name|last_?name|f_?name|l_?name|name|vorname|nachname|e-?mail|company|verein|firma|city|ort|datum|unsubscribe|"
    r"headline|insert_\w+|your_\w+)\]"
)


def _capitals(candidate: Candidate) -> Severity | None:
    """``[UPPER_SNAKE]``: a field of a mailing; in an address only when it is the whole address."""
    if candidate.where is Where.URL:
        return Severity.ERROR if candidate.whole and "_" in candidate.text else Severity.OFF
    if candidate.text.startswith("[["):
        return None
    if "_" in candidate.text:
        return None if candidate.where is not Where.TEXT or len(candidate.value) < 200 else Severity.WARNING
    return (
        Severity.WARNING
        if _FIELD.fullmatch(candidate.text) and (candidate.where & Where.META or candidate.whole)
        else Severity.OFF
    )


def _dunder(candidate: Candidate) -> Severity | None:
    """``__NAME__``: not three underscores (a service's marker), not Python's lower-case names."""
    if candidate.before.endswith("_") or candidate.after.startswith("_"):
        return Severity.OFF
    if candidate.where is Where.URL:
        if candidate.tag in {"script", "iframe", "img"}:
            return Severity.OFF  # a service fills its own macro
        return Severity.WARNING if re.search(r"(?:^|[=/])$", candidate.before) else Severity.OFF
    return (
        Severity.ERROR
        if candidate.whole or candidate.where & (Where.LABEL | Where.META | Where.TITLE)
        else Severity.WARNING
    )


#: Fields that stand between hashes; in Chinese so do topics.
_HASHED = f"(?:{'|'.join(sorted(name for name in FIELDS if name.isascii()))})"

FAMILIES = (
    Family(
        id="mailchimp-tag",
        rule="placeholder-leak",
        engines=("Mailchimp",),
        example="Dear *|FNAME|*",
        cause="the text was copied from a mailing, where a merge tag is filled for each reader",
        fix="write the text itself, or give the tag a default in the mailing: *|FNAME:there|*",
        cues=(r"\|[*!]",),
        pattern=r"\*?\|[A-Z][A-Z0-9_]{1,40}(?::[^|<>]{0,80})?\|[*!]",
        more=("Hi |FNAME|!", "*|UNSUB|*"),
    ),
    Family(
        id="capital-field",
        rule="placeholder-leak",
        engines=("mail merge",),
        example="Dear [FIRST_NAME]",
        cause="a field of the mailing was not replaced: another engine ran, or the text was copied",
        fix="use the sending engine's own field name, and send a test with an empty contact",
        cues=(r"\[[A-Z][A-Z0-9_-]+[\]&]",),
        pattern=r"\[[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+\]|\[\[(?:FIRST_?NAME|LAST_?NAME|VORNAME|NACHNAME|E-?MAIL|COMPANY|UNSUBSCRIBE)\]\]|\[(?:NAME|VEREIN|VORNAME|NACHNAME|FIRSTNAME|LASTNAME|FNAME|LNAME|EMAIL|COMPANY|HEADLINE)\]",
        judge=_capitals,
        more=("[RSS_ENTRY_LINK]", "[UNSUBSCRIBE_URL]", "[[FIRSTNAME]]"),
        unlike=("[VIDEO]", "[LINK IN BIO]", "https://ads.example/?cb=[CACHE_BUSTER]", "[sic]"),
    ),
    Family(
        id="greeting-field",
        rule="placeholder-leak",
        engines=("mail merge",),
        example="Hello [First Name],",
        cause="a field of the mailing was not replaced: another engine ran, or the text was copied",
        fix="use the sending engine's own field name, and send a test with an empty contact",
        cues=(r"\[(?:FIRST[ _]?NAME|First ?[Nn]ame|FULL NAME|Full Name|Vorname|Pr\xc3\xa9nom|Nombre|Nome|Voornaam)\]",),
        pattern=r"\A\s*(?:Dear|Hello|Hi|Hey|Welcome(?: back)?|Good (?:morning|evening)|Hallo|Liebe[r]?|Bonjour|Hola|Ciao|Olá|Beste),?\s+(?P<leak>\[(?:FIRST[ _]?NAME|First ?[Nn]ame|FULL NAME|Full Name|Vorname|Prénom|Nombre|Nome|Voornaam)\])",
        where=Where.TEXT | Where.TITLE | Where.META | Where.LABEL,
        certain=Where.NOWHERE,
        # In a letter that an article gives as a model the reader fills it in.
        judge=lambda c: Severity.OFF if c.tag in {"p", "blockquote", "li", "pre", "em", "i", "td"} else None,
        named="h2",
        more=("Hallo [Vorname], guten Morgen",),
    ),
    Family(
        id="fallback-field",
        rule="placeholder-leak",
        engines=("Campaign Monitor", "Keap"),
        tongues=(("fallback", ("Campaign Monitor",)), ("~", ("Keap",))),
        example="Dear [firstname,fallback=reader]",
        cause="the text was copied from a mailing, where the field is filled for each reader",
        fix="write the text itself, or send it by the service whose field it is",
        cues=(r"\[[A-Za-z]+, ?fallback=", r"~[A-Z][a-z]+\.[A-Z][A-Za-z0-9.]*~"),
        pattern=r"\[[A-Za-z]\w{1,40}, ?fallback=[^\[\]<>]{0,80}\]|(?<![\w~])~[A-Z][a-z]+(?:\.[A-Z]\w+){1,3}~(?![\w~])",
        more=("Hi [fullname, fallback=]", "Dear ~Contact.FirstName~"),
        unlike=("about ~5.6~ percent",),
    ),
    Family(
        id="salesforce-field",
        rule="placeholder-leak",
        engines=("Salesforce",),
        example="Dear {!Contact.FirstName}",
        cause="the merge field was not evaluated outside Salesforce",
        fix="fill it when sending, or write {!NULLVALUE(Contact.FirstName, 'reader')}",
        cues=(r"\{![A-Za-z$][A-Za-z0-9_]*[.(]", rf"\{{!{alternatives()}!?\}}"),
        pattern=r"\{!\$?[A-Za-z]\w*(?:\.\w+)+\}|\{![A-Z]+\([^{}]{1,120}\)\}" + rf"|\{{!{alternatives()}!?\}}",
        more=("{!title}", "{!autor!}"),
    ),
    Family(
        id="hash-marker",
        rule="placeholder-leak",
        engines=("TYPO3 marker", "contao"),
        example="https://share.example/intent?url=###url###",
        cause="the marker has no value in the code that substitutes markers",
        fix="set it in the marker array: $markers['###URL###'] = $url",
        cues=(
            r"###?[A-Za-z\x80-\xff][A-Za-z0-9_:\x80-\xff-]*##",
            r"## [a-z_]+ ##",
            r"#(?:FIRST|LAST|VOR|NACH|EMAIL)[A-Z_]*#",
        ),
        pattern=r"(?<!#)#{2,3}[^\W\d][\w:-]{1,60}#{2,3}(?!#)|(?<!#)##\s(?:title|sitename|site_name|headline|author|name|url|description)\s##(?!#)|(?<!#)#(?:FIRST_?NAME|LAST_?NAME|VORNAME|NACHNAME|EMAIL)#(?!#)",
        judge=lambda c: (
            None
            if c.text.startswith("###") or (c.whole and c.text.strip("# ").casefold() in FIELDS)
            else Severity.WARNING
        ),
        client=True,
        more=("## sitename ##", "###TITLE###", "##loginname##", "##titel##"),
    ),
    Family(
        id="coldfusion",
        rule="placeholder-leak",
        engines=("ColdFusion",),
        example="Sign in to #request.brandName#",
        cause="the expression stands outside <cfoutput>",
        fix="wrap it: <cfoutput>#encodeForHTML(request.brandName)#</cfoutput>",
        cues=(r"#[a-z][A-Za-z0-9_]*\.[A-Za-z]", rf"#{_HASHED}#"),
        pattern=rf"(?<![\w#&/])#(?:[a-z]\w*(?:\.[A-Za-z]\w*)+|{_HASHED})#(?![\w#])",
        judge=lambda c: None if "." in c.text or c.whole else Severity.WARNING,
        more=("#title#", "#dachzeile#"),
        unlike=("#标题#", "#harbour#"),
    ),
    Family(
        id="upper-token",
        rule="placeholder-leak",
        engines=("build token", "share script"),
        example="https://social.example/share?u=__SHARE_URL__",
        cause="the token is replaced by a build step or a script that didn't run",
        fix="replace it when building (define: { __SHARE_URL__: … }) and fail the build on leftover tokens",
        cues=(r"__[A-Z][A-Z0-9_]+__",),
        pattern=r"__[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*__",
        judge=_dunder,
        unlike=("___PAYWALL_MARK___", "__init__"),
        at=Where.URL,
        named="href",
    ),
    Family(
        id="lower-token",
        rule="placeholder-leak",
        engines=("build token", "Markdown"),
        example="__headline__",
        cause="the token is replaced by a build step that didn't run, or two underscores on each side were meant for bold",
        fix="replace it when building and fail the build on leftover tokens; render Markdown before it is printed",
        cues=(rf"[>\"'\s]__{alternatives()}__[<\"'\s]",),
        pattern=rf"\A\s*__{alternatives()}__\s*\Z",
        where=Where.READ,
        certain=Where.NOWHERE,
        named="h1",
        more=("__überschrift__",),
        unlike=("__init__", "the method __title__ of str"),
    ),
    Family(
        id="at-token",
        rule="placeholder-leak",
        engines=("Maven resource filtering", "Gulp", "Grunt"),
        example="Version @project.version@",
        cause="the build's filtering didn't process this file",
        fix="filter it: <filtering>true</filtering> in the resource's directory, or replace the token in the build script",
        cues=(
            r"@(?:project|build|app|git|env|pom|version|application)[._]",
            r"@@[A-Za-z\x80-\xff]",
            r"@[A-Z][A-Z0-9_]+[@&]",
        ),
        pattern=r"(?<![\w.@])@(?:project|build|app|git|env|pom|version|application)[._]\w+(?:\.\w+)*@(?!\w)|(?<![\w@])@@[^\W\d]\w*(?:[.-]\w+)*@@|(?<![\w@])@(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|VERSION|REVISION|BUILD|TITLE)@(?![\w@])",
        more=("@@VERSION@@", "@BUILD_NUMBER@"),
        unlike=("mail desk@news.example today", "thanks @ada_moss @ben"),
    ),
    Family(
        id="pipeline-variable",
        rule="placeholder-leak",
        engines=("Azure Pipelines", "MSBuild"),
        example="$(Build.BuildNumber)",
        cause="the step that replaces variables in files didn't process this one",
        fix="list the file in the replacing step (FileTransform, replacetokens), and fail the build on leftover $( … )",
        cues=(r"\$\([A-Z][a-z]",),
        pattern=r"\$\([A-Z]\w*(?:\.[A-Z]\w*)+\)",
    ),
    Family(
        id="angle-field",
        rule="placeholder-leak",
        engines=("Word mail merge", "mail merge"),
        example="Dear «First_Name»",
        cause="the letter's merge field was not replaced before the text was published",
        fix="finish the merge in Word (Finish & Merge) before copying the text",
        cues=(r"\xc2\xab[A-Za-z]+_[A-Za-z]", r"\xc2\xab(?:First|Last|Full|Company)", r"(?:<<|&lt;&lt;)[A-Z][a-z]"),
        # French and Italian put names between such marks, written together («YouTube») or not (<<La Stampa>>).
        pattern=r"«[A-Za-z]+(?:_[A-Za-z]+)+»|<<[A-Z][a-z]+(?:_?[A-Z][a-z]+)+>>|(?:«|<<)(?:First|Last|Full|Company|Customer)[ _]?Name(?:»|>>)",
        more=("<<FirstName>>", "«FirstName»", "<<First Name>>"),
        unlike=("«Nom du pays»", "«YouTube»", "<<La Stampa>>"),
    ),
)
