"""How often a service is asked, and what is shown meanwhile."""

from __future__ import annotations

import asyncio
import io
import sys
import time
from dataclasses import dataclass
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerce import Alerce, AsyncAlerce
from alerce.bulk import progress
from alerce.bulk.progress import Bar
from alerce.exceptions import ArgumentError, RequestTimeoutError
from alerce.http import rate_limit
from alerce.http.options import Options
from alerce.http.rate_limit import Pace
from alerce.sandbox import Sandbox
from tests.conftest import Answer, ScriptedServer
from tests.wires import any_object, wire


@pytest.fixture(autouse=True)
def no_requests_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget what was asked before, as a new process does."""
    monkeypatch.setattr(rate_limit, "_paces", type(rate_limit._paces)(Pace))  # pyright: ignore[reportPrivateUsage]


@given(
    rate=st.floats(0.1, 50),
    arrivals=st.lists(st.floats(0, 3), min_size=1, max_size=120),
)
def test_no_span_of_time_holds_more_requests_than_its_rate(
    rate: float, arrivals: list[float]
) -> None:
    pace = Pace()
    now, left = 0.0, list[float]()
    for pause in arrivals:
        now += pause
        left.append(now + pace.take(rate, now))
    assert left == sorted(left)
    number = max(1, int(rate))
    for first, later in zip(left, left[number:], strict=False):
        assert later - first >= number / rate - 1e-9


def test_a_call_by_itself_does_not_wait() -> None:
    assert Pace().take(0.5, 100.0) == 0.0


@pytest.mark.parametrize(
    ("host", "rate"),
    [
        ("api.alerce.online", rate_limit.PUBLIC_RATE),
        ("alerce.online", rate_limit.PUBLIC_RATE),
        ("127.0.0.1", None),
        ("localhost", None),
        ("notalerce.online", None),
    ],
)
def test_only_the_public_service_has_a_limit_by_default(host: str, rate: float | None) -> None:
    assert rate_limit.rate_for(host, Options().requests_per_second) == rate


@pytest.mark.parametrize("rate", [None, 2.5])
def test_the_limit_is_an_option(rate: float | None) -> None:
    options = Options().replace({"requests_per_second": rate})
    assert rate_limit.rate_for("api.alerce.online", options.requests_per_second) == rate


@pytest.mark.parametrize("rate", [0, -1, "fast", True])
def test_a_limit_that_is_none_is_refused(client: Alerce, rate: object) -> None:
    with pytest.raises(ArgumentError, match="requests_per_second"):
        client.with_options(requests_per_second=rate)  # type: ignore[arg-type] # what is tested


@dataclass
class Clock:
    """A module ``time`` for one module: the clock of all would stop the servers' loops."""

    now: float

    def monotonic(self) -> float:
        return self.now


