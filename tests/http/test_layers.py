"""Each transport of the stack by itself, on one that answers as told."""

from __future__ import annotations

import asyncio
import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import httpx
import pytest

from alerce.events import RequestEvent, ResponseEvent
from alerce.exceptions import APIError, RouteError
from alerce.http import rate_limit
from alerce.http._async.deadline import AsyncTimeLimitTransport
from alerce.http._sync.cache import CacheTransport
from alerce.http._sync.client import ClientTransport
from alerce.http._sync.deadline import TimeLimitTransport
from alerce.http._sync.events import EventTransport
from alerce.http._sync.rate_limit import RateLimitTransport
from alerce.http._sync.redirects import RedirectTransport
from alerce.http._sync.retries import RetryTransport
from alerce.http._sync.size import SizeLimitTransport
from alerce.http._sync.slots import SlotTransport
from alerce.http.body import BodyError
from alerce.http.call import state_of
from alerce.http.clients import Slots
from alerce.http.concurrency import Cancelled, CancelScope
from alerce.http.deadline import Deadline, DeadlineExceeded
from alerce.http.network import DeadlineTransport
from alerce.http.options import Limits
from alerce.http.rate_limit import Pace
from tests.http.test_transport import RawServer, Serve, once, request_on, serve
from tests.wires import Certificates, deaf_port

__all__ = ["serve"]  # a fixture, used by its name

URL = "http://service.test/objects/a"
LIMITS = Limits().steps


class Scripted(httpx.BaseTransport):
    """Gives answers or raises errors in turn, and keeps the requests."""

    def __init__(self, *script: httpx.Response | Exception | int) -> None:
        self._script = iter(script)
        self.requests: list[httpx.Request] = []
        self.closed = False

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        step = next(self._script)
        if isinstance(step, Exception):
            raise step
        return httpx.Response(step) if isinstance(step, int) else step

    def close(self) -> None:
        self.closed = True


def ask(transport: httpx.BaseTransport, method: str = "GET", url: str = URL) -> httpx.Response:
    return transport.handle_request(httpx.Request(method, url))


# Retries


def test_a_request_is_sent_again() -> None:
    inner = Scripted(503, httpx.ConnectError("refused"), httpx.Response(200, content=b"[]"))
    assert ask(RetryTransport(inner, 2)).status_code == 200
    assert len(inner.requests) == 3


def test_the_last_failure_is_the_outcome() -> None:
    assert ask(RetryTransport(Scripted(503, 503), 1)).status_code == 503
    with pytest.raises(httpx.ConnectError):
        ask(RetryTransport(Scripted(503, httpx.ConnectError("refused")), 1))


@pytest.mark.parametrize("error", [httpx.ReadError("reset"), httpx.RemoteProtocolError("cut off")])
def test_only_what_may_be_repeated_is_sent_again(error: Exception) -> None:
    retry = RetryTransport(Scripted(error, httpx.Response(200, content=b"[]")), 1)
    assert ask(retry).status_code == 200
    with pytest.raises(type(error)):
        ask(RetryTransport(Scripted(error, 200), 1), "POST")


def test_a_time_limit_that_ran_out_is_no_reason_for_another_request() -> None:
    with pytest.raises(httpx.ReadTimeout):
        ask(RetryTransport(Scripted(httpx.ReadTimeout("late"), 200), 1))


def test_the_reason_for_no_retry_is_kept() -> None:
    request = httpx.Request("GET", URL)
    RetryTransport(Scripted(503), 0).handle_request(request)
    assert state_of(request).gave_up == ""
    RetryTransport(Scripted(503, 503), 1).handle_request(request)
    assert state_of(request).gave_up == "gave up after 1 retries"


# Redirects


def redirects(*locations: str) -> tuple[RedirectTransport, Scripted]:
    inner = Scripted(*(httpx.Response(302, headers={"location": each}) for each in locations), 200)
    return RedirectTransport(ClientTransport(httpx.Client(transport=inner), LIMITS)), inner


def test_a_redirect_is_followed_on_the_same_host() -> None:
    follow, inner = redirects("/b", "c?d=1")
    assert ask(follow).status_code == 200
    paths = [each.url.raw_path for each in inner.requests]
    assert paths == [b"/objects/a", b"/b", b"/c?d=1"]


@pytest.mark.parametrize(
    "location", ["http://other.test/", "//other.test", "http://service.test:81/"]
)
def test_a_redirect_leads_nowhere_else(location: str) -> None:
    follow, inner = redirects(location)
    with pytest.raises(RouteError, match="is not followed"):
        ask(follow)
    assert len(inner.requests) == 1


def test_https_is_kept() -> None:
    follow, inner = redirects("http://service.test/b")
    assert ask(follow, url="https://service.test/a").status_code == 200
    assert str(inner.requests[1].url) == "https://service.test/b"


def test_a_post_is_not_repeated() -> None:
    follow, _ = redirects("/b")
    with pytest.raises(RouteError, match="which is not repeated"):
        ask(follow, "POST")


