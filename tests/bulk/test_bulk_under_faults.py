"""Two thousand objects, one request in twenty broken, one object in a hundred unknown."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from alerce import Alerce, AsyncAlerce
from alerce.bulk import failures
from tests.wires import any_object, number_of, wire

OIDS = [f"ZTF{'00' if n % 100 == 7 else '21'}bulk{n:04d}" for n in range(2000)]
UNKNOWN = [oid for oid in OIDS if oid.startswith("ZTF00")]
KNOWN = [oid for oid in OIDS if not oid.startswith("ZTF00")]
PAGE = "<html><body><h1>502 Bad Gateway</h1></body></html>"

WAYS: list[Mapping[str, Any]] = [
    {"fault": "status", "status": 502, "body": PAGE},
    {"fault": "status", "status": 503, "headers": {"retry-after": "1"}},
    {"fault": "status", "status": 429},
    {"fault": "status", "status": 500, "body": '{"message": "server closed the connection"}'},
    {"fault": "status", "status": 200, "body": PAGE},
    {"fault": "reset"},
    {"fault": "close"},
    {"fault": "truncated"},
    {"fault": "reset_in_body"},
    {"fault": "gzip_truncated"},
]
# A latency between that of loopback and that of the real service.
LATENCY: Mapping[str, Any] = {"fault": "delay", "seconds": 0.02}
SHARE = 0.05
RULES = [{**way, "probability": SHARE / len(WAYS), "seed": seed} for seed, way in enumerate(WAYS)]


def ask(api: str, config: Any) -> Any:
    if api == "Alerce":
        with Alerce(**config, errors="return") as client:
            return client.query_object(OIDS, format="pandas")

    async def awaited() -> Any:
        async with AsyncAlerce(**config, errors="return") as client:
            return await client.query_object(OIDS, format="pandas")

    return asyncio.run(awaited())


@pytest.mark.parametrize("api", ["Alerce", "AsyncAlerce"])
def test_nothing_is_lost(api: str, record_property: Callable[[str, object], None]) -> None:
    with wire(any_object, LATENCY) as served:
        started = time.monotonic()
        clean = ask(api, served.config)
        clean_seconds = time.monotonic() - started
        served.will(*RULES, LATENCY)
        started = time.monotonic()
        broken = ask(api, served.config)
        seconds = time.monotonic() - started
        del served.faults.injected["delay"]
        injected = served.faults.injected
        requests = len(served.log)
    assert list(broken.oid) == KNOWN
    assert list(broken.ndet) == [number_of(oid) for oid in KNOWN]
    assert broken.equals(clean)
    assert list(failures(broken)) == UNKNOWN
    assert all("no such object" in reason for reason in failures(broken).values())
    assert 0.03 * len(OIDS) < injected.total() < 0.08 * len(OIDS)
    assert set(injected) == {way["fault"] for way in WAYS}
    assert requests == len(OIDS) + injected.total()
    record_property(
        "figures",
        f"{len(OIDS)} objects, {injected.total()} of {requests} requests broken, "
        f"{len(UNKNOWN)} unknown and named; {clean_seconds:.2f} s clean, {seconds:.2f} s broken",
    )
    # Twice the time, with a margin for a busy machine.
    assert seconds < 2 * clean_seconds + 5
