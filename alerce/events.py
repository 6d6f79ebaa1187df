"""What the hooks ``on_request`` and ``on_response`` are told, for metrics."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from alerce.config import Service


@dataclass(frozen=True, slots=True)
class RequestEvent:
    """One request that is about to leave.

    Attributes
    ----------
    service : {"ztf", "catshtm", "stamps", "database", "lsst", "lsst_stamps", "ztf2"}
        Which service is asked.
    method : str
        ``GET`` or ``POST``.
    url : str
        The address, without credentials and without what a query could hold of them.
    about : str
        The object or position asked about.
    attempt : int
        1, and one more with every request that the same call needs: retries and
        redirects.
    """

    service: Service
    method: str
    url: str
    about: str
    attempt: int


@dataclass(frozen=True, slots=True)
class ResponseEvent:
    """How one request ended.

    Attributes
    ----------
    request : RequestEvent
        The request.
    status : int or None
        HTTP status; None when no answer was read to its end.
    error : str
        Why not; empty when there is a status.
    seconds : float
        Time from before the request to the answer's end.
    size : int
        Bytes of the answer's content, unpacked.
    """

    request: RequestEvent
    status: int | None
    error: str
    seconds: float
    size: int


OnRequest: TypeAlias = Callable[[RequestEvent], object]
OnResponse: TypeAlias = Callable[[ResponseEvent], object]
