"""The rate limit for each host, shared by all threads, tasks and clients of a process."""

from __future__ import annotations

import math
import os
import threading
import time
from collections import defaultdict, deque
from typing import Final, Literal, TypeAlias

Rate: TypeAlias = float | Literal["polite"] | None
"""Requests per second to one host; None for no limit, "polite" for a limit on the public
services only."""

PUBLIC_DOMAIN: Final = "alerce.online"
PUBLIC_RATE: Final = 5.0
"""Requests per second to a host of the public service, which has refused more with a 429."""

MAX_REMEMBERED: Final = 1000


class RateLimiter:
    """Computes when requests to one host may be sent: in any second no more than the rate.

    The first requests, as many as the rate, are sent at once, so that a single call does
    not wait.
    """

    def __init__(self) -> None:
        self._times: deque[float] = deque(maxlen=MAX_REMEMBERED)

    def wait(self, rate: float, now: float) -> float:
        """Return the seconds that the next request has to wait."""
        number = self._number(rate)
        if len(self._times) < number:
            return 0.0
        return max(0.0, self._times[-number] + number / rate - now)

    def reserve(self, rate: float, now: float) -> float:
        """Reserve the next time to send a request, and return the seconds until then."""
        seconds = self.wait(rate, now)
        self._times.append(now + seconds)
        return seconds

    @staticmethod
    def _number(rate: float) -> int:
        """Return how many requests may be sent at once."""
        return max(1, min(int(rate), MAX_REMEMBERED))


_limiters: Final[defaultdict[str, RateLimiter]] = defaultdict(RateLimiter)
_lock = threading.Lock()


def _forked() -> None:
    global _lock  # another thread may have held the old lock, which would stay locked
    _lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forked)


def rate_for(host: str, rate: Rate) -> float | None:
    """Return the requests per second to a host; None for no limit."""
    if rate != "polite":
        return rate
    public = f".{host}".endswith(f".{PUBLIC_DOMAIN}")
    return PUBLIC_RATE if public else None


def delay(host: str, rate: float, longest: float = math.inf) -> float:
    """Return the seconds that a request has to wait, and reserve its time.

    If the wait is longer than `longest`, nothing is reserved.
    """
    with _lock:
        limiter, now = _limiters[host], time.monotonic()
        if limiter.wait(rate, now) > longest:
            return limiter.wait(rate, now)
        return limiter.reserve(rate, now)
