# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Razor, ASP.NET and what .NET's ``ToString()`` leaves behind."""

from __future__ import annotations

import re

from layoutcheck.core.rare import rare
from layoutcheck.core.severity import Severity
from layoutcheck.templating.families.brace import VARIABLES
from layoutcheck.templating.family import Candidate, Family, Where

#: What may follow ``?.``: further members, calls and indexers; then perhaps a fallback, which Razor prints too.
_TAIL = (
    r"(?:\?\.[A-Za-z_]\w*|\?\[[^\[\]]{0,60}\]|\.[A-Za-z_]\w*|\((?:[^()]|\([^()]{0,60}\)){0,120}\)|\[[^\[\]]{0,60}\])*"
    r"(?:\s\?\?\s(?:\"[^\"]{0,80}\"|'[^']{0,80}'|string\.Empty|[A-Z]\w*(?:\.\w+)+))?"
)
#: Name parts that tell a type's full name from a brand written with dots.
_TYPE_PARTS = rare(
    r"\b(?:Models?|Entit(?:y|ies)|ViewModels?|Dtos?|Domain|Proxies|DynamicProxies|Mvc|AspNet(?:Core)?|Rendering|"
    r"Collections?|Services?|Repositor(?:y|ies)|Controllers?|Infrastructure|PublishedContent|ContentTypes?|Core|"
    r"Data|Api|Web|Cms|Helpers|Extensions|Html|Views?|Contracts|Persistence|Umbraco|Sitecore|EPiServer|Orchard\w*|"
    r"Kentico|Sitefinity)\b"
)


def _chain(candidate: Candidate) -> Severity | None:
    """A dotted chain of capitalised names: a type's full name only when its parts say so."""
    parts = candidate.text.split(".")
    if not (candidate.whole and parts[0] in {"System", "Microsoft", "Newtonsoft"}) and not _TYPE_PARTS.search(
        ".".join(parts[1:])
    ):
        return Severity.OFF
    return Severity.ERROR if candidate.whole and len(parts) >= 4 else Severity.WARNING


def _conditional(candidate: Candidate) -> Severity | None:
    """``word?.Word``: prose with a space lost after its question mark looks the same until a call or a chain follows."""
    text = candidate.text
    head = text[: text.index("?")]
    if head.count(".") >= 2 or text.count("?.") >= 2:
        return Severity.ERROR
    after = text[text.index("?") :]
    if re.search(r"\w\(", after) and (head.count(".") or head[:1].isupper() or re.search(r"[a-z][A-Z]", text)):
        return Severity.ERROR
    if head.count(".") and re.match(r"[A-Z]\w*\.[A-Z]", head) and re.match(r"\?\.[A-Z]", after):
        return Severity.WARNING
    return Severity.OFF


def _razor(candidate: Candidate) -> Severity | None:
    """``@Model.x``, ``@story.Title``: not somebody's user name."""
    member = re.fullmatch(r"@(?!item\b)[a-z]\w*\.([A-Z]\w*)", candidate.text)
    if member is not None:  # one member and no call: a word that templates use, or @page.turner's name
        return None if re.findall(r"[A-Z][a-z]*", member[1])[-1].lower() in VARIABLES else Severity.OFF
    small = re.search(r"@(?:Model|Html|Url|Context|Request|Component)\.[a-z]+$", candidate.text)
    return Severity.WARNING if small else None


#: What brackets hold, brackets within included.
_NESTED = r"(?:[^()]|\((?:[^()]|\([^()]{0,80}\)){0,80}\))"
#: An implicit expression by the names that Razor's views know.
_EXPRESSION = (
    r"@(?:(?:Model|ViewBag|ViewData|TempData|Html|Url|Context|Request|Umbraco|CurrentPage|Localizer"
    r"|Component)(?:\.[A-Za-z]|[\[(?])|item\.[A-Z]|RenderBody\(|RenderSection\(|RenderPage\(|Styles\.Render|Scripts\.Render"
    r"|(?:await|inject|using|model) [A-Z]\w*|DateTime\.|[Ss]tring\.Format|User\.Identity)[\w.]*"
    rf"(?:\({_NESTED}{{0,160}}\)|\[[^\[\]]{{0,80}}\]|\?\.\w+|\.\w+)*"
)
_EXPRESSION_CUES = (
    r"@(?:Model|View(?:Bag|Data)|TempData|Html|Url|Context|Request|Umbraco|CurrentPage|Localizer|Component|Render(?:Body|Section|Page)|"
    r"Styles|Scripts|DateTime|[sS]tring|User|item)[.\[(?]",
    r"@(?:await|inject|using|model) [A-Z]",
)

