"""The errors of the SDK, all of one base class.

::

    APIError                        base of all; code -1 unless a status says otherwise
    ├── ParseError                  400: the search parameters were not accepted
    │   ├── ArgumentError           an invalid argument, before any request (also a ValueError)
    │   ├── FormatValidationError   500: not a return format
    │   └── ConfigError             an invalid configuration key, value or file
    ├── ObjectNotFoundError         404: the service knows no such object
    │   └── CandidError             404: the object has no such alert packet or stamp
    ├── AuthorizationError          401, 403: the service refused access
    ├── RouteError                  404, 405: the address exists on no service; see the configuration
    ├── RateLimitError              429: too many requests
    ├── ServerError                 5xx: the service failed
    ├── InvalidResponseError        an answer that does not match the service's specification
    ├── BulkError                   some of many objects failed; holds the results of the others
    └── TransportError              no answer at all
        ├── ConnectionFailedError   the connection was refused, reset, not resolved or not trusted
        └── RequestTimeoutError     no answer came within a time limit
"""

from __future__ import annotations

from collections.abc import Mapping

from alerce._lazy import httpx

__all__ = [
    "APIError",
    "ArgumentError",
    "AuthorizationError",
    "BulkError",
    "CandidError",
    "ConfigError",
    "ConnectionFailedError",
    "FormatValidationError",
    "InvalidResponseError",
    "ObjectNotFoundError",
    "ParseError",
    "RateLimitError",
    "RequestTimeoutError",
    "RouteError",
    "ServerError",
    "TransportError",
    "ZTFAPIError",
]

MAX_LISTED_FAILURES = 5


class APIError(Exception):
    """Base of every error that the SDK raises on purpose.

    Parameters
    ----------
    message : str, optional
        The server's message, or what is wrong with the call.
    code : int, optional
        HTTP status of the answer; without an answer, the code of the class.
    data : object, optional
        Details as the server sent them, for instance a mapping of parameters to
        messages.
    response : httpx.Response, optional
        The whole answer.
    request : httpx.Request, optional
        The request that failed.
    about : str, optional
        The object or parameter that was asked about.

    Attributes
    ----------
    message, code, data, response, request, about
        As given.
    attempts : int
        Number of requests made, including retries and redirects.
    gave_up : str
        Why there was no further retry, if one could have helped.

    Examples
    --------
    >>> from alerce.exceptions import ObjectNotFoundError
    >>> try:
    ...     client.query_object("ZTF00unknown")
    ... except ObjectNotFoundError as error:
    ...     print(error.code, error.about)
    404 object ZTF00unknown
    """

    code: int = -1
    message: str = "An error with the API occurred."

    def __init__(
        self,
        message: str | None = None,
        code: int | None = None,
        data: object = None,
        response: httpx.Response | None = None,
        *,
        request: httpx.Request | None = None,
        about: str = "",
    ) -> None:
        if message:
            self.message = message
        if code is not None:
            self.code = code
        self.data: object = {} if data is None else data
        self.response = response
        self.request = request
        self.about = about
        self.attempts = 0
        self.gave_up = ""
        super().__init__(self.message)

    def __str__(self) -> str:
        text = f"{self.about}: {self.message}" if self.about else self.message
        if self.gave_up:
            text = f"{text}; {self.gave_up}"
        if self.request is None:
            return text
        shown = self.request.url.copy_with(userinfo=b"", query=None)
        asked = f"{self.request.method} {shown}"
        status = f"{self.code}, " if self.response is not None else ""
        return f"{text} ({status}{asked})"


ZTFAPIError = APIError


class ParseError(APIError):
    """The search parameters were not accepted."""

    code = 400


class ArgumentError(ParseError, ValueError):
    """An argument is invalid; no request was made."""


class FormatValidationError(ParseError, ValueError):
    """The method does not have this return format."""

    code = 500


class ConfigError(ParseError, ValueError):
    """A configuration key, value or file is invalid."""


class ObjectNotFoundError(APIError):
    """The service knows no such object."""

    code = 404


class CandidError(ObjectNotFoundError):
    """The object has no such stamp or alert packet."""

    message = "Object has no stamps."


class AuthorizationError(APIError):
    """The service refused access."""

    code = 401


class RouteError(APIError):
    """The requested address does not exist on the service."""

    code = 404


class RateLimitError(APIError):
    """The service refused a request because there were too many."""

    code = 429


class ServerError(APIError):
    """The service failed to answer."""

    code = 500


class InvalidResponseError(APIError):
    """The answer does not match the service's specification."""


class BulkError(APIError):
    """Some of the objects of a bulk call failed.

    Parameters
    ----------
    results : object
        The results of the other objects, in the format asked for.
    failures : mapping of str to APIError
        The objects that failed, and why.

    Attributes
    ----------
    results, failures
        As given.
    code : int
        The code of the failures if it is the same for all, otherwise -1.

    Examples
    --------
    >>> from alerce.exceptions import BulkError
    >>> try:
    ...     client.query_object(["ZTF18abbuksn", "ZTF00unknown"])
    ... except BulkError as error:
    ...     print(list(error.results), list(error.failures), error.code)
    ['ZTF18abbuksn'] ['ZTF00unknown'] 404
    """

    def __init__(self, results: object, failures: Mapping[str, APIError]) -> None:
        first = ", ".join(list(failures)[:MAX_LISTED_FAILURES])
        more = len(failures) - MAX_LISTED_FAILURES
        reason = next(iter(failures.values()))
        codes = {error.code for error in failures.values()}
        super().__init__(
            f"{len(failures)} failed: {first}{f' and {more} more' if more > 0 else ''}; "
            f"the first because of {type(reason).__name__}: {reason.message}",
            codes.pop() if len(codes) == 1 else -1,
        )
        self.results = results
        self.failures: dict[str, APIError] = dict(failures)
        self.__cause__: BaseException | None = reason

    def __reduce__(self) -> tuple[type[BulkError], tuple[object, dict[str, APIError]]]:
        return type(self), (self.results, self.failures)


class TransportError(APIError):
    """No answer came back."""


class ConnectionFailedError(TransportError):
    """The service could not be reached, or the connection broke."""


class RequestTimeoutError(TransportError):
    """No answer came within a time limit.

    Attributes
    ----------
    limit : {"connect", "read", "write", "pool", "total"}
        Which limit was exceeded.
    seconds : float
        The time until then.
    """

    limit: str = "total"
    seconds: float = 0.0
