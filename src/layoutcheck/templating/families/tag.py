# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Tags that a server runs, escaped like text: JSP, ASP.NET, ColdFusion, XSLT, ESI, SSI."""

from __future__ import annotations

from layoutcheck.templating.family import Family, Where

#: Where a tag stands as it is, for nothing reads markup there, too: ``href="<c:url value='/news'/>"``.
_WHERE = Where.READ | Where.URL
_CAUSE = "the tag stands in stored text or in a file that the server doesn't run, and was escaped like text"


def _tags(names: str) -> str:
    """A tag of one of these names, with what it holds where that is near and no tag."""
    return rf"<({names})(?:\s[^<>]{{0,200}})?/?>(?:[^<>]{{0,200}}</\1>)?|</{names}>"


#: An include between tags that no server ran: a comment to browsers.
HIDDEN_SSI = Family(
    id="server-include-hidden",
    rule="placeholder-leak",
    engines=("Apache SSI", "nginx SSI"),
    cause="the server doesn't run the page's includes, so the part that stands there is missing",
    fix="switch includes on for this kind of file: Options +Includes and AddOutputFilter INCLUDES in Apache, ssi on in nginx; or delete the directive",
    once=True,
)
#: The same for a cache: an element that browsers don't know.
HIDDEN_ESI = Family(
    id="edge-include-hidden",
    rule="placeholder-leak",
    engines=("ESI",),
    cause="no cache in front of the server reads the page's includes, so the part that stands there is missing",
    fix='let the cache read it: set beresp.do_esi = true in Varnish, Surrogate-Control: content="ESI/1.0"; or put the part in on the server',
    once=True,
)

