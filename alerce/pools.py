"""What the connection pools of all clients share."""

from __future__ import annotations

import functools
import ssl
import weakref
from importlib.metadata import version
from typing import Final

import httpx

TIMEOUT: Final = httpx.Timeout(connect=10, read=60, write=60, pool=60)
LIMITS: Final = httpx.Limits(max_connections=32, max_keepalive_connections=16, keepalive_expiry=30)
MOST_REDIRECTS: Final = 5


@functools.cache
def tls_context() -> ssl.SSLContext:
    """Return the one TLS context of the process, loaded when the first https call needs it."""
    return httpx.create_ssl_context()


@functools.cache
def bare_context() -> ssl.SSLContext:
    """Return a context that trusts nobody, for pools that speak plain http only.

    Loading the trust store takes a hundred times as long as all else in making
    a pool.
    """
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def close_with(owner: object, pool: httpx.Client | httpx.AsyncClient) -> None:
    """Close a pool when its owner is forgotten, as the client of a short script is.

    Not an asynchronous one, whose connections can only be closed in their event loop.
    """
    if isinstance(pool, httpx.Client):
        weakref.finalize(owner, pool.close)


@functools.cache
def user_agent() -> str:
    """Return the name under which the services see the SDK."""
    return f"alerce-sdk/{version('alerce')}"
