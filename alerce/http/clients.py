"""Making, sharing and closing httpx clients."""

from __future__ import annotations

import asyncio
import base64
import functools
import os
import platform
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final, TypeVar

import httpx
from httpx._utils import (
    get_environment_proxies,  # pyright: ignore[reportPrivateImportUsage] (a client that is given a transport does not look for proxies)
)

from alerce.exceptions import ConfigError
from alerce.http.network import DeadlineTransport

MAX_CONNECTIONS: Final = 16
IDLE_SECONDS: Final = 30

ClientT = TypeVar("ClientT")


@dataclass(frozen=True, slots=True)
class ClientKey:
    """The properties that requests must have in common to share a client.

    Process and event loop are among them, since connections survive neither a fork nor the
    end of their event loop.
    """

    secure: bool
    ca_bundle: str | None
    process: int
    loop: asyncio.AbstractEventLoop | None = None

    @property
    def is_lost(self) -> bool:
        """Whether the client is unusable: it is from another process, or its loop is closed."""
        return self.process != os.getpid() or (self.loop is not None and self.loop.is_closed())


def forget_lost(clients: dict[ClientKey, Any]) -> None:
    """Remove the clients that are unusable."""
    for key in [each for each in list(clients) if each.is_lost]:
        clients.pop(key, None)


# Below, each synchronous definition has an asynchronous counterpart. Both are written by hand;
# the code that uses the synchronous ones is derived.


def client_key(*, secure: bool, ca_bundle: str | None) -> ClientKey:
    """Return the key of the client to use in this process."""
    return ClientKey(secure, ca_bundle, os.getpid())


def async_client_key(*, secure: bool, ca_bundle: str | None) -> ClientKey:
    """Return the key of the client to use in this process and event loop."""
    return ClientKey(secure, ca_bundle, os.getpid(), asyncio.get_running_loop())


class Slots:
    """Lets no more requests into a client than it has connections.

    The connection pool of httpx scans its whole queue for each request that starts or
    ends, which with two hundred waiting requests takes longer than the requests.
    """

    def __init__(self) -> None:
        self._free = threading.BoundedSemaphore(MAX_CONNECTIONS)

    def acquire(self, seconds: float | None) -> None:
        """Wait for a free connection.

        Raises
        ------
        httpx.PoolTimeout
            There was none within these seconds.
        """
        if not self._free.acquire(timeout=seconds):
            raise httpx.PoolTimeout("no connection was free")

    def release(self) -> None:
        """Give the connection back."""
        self._free.release()


class AsyncSlots:
    """Lets no more requests into a client than it has connections; see `Slots`."""

    def __init__(self) -> None:
        self._free = asyncio.BoundedSemaphore(MAX_CONNECTIONS)

    async def acquire(self, seconds: float | None) -> None:
        """Wait for a free connection.

        Raises
        ------
        httpx.PoolTimeout
            There was none within these seconds.
        """
        if not self._free.locked():
            # A slot is free, so no timer is needed.
            await self._free.acquire()
            return
        try:
            async with asyncio.timeout(seconds):
                await self._free.acquire()
        except TimeoutError:
            raise httpx.PoolTimeout("no connection was free") from None

    def release(self) -> None:
        """Give the connection back."""
        self._free.release()


def new_client(key: ClientKey, transport: httpx.BaseTransport | None) -> httpx.Client:
    """Return a client whose sockets observe the deadline of a call."""
    if transport is not None:
        return httpx.Client(transport=transport)
    arguments = _arguments(key)
    return httpx.Client(
        transport=DeadlineTransport(**arguments),
        mounts={
            pattern: None if proxy is None else DeadlineTransport(proxy=proxy, **arguments)
            for pattern, proxy in get_environment_proxies().items()
        },
    )


def new_async_client(
    key: ClientKey, transport: httpx.AsyncBaseTransport | None
) -> httpx.AsyncClient:
    """Return a client; it needs no transport of ours, since asyncio can cancel its calls."""
    if transport is not None:
        return httpx.AsyncClient(transport=transport)
    return httpx.AsyncClient(**_arguments(key))


def _arguments(key: ClientKey) -> dict[str, Any]:
    return {
        "verify": tls_context(key.ca_bundle) if key.secure else bare_context(),
        "limits": httpx.Limits(
            max_connections=MAX_CONNECTIONS,
            # The pool compares this limit with all its connections, not with the idle ones.
            # A lower limit would close a connection after each request of a busy client.
            max_keepalive_connections=MAX_CONNECTIONS,
            keepalive_expiry=IDLE_SECONDS,
        ),
    }


def checked(make: Callable[[], ClientT]) -> ClientT:
    """Return a new client.

    Raises
    ------
    ConfigError
        An environment variable holds an invalid proxy address.
    """
    # The text of the original error is not shown, since it may hold a password.
    try:
        return make()
    except ConfigError:
        raise
    except (httpx.InvalidURL, ValueError):
        why = "is no address; known are http, https and socks5"
    except ImportError:
        why = "is of kind socks5, which needs the package socksio"
    raise ConfigError(f"a proxy that the environment names (HTTPS_PROXY, ...) {why}")


def close_abandoned(clients: dict[ClientKey, httpx.Client]) -> None:
    """Close the clients of a sender that is closed or garbage-collected."""
    for key, client in clients.items():
        if not key.is_lost:
            client.close()


def async_close_abandoned(clients: dict[ClientKey, httpx.AsyncClient]) -> None:
    """Close the clients of a sender that is closed or garbage-collected, each in its own loop."""
    for key, client in clients.items():
        if not key.is_lost and key.loop is not None:
            key.loop.call_soon_threadsafe(_close_soon, key.loop, client)


_closing: Final[set[asyncio.Task[None]]] = set()


def _close_soon(loop: asyncio.AbstractEventLoop, client: httpx.AsyncClient) -> None:
    # A loop keeps only weak references to its tasks.
    task = loop.create_task(client.aclose())
    _closing.add(task)
    task.add_done_callback(_closing.discard)


@functools.cache
def tls_context(ca_bundle: str | None) -> ssl.SSLContext:
    """Return the TLS context that trusts the certificates of a bundle, or the default ones.

    Raises
    ------
    ConfigError
        The bundle holds no certificates.
    """
    if ca_bundle is None:
        # httpx reads the variables SSL_CERT_FILE and SSL_CERT_DIR, else uses certifi's list.
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
    """Return a context without certificates, for clients that use plain http only.

    Loading the trust store takes a hundred times as long as the rest of making a client.
    """
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def authorize(request: httpx.Request) -> None:
    """Move the credentials from a request's address to its headers, which are never shown."""
    url = request.url
    given = f"{url.username}:{url.password}".encode()
    request.headers["authorization"] = f"Basic {base64.b64encode(given).decode()}"
    request.url = url.copy_with(userinfo=b"")


@functools.cache
def user_agent() -> str:
    """Return the User-Agent header of the SDK.

    The last part follows the IVOA note on software identification (NOTE-softid-1.0): it
    tells the services that the requests are neither tests nor harvests, which they count
    separately.
    """
    return (
        f"alerce-sdk/{version('alerce')} Python/{platform.python_version()} "
        f"({platform.system()}) (IVOA-science)"
    )
