"""From the bytes of an answer to its columns, without a dict for each row.

The parser accepts only the known fields and their types. It refuses an answer with an
unknown field, or with a number in place of a text; then the functions here return None,
and the caller reads the answer by row and checks each value.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Callable, Collection, Mapping, Sequence
from types import GenericAlias
from typing import Any, Final, TypeAlias

import msgspec
from alerce_api.column import Column

from alerce.decode.cells import Cells
from alerce.decode.fastjson import SUBSTITUTES, attempt

Columns: TypeAlias = tuple[Column, ...]
Parts: TypeAlias = tuple[tuple[str, Columns | None], ...]
"""The name of each field of an object, and the columns of its rows; None for a plain value."""

_WIRE_TYPES: Final[Mapping[str, Any]] = {
    "int64": int | str | None,
    "float64": float | None,
    "bool": bool | None,
    "str": str | None,
    "list": list[Any] | None,
}
_PLAIN: Final = bool | int | float | str | None
_KINDS: Final[Mapping[str, frozenset[type]]] = {
    "float64": frozenset({float}),
    "bool": frozenset({bool}),
    "str": frozenset({str}),
}


def rows(body: bytes, columns: Columns) -> Cells | None:
    """Return a list of rows as columns, or None if it must be read by row."""
    found, substituted = attempt(body, functools.partial(_rows_reader, columns))
    return None if found is None else _cells(found, columns, substituted=substituted)


def parts(body: bytes, wanted: Parts) -> dict[str, Any] | None:
    """Return the fields of an object, rows by column, or None if it must be read by row."""
    found, substituted = attempt(body, functools.partial(_parts_reader, wanted))
    if found is None:
        return None
    several: dict[str, Any] = {}
    for (name, columns), sent in zip(wanted, msgspec.structs.astuple(found), strict=True):
        if columns is not None:
            several[name] = _cells(sent, columns, substituted=substituted)
            if several[name] is None:
                return None
        elif substituted and sent in SUBSTITUTES:
            return None
        else:
            several[name] = sent
    return several


@functools.cache
def _rows_reader(columns: Columns, substituted: bool) -> Callable[[bytes], list[msgspec.Struct]]:
    return msgspec.json.Decoder(_rows_of(columns, substituted)).decode


@functools.cache
def _parts_reader(wanted: Parts, substituted: bool) -> Callable[[bytes], msgspec.Struct]:
    fields = [
        (f"part{at}", _PLAIN if columns is None else _rows_of(columns, substituted))
        for at, (_, columns) in enumerate(wanted)
    ]
    names = {f"part{at}": name for at, (name, _) in enumerate(wanted)}
    whole = msgspec.defstruct("Whole", fields, rename=names, forbid_unknown_fields=True)
    return msgspec.json.Decoder(whole).decode


def _rows_of(columns: Columns, substituted: bool) -> Any:
    """Return the type of a list of rows, whose fields are in the order of the columns."""
    sent = {**_WIRE_TYPES, "float64": float | str | None} if substituted else _WIRE_TYPES
    # A column's name may be no valid identifier in Python.
    names = {f"column{at}": column.name for at, column in enumerate(columns)}
    row = msgspec.defstruct(
        "Row",
        [
            # A missing float is NaN from the start, so that no None must be replaced later.
            (name, sent[column.dtype], math.nan if column.dtype == "float64" else None)
            for name, column in zip(names, columns, strict=True)
        ],
        rename=names,
        forbid_unknown_fields=True,
        # A row cannot be part of a reference cycle.
        gc=False,
    )
    return GenericAlias(list, (row,))


def _cells(sent: Sequence[msgspec.Struct], columns: Columns, *, substituted: bool) -> Cells | None:
    names = [column.name for column in columns]
    # One list of all values: keeping a tuple for each row would trigger the garbage collector.
    flat = list(itertools.chain.from_iterable(map(msgspec.structs.astuple, sent)))
    by_column: list[Sequence[object]] = [flat[at :: len(columns)] for at in range(len(columns))]
    kinds: dict[str, Collection[type]] = {
        column.name: _KINDS[column.dtype] for column in columns if column.dtype in _KINDS
    }
    if substituted:
        for at, column in enumerate(columns):
            restored = _restore_numbers(by_column[at], column.dtype)
            if restored is None:
                return None
            by_column[at] = restored
    return Cells(dict(zip(names, by_column, strict=True)), len(sent), kinds)


def _restore_numbers(cells: Sequence[object], dtype: str) -> Sequence[object] | None:
    """Return a column with numbers in place of their substitutes, or None if it must be read by row."""
    if dtype == "bool" or str not in set(map(type, cells)):
        return None if dtype == "list" else cells
    if dtype != "float64":
        return cells if SUBSTITUTES.keys().isdisjoint(cells) else None
    numbers = [SUBSTITUTES.get(cell, cell) for cell in cells]
    return None if str in set(map(type, numbers)) else numbers
