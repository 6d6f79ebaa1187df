"""A call to a service: what is to be requested, and the state while it runs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from alerce.config import Service

if TYPE_CHECKING:
    import httpx

ResultT = TypeVar("ResultT")

Ask: TypeAlias = Callable[[float, float], ResultT]
"""Asks a service about a position, given as ra and dec in deg."""

AsyncAsk: TypeAlias = Callable[[float, float], Awaitable[ResultT]]
"""Asks a service about a position, given as ra and dec in deg; it is awaited."""


@dataclass(frozen=True, slots=True)
class Call:
    """A request from a generated request builder, and the object that it is about.

    Parameters
    ----------
    service : {"ztf", "catshtm", "stamps", "database", "lsst", "lsst_stamps", "ztf2"}
        Which service is asked.
    route : str
        Name of the route in the configuration, where its path can be overridden.
    request : mapping
        Result of the builder: method, url (the path on the service), params.
    identifiers : tuple of str
        The identifiers in the path, in order.
    about : str
        The object or position asked about, for messages.
    """

    service: Service
    route: str
    request: Mapping[str, Any]
    identifiers: tuple[str, ...] = ()
    about: str = ""


EXTENSION: Final = "alerce"
"""The request extension that holds the state of the call."""


@dataclass(slots=True)
class CallState:
    """The state of a running call, which the transports update.

    Parameters
    ----------
    service : {"ztf", "catshtm", "stamps", "database"}
        Which service is asked.
    about : str
        The object or position asked about.
    requests : int
        Requests sent so far: retries and redirects count.
    started : float
        Start of the last request, by the monotonic clock.
    gave_up : str
        Why there was no further retry.
    is_private : bool
        Whether the user's own client has added credentials or cookies.
    """

    service: Service = "ztf"
    about: str = ""
    requests: int = 0
    started: float = 0.0
    gave_up: str = ""
    is_private: bool = False


def state_of(request: httpx.Request) -> CallState:
    """Return the state of the call that a request belongs to; without one, make it."""
    state: CallState = request.extensions.setdefault(EXTENSION, CallState())
    return state
