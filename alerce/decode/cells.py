"""The values of an answer by column, as parsed and as arrays.

A column becomes an array in one step if all its values have the types expected for the
column. Otherwise each value is converted by itself.
"""

from __future__ import annotations

import itertools
import operator
import struct
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Rows: TypeAlias = Sequence[Mapping[str, object]]

INT64: Final = range(-(2**63), 2**63)
"""The integers that a column of 64 bits can hold."""

ACCEPTED_TYPES: Final[Mapping[str, frozenset[type]]] = {
    "int64": frozenset({int, str}),
    "float64": frozenset({float, int}),
    "bool": frozenset({bool}),
    "str": frozenset({str}),
    "list": frozenset({list}),
}
"""The types, besides None, that the values of a column may have to become an array in one step."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The values of an answer.

    Parameters
    ----------
    columns : mapping of str to sequence
        The values of each column by its name. A missing value is None; in a column of
        floats it may also be NaN.
    length : int
        Number of values of each column.
    """

    columns: Mapping[str, Sequence[object]]
    length: int
    kinds: Mapping[str, Collection[type]] = field(default_factory=dict[str, Collection[type]])
    """The types of a column's values other than None, if already known."""

    def __len__(self) -> int:
        return self.length

    def of(self, name: str) -> Sequence[object]:
        """Return the values of a column; if there is no such column, every value is None."""
        found = self.columns.get(name)
        return (None,) * self.length if found is None else found


def cells_of(rows: Rows | Cells) -> Cells:
    """Return the values of rows by column, the columns in order of first occurrence."""
    if isinstance(rows, Cells):
        return rows
    shapes = dict.fromkeys(map(tuple, rows))
    if len(shapes) == 1:
        (shape,) = shapes
        by_column = zip(*[row.values() for row in rows], strict=True)
        return Cells(dict(zip(shape, by_column, strict=True)), len(rows))
    names = dict.fromkeys(itertools.chain.from_iterable(shapes))
    everywhere = set(names).intersection(*shapes)
    return Cells(
        {
            name: list(map(operator.itemgetter(name), rows))
            if name in everywhere
            else [row.get(name) for row in rows]
            for name in names
        },
        len(rows),
    )


def stacked(several: Iterable[tuple[str, Rows | Cells]], name: str) -> Cells:
    """Return the rows of several objects in one table, with a column of the objects' names."""
    parts = [(label, cells_of(part)) for label, part in several]
    names = dict.fromkeys(itertools.chain([name], *(cells.columns for _, cells in parts)))
    columns: dict[str, Sequence[object]] = {
        each: list(itertools.chain.from_iterable(cells.of(each) for _, cells in parts))
        for each in names
    }
    labels = itertools.chain.from_iterable([label] * cells.length for label, cells in parts)
    # A name that a row itself contains takes precedence.
    columns[name] = [
        label if cell is None else cell for label, cell in zip(labels, columns[name], strict=True)
    ]
    known = {
        each: frozenset(itertools.chain.from_iterable(cells.kinds[each] for _, cells in parts))
        for each in columns
        if all(each in cells.kinds for _, cells in parts)
    }
    return Cells(columns, len(columns[name]), known)


def array_of(
    dtype: str, cells: Sequence[object], known: Collection[type] | None = None
) -> tuple[NDArray[Any], NDArray[np.bool_]] | None:
    """Return a column as an array and a mask of missing values, or None if it is irregular.

    None means that each value must be converted by itself. In the array a missing value is
    NaN, None, False or 0, and every NaN counts as missing. The types of the values other
    than None can be given if they are known.
    """
    import numpy as np

    kinds = set(map(type, cells) if known is None else known)
    complete = NoneType not in kinds
    kinds.discard(NoneType)
    if not kinds <= ACCEPTED_TYPES[dtype]:
        return None
    try:
        if dtype == "float64":
            data = _floats(cells)
            return data, np.isnan(data)
        complete = None not in cells if known is not None else complete
        absent: Any = map(operator.is_, cells, itertools.repeat(None))
        missing = (
            np.zeros(len(cells), np.bool_)
            if complete
            else np.fromiter(absent, np.bool_, len(cells))
        )
        if dtype in ("str", "list"):
            return np.fromiter(cells, np.object_, len(cells)), missing
        values: Any = cells
        if not complete:
            values = [0 if cell is None else cell for cell in cells]
        if str in kinds:
            values = list(map(int, values))
        return np.fromiter(values, dtype, len(cells)), missing
    except (ValueError, OverflowError):
        # A value is too large or no number. Converting one by one makes an error that names it.
        return None


def _floats(cells: Sequence[object]) -> NDArray[np.float64]:
    import numpy as np

    values: Any = cells
    try:
        # This is the fastest way, but it accepts no None.
        return np.frombuffer(struct.pack(f"{len(cells)}d", *values)).copy()
    except struct.error:
        return np.array(values, dtype=np.float64)
