"""A client shared by many threads or tasks mixes up no answers and leaks nothing."""

from __future__ import annotations

import asyncio
import gc
import importlib
import os
import pickle
import threading
import time
import tracemalloc
import warnings
import weakref
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest

from alerce import Alerce, AsyncAlerce
from alerce.exceptions import APIError
from tests.amounts import TIMES, Record
from tests.wires import Wire, any_object, number_of, wire

psutil: Any = importlib.import_module("psutil")

# Ten thousand with ALERCE_TEST_EXAMPLES=5.
CALLS = int(2000 * TIMES)
TRACED = 300
"""Calls whose memory is traced, which takes three times as long."""
THREADS, TASKS = 32, 200


class State:
    """The resources of the process."""

    def __init__(self) -> None:
        gc.collect()
        process = psutil.Process()
        self.sockets = len(process.net_connections())
        self.threads = process.num_threads()
        self.files = process.num_fds()
        self.memory = tracemalloc.get_traced_memory()[0]
        self.resident = process.memory_info().rss

    def __sub__(self, other: State) -> dict[str, int]:
        return {name: value - vars(other)[name] for name, value in vars(self).items()}


def calm(measure: Callable[[], Any]) -> None:
    """Wait until the other side has noticed that connections are closed."""
    until = time.monotonic() + 10
    while not measure() and time.monotonic() < until:
        time.sleep(0.02)


def assert_nothing_left(
    before: State, what: str, record: Record, seconds: float, traced: int
) -> None:
    more = State() - before
    record(
        "figures",
        f"{CALLS} calls {what} in {seconds:.1f} s: {more['sockets']:+d} sockets, "
        f"{more['threads']:+d} threads, {more['files']:+d} files, "
        f"{more['resident'] / 1024:+.0f} KiB resident; {traced / 1024:+.0f} KiB traced "
        f"after {TRACED} more",
    )
    assert more["sockets"] <= 0
    assert more["threads"] <= 0
    assert more["files"] <= 0
    # Pools and server keep less than this for each connection, while a
    # request or answer kept for each call would need more.
    assert traced < 1000 * TRACED
    assert more["resident"] < 2**25 + 1000 * CALLS


def oid_of(number: int) -> str:
    return f"ZTF21leak{number}"


def traced(run: Callable[[int], object]) -> int:
    """Return the bytes that calls leave behind.

    What the calls keep, they keep each time. What another thread of the process allocates
    meanwhile comes once, so the least of some runs counts.
    """

    def once() -> int:
        tracemalloc.start()
        try:
            before = State()
            run(TRACED)
            calm(lambda: State().sockets <= before.sockets)
            return (State() - before)["memory"]
        finally:
            tracemalloc.stop()

    return min(once() for _ in range(2))


def test_threads_share_a_client(record_property: Record) -> None:
    with wire(any_object) as served:

        def ask(client: Alerce, number: int) -> None:
            oid = oid_of(number)
            assert client.query_object(oid) == {"oid": oid, "ndet": number_of(oid)}

        def run(calls: int) -> int:
            with Alerce(**served.config) as client, ThreadPoolExecutor(THREADS) as threads:
                list(threads.map(partial(ask, client), range(calls)))
            arrived = len(served.log)
            served.log.clear()
            return arrived

        assert_runs_leave_nothing(run, f"from {THREADS} threads", record_property)


def test_tasks_share_a_client(record_property: Record) -> None:
    with wire(any_object) as served, asyncio.Runner() as runner:

        async def work(client: AsyncAlerce, numbers: Iterator[int]) -> None:
            for number in numbers:
                oid = oid_of(number)
                assert await client.query_object(oid) == {"oid": oid, "ndet": number_of(oid)}

        async def all_tasks(calls: int) -> None:
            numbers = iter(range(calls))
            async with AsyncAlerce(**served.config) as client, asyncio.TaskGroup() as group:
                for _ in range(TASKS):
                    group.create_task(work(client, numbers))

        def run(calls: int) -> int:
            runner.run(all_tasks(calls))
            arrived = len(served.log)
            served.log.clear()
            return arrived

        assert_runs_leave_nothing(run, f"from {TASKS} tasks", record_property)


def assert_runs_leave_nothing(run: Callable[[int], int], what: str, record: Record) -> None:
    run(TRACED)
    before = State()
    started = time.monotonic()
    assert run(CALLS) == CALLS
    seconds = time.monotonic() - started
    calm(lambda: State().sockets <= before.sockets and State().threads <= before.threads)
    assert_nothing_left(before, what, record, seconds, traced(run))


