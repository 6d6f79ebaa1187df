"""Result types of public methods: the union over all formats, and one or several objects.

A method of `alerce._async` is annotated with one of them. The function ``cases`` of
``scripts/derive`` gives the type for each format and number of objects, and writes the
overloads of the stub files from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from typing_extensions import TypeAliasType

if TYPE_CHECKING:
    from alerce._lazy import (
        catshtm_models,
        catshtm_rows,
        fits,
        lsst_rows,
        np,
        npt,
        pd,
        table,
        ztf_rows,
    )
    from alerce.decode.sql import Cell
    from alerce.results.lightcurves import TableLightCurve
    from alerce.results.lsst import LsstRecordLightCurve
    from alerce.results.lsst_lightcurves import LsstLightCurve
    from alerce.results.ztf import RecordLightCurve

RowT = TypeVar("RowT")
ModelT = TypeVar("ModelT")
ResultT = TypeVar("ResultT")

Tabular = TypeAliasType("Tabular", "pd.DataFrame | table.Table | str")
"""Rows in the formats pandas, votable and csv."""

OneRow = TypeAliasType("OneRow", "Tabular | RowT | ModelT", type_params=(RowT, ModelT))
"""A single row."""

Rows = TypeAliasType("Rows", "Tabular | list[RowT] | list[ModelT]", type_params=(RowT, ModelT))
"""A list of rows."""

Page = TypeAliasType("Page", "Tabular | RowT | list[ModelT]", type_params=(RowT, ModelT))
"""A page of rows: in json the whole page, in models a list of records."""

RowPerObject = TypeAliasType(
    "RowPerObject",
    "Tabular | RowT | ModelT | dict[str, RowT] | dict[str, ModelT]",
    type_params=(RowT, ModelT),
)
"""A row about an object, or a row about each of several."""

RowsPerObject = TypeAliasType(
    "RowsPerObject",
    "Tabular | list[RowT] | list[ModelT] | dict[str, list[RowT]] | dict[str, list[ModelT]]",
    type_params=(RowT, ModelT),
)
"""Rows about an object, or rows about each of several."""

LightCurves = TypeAliasType(
    "LightCurves",
    "TableLightCurve[pd.DataFrame] | TableLightCurve[table.Table] | TableLightCurve[str] | ztf_rows.LightCurve | RecordLightCurve | dict[str, ztf_rows.LightCurve] | dict[str, RecordLightCurve]",
)
"""The light curve of an object, or those of several."""

LsstLightCurves = TypeAliasType(
    "LsstLightCurves",
    "LsstLightCurve[pd.DataFrame] | LsstLightCurve[table.Table] | LsstLightCurve[str] | lsst_rows.LightCurve | LsstRecordLightCurve | dict[str, lsst_rows.LightCurve] | dict[str, LsstRecordLightCurve]",
)
"""The light curve of an object of LSST, or those of several."""

PerObject = TypeAliasType("PerObject", "ResultT | dict[str, ResultT]", type_params=(ResultT,))
"""A result about an object, or about each of several."""

PerAlert = TypeAliasType("PerAlert", "ResultT | dict[str, ResultT]", type_params=(ResultT,))
"""A result about an alert, or about each of several."""

Images = TypeAliasType(
    "Images",
    "fits.HDUList | list[npt.NDArray[np.float32]] | dict[str, fits.HDUList] | dict[str, list[npt.NDArray[np.float32]]]",
)
"""The images of an alert, or of each of several."""

LsstImages = TypeAliasType(
    "LsstImages",
    "fits.HDUList | list[npt.NDArray[np.float32]] | dict[str, fits.HDUList] | dict[str, list[npt.NDArray[np.float32]]]",
)
"""The images of an alert of LSST, or of each of several."""

Cones = TypeAliasType(
    "Cones",
    "Tabular | catshtm_rows.ConeTable | catshtm_models.ConeTable | dict[str, pd.DataFrame] | dict[str, table.Table] | dict[str, str] | dict[str, catshtm_rows.ConeTable] | dict[str, catshtm_models.ConeTable]",
)
"""The sources of a catalogue, or of each catalogue."""

Match = TypeAliasType(
    "Match",
    "pd.Series[float] | table.Table | str | catshtm_rows.CrossMatch | catshtm_models.CrossMatch | dict[str, pd.Series[float]] | dict[str, table.Table] | dict[str, str] | dict[str, catshtm_rows.CrossMatch] | dict[str, catshtm_models.CrossMatch] | None",
)
"""The source of a catalogue closest to a position, or that of each catalogue."""

Matches = TypeAliasType(
    "Matches",
    "Tabular | list[catshtm_rows.CrossMatch] | list[catshtm_models.CrossMatch | None] | dict[str, pd.DataFrame] | dict[str, table.Table] | dict[str, str] | dict[str, list[catshtm_rows.CrossMatch]] | dict[str, list[catshtm_models.CrossMatch | None]]",
)
"""The sources of a catalogue closest to several positions, or those of each catalogue."""

PerPosition = TypeAliasType(
    "PerPosition", "ResultT | list[ResultT | None] | None", type_params=(ResultT,)
)
"""A result at a position, or at each of several."""

QueryResult = TypeAliasType("QueryResult", "Tabular | list[dict[str, Cell]]")
"""The rows of an SQL query."""
