"""catsHTM catalogues: their names, and their answers as tables.

The service answers column by column, without a specification of the columns:
each brings its own unit. All values are numbers, flags and identifiers too.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, cast

from alerce_api.catshtm import columns
from alerce_api.catshtm.catalogs import CATALOGS, Catalog
from alerce_api.catshtm.models.catalog_name import CatalogName as _RequestName
from alerce_api.column import Column

from alerce.arguments import checks
from alerce.arguments.formats import Format
from alerce.decode.cells import INT64, Cells
from alerce.exceptions import ArgumentError, InvalidResponseError
from alerce.results import tables
from alerce.results.columns import INPUT_INDEX
from alerce.results.kinds import Kind, Tabular

if TYPE_CHECKING:
    import pandas as pd
    from alerce_api.catshtm import models
    from alerce_api.catshtm.rows import CatalogEntry, CatalogValue, ConeTable, CrossMatch
    from astropy.table import Table

AnyCone: TypeAlias = "pd.DataFrame | Table | str | ConeTable | models.ConeTable"
OneMatch: TypeAlias = "pd.Series[float] | Table | str | CrossMatch | models.CrossMatch | None"
ManyMatches: TypeAlias = (
    "pd.DataFrame | Table | str | list[CrossMatch] | list[models.CrossMatch | None]"
)

KnownCatalog: TypeAlias = (
    _RequestName | Literal["2MASS", "2MASSxsc", "GAIA/DR1", "GAIA/DR2", "SDSS/DR10", "CRTS"]
)
"""A catalogue, by the name that the service takes or the one it shows."""

CatalogName: TypeAlias = Literal["all"] | KnownCatalog | str
"""A catalogue in any letter case, or "all" of them."""

ALL: Final = "all"

CAT_NAME: Final = Column("cat_name", "str", False, None, "meta.id", "Catalogue of the source")
"""The column by which the client tells the catalogue, as version 2 did."""

# What the service calls a unit and no one else does, by its standard name.
STANDARD_UNITS: Final[Mapping[str, str]] = {
    "arcse": "arcsec",
    "magAB": "mag",
    "JD": "d",
    "MJD": "d",
    "JYear": "yr",
    "year": "yr",
    "%": "percent",
    "nanomaggies": "nmgy",
    "DN": "adu",
    "ct s^-1 arcmin^-2": "ct s-1 arcmin-2",
    "logg": "dex",
    "FeH": "dex",
}

EXACT_IN_FLOAT64: Final = 2**53


# What a column holds that needs no closer look.
NUMBERS: Final = frozenset({int, float, NoneType})


def _by_name() -> dict[str, Catalog]:
    names = {catalog.display_name.lower(): catalog for catalog in CATALOGS}
    return names | {catalog.name.lower(): catalog for catalog in CATALOGS}


_BY_NAME: Final = _by_name()


def find(name: str) -> Catalog:
    """Return the catalogue of a name: the service's own or the one it shows, in any case.

    Raises
    ------
    ArgumentError
        There is none.
    """
    try:
        return _BY_NAME[checks.text("catalog_name", name).lower()]
    except KeyError:
        known = [catalog.display_name for catalog in CATALOGS]
        raise ArgumentError(
            f"no catalogue {name!r}{checks.nearest(name, known)}", about="catalog_name"
        ) from None


def listed(format: Format) -> Tabular | list[CatalogEntry] | list[models.CatalogEntry]:
    """Return the catalogues in a format, one row each."""
    entries: list[CatalogEntry] = [
        {
            "name": catalog.name,
            "display_name": catalog.display_name,
            "default_radius": catalog.default_radius,
            "ra": catalog.ra,
            "dec": catalog.dec,
        }
        for catalog in CATALOGS
    ]
    return ENTRY.table(entries, format)


def _entry(row: Mapping[str, Any]) -> models.CatalogEntry:
    from alerce_api.catshtm.models.catalog_entry import CatalogEntry

    return CatalogEntry.from_dict(row)


ENTRY: Final[Kind[CatalogEntry, models.CatalogEntry]] = Kind(columns.CATALOG_ENTRY, _entry)


def is_catalog(name: object) -> bool:
    """Tell whether a catalogue has this name."""
    return isinstance(name, str) and name.lower() in _BY_NAME


def is_all(name: object) -> bool:
    """Tell whether this name stands for all catalogues."""
    return isinstance(name, str) and name.lower() == ALL


@dataclass(frozen=True, slots=True)
class CatalogRows:
    """The rows of one catalogue in an answer.

    Parameters
    ----------
    name : str
        The catalogue, as the service shows its name.
    units : dict of str to str or None
        Unit of each column as the service sent it; None without one.
    values : dict of str to list
        The columns: numbers, None where a value is missing.
    """

    name: str
    units: dict[str, str | None]
    values: dict[str, list[int | float | None]]
    kinds: Mapping[str, Collection[type]] = dataclasses.field(
        default_factory=dict[str, Collection[type]]
    )
    """The types of a column's values, where they are known already."""

    @property
    def length(self) -> int:
        """The number of rows."""
        return max(map(len, self.values.values()), default=0)

    def columns(self) -> list[Column]:
        """Return what is known of the columns."""
        catalog = _BY_NAME.get(self.name.lower())
        return [
            INPUT_INDEX
            if name == INPUT_INDEX.name
            else Column(
                name,
                _dtype(cells, self.kinds.get(name)),
                nullable=True,
                unit=standard_unit(self.units[name]),
                ucd=_ucd(name, catalog),
                description=_description(self.units[name]),
            )
            for name, cells in self.values.items()
        ]

    def as_columns(self) -> ConeTable:
        """Return the columns as the service sends them for a cone search."""
        return {
            name: {"units": self.units[name], "values": cast("list[CatalogValue]", cells)}
            for name, cells in self.values.items()
        }

    def as_match(self) -> CrossMatch:
        """Return the first row as the service sends it for a cross-match."""
        return {
            name: {"unit": self.units[name], "value": cells[0]}
            for name, cells in self.values.items()
        }

    def cells(self) -> Cells:
        """Return the values as a table is made of them."""
        return Cells(self.values, self.length, self.kinds)

    def rows(self) -> list[dict[str, object]]:
        """Return the rows one by one."""
        names = list(self.values)
        return [
            dict(zip(names, cells, strict=True))
            for cells in zip(*self.values.values(), strict=True)
        ]

    @property
    def label(self) -> str:
        """The catalogue as the column cat_name and the name of a Series have it."""
        return f"catsHTM_{self.name}"

    def to_pandas(self) -> pd.DataFrame:
        """Return a DataFrame, with ``attrs["catalog"]`` and ``attrs["units"]``."""
        frame = tables.to_pandas(*self._labelled())
        frame.attrs["catalog"] = self.name
        return frame

    def to_series(self) -> pd.Series[float]:
        """Return the first row as a Series named after the catalogue."""
        import pandas as pd

        values: dict[str, Any] = {
            name: math.nan if cells[0] is None else cells[0] for name, cells in self.values.items()
        }
        # One type for all fields: the only one that keeps a name, or an identifier, beside a float.
        values[CAT_NAME.name] = self.label
        series: Any = pd.Series(values, name=self.label, dtype=object)
        series.attrs["catalog"] = self.name
        series.attrs["units"] = {
            column.name: column.unit for column in self.columns() if column.unit
        }
        return cast("pd.Series[float]", series)

    def to_table(self) -> Table:
        """Return an astropy Table, with ``meta["catalog"]``."""
        return tables.to_table(*self._labelled(), {"catalog": self.name})

    def _labelled(self) -> tuple[Cells, list[Column]]:
        """Return the values and columns, and behind them that of the catalogue's name."""
        labels = [self.label] * self.length
        values: dict[str, Sequence[object]] = {**self.values, CAT_NAME.name: labels}
        return Cells(values, self.length, self.kinds), [*self.columns(), CAT_NAME]

    def to_csv(self) -> str:
        """Return CSV text; just a line end when there are no columns."""
        return tables.to_csv(self.cells(), self.columns())

    def joined(self, other: CatalogRows) -> CatalogRows:
        """Return these rows, and behind them those of another answer that are new."""
        if not self.length:
            return other
        known = self.rows()
        new = [row for row in other.rows() if row not in known]
        return CatalogRows(
            self.name,
            self.units,
            {
                name: [*cells, *(cast("int | float | None", row.get(name)) for row in new)]
                for name, cells in self.values.items()
            },
        )

    def near(self, ra: float, dec: float, catalog: Catalog, limit: float) -> CatalogRows:
        """Return the rows within so many arcsec of a position."""
        distances = self._distances(ra, dec, catalog)
        kept = [row for row, distance in enumerate(distances) if distance <= limit]
        return CatalogRows(
            self.name,
            self.units,
            {name: [cells[row] for row in kept] for name, cells in self.values.items()},
        )

    def nearest(self, ra: float, dec: float, catalog: Catalog) -> CatalogRows | None:
        """Return the row closest to a position, with its distance in arcsec as a column."""
        distances = self._distances(ra, dec, catalog)
        closest = min(distances, default=math.inf)
        if not math.isfinite(closest):
            return None
        row = distances.index(closest)
        return CatalogRows(
            self.name,
            {**self.units, "distance": "arcsec"},
            {**{name: [cells[row]] for name, cells in self.values.items()}, "distance": [closest]},
        )

    def first(self, name: str) -> int | float | None:
        """Return the value of a field in the first row, None where there is none."""
        return next(iter(self.values.get(name, ())), None)

    def distance(self) -> float:
        """Return the distance in arcsec that the first row says, infinite when it does not."""
        away = self.first("distance")
        return math.inf if away is None else away

    def _distances(self, ra: float, dec: float, catalog: Catalog) -> list[float]:
        """Return each row's distance from a position in arcsec, infinite when not known."""
        unknown: list[int | float | None] = [None] * self.length
        places = (self.values.get(name, unknown) for name in (catalog.ra, catalog.dec))
        pairs = zip(*places, strict=True)
        return [
            math.inf if None in pair else separation(ra, dec, *cast("tuple[float, float]", pair))
            for pair in pairs
        ]


