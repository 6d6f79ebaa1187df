"""The transport that follows redirects."""

from __future__ import annotations

from typing import Final

import httpx

from alerce.exceptions import RouteError
from alerce.http._sync.layer import Layer

MOST_REDIRECTS: Final = 5


class RedirectTransport(Layer):
    """Follows a GET to where the service points to: on the same host, as secure.

    The inner transport says where that is, as httpx does, in ``next_request``.
    """

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the answer to the last request.

        Raises
        ------
        RouteError
            A redirect leads elsewhere, or there are too many.
        """
        response = self._inner.handle_request(request)
        for _ in range(MOST_REDIRECTS):
            if response.next_request is None:
                return response
            response.read()
            request = _allowed(response.next_request, request, response)
            response = self._inner.handle_request(request)
        if response.next_request is None:
            return response
        raise RouteError(
            f"more than {MOST_REDIRECTS} redirects",
            response.status_code,
            response=response,
            request=request,
        )


def _allowed(
    following: httpx.Request, request: httpx.Request, response: httpx.Response
) -> httpx.Request:
    """Return the next request, or raise the error that says why it is not sent."""
    asked, target = request.url, following.url.copy_with(userinfo=b"")
    if asked.scheme == "https" and target.scheme == "http" and target.port is None:
        # Behind a proxy the ZTF API sees plain http and says so.
        target = target.copy_with(scheme="https")
    shown = target.copy_with(query=None)
    if (target.scheme, target.host, target.port) != (asked.scheme, asked.host, asked.port):
        why = (
            f"to {shown}, which is not followed; "
            "if that is where it lives now, set its address in the configuration"
        )
    elif request.method != "GET":
        why = f"a {request.method} to {shown}, which is not repeated"
    else:
        following.url = target
        if "authorization" in request.headers:
            following.headers["authorization"] = request.headers["authorization"]
        return following
    raise RouteError(
        f"the service redirects {why}",
        response.status_code,
        response=response,
        request=request,
    )
