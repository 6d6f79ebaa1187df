"""The transport that answers from disk."""

from __future__ import annotations

import functools

import httpx

from alerce.http import cache
from alerce.http._sync.layer import Layer
from alerce.http.concurrency import run_in_thread


class CacheTransport(Layer):
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

    def __init__(self, inner: httpx.BaseTransport, folder: str, seconds: float) -> None:
        super().__init__(inner)
        self._folder = folder
        self._seconds = seconds

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer, from the cache if it is there."""
        load = functools.partial(cache.load, request, self._folder)
        known = run_in_thread(load)
        if known is not None:
            return known
        response = self._inner.handle_request(request)
        response.read()
        store = functools.partial(cache.store, response, request, self._folder, self._seconds)
        run_in_thread(store)
        return response
