# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""How engines that share their brackets are told apart: by words that only some of them know.

Each table names patterns for a leaked expression and the engines that know what it says, the first that occurs counts.
The words are those of the engines' own manuals.
"""

from __future__ import annotations

#: ``{{ … }}``.
CURLY = (
    (r"no such element: |undefined value printed", ("Jinja",)),
    (r"\bit\.", ("Squirrelly",)),
    (r"\{\{/?each\b|\{\{(?:include|set|block|extend) ['\"a-z]", ("art-template",)),
    (r"\bblock\.super\b", ("Django",)),
    (r"\bforloop\.", ("Django", "Liquid")),
    (r"\bloop\.(?:index|first|last|length|revindex|parent)\b", ("Jinja", "Twig", "Nunjucks")),
    (r"===|!==|&&|\|\||\?\.|=>", ("Vue", "Angular")),
    (r"\bcontent_for_(?:header|layout|index)\b", ("Liquid",)),
    (r"\{\{\w+, ?[a-z]\w*(?:\([^(){}]*\))?\}\}", ("i18next",)),
    # A name alone and without spaces: messages are written so too.
    (
        r"\A\{\{[A-Za-z_]\w*\}\}\Z",
        ("Handlebars", "Mustache", "i18next", "Vue", "Angular", "Jinja", "Twig", "Liquid"),
    ),
)
#: ``{{ … | … }}``.
FILTER = (
    (
        r"\|\s*(?:linebreaks\w*|default_if_none|floatformat|intcomma|natural\w+|truncatechars\w*|pluralize|urlize\w*|timesince|timeuntil|yesno|unordered_list|addslashes|force_escape|escapejs)\b",
        ("Django",),
    ),
    (
        r"\|\s*(?:strip_html|img_url|image_url|image_tag|asset_url|money\w*|date_to_\w+|relative_url|absolute_url|markdownify|jsonify|handleize|handle|newline_to_br|strip_newlines|prepend|append|escape_once|xml_escape|stylesheet_tag|script_tag|t:)\b",
        ("Liquid",),
    ),
    (r"\|\s*(?:raw|nl2br|trans|format_\w+|date_modify|without|imagine_filter|spaceless|u\.)\b|\bcraft\.", ("Twig",)),
    (r"\|\s*(?:tojson|xmlattr|wordwrap|format\()", ("Jinja",)),
    (r"\|\s*safe\b", ("Jinja", "Django", "Nunjucks")),
    (r"\|\s*\w+:\s", ("Liquid", "Angular")),
    (r"\|\s*\w+:", ("Django", "Liquid", "Angular")),
    (r"\|\s*\w+\(", ("Jinja", "Twig", "Nunjucks")),
)
#: ``{{ …(…) }}``.
CALL = (
    (r"\b(?:url_for|get_flashed_messages|gettext|ngettext)\(", ("Jinja",)),
    (r"\{\{[-~]?\s*_\(", ("Jinja", "Tornado")),
    (r"\b(?:super|caller)\(\)", ("Jinja", "Nunjucks")),
    (
        r"\b(?:path|asset|include|dump|absolute_url|render|render_esi|controller|form_\w+|block|parent|csrf_token|attribute|encore_entry_\w+|constant|source|is_granted|siteUrl|fn|function)\(|\bcraft\.",
        ("Twig",),
    ),
)
#: ``{% … %}``.
TAG = (
    (r"\A\{%\s*(?:end\s*%|module |raw [a-z])", ("Tornado",)),
    (
        r"\A\{%-?\s*(?:load|url|static|csrf_token|(?:end)?block(?:trans|translate)|(?:end)?if(?:not)?equal|(?:end)?ifchanged|regroup|firstof|now|widthratio|templatetag|empty|get_\w+|translate|(?:end)?thumbnail)\b",
        ("Django",),
    ),
    (
        r"\A\{%-?\s*(?:assign|(?:end)?capture|(?:end)?unless|(?:end)?case|when|(?:end)?tablerow|(?:end)?paginate|sections?|(?:end)?schema|layout|(?:in|de)crement|elsif|(?:end)?stylesheet|(?:end)?javascript|(?:end)?form|content_for|include_(?:relative|cached)|(?:end)?highlight|post_url|seo|feed_meta|liquid|echo)\b"
        r"|\A\{%-?\s*include [^'\"(\[{]*\.\w+|\bcontains\b|\b(?:limit|offset):",
        ("Liquid",),
    ),
    (
        r"\A\{%-?\s*(?:(?:end)?embed|(?:end)?sandbox|(?:end)?apply|flush|use|form_theme|stopwatch|trans_default_domain|deprecated|types)\b|\bis (?:not )?(?:null|empty|same as)\b|\?\?",
        ("Twig",),
    ),
    (r"\A\{%-?\s*(?:(?:end)?async(?:Each|All)|(?:end)?(?:each|all)\s*%|ifAsync|(?:end)?switch)", ("Nunjucks",)),
    (r"\A\{%-?\s*render\b", ("Liquid", "Twig")),
    (r"\A\{%-?\s*elseif\b", ("Twig", "Nunjucks")),
    (r"\A\{%-?\s*elif\b", ("Jinja", "Django", "Nunjucks")),
    (r"\A\{%-?\s*(?:end)?call\b|\bis (?:not )?none\b", ("Jinja", "Nunjucks")),
    (
        r"\A\{%-?\s*(?:(?:end)?set|(?:end)?macro|import|from)\b|\bloop\.|\bis (?:not )?defined\b",
        ("Jinja", "Twig", "Nunjucks"),
    ),
    (r"\A\{%-?\s*(?:end)?(?:comment|cycle)\b|\bforloop\.", ("Django", "Liquid")),
    (r"\A\{%-?\s*(?:end)?trans\b", ("Django", "Twig", "Jinja")),
    (r"\A\{%-?\s*(?:end)?verbatim\b", ("Django", "Twig", "Nunjucks")),
    (r"\A\{%-?\s*(?:extends|(?:end)?block)\b", ("Jinja", "Django", "Twig", "Nunjucks")),
)
#: ``<% … %>``.
PERCENT = (
    (r"\A<%@|\brequest\.get(?:Parameter|Attribute)\(|\bout\.print|\A<%--|\bpageContext\b", ("JSP",)),
    (
        r"\b(?:Response|Request|Server|Session|Application)(?:\.\w+|\()|\brs\(\"|\b(?:End If|Then|Dim|Loop|Wend)\b",
        ("Classic ASP",),
    ),
    (r"\b(?:recipient|targetData|ctx|rtEvent)\.", ("Adobe Campaign",)),
    (r"\bit\.", ("Eta",)),
    (r"\bi?pairs\(|\bthen\s*%>", ("etlua",)),
    (r"<%[-=]?\s*include\(|\blocals\.|<%_|_%>|-%>\Z", ("EJS", "ERB")),
    (r"\$\w+->|\A<%\s*\$", ("Mason", "Mojolicious")),
    (
        r"\bdo(?: \|[\w, ]+\|)?\s*-?%>|\A<%-?\s*(?:end|else|elsif [^{]*|if [^({][^{]*|unless [^{]*|yield)\s*-?%>|\[:\w+\]|@[a-z]\w*|\b(?:link_to|image_tag|content_for|html_safe|csrf_meta_tags|stylesheet_link_tag|javascript_include_tag)[ (]|\b(?:t|l|raw|render|yield) ['\":@]|\w&\.\w|\.(?:present|blank|nil|any|empty)\?",
        ("ERB",),
    ),
    (r"\{\s*%>|\A<%\s*\}", ("EJS", "Underscore", "JSP", "Eta")),
)
#: ``${…}``.
DOLLAR = (
    (r"\$\{[^{}]*\s\|\s\w|\$\{\s*_\(", ("Mako",)),
    (
        r"\b(?:properties|currentPage|pageProperties|inheritedPageProperties|currentStyle|resource|wcmmode|component)\.|\s@\s",
        ("AEM HTL",),
    ),
    (
        r"\b(?:param|header|cookie|initParam|pageContext|(?:page|request|session|application)Scope|fn|not empty|empty)\b[.:\[( ]",
        ("JSP EL",),
    ),
    (r"\?\?|=>|\?\.|`|\|\||===|\b(?:props|this|state|window|process)\.", ("JavaScript template literal",)),
)
