"""The sender, loaded when the first request leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alerce.exceptions import ConfigError

if TYPE_CHECKING:
    import httpx

    from alerce.config import Settings
    from alerce.http._sync.sender import Sender
    from alerce.http.call import Call
    from alerce.http.options import Options


class LazySender:
    """Stands for the sender of a client; all clients of the same connections share it.

    What the sender needs takes longer to import than all else together.

    Parameters
    ----------
    settings : Settings
        Addresses and routes; looked at anew for each call.
    http_client : AsyncClient, optional
        Sends everything in place of a client made here.
    transport : AsyncBaseTransport, optional
        Goes under the client made here.

    Raises
    ------
    ConfigError
        They are not of these classes, or both are given.
    """

    def __init__(
        self, settings: Settings, http_client: object = None, transport: object = None
    ) -> None:
        self._settings = settings
        self._http_client: httpx.Client | None = None
        self._under: httpx.BaseTransport | None = None
        # Holds it once it is there. Of two threads that meet here, both get the first.
        self._made: dict[str, Sender] = {}
        if http_client is not None or transport is not None:
            self._take(http_client, transport)

    def __reduce__(self) -> tuple[type[LazySender], tuple[object, ...]]:
        return type(self), (self._settings, self._http_client, self._under)

    def _take(self, http_client: object, transport: object) -> None:
        import httpx

        if http_client is not None and transport is not None:
            raise ConfigError(
                "give either a client or a transport: your client has its own",
                about="http_client",
            )
        if not isinstance(http_client, httpx.Client | None):
            raise _wrong("http_client", httpx.Client, http_client)
        if not isinstance(transport, httpx.BaseTransport | None):
            raise _wrong("transport", httpx.BaseTransport, transport)
        self._http_client, self._under = http_client, transport

    def _sender(self) -> Sender:
        known = self._made.get("sender")
        if known is not None:
            return known
        from alerce.http._sync.sender import Sender

        made = Sender(self._settings, self._http_client, self._under)
        return self._made.setdefault("sender", made)

    def send(self, call: Call, options: Options) -> httpx.Response:
        """Return the successful answer to a call, read to its end.

        Raises
        ------
        APIError
            Of the class that the answer, or its absence, means.
        """
        return self._sender().send(call, options)

    def dispatch(self, request: httpx.Request, call: Call, options: Options) -> httpx.Response:
        """Return the successful answer to a request that is built already.

        Raises
        ------
        APIError
            Of the class that the answer, or its absence, means.
        """
        return self._sender().dispatch(request, call, options)

    def close(self) -> None:
        """Close all connections made here; nothing more is sent."""
        self._sender().close()


def _wrong(name: str, wanted: type[object], given: object) -> ConfigError:
    return ConfigError(f"expected an httpx.{wanted.__name__}, not {given!r:.80}", about=name)
