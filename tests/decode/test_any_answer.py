"""Any answer gives a right result or an APIError, within a time limit."""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerce import Alerce, AsyncAlerce
from alerce.exceptions import APIError
from alerce.sandbox import Sandbox
from alerce.sandbox.faults import Answer
from tests.amounts import Record, many
from tests.packets import CANDID, OID, packet
from tests.wires import Wire, wire

OBJECT = "ZTF18abbuksn"
EXAMPLES = 400
LONGEST = 20
"""Seconds that no call may take, on however busy a machine."""

FORMATS = st.sampled_from(["json", "pandas", "votable", "csv", "models"])

Ask = Callable[[Any, str], Any]
CALLS: dict[str, tuple[Ask, str]] = {
    "objects": (
        lambda client, format: client.query_objects(format),
        "/ztf/v1/objects/?page_size=3",
    ),
    "objects, latest version": (
        lambda client, format: client.query_objects(format, latest_version=True),
        "/ztf/v1/objects/?page_size=3",
    ),
    "object": (
        lambda client, format: client.query_object(OBJECT, format),
        f"/ztf/v1/objects/{OBJECT}",
    ),
    "objects by list": (
        lambda client, format: client.query_object([OBJECT, "b"], format),
        f"/ztf/v1/objects/{OBJECT}",
    ),
    "detections": (
        lambda client, format: client.query_detections(OBJECT, format),
        f"/ztf/v1/objects/{OBJECT}/detections",
    ),
    "lightcurve": (
        lambda client, format: client.query_lightcurve(OBJECT, format),
        f"/ztf/v1/objects/{OBJECT}/lightcurve",
    ),
    "magstats": (
        lambda client, format: client.query_magstats(OBJECT, format),
        f"/ztf/v1/objects/{OBJECT}/magstats",
    ),
    "probabilities": (
        lambda client, format: client.query_probabilities(OBJECT, format),
        f"/ztf/v1/objects/{OBJECT}/probabilities",
    ),
    "features": (
        lambda client, format: client.query_features(OBJECT, format),
        f"/ztf/v1/objects/{OBJECT}/features",
    ),
    "wide features": (
        lambda client, format: client.query_features(OBJECT, format, wide=True),
        f"/ztf/v1/objects/{OBJECT}/features",
    ),
    "wide probabilities": (
        lambda client, format: client.query_probabilities(OBJECT, format, wide=True),
        f"/ztf/v1/objects/{OBJECT}/probabilities",
    ),
    "period": (
        lambda client, format: client.query_period(OBJECT),
        f"/ztf/v1/objects/{OBJECT}/features/Multiband_period",
    ),
    "classifiers": (
        lambda client, format: client.query_classifiers(format),
        "/ztf/v1/classifiers/",
    ),
    "limits": (
        lambda client, format: client.query_limit_values(format),
        "/ztf/v1/objects/limit_values",
    ),
    "cone": (
        lambda client, format: client.catshtm_conesearch(10, 20, 1000, "GAIADR1", format),
        "/catshtm/conesearch?catalog=GAIADR1&ra=10&dec=20&radius=1000",
    ),
    "cones": (
        lambda client, format: client.catshtm_conesearch(10, 20, 1000, "all", format),
        "/catshtm/conesearch_all?ra=10&dec=20&radius=100",
    ),
    "match": (
        lambda client, format: client.catshtm_crossmatch(10, 20, 1000, "GAIADR1", format),
        "/catshtm/crossmatch?catalog=GAIADR1&ra=10&dec=20&radius=1000",
    ),
    "matches": (
        lambda client, format: client.catshtm_crossmatch(10, 20, 1000, "all", format),
        "/catshtm/crossmatch_all?ra=10&dec=20&radius=1000",
    ),
    "redshift": (
        lambda client, format: client.catshtm_redshift(10, 20, 1000),
        "/catshtm/crossmatch_all?ra=10&dec=20&radius=1000",
    ),
    "stamps": (
        lambda client, format: client.get_stamps(
            OID, CANDID, "numpy" if format == "json" else "HDUList"
        ),
        "packet",
    ),
    "sql": (
        lambda client, format: client.send_query("SELECT", format if format != "models" else "csv"),
        "sql",
    ),
}

ODD: list[Any] = [
    None, True, False, 0, -1, 1, 2**53 + 1, 2**63, 10**30, 1.5, 1e308, float("nan"), float("inf"),
    "", "null", "NaN", "infinity", "x", "\0", "\ud800", [], {}, [None], [[]], {"": None},
    {"values": 1}, {"unit": {}}, "9" * 20, "1e999",
]  # fmt: skip


