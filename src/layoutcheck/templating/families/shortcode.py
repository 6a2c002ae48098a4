# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Shortcodes, BBCode, wiki links and CMS tags in square brackets."""

from __future__ import annotations

import re

from layoutcheck.core.rare import rare
from layoutcheck.core.severity import Severity
from layoutcheck.templating.family import Candidate, Family, Where

#: Words of which shortcode names are made; authors' insertions in brackets use others.
_WORDS = rare(
    r"(?i)(?:^|[-_])(?:feed|forms?|slider|gallery|player|widget|newsletter|mc4wp|contact|login|posts?|list|menu|maps?|buttons?|"
    r"table|share|sharing|video|ads?|adsense|banner|popup|pum|recipe|related|toc|donate|paypal|woocommerce|products?|cart|elementor|vc|et|pb|"
    r"fusion|caption|audio|embed|playlist|box|column|columns|row|tabs?|accordion|toggle|quote|pullquote|instagram|twitter|"
    r"facebook|youtube|flickr|sidebar|search|calendar|events?|counter|subscribe|optin|template|block|section|shortcode|display|rev|wp|"
    r"ninja|gravityform|wpforms|tribe|ultimatemember|bbp|sc|su|dropcap|highlight|divider|spacer|icon|testimonials?|portfolio|"
    r"adjustable|amazon|affiliate|link|image|img|media|poll|quiz|rating|reviews?|social|tiktok|rss|sitemap|user|profile|register)(?:$|[-_])"
)
#: Words of which only shortcodes are made, not authors' insertions.
_SURE_WORDS = rare(
    r"(?i)(?:^|[-_])(?:feed|forms?|slider|gallery|widget|mc4wp|login|adsense|popup|pum|toc|woocommerce|elementor|vc|et|pb|fusion|caption|embed|playlist|"
    r"accordion|tabs?|pullquote|optin|shortcode|rev|wp|ninja|gravityform|wpforms|tribe|ultimatemember|bbp|sc|su|dropcap|divider|spacer|rss|sitemap|"
    r"instagram|twitter|facebook|youtube|flickr|newsletter|calendar|testimonials?|portfolio)(?:$|[-_])|_"
)
_KNOWN = (
    "gallery|caption|embed|audio|playlist|nextpage|wp_caption|sourcecode|code|vc_row|vc_column|vc_column_text|et_pb_\\w+|fusion_\\w+|su_\\w+|"
    "dropcap|one_half|one_third|two_third|one_half_last|one_third_last|row|column|accordion|toggle|tabs|tab|spoiler|contact-form|contact-form-7|"
    "gravityform|ninja_forms?|mc4wp_form|rev_slider|woocommerce_\\w+|button|pullquote|blockquote|adjustable|youtube|vimeo|tweet|instagram|"
    "box|highlight|divider|toc|recipe|testimonial|slider|column_\\w+|su_box"
)
_ORDINARY = rare(
    r"(?i)\[/?(?:[a-z]{2,3}-[a-z]{2,4}|alt-\w+(?:-\w+)?|ctrl-\w+|(?:non|ex|self|then|co|re|pre|post|anti|second|first|mid|half|so|well|full|part|long|short|high|low|e|u|t)-[a-z-]+)\]"
)
_GAP = r"[\s\u00a0]+"
#: What stands behind a quote that closes a value: words, then the next attribute's sign or the bracket.
_BEHIND = rf"(?:{_GAP}[\w-]++){{0,9}}(?:[\s\u00a0/]*\]|(?<=[\w-])\s?=)"
#: Attributes, their quotes perhaps typographic, among words without a value. What is an apostrophe and what closes a value
#: is settled at once, by what stands behind it: to try both for each takes time without end.
_ATTRIBUTES = (
    rf"(?>{_GAP}[\w-]+\s?=\s?(?:[\"'“”„″‘’«»‚`´](?:[^\[\]\"'“”„″‘’«»‚`´]|['‘’‚`´](?!{_BEHIND})){{0,160}}[\"'“”„″‘’«»‚`´]"
    rf"|(?<==)[\w#./:%+-]{{1,80}})(?:{_GAP}[\w-]++(?=[\s\]/])(?!\s?=))*)+"
)


