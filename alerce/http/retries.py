"""When a request is sent again, and how long after.

`tenacity` runs the loop; here is what it asks in each round.
"""

from __future__ import annotations

import email.utils
import socket
import ssl
import time
from dataclasses import dataclass
from typing import Final

import httpx
import tenacity

from alerce.exceptions import APIError
from alerce.http import logs
from alerce.http.body import BodyError
from alerce.http.call import state_of
from alerce.http.deadline import Deadline

TRANSIENT_STATUSES: Final = frozenset({408, 425, 429, 502, 503, 504, *range(520, 525)})
"""Those of a service that is busy or behind a proxy that lost it; 520 to 524 are Cloudflare's."""

TRANSIENT_500: Final = (
    "connection refused",
    "connection reset",
    "connection timed out",
    "connection was closed",
    "could not connect",
    "deadlock",
    "lost connection",
    "operationalerror",
    "queuepool limit",
    "remaining connection slots",
    "server closed the connection",
    "ssl connection has been closed",
    "temporarily unavailable",
    "too many clients",
    "try again",
)
"""What a 500 says when the database behind the service was away for a moment.

Any other stands for a question that the service cannot answer, now or later.
"""

BACKOFF: Final = tenacity.wait_random_exponential(multiplier=0.25, max=8)
"""Up to 0.25 s before the first retry, up to twice as long before each further one."""

MOST_RETRY_AFTER: Final = 60.0
"""Seconds that a service can ask for; when it wants more, the call gives up at once."""


class RetryBudget:
    """How many retries a service is still worth.

    Each retry takes one, each answer brings back a part of one: while most requests
    succeed there is always enough, and a dead service costs no more retries
    than the budget holds, however many calls fail on it.

    Threads share it without a lock: to miscount by one when two meet does no
    harm, while a lock held at a fork would.
    """

    HOLDS: Final = 30.0
    REFUND: Final = 0.2

    def __init__(self) -> None:
        self._left = self.HOLDS

    def take(self) -> bool:
        """Take one retry, if there is one."""
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def refund(self) -> None:
        """Count one answer."""
        self._left = min(self.HOLDS, self._left + self.REFUND)


@dataclass(slots=True)
class RetryState:
    """How one request goes on after a failure: the questions that tenacity asks.

    Parameters
    ----------
    request : httpx.Request
        The request.
    retries : int
        How often it may be sent again.
    budget : RetryBudget
        Of the service that is asked.
    """

    request: httpx.Request
    retries: int
    budget: RetryBudget

    @property
    def safe(self) -> bool:
        """Whether the request may be sent again although it may have arrived."""
        return self.request.method == "GET"

    def again(self, state: tenacity.RetryCallState) -> bool:
        """Tell whether an attempt ended in a way that another one could mend."""
        answer, error = _outcome(state)
        outcome = error if answer is None else answer
        return outcome is not None and self.is_transient(outcome)

    def is_transient(self, outcome: httpx.Response | BaseException) -> bool:
        """Tell whether another attempt could bring a better outcome, and may be made."""
        if isinstance(outcome, BaseException):
            return is_transient_error(outcome, safe=self.safe) and self.retries > 0
        if self.safe and is_transient_answer(outcome):
            return self.retries > 0
        self.budget.refund()
        return False

    def wait(self, state: tenacity.RetryCallState) -> float:
        """Return for how many seconds to wait before the next attempt."""
        answer, _ = _outcome(state)
        return BACKOFF(state) + (retry_after(answer) or 0.0 if answer is not None else 0.0)

    def stop(self, state: tenacity.RetryCallState) -> bool:
        """Tell whether there have been enough attempts, and keep the reason."""
        answer, _ = _outcome(state)
        deadline = Deadline.current()
        reason = ""
        if state.attempt_number > self.retries:
            reason = f"gave up after {self.retries} retries"
        elif answer is not None and (retry_after(answer) or 0) > MOST_RETRY_AFTER:
            reason = f"no retry: the service wants none for {retry_after(answer):.0f} s"
        elif deadline is not None and state.upcoming_sleep >= deadline.left:
            reason = f"no retry within the {deadline.seconds:g} s of the call"
        elif not self.budget.take():
            reason = "no retry: too many have failed of late"
        state_of(self.request).gave_up = reason
        return bool(reason)

    def log(self, state: tenacity.RetryCallState) -> None:
        """Log that the request is sent again."""
        answer, error = _outcome(state)
        reason = (
            f"{answer.status_code} {answer.reason_phrase}"
            if answer is not None
            else f"{type(error).__name__}: {error}"
        )
        url = logs.shown(self.request.url, state_of(self.request).service)
        logs.retried(url, reason.strip(), state.attempt_number, self.retries, state.upcoming_sleep)


