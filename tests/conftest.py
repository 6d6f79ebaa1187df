"""Shared fixtures: the sandbox, clients, and servers with prepared answers or faults."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import hypothesis
import pytest

from alerce import Alerce
from alerce.sandbox import Sandbox
from alerce.sandbox.server import Addresses
from tests.faces import FACES, Face, connected
from tests.wires import Certificates, Wire, make_certificates, wire

# No deadline, since the first example of a test imports libraries.
hypothesis.settings.register_profile("alerce", deadline=None)
hypothesis.settings.load_profile("alerce")

SHARED = Path(__file__).resolve().parents[2] / "shared"
"""Recorded exchanges and real packets, which are not part of the project."""


@dataclass
class Answer:
    """An answer of the scripted server."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict[str, str])


class ScriptedServer:
    """An HTTP server on loopback that sends prepared answers in turn, then repeats the last one."""

    def __init__(self) -> None:
        self.answers: list[Answer] = [Answer()]
        self.targets: list[str] = []
        """Path and query of each request that arrived, as sent."""
        scripted = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                scripted.targets.append(self.path)
                self.rfile.read(int(self.headers.get("content-length", 0)))
                turn = min(len(scripted.targets), len(scripted.answers)) - 1
                answer = scripted.answers[turn]
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.send_header("content-length", str(len(answer.body)))
                self.end_headers()
                self.wfile.write(answer.body)

            do_POST = do_GET

            def log_message(self, format: str, *args: object) -> None:
                """Log nothing, since tests read `targets`."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def config(self) -> Addresses:
        return {
            "ZTF_API_URL": f"{self.url}/",
            "CATSHTM_API_URL": self.url,
            "AVRO_URL": self.url,
            "ZTF_DB_API_URL": f"{self.url}/",
            "URL_MS": self.url,
            "STAMP_URL": self.url,
            "ZTF_V2_API_URL": f"{self.url}/v2",
        }

    def will(self, *answers: Answer) -> None:
        """Send these answers from now on."""
        self.targets.clear()
        self.answers = list(answers)

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """The embedded service, with its synthetic data."""
    with Sandbox() as running:
        yield running


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run the tests of a module that is marked so with both faces of the client."""
    marked = metafunc.definition.get_closest_marker("both_faces")
    if marked and "face" in metafunc.fixturenames:
        metafunc.parametrize("face", FACES, indirect=True)


@pytest.fixture
def face(request: pytest.FixtureRequest) -> Face:
    """Which client a test gets: the blocking one, unless the test is for both."""
    return getattr(request, "param", "Alerce")


@pytest.fixture
def client(sandbox: Sandbox, face: Face) -> Iterator[Alerce]:
    """A client of the sandbox."""
    with connected(face, sandbox.config) as made:
        yield made


@pytest.fixture(scope="module")
def scripted_server() -> Iterator[ScriptedServer]:
    server = ScriptedServer()
    yield server
    server.close()


@pytest.fixture
def server(scripted_server: ScriptedServer) -> ScriptedServer:
    """A server whose answers the test prepares."""
    scripted_server.will(Answer())
    return scripted_server


@pytest.fixture
def scripted(server: ScriptedServer, face: Face) -> Iterator[Alerce]:
    """A client of that server."""
    with connected(face, server.config) as made:
        yield made


@pytest.fixture(scope="module")
def broken_wire(sandbox: Sandbox) -> Iterator[Wire]:
    with wire(sandbox.url) as made:
        yield made


@pytest.fixture
def hostile(broken_wire: Wire) -> Wire:
    """A proxy in front of the sandbox, for which a test can set faults."""
    broken_wire.will()
    return broken_wire


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return make_certificates(tmp_path_factory.mktemp("certificates"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show the figures of tests that call ``record_property("figures", ...)``."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "figures":
                terminalreporter.write_line(f"{report.nodeid.split('::')[-1]}: {value}")
