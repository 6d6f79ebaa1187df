"""The cases with this SDK."""

from __future__ import annotations

import functools
import itertools
import json
import math
import tracemalloc
import warnings
from collections.abc import Callable
from typing import Any

import httpx
import pandas as pd
from alerce_api.ztf.columns import DETECTION
from worker import least

from alerce import Alerce
from alerce.decode import columnar, fastjson
from alerce.decode.cells import cells_of
from alerce.results.tables import to_pandas


def cases(facts: dict[str, Any]) -> dict[str, Callable[[], object]]:
    url = facts["url"]
    warnings.simplefilter("ignore")
    client = Alerce(
        ZTF_API_URL=f"{url}/ztf/v1", AVRO_URL=f"{url}/avro", CATSHTM_API_URL=f"{url}/catshtm"
    )
    oid, (alert_oid, candid) = facts["oid"], facts["alert"]
    ra, dec, radius, catalog = facts["cone"]

    def walk() -> dict[str, float]:
        """Return how much the peak memory grows over all rows, in pages."""
        tracemalloc.start()
        before = tracemalloc.get_traced_memory()[0]
        held = client.query_objects("json", page_size=1000, order_by="oid")
        page = tracemalloc.get_traced_memory()[0] - before
        del held
        rows = client.iter_objects()
        for _ in itertools.islice(rows, 5000):
            pass
        early = tracemalloc.get_traced_memory()[1]
        number = 5000 + sum(1 for _ in rows)
        late = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return {"rows": number, "peak": (late - before) / page, "growth": (late - early) / page}

    def odd_numbers() -> dict[str, float]:
        """Return the seconds from bytes to a table, without and with bare NaN and Infinity."""
        body = httpx.get(f"{url}/ztf/v1/objects/{oid}/detections").content
        rows = json.loads(body)
        for row in rows[::20]:
            row["magpsf"], row["sigmapsf"] = math.nan, math.inf
        bodies = {"plain": body, "odd": json.dumps(rows, separators=(",", ":")).encode()}
        return {name: least(functools.partial(frame, each)) for name, each in bodies.items()}

    def frame(body: bytes) -> pd.DataFrame:
        cells = columnar.rows(body, DETECTION)
        if cells is None:
            raise RuntimeError("the body must be read by row")
        return to_pandas(cells, DETECTION)

    def parsers() -> dict[str, float]:
        """Return the seconds from bytes to rows, from rows to columns, and from bytes to columns."""
        body = httpx.get(f"{url}/ztf/v1/objects/{oid}/detections").content
        return {
            "rows": least(functools.partial(fastjson.loads, body)),
            "columns": least(functools.partial(columnar.rows, body, DETECTION)),
            "rows to columns": least(functools.partial(cells_of, fastjson.loads(body))),
        }

    return {
        "walk": walk,
        "odd": odd_numbers,
        "columns": parsers,
        "curves16": lambda: client.with_options(concurrency=16).query_lightcurve(facts["oids"]),
        "make": Alerce,
        "object": lambda: client.query_object(oid),
        "detections": lambda: client.query_detections(oid, format="pandas"),
        "votable": lambda: client.query_detections(oid, format="votable"),
        "page": lambda: client.query_objects(page_size=1000, order_by="oid"),
        "stamps": lambda: client.get_stamps(alert_oid, candid),
        "curves": lambda: client.query_lightcurve(facts["oids"]),
        "cone": lambda: client.catshtm_conesearch(ra, dec, radius, catalog, "pandas"),
    }
