"""The command's entry: answers ``--version`` at once, and tells the user's mistakes from ours."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the command line and exit: 0 clean, 1 findings, 2 the user's mistake, 3 ours, 130 interrupted."""
    if sys.argv[1:] == ["--version"]:
        from layoutcheck import __version__

        print(f"layoutcheck {__version__}")
        return
    gc.set_threshold(50_000, 20, 20)  # what is imported stays; to look for garbage among it takes time
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by whoever started us: a daemon, or >&-
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - open to the end
    try:
        from layoutcheck.cli import run

        code = run()
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has gone; that is no error of anybody's, but nothing that passed either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
