"""From rows and the columns that the specification gives them to the asked format.

The columns, their order and their dtypes are those of the specification,
whatever the rows hold and also when there are none. A field that the
specification does not know is kept, behind the others. Identifiers never pass
through floating point.

=========  =====================  ==========================  ==================
spec       numpy                  pandas                      astropy
=========  =====================  ==========================  ==================
int64      int64                  int64, nullable: Int64      int64, masked
float64    float64                float64, missing as NaN     float64, masked
bool       bool                   bool, nullable: boolean     bool, masked
str        object                 str                         str, masked
list       object                 object (lists)              str, joined by ", "
=========  =====================  ==========================  ==================

In a Table a NaN is masked like what is missing: VOTable has one way to say
both. An infinity is a value. A missing text is masked too; astropy reads it
back from a VOTable as an empty text (its issue 8995), STILTS as blank.
"""

from __future__ import annotations

import csv
import functools
import io
import json
import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, TypeVar, cast

from alerce_api.column import Column

from alerce import _untyped
from alerce.arguments.checks import nearest
from alerce.decode.cells import INT64, Cells, Rows, cells_of, direct
from alerce.exceptions import ArgumentError, InvalidResponseError
from alerce.results.notes import Notes

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from astropy.table import Table
    from numpy.typing import NDArray

Names: TypeAlias = str | Sequence[str]

RowsT = TypeVar("RowsT", bound="Rows | Cells")

EXACT_IN_FLOAT64: Final = 2**53


@dataclass(frozen=True, slots=True)
class Values:
    """One column of an answer: what it is, its values, and which are missing (or NaN)."""

    column: Column
    data: NDArray[Any]
    missing: NDArray[np.bool_]


def to_pandas(
    rows: Rows | Cells,
    columns: Sequence[Column],
    index: Names | None = None,
    sort: Names | None = None,
) -> pd.DataFrame:
    """Return the rows as a DataFrame.

    Parameters
    ----------
    rows : sequence of mappings
        The rows of an answer.
    columns : sequence of Column
        What the specification says of them.
    index, sort : str or sequence of str, optional
        Columns to sort by (ascending), then to make the index of.

    Returns
    -------
    pandas.DataFrame
        With ``attrs["units"]``, ``attrs["ucds"]`` and ``attrs["descriptions"]``.

    Raises
    ------
    ArgumentError
        There is no such column to sort by or to index.
    """
    frame = frame_of(values_of(cells_of(rows), columns))
    return arranged(frame, index, sort)


def frame_of(values: Sequence[Values]) -> pd.DataFrame:
    """Return columns of exact type as a DataFrame, with what is known of them in its attrs."""
    import pandas as pd

    frame = pd.DataFrame(
        {each.column.name: _pandas_array(each) for each in values},
        index=pd.RangeIndex(len(values[0].data) if values else 0),
    )
    described = [each.column for each in values]
    frame.attrs["units"] = Notes({each.name: each.unit for each in described if each.unit})
    frame.attrs["ucds"] = Notes({each.name: each.ucd for each in described if each.ucd})
    frame.attrs["descriptions"] = Notes(
        {each.name: each.description for each in described if each.description}
    )
    return frame


def arranged(frame: pd.DataFrame, index: Names | None, sort: Names | None) -> pd.DataFrame:
    """Return the frame sorted and indexed as asked."""
    by, labels = _known(frame, "sort", sort), _known(frame, "index", index)
    if by:
        frame = frame.sort_values(by, kind="stable")
    return frame.set_index(labels) if labels else frame


def ordered(rows: RowsT, columns: Sequence[Column], sort: Names | None) -> RowsT:
    """Return rows sorted by columns as pandas does it: ascending, missing values last.

    Raises
    ------
    ArgumentError
        There is no such column to sort by.
    """
    if sort is None:
        return rows
    places = order(rows, columns, sort)
    if isinstance(rows, Cells):
        moved = {name: [column[place] for place in places] for name, column in rows.columns.items()}
        return cast(RowsT, Cells(moved, rows.length, rows.kinds))
    return cast(RowsT, [rows[place] for place in places])


def order(rows: Rows | Cells, columns: Sequence[Column], sort: Names) -> list[int]:
    """Return the places of the rows in the order that `ordered` gives them."""
    import numpy as np

    cells = cells_of(rows)
    described = {column.name: column for column in with_extras(cells, columns)}
    places = np.arange(cells.length)
    # A stable sort by the last column first leaves the first one in charge.
    for name in reversed(_named(described, "sort", sort)):
        values = _values(described[name], cells.of(name), cells.kinds.get(name))
        present = places[~values.missing[places]]
        present = present[np.argsort(values.data[present], kind="stable")]
        places = np.concatenate([present, places[values.missing[places]]])
    found: list[int] = places.tolist()
    return found


