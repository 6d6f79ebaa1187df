"""Decompression of an answer's content as it arrives, up to a size limit."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable
from typing import Protocol

import httpx

from alerce.http.errors import short

GZIP = zlib.MAX_WBITS | 16
# Headers that are hop-by-hop, or wrong once the content is decompressed.
ENCODING_HEADERS = ("content-encoding", "content-length", "transfer-encoding")


class Decompressor(Protocol):
    """The type of what `zlib.decompressobj` returns, which has no public name."""

    @property
    def eof(self) -> bool:
        """Whether the end of the compressed data was reached."""
        ...

    @property
    def unused_data(self) -> bytes:
        """The bytes after that end."""
        ...

    def decompress(self, data: bytes, max_length: int = ..., /) -> bytes:
        """Return the decompressed bytes."""
        ...


class BodyError(httpx.DecodingError):
    """An answer's content is too large or cannot be decompressed."""

    cut_off = False
    """Whether the end of the content is missing, so that another attempt may succeed."""


class Body:
    """Collects and decompresses an answer's content as it arrives, up to a size limit.

    Parameters
    ----------
    headers : sequence of (bytes, bytes)
        Headers of the answer.
    max_size : int
        Limit in bytes, for the content both before and after decompression.
    """

    def __init__(self, headers: Iterable[tuple[bytes, bytes]], max_size: int) -> None:
        codings = [value for name, value in headers if name.lower() == b"content-encoding"]
        self._coding = b", ".join(codings).strip().lower().decode("latin-1")
        # zlib accepts no larger number.
        self._max_size = min(max_size, sys.maxsize - 1)
        self._parts: list[bytes] = []
        self._size = 0
        self._received = 0
        self._decompressor: Decompressor | None = None
        if self._coding in ("gzip", "x-gzip"):
            self._decompressor = zlib.decompressobj(wbits=GZIP)
        elif self._coding not in ("", "identity", "deflate"):
            raise BodyError(f"the answer is packed as {short(self._coding)!r}, which was not asked")

    def add(self, chunk: bytes) -> None:
        """Add the next bytes, as received."""
        self._received += len(chunk)
        if self._coding == "deflate" and self._decompressor is None and chunk:
            # Some servers leave out the zlib header of two bytes.
            bare = chunk[0] & 0x0F != zlib.DEFLATED
            self._decompressor = zlib.decompressobj(
                wbits=-zlib.MAX_WBITS if bare else zlib.MAX_WBITS
            )
        while chunk:
            chunk = self._keep(chunk)

    def content(self) -> bytes:
        """Return the content, after the last bytes were added.

        Raises
        ------
        BodyError
            The end of the compressed data is missing.
        """
        if self._decompressor is not None and not self._decompressor.eof and self._received:
            error = BodyError("the answer's packed content is cut off")
            error.cut_off = True
            raise error
        return b"".join(self._parts)

    def _keep(self, chunk: bytes) -> bytes:
        """Decompress and keep bytes; return those that belong to a further gzip member."""
        rest = b""
        if self._decompressor is None:
            part = chunk
        else:
            if self._decompressor.eof:
                if not chunk.strip(b"\0") or self._coding == "deflate":
                    return b""
                self._decompressor = zlib.decompressobj(wbits=GZIP)
            try:
                # One byte more than the limit is enough to know that it is exceeded.
                part = self._decompressor.decompress(chunk, self._max_size - self._size + 1)
            except zlib.error as error:
                raise BodyError(f"the answer is not packed as it says: {error}") from error
            rest = self._decompressor.unused_data
        self._parts.append(part)
        self._size += len(part)
        if max(self._size, self._received) > self._max_size:
            raise BodyError(
                f"the answer is larger than {self._max_size} bytes, which is the option max_size"
            )
        return rest
