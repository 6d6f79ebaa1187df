"""The httpx clients: how one is made, shared and closed."""

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

MOST_CONNECTIONS: Final = 16
IDLE_SECONDS: Final = 30

ClientT = TypeVar("ClientT")


@dataclass(frozen=True, slots=True)
class ClientKey:
    """What requests must have in common to share a client.

    Connections survive neither a fork nor the end of their event loop.
    """

    secure: bool
    ca_bundle: str | None
    process: int
    loop: asyncio.AbstractEventLoop | None = None

    @property
    def is_lost(self) -> bool:
        """Whether the client cannot be used again."""
        return self.process != os.getpid() or (self.loop is not None and self.loop.is_closed())


def forget_lost(clients: dict[ClientKey, Any]) -> None:
    """Remove the clients that cannot be used again."""
    for key in [each for each in list(clients) if each.is_lost]:
        clients.pop(key, None)


# Pairs for the two faces; all that uses them is derived.


def here(*, secure: bool, ca_bundle: str | None) -> ClientKey:
    """Return the key of the client that the running code can use."""
    return ClientKey(secure, ca_bundle, os.getpid())


def async_here(*, secure: bool, ca_bundle: str | None) -> ClientKey:
    """Return the key of the client that the running code can use."""
    return ClientKey(secure, ca_bundle, os.getpid(), asyncio.get_running_loop())


class Slots:
    """Lets as many requests into a client as it has connections.

    The queue of httpx's own pool is walked through with each request that comes or
    goes: with two hundred waiting that takes longer than the requests.
    """

    def __init__(self) -> None:
        self._free = threading.BoundedSemaphore(MOST_CONNECTIONS)

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
    """Lets as many requests into a client as it has connections; see `Slots`."""

    def __init__(self) -> None:
        self._free = asyncio.BoundedSemaphore(MOST_CONNECTIONS)

    async def acquire(self, seconds: float | None) -> None:
        """Wait for a free connection.

        Raises
        ------
        httpx.PoolTimeout
            There was none within these seconds.
        """
        if not self._free.locked():
            # At once, without a timer.
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
    """Return a client whose calls keep to their deadline."""
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
    """Return a client; what runs in a loop needs no help to be cancelled."""
    if transport is not None:
        return httpx.AsyncClient(transport=transport)
    return httpx.AsyncClient(**_arguments(key))


def _arguments(key: ClientKey) -> dict[str, Any]:
    return {
        "verify": tls_context(key.ca_bundle) if key.secure else bare_context(),
        "limits": httpx.Limits(
            max_connections=MOST_CONNECTIONS,
            # The pool counts all its connections where it means the idle ones: with fewer
            # allowed it would close one after each request of a busy client.
            max_keepalive_connections=MOST_CONNECTIONS,
            keepalive_expiry=IDLE_SECONDS,
        ),
    }


def checked(make: Callable[[], ClientT]) -> ClientT:
    """Return a new client.

    Raises
    ------
    ConfigError
        The environment names a proxy that makes no sense.
    """
    # The error's own text is not shown: it may hold a password.
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
    """Close the clients that nobody has any more."""
    for key, client in clients.items():
        if not key.is_lost:
            client.close()


def async_close_abandoned(clients: dict[ClientKey, httpx.AsyncClient]) -> None:
    """Close the clients that nobody has any more, each in its own loop."""
    for key, client in clients.items():
        if not key.is_lost and key.loop is not None:
            key.loop.call_soon_threadsafe(_close_soon, key.loop, client)


_closing: Final[set[asyncio.Task[None]]] = set()


def _close_soon(loop: asyncio.AbstractEventLoop, client: httpx.AsyncClient) -> None:
    # A loop only holds its tasks weakly.
    task = loop.create_task(client.aclose())
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
    """Return a context that trusts nobody, for clients that speak plain http only.

    Loading the trust store takes a hundred times as long as all else in making
    a client.
    """
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


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
