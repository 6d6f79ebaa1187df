"""What the transports that stand on another one share."""

from __future__ import annotations

import httpx


class Layer(httpx.BaseTransport):
    """A transport that hands requests to another one.

    Parameters
    ----------
    inner : AsyncBaseTransport
        The other one; it is closed with this one.
    """

    def __init__(self, inner: httpx.BaseTransport) -> None:
        self._inner = inner

    def close(self) -> None:
        """Close the inner transport."""
        self._inner.close()
