"""Alerts, periods and summaries of many objects: by name, in order, with failures."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest

from alerce import Alerce, AsyncAlerce
from alerce.arguments.checks import Many
from alerce.bulk import failures
from alerce.exceptions import ArgumentError, BulkError, CandidError
from alerce.sandbox import Sandbox
from tests.conftest import ScriptedServer

pytestmark = pytest.mark.both_faces

OIDS = ["ZTF18accqogs", "ZTF18abkifng", "ZTF18abbuksn"]
OID = OIDS[1]
UNKNOWN = "ZTF00unknown"


@pytest.fixture
def owners(client: Alerce) -> dict[str, str]:
    """Alerts of several objects with their oids, not in the order of their candids."""
    found = client.query_detections(OIDS)
    return {
        str(row["candid"]): oid
        for oid in OIDS
        for row in [row for row in found[oid] if row["has_stamp"]][2::-1]
    }


def as_int64(texts: list[str]) -> object:
    return pd.Series([int(text) for text in texts])


def same(found: Any, expected: Any) -> bool:
    return all(
        np.array_equal(one.data, other.data, equal_nan=True)
        for one, other in zip(found, expected, strict=True)
    )


def test_the_first_stamps_of_several_objects_are_by_oid(client: Alerce) -> None:
    found = client.get_stamps(OIDS)
    assert list(found) == OIDS
    assert all(same(found[oid], client.get_stamps(oid)) for oid in OIDS)


@pytest.mark.parametrize("form", [tuple, np.array, pd.Series, iter])
def test_columns_of_objects_and_candids_give_each_alert_by_candid(
    client: Alerce, owners: dict[str, str], form: Callable[[list[str]], Many[str]]
) -> None:
    found = client.get_stamps(form(list(owners.values())), form(list(owners)))
    assert list(found) == list(owners)
    for candid, oid in owners.items():
        assert same(found[candid], client.get_stamps(oid, candid))


@pytest.mark.parametrize("form", [tuple, set, as_int64])
def test_several_alerts_of_one_object_are_by_candid(
    client: Alerce, owners: dict[str, str], form: Callable[[list[str]], Many[str]]
) -> None:
    candids = [candid for candid, oid in owners.items() if oid == OID]
    found = client.get_avro(OID, form(candids))
    assert sorted(found) == sorted(candids)
    assert found[candids[1]] == client.get_avro(OID, candids[1])


def test_images_of_several_alerts_come_as_arrays_too(client: Alerce) -> None:
    found = client.get_stamps(OIDS, format="numpy")
    assert [[image.shape for image in images] for images in found.values()] == [[(63, 63)] * 3] * 3


def test_an_alert_that_fails_loses_no_other(client: Alerce, owners: dict[str, str]) -> None:
    candids, oids = [*owners, "123"][::-1], [*owners.values(), OID][::-1]
    with pytest.raises(BulkError) as raised:
        client.get_stamps(oids, candids)
    assert list(raised.value.failures) == ["123"]
    assert isinstance(raised.value.failures["123"], CandidError)
    found = client.with_options(errors="return").get_stamps(oids, candids)
    assert list(found) == candids[1:]
    assert list(failures(found)) == ["123"]


def test_an_alert_given_twice_is_fetched_once(client: Alerce, sandbox: Sandbox) -> None:
    candid = 576161491515015015
    sandbox.requests.clear()
    assert list(client.get_avro([OID, OID], [candid, str(candid)])) == [str(candid)]
    assert len(sandbox.requests) == 1


@pytest.mark.parametrize(
    ("oid", "candid", "reason"),
    [
        (OIDS, 5, "one value for 3 values of oid"),
        (OIDS, [5], "1 values for 3 values of oid"),
        (OIDS[:2], [5, 5], "alert 5 is given for two objects"),
        (set(OIDS), [5, 6, 7], "no order"),
        (OIDS, {5, 6, 7}, "no order"),
        (OID, [5.0], "loses digits"),
        (OIDS[:2], [5, None], "expected an int or a text of digits"),
    ],
)
def test_alerts_that_make_no_sense_are_refused(
    oid: Any, candid: Any, reason: str, server: ScriptedServer, scripted: Alerce
) -> None:
    with pytest.raises(ArgumentError, match=f"^candid: .*{reason}"):
        scripted.get_stamps(oid, candid)
    assert server.targets == []


def test_no_alerts_are_none(client: Alerce) -> None:
    assert client.get_stamps([]) == {}
    assert client.get_avro(OID, []) == client.get_avro([], []) == {}


@pytest.mark.parametrize("method", ["query_period", "query_summary"])
def test_other_methods_of_an_object_take_several(client: Alerce, method: str) -> None:
    ask = getattr(client, method)
    with pytest.raises(BulkError) as raised:
        ask([*OIDS, UNKNOWN])
    assert list(raised.value.failures) == [UNKNOWN]
    found = ask(OIDS)
    assert list(found) == OIDS
    assert str(found[OID]) == str(ask(OID))


def test_the_asynchronous_api_takes_several(sandbox: Sandbox) -> None:
    async def ask() -> list[str]:
        async with AsyncAlerce(**sandbox.config) as client:
            assert list(await client.query_period(OIDS)) == OIDS
            return list(await client.get_stamps(OIDS))

    assert asyncio.run(ask()) == OIDS
