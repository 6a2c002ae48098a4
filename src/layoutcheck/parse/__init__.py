"""Bytes to text to tree, HTML and plain-text dumps alike; and back from a spot to its line and column."""
