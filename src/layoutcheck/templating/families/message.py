# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Message keys in place of messages, and machine names in place of labels."""

from __future__ import annotations

import re

from layoutcheck.core.rare import rare
from layoutcheck.core.severity import Severity
from layoutcheck.templating.family import Candidate, Family, Where

#: Name spaces under which sites keep their messages.
_SPACES = frozenset(
    "common label labels button buttons btn nav navigation menu header footer component components share sharebar sharing social article "
    "page pages form forms error errors message messages msg general generic global ui app site aria a11y accessibility search login auth "
    "account user users comment comments newsletter cta text texts title titles i18n translation translations translate teaser widget modal dialog cookie "
    "cookies video player gallery home action actions link links block blocks story stories card cards list section sections tooltip tooltips "
    "placeholder validation field fields date dates time author byline byline related recommended layout view views skip contact product "
    "checkout cart toolbar sidebar breadcrumb breadcrumbs pagination banner alert alerts notification notifications pane panel lead live blog "
    "customer template templates module modules shared core frontend web www client content msg lbl txt str icon icons i18n l10n "
    "category categories topic topics tag tags cmp consent privacy paywall subscription".split()
)
#: Kinds of message with which long keys end.
_KINDS = frozenset(
    "title headline heading subtitle label text cta button link description placeholder tooltip caption error".split()
)
_FILE_OR_HOST = rare(
    r"(?i)\.(?:com|org|net|edu|gov|info|biz|io|co|tv|me|de|at|ch|fr|es|it|nl|be|pl|cz|ru|uk|us|eu|se|no|fi|dk|pt|br|mx|ar|cl|jp|cn|kr|in|au|nz|ca|za|"
    r"ie|gr|tr|hu|ro|lu|news|social|online|site|shop|blog|dev|media|tech|world|today|club|agency|studio|cloud|digital|berlin|"
    r"hamburg|wien|business|jpe?g|png|gif|webp|svg|avif|bmp|tiff?|ico|mp[34]|pdf|docx?|xlsx?|pptx?|txt|md|ya?ml|json|xml|html?|php|aspx?|jsp|js|ts|jsx|tsx|css|scss|"
    r"py|rb|go|rs|java|kt|cs|c|h|cpp|sh|zip|gz|tar|exe|dmg|apk|lock|toml|ini|cfg|conf|log|sql|csv|xcodeproj|large|small|medium)(?:$|/)|\.(?:com|org|net|co|gov)\.|\.(?:com|org|net|de|at|ch|fr)(?:$|[-_])"
)


#: Cues of values that are one word of parts. What may follow every ">" is dear to look for: two families share it.
_SPACE = r"(?:\s|&nbsp;|\xc2\xa0)*"
_WHOLE_WORD = (
    rf">\s*[a-z]+[A-Za-z0-9-]*[._:][a-zA-Z][^\s<>]*{_SPACE}(?:<|$)",
    rf"(?:title|alt|aria-label|placeholder)=[\"']\s*[a-z][A-Za-z0-9-]*[._][a-zA-Z][^\s<>\"']*{_SPACE}[\"']",
)


#: The last part of a variable's path, where a picture's text should name somebody or say where it lies.
_MEMBERS = r"(?:(?:display|nick|author)Name|(?:image|avatar|thumbnail|profile)(?:Url|URL))"
_MEMBER = re.compile(rf"\.{_MEMBERS}\Z")


