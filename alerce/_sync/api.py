"""The generated clients, sending through the same transport as the methods do."""

from __future__ import annotations

import httpx
from alerce_api.client import Client as LowLevelClient

from alerce._sync.lazy import LazyTransport
from alerce.config import Service, Settings
from alerce.http.call import Call
from alerce.http.options import Options


class API:
    """A ready low-level client for each service.

    They share the pool, time limits, retries, configuration and errors of the
    client that they belong to. Those of `Alerce` are for the generated
    functions ``sync`` and ``sync_detailed``, those of `AsyncAlerce` for
    ``asyncio`` and ``asyncio_detailed``.

    Examples
    --------
    >>> from alerce_api.ztf.api.objects import get_object
    >>> get_object.sync("ZTF18abbuksn", client=client.api.ztf).oid
    'ZTF18abbuksn'
    """

    def __init__(self, settings: Settings, transport: LazyTransport, options: Options) -> None:
        self._settings = settings
        self._transport = transport
        self._options = options

    @property
    def ztf(self) -> LowLevelClient:
        """Client for ``alerce_api.ztf``."""
        return self._client("ztf")

    @property
    def catshtm(self) -> LowLevelClient:
        """Client for ``alerce_api.catshtm``."""
        return self._client("catshtm")

    @property
    def stamps(self) -> LowLevelClient:
        """Client for ``alerce_api.stamps``."""
        return self._client("stamps")

    @property
    def database(self) -> LowLevelClient:
        """Client for ``alerce_api.database``."""
        return self._client("database")

    @property
    def lsst(self) -> LowLevelClient:
        """Client for ``alerce_api.lsst``."""
        return self._client("lsst")

    @property
    def ztf2(self) -> LowLevelClient:
        """Client for ``alerce_api.ztf2``."""
        return self._client("ztf2")

    def _client(self, service: Service) -> LowLevelClient:
        return LowLevelClient(
            base_url=self._settings.url(service),
            httpx_args={
                "transport": Bridge(service, self._transport, self._options),
                "trust_env": False,
            },
        )


class Bridge(httpx.BaseTransport):
    """Hands the requests of a generated client to the transport.

    Parameters
    ----------
    service : {"ztf", "catshtm", "stamps", "database", "lsst", "lsst_stamps", "ztf2"}
        Which service they ask.
    transport : AsyncLazyTransport
        Sends them.
    options : Options
        How.
    """

    def __init__(self, service: Service, transport: LazyTransport, options: Options) -> None:
        self._service: Service = service
        self._transport = transport
        self._options = options

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the successful answer; everything else is raised as an `APIError`."""
        request.read()
        call = Call(self._service, "", {}, about=request.url.path)
        answer = self._transport.dispatch(request, call, self._options)
        # The content is unpacked already.
        packed = ("content-encoding", "content-length", "transfer-encoding")
        headers = [pair for pair in answer.headers.multi_items() if pair[0].lower() not in packed]
        return httpx.Response(answer.status_code, headers=headers, content=answer.content)
