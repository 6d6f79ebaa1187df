"""A folder of real ZTF alert packets as the sandbox's data.

Objects, light curves and statistics are derived from the packets; stamps and packets are handed
out byte for byte. Classifications are not in the packets. So that queries by class have something
to find, a plain rule is served under the classifier name ``sandbox_rule``: it looks at the last
alert's nearness to a Solar System body, its real-bogus score and its star-galaxy score, and is no
substitute for a classifier.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean, median, stdev
from typing import cast

from alerce.astronomy import photometry
from alerce.sandbox.packets import JD_ZERO, mapping, read
from alerce.sandbox.store import Dataset, Row, Value, encode

CLASSIFIER, VERSION = "sandbox_rule", "sandbox_rule_1"
CLASSES = ("AGN", "SN", "VS", "asteroid", "bogus")
STEP = "sandbox"
# A counterpart in the reference image nearer than this (arcsec) makes photometry correctable.
NEAR = 1.4


def _dictionary() -> dict[int, dict[str, Value]]:
    return {}


def _limits() -> dict[tuple[float, int], float | None]:
    return {}


@dataclass
class _Object:
    oid: str
    candidate: Mapping[str, object]
    detections: dict[int, dict[str, Value]] = field(default_factory=_dictionary)
    limits: dict[tuple[float, int], float | None] = field(default_factory=_limits)


def read_folder(folder: Path) -> Dataset:
    """Return the data in the ``*.avro`` packets of `folder`.

    Raises
    ------
    ValueError
        If the folder holds no packet, or one that cannot be read.
    """
    paths = sorted(folder.glob("*.avro"))
    if not paths:
        raise ValueError(f"no alert packets (*.avro) in {folder}")
    data = Dataset("alerts")
    data.taxonomy.append((CLASSIFIER, VERSION, "|".join(CLASSES)))
    objects: dict[str, _Object] = {}
    for path in paths:
        content = path.read_bytes()
        try:
            record = read(content)
        except ValueError as error:
            raise ValueError(f"{path}: {error}") from error
        oid, candid = str(record["objectId"]), int(str(record["candid"]))
        candidate = mapping(record["candidate"])
        known = objects.setdefault(oid, _Object(oid, candidate))
        if _real(candidate, "jd") >= _real(known.candidate, "jd"):
            known.candidate = candidate
        known.detections[candid] = _detection(oid, candidate, parent=None)
        _history(known, record["prv_candidates"], candid)
        data.packet.append((candid, oid, content))
    for known in objects.values():
        _add(data, known)
    return data


def _real(row: Mapping[str, object], name: str) -> float:
    value = row.get(name)
    return float(value) if isinstance(value, int | float) else math.nan


def _number(row: Mapping[str, object], name: str) -> float | str | None:
    value = row.get(name)
    return encode(float(value)) if isinstance(value, int | float) else None


def _whole(row: Mapping[str, object], name: str) -> int | None:
    value = row.get(name)
    return int(value) if isinstance(value, int | float) else None


def _detection(oid: str, row: Mapping[str, object], parent: int | None) -> dict[str, Value]:
    """Return the row of `detection` for a candidate, `parent` for one known from a later alert."""
    positive = str(row.get("isdiffpos")) in ("t", "1")
    total, error, extended = _corrected(row, positive)
    return {
        "oid": oid,
        "mjd": _real(row, "jd") - JD_ZERO,
        "candid": _whole(row, "candid"),
        "fid": _whole(row, "fid"),
        "pid": _whole(row, "pid"),
        "diffmaglim": _number(row, "diffmaglim"),
        "isdiffpos": 1 if positive else -1,
        "nid": _whole(row, "nid"),
        "distnr": _number(row, "distnr"),
        "magpsf": _number(row, "magpsf"),
        "magpsf_corr": total,
        "magpsf_corr_ext": None,
        "magap": _number(row, "magap"),
        "magap_corr": None,
        "sigmapsf": _number(row, "sigmapsf"),
        "sigmapsf_corr": error,
        "sigmapsf_corr_ext": extended,
        "sigmagap": _number(row, "sigmagap"),
        "sigmagap_corr": None,
        "ra": _real(row, "ra"),
        "dec": _real(row, "dec"),
        "rb": _number(row, "rb"),
        "rbversion": str(row.get("rbversion") or ""),
        "drb": _number(row, "drb"),
        "magapbig": _number(row, "magapbig"),
        "sigmagapbig": _number(row, "sigmagapbig"),
        "rfid": _whole(row, "rfid"),
        "has_stamp": int(parent is None),
        "corrected": int(total is not None),
        "dubious": 0,
        "candid_alert": None,
        "step_id_corr": STEP,
        "phase": 0.0,
        "parent_candid": parent,
    }


def _corrected(
    row: Mapping[str, object], positive: bool
) -> tuple[float | None, float | None, float | None]:
    """Return the magnitude with the reference's flux added back, and its two errors."""
    near, reference = _real(row, "distnr"), _real(row, "magnr")
    measured = _real(row, "magpsf"), _real(row, "sigmapsf"), reference, _real(row, "sigmagnr")
    if not near < NEAR or any(map(math.isnan, measured)):
        return None, None, None
    mag, error, _, reference_error = measured
    found = photometry.corrected(mag, error, 1 if positive else -1, reference, reference_error)
    total, point, extended = map(float, found)
    return total, point, extended


