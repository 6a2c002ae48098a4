"""By what findings, causes and notes are known again in the next run."""

from __future__ import annotations

from hashlib import blake2b


def identity(*parts: str) -> str:
    """The same 16 hexadecimal digits for the same texts in the same order, on every machine."""
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
