"""One page by its name: read it, check it."""

from __future__ import annotations

from layoutcheck.config import Settings
from layoutcheck.core.errors import PageError
from layoutcheck.core.finding import Failure, PageReport
from layoutcheck.pipeline import RunOptions, check_page
from layoutcheck.sources.files import read
from layoutcheck.sources.page_ref import PageRef


def check_ref(ref: PageRef, settings: Settings, options: RunOptions) -> PageReport:
    """Read and check one page; what cannot be read becomes a failure of that page."""
    try:
        document = read(ref)
    except PageError as error:
        return PageReport(ref.uri, failures=(Failure(ref.uri, str(error)),), section=ref.section)
    return check_page(document, settings.for_page(ref.uri), section=ref.section, options=options)
