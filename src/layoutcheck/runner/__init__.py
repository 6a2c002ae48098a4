"""How many pages at once, and where; and a whole run from arguments to reports."""
