"""The second version of the ZTF API: forced photometry."""

import json
import re
from typing import Any, ClassVar

from starlette.responses import Response

from alerce.sandbox.answers import Call, raw_json
from alerce.sandbox.store import Store, Value

SURVEYS = ("all", "ztf", "atlas")
SENTINEL = 100.0
ROUTE = re.compile(r"/lightcurve/forced-photometry/([^/]+)")
COPIED = ("pid", "mag", "e_mag", "mag_corr", "e_mag_corr", "e_mag_corr_ext")
DETECTIONS = "SELECT * FROM detection WHERE oid = :oid ORDER BY mjd DESC"


class ZTF2Service:
    """Answers under ``/v2``.

    Parameters
    ----------
    store : Store
        The data served: forced photometry is made of the detections.
    """

    name: ClassVar[str] = "ztf2"
    prefix: ClassVar[str] = "/v2"
    one_at_a_time: ClassVar[bool] = False

    def __init__(self, store: Store) -> None:
        self._store = store

    def answer(self, call: Call) -> Response:
        """Return the forced photometry of an object, in no order of time."""
        match = ROUTE.fullmatch(call.path)
        if match is None:
            return _json({"detail": "Not Found"}, 404)
        if call.method != "GET":
            return _json({"detail": "Method Not Allowed"}, 405)
        survey = call.value("survey_id") or "all"
        if survey not in SURVEYS:
            return _json({"detail": f"Survey {survey} is none of {', '.join(SURVEYS)}"}, 400)
        rows: list[dict[str, Any]] = []
        for number, detection in enumerate(self._store.rows(DETECTIONS, {"oid": match[1]})):
            made_by = "atlas" if number % 5 == 4 else "ztf"
            if survey in ("all", made_by):
                rows.append(_row(detection, made_by))
        return _json(rows)


def _row(detection: dict[str, Value], survey: str) -> dict[str, Any]:
    oid, pid = str(detection["oid"]), detection["pid"]
    corrected = detection["magpsf_corr"]
    row: dict[str, Any] = {
        "candid": f"{oid}{pid!r}",
        "tid": survey,
        "sid": survey,
        "aid": None,
        "oid": oid,
        "pid": pid,
        "mjd": detection["mjd"],
        "fid": detection["fid"],
        "ra": detection["ra"],
        "e_ra": None,
        "dec": detection["dec"],
        "e_dec": None,
        "mag": detection["magpsf"],
        "e_mag": detection["sigmapsf"],
        "mag_corr": corrected,
        "e_mag_corr": detection["sigmapsf_corr"],
        "e_mag_corr_ext": SENTINEL if detection["dubious"] else detection["sigmapsf_corr_ext"],
        "isdiffpos": detection["isdiffpos"],
        "corrected": bool(detection["corrected"]),
        "dubious": bool(detection["dubious"]),
        "parent_candid": detection["candid"],
        "has_stamp": False,
    }
    extra = {
        "field": 700,
        "rcid": 15,
        "rfid": detection["rfid"],
        "programid": 1,
        "procstatus": "0",
        "sciinpseeing": 2.1,
        "scibckgnd": 180.5,
        "scisigpix": 9.4,
        "magzpsci": 26.2,
        "magzpsciunc": 1e-5,
        "magzpscirms": 0.03,
        "clrcoeff": -0.05,
        "clrcounc": 1e-5,
        "exptime": 30.0,
        "adpctdif1": 0.06,
        "adpctdif2": 0.06,
        "diffmaglim": detection["diffmaglim"],
        "distnr": detection["distnr"],
        "ranr": detection["ra"],
        "decnr": detection["dec"],
        "magnr": None,
        "sigmagnr": None,
        "chinr": None,
        "sharpnr": None,
        **{name: row[name] for name in COPIED},
    }
    return {**row, "extra_fields": extra}


def _json(value: object, status: int = 200) -> Response:
    return raw_json(json.dumps(value, separators=(",", ":")), status)
