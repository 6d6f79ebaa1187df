"""What the transports that stand on another one share."""

from __future__ import annotations

import httpx


class AsyncLayer(httpx.AsyncBaseTransport):
    """A transport that hands requests to another one.

    Parameters
    ----------
    inner : AsyncBaseTransport
        The other one; it is closed with this one.
    """

    def __init__(self, inner: httpx.AsyncBaseTransport) -> None:
        self._inner = inner

    async def aclose(self) -> None:
        """Close the inner transport."""
        await self._inner.aclose()
