"""What it means that no answer came: errors of httpx as errors of ours."""

from __future__ import annotations

import ssl
import time
from collections.abc import Mapping
from typing import Final

import httpx

from alerce.exceptions import (
    APIError,
    ConnectionFailedError,
    InvalidResponseError,
    RequestTimeoutError,
    TransportError,
)
from alerce.http.body import BodyError
from alerce.http.call import CallState
from alerce.http.deadline import DeadlineExceeded
from alerce.http.options import Limits

STEPS: Final[Mapping[type[httpx.TimeoutException], str]] = {
    httpx.ConnectTimeout: "connect",
    httpx.ReadTimeout: "read",
    httpx.WriteTimeout: "write",
    httpx.PoolTimeout: "pool",
}
"""The time limit that an error means."""

FAILED: Final = (
    httpx.NetworkError,
    httpx.ProtocolError,
    httpx.ProxyError,
    ssl.SSLError,  # which httpcore 1.0.0 lets through
    UnicodeError,
)
"""What means that the service could not be reached, or that the connection broke."""


def translated(
    error: httpx.HTTPError | OSError | UnicodeError, state: CallState, limits: Limits
) -> APIError:
    """Return an error of httpx as one of ours.

    Parameters
    ----------
    error : exception
        What a transport raised.
    state : CallState
        The call that failed.
    limits : Limits
        Its time limits.
    """
    if isinstance(error, DeadlineExceeded):
        timed_out = RequestTimeoutError(str(error))
        timed_out.limit, timed_out.seconds = "total", error.seconds
        return timed_out
    if isinstance(error, httpx.TimeoutException):
        name, seconds = STEPS.get(type(error)), time.monotonic() - state.started
        timed_out = RequestTimeoutError(
            f"the {name} time limit of {getattr(limits, name):g} s ran out after {seconds:.2f} s"
            if name
            else str(error)
        )
        timed_out.limit, timed_out.seconds = name or "total", seconds
        return timed_out
    if isinstance(error, BodyError):
        return InvalidResponseError(str(error))
    return _class_of(error)(_why(error))


def _class_of(error: BaseException) -> type[APIError]:
    if isinstance(error, httpx.TimeoutException):
        return RequestTimeoutError
    if isinstance(error, httpx.DecodingError):
        return InvalidResponseError
    return ConnectionFailedError if isinstance(error, FAILED) else TransportError


def name_of(error: BaseException) -> str:
    """Return the name of the class under which an error becomes known."""
    known = isinstance(error, httpx.HTTPError | OSError | UnicodeError)
    return (_class_of(error) if known else type(error)).__name__


def _why(error: BaseException) -> str:
    """Return why a connection failed."""
    known: BaseException | None = error
    while known is not None:
        if isinstance(known, ssl.SSLCertVerificationError):
            return (
                f"the service's certificate is not trusted: {known.verify_message}; "
                "certificates of your own go into the option ca_bundle"
            )
        known = known.__cause__ or known.__context__
    return f"{type(error).__name__}: {error}".rstrip(": ")
