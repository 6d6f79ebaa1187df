"""The content of an answer as it arrives: unpacked, within a bound."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable
from typing import Protocol

import httpx

from alerce.http.errors import short

GZIP = zlib.MAX_WBITS | 16
# Hop by hop, or untrue once the content is unpacked.
PACKING = ("content-encoding", "content-length", "transfer-encoding")


class Unpacker(Protocol):
    """What `zlib.decompressobj` returns, whose class has no public name."""

    @property
    def eof(self) -> bool:
        """Whether the content has come to its end."""
        ...

    @property
    def unused_data(self) -> bytes:
        """What came after that end."""
        ...

    def decompress(self, data: bytes, max_length: int = ..., /) -> bytes:
        """Return what these bytes unpack to."""
        ...


class BodyError(httpx.DecodingError):
    """An answer's content that cannot be taken."""

    cut_off = False
    """Whether its end is missing, so that another attempt may succeed."""


class Body:
    """Collects an answer's content as it arrives, unpacked, within a bound.

    Parameters
    ----------
    headers : sequence of (bytes, bytes)
        Headers of the answer.
    most : int
        Bytes that the content may have, packed or unpacked.
    """

    def __init__(self, headers: Iterable[tuple[bytes, bytes]], most: int) -> None:
        codings = [value for name, value in headers if name.lower() == b"content-encoding"]
        self._coding = b", ".join(codings).strip().lower().decode("latin-1")
        # The library takes no larger number.
        self._most = min(most, sys.maxsize - 1)
        self._parts: list[bytes] = []
        self._size = 0
        self._received = 0
        self._unpacker: Unpacker | None = None
        if self._coding in ("gzip", "x-gzip"):
            self._unpacker = zlib.decompressobj(wbits=GZIP)
        elif self._coding not in ("", "identity", "deflate"):
            raise BodyError(f"the answer is packed as {short(self._coding)!r}, which was not asked")

    def add(self, chunk: bytes) -> None:
        """Take the next bytes as they arrived."""
        self._received += len(chunk)
        if self._coding == "deflate" and self._unpacker is None and chunk:
            # Some servers leave out the header of two bytes.
            bare = chunk[0] & 0x0F != zlib.DEFLATED
            self._unpacker = zlib.decompressobj(wbits=-zlib.MAX_WBITS if bare else zlib.MAX_WBITS)
        while chunk:
            chunk = self._keep(chunk)

    def whole(self) -> bytes:
        """Return the content, at its end."""
        if self._unpacker is not None and not self._unpacker.eof and self._received:
            error = BodyError("the answer's packed content is cut off")
            error.cut_off = True
            raise error
        return b"".join(self._parts)

    def _keep(self, chunk: bytes) -> bytes:
        """Keep what the bytes hold; return those that another unpacker must take."""
        rest = b""
        if self._unpacker is None:
            part = chunk
        else:
            if self._unpacker.eof:
                if not chunk.strip(b"\0") or self._coding == "deflate":
                    return b""
                self._unpacker = zlib.decompressobj(wbits=GZIP)
            try:
                # One byte more than there may be tells that there are too many.
                part = self._unpacker.decompress(chunk, self._most - self._size + 1)
            except zlib.error as error:
                raise BodyError(f"the answer is not packed as it says: {error}") from error
            rest = self._unpacker.unused_data
        self._parts.append(part)
        self._size += len(part)
        if max(self._size, self._received) > self._most:
            raise BodyError(
                f"the answer is larger than {self._most} bytes, which is the option max_size"
            )
        return rest