def _history(known: _Object, previous: object, parent: int) -> None:
    entries = cast("list[object]", previous) if isinstance(previous, list) else []
    for entry in entries:
        row = mapping(entry)
        candid = _whole(row, "candid")
        if candid is None:
            limit = _real(row, "diffmaglim")
            key = (_real(row, "jd") - JD_ZERO, _whole(row, "fid") or 0)
            known.limits[key] = None if math.isnan(limit) else limit
        elif candid not in known.detections:
            known.detections[candid] = _detection(known.oid, row, parent)


def _floats(rows: list[dict[str, Value]], name: str) -> list[float]:
    return [float(value) for row in rows if isinstance(value := row[name], int | float)]


def _add(data: Dataset, known: _Object) -> None:
    rows = sorted(known.detections.values(), key=lambda row: float(str(row["mjd"])))
    data.detection += [tuple(row.values()) for row in rows]
    data.non_detection += [
        (known.oid, mjd, fid, limit) for (mjd, fid), limit in sorted(known.limits.items())
    ]
    data.object.append(_object_row(known, rows))
    for fid in (1, 2, 3):
        own = [row for row in rows if row["fid"] == fid]
        if own:
            data.magstat.append(_magstat_row(known, fid, own))
    top = _rule(known)
    order = [top, *(name for name in CLASSES if name != top)]
    for rank, name in enumerate(order, start=1):
        share = 0.6 if rank == 1 else 0.1
        data.probability.append((known.oid, CLASSIFIER, VERSION, name, share, rank))


def _colour(rows: list[dict[str, Value]], column: str, brightest: bool) -> float | None:
    g = _floats([row for row in rows if row["fid"] == 1], column)
    r = _floats([row for row in rows if row["fid"] == 2], column)
    if not g or not r:
        return None
    return min(g) - min(r) if brightest else fmean(g) - fmean(r)


def _spread(values: list[float]) -> float | None:
    return stdev(values) if len(values) > 1 else None


def _object_row(known: _Object, rows: list[dict[str, Value]]) -> Row:
    candidate = known.candidate
    times, ra, dec = _floats(rows, "mjd"), _floats(rows, "ra"), _floats(rows, "dec")
    start, end = _real(candidate, "jdstarthist"), _real(candidate, "jdendhist")
    return (
        known.oid,
        str(_whole(candidate, "ndethist")),
        _whole(candidate, "ncovhist"),
        None if math.isnan(start) else start - JD_ZERO,
        None if math.isnan(end) else end - JD_ZERO,
        int(any(row["corrected"] for row in rows)),
        int(_stellar(candidate)),
        len(rows),
        _colour(rows, "magpsf", brightest=True),
        _colour(rows, "magpsf_corr", brightest=True),
        _colour(rows, "magpsf", brightest=False),
        _colour(rows, "magpsf_corr", brightest=False),
        times[0],
        times[-1],
        times[-1] - times[0],
        fmean(ra),
        fmean(dec),
        _spread(ra),
        _spread(dec),
        STEP,
    )


def _magstat_row(known: _Object, fid: int, rows: list[dict[str, Value]]) -> Row:
    mags, times = _floats(rows, "magpsf"), _floats(rows, "mjd")
    return (
        known.oid,
        fid,
        int(_stellar(known.candidate)),
        int(any(row["corrected"] for row in rows)),
        len(rows),
        0,
        fmean(mags) if mags else None,
        median(mags) if mags else None,
        max(mags, default=None),
        min(mags, default=None),
        _spread(mags),
        mags[-1] if mags else None,
        mags[0] if mags else None,
        times[0],
        times[-1],
        STEP,
    )


def _stellar(candidate: Mapping[str, object]) -> bool:
    return _real(candidate, "distpsnr1") < NEAR and _real(candidate, "sgscore1") > 0.5


def _rule(known: _Object) -> str:
    candidate = known.candidate
    if 0 <= _real(candidate, "ssdistnr") < 5:
        return "asteroid"
    if _real(candidate, "rb") < 0.3:
        return "bogus"
    if _stellar(candidate):
        return "VS"
    return "AGN" if _real(candidate, "distnr") < NEAR else "SN"