def _bracketed(candidate: Candidate) -> Severity | None:
    """``[two-words]`` alone in a text: a shortcode when its words are those of shortcodes."""
    name = candidate.text.strip("[]")
    if _ORDINARY.fullmatch(candidate.text):
        return Severity.OFF
    if _WORDS.search(name):
        return Severity.ERROR if candidate.whole and _SURE_WORDS.search(name) else Severity.WARNING
    return Severity.OFF


def _closing(candidate: Candidate) -> Severity | None:
    """``[/name]``: sure when its opening stands before it, or when its name is a known one."""
    name = re.escape(candidate.text[2:-1])
    if re.search(rf"\[{name}(?:[\s=\]])", candidate.value[: candidate.match.start()]):
        return Severity.ERROR
    return Severity.WARNING


def _numbered(candidate: Candidate) -> Severity | None:
    """``[image 12]`` is a writer's, too: behind a space the number has to be named as one."""
    return None if re.search(r"[:=#]", candidate.text) else Severity.OFF


def _year(candidate: Candidate) -> Severity | None:
    """``[year]`` in a title, a heading or behind a copyright sign; in a quotation an editor may have put it."""
    if candidate.element is None or candidate.where is not Where.TEXT or re.fullmatch(r"h[1-6]", candidate.tag):
        return None
    return None if re.search(r"(?:©|[Cc]opyright)[^.]*$", candidate.before) else Severity.OFF


def _wiki(candidate: Candidate) -> Severity | None:
    inside = candidate.text[2:-2]
    if re.fullmatch(r"(?i)at|dot|equal|[\d,\s\"'.]+|[A-Z_]+", inside):
        return Severity.OFF
    return Severity.WARNING if ":" in inside or " " in inside or "|" in inside or inside[:1].isupper() else Severity.OFF


