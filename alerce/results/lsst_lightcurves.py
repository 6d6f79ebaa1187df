"""Light curves of LSST: detections and forced photometry in one table, in flux."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, cast

from alerce_api.column import Column
from alerce_api.lsst import columns as lsst_columns

from alerce import _untyped
from alerce._lazy import axes, figure, np, npt, timeseries
from alerce.arguments import checks
from alerce.arguments.checks import Duration, Epoch
from alerce.astronomy.photometry import (
    JY,
    Brightness,
    FluxUnit,
    ab_magnitude,
    ab_magnitude_error,
    phase,
)
from alerce.exceptions import ArgumentError
from alerce.results import tables
from alerce.results.lightcurves import metadata_of
from alerce.results.parts import Parts, TableT

LSST_BANDS: Final = ("u", "g", "r", "i", "z", "y")
"""Letters of the filters in order of wavelength (Ivezic et al. 2019, ApJ 873, 111)."""

FLUX_OF: Final[Mapping[str, tuple[str, str]]] = {
    "difference": ("flux_diff", "flux_diff_err"),
    "apparent": ("flux", "flux_err"),
}
SENT: Final = {
    "flux_diff": "psfFlux",
    "flux_diff_err": "psfFluxErr",
    "flux": "scienceFlux",
    "flux_err": "scienceFluxErr",
}
"""Columns of the merged table, and of those that it is made of."""

MAGNITUDES: Final = {
    ("mag_diff", "mag_diff_err"): ("flux_diff", "flux_diff_err"),
    ("mag", "mag_err"): ("flux", "flux_err"),
}
PHASE: Final = Column("phase", "float64", False, None, "time.phase", "Phase from 0 to 1")


class LsstLightCurve(Parts[TableT]):
    """The three parts of a light curve of LSST, in one format.

    A dict with the keys ``"detections"``, ``"non_detections"`` and
    ``"forced_photometry"``, which are also attributes. What is computed is computed
    of the tables as they are then. It needs the format "pandas" or "votable", and
    gives the same.

    Examples
    --------
    >>> light_curve = client.lsst.query_lightcurve(313900000000000001, format="pandas")
    >>> epochs = light_curve.merged()
    >>> int(epochs.detected.sum()) == len(light_curve.detections)
    True
    """

    @property
    def detections(self) -> TableT:
        """The epochs at which the object was detected."""
        return self["detections"]

    @property
    def non_detections(self) -> TableT:
        """Always empty: the service has no upper limits of LSST."""
        return self["non_detections"]

    @property
    def forced_photometry(self) -> TableT:
        """Fluxes measured at the object's position, whether or not it was detected."""
        return self["forced_photometry"]

    def merged(
        self, flux_unit: FluxUnit = "nJy", *, forced: bool = True, time: bool = False
    ) -> TableT:
        """Return detections and forced photometry in one table, in order of time.

        Parameters
        ----------
        flux_unit : {"nJy", "uJy", "mJy", "Jy"}
            Unit of the fluxes.
        forced : bool
            Whether forced photometry is in it.
        time : bool
            Whether to put a column ``time`` in front: in a Table an astropy Time
            (TAI), which VOTable files cannot hold; in a DataFrame a date in UTC.

        Returns
        -------
        DataFrame or Table
            ``detected`` tells detections from forced photometry, ``band`` is the
            letter of the filter, ``mjd`` is in days (TAI). Fluxes of the difference
            (flux_diff), which are negative where the source is fainter than in the
            template, and on the visit image (flux), with their errors; AB
            magnitudes (mag_diff, mag) and their errors in mag where the flux is
            positive.

        Raises
        ------
        ArgumentError
            The light curve is in another format, or there is no such unit.

        References
        ----------
        AB magnitudes: Oke & Gunn 1983, ApJ 266, 713.

        Examples
        --------
        >>> light_curve = client.lsst.query_lightcurve(313900000000000001, format="pandas")
        >>> light_curve.merged("uJy").attrs["units"]["flux_diff"]
        'uJy'
        """
        rows, described = self._epochs(flux_unit, forced=forced)
        return self._table(rows, described, time=time)

    def fold(
        self,
        period: Duration,
        *,
        epoch: Epoch = 0.0,
        flux_unit: FluxUnit = "nJy",
        forced: bool = True,
    ) -> TableT:
        """Return the merged table in order of phase, with a column ``phase``.

        Parameters
        ----------
        period : float, Quantity or str
            Period, a number in days, or ``14.4 * u.hour``, ``"14.4 h"``.
        epoch : float or Time
            Time of phase 0, MJD in days (TAI).
        flux_unit : {"nJy", "uJy", "mJy", "Jy"}
            Unit of the fluxes.
        forced : bool
            Whether forced photometry is in it.

        Returns
        -------
        DataFrame or Table
            As `merged`, with ``phase`` in front and ``period`` in attrs or meta;
            without the epochs whose time is missing.

        Raises
        ------
        ArgumentError
            The period is not positive, the light curve is of several objects, or it is
            in another format.

        Examples
        --------
        >>> light_curve = client.lsst.query_lightcurve(313900000000000001, format="pandas")
        >>> bool(light_curve.fold(0.5).phase.between(0, 1).all())
        True
        """
        days = checks.duration("period", period)
        start = checks.epoch("epoch", epoch, "tai")
        rows, described = self._epochs(flux_unit, forced=forced)
        _check_one(described)
        rows = [row for row in rows if row["mjd"] is not None]
        for row, value in zip(
            rows, phase([cast(float, row["mjd"]) for row in rows], days, start), strict=True
        ):
            row[PHASE.name] = float(value)
        rows.sort(key=lambda row: cast(float, row[PHASE.name]))
        table = self._table(rows, [PHASE, *described])
        metadata_of(table)["period"] = days
        return table

    def to_timeseries(
        self, flux_unit: FluxUnit = "nJy", *, forced: bool = True
    ) -> timeseries.TimeSeries:
        """Return an astropy TimeSeries of the merged table.

        Parameters
        ----------
        flux_unit : {"nJy", "uJy", "mJy", "Jy"}
            Unit of the fluxes.
        forced : bool
            Whether forced photometry is in it.

        Returns
        -------
        astropy.timeseries.TimeSeries
            With a Time column ``time`` (TAI) and Quantity columns; without the
            epochs whose time is missing.

        Examples
        --------
        >>> light_curve = client.lsst.query_lightcurve(313900000000000001, format="votable")
        >>> light_curve.to_timeseries().time.scale
        'tai'
        """
        rows, described = self._epochs(flux_unit, forced=forced)
        kept = [row for row in rows if row["mjd"] is not None]
        described = [column for column in described if column.name != "mjd"]
        quantities = _untyped.module("astropy.table").QTable(tables.to_table(kept, described))
        times = _times([row["mjd"] for row in kept])
        return cast(
            "timeseries.TimeSeries",
            _untyped.module("astropy.timeseries").TimeSeries(data=quantities, time=times),
        )

    def arrays(
        self,
        band: str,
        brightness: Brightness = "difference",
        flux_unit: FluxUnit = "nJy",
        *,
        forced: bool = True,
    ) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """Return times, fluxes and errors in a band.

        Parameters
        ----------
        band : {"u", "g", "r", "i", "z", "y"}
            Band.
        brightness : {"difference", "apparent"}
            Which flux.
        flux_unit : {"nJy", "uJy", "mJy", "Jy"}
            Its unit.
        forced : bool
            Whether forced photometry is in it.

        Returns
        -------
        tuple of ndarray
            MJD in days (TAI) ascending, flux and error. Epochs that lack one are
            left out.

        Examples
        --------
        >>> light_curve = client.lsst.query_lightcurve(313900000000000001, format="pandas")
        >>> mjd, flux, error = light_curve.arrays("r")
        >>> bool((mjd[1:] >= mjd[:-1]).all())
        True
        """
        wanted = FLUX_OF[checks.choice("brightness", brightness, tuple(FLUX_OF))]
        letter = checks.choice("band", band, LSST_BANDS)
        rows, described = self._epochs(flux_unit, forced=forced)
        _check_one(described)
        values = np.array(
            [
                (row["mjd"], *(row[name] for name in wanted))
                for row in rows
                if row["band"] == letter
            ],
            dtype=float,
        ).reshape(-1, 3)
        values = values[np.isfinite(values).all(axis=1)]
        return values[:, 0], values[:, 1], values[:, 2]

    def plot(
        self,
        brightness: Brightness = "difference",
        *,
        flux_unit: FluxUnit = "nJy",
        period: Duration | None = None,
        forced: bool = True,
        title: str = "",
        ax: axes.Axes | None = None,
    ) -> figure.Figure:
        """Return a picture of the light curve in flux; see `AsyncLsst.plot_lightcurve`.

        Parameters
        ----------
        brightness : {"difference", "apparent"}
            Which flux.
        flux_unit : {"nJy", "uJy", "mJy", "Jy"}
            Its unit.
        period : float, Quantity or str, optional
            Period to fold it with, a number in days.
        forced : bool
            Whether to show forced photometry.
        title : str
            What stands above.
        ax : matplotlib Axes, optional
            Where to draw.

        Returns
        -------
        matplotlib.figure.Figure
            The figure that was drawn in.

        Examples
        --------
        >>> light_curve = client.lsst.query_lightcurve(313900000000000001, format="pandas")
        >>> light_curve.plot().axes[0].get_ylabel()
        'difference flux [nJy]'
        """
        from alerce.astronomy import lsst_plotting

        days = None if period is None else checks.duration("period", period)
        flux, error = FLUX_OF[checks.choice("brightness", brightness, tuple(FLUX_OF))]
        rows, described = self._epochs(flux_unit, forced=forced)
        _check_one(described)
        shown = [row for row in rows if row["mjd"] is not None and row[flux] is not None]
        return lsst_plotting.flux_figure(
            shown, flux, error, f"{brightness} flux [{flux_unit}]", LSST_BANDS, days, title, ax
        )

    def _epochs(
        self, flux_unit: FluxUnit, *, forced: bool
    ) -> tuple[list[dict[str, object]], list[Column]]:
        return merged_rows(self.detections, self.forced_photometry if forced else None, flux_unit)

    def _table(
        self, rows: list[dict[str, object]], described: Sequence[Column], *, time: bool = False
    ) -> TableT:
        if time:
            rows = [row for row in rows if row["mjd"] is not None]
        times = _times([row["mjd"] for row in rows]) if time else None
        if _is_frame(self.detections):
            frame = tables.to_pandas(rows, described)
            if times is not None:
                frame.insert(0, "time", times.utc.to_datetime())
                frame["time"] = frame["time"].astype("datetime64[us]").dt.tz_localize("UTC")
            return cast(TableT, frame)
        table: Any = tables.to_table(rows, described)
        if times is not None:
            table.add_column(times, name="time", index=0)
        return cast(TableT, table)


