"""Light curves of tables: merged, folded, plotted, and as objects of other packages."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, Self, cast

from alerce_api.column import Column

from alerce import _untyped
from alerce._lazy import axes, figure, np, npt, timeseries
from alerce.arguments import checks
from alerce.arguments.checks import Duration, Epoch
from alerce.astronomy.photometry import BANDS, Brightness, FluxUnit, phase
from alerce.exceptions import ArgumentError
from alerce.results import tables
from alerce.results.columns import OID
from alerce.results.epochs import Epochs, is_frame, is_table, merged
from alerce.results.hints import FRAME_ATTRIBUTES, UnquotedText
from alerce.results.parts import Parts, TableT

PARTS: Final = ("detections", "non_detections")

PHASE: Final = Column("phase", "float64", False, None, "time.phase", "Phase from 0 to 1")

BRIGHTNESS: Final[Mapping[str, tuple[str, str]]] = {
    "difference": ("magpsf", "sigmapsf"),
    "apparent": ("magpsf_corr", "sigmapsf_corr"),
}
FLUX_OF: Final[Mapping[str, tuple[str, str]]] = {
    "difference": ("flux_diff", "flux_diff_err"),
    "apparent": ("flux", "flux_err"),
}


class TableLightCurve(Parts[TableT]):
    """The two parts of a light curve, in one format.

    A dict with the keys ``"detections"`` and ``"non_detections"``, which are also
    attributes. The methods use the tables as they are at the call, so that detections can be
    removed before. They need the format "pandas" or "votable", and return the same.

    An attribute of version 2's DataFrame of one row raises an error that tells what to
    write, except for ``empty``. ``len`` is 2, the number of parts.

    Examples
    --------
    >>> light_curve = client.query_lightcurve("ZTF18abbuksn", format="pandas")
    >>> epochs = light_curve.merged()
    >>> int(epochs.detected.sum()) == len(light_curve.detections)
    True
    """

    find_period: Callable[[], object] | None = None
    """Asks the service for the object's period; None if the light curve has no client."""

    @property
    def detections(self) -> TableT:
        """The epochs at which the object was detected."""
        return self["detections"]

    @property
    def non_detections(self) -> TableT:
        """The epochs without a detection, with their limiting magnitudes."""
        return self["non_detections"]

    @property
    def empty(self) -> bool:
        """Whether there is no epoch, neither a detection nor an upper limit."""
        return not any(len(cast(Any, self[part])) for part in PARTS)

    def copy(self) -> Self:
        """Return a new light curve with the same tables."""
        found = type(self)(self)
        found.find_period = self.find_period
        return found

    __copy__ = copy

    def __or__(self, other: Mapping[str, TableT]) -> Self:  # type: ignore[override] # dict's is wider
        """Return the light curve with other tables in place of some."""
        found = self.copy()
        found.update(other)
        return found

    def __getstate__(self) -> dict[str, object]:
        # `find_period` refers to the client, which cannot be pickled.
        return {}

    if not TYPE_CHECKING:  # to type checkers there is no such attribute

        def __getattr__(self, name: str) -> Any:
            if name in FRAME_ATTRIBUTES:
                raise AttributeError(
                    f"a light curve is a dict of two tables, lc.detections and lc.non_detections, "
                    f"and no frame of one row as in version 2: lc.detections.{name}, or "
                    f'client.query_lightcurve(oid, format="json") for lists of dicts',
                    name=name,
                    obj=self,
                )
            raise AttributeError(
                f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self
            )

    def __missing__(self, key: object) -> TableT:
        raise KeyError(
            UnquotedText(
                f"{key!r}: a light curve is a dict of two tables, lc['detections'] and "
                "lc['non_detections'], and no frame of one row as in version 2"
            )
        )

    def merged(
        self, flux_unit: FluxUnit = "nJy", *, time: bool = False, forced: TableT | None = None
    ) -> TableT:
        """Return detections and upper limits in one table, in order of time.

        Parameters
        ----------
        flux_unit : {"nJy", "uJy", "mJy", "Jy"}
            Unit of the fluxes.
        time : bool
            Whether to put a column ``time`` in front: in a Table an astropy Time,
            which VOTable files cannot hold; in a DataFrame a date in UTC.
        forced : DataFrame or Table, optional
            Forced photometry to put among them, from `Alerce.query_forced_photometry`.

        Returns
        -------
        DataFrame or Table
            ``detected`` tells detections from upper limits, ``band`` is the
            letter of fid. Difference magnitudes (magpsf), apparent ones
            (magpsf_corr) and their errors in mag; AB fluxes: flux_diff, which is
            negative where the source is fainter than in the reference image, and
            the apparent flux. Where the service sends its sentinel 100.0 the
            value is missing and ``sentinel`` is true; ``dubious`` is as sent.
            ``flux_err_ext`` is ``flux_diff_err``, since the reference adds no error to
            it, and ``flux_err`` is smaller, since it is that of a point source.
            With forced photometry ``forced`` marks its rows, which are not
            ``detected``, and ``tid`` names the telescope of each row.

        Raises
        ------
        ArgumentError
            The light curve is in another format, there is no such unit, or the forced
            photometry is of several objects and the light curve of one.

        References
        ----------
        AB magnitudes: Oke & Gunn 1983, ApJ 266, 713. Correction for the reference
        source: Forster et al. 2021, AJ 161, 242.

        Examples
        --------
        >>> epochs = client.query_lightcurve("ZTF18abbuksn", format="pandas").merged("mJy")
        >>> epochs.attrs["units"]["flux_diff"]
        'mJy'

        Forced photometry is among them, marked:

        >>> light_curve = client.query_lightcurve("ZTF18abbuksn", format="pandas")
        >>> forced = client.query_forced_photometry("ZTF18abbuksn", format="pandas")
        >>> epochs = light_curve.merged(forced=forced)
        >>> int(epochs.forced.sum()) == len(forced)
        True
        """
        return self._table(self._epochs(flux_unit, forced), time=time)

    def fold(
        self,
        period: Duration | None = None,
        *,
        epoch: Epoch = 0.0,
        flux_unit: FluxUnit = "nJy",
        oid: str | None = None,
    ) -> TableT:
        """Return the merged table in order of phase, with a column ``phase``.

        Parameters
        ----------
        period : float, Quantity or str, optional
            Period, a number in days, or ``14.4 * u.hour``, ``"14.4 h"``; without it the
            service is asked for the object's Multiband_period.
        epoch : float or Time
            Time of phase 0, MJD in days.
        flux_unit : {"nJy", "uJy", "mJy", "Jy"}
            Unit of the fluxes.
        oid : str, optional
            Which object, where the light curve is of several.

        Returns
        -------
        DataFrame or Table
            As `merged`, with ``phase`` in front and ``period`` in attrs or meta.

        Raises
        ------
        ArgumentError
            There is no period, several objects and none is named, or the light curve is in
            another format.

        Examples
        --------
        >>> light_curve = client.query_lightcurve("ZTF18abbuksn", format="pandas")
        >>> folded = light_curve.fold("12 h")
        >>> bool(folded.phase.between(0, 1).all()), folded.attrs["period"]
        (True, 0.5)
        """
        import numpy as np

        start = checks.epoch("epoch", epoch)
        epochs = self._epochs(flux_unit).of(oid)
        days = self._period(period)
        phases = phase(epochs.array("mjd"), days, start)
        table = self._table(
            epochs.with_front(PHASE, phases).taken(np.argsort(phases, kind="stable"))
        )
        metadata_of(table)["period"] = days
        return table

    def to_timeseries(
        self, flux_unit: FluxUnit = "nJy", *, limits: bool = False, oid: str | None = None
    ) -> timeseries.TimeSeries:
        """Return an astropy TimeSeries of the merged table.

        Parameters
        ----------
        flux_unit : {"nJy", "uJy", "mJy", "Jy"}
            Unit of the fluxes.
        limits : bool
            Whether to include upper limits.
        oid : str, optional
            Which object, where the light curve is of several.

        Returns
        -------
        astropy.timeseries.TimeSeries
            With a Time column ``time`` (UTC) and Quantity columns.

        Raises
        ------
        ArgumentError
            Several objects and none is named, or the light curve is in another format.

        Examples
        --------
        >>> series = client.query_lightcurve("ZTF18abbuksn", format="votable").to_timeseries()
        >>> series["flux_diff"].unit.to_string(), series.time.scale
        ('nJy', 'utc')
        """
        epochs = self._epochs(flux_unit).of(oid)
        if not limits:
            epochs = epochs.taken(epochs.array("detected"))
        described = [each for name, each in epochs.columns.items() if name != "mjd"]
        quantities = _untyped.module("astropy.table").QTable(tables.table_of(described))
        return cast(
            "timeseries.TimeSeries",
            _untyped.module("astropy.timeseries").TimeSeries(
                data=quantities, time=_times(epochs.array("mjd"))
            ),
        )

    def to_lightkurve(
        self,
        band: str,
        brightness: Brightness = "difference",
        flux_unit: FluxUnit = "nJy",
        *,
        oid: str | None = None,
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
        oid : str, optional
            Which object, where the light curve is of several.

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
        mjd, flux, error = self.arrays(band, brightness, flux_unit, oid=oid)
        unit = units.Unit(flux_unit)
        return lightkurve.LightCurve(time=_times(mjd), flux=flux * unit, flux_err=error * unit)

    def extract(
        self,
        extractor: Any,
        band: str,
        brightness: Brightness = "difference",
        *,
        oid: str | None = None,
    ) -> dict[str, float]:
        """Return features that the package light-curve computes of the magnitudes in a band.

        Parameters
        ----------
        extractor : light_curve.Extractor or one of its features
            For instance ``light_curve.Amplitude()``.
        band : {"g", "r", "i"}
            Band.
        brightness : {"difference", "apparent"}
            Which magnitude. A difference magnitude has no sign: use the apparent one if the
            source is also fainter than in the reference image.
        oid : str, optional
            Which object, where the light curve is of several.

        Returns
        -------
        dict of str to float
            By the feature's name.

        Raises
        ------
        ArgumentError
            Differences of both signs, several objects and none is named, or the light
            curve is in another format.

        References
        ----------
        Malanchev et al. 2021, MNRAS 502, 5147.
        """
        if brightness == "difference" and self._signs(band, oid) == {-1, 1}:
            raise ArgumentError(
                "the source is brighter and fainter than in the reference image, which magnitudes "
                'of the difference do not tell apart: brightness="apparent"',
                about="brightness",
            )
        mjd, magnitude, error = self.arrays(band, brightness, oid=oid)
        found = extractor(mjd, magnitude, error, sorted=True, check=True)
        return dict(zip(extractor.names, map(float, found), strict=True))

    def arrays(
        self,
        band: str,
        brightness: Brightness = "difference",
        flux_unit: FluxUnit | None = None,
        *,
        oid: str | None = None,
    ) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """Return times, brightnesses and errors of the detections in a band.

        Parameters
        ----------
        band : {"g", "r", "i"}
            Band.
        brightness : {"difference", "apparent"}
            Which brightness.
        flux_unit : {"nJy", "uJy", "mJy", "Jy"}, optional
            Unit of a flux; without it the brightness is a magnitude. A difference magnitude
            is that of the absolute difference: only the flux has its sign.
        oid : str, optional
            Which object, where the light curve is of several.

        Returns
        -------
        tuple of ndarray
            MJD in days (UTC) ascending, brightness and error. Epochs without either are
            left out, also those with the sentinel.

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
        epochs = self._epochs(flux_unit or "nJy").of(oid)
        chosen = epochs.array("detected") & (epochs.array("band") == letter)
        mjd, value, error = (epochs.array(name)[chosen] for name in ("mjd", *wanted))
        known = np.isfinite(value) & np.isfinite(error)
        return mjd[known], value[known], error[known]

    def plot(
        self,
        brightness: Brightness | None = None,
        *,
        flux_unit: FluxUnit | None = None,
        fold: bool = False,
        period: Duration | None = None,
        limits: bool = True,
        title: str = "",
        oid: str | None = None,
        ax: axes.Axes | None = None,
    ) -> figure.Figure:
        """Return a picture of the light curve; see `Alerce.plot_lightcurve`.

        Parameters
        ----------
        brightness : {"apparent", "difference"}, optional
            Which brightness. Without it apparent magnitudes where more than half of the
            detections have one that is not dubious, and fluxes of the difference otherwise.
        flux_unit : {"nJy", "uJy", "mJy", "Jy"}, optional
            Unit of a flux to show in place of a magnitude.
        fold : bool
            Whether to fold it with its period.
        period : float, Quantity or str, optional
            Period in days to fold it with; see `fold`.
        limits : bool
            Whether to show upper limits, which are of the difference.
        title : str
            Title of the picture.
        oid : str, optional
            Which object, where the light curve is of several.
        ax : matplotlib Axes, optional
            Where to draw.

        Returns
        -------
        matplotlib.figure.Figure
            The figure that was drawn in. A notebook shows it at the end of a cell, and
            ``figure.show()`` shows it anywhere.

        Raises
        ------
        ArgumentError
            No detection has the brightness that is asked for, several objects and none is
            named, or the light curve is in another format.

        Examples
        --------
        >>> light_curve = client.query_lightcurve("ZTF18abbuksn", format="pandas")
        >>> figure = light_curve.plot("apparent")
        >>> bool(figure.axes[0].yaxis_inverted())
        True
        """
        from alerce.astronomy import plotting

        epochs = self._epochs(flux_unit or plotting.FLUX_UNIT).of(oid)
        days = self._period(period) if fold or period is not None else None
        return plotting.lightcurve_figure(
            _arrays(epochs), brightness, flux_unit, days, limits, title, ax
        )

    def picture(self) -> str:
        """Return a small picture as HTML; empty for several objects or without matplotlib."""
        from alerce.astronomy import plotting

        epochs = self._epochs(plotting.FLUX_UNIT)
        if OID.name in epochs.columns and len(set(epochs.array(OID.name).tolist())) > 1:
            return ""
        try:
            figure = plotting.lightcurve_figure(_arrays(epochs), size=(5, 2.6))
        except ImportError:
            return ""
        return plotting.as_html(plotting.as_png(figure), "light curve")

    def _repr_html_(self) -> str | None:
        if not is_table(self.detections):
            return None
        counts = f"{len(cast(Any, self.detections))} detections"
        limits = f"{len(cast(Any, self.non_detections))} upper limits"
        return f"<div>Light curve: {counts}, {limits}<br>{self.picture()}</div>"

    def _signs(self, band: str, oid: str | None) -> set[int]:
        """Return the signs of the differences in a band."""
        epochs = self._epochs("nJy").of(oid)
        chosen = epochs.array("detected") & (epochs.array("band") == band)
        return set(epochs.array("isdiffpos")[chosen].tolist()) & {-1, 1}

    def _period(self, given: object) -> float:
        if given is not None:
            return checks.duration("period", given)
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

    def _epochs(self, flux_unit: FluxUnit, forced: object = None) -> Epochs:
        return merged(self.detections, self.non_detections, flux_unit, forced)

    def _table(self, epochs: Epochs, *, time: bool = False) -> TableT:
        times = _times(epochs.array("mjd")) if time else None
        values = list(epochs.columns.values())
        if is_frame(self.detections):
            frame = tables.frame_of(values)
            if times is not None:
                frame.insert(0, "time", times.to_datetime())
                frame["time"] = frame["time"].astype("datetime64[us]").dt.tz_localize("UTC")
            return cast(TableT, frame)
        table: Any = tables.table_of(values)
        if times is not None:
            table.add_column(times, name="time", index=0)
        return cast(TableT, table)


def optional(module: str, extra: str) -> Any:
    """Return a module that an extra installs.

    Raises
    ------
    ImportError
        The module is not installed; the message tells how to install it.
    """
    try:
        return _untyped.module(module)
    except ImportError as error:
        raise ImportError(f"this needs {module}: pip install 'alerce[{extra}]'") from error


def metadata_of(table: object) -> dict[str, object]:
    """Return the attrs of a DataFrame or the meta of a Table."""
    held = cast(Any, table)
    return cast("dict[str, object]", held.attrs if is_frame(table) else held.meta)


def _arrays(epochs: Epochs) -> dict[str, npt.NDArray[Any]]:
    return {name: epochs.array(name) for name in epochs.columns}


def _times(mjd: npt.NDArray[Any]) -> Any:
    """Return MJD in days (UTC) as an astropy Time."""
    return _untyped.module("astropy.time").Time(mjd, format="mjd", scale="utc")
