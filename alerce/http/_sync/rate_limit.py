"""The transport that does not ask a service too often."""

from __future__ import annotations

import math

import httpx

from alerce.http import rate_limit
from alerce.http._sync.layer import Layer
from alerce.http.concurrency import pause
from alerce.http.deadline import Deadline, DeadlineExceeded
from alerce.http.rate_limit import Rate


class RateLimitTransport(Layer):
    """Holds a request back until its host may be asked again.

    The deadline of the call moves by the time that takes, unless it covers that too:
    then a request that could leave only after it fails at once.

    Parameters
    ----------
    inner : AsyncBaseTransport
        Sends the request.
    rate : float, None or "polite"
        Requests a second to each host, by all transports of the process together.
    """

    def __init__(self, inner: httpx.BaseTransport, rate: Rate = "polite") -> None:
        super().__init__(inner)
        self._rate: Rate = rate

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer.

        Raises
        ------
        DeadlineExceeded
            The request may leave only after the deadline.
        """
        rate = rate_limit.rate_for(request.url.host, self._rate)
        if rate is not None:
            _wait(request.url.host, rate)
        return self._inner.handle_request(request)


def _wait(host: str, rate: float) -> None:
    deadline = Deadline.current()
    most = deadline.left if deadline is not None and deadline.covers_rate_limit else math.inf
    seconds = rate_limit.delay(host, rate, most)
    if seconds > most and deadline is not None:
        raise DeadlineExceeded(
            f"the total time limit of {deadline.seconds:g} s ends before the request may leave: "
            f"the rate limit of {rate:g} requests a second holds it back for {seconds:.2f} s",
            deadline.seconds - deadline.left,
        )
    if seconds:
        if deadline is not None and not deadline.covers_rate_limit:
            deadline.postpone(seconds)
        pause(seconds)