def merged_rows(
    detections: object, forced: object, flux_unit: FluxUnit
) -> tuple[list[dict[str, object]], list[Column]]:
    """Return detections and forced photometry as rows in order of time, and their columns.

    The column ``oid`` is there where the rows are of several objects.

    Raises
    ------
    ArgumentError
        They are not tables, or there is no such unit of flux.
    """
    unit = cast(FluxUnit, checks.choice("flux_unit", flux_unit, tuple(JY)))
    factor = JY["nJy"] / JY[unit]
    parts = [(detections, True), *([] if forced is None else [(forced, False)])]
    rows = [_epoch(row, detected, factor) for part, detected in parts for row in _rows(part)]
    for (mag, mag_err), (flux, flux_err) in MAGNITUDES.items():
        fluxes = _floats(row[flux] for row in rows)
        errors = _floats(row[flux_err] for row in rows)
        for row, value, error in zip(
            rows,
            ab_magnitude(fluxes, unit).tolist(),
            ab_magnitude_error(fluxes, errors).tolist(),
            strict=True,
        ):
            row[mag] = None if value != value else value
            row[mag_err] = None if error != error else error
    rows.sort(key=lambda row: (row["mjd"] is None, cast(float, row["mjd"] or 0.0)))
    described = [
        column._replace(unit=unit) if column.name in SENT else column
        for column in lsst_columns.PHOTOMETRY
    ]
    oids = {row["oid"] for row in rows}
    if len(oids) > 1:
        described.insert(0, lsst_columns.OBJECT[0])
    else:
        for row in rows:
            del row["oid"]
    return rows, described


