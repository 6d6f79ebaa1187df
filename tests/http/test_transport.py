"""Redirects, time limits, broken connections and their reuse, over real sockets."""

from __future__ import annotations

import contextlib
import gzip
import shutil
import socket
import ssl
import struct
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from alerce import Alerce
from alerce.exceptions import (
    APIError,
    ConnectionFailedError,
    InvalidResponseError,
    RequestTimeoutError,
    RouteError,
    ServerError,
    TransportError,
)
from tests.conftest import Answer, ScriptedServer

Talk = Callable[[socket.socket], None]
NAME = "service.test"
ROWS = b'[{"fid": 1}]'


class RawServer:
    """A server that does with each connection what it is told."""

    def __init__(self, talk: Talk) -> None:
        self.connections = 0
        self.over = threading.Event()
        self._talk = talk
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def close(self) -> None:
        self.over.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        while not self.over.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            thread = threading.Thread(target=self._serve, args=(connection,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            connection.settimeout(5)
            self._talk(connection)


Serve = Callable[[Talk], RawServer]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Start servers, and stop them afterwards."""
    with contextlib.ExitStack() as stack:

        def start(talk: Talk) -> RawServer:
            raw = RawServer(talk)
            stack.callback(raw.close)
            return raw

        yield start


def request_on(connection: socket.socket) -> bytes:
    """Return the next request, without a body; nothing when the client has gone."""
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        byte = connection.recv(1)
        if not byte:
            return b""
        head += byte
    return head


def answered(body: bytes = ROWS, status: str = "200 OK", *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def once(content: bytes) -> Talk:
    """Return what reads a request, sends some bytes, and hangs up."""

    def talk(connection: socket.socket) -> None:
        request_on(connection)
        connection.sendall(content)

    return talk


def fids(client: Alerce) -> list[int]:
    """Ask, and return what tells that the answer came."""
    return [row["fid"] for row in client.query_magstats("a")]


def ask(url: str) -> list[int]:
    """Ask once."""
    with Alerce(ZTF_API_URL=f"{url}/", retries=0, timeout=5) as client:
        return fids(client)


# Redirects


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("absolute", [True, False])
def test_a_redirect_on_the_same_host_is_followed(
    status: int, absolute: bool, server: ScriptedServer, scripted: Alerce
) -> None:
    location = f"{server.url if absolute else ''}/moved?a=1"
    server.will(Answer(status, headers={"location": location}), Answer(body=ROWS))
    assert fids(scripted) == [1]
    assert server.targets == ["/objects/a/magstats", "/moved?a=1"]


def test_a_redirect_to_another_host_is_refused_by_its_name(
    server: ScriptedServer, scripted: Alerce, serve: Serve
) -> None:
    other = serve(once(answered()))
    server.will(Answer(302, headers={"location": f"{other.url}/elsewhere?secret=1"}))
    with pytest.raises(RouteError, match=f"redirects to {other.url}/elsewhere, ") as raised:
        scripted.query_magstats("a")
    assert "secret" not in str(raised.value)
    assert other.connections == 0


@pytest.mark.parametrize("location", ["http://[", "http://127.0.0.1:99999999/", "ftp://127.0.0.1/"])
def test_a_redirect_to_no_address_is_refused(
    location: str, server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(Answer(302, headers={"location": location}))
    with pytest.raises(RouteError, match="object a: the service redirects"):
        scripted.query_magstats("a")
    assert len(server.targets) == 1


def test_a_loop_of_redirects_ends(server: ScriptedServer, scripted: Alerce) -> None:
    server.will(Answer(302, headers={"location": "/again"}))
    with pytest.raises(RouteError, match="more than 5 redirects"):
        scripted.query_magstats("a")
    assert len(server.targets) == 6


def test_a_query_in_sql_is_not_repeated_elsewhere(server: ScriptedServer, scripted: Alerce) -> None:
    server.will(Answer(307, headers={"location": "/moved"}), Answer(body=b"a\n"))
    with pytest.raises(RouteError, match=r"a POST to .*, which is not repeated"):
        scripted.send_query("SELECT 1")
    assert len(server.targets) == 1


# TLS


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate and its key, in one file, trusted by no one."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("there is no openssl to make a certificate with")
    path = tmp_path_factory.mktemp("tls") / "certificate.pem"
    subprocess.run(  # noqa: S603 (our own words)
        [
            *(openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"),
            *("-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME},IP:127.0.0.1"),
            *("-keyout", str(path), "-out", str(path.with_suffix(".crt"))),
        ],
        check=True,
        capture_output=True,
    )
    with path.open("a") as file:
        file.write(path.with_suffix(".crt").read_text())
    return path


Secure = Callable[[Talk], Talk]


@pytest.fixture
def secure(certificate: Path) -> Secure:
    """Make what a server does happen under TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    def wrap(talk: Talk) -> Talk:
        def talk_securely(connection: socket.socket) -> None:
            with context.wrap_socket(connection, server_side=True) as secured:
                talk(secured)

        return talk_securely

    return wrap


def secure_url(raw: RawServer) -> str:
    return raw.url.replace("http://", "https://") + "/"


def test_a_certificate_of_one_s_own_can_be_trusted(
    serve: Serve, secure: Secure, certificate: Path
) -> None:
    raw = serve(secure(once(answered())))
    with Alerce(ZTF_API_URL=secure_url(raw), ca_bundle=certificate.with_suffix(".crt")) as client:
        assert fids(client) == [1]


def test_an_untrusted_certificate_is_a_failed_connection(serve: Serve, secure: Secure) -> None:
    raw = serve(secure(once(answered())))
    with pytest.raises(ConnectionFailedError, match="certificate is not trusted"):
        ask(secure_url(raw))


def test_a_redirect_from_https_to_http_is_refused(
    serve: Serve, secure: Secure, certificate: Path, server: ScriptedServer
) -> None:
    raw = serve(secure(once(answered(b"", "302 Found", f"Location: {server.url}/plain"))))
    bundle = certificate.with_suffix(".crt")
    with (
        Alerce(ZTF_API_URL=secure_url(raw), ca_bundle=bundle) as client,
        pytest.raises(RouteError, match=f"redirects to {server.url}/plain"),
    ):
        client.query_magstats("a")
    assert server.targets == []


def test_a_redirect_to_the_same_host_s_http_is_followed_by_https(
    serve: Serve, secure: Secure, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As the ZTF API does for an address without its final slash. The service stands
    # behind a proxy, so that it can have the usual port.
    asked: list[bytes] = []

    def service(connection: socket.socket) -> None:
        for answer in (
            answered(b"", "308 Permanent Redirect", f"Location: http://{NAME}/objects/"),
            answered(b'{"items": []}'),
        ):
            asked.append(request_on(connection).split()[1])
            connection.sendall(answer)

    def proxy(connection: socket.socket) -> None:
        asked.append(request_on(connection).split(b"\r\n")[0])
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        secure(service)(connection)

    monkeypatch.setenv("https_proxy", serve(proxy).url)
    monkeypatch.delenv("no_proxy", raising=False)
    bundle = certificate.with_suffix(".crt")
    with Alerce(ZTF_API_URL=f"https://{NAME}/", ca_bundle=bundle, retries=0) as client:
        client.load_config_from_object({"ZTF_ROUTES": {"objects": "/objects"}})
        assert client.query_objects(format="json")["items"] == []
    assert asked == [f"CONNECT {NAME}:443 HTTP/1.1".encode(), b"/objects", b"/objects/"]


# Time limits


def test_a_service_that_does_not_answer_is_a_time_out(serve: Serve) -> None:
    def wait(_: socket.socket) -> None:
        raw.over.wait(5)

    raw = serve(wait)
    with (
        Alerce(ZTF_API_URL=f"{raw.url}/", timeout={"read": 0.2}, retries=0) as client,
        pytest.raises(RequestTimeoutError, match=r"object a: the read time limit of 0\.2 s"),
    ):
        client.query_magstats("a")


def test_a_service_that_sends_drop_by_drop_is_a_time_out(serve: Serve) -> None:
    def drip(connection: socket.socket) -> None:
        request_on(connection)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        while not raw.over.wait(0.02):
            connection.sendall(b" ")

    raw = serve(drip)
    started = time.monotonic()
    with (
        Alerce(ZTF_API_URL=f"{raw.url}/", timeout={"total": 0.4}, retries=0) as client,
        pytest.raises(RequestTimeoutError, match=r"the total time limit of 0\.4 s"),
    ):
        client.query_magstats("a")
    assert time.monotonic() - started < 3


def test_a_time_out_belongs_to_the_family() -> None:
    assert issubclass(RequestTimeoutError, TransportError)


# Connections


def test_a_refused_connection_is_an_error_of_the_family() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(ConnectionFailedError, match=f"object a: .*127.0.0.1:{port}/") as raised:
        ask(f"http://127.0.0.1:{port}")
    assert raised.value.response is None
    assert raised.value.request is not None
    assert raised.value.code == -1


def reset(connection: socket.socket) -> None:
    request_on(connection)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


BROKEN: dict[str, Talk] = {
    "reset": reset,
    "closed at once": lambda connection: None,
    "closed without an answer": once(b""),
    "no HTTP": once(b"SSH-2.0-OpenSSH_9.6\r\n\r\n"),
    "a body cut off": once(answered()[:-3]),
    "a head cut off": once(b"HTTP/1.1 200 OK\r\nContent-Le"),
    "an endless chunk": once(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_connection_is_an_error_of_the_family(name: str, serve: Serve) -> None:
    raw = serve(BROKEN[name])
    with pytest.raises(ConnectionFailedError, match="object a: "):
        ask(raw.url)


PACKED: dict[str, bytes] = {
    "not packed": answered(ROWS, "200 OK", "Content-Encoding: gzip"),
    "cut off": answered(gzip.compress(ROWS)[:-4], "200 OK", "Content-Encoding: gzip"),
    "packed otherwise": answered(ROWS, "200 OK", "Content-Encoding: br"),
}


@pytest.mark.parametrize("name", PACKED)
def test_a_content_encoding_that_lies_is_an_invalid_answer(name: str, serve: Serve) -> None:
    raw = serve(once(PACKED[name]))
    with pytest.raises(InvalidResponseError, match="object a: the answer"):
        ask(raw.url)


def test_a_packed_answer_is_unpacked(serve: Serve) -> None:
    raw = serve(once(answered(gzip.compress(ROWS), "200 OK", "Content-Encoding: gzip")))
    assert ask(raw.url) == [1]


@pytest.mark.parametrize("packed", [True, False])
def test_an_answer_is_taken_up_to_a_bound(packed: bool, serve: Serve) -> None:
    body = bytes(100_000)
    raw = serve(
        once(
            answered(gzip.compress(body), "200 OK", "Content-Encoding: gzip")
            if packed
            else answered(body)
        )
    )
    with (
        Alerce(ZTF_API_URL=f"{raw.url}/", max_size=10_000, retries=0) as client,
        pytest.raises(InvalidResponseError, match="larger than 10000 bytes"),
    ):
        client.query_magstats("a")


def keep_alive(connection: socket.socket) -> None:
    while request_on(connection):
        connection.sendall(answered())


def test_a_connection_is_used_again(serve: Serve) -> None:
    raw = serve(keep_alive)
    with Alerce(ZTF_API_URL=f"{raw.url}/") as client:
        for _ in range(3):
            client.query_magstats("a")
    assert raw.connections == 1


def test_a_connection_that_the_service_closed_is_made_anew(serve: Serve) -> None:
    raw = serve(once(answered()))
    with Alerce(ZTF_API_URL=f"{raw.url}/", retries=0) as client:
        for _ in range(3):
            assert fids(client) == [1]
            time.sleep(0.05)
    assert raw.connections == 3


def test_clients_with_other_options_share_connections(serve: Serve) -> None:
    raw = serve(keep_alive)
    with Alerce(ZTF_API_URL=f"{raw.url}/") as client:
        client.query_magstats("a")
        client.with_options(timeout=5).query_magstats("a")
    assert raw.connections == 1


def test_connections_are_closed_with_the_client(serve: Serve) -> None:
    gone = threading.Event()

    def talk(connection: socket.socket) -> None:
        keep_alive(connection)
        gone.set()

    with Alerce(ZTF_API_URL=f"{serve(talk).url}/") as client:
        client.query_magstats("a")
        assert not gone.is_set()
    assert gone.wait(5)


def test_a_closed_client_asks_nothing_more(server: ScriptedServer) -> None:
    client = Alerce(**server.config)
    client.close()
    client.close()
    with pytest.raises(APIError, match="closed"):
        client.query_magstats("a")
    assert server.targets == []


def test_the_service_sees_who_asks(serve: Serve) -> None:
    asked: list[bytes] = []

    def talk(connection: socket.socket) -> None:
        asked.append(request_on(connection).lower())
        connection.sendall(answered())

    ask(serve(talk).url)
    assert b"\r\nuser-agent: alerce" in asked[0]


# Retries


def test_a_request_that_failed_for_a_moment_is_sent_again(
    server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(Answer(503), Answer(body=ROWS))
    assert fids(scripted) == [1]
    assert len(server.targets) == 2


def test_a_request_is_sent_again_as_often_as_asked(server: ScriptedServer) -> None:
    server.will(Answer(503))
    with Alerce(**server.config, retries=1) as client, pytest.raises(ServerError) as raised:
        client.query_magstats("a")
    assert raised.value.attempts == len(server.targets) == 2
    assert "gave up after 1 retries" in str(raised.value)


@pytest.mark.parametrize("status", [400, 404, 500])
def test_a_request_that_was_refused_is_not_sent_again(
    status: int, server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(Answer(status, b'{"message": "no"}'))
    with pytest.raises(APIError):
        scripted.query_magstats("a")
    assert len(server.targets) == 1


def test_a_query_in_sql_is_never_sent_twice(server: ScriptedServer, scripted: Alerce) -> None:
    server.will(Answer(503))
    with pytest.raises(ServerError):
        scripted.send_query("DELETE FROM object")
    assert len(server.targets) == 1