FAMILIES = (
    Family(
        id="razor-null-conditional",
        rule="placeholder-leak",
        engines=("Razor",),
        example="Quark.Models.Entities.Ancestor?.Title?.ToUpperInvariant()",
        cause="classic Razor ends an implicit expression at ?, so the entity's type name came out of ToString() and the"
        " rest stayed literal (aspnet/Razor pull request 396)",
        fix="write it as an explicit expression: @(Model.Ancestor?.Title?.ToUpperInvariant())",
        cues=(r"[A-Za-z0-9_)\]]\?\.[A-Za-z]",),
        wide=True,
        pattern=r"(?<![\w@./:-])@?[A-Za-z_]\w*+(?:`\d+(?:\[[^\[\]]{0,120}\])?)?(?:[.+][A-Za-z_]\w*+(?:`\d+)?(?:\(\))?){0,40}\?\.[A-Za-z_]\w*"
        + _TAIL,
        certain=Where.NOWHERE,
        where=Where.READ,
        judge=_conditional,
        more=(
            "Northwind.Web.Models.Section?.Name",
            "Acme.Cms.Entities.Author?.Profile?.DisplayName.Trim()",
            'Desk.Models.Story?.Kicker?.ToUpper() ?? "News"',
            "Castle.Proxies.CategoryProxy?.Label",
        ),
        unlike=("Puedes comer sin gluten?.Acaso", "Ready?.Yes", "https://example.org/quote?.tsrc=applewf"),
    ),
    Family(
        id="razor-after-text",
        rule="placeholder-leak",
        engines=("Razor",),
        example="https://news.example@ViewBag.AuthorUrl",
        cause="Razor takes text@word for an e-mail address and leaves it alone",
        fix="write text@(ViewBag.AuthorUrl), or put a space in front of the @",
        cues=_EXPRESSION_CUES,
        pattern=rf"(?<![A-Za-z0-9])[A-Za-z0-9]+{_EXPRESSION}",
        more=("I@Model.Type",),
        judge=_razor,
        unlike=("write to desk@model.example", "ada@Model"),
    ),
    Family(
        id="razor-expression",
        rule="placeholder-leak",
        engines=("Razor",),
        example="@Model.Title",
        cause="the page was sent without going through Razor, or the expression stands where Razor doesn't look: in stored text,"
        " in a string, behind a doubled @@",
        fix="let a .cshtml view render it: @Model.Title outside of strings, with one @; put values into stored text when it is printed",
        cues=(
            *_EXPRESSION_CUES,
            r"@[a-z]+\.[A-Z][A-Za-z]+[.(]",
            r"@(?:article|story|post|page|news|author|model|teaser|entry|node|category|image|photo)\.[A-Z]",
        ),
        pattern=rf"(?<![A-Za-z0-9])@?{_EXPRESSION}|(?<![\w.@/])@[a-z]\w*(?:\??\.[A-Z]\w*)+\({_NESTED}{{0,160}}\)(?:\??\.[A-Z]\w*(?:\({_NESTED}{{0,160}}\))?)*"
        r"|(?<![\w.@/])@(?:article|story|post|page|news|author|model|teaser|entry|node|category|image|photo)(?:\??\.[A-Z][A-Za-z0-9]*)+(?![\w.])",
        more=(
            "Hello @Model.FirstName",
            "@Html.Raw(Model.Body)",
            '@ViewData["Title"]',
            "@item.Headline",
            '@Url.Action("Index", "Home")',
            "@@Model.Title",
            "@article.Date.ToShortDateString()",
            "by @author.DisplayName",
        ),
        judge=_razor,
        unlike=(
            "Follow @zashay.tastas",
            "@media (min-width: 40em)",
            "@Model",
            "Photo: @page.Turner",
            "via @news.Desk.example",
            "mail desk@harbour.Example(at)",
        ),
    ),
    Family(
        id="razor-statement",
        rule="placeholder-leak",
        engines=("Razor",),
        example="@foreach (var item in Model.Items) {",
        cause="the page was sent as a plain file, or the statement stands inside text that Razor doesn't read",
        fix="let the .cshtml view render it, and keep statements out of stored content: @foreach (var x in Model.Items) { … }",
        cues=(
            r"@(?:foreach|for|if|while|switch|using) ?\(",
            r"@\([A-Za-z]",
            r"@\{ ?[A-Za-z]",
        ),
        pattern=r"@(?:(?:foreach|for|if|while|switch|using) ?\(\s*(?:var |int |!?Model|!?ViewBag|!?\w+[.!=<>(])[^(){}]{0,120}\)?(?:\s*\{)?"
        rf"|\((?:(?:Model|ViewBag|ViewData|item|Html|Url)\b|[a-z]\w*\.[A-Z]){_NESTED}{{0,160}}\)|\{{\s?(?:ViewBag|ViewData|Layout|Html|var)\b[^{{}}]{{0,160}}\}})",
        where=Where.READ,
        more=(
            "@if (Model.ShowLabel) {",
            '@(Model.Section ?? "News")',
            '@{ ViewBag.Title = "Home"; }',
            '@(Model.Published.ToString("d MMM"))',
            "@(article.Author?.Name ?? Model.GetDesk(article.Id))",
        ),
    ),
    Family(
        id="dotnet-generic-type",
        rule="stringified-value",
        message="object-dump",
        engines=(".NET",),
        example="System.Collections.Generic.List`1[Microsoft.AspNetCore.Mvc.Rendering.SelectListItem]",
        cause="an object was written where a member was meant, so ToString() gave its type's name",
        fix='render a member or iterate: @Model.Label, @string.Join(", ", Model.Tags)',
        cues=(
            r"[a-z]`[0-9]",
            r"System\.[A-Z]",
            r"DynamicProxies\.",
            r"AnonymousType",
            r"Castle\.Proxies",
        ),
        pattern=r"(?<![\w./])(?:System\.(?:Collections|Linq)\.\w[\w.+`]*(?:`\d+)?(?:\[[\w.,+`\[\] =-]{1,300}\])?"
        r"|System\.(?:Object|String|Byte|Int32|Int64)\[\]|System\.Object(?![\w.])|System\.Threading\.Tasks\.Task`1\[[^\[\]]{1,120}\]"
        r"|[A-Za-z_][\w.+]{0,200}`\d\[(?:[^\[\]]|\[[^\[\]]{0,160}\]){1,300}\]"
        r"|System\.Data\.Entity\.DynamicProxies\.\w+(?!\w|\.\.\.|…)|Castle\.Proxies\.\w+Proxy|<>f__AnonymousType\d\w*(?:`\d)?)",
        where=Where.ANY,
        certain=Where.ANY,
        judge=lambda c: Severity.WARNING if c.where is Where.TEXT and not c.whole and len(c.value) > 200 else None,
        more=(
            "System.Collections.Generic.Dictionary`2[System.String,System.Object]",
            "System.String[]",
            "System.Linq.Enumerable+WhereSelectListIterator`2[Desk.Story,System.String]",
            "System.Data.Entity.DynamicProxies.Section_8C1F00AA",
            "System.Threading.Tasks.Task`1[System.String]",
        ),
        unlike=("System.Text.Json is fast", "Quantum.System.Theory"),
    ),
    Family(
        id="dotnet-type-name",
        rule="stringified-value",
        message="object-dump",
        engines=(".NET", "Java"),
        example="Microsoft.AspNetCore.Mvc.Rendering.SelectList",
        cause="an object was written where a member was meant, so ToString() gave its type's name",
        fix="render a member of the object: @Model.Section.Label instead of @Model.Section",
        cues=(
            r"(?:System|Microsoft|Newtonsoft)\.[A-Z]",
            r"[a-z]\.(?:Models?|Entit(?:y|ies)|ViewModels?|Dtos?|Domain|Proxies|Mvc|AspNet(?:Core)?|Rendering|Collections?|Services?|Repositor(?:y|ies)|Controllers?|Infrastructure|PublishedContent|ContentTypes?|Persistence|Helpers|Html|Web|Cms|Umbraco)\b",
        ),
        pattern=r"(?<![\w./@#$-])[A-Z][A-Za-z0-9]+(?:\.[A-Z][A-Za-z0-9]+){2,}(?![\w(/?@-])(?!\.[\w(?])",
        where=Where.READ,
        judge=_chain,
        more=("Acme.Web.Models.SectionViewModel", "System.Data.DataRowView", "Microsoft.SharePoint.SPListItem"),
        unlike=(
            "Business.Insider.Deutschland",
            "Smarte.Land.Regionen",
            "Hin.Gehört.Spezial",
            "Bake.Eat.Repeat",
            "Homajon.David.Satirisch.Ernst",
        ),
    ),
)