def _dotted(candidate: Candidate) -> Severity | None:
    """``common.go-to-content`` as the whole of a text: a message key, not a host, a file or a user name."""
    text = candidate.text.strip()
    if (
        text != candidate.value.strip()
        or (candidate.name in ("alt", "title") and _MEMBER.search(text))
        or text.startswith(("www.", "android.", "com.", "org.", "net.", "java.", "io."))
        or _FILE_OR_HOST.search(text)
    ):
        return Severity.OFF
    if ":" in text:  # i18next's name space
        space, _, key = text.partition(":")
        return Severity.ERROR if space.lower() in _SPACES and re.search(r"[._]|[a-z][A-Z]", key) else Severity.OFF
    parts = text.split(".")
    if parts[0].startswith("tx_"):  # TYPO3's
        return Severity.ERROR
    compound = any(re.search(r"[-_]|[a-z][A-Z]", part) for part in parts)
    first = re.split(r"[-_]|(?<=[a-z])(?=[A-Z])", parts[0])
    known = any(word.lower() in _SPACES for word in first) or (
        len(parts) > 2 and compound and parts[1].lower() in _SPACES
    )
    in_prose = candidate.where is Where.TEXT and candidate.tag in {
        "i",
        "em",
        "b",
        "strong",
        "q",
        "cite",
        "td",
        "dd",
        "dt",
        "code",
    }
    if (candidate.name == "alt" and not known) or in_prose:
        return Severity.OFF
    if (known and compound) or (parts[0] in _SPACES and len(parts) > 2) or parts[0] in {"i18n", "l10n"}:
        return Severity.ERROR
    if len(parts) > 2 and (compound or parts[-1] in _KINDS):
        return Severity.WARNING
    if (
        known
        and (compound or parts[-1].lower() in _SPACES | _LABEL_WORDS)
        and candidate.where & (Where.LABEL | Where.TEXT)
        and candidate.tag in {"", "a", "button", "label", "h1", "h2", "h3", "h4"}
    ):
        return Severity.WARNING
    return Severity.OFF


def _capital_key(candidate: Candidate) -> Severity | None:
    """``ARTICLE.SHARE.TITLE`` as the whole of a text: a name space, then words; not a host, not words in capitals."""
    text = candidate.text.strip()
    first, *others = re.split(r"[._-]", text)
    control = len(others) > 0 and all(word.lower() in _LABEL_WORDS for word in (first, *others))
    if (
        candidate.value.strip().rstrip(": ") != text
        or not (first.lower() in _SPACES or control)
        or _FILE_OR_HOST.search(text)
        or first in {"WWW", "WEB"}
    ):
        return Severity.OFF
    if not re.search(r"[._]", text) or min(map(len, others)) < 2:
        return Severity.OFF
    if candidate.tag in {"code", "td", "dd", "dt", "option"}:
        return Severity.OFF
    return Severity.ERROR if text.count(".") >= 2 or ("." in text and "_" in text) else Severity.WARNING


def _path(candidate: Candidate) -> Severity | None:
    """``photo.caption``: what a template calls a thing, and a part of it, where a template fills the place."""
    parts = candidate.text.split(".")
    if len(parts) == 2 and parts[1] == "name":  # hosts end so
        return Severity.OFF
    if candidate.where is Where.LABEL and candidate.name not in {"alt", "title", "aria-label"}:
        return Severity.OFF
    if candidate.where is Where.TEXT and candidate.tag not in {"", "h1", "h2", "h3", "figcaption", "time"}:
        return Severity.OFF
    return None if len(parts) > 2 else Severity.WARNING


#: Words of which the machine names of controls and sections are made. A user's name or a file's is made of others.
_LABEL_WORDS = frozenset(
    "facebook twitter linkedin youtube instagram pinterest whatsapp telegram tiktok reddit flipboard email mail rss feed url link links apple google news edition "
    "international us uk eu asia africa europe america americas latin middle east west north south pacific pro subscriber subscribe subscription "
    "load more menu nav navigation back to home read share search close open next previous prev show hide all view section main top footer header "
    "sidebar content skip login log in out sign up register account profile settings submit send print copy save bookmark comment comments reply "
    "play pause mute unmute fullscreen exit enter video audio podcast gallery image photo photos slideshow caption credit byline author date published updated "
    "modified article articles post posts author authors video videos podcasts galleries results events story stories page title headline label teaser kicker summary description lead body related recommended latest popular "
    "trending breaking live world politics business sport sports culture opinion weather science health tech technology travel style economy finance markets "
    "ww de en fr es it nl tr button btn icon toggle dropdown toggle expand collapse language country select choose go new old first last privacy policy "
    "terms conditions contact about us imprint cookie cookies accept decline newsletter sign social media follow app download store watch listen "
    "primary secondary mobile desktop block list item items category categories tag tags topic topics field text taxonomy term node".split()
)


