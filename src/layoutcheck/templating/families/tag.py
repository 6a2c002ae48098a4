# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Tags that a server runs, escaped like text: JSP, ASP.NET, ColdFusion, XSLT."""

from __future__ import annotations

from layoutcheck.templating.family import Family, Where

_CAUSE = "the tag stands in stored text or in a file that the server doesn't run, and was escaped like text"


def _tags(names: str) -> str:
    """A tag of one of these names, with what it holds where that is near and no tag."""
    return rf"<({names})(?:\s[^<>]{{0,200}})?/?>(?:[^<>]{{0,200}}</\1>)?|</{names}>"


FAMILIES = (
    Family(
        id="jsp-tag",
        rule="placeholder-leak",
        engines=("JSP", "JSTL"),
        tongues=(
            ("jsp:", ("JSP",)),
            ("<s:", ("Struts",)),
            ("</s:", ("Struts",)),
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
        cues=(r"&lt;/?(?:jsp|c|fmt|s|spring|tiles|g):[a-zA-Z]",),
        pattern=_tags(r"(?:jsp|c|fmt|s|spring|tiles|g):[a-zA-Z][\w.-]*"),
        where=Where.WORDS,
        more=('<jsp:include page="footer.jsp"/>', '<fmt:message key="readMore"/>', '<s:property value="title"/>'),
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
        cues=(r"&lt;/?(?:f|h|ui|th):[a-zA-Z]",),
        pattern=_tags(r"(?:f|h|ui|th):[a-zA-Z][\w.-]*"),
        where=Where.WORDS,
        more=('<h:outputText value="#{story.title}"/>', "<th:block>"),
    ),
    Family(
        id="aspnet-control",
        rule="placeholder-leak",
        engines=("ASP.NET Web Forms",),
        example='<asp:Literal runat="server" ID="title" />',
        cause=_CAUSE,
        fix="put the control into the .aspx or .ascx file itself; in stored text write what it would print",
        cues=(r"&lt;/?asp:[a-zA-Z]",),
        pattern=_tags(r"asp:[a-zA-Z][\w.-]*"),
        where=Where.WORDS,
        more=("</asp:Repeater>",),
    ),
    Family(
        id="xslt-tag",
        rule="placeholder-leak",
        engines=("XSLT",),
        example='<xsl:value-of select="title"/>',
        cause="the instruction stands in data or was escaped in the stylesheet, so the processor copied it as text",
        fix='put it into the stylesheet unescaped, and in an attribute use braces: <a href="{@url}"><xsl:value-of select="title"/></a>',
        cues=(r"&lt;/?xsl:[a-z]",),
        pattern=_tags(r"xsl:[a-z][\w.-]*"),
        where=Where.WORDS,
        more=('<xsl:if test="author">', "</xsl:for-each>"),
    ),
    Family(
        id="cms-tag",
        rule="placeholder-leak",
        engines=("HTML::Template", "Movable Type", "Textpattern", "Zope"),
        tongues=(
            ("mt:", ("Movable Type",)),
            ("MT", ("Movable Type",)),
            ("txp:", ("Textpattern",)),
            ("dtml-", ("Zope",)),
            ("tal:", ("Zope",)),
        ),
        example='<TMPL_VAR NAME="title">',
        cause="the tag stands in stored text or in a file that the engine doesn't read, and was escaped like text",
        fix="put it into a template of its engine; in stored text write what it would print",
        cues=(r"(?:<|&lt;)/?(?:(?i:tmpl_)[a-zA-Z]|\$?(?:mt:|MT)[A-Z]|txp:[a-z]|dtml-[a-z]|tal:[a-z])",),
        pattern=r"</?(?:(?i:tmpl_)[a-zA-Z]+|\$?(?:mt:|MT)[A-Z]\w+|txp:[a-z]\w*|dtml-[a-z]+|tal:[a-z]+)(?:\s[^<>]{0,200})?\$?/?>",
        where=Where.WORDS,
        more=("<$mt:EntryTitle$>", "<txp:title />", "<dtml-var title>", "</TMPL_LOOP>"),
    ),
    Family(
        id="cfml-tag",
        rule="placeholder-leak",
        engines=("ColdFusion",),
        example="<cfoutput>#title#</cfoutput>",
        cause="the tag stands in stored text or in a file that ColdFusion doesn't run",
        fix="put it into a .cfm template: <cfoutput>#encodeForHTML(title)#</cfoutput>",
        cues=(r"&lt;/?cf(?:output|if|set|loop|include|query)",),
        pattern=_tags(r"cf(?:output|if|set|loop|include|query)"),
        where=Where.WORDS,
        more=("<cfset title = story.title>", "</cfif>"),
    ),
)
