"""The transport, loaded when the first request leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

    from alerce._sync.transport import Transport
    from alerce.config import Settings
    from alerce.http.call import Call
    from alerce.http.options import Options


class LazyTransport:
    """Stands for the transport of a client; all clients of the same connections share it.

    What the transport needs takes longer to import than all else together.

    Parameters
    ----------
    settings : Settings
        Addresses and routes; looked at anew for each call.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        # Holds it once it is there. Of two threads that meet here, both get the first.
        self._made: dict[str, Transport] = {}

    def __reduce__(self) -> tuple[type[LazyTransport], tuple[Settings]]:
        return type(self), (self._settings,)

    def _transport(self) -> Transport:
        known = self._made.get("transport")
        if known is not None:
            return known
        from alerce._sync.transport import Transport

        return self._made.setdefault("transport", Transport(self._settings))

    def send(self, call: Call, options: Options) -> httpx.Response:
        """Return the successful answer to a call, read to its end.

        Raises
        ------
        APIError
            Of the class that the answer, or its absence, means.
        """
        return self._transport().send(call, options)

    def dispatch(self, request: httpx.Request, call: Call, options: Options) -> httpx.Response:
        """Return the successful answer to a request that is built already.

        Raises
        ------
        APIError
            Of the class that the answer, or its absence, means.
        """
        return self._transport().dispatch(request, call, options)

    def close(self) -> None:
        """Close all connections; a closed transport sends nothing more."""
        self._transport().close()
