"""The awaited client as a blocking one, so that a test of behaviour holds for both.

A module with ``pytestmark = pytest.mark.both_faces`` has its tests of the fixtures `client` and
`scripted` run twice: with an `Alerce`, and with an `AsyncAlerce` behind an adapter that runs each
coroutine to its end in an event loop of another thread.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, Literal, Self, cast

from anyio.from_thread import BlockingPortal, start_blocking_portal

from alerce import Alerce, AsyncAlerce
from alerce.sandbox.server import Addresses

Face = Literal["Alerce", "AsyncAlerce"]

FACES: list[Face] = ["Alerce", "AsyncAlerce"]

NAMESPACES = frozenset(["AsyncAPI", "AsyncLsst", "AsyncLowLevelClient"])
"""Classes whose methods are awaited too."""


class Awaited:
    """An awaited object whose coroutines and iterators are run to their end here."""

    def __init__(self, target: Any, portal: BlockingPortal) -> None:
        self._target = target
        self._portal = portal

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._target, name)
        if type(value).__name__ in NAMESPACES:
            return Awaited(value, self._portal)
        return self._blocking(value) if callable(value) else value

    def _blocking(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def blocking(*args: Any, **kwargs: Any) -> Any:
            async def settled() -> Any:
                result = call(*args, **kwargs)
                return await result if inspect.isawaitable(result) else result

            result = self._portal.call(settled)
            if isinstance(result, AsyncAlerce) or hasattr(result, "__anext__"):
                return Awaited(result, self._portal)
            return result

        return blocking

    def close(self) -> None:
        self._portal.call(self._target.aclose)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Any:
        try:
            return self._portal.call(self._target.__anext__)
        except StopAsyncIteration:
            raise StopIteration from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return repr(self._target)


@contextmanager
def connected(face: Face, config: Addresses) -> Generator[Alerce, None, None]:
    """Connect a client of this face, which blocks."""
    if face == "Alerce":
        with Alerce(**config) as client:
            yield client
    else:
        with start_blocking_portal() as portal, Awaited(AsyncAlerce(**config), portal) as client:
            yield cast(Alerce, client)