def empty(catalog: Catalog) -> CatalogRows:
    """Return no rows of a catalogue."""
    return CatalogRows(catalog.display_name, {}, {})


def stacked(name: str, several: Sequence[CatalogRows | None]) -> CatalogRows:
    """Return the rows found for several positions as one table, with the index of each."""
    units: dict[str, str | None] = {INPUT_INDEX.name: None}
    for found in several:
        units.update(found.units if found else {})
    if len(units) == 1:
        return empty(find(name))
    rows = [
        {INPUT_INDEX.name: index, **row}
        for index, found in enumerate(several)
        if found
        for row in found.rows()
    ]
    return CatalogRows(
        name,
        units,
        {field: [cast("int | float | None", row.get(field)) for row in rows] for field in units},
    )


def together(several: Sequence[Mapping[str, CatalogRows] | None]) -> dict[str, CatalogRows]:
    """Return what was found for several positions, catalogue by catalogue."""
    return {name: stacked(name, found) for name, found in _aligned(several).items()}


def matches_together(
    several: Sequence[Mapping[str, CatalogRows] | None], format: Format
) -> dict[str, ManyMatches]:
    """Return the closest sources to several positions, catalogue by catalogue."""
    return {name: matches(name, found, format) for name, found in _aligned(several).items()}


