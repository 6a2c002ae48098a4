# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""What newsrooms and designers put where the text will come, and sometimes forget."""

from __future__ import annotations

import re

from layoutcheck.core.severity import Severity
from layoutcheck.templating.family import Candidate, Family, Where

_PARTS = (
    r"(?:head(?:line)?|(?:sub-?)?heading|hed|title|sub-?title|text|copy|site name|company name|name|caption|content|image|photo|picture|summary|description|byline|dek|dky|kicker|lede?|lead|"
    r"quote|tagline|slogan|logo|url|link|body|blurb|intro|keyword|address|e-?mail|phone number|message|story|article)"
)


def _ipsum(candidate: Candidate) -> Severity | None:
    """Lorem ipsum: an article about it names it, a page full of it runs on."""
    named = re.fullmatch(r"(?i)lorem ipsum", candidate.text) is not None
    if (
        named
        and not candidate.whole
        and "simply dummy" not in candidate.value
        and re.search(r"\w{2,}\W+\w{2,}", candidate.value.replace(candidate.text, ""))
    ):
        return Severity.OFF
    if (
        re.search(
            r"(?i)\b(?:is simply|dummy text of|blindtext|placeholder text|typesetting|cicero|what is|was ist|filler text|called)\b",
            candidate.value,
        )
        and len(candidate.value) > 40
    ):
        return Severity.WARNING if re.match(r"(?i)\s*lorem ipsum", candidate.value) else Severity.OFF
    return None


def _to_come(candidate: Candidate) -> Severity | None:
    """``TK`` alone is somebody's initials, unless it is what a picture shows."""
    if candidate.text.strip() == "TK":
        return Severity.WARNING if candidate.name == "alt" else Severity.OFF
    certain = candidate.whole or re.match(r"TKTK|TK TK", candidate.text)
    return None if certain else Severity.WARNING


def _here(candidate: Candidate) -> Severity | None:
    """``headline goes here``: a sample text, not the hint of a form, not an author's joke."""
    text = candidate.text.lower()
    if (
        candidate.name == "placeholder"
        or text.startswith(("enter", "type", "write"))
        or len(candidate.value.strip()) > 120
    ):
        return Severity.OFF
    inside = candidate.before.rstrip().endswith(("[", "<"))
    if inside and candidate.where & (Where.META | Where.TITLE) and candidate.value.strip("[]<> .") == candidate.text:
        return None if re.search(r"\bgo(?:es)?\b", text) else Severity.WARNING  # what is all there is nobody quotes
    if inside or ("your name" in text and "goes" not in text):
        return Severity.OFF
    if candidate.element is not None and re.search(
        r"(?i)error|valid|message|alert|hint|help", candidate.element.attr("class") or ""
    ):
        return Severity.OFF
    return None if re.search(r"\bgo(?:es)?\b", text) and not text.startswith(("the ", "a ")) else Severity.WARNING


def _file_name(candidate: Candidate) -> Severity | None:
    """A file's name as a heading, a caption or a section's label; as ``alt`` it is common and harms less."""
    element = candidate.element
    if candidate.where is Where.TITLE:
        return Severity.WARNING
    if element is None:
        return Severity.WARNING
    chain = [element, *list(element.ancestors)[:3]]
    for node in chain:
        tag = getattr(node, "tag", "")
        if tag in {"h1", "h2", "h3", "h4", "figcaption"}:
            return Severity.WARNING
        names = (getattr(node, "attr", lambda _: "")("class") or "").lower() if tag else ""
        if re.search(r"caption|headline|heading|teaser|kicker", names):
            return Severity.WARNING
        if tag in {"td", "li", "code", "pre", "tr", "table"}:
            return Severity.OFF
    return Severity.OFF


