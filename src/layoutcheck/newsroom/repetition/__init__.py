"""What stands twice on a page, by fault and not by design."""
