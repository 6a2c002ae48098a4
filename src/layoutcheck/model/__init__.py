"""The page-structure schema: its dialect, extraction of page data with provenance, and what it demands."""
