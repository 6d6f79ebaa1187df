"""httpx's own transport with sockets that keep to the deadline of a call.

The one module that needs httpcore: httpx has no other place for it.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Final, TypeAlias

import httpcore
import httpx

from alerce.http.concurrency import CancelScope
from alerce.http.deadline import time_for

SocketOption: TypeAlias = (
    "tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]"
)
NOT_CANCELLABLE: Final = nullcontext()


class DeadlineTransport(httpx.HTTPTransport):
    """The transport of `httpx.Client`, with two differences.

    Bytes that arrive one by one do not hold a call beyond its deadline, and a call
    that is cancelled ends at once when it waits for the service.

    Parameters
    ----------
    **arguments
        As those of `httpx.HTTPTransport`.
    """

    def __init__(self, **arguments: Any) -> None:
        super().__init__(**arguments)
        pool: Any = self._pool
        pool._network_backend = Backend(pool._network_backend)


class Backend(httpcore.NetworkBackend):
    """Opens connections."""

    def __init__(self, backend: httpcore.NetworkBackend) -> None:
        self._backend = backend

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection to a host."""
        left = time_for(timeout, httpcore.ConnectTimeout)
        return Stream(self._backend.connect_tcp(host, port, left, local_address, socket_options))

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection to a socket of this machine."""
        left = time_for(timeout, httpcore.ConnectTimeout)
        return Stream(self._backend.connect_unix_socket(path, left, socket_options))

    def sleep(self, seconds: float) -> None:
        """Wait before another attempt to connect."""
        self._backend.sleep(seconds)


class Stream(httpcore.NetworkStream):
    """One connection."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return the next bytes that arrive; none at the end."""
        left = time_for(timeout, httpcore.ReadTimeout)
        with self._cancellable():
            return self._stream.read(max_bytes, left)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all these bytes."""
        if not buffer:
            return
        left = time_for(timeout, httpcore.WriteTimeout)
        with self._cancellable():
            self._stream.write(buffer, left)

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """Return this connection, encrypted from now on."""
        left = time_for(timeout, httpcore.ConnectTimeout)
        scope = CancelScope.current()
        if scope is None:
            return Stream(self._stream.start_tls(ssl_context, server_hostname, left))
        # The handshake takes the socket out of its object; a second descriptor of the
        # same connection stays.
        with self.get_extra_info("socket").dup() as duplicate, scope.using(duplicate):
            return Stream(self._stream.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> Any:
        """Return what the pool asks about the socket."""
        return self._stream.get_extra_info(info)

    def _cancellable(self) -> AbstractContextManager[None]:
        scope = CancelScope.current()
        if scope is None:
            return NOT_CANCELLABLE
        return scope.using(self._stream.get_extra_info("socket"))
