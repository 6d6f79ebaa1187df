"""Tables with one row an object: a column for each feature, or for each class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from alerce_api.column import Column
from alerce_api.ztf import columns as ztf_columns

from alerce.arguments.formats import Format
from alerce.exceptions import ArgumentError
from alerce.results import tables
from alerce.results.columns import OID
from alerce.results.kinds import Tabular

if TYPE_CHECKING:
    from alerce_api.ztf.rows import Feature, Probability

Rows = tuple[list[dict[str, object]], list[Column]]


def features(several: Mapping[str, Sequence[Feature]]) -> Rows:
    """Return a row an object with a column ``feature_fid`` for each feature and band.

    Where there are several versions of the extraction each has its own
    columns, ``feature_fid_version``.
    """
    versions = {row["version"] for rows in several.values() for row in rows}
    value = {column.name: column for column in ztf_columns.FEATURE}["value"]
    described: dict[str, Column] = {}
    table: list[dict[str, object]] = []
    for oid, rows in several.items():
        wide: dict[str, object] = {OID.name: oid}
        for row in rows:
            name = f"{row['name']}_{row['fid']}"
            if len(versions) > 1:
                name = f"{name}_{row['version']}"
            described.setdefault(name, value._replace(name=name, nullable=True))
            wide[name] = row.get("value")
        table.append(wide)
    return table, [OID, *(described[name] for name in sorted(described))]


def probabilities(several: Mapping[str, Sequence[Probability]]) -> Rows:
    """Return a row an object with a column ``classifier_version_class`` for each of those."""
    kinds = {column.name: column for column in ztf_columns.PROBABILITY}
    described: dict[str, Column] = {}
    table: list[dict[str, object]] = []
    for oid, rows in several.items():
        wide: dict[str, object] = {OID.name: oid}
        for row in rows:
            name = f"{row['classifier_name']}_{row['classifier_version']}_{row['class_name']}"
            described.setdefault(
                name,
                kinds["probability"]._replace(
                    name=name, nullable=True, description=f"Probability of {row['class_name']}"
                ),
            )
            wide[name] = row.get("probability")
        table.append(wide)
    return table, [OID, *(described[name] for name in sorted(described))]


def in_format(
    rows: Rows, format: Format, index: tables.Names | None, sort: tables.Names | None
) -> Tabular:
    """Return wide rows as a table.

    Raises
    ------
    ArgumentError
        The format is no table.
    """
    match format:
        case "pandas":
            return tables.to_pandas(*rows, index, sort)
        case "votable":
            return tables.to_table(tables.ordered(*rows, sort), rows[1])
        case "csv":
            return tables.to_csv(tables.ordered(*rows, sort), rows[1])
        case _:
            raise ArgumentError("a wide table is pandas, votable or csv", about="wide")