def unpacked(outcome: httpx.Response | Exception) -> httpx.Response:
    """Return the answer of an attempt, or raise the error that it ended with."""
    if isinstance(outcome, Exception):
        raise outcome
    return outcome


def last_outcome(state: tenacity.RetryCallState) -> httpx.Response:
    """Return the last answer, or raise the last error."""
    answer, error = _outcome(state)
    if answer is None:
        raise error or APIError()
    return answer


def is_transient_answer(answer: httpx.Response) -> bool:
    """Tell whether the same request could be answered better a moment later."""
    if answer.status_code == 500:
        # Not by the encoding that it names: a wrong one would be an error of its own.
        said = answer.content.decode("utf-8", "replace").lower()
        return "retry-after" in answer.headers or any(phrase in said for phrase in TRANSIENT_500)
    if answer.status_code == 200:
        return _is_mangled(answer.content)
    return answer.status_code in TRANSIENT_STATUSES


def _is_mangled(content: bytes) -> bool:
    """Tell whether a proxy on the way put its own page in place of an answer, or cut it off."""
    first, last = content[:64].lstrip()[:1], content[-64:].rstrip()[-1:]
    return first in (b"", b"<") or {b"{": b"}", b"[": b"]"}.get(first, last) != last


def is_transient_error(error: BaseException | None, *, safe: bool) -> bool:
    """Tell whether a failure to get an answer could be over a moment later.

    Parameters
    ----------
    error : exception, optional
        What the attempt raised.
    safe : bool
        Whether the request may be sent again although it may have arrived.
    """
    if isinstance(
        error, httpx.ConnectError | httpx.ConnectTimeout | httpx.ProxyError | ssl.SSLError
    ):
        return not is_lasting(error)
    # A request that ran into another time limit may still be at work in the service,
    # which a second one would only slow down.
    if isinstance(error, httpx.NetworkError | httpx.ProtocolError):
        return safe
    return safe and isinstance(error, BodyError) and error.cut_off


def is_lasting(error: BaseException) -> bool:
    """Tell whether a connection will fail in the same way again: no such host, no trust."""
    known: BaseException | None = error
    while known is not None:
        if isinstance(known, ssl.SSLEOFError | ssl.SSLSyscallError | ssl.SSLZeroReturnError):
            return False
        if isinstance(known, ssl.SSLError):
            return True
        if isinstance(known, socket.gaierror):
            return known.errno != socket.EAI_AGAIN
        known = known.__cause__ or known.__context__
    return False


def retry_after(answer: httpx.Response) -> float | None:
    """Return in how many seconds a service wants to be asked again, if it says so.

    It may be a number of seconds or a date.
    """
    text = answer.headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        # More digits than any time has would overflow.
        return float(text[:12])
    try:
        date = email.utils.parsedate_to_datetime(text)
        return max(0.0, date.timestamp() - time.time())
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _outcome(
    state: tenacity.RetryCallState,
) -> tuple[httpx.Response | None, BaseException | None]:
    """Return the answer of an attempt, or the error that it raised."""
    if state.outcome is None:
        return None, None
    error = state.outcome.exception()
    return (None, error) if error is not None else (state.outcome.result(), None)