FAMILIES = (
    Family(
        id="lorem-ipsum",
        rule="filler-text",
        engines=("page design",),
        example="Lorem ipsum dolor sit amet",
        cause="the design's filler text was never replaced",
        fix="replace it, or remove the block until there is text for it",
        cues=(
            r"(?i)lorem ipsum",
            r"(?i)dolor sit amet",
            r"(?i)consectetur adipi",
            r"Aenean commodo",
            r"natoque penatibus",
            r"enim ad minim",
            r"autem vel eum",
            r"sint occaecat",
            r"ante ipsum primis",
            r"habitant morbi",
            r"kasd gubergren",
            r"ed ut perspiciatis unde",
            r"emo enim ipsam",
            r"ero eos et accusam",
            r"eit hinten, hinter den Wort",
            r"ar far away, behind the word",
            r"i Europan lingues es",
        ),
        pattern=r"(?i)\blorem ipsum\b(?: dolor)?(?: sit amet)?,?(?: consect\w+ adipi\w+(?: elit)?)?|\bdolor sit amet,? consect\w+|\bAenean commodo ligula\b|\bCum sociis natoque penatibus\b|\bUt enim ad minim veniam\b|\bDuis autem vel eum iriure\b|\bExcepteur sint occaecat\b|\bVestibulum ante ipsum primis\b|\bPellentesque habitant morbi\b|\bStet clita kasd gubergren\b|\bSed ut perspiciatis unde omnis\b|\bNemo enim ipsam voluptatem\b|\bAt vero eos et accusam(?:us)?\b|\bWeit hinten, hinter den Wortbergen\b|\bFar far away, behind the word mountains\b|\bLi Europan lingues es membres\b",
        where=Where.READ,
        certain=Where.TEXT | Where.LABEL | Where.META | Where.TITLE | Where.JSONLD,
        judge=_ipsum,
        more=(
            "Sed ut perspiciatis unde omnis iste natus error",
            "Weit hinten, hinter den Wortbergen",
            "Lorem Ipsum",
            "dolor sit amet, consectetur adipiscing elit",
            "Aenean commodo ligula eget dolor",
        ),
    ),
    Family(
        id="goes-here",
        rule="filler-text",
        engines=("theme or desk template",),
        example="Your headline goes here",
        cause="the sample text of a theme or a desk's template went out",
        fix="fill the field; make the publishing form refuse its sample text",
        cues=(
            r"(?i)(?:goes|[a-z]s go) here",
            r"(?i)(?:headline|heading|title|text|caption|content|image|photo|picture|summary|description|byline|logo|blurb|address) here\b",
            r"(?i)goes xyxy",
        ),
        pattern=rf"(?i)\b(?:your |the |a )?(?:\w+ )?{_PARTS}s? (?:text )?go(?:es)? (?:here|xyxy)\b(?! (?:and|or|but)\b)|\A\s*(?:image |photo |picture )?(?:caption|headline|(?:sub-?)?heading|title|subtitle) here\s*\Z|\byour (?:own )?(?:site |company |blog |business )?{_PARTS}s? here\b|\b(?:add|insert|type|enter|write) (?:your |a |the )?(?:own )?(?:\w+ )?{_PARTS} (?:text )?here\b(?!['’])",
        where=Where.READ,
        judge=_here,
        more=("Your Site NAME Goes HERE", "keywords go here", "hed goes xyxy", "Insert caption here"),
        unlike=(
            "Please enter your name here",
            "The road goes here and there",
            "where the stories go here is told",
            "he wrote [insert your name here] into every letter he sent",
        ),
    ),
    Family(
        id="tk",
        rule="filler-text",
        engines=("newsroom",),
        example="The vote ended TKTK to TKTK",
        cause="a fact still to come (TK) was never filled in",
        fix="fill in the fact; make the workflow stop on TK before publishing",
        cues=(
            r"TK ?TK",
            r"\bTK[ -][a-z]",
            r"\bTK \(",
            r"\[TK\]",
            r"alt=[\"']TK[\"']",
            r"(?:HEADLINE|Headline|headline|HED|Hed|hed|DEK|Dek|dek|CAPTION|Caption|caption|QUOTE|Quote|quote|BYLINE|Byline|byline) TK\b",
        ),
        pattern=r"\A\s*TK\s*\Z|\b(?i:headline|hed|dek|caption|quote|byline) TK\b|\bTK(?:TK)+\b|\bTK TK(?: TK)*\b|\bTK[ -](?:votes?|names?|numbers?|quotes?|links?|captions?|headlines?|hed|dek|photos?|images?|figures?|grafs?|copy|years?|percent|people|million|billion|days?|months?|minutes?)\b|\bTK \([a-z][a-z ]{2,40}\)|\[TK\]",
        where=Where.READ,
        certain=Where.READ,
        judge=_to_come,
        more=("TK (vote tallies), B Matter", "HEADLINE TK", "Dek TK", "photo by TK TK", "[TK]"),
        unlike=("die TK zahlt", "Erbsen (TK)", "Director: TK Moss", "TK odwołał wydanie"),
    ),
    Family(
        id="seo-note",
        rule="filler-text",
        engines=("newsroom",),
        example="SEO NEW: TK Winter Hair Colors",
        cause="a working note stands in the published field",
        fix="delete the note; keep notes in a field of their own",
        cues=(
            r"SEO (?:NEW|TITLE|HED|DEK|TK)\b",
            r"(?:DRAFT|BROUILLON|BORRADOR): ",
        ),
        pattern=r"\bSEO (?:NEW|TITLE|HED|DEK|TK)\b:?(?: TK)?|\A\s*(?:DRAFT|BROUILLON|BORRADOR): ",
        where=Where.WORDS,
        certain=Where.NOWHERE,
    ),
    Family(
        id="theme-sample",
        rule="filler-text",
        engines=("WordPress", "Dreamweaver", "Wix", "Squarespace", "Sitecore"),
        tongues=(
            ("WordPress", ("WordPress",)),
            ("ntitled-", ("Photoshop",)),
            ("ntitled Document", ("Dreamweaver",)),
            ("Microsoft Word", ("Microsoft Word",)),
            ("a paragraph", ("Wix",)),
            ("No text in field", ("Sitecore",)),
        ),
        example="Just another WordPress site",
        cause="the sample text that the program came with was never changed",
        fix="set the site's own text (WordPress: Settings, General, Tagline)",
        cues=(
            r"(?i)just another wordpress",
            r"(?i)untitled document",
            r"(?i)(?:sample (?:page|text)|untitled page|unbenanntes dokument)",
            r"(?i)microsoft word - ",
            r"(?i)click (?:here )?to edit",
            r"(?i)(?:sample|placeholder|dummy) (?:headline|heading|title|caption)",
            r"Untitled-[0-9]",
            r">\s*(?:New Page|Hello world!)\s*<",
            r"(?i)(?:beispiel|muster|platzhalter|voorbeeld)tekst?",
            r"(?i)(?:texto de ejemplo|texte d.exemple|testo di esempio|texto de exemplo)",
            r"(?i)hier (?:steht|kommt|einf|eingeb)",
            r"(?i)(?:titre|article|principal|texte|t\xc3\xadtulo|titolo|testo|texto) (?:ici|aqu\xc3\xad|qui)\b",
            r"(?i)(?:titel|text) hier",
            r"(?i)(?:saisi|ins\xc3\xa9r|entr|tap)[a-z]+ (?:votre|le|un|ici) ",
            r"(?i)(?:escrib|introduc|insert|inser|ingres|digit|scriv|wpisz|voer)[a-z]* (?:aqu\xc3\xad|aqui|qui|tu|su|il|seu|o|hier|uw|tutaj|sw\xc3\xb3j|tekst)",
            r"m a paragraph",
            r"(?i)(?:dummy|filler|placeholder) text",
            r"(?i)blindtext",
            r"\[No (?:text|image|link|date) in field",
        ),
        pattern=r"(?i)\bjust another wordpress (?:site|weblog)\b|\A\s*(?:untitled document|sample page|untitled page|unbenanntes dokument|dummy text|filler text|placeholder text|sample text|blindtext)\.?\s*\Z|\A\s*microsoft word - .{1,120}|\bdouble[ -]click (?:here )?to edit\b[^.\n]{0,60}|\A\s*click (?:here )?to edit(?: (?:this |me|the )?(?:text|title|headline)?)?\.?\s*\Z|\A\s*(?:(?:sample|placeholder|dummy) (?:headline|heading|title|caption)|untitled-\d+|new page|hello world!|(?:beispiel|muster|platzhalter)text|voorbeeldtekst|texto de ejemplo|texte d['’]exemple|testo di esempio|texto de exemplo)\.?\s*\Z"
        r"|\A\s*hier (?:steht|kommt) (?:der|die|das|ein|eine) (?:titel|überschrift|text|teaser|bildunterschrift|untertitel|vorspann)\b[^.\n]{0,30}\Z|\A\s*(?:titel|überschrift|text|bildunterschrift|teaser|untertitel) hier (?:einfügen|eingeben|eintragen)\s*\Z|\A\s*(?:votre |le |tu |su |il tuo |de )?(?:titre|titel|texte|título|titolo|testo|texto)(?: de l['’]article| principal)? (?:ici|aquí|qui|hier)\s*\Z|\A\s*(?:saisissez|saisir|insérez|insérer|entrez|tapez) (?:ici )?(?:votre|le|un) (?:texte|titre|chapô|résumé|légende|contenu|description)(?: ici)?\.?\s*\Z|\A\s*(?:escrib[ae]|introduzca|introduce|ingres[ae]|insert[ae]|inser(?:ir|isci|ire)|digite|scrivi) (?:aquí |aqui |qui )?(?:tu |su |el |la |il |lo |seu |sua |o |a )?(?:texto|título|titular|subtítulo|entradilla|descripción|pie de foto|testo|titolo|sottotitolo|sommario|occhiello|didascalia|descrizione|descrição|legenda|resumo)(?: aquí| aqui| qui)?\.?\s*\Z|\A\s*(?:wpisz|wprowadź) (?:tutaj |swój )*(?:tekst|tytuł|opis)(?: tutaj)?\.?\s*\Z|\A\s*voer (?:hier )?(?:uw|je|een) (?:tekst|titel|beschrijving)(?: hier)? in\.?\s*\Z|\bi['’]m a paragraph\. (?:click|double)[^\n]{0,80}|\[no (?:text|image|link|date) in field\]",
        where=Where.WORDS,
        certain=Where.TITLE | Where.META,
        at=Where.META,
        named="og:description",
        judge=lambda c: (
            Severity.OFF
            if c.where is Where.TEXT
            and re.match(r"(?i)\s*(?:sample page|placeholder text|new page|hello world|untitled-|double|click)", c.text)
            and not re.fullmatch(r"h[12]", c.tag or "h1")
            and not re.match(r"(?i)\s*double[ -]click", c.text)
            else None
        ),
        more=(
            "Untitled Document",
            "Microsoft Word - Bericht.docx",
            "Placeholder headline",
            "Hier steht die Überschrift",
            "Titre de l'article ici",
            "[No text in field]",
            "Saisissez votre texte ici",
            "Escribe aquí tu texto",
            "Inserire qui il sommario",
            "Digite seu texto aqui",
            "Wpisz tekst",
            "Voer hier uw tekst in",
        ),
    ),
    Family(
        id="insert-note",
        rule="filler-text",
        engines=("newsroom",),
        example="[insert photo]",
        cause="a note of what was still to be put there went out",
        fix="put it there, or delete the note",
        cues=(
            r"(?i)\[(?:insert|add) [a-z]",
            r"\[(?:PHOTO|IMAGE|VIDEO|QUOTE|LINK|CAPTION|EMBED|GRAPHIC|CHART|MAP)[A-Z ]* HERE\]",
            r"(?i)>\s*(?:insert|add|enter) (?:a |an |the |your )?(?:photo )?(?:caption|headline|subtitle|byline|credit)",
        ),
        pattern=r"(?i)\[(?:insert|add)(?: an?| the| your)? (?:\w+ )?(?:link|url|photo|image|picture|caption|quote|headline|byline|embed|video|graphic|chart|map|credit|source|title|kicker|teaser|summary|standfirst|dateline|logo)(?: here)?\]"
        r"|\[(?:PHOTO|IMAGE|VIDEO|QUOTE|LINK|CAPTION|EMBED|GRAPHIC|CHART|MAP)(?: [A-Z]+)? HERE\]|\A\s*(?:insert|add|enter) (?:a |an |the |your )?(?:photo )?(?:caption|headline|subtitle|byline|credit)(?: here)?\s*\Z",
        where=Where.READ,
        certain=Where.NOWHERE,
        named="figcaption",
        judge=lambda c: (
            Severity.OFF if not c.text.startswith("[") and not re.fullmatch(r"h[1-6]|figcaption|", c.tag) else None
        ),
        more=("[Insert kicker]", "[insert the headline here]", "[PHOTO CREDIT HERE]", "[ADD QUOTE]", "Insert caption"),
        unlike=("[insert love interest you prefer]", "[add salt]", "Add your comment"),
    ),
    Family(
        id="test-section",
        rule="filler-text",
        engines=("newsroom",),
        example="test",
        cause="a value typed while testing was published",
        fix="set the real value; keep tests out of the production system",
        cues=(
            r"(?i)[\"'=](?:test|xxx+|asdf+|foo|foobar|todo|tbd|xyz)[\"'\s>]",
            r"(?i)[>\s](?:xxx+|asdf+)\s*<",
        ),
        pattern=r"(?i)\A\s*(?:test|xxx+|asdf+|foo|foobar|todo|tbd|xyz)\s*\Z",
        where=Where.META | Where.TEXT,
        certain=Where.NOWHERE,
        at=Where.META,
        named="article:section",
        judge=lambda c: (
            Severity.OFF
            if (
                c.where is Where.TEXT
                and (not re.fullmatch(r"(?i)\s*(?:xxx+|asdf+)\s*", c.text) or c.tag in {"a", "option"} or _kisses(c))
            )
            or (
                c.where is Where.META
                and re.search(r"(?i)rating|keywords|tag$|type|token|verification|environment|env$", c.name)
            )
            else None
        ),
        more=("asdf",),
    ),
    Family(
        id="developer-note",
        rule="filler-text",
        engines=("newsroom", "template"),
        example="# XXX this link does not work",
        cause="a note to a colleague was written into the text",
        fix="delete the note, or write it as a comment of the template: {# … #}, <%-- … --%>",
        cues=(r"(?:#|//) ?(?:XXX|TODO|FIXME)[: ]", r"(?:TODO|FIXME): "),
        pattern=r"(?:#|//) ?(?:XXX|TODO|FIXME)\b:? [^\n]{3,120}|\A\s*(?:TODO|FIXME): [^\n]{3,120}",
        where=Where.TEXT | Where.LABEL | Where.META | Where.TITLE,
        certain=Where.NOWHERE,
    ),
    Family(
        id="file-name",
        varied=True,
        rule="filler-text",
        message="file-name",
        engines=("CMS media library",),
        example="544d821ca7e14a199c3247b4.jpg",
        cause="the medium's title was never set, so its file's name is shown",
        fix="set the title or caption of the medium, or print none: {% if media.title != media.filename %}",
        cues=(
            r"(?i)\.(?:jpe?g|png|gif|webp|tiff?|psd|indd|docx?)<",
            r"(?i)\.(?:jpe?g|png|gif|webp|tiff?|psd|indd|docx?)\s+<",
        ),
        pattern=r"(?i)\A\s*[\w()+.,& -]{1,120}\.(?:jpe?g|png|gif|webp|tiff?|psd|indd|docx?)\s*\Z",
        where=Where.TEXT | Where.TITLE,
        certain=Where.NOWHERE,
        named="h2",
        judge=_file_name,
        more=("Parade-2019.jpg", "WEB18-Share-1160x768.jpg"),
    ),
)


def _kisses(candidate: Candidate) -> bool:
    """``xxx`` under a letter or a comment is kisses."""
    return (
        candidate.element is not None
        and candidate.tag in {"p", "span", "div", "em", "i"}
        and len(candidate.text.strip()) <= 4
    )
