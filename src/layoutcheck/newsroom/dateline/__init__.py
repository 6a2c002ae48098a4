"""Datelines: the place, date and source that open a news story, found and judged."""
