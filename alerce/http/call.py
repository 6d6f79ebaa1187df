"""One question to one service, before it is sent."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from alerce.config import Service

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
