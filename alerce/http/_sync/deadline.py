"""The transport that ends a call that takes too long."""

from __future__ import annotations

import httpx

from alerce.http._sync.layer import Layer
from alerce.http.deadline import Deadline


class TimeLimitTransport(Layer):
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
        inner: httpx.BaseTransport,
        seconds: float,
        *,
        covers_rate_limit: bool = False,
    ) -> None:
        super().__init__(inner)
        self._seconds = seconds
        self._covers_rate_limit = covers_rate_limit

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer, or raise `DeadlineExceeded`."""
        with Deadline(self._seconds, covers_rate_limit=self._covers_rate_limit):
            response = self._inner.handle_request(request)
            response.read()
            return response
