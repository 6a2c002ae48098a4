# ruff: noqa: E501 - a pattern broken over lines is no easier to read
"""PHP source and Blade directives in the page."""

from __future__ import annotations

import re

from layoutcheck.core.severity import Severity
from layoutcheck.templating.family import Candidate, Family, Where


def _tail(candidate: Candidate) -> Severity | None:
    """``?>`` at the start of a text: the parser took the head of ``<?php`` for a comment and left the tail."""
    return Severity.ERROR if re.search(r"[*;)}:/]", candidate.text) else Severity.WARNING


#: ``<?php … ?>`` between tags, which the parser hides from readers: what it would have printed is missing.
HIDDEN_SOURCE = Family(
    id="php-hidden-source",
    rule="placeholder-leak",
    engines=("PHP",),
    cause="PHP code stands in content, a text widget or a file that the server doesn't run through PHP; readers of the source see it",
    fix="run it in a .php template, or delete the code from the content: <?php … ?>",
    once=True,
)

FAMILIES = (
    Family(
        id="php-source",
        rule="placeholder-leak",
        engines=("PHP",),
        example="<?php bloginfo('template_directory'); ?>/images/logo.png",
        cause="PHP code stands in content, a text widget or a file that the server doesn't run through PHP",
        fix="run it in a .php template: <?= esc_url(get_template_directory_uri()) ?>, and store plain addresses in content",
        cues=(r"(?:<|&lt;)\?(?:php|PHP|=)", r"&lt;\? ?[a-z$]"),
        pattern=r"<\?(?i:php|=|\s?(?:echo|print|if|foreach|else|end\w+|include)\b|\s?(?=\$))\s*[^<>?]{0,200}(?:(?:->|\?(?!>))[^<>?]{0,120}){0,6}(?:\?>)?",
        more=(
            "https://img.example/<?= https://media.example/crib.jpg ?>",
            "<?php echo $title; ?>",
            "<? echo $title ?>",
        ),
        unlike=("<?xml version='1.0'?>",),
    ),
    Family(
        id="php-tail",
        rule="placeholder-leak",
        engines=("PHP",),
        example="*/?>",
        cause="PHP code stands in the page; the parser hides its beginning as a comment and this tail is what remains",
        fix="run the file through PHP, or delete the code from the content: <?php … ?>",
        cues=(r"\?(?:>|&gt;)",),
        pattern=r"\A\s*(?:[*/;)}'\"\]\s]|endif;?|endforeach;?|endwhile;?){0,8}\?>",
        where=Where.TEXT,
        judge=_tail,
        more=("; ?>", "'); ?>"),
        unlike=("Who said that?>",),
    ),
    Family(
        id="blade-directive",
        rule="placeholder-leak",
        engines=("Blade", "Razor"),
        example="@foreach ($items as $item)",
        cause="the view isn't a .blade.php file, or the directive stands in stored text",
        fix="name the view *.blade.php; for stored text use Blade::render($text, $data)",
        cues=(
            r"@(?:foreach|forelse|if|elseif|include|extends|section|yield|lang|component|isset|each|can|stack|push|choice|trans|method|json|asset|unless|slot|hasSection|includeIf) ?\(",
            r"@(?:end[a-z]|csrf)",
        ),
        pattern=r"(?<![\w.])@(?:(?:foreach|forelse|if|elseif|include|extends|section|yield|lang|component|isset|each|can|stack|push|choice|trans|method|json|asset|unless|slot|hasSection|includeIf) ?\(\s?['\"$!](?:[^()]|\([^()]{0,60}\)){0,160}\)"
        r"|(?:endif|endforeach|endforelse|endsection|endphp|endisset|endempty|endauth|endguest|endpush|endcomponent|csrf)(?![\w.]))",
        where=Where.READ,
        more=("@lang('site.readMore')", "@endif", "@yield('content')"),
        unlike=("@section31", "thanks @ifeanyi (great)"),
    ),
)
