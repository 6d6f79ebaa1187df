"""The transport that sends no more requests at a time than there are connections."""

from __future__ import annotations

import httpx

from alerce.http._async.layer import AsyncLayer
from alerce.http.clients import AsyncSlots
from alerce.http.deadline import time_for


class AsyncSlotTransport(AsyncLayer):
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

    def __init__(self, inner: httpx.AsyncBaseTransport, slots: AsyncSlots, seconds: float) -> None:
        super().__init__(inner)
        self._slots = slots
        self._seconds = seconds

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer.

        Raises
        ------
        httpx.PoolTimeout
            No connection was free in time.
        """
        await self._slots.acquire(time_for(self._seconds, httpx.PoolTimeout))
        try:
            return await self._inner.handle_async_request(request)
        finally:
            self._slots.release()
