# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Sample names and titles: what editors, themes and starter kits put where a name or a headline will come."""

from __future__ import annotations

import re

from layoutcheck.core.severity import Severity
from layoutcheck.templating.family import Candidate, Family, Where
from layoutcheck.templating.slot import is_choice, is_filled

_NAME = (
    r"(?:First ?[Nn]ame(?: and)? Last ?[Nn]ame|Vorname (?:und )?(?:Nachname|Name)|Pr[ée]nom (?:et )?Nom|Nombre (?:y )?[Aa]pellidos?|Nome (?:e )?[CcSs](?:ognome|obrenome)|Voornaam (?:en )?[Aa]chternaam|"
    r"Imię (?:i )?[Nn]azwisko|Author(?:['’]s)? [Nn]ame|Your [Nn]ame(?: [Hh]ere)?(?!,)|Autorenname|Name des Autors|Nom de l['’]auteur|Nombre del autor|Max Mustermann|Erika Mustermann)"
)
_BY = r"(?:[Bb]y|[Ww]ritten by|[Pp]osted by|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|Text:|Foto:|Photo:)"
_HEADLINE = (
    r"(?i:headline|sub-?headline|(?:unter)?überschrift|bildunterschrift|dachzeile|vorspann(?:text)?|teaser ?text|(?:image|photo) caption|caption text|"
    r"(?:article|post|story) (?:title|headline)|(?:add|enter|insert|type) (?:a |an |your |the )?(?:title|headline|heading)(?: text)?(?: here)?|your (?:title|headline|heading)|"
    r"(?:ihre|deine) überschrift|titre de l['’]article|votre titre|título del artículo|tu título|su título|titolo dell['’]articolo|il tuo titolo|título do artigo|seu título)"
)
_NONE = r"(?i:no title|kein titel|ohne titel|sans titre|sin título|senza titolo|sem título|bez tytułu|без названия|без заголовка|untitled)"


def _person(candidate: Candidate) -> Severity | None:
    """A sample name where a writer's name stands; in a form it is a hint."""
    if candidate.where is Where.META:
        return None if re.search(r"(?i)author|creator", candidate.name) else Severity.OFF
    if candidate.where is Where.JSONLD:
        return None if candidate.name in {"name", "author"} else Severity.OFF
    element = candidate.element
    if element is not None and is_choice(element):
        return Severity.OFF
    by = candidate.span[0] > len(candidate.value) - len(candidate.value.lstrip())
    return None if by or element is None or is_filled(element) else Severity.OFF


def _headline(candidate: Candidate) -> Severity | None:
    """As a heading, a caption or the page's title."""
    if candidate.where is Where.META:
        return None if re.search(r"(?i)title|description", candidate.name) else Severity.OFF
    if candidate.where is Where.TEXT and candidate.tag not in {"", "h1", "h2", "h3", "h4", "figcaption"}:
        return Severity.OFF
    return None


def _untitled(candidate: Candidate) -> Severity | None:
    """A picture or a poem may be called so; a page is not, nor is anything in brackets."""
    if candidate.where is Where.META and not re.search(r"(?i)title", candidate.name):
        return Severity.OFF
    if candidate.where is Where.JSONLD and candidate.name != "headline":
        return Severity.OFF
    if candidate.where is Where.TEXT and not (candidate.tag in {"", "h1", "h2", "h3"} and candidate.text[:1] in "(["):
        return Severity.OFF
    return None


def _started(candidate: Candidate) -> Severity | None:
    """A tool's own name is sure; ``Document`` only as a title, ``Description`` only where crawlers read one."""
    text, meta = candidate.text, candidate.where is Where.META
    if re.search(r"App|Vite|Vue|create", text):
        return Severity.OFF if meta and not re.search(r"(?i)title|description", candidate.name) else None
    if re.fullmatch(r"Document|Title|Page [Tt]itle", text):
        return Severity.OFF if meta else Severity.WARNING
    return (
        Severity.WARNING
        if meta and re.search(r"(?i)(?:^|:)(?:description|keywords)$", candidate.name)
        else Severity.OFF
    )


