"""The commands and how their mistakes are told."""

from __future__ import annotations

import errno
import sys
import traceback
from pathlib import Path

import typer

from layoutcheck.cli import baseline, check, datelines, explain, inspect, report, schema
from layoutcheck.cli.command import Group
from layoutcheck.cli.telling import tell
from layoutcheck.core.errors import UserError

#: Errors of the system that no code of ours can help: what is forbidden, full, too long, a circle, or no folder.
_SURROUNDINGS = frozenset((
    errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.ENAMETOOLONG, errno.ELOOP, errno.ENOTDIR,
))  # fmt: skip

#: Errors that say that there is no room for what is written.
_NO_ROOM = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))

app = typer.Typer(
    name="layoutcheck",
    cls=Group,
    help="Check rendered article pages: leaked template placeholders, doubled teasers, broken datelines.",
    no_args_is_help=True,
    # Boxes and colours are for terminals. Elsewhere they are in the way, and rich takes longer to import than all else.
    rich_markup_mode="markdown" if sys.stdout.isatty() else None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
check.register(app)
inspect.register(app)
schema.register(app)
explain.register(app)
report.register(app)
baseline.register(app)
datelines.register(app)


@app.callback(invoke_without_command=True)
def _root(version: bool = typer.Option(False, "--version", help="Print the version and stop.")) -> None:
    if version:
        from layoutcheck import __version__

        typer.echo(f"layoutcheck {__version__}")
        raise typer.Exit


def run(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit code. The user's mistakes are told in a line or two, ours with a trace."""
    if any("\0" in word for word in arguments or ()):
        tell("error: no name or value may hold a NUL character")  # a shell can give none; a program can
        return 2
    try:
        code = app(arguments, prog_name="layoutcheck", standalone_mode=False)
    except UserError as error:
        for mistake in error.mistakes:
            tell(f"error: {mistake}")
        return 2
    except typer.Exit as done:
        return done.exit_code
    except (KeyboardInterrupt, typer.Abort):
        tell("interrupted")
        return 130
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        if error.errno in _SURROUNDINGS and error.filename:
            tell(f'error: "{error.filename}" cannot be used: {reason}')
        elif error.errno in _NO_ROOM:  # a command that prints; reports know what they write to
            from layoutcheck.report.output import STANDARD_OUTPUT, unwritable

            tell(f"error: {unwritable(STANDARD_OUTPUT, reason, 'make room, or write elsewhere')}")
        elif isinstance(error, FileNotFoundError) and not _has_folder():
            tell("error: the folder that this runs in is gone\n  go to one that is there")
        else:
            return _ours(error)
        return 2
    except Exception as error:
        if hasattr(error, "exit_code") and hasattr(error, "show"):  # a mistake in the command's words
            error.show()
            return 2
        return _ours(error)
    return code if isinstance(code, int) else 0


def _has_folder() -> bool:
    """Whether the folder that we run in is there still."""
    try:
        Path.cwd()
    except OSError:
        return False
    return True


def _ours(error: Exception) -> int:
    traceback.print_exc()
    tell(f"this is our mistake, not yours: {type(error).__name__}: {error}")
    tell("please report it with the lines above and the page that caused it")
    return 3
