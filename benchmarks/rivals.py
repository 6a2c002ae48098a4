"""What trafilatura, newspaper4k and htmldate read on saved pages: one JSON object a page, kept in a folder.

A script of its own so that it can run in another environment: ``python rivals.py PAGES CACHE < ids``. The three are
slow and heavy, and none of our dependencies. Answers are kept by page and by the tools' versions.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import sys
from pathlib import Path
from typing import Any

TOOLS = ("trafilatura", "newspaper4k", "htmldate")


def versions() -> dict[str, str]:
    """The tools that are installed here."""
    found = {}
    for name in TOOLS:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            print(f"{name} is not installed: left out", file=sys.stderr)
    return found


def read_trafilatura(body: bytes, url: str) -> dict[str, Any]:
    """Headline, author and date by trafilatura's metadata."""
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(body, default_url=url or None)
    return {"headline": found.title, "byline": found.author, "published": found.date} if found else {}


def read_newspaper4k(body: bytes, url: str) -> dict[str, Any]:
    """Headline, authors and date by newspaper4k, without fetching anything."""
    from newspaper import Article
    from trafilatura.utils import decode_file

    article = Article(url or "https://example.org/", fetch_images=False)
    article.download(input_html=decode_file(body))
    article.parse()
    published = article.publish_date
    return {
        "headline": article.title,
        "byline": ", ".join(article.authors),
        "published": published.isoformat() if hasattr(published, "isoformat") else published,
    }


def read_htmldate(body: bytes, url: str) -> dict[str, Any]:
    """The date of publication by htmldate, the original one."""
    from htmldate import find_date

    return {"published": find_date(body, url=url or None, original_date=True, extensive_search=True)}


def main() -> None:
    """Read ids (tab, address) from standard input; fill the cache."""
    pages, cache = Path(sys.argv[1]), Path(sys.argv[2])
    cache.mkdir(parents=True, exist_ok=True)
    readers = {"trafilatura": read_trafilatura, "newspaper4k": read_newspaper4k, "htmldate": read_htmldate}
    known = versions()
    for line in sys.stdin:
        name, _, url = line.rstrip("\n").partition("\t")
        for tool, version in known.items():
            kept = cache / f"{tool}-{version}-{hashlib.sha256(name.encode()).hexdigest()[:24]}.json"
            if kept.exists():
                continue
            try:
                found = readers[tool]((pages / f"{name}.html").read_bytes(), url)
            except Exception as error:  # a rival's crash is an empty answer
                found = {"error": repr(error)[:200]}
            kept.write_text(json.dumps(found, ensure_ascii=False, default=str), encoding="utf-8")
    print(json.dumps(known))


if __name__ == "__main__":
    main()
