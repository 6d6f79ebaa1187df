"""The kinds of rows of the multi-survey services, which serve LSST.

The services rewrite the nulls of photometry to 0 or -1. `measured` gives null again where
these values are impossible, in every format:

====================================  ===================================================
column                                is null where the service sends
====================================  ===================================================
band                                  0, which is no filter
mjd                                   0, which is in 1858
ra, dec                               0 for both
psfFluxErr, scienceFluxErr            0: no measurement is without error
psfFlux, scienceFlux                  0, and 0 for its error
parentDiaSourceId, diaObjectId        0 or -1
====================================  ===================================================

A flux of 0 with an error is a measurement. The flags psfFlux_flag, psfFlux_flag_edge and
psfFlux_flag_noGoodPixels are 0 for no as well as for null, which cannot be told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, Literal, TypeAlias, cast

from alerce_api.lsst import columns
from typing_extensions import TypedDict

from alerce._lazy import lsst_models, lsst_rows, pd, table
from alerce.arguments.formats import Format
from alerce.results.columns import INPUT_INDEX
from alerce.results.kinds import Kind
from alerce.results.lsst_lightcurves import LsstLightCurve

Fields: TypeAlias = dict[str, Any]
Part: TypeAlias = Literal["detections", "non_detections", "forced_photometry"]

PARTS: Final[tuple[Part, ...]] = ("detections", "non_detections", "forced_photometry")

NEVER_ZERO: Final = ("band", "mjd", "psfFluxErr", "scienceFluxErr")
"""Columns in which 0 stands for null."""

NO_SOURCE: Final = ("parentDiaSourceId", "diaObjectId")
"""Columns in which 0 and -1 stand for null."""

FLUXES: Final = {"psfFlux": "psfFluxErr", "scienceFlux": "scienceFluxErr"}
"""Columns in which 0 stands for null where the other column is null too."""


class LsstRecordLightCurve(TypedDict):
    """A light curve of LSST as records."""

    detections: list[lsst_models.Detection]
    non_detections: list[lsst_models.NonDetection]
    forced_photometry: list[lsst_models.ForcedPhotometry]


LsstTabularLightCurve: TypeAlias = (
    "LsstLightCurve[pd.DataFrame] | LsstLightCurve[table.Table] | LsstLightCurve[str]"
)
AnyLsstLightCurve: TypeAlias = "LsstTabularLightCurve | LsstRecordLightCurve"


def _object(row: Mapping[str, Any]) -> lsst_models.ObjectDetail:
    from alerce_api.lsst.models.object_detail import ObjectDetail

    return ObjectDetail.from_dict(row)


def _listed_object(row: Mapping[str, Any]) -> lsst_models.ListedObject:
    from alerce_api.lsst.models.listed_object import ListedObject

    return ListedObject.from_dict(row)


def _detection(row: Mapping[str, Any]) -> lsst_models.Detection:
    from alerce_api.lsst.models.detection import Detection

    return Detection.from_dict(row)


def _non_detection(row: Mapping[str, Any]) -> lsst_models.NonDetection:
    from alerce_api.lsst.models.non_detection import NonDetection

    return NonDetection.from_dict(row)


def _forced_photometry(row: Mapping[str, Any]) -> lsst_models.ForcedPhotometry:
    from alerce_api.lsst.models.forced_photometry import ForcedPhotometry

    return ForcedPhotometry.from_dict(row)


def _magstats(row: Mapping[str, Any]) -> lsst_models.Magstats:
    from alerce_api.lsst.models.magstats import Magstats

    return Magstats.from_dict(row)


def _probability(row: Mapping[str, Any]) -> lsst_models.Probability:
    from alerce_api.lsst.models.probability import Probability

    return Probability.from_dict(row)


def _classifier(row: Mapping[str, Any]) -> lsst_models.Classifier:
    from alerce_api.lsst.models.classifier import Classifier

    return Classifier.from_dict(row)


OID: Final = columns.OBJECT[0]
"""Identifier of an object, an integer of 18 digits."""

OBJECT: Final[Kind[lsst_rows.ObjectDetail, lsst_models.ObjectDetail]] = Kind(
    columns.OBJECT, _object, OID
)
OBJECT_DETAIL: Final[Kind[lsst_rows.ObjectDetail, lsst_models.ObjectDetail]] = Kind(
    columns.OBJECT_DETAIL, _object, OID
)
LISTED_OBJECT: Final[Kind[lsst_rows.ListedObject, lsst_models.ListedObject]] = Kind(
    columns.LISTED_OBJECT, _listed_object, OID
)
OBJECT_AT_POSITION: Final[Kind[lsst_rows.ListedObject, lsst_models.ListedObject]] = Kind(
    (INPUT_INDEX, *columns.LISTED_OBJECT), _listed_object, OID
)
DETECTION: Final[Kind[lsst_rows.Detection, lsst_models.Detection]] = Kind(
    columns.DETECTION, _detection, OID
)
NON_DETECTION: Final[Kind[lsst_rows.NonDetection, lsst_models.NonDetection]] = Kind(
    columns.NON_DETECTION, _non_detection, OID
)
FORCED_PHOTOMETRY: Final[Kind[lsst_rows.ForcedPhotometry, lsst_models.ForcedPhotometry]] = Kind(
    columns.FORCED_PHOTOMETRY, _forced_photometry, OID
)
MAGSTATS: Final[Kind[lsst_rows.Magstats, lsst_models.Magstats]] = Kind(
    columns.MAGSTATS, _magstats, OID
)
PROBABILITY: Final[Kind[lsst_rows.Probability, lsst_models.Probability]] = Kind(
    columns.PROBABILITY, _probability, OID
)
CLASSIFIER: Final[Kind[lsst_rows.Classifier, lsst_models.Classifier]] = Kind(
    columns.CLASSIFIER, _classifier, OID
)


def measured(rows: Iterable[Mapping[str, Any]]) -> list[Fields]:
    """Return rows of photometry in order of time, with null where a value cannot be one.

    The letter of the filter stands in band_name, at the end, in place of band_map. A
    measurement that comes twice, as the service may send it of an object that is named
    twice, is one row.
    """
    every = {_identity(row, at): row for at, row in enumerate(rows)}
    found = [_measured(row) for row in every.values()]
    found.sort(key=_time)
    return found


def _identity(row: Mapping[str, Any], at: int) -> tuple[object, ...]:
    """Return what tells a measurement from others, its place where it has no identifier."""
    number = row.get("measurement_id")
    return (number, row.get("mjd"), row.get("band")) if isinstance(number, int) else (None, at)


def _measured(row: Mapping[str, Any]) -> Fields:
    fields = {name: value for name, value in row.items() if name != "band_map"}
    letters: object = row.get("band_map")
    known = cast("Fields", letters) if isinstance(letters, dict) else {}
    for name in NEVER_ZERO:
        if fields.get(name) == 0:
            fields[name] = None
    for name in NO_SOURCE:
        if fields.get(name) in (0, -1):
            fields[name] = None
    for name, error in FLUXES.items():
        if fields.get(name) == 0 and error in fields and fields[error] is None:
            fields[name] = None
    if fields.get("ra") == 0 and fields.get("dec") == 0:
        fields["ra"] = fields["dec"] = None
    fields["band_name"] = known.get(str(row.get("band")))
    return fields


def _time(row: Mapping[str, Any]) -> tuple[bool, float, int]:
    mjd, measurement = row.get("mjd"), row.get("measurement_id")
    number = measurement if isinstance(measurement, int) else 0
    return (False, mjd, number) if isinstance(mjd, int | float) else (True, 0.0, number)


def light_curve(found: lsst_rows.LightCurve, format: Format) -> AnyLsstLightCurve:
    """Return the three parts of a light curve in a format."""
    if format == "models":
        return light_curve_records(found)
    return _parts(
        DETECTION.table(found["detections"], format),
        NON_DETECTION.table(found["non_detections"], format),
        FORCED_PHOTOMETRY.table(found["forced_photometry"], format),
    )


def light_curve_records(found: lsst_rows.LightCurve) -> LsstRecordLightCurve:
    """Return the three parts of a light curve as records."""
    return {
        "detections": DETECTION.records(found["detections"]),
        "non_detections": NON_DETECTION.records(found["non_detections"]),
        "forced_photometry": FORCED_PHOTOMETRY.records(found["forced_photometry"]),
    }


def stacked_light_curves(
    several: Mapping[str, lsst_rows.LightCurve], format: Format
) -> LsstTabularLightCurve:
    """Return the three parts of several light curves, each as one table with a column oid."""
    return _parts(
        DETECTION.stacked({oid: each["detections"] for oid, each in several.items()}, format),
        NON_DETECTION.stacked(
            {oid: each["non_detections"] for oid, each in several.items()}, format
        ),
        FORCED_PHOTOMETRY.stacked(
            {oid: each["forced_photometry"] for oid, each in several.items()}, format
        ),
    )


def _parts(*tables: object) -> LsstTabularLightCurve:
    return cast(LsstTabularLightCurve, LsstLightCurve(zip(PARTS, tables, strict=True)))


def page_of(items: Sequence[lsst_rows.ListedObject]) -> lsst_rows.ObjectsPage:
    """Return all rows of a query as one page."""
    return {
        "total": len(items),
        "next": None,
        "has_next": False,
        "prev": None,
        "has_prev": False,
        "current_page": 1,
        "items": list(items),
        "info_message": None,
    }