def mutated(value: Any, chance: random.Random, depth: int = 0) -> Any:
    """Return a JSON value with parts replaced, removed or duplicated."""
    if chance.random() < 0.04 * (depth + 1):
        return chance.choice(ODD)
    if isinstance(value, dict):
        items: list[tuple[str, Any]] = [
            (name if chance.random() > 0.02 else chance.choice(["", "x", "\0", "oid"]), entry)
            for name, entry in value.items()  # pyright: ignore[reportUnknownVariableType] - JSON
            if chance.random() > 0.03
        ]
        return {name: mutated(entry, chance, depth + 1) for name, entry in items}
    if isinstance(value, list):
        entries: list[Any] = [
            mutated(entry, chance, depth)
            for entry in value[:4]  # pyright: ignore[reportUnknownVariableType] - JSON
        ]
        return entries * chance.choice([0, 1, 1, 1, 1, 2])
    return value


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Return bytes with parts changed, cut off, removed or duplicated."""
    changed = bytearray(content)
    for _ in range(chance.choice([1, 1, 2, 5, 50])):
        if not changed:
            break
        start = chance.randrange(len(changed))
        end = min(len(changed), start + chance.choice([1, 1, 4, 40]))
        match chance.randrange(5):
            case 0:
                changed[start] = chance.randrange(256)
            case 1:
                del changed[start:end]
            case 2:
                changed[start:start] = changed[start:end]
            case 3:
                changed[start:end] = chance.randbytes(end - start)
            case _:
                if chance.random() < 0.2:
                    del changed[start:]
    return bytes(changed)


@pytest.fixture(scope="module")
def recorded(sandbox: Sandbox) -> dict[str, bytes]:
    """Correct answers of the services."""
    import httpx

    answers = {
        target: httpx.get(sandbox.url + target).content
        for _, target in CALLS.values()
        if target.startswith("/")
    }
    return {
        **answers,
        "packet": packet(),
        "sql": b"oid,ndet,ok,z\nZTF1,5,True,0.5\nZTF2,,False,nan\n",
    }


class Scripted:
    """The answer to every request."""

    def __init__(self) -> None:
        self.answer = Answer(200, [], b"")

    def __call__(self, method: str, target: str) -> Answer:
        return Answer(self.answer.status, list(self.answer.headers), self.answer.body)


@pytest.fixture(scope="module")
def scripted_wire() -> Iterator[tuple[Wire, Scripted]]:
    scripted = Scripted()
    with wire(scripted) as served:
        yield served, scripted


TYPES = st.sampled_from(
    ["application/json", "text/html", "text/csv; charset=utf-16", "x; charset=nonsense", "", "\xff"]
)
STATUSES = st.sampled_from(
    [200] * 12 + [201, 204, 206, 299, 300, 304, 400, 404, 422, 500, 599, 999]
)


@pytest.mark.filterwarnings("ignore::alerce.warnings.AlerceWarning")
@pytest.mark.parametrize("name", CALLS)
def test_any_answer(
    name: str,
    recorded: dict[str, bytes],
    scripted_wire: tuple[Wire, Scripted],
    record_property: Record,
) -> None:
    ask, target = CALLS[name]
    whole = recorded[target]
    is_json = target.startswith("/")
    served, scripted = scripted_wire
    count = right = 0
    said: set[str] = set()
    with asyncio.Runner() as runner, Alerce(**served.config, retries=0) as client:
        awaited = AsyncAlerce(**served.config, retries=0)

        async def directly(format: str) -> Any:
            return await ask(awaited, format)

        @many(EXAMPLES)
        @given(
            seed=st.integers(0, 2**32),
            bytewise=st.booleans(),
            format=FORMATS,
            kind=TYPES,
            status=STATUSES,
        )
        def check(seed: int, bytewise: bool, format: str, kind: str, status: int) -> None:
            nonlocal count, right
            count += 1
            chance = random.Random(seed)  # noqa: S311 (mutations, no secret)
            if is_json and not bytewise:
                body = json.dumps(mutated(json.loads(whole), chance)).encode()
            else:
                body = damaged(whole, chance)
            scripted.answer = Answer(status, [("content-type", kind)], body)
            # Each example tests one API, so that each API gets half of them.
            api: Callable[[], Any] = (
                (lambda: ask(client, format))
                if seed % 2
                else (lambda: runner.run(directly(format)))
            )
            started = time.monotonic()
            try:
                api()
                right += 1
            except APIError as error:
                said.add(str(error))
            assert time.monotonic() - started < LONGEST

        check()
        assert all(said)
        runner.run(awaited.aclose())
    record_property("figures", f"{count} examples, {right} of them with a result")
