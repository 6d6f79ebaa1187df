"""The one place where requests leave: pools, time limits, redirects, errors."""

from __future__ import annotations

import threading
from typing import Any
from urllib.parse import quote

import httpx

from alerce import pools
from alerce.calls import Call
from alerce.config import Settings
from alerce.exceptions import (
    APIError,
    ConfigError,
    ConnectionFailedError,
    InvalidResponseError,
    RequestTimeoutError,
    RouteError,
    TransportError,
)
from alerce.options import Options
from alerce.wire import raise_for_error


class Transport:
    """Sends calls to the services that the settings name.

    Parameters
    ----------
    settings : Settings
        Addresses and routes; looked at anew for each call.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._pools: dict[str, httpx.Client] = {}
        self._lock = threading.Lock()
        self._closed = False

    def send(self, call: Call, options: Options) -> httpx.Response:
        """Return the successful answer to a call, read to its end.

        Raises
        ------
        APIError
            Of the class that the answer, or its absence, means.
        """
        return self.dispatch(self._request(self._url(call), call), call, options)

    def dispatch(self, request: httpx.Request, call: Call, options: Options) -> httpx.Response:
        """Return the successful answer to a request that is built already.

        Raises
        ------
        APIError
            Of the class that the answer, or its absence, means.
        """
        limits = pools.TIMEOUT if options.timeout is None else httpx.Timeout(options.timeout)
        redirects = 0
        while True:
            request.extensions["timeout"] = limits.as_dict()
            response = self._send_once(request, call)
            if not response.has_redirect_location:
                raise_for_error(response, call)
                return response
            redirects += 1
            if redirects > pools.MOST_REDIRECTS:
                raise RouteError(
                    f"more than {pools.MOST_REDIRECTS} redirects",
                    response.status_code,
                    response=response,
                    request=request,
                    about=call.about,
                )
            request = self._redirected(response, request, call)

    def close(self) -> None:
        """Close all connections; a closed transport sends nothing more."""
        self._closed = True
        with self._lock:
            open_pools = list(self._pools.values())
            self._pools.clear()
        for pool in open_pools:
            pool.close()

    def _url(self, call: Call) -> str:
        base = self._settings.url(call.service)
        path = self._settings.route(call.service, call.route)
        if path is not None:
            path %= tuple(quote(identifier, safe="") for identifier in call.identifiers)
        else:
            path = str(call.request["url"])
        # A path of one slash means the address itself, with or without it.
        return base if path == "/" else base.rstrip("/") + "/" + path.lstrip("/")

    def _request(self, url: str, call: Call) -> httpx.Request:
        options: dict[str, Any] = {
            name: value for name, value in call.request.items() if name not in ("method", "url")
        }
        try:
            parsed = httpx.URL(url)
            return self._pool(parsed.scheme).build_request(
                call.request["method"], parsed, **options
            )
        except httpx.InvalidURL as error:
            raise ConfigError(f"{url!r} is not an address: {error}", about=call.about) from error

    def _pool(self, scheme: str) -> httpx.Client:
        with self._lock:
            if self._closed:
                raise APIError("the client is closed")
            pool = self._pools.get(scheme)
            if pool is None:
                pool = self._pools[scheme] = httpx.Client(
                    headers={"user-agent": pools.user_agent(), "accept": "*/*"},
                    limits=pools.LIMITS,
                    verify=pools.tls_context() if scheme == "https" else pools.bare_context(),
                )
                pools.close_with(self, pool)
            return pool

    def _send_once(self, request: httpx.Request, call: Call) -> httpx.Response:
        try:
            return self._pool(request.url.scheme).send(request)
        except httpx.TimeoutException as error:
            raise RequestTimeoutError(
                f"{type(error).__name__}: no answer within the time limit ({request.extensions['timeout']})",
                request=request,
                about=call.about,
            ) from error
        except httpx.DecodingError as error:
            raise InvalidResponseError(
                f"the answer's content encoding is broken: {error}",
                request=request,
                about=call.about,
            ) from error
        except (httpx.TransportError, UnicodeError) as error:
            # A host name that cannot be one is found out when it is looked up.
            raise ConnectionFailedError(
                f"{type(error).__name__}: {error}", request=request, about=call.about
            ) from error
        except httpx.HTTPError as error:
            raise TransportError(
                f"{type(error).__name__}: {error}", request=request, about=call.about
            ) from error

    def _redirected(
        self, response: httpx.Response, request: httpx.Request, call: Call
    ) -> httpx.Request:
        """Return the request for where the service points to: on the same host, as secure."""
        asked = request.url
        location = response.headers["location"]
        try:
            target = asked.join(location)
        except httpx.InvalidURL as error:
            raise RouteError(
                f"the service redirects to {location!r}, which is no address",
                response.status_code,
                response=response,
                request=request,
                about=call.about,
            ) from error
        if asked.scheme == "https" and target.scheme == "http" and target.port is None:
            # Behind a proxy the ZTF API sees plain http and says so.
            target = target.copy_with(scheme="https")
        if (target.scheme, target.host, target.port) != (asked.scheme, asked.host, asked.port):
            raise RouteError(
                f"the service redirects to {target.copy_with(query=None)}, which is not followed; "
                "if that is where it lives now, set its address in the configuration",
                response.status_code,
                response=response,
                request=request,
                about=call.about,
            )
        if request.method != "GET":
            raise RouteError(
                f"the service redirects a {request.method} to {target}, which is not repeated",
                response.status_code,
                response=response,
                request=request,
                about=call.about,
            )
        return self._pool(target.scheme).build_request("GET", target)
