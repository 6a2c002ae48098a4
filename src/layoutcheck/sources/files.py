"""Files, folders, globs and standard input: the arguments of the command line to names of pages, and to documents."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path, PurePath
from typing import BinaryIO

from layoutcheck.core.document import Document
from layoutcheck.core.errors import PageError, UserError
from layoutcheck.parse.parser import LARGEST, looks_like_html
from layoutcheck.sources.glob_matches import closed_folders, fixed_folder, glob_matches
from layoutcheck.sources.own_reports import OWN_REPORT, OwnReports, files_of_report
from layoutcheck.sources.page_ref import PageRef

HTML = "text/html"
PLAIN = "text/plain"
#: Endings of files that are pages, and what they hold.
MEDIA_TYPES = {".html": HTML, ".htm": HTML, ".xhtml": "application/xhtml+xml", ".txt": PLAIN}
#: Text files of a site that are no dumps of pages: for crawlers, advertisers and lawyers.
_NO_PAGE = re.compile(
    r"(?:robots|(?:app-)?ads|humans|security|llms(?:-full)?|license|licence|readme|changelog|version|requirements"
    r"|.*\.(?:license|legal))\.txt",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+$", re.IGNORECASE)
#: To count more pages than this in advance takes longer than anybody waits.
COUNTED = 200_000
#: Folders that hold no pages.
SKIPPED = frozenset({".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", ".tox"})


def find_pages(
    arguments: Iterable[str],
    *,
    media_type: str = "",
    charset: str | None = None,
    is_excluded: Callable[[str], bool] = lambda uri: False,
    stdin: BinaryIO | None = None,
    own: OwnReports | None = None,
) -> Iterator[PageRef]:
    """The pages that the arguments name, each once, by the first name that it is given; folders walked in sorted order.

    In folders and globs, files count by their ending (``.html .htm .xhtml .txt``), files without an ending when they
    begin like HTML, and not when they are known as no page (``robots.txt``) or as a report of ours (``own``, which is
    told of those that are met). A file named outright is always taken.
    ``-`` reads ``stdin``. A page's section is the folder that it lies in just below the one that all arguments share;
    pages beside those folders, such as the front page, are of none.

    Raises :class:`~layoutcheck.core.errors.UserError` for a path that is missing and for an argument that names no
    page at all: checking nothing is never a pass.
    """
    seen: set[str] = set()
    names = list(arguments)
    shared = _shared_folder(names)
    own = own or OwnReports()
    for argument in names[1:]:  # all are looked at before the first page is checked; the first is looked at by that
        if argument != "-" and next(_expand(argument, shared, media_type, charset, None, own), None) is None:
            raise _nothing(argument)
    for argument in names:
        found = 0
        for ref in _expand(argument, shared, media_type, charset, stdin, own):
            found += 1
            place = _place(ref.path or ref.uri)
            if place not in seen and not is_excluded(ref.uri):
                seen.add(place)
                yield ref
        if not found:
            raise _nothing(argument)


def _place(path: str) -> str:
    """What all names of one file have in common, relative, absolute or by a detour. A link is a page of its own."""
    if ".." in path:  # behind a link to a folder it leads elsewhere than it reads
        folder, name = os.path.split(path)
        return os.path.join(os.path.realpath(folder), name)  # noqa: PTH118 - strings
    return os.path.abspath(path)  # noqa: PTH100 - a string


def count_pages(
    arguments: Sequence[str],
    *,
    charset: str | None = None,
    is_excluded: Callable[[str], bool] = lambda uri: False,
    own: OwnReports | None = None,
) -> int | None:
    """How many pages the arguments name; None where nobody can say yet: standard input, or more than one may count."""
    if "-" in arguments:
        return None
    pages = find_pages(arguments, charset=charset, is_excluded=is_excluded, own=own)
    count = sum(1 for _ in islice(pages, COUNTED + 1))
    return count if count <= COUNTED else None


def _nothing(argument: str) -> UserError:
    endings = " ".join(MEDIA_TYPES)
    if os.path.lexists(argument) and not Path(argument).exists():  # a link, and what it leads to is not there
        return UserError(
            f'the link "{argument}" leads nowhere, or in a circle: to "{os.readlink(argument)}"',  # noqa: PTH115 - a string
            remedy="mend the link, or name the file itself",
        )
    if _ADDRESS.match(argument):
        return UserError(
            f'"{argument}" is an address, and pages are read from files',
            remedy=f"fetch it first: curl -fsS {argument} | layoutcheck check -",
        )
    if Path(argument).is_dir():
        return UserError(
            f'the folder "{argument}" holds no pages',
            remedy=f"pages end in {endings}; robots.txt and its like are none",
        )
    literal, rest = _bracketed(argument)
    if literal and glob.has_magic(rest):
        written = f"{glob.escape(literal)}/{rest}"
        return UserError(
            f'nothing matches "{argument}"',
            remedy=f'"{literal}" is there, but [ ] are glob characters: write "{written}"',
        )
    if glob.has_magic(argument) and not literal:
        brackets = "; a [ that is part of a name is written [[]" if "[" in argument else ""
        remedy = f"pages end in {endings}; quote globs for the shell{brackets}"
        return UserError(f'nothing matches "{argument}"', remedy=remedy)
    return UserError(
        f'there is no file or folder "{argument}"', remedy="give a file, a folder, a glob, or - for standard input"
    )


def _bracketed(argument: str) -> tuple[str, str]:
    """The folder with a ``[`` in its name that a glob begins with, if there is one so called, and the rest."""
    for folder in PurePath(argument).parents:
        if "[" in str(folder) and Path(folder).is_dir():
            return folder.as_posix(), PurePath(argument).relative_to(folder).as_posix()
    return "", argument


def _shared_folder(arguments: Iterable[str]) -> Path:
    """The folder that all arguments lie below, or are."""
    folders = {_folder(argument) for argument in arguments if argument != "-"}
    try:
        return Path(os.path.commonpath(folders)) if folders else Path()
    except ValueError:  # absolute and relative ones, or two drives
        return Path()


def _folder(argument: str) -> str:
    """The folder that an argument is, or names pages in."""
    path = Path(argument)
    if path.is_dir():
        return str(path)
    if glob.has_magic(argument) and not path.exists():
        return str(fixed_folder(argument))
    return str(path.parent)


def _expand(
    argument: str, shared: Path, media_type: str, charset: str | None, stdin: BinaryIO | None, own: OwnReports
) -> Iterator[PageRef]:
    if argument == "-":
        if stdin is None:
            raise UserError("standard input cannot be read here")
        yield PageRef("-", "", media_type, charset, "", stdin.read(LARGEST + 1))
        return
    if not argument:
        raise UserError("a path is empty", remedy="is a variable of the shell not set?")
    if "\0" in argument:
        raise UserError("a path holds a NUL, which no file's name has")
    path = Path(argument)
    if path.is_dir():
        with os.scandir(path):  # one that may not be read is told at once, not page by page
            pass
        yield from _walk(path, shared, media_type, charset, own)
    elif path.exists():
        yield _ref(path, shared, media_type, charset)
    elif glob.has_magic(argument):
        for match in glob_matches(argument):
            if match.is_dir():
                yield from _walk(match, shared, media_type, charset, own)
            elif _is_page(match, media_type) and not _is_device(match) and not own.is_one(match):
                yield _ref(match, shared, media_type, charset)
        yield from map(_closed_folder, closed_folders(argument))


def _walk(folder: Path, shared: Path, media_type: str, charset: str | None, own: OwnReports) -> Iterator[PageRef]:
    """The pages below a folder. Folders that may not be read are given as pages: what cannot be read did not pass."""
    closed: list[str] = []
    reports: set[str] = set()
    for parent, folders, names in os.walk(folder, onerror=lambda error: closed.append(str(error.filename))):
        folders[:] = sorted(name for name in folders if name not in SKIPPED)
        if OWN_REPORT in names:
            reports |= files_of_report(Path(parent))
        for name in sorted(names):
            path = Path(parent, name)
            if not _is_page(path, media_type) or _is_device(path) or str(path) in reports:
                continue
            if not own.is_one(path):
                yield _ref(path, shared, media_type, charset)
    yield from map(_closed_folder, closed)


def _closed_folder(name: str) -> PageRef:
    """A folder that may not be read, told as a page: by what lies in it, so that ``exclude`` can take it out."""
    return PageRef(f"{Path(name).as_posix()}/*", name)


def _is_device(path: Path) -> bool:
    """Whether a file is none to walk into: a pipe that nobody writes to would be waited for."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - asked for each page
    except OSError:  # a link that leads nowhere is told when it is read
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def is_page_name(path: str) -> bool:
    """Whether a file's name says that it is a page."""
    return PurePath(path).suffix.lower() in MEDIA_TYPES


def _is_page(path: Path, media_type: str) -> bool:
    suffix = path.suffix.lower()
    if suffix in MEDIA_TYPES:
        return _NO_PAGE.fullmatch(path.name) is None
    if suffix or path.name.startswith(".") or not path.is_file():  # a pipe would be waited for
        return False
    try:
        with path.open("rb") as file:
            return looks_like_html(file.read(1024))
    except OSError:
        return False


def _ref(path: Path, shared: Path, media_type: str, charset: str | None) -> PageRef:
    try:
        inside = path.relative_to(shared).parts
    except ValueError:
        inside = path.relative_to(path.anchor).parts
    section = inside[0] if len(inside) > 1 else ""
    return PageRef(path.as_posix(), str(path), media_type, charset, section)


def read(ref: PageRef) -> Document:
    """Read a page.

    Raises :class:`~layoutcheck.core.errors.PageError` when the file cannot be read or is too large.
    """
    body = ref.body
    if body is None:
        try:
            with Path(ref.path).open("rb") as file:
                about = os.fstat(file.fileno())
                # A small file takes as much memory as it has; a pipe may go on for ever.
                is_small = stat.S_ISREG(about.st_mode) and about.st_size <= LARGEST
                body = file.read() if is_small else file.read(LARGEST + 1)
        except OSError as error:
            what = "folder" if Path(ref.path).is_dir() else "page"
            raise PageError(f"the {what} cannot be read: {error.strerror or error}") from None
    if len(body) > LARGEST:
        raise PageError(f"the page is larger than {LARGEST >> 20} MiB")
    return Document(ref.uri, body, ref.media_type or _media_type(ref.path, body), ref.charset)


def _media_type(path: str, body: bytes) -> str:
    suffix = PurePath(path).suffix.lower()
    if suffix in MEDIA_TYPES:
        return MEDIA_TYPES[suffix]
    return HTML if looks_like_html(body) else PLAIN
