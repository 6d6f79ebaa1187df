"""Light curves of one object as two surveys saw it, in one table and one time scale."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, cast

from alerce_api.column import Column

from alerce import _untyped
from alerce.arguments import checks
from alerce.astronomy.photometry import FluxUnit, ab_magnitude, ab_magnitude_error
from alerce.exceptions import ArgumentError
from alerce.results import tables
from alerce.results.columns import OID
from alerce.results.epochs import FORCED, Epochs, complete, is_frame, merged
from alerce.results.lightcurves import TableLightCurve
from alerce.results.lsst_lightcurves import LsstLightCurve, merged_rows
from alerce.results.parts import TableT
from alerce.results.tables import Values

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


TimeScale: TypeAlias = Literal["tai", "utc"]
"""Scale of time: that of LSST, or that of ZTF, which is 37 s behind it since 2017."""

__all__ = ["TimeScale", "merge_surveys"]

SURVEY: Final = Column("survey", "str", False, None, "meta.id", "Survey: ztf or lsst.")
MJD: Final = Column("mjd", "float64", False, "d", "time.epoch", "MJD ({scale}) of the observation.")
BAND: Final = Column("band", "str", False, None, "instr.bandpass", "Letter of the filter.")
BANDPASS: Final = Column(
    "bandpass", "str", False, None, "instr.bandpass", "Filter with its survey, as ztfg or lsstg."
)
DETECTED: Final = Column(
    "detected", "bool", False, None, "meta.code", "Whether the alert stream has it as a detection."
)
MEASUREMENT: Final = Column(
    "measurement_id", "str", True, None, "meta.id", "candid of ZTF, measurement_id of LSST."
)
FLUXES: Final = (
    Column("flux_diff", "float64", True, "nJy", "phot.flux.density;em.opt;arith.diff",
           "Flux of the difference, negative where it is fainter."),
    Column("flux_diff_err", "float64", True, "nJy", "stat.error;phot.flux.density;em.opt",
           "Error of flux_diff at 1 sigma."),
    Column("flux", "float64", True, "nJy", "phot.flux.density;em.opt",
           "Flux of the source with its reference or host."),
    Column("flux_err", "float64", True, "nJy", "stat.error;phot.flux.density;em.opt",
           "Error of flux at 1 sigma."),
    Column("flux_limit", "float64", True, "nJy", "phot.flux.density;em.opt;stat.max",
           "5-sigma limit of the difference image of ZTF."),
)  # fmt: skip
MAGNITUDES: Final = (
    Column("mag_diff", "float64", True, "mag", "phot.mag;em.opt;arith.diff",
           "AB magnitude of flux_diff; null if that is not above 0."),
    Column("mag_diff_err", "float64", True, "mag", "stat.error;phot.mag;em.opt",
           "Error of mag_diff, to first order."),
    Column("mag", "float64", True, "mag", "phot.mag;em.opt",
           "AB magnitude of flux; null if that is not above 0."),
    Column("mag_err", "float64", True, "mag", "stat.error;phot.mag;em.opt",
           "Error of mag, to first order."),
)  # fmt: skip


def merge_surveys(
    ztf: TableLightCurve[TableT],
    lsst: LsstLightCurve[TableT],
    *,
    scale: TimeScale = "tai",
    flux_unit: FluxUnit = "nJy",
    forced: TableT | None = None,
) -> TableT:
    """Return the light curves of one object in ZTF and in LSST in one table, in order of time.

    The surveys name an object differently: find the other one by its position, as below.

    Parameters
    ----------
    ztf : light curve of ZTF
        Of `Alerce.query_lightcurve`, with format "pandas" or "votable".
    lsst : light curve of LSST
        Of ``client.lsst.query_lightcurve``, in the same format; its forced photometry
        is in the result.
    scale : {"tai", "utc"}
        Scale of the times: LSST sends TAI and ZTF sends UTC, and one of them is converted.
    flux_unit : {"nJy", "uJy", "mJy", "Jy"}
        Unit of the fluxes.
    forced : DataFrame or Table, optional
        Forced photometry of ZTF, of `Alerce.query_forced_photometry`.

    Returns
    -------
    DataFrame or Table
        A row a measurement or upper limit, with ``survey``, ``mjd``, ``band``,
        ``bandpass``, ``detected``, ``forced``, ``measurement_id``, AB fluxes with their
        errors, and AB magnitudes with errors where the flux is positive. The filters of
        the two surveys differ, also where their letters are the same: ``bandpass`` names
        them apart, in the names of sncosmo's registry. ``attrs["time_scale"]`` or
        ``meta["time_scale"]`` tells the scale. Epochs of LSST without a time are left out.

    Raises
    ------
    ArgumentError
        A light curve is of several objects, in another format, or of another survey.

    Examples
    --------
    >>> oid = "ZTF19acyfpno"
    >>> known = client.query_object(oid)
    >>> there = client.lsst.query_objects(
    ...     ra=known["meanra"], dec=known["meandec"], radius=2, classifier="stamp_classifier_rubin"
    ... )
    >>> both = merge_surveys(
    ...     client.query_lightcurve(oid, format="pandas"),
    ...     client.lsst.query_lightcurve(there.oid[0], format="pandas"),
    ... )
    >>> sorted(both.survey.unique()), both.attrs["time_scale"]
    (['lsst', 'ztf'], 'tai')
    """
    import numpy as np

    checks.choice("scale", scale, ("tai", "utc"))
    _check_kind("ztf", ztf, TableLightCurve)
    _check_kind("lsst", lsst, LsstLightCurve)
    parts = (_of_ztf(ztf, flux_unit, forced, scale), _of_lsst(lsst, flux_unit, scale))
    columns = {
        name: Values(
            each.column,
            np.concatenate([part[name].data for part in parts]),
            np.concatenate([part[name].missing for part in parts]),
        )
        for name, each in parts[0].items()
    }
    for flux, mag, mag_err in (("flux_diff", *MAGNITUDES[:2]), ("flux", *MAGNITUDES[2:])):
        values, errors = columns[flux].data, columns[f"{flux}_err"].data
        columns[mag.name] = _float(mag, ab_magnitude(values, flux_unit))
        columns[mag_err.name] = _float(mag_err, ab_magnitude_error(values, errors))
    epochs = Epochs(columns)
    epochs = epochs.taken(np.argsort(epochs.array("mjd"), kind="stable"))
    ordered = list(epochs.columns.values())
    if is_frame(ztf.detections):
        frame = tables.frame_of(ordered)
        frame.attrs["time_scale"] = scale
        return cast(TableT, frame)
    return cast(TableT, tables.table_of(ordered, {"time_scale": scale}))


def _check_kind(name: str, given: object, kind: type) -> None:
    if not isinstance(given, kind):
        raise ArgumentError(
            f"it is a {type(given).__name__}, and a {kind.__name__} is needed: "
            'query_lightcurve(oid, format="pandas")',
            about=name,
        )


def _of_ztf(
    light_curve: TableLightCurve[Any], unit: FluxUnit, forced: object, scale: TimeScale
) -> dict[str, Values]:
    """Return the columns of the light curve of ZTF, in the order of the result."""
    import numpy as np

    epochs = merged(light_curve.detections, light_curve.non_detections, unit, forced).of(None)
    flags = epochs.array(FORCED.name) if forced is not None else np.zeros(len(epochs), dtype=bool)
    identity = epochs.columns["candid"]
    return _columns(
        "ztf",
        _in_scale(epochs.array("mjd"), "utc", scale),
        epochs.array("band"),
        epochs.array("detected"),
        flags,
        Values(MEASUREMENT, identity.data, identity.missing),
        {column.name: epochs.array(column.name) for column in FLUXES},
        unit,
        scale,
    )


def _of_lsst(
    light_curve: LsstLightCurve[Any], unit: FluxUnit, scale: TimeScale
) -> dict[str, Values]:
    """Return the columns of the light curve of LSST, in the order of the result."""
    import numpy as np

    rows, described = merged_rows(light_curve.detections, light_curve.forced_photometry, unit)
    if any(column.name == OID.name for column in described):
        raise ArgumentError("it is of several objects: ask for one at a time", about="lsst")
    rows = [row for row in rows if row["mjd"] is not None]
    held = {each.column.name: each for each in tables.values_of(rows, described)}
    identity = np.array([str(number) for number in held["measurement_id"].data], dtype=object)
    detected = held["detected"].data
    fluxes: dict[str, NDArray[Any]] = {
        column.name: held[column.name].data if column.name in held else np.full(len(rows), np.nan)
        for column in FLUXES
    }
    return _columns(
        "lsst",
        _in_scale(held["mjd"].data, "tai", scale),
        held["band"].data,
        detected,
        ~detected,
        complete(MEASUREMENT, identity),
        fluxes,
        unit,
        scale,
    )


def _columns(
    survey: str,
    mjd: NDArray[Any],
    band: NDArray[Any],
    detected: NDArray[np.bool_],
    forced: NDArray[np.bool_],
    identity: Values,
    fluxes: Mapping[str, NDArray[Any]],
    unit: FluxUnit,
    scale: TimeScale,
) -> dict[str, Values]:
    import numpy as np

    described = MJD.description.format(scale=scale.upper())
    letters = np.array(["unknown" if each is None else each for each in band], dtype=object)
    passes = np.array([f"{survey}{letter}" for letter in letters], dtype=object)
    found = [
        complete(SURVEY, np.full(len(mjd), survey, dtype=object)),
        complete(MJD._replace(description=described), mjd),
        complete(BAND, letters),
        complete(BANDPASS, passes),
        complete(DETECTED, detected),
        complete(FORCED, forced),
        identity,
        *(_float(column._replace(unit=unit), fluxes[column.name]) for column in FLUXES),
    ]
    return {each.column.name: each for each in found}


def _float(column: Column, data: NDArray[Any]) -> Values:
    import numpy as np

    return Values(column, data, np.isnan(data))


def _in_scale(mjd: NDArray[Any], sent: TimeScale, wanted: TimeScale) -> NDArray[Any]:
    """Return times of one scale in another; astropy knows the leap seconds."""
    if sent == wanted:
        return mjd
    times = _untyped.module("astropy.time").Time(mjd, format="mjd", scale=sent)
    return cast("NDArray[Any]", getattr(times, wanted).mjd)
