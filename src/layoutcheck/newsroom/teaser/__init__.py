"""Teasers: links to other stories, in cards, lists and dumps."""
