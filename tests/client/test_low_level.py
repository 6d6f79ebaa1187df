"""The generated clients are available in both APIs, with the transport of the methods."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from alerce_api.catshtm.api.catshtm import crossmatch
from alerce_api.database.api.database import query
from alerce_api.database.models import Query
from alerce_api.stamps.api.stamps import get_avro_info
from alerce_api.stamps.models import AlertInfo
from alerce_api.ztf.api.objects import get_object, list_objects
from alerce_api.ztf.models import Object, ObjectsPage

from alerce import Alerce, AsyncAlerce
from alerce.exceptions import APIError, ObjectNotFoundError, ParseError
from alerce.sandbox import Sandbox

OID = "ZTF18abkifng"
CANDID = "576161491515015015"
SQL = Query(query="SELECT oid FROM object WHERE oid = 'ZTF18abkifng'")
ROWS = "oid\nZTF18abkifng\n"
AROUND: dict[str, Any] = {"ra": 10.0, "dec": 20.0, "radius": 20.0}


def test_synchronous_calls_reach_each_service(client: Alerce) -> None:
    found = get_object.sync(OID, client=client.api.ztf)
    assert isinstance(found, Object)
    assert found.oid == OID
    assert found.ndet == client.query_object(OID)["ndet"]

    page = list_objects.sync(client=client.api.ztf, ndet=[10, 20], page_size=3)
    assert isinstance(page, ObjectsPage)
    assert [10 <= each.ndet <= 20 for each in page.items] == [True] * 3

    matched = crossmatch.sync(client=client.api.catshtm, catalog="GAIADR1", **AROUND)
    assert not isinstance(matched, str | None)
    assert (
        matched["distance"].value
        == client.catshtm_crossmatch(**AROUND, catalog_name="GAIADR1", format="json")["distance"][
            "value"
        ]
    )

    packet = get_avro_info.sync(client=client.api.stamps, oid=OID, candid=CANDID)
    assert isinstance(packet, AlertInfo)
    assert packet.object_id == OID

    assert query.sync(client=client.api.database, body=SQL) == ROWS


def test_asynchronous_calls_reach_each_service(sandbox: Sandbox) -> None:
    async def ask() -> None:
        async with AsyncAlerce(**sandbox.config) as client:
            found = await get_object.asyncio(OID, client=client.api.ztf)
            assert isinstance(found, Object)
            assert found.oid == OID

            matched = await crossmatch.asyncio(
                client=client.api.catshtm, catalog="GAIADR1", **AROUND
            )
            assert not isinstance(matched, str | None)
            assert "distance" in matched

            packet = await get_avro_info.asyncio(client=client.api.stamps, oid=OID, candid=CANDID)
            assert isinstance(packet, AlertInfo)
            assert packet.object_id == OID

            assert await query.asyncio(client=client.api.database, body=SQL) == ROWS

    asyncio.run(ask())


def test_detailed_answer_has_the_status(client: Alerce) -> None:
    answer = get_object.sync_detailed(OID, client=client.api.ztf)
    assert answer.status_code == 200
    assert isinstance(answer.parsed, Object)


def test_errors_are_those_of_the_client(client: Alerce, sandbox: Sandbox) -> None:
    with pytest.raises(ObjectNotFoundError):
        get_object.sync("ZTF00missing", client=client.api.ztf)
    with pytest.raises(ParseError):
        query.sync(client=client.api.database, body=Query(query="SELEC oid"))

    async def ask() -> None:
        async with AsyncAlerce(**sandbox.config) as other:
            await get_object.asyncio("ZTF00missing", client=other.api.ztf)

    with pytest.raises(ObjectNotFoundError):
        asyncio.run(ask())


def test_the_client_closes_them_too(sandbox: Sandbox) -> None:
    with Alerce(**sandbox.config) as client:
        ztf = client.api.ztf
        get_object.sync(OID, client=ztf)
    with pytest.raises(APIError, match="closed"):
        get_object.sync(OID, client=ztf)
