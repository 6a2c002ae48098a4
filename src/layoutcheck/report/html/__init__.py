"""The HTML report: complete without scripts, safe whatever the pages hold, the same bytes for the same input."""
