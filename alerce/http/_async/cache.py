"""The transport that answers from disk."""

from __future__ import annotations

import functools

import httpx

from alerce.http import cache
from alerce.http._async.layer import AsyncLayer
from alerce.http.concurrency import async_run_in_thread


class AsyncCacheTransport(AsyncLayer):
    """Caches answers on disk; see `alerce.http.cache`.

    Parameters
    ----------
    inner : AsyncBaseTransport
        Gets the answers that are not cached.
    folder : str
        Folder of the cache.
    seconds : float
        How long a cached answer is valid.
    """

    def __init__(self, inner: httpx.AsyncBaseTransport, folder: str, seconds: float) -> None:
        super().__init__(inner)
        self._folder = folder
        self._seconds = seconds

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer, from the cache if it is there."""
        load = functools.partial(cache.load, request, self._folder)
        known = await async_run_in_thread(load)
        if known is not None:
            return known
        response = await self._inner.handle_async_request(request)
        await response.aread()
        store = functools.partial(cache.store, response, request, self._folder, self._seconds)
        await async_run_in_thread(store)
        return response