def _known(frame: pd.DataFrame, argument: str, names: object) -> list[str]:
    """Return the columns of a frame that an argument names, each of which there is."""
    return _named([str(column) for column in frame.columns], argument, names)


def _named(known: Collection[str], argument: str, names: object) -> list[str]:
    """Return the columns that an argument names, each of which is known."""
    several = [names] if isinstance(names, str) else () if names is None else names
    if not isinstance(several, Iterable):
        raise ArgumentError(f"expected a column or several, not {names!r}", about=argument)
    checked = [str(name) for name in cast("Iterable[object]", several)]
    for name in checked:
        if name not in known:
            raise ArgumentError(
                f"there is no column {name!r}{nearest(name, known)}", about=argument
            )
    return checked


def to_table(
    rows: Rows | Cells, columns: Sequence[Column], meta: Mapping[str, object] | None = None
) -> Table:
    """Return the rows as an astropy Table.

    Parameters
    ----------
    rows : sequence of mappings
        The rows of an answer.
    columns : sequence of Column
        What the specification says of them.
    meta : mapping, optional
        What to say of the table as a whole.

    Returns
    -------
    astropy.table.Table
        With unit, description and UCD (``column.meta["ucd"]``) on each column;
        a column that may lack values is masked.
    """
    return table_of(values_of(rows, columns), meta)


def table_of(values: Sequence[Values], meta: Mapping[str, object] | None = None) -> Table:
    """Return columns of exact type as an astropy Table; see `to_table`."""
    import numpy as np

    data: list[Any] = []
    for each in values:
        array = _texts(each) if each.column.dtype in ("str", "list") else each.data
        if each.column.nullable or each.missing.any():
            array = np.ma.MaskedArray(array, mask=each.missing)
        data.append(array)
    astropy_table = _untyped.module("astropy.table").Table
    table: Any = astropy_table(
        data, names=[each.column.name for each in values], meta=dict(meta or {}), copy=False
    )
    # Columns made beforehand would be made a second time.
    for each, made in zip(values, table.itercols(), strict=True):
        made.unit = unit_of(each.column)
        made.description = each.column.description or None
        if each.column.ucd:
            made.meta["ucd"] = each.column.ucd
    return cast("Table", table)


def unit_of(column: Column) -> Any:
    """Return the astropy unit of a column, None without one.

    A text that names no unit makes an UnrecognizedUnit, which keeps it.
    """
    return None if column.unit is None else _unit(column.unit)


@functools.cache
def _unit(text: str) -> Any:
    return _untyped.module("astropy.units").Unit(text, parse_strict="silent")


def to_csv(rows: Rows | Cells, columns: Sequence[Column]) -> str:
    """Return the rows as CSV text: a header line, then a line a row.

    Numbers keep every digit; a missing value is an empty field.
    """
    cells = cells_of(rows)
    names = [column.name for column in with_extras(cells, columns)]
    text = _csv_text(cells, names, csv.QUOTE_MINIMAL)
    # A carriage return is left without quotes, and read as the end of a line.
    return _csv_text(cells, names, csv.QUOTE_ALL) if "\r" in text else text


def with_extras(rows: Rows | Cells, columns: Sequence[Column]) -> list[Column]:
    """Return the columns, and behind them one for each field that they do not know."""
    known = {column.name for column in columns}
    found = cells_of(rows).columns
    return [*columns, *(_guessed(name, found[name]) for name in found if name not in known)]


def values_of(rows: Rows | Cells, columns: Sequence[Column]) -> list[Values]:
    """Return the rows turned into columns of exact type.

    Raises
    ------
    InvalidResponseError
        A value does not fit the type of its column.
    """
    cells = cells_of(rows)
    return [
        _values(column, cells.of(column.name), cells.kinds.get(column.name))
        for column in with_extras(cells, columns)
    ]


def _values(
    column: Column, cells: Sequence[object], kinds: Collection[type] | None = None
) -> Values:
    found = direct(column.dtype, cells, kinds)
    return values_one_by_one(column, cells) if found is None else Values(column, *found)


