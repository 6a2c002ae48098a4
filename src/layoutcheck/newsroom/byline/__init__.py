"""Bylines: who signs a story, for readers and for machines."""
