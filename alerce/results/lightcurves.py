"""Light curves: both parts in one table, in units that others understand."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, TypeVar, cast

from alerce_api.column import Column
from alerce_api.ztf import columns as ztf_columns

from alerce import _untyped
from alerce.arguments import checks
from alerce.astronomy.photometry import BANDS, JY, SENTINEL, FluxUnit, ab_flux, ab_flux_error, phase
from alerce.exceptions import ArgumentError
from alerce.results import tables
from alerce.results.columns import OID

if TYPE_CHECKING:
    import numpy as np
    from astropy.timeseries import TimeSeries
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

TableT = TypeVar("TableT")

Brightness: TypeAlias = Literal["difference", "apparent"]
"""Of the difference to the reference image, or of the source as a whole."""

PHASE: Final = Column("phase", "float64", False, None, "time.phase", "Phase from 0 to 1")

FLUXES: Final = frozenset(
    {"flux_diff", "flux_diff_err", "flux_limit", "flux", "flux_err", "flux_err_ext"}
)
CORRECTED: Final = ("magpsf_corr", "sigmapsf_corr", "sigmapsf_corr_ext")
BRIGHTNESS: Final[Mapping[str, tuple[str, str]]] = {
    "difference": ("magpsf", "sigmapsf"),
    "apparent": ("magpsf_corr", "sigmapsf_corr"),
}
FLUX_OF: Final[Mapping[str, tuple[str, str]]] = {
    "difference": ("flux_diff", "flux_diff_err"),
    "apparent": ("flux", "flux_err"),
}


class TableLightCurve(dict[str, TableT]):
    """The two parts of a light curve, in one format.

    A dict with the keys ``"detections"`` and ``"non_detections"``, which are
    also attributes. What is computed is computed of the tables as they are
    then: detections that were taken out are out. It needs the format "pandas"
    or "votable", and gives the same.

    Examples
    --------
    >>> light_curve = client.query_lightcurve("ZTF18abbuksn", format="pandas")
    >>> epochs = light_curve.merged()
    >>> int(epochs.detected.sum()) == len(light_curve.detections)
    True
    """

    find_period: Callable[[], object] | None = None
    """Gets the object's period, where it is known who to ask."""

    @property
    def detections(self) -> TableT:
        """The epochs at which the object was detected."""
        return self["detections"]

    @property
    def non_detections(self) -> TableT:
        """The epochs at which it was not, with their limiting magnitudes."""
        return self["non_detections"]

    def merged(self, flux_unit: FluxUnit = "nJy", *, time: bool = False) -> TableT:
        """Return detections and upper limits in one table, in order of time.

        Parameters
        ----------
        flux_unit : {"nJy", "uJy", "mJy", "Jy"}
            Unit of the fluxes.
        time : bool
            Whether to put a column ``time`` in front: in a Table an astropy Time,
            which VOTable files cannot hold; in a DataFrame a date in UTC.

        Returns
        -------
        DataFrame or Table
            ``detected`` tells detections from upper limits, ``band`` is the
            letter of fid. Difference magnitudes (magpsf), apparent ones
            (magpsf_corr) and their errors in mag; AB fluxes: flux_diff, which is
            negative where the source is fainter than in the reference image, and
            the apparent flux. Where the service sends its sentinel 100.0 the
            value is missing and ``sentinel`` is true; ``dubious`` is as sent.

        Raises
        ------
        ArgumentError
            The light curve is in another format, or there is no such unit.

        References
        ----------
        AB magnitudes: Oke & Gunn 1983, ApJ 266, 713. Correction for the reference
        source: Forster et al. 2021, AJ 161, 242.

        Examples
        --------
        >>> epochs = client.query_lightcurve("ZTF18abbuksn", format="pandas").merged("mJy")
        >>> epochs.attrs["units"]["flux_diff"]
        'mJy'
        """
        rows, described = self._epochs(flux_unit)
        return self._table(rows, described, time=time)

    def fold(
        self, period: float | None = None, *, epoch: float = 0.0, flux_unit: FluxUnit = "nJy"
    ) -> TableT:
        """Return the merged table in order of phase, with a column ``phase``.

        Parameters
        ----------
        period : float or Quantity, optional
            Period, a number in days; without it the object's Multiband_period,
            for which the service is asked.
        epoch : float or Time
            Time of phase 0, MJD in days.
        flux_unit : {"nJy", "uJy", "mJy", "Jy"}
            Unit of the fluxes.

        Returns
        -------
        DataFrame or Table
            As `merged`, with ``phase`` in front and ``period`` in attrs or meta.

        Raises
        ------
        ArgumentError
            There is no period, or the light curve is in another format.

        Examples
        --------
        >>> light_curve = client.query_lightcurve("ZTF18abbuksn", format="pandas")
        >>> folded = light_curve.fold(0.5)
        >>> bool(folded.phase.between(0, 1).all())
        True
        """
        days = self._period(period)
        start = checks.epoch("epoch", epoch)
        rows, described = self._epochs(flux_unit)
        times = [cast(float, row["mjd"]) for row in rows]
        for row, value in zip(rows, phase(times, days, start), strict=True):
            row[PHASE.name] = float(value)
        rows.sort(key=lambda row: cast(float, row[PHASE.name]))
        table = self._table(rows, [PHASE, *described])
        notes(table)["period"] = days
        return table

    def to_timeseries(self, flux_unit: FluxUnit = "nJy", *, limits: bool = False) -> TimeSeries:
        """Return an astropy TimeSeries of the merged table.

        Parameters
        ----------
        flux_unit : {"nJy", "uJy", "mJy", "Jy"}
            Unit of the fluxes.
        limits : bool
            Whether upper limits are in it too.

        Returns
        -------
        astropy.timeseries.TimeSeries
            With a Time column ``time`` (UTC) and Quantity columns.

        Examples
        --------
        >>> series = client.query_lightcurve("ZTF18abbuksn", format="votable").to_timeseries()
        >>> series["flux_diff"].unit.to_string(), series.time.scale
        ('nJy', 'utc')
        """
        rows, described = self._epochs(flux_unit)
        kept = [row for row in rows if limits or row["detected"]]
        times = _times([row["mjd"] for row in kept])
        described = [column for column in described if column.name != "mjd"]
        quantities = _untyped.module("astropy.table").QTable(tables.to_table(kept, described))
        return cast(
            "TimeSeries",
            _untyped.module("astropy.timeseries").TimeSeries(data=quantities, time=times),
        )

    def to_lightkurve(
        self, band: str, brightness: Brightness = "difference", flux_unit: FluxUnit = "nJy"
    ) -> Any:
        """Return the detections in one band as a light curve of the package lightkurve.

        Parameters
        ----------
        band : {"g", "r", "i"}
            Band.
        brightness : {"difference", "apparent"}
            Which flux.
        flux_unit : {"nJy", "uJy", "mJy", "Jy"}
            Its unit.

        Returns
        -------
        lightkurve.LightCurve
            time, flux and flux_err.

        Raises
        ------
        ImportError
            lightkurve is not installed: ``pip install 'alerce[lightkurve]'``.
        """
        lightkurve = optional("lightkurve", "lightkurve")
        units = _untyped.module("astropy.units")
        mjd, flux, error = self.arrays(band, brightness, flux_unit)
        unit = units.Unit(flux_unit)
        return lightkurve.LightCurve(time=_times(mjd), flux=flux * unit, flux_err=error * unit)

    def extract(
        self, extractor: Any, band: str, brightness: Brightness = "difference"
    ) -> dict[str, float]:
        """Return features that the package light-curve computes of the magnitudes in a band.

        Parameters
        ----------
        extractor : light_curve.Extractor or one of its features
            For instance ``light_curve.Amplitude()``.
        band : {"g", "r", "i"}
            Band.
        brightness : {"difference", "apparent"}
            Which magnitude.

        Returns
        -------
        dict of str to float
            By the feature's name.

        References
        ----------
        Malanchev et al. 2021, MNRAS 502, 5147.
        """
        mjd, magnitude, error = self.arrays(band, brightness)
        found = extractor(mjd, magnitude, error, sorted=True, check=True)
        return dict(zip(extractor.names, map(float, found), strict=True))

    def arrays(
        self,
        band: str,
        brightness: Brightness = "difference",
        flux_unit: FluxUnit | None = None,
    ) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
        """Return times, brightnesses and errors of the detections in a band.

        Parameters
        ----------
        band : {"g", "r", "i"}
            Band.
        brightness : {"difference", "apparent"}
            Which brightness.
        flux_unit : {"nJy", "uJy", "mJy", "Jy"}, optional
            Unit of a flux; without it the brightness is a magnitude.

        Returns
        -------
        tuple of ndarray
            MJD in days (UTC) ascending, brightness and error. Epochs without
            either, the sentinel's among them, are left out.

        Examples
        --------
        >>> light_curve = client.query_lightcurve("ZTF18abbuksn", format="pandas")
        >>> mjd, magnitude, error = light_curve.arrays("r")
        >>> bool((mjd[1:] >= mjd[:-1]).all())
        True
        """
        import numpy as np

        names = BRIGHTNESS if flux_unit is None else FLUX_OF
        wanted = names[checks.choice("brightness", brightness, tuple(names))]
        letter = checks.choice("band", band, tuple(BANDS.values()))
        rows, _ = self._epochs(flux_unit or "nJy")
        kept = [
            (row["mjd"], *(row[name] for name in wanted))
            for row in rows
            if row["detected"] and row["band"] == letter
        ]
        values = np.array(kept, dtype=float).reshape(-1, 3)
        values = values[np.isfinite(values).all(axis=1)]
        return values[:, 0], values[:, 1], values[:, 2]

    def plot(
        self,
        brightness: Brightness = "difference",
        *,
        fold: bool = False,
        period: float | None = None,
        limits: bool = True,
        title: str = "",
        ax: Axes | None = None,
    ) -> Figure:
        """Return a picture of the light curve; see `Alerce.plot_lightcurve`.

        Parameters
        ----------
        brightness : {"difference", "apparent"}
            Which magnitude.
        fold : bool
            Whether to fold it with its period.
        period : float, optional
            Period in days to fold it with; see `fold`.
        limits : bool
            Whether to show upper limits.
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
        >>> light_curve = client.query_lightcurve("ZTF18abbuksn", format="pandas")
        >>> figure = light_curve.plot()
        >>> bool(figure.axes[0].yaxis_inverted())
        True
        """
        from alerce.astronomy import plotting

        days = self._period(period) if fold or period is not None else None
        rows, _ = self._epochs("nJy")
        return plotting.lightcurve_figure(rows, brightness, days, limits, title, ax)

    def picture(self) -> str:
        """Return a small picture as HTML, nothing where matplotlib is not installed."""
        from alerce.astronomy import plotting

        try:
            rows, _ = self._epochs("nJy")
            figure = plotting.lightcurve_figure(rows, "difference", size=(5, 2.6))
        except ImportError:
            return ""
        return plotting.as_html(plotting.as_png(figure), "light curve")

    def _repr_html_(self) -> str | None:
        if not (_is_frame(self.detections) or hasattr(type(self.detections), "colnames")):
            return None
        counts = f"{len(cast(Any, self.detections))} detections"
        limits = f"{len(cast(Any, self.non_detections))} upper limits"
        return f"<div>Light curve: {counts}, {limits}<br>{self.picture()}</div>"

    def _period(self, given: object) -> float:
        if given is not None:
            if hasattr(type(given), "to_value"):
                given = cast(Any, given).to_value("d")
            return checks.number("period", given, above=0)
        if self.find_period is None:
            raise ArgumentError("give the period in days", about="period")
        found = self.find_period()
        if inspect.iscoroutine(found):
            found.close()
            raise ArgumentError(
                "give the period in days: await client.query_period(oid)", about="period"
            )
        if found is None:
            raise ArgumentError("the service knows none of the object", about="period")
        return checks.number("period", found, above=0)

    def _epochs(self, flux_unit: FluxUnit) -> tuple[list[dict[str, object]], list[Column]]:
        """Return the rows of the merged table, and its columns."""
        import numpy as np

        checks.choice("flux_unit", flux_unit, tuple(JY))
        names = [column.name for column in ztf_columns.PHOTOMETRY]
        rows = [
            {"detected": detected, "sentinel": False, **row}
            for part, detected in ((self.detections, True), (self.non_detections, False))
            for row in _rows(part, [OID.name, *names])
        ]
        for row in rows:
            row["band"] = BANDS.get(cast(int, row["fid"]), f"fid {row['fid']}")
            for name in CORRECTED:
                if row.get(name) == SENTINEL:
                    row[name], row["sentinel"] = None, True
        columns: dict[str, NDArray[Any]] = {
            name: np.array([row.get(name) for row in rows], dtype=float)
            for name in ("isdiffpos", "diffmaglim", "magpsf", "sigmapsf", *CORRECTED)
        }
        mag, corrected = columns["magpsf"], columns["magpsf_corr"]
        fluxes = {
            "flux_diff": columns["isdiffpos"] * ab_flux(mag, flux_unit),
            "flux_diff_err": ab_flux_error(mag, columns["sigmapsf"], flux_unit),
            "flux_limit": ab_flux(columns["diffmaglim"], flux_unit),
            "flux": ab_flux(corrected, flux_unit),
            "flux_err": ab_flux_error(corrected, columns["sigmapsf_corr"], flux_unit),
            "flux_err_ext": ab_flux_error(corrected, columns["sigmapsf_corr_ext"], flux_unit),
        }
        for name, values in fluxes.items():
            for row, value in zip(rows, values, strict=True):
                row[name] = None if np.isnan(value) else float(value)
        rows.sort(key=lambda row: cast(float, row["mjd"]))
        described = [
            column._replace(unit=flux_unit) if column.name in FLUXES else column
            for column in ztf_columns.PHOTOMETRY
        ]
        if any(OID.name in row for row in rows):
            described.insert(0, OID)
        return rows, described

    def _table(
        self, rows: list[dict[str, object]], described: Sequence[Column], *, time: bool = False
    ) -> TableT:
        times = _times([row["mjd"] for row in rows]) if time else None
        if _is_frame(self.detections):
            frame = tables.to_pandas(rows, described)
            if times is not None:
                frame.insert(0, "time", times.to_datetime())
                frame["time"] = frame["time"].astype("datetime64[us]").dt.tz_localize("UTC")
            return cast(TableT, frame)
        table: Any = tables.to_table(rows, described)
        if times is not None:
            table.add_column(times, name="time", index=0)
        return cast(TableT, table)


