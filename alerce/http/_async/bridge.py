"""The transport that the generated clients stand on."""

from __future__ import annotations

import httpx

from alerce.config import Service
from alerce.http._async.lazy import AsyncLazySender
from alerce.http.call import Call
from alerce.http.options import Options


class AsyncBridge(httpx.AsyncBaseTransport):
    """Sends the requests of a generated client as those of the methods are sent.

    Parameters
    ----------
    service : {"ztf", "catshtm", "stamps", "database"}
        Which service they ask.
    sender : AsyncLazySender
        Sends them.
    options : Options
        How.
    """

    def __init__(self, service: Service, sender: AsyncLazySender, options: Options) -> None:
        self._service: Service = service
        self._sender = sender
        self._options = options

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Return the successful answer; everything else is raised as an `APIError`."""
        await request.aread()
        call = Call(self._service, "", {}, about=request.url.path)
        return await self._sender.dispatch(request, call, self._options)
