# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""Errors of engines, plugins and servers, printed into the page."""

from __future__ import annotations

import re

from layoutcheck.core.severity import Severity
from layoutcheck.templating.family import Candidate, Family, Where

_WHERE = Where.READ


def _short(candidate: Candidate) -> Severity | None:
    """A plugin's own words: sure when they are all there is, or nearly."""
    if candidate.where is not Where.TEXT:
        return Severity.OFF
    return None if len(candidate.value.strip()) < 300 else Severity.OFF


FAMILIES = (
    Family(
        id="php-error",
        rule="engine-error",
        engines=("PHP",),
        example="Warning: Undefined variable $title in /var/www/site/header.php on line 45",
        cause="display_errors is on, so PHP prints its complaints into the page",
        fix="set display_errors=Off and log_errors=On in php.ini, then mend the line it names",
        cues=(
            r"\son line\s+(?:<b>|&lt;b&gt;)?[0-9]",
            r"(?:Warning|Notice|Deprecated|Fatal error|Parse error|Strict Standards)(?:</b>)?:\s",
            r"Stack trace:\s+#0",
            r"Call to a member function ",
            r"Undefined (?:index|variable|offset|array key)",
            r"Allowed memory size of ",
            r"Call to undefined (?:function|method) ",
            r"syntax error, unexpected (?:token|end of file|identifier|string|variable)",
        ),
        wide=True,
        pattern=r"(?:(?:PHP )?(?:Warning|Notice|Deprecated|Fatal error|Parse error|Strict Standards|Catchable fatal error|Recoverable fatal error):\s[^\n]{0,400}?\s)?\bin\s+(?:(?:/|[A-Z]:\\)[^\s<>]{2,200}|Unknown)(?:\(\d+\) : eval\(\)'d code)?\s+on line\s+\d+"
        r"|(?:Warning|Notice|Deprecated|Fatal error|Strict Standards): [A-Za-z_\\:]+\(\):? [^\n”]{5,200}"
        r"|(?:Warning|Notice|Deprecated): (?:Undefined (?:variable|index|array key|offset|property)|Use of undefined constant|Trying to (?:get property|access array offset)|Attempt to read property|Array to string conversion|Invalid argument supplied|Creation of dynamic property|A non-numeric value|Cannot modify header information|Division by zero|Assigning the return value|Non-static method|Declaration of|Redefining already|Only variables|Function \w+\(\) is deprecated|Optional parameter|Methods with the same name|mysql)[^\n”]{0,300}"
        r"|(?:Deprecated|Strict Standards): (?:Function|Method|Non-static|Declaration|Redefining|Only variables|Assigning|call_user_func)[^\n”]{0,300}"
        r"|(?:PHP )?Fatal error: (?:Uncaught|Call to|Class|Cannot|Allowed memory|Maximum execution|Out of memory|Unsupported|Array and string)[^\n”]{0,300}|Parse error: syntax error, unexpected[^\n”]{0,200}|Stack trace:\s+#0 [^\n]{0,200}|Call to a member function \w+\(\) on [\w\\]+|\A\s*Undefined (?:index|variable|offset|array key):? [\"$]?\w+\"?\s*\Z|\bCall to undefined (?:function|method) [\w\\:]{1,100}\(\)|\bsyntax error, unexpected (?:token|end of file|identifier|string|variable)\b[^\n]{0,80}|Allowed memory size of \d+ bytes exhausted[^\n”]{0,100}",
        where=_WHERE | Where.URL,
        more=(
            "Deprecated: Function create_function() is deprecated in /srv/www/wp-content/plugins/x/x.php on line 12",
            "Fatal error: Uncaught Error: Call to undefined function get_header()",
            "Warning: Unknown: Failed to write session data (files) in Unknown on line 0",
            "Call to a member function get() on null",
            "Undefined index: title",
            "Call to undefined function headlinecase()",
            'syntax error, unexpected token ";", expecting "]"',
            "Notice: Undefined index: author in C:\\inetpub\\wwwroot\\story.php on line 7",
        ),
        unlike=("Warning: heavy rain in the valley", "Notice: the office is closed on Monday"),
    ),
    Family(
        id="php-error-split",
        rule="engine-error",
        engines=("PHP",),
        example="Warning",
        cause="display_errors is on, so PHP prints its complaints into the page",
        fix="set display_errors=Off and log_errors=On in php.ini, then mend the line it names",
        cues=(r"<b>(?:Warning|Notice|Deprecated|Fatal error|Parse error|Strict Standards)",),
        pattern=r"\A(?:Warning|Notice|Deprecated|Fatal error|Parse error|Strict Standards)\Z",
        where=Where.TEXT,
        judge=lambda c: (
            Severity.WARNING
            if c.element is None
            else (Severity.ERROR if c.tag == "b" and _php_follows(c) else Severity.OFF)
        ),
    ),
    Family(
        id="liquid-error",
        rule="engine-error",
        engines=("Liquid", "Shopify", "Jekyll"),
        example="Liquid error: Could not find asset snippets/card.liquid",
        cause="the template failed while it was rendered and the engine printed why",
        fix="mend the tag it names ({% render 'card' %} needs snippets/card.liquid) and render with strict errors in CI",
        cues=(r"Liquid (?:syntax )?(?:error|warning)",),
        wide=True,
        pattern=r"Liquid (?:syntax )?(?:error|warning)(?: \([^()\n]{0,100}\))?: [^\n<]{3,200}",
        where=_WHERE | Where.URL,
        more=("Liquid syntax error: Unknown tag 'cart'", "Liquid error (sections/x line 3): invalid url input"),
    ),
    Family(
        id="server-error",
        rule="engine-error",
        engines=("web server",),
        tongues=(
            (r"\[an error occurred while processing", ("Apache SSI",)),
            ("VBScript", ("Classic ASP",)),
            ("ADODB", ("Classic ASP",)),
            (r"Error loading (?:Partial View|MacroEngine|Razor|userControl)|Error rendering macro", ("Umbraco",)),
            (r"(?i)error rendering control", ("Sitecore",)),
            (r"Table '", ("MySQL",)),
            ("OLE DB", ("Classic ASP",)),
            (r"\[Microsoft\]\[ODBC", ("Classic ASP",)),
            ("Server Error in '/", ("ASP.NET",)),
            ("Oops, an error occurred", ("TYPO3",)),
            ("database connection", ("WordPress",)),
            ("critical error on", ("WordPress",)),
            ("website encountered an unexpected error", ("Drupal",)),
            ("Element ", ("ColdFusion",)),
            ("Error Occurred While", ("ColdFusion",)),
            ("Cannot serve request to", ("Apache Sling",)),
            ("SQL syntax", ("MySQL",)),
            ("mysql", ("MySQL",)),
            ("Access denied for user", ("MySQL",)),
            ("SQLSTATE", ("PHP PDO",)),
            ("ERROR: Macro ", ("content system",)),
            ("ERROR: ", ("PostgreSQL",)),
            ("ORA-", ("Oracle",)),
            ("Whitelabel", ("Spring Boot",)),
            ("HTTP Status", ("Tomcat",)),
            (r"Server Error \(500\)", ("Django",)),
            ("Guru Meditation", ("Varnish",)),
            ("Backend fetch failed", ("Varnish",)),
            ("Bad Gateway", ("nginx", "Apache")),
            ("Gateway Time", ("nginx", "Apache")),
            ("Temporarily Unavailable", ("nginx", "Apache")),
            ("upstream", ("Envoy",)),
            ("Fastly", ("Fastly",)),
        ),
        example="[an error occurred while processing this directive]",
        cause="a part of the page that the server puts in failed, and its error took its place",
        fix="look into the log of the server named here for what failed, and give that part a fallback (onerror of an ESI include, errmsg of SSI)",
        cues=(
            r"ERROR: +(?:relation|column|function|Macro) ",
            r"Error executing template ",
            r"\[an error occurred while processing",
            r"Microsoft VBScript (?:runtime|compilation) error",
            r"ADODB\.",
            r"\[Microsoft\]\[ODBC",
            r"Server Error in (?:'|&#39;|&#x27;)/",
            r"You have an error in your SQL syntax",
            r"Oops, an error occurred! ",
            r"Error establishing a database connection",
            r"There has been a critical error on (?:this|your) website",
            r"website encountered an unexpected error",
            r"Access denied for user (?:'|&#(?:0?39|x27);)",
            r"Element [A-Z.]+ is undefined in",
            r"SQLSTATE\[",
            r"Error Occurred While Processing Request",
            r"Cannot serve request to /",
            r"mysqli?_[a-z_]+\(\)",
            r"ORA-[0-9][0-9][0-9][0-9][0-9]: ",
            r"Microsoft OLE DB Provider for ",
            r"Whitelabel Error Page",
            r"\(\): \(HY000",
            r"HTTP Status [45][0-9][0-9] ",
            r"Server Error \(500\)",
            r"Guru Meditation",
            r"50[0234] (?:Backend fetch|Bad Gate|Service |Gateway )",
            r"upstream connect error|no healthy upstream",
            r"Fastly error: ",
            r"Error (?:loading (?:Partial|Macro|Razor|user[Cc])|rendering macro)",
            r"(?i)error rendering control",
            r"Table (?:'|&#(?:0?39|x27);)[A-Za-z0-9_]+\.",
        ),
        pattern=r"\[an error occurred while processing (?:this|the) directive\]|\bERROR: Macro [\w.:/-]{2,80} (?:is missing|(?:was )?not found|does not exist)!?|Microsoft VBScript (?:runtime|compilation) error[^\n]{0,100}|ADODB\.\w+ error[^\n]{0,100}|\[Microsoft\]\[ODBC[^\n]{0,160}|Server Error in '/[^']{0,60}' Application|You have an error in your SQL syntax[^\n]{0,160}|Oops, an error occurred! (?:Code|Request)[^\n]{0,60}|Error establishing a database connection|There has been a critical error on (?:this|your) website|The website encountered an unexpected error|Access denied for user '[^'\n]{0,60}'@'[^'\n]{0,60}'[^\n]{0,60}|Element [A-Z.]+ is undefined in [^\n]{0,80}|SQLSTATE\[\w+\][^\n]{0,160}|ERROR: +(?:relation|column|function) \"[^\"\n]{1,80}\" does not exist|Error executing template \"[^\"\n]{1,120}\"[^\n]{0,100}|Error Occurred While Processing Request|Cannot serve request to /[^\n]{0,100}|\bORA-\d{5}: [^\n]{3,160}|Microsoft OLE DB Provider for [\w ]{3,40} error '\w+'|Whitelabel Error Page|\bmysqli?_\w+\(\): \(HY000[^\n]{0,100}|\A\s*HTTP Status [45]\d\d [–—-] [^\n]{3,80}|\A\s*Server Error \(500\)\s*\Z|\bError 50[03] Backend fetch failed|\A\s*(?:Error )?(?:502 Bad Gateway|50[34] (?:Backend fetch failed|Service (?:Temporarily )?Unavailable|Gateway Time-?out))\s*\Z|\A\s*Guru Meditation:?\s*(?:XID:? ?\d+\s*)?\Z|upstream connect error or disconnect/reset before headers[^\n]{0,120}|\A\s*no healthy upstream\s*\Z|Fastly error: unknown domain[^\n]{0,100}|\bError loading (?:Partial View script|MacroEngine script|Razor Script|user[Cc]ontrol)\b[^\n]{0,120}|\bError rendering macro\b[^\n]{0,100}|\b(?i:error rendering control)\s?[-:][^\n]{0,120}|\bTable '[\w-]+\.[\w-]+' doesn't exist\b",
        where=_WHERE,
        certain=Where.TEXT,
        more=(
            "Microsoft VBScript runtime error '800a000d'",
            "SQLSTATE[HY000] [2002] Connection refused",
            "Oops, an error occurred! Code: 2024",
            "Error 503 Backend fetch failed",
            "ERROR: Macro harbour_forum is missing!",
            "Guru Meditation: XID: 32770",
            "502 Bad Gateway",
            "Error loading Partial View script (file: ~/Views/MacroPartials/Related.cshtml)",
            "Error Rendering Control - Related stories: An unhandled exception occurred.",
            "Table 'harbour.stories' doesn't exist",
            "upstream connect error or disconnect/reset before headers. reset reason: overflow",
        ),
    ),
    Family(
        id="plugin-error",
        rule="engine-error",
        engines=("WordPress plugin", "social widget"),
        example="Error: No connected account or API key.",
        cause="the widget could not reach its service and prints its own complaint to readers",
        fix="reconnect the account, or hide the widget when it has nothing to show",
        cues=(
            r"(?i)error: ",
            r"(?i)fehler: ",
            r"(?i)erreur: ",
            r"(?i)errore: ",
            r"needs to be reconnected",
            r"(?i)please (?:check|enter|add|go to) (?:your|the|an?) ",
            r"(?i)instagram (?:has )?returned invalid",
            r"(?i)no (?:access token|api key) ",
        ),
        pattern=r"(?i)\berror: (?:no (?:feed|posts?|account|users?|items?)\b[^\n.]{0,40}\b(?:found|available|selected|configured|connected|exists?)\b[^\n]{0,80}|no (?:connected account|access token|api key)\b[^\n]{0,120}|invalid (?:api key|access token|feed|oauth|user|response)[^\n]{0,80}|the (?:feed|access token|account|user|api)\b[^\n]{0,100}|twitter (?:did not|has not)[^\n]{0,80}|api (?:requests|key|error)[^\n]{0,80}|access token[^\n]{0,80}|(?:could not|unable to) (?:load|fetch|connect|find|retrieve|authenticate)[^\n]{0,100}|an? (?:feed|access token)\b[^\n]{0,80})"
        r"|(?:fehler|erreur|errore): (?:twitter hat nicht|kein(?:e|en)? (?:feed|beitr|konto|zugriff)|es wurde kein|aucun (?:flux|compte)|nessun)[^\n]{0,120}|\baccount[^\n]{0,80}needs to be reconnected[^\n]{0,80}|\bRSS Error: [^\n]{3,160}|instagram (?:has )?returned invalid data|please (?:check|enter|add|go to) (?:your|the|an?) (?:feed id|api key|access token|plugin settings)[^\n]{0,80}|no (?:access token|api key) (?:found|provided|set)\b",
        where=Where.TEXT,
        judge=_short,
        more=(
            "Error: No feed found.",
            "Fehler: Twitter hat nicht geantwortet.",
            "RSS Error: A feed could not be found",
        ),
        unlike=("Error: Please fill in this field", "Trial and error: the story"),
    ),
)


def _php_follows(candidate: Candidate) -> bool:
    following = candidate.element.next_sibling
    words = getattr(following, "data", "") or ""
    return (
        re.match(r":\s+\S", words) is not None
        and re.search(r"\bin\s*$|\)|/|undefined|deprecated", words, re.IGNORECASE) is not None
    )
