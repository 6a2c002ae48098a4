# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""``<% … %>``, ``%%name%%`` and printf's conversions."""

from __future__ import annotations

import re

from layoutcheck.core.severity import Severity
from layoutcheck.templating.families import tongue
from layoutcheck.templating.families.brace import VARIABLES
from layoutcheck.templating.families.field import FIELDS
from layoutcheck.templating.family import Candidate, Family, Where

#: Letters of scripts that put no space between a number and its word: %s件.
_UNSPACED = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_ENVIRONMENT = re.compile(
    r"(?i)%(?:appdata|localappdata|programfiles|programdata|temp|tmp|path|userprofile|systemroot|windir|username|homepath|"
    r"homedrive|computername|os|comspec|systemdrive)%"
)

#: Yoast's own names; a mailing's and an ad server's macros are called otherwise.
_SEO = r"(?:title|sep|sitename|sitedesc|excerpt|page|archive_title|term_title|primary_category)"


def _printf(candidate: Candidate) -> Severity | None:
    """``%s``: a forgotten argument, not a percentage and not a coded character of an address."""
    text = candidate.text
    if candidate.where is Where.URL:
        if re.search(r"(?i)(?:search|suche|[?&](?:q|s|query)=)", candidate.value):
            return Severity.OFF
        return Severity.ERROR if candidate.whole else Severity.WARNING
    if text[1:2] in "({":
        return None
    if re.search(r"\d\s?$", candidate.before) or len(candidate.value) > 300:
        return Severity.OFF
    if candidate.where is Where.TEXT and len(candidate.value.strip()) > 80:
        return Severity.WARNING
    return None


def _double_percent(candidate: Candidate) -> Severity | None:
    """``%%name%%``: in an address mostly an ad server's macro, but not where a share link passes on what it shares."""
    if candidate.where is not Where.URL or re.search(r"^(?:https?:)?/{0,2}$", candidate.before):
        return None
    shared = re.search(r"(?i)[?&;](?:u|url|text|title|link|subject|body)=$", candidate.before)
    return Severity.WARNING if shared and candidate.text.strip("%") in VARIABLES else Severity.OFF


def _variable(candidate: Candidate) -> Severity | None:
    """``%title%``: a variable of a plugin or a build, not the system's environment, not two percentages."""
    text, name = candidate.text, candidate.text.strip("%")
    if _ENVIRONMENT.fullmatch(text):
        return Severity.OFF
    if candidate.where is Where.URL:
        if candidate.before == "":
            return (
                Severity.WARNING
                if re.fullmatch(r"PUBLIC_URL|REACT_APP_\w+|BASE_URL|[a-z]+_[a-z_]+", name)
                else Severity.OFF
            )
        shared = candidate.before.endswith("=") and name.lower() in VARIABLES
        return Severity.WARNING if shared else Severity.OFF
    sure = re.fullmatch(r"(?i)site_?name|sitedesc|sep|title|excerpt|PUBLIC_URL|post_title|first_?name|page", name)
    if sure and candidate.where is not Where.TEXT:
        return Severity.ERROR
    return Severity.ERROR if candidate.whole and name.casefold().rpartition("_")[2] in FIELDS else None


