"""Small filters between findings and reports: comments in the page, settings, the baseline."""
