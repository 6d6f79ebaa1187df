"""Running the application: a thread with its own event loop, on a port it holds already."""

import socket
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import TypedDict

import uvicorn

from alerce.sandbox import lsst_sky, synthetic
from alerce.sandbox.app import RequestLog, SandboxApp
from alerce.sandbox.catshtm import CatsHTMService
from alerce.sandbox.database import DatabaseService
from alerce.sandbox.faults import FaultProxy, Faults, Script
from alerce.sandbox.lsst import LsstService
from alerce.sandbox.stamps import StampService
from alerce.sandbox.store import Store
from alerce.sandbox.ztf import ZTFService
from alerce.sandbox.ztf2 import ZTF2Service

START_SECONDS = 20.0
# Where LSST has objects too: it does not see the north.
SHARED = """
SELECT meanra AS ra, meandec AS dec FROM object WHERE meandec < 12 ORDER BY rowid LIMIT 40
"""


class Addresses(TypedDict):
    """Where the services of a sandbox are, by the keys of the client's configuration."""

    ZTF_API_URL: str
    CATSHTM_API_URL: str
    AVRO_URL: str
    ZTF_DB_API_URL: str
    URL_MS: str
    STAMP_URL: str
    ZTF_V2_API_URL: str


def bind(host: str, port: int) -> socket.socket:
    """Return a bound socket; port 0 takes a free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Only for a socket that names its protocol does asyncio switch off Nagle's algorithm, which
    # would hold back each answer's body for 40 ms.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
    except OSError:
        listener.close()
        raise
    return listener


def open_store(alerts: Path | None) -> Store:
    """Return the data to serve: real alerts from a folder, or the synthetic sky."""
    if alerts is None:
        return Store(synthetic.snapshot(), "synthetic")
    from alerce.sandbox import alerts as real

    return Store(Store.snapshot(real.read_folder(alerts)), "alerts")


def open_sky(store: Store) -> lsst_sky.Sky:
    """Return the objects of LSST, the first of them where the synthetic sky has one of ZTF."""
    if store.label != "synthetic":
        return lsst_sky.Sky([])
    rows = store.rows(SHARED)
    return lsst_sky.Sky(
        lsst_sky.population([(float(str(row["ra"])), float(str(row["dec"]))) for row in rows])
    )


def make_server(store: Store, log: RequestLog, latency: float) -> uvicorn.Server:
    """Return a server for `store`, quiet and without parts that are not used."""
    app = SandboxApp(
        [
            ZTFService(store),
            CatsHTMService(store),
            StampService(store, synthetic.NULL_CUTOUT, synthetic.BROKEN),
            DatabaseService(store),
            LsstService(open_sky(store)),
            ZTF2Service(store),
        ],
        log,
        store.label,
        latency,
    )
    return uvicorn.Server(
        uvicorn.Config(
            app,
            loop="asyncio",
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="warning",
            access_log=False,
            timeout_graceful_shutdown=1,
        )
    )


class Sandbox:
    """The ALeRCE services on loopback, from an embedded database.

    It answers as the real services do, faults included, from synthetic data or from a folder of
    real alert packets. Every answer has the header ``x-alerce-sandbox`` saying which.

    Parameters
    ----------
    host : str
        Address to listen on.
    port : int
        Port to listen on; 0 takes a free one.
    alerts : path, optional
        Serve the ZTF alert packets (``*.avro``) of this folder in place of the synthetic sky.
    latency : float
        Seconds added to each answer.
    faults : Faults, or a script of them, or a path, optional
        What breaks on the way; see `alerce.sandbox.faults`.

    Attributes
    ----------
    requests : RequestLog
        What has arrived, for tests to look at.
    faults : Faults
        What breaks on the way, to be changed while the sandbox runs if it was given one.

    Examples
    --------
    >>> from alerce.sandbox import Sandbox
    >>> with Sandbox() as sandbox:
    ...     sorted(sandbox.config)
    ['AVRO_URL', 'CATSHTM_API_URL', 'STAMP_URL', 'URL_MS', 'ZTF_API_URL', 'ZTF_DB_API_URL', 'ZTF_V2_API_URL']
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        alerts: str | Path | None = None,
        latency: float = 0.0,
        faults: Faults | Script | None = None,
    ) -> None:
        if latency < 0:
            raise ValueError(f"latency must not be negative, not {latency}")
        self.requests: RequestLog = RequestLog()
        self._host = host
        self._port = port
        self._alerts = None if alerts is None else Path(alerts)
        self._latency = latency
        self.faults: Faults = faults if isinstance(faults, Faults) else Faults(faults or ())
        self._breaks = faults is not None
        self._running: _Running | None = None

    @property
    def url(self) -> str:
        """Root URL, without a final slash.

        Raises
        ------
        RuntimeError
            If the sandbox is not running.
        """
        if self._running is None:
            raise RuntimeError("the sandbox is not running")
        return self._running.url

    @property
    def config(self) -> Addresses:
        """The client's configuration keys with the URLs of this sandbox."""
        return {
            "ZTF_API_URL": f"{self.url}/ztf/v1",
            "CATSHTM_API_URL": f"{self.url}/catshtm",
            "AVRO_URL": f"{self.url}/avro",
            "ZTF_DB_API_URL": f"{self.url}/dbquery/v1/db/",
            "URL_MS": f"{self.url}/lsst",
            "STAMP_URL": f"{self.url}/lsst/stamps_api",
            "ZTF_V2_API_URL": f"{self.url}/v2",
        }

    def start(self) -> None:
        """Start to answer; returns once the port answers.

        Raises
        ------
        RuntimeError
            If the sandbox runs already or does not come up.
        OSError
            If the port is taken.
        """
        if self._running is not None:
            raise RuntimeError("the sandbox is running already")
        listener = bind(self._host, self._port)
        try:
            store = open_store(self._alerts)
        except BaseException:
            listener.close()
            raise
        self._running = _Running(
            store, listener, self.requests, self._latency, self.faults if self._breaks else None
        )
        try:
            self._running.wait()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop and free everything; harmless when not running."""
        running, self._running = self._running, None
        if running is not None:
            running.stop()

    def __enter__(self) -> "Sandbox":
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


class _Running:
    """A server in its thread, with what must be closed after it."""

    def __init__(
        self,
        store: Store,
        listener: socket.socket,
        log: RequestLog,
        latency: float,
        faults: Faults | None,
    ) -> None:
        self.url = _url(listener)
        self._store = store
        self._proxy: FaultProxy | None = None
        if faults is not None:
            # The proxy takes the place of the sandbox, and its log.
            front, listener = listener, bind("127.0.0.1", 0)
            self._proxy = FaultProxy(front, _url(listener), faults, log)
            log = RequestLog()
        self._listener = listener
        self._server = make_server(store, log, latency)
        self._thread = threading.Thread(
            target=self._server.run, args=([listener],), name="alerce-sandbox", daemon=True
        )
        self._thread.start()

    def wait(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not self._server.started:
            if not self._thread.is_alive() or time.monotonic() > deadline:
                raise RuntimeError("the sandbox did not start")
            time.sleep(0.002)

    def stop(self) -> None:
        if self._proxy is not None:
            self._proxy.stop()
        self._server.should_exit = True
        self._thread.join()
        self._listener.close()
        self._store.close()


def _url(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
