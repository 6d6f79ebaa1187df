"""Whatever is passed: a right result or an error of our family, within a time."""

from __future__ import annotations

import asyncio
import datetime
import math
import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerce import Alerce, AsyncAlerce
from alerce.exceptions import APIError
from tests.amounts import Record, many
from tests.wires import Wire, json_answer, wire

EXAMPLES = 140
LONGEST = 20
"""Seconds that no call may take, on however busy a machine."""

ODD: list[Any] = [
    math.nan,
    math.inf,
    -math.inf,
    0.0,
    -0.0,
    10**400,
    np.float32("nan"),
    np.float64(1.5),
    np.int64(7),
    np.bool_(True),
    np.str_("ZTF18abbuksn"),
    np.datetime64("NaT", "D"),
    np.array(3),
    np.array([]),
    np.array([1.0, math.nan]),
    np.ma.masked,
    pd.NA,
    pd.NaT,
    pd.Series(["ZTF18abbuksn"]),
    pd.DataFrame({"oid": ["a"]}),
    object(),
    object,
    len,
    datetime.date(2026, 1, 1),
    ...,
    [],
    (),
    {},
    set[object](),
    iter([]),
    b"ZTF18abbuksn",
    "ZTF18abbuksn",
    "pandas",
    ["a"] * 300,
    list(range(300)),
    range(5),
]
SCALARS: st.SearchStrategy[Any] = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.binary(max_size=20)
    | st.complex_numbers()
    | st.decimals()
    | st.fractions()
    | st.datetimes()
    | st.sampled_from(ODD)
)
ANYTHING = SCALARS | st.lists(SCALARS, max_size=4) | st.dictionaries(st.text(), SCALARS, max_size=3)
FORMATS = st.sampled_from(["json", "pandas", "votable", "csv", "models"]) | ANYTHING
FILTERS = st.dictionaries(
    st.sampled_from(
        [
            "oid",
            "oid_pattern",
            "classifier",
            "classifier_version",
            "class_name",
            "ranking",
            "ndet",
            "probability",
            "firstmjd",
            "lastmjd",
            "ra",
            "dec",
            "radius",
            "page",
            "page_size",
            "count",
            "order_by",
            "order_mode",
            "order_dir",
            "clas",
        ]
    ),
    ANYTHING,
    max_size=4,
)


def arguments(**strategies: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(strategies)


def options() -> st.SearchStrategy[dict[str, Any]]:
    names = "timeout retries max_size ca_bundle on_request on_response concurrency errors progress"
    return st.dictionaries(st.sampled_from(names.split()), ANYTHING, min_size=1, max_size=2)


def settings_of_a_client() -> st.SearchStrategy[dict[str, Any]]:
    keys = st.sampled_from(["ZTF_ROUTES", "AVRO_ROUTES", "CATSHTM_ROUTES", "x"])
    return arguments(object=ANYTHING | st.dictionaries(keys, ANYTHING, max_size=2))


CALLS: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "query_objects": FILTERS,
    "query_object": arguments(oid=ANYTHING, format=FORMATS),
    "query_detections": arguments(oid=ANYTHING, format=FORMATS, index=ANYTHING, sort=ANYTHING),
    "query_non_detections": arguments(oid=ANYTHING, format=FORMATS),
    "query_lightcurve": arguments(oid=ANYTHING, format=FORMATS),
    "query_magstats": arguments(oid=ANYTHING, format=FORMATS),
    "query_probabilities": arguments(oid=ANYTHING, format=FORMATS, classifier=ANYTHING),
    "query_features": arguments(oid=ANYTHING, format=FORMATS, fid=ANYTHING),
    "query_feature": arguments(oid=ANYTHING, name=ANYTHING, format=FORMATS),
    "query_classes": arguments(
        classifier_name=ANYTHING, classifier_version=ANYTHING, format=FORMATS
    ),
    "query_classifiers": arguments(format=FORMATS, index=ANYTHING),
    "query_limit_values": arguments(format=FORMATS, sort=ANYTHING),
    "get_stamps": arguments(oid=ANYTHING, candid=ANYTHING, format=FORMATS),
    "get_avro": arguments(oid=ANYTHING, candid=ANYTHING),
    "catshtm_conesearch": arguments(
        ra=ANYTHING, dec=ANYTHING, radius=ANYTHING, catalog_name=ANYTHING, format=FORMATS
    ),
    "catshtm_crossmatch": arguments(
        ra=ANYTHING, dec=ANYTHING, radius=ANYTHING, catalog_name=ANYTHING, format=FORMATS
    ),
    "catshtm_crossmatch_many": arguments(
        ra=ANYTHING, dec=ANYTHING, radius=ANYTHING, catalog_name=ANYTHING, format=FORMATS
    ),
    "catshtm_redshift": arguments(ra=ANYTHING, dec=ANYTHING, radius=ANYTHING),
    "catshtm_catalog_translator": arguments(catalog=ANYTHING),
    "send_query": arguments(query=ANYTHING, format=FORMATS, index=ANYTHING, sort=ANYTHING),
    "with_options": options(),
    "load_config_from_object": settings_of_a_client(),
}


def ask(client: Any, name: str, given_arguments: dict[str, Any]) -> Any:
    found = getattr(client, name)(**given_arguments)
    return found.query_limit_values() if name == "with_options" else found


PAGE: dict[str, object] = {
    "items": list[object](),
    "total": 0,
    "next": None,
    "has_next": False,
    "prev": None,
    "has_prev": False,
}


@pytest.fixture(scope="module")
def empty_wire() -> Iterator[Wire]:
    """Services that know nothing, quickly: what is asked is the test, not what comes back."""

    def answer(method: str, target: str) -> Any:
        path = target.split("?")[0]
        if path.endswith("/objects/"):
            return json_answer(PAGE)
        if "_all" in path or not path.startswith("/ztf") or path.count("/") == 4:
            return json_answer({})
        return json_answer([])

    with wire(answer) as served:
        yield served


@pytest.mark.filterwarnings("ignore::alerce.warnings.AlerceWarning")
@pytest.mark.parametrize("name", CALLS)
def test_any_argument(name: str, empty_wire: Wire, record_property: Record) -> None:
    count = 0
    said: set[str] = set()
    with asyncio.Runner() as runner, Alerce(**empty_wire.config) as client:
        awaited = AsyncAlerce(**empty_wire.config)

        async def directly(given_arguments: dict[str, Any]) -> Any:
            found = ask(awaited, name, given_arguments)
            return await found if asyncio.iscoroutine(found) else found

        @many(EXAMPLES)
        @given(given_arguments=CALLS[name])
        def check(given_arguments: dict[str, Any]) -> None:
            nonlocal count
            count += 1
            faces: list[Callable[[], Any]] = [
                lambda: ask(client, name, given_arguments),
                lambda: runner.run(directly(given_arguments)),
            ]
            for face in faces:
                started = time.monotonic()
                try:
                    face()
                except APIError as error:
                    said.add(str(error))
                assert time.monotonic() - started < LONGEST

        check()
        assert all(said)
        runner.run(awaited.aclose())
    record_property("figures", f"{2 * count} calls of {count} examples")
