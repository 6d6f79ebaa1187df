"""The multi-survey services, which serve the alerts of LSST.

The odd things done here are done on purpose: each reproduces what the real services were seen
to do.
"""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from starlette.responses import Response

from alerce.sandbox import lsst_sky
from alerce.sandbox.answers import Call, Refusal, raw_json
from alerce.sandbox.lsst_sky import CLASSIFIERS, Sky
from alerce.sandbox.store import separation

SURVEYS = ("ztf", "lsst")
FORCED_CUT = 10
DEFAULT_RADIUS_ARCSEC = 30.0
STAMP_TYPES = ("cutoutScience", "cutoutTemplate", "cutoutDifference")


class LsstService:
    """Answers under ``/lsst``.

    Parameters
    ----------
    sky : Sky
        The objects served.
    """

    name: ClassVar[str] = "lsst"
    prefix: ClassVar[str] = "/lsst"
    one_at_a_time: ClassVar[bool] = False

    def __init__(self, sky: Sky) -> None:
        self._sky = sky
        self._routes: Mapping[str, Callable[[Call], Response]] = {
            "/object_api/list_objects": self._objects,
            "/object_api/object": self._object,
            "/lightcurve_api/detections": self._detections,
            "/lightcurve_api/non_detections": self._non_detections,
            "/lightcurve_api/forced-photometry": self._forced_photometry,
            "/lightcurve_api/lightcurve": self._light_curve,
            "/magstat_api/magstats": self._magstats,
            "/probability_api/probability": self._probabilities,
            "/classifier_api/classifiers": self._classifiers,
            "/stamps_api/stamp": self._stamp,
            "/stamps_api/avro": lambda _: _crash(),
        }

    def answer(self, call: Call) -> Response:
        """Route one call."""
        handler = self._routes.get(call.path)
        if handler is None:
            return _detail("Not Found", 404)
        if call.method != "GET":
            return _detail("Method Not Allowed", 405)
        try:
            return handler(call)
        except Refusal as refusal:
            return refusal.response

    def _objects(self, call: Call) -> Response:
        page = _integer(call, "page", 1)
        size = _integer(call, "page_size", 10)
        ranking = _integer(call, "ranking", 1)
        probability = _number(call, "probability", 0.0)
        bounds = {name: _numbers(call, name) for name in ("n_det", "firstmjd", "lastmjd")}
        cone = [_number(call, name, None) for name in ("ra", "dec", "radius")]
        if call.value("survey") != "lsst":
            return _failed()
        try:
            oids = {int(text) for text in call.values("oid")}
        except ValueError:
            return _failed()
        classifier, class_name = call.value("classifier"), call.value("class_name")
        classes = CLASSIFIERS.get(classifier or "", ("", (), 0))[1]
        if (classifier and not classes) or (class_name and not classifier):
            return _failed()
        if class_name not in classes:
            # No word of it: the rows come unfiltered.
            class_name = None
        order_by = call.value("order_by") or "probability"
        descending = (call.value("order_mode") or "DESC") == "DESC"
        rows = [
            row
            for row in self._sky.listed()
            if (not oids or row["oid"] in oids)
            and (classifier is None or row["classifier_name"] == classifier)
            and (class_name is None or row["class_name"] == class_name)
            and (row["ranking"] is None or row["ranking"] == ranking)
            and (row["probability"] or 0.0) >= (probability or 0.0)
            and all(_within(row[name], given) for name, given in bounds.items())
            and _near(row, cone)
        ]
        if rows and order_by not in rows[0]:
            return _failed()
        rows.sort(key=lambda row: _key(row[order_by]), reverse=descending)
        start = (page - 1) * size
        found = rows[start : start + size + 1]
        more = len(found) > size
        return _json(
            {
                "total": len(found),
                "next": page + 1 if more else None,
                "has_next": more,
                "prev": page - 1 if page > 1 else None,
                "has_prev": page > 1,
                "current_page": page,
                "items": found[:size],
                "info_message": None,
            }
        )

    def _object(self, call: Call) -> Response:
        _require(call, "oid", "survey_id")
        oid = _digits(call.value("oid"))
        if call.value("survey_id") != "lsst" or oid not in self._sky.objects:
            return _failed()
        row = self._sky.statistics(oid)
        if (call.value("return_survey_extra") or "").lower() in ("true", "1"):
            created = row.pop("created_date")
            del row["updated_date"]
            row = {**row, **self._sky.bands(oid), "created_date": created}
        return _json(row)

    def _magstats(self, call: Call) -> Response:
        _require(call, "oid", "survey_id")
        oid = _digits(call.value("oid"))
        if oid not in self._sky.objects:
            return _crash()
        return _json(
            {
                name: round(value, 3) if isinstance(value, float) else value
                for name, value in self._sky.bands(oid).items()
            }
        )

    def _detections(self, call: Call) -> Response:
        oids = self._asked(call)
        if lsst_sky.NOT_A_NUMBER in oids:
            # Its JSON writer refuses a value that is not a number.
            return _crash()
        return _json(self._detected(oids))

    def _non_detections(self, call: Call) -> Response:
        self._asked(call)
        return _json([])

    def _forced_photometry(self, call: Call) -> Response:
        return _json(self._forced(self._asked(call)))

    def _light_curve(self, call: Call) -> Response:
        oids = self._asked(call)
        if lsst_sky.NOT_A_NUMBER in oids:
            return _crash()
        return _json(
            {
                "detections": self._detected(oids),
                "non_detections": [],
                "forced_photometry": self._forced(oids),
            }
        )

    def _forced(self, oids: Sequence[int]) -> list[dict[str, Any]]:
        rows = [row for oid in dict.fromkeys(oids) for row in self._sky.forced(oid)]
        # The limit is only set where a single object is named, and once.
        return rows[:FORCED_CUT] if len(oids) == 1 else rows

    def _asked(self, call: Call) -> list[int]:
        """Return the objects that a light curve is asked of, as often as each is named."""
        _require(call, "survey_id", "oid")
        survey = call.value("survey_id")
        if survey not in SURVEYS:
            allowed = ", ".join(SURVEYS)
            raise Refusal(
                _detail(f"Invalid survey ID '{survey}'. Allowed surveys are: {allowed}", 400)
            )
        try:
            return [int(text) for text in call.values("oid")]
        except ValueError:
            raise Refusal(_failed()) from None

    def _detected(self, oids: Sequence[int]) -> list[dict[str, Any]]:
        return [row for oid in dict.fromkeys(oids) for row in self._sky.detections(oid)]

    def _probabilities(self, call: Call) -> Response:
        _require(call, "oid")
        classifier = call.value("classifier")
        if classifier and classifier not in CLASSIFIERS:
            return _detail("Classifier not found", 404)
        oid = _digits(call.value("oid"))
        rows = [
            {
                "classifier_name": row["classifier_name"],
                "classifier_version": int(row["classifier_version"].split(".")[0]),
                "class_name": row["class_name"],
                "probability": row["probability"],
                "ranking": row["ranking"],
            }
            for row in self._sky.classes(oid or 0)
            if classifier in (None, "", row["classifier_name"])
        ]
        rows.sort(key=lambda row: (row["ranking"], row["classifier_name"]))
        return _json(rows) if rows else _detail("Object not found", 404)

    def _classifiers(self, _call: Call) -> Response:
        return _json(
            [
                {
                    "classifier_name": name,
                    "classifier_version": version,
                    "classes": list(classes),
                    "classifier_id": number,
                }
                for name, (version, classes, number) in CLASSIFIERS.items()
            ]
        )

    def _stamp(self, call: Call) -> Response:
        _require(call, "oid", "measurement_id", "stamp_type", "file_format", "survey_id")
        oid, measurement = _digits(call.value("oid")), _digits(call.value("measurement_id"))
        survey = call.value("survey_id")
        if survey not in SURVEYS:
            return _detail(f"Invalid survey ID '{survey}'", 400)
        known = any(
            row["measurement_id"] == measurement and row["has_stamp"]
            for row in self._sky.detections(oid or 0)
        )
        kind, file_format = call.value("stamp_type"), call.value("file_format")
        if not known or kind not in STAMP_TYPES or file_format not in ("fits", "png"):
            return _crash()
        packed = (call.value("is_compressed") or "true").lower() not in ("false", "0")
        content, media_type = lsst_sky.stamp(
            oid or 0, measurement or 0, STAMP_TYPES.index(kind), file_format, packed=packed
        )
        response = Response(content)
        response.headers["content-type"] = media_type
        return response


