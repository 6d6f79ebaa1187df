"""Kinds of rows, and their conversion to each return format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeAlias, TypeVar, cast

from alerce_api.column import Column

from alerce.arguments.formats import Format
from alerce.decode.cells import ACCEPTED_TYPES, Cells, Rows, stacked
from alerce.exceptions import APIError, InvalidResponseError
from alerce.results import tables
from alerce.results.columns import OID

if TYPE_CHECKING:
    import pandas as pd
    from astropy.table import Table

RowT = TypeVar("RowT")
ModelT = TypeVar("ModelT")
ResultT = TypeVar("ResultT")

Tabular: TypeAlias = "pd.DataFrame | Table | str"
"""A table of rows in the formats pandas, votable and csv."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[RowT, ModelT]):
    """A kind of row: its columns, and its record class.

    Parameters
    ----------
    columns : tuple of Column
        The columns as the specification describes them.
    record : callable
        Returns the generated record of a row.
    oid : Column
        What a table of several objects says of their identifiers.
    """

    columns: tuple[Column, ...]
    record: Callable[[Mapping[str, Any]], ModelT]
    oid: Column = OID

    def table(
        self,
        rows: Sequence[RowT] | Cells,
        format: Format,
        index: tables.ColumnNames | None = None,
        sort: tables.ColumnNames | None = None,
    ) -> Tabular | list[RowT] | list[ModelT]:
        """Return the rows in a format; for json and models they must be given as rows."""
        match format:
            case "models":
                return self.records(self.ordered(cast("Sequence[RowT]", rows), sort))
            case "json":
                return list(self.ordered(cast("Sequence[RowT]", rows), sort))
            case _:
                return _table(cast("Rows | Cells", rows), self.columns, format, index, sort)

    def records(self, rows: Sequence[RowT]) -> list[ModelT]:
        """Return the rows as records of the generated class."""
        return [self.record(cast("Mapping[str, Any]", row)) for row in rows]

    def ordered(self, rows: Sequence[RowT], sort: tables.ColumnNames | None) -> Sequence[RowT]:
        """Return rows sorted by columns, which may include the object's identifier."""
        by_name = cast("Rows", rows)
        return cast("Sequence[RowT]", tables.ordered(by_name, (OID, *self.columns), sort))

    def objects_ordered(self, found: ByOid[RowT], sort: tables.ColumnNames | None) -> ByOid[RowT]:
        """Return several objects of one row each, sorted by columns."""
        if sort is None:
            return found
        rows = cast("Rows", list(found.values()))
        items = list(found.items())
        places = tables.order(rows, (OID, *self.columns), sort)
        return ByOid([items[place] for place in places], found.failures)

    def validated(self, rows: Sequence[RowT], oid: str) -> Sequence[RowT]:
        """Return the rows of an object, checked against the specification.

        Raises
        ------
        InvalidResponseError
            A row lacks a value that is never null, or a value has another type.
        """
        for row in cast("Sequence[Mapping[str, object]]", rows):
            for column in self.columns:
                sent = row.get(column.name)
                left_out = sent is None and column.nullable
                if not left_out and type(sent) not in ACCEPTED_TYPES[column.dtype]:
                    raise InvalidResponseError(
                        f"the service sent {sent!r:.80}, which is no {column.dtype}",
                        about=f"object {oid}, column {column.name}",
                    )
        return rows

    def stacked(
        self,
        several: Mapping[str, Sequence[RowT] | Cells],
        format: Format,
        index: tables.ColumnNames | None = None,
        sort: tables.ColumnNames | None = None,
    ) -> Tabular | dict[str, list[RowT]] | dict[str, list[ModelT]]:
        """Return the rows of several objects: one table with a column oid, or a dict by oid."""
        by_row = cast("Mapping[str, Sequence[RowT]]", several)
        match format:
            case "json":
                return ByOid({oid: list(self.ordered(rows, sort)) for oid, rows in by_row.items()})
            case "models":
                return ByOid(
                    {oid: self.records(self.ordered(rows, sort)) for oid, rows in by_row.items()}
                )
            case _:
                parts = cast("Mapping[str, Rows | Cells]", several)
                cells = stacked(parts.items(), OID.name)
                others = [column for column in self.columns if column.name != OID.name]
                return _table(cells, (self.oid, *others), format, index, sort)

    def one(
        self,
        row: RowT,
        format: Format,
        index: tables.ColumnNames | None = None,
        sort: tables.ColumnNames | None = None,
    ) -> Tabular | RowT | ModelT:
        """Return a single row in a format: a table of one row, or the row itself."""
        match format:
            case "json":
                return self.ordered([row], sort)[0]
            case "models":
                return self.records(self.ordered([row], sort))[0]
            case _:
                return cast(Tabular, self.table([row], format, index, sort))


def _table(
    rows: Rows | Cells,
    columns: Sequence[Column],
    format: Literal["pandas", "votable", "csv"],
    index: tables.ColumnNames | None,
    sort: tables.ColumnNames | None,
) -> Tabular:
    match format:
        case "pandas":
            return tables.to_pandas(rows, columns, index, sort)
        case "votable":
            return tables.to_table(tables.ordered(rows, columns, sort), columns)
        case "csv":
            return tables.to_csv(tables.ordered(rows, columns, sort), columns)


class ByOid(dict[str, ResultT]):
    """Results by object identifier, in the order of the objects asked for.

    Attributes
    ----------
    failures : dict of str to APIError
        The objects that failed, and why; they are not among the keys.
    """

    def __init__(
        self,
        found: Mapping[str, ResultT] | Iterable[tuple[str, ResultT]] = (),
        failures: Mapping[str, APIError] | None = None,
    ) -> None:
        super().__init__(found)
        self.failures: dict[str, APIError] = dict(failures or {})
