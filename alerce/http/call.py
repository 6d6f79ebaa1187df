"""One question to one service, before it is sent and while it is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from alerce.config import Service

if TYPE_CHECKING:
    import httpx

ResultT = TypeVar("ResultT")

Ask: TypeAlias = Callable[[float, float], ResultT]
"""Gets what is at a position in deg."""

AsyncAsk: TypeAlias = Callable[[float, float], Awaitable[ResultT]]
"""Gets what is at a position in deg, awaited."""


@dataclass(frozen=True, slots=True)
class Call:
    """What a generated request builder made, and what it is about.

    Parameters
    ----------
    service : {"ztf", "catshtm", "stamps", "database", "lsst", "lsst_stamps", "ztf2"}
        Which service is asked.
    route : str
        Name of the route in the configuration, which can override its path.
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
"""The name of the extension of a request that holds the state of its call."""


@dataclass(slots=True)
class CallState:
    """How far a call has come; each transport notes here what it does.

    Parameters
    ----------
    service : {"ztf", "catshtm", "stamps", "database"}
        Which service is asked.
    about : str
        The object or position asked about.
    requests : int
        Requests sent so far: retries and redirects count.
    started : float
        When the last of them began, by the monotonic clock.
    gave_up : str
        Why there was no further retry.
    is_private : bool
        Whether the program's own client has added what lets one user in.
    """

    service: Service = "ztf"
    about: str = ""
    requests: int = 0
    started: float = 0.0
    gave_up: str = ""
    is_private: bool = False


def state_of(request: httpx.Request) -> CallState:
    """Return the state of the call that a request belongs to; a new one if there is none."""
    state: CallState = request.extensions.setdefault(EXTENSION, CallState())
    return state
