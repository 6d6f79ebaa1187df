"""The minimum for any Python client: raw httpx, the fastest JSON parser, one table."""

from __future__ import annotations

import functools
import itertools
import json
from collections.abc import Callable
from typing import Any

import httpx
import msgspec
import numpy as np
import orjson
import pandas as pd
import simdjson
from astropy.table import Table
from worker import least

INTEGERS = ("candid", "fid", "pid", "isdiffpos")
MAYBE_INTEGERS = ("nid", "rfid", "parent_candid")


def cases(facts: dict[str, Any]) -> dict[str, Callable[[], object]]:
    url = facts["url"]
    client = httpx.Client(trust_env=False)
    oid, (alert_oid, candid) = facts["oid"], facts["alert"]

    def rows(path: str) -> Any:
        return orjson.loads(client.get(url + path).content)

    def detections() -> pd.DataFrame:
        frame = pd.DataFrame(rows(f"/ztf/v1/objects/{oid}/detections"))
        kinds = dict.fromkeys(INTEGERS, "int64") | dict.fromkeys(MAYBE_INTEGERS, "Int64")
        return frame.astype({name: kind for name, kind in kinds.items() if name in frame})

    def votable() -> Table:
        found = rows(f"/ztf/v1/objects/{oid}/detections")
        columns: list[np.ma.MaskedArray] = []
        for name in dict.fromkeys(itertools.chain.from_iterable(found)):
            values = [row.get(name) for row in found]
            missing = [value is None for value in values]
            if any(missing):
                nothing = type(next((value for value in values if value is not None), 0.0))()
                values = [nothing if value is None else value for value in values]
            columns.append(np.ma.MaskedArray(np.array(values), mask=missing))
        return Table(columns, copy=False)

    def parsers() -> dict[str, float]:
        body = client.get(f"{url}/ztf/v1/objects/{oid}/detections").content
        known: dict[str, Callable[[bytes], object]] = {
            "json": json.loads,
            "orjson": orjson.loads,
            "msgspec": msgspec.json.decode,
            "pysimdjson": simdjson.loads,
        }
        return {name: least(functools.partial(loads, body)) for name, loads in known.items()}

    return {
        "parsers": parsers,
        "object": lambda: rows(f"/ztf/v1/objects/{oid}"),
        "detections": detections,
        "votable": votable,
        "page": lambda: client.get(f"{url}/ztf/v1/objects/?page_size=1000&order_by=oid").content,
        "stamps": lambda: (
            client.get(f"{url}/avro/get_avro?candid={candid}&oid={alert_oid}").content
        ),
    }
