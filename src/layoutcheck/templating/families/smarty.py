# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Tags and variables in single braces: Smarty, Latte, TYPO3 Fluid, ExpressionEngine."""

from __future__ import annotations

from layoutcheck.core.severity import Severity
from layoutcheck.templating.family import Family, Where

#: How a tag with attributes begins, and an object's members.
MEMBERS = r"\{[a-z][A-Za-z0-9_\x80-\xff\s&;]*="

FAMILIES = (
    Family(
        id="fluid",
        rule="placeholder-leak",
        engines=("TYPO3 Fluid",),
        example="{f:render(section: 'caption', arguments: {image: image})}",
        cause="the Fluid call stands in content (a rich-text field, a data attribute) where Fluid doesn't run",
        fix='move it into the template: <f:render section="caption" arguments="{image: image}" />',
        cues=(r"\{(?:f|v|vhs|neos|n|flux|fluid):[a-z]",),
        pattern=r"\{(?:f|v|vhs|neos|n|flux|fluid):[a-zA-Z][\w.]*(?:\("
        + r"(?:[^(){}]|\{[^{}]{0,200}\}|\([^()]{0,80}\)){0,300}"
        + r"\))?[^{}]{0,60}\}",
        more=("{f:translate(key: 'readMore')}", "{neos:link.node(node: node)}"),
    ),
    Family(
        id="smarty-tag",
        rule="placeholder-leak",
        engines=("Smarty", "Latte", "PrestaShop"),
        example="{foreach from=$items item=i}",
        cause="the template file was sent without Smarty, or the tag stands in stored text",
        fix="assign and display it: $smarty->display('page.tpl'); for stored text {eval var=$text}",
        cues=(
            r"\{(?:foreach|if|elseif|include|assign|section|capture|block|l|var)\s",
            r"\{/[a-z]",
            r"\{(?:literal|ldelim|rdelim)\}",
            MEMBERS,
        ),
        pattern=r"\{(?:foreach|if|elseif|include|assign|section|capture|block|l|var)\s+(?:[a-z]+=|!?\$|!?isset\(|[a-z]+=['\"])[^{}]{0,200}\}"
        r"|\{/(?:foreach|if|section|capture|block|literal|strip)\}|\{(?:literal|ldelim|rdelim)\}|\{[a-z]\w*(?:\s+[a-zA-Z]\w*=(?:'[^'{}]{0,80}'|\"[^\"{}]{0,80}\"|\$[\w.]+))+\s*\}",
        where=Where.READ | Where.URL,
        more=(
            "{if $author}",
            "{/foreach}",
            "{l s='Add to cart' mod='cart'}",
            "{include file='header.tpl'}",
            "{url entity='category' id=$id}",
        ),
    ),
    Family(
        id="smarty-variable",
        rule="placeholder-leak",
        engines=("Smarty", "TYPO3 TypoScript", "Latte"),
        tongues=(
            (r"\{\s?\$\w+\{", ("Text::Template",)),
            (r"^\{ ", ("Smarty",)),
        ),
        example="{$article.title}",
        cause="the variable or constant is not set where the text is printed, or the text never went through the engine",
        fix="assign it ($smarty->assign('article', $article)), write no space behind the brace, or define the TypoScript constant",
        cues=(r"\{\$", r"\{ \$[a-z]"),
        deny=r"in strings is deprecated",  # PHP's own words about such braces
        pattern=r"\{\$[^\W\d]\w*(?:[.\[\]>:|@-][^{}]{0,120})?\}|\{ \$[A-Za-z_]\w*(?:(?:\.|->)\w[^{}]{0,120}|(?:\{\w+\})+) \}",
        more=(
            "{ $article.headline }",
            "{ $article{headline} }",
            "{$category}",
            "{$überschrift}",
            "{$plugin.tx_news.opengraph.site_name}",
            "https://video.example/user/{$channel}",
        ),
        judge=lambda c: Severity.OFF if c.before.endswith(("`", "{")) else None,
    ),
    Family(
        id="smarty-setting",
        rule="placeholder-leak",
        engines=("Smarty",),
        example="{#siteName#}",
        cause="the template file was sent without Smarty, or its configuration file was not loaded",
        fix="load the file that sets it: {config_load file='site.conf'}",
        cues=(r"\{#[A-Za-z_\x80-\xff]+#",),
        pattern=r"(?<!\{)\{#[^\W\d]\w*#\}(?!\})",
        certain=Where.URL,
    ),
    Family(
        id="smarty-comment",
        rule="placeholder-leak",
        engines=("Smarty", "Latte"),
        example="{* author box, see ticket 12 *}",
        cause="the template file was sent without Smarty, or the comment stands in stored text",
        fix="render the file with Smarty, or delete the comment",
        cues=(r"\{\*\s",),
        pattern=r"\{\*\s[^{}*]{1,160}\s\*\}",
        client=True,  # Janrain's forms are written so, hidden until their script fills them
        certain=Where.NOWHERE,
    ),
    Family(
        id="expressionengine",
        rule="placeholder-leak",
        engines=("ExpressionEngine",),
        example='{exp:channel:entries channel="news"}',
        cause="the tag stands in stored content or in a file that ExpressionEngine doesn't parse, or its add-on is gone",
        fix="keep tags in templates, or install the add-on that the tag belongs to",
        cues=(r"\{/?exp:[a-z]",),
        pattern=r"\{/?exp:[a-z]\w*(?::\w+)*(?:\s[^{}]{0,240})?\}",
        more=("{/exp:channel:entries}",),
    ),
)
