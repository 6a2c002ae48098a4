"""Check rendered article pages against a page-structure schema."""

__version__ = "0.1.0"
