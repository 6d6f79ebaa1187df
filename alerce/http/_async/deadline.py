"""The transport that ends a call that takes too long."""

from __future__ import annotations

import httpx

from alerce.http._async.layer import AsyncLayer
from alerce.http.deadline import AsyncDeadline


class AsyncTimeLimitTransport(AsyncLayer):
    """Limits the time for an answer, with all that the inner transports do for it.

    Parameters
    ----------
    inner : AsyncBaseTransport
        Gets the answer.
    seconds : float
        The limit.
    covers_rate_limit : bool
        Whether the time counts during which the rate limit holds a request back.
    """

    def __init__(
        self,
        inner: httpx.AsyncBaseTransport,
        seconds: float,
        *,
        covers_rate_limit: bool = False,
    ) -> None:
        super().__init__(inner)
        self._seconds = seconds
        self._covers_rate_limit = covers_rate_limit

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer, or raise `DeadlineExceeded`."""
        async with AsyncDeadline(self._seconds, covers_rate_limit=self._covers_rate_limit):
            response = await self._inner.handle_async_request(request)
            await response.aread()
            return response