#: With which of them a control's name begins.
_CONTROLS = frozenset(
    "read load show hide share view subscribe sign log close open next previous back watch play follow print save copy send submit skip go all more "
    "latest most popular trending published updated recommended accept decline select choose download".split()
)


def _snake(candidate: Candidate) -> Severity | None:
    """``facebook_url`` as the whole label: only when every word is a control's or a section's."""
    words = candidate.text.strip().lower().split("_")
    element = candidate.element
    if candidate.name == "aria-label" and len(words) > 2 and re.fullmatch(r"\d+x\d+", words[-1]):
        return Severity.WARNING  # an advertisement's slot
    if not candidate.whole or not all(word in _LABEL_WORDS for word in words):
        return Severity.OFF
    if element is None:
        return Severity.WARNING
    if element.tag in {"i", "mat-icon"} or "icon" in (element.attr("class") or "").lower():
        return Severity.OFF  # the ligature of an icon font
    if element.tag == "img":
        link = next((a for a in element.ancestors if getattr(a, "tag", "") == "a"), None)
        if link is None or link.text.strip():
            return Severity.OFF
        name = candidate.text.strip().lower()
        address = (element.attr("src") or "").lower().replace("-", "_")
        return Severity.OFF if name in address.rsplit("/", 1)[-1] and len(words) > 2 else Severity.WARNING
    return Severity.WARNING


