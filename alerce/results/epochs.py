"""Both parts of a light curve in one table, as columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from alerce_api.column import Column
from alerce_api.ztf import columns as ztf_columns

from alerce.arguments import checks
from alerce.astronomy.photometry import BANDS, JY, SENTINEL, FluxUnit, ab_flux, ab_flux_error
from alerce.exceptions import ArgumentError
from alerce.results.columns import OID
from alerce.results.tables import Values

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FLUXES: Final = ("flux_diff", "flux_diff_err", "flux_limit", "flux", "flux_err", "flux_err_ext")
CORRECTED: Final = ("magpsf_corr", "sigmapsf_corr", "sigmapsf_corr_ext")
DERIVED: Final = frozenset({"band", "detected", "sentinel", *FLUXES})
"""The columns that the service does not send."""

FORCED: Final = Column(
    "forced", "bool", False, None, "meta.code", "Whether it is forced photometry."
)
TID: Final = Column("tid", "str", True, None, "meta.id;instr.tel", "Telescope of the observation.")

FORCED_NAMES: Final[Mapping[str, str]] = {
    "magpsf": "mag",
    "sigmapsf": "e_mag",
    "magpsf_corr": "mag_corr",
    "sigmapsf_corr": "e_mag_corr",
    "sigmapsf_corr_ext": "e_mag_corr_ext",
}
"""How forced photometry names what has another name in detections."""


@dataclass(frozen=True, slots=True)
class Epochs:
    """Detections and upper limits in one table.

    Parameters
    ----------
    columns : mapping of str to Values
        The columns by name, all of one length.
    """

    columns: Mapping[str, Values]

    def __len__(self) -> int:
        return len(self.columns["mjd"].data)

    def array(self, name: str) -> NDArray[Any]:
        """Return the values of a column; a missing float is NaN, a missing bool is False."""
        return self.columns[name].data

    def taken(self, rows: NDArray[Any]) -> Epochs:
        """Return the rows that a mask selects, or an array of indices in its order."""
        return Epochs(
            {
                name: Values(each.column, each.data[rows], each.missing[rows])
                for name, each in self.columns.items()
            }
        )

    def with_front(self, column: Column, data: NDArray[Any]) -> Epochs:
        """Return the table with a further first column, which has no missing values."""
        return Epochs({column.name: complete(column, data), **self.columns})

    def of(self, oid: object) -> Epochs:
        """Return the rows of one object; it need not be named if there is only one.

        Raises
        ------
        ArgumentError
            There are several objects and none is named, or none has this name.
        """
        if OID.name not in self.columns:
            if oid is None:
                return self
            raise ArgumentError(
                "the tables have no column oid: they are of one object, leave it out", about="oid"
            )
        owners = self.array(OID.name)
        known = list(dict.fromkeys(map(str, owners.tolist())))
        if oid is not None:
            wanted = checks.oid("oid", oid)
            if wanted not in known:
                raise ArgumentError(
                    f"the light curve has no object {wanted!r}{checks.nearest(wanted, known)}",
                    about="oid",
                )
            return self.taken(owners == wanted)
        if len(known) > 1:
            raise ArgumentError(
                f"the light curve is of {len(known)} objects: name one of them, "
                f"as in oid={known[0]!r}",
                about="oid",
            )
        return self


def merged(
    detections: object, non_detections: object, flux_unit: FluxUnit, forced: object = None
) -> Epochs:
    """Return tables, DataFrames or Tables of astropy, as one in order of time.

    With forced photometry a column tells which rows it is, and another the telescope.

    Raises
    ------
    ArgumentError
        They are not tables, they lack time or filter, or there is no such unit of flux.
    """
    import numpy as np

    checks.choice("flux_unit", flux_unit, tuple(JY))
    parts = [_reader(part) for part in (detections, non_detections)]
    several = any(read(OID) for _, read in parts)
    added: tuple[Column, ...] = ()
    if forced is not None:
        parts.append(_forced_reader(forced, several=several))
        added = (FORCED, TID)
    lengths = [length for length, _ in parts]
    columns: dict[str, Values] = {}
    for column in ((OID,) if several else ()) + ztf_columns.PHOTOMETRY + added:
        if column.name in DERIVED or column is FORCED:
            continue
        found = [read(column) for _, read in parts]
        pieces = [each or _all_missing(column, n) for each, n in zip(found, lengths, strict=True)]
        columns[column.name] = Values(
            column,
            np.concatenate([piece.data for piece in pieces]),
            np.concatenate([piece.missing for piece in pieces]),
        )
    for name in ("mjd", "fid"):
        if columns[name].missing.any():
            raise ArgumentError(f"a row of the light curve has no {name}", about=f"column {name}")
    detected = np.repeat([True, False, False][: len(parts)], lengths)
    described = {
        column.name: column._replace(unit=flux_unit) if column.name in FLUXES else column
        for column in ztf_columns.PHOTOMETRY + added
    }
    sentinel = np.zeros(len(detected), dtype=bool)
    for name in CORRECTED:
        values = columns[name]
        stands = values.data == SENTINEL
        sentinel |= stands
        columns[name] = _floats(values.column, np.where(stands, np.nan, values.data))
    columns["detected"] = complete(described["detected"], detected)
    if forced is not None:
        columns[FORCED.name] = complete(FORCED, np.repeat([False, False, True], lengths))
    columns["sentinel"] = complete(described["sentinel"], sentinel)
    columns["band"] = complete(described["band"], _bands(columns["fid"].data))
    for name, data in _fluxes(columns, flux_unit).items():
        columns[name] = _floats(described[name], data)
    order = [name for name in (OID.name, *described) if name in columns]
    table = Epochs({name: columns[name] for name in order})
    return table.taken(np.argsort(table.array("mjd"), kind="stable"))


def complete(column: Column, data: NDArray[Any]) -> Values:
    """Return a column without missing values."""
    import numpy as np

    return Values(column, data, np.zeros(len(data), dtype=bool))


def _fluxes(columns: Mapping[str, Values], unit: FluxUnit) -> dict[str, NDArray[Any]]:
    import numpy as np

    mag, sigma = columns["magpsf"].data, columns["sigmapsf"].data
    total = columns["magpsf_corr"].data
    signs = columns["isdiffpos"]
    sign = np.where(signs.missing, np.nan, signs.data)
    return {
        "flux_diff": sign * ab_flux(mag, unit),
        "flux_diff_err": ab_flux_error(mag, sigma, unit),
        "flux_limit": ab_flux(columns["diffmaglim"].data, unit),
        "flux": ab_flux(total, unit),
        "flux_err": ab_flux_error(total, columns["sigmapsf_corr"].data, unit),
        "flux_err_ext": ab_flux_error(total, columns["sigmapsf_corr_ext"].data, unit),
    }


def _bands(fids: NDArray[Any]) -> NDArray[np.object_]:
    import numpy as np

    known, places = np.unique(fids, return_inverse=True)
    letters = np.empty(len(known), dtype=object)
    letters[:] = [BANDS.get(fid, f"fid {fid}") for fid in known.tolist()]
    return letters[places]


def _floats(column: Column, data: NDArray[Any]) -> Values:
    import numpy as np

    return Values(column, data, np.isnan(data))


def _all_missing(column: Column, length: int) -> Values:
    """Return a column whose values are all missing."""
    import numpy as np

    kind, filler = _KINDS[column.dtype]
    return Values(column, np.full(length, filler, dtype=kind), np.ones(length, dtype=bool))


Read = Callable[[Column], "Values | None"]

# The numpy type and the value for a missing entry, for each dtype in photometry.
_KINDS: Final[dict[str, tuple[str, Any]]] = {
    "int64": ("int64", 0),
    "float64": ("float64", float("nan")),
    "bool": ("bool", False),
    "str": ("object", None),
}


def is_frame(table: object) -> bool:
    """Tell whether something is a DataFrame, without importing pandas."""
    return hasattr(type(table), "reset_index")


def is_table(table: object) -> bool:
    """Tell whether something is a DataFrame or a Table of astropy."""
    return is_frame(table) or hasattr(type(table), "colnames")


def _reader(table: object) -> tuple[int, Read]:
    """Return the length of a table, and a function that reads a column, None if there is none.

    Raises
    ------
    ArgumentError
        It is neither a DataFrame nor a Table.
    """
    held = cast(Any, table)
    if is_frame(table):
        frame = held.reset_index()
        return (
            len(frame),
            lambda column: (
                _of_series(column, frame[column.name]) if column.name in frame.columns else None
            ),
        )
    if is_table(table):
        return (
            len(held),
            lambda column: (
                _of_column(column, held[column.name]) if column.name in held.colnames else None
            ),
        )
    raise ArgumentError(
        'this needs tables: query_lightcurve(oid, format="pandas") or "votable"', about="format"
    )


def _forced_reader(table: object, *, several: bool) -> tuple[int, Read]:
    """Return the length of a table of forced photometry, and a function that reads a column.

    Columns are asked for by their names in detections.

    Raises
    ------
    ArgumentError
        It is no table, or it is of several objects and the light curve is of one.
    """
    length, read = _reader(table)
    owners = read(OID)
    if owners is not None and not several and len(found := set(owners.data.tolist())) > 1:
        raise ArgumentError(
            f"it is of {len(found)} objects, and the light curve of one", about="forced"
        )

    def renamed(column: Column) -> Values | None:
        sent = read(column._replace(name=FORCED_NAMES.get(column.name, column.name)))
        return None if sent is None else Values(column, sent.data, sent.missing)

    return length, renamed


def _of_series(column: Column, series: Any) -> Values:
    kind, filler = _KINDS[column.dtype]
    missing = series.isna().to_numpy(dtype=bool)
    if kind == "object":
        return _texts(column, series.to_numpy(dtype=object), missing)
    return _converted(column, missing, lambda: series.to_numpy(dtype=kind, na_value=filler))


def _of_column(column: Column, held: Any) -> Values:
    import numpy as np

    kind, filler = _KINDS[column.dtype]
    masked = np.ma.asarray(getattr(held, "value", held))
    missing = np.ma.getmaskarray(masked)
    if kind == "object":
        return _texts(column, masked.data.astype(object), missing)
    return _converted(column, missing, lambda: np.ma.filled(masked.astype(kind), filler))


def _converted(
    column: Column, missing: NDArray[np.bool_], convert: Callable[[], NDArray[Any]]
) -> Values:
    import numpy as np

    try:
        data = convert()
    except (TypeError, ValueError) as error:
        raise ArgumentError(
            f"the values are no {column.dtype}: {error}", about=f"column {column.name}"
        ) from error
    return Values(column, data, np.isnan(data) if column.dtype == "float64" else missing)


def _texts(column: Column, cells: NDArray[Any], missing: NDArray[np.bool_]) -> Values:
    import numpy as np

    data = np.empty(len(missing), dtype=object)
    # An identifier may have become a number in the table, and is converted back to text.
    data[:] = [
        None if lacks else cell if type(cell) is str else str(cell)
        for cell, lacks in zip(cells.tolist(), missing.tolist(), strict=True)
    ]
    return Values(column, data, missing)