def test_faults_leave_nothing_behind() -> None:
    faults = ("reset", "truncated", "reset_in_body", "garbage", "gzip_truncated", "stall_in_body")
    rules = [{"fault": fault, "probability": 0.3, "seed": 5} for fault in faults]

    def failures(calls: range) -> int:
        failed = 0
        with Alerce(**served.config, retries=0, timeout={"read": 0.05}) as client:
            for number in calls:
                try:
                    client.query_object(oid_of(number))
                except APIError:
                    failed += 1
        return failed

    with wire(any_object, *rules) as served:
        before = State()
        assert 50 < failures(range(200)) < 200
        calm(lambda: State().sockets <= before.sockets)
        assert (State() - before)["files"] <= 0


def test_a_forgotten_client_closes(hostile: Wire) -> None:
    client = Alerce(**hostile.config)
    client.query_classifiers()
    before = len(psutil.Process().net_connections())
    known = weakref.ref(client)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        del client
        gc.collect()
    assert known() is None
    calm(lambda: len(psutil.Process().net_connections()) < before)
    assert len(psutil.Process().net_connections()) < before


def test_a_forgotten_asynchronous_client_closes(hostile: Wire) -> None:
    async def main() -> None:
        client = AsyncAlerce(**hostile.config)
        await client.query_classifiers()
        before = len(psutil.Process().net_connections())
        del client
        gc.collect()
        until = time.monotonic() + 10
        while len(psutil.Process().net_connections()) >= before and time.monotonic() < until:
            await asyncio.sleep(0.02)
        assert len(psutil.Process().net_connections()) < before

    asyncio.run(main())


def test_an_asynchronous_client_outlives_its_loop(hostile: Wire) -> None:
    # A loop warns of connections that are open when it ends.
    hostile.will({"fault": "answer", "headers": {"connection": "close"}})
    client = AsyncAlerce(**hostile.config)

    async def ask() -> object:
        return await client.query_classifiers()

    assert asyncio.run(ask()) == asyncio.run(ask())


def in_child(task: Callable[[], None]) -> int:
    """Run a task in a fork of this process; return its exit code."""
    child = os.fork()
    if child == 0:
        try:
            task()
        except BaseException:  # noqa: BLE001 (the exit code tells)
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_client_works_on_both_sides_of_a_fork(hostile: Wire) -> None:
    with Alerce(**hostile.config) as client:
        truth = client.query_classifiers()

        def ask() -> None:
            assert client.query_classifiers() == truth
            client.close()

        assert in_child(ask) == 0
        # Its connection is still its own.
        assert client.query_classifiers() == truth


def test_an_asynchronous_client_works_in_a_fork(hostile: Wire) -> None:
    client = AsyncAlerce(**hostile.config)

    async def ask() -> None:
        async with client:
            await client.query_classifiers()

    assert in_child(lambda: asyncio.run(ask())) == 0
    asyncio.run(ask())


def test_threads_at_a_fork_lock_nothing(hostile: Wire) -> None:
    with Alerce(**hostile.config) as client:
        stop = threading.Event()

        def ask() -> None:
            client.query_limit_values()

        def busy() -> None:
            while not stop.is_set():
                client.query_limit_values()

        threads = [threading.Thread(target=busy) for _ in range(4)]
        for thread in threads:
            thread.start()
        try:
            codes = [in_child(ask) for _ in range(5)]
        finally:
            stop.set()
            for thread in threads:
                thread.join()
    assert codes == [0] * 5


@pytest.mark.parametrize("api", [Alerce, AsyncAlerce])
def test_a_pickled_client_is_another_with_the_same_settings(
    api: type[Alerce | AsyncAlerce], hostile: Wire
) -> None:
    client = api(**hostile.config, retries=1, timeout={"read": 7})
    again = pickle.loads(pickle.dumps(client))  # noqa: S301 (its own)
    assert again.config == client.config
    assert vars(again)["_options"] == vars(client)["_options"]
    again.load_config_from_object({"ZTF_API_URL": "http://127.0.0.1:1/"})
    assert client.ztf_url == hostile.config["ZTF_API_URL"]  # pyright: ignore[reportTypedDictNotRequiredAccess] - it is there


def test_a_pickled_client_asks(hostile: Wire) -> None:
    with Alerce(**hostile.config) as client:
        truth = client.query_classifiers()
        again = pickle.loads(pickle.dumps(client))  # noqa: S301 (its own)
        client.close()
        with again:
            assert again.query_classifiers() == truth


def test_a_hook_that_cannot_be_pickled_is_named(hostile: Wire) -> None:
    client = Alerce(**hostile.config, on_request=lambda event: None)
    with pytest.raises((pickle.PicklingError, AttributeError), match="lambda"):
        pickle.dumps(client)
