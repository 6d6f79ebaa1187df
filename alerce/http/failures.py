"""Translation of the errors of httpx, raised when no answer comes, to errors of the SDK."""

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
"""The name of the time limit that each error reports."""

CONNECTION_ERRORS: Final = (
    httpx.NetworkError,
    httpx.ProtocolError,
    httpx.ProxyError,
    ssl.SSLError,  # httpcore 1.0.0 does not translate it
    UnicodeError,
)
"""The errors of a connection that could not be made, or that broke."""


def translated(
    error: httpx.HTTPError | OSError | UnicodeError, state: CallState, limits: Limits
) -> APIError:
    """Return an error of httpx as an error of the SDK.

    Parameters
    ----------
    error : exception
        The error that a transport raised.
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
    return ConnectionFailedError if isinstance(error, CONNECTION_ERRORS) else TransportError


def name_of(error: BaseException) -> str:
    """Return the name of the class of the SDK's error for an error."""
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
