"""The one place where requests leave: it builds them, stacks the transports, names errors."""

from __future__ import annotations

import functools
import weakref
from typing import Any
from urllib.parse import quote

import httpx

from alerce.config import Settings
from alerce.exceptions import APIError, ConfigError
from alerce.http import clients
from alerce.http._sync.cache import CacheTransport
from alerce.http._sync.client import ClientTransport
from alerce.http._sync.deadline import TimeLimitTransport
from alerce.http._sync.events import EventTransport
from alerce.http._sync.rate_limit import RateLimitTransport
from alerce.http._sync.redirects import RedirectTransport
from alerce.http._sync.retries import RetryTransport
from alerce.http._sync.size import SizeLimitTransport
from alerce.http._sync.slots import SlotTransport
from alerce.http.call import EXTENSION, Call, CallState
from alerce.http.clients import (
    ClientKey,
    Slots,
    close_abandoned,
    here,
    new_client,
)
from alerce.http.errors import raise_for_error
from alerce.http.failures import translated
from alerce.http.options import Options
from alerce.http.retries import RetryBudget


class Sender:
    """Sends calls to the services that the settings name.

    Parameters
    ----------
    settings : Settings
        Addresses and routes; looked at anew for each call.
    http_client : AsyncClient, optional
        Sends everything in place of a client made here; it is not closed here.
    transport : AsyncBaseTransport, optional
        Goes under the client made here.
    """

    def __init__(
        self,
        settings: Settings,
        http_client: httpx.Client | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._settings = settings
        self._http_client = http_client
        self._transport = transport
        # Shared by threads without a lock, which a fork could leave locked: two that
        # miss the same client make two, and the first one in is used.
        self._clients: dict[ClientKey, httpx.Client] = {}
        self._slots: dict[ClientKey, Slots] = {}
        self._budgets: dict[str, RetryBudget] = {}
        self._closed = False
        if transport is None:
            weakref.finalize(self, close_abandoned, self._clients)

    def send(self, call: Call, options: Options) -> httpx.Response:
        """Return the successful answer to a call, read to its end.

        Raises
        ------
        APIError
            Of the class that the answer, or its absence, means.
        """
        return self._ask(self._request(call), call, options, cached=True)

    def dispatch(self, request: httpx.Request, call: Call, options: Options) -> httpx.Response:
        """Return the successful answer to a request that is built already.

        Raises
        ------
        APIError
            Of the class that the answer, or its absence, means.
        """
        return self._ask(request, call, options, cached=False)

    def close(self) -> None:
        """Close all connections made here; nothing more is sent."""
        self._closed = True
        mine = [
            key
            for key in list(self._clients)
            if key == here(secure=key.secure, ca_bundle=key.ca_bundle)
        ]
        for client in [self._clients.pop(key) for key in mine]:
            client.close()
        close_abandoned(self._clients)
        self._clients.clear()

    def _ask(
        self, request: httpx.Request, call: Call, options: Options, *, cached: bool
    ) -> httpx.Response:
        if request.url.userinfo:
            clients.authorize(request)
        state = CallState(call.service, call.about)
        request.extensions[EXTENSION] = state
        try:
            stack = self._stack(request.url, options, cached=cached)
            response = stack.handle_request(request)
            raise_for_error(response, call)
        except APIError as error:
            _note(error, request, state)
            raise
        except (httpx.HTTPError, OSError, UnicodeError) as error:
            failure = translated(error, state, options.timeout)
            _note(failure, request, state)
            raise failure from error
        return response

    def _stack(self, url: httpx.URL, options: Options, *, cached: bool) -> httpx.BaseTransport:
        """Return the transports that a request passes, from the outermost to the wire."""
        stack: httpx.BaseTransport = self._innermost(url, options)
        stack = EventTransport(stack, options.on_request, options.on_response)
        stack = RateLimitTransport(stack, options.requests_per_second)
        stack = RedirectTransport(stack)
        stack = RetryTransport(stack, options.retries, self._budgets)
        stack = TimeLimitTransport(
            stack,
            options.timeout.total,
            covers_rate_limit=options.timeout.covers_rate_limit,
        )
        if cached and options.cache is not None:
            stack = CacheTransport(stack, options.cache, options.cache_ttl)
        return stack

    def _innermost(self, url: httpx.URL, options: Options) -> httpx.BaseTransport:
        if self._closed:
            raise APIError("the client is closed")
        limits = options.timeout.steps
        if self._http_client is not None:
            if options.ca_bundle is not None:
                raise ConfigError(
                    "has no effect on an http_client of your own: give it verify=...",
                    about="ca_bundle",
                )
            sending = ClientTransport(self._http_client, limits, merge=True)
            return SizeLimitTransport(sending, options.max_size)
        key = here(secure=url.scheme == "https", ca_bundle=options.ca_bundle)
        client = self._clients.get(key) or self._new_client(key)
        slots = self._slots.get(key) or self._slots.setdefault(key, Slots())
        sending = ClientTransport(client, limits)
        bounded = SizeLimitTransport(sending, options.max_size)
        return SlotTransport(bounded, slots, limits["pool"])

    def _new_client(self, key: ClientKey) -> httpx.Client:
        clients.forget_lost(self._clients)
        clients.forget_lost(self._slots)
        made = clients.checked(functools.partial(new_client, key, self._transport))
        return self._clients.setdefault(key, made)

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
                    "user-agent": clients.user_agent(),
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


def _note(error: APIError, request: httpx.Request, state: CallState) -> None:
    """Note on an error what is known of the call that failed."""
    error.request = error.request or request
    error.about = error.about or state.about
    error.attempts = state.requests
    error.gave_up = state.gave_up
