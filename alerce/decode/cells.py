"""The values of an answer by column, as the parser left them, and as arrays.

A column whose values are all of the type that they should have becomes an array
in one step. Only where one is not, each is looked at by itself.
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
"""As what the values of a column may be sent, None aside: then it is made in one step."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The values of an answer.

    Parameters
    ----------
    columns : mapping of str to sequence
        A column's values by its name, None where one is missing; a column of
        floats may have NaN there.
    length : int
        How many values each column has.
    """

    columns: Mapping[str, Sequence[object]]
    length: int
    kinds: Mapping[str, Collection[type]] = field(default_factory=dict[str, Collection[type]])
    """The types of a column's values other than None, where they are known already."""

    def __len__(self) -> int:
        return self.length

    def of(self, name: str) -> Sequence[object]:
        """Return the values of a column; all are missing when there is none of this name."""
        found = self.columns.get(name)
        return (None,) * self.length if found is None else found


def cells_of(rows: Rows | Cells) -> Cells:
    """Return the values of rows by column, the columns in the order in which they turn up."""
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
    """Return the rows of several objects one below the other, with a column of their names."""
    parts = [(label, cells_of(part)) for label, part in several]
    names = dict.fromkeys(itertools.chain([name], *(cells.columns for _, cells in parts)))
    columns: dict[str, Sequence[object]] = {
        each: list(itertools.chain.from_iterable(cells.of(each) for _, cells in parts))
        for each in names
    }
    labels = itertools.chain.from_iterable([label] * cells.length for label, cells in parts)
    # What a row says of itself goes before.
    columns[name] = [
        label if cell is None else cell for label, cell in zip(labels, columns[name], strict=True)
    ]
    known = {
        each: frozenset(itertools.chain.from_iterable(cells.kinds[each] for _, cells in parts))
        for each in columns
        if all(each in cells.kinds for _, cells in parts)
    }
    return Cells(columns, len(columns[name]), known)


def direct(
    dtype: str, cells: Sequence[object], known: Collection[type] | None = None
) -> tuple[NDArray[Any], NDArray[np.bool_]] | None:
    """Return a column as an array, and which values are missing, or None if it takes a closer look.

    A missing value is NaN, None, False or 0, and a NaN is a missing value. The
    types of the values other than None can be given.
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
        # One of them is too large, or no number: it shall be named.
        return None


def _floats(cells: Sequence[object]) -> NDArray[np.float64]:
    import numpy as np

    values: Any = cells
    try:
        # The quickest way by far, but it knows no None.
        return np.frombuffer(struct.pack(f"{len(cells)}d", *values)).copy()
    except struct.error:
        return np.array(values, dtype=np.float64)