FAMILIES = (
    Family(
        id="sample-name",
        rule="filler-text",
        engines=("theme or desk template",),
        example="By Firstname Lastname",
        cause="the sample name of a template stands where the writer's name should",
        fix="fill the field, and print no byline without one: {% if author %}By {{ author }}{% endif %}",
        cues=(
            r"(?:irst ?[Nn]ame(?: and)? Last ?[Nn]ame|orname (?:und )?(?:Nach)?[Nn]ame|r(?:e|\xc3\xa9)nom (?:et )?Nom|ombre (?:y )?[Aa]pellido|ome (?:e )?(?:[Cc]ognome|[Ss]obrenome)|oornaam (?:en )?[Aa]chternaam|[Nn]azwisko|uthor(?:'s|\xe2\x80\x99s)? [Nn]ame|our [Nn]ame|utorenname|ame des Autors|om de l(?:'|&#(?:0?39|x27);|\xe2\x80\x99)auteur|ombre del autor|Mustermann)",
        ),
        pattern=rf"\A\s*(?:{_BY}\s+)?(?P<leak>{_NAME})(?=\s*(?:\Z|[|,·]))",
        where=Where.TEXT | Where.META | Where.JSONLD,
        certain=Where.NOWHERE,
        judge=_person,
        more=("Von Vorname Nachname", "Par Prénom Nom, Paris", "By Author Name", "Von Max Mustermann"),
        unlike=("Vorname Nachname", "By Your Name in lights", "First name Last name"),
    ),
    Family(
        id="sample-headline",
        rule="filler-text",
        engines=("theme or desk template",),
        example="Article headline",
        cause="the sample text of a template stands where a headline or a caption should",
        fix="fill the field; make the publishing form refuse its sample text",
        cues=(
            r"(?i:headline|berschrift|unterschrift|dachzeile|vorspann(?:text)?|teaser ?text|(?:image|photo) caption|caption text)\s*(?:<|[|] )",
            r"(?i:(?:article|post|story|add|enter|insert|type|your) (?:an? |your |the )?(?:title|heading))",
            r"(?i:titre de l(?:'|&#(?:0?39|x27);|\xe2\x80\x99)article|votre titre|tulo del art|s?[tu] t\xc3\xadtulo|titolo dell|il tuo titolo|tulo do artigo)",
        ),
        pattern=rf"\A\s*{_HEADLINE}\s*(?=\Z|\s[|·–—-]\s)",
        where=Where.TEXT | Where.TITLE | Where.META,
        certain=Where.NOWHERE,
        judge=_headline,
        named="h1",
        more=(
            "Überschrift",
            "Bildunterschrift",
            "Enter title here",
            "Votre titre | Harbour Post",
            "Título del artículo",
        ),
        unlike=("Headlines", "Headline of the day", "Your title awaits", "Image captions"),
    ),
    Family(
        id="untitled",
        rule="filler-text",
        engines=("CMS",),
        example="(no title)",
        cause="the story has no title, and the word that the CMS shows for that in its lists went out",
        fix="give it a title; make the publishing form refuse a story without one",
        cues=(
            r"(?i:no title|kein titel|ohne titel|sans titre|sin t\xc3\xadtulo|senza titolo|sem t\xc3\xadtulo|bez tytu\xc5\x82u|untitled)[)\]<\"' ]",
            r"\xd0\x91\xd0\xb5\xd0\xb7 (?:\xd0\xbd\xd0\xb0\xd0\xb7\xd0\xb2|\xd0\xb7\xd0\xb0\xd0\xb3\xd0\xbe\xd0\xbb)",
        ),
        pattern=rf"\A\s*(?:\({_NONE}\)|\[{_NONE}\]|{_NONE})(?=\s*\Z|\s[|·–—-]\s)",
        where=Where.TEXT | Where.TITLE | Where.META | Where.JSONLD,
        certain=Where.NOWHERE,
        judge=_untitled,
        at=Where.TITLE,
        more=("Untitled | Harbour Post", "Kein Titel", "Sin título", "Без названия", "[Untitled]"),
        unlike=("Untitled, 1962", "No title for the crane", "Untitled"),
    ),
    Family(
        id="starter-kit",
        rule="filler-text",
        engines=("starter kit",),
        tongues=(
            ("React App", ("Create React App",)),
            ("create-react-app", ("Create React App",)),
            ("Vite", ("Vite",)),
            ("Next", ("Next.js",)),
            ("next app", ("Next.js",)),
            ("Vue", ("Vue CLI",)),
            ("Nuxt", ("Nuxt",)),
            ("Webpack", ("webpack",)),
            ("Document", ("Emmet",)),
        ),
        example="React App",
        cause="the title or description that the project was started with was never changed",
        fix="set the page's own in its head: <title>{{ article.title }}</title>",
        cues=(
            r"(?:React|Vite|Vue|Webpack|Next) App\s*<",
            r"Nuxt [Aa]pp\s*<",
            r"<title>(?:Document|Title|Page [Tt]itle|Vite \+)",
            r"create(?:-react-| next )app",
            r"A Vue\.js project",
            r"=[\"'](?:Description|Meta description|(?:Site |Page |Your )(?:d|D)escription(?: here)?|[Dd]efault (?:description|key ?words)|tag ?line|[Kk]eyword ?1, ?keyword ?2)[\"',]",
            r"[,\"] ?default key ?words[\"']",
        ),
        pattern=r"\A\s*(?:React App|Vite App|Vue App|Webpack App|Nuxt [Aa]pp|Create Next App|Vite \+ \w{2,12}(?: \+ TS)?|Document|Title|Page [Tt]itle)\s*\Z|\bWeb site created using create-react-app\b|\bGenerated by create next app\b|\A\s*A Vue\.js project\s*\Z"
        r"|\A\s*(?:Description|Meta description|(?:Site|Page|Your) [dD]escription(?: here)?|[Dd]efault description|tag ?line|,? ?[Dd]efault key ?words|[Kk]eyword ?1, ?keyword ?2.{0,80})\s*\Z",
        where=Where.TITLE | Where.META,
        judge=_started,
        at=Where.TITLE,
        more=("Create Next App", "Vite + React + TS", "Document", "Vite App"),
        unlike=("Document of the year", "The React App", "Title IX"),
    ),
)
