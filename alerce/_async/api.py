"""The generated clients, sending through the same transport as the methods do."""

from __future__ import annotations

from alerce_api.client import Client as LowLevelClient

from alerce.config import Service, Settings
from alerce.http._async.bridge import AsyncBridge
from alerce.http._async.lazy import AsyncLazySender
from alerce.http.options import Options


class AsyncAPI:
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

    def __init__(self, settings: Settings, sender: AsyncLazySender, options: Options) -> None:
        self._settings = settings
        self._sender = sender
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
                "transport": AsyncBridge(service, self._sender, self._options),
                "trust_env": False,
            },
        )