FAMILIES = (
    Family(
        id="translation-missing",
        rule="untranslated-key",
        engines=("Rails I18n", "Shopify Liquid", "Hugo"),
        tongues=(
            (r"returned an object", ("i18next",)),
            (r"\[i18n\]", ("Hugo",)),
            (r"MISSING_(?:MESSAGE|TRANSLATION)", ("next-intl",)),
            (r"\[missing \"", ("I18n-js",)),
            (r"(?i)translation[_ ]missing", ("Rails I18n", "Shopify Liquid")),
        ),
        example="translation missing: de.article.read_more",
        cause="the key is absent from the locale's messages",
        fix="add the key to the locale file, and make missing keys raise in tests: config.i18n.raise_on_missing_translations = true",
        cues=(
            r"(?i)translation[_ ]missing",
            r"(?i)missing[_ ](?:translation|message|resource)",
            r"i18n:[a-z]",
            r"returned an object instead of string",
            r"\[i18n\]",
            r"\[missing ",
        ),
        pattern=r"(?i)\[?translation[_ ]missing\]?:?\s*[\w-]+(?:\.[\w-]+)+|\[?missing[_ ]translation(?: for)?(?::\s*[\"']?[\w-]+(?:\.[\w-]+)*|\s+(?:[\"'][\w.-]+|[\w-]+(?:\.[\w-]+)+))[\"']?\]?|\bkey '[^'\n]{1,80}' returned an object instead of string|\bMISSING_(?:TRANSLATION|MESSAGE)(?::\s*\S+)?|\bmissing[_ ]resource: ?[\w.-]+\s*\Z"
        r"|(?<![\w.-])i18n:[a-z][\w-]*(?:\.[\w-]+)+|\[missing \"[^\"\[\]]{1,80}\" translation\]|\[i18n\]\s?[\w.-]+",
        more=(
            "Translation missing: en.layout.customer.my_account",
            '[missing "en.title" translation]',
            "[i18n] readMore",
            "i18n:article.readMore",
            "Missing resource: ArticleReadMore",
            "Missing translation for article.read_more",
            'missing translation: "Share"',
        ),
        unlike=(
            "The missing translation of the poem was found in a drawer.",
            "Volunteers add the missing translations to other scripts.",
        ),
    ),
    Family(
        id="key-in-marks",
        rule="untranslated-key",
        engines=("JSF", "Thymeleaf", "Struts", "i18next"),
        tongues=(("⧼", ("MediaWiki",)),),
        example="???social.sharing.mail???",
        cause="the message bundle has no such key, so the engine prints the key between its marks",
        fix="add the key to the bundle: social.sharing.mail=Share by e-mail",
        cues=(
            r"\?\?[A-Za-z\x80-\xff]",
            r"!![a-z]",
            r"[>\"]![a-z]",
            r"\[(?:en|de|fr|es|it|nl|pt|pl|sv|tr|da|fi|cs)[.-]",
            r"\[\[\[[A-Za-z]",
            r"\xe2\xa7\xbc[A-Za-z]",
        ),
        pattern=r"\?\?\?[^\W\d][\w.: -]{2,100}\?\?\?|\?\?[^\W\d][\w.-]{2,100}_[a-z]{2}(?:_[A-Z]{2})?\?\?|!{2,3}[a-z][\w-]*(?:\.[\w-]+)+!{2,3}|\A\s*![a-z][\w-]*(?:\.[\w-]+)+!\s*\Z|\A\s*\[[a-z]{2}(?:[-_][A-Za-z]{2})?\.[a-z]\w*(?:\.\w+)+\]\s*\Z|\[\[\[[^\[\]]{2,100}\]\]\]|⧼[\w. -]{2,100}⧽",
        more=(
            "⧼harbour-footer-follow⧽",
            "??article.readMore_en_US??",
            "!!nav.home!!",
            "!article.readMore!",
            "[[[Read more]]]",
        ),
        unlike=(
            "Really???",
            "What??? no ???",
        ),
    ),
    Family(
        id="typo3-label",
        rule="untranslated-key",
        engines=("TYPO3",),
        example="LLL:EXT:news/Resources/Private/Language/locallang.xlf:more-link",
        cause="the label's reference was printed instead of being looked up, or its file is gone",
        fix='look it up: <f:translate key="LLL:EXT:news/Resources/Private/Language/locallang.xlf:more-link" />',
        cues=(r"LLL:(?:EXT:|fileadmin)",),
        pattern=r"LLL:(?:EXT:|fileadmin/)[\w./-]+(?::[\w.-]+)?",
    ),
    Family(
        id="joomla-key",
        rule="untranslated-key",
        engines=("Joomla",),
        example="COM_CONTENT_READ_MORE",
        cause="the extension's language file has no such key, or is not loaded on this page",
        fix="add it to the file (COM_CONTENT_READ_MORE=\"Read more\"), or load that: $language->load('com_content')",
        cues=(r"(?:COM|MOD|PLG|TPL|LIB|JGLOBAL)_[A-Z0-9]+[_<\"' ]",),
        pattern=r"\A\W*(?P<leak>(?:(?:COM|MOD|PLG|TPL|LIB)_[A-Z0-9]+|JGLOBAL)(?:_[A-Z0-9]+)+)\W*\Z",
        where=Where.TEXT | Where.LABEL | Where.TITLE,
        more=("JGLOBAL_READ_MORE", "MOD_LOGIN_VALUE_USERNAME", "TPL_HARBOUR_BACK_TO_TOP:"),
        unlike=("COM_PORT", "LIB_DEM"),
    ),
    Family(
        id="gettext-call",
        rule="untranslated-key",
        engines=("gettext", "WordPress", "Vue I18n", "Rails I18n"),
        example="__('Read more', 'theme')",
        cause="the call stands in text or in a file that is not run",
        fix="run it in the template: <?php esc_html_e('Read more', 'theme'); ?>, {{ $t('readMore') }}",
        cues=(
            r"(?:__|_e|_x|_t|esc_html__|gettext|\$t|i18n\.t|I18n\.t)\(\s*['\"&]",
            r"\$t\([a-z]",
            r"t\((?:['\"]|&#(?:0?39|x27);|&quot;)\.?[a-z_]+\.[a-z]",
        ),
        pattern=r"(?<![\w.$>])(?:__|_e|_x|_t|esc_html__|gettext|\$t|i18n\.t|I18n\.t)\(\s*(?:'[^'<>]{1,120}'|\"[^\"<>]{1,120}\")\s*(?:,\s*['\"][\w-]+['\"]\s*)?\)|(?<!\w)\$t\([a-z][\w:-]*(?:\.[\w-]+)+\)|(?<![\w.$>{])t\(['\"]\.?[a-z]\w*(?:\.\w+)+['\"]\)",
        where=Where.READ,
        more=("$t(article.share)", "t('articles.show.title')", '$t("nav.home")', "I18n.t('article.more')"),
    ),
    Family(
        id="phrase-argument",
        rule="placeholder-leak",
        engines=("vBulletin",),
        example="The owners of [ARG:2 UNDEFINED] may delete posts",
        cause="the phrase was printed with fewer arguments than it names",
        fix="hand over each argument: construct_phrase($vbphrase['rules'], $title, $name)",
        cues=(r"\[ARG:[0-9]",),
        pattern=r"\[ARG:\d{1,2} UNDEFINED\]",
        where=Where.READ,
    ),
    Family(
        id="template-path",
        rule="placeholder-leak",
        engines=("Django", "Jinja", "Handlebars"),
        example="obj.0.content_object.caption",
        cause="the expression stands in quotes or outside of its braces, so its text was printed",
        fix='put it into braces, without quotes around it: alt="{{ photo.caption }}"',
        cues=(r"\.(?:title|headline|caption|name|alt|description|summary|byline|credit|alt_text)\s?[\"'<]",),
        pattern=r"\A\s*(?:obj|object|item|story|article|post|entry|node|image|photo|teaser|author)(?:\.(?:\d+|[a-z][a-z0-9_]*)){0,5}\.(?:title|headline|caption|name|alt|description|summary|byline|credit|alt_text)\s*\Z",
        where=Where.TITLE | Where.LABEL | Where.META | Where.TEXT | Where.JSONLD,
        judge=_path,
        at=Where.META,
        more=("photo.caption", "story.author.name"),
        unlike=("post.name", "photo.captions"),
    ),
    Family(
        id="dotted-key",
        rule="untranslated-key",
        engines=("i18next", "Vue I18n", "react-intl", "Symfony", "Laravel"),
        example="common.go-to-content",
        cause="the key is absent from the bundle, so the library shows the key itself",
        fix="add the key to the language's messages and let a missing key fail the build (i18next: saveMissing, missingKeyHandler)",
        cues=(*_WHOLE_WORD,),
        pattern=r"\A\s*[a-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*(?::[a-zA-Z]\w*|(?::[a-zA-Z]\w*)?(?:\.[a-zA-Z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*)+)\s*\Z",
        where=Where.TEXT | Where.LABEL | Where.TITLE,
        judge=_dotted,
        more=(
            "component.sharebar.share_on_flipboard",
            "share-bar-block.share-button-aria-label",
            "lead-art-block.fullscreen-enter",
            "articlePage.readMore",
            "common:related_articles",
            "article:share.title",
            "tx_news_domain_model_news.readmore",
        ),
        unlike=(
            "bahn.business",
            "mastodon.social",
            "fri.juli",
            "mo.zemion",
            "tagesschau.de-Logo",
            "pydoc-markdown.yml",
            "simple.home.edit",
            "tn.com.ar",
            "android.permission.internet",
            "photo:ap_harbour",
            "video:crane",
        ),
    ),
    Family(
        id="member-path",
        rule="placeholder-leak",
        engines=("JavaScript template",),
        example="story.author.displayName",
        cause="the path of a value was written as plain text, so it stands where the value was meant",
        fix='bind it: alt={story.author.displayName}, :alt="story.author.displayName", alt="{{story.author.displayName}}"',
        cues=(rf"(?:alt|title)=[\"']\s*[a-z][A-Za-z0-9.]*\.{_MEMBERS}\s*[\"']",),
        pattern=rf"\A\s*[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)*\.{_MEMBERS}\s*\Z",
        where=Where.LABEL,
        at=Where.LABEL,
        named="alt",
        judge=lambda c: None if c.name in ("alt", "title") else Severity.OFF,
        more=("like.author.displayName", "item.avatarUrl"),
        unlike=("displayName", "see story.author.displayName"),
    ),
    Family(
        id="capital-key",
        rule="untranslated-key",
        engines=("ngx-translate", "i18next", "JHipster"),
        example="ARTICLE.SHARE.TITLE",
        cause="the key is absent from the bundle, so the library shows the key itself",
        fix="add the key to the language's messages and let a missing key fail the build (a MissingTranslationHandler that throws)",
        cues=(rf"[>\s\"'](?:{'|'.join(sorted(word.upper() for word in _SPACES | _CONTROLS))})[A-Z0-9-]*[._][A-Z0-9]",),
        pattern=r"\A\s*(?P<leak>[A-Z][A-Z0-9]+(?:[._-][A-Z0-9]+)+)\s?:?\s*\Z",
        where=Where.TEXT | Where.LABEL | Where.TITLE,
        judge=_capital_key,
        more=(
            "COMMON.BUTTONS.READ_MORE",
            "ARTICLE_READ_MORE",
            "FOOTER.IMPRINT",
            "READ_MORE",
            "LOAD_MORE_COMMENTS",
            "LBL_SHARE_ARTICLE:",
        ),
        unlike=(
            "READ_ME_FIRST",
            "GO_TEAM",
            "WWW.HARBOUR.EXAMPLE",
            "U.S.A.",
            "LIVE-BLOG",
            "WEB.DE",
            "NEWS.AT",
            "TOP-STORY",
            "CONTACT-TRACING",
        ),
    ),
    Family(
        id="machine-name",
        rule="machine-name",
        engines=("CMS field or menu name",),
        example="facebook_url",
        cause="the name of a field, a menu or a key is used as its label",
        fix="give the field or menu item a label and print that",
        cues=(*_WHOLE_WORD,),
        pattern=r"\A\s*[a-z]+(?:_[a-z0-9]+)+\s*\Z",
        where=Where.TEXT | Where.LABEL | Where.TITLE,
        certain=Where.NOWHERE,
        judge=_snake,
        more=("nav_back_to_home", "apple_news", "load_more", "us_edition"),
        unlike=("keyboard_arrow_down", "dr_goodvibes", "bitcoin_figure", "fe_typo_user"),
    ),
    Family(
        id="repository-name",
        rule="machine-name",
        engines=("AEM",),
        example="news:topics/transport",
        cause="the tag's id, or the page's path, is printed where its title is meant",
        fix="print the title: ${tag.title} of the resolved Tag, ${page.title} of the Page",
        cues=(*_WHOLE_WORD, r"[>\s]/content/[a-z][^\s<>]*\s*<"),
        pattern=r"\A\s*(?:[a-z][a-z0-9-]+:[a-z0-9-]{2,60}(?:/[a-z0-9-]{2,60})+|/content/[a-z][\w-]*(?:/[\w-]+)+)\s*\Z",
        where=Where.TEXT,
        certain=Where.NOWHERE,
        judge=lambda c: Severity.OFF if c.tag in {"code", "td", "dd", "option", "em", "i"} else None,
        more=("/content/harbour/en/news",),
        unlike=("https:/", "re:work/ life", "/content", "/news/content", "/content/dam/crane.svg"),
    ),
    Family(
        id="key-in-label",
        rule="untranslated-key",
        engines=("i18n bundle",),
        example="Home nav_back_to_home",
        cause="the key is absent from the language's messages, so its name stands beside the text",
        fix="add the key to the language's messages",
        cues=(r"[ >\"](?:nav|btn|label|lbl|msg|txt|aria|menu)_[a-z]+_[a-z]",),
        pattern=r"(?<![\w/.@-])(?:nav|btn|label|lbl|msg|txt|aria|menu|link|button)_[a-z]+(?:_[a-z]+)+(?![\w/.@(=-])",
        where=Where.TEXT | Where.LABEL | Where.TITLE,
        certain=Where.NOWHERE,
        judge=lambda c: Severity.OFF if len(c.value.strip()) > 60 or c.whole else Severity.WARNING,
    ),
)