def _aligned(
    several: Sequence[Mapping[str, CatalogRows] | None],
) -> dict[str, list[CatalogRows | None]]:
    """Return for each catalogue its rows position by position, None where it has none."""
    names = dict.fromkeys(name for found in several if found for name in found)
    return {name: [found.get(name) if found else None for found in several] for name in names}


def from_columns(name: str, fields: object) -> CatalogRows:
    """Return the rows of a cone search: ``{field: {"units": ..., "values": [...]}}``.

    Raises
    ------
    InvalidResponseError
        The answer has another shape.
    """
    units: dict[str, str | None] = {}
    values: dict[str, list[int | float | None]] = {}
    kinds: dict[str, Collection[type]] = {}
    for field, content in _fields(name, fields):
        cells = content.get("values")
        if not isinstance(cells, list):
            raise _not_a(name, field, content)
        units[field] = _unit(content.get("units"))
        values[field], kinds[field] = _values(name, field, cast("list[object]", cells))
    if len({len(cells) for cells in values.values()}) > 1:
        raise InvalidResponseError("columns of unequal length", about=f"catalogue {name}")
    return CatalogRows(name, units, values, kinds)


def from_match(name: str, fields: object) -> CatalogRows:
    """Return the one row of a cross-match: ``{field: {"unit": ..., "value": ...}}``.

    Raises
    ------
    InvalidResponseError
        The answer has another shape.
    """
    units: dict[str, str | None] = {}
    values: dict[str, list[int | float | None]] = {}
    for field, content in _fields(name, fields):
        if "value" not in content:
            raise _not_a(name, field, content)
        units[field] = _unit(content.get("unit"))
        values[field] = [_value(name, field, content["value"])]
    return CatalogRows(name, units, values)


