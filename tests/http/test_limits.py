"""Which time limit ran out, and after how long; how much an answer may hold."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Mapping
from typing import Any, cast

import pytest

from alerce import Alerce, AsyncAlerce
from alerce.exceptions import APIError, ArgumentError, InvalidResponseError, RequestTimeoutError
from alerce.http import clients
from alerce.http.options import Options
from tests.wires import Wire, config, deaf_port

OBJECT = "ZTF18abbuksn"
GENEROUS = 10
"""No call of these tests may take so long, on however busy a machine."""


def assert_runs_out(
    url: Mapping[str, Any], limit: str, seconds: float, timeout: Any, retries: int = 0
) -> None:
    """Assert that both faces say which limit it was, and when."""
    arguments: Any = {**url, "timeout": timeout, "retries": retries}
    query = "SELECT" if limit != "write" else "SELECT " + " " * 2**24

    async def awaited() -> None:
        async with AsyncAlerce(**arguments) as client:
            await client.send_query(query)

    def direct() -> None:
        with Alerce(**arguments) as client:
            client.send_query(query)

    for ask in (direct, lambda: asyncio.run(awaited())):
        started = time.monotonic()
        with pytest.raises(RequestTimeoutError, match=f"the {limit} time limit of") as raised:
            ask()
        assert raised.value.limit == limit
        assert seconds <= raised.value.seconds <= time.monotonic() - started < GENEROUS


def test_limits_are_on_by_default() -> None:
    limits = Options().timeout
    assert max(limits.connect, limits.read, limits.write, limits.pool) < limits.total < 600


def test_connect() -> None:
    with deaf_port() as port:
        assert_runs_out(config(f"http://127.0.0.1:{port}"), "connect", 0.2, {"connect": 0.2})


def test_read(hostile: Wire) -> None:
    hostile.will({"fault": "stall"})
    assert_runs_out(hostile.config, "read", 0.2, {"read": 0.2})


def test_write() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        # It takes connections, and nothing that comes over them.
        port = listener.getsockname()[1]
        assert_runs_out(config(f"http://127.0.0.1:{port}"), "write", 0.2, {"write": 0.2})


@pytest.mark.parametrize("fault", ["slow", "slow_head", "endless_head"])
def test_total(hostile: Wire, fault: str) -> None:
    hostile.will({"fault": fault, "body": "x" * 1000})
    assert_runs_out(hostile.config, "total", 0.5, {"total": 0.5})


def test_total_holds_for_all_retries_together(hostile: Wire) -> None:
    hostile.will({"fault": "delay", "seconds": 0.4, "path": "objects"}, {"fault": "reset"})
    started = time.monotonic()
    with (
        Alerce(**hostile.config, timeout={"total": 1}, retries=100) as client,
        pytest.raises(APIError, match=r"no retry within the 1 s|total time limit"),
    ):
        client.query_classifiers()
    assert time.monotonic() - started < GENEROUS


def test_pool(hostile: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clients, "MOST_CONNECTIONS", 1)
    hostile.will({"fault": "stall", "path": "classifiers"})
    with Alerce(**hostile.config, timeout={"pool": 0.2, "read": 3}, retries=0) as client:
        other = threading.Thread(target=_ignoring_time_out, args=[client])
        other.start()
        while not hostile.log:
            time.sleep(0.01)
        with pytest.raises(RequestTimeoutError, match=r"the pool time limit of 0\.2 s"):
            client.query_object(OBJECT)
        other.join()


def _ignoring_time_out(client: Alerce) -> None:
    with pytest.raises(RequestTimeoutError):
        client.query_classifiers()


def test_a_number_is_the_limit_of_the_whole_call(hostile: Wire) -> None:
    hostile.will({"fault": "slow"})
    with (
        Alerce(**hostile.config) as client,
        pytest.raises(RequestTimeoutError, match=r"total time limit of 0\.3 s"),
    ):
        client.with_options(timeout=0.3).query_object(OBJECT)


def test_a_limit_of_a_call_leaves_the_client_s_others() -> None:
    options = Options().replace({"timeout": {"read": 5}}).replace({"timeout": {"total": 7}})
    assert (options.timeout.read, options.timeout.total, options.timeout.connect) == (5, 7, 10)


@pytest.mark.parametrize(
    "timeout",
    [0, -1, 1e300, float("nan"), float("inf"), "5 s", None, {"red": 5}, {"read": 0}, {5: 5}],
)
def test_a_limit_that_is_none_is_refused(timeout: object) -> None:
    with pytest.raises(ArgumentError, match="timeout"):
        Alerce(timeout=cast(Any, timeout))


@pytest.mark.parametrize("fault", ["endless", "bomb"])
def test_an_answer_is_bounded(hostile: Wire, fault: str) -> None:
    hostile.will({"fault": fault, "size": 2**24})
    with (
        Alerce(**hostile.config, max_size=2**20) as client,
        pytest.raises(InvalidResponseError, match="larger than 1048576 bytes"),
    ):
        client.query_object(OBJECT)


def test_an_answer_of_just_that_size_is_taken(hostile: Wire) -> None:
    hostile.will({"fault": "gzip"})
    with Alerce(**hostile.config) as client:
        whole = client.query_object(OBJECT)
        size = len(client.api.ztf.get_httpx_client().get(f"/objects/{OBJECT}").content)
        assert client.with_options(max_size=size).query_object(OBJECT) == whole
        with pytest.raises(InvalidResponseError, match="option max_size"):
            client.with_options(max_size=size - 1).query_object(OBJECT)