def test_five_redirects_are_enough() -> None:
    follow, _ = redirects(*["/b"] * 5)
    assert ask(follow).status_code == 200
    follow, inner = redirects(*["/b"] * 6)
    with pytest.raises(RouteError, match="more than 5 redirects"):
        ask(follow)
    assert len(inner.requests) == 6


# Rate limit


@pytest.fixture
def no_requests_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate_limit, "_paces", type(rate_limit._paces)(Pace))  # pyright: ignore[reportPrivateUsage]


@pytest.mark.usefixtures("no_requests_yet")
def test_requests_leave_no_faster_than_the_rate() -> None:
    limited = RateLimitTransport(Scripted(*[200] * 3), 4)
    started = time.monotonic()
    for _ in range(3):
        ask(limited)
    # Four may leave in any second.
    assert time.monotonic() - started < 0.5
    slow = RateLimitTransport(Scripted(200, 200), 2)
    ask(slow)
    ask(slow)
    assert time.monotonic() - started >= 0.5


@pytest.mark.usefixtures("no_requests_yet")
@pytest.mark.parametrize("covers", [False, True])
def test_a_deadline_covers_the_rate_limit_or_moves_by_it(covers: bool) -> None:
    limited = RateLimitTransport(Scripted(200, 200), 2.5)
    with Deadline(0.1, covers_rate_limit=covers) as deadline:
        ask(limited)
        ask(limited)
        if covers:
            with pytest.raises(DeadlineExceeded, match="ends before the request may leave"):
                ask(limited)
        else:
            assert deadline.left <= 0.1


# Deadline


