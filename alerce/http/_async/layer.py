"""The base class of the transports that wrap another one."""

from __future__ import annotations

import httpx


class AsyncLayer(httpx.AsyncBaseTransport):
    """A transport that passes requests to another one.

    Parameters
    ----------
    inner : AsyncBaseTransport
        The other transport; it is closed with this one.
    """

    def __init__(self, inner: httpx.AsyncBaseTransport) -> None:
        self._inner = inner

    async def aclose(self) -> None:
        """Close the inner transport."""
        await self._inner.aclose()
