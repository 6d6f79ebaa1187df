"""From the rows of an answer to what the caller asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeAlias, TypeVar, cast

from alerce_api.column import Column

from alerce.arguments.formats import Format
from alerce.decode.cells import SENT, Cells, Rows, stacked
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
"""What a table of rows is in the formats that have only one form."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[RowT, ModelT]):
    """A kind of row: its columns, and how it becomes a record.

    Parameters
    ----------
    columns : tuple of Column
        What the specification says of the fields.
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
        index: tables.Names | None = None,
        sort: tables.Names | None = None,
    ) -> Tabular | list[RowT] | list[ModelT]:
        """Return the rows in the format asked for; by column they can only become a table."""
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

    def ordered(self, rows: Sequence[RowT], sort: tables.Names | None) -> Sequence[RowT]:
        """Return rows sorted by columns, the object's identifier among them."""
        by_name = cast("Rows", rows)
        return cast("Sequence[RowT]", tables.ordered(by_name, (OID, *self.columns), sort))

    def objects_ordered(self, found: ByOid[RowT], sort: tables.Names | None) -> ByOid[RowT]:
        """Return the rows of several objects, one each, with the objects sorted by columns."""
        if sort is None:
            return found
        rows = cast("Rows", list(found.values()))
        items = list(found.items())
        places = tables.order(rows, (OID, *self.columns), sort)
        return ByOid([items[place] for place in places], found.failures)

    def promised(self, rows: Sequence[RowT], oid: str) -> Sequence[RowT]:
        """Return the rows of an object, for those who go by what the specification promises.

        Raises
        ------
        InvalidResponseError
            A row lacks what is never null, or something is of another type.
        """
        for row in cast("Sequence[Mapping[str, object]]", rows):
            for column in self.columns:
                sent = row.get(column.name)
                left_out = sent is None and column.nullable
                if not left_out and type(sent) not in SENT[column.dtype]:
                    raise InvalidResponseError(
                        f"the service sent {sent!r:.80}, which is no {column.dtype}",
                        about=f"object {oid}, column {column.name}",
                    )
        return rows

    def stacked(
        self,
        several: Mapping[str, Sequence[RowT] | Cells],
        format: Format,
        index: tables.Names | None = None,
        sort: tables.Names | None = None,
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
        index: tables.Names | None = None,
        sort: tables.Names | None = None,
    ) -> Tabular | RowT | ModelT:
        """Return a single row in the format asked for: a table of one row, or the row itself."""
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
    index: tables.Names | None,
    sort: tables.Names | None,
) -> Tabular:
    match format:
        case "pandas":
            return tables.to_pandas(rows, columns, index, sort)
        case "votable":
            return tables.to_table(tables.ordered(rows, columns, sort), columns)
        case "csv":
            return tables.to_csv(tables.ordered(rows, columns, sort), columns)


class ByOid(dict[str, ResultT]):
    """What was asked for, by object, in the order asked.

    Attributes
    ----------
    failures : dict of str to APIError
        The objects that failed, which are not among the keys, and why.
    """

    def __init__(
        self,
        found: Mapping[str, ResultT] | Iterable[tuple[str, ResultT]] = (),
        failures: Mapping[str, APIError] | None = None,
    ) -> None:
        super().__init__(found)
        self.failures: dict[str, APIError] = dict(failures or {})
