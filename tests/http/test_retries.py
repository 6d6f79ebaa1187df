"""What is sent again, how often and how long after."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Mapping
from typing import Any

import pytest

from alerce import Alerce, AsyncAlerce
from alerce.exceptions import RateLimitError, ServerError
from alerce.http.retries import RetryBudget
from tests.wires import Wire, any_object, wire

OBJECT = "ZTF18abbuksn"


def always(status: int, **headers: str) -> Mapping[str, Any]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return {"fault": "status", "status": status, "headers": named}


def test_retries_are_on_by_default(hostile: Wire) -> None:
    hostile.will({**always(502), "nth": [1, 2, 3]})
    with Alerce(**hostile.config) as client:
        assert client.query_object(OBJECT)["oid"] == OBJECT
    assert len(hostile.log) == 4


def test_retries_can_be_turned_off_for_a_call(hostile: Wire) -> None:
    hostile.will(always(502))
    with Alerce(**hostile.config) as client, pytest.raises(ServerError) as raised:
        client.with_options(retries=0).query_object(OBJECT)
    assert (raised.value.attempts, len(hostile.log)) == (1, 1)


def test_the_error_says_how_often_it_was_tried(hostile: Wire) -> None:
    hostile.will(always(503))
    with (
        Alerce(**hostile.config, retries=2) as client,
        pytest.raises(ServerError, match="gave up after 2 retries") as raised,
    ):
        client.query_object(OBJECT)
    assert raised.value.attempts == 3


def test_retry_after_is_kept_to(hostile: Wire) -> None:
    hostile.will({**always(503, retry_after="1"), "nth": [1]})
    with Alerce(**hostile.config) as client:
        started = time.monotonic()
        client.query_object(OBJECT)
        # A lower bound: no busy machine makes it fail.
        assert time.monotonic() - started >= 1


def test_a_wait_that_the_call_has_no_time_for_is_not_begun(hostile: Wire) -> None:
    hostile.will(always(429, retry_after="50"))
    with (
        Alerce(**hostile.config, timeout=10) as client,
        pytest.raises(RateLimitError, match="no retry within the 10 s of the call"),
    ):
        client.query_object(OBJECT)
    assert len(hostile.log) == 1


@pytest.mark.parametrize(
    "text", ["soon", "-5", "1e9", "\u0661", "Mon, 99 Foo 2026 00:00:00 GMT", ""]
)
def test_a_retry_after_that_is_none_counts_for_nothing(hostile: Wire, text: str) -> None:
    header = {"retry-after": text.encode().decode("latin-1")}
    hostile.will({"fault": "status", "status": 503, "headers": header, "nth": [1]})
    with Alerce(**hostile.config) as client:
        assert client.query_object(OBJECT)["oid"] == OBJECT


@pytest.mark.parametrize("fault", ["status", "reset"])
def test_a_dead_service_is_not_hammered(fault: str) -> None:
    calls = 60
    with wire(any_object, {"fault": fault, "status": 502}) as dead:

        async def ask(client: AsyncAlerce) -> None:
            await asyncio.gather(
                *(client.query_object(f"ZTF{n}") for n in range(calls)), return_exceptions=True
            )

        async def main() -> None:
            async with AsyncAlerce(**dead.config) as client:
                await ask(client)
                assert len(dead.log) <= calls + RetryBudget.HOLDS
                # With nothing left, each call costs the service one request.
                await ask(client)
                assert len(dead.log) <= 2 * calls + RetryBudget.HOLDS

        asyncio.run(main())


def test_answers_bring_the_budget_back() -> None:
    budget = RetryBudget()
    taken = sum(budget.take() for _ in range(1000))
    assert taken == RetryBudget.HOLDS
    for _ in range(6):
        budget.refund()
    assert [budget.take(), budget.take()] == [True, False]
    for _ in range(1000):
        budget.refund()
    assert sum(budget.take() for _ in range(1000)) == RetryBudget.HOLDS


def test_each_retry_is_logged(hostile: Wire, caplog: pytest.LogCaptureFixture) -> None:
    hostile.will({**always(502), "nth": [1, 2]})
    with caplog.at_level(logging.INFO, "alerce"), Alerce(**hostile.config) as client:
        client.query_object(OBJECT)
    said = [record.getMessage() for record in caplog.records if record.name == "alerce"]
    assert [line.split(": ")[2].split(" in ")[0] for line in said] == [
        "retry 1 of 4",
        "retry 2 of 4",
    ]
    assert all("502 Bad Gateway" in line and OBJECT in line for line in said)
