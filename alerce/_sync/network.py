"""Sockets that keep to the time limit of the call which uses them.

The pool only knows limits for single steps, each of which begins anew with
every byte that arrives: a service that sends one byte a minute would hold a
call for ever.
"""

from __future__ import annotations

import functools
import ssl
from collections.abc import Iterable
from typing import Any

import httpcore

from alerce.http.concurrency import waited
from alerce.http.pools import SocketOption, TotalLimit, sockets


class Network(httpcore.NetworkBackend):
    """Opens connections."""

    def __init__(self) -> None:
        self._backend = sockets()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection to a host."""
        left = TotalLimit.cut(timeout, httpcore.ConnectTimeout)
        stream = self._backend.connect_tcp(host, port, left, local_address, socket_options)
        return Stream(stream)

    def sleep(self, seconds: float) -> None:
        """Do nothing for a while."""
        self._backend.sleep(seconds)


class Stream(httpcore.NetworkStream):
    """One connection."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return the next bytes that arrive; none at the end."""
        left = TotalLimit.cut(timeout, httpcore.ReadTimeout)
        step = functools.partial(self._stream.read, max_bytes)
        return waited(step, left, httpcore.ReadTimeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all these bytes."""
        self._stream.write(buffer, TotalLimit.cut(timeout, httpcore.WriteTimeout))

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
        left = TotalLimit.cut(timeout, httpcore.ConnectTimeout)
        return Stream(self._stream.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> Any:
        """Return what the pool wants to know of the socket."""
        return self._stream.get_extra_info(info)
