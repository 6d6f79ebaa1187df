"""The cases with this SDK."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from alerce import Alerce


def cases(facts: dict[str, Any]) -> dict[str, Callable[[], object]]:
    url = facts["url"]
    client = Alerce(
        ZTF_API_URL=f"{url}/ztf/v1", AVRO_URL=f"{url}/avro", CATSHTM_API_URL=f"{url}/catshtm"
    )
    oid, (alert_oid, candid) = facts["oid"], facts["alert"]
    ra, dec, radius, catalog = facts["cone"]
    return {
        "make": Alerce,
        "object": lambda: client.query_object(oid),
        "detections": lambda: client.query_detections(oid, format="pandas"),
        "votable": lambda: client.query_detections(oid, format="votable"),
        "page": lambda: client.query_objects(page_size=1000, order_by="oid"),
        "stamps": lambda: client.get_stamps(alert_oid, candid),
        "curves": lambda: client.query_lightcurve(facts["oids"]),
        "cone": lambda: client.catshtm_conesearch(ra, dec, radius, catalog, "pandas"),
    }
