"""Calls about many objects: order, failures, and threads that end."""

from __future__ import annotations

import asyncio
import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, Literal

import numpy as np
import pandas as pd
import pytest
from astropy.table import Table

from alerce import Alerce, AsyncAlerce
from alerce.bulk import failures
from alerce.exceptions import (
    APIError,
    ArgumentError,
    AuthorizationError,
    BulkError,
    ConnectionFailedError,
    ObjectNotFoundError,
)
from alerce.http.concurrency import Cancelled, Pending, async_for_each, for_each, sleep
from alerce.sandbox import Sandbox, lsst_sky
from alerce.types import Format
from alerce.warnings import AlerceWarning, FailedObjectsWarning
from tests import faces
from tests.conftest import Answer, ScriptedServer
from tests.faces import Face

pytestmark = pytest.mark.both_faces

GOOD = ["ZTF18abbuksn", "ZTF18accqogs", "ZTF19aakyhxi"]
BAD = "ZTF00unknown"
ASKED = [GOOD[0], BAD, *GOOD[1:]]


def oids_of(result: Any) -> list[str]:
    """Return the objects in a result of any format, in order."""
    if isinstance(result, str):
        oids: list[Any] = [line.split(",")[0] for line in result.splitlines()[1:]]
    elif hasattr(result, "failures"):
        oids = list(result)
    else:
        oids = list(result["oid"])
    return list(dict.fromkeys(map(str, oids)))


def ignore(item: object, outcome: object) -> None:
    """Ignore the outcome of an item."""


def table_column(oids: list[str], *, masked: bool) -> Any:
    table: Any = Table({"oid": oids}, masked=masked)
    return table["oid"]


FORMS: dict[str, Callable[[list[str]], Any]] = {
    "list": list,
    "tuple": tuple,
    "dict": dict.fromkeys,
    "generator": iter,
    "array": np.array,
    "Series": pd.Series,
    "Table column": lambda oids: table_column(oids, masked=False),
    "masked column": lambda oids: table_column(oids, masked=True),
}


@pytest.mark.parametrize("form", FORMS)
def test_several_are_whatever_holds_identifiers(client: Alerce, form: str) -> None:
    asked: Any = [GOOD[2], GOOD[0], GOOD[2]]
    found = client.query_magstats(FORMS[form](asked), "pandas")
    assert oids_of(found) == [GOOD[2], GOOD[0]]


@pytest.mark.parametrize("format", ["json", "models", "pandas", "votable", "csv"])
@pytest.mark.parametrize("method", ["query_object", "query_detections", "query_features"])
def test_one_bad_oid_never_loses_the_others(client: Alerce, method: str, format: Format) -> None:
    with pytest.raises(BulkError) as raised:
        getattr(client, method)(ASKED, format=format)
    error = raised.value
    assert oids_of(error.results) == GOOD
    assert list(error.failures) == [BAD]
    assert isinstance(error.failures[BAD], ObjectNotFoundError)
    assert error.code == 404
    assert BAD in str(error)


@pytest.mark.parametrize("format", ["json", "models", "pandas", "votable"])
def test_failures_come_back_by_name_and_reason(client: Alerce, format: Format) -> None:
    result = client.with_options(errors="return").query_detections(ASKED, format)
    assert oids_of(result) == GOOD
    assert list(failures(result)) == [BAD]
    assert "ObjectNotFoundError" in failures(result)[BAD]


MISFITS: dict[str, tuple[Callable[[Alerce, list[str], Format], Any], Any, Any]] = {
    "detections": (
        lambda client, oids, format: client.query_detections(oids, format),
        [{"mjd": 1.5, "fid": 1}],
        [{"mjd": "x", "fid": 1}],
    ),
    "lightcurve": (
        lambda client, oids, format: client.query_lightcurve(oids, format),
        {"detections": [{"fid": 1}], "non_detections": []},
        {"detections": [{"fid": 1}], "non_detections": [{"fid": 1.5}]},
    ),
    "object": (
        lambda client, oids, format: client.query_object(oids, format),
        {"ndet": 1},
        {"ndet": "many"},
    ),
    "wide": (
        lambda client, oids, format: client.query_features(oids, format, wide=True),
        [{"name": "a", "fid": 1, "version": "1", "value": 1.5}],
        [{"name": "a", "fid": 1, "version": "1", "value": "x"}],
    ),
}


ASKED_IN_TURN = ["ZTF1", "ZTF2", "ZTF3"]


