"""The migration page, followed: its code runs, and so do three programs of older kinds.

Each program stands here as it was and as the page has it. What changed is asserted line by line:
a line that has to change fails with a message, and one that need not gives what it gave.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from alerce.config import ENVIRONMENT_VARIABLE
from alerce.core import Alerce
from alerce.exceptions import (
    APIError,
    ArgumentError,
    CandidError,
    ObjectNotFoundError,
    ServerError,
    TransportError,
)
from alerce.sandbox import Sandbox, lsst_sky

PAGE = Path(__file__).parents[2] / "docs" / "migration.md"
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
ALERT_OID, CANDID = "ZTF18abkifng", 576161491515015015


@pytest.mark.parametrize("block", BLOCKS)
def test_the_code_of_the_page_runs(client: Alerce, block: str) -> None:
    exec(compile(block, str(PAGE), "exec"), {"client": client})  # noqa: S102 (our own page)


def test_every_name_of_the_page_exists() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for name in re.findall(r"client\.(query_\w+|catshtm_\w+|get_\w+|send_query)", text):
        assert hasattr(Alerce, name)
    for name in re.findall(r"alerce\.exceptions\.(\w+)", text):
        assert issubclass(getattr(__import__("alerce.exceptions").exceptions, name), APIError)


# 1. A script for 1.x: pages until one is short, a table of each object, retries by hand.


def script_for_1(client: Any) -> tuple[pd.DataFrame, list[str]]:
    pages: list[Any] = []
    for page in range(1, 100):
        found = client.query_objects(
            format="pandas",
            classifier="lc_classifier",
            class_name="SNIa",
            order_by="oid",
            page=page,
            page_size=20,
        )
        pages.append(found)
        if len(found) < 20:
            break
    objects = pd.concat(pages)
    frames: list[Any] = []
    failed: list[str] = []
    for oid in [*objects.oid.unique()[:5], "ZTF00unknown"]:
        for _ in range(3):
            try:
                detections = client.query_detections(oid, format="pandas", sort="mjd")
                detections["oid"] = oid
                frames.append(detections)
                break
            except Exception as error:  # noqa: BLE001 (as the script has it)
                # Of the error's text, since the address in it can hold any number.
                if "50" not in str(error).partition(" (")[0]:
                    failed.append(oid)
                    break
    return pd.concat(frames), failed


def script_for_1_moved(client: Any) -> tuple[pd.DataFrame, list[str]]:
    # In the order of oid, as every walk.
    objects = client.query_objects(classifier="lc_classifier", class_name="SNIa", page="all")
    asked = [*objects.oid.unique()[:5], "ZTF00unknown"]
    detections = client.with_options(errors="return").query_detections(
        asked, format="pandas", sort="mjd"
    )
    return detections, list(detections.attrs["failures"])


@pytest.mark.filterwarnings("ignore::alerce.warnings.RepeatedObjectsWarning")
@pytest.mark.filterwarnings("ignore::alerce.warnings.EmptyResultWarning")
def test_a_script_for_1_gives_what_it_gave_and_needs_less(client: Alerce) -> None:
    before, failed = script_for_1(client)
    after, failed_after = script_for_1_moved(client)
    assert failed == failed_after == ["ZTF00unknown"]
    assert sorted(before.candid) == sorted(after.candid)
    assert set(before.oid) == set(after.oid)


# 2. A notebook for 2.x: survey= everywhere, open ranges, a misspelt filter, stamps.


def notebook_for_2(client: Any) -> tuple[pd.DataFrame, Any, list[Any]]:
    objects = client.query_objects(
        survey="ztf",
        classifier="lc_classifier",
        class_name="SNIa",
        probability="0.1",
        ndet=[10, None],
        firstmjd=[None, 60000],
        order_by="probability",
        order_mode="DESC",
        page_size=5,
        format="pandas",
    )
    oid = objects.oid[0]
    light_curve = client.query_lightcurve(oid, survey="ztf", format="pandas")
    detections = light_curve["detections"]
    magstats = client.query_magstats(oid, "pandas", "ztf", "fid")
    assert set(magstats.index) <= {1, 2, 3}
    stamps = client.get_stamps(ALERT_OID, CANDID, None, False, "numpy", "ztf")
    return objects, detections, stamps


@pytest.mark.filterwarnings("ignore::alerce.warnings.RepeatedObjectsWarning")
def test_a_notebook_for_2_runs_with_its_light_curves_moved(client: Alerce) -> None:
    objects, detections, stamps = notebook_for_2(client)
    assert objects.ndet.min() >= 10
    assert objects.firstmjd.max() <= 60000
    assert objects.probability.is_monotonic_decreasing
    assert np.isfinite(detections.mjd).all()
    assert [stamp.shape for stamp in stamps] == [(63, 63)] * 3


OLD_LINES: dict[str, tuple[Callable[[Any], object], type[Exception], str]] = {
    "order_dir": (
        lambda client: client.query_objects(survey="ztf", order_by="oid", order_dir="ASC"),
        ArgumentError,
        "did you mean 'order_mode'",
    ),
    "the name of a stamp of LSST": (
        lambda client: client.get_stamps(lsst_sky.FIRST, survey="lsst")["cutoutScience"],
        KeyError,
        "cutoutScience",
    ),
    "the text of a query": (
        lambda client: json.loads(client.send_query("SELECT oid FROM object", format="json")),
        TypeError,
        "not list",
    ),
    "the list in a frame of one row": (
        lambda client: client.query_lightcurve("ZTF18abbuksn", "pandas")["detections"][0],
        KeyError,
        r'query_lightcurve\(oid, format="json"\)',
    ),
    "the row of a frame of one row": (
        lambda client: client.query_lightcurve("ZTF18abbuksn", "pandas").iloc[0],
        AttributeError,
        r"lc\.detections\.iloc",
    ),
    "session": (lambda client: client.session, AttributeError, "session"),
    "several positions": (
        lambda client: client.catshtm_crossmatch([10.0, 11.0], [20.0, 21.0], 20, "GAIA/DR1"),
        ArgumentError,
        "catshtm_crossmatch_many",
    ),
    "no stamp": (
        lambda client: client.get_stamps(ALERT_OID, CANDID + 1),
        CandidError,
        "alert 576161491515015016",
    ),
}


@pytest.mark.parametrize("line", OLD_LINES)
def test_a_line_that_has_to_change_says_so(client: Alerce, line: str) -> None:
    run, kind, said = OLD_LINES[line]
    with pytest.raises(kind, match=said):
        run(client)


# 3. A service for 2.x: a configuration in sections, SQL, errors that are caught by kind.


def service_for_2(client: Any) -> tuple[pd.DataFrame, list[dict[str, Any]], list[str]]:
    text = client.send_query("SELECT oid, ndet FROM object ORDER BY oid LIMIT 5")
    frame = pd.read_csv(io.StringIO(text))
    rows = client.send_query("SELECT oid, ndet FROM object ORDER BY oid LIMIT 5", format="json")
    outcomes: list[str] = []
    for oid in (frame.oid[0], "ZTF00unknown"):
        try:
            client.query_object(oid, survey="ztf")
            outcomes.append("found")
        except ObjectNotFoundError as error:
            outcomes.append(str(error.code))
        except (ServerError, TransportError):
            outcomes.append("later")
    return frame, rows, outcomes


@pytest.mark.parametrize("way", ["environment", "object"])
def test_a_service_for_2_runs_with_its_configuration(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    nested = {
        "ztf": {
            "ZTF_API_URL": sandbox.url,
            "ZTF_ROUTES": {
                "objects": "/ztf/v1/objects",
                "single_object": "/ztf/v1/objects/%s",
                "forced_photometry": "/v2/lightcurve/forced-photometry/%s",
            },
            "ZTF_DB_API_URL": f"{sandbox.url}/dbquery/v1/db/",
        },
        "stamps_ztf": {
            "AVRO_URL": f"{sandbox.url}/avro",
            "AVRO_ROUTES": {"get_stamp": "/get_stamp", "get_avro": "/get_avro"},
        },
        "multisurvey": {"URL_MS": sandbox.url, "ROUTES_MS": {"objects": "object_api/list_objects"}},
    }
    if way == "environment":
        path = tmp_path / "alerce.json"
        path.write_text(json.dumps(nested), encoding="utf-8")
        monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(path))
    with Alerce() as client:
        if way == "object":
            client.load_config_from_object(nested)
        frame, rows, outcomes = service_for_2(client)
        assert client.get_avro(ALERT_OID, CANDID)[:3] == b"Obj"
    assert rows == frame.to_dict("records")
    assert outcomes == ["found", "404"]
