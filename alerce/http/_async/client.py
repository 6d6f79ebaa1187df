"""The innermost transport: an httpx client sends the request."""

from __future__ import annotations

from collections.abc import Mapping

import httpx

from alerce.exceptions import APIError, RouteError
from alerce.http.concurrency import check_cancelled
from alerce.http.deadline import steps


class AsyncClientTransport(httpx.AsyncBaseTransport):
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
        self, client: httpx.AsyncClient, limits: Mapping[str, float], *, merge: bool = False
    ) -> None:
        self._client = client
        self._limits = limits
        self._merge = merge

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
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
            request = _merged(self._client, request)
        try:
            return await self._client.send(request, stream=True, follow_redirects=False)
        except httpx.RemoteProtocolError as error:
            if isinstance(error.__context__, httpx.InvalidURL):
                raise RouteError("the service redirects to no address", request=request) from error
            raise
        except RuntimeError as error:
            if self._client.is_closed:
                raise APIError("the client is closed", request=request) from error
            raise


def _merged(client: httpx.AsyncClient, request: httpx.Request) -> httpx.Request:
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