@pytest.mark.parametrize("format", ["pandas", "votable"])
@pytest.mark.parametrize("method", MISFITS)
def test_an_answer_that_fits_no_column_loses_no_other(
    method: str, format: Format, server: ScriptedServer, scripted: Alerce
) -> None:
    ask, fits, misfit = MISFITS[method]
    bodies: list[Any] = [fits, misfit, fits]
    if method == "object":
        bodies = [{**each, "oid": oid} for oid, each in zip(ASKED_IN_TURN, bodies, strict=True)]
    server.will(*(Answer(200, json.dumps(each).encode()) for each in bodies))
    lenient = scripted.with_options(errors="return", concurrency=1)
    found = ask(lenient, ASKED_IN_TURN, format)
    table = found["detections"] if method == "lightcurve" else found
    assert len(table) == 2
    assert list(failures(found)) == ["ZTF2"]
    assert re.search(r"object ZTF2, column \w+: the service sent", failures(found)["ZTF2"])


def test_a_row_that_fits_no_column_loses_no_other_of_a_list(
    server: ScriptedServer, scripted: Alerce
) -> None:
    rows = [{"oid": "ZTF1", "ndet": 1}, {"oid": "ZTF2", "ndet": "many"}, {"oid": "ZTF3", "ndet": 3}]
    server.will(Answer(200, json.dumps({"total": None, "next": None, "items": rows}).encode()))
    found = scripted.with_options(errors="return").query_objects(oid=["ZTF3", "ZTF2", "ZTF1"])
    assert list(found.oid) == ["ZTF3", "ZTF1"]
    assert "object ZTF2, column ndet" in failures(found)["ZTF2"]


@pytest.mark.parametrize("format", ["json", "models", "pandas", "votable"])
def test_failures_of_light_curves_come_back(client: Alerce, format: Format) -> None:
    result = client.with_options(errors="return").query_lightcurve(ASKED, format)
    assert list(failures(result)) == [BAD]


@pytest.mark.parametrize("errors", ["raise", "warn", "return"])
def test_nothing_is_said_when_nothing_failed(
    client: Alerce, errors: Literal["raise", "warn", "return"]
) -> None:
    result = client.with_options(errors=errors).query_object(GOOD, "pandas")
    assert list(result.oid) == GOOD
    assert failures(result) == {}


@pytest.mark.parametrize(("errors", "format"), [("warn", "pandas"), ("return", "csv")])
def test_a_warning_points_to_the_call(
    client: Alerce, face: Face, errors: Literal["warn", "return"], format: Format
) -> None:
    lenient = client.with_options(errors=errors)
    with pytest.warns(FailedObjectsWarning, match=BAD) as caught:
        result = lenient.query_object(ASKED, format)
    assert oids_of(result) == GOOD
    assert issubclass(FailedObjectsWarning, AlerceWarning)
    caller = __file__ if face == "Alerce" else faces.__file__
    assert [warning.filename for warning in caught] == [caller]


def test_the_asynchronous_api_does_the_same(sandbox: Sandbox) -> None:
    async def ask() -> None:
        async with AsyncAlerce(**sandbox.config, errors="warn") as client:
            with pytest.warns(FailedObjectsWarning) as caught:
                found = await client.query_detections(ASKED)
            assert list(found) == GOOD
            assert [warning.filename for warning in caught] == [__file__]

    asyncio.run(ask())


def test_a_long_list_keeps_the_rows_of_the_parts_that_came(
    server: ScriptedServer, scripted: Alerce
) -> None:
    page = b'{"total": null, "next": null, "has_next": false, "items": [{"oid": "a"}]}'
    broken = Answer(500, b'{"message": "no"}', {"content-type": "application/json"})
    server.will(Answer(200, page), broken)
    oids = [f"ZTF{number}" for number in range(150)]
    one_by_one = scripted.with_options(errors="return", concurrency=1)
    found = one_by_one.query_objects(oid=oids)
    assert list(found.oid) == ["a"]
    assert list(failures(found)) == oids[100:]


