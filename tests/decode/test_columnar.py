"""Columns parsed from bytes equal those made from rows, whatever the service sends."""

from __future__ import annotations

import json
import math
from typing import Any

import httpx
import pandas as pd
import pytest
from alerce_api.column import Column
from alerce_api.ztf import columns as ztf_columns
from hypothesis import example, given
from hypothesis import strategies as st

from alerce import Alerce
from alerce.decode import columnar, fastjson
from alerce.exceptions import InvalidResponseError
from alerce.results import tables, ztf
from alerce.sandbox import Sandbox
from tests.conftest import SHARED, Answer, ScriptedServer

COLUMNS = (
    Column("class", "str", True, None, None, ""),
    Column("candid", "int64", True, None, None, ""),
    Column("magpsf", "float64", True, None, None, ""),
    Column("has stamp", "bool", True, None, None, ""),
    Column("mjd", "float64", True, None, None, ""),
)
LISTS = (*COLUMNS, Column("classes", "list", True, None, None, ""))
FITTING: dict[str, st.SearchStrategy[Any]] = {
    "class": st.none() | st.text(max_size=5) | st.sampled_from(["NaN", "\x00NaN", "Infinity"]),
    "candid": st.none() | st.integers(-(2**65), 2**65) | st.integers().map(str),
    "magpsf": st.none() | st.floats() | st.integers(),
    "has stamp": st.none() | st.booleans(),
    "mjd": st.floats(0, 1e5) | st.just(10**400),
    "classes": st.none() | st.lists(st.text(max_size=3) | st.floats(), max_size=3),
}
ANYTHING: st.SearchStrategy[Any] = st.sampled_from(
    ["x", 1, 1.5, True, -0.0, math.nan, [1], {}, "1.5", "NaN", None]
)
ROWS = st.lists(
    st.fixed_dictionaries(
        {}, optional={name: FITTING[name] | FITTING[name] | ANYTHING for name in FITTING}
    )
    | st.dictionaries(st.sampled_from(["class", "other"]), ANYTHING),
    max_size=6,
)
LIGHT_CURVE = SHARED / "data" / "live" / "lightcurve.json"


def outcome(cells: Any, columns: tuple[Column, ...]) -> Any:
    """Return columns in a form that can be compared, or the message of their refusal."""
    try:
        return [
            (each.column, each.data.dtype, repr(each.data.tolist()), each.missing.tolist())
            for each in tables.values_of(cells, columns)
        ]
    except InvalidResponseError as error:
        return str(error)


@given(ROWS, st.sampled_from([COLUMNS, LISTS]))
@example([{"candid": math.nan}], COLUMNS)
@example([{"magpsf": math.nan, "class": "\x00NaN"}], COLUMNS)
@example([{"magpsf": -math.inf, "mjd": "1.5"}], COLUMNS)
@example([{"classes": [math.nan]}, {"magpsf": math.inf}], LISTS)
def test_columns_read_from_bytes_are_those_of_the_rows(
    rows: list[dict[str, Any]], columns: tuple[Column, ...]
) -> None:
    body = json.dumps(rows).encode()
    found = columnar.rows(body, columns)
    if found is not None:
        assert found.length == len(rows)
        assert outcome(found, columns) == outcome(json.loads(body), columns)


@given(st.binary() | st.text(alphabet='[]{}:,"clas0123456789.-+eEINafinityu \\\n').map(str.encode))
@example(b"null")
@example(b"[1]")
@example(b'[{"class": "a"}, null]')
@example(b'[{"class": "a",}]')
@example(b'[{"class": "\\ud800"}]')
def test_what_is_no_list_of_rows_is_not_read(body: bytes) -> None:
    found = columnar.rows(body, COLUMNS)
    if found is not None:
        assert outcome(found, COLUMNS) == outcome(fastjson.loads(body), COLUMNS)