FAMILIES = (
    Family(
        id="jsp-tag",
        rule="placeholder-leak",
        engines=("JSP", "JSTL"),
        tongues=(
            ("jsp:", ("JSP",)),
            ("<s:", ("Struts",)),
            ("</s:", ("Struts",)),
            (r"</?(?:bean|html|logic):", ("Struts",)),
            ("<tiles:", ("Apache Tiles",)),
            ("<spring:", ("Spring",)),
            ("<g:", ("Grails",)),
            ("</g:", ("Grails",)),
            ("<c:", ("JSTL",)),
            ("</c:", ("JSTL",)),
            ("<fmt:", ("JSTL",)),
            ("</fmt:", ("JSTL",)),
        ),
        example='<c:out value="${title}"/>',
        cause=_CAUSE,
        fix='put it into the page\'s own file, with its tag library: <%@ taglib prefix="c" uri="jakarta.tags.core" %>',
        cues=(r"(?:<|&lt;)/?(?:jsp|c|fmt|s|spring|tiles|g|bean|html|logic):[a-zA-Z]",),
        pattern=_tags(r"(?:jsp|c|fmt|s|spring|tiles|g|bean|html|logic):[a-zA-Z][\w.-]*"),
        where=_WHERE,
        more=(
            "<c:url value='/news'/>",
            '<jsp:include page="footer.jsp"/>',
            '<fmt:message key="readMore"/>',
            '<s:property value="title"/>',
            '<bean:write name="story" property="title"/>',
        ),
    ),
    Family(
        id="facelets-tag",
        rule="placeholder-leak",
        engines=("JSF", "TYPO3 Fluid", "Thymeleaf"),
        tongues=(
            ("<h:", ("JSF",)),
            ("</h:", ("JSF",)),
            ("<ui:", ("JSF",)),
            ("</ui:", ("JSF",)),
            ("<th:", ("Thymeleaf",)),
            ("</th:", ("Thymeleaf",)),
            ("<f:format", ("TYPO3 Fluid",)),
            ("</f:format", ("TYPO3 Fluid",)),
            ("<f:if", ("TYPO3 Fluid",)),
            ("<f:for ", ("TYPO3 Fluid",)),
            ("<f:render", ("TYPO3 Fluid",)),
            ("<f:translate", ("TYPO3 Fluid",)),
            ("<f:link", ("TYPO3 Fluid",)),
            ("<f:", ("JSF", "TYPO3 Fluid")),
            ("</f:", ("JSF", "TYPO3 Fluid")),
        ),
        example="<f:format.html>{text}</f:format.html>",
        cause=_CAUSE,
        fix='put it into the view\'s own file, which declares its name space: xmlns:h="jakarta.faces.html", xmlns:f="http://typo3.org/ns/TYPO3/CMS/Fluid/ViewHelpers"',
        cues=(r"(?:<|&lt;)/?(?:f|h|ui|th):[a-zA-Z]",),
        pattern=_tags(r"(?:f|h|ui|th):[a-zA-Z][\w.-]*"),
        where=_WHERE,
        more=('<h:outputText value="#{story.title}"/>', "<th:block>"),
    ),
    Family(
        id="aspnet-control",
        rule="placeholder-leak",
        engines=("ASP.NET Web Forms",),
        example='<asp:Literal runat="server" ID="title" />',
        cause=_CAUSE,
        fix="put the control into the .aspx or .ascx file itself; in stored text write what it would print",
        tongues=(("sc:", ("Sitecore",)), ("umbraco:", ("Umbraco",))),
        cues=(r"(?:<|&lt;)/?(?:asp|sc|umbraco):[a-zA-Z]",),
        pattern=_tags(r"(?:asp|sc|umbraco):[a-zA-Z][\w.-]*"),
        where=_WHERE,
        more=(
            "</asp:Repeater>",
            '<sc:Placeholder Key="main" runat="server" />',
            '<umbraco:Item field="lead" runat="server" />',
        ),
    ),
    Family(
        id="xslt-tag",
        rule="placeholder-leak",
        engines=("XSLT",),
        example='<xsl:value-of select="title"/>',
        cause="the instruction stands in data or was escaped in the stylesheet, so the processor copied it as text",
        fix='put it into the stylesheet unescaped, and in an attribute use braces: <a href="{@url}"><xsl:value-of select="title"/></a>',
        cues=(r"(?:<|&lt;)/?xsl:[a-z]",),
        pattern=_tags(r"xsl:[a-z][\w.-]*"),
        where=_WHERE,
        more=('<xsl:if test="author">', "</xsl:for-each>"),
    ),
    Family(
        id="cms-tag",
        rule="placeholder-leak",
        engines=("HTML::Template", "Movable Type", "Textpattern", "Zope", "Blogger", "SPIP"),
        tongues=(
            ("mt:", ("Movable Type",)),
            ("MT", ("Movable Type",)),
            ("txp:", ("Textpattern",)),
            ("dtml-", ("Zope",)),
            ("tal:", ("Zope",)),
            (r"</?(?:data|b):", ("Blogger",)),
            ("BOUCLE|INCLURE", ("SPIP",)),
        ),
        example='<TMPL_VAR NAME="title">',
        cause="the tag stands in stored text or in a file that the engine doesn't read, and was escaped like text",
        fix="put it into a template of its engine; in stored text write what it would print",
        cues=(
            r"(?:<|&lt;)/?(?:(?i:tmpl_)[a-zA-Z]|\$?(?:mt:|MT)[A-Z]|txp:[a-z]|dtml-[a-z]|tal:[a-z]|data:[a-z]|b:[a-z]|BOUCLE_|INCLURE)",
        ),
        pattern=r"</?(?:(?i:tmpl_)[a-zA-Z]+|\$?(?:mt:|MT)[A-Z]\w+|txp:[a-z]\w*|dtml-[a-z]+|tal:[a-z]+|b:(?:if|else|elseif|loop|include|includable|section|widget|with|eval|switch|case)|data:[a-z]+(?:\.[a-zA-Z]+)*|BOUCLE_\w+(?:\([A-Z_]{1,40}\))?(?:\s?\{[^{}<>]{1,80}\}){0,8}|INCLURE\s?\{[^{}<>]{1,80}\}(?:\s?\{[^{}<>]{1,80}\}){0,8})(?:\s[^<>]{0,200})?\$?/?>",
        where=_WHERE,
        more=(
            "<$mt:EntryTitle$>",
            "<txp:title />",
            "<dtml-var title>",
            "</TMPL_LOOP>",
            "<data:post.title/>",
            "<b:if cond='data:post.link'>",
            "<BOUCLE_stories(ARTICLES){id_rubrique}{par date}>",
            "</BOUCLE_stories>",
            "<INCLURE{fond=inc/footer}>",
        ),
    ),
    Family(
        id="cfml-tag",
        rule="placeholder-leak",
        engines=("ColdFusion",),
        example="<cfoutput>#title#</cfoutput>",
        cause="the tag stands in stored text or in a file that ColdFusion doesn't run",
        fix="put it into a .cfm template: <cfoutput>#encodeForHTML(title)#</cfoutput>",
        cues=(r"(?:<|&lt;)/?cf(?:output|if|set|loop|include|query)",),
        pattern=_tags(r"cf(?:output|if|set|loop|include|query)"),
        where=_WHERE,
        more=("<cfset title = story.title>", "</cfif>"),
    ),
    Family(
        id="edge-include",
        rule="placeholder-leak",
        engines=("ESI",),
        example='<esi:include src="/fragments/footer"/>',
        cause="the include was escaped like text, or no cache in front of the server reads the page's includes",
        fix='print it unescaped, and let the cache read it: set beresp.do_esi = true in Varnish, Surrogate-Control: content="ESI/1.0"',
        cues=(r"(?:<|&lt;)/?esi:[a-z]",),
        pattern=_tags(r"esi:[a-z]+"),
        where=_WHERE,
        more=("<esi:remove>Footer</esi:remove>",),
    ),
    Family(
        id="server-include",
        rule="placeholder-leak",
        engines=("Apache SSI", "nginx SSI"),
        example='<!--#include virtual="/footer.html" -->',
        cause="the directive was escaped like text, so the server never saw it",
        fix="print it unescaped in a file for which includes are switched on: Options +Includes in Apache, ssi on in nginx",
        cues=(r"&lt;!--#[a-z]",),
        pattern=r"<!--#(?:include|echo|exec|config|if|elif|else|endif|set|flastmod|fsize|printenv)\b[^<>]{0,200}?-->",
        where=_WHERE,
        more=('<!--#echo var="DATE_LOCAL" -->',),
    ),
    Family(
        id="htl-element",
        rule="placeholder-leak",
        engines=("AEM HTL",),
        example='<sly data-sly-use.story="Story"></sly>',
        cause=_CAUSE,
        fix="put it into the component's own .html file, which HTL reads",
        cues=(r"(?:<|&lt;)/?sly[ &/]",),
        pattern=_tags("sly"),
        where=_WHERE,
        more=("</sly>",),
    ),
)