def _json(value: object, status: int = 200) -> Response:
    return raw_json(json.dumps(value, separators=(",", ":")), status)


def _detail(detail: object, status: int) -> Response:
    return _json({"detail": detail}, status)


def _failed() -> Response:
    """Return the 500 of an error that the service notices."""
    return _detail("An error occurred", 500)


def _crash() -> Response:
    """Return the 500 of an error that only the server in front notices."""
    response = Response("Internal Server Error", 500)
    response.headers["content-type"] = "text/plain; charset=utf-8"
    return response


def _require(call: Call, *names: str) -> None:
    missing = [name for name in names if not call.values(name)]
    if missing:
        raise Refusal(
            _detail(
                [
                    {
                        "type": "missing",
                        "loc": ["query", name],
                        "msg": "Field required",
                        "input": None,
                    }
                    for name in missing
                ],
                422,
            )
        )


def _refused(name: str, text: str, kind: str) -> Refusal:
    words = "a valid integer" if kind == "int_parsing" else "a valid number"
    what = "an integer" if kind == "int_parsing" else "a number"
    return Refusal(
        _detail(
            [
                {
                    "type": kind,
                    "loc": ["query", name],
                    "msg": f"Input should be {words}, unable to parse string as {what}",
                    "input": text,
                }
            ],
            422,
        )
    )


def _integer(call: Call, name: str, default: int) -> int:
    text = call.value(name)
    if text is None:
        return default
    try:
        return int(text)
    except ValueError:
        raise _refused(name, text, "int_parsing") from None


def _number(call: Call, name: str, default: float | None) -> float | None:
    text = call.value(name)
    if text is None:
        return default
    try:
        return float(text)
    except ValueError:
        raise _refused(name, text, "float_parsing") from None


def _numbers(call: Call, name: str) -> list[float]:
    found: list[float] = []
    for text in call.values(name):
        try:
            found.append(float(text))
        except ValueError:
            raise _refused(name, text, "float_parsing") from None
    return found


def _digits(text: str | None) -> int | None:
    try:
        return int(text or "")
    except ValueError:
        return None


def _within(value: float, bounds: Sequence[float]) -> bool:
    return (not bounds or value >= bounds[0]) and (len(bounds) < 2 or value <= bounds[1])


def _near(row: Mapping[str, Any], cone: Sequence[float | None]) -> bool:
    ra, dec, radius = cone
    if ra is None or dec is None:
        return True
    limit = (DEFAULT_RADIUS_ARCSEC if radius is None else radius) / 3600
    return separation(row["meanra"], row["meandec"], ra, dec) <= limit


def _key(value: Any) -> tuple[bool, Any]:
    missing = value is None or (isinstance(value, float) and math.isnan(value))
    return missing, "" if missing else value
