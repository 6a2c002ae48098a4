"""Dates as machines and newspapers write them, and what a page says of its own."""
