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

from .amounts import Record, many
from .wires import Wire, json_answer, wire

EXAMPLES = 250
LONGEST = 20
"""Seconds that no call may take, on however busy a machine."""

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
    | st.sampled_from(
        [
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
            np.datetime64("NaT"),
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
    )
)
ANYTHING = SCALARS | st.lists(SCALARS, max_size=4) | st.dictionaries(st.text(), SCALARS, max_size=3)
FORMATS = st.sampled_from(["json", "pandas", "votable", "csv", "models"]) | ANYTHING
FILTERS = st.dictionaries(
    st.sampled_from(
        ["oid", "oid_pattern", "classifier", "classifier_version", "class_name", "ranking", "ndet", "probability", "firstmjd", "lastmjd", "ra", "dec", "radius", "page", "page_size", "count", "order_by", "order_mode", "order_dir", "clas"]
    ),
    ANYTHING,
    max_size=4,
)

CALLS: dict[str, tuple[Callable[..., Any], tuple[st.SearchStrategy[Any], ...]]] = {
    "query_objects": (
        lambda client, format, filters: client.query_objects(format, **filters),
        (FORMATS, FILTERS),
    ),
    "query_object": (lambda client, *each: client.query_object(*each), (ANYTHING, FORMATS)),
    "query_detections": (
        lambda client, *each: client.query_detections(*each),
        (ANYTHING, FORMATS, ANYTHING, ANYTHING),
    ),
    "query_non_detections": (
        lambda client, *each: client.query_non_detections(*each),
        (ANYTHING, FORMATS),
    ),
    "query_lightcurve": (lambda client, *each: client.query_lightcurve(*each), (ANYTHING, FORMATS)),
    "query_magstats": (lambda client, *each: client.query_magstats(*each), (ANYTHING, FORMATS)),
    "query_probabilities": (
        lambda client, oid, format, name: client.query_probabilities(oid, format, classifier=name),
        (ANYTHING, FORMATS, ANYTHING),
    ),
    "query_features": (
        lambda client, oid, format, fid: client.query_features(oid, format, fid=fid),
        (ANYTHING, FORMATS, ANYTHING),
    ),
    "query_feature": (
        lambda client, *each: client.query_feature(*each),
        (ANYTHING, ANYTHING, FORMATS),
    ),
    "query_classes": (
        lambda client, *each: client.query_classes(*each),
        (ANYTHING, ANYTHING, FORMATS),
    ),
    "query_classifiers": (
        lambda client, *each: client.query_classifiers(*each),
        (FORMATS, ANYTHING),
    ),
    "query_limit_values": (
        lambda client, *each: client.query_limit_values(*each),
        (FORMATS, ANYTHING),
    ),
    "get_stamps": (lambda client, *each: client.get_stamps(*each), (ANYTHING, ANYTHING, FORMATS)),
    "get_avro": (lambda client, *each: client.get_avro(*each), (ANYTHING, ANYTHING)),
    "catshtm_conesearch": (
        lambda client, *each: client.catshtm_conesearch(*each),
        (ANYTHING, ANYTHING, ANYTHING, ANYTHING, FORMATS),
    ),
    "catshtm_crossmatch": (
        lambda client, *each: client.catshtm_crossmatch(*each),
        (ANYTHING, ANYTHING, ANYTHING, ANYTHING, FORMATS),
    ),
    "catshtm_redshift": (
        lambda client, *each: client.catshtm_redshift(*each),
        (ANYTHING, ANYTHING, ANYTHING),
    ),
    "catshtm_catalog_translator": (
        lambda client, name: client.catshtm_catalog_translator(name),
        (ANYTHING,),
    ),
    "send_query": (
        lambda client, *each: client.send_query(*each),
        (ANYTHING, FORMATS, ANYTHING, ANYTHING),
    ),
    "with_options": (
        lambda client, name, value: client.with_options(**{name: value}).query_limit_values(),
        (
            st.sampled_from(
                ["timeout", "retries", "max_size", "ca_bundle", "on_request", "on_response"]
            ),
            ANYTHING,
        ),
    ),
    "load_config_from_object": (
        lambda client, config: client.load_config_from_object(config),
        (
            st.dictionaries(
                st.sampled_from(["ZTF_ROUTES", "AVRO_ROUTES", "x"]), ANYTHING, max_size=2
            ),
        ),
    ),
}

EMPTY = {
    "objects": {
        "items": [],
        "total": 0,
        "next": None,
        "has_next": False,
        "prev": None,
        "has_prev": False,
    }
}


@pytest.fixture(scope="module")
def empty_wire() -> Iterator[Wire]:
    """Services that know nothing, quickly: what is asked is the test, not what comes back."""

    def answer(method: str, target: str) -> Any:
        path = target.split("?")[0]
        if path.endswith("/objects/"):
            return json_answer(EMPTY["objects"])
        if "_all" in path or not path.startswith("/ztf") or path.count("/") == 4:
            return json_answer({})
        return json_answer([])

    with wire(answer) as served:
        yield served


@pytest.mark.parametrize("name", CALLS)
def test_any_argument(name: str, empty_wire: Wire, record_property: Record) -> None:
    ask, strategies = CALLS[name]
    count = 0
    said: set[str] = set()
    with (
        asyncio.Runner() as runner,
        Alerce(**empty_wire.config) as client,
    ):
        awaited = AsyncAlerce(**empty_wire.config)

        async def directly(given_arguments: tuple[Any, ...]) -> Any:
            found = ask(awaited, *given_arguments)
            return await found if asyncio.iscoroutine(found) else found

        @many(EXAMPLES)
        @given(arguments=st.tuples(*strategies))
        def check(arguments: tuple[Any, ...]) -> None:
            nonlocal count
            count += 1
            for face in (lambda: ask(client, *arguments), lambda: runner.run(directly(arguments))):
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
