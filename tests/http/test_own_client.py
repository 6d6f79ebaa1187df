"""A program's own httpx client or transport in place of ours."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import pickle
import socket
import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from alerce import Alerce, AsyncAlerce
from alerce.exceptions import (
    APIError,
    ConfigError,
    ObjectNotFoundError,
    RequestTimeoutError,
    RouteError,
    TransportError,
)
from alerce.http.network import DeadlineTransport
from tests.conftest import Answer, ScriptedServer
from tests.http.test_transport import Serve, answered, request_on, serve
from tests.wires import Wire

__all__ = ["serve"]  # a fixture, used by its name

OID = "ZTF18abbuksn"


def answer(request: httpx.Request) -> httpx.Response:
    """Answer about an object with its name."""
    return httpx.Response(200, json={"oid": request.url.path.split("/")[-1]})


class Counted(httpx.MockTransport):
    """Answers, and tells whether it is closed."""

    closed = False

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


def both(ask: Callable[[Any], Any], **options: Any) -> list[Any]:
    """Return what both faces answer to a question; each with its own kind of client."""
    make = options.pop("make", None)

    async def awaited() -> Any:
        async with contextlib.AsyncExitStack() as stack:
            own = make and await stack.enter_async_context(make(httpx.AsyncClient))
            client = await stack.enter_async_context(AsyncAlerce(**options, http_client=own))
            return await ask(client)

    found: list[Any] = [asyncio.run(awaited())]
    with contextlib.ExitStack() as stack:
        own = make and stack.enter_context(make(httpx.Client))
        client = stack.enter_context(Alerce(**options, http_client=own))
        return [*found, ask(client)]


def test_a_transport_of_one_s_own_answers() -> None:
    mock = httpx.MockTransport(answer)
    found = both(lambda client: client.query_object(OID), transport=mock)
    assert [each["oid"] for each in found] == [OID, OID]


def test_a_client_of_one_s_own_sends_what_it_always_sends(hostile: Wire) -> None:
    seen: list[str] = []

    def make(kind: Any) -> Any:
        def note(request: httpx.Request) -> None:
            seen.append(request.url.path)

        async def async_note(request: httpx.Request) -> None:
            note(request)

        return kind(
            headers={"x-project": "supernovae"},
            cookies={"session": "1"},
            params={"key": "k"},
            auth=("user", "password"),
            event_hooks={"request": [note if kind is httpx.Client else async_note]},
        )

    both(lambda client: client.query_object(OID), make=make, **hostile.config)
    assert seen == [f"/ztf/v1/objects/{OID}"] * 2
    for request in hostile.log:
        assert request.headers["x-project"] == "supernovae"
        assert request.headers["cookie"] == "session=1"
        assert request.headers["authorization"].startswith("Basic ")
        # Ours are only those that answers depend on, and the name of the SDK.
        assert request.headers["accept-encoding"] == "gzip, deflate"
        assert request.headers["user-agent"].startswith("alerce-sdk/")
        assert list(request.query) == [("key", "k")]


def test_parameters_of_a_client_come_beside_those_of_a_call(hostile: Wire) -> None:
    with httpx.Client(params={"key": "k"}) as own:
        Alerce(**hostile.config, http_client=own).query_objects(classifier="lc_classifier")
    assert {"key", "classifier"} == dict(hostile.log[0].query).keys()


def test_a_name_of_one_s_own_is_sent(hostile: Wire) -> None:
    with httpx.Client(headers={"user-agent": "broker/1"}) as own:
        Alerce(**hostile.config, http_client=own).query_object(OID)
    assert hostile.log[0].headers["user-agent"] == "broker/1"


def test_a_client_of_one_s_own_is_not_closed() -> None:
    mock = Counted(answer)
    own = httpx.Client(transport=mock)
    with Alerce(http_client=own) as client:
        client.query_object(OID)
    with pytest.raises(APIError, match="closed"):
        client.query_object(OID)
    assert (own.is_closed, mock.closed) == (False, False)
    with Alerce(http_client=own) as client:
        assert client.query_object(OID)["oid"] == OID
        own.close()
        with pytest.raises(APIError, match="the client is closed"):
            client.query_object(OID)


def test_a_transport_is_closed_with_the_client() -> None:
    mock = Counted(answer)
    with Alerce(transport=mock) as client:
        client.query_object(OID)
        assert not mock.closed
    assert mock.closed


def test_a_transport_outlives_a_forgotten_client() -> None:
    mock = Counted(answer)
    Alerce(transport=mock).query_object(OID)
    assert not mock.closed


WRONG: dict[str, Any] = {
    "http_client": httpx.AsyncClient(),
    "transport": httpx.AsyncHTTPTransport(),
}


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("given", ["the other kind", "no such thing"])
def test_a_client_of_the_wrong_kind_is_refused(name: str, given: str) -> None:
    value: Any = WRONG[name] if given == "the other kind" else 5
    with pytest.raises(ConfigError, match=rf"{name}: expected an httpx\.(Client|BaseTransport)"):
        Alerce(**{name: value})


def test_a_plain_client_is_refused_by_the_asynchronous_face() -> None:
    wrong: Any = httpx.Client()
    with pytest.raises(ConfigError, match=r"expected an httpx\.AsyncClient"):
        AsyncAlerce(http_client=wrong)
    wrong.close()


def test_a_client_and_a_transport_are_too_much() -> None:
    with httpx.Client() as own, pytest.raises(ConfigError, match="either"):
        Alerce(http_client=own, transport=httpx.MockTransport(answer))


def test_certificates_belong_to_the_client_of_one_s_own(tmp_path: Any) -> None:
    (tmp_path / "ca.pem").touch()
    with (
        httpx.Client() as own,
        Alerce(http_client=own, ca_bundle=tmp_path / "ca.pem") as client,
        pytest.raises(ConfigError, match="ca_bundle"),
    ):
        client.query_object(OID)


def test_a_client_of_one_s_own_is_part_of_other_options() -> None:
    with Alerce(transport=httpx.MockTransport(answer)) as client:
        assert client.with_options(retries=0).query_object(OID)["oid"] == OID


def test_a_client_of_one_s_own_cannot_be_pickled() -> None:
    with (
        httpx.Client() as own,
        Alerce(http_client=own) as client,
        pytest.raises(TypeError, match="pickle"),
    ):
        pickle.dumps(client)


def test_retries_and_limits_are_the_same(server: ScriptedServer) -> None:
    server.will(Answer(503), Answer(302, headers={"location": "/moved"}), Answer(body=b"[]"))
    with httpx.Client() as own, Alerce(**server.config, http_client=own) as client:
        assert client.query_magstats("a") == []
        assert server.targets[-1] == "/moved"
        server.will(Answer(302, headers={"location": "http://127.0.0.2/"}))
        with pytest.raises(RouteError, match="is not followed"):
            client.query_magstats("a")
        server.will(Answer(body=b"[" + b" " * 1000 + b"]"))
        with pytest.raises(APIError, match="larger than 100 bytes"):
            client.with_options(max_size=100).query_magstats("a")


def test_a_client_that_follows_redirects_keeps_to_our_rules(server: ScriptedServer) -> None:
    server.will(Answer(302, headers={"location": "http://127.0.0.2/"}))
    with (
        httpx.Client(follow_redirects=True) as own,
        Alerce(**server.config, http_client=own) as client,
        pytest.raises(RouteError, match="is not followed"),
    ):
        client.query_magstats("a")


def test_cookies_stay_with_a_client_of_one_s_own(hostile: Wire) -> None:
    hostile.will({"fault": "answer", "headers": {"set-cookie": "session=5"}, "nth": [1]})
    with httpx.Client() as own, Alerce(**hostile.config, http_client=own) as client:
        client.query_object(OID)
        client.query_object(OID)
    assert hostile.log[-1].headers["cookie"] == "session=5"


def test_a_hook_that_raises_for_a_status_does_not_hide_it(server: ScriptedServer) -> None:
    def check(response: httpx.Response) -> None:
        response.raise_for_status()

    server.will(Answer(404, b'{"message": "no such object"}'))
    with (
        httpx.Client(event_hooks={"response": [check]}) as own,
        Alerce(**server.config, http_client=own, retries=0) as client,
        pytest.raises(ObjectNotFoundError) as raised,
    ):
        client.query_object(OID)
    assert raised.value.code == 404


def test_any_error_of_httpx_is_one_of_the_family() -> None:
    def fail(request: httpx.Request) -> httpx.Response:
        raise httpx.UnsupportedProtocol("mine", request=request)

    with (
        Alerce(transport=httpx.MockTransport(fail)) as client,
        pytest.raises(TransportError, match="UnsupportedProtocol: mine"),
    ):
        client.query_object(OID)


def test_what_is_shown_to_one_user_is_not_kept(hostile: Wire, tmp_path: Any) -> None:
    with httpx.Client(auth=("user", "password")) as own:
        client = Alerce(**hostile.config, http_client=own, cache=tmp_path)
        client.query_object(OID)
        client.query_object(OID)
    assert len(hostile.log) == 2
    sent = base64.b64encode(b"user:password").decode()
    assert hostile.log[0].headers["authorization"] == f"Basic {sent}"


def drip(connection: socket.socket) -> None:
    request_on(connection)
    connection.sendall(answered(b"")[:-4])
    for _ in range(100):
        connection.sendall(b"\r\nx: y")
        time.sleep(0.05)


def drip_body(connection: socket.socket) -> None:
    request_on(connection)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    for _ in range(100):
        connection.sendall(b" ")
        time.sleep(0.05)


@pytest.mark.parametrize(
    ("talk", "make"),
    [
        (drip_body, httpx.HTTPTransport),
        (drip_body, DeadlineTransport),
        (drip, DeadlineTransport),
    ],
)
def test_a_client_of_one_s_own_keeps_to_the_deadline(talk: Any, make: Any, serve: Serve) -> None:
    raw = serve(talk)
    with httpx.Client(transport=make()) as own:
        client = Alerce(
            ZTF_API_URL=f"{raw.url}/", http_client=own, timeout={"total": 0.4}, retries=0
        )
        started = time.monotonic()
        with pytest.raises(RequestTimeoutError, match=r"the total time limit of 0\.4 s"):
            client.query_object(OID)
        assert time.monotonic() - started < 3


@pytest.mark.parametrize("talk", [drip, drip_body])
def test_an_asynchronous_client_of_one_s_own_keeps_to_the_deadline(talk: Any, serve: Serve) -> None:
    raw = serve(talk)

    async def ask() -> float:
        async with httpx.AsyncClient() as own:
            client = AsyncAlerce(
                ZTF_API_URL=f"{raw.url}/", http_client=own, timeout={"total": 0.4}, retries=0
            )
            started = time.monotonic()
            with pytest.raises(RequestTimeoutError, match=r"the total time limit of 0\.4 s"):
                await client.query_object(OID)
            return time.monotonic() - started

    assert asyncio.run(ask()) < 3