ORDINARY: list[dict[str, Any]] = [
    {"class": "SN", "candid": 576161491515015015, "magpsf": 1.5, "has stamp": True, "mjd": 5e4},
    {"class": None, "candid": "576161491515015016", "magpsf": 2, "mjd": math.nan},
    {"magpsf": math.inf, "has stamp": None},
]


@pytest.mark.parametrize("rows", [[], ORDINARY[:1], ORDINARY])
def test_ordinary_rows_are_read_without_a_closer_look(rows: list[dict[str, Any]]) -> None:
    assert columnar.rows(json.dumps(rows).encode(), COLUMNS) is not None


@pytest.mark.parametrize(
    "row",
    [{"other": 1}, {"class": 5}, {"has stamp": 1}, {"candid": 5.0}, {"candid": math.nan}],
)
def test_rows_that_are_not_as_promised_take_a_closer_look(row: dict[str, Any]) -> None:
    assert columnar.rows(json.dumps([row]).encode(), COLUMNS) is None


def test_each_list_of_an_object_is_read() -> None:
    wanted = (("detections", COLUMNS), ("limits", COLUMNS))
    body = json.dumps({"limits": ORDINARY[:1], "detections": ORDINARY}).encode()
    found = columnar.parts(body, wanted)
    assert found is not None
    assert {name: cells.length for name, cells in found.items()} == {"detections": 3, "limits": 1}
    assert outcome(found["detections"], COLUMNS) == outcome(ORDINARY, COLUMNS)


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {"detections": []},
        {"detections": [], "limits": None},
        {"detections": [], "limits": [], "other": 1},
        {"detections": [{"candid": math.nan}], "limits": []},
    ],
)
def test_an_object_that_is_not_as_promised_takes_a_closer_look(value: object) -> None:
    wanted = (("detections", COLUMNS), ("limits", COLUMNS))
    assert columnar.parts(json.dumps(value).encode(), wanted) is None


@pytest.mark.parametrize("more", [{}, {"classifier": {"a": 1}}, {"probability": math.nan}])
def test_a_page_is_the_same_table_whichever_way_it_is_read(
    more: dict[str, object], server: ScriptedServer, scripted: Alerce
) -> None:
    envelope = dict.fromkeys(("total", "page", "next", "prev"))
    page: dict[str, object] = {**envelope, "has_next": False, "has_prev": False}
    page["items"] = [{"oid": "ZTF1", "ndet": 5, "meanra": 1, **more}]
    answers = [page, {**page, "other": 1}]
    server.will(*(Answer(200, json.dumps(each).encode()) for each in answers))
    straight, closely = (scripted.query_objects(page_size=5) for _ in answers)
    pd.testing.assert_frame_equal(straight, closely)
    assert list(straight.oid) == ["ZTF1"]


@pytest.mark.skipif(not LIGHT_CURVE.exists(), reason="the live light curve is not here")
def test_the_live_light_curve_is_read_without_a_closer_look() -> None:
    body = json.loads(LIGHT_CURVE.read_text())["response"]["body"].encode()
    found, plain = columnar.parts(body, ztf.LIGHT_CURVE), json.loads(body)
    assert found is not None
    for name, columns in ztf.LIGHT_CURVE:
        assert outcome(found[name], columns) == outcome(plain[name], columns)


@pytest.mark.parametrize(
    ("route", "columns"),
    [
        ("detections", ztf_columns.DETECTION),
        ("non_detections", ztf_columns.NON_DETECTION),
        ("magstats", ztf_columns.MAGSTATS),
        ("probabilities", ztf_columns.PROBABILITY),
        ("features", ztf_columns.FEATURE),
    ],
)
def test_what_the_sandbox_sends_is_read_without_a_closer_look(
    route: str, columns: tuple[Column, ...], sandbox: Sandbox
) -> None:
    url = f"{sandbox.config['ZTF_API_URL']}/objects/ZTF18abbuksn/{route}"
    body = httpx.get(url, follow_redirects=True).content
    found = columnar.rows(body, columns)
    assert found is not None
    assert found.length > 1
    assert outcome(found, columns) == outcome(json.loads(body), columns)