def test_a_call_that_takes_too_long_is_over() -> None:
    class Slow(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            await asyncio.sleep(60)
            return httpx.Response(200)

    async def main() -> None:
        limited = AsyncTimeLimitTransport(Slow(), 0.05)
        with pytest.raises(DeadlineExceeded, match=r"total time limit of 0\.05 s") as raised:
            await limited.handle_async_request(httpx.Request("GET", URL))
        assert raised.value.seconds >= 0.05

    asyncio.run(main())


def test_the_step_that_the_deadline_cuts_short_is_not_blamed() -> None:
    class Slow(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            time.sleep(0.06)
            raise httpx.ReadTimeout("late")

    with pytest.raises(DeadlineExceeded):
        ask(TimeLimitTransport(Slow(), 0.05))
    with pytest.raises(httpx.ReadTimeout):
        ask(TimeLimitTransport(Slow(), 60))


def test_each_step_has_what_is_left_of_the_call() -> None:
    inner = Scripted(200)
    limited = TimeLimitTransport(ClientTransport(httpx.Client(transport=inner), LIMITS), 5)
    ask(limited)
    timeouts = inner.requests[0].extensions["timeout"]
    assert timeouts.keys() == LIMITS.keys()
    assert all(4 < each <= 5 for each in timeouts.values())


# Events


def test_hooks_are_told_of_each_request() -> None:
    told: list[RequestEvent | ResponseEvent] = []
    inner = Scripted(httpx.Response(200, content=b"[]"), httpx.ConnectError("refused"))
    events = EventTransport(inner, told.append, told.append)
    ask(events)
    with pytest.raises(httpx.ConnectError):
        ask(events)
    answered, failed = told[1], told[3]
    assert isinstance(answered, ResponseEvent)
    assert (answered.status, answered.size, answered.error) == (200, 2, "")
    assert isinstance(failed, ResponseEvent)
    assert (failed.status, failed.error) == (None, "ConnectionFailedError")


# Size


def test_an_answer_is_unpacked_and_bounded() -> None:
    packed = gzip.compress(bytes(1000))

    def answer() -> httpx.Response:
        return httpx.Response(
            200, headers={"content-encoding": "gzip"}, stream=httpx.ByteStream(packed)
        )

    response = ask(SizeLimitTransport(Scripted(answer()), 1000))
    assert response.content == bytes(1000)
    assert "content-encoding" not in response.headers
    with pytest.raises(BodyError, match="larger than 999 bytes"):
        ask(SizeLimitTransport(Scripted(answer()), 999))


def test_a_refused_answer_is_closed() -> None:
    class Body(httpx.SyncByteStream):
        closed = False

        def __iter__(self) -> Iterator[bytes]:
            while True:
                yield bytes(100)

        def close(self) -> None:
            self.closed = True

    body = Body()
    with pytest.raises(BodyError):
        ask(SizeLimitTransport(Scripted(httpx.Response(200, stream=body)), 1000))
    assert body.closed


# Cache


def test_an_answer_is_kept(tmp_path: Any) -> None:
    inner = Scripted(httpx.Response(200, content=b"[1]"), httpx.Response(200, content=b"[2]"))
    kept = CacheTransport(inner, str(tmp_path), 60)
    assert [ask(kept).content for _ in range(2)] == [b"[1]", b"[1]"]
    assert ask(kept, url=f"{URL}b").content == b"[2]"


# Connections


def test_a_request_waits_for_a_free_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alerce.http.clients.MOST_CONNECTIONS", 1)
    slots = Slots()
    limited = SlotTransport(Scripted(200, RuntimeError("broken"), 200), slots, 0.05)
    ask(limited)
    with pytest.raises(RuntimeError):
        ask(limited)
    # What failed has given its connection back.
    ask(limited)
    slots.acquire(1)
    with pytest.raises(httpx.PoolTimeout):
        ask(limited)


def test_layers_are_closed_from_without_to_within() -> None:
    inner = Scripted()
    RetryTransport(RedirectTransport(inner), 1).close()
    assert inner.closed


# The client


def test_what_comes_from_no_client_is_an_error() -> None:
    client = httpx.Client(transport=Scripted())
    client.close()
    with pytest.raises(APIError, match="closed"):
        ask(ClientTransport(client, LIMITS))


# Sockets


def drip_head(connection: socket.socket) -> None:
    request_on(connection)
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    for _ in range(200):
        connection.sendall(b"x")
        time.sleep(0.02)


@pytest.mark.parametrize("seconds", [0.2, 0.4])
def test_bytes_that_arrive_one_by_one_end_with_the_deadline(seconds: float, serve: Serve) -> None:
    raw = serve(drip_head)
    started = time.monotonic()
    with (
        httpx.Client(transport=DeadlineTransport()) as client,
        Deadline(seconds),
        pytest.raises(httpx.ReadTimeout),
    ):
        client.get(raw.url, timeout=60)
    assert seconds <= time.monotonic() - started < 3


def test_without_a_deadline_it_is_the_transport_of_httpx(serve: Serve) -> None:
    raw = serve(once(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]"))
    with httpx.Client(transport=DeadlineTransport(retries=1)) as client:
        assert client.get(raw.url).content == b"[]"


def silent(raw: Callable[[], RawServer]) -> Callable[[socket.socket], None]:
    """Return what reads a request and then says nothing."""

    def talk(connection: socket.socket) -> None:
        request_on(connection)
        raw().over.wait(10)

    return talk


def cancelled_after(seconds: float, url: str, **arguments: Any) -> tuple[float, BaseException]:
    """Return how long a request goes on after its cancellation, and what ends it."""
    scope, found = CancelScope(), list[BaseException]()

    def work() -> None:
        try:
            with httpx.Client(transport=DeadlineTransport(**arguments)) as client:
                client.get(url, timeout=10)
        except BaseException as error:  # noqa: BLE001 (it is what is asked for)
            found.append(error)

    scope.start(work, "alerce-test")
    time.sleep(seconds)
    started = time.monotonic()
    scope.cancel()
    while not found:
        time.sleep(0.001)
    return time.monotonic() - started, found[0]


def test_a_cancelled_request_ends_at_once(serve: Serve) -> None:
    servers: list[RawServer] = []
    servers.append(serve(silent(lambda: servers[0])))
    seconds, error = cancelled_after(0.2, servers[0].url)
    assert isinstance(error, Cancelled)
    assert seconds < 2


@pytest.mark.parametrize("shaken", [True, False])
def test_a_cancelled_request_ends_at_once_under_tls(
    shaken: bool, serve: Serve, certificates: Certificates
) -> None:
    servers: list[RawServer] = []
    context = certificates.server(certificates.loopback)

    def talk(connection: socket.socket) -> None:
        if not shaken:
            servers[0].over.wait(10)
            return
        with context.wrap_socket(connection, server_side=True) as secured:
            silent(lambda: servers[0])(secured)

    servers.append(serve(talk))
    url = servers[0].url.replace("http:", "https:")
    trust = httpx.create_ssl_context(verify=False)
    seconds, error = cancelled_after(0.5, url, verify=trust)
    assert isinstance(error, Cancelled)
    assert seconds < 2


def test_a_request_is_not_begun_in_a_cancelled_scope() -> None:
    scope = CancelScope()
    scope.cancel()
    found: list[BaseException] = []

    def work() -> None:
        try:
            ask(ClientTransport(httpx.Client(transport=Scripted(200)), LIMITS))
        except BaseException as error:  # noqa: BLE001 (it is what is asked for)
            found.append(error)

    scope.start(work, "alerce-test")
    while not found:
        time.sleep(0.001)
    assert isinstance(found[0], Cancelled)


def test_a_connection_that_is_not_answered_ends_with_the_deadline() -> None:
    started = time.monotonic()
    with ExitStack() as stack:
        port = stack.enter_context(deaf_port())
        client = stack.enter_context(httpx.Client(transport=DeadlineTransport()))
        stack.enter_context(Deadline(0.2))
        with pytest.raises(httpx.ConnectTimeout):
            client.get(f"http://127.0.0.1:{port}", timeout=60)
    assert time.monotonic() - started < 3


def test_a_scope_holds_no_thread_that_has_ended() -> None:
    scope = CancelScope()
    scope.start(lambda: None, "alerce-test")
    scope.cancel()
    assert "alerce-test" not in [each.name for each in threading.enumerate()]