FAMILIES = (
    Family(
        id="percent-tag",
        rule="placeholder-leak",
        engines=("ERB", "EJS", "JSP", "Classic ASP", "Underscore", "Adobe Campaign"),
        also=("Eta", "Mason", "Mojolicious", "etlua"),
        tongues=tongue.PERCENT,
        example="Logo <%= SITE_NAME %>",
        cause="the expression stands in a string or a file that the engine doesn't evaluate, or was pasted from a mailing",
        fix='evaluate it before output: alt="Logo <%= SITE_NAME %>" in a template the engine renders',
        cues=(r"(?:<|&lt;)%",),
        wide=True,
        pattern=r"<%(?![#:$]\s*(?:Eval|Bind|DataBinder|Container|Item|Model|Resources)\b)(?:[=\-@!#:~]{0,2}\s*(?:[^\W\d]|[$@/(\"'}])[^<>%]{0,200}(?:[<>%](?!>)[^<>%]{0,80}){0,6}?|--.{0,200}?--)%>",
        client=True,
        more=(
            "<% if (author) { %>",
            "<% }) %>",
            "https://news.example/?id=<%= recipient.uid %>",
            '<%@ page language="java" %>',
            "<%- body %>",
            "<%= заголовок %>",
        ),
    ),
    Family(
        id="template-toolkit",
        rule="placeholder-leak",
        engines=("Template Toolkit",),
        example="[% article.title %]",
        cause="the text is stored content or a plain file, which Template Toolkit doesn't process",
        fix="process it ($template->process(\\$text, $vars)), or evaluate it: [% text | eval %]",
        cues=(r"\[%[-+~=]? [A-Za-z_$\x80-\xff]",),
        wide=True,
        pattern=r"\[%[-+~=]?\s+(?:[^\W\d]|\$)(?:[^%]|%(?!\])){0,300}%\]",
        more=("[% überschrift %]", "[%- INCLUDE header.tt -%]", "[% IF author %]", "[% END %]"),
        unlike=("[% of all votes]", "up [5%] and [7%]"),
    ),
    Family(
        id="kolon",
        rule="placeholder-leak",
        engines=("Text::Xslate",),
        example="<: $article.headline :>",
        cause="the text is stored content or a plain file, which Text::Xslate doesn't render",
        fix="render it: $xslate->render_string($text, \\%vars), and keep tags in .tx files",
        cues=(r"(?:<|&lt;): \$[a-z]",),
        pattern=r"<: \$[a-z]\w*(?:\.\w+)*(?: \|[^<>]{1,80})? :>",
        more=("<: $title | mark_raw :>",),
    ),
    Family(
        id="binding-tag",
        rule="placeholder-leak",
        engines=("ASP.NET Web Forms",),
        example='<%# Eval("Title") %>',
        cause="the expression stands in stored text, in a plain file or in a string, which ASP.NET doesn't compile",
        fix="write it into the .aspx or .ascx file itself: inside a data-bound control, or call DataBind() on its own control",
        cues=(r"(?:<|&lt;)%[#:$]",),
        wide=True,
        pattern=r"<%[#:$]\s*(?:Eval|Bind|DataBinder|Container|Item|Model|Resources)\b[^<>%]{0,200}%>",
        more=("<%: Model.Name %>", "By <%#Item.Author%>", "<%$ Resources:Site, ReadMore %>"),
    ),
    Family(
        id="seo-variable",
        rule="placeholder-leak",
        engines=("Yoast SEO",),
        example="%%title%% %%sep%% %%sitename%%",
        cause="the title's template was printed by a theme or plugin that doesn't replace its variables",
        fix="let Yoast print the title (add_theme_support('title-tag')), or replace them: wpseo_replace_vars($text, $post)",
        cues=(rf"%%{_SEO}%%",),
        pattern=rf"%%{_SEO}%%",
        judge=_double_percent,
        at=Where.TITLE,
        more=("%%title%% %%page%% - Quay", "%%sitename%%"),
    ),
    Family(
        id="double-percent",
        rule="placeholder-leak",
        engines=("Google Ad Manager native ad", "Salesforce Marketing Cloud"),
        example="Sponsored by %%sponsor_name%%",
        cause="the slot's creative was never filled, or the text was copied out of the tool that fills it",
        fix="fill %%sponsor_name%% in the creative, or leave the node out when the slot is empty",
        cues=(r"%%[A-Za-z\x80-\xff]", r"%%[=\[]"),
        pattern=rf"%%(?!(?:{_SEO})%%)"
        r"[^\W\d][\w.:=-]{0,60}(?: \w{1,20}){0,2}%%|%%=[^<>%]{1,120}=%%|%%\[[^\]%]{1,200}\]%%",
        judge=_double_percent,
        more=("Hi %%First Name%%", "%%=v(@firstName)=%%", "http://%%sponsor_url%%"),
        unlike=("https://ads.example/?c=%%CACHEBUSTER%%", "https://x.example/?utm_campaign=%%ttd_adgroupid%%&b=1"),
    ),
    Family(
        id="doubled-percent",
        rule="placeholder-leak",
        engines=("printf",),
        example="https://apps.example/app/le-panier-%%C3%%A0-cuisiner",
        cause="percent signs were doubled for printf, and the string was then printed without it",
        fix="print it through printf, or write single percent signs: %C3%A0",
        cues=(r"%%[0-9A-F][0-9A-F]%%", r"%%(?:C3|E2|20|2F)"),
        pattern=r"%%[0-9A-F]{2}(?:%%[0-9A-F]{2})+|%%(?:20|2F|3A|3D|26|C3|E2)(?![A-Za-z_])",
        where=Where.URL,
        at=Where.URL,
    ),
    Family(
        id="printf",
        rule="placeholder-leak",
        engines=("printf", "gettext", "Python %", "Ruby I18n"),
        example="Search %s",
        cause="the format was printed without its arguments",
        fix="pass them: printf(__('Search %s'), $name), \"Search %s\" % name, t('search', name: name)",
        cues=(
            r"%(?:[1-9]\$)?[s@](?:[^A-Za-z0-9%]|$)",
            r"[^0-9A-Fa-f]%(?:[1-9]\$)?d(?:[^A-Za-z0-9%]|$)",
            r"%[({][a-z_\x80-\xff]",
            r"%\.[0-9][fd]",
            r"%ll?[ud](?:[^A-Za-z0-9%]|$)",
        ),
        pattern=rf"(?:(?<![\w%&=?/.])|(?<=[{_UNSPACED}]))%(?:(?:\d\$)?[sd@]|\.\d[fd]|ll?[ud])(?:(?![\w%])|(?=[{_UNSPACED}]))|(?<=[=?/])%(?:\d\$)?[sd](?=$|[&#/])|(?<!\w)%\([a-z_]\w*\)[sdif]|%\{{[^\W\dA-Z]\w*\}}",
        client=True,
        judge=_printf,
        more=(
            "Page %1$s of %2$s",
            "%(author)s",
            "%{count} comments",
            "%{名}",
            "By %s",
            "%d results",
            "%.2f km",
            "%lu comments",
            "%lld comments",
            "%s件のコメント",
            "合計%d件",
            "댓글 %d개",
        ),
        unlike=("up 5 % d", "100%s", "%d9%82", "about 50% p.a."),
    ),
    Family(
        id="percent-variable",
        rule="placeholder-leak",
        engines=("Rank Math SEO", "Create React App", "mail merge"),
        example="%sitename% %sep% %title%",
        cause="the variable is unknown where the text is printed, so nothing replaced it",
        fix="use a variable that exists there, or write the text itself; in React builds define PUBLIC_URL",
        cues=(r"%(?:[A-Za-z][A-Za-z_]|[\xc3-\xef][\x80-\xbf])[A-Za-z_\x80-\xff]",),
        pattern=r"(?<![\w%])%(?!25|20)(?:(?!_)[^\W\d]{3,41}|(?:recipient|user|contact|subscriber|article|post)\.\w{2,40})%(?![0-9A-Fa-f]{2}|\w)",
        certain=Where.NOWHERE,
        judge=_variable,
        more=("%titulo%", "By %автор%", "%recipient.name%", "%PUBLIC_URL%/favicon.ico", "Dear %FIRSTNAME%,"),
        unlike=("open %APPDATA% first", "rose 5%and fell 6%", "rose 5%и снова 6%"),
    ),
)
