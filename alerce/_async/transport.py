"""The one place where requests leave: pools, time limits, retries, redirects, errors."""

from __future__ import annotations

import datetime
import functools
import ssl
import time
import weakref
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import httpcore
import httpx

from alerce._async.network import AsyncNetwork
from alerce.config import Settings
from alerce.events import RequestEvent, ResponseEvent
from alerce.exceptions import (
    APIError,
    ConfigError,
    ConnectionFailedError,
    InvalidResponseError,
    RequestTimeoutError,
    RouteError,
    TransportError,
)
from alerce.http import cache, logs, pools, rate_limit
from alerce.http.body import Body, BodyError, answer_of
from alerce.http.call import Call
from alerce.http.concurrency import async_apart, async_pause
from alerce.http.errors import raise_for_error
from alerce.http.options import Options
from alerce.http.pools import AsyncTurns, PoolKey, TotalLimit, async_abandon, async_place

if TYPE_CHECKING:
    from alerce.http.retries import Budget, Patience

STEPS: Mapping[type[BaseException], str] = {
    httpcore.ConnectTimeout: "connect",
    httpcore.ReadTimeout: "read",
    httpcore.WriteTimeout: "write",
    httpcore.PoolTimeout: "pool",
}


class AsyncTransport:
    """Sends calls to the services that the settings name.

    Parameters
    ----------
    settings : Settings
        Addresses and routes; looked at anew for each call.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        # Both are shared by threads without a lock, which a fork could leave locked:
        # two that miss the same pool make two, and the first one in is used.
        self._pools: dict[PoolKey, httpcore.AsyncConnectionPool] = {}
        self._turns: dict[PoolKey, AsyncTurns] = {}
        self._budgets: dict[str, Budget] = {}
        self._proxies: dict[tuple[str, bytes], str | None] = {}
        self._closed = False
        weakref.finalize(self, async_abandon, self._pools)

    def __reduce__(self) -> tuple[type[AsyncTransport], tuple[Settings]]:
        # Connections cannot go to another process: what arrives there opens its own.
        return type(self), (self._settings,)

    async def send(self, call: Call, options: Options) -> httpx.Response:
        """Return the successful answer to a call, read to its end.

        Raises
        ------
        APIError
            Of the class that the answer, or its absence, means.
        """
        request = self._request(call)
        if options.cache is None:
            return await self.dispatch(request, call, options)
        known = await async_apart(functools.partial(cache.recall, request, options))
        if known is not None:
            return known
        response = await self.dispatch(request, call, options)
        await async_apart(functools.partial(cache.keep, response, call, options))
        return response

    async def dispatch(
        self, request: httpx.Request, call: Call, options: Options
    ) -> httpx.Response:
        """Return the successful answer to a request that is built already.

        Raises
        ------
        APIError
            Of the class that the answer, or its absence, means.
        """
        if request.url.userinfo:
            pools.authorize(request)
        # Loaded with the first request, so that importing the package stays light.
        import tenacity

        from alerce.http import retries

        patience = retries.Patience(
            options,
            self._budgets.setdefault(request.url.host, retries.Budget()),
            request.method == "GET",
            logs.shown(request.url, call.service),
            time.monotonic(),
        )
        attempts = tenacity.AsyncRetrying(
            sleep=async_pause,
            retry=patience.again,
            wait=patience.wait,
            stop=patience.stop,
            before_sleep=patience.announce,
            retry_error_callback=retries.last_outcome,
        )
        try:
            with TotalLimit(patience.started + options.timeout.total) as limit:
                response: httpx.Response = await attempts(
                    self._follow, request, call, options, patience, limit
                )
            raise_for_error(response, call)
        except APIError as error:
            error.attempts = patience.requests
            error.gave_up = patience.gave_up
            raise
        return response

    async def aclose(self) -> None:
        """Close all connections; a closed transport sends nothing more."""
        self._closed = True
        here = async_place()
        mine = [key for key in list(self._pools) if key.place == here]
        open_pools = [self._pools.pop(key) for key in mine]
        for pool in open_pools:
            await pool.aclose()
        async_abandon(self._pools)
        self._pools.clear()

    async def _follow(
        self,
        request: httpx.Request,
        call: Call,
        options: Options,
        patience: Patience,
        limit: TotalLimit,
    ) -> httpx.Response:
        """Return the answer to a request, redirects followed."""
        response = await self._send_once(request, call, options, patience, limit)
        for _ in range(pools.MOST_REDIRECTS):
            if not response.has_redirect_location:
                return response
            request = self._redirected(response, request, call)
            response = await self._send_once(request, call, options, patience, limit)
        if not response.has_redirect_location:
            return response
        raise RouteError(
            f"more than {pools.MOST_REDIRECTS} redirects",
            response.status_code,
            response=response,
            request=request,
            about=call.about,
        )

    async def _send_once(
        self,
        request: httpx.Request,
        call: Call,
        options: Options,
        patience: Patience,
        limit: TotalLimit,
    ) -> httpx.Response:
        """Return the answer to a request, and tell log and hooks of both."""
        patience.requests += 1
        delay = rate_limit.delay(request.url.host, options)
        if delay:
            await async_pause(delay)
        leaving = RequestEvent(
            call.service,
            request.method,
            logs.shown(request.url, call.service),
            call.about,
            patience.requests,
        )
        logs.asked(leaving)
        if options.on_request is not None:
            options.on_request(leaving)
        started = time.monotonic()
        status, failure, size = None, "", 0
        try:
            response = await self._exchange(request, call, options, limit)
            response.elapsed = datetime.timedelta(seconds=time.monotonic() - started)
            status, size = response.status_code, len(response.content)
        except BaseException as error:
            failure = type(error).__name__
            raise
        finally:
            ended = ResponseEvent(leaving, status, failure, time.monotonic() - started, size)
            logs.answered(ended)
            if options.on_response is not None:
                options.on_response(ended)
        return response

    async def _exchange(
        self, request: httpx.Request, call: Call, options: Options, limit: TotalLimit
    ) -> httpx.Response:
        """Return the answer to one request, read to its end."""
        limits = options.timeout
        pool, turns = self._pool(request.url, options)
        url = request.url
        started = time.monotonic()
        taken = False
        try:
            await turns.take(min(limits.pool, limit.left))
            taken = True
            answer = await pool.handle_async_request(
                httpcore.Request(
                    request.method,
                    httpcore.URL(
                        scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                    ),
                    headers=request.headers.raw,
                    content=request.content,
                    extensions={
                        "timeout": {
                            "connect": limits.connect,
                            "read": limits.read,
                            "write": limits.write,
                            "pool": min(limits.pool, limit.left),
                        }
                    },
                )
            )
            try:
                body = Body(answer.headers, options.max_size)
                async for chunk in answer.aiter_stream():
                    body.add(chunk)
                return answer_of(answer, body.whole(), request)
            finally:
                await answer.aclose()
        except httpcore.TimeoutException as error:
            seconds = time.monotonic() - started
            raise _timed_out(error, seconds, request, call, options, limit) from error
        except BodyError as error:
            raise InvalidResponseError(str(error), request=request, about=call.about) from (
                error.__cause__
            )
        except (
            httpcore.NetworkError,
            httpcore.ProtocolError,
            httpcore.ProxyError,
            UnicodeError,
        ) as error:
            raise ConnectionFailedError(_why(error), request=request, about=call.about) from error
        except (OSError, httpcore.UnsupportedProtocol, httpcore.ConnectionNotAvailable) as error:
            raise TransportError(_why(error), request=request, about=call.about) from error
        finally:
            if taken:
                turns.give()

    def _request(self, call: Call) -> httpx.Request:
        arguments: dict[str, Any] = dict(call.request)
        method, params = arguments.pop("method"), arguments.pop("params", None)
        arguments.pop("url")
        try:
            url = httpx.URL(self._url(call))
            return httpx.Request(
                method,
                url.copy_merge_params(params) if params else url,
                headers={
                    "accept": "*/*",
                    "accept-encoding": "gzip, deflate",
                    "user-agent": pools.user_agent(),
                    **arguments.pop("headers", {}),
                },
                **arguments,
            )
        except (httpx.InvalidURL, UnicodeError) as error:
            # The address itself is not shown: there may be a password in it.
            raise ConfigError(
                f"the address set for the {call.service} service is none: {error}",
                about=call.about,
            ) from error

    def _url(self, call: Call) -> str:
        base = self._settings.url(call.service)
        path = self._settings.route(call.service, call.route)
        if path is not None:
            path %= tuple(quote(identifier, safe="") for identifier in call.identifiers)
        else:
            path = str(call.request["url"])
        # A path of one slash means the address itself, with or without it.
        return base if path == "/" else base.rstrip("/") + "/" + path.lstrip("/")

    def _pool(
        self, url: httpx.URL, options: Options
    ) -> tuple[httpcore.AsyncConnectionPool, AsyncTurns]:
        if self._closed:
            raise APIError("the client is closed")
        origin = (url.scheme, url.netloc)
        if origin not in self._proxies:
            self._proxies[origin] = pools.proxy_for(url)
        key = PoolKey(
            async_place(), url.scheme == "https", self._proxies[origin], options.ca_bundle
        )
        known = self._pools.get(key)
        turns = self._turns.get(key) or self._turns.setdefault(key, AsyncTurns())
        return (self._new_pool(key) if known is None else known), turns

    def _new_pool(self, key: PoolKey) -> httpcore.AsyncConnectionPool:
        for lost in [each for each in list(self._pools) if each.place.lost]:
            self._pools.pop(lost, None)
            self._turns.pop(lost, None)
        pool = httpcore.AsyncConnectionPool(
            ssl_context=pools.tls_context(key.ca_bundle) if key.secure else pools.bare_context(),
            proxy=pools.proxy(key.proxy, key.ca_bundle) if key.proxy else None,
            max_connections=pools.MOST_CONNECTIONS,
            max_keepalive_connections=pools.MOST_IDLE_CONNECTIONS,
            keepalive_expiry=pools.IDLE_SECONDS,
            network_backend=AsyncNetwork(),
        )
        return self._pools.setdefault(key, pool)

    def _redirected(
        self, response: httpx.Response, request: httpx.Request, call: Call
    ) -> httpx.Request:
        """Return the request for where the service points to: on the same host, as secure."""
        asked = request.url
        try:
            target = asked.join(response.headers["location"]).copy_with(userinfo=b"")
        except (httpx.InvalidURL, ValueError) as error:
            raise _refused("to no address", response, request, call) from error
        if asked.scheme == "https" and target.scheme == "http" and target.port is None:
            # Behind a proxy the ZTF API sees plain http and says so.
            target = target.copy_with(scheme="https")
        shown = target.copy_with(query=None)
        if (target.scheme, target.host, target.port) != (asked.scheme, asked.host, asked.port):
            raise _refused(
                f"to {shown}, which is not followed; "
                "if that is where it lives now, set its address in the configuration",
                response,
                request,
                call,
            )
        if request.method != "GET":
            raise _refused(
                f"a {request.method} to {shown}, which is not repeated", response, request, call
            )
        return httpx.Request("GET", target, headers=request.headers)


def _refused(
    whither: str, response: httpx.Response, request: httpx.Request, call: Call
) -> RouteError:
    return RouteError(
        f"the service redirects {whither}",
        response.status_code,
        response=response,
        request=request,
        about=call.about,
    )


def _timed_out(
    error: httpcore.TimeoutException,
    seconds: float,
    request: httpx.Request,
    call: Call,
    options: Options,
    limit: TotalLimit,
) -> RequestTimeoutError:
    """Return the error that says which limit ran out, and after how long."""
    name = "total" if limit.left <= 0 else STEPS.get(type(error), "total")
    if name == "total":
        seconds = options.timeout.total - limit.left
    allowed: float = getattr(options.timeout, name)
    timed_out = RequestTimeoutError(
        f"the {name} time limit of {allowed:g} s ran out after {seconds:.2f} s",
        request=request,
        about=call.about,
    )
    timed_out.limit, timed_out.seconds = name, seconds
    return timed_out


def _why(error: BaseException) -> str:
    """Return what a connection failed of."""
    known: BaseException | None = error
    while known is not None:
        if isinstance(known, ssl.SSLCertVerificationError):
            return (
                f"the service's certificate is not trusted: {known.verify_message}; "
                "certificates of your own go into the option ca_bundle"
            )
        known = known.__cause__ or known.__context__
    return f"{type(error).__name__}: {error}".rstrip(": ")