def by_catalog(answer: Sequence[Mapping[str, object]]) -> list[tuple[str, object]]:
    """Return the catalogues of an answer about all of them, without the empty ones."""
    return [(name, fields) for each in answer for name, fields in each.items() if fields]


def standard_unit(unit: str | None) -> str | None:
    """Return the standard name of a unit as the service sends it; None for none."""
    return STANDARD_UNITS.get(unit, unit) if unit else None


def separation(ra1: float, dec1: float, ra2: float, dec2: float) -> float:
    """Return the angle between two positions in arcsec; all arguments in deg.

    The haversine formula, which is exact for small angles (Sinnott 1984, Sky
    and Telescope 68, 158).
    """
    phi1, phi2 = math.radians(dec1), math.radians(dec2)
    half_dec = math.sin((phi2 - phi1) / 2) ** 2
    half_ra = math.sin(math.radians(ra2 - ra1) / 2) ** 2
    chord = math.sqrt(min(1.0, half_dec + math.cos(phi1) * math.cos(phi2) * half_ra))
    return math.degrees(2 * math.asin(chord)) * 3600


def loses_exact(dec: float) -> bool:
    """Tell whether the service does not see a source at just the position asked for.

    It takes the arc cosine of a sum that rounding brings above 1 at one declination
    in thirty.
    """
    sine, cosine = math.sin(math.radians(dec)), math.cos(math.radians(dec))
    return sine * sine + cosine * cosine > 1


def cone(found: CatalogRows, format: Format, *, index: bool = False) -> AnyCone:
    """Return the sources of a cone search in a format, with or without the index of positions."""
    match format:
        case "pandas":
            return _with_columns(found, index=index).to_pandas()
        case "votable":
            return _with_columns(found, index=index).to_table()
        case "csv":
            return _with_columns(found, index=index).to_csv()
        case "json":
            return found.as_columns()
        case "models":
            from alerce_api.catshtm.models.cone_table import ConeTable

            return ConeTable.from_dict(found.as_columns())


def match(found: CatalogRows, format: Format) -> OneMatch:
    """Return the source of a cross-match in a format."""
    match format:
        case "pandas":
            return found.to_series() if found.length else None
        case "votable":
            return _with_columns(found, "distance").to_table()
        case "csv":
            return _with_columns(found, "distance").to_csv()
        case "json":
            return found.as_match()
        case "models":
            from alerce_api.catshtm.models.cross_match import CrossMatch

            return CrossMatch.from_dict(found.as_match()) if found.length else None