def optional(module: str, extra: str) -> Any:
    """Return a module that an extra installs.

    Raises
    ------
    ImportError
        It is not installed; the message says how to.
    """
    try:
        return _untyped.module(module)
    except ImportError as error:
        raise ImportError(f"this needs {module}: pip install 'alerce[{extra}]'") from error


def notes(table: object) -> dict[str, object]:
    """Return where a table keeps what is said of it as a whole."""
    held = cast(Any, table)
    return cast("dict[str, object]", held.attrs if _is_frame(table) else held.meta)


def _is_frame(table: object) -> bool:
    return hasattr(type(table), "reset_index")


def _times(mjd: Iterable[object]) -> Any:
    """Return MJD in days (UTC) as an astropy Time."""
    return _untyped.module("astropy.time").Time(
        [cast(float, value) for value in mjd], format="mjd", scale="utc"
    )


def _rows(table: object, names: Sequence[str]) -> list[dict[str, object]]:
    """Return some columns of a table row by row, None where a value is missing.

    Raises
    ------
    ArgumentError
        It is neither a DataFrame nor a Table.
    """
    if _is_frame(table):
        frame = cast(Any, table).reset_index()
        columns = {name: _plain_pandas(frame[name]) for name in names if name in frame.columns}
    elif hasattr(type(table), "colnames"):
        held = cast(Any, table)
        columns = {name: held[name].tolist() for name in names if name in held.colnames}
    else:
        raise ArgumentError('this needs format="pandas" or "votable"', about="format")
    return [
        dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)
    ]


def _plain_pandas(series: Any) -> list[object]:
    missing = series.isna().tolist()
    return [None if lacks else value for value, lacks in zip(series.tolist(), missing, strict=True)]
