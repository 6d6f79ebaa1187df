"""The cases as users of alerce 2.3.1 write them."""

from __future__ import annotations

import json
import os
import tempfile
import warnings
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any


def cases(facts: dict[str, Any]) -> dict[str, Callable[[], object]]:
    url = facts["url"]
    # Only a file named in the environment configures all services of version 2.3.1.
    config = json.loads(files("alerce").joinpath("default_config.json").read_text())
    config["ztf"]["ZTF_API_URL"] = url
    config["stamps_ztf"]["AVRO_URL"] = f"{url}/avro"
    path = Path(tempfile.mkdtemp()) / "config.json"
    path.write_text(json.dumps(config))
    os.environ["ALERCE_CONFIG_PATH"] = str(path)
    from alerce.core import Alerce

    warnings.simplefilter("ignore")
    client: Any = Alerce(CATSHTM_API_URL=f"{url}/catshtm")
    oid, (alert_oid, candid) = facts["oid"], facts["alert"]
    ra, dec, radius, catalog = facts["cone"]

    def ztf(method: str, *arguments: object, **options: object) -> Any:
        return getattr(client, method)(*arguments, survey="ztf", **options)

    return {
        "make": Alerce,
        "object": lambda: ztf("query_object", oid),
        "detections": lambda: ztf("query_detections", oid, format="pandas"),
        "votable": lambda: ztf("query_detections", oid, format="votable"),
        "page": lambda: ztf("query_objects", page_size=1000, order_by="oid"),
        "stamps": lambda: ztf("get_stamps", alert_oid, candid),
        "curves": lambda: [ztf("query_lightcurve", each) for each in facts["oids"]],
        "curves16": lambda: [ztf("query_lightcurve", each) for each in facts["oids"]],
        "cone": lambda: client.catshtm_conesearch(ra, dec, radius, catalog, "pandas"),
    }
