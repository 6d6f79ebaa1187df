"""How often a service is asked, and what is shown meanwhile."""

from __future__ import annotations

import asyncio
import io
import sys
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerce import Alerce, AsyncAlerce
from alerce.bulk import progress
from alerce.bulk.progress import Bar
from alerce.exceptions import ArgumentError
from alerce.http import rate_limit
from alerce.http.options import Options
from alerce.http.rate_limit import Pace
from alerce.sandbox import Sandbox


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
    monkeypatch.setattr(rate_limit, "_paces", type(rate_limit._paces)(Pace))  # pyright: ignore[reportPrivateUsage] (as in a new process)
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


def test_a_notebook_shows_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ipykernel", sys)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert progress.someone_looks()