def values_one_by_one(column: Column, cells: Sequence[object]) -> Values:
    """Return a column of exact type, each value converted by itself.

    Raises
    ------
    InvalidResponseError
        A value does not fit the type of the column.
    """
    import numpy as np

    dtype, missing_value, convert = _DTYPES[column.dtype]
    converted: list[object] = []
    for cell in cells:
        if cell is None:
            converted.append(missing_value)
            continue
        try:
            converted.append(convert(cell))
        except (ValueError, TypeError, OverflowError):
            raise InvalidResponseError(
                f"the service sent {cell!r}, which is no {column.dtype}",
                about=f"column {column.name}",
            ) from None
    data = np.empty(len(cells), dtype=dtype)
    data[:] = converted
    if column.dtype == "float64":
        return Values(column, data, np.isnan(data))
    return Values(column, data, np.fromiter((cell is None for cell in cells), np.bool_, len(cells)))


def _to_int(cell: object) -> int:
    # A float only counts as an integer when it is one; a text of digits is how
    # the ZTF API sends some of them.
    number = cell if isinstance(cell, int) else int(cell) if isinstance(cell, str) else None
    if number is None and isinstance(cell, float) and cell.is_integer():
        number = int(cell)
    if number is None or number not in INT64:
        raise ValueError(cell)
    return int(number)


def _to_float(cell: object) -> float:
    if isinstance(cell, bool) or not isinstance(cell, int | float | str):
        raise TypeError(cell)
    return float(cell)


def _to_bool(cell: object) -> bool:
    if cell in (0, 1):
        return bool(cell)
    raise ValueError(cell)


def _to_text(cell: object) -> str:
    return cell if isinstance(cell, str) else json.dumps(cell)


def _to_list(cell: object) -> list[object]:
    if not isinstance(cell, list):
        raise TypeError(cell)
    return cast("list[object]", cell)


_DTYPES: Final[dict[str, tuple[str, object, Callable[[object], object]]]] = {
    "int64": ("int64", 0, _to_int),
    "float64": ("float64", math.nan, _to_float),
    "bool": ("bool", False, _to_bool),
    "str": ("object", None, _to_text),
    "list": ("object", None, _to_list),
}


def _guessed(name: str, cells: Sequence[object]) -> Column:
    kinds = {type(cell) for cell in cells if cell is not None}
    dtype: Any = "str"
    if kinds and kinds <= {bool}:
        dtype = "bool"
    elif kinds and kinds <= {int} and all(cell is None or cell in INT64 for cell in cells):
        dtype = "int64"
    elif kinds and kinds <= {int, float} and not any(_loses_digits(cell) for cell in cells):
        dtype = "float64"
    return Column(name, dtype, nullable=True, unit=None, ucd=None, description="")


def _loses_digits(cell: object) -> bool:
    return isinstance(cell, int) and abs(cell) > EXACT_IN_FLOAT64


def _pandas_array(values: Values) -> Any:
    import pandas as pd

    column, data, missing = values.column, values.data, values.missing
    match column.dtype:
        case "int64" if column.nullable or missing.any():
            return pd.arrays.IntegerArray(data, missing)
        case "bool" if column.nullable or missing.any():
            return pd.arrays.BooleanArray(data, missing)
        case "str":
            # The text type of pandas 3, by its full name so that pandas 2 has it too.
            return pd.array(data, dtype=pd.StringDtype(na_value=math.nan))
        case _:
            return data


def _texts(values: Values) -> NDArray[np.str_]:
    import numpy as np

    cells: list[Any] = values.data.tolist()
    if values.column.dtype == "list":
        cells = ["" if cell is None else ", ".join(map(str, cell)) for cell in cells]
    elif values.missing.any():
        cells = ["" if cell is None else cell for cell in cells]
    # VOTable counts in units of UTF-16, and takes a width of one as no array at all.
    if "".join(cells).isascii():
        width = max(map(len, cells), default=0)
    else:
        width = max(len(cell.encode("utf-16-le", "surrogatepass")) // 2 for cell in cells)
    return np.array(cells, dtype=f"U{max(width, 2)}")


def _csv_text(cells: Cells, names: Sequence[str], quoting: Literal[0, 1]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n", quoting=quoting)
    writer.writerow(names)
    writer.writerows(zip(*(map(_csv_field, cells.of(name)) for name in names), strict=True))
    return text.getvalue()


def _csv_field(cell: object) -> object:
    if isinstance(cell, list):
        return ", ".join(map(str, cast("list[object]", cell)))
    return json.dumps(cell) if isinstance(cell, dict) else cell