def matches(name: str, several: Sequence[CatalogRows | None], format: Format) -> ManyMatches:
    """Return the closest sources to several positions in a format."""
    match format:
        case "json":
            return [found.as_match() if found else {} for found in several]
        case "models":
            from alerce_api.catshtm.models.cross_match import CrossMatch

            return [
                CrossMatch.from_dict(found.as_match()) if found and found.length else None
                for found in several
            ]
        case _:
            whole = stacked(name, several)
            shown = _with_columns(whole, "distance", index=True)
            if format == "votable":
                return shown.to_table()
            return shown.to_pandas() if format == "pandas" else shown.to_csv()


def _with_columns(found: CatalogRows, *more: str, index: bool = False) -> CatalogRows:
    """Return the rows, and where nothing was found the columns that the catalogue is known to have.

    Those of its position are known always: a table without a column is no table to VOTable.
    """
    if found.values:
        return found
    catalog = find(found.name)
    known = {catalog.ra: "deg", catalog.dec: "deg", **dict(catalog.columns)}
    units: dict[str, str | None] = {INPUT_INDEX.name: None} if index else {}
    # The service sorts the fields by name.
    units |= dict(sorted((known | dict.fromkeys(more, "arcsec")).items()))
    return CatalogRows(found.name, units, {name: [] for name in units})


def _fields(name: str, fields: object) -> list[tuple[str, dict[str, object]]]:
    if not isinstance(fields, dict):
        raise InvalidResponseError(
            f"expected fields and got: {fields!r:.200}", about=f"catalogue {name}"
        )
    checked: list[tuple[str, dict[str, object]]] = []
    for field, content in cast("dict[str, object]", fields).items():
        if not isinstance(content, dict):
            raise _not_a(name, field, content)
        checked.append((field, cast("dict[str, object]", content)))
    return checked


def _not_a(name: str, field: str, content: object) -> InvalidResponseError:
    return InvalidResponseError(
        f"expected a unit and values for {field} and got: {content!r:.200}",
        about=f"catalogue {name}",
    )


def _ucd(name: str, catalog: Catalog | None) -> str | None:
    """Return the UCD of a column, where the service's specification tells what it is."""
    if name == "distance":
        return "pos.angDistance"
    if catalog is None:
        return None
    return {catalog.ra: "pos.eq.ra;meta.main", catalog.dec: "pos.eq.dec;meta.main"}.get(name)


def _description(sent: str | None) -> str:
    """Return what of a unit as sent is lost in its standard name."""
    return f"Unit as sent: {sent}" if sent and standard_unit(sent) != sent else ""


def _unit(sent: object) -> str | None:
    # A blank is how the service says dimensionless; captures of 2020 have the text "null".
    text = str(sent).strip() if sent is not None else ""
    return None if text in ("", "null") else text


def _values(
    name: str, field: str, sent: list[object]
) -> tuple[list[int | float | None], Collection[type]]:
    """Return what was sent as numbers, and their types.

    They are looked at one by one only where there is more than numbers.
    """
    kinds = frozenset(map(type, sent))
    if kinds <= NUMBERS:
        return cast("list[int | float | None]", sent), kinds
    values = [_value(name, field, cell) for cell in sent]
    return values, frozenset(map(type, values))


def _value(name: str, field: str, sent: object) -> int | float | None:
    match sent:
        case None | "null":
            return None
        case bool():
            return int(sent)
        case int() | float():
            return sent
        case str() if sent.strip().lower().lstrip("+-") in ("infinity", "inf", "nan"):
            return float(sent)
        case _:
            raise InvalidResponseError(
                f"expected a number in {field} and got {sent!r:.200}", about=f"catalogue {name}"
            )


def _dtype(
    cells: Sequence[int | float | None], kinds: Collection[type] | None = None
) -> Literal["float64", "int64"]:
    """Return float64, unless that would lose a digit of a whole number."""
    if int not in (set(map(type, cells)) if kinds is None else kinds):
        return "float64"
    large = any(isinstance(cell, int) and abs(cell) > EXACT_IN_FLOAT64 for cell in cells)
    whole = all(cell is None or (isinstance(cell, int) and cell in INT64) for cell in cells)
    return "int64" if large and whole else "float64"
