"""The bytes of a file that has to be UTF-8, as text: what is not is told with its place."""

from __future__ import annotations

import codecs

from layoutcheck.core.errors import UserError

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def utf8_text(body: bytes, file: str, what: str) -> str:
    """``body`` decoded, without its byte-order mark and with every line end made LF.

    ``what`` the file is stands in the message ("configuration"). Raises :class:`~layoutcheck.core.errors.UserError`
    with line and column (in characters) of the first byte that is not UTF-8.
    """
    if body.startswith(_UTF_16):
        remedy = "save it as UTF-8; Windows PowerShell writes UTF-16 unless it is told: Out-File -Encoding utf8"
        raise UserError(f"this {what} is UTF-16, not UTF-8", file=file, line=1, column=1, remedy=remedy)
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The error counts from behind the byte-order mark.
        body = body.removeprefix(codecs.BOM_UTF8)
        before = body[: error.start].decode().replace("\r\n", "\n").replace("\r", "\n")
        number, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        byte = body[error.start]
        likely = bytes([byte]).decode("cp1252", "replace")
        told = f'; in Windows-1252 it is "{likely}"' if likely.isprintable() and likely != "\ufffd" else ""
        raise UserError(
            f"this {what} is not UTF-8: byte 0x{byte:02X}{told}", file=file, line=number, column=column,
            remedy="save it as UTF-8",
        ) from None  # fmt: skip
    return text.replace("\r\n", "\n").replace("\r", "\n")