FAMILIES = (
    Family(
        id="shortcode-attributes",
        rule="shortcode-leak",
        engines=("WordPress shortcode", "BBCode"),
        example="[box_colored class=“tablebox“ title=“Unit 3″]",
        cause="the plugin is gone, the quotes turned typographic, or this field is printed without its filter",
        fix="activate the plugin or remove the tag; for a field: echo do_shortcode($text); use straight quotes",
        cues=(
            r"\[[a-zA-Z][A-Za-z0-9_-]+(?:[ \n]|\xc2\xa0)+[A-Za-z_-]+ ?=",
            r"\[[a-zA-Z]+=",
            r"\[contact-form",
            r"\[(?:youtube|vimeo|twitter|tweet|instagram|facebook|soundcloud|embed|video|audio|gist|googlemaps|dailymotion|flickr|spotify|tiktok) http",
        ),
        pattern=rf"\[[a-zA-Z][\w-]{{1,40}}(?:{_GAP}[\w-]+(?=[\s\]/]|$)){{0,4}}{_ATTRIBUTES}[\s\u00a0/]*\]"
        r"|\[(?:youtube|vimeo|twitter|tweet|instagram|facebook|soundcloud|embed|video|audio|gist|googlemaps|dailymotion|flickr|spotify|tiktok) https?://[^\[\]\s]{3,200}[^\[\]]{0,80}\]"
        r"|\[contact-form(?:-7)? \d{3} \"[^\"\[\]]{0,60}\"\]|\[(?:url|img|quote|color|size|font|email|user|list|youtube|video|attach|media)=[^\[\]]{1,200}\]",
        where=Where.READ,
        more=(
            '[caption id="attachment_211" align="aligncenter" width="260"]',
            "[button link=”https://shop.example”]",
            '[audio src="https://media.example/a.mp3" /]',
            "[url=https://example.org]",
            "[gravityform id=3 title=false]",
            "[youtube https://video.example/x]",
            '[contact-form-7 404 "Not Found"]',
            "[popup_login label=“E-mail“ disable_placeholders autoclose delay=“1000″]",
        ),
        unlike=("the [protein-based] vaccine", "a[href=x]", "input[type=text]", "[see table = 3]"),
    ),
    Family(
        id="shortcode-closing",
        rule="shortcode-leak",
        engines=("WordPress shortcode", "BBCode"),
        example="juice of [adjustable]1[/adjustable] lemon",
        cause="the plugin that expands the tag is gone, or this field is printed without its filter",
        fix="activate the plugin or strip the tags: echo do_shortcode($text), strip_shortcodes($text)",
        cues=(r"\[/[a-zA-Z][A-Za-z0-9_-]*\]",),
        pattern=r"\[/[a-zA-Z][\w-]{0,40}\]",
        where=Where.READ,
        judge=_closing,
        more=("[b]bold[/b]", "[sourcecode]ls[/sourcecode]"),
    ),
    Family(
        id="shortcode-name",
        rule="shortcode-leak",
        engines=("WordPress shortcode",),
        example="[instagram-feed]",
        cause="the plugin that expands the shortcode is gone, or the text is printed without do_shortcode",
        fix="activate the plugin or remove the tag; in a template: echo do_shortcode('[instagram-feed]')",
        cues=(
            r"\[[a-z][a-z0-9]*[-_][a-z0-9_-]+\]",
            r"\[(?:gallery|caption|embed|playlist|nextpage|dropcap|vc_row|vc_column|toc)\]",
        ),
        pattern=r"\[[a-z][a-z0-9]*(?:[-_][a-z0-9]+)+\]|\[(?:gallery|caption|embed|playlist|nextpage|dropcap|toc)\]",
        where=Where.READ,
        judge=lambda c: (
            (Severity.ERROR if c.whole else Severity.WARNING)
            if "-" not in c.text and "_" not in c.text
            else _bracketed(c)
        ),
        more=("[youtube-feed]", "[gallery]", "[vc_row]", "[theme-my-login]", "[rev_slider_home]"),
        unlike=("[second-half]", "[pt-br]", "Search [alt-shift-f]", "[protein-based]", "[sic]", "[VIDEO]"),
    ),
    Family(
        id="year-shortcode",
        rule="shortcode-leak",
        engines=("WordPress shortcode",),
        example="Cranes of [year]",
        cause="the shortcode that prints the year is not expanded here: titles and the footer don't pass through do_shortcode",
        fix="print the year in the template: <?= esc_html(wp_date('Y')) ?>; for titles add_filter('the_title', 'do_shortcode')",
        cues=(r"\[(?:current[_-]?)?year\]",),
        pattern=r"\[(?:current[_-]?)?year\]",
        where=Where.TEXT | Where.TITLE | Where.META | Where.JSONLD,
        certain=Where.NOWHERE,
        judge=_year,
        named="h2",
        more=("© [year] Harbour Post", "Copyright [current_year]"),
        unlike=("“It was the last [year] of the old crane,” she said",),
    ),
    Family(
        id="modx-tag",
        rule="shortcode-leak",
        engines=("MODX", "Evolution CMS"),
        example="[[++site_name]]",
        cause="the tag stands where MODX doesn't parse, or its name is unknown",
        fix="put it into a template or chunk: [[*pagetitle]], [[++site_name]], [[$header]]",
        cues=(
            r"\[\[[!*+~$%#-]",
            r"\[[*~+(][a-z_0-9]",
            r"\[![A-Z]",
        ),
        pattern=r"\[\[!?(?:[*~$%#-]|\+{1,2})[\w.-]+(?:[:?@][^\[\]]{0,200})?\]\]|\[\[![A-Za-z][\w.-]*(?:\?[^\[\]]{0,200})?\]\]|\[![A-Z]\w+(?:\?[^\[\]]{0,200})?!\]|\[(?:\*[a-z_]+\*|~\d+~|\+[\w.]+\+|\([a-z_]+\))\]",
        more=(
            "[[*pagetitle]]",
            "[!Ditto? &parents=`3`!]",
            "[[$footer]]",
            "[[~12]]",
            "[*content*]",
            "[[++fred.theme.dir]]",
        ),
        judge=lambda c: Severity.OFF if c.text.startswith("[(") and c.where is Where.TEXT and not c.whole else None,
    ),
    Family(
        id="joomla-plugin",
        rule="shortcode-leak",
        engines=("Joomla",),
        example="{loadposition related}",
        cause="the content plugin that expands it is switched off, or this text doesn't pass through content plugins",
        fix="enable the plugin (Content - Load Modules), or prepare the text: HTMLHelper::_('content.prepare', $text)",
        cues=(
            r"\{load(?:position|module)",
            r"\{/(?:youtube|vimeo|dailymotion|soundcloud|mp3|gallery|phocagallery|slider|sliders|tabs?|tip|tooltip|modal|mosmap|pdf|source|rokbox|besps|vsig|sigplus)\}",
            r"\{(?:module|modulepos|modulename|article|rsform|chronoforms[56]?) [0-9A-Za-z]",
            r"\{(?:jcomments|fbcomments|jathumbnail|linkr|emailcloak)[ :=][a-z]",
            r"\{(?:mosimage|mospagebreak|phocagallery|phocadownload|K2Splitter)[} ]",
        ),
        pattern=r"\{load(?:position|module(?:id)?) [\w, -]{1,80}\}|\{(?P<name>youtube|vimeo|dailymotion|soundcloud|mp3|gallery|phocagallery|sliders?|tabs?|tip|tooltip|modal|mosmap|pdf|source|rokbox|besps|vsig|sigplus)(?:[ =][^{}<>]{0,160})?\}[^{}<>]{0,300}\{/(?P=name)\}|\{/(?:youtube|vimeo|dailymotion|phocagallery|mosmap|rokbox|besps|vsig|sigplus)\}|\{(?:module \d+|modulepos \w{2,40}|modulename [\w -]{2,40}|article \d+|rsform \d+|chronoforms\d? \w{1,40})\}|\{(?:jcomments|fbcomments|jathumbnail|linkr|emailcloak)[ :=](?:on|off|lock|none|related|bookmarks)\}|\{(?:mosimage|mospagebreak|phocagallery|phocadownload)(?: [^{}<>]{1,160})?\}|\{K2Splitter\}",
        more=(
            "{loadmoduleid 12}",
            "{youtube}a1B2c3D4e5F{/youtube}",
            "{module 93}",
            "{jcomments on}",
            "{mosimage}",
            "{phocagallery view=category|categoryid=3}",
            "{tip The crane}hint{/tip}",
        ),
        unlike=("{tip} of the crane", "{article}", "{gallery}", "{module}", "{source}"),
    ),
    Family(
        id="numbered-insert",
        rule="shortcode-leak",
        engines=("content system",),
        tongues=((r"(?i)^\[+nid:", ("Drupal",)),),
        example="[embed:4711]",
        cause="the text names something to be put in by its number, and this field is printed without the filter that does it",
        fix="run the field through the system's text filter, or replace the mark in the stored text",
        cues=(
            r"\[(?i:embed|image|img|video|audio|gallery|media|asset|poll|quote|widget|block|file|inline|related|nid|node|teaser)(?::[A-Za-z]+)?[:=# ] ?(?:id ?= ?)?[0-9]",
        ),
        pattern=r"\[{1,2}(?i:embed|image|img|video|audio|gallery|media|asset|poll|quote|widget|block|file|inline|related|nid|node|teaser)(?::[A-Za-z]{2,20})?(?:[:=#] ?|\s)(?:id ?= ?)?\d{2,12}(?:[|:,][^\[\]<>]{0,80})?\]{1,2}",
        where=Where.READ,
        judge=_numbered,
        more=("[[nid:4711]]", "[EMBED:VIDEO id=8812]", "[image:211:left]"),
        unlike=("[video 12]", "[image 3]", "[block 7 of 9]", "[image: Ada Moss]"),
    ),
    Family(
        id="datalife-tag",
        rule="shortcode-leak",
        engines=("DataLife Engine",),
        example="[xfvalue_source]",
        cause="the template's tag stands where DataLife Engine doesn't replace it, or the extra field is gone",
        fix="keep tags in .tpl files, and delete those of fields that no longer exist: [xfgiven_source][xfvalue_source][/xfgiven_source]",
        cues=(r"\[/?xf(?:value|given|notgiven)_[a-z]", r"\{date=[A-Za-z]"),
        pattern=r"\[/?xf(?:value|given|notgiven)_[\w-]{1,60}\]|\{date=[A-Za-z][A-Za-z:., -]{0,30}\}",
        where=Where.READ | Where.URL,
        more=("[/xfgiven_source]", "{date=d F Y}"),
    ),
    Family(
        id="spip-field",
        rule="placeholder-leak",
        engines=("SPIP",),
        example="[(#DATE|affdate)]",
        cause="the squelette's field stands in content or in a file that SPIP doesn't compile",
        fix="keep it in the squelette (squelettes/article.html), or in stored text write what it would print",
        cues=(r"\(#[A-Z][A-Z_]+[)|*{]",),
        pattern=r"\[[^\[\]()]{0,60}\(#[A-Z][A-Z_]{1,40}\*{0,2}(?:\{[^{}]{0,80}\})?(?:\|[^()]{1,120})?\)[^\[\]()]{0,60}\]",
        more=("[(#TITRE)]", "[<p>(#CHAPO)</p>]"),
        unlike=("see [the tag (#MeToo)]",),
    ),
    Family(
        id="drupal-media",
        varied=True,
        rule="shortcode-leak",
        engines=("Drupal Media",),
        example='[[{"fid":"123","view_mode":"default","type":"media"}]]',
        cause="the text format doesn't turn media tokens into pictures, or its module is gone",
        fix='switch on the filter "Convert media tags to markup" for this text format, or replace the tokens in the stored text',
        cues=(r"\[\[\{ ?(?:\"|&quot;|&#34;|\xe2\x80[\x9c-\x9e])",),
        pattern=r"\[\[\{\s*[\"“”„](?:fid|type|view_mode|fields|attributes|link_text)[\"“”].{1,3000}?\}\]\]",
        flags=re.DOTALL,
        where=Where.READ,
        more=('[[{"type":"media","fid":"7","attributes":{"alt":"Crane","class":"file[und][0]"}}]]',),
    ),
    Family(
        id="drupal-token",
        rule="placeholder-leak",
        engines=("Drupal Token",),
        example="[node:title]",
        cause="the token's module is off, or the token is unknown for this kind of page",
        fix="choose a token from the browser ([node:title]) and clear unused ones: $token->replace($text, $data, ['clear' => TRUE])",
        cues=(r"\[[a-z-]+:[a-z\x80-\xff]",),
        pattern=r"\[(?:node|site|user|current-user|current-page|current-date|term|file|comment|view|media|entity|random):(?![A-Z\d])\w[\w:?+-]*\]",
        more=("[current-page:title]", "[site:name]"),
    ),
    Family(
        id="wiki-emphasis",
        rule="shortcode-leak",
        engines=("MediaWiki",),
        example="'''Crane''' is a harbour",
        cause="wikitext was printed without being rendered",
        fix="render the wikitext (action=parse), or write <strong>",
        cues=(r"'''[A-Za-z\xc3]", r"(?:&#0?39;|&#x27;)(?:&#0?39;|&#x27;)(?:&#0?39;|&#x27;)[A-Za-z]"),
        pattern=r"(?<!')'''[^'\n<>]{2,80}'''(?!')",
        where=Where.TEXT | Where.META | Where.TITLE,
        certain=Where.NOWHERE,
    ),
    Family(
        id="wiki-link",
        rule="shortcode-leak",
        engines=("MediaWiki", "Obsidian"),
        example="[[Special:BookSources/9780140328721]]",
        cause="wikitext was printed without being rendered",
        fix='render the wikitext, or write an HTML link: <a href="/wiki/Page">Page</a>',
        cues=(r"\[\[[A-Z]",),
        pattern=r"(?<!\[)\[\[[A-Z][^\[\]{}<>\n]{1,80}\]\](?!\])",
        where=Where.TEXT | Where.TITLE | Where.LABEL,
        certain=Where.NOWHERE,
        judge=_wiki,
        more=("*[[Soul Repairer]] (2020)",),
        unlike=("[[at]]", "[[EQUAL]]", "[[1, 2], [3, 4]]"),
    ),
)
