"""The innermost transport, which sends the request with an httpx client."""

from __future__ import annotations

from collections.abc import Mapping

import httpx

from alerce.exceptions import APIError, RouteError
from alerce.http.body import ENCODING_HEADERS
from alerce.http.call import state_of
from alerce.http.concurrency import check_cancelled
from alerce.http.deadline import steps


class ClientTransport(httpx.BaseTransport):
    """Sends requests with an httpx client, whose proxies, hooks, auth and mounts apply.

    Parameters
    ----------
    client : AsyncClient
        The client; it is not closed with this transport.
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
        """Return the answer, not yet read; a redirect's target is in its ``next_request``.

        Raises
        ------
        RouteError
            The target of a redirect is no valid address.
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

    The client has closed the response, so content that the hook has not read is lost.
    """
    return httpx.Response(
        response.status_code,
        headers=[
            pair for pair in response.headers.multi_items() if pair[0] not in ENCODING_HEADERS
        ],
        content=response.content if response.is_stream_consumed else None,
        request=response.request,
    )


def _merged(client: httpx.Client, request: httpx.Request) -> httpx.Request:
    """Return a request with the headers, cookies and parameters that a client adds to its own."""
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
