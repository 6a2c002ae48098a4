"""Reports of pages that did not change since they were last checked.

An entry is a JSON file named after a hash of all that its report depends on. Nothing needs a lock: entries appear
whole (a temporary file is renamed), never change, and one that is gone, broken or foreign is simply not there. JSON and
not pickle, since a shared folder may hold what somebody else put there.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from dataclasses import fields, replace
from functools import cached_property
from hashlib import blake2b
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any
from weakref import WeakKeyDictionary

from layoutcheck import __version__
from layoutcheck.config import PageSettings
from layoutcheck.core.document import Document
from layoutcheck.core.finding import Failure, Finding, OutlinePart, PageReport, Place, Snippet
from layoutcheck.core.severity import Severity
from layoutcheck.model.load import schema_by_name
from layoutcheck.pipeline import RunOptions

#: Entries that nobody asked for in so many days are removed.
KEPT_DAYS = 30
#: The cache is thinned out, the longest unasked first, when it is larger than this.
LARGEST = 512 * 1024 * 1024
_DAY = 86_400
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by layoutcheck; may be deleted at any time.\n"
_TYPES: dict[str, Any] = {
    kind.__name__: kind for kind in (Place, Snippet, Finding, Failure, OutlinePart, PageReport, Severity)
}


class Cache:
    """Reports by key in a folder. Travels to workers; a folder that cannot be written makes it a cache that forgets."""

    def __init__(self, folder: Path) -> None:
        """The folder is made at the first need. Nothing is raised here or later for want of space or rights."""
        self.folder = folder
        self._settings_keys: WeakKeyDictionary[PageSettings, bytes] = WeakKeyDictionary()

    def __getstate__(self) -> dict[str, Any]:
        return {"folder": self.folder}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(state["folder"])  # type: ignore[misc]

    @cached_property
    def _program(self) -> bytes:
        """What this very program is: our code, our rules, the parser, the rules that other packages bring."""
        digest = blake2b(digest_size=16)
        package = Path(__file__).parents[1]
        for file in sorted((*package.rglob("*.py"), *package.rglob("*.json"))):
            digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
        for name in ("turbohtml", "jsonschema", "jsonschema-rs", "lxml", "hyperscan", "google-re2", "ftfy"):
            with contextlib.suppress(metadata.PackageNotFoundError):
                digest.update(f"{name} {metadata.version(name)}\0".encode())
        digest.update(f"{__version__} {sys.version}".encode())
        return digest.digest()

    def key(self, document: Document, settings: PageSettings, options: RunOptions) -> str:
        """The key of a page's report: a hash of its bytes and name, of what is in force for it, and of the program.

        The name counts, since fingerprints are made of it and settings may speak of it.
        """
        told = (document.uri, document.media_type, document.charset, _day(settings, options))
        digest = blake2b(repr(told).encode("utf-8", "surrogatepass"), digest_size=20)
        digest.update(self._settings(settings))
        digest.update(document.body)
        return digest.hexdigest()

    def _settings(self, settings: PageSettings) -> bytes:
        """What is in force: schema documents, rules with severities and options, the newsroom's words, patterns."""
        found = self._settings_keys.get(settings)
        if found is None:
            digest = blake2b(self._program, digest_size=16)
            schema = schema_by_name(settings.schema.value)
            digest.update(json.dumps(schema.documents, sort_keys=True).encode())
            for schematron in schema.schematron:
                digest.update(schematron.file.read_bytes())
            run = settings.settings
            ignores = [
                (i.rules, i.selector, getattr(i.paths, "patterns", None) and _patterns(i.paths), str(i.base))
                for i in run.ignores
            ]
            digest.update(repr((run.places, run.sources, run.patterns, ignores)).encode())
            for active in settings.rules:
                digest.update(repr((active.loaded.id, active.severity, active.options)).encode())
                if not _is_ours(active.loaded.module):
                    digest.update(_source(active.loaded.module))
            found = self._settings_keys[settings] = digest.digest()
        return found

    def load(self, key: str, section: str, *, outline: bool = False) -> PageReport | None:
        """The report of a key, with its outline if that is wanted; None where there is none that can be read.

        A report with an outline serves where none is wanted, too.
        """
        for outlined in (True,) if outline else (False, True):
            if (report := self._load(self._path(key, outlined))) is not None:
                return replace(report, section=section, outline=report.outline if outline else ())
        return None

    def _load(self, path: Path) -> PageReport | None:
        try:
            report = thaw(json.loads(path.read_bytes()))
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None
        if not isinstance(report, PageReport):
            return None
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > _DAY:
                os.utime(path)  # asked for: it may stay
        return report

    def save(self, key: str, report: PageReport, *, outline: bool = False) -> None:
        """Keep a report. One with failures is not kept (they may pass), nor one that JSON cannot say."""
        if report.failures:
            return
        try:
            text = json.dumps(freeze(report), separators=(",", ":"))
        except (TypeError, ValueError, RecursionError):
            return
        path = self._path(key, outline)
        temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
        try:
            self._make(path.parent)
            temporary.write_text(text, encoding="ascii")
            temporary.replace(path)
        except OSError:  # full, forbidden, deleted in between: the report itself is not lost
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)

    def fault(self) -> str:
        """Why the folder can keep nothing, "" when it can: found out by trying, which rights alone don't tell."""
        try:
            self._make(self.folder)
            with TemporaryFile(dir=self.folder):
                return ""
        except OSError as error:
            return (error.strerror or str(error)).lower()

    def _path(self, key: str, outline: bool) -> Path:
        return self.folder / key[:2] / f"{key[2:]}{'.outline' if outline else ''}.json"

    def _make(self, folder: Path) -> None:
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True)
            for name, text in (("CACHEDIR.TAG", _TAG), (".gitignore", "*\n")):
                file = self.folder / name
                if not file.exists():
                    file.write_text(text, encoding="ascii")

    def thin_out(self, *, now: float | None = None) -> int:
        """Remove entries that are too old or too many, at most once a day; returns how many went."""
        now = time.time() if now is None else now
        stamp = self.folder / "thinned"
        try:
            if now - stamp.stat().st_mtime < _DAY:
                return 0
        except OSError:
            pass
        if not self.folder.is_dir():
            return 0
        with contextlib.suppress(OSError):
            stamp.touch()
            os.utime(stamp, (now, now))
        found = []
        for path in self.folder.glob("[0-9a-f][0-9a-f]/*"):
            with contextlib.suppress(OSError):
                told = path.stat()
                found.append((told.st_mtime, told.st_size, path))
        gone, size = 0, 0
        for used, bytes_, path in sorted(found, key=lambda entry: -entry[0]):
            size += bytes_
            stale = now - used > KEPT_DAYS * _DAY or (path.suffix == ".tmp" and now - used > _DAY)
            if stale or size > LARGEST:
                with contextlib.suppress(OSError):
                    path.unlink()
                    gone += 1
        return gone


