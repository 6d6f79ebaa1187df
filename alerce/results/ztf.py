"""The kinds of rows of the ZTF API.

The record classes are imported when records are first made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeAlias, cast

from alerce_api.ztf import columns
from alerce_api.ztf2 import columns as ztf2_columns
from typing_extensions import TypedDict

from alerce._lazy import pd, table, ztf2_models, ztf2_rows, ztf_models, ztf_rows
from alerce.arguments.formats import Format
from alerce.astronomy.photometry import SENTINEL
from alerce.decode.cells import Cells, cells_of
from alerce.results.columns import INPUT_INDEX
from alerce.results.hints import ListLightCurve
from alerce.results.kinds import Kind
from alerce.results.lightcurves import TableLightCurve


class RecordLightCurve(TypedDict):
    """A light curve as records."""

    detections: list[ztf_models.Detection]
    non_detections: list[ztf_models.NonDetection]


ColumnarLightCurve: TypeAlias = Mapping[str, Cells]
"""Both parts of a light curve by column, before conversion to a format."""

TabularLightCurve: TypeAlias = (
    "TableLightCurve[pd.DataFrame] | TableLightCurve[table.Table] | TableLightCurve[str]"
)
AnyLightCurve: TypeAlias = "TabularLightCurve | RecordLightCurve"


def _object(row: Mapping[str, Any]) -> ztf_models.Object:
    from alerce_api.ztf.models.object_ import Object

    return Object.from_dict(row)


def _listed_object(row: Mapping[str, Any]) -> ztf_models.ListedObject:
    from alerce_api.ztf.models.listed_object import ListedObject

    return ListedObject.from_dict(row)


def _detection(row: Mapping[str, Any]) -> ztf_models.Detection:
    from alerce_api.ztf.models.detection import Detection

    return Detection.from_dict(row)


def _non_detection(row: Mapping[str, Any]) -> ztf_models.NonDetection:
    from alerce_api.ztf.models.non_detection import NonDetection

    return NonDetection.from_dict(row)


def _magstats(row: Mapping[str, Any]) -> ztf_models.Magstats:
    from alerce_api.ztf.models.magstats import Magstats

    return Magstats.from_dict(row)


def _probability(row: Mapping[str, Any]) -> ztf_models.Probability:
    from alerce_api.ztf.models.probability import Probability

    return Probability.from_dict(row)


def _feature(row: Mapping[str, Any]) -> ztf_models.Feature:
    from alerce_api.ztf.models.feature import Feature

    return Feature.from_dict(row)


def _classifier(row: Mapping[str, Any]) -> ztf_models.Classifier:
    from alerce_api.ztf.models.classifier import Classifier

    return Classifier.from_dict(row)


def _class_name(row: Mapping[str, Any]) -> ztf_models.ClassName:
    from alerce_api.ztf.models.class_name import ClassName

    return ClassName.from_dict(row)


def _limit_values(row: Mapping[str, Any]) -> ztf_models.LimitValues:
    from alerce_api.ztf.models.limit_values import LimitValues

    return LimitValues.from_dict(row)


def _forced_photometry(row: Mapping[str, Any]) -> ztf2_models.FlatForcedPhotometry:
    from alerce_api.ztf2.models.flat_forced_photometry import FlatForcedPhotometry

    return FlatForcedPhotometry.from_dict(row)


OBJECT: Final[Kind[ztf_rows.Object, ztf_models.Object]] = Kind(columns.OBJECT, _object)
LISTED_OBJECT: Final[Kind[ztf_rows.ListedObject, ztf_models.ListedObject]] = Kind(
    columns.LISTED_OBJECT, _listed_object
)
OBJECT_AT_POSITION: Final[Kind[ztf_rows.ListedObject, ztf_models.ListedObject]] = Kind(
    (INPUT_INDEX, *columns.LISTED_OBJECT), _listed_object
)
DETECTION: Final[Kind[ztf_rows.Detection, ztf_models.Detection]] = Kind(
    columns.DETECTION, _detection
)
NON_DETECTION: Final[Kind[ztf_rows.NonDetection, ztf_models.NonDetection]] = Kind(
    columns.NON_DETECTION, _non_detection
)
MAGSTATS: Final[Kind[ztf_rows.Magstats, ztf_models.Magstats]] = Kind(columns.MAGSTATS, _magstats)
PROBABILITY: Final[Kind[ztf_rows.Probability, ztf_models.Probability]] = Kind(
    columns.PROBABILITY, _probability
)
FEATURE: Final[Kind[ztf_rows.Feature, ztf_models.Feature]] = Kind(columns.FEATURE, _feature)
CLASSIFIER: Final[Kind[ztf_rows.Classifier, ztf_models.Classifier]] = Kind(
    columns.CLASSIFIER, _classifier
)
CLASS_NAME: Final[Kind[ztf_rows.ClassName, ztf_models.ClassName]] = Kind(
    columns.CLASS_NAME, _class_name
)
LIMIT_VALUES: Final[Kind[ztf_rows.LimitValues, ztf_models.LimitValues]] = Kind(
    columns.LIMIT_VALUES, _limit_values
)


FORCED_PHOTOMETRY: Final[Kind[ztf2_rows.FlatForcedPhotometry, ztf2_models.FlatForcedPhotometry]] = (
    Kind(ztf2_columns.FLAT_FORCED_PHOTOMETRY, _forced_photometry)
)

WITH_SENTINEL: Final = ("mag_corr", "e_mag_corr", "e_mag_corr_ext")


def flat_forced(rows: Iterable[Mapping[str, Any]]) -> list[ztf2_rows.FlatForcedPhotometry]:
    """Return rows of forced photometry in order of time, with the extra fields as columns.

    What the extra fields repeat of the row is left out, and the sentinel of a corrected
    magnitude or error is null.
    """
    found: list[dict[str, Any]] = []
    for row in rows:
        flat = {name: value for name, value in row.items() if name != "extra_fields"}
        extra = row.get("extra_fields")
        if isinstance(extra, dict):
            for name, value in cast("dict[str, Any]", extra).items():
                flat.setdefault(name, value)
        for name in WITH_SENTINEL:
            if flat.get(name) == SENTINEL:
                flat[name] = None
        found.append(flat)
    found.sort(key=lambda row: row.get("mjd") or 0.0)
    return cast("list[ztf2_rows.FlatForcedPhotometry]", found)


LIGHT_CURVE: Final = (
    ("detections", columns.DETECTION),
    ("non_detections", columns.NON_DETECTION),
)
"""The parts of a light curve, and the columns of each."""


OBJECTS_PAGE: Final = (
    *((name, None) for name in ("total", "page", "next", "has_next", "prev", "has_prev")),
    ("items", columns.LISTED_OBJECT),
)
"""The fields of a page of objects, and the columns of its rows."""


def light_curve(
    found: ztf_rows.LightCurve | ColumnarLightCurve,
    format: Format,
    find_period: Callable[[], object] | None = None,
) -> AnyLightCurve:
    """Return both parts of a light curve in a format, with the function that finds its period."""
    if format == "models":
        return light_curve_records(cast("ztf_rows.LightCurve", found))
    parts: list[object] = [
        DETECTION.table(found["detections"], format),
        NON_DETECTION.table(found["non_detections"], format),
    ]
    if format == "pandas":
        from alerce.results.frames import part

        parts = [part(cast("pd.DataFrame", each)) for each in parts]
    pair = _pair(*parts)
    pair.find_period = find_period
    return pair


def light_curve_records(found: ztf_rows.LightCurve) -> RecordLightCurve:
    """Return both parts of a light curve as records."""
    records = ListLightCurve(
        detections=DETECTION.records(found["detections"]),
        non_detections=NON_DETECTION.records(found["non_detections"]),
    )
    return cast(RecordLightCurve, records)


def light_curve_rows(found: ztf_rows.LightCurve) -> ztf_rows.LightCurve:
    """Return both parts of a light curve as lists of dicts, as the service sends them."""
    return cast("ztf_rows.LightCurve", ListLightCurve(found))


def light_curve_columns(found: ztf_rows.LightCurve) -> ColumnarLightCurve:
    """Return both parts of a light curve by column."""
    return {
        "detections": cells_of(found["detections"]),
        "non_detections": cells_of(found["non_detections"]),
    }


def stacked_light_curves(
    several: Mapping[str, ztf_rows.LightCurve] | Mapping[str, ColumnarLightCurve], format: Format
) -> TabularLightCurve:
    """Return both parts of several light curves, each as one table with a column oid."""
    return _pair(
        DETECTION.stacked({oid: each["detections"] for oid, each in several.items()}, format),
        NON_DETECTION.stacked(
            {oid: each["non_detections"] for oid, each in several.items()}, format
        ),
    )


def _pair(detections: object, non_detections: object) -> TabularLightCurve:
    return cast(
        TabularLightCurve,
        TableLightCurve({"detections": detections, "non_detections": non_detections}),
    )
