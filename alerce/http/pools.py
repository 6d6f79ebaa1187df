"""What the connection pools of all clients share."""

from __future__ import annotations

import asyncio
import base64
import functools
import importlib.util
import os
import platform
import ssl
import threading
import time
from contextvars import ContextVar, Token
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final, TypeAlias
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from alerce.exceptions import ConfigError

MOST_CONNECTIONS: Final = 16
# The pool counts all its connections where it means the idle ones: with fewer allowed it
# would close one after each request of a busy client, and open another.
MOST_IDLE_CONNECTIONS: Final = MOST_CONNECTIONS
IDLE_SECONDS: Final = 30
MOST_REDIRECTS: Final = 5

SocketOption: TypeAlias = (
    "tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]"
)


class TotalLimit:
    """The moment by which the call that is going on must be over.

    Sockets cannot be told of it otherwise: a connection serves many calls, and
    all that the pool hands down to it is the limit of one step.
    """

    _until: ContextVar[float | None] = ContextVar("alerce_until", default=None)

    def __init__(self, until: float) -> None:
        self.until = until
        self._token: Token[float | None] | None = None

    @property
    def left(self) -> float:
        """Seconds until then; not below 0."""
        return max(0.0, self.until - time.monotonic())

    def __enter__(self) -> TotalLimit:
        self._token = self._until.set(self.until)
        return self

    def __exit__(self, *error: object) -> None:
        if self._token is not None:
            self._until.reset(self._token)

    @classmethod
    def cut(cls, step: float | None, error: type[httpcore.TimeoutException]) -> float | None:
        """Return the limit of a step, cut to what is left of the call.

        Raises
        ------
        httpcore.TimeoutException
            Nothing is left.
        """
        until = cls._until.get()
        if until is None:
            return step
        left = until - time.monotonic()
        if left <= 0:
            raise error
        return left if step is None else min(step, left)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pool can be used: connections do not survive a fork, nor their event loop."""

    process: int
    loop: asyncio.AbstractEventLoop | None = None

    @property
    def lost(self) -> bool:
        """Whether nothing there can be used again."""
        return self.process != os.getpid() or (self.loop is not None and self.loop.is_closed())


@dataclass(frozen=True, slots=True)
class PoolKey:
    """What requests must have in common to share a pool."""

    place: Place
    secure: bool
    proxy: str | None
    ca_bundle: str | None


# Pairs of functions for the two faces; all that uses them is derived.


def place() -> Place:
    """Return where the code that calls this runs."""
    return Place(os.getpid())


def async_place() -> Place:
    """Return where the code that calls this runs."""
    return Place(os.getpid(), asyncio.get_running_loop())


def sockets() -> httpcore.NetworkBackend:
    """Return what opens connections."""
    return httpcore.SyncBackend()


def async_sockets() -> httpcore.AsyncNetworkBackend:
    """Return what opens connections."""
    backend: object = httpcore.AnyIOBackend()
    # A stand-in that tells to install anyio, which httpx has installed, makes its type a union.
    assert isinstance(backend, httpcore.AsyncNetworkBackend)  # noqa: S101
    return backend


class Turns:
    """Lets as many requests into a pool as it has connections.

    The pool has a queue of its own, which it goes through for each request that
    comes or goes: with two hundred of them waiting that takes longer than the
    requests.
    """

    def __init__(self) -> None:
        self._free = threading.BoundedSemaphore(MOST_CONNECTIONS)

    def take(self, seconds: float) -> None:
        """Wait for a turn.

        Raises
        ------
        httpcore.PoolTimeout
            None came within these seconds.
        """
        if not self._free.acquire(timeout=seconds):
            raise httpcore.PoolTimeout

    def give(self) -> None:
        """End a turn."""
        self._free.release()


class AsyncTurns:
    """Lets as many requests into a pool as it has connections; see `Turns`."""

    def __init__(self) -> None:
        self._free = asyncio.BoundedSemaphore(MOST_CONNECTIONS)

    async def take(self, seconds: float) -> None:
        """Wait for a turn.

        Raises
        ------
        httpcore.PoolTimeout
            None came within these seconds.
        """
        if not self._free.locked():
            # At once, without a timer.
            await self._free.acquire()
            return
        try:
            async with asyncio.timeout(seconds):
                await self._free.acquire()
        except TimeoutError:
            raise httpcore.PoolTimeout from None

    def give(self) -> None:
        """End a turn."""
        self._free.release()


def abandon(pools: dict[PoolKey, httpcore.ConnectionPool]) -> None:
    """Close the pools of a transport that nobody has any more."""
    for key, pool in pools.items():
        if key.place.process == os.getpid():
            pool.close()


def async_abandon(pools: dict[PoolKey, httpcore.AsyncConnectionPool]) -> None:
    """Close the pools of a transport that nobody has any more, each in its own loop."""
    for key, pool in pools.items():
        loop = key.place.loop
        if not key.place.lost and loop is not None:
            loop.call_soon_threadsafe(_close_soon, loop, pool)


_closing: Final[set[asyncio.Task[None]]] = set()


def _close_soon(loop: asyncio.AbstractEventLoop, pool: httpcore.AsyncConnectionPool) -> None:
    # A loop only holds its tasks weakly.
    task = loop.create_task(pool.aclose())
    _closing.add(task)
    task.add_done_callback(_closing.discard)


@functools.cache
def tls_context(ca_bundle: str | None) -> ssl.SSLContext:
    """Return the TLS context that trusts these certificates, or the usual ones.

    Raises
    ------
    ConfigError
        There are no certificates.
    """
    if ca_bundle is None:
        # Trusts what the variables SSL_CERT_FILE and SSL_CERT_DIR name, else certifi's list.
        return httpx.create_ssl_context()
    folder = Path(ca_bundle).is_dir()
    try:
        return ssl.create_default_context(
            cafile=None if folder else ca_bundle, capath=ca_bundle if folder else None
        )
    except (OSError, ssl.SSLError) as error:
        raise ConfigError(f"{ca_bundle!r} holds no certificates: {error}", about="ca_bundle") from (
            error
        )


@functools.cache
def bare_context() -> ssl.SSLContext:
    """Return a context that trusts nobody, for pools that speak plain http only.

    Loading the trust store takes a hundred times as long as all else in making
    a pool.
    """
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def proxy_for(url: httpx.URL) -> str | None:
    """Return the address of the proxy that the environment names for an address.

    The variables are those of every other program: HTTP_PROXY, HTTPS_PROXY,
    ALL_PROXY and NO_PROXY.
    """
    proxies = getproxies()
    found = proxies.get(url.scheme) or proxies.get("all")
    if not found or proxy_bypass(url.netloc.decode("ascii")):
        return None
    return found if "://" in found else f"http://{found}"


def proxy(address: str, ca_bundle: str | None) -> httpcore.Proxy:
    """Return a proxy as the pool wants it.

    Raises
    ------
    ConfigError
        The environment names one that makes no sense.
    """
    # Not shown in the errors: it may hold a password.
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL as error:
        raise ConfigError(f"the environment's proxy is no address: {error}") from None
    if url.scheme not in ("http", "https", "socks5", "socks5h") or not url.host:
        raise ConfigError(
            f"the environment's proxy is of kind {url.scheme!r}; known: http, https, socks5, socks5h"
        )
    if url.scheme.startswith("socks") and importlib.util.find_spec("socksio") is None:
        raise ConfigError("the environment's proxy needs the package socksio")
    credentials = (url.username, url.password) if url.userinfo else None
    return httpcore.Proxy(
        httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=b"/"),
        auth=credentials,
        ssl_context=tls_context(ca_bundle) if url.scheme == "https" else None,
    )


def authorize(request: httpx.Request) -> None:
    """Move the credentials in a request's address to its headers, where nothing shows them."""
    url = request.url
    given = f"{url.username}:{url.password}".encode()
    request.headers["authorization"] = f"Basic {base64.b64encode(given).decode()}"
    request.url = url.copy_with(userinfo=b"")


@functools.cache
def user_agent() -> str:
    """Return the name under which the services see the SDK.

    The last part says, as the IVOA note on software identification
    (NOTE-softid-1.0) asks, what the requests are for: not for tests or
    harvests, which services count apart.
    """
    return (
        f"alerce-sdk/{version('alerce')} Python/{platform.python_version()} "
        f"({platform.system()}) (IVOA-science)"
    )
