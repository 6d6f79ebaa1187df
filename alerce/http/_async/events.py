"""The transport that tells the log and the hooks of each request."""

from __future__ import annotations

import time

import httpx

from alerce.events import OnRequest, OnResponse, RequestEvent, ResponseEvent
from alerce.http import logs
from alerce.http._async.layer import AsyncLayer
from alerce.http.call import state_of
from alerce.http.failures import name_of


class AsyncEventTransport(AsyncLayer):
    """Counts requests, and tells the log and the hooks of each and of its answer.

    Parameters
    ----------
    inner : AsyncBaseTransport
        Sends the request.
    on_request, on_response : callable, optional
        The hooks.
    """

    def __init__(
        self,
        inner: httpx.AsyncBaseTransport,
        on_request: OnRequest | None = None,
        on_response: OnResponse | None = None,
    ) -> None:
        super().__init__(inner)
        self._on_request = on_request
        self._on_response = on_response

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer, read to its end."""
        state = state_of(request)
        state.requests += 1
        state.started = time.monotonic()
        if self._on_request is None and self._on_response is None and not logs.are_on():
            # An event takes as long to make as the rest of what happens here.
            response = await self._inner.handle_async_request(request)
            await response.aread()
            return response
        leaving = RequestEvent(
            state.service,
            request.method,
            logs.shown(request.url, state.service),
            state.about,
            state.requests,
        )
        logs.asked(leaving)
        if self._on_request is not None:
            self._on_request(leaving)
        state.started = time.monotonic()
        status, failure, size = None, "", 0
        try:
            response = await self._inner.handle_async_request(request)
            await response.aread()
            status, size = response.status_code, len(response.content)
        except BaseException as error:
            failure = name_of(error)
            raise
        finally:
            seconds = time.monotonic() - state.started
            ended = ResponseEvent(leaving, status, failure, seconds, size)
            logs.answered(ended)
            if self._on_response is not None:
                self._on_response(ended)
        return response