def _day(settings: PageSettings, options: RunOptions) -> str:
    """The day, where a foreign rule looks at the clock. What ours find by the clock is never made by waiting."""
    for active in settings.rules:
        if hasattr(active.options, "now") and not _is_ours(active.loaded.module):
            return options.now[:10]
    return ""


def _is_ours(module: Any) -> bool:
    return bool(module.__name__.startswith("layoutcheck.rules."))


def _source(module: Any) -> bytes:
    """What a foreign rule is: its package's version and its module's text."""
    told = b""
    with contextlib.suppress(OSError, TypeError):
        told = Path(module.__file__).read_bytes()
    for name in metadata.packages_distributions().get(module.__name__.partition(".")[0], ()):
        told += f"{name} {metadata.version(name)}".encode()
    return told


def _patterns(paths: Any) -> list[str]:
    return [str(pattern.pattern) for pattern in paths.patterns]


def freeze(value: Any) -> Any:
    """A report's part as JSON that :func:`thaw` gives back unchanged; raises TypeError for what it does not know."""
    kind = type(value)
    if value is None or kind in (bool, int, float, str):
        return value
    if kind is list:
        return [freeze(one) for one in value]
    if kind is tuple:
        return {"()": [freeze(one) for one in value]}
    if kind is Severity:
        return {"!": "Severity", "is": str(value)}
    if isinstance(value, dict) and all(type(name) is str for name in value):
        return {"{}": {name: freeze(one) for name, one in value.items()}}
    if _TYPES.get(kind.__name__) is kind:
        return {"!": kind.__name__, "is": {f.name: freeze(getattr(value, f.name)) for f in fields(value)}}
    raise TypeError(f"a cache cannot hold {kind.__name__}")


def thaw(value: Any) -> Any:
    """What :func:`freeze` froze; raises TypeError, KeyError or ValueError for anything else."""
    if isinstance(value, list):
        return [thaw(one) for one in value]
    if not isinstance(value, dict):
        return value
    if "()" in value:
        return tuple(thaw(one) for one in value["()"])
    if "{}" in value:
        return {name: thaw(one) for name, one in value["{}"].items()}
    kind, content = _TYPES[value["!"]], value["is"]
    return kind(content) if kind is Severity else kind(**{name: thaw(one) for name, one in content.items()})
