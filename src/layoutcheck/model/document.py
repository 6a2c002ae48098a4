"""The documents that a schema is made of: found by name or address, read with all that they refer to."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from layoutcheck.core.errors import UserError, near_match
from layoutcheck.core.located import LocatedData
from layoutcheck.core.utf8 import utf8_text
from layoutcheck.model.dialect import Fault, faults
from layoutcheck.model.shipped import BASE, SHIPPED, schema_text


def load_document(uri: str) -> LocatedData:
    """The document at an address, shipped or on disk; raises :class:`~layoutcheck.core.errors.UserError` for none."""
    if uri.startswith(BASE):
        try:
            return LocatedData(schema_text(f"{uri.removeprefix(BASE)}.schema.json"), shown(uri), yaml=False)
        except FileNotFoundError:
            names = ", ".join(BASE + name for name in SHIPPED)
            raise UserError(f'no schema ships under the address "{uri}"', remedy=f"these do: {names}") from None
    try:
        body = path_of(uri).read_bytes()
    except OSError as error:
        told = f"the schema cannot be read: {(error.strerror or str(error)).lower()}"
        raise UserError(told, file=shown(uri)) from None
    text = utf8_text(body, shown(uri), "schema")
    return LocatedData(text, shown(uri), yaml=path_of(uri).suffix in (".yaml", ".yml"))


def address_of(name: str) -> str:
    """The address of a shipped schema or of a file; raises UserError with the near match where there is neither."""
    if name in SHIPPED or name.startswith(BASE):
        return BASE + name.removeprefix(BASE)
    path = Path(name)
    if not path.is_file():
        if not name:  # an empty variable of a script
            raise UserError(
                "the schema's name is empty", remedy=f"shipped schemas: {', '.join(SHIPPED)}; or give a file"
            )
        if path.is_dir():
            raise UserError(f'"{name}" is a folder, not a schema', remedy="name a file in it")
        if path.exists():
            raise UserError(
                f'"{name}" is no ordinary file', remedy="write the schema to a file: it is read more than once"
            )
        looks_like_name = "/" not in name and "\\" not in name and not path.suffix
        remedy = schema_remedy(name, path)
        told = f'no shipped schema is called "{name}"' if looks_like_name else f'there is no schema file "{name}"'
        raise UserError(told, remedy=remedy)
    return path.resolve().as_uri()


def schema_remedy(name: str, file: Path) -> str:
    """What a name may have meant that is neither a shipped schema nor a ``file`` that is there."""
    files = list(file.parent.iterdir()) if file.parent.is_dir() else []
    beside = {other.stem: other.name for other in files if other.suffix in (".yaml", ".yml", ".json")}
    stem = difflib.get_close_matches(file.stem, sorted(beside), n=1)  # what all file names end in says nothing
    near = near_match(name, SHIPPED) or (f'did you mean "{beside[stem[0]]}"?' if stem else "")
    return near or f"shipped schemas: {', '.join(SHIPPED)}; or give a file's path"


def shown(uri: str) -> str:
    """An address as messages name it: the shipped file, or the path from here."""
    if uri.startswith(BASE):
        return f"{uri.removeprefix(BASE)}.schema.json"
    return shown_path(path_of(uri))


def shown_path(file: Path) -> str:
    """A file as messages name it: by its path from here where it lies below."""
    try:
        return file.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return file.as_posix()


def path_of(uri: str) -> Path:
    """The file behind a ``file:`` address."""
    from urllib.parse import unquote, urlsplit
    from urllib.request import url2pathname

    path = urlsplit(uri).path
    return Path(url2pathname(path) if os.name == "nt" else unquote(path, errors="surrogateescape"))


def read_documents(
    uri: str, documents: dict[str, dict[str, Any]], located: dict[str, LocatedData]
) -> Iterator[tuple[str, Fault]]:
    """Read the document at ``uri`` and all that its references lead to; what is wrong with each is yielded with its
    address, and the reading goes on."""
    if uri in located:
        return
    try:
        data = located[uri] = load_document(uri)
    except UserError as error:
        yield uri, Fault(error, unsettles=True)
        return
    if not uri.startswith(BASE):
        for fault in faults(data):
            yield uri, fault
    documents[uri] = data.value if isinstance(data.value, dict) else {}
    for path, reference in references(data.value):
        target = resolve(reference, uri).partition("#")[0]
        if target and target != uri and target != "https://json-schema.org/draft/2020-12/schema":
            if _is_there(target):
                yield from read_documents(target, documents, located)
            else:
                told = data.error(f'"$ref" leads nowhere: {reference}', path, _nearest(target))
                yield uri, Fault(told, path[:-1], unsettles=True)


def _is_there(target: str) -> bool:
    if target.startswith(BASE):
        return target.removeprefix(BASE) in SHIPPED
    return target.startswith("file:") and path_of(target).is_file()


def _nearest(target: str) -> str:
    """What a reference that leads nowhere may have meant."""
    known = [BASE + name for name in SHIPPED]
    if target.startswith("file:"):
        folder = path_of(target).parent
        known = [file.name for file in folder.iterdir()] if folder.is_dir() else []
        target = path_of(target).name
    return near_match(target, known) or f"refer to {BASE}article, to {BASE}wire-story, or to a file beside this one"


def references(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], str]]:
    """All ``$ref`` values below ``value`` with their paths."""
    found: list[tuple[tuple[str | int, ...], str]] = []
    if isinstance(value, dict):
        for key, below in value.items():
            if key == "$ref" and isinstance(below, str):
                found.append(((*path, key), below))
            elif key not in ("const", "enum", "default", "examples"):
                found += references(below, (*path, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            found += references(below, (*path, index))
    return found


def resolve(reference: str, base: str) -> str:
    """A reference as an address; a bare shipped file name (``article.schema.json``) means the shipped schema."""
    from urllib.parse import urljoin

    if reference.removesuffix(".schema.json") in SHIPPED:
        return BASE + reference.removesuffix(".schema.json")
    return urljoin(base, reference)
