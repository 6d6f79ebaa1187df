"""The synthetic data of the sandbox, repeated to the size that the cases need."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

from alerce.sandbox import synthetic
from alerce.sandbox.store import Dataset, Row

LONG = "ZTF17longcurve"
ALERT = ("ZTF18abkifng", 576161491515015015)
DETECTIONS = 2_000
LIGHT_CURVES = 500
OBJECTS = 50_000
SOURCES = 100_000
CATALOG = "GAIADR2"
RA, DEC = 200.0, 60.0


def dataset() -> tuple[Dataset, dict[str, object]]:
    """Return the data to serve, and the arguments of the cases for them."""
    data = synthetic.build()
    curves: dict[str, list[Row]] = defaultdict(list)
    for row in data.detection:
        curves[str(row[0])].append(row)
    candids = iter(range(3 * 10**18, 4 * 10**18))
    known = [row for row in data.object if str(row[0]) in curves]
    limits: dict[str, list[Row]] = defaultdict(list)
    for row in data.non_detection:
        limits[str(row[0])].append(row)

    some = [row for curve in curves.values() for row in curve]
    data.object.append((LONG, *known[0][1:]))
    data.detection += renamed(some[:: len(some) // DETECTIONS][:DETECTIONS], LONG, candids)

    for number in range(OBJECTS - len(known)):
        like = known[number % len(known)]
        oid = f"ZTF30a{number:06d}"
        data.object.append((oid, *like[1:]))
        data.probability.append((oid, "lc_classifier", "v", "SNIa", 0.5, 1))
        if number < LIGHT_CURVES:
            data.detection += renamed(curves[str(like[0])], oid, candids)
            data.non_detection += [(oid, *row[1:]) for row in limits[str(like[0])]]

    source = next(row for row in data.catalog_source if row[0] == CATALOG)
    for number in range(SOURCES):
        values = json.loads(str(source[3]))
        for name, value in values.items():
            if isinstance(value, float):
                values[name] = value * (1 + number / 7e6)
        ra, dec = RA + number * 1e-9, DEC + number * 1e-9
        data.catalog_source.append((CATALOG, ra, dec, json.dumps(values)))

    return data, {
        "oid": LONG,
        "alert": ALERT,
        "oids": [f"ZTF30a{number:06d}" for number in range(LIGHT_CURVES)],
        "cone": (RA, DEC, 1000.0, CATALOG),
    }


def renamed(rows: list[Row], oid: str, candids: Iterator[int]) -> list[Row]:
    """Return detections as those of another object, with new candids."""
    return [(oid, row[1], next(candids), *row[3:]) for row in rows]
