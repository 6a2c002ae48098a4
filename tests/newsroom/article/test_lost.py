"""The box of a story in which no story stands."""

import pytest

from layoutcheck.newsroom.article.lost import lost_story
from made_page import page_of

HEAD = '<!doctype html><head><title>Wall</title><meta property="og:type" content="article"></head>'
HEADLINE = "<h1>Harbour wall to be raised</h1>"
PARAGRAPH = "<p>" + "The harbour board met on Monday and decided to raise the wall by half a metre. " * 2 + "</p>"


@pytest.mark.parametrize(
    "box",
    [
        '<div class="article-body"></div>',
        '<div class="c-article__content story-text"> <p></p><p> </p><p></p> </div>',
        '<section itemprop="articleBody"><div></div></section>',
        f'<div class="entry-content"><div class="post-body"></div></div><footer>{PARAGRAPH * 3}</footer>',
    ],
)
def test_tells_an_empty_box(box: str) -> None:
    found = lost_story(page_of(f"{HEAD}{HEADLINE}{box}"))
    assert found is not None
    assert found.select_one("div[class]") is None


@pytest.mark.parametrize(
    "body",
    [
        f'{HEADLINE}<div class="article-body">{PARAGRAPH}</div>',
        f'{HEADLINE}<div class="article-body"></div>{PARAGRAPH * 3}',
        f'{HEADLINE}<div class="article-body"><iframe src="/film"></iframe></div>',
        f'{HEADLINE}<div class="article-body"><script>fill()</script></div>',
        f'{HEADLINE}<div class="article-body" hidden></div>',
        f'{HEADLINE}<div class="end-of-article-bodywork"></div>',
        '<div class="article-body"></div>',
    ],
)
def test_leaves_other_pages_alone(body: str) -> None:
    assert lost_story(page_of(f"{HEAD}{body}")) is None


def test_a_page_that_is_no_article_may_have_an_empty_box() -> None:
    assert lost_story(page_of(f'<title>Wall</title>{HEADLINE}<div class="article-body"></div>')) is None
