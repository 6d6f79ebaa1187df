"""The innermost transport: an httpx client sends the request."""

from __future__ import annotations

from collections.abc import Mapping

import httpx

from alerce.exceptions import APIError, RouteError
from alerce.http.body import PACKING
from alerce.http.call import state_of
from alerce.http.concurrency import check_cancelled
from alerce.http.deadline import steps


class ClientTransport(httpx.BaseTransport):
    """Hands requests to an httpx client, whose proxies, hooks, auth and mounts apply.

    Parameters
    ----------
    client : AsyncClient
        Sends them; it is not closed with this transport.
    limits : mapping of str to float
        Time limits of the steps "connect", "read", "write" and "pool".
    merge : bool
        Whether headers, cookies and query parameters of the client are added to a
        request.
    """

    def __init__(
        self, client: httpx.Client, limits: Mapping[str, float], *, merge: bool = False
    ) -> None:
        self._client = client
        self._limits = limits
        self._merge = merge

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer, not yet read, and where it redirects to in ``next_request``.

        Raises
        ------
        RouteError
            It redirects to no address.
        APIError
            The client is closed.
        """
        check_cancelled()
        request.extensions["timeout"] = steps(self._limits)
        if self._merge:
            request.read()
            request = _merged(self._client, request)
        try:
            response = self._client.send(request, stream=True, follow_redirects=False)
        except httpx.RemoteProtocolError as error:
            if isinstance(error.__context__, httpx.InvalidURL):
                raise RouteError("the service redirects to no address", request=request) from error
            raise
        except httpx.HTTPStatusError as error:
            return _refused_by_hook(error.response)
        except RuntimeError as error:
            if self._client.is_closed:
                raise APIError("the client is closed", request=request) from error
            raise
        if self._merge:
            sent = response.request.headers
            state_of(request).is_private = "authorization" in sent or "cookie" in sent
        return response


def _refused_by_hook(response: httpx.Response) -> httpx.Response:
    """Return a response for which a hook of the client has raised an error.

    The client has closed it; what the hook has not read of it is lost.
    """
    return httpx.Response(
        response.status_code,
        headers=[pair for pair in response.headers.multi_items() if pair[0] not in PACKING],
        content=response.content if response.is_stream_consumed else None,
        request=response.request,
    )


def _merged(client: httpx.Client, request: httpx.Request) -> httpx.Request:
    """Return a request with what a client adds to those that it builds itself."""
    headers = httpx.Headers(client.headers)
    own_name = headers.get("user-agent", "")
    headers.update(request.headers)
    if not own_name.startswith("python-httpx/"):
        headers["user-agent"] = own_name
    return client.build_request(
        request.method,
        request.url,
        content=request.content or None,
        params=request.url.params if client.params else None,
        headers=headers,
        extensions=dict(request.extensions),
    )