def test_a_service_that_lets_nobody_in_is_asked_no_more(
    server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(Answer(200, b"[]"), Answer(401, b'"Expired Token"'))
    oids = [f"ZTF{number}" for number in range(20)]
    with pytest.raises(BulkError) as raised:
        scripted.with_options(concurrency=1).query_detections(oids)
    assert len(server.targets) == 2
    assert list(raised.value.results) == oids[:1]  # type: ignore[call-overload] # a dict here
    assert list(raised.value.failures) == oids[1:]
    assert {type(each) for each in raised.value.failures.values()} == {AuthorizationError}
    assert "not asked for" in str(raised.value.failures["ZTF19"])


def test_a_service_that_is_not_there_is_given_up(server: ScriptedServer) -> None:
    oids = [f"ZTF{number}" for number in range(40)]
    with (
        Alerce(ZTF_API_URL="http://127.0.0.1:9/", retries=0, concurrency=4) as client,
        pytest.raises(BulkError) as raised,
    ):
        client.query_detections(oids)
    assert len(raised.value.failures) == 40
    assert {type(each) for each in raised.value.failures.values()} == {ConnectionFailedError}


def test_a_bad_identifier_stops_the_call_before_any_request(
    server: ScriptedServer, scripted: Alerce
) -> None:
    with pytest.raises(ArgumentError):
        scripted.query_object(["ZTF1", "ZTF/2"])
    assert server.targets == []


@pytest.mark.parametrize("api", ["threads", "tasks"])
@pytest.mark.parametrize("limit", [1, 3])
def test_items_are_taken_as_they_are_needed(api: str, limit: int) -> None:
    taken: list[int] = []
    ahead: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(200):
            taken.append(number)
            yield number

    def note(item: int, outcome: int | APIError) -> None:
        done.append((item, outcome))
        ahead.append(len(taken) - len(done))

    async def double(number: int) -> int:
        await asyncio.sleep(0)
        return 2 * number

    done: list[tuple[int, int | APIError]] = []
    if api == "threads":
        for_each(lambda number: 2 * number, numbers(), limit, note)
    else:
        asyncio.run(async_for_each(double, numbers(), limit, note))
    assert sorted(done) == [(number, 2 * number) for number in range(200)]
    assert max(ahead) <= 3 * limit + 1


@pytest.mark.parametrize("api", ["threads", "tasks"])
def test_what_is_no_failure_of_a_service_ends_the_call(api: str) -> None:
    started: list[int] = []

    def fault(number: int) -> int:
        started.append(number)
        if number == 3:
            raise ZeroDivisionError
        return number

    async def async_fault(number: int) -> int:
        await asyncio.sleep(0)
        return fault(number)

    def run() -> None:
        if api == "threads":
            for_each(fault, range(1000), 4, ignore)
        else:
            asyncio.run(async_for_each(async_fault, range(1000), 4, ignore))

    with pytest.raises(ZeroDivisionError):
        run()
    assert len(started) < 1000
    assert not workers()


def test_an_interrupted_call_leaves_no_thread() -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        for_each(lambda number: sleep(60) if number else None, range(10), 4, interrupt)
    assert not workers()


def test_an_interrupted_request_leaves_no_thread() -> None:
    """The service does not answer, but the threads end."""
    arrived = threading.Semaphore(0)

    def interrupt(*_: object) -> None:
        for _each in range(3):
            arrived.acquire()
        raise KeyboardInterrupt

    with Sandbox(latency=60) as slow, Alerce(**slow.config) as client:
        watched = client.with_options(on_request=lambda _: arrived.release())

        def ask(oid: str) -> object:
            return watched.query_object(oid) if oid != "first" else None

        with pytest.raises(KeyboardInterrupt):
            for_each(ask, ["first", *GOOD], 4, interrupt)
        assert not workers()


def test_a_thread_that_cannot_be_woken_does_not_hold_up_an_interrupt() -> None:
    over = threading.Event()

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        for_each(lambda number: over.wait(60) if number else None, range(10), 4, interrupt)
    assert time.monotonic() - started < 10
    over.set()
    while workers():
        time.sleep(0.01)


def test_what_has_begun_can_be_given_up() -> None:
    pending = Pending(lambda: sleep(60))
    pending.cancel()
    with pytest.raises(Cancelled):
        pending.result()
    assert not workers()


def workers() -> list[str]:
    """Return the names of the SDK's threads that are alive."""
    mine = ("alerce-0", "alerce-1", "alerce-2", "alerce-3", "alerce-ahead")
    return [thread.name for thread in threading.enumerate() if thread.name in mine]


def test_failures_of_light_curves_of_lsst_are_told(client: Alerce) -> None:
    unknown = 5
    lenient = client.with_options(errors="return")
    found = lenient.lsst.query_lightcurve([lsst_sky.FIRST, unknown], format="pandas")
    assert list(failures(found)) == [str(unknown)]
