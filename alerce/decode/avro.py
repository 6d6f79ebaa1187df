"""Reading an Avro file of one record that was downloaded.

An Avro file contains its own schema, which the library follows. A hostile schema can
make it allocate any amount of memory from a few bytes, or nest deeper than the stack
allows, which crashes the interpreter. Schemas with features that no survey's packets
use are therefore refused before any record is read.
"""

from __future__ import annotations

import io
import itertools
import zlib
from typing import Any, Final, cast

from alerce import _untyped

MAGIC: Final = b"Obj\x01"
MAX_BYTES: Final = 256 * 2**20
MARK_LENGTH: Final = 16
PRIMITIVES: Final = frozenset(
    {"null", "boolean", "int", "long", "float", "double", "bytes", "string"}
)


class AvroError(ValueError):
    """Not an Avro file of one record, or a hostile one."""


def read_one(content: bytes) -> dict[str, Any]:
    """Return the one record of an Avro file.

    Raises
    ------
    AvroError
        The content is no Avro file, has not exactly one record, or exceeds the limits.
    """
    if not content.startswith(MAGIC):
        raise AvroError(f"it begins with {content[:40]!r}")
    file = io.BytesIO(content)
    try:
        reader = _untyped.module("fastavro").reader(file)
        _NamedTypes().check(reader.writer_schema)
        _check_blocks(content, file.tell(), reader.codec)
        # Reading a second record is enough to know that there are too many.
        records: list[object] = list(itertools.islice(reader, 2))
    except AvroError:
        raise
    except Exception as error:
        # The library has no error class of its own: a damaged file can raise anything.
        raise AvroError(f"{type(error).__name__}: {error}") from error
    if len(records) != 1 or not isinstance(records[0], dict):
        raise AvroError(f"it is of {len(records)} records{' at least' if records else ''}")
    return cast("dict[str, Any]", records[0])


class _NamedTypes:
    """Checks a schema, and records the named types that it defines."""

    def __init__(self) -> None:
        self._empty: dict[str, bool | None] = {}

    def check(self, schema: object) -> bool:
        """Tell whether a value of this type can be encoded in zero bytes.

        Raises
        ------
        AvroError
            The type contains itself, or an array of values of zero bytes.
        """
        if isinstance(schema, str):
            return schema == "null" if schema in PRIMITIVES else self._known(schema)
        if isinstance(schema, list):
            # A union is encoded with the index of its branch, which takes a byte.
            for branch in cast("list[object]", schema):
                self.check(branch)
            return False
        described = cast("dict[str, Any]", schema)
        kind, name = described["type"], str(described.get("name"))
        match kind:
            case "record" | "error":
                self._empty[name] = None
                parts = [self.check(field["type"]) for field in described["fields"]]
                self._empty[name] = all(parts)
            case "array":
                if self.check(described["items"]):
                    raise AvroError("its schema has an array of nothing")
                return False
            case "map":
                self.check(described["values"])
                return False
            case "fixed":
                self._empty[name] = described["size"] <= 0
            case "enum":
                self._empty[name] = False
            case _:
                return self.check(kind)
        return self._known(name)

    def _known(self, name: str) -> bool:
        empty = self._empty.get(name)
        if empty is None:
            raise AvroError(
                f"its schema's type {name} holds itself"
                if name in self._empty
                else f"its schema knows no type {name}"
            )
        return empty


def _check_blocks(content: bytes, start: int, codec: object) -> None:
    """Refuse blocks of an unknown codec, and blocks that decompress to too many bytes."""
    if codec == "null":
        return
    if codec != "deflate":
        raise AvroError(f"its blocks are packed as {codec!r}")
    position, left = start, MAX_BYTES
    while position < len(content):
        _, position = _number(content, position)
        size, position = _number(content, position)
        unpacker = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
        left -= len(unpacker.decompress(content[position : position + size], left + 1))
        if left < 0:
            raise AvroError(f"it unpacks to more than {MAX_BYTES} bytes")
        position += max(0, size) + MARK_LENGTH


def _number(content: bytes, position: int) -> tuple[int, int]:
    """Return an integer of variable length, and the position after it."""
    value = shift = 0
    while True:
        byte = content[position]
        value |= (byte & 0x7F) << shift
        position, shift = position + 1, shift + 7
        if byte < 0x80:
            return (value >> 1) ^ -(value & 1), position
        if shift > 63:
            raise AvroError("it holds an endless number")
