"""The service, against the sandbox that alerce's fixtures give."""

import asyncio

from transients import AsyncCandidates, Candidates

from alerce import Alerce, AsyncAlerce
from alerce.types import Format

OID = "ZTF18abbuksn"


def test_candidates_are_ordered(alerce_client: Alerce) -> None:
    found = Candidates(alerce_client).page()
    assert len(found) == 3
    assert [each.probability for each in found] == sorted(
        (each.probability for each in found), reverse=True
    )


def test_both_services_agree(alerce_client: Alerce, async_alerce_client: AsyncAlerce) -> None:
    async def ask() -> None:
        async with async_alerce_client as client:
            found = await AsyncCandidates(client).page(order_by="oid")
        assert found == Candidates(alerce_client).page(order_by="oid")

    asyncio.run(ask())


def test_light_curve_is_a_table(alerce_client: Alerce) -> None:
    service = Candidates(alerce_client)
    assert service.light_curve(OID).mjd.is_monotonic_increasing
    assert len(service.table(OID)) == len(service.light_curve(OID))


def test_unknown_objects_are_told(alerce_client: Alerce) -> None:
    service = Candidates(alerce_client)
    assert service.known(OID)
    assert not service.known("ZTF00missing")


def test_format_is_a_value(alerce_client: Alerce) -> None:
    form: Format = "csv"
    assert Candidates(alerce_client).text(OID, form).startswith("oid,")