def test_all_clients_threads_and_tasks_share_the_limit(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alerce.http.rate_limit.time", Clock(1000.0))
    waits: list[float] = []
    monkeypatch.setattr("alerce.http._sync.rate_limit.pause", waits.append)

    async def pause(seconds: float) -> None:
        waits.append(seconds)

    async def ask() -> None:
        async with AsyncAlerce(**sandbox.config, requests_per_second=2) as client:
            await asyncio.gather(*(client.query_magstats("ZTF18abbuksn") for _ in range(4)))

    monkeypatch.setattr("alerce.http._async.rate_limit.async_pause", pause)
    with (
        Alerce(**sandbox.config, requests_per_second=2) as one,
        Alerce(**sandbox.config, requests_per_second=2) as other,
    ):
        one.query_detections(["ZTF18abbuksn", "ZTF18accqogs", "ZTF19aakyhxi"])
        other.query_limit_values()
    assert sorted(waits) == [1.0, 1.0]
    asyncio.run(ask())
    assert sorted(waits[2:]) == [2.0, 2.0, 3.0, 3.0]


class Terminal(io.StringIO):
    """What takes itself for a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("wanted", "seconds", "terminal", "shown"),
    [
        (None, 3.0, True, True),
        (None, 1.0, True, False),
        (None, 3.0, False, False),
        (True, 0.0, False, True),
        (False, 3.0, True, False),
    ],
)
def test_a_progress_bar_appears_when_it_is_worth_while(
    wanted: bool | None,
    seconds: float,
    terminal: bool,
    shown: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = Terminal() if terminal else io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    clock = Clock(100.0)
    monkeypatch.setattr("alerce.bulk.progress.time", clock)
    bar = Bar(10, wanted)
    bar.advance(4)
    clock.now += seconds
    bar.advance(3)
    bar.advance(3)
    bar.close()
    assert ("10/10" in stream.getvalue()) is shown


def test_without_tqdm_there_is_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    bar = Bar(2, True)
    bar.advance()
    bar.advance()
    bar.close()
    assert stream.getvalue() == ""


@pytest.mark.parametrize(("application", "shown"), [("IPKernelApp", True), ("Terminal", False)])
def test_a_notebook_shows_a_bar(
    application: str, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = SimpleNamespace(config={application: {}})
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell))
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert progress.someone_looks() is shown


def test_a_program_that_runs_notebooks_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ipykernel", sys)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert not progress.someone_looks()


RATE, CALLS = 20, 50


def test_waiting_for_the_rate_limit_is_no_time_out() -> None:
    async def ask(polite: AsyncAlerce) -> list[str]:
        found = await asyncio.gather(*(polite.query_object(f"ZTF{n}") for n in range(CALLS)))
        return [row["oid"] for row in found]

    async def main() -> list[str]:
        async with AsyncAlerce(**served.config, requests_per_second=RATE, timeout=1) as client:
            return await ask(client)

    with wire(any_object) as served:
        started = time.monotonic()
        assert asyncio.run(main()) == [f"ZTF{n}" for n in range(CALLS)]
    assert time.monotonic() - started > 1


def test_a_call_about_many_waits_for_the_rate_limit() -> None:
    oids = [f"ZTF{n}" for n in range(CALLS)]
    with (
        wire(any_object) as served,
        Alerce(**served.config, requests_per_second=RATE, timeout=1, concurrency=40) as client,
    ):
        assert list(client.query_object(oids)) == oids


def test_a_limit_on_the_whole_covers_the_rate_limit(server: ScriptedServer) -> None:
    server.will(Answer(body=b"[]"))
    with Alerce(**server.config, requests_per_second=0.1, timeout={"total": 2}) as client:
        client.query_magstats("a")
        started = time.monotonic()
        with pytest.raises(RequestTimeoutError, match="the total time limit of 2 s") as raised:
            client.query_magstats("a")
        # At once: the request could only leave after the limit.
        assert time.monotonic() - started < 2
    assert "rate limit of 0.1 requests a second" in str(raised.value)
    assert raised.value.limit == "total"
    assert len(server.targets) == 1


def test_a_request_that_could_only_leave_too_late_takes_no_one_s_turn(
    server: ScriptedServer,
) -> None:
    server.will(Answer(body=b"[]"))
    with Alerce(**server.config, requests_per_second=1) as client:
        hasty = client.with_options(timeout={"total": 0.1})
        client.query_magstats("a")
        for _ in range(20):
            with pytest.raises(RequestTimeoutError):
                hasty.query_magstats("a")
        started = time.monotonic()
        client.query_magstats("a")
        assert time.monotonic() - started < 5


def test_a_time_out_around_an_awaited_call_is_kept_to(server: ScriptedServer) -> None:
    server.will(Answer(body=b"[]"))

    async def ask() -> float:
        async with AsyncAlerce(**server.config, requests_per_second=0.1) as client:
            await client.query_magstats("a")
            started = time.monotonic()
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.2):
                    await client.query_magstats("a")
            return time.monotonic() - started

    assert asyncio.run(ask()) < 5


def test_a_retry_waits_for_the_rate_limit_too(server: ScriptedServer) -> None:
    server.will(Answer(503), Answer(body=b"[]"))
    with Alerce(**server.config, requests_per_second=1, timeout=0.9) as client:
        started = time.monotonic()
        assert client.query_magstats("a") == []
        assert time.monotonic() - started >= 1
