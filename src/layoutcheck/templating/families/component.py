# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""A component's or a template's own lines, shown as text: JSX, framework attributes, Haml, Slim and Pug."""

from __future__ import annotations

from layoutcheck.templating.family import Family, Where

_ATTRIBUTE = r"(?:v-(?:if|else-if|for|model|bind|on|html|text|show|slot)\b|ng-(?:repeat|if|class|click|bind|show|hide)\b|\*ng(?:If|For)\b|x-(?:data|show|if|for|text|html)\b|[@:](?:click|class|style|key|src|href|change)\b|data-sly-[a-z]+)"
_ELEMENT = r"(?:h[1-6]|p|li|a|span|div|title|td|strong|em)(?:[.#][\w-]{1,40}){0,4}"
_VARIABLE = r"@?[a-z_]\w*(?:\.\w+)+"

FAMILIES = (
    Family(
        id="jsx-markup",
        rule="markup-as-text",
        engines=("React JSX",),
        example='<h1 className="headline">',
        cause="a component's source stands in a string or in stored text, and was escaped like text",
        fix="return the markup from a component; in stored text write HTML, with class instead of className",
        cues=(r"className=(?:[\"'{]|&quot;|&#)",),
        once=True,
        pattern=r"<[A-Za-z][\w.]{0,60}(?:\s[^<>]{0,200})?\sclassName=[^<>]{0,200}>",
        where=Where.WORDS,
        certain=Where.NOWHERE,
        more=("<Teaser className={styles.card} story={story} />",),
        unlike=("className is class in JSX",),
    ),
    Family(
        id="framework-markup",
        rule="markup-as-text",
        engines=("Vue", "Angular", "AngularJS", "Alpine.js", "AEM HTL"),
        tongues=(
            ("v-", ("Vue",)),
            ("ng-", ("AngularJS",)),
            (r"\*ng", ("Angular",)),
            ("x-", ("Alpine.js",)),
            ("data-sly-", ("AEM HTL",)),
            ("@", ("Vue", "Alpine.js")),
            (":", ("Vue", "Alpine.js")),
        ),
        example='<div v-if="story.author">',
        cause="a template's source stands in a string or in stored text, and was escaped like text",
        fix="put it into the component's template; in stored text write what it would render",
        cues=(r"&lt;[a-z][a-z0-9-]* (?:v-[a-z]|ng-[a-z]|\*ng[IF]|x-[a-z]|[@:][a-z]|data-sly-)",),
        once=True,
        pattern=rf"<[a-z][\w-]{{0,40}}\s(?:[\w-]{{1,40}}=(?:\"[^\"<>]{{0,80}}\"|'[^'<>]{{0,80}}')\s){{0,4}}{_ATTRIBUTE}[\w.:-]{{0,40}}=(?:\"[^\"]{{0,160}}\"|'[^']{{0,160}}')[^<>]{{0,200}}>",
        where=Where.WORDS,
        certain=Where.NOWHERE,
        more=(
            '<li ng-repeat="story in stories">',
            '<li *ngFor="let story of stories">',
            '<a :href="story.url" @click="open">',
            '<div data-sly-test="${story.kicker}">',
        ),
        unlike=("<div v-if>",),
    ),
    Family(
        id="indented-template",
        rule="placeholder-leak",
        engines=("Haml", "Slim", "Pug"),
        tongues=(("%", ("Haml",)), (r"\.each do", ("Haml", "Slim"))),
        example="h1= article.title",
        cause="the line stands in a file that the engine doesn't read, or is indented so that the engine takes it for text",
        fix="indent it below its element, and let the file end in .haml, .slim or .pug",
        cues=(
            r"= @?[a-z_]+\.[a-z]",
            r"= (?:render|link_to|image_tag|content_for) ?[(:'\"@&a-z]",
            r"- (?:if|unless|elsif) @?[a-z_]+\.[a-z]",
            r"\.each do \|",
        ),
        pattern=rf"\A\s*(?:%?{_ELEMENT}\s?[!&]?=\s+{_VARIABLE}(?:\([^()\n]{{0,80}}\))?|=\s+@[a-z_]\w*(?:\.\w+)+|=\s+(?:render|link_to|image_tag|content_for)[ (]['\":@a-z][^\n]{{0,160}}"
        rf"|-\s+(?:if|unless|elsif)\s+@?[a-z_]\w*(?:\.\w+)+\??|-\s+@?[a-z_]\w*(?:\.\w+)*\.each do \|\w+\|)\s*\Z",
        where=Where.TEXT | Where.TITLE | Where.META,
        more=(
            "%h1.headline= @article.title",
            "= @article.lead",
            "= link_to article.title, article",
            "- if article.author",
            "- @stories.each do |story|",
        ),
        unlike=("p= 0.03", "h1 = x", "- if only I knew", "= render", "E = m.c"),
    ),
)
