"""The least that any Python client could do: raw httpx, the fastest JSON parser, one table."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from typing import Any

import httpx
import msgspec
import orjson
import pandas as pd
import simdjson
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
        "page": lambda: client.get(f"{url}/ztf/v1/objects/?page_size=1000&order_by=oid").content,
        "stamps": lambda: (
            client.get(f"{url}/avro/get_avro?candid={candid}&oid={alert_oid}").content
        ),
    }
