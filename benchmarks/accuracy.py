"""How true layoutcheck is: ``accuracy.py leaks|newsroom --corpus FOLDER …``."""

from __future__ import annotations

import argparse
import importlib
import sys


def main() -> int:
    """Hand the arguments to the benchmark that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, add_help=False)
    parser.add_argument("what", choices=["leaks", "newsroom"])
    asked, rest = parser.parse_known_args()
    benchmark = importlib.import_module(asked.what)
    return int(benchmark.main(rest) or 0)


if __name__ == "__main__":
    sys.exit(main())
