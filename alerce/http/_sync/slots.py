"""The transport that sends no more requests at a time than there are connections."""

from __future__ import annotations

import httpx

from alerce.http._sync.layer import Layer
from alerce.http.clients import Slots
from alerce.http.deadline import time_for


class SlotTransport(Layer):
    """Holds a request back until a connection is free.

    Parameters
    ----------
    inner : AsyncBaseTransport
        Gets the answer and reads it to its end.
    slots : AsyncSlots
        The connections of a client.
    seconds : float
        How long a request may wait.
    """

    def __init__(self, inner: httpx.BaseTransport, slots: Slots, seconds: float) -> None:
        super().__init__(inner)
        self._slots = slots
        self._seconds = seconds

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer.

        Raises
        ------
        httpx.PoolTimeout
            No connection was free in time.
        """
        self._slots.acquire(time_for(self._seconds, httpx.PoolTimeout))
        try:
            return self._inner.handle_request(request)
        finally:
            self._slots.release()
