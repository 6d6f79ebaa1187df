"""The transport that the generated clients stand on."""

from __future__ import annotations

import httpx

from alerce.config import Service
from alerce.http._sync.lazy import LazySender
from alerce.http.call import Call
from alerce.http.options import Options


class Bridge(httpx.BaseTransport):
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

    def __init__(self, service: Service, sender: LazySender, options: Options) -> None:
        self._service: Service = service
        self._sender = sender
        self._options = options

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the successful answer; everything else is raised as an `APIError`."""
        request.read()
        call = Call(self._service, "", {}, about=request.url.path)
        return self._sender.dispatch(request, call, self._options)
