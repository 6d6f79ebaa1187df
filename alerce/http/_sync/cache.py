"""The transport that answers from disk."""

from __future__ import annotations

import functools

import httpx

from alerce.http import cache
from alerce.http._sync.layer import Layer
from alerce.http.concurrency import run_in_thread


class CacheTransport(Layer):
    """Keeps answers on disk for a while; see `alerce.http.cache`.

    Parameters
    ----------
    inner : AsyncBaseTransport
        Is asked for what is not kept.
    folder : str
        Where answers are kept.
    seconds : float
        For how long an answer holds.
    """

    def __init__(self, inner: httpx.BaseTransport, folder: str, seconds: float) -> None:
        super().__init__(inner)
        self._folder = folder
        self._seconds = seconds

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer, from disk if it is there."""
        recall = functools.partial(cache.recall, request, self._folder)
        known = run_in_thread(recall)
        if known is not None:
            return known
        response = self._inner.handle_request(request)
        response.read()
        keep = functools.partial(cache.keep, response, request, self._folder, self._seconds)
        run_in_thread(keep)
        return response
