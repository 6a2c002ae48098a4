"""The command line: flags in, exit code out. No logic that a test of what lies below could not see."""

from layoutcheck.cli.app import run

__all__ = ["run"]
