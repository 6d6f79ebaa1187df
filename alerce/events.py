"""The events that the hooks ``on_request`` and ``on_response`` receive, for metrics."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from alerce.config import Service


@dataclass(frozen=True, slots=True)
class RequestEvent:
    """A request that is about to be sent.

    Attributes
    ----------
    service : {"ztf", "catshtm", "stamps", "database", "lsst", "lsst_stamps", "ztf2"}
        Which service is asked.
    method : str
        ``GET`` or ``POST``.
    url : str
        The address, without credentials, also of those in query parameters.
    about : str
        The object or position asked about.
    attempt : int
        The number of the request within its call, from 1; retries and redirects count.
    """

    service: Service
    method: str
    url: str
    about: str
    attempt: int


@dataclass(frozen=True, slots=True)
class ResponseEvent:
    """The end of a request.

    Attributes
    ----------
    request : RequestEvent
        The request.
    status : int or None
        HTTP status; None if no answer was read to its end.
    error : str
        The class of the error; empty if there is a status.
    seconds : float
        Time from the start of the request to the end of the answer.
    size : int
        Bytes of the answer's content, decompressed.
    """

    request: RequestEvent
    status: int | None
    error: str
    seconds: float
    size: int


OnRequest: TypeAlias = Callable[[RequestEvent], object]
OnResponse: TypeAlias = Callable[[ResponseEvent], object]