def _check_one(described: Sequence[Column]) -> None:
    """Check that the rows of a merged table are about one object."""
    if described[0] == lsst_columns.OBJECT[0]:
        raise ArgumentError(
            "the light curve is of several objects: ask for one at a time", about="oid"
        )


def _epoch(row: Mapping[str, Any], detected: bool, factor: float) -> dict[str, object]:
    epoch: dict[str, object] = {
        "oid": row["oid"],
        "mjd": row["mjd"],
        "band": row["band_name"],
        "detected": detected,
        "measurement_id": row["measurement_id"],
    }
    for name, sent in SENT.items():
        value = row.get(sent)
        epoch[name] = None if value is None or value != value else value * factor
    return {**epoch, "has_stamp": row.get("has_stamp")}


def _rows(table: object) -> list[dict[str, Any]]:
    """Return a table row by row, None where a value is missing.

    Raises
    ------
    ArgumentError
        It is neither a DataFrame nor a Table.
    """
    wanted = ("oid", "mjd", "band_name", "measurement_id", *SENT.values(), "has_stamp")
    held = cast(Any, table)
    if _is_frame(table):
        frame = held.reset_index()
        columns = {
            name: [
                None if lacks else value
                for value, lacks in zip(
                    frame[name].tolist(), frame[name].isna().tolist(), strict=True
                )
            ]
            for name in wanted
            if name in frame.columns
        }
    elif hasattr(type(table), "colnames"):
        columns = {name: held[name].tolist() for name in wanted if name in held.colnames}
    else:
        raise ArgumentError('this needs format="pandas" or "votable"', about="format")
    return [
        dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)
    ]


def _floats(values: Iterable[object]) -> npt.NDArray[np.float64]:
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)


def _is_frame(table: object) -> bool:
    return hasattr(type(table), "reset_index")


def _times(mjd: Iterable[object]) -> Any:
    """Return MJD in days (TAI) as an astropy Time."""
    return _untyped.module("astropy.time").Time(
        [cast(float, value) for value in mjd], format="mjd", scale="tai"
    )
