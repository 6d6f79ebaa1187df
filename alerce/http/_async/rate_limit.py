"""The transport that applies the rate limit."""

from __future__ import annotations

import math

import httpx

from alerce.http import rate_limit
from alerce.http._async.layer import AsyncLayer
from alerce.http.concurrency import async_sleep
from alerce.http.deadline import Deadline, DeadlineExceeded
from alerce.http.rate_limit import Rate


class AsyncRateLimitTransport(AsyncLayer):
    """Delays a request until the rate limit of its host allows it.

    The deadline of the call is postponed by the delay, unless it covers the rate limit. In
    that case a request that could be sent only after the deadline fails at once.

    Parameters
    ----------
    inner : AsyncBaseTransport
        Sends the request.
    rate : float, None or "polite"
        Requests per second to each host, shared by all transports of the process.
    """

    def __init__(self, inner: httpx.AsyncBaseTransport, rate: Rate = "polite") -> None:
        super().__init__(inner)
        self._rate: Rate = rate

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer.

        Raises
        ------
        DeadlineExceeded
            The request may be sent only after the deadline.
        """
        rate = rate_limit.rate_for(request.url.host, self._rate)
        if rate is not None:
            await _wait(request.url.host, rate)
        return await self._inner.handle_async_request(request)


async def _wait(host: str, rate: float) -> None:
    deadline = Deadline.current()
    longest = deadline.left if deadline is not None and deadline.covers_rate_limit else math.inf
    seconds = rate_limit.delay(host, rate, longest)
    if seconds > longest and deadline is not None:
        raise DeadlineExceeded(
            f"the total time limit of {deadline.seconds:g} s ends before the request may leave: "
            f"the rate limit of {rate:g} requests a second holds it back for {seconds:.2f} s",
            deadline.seconds - deadline.left,
        )
    if seconds:
        if deadline is not None and not deadline.covers_rate_limit:
            deadline.postpone(seconds)
        await async_sleep(seconds)
