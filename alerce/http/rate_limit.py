"""Not asking a service too often: one limit for all threads, tasks and clients of a process."""

from __future__ import annotations

import math
import os
import threading
import time
from collections import defaultdict, deque
from typing import Final, Literal, TypeAlias

Rate: TypeAlias = float | Literal["polite"] | None
"""Requests a second to one host; None for any number, "polite" for a limit on the public
services only."""

PUBLIC_DOMAIN: Final = "alerce.online"
PUBLIC_RATE: Final = 5.0
"""Requests a second to a host of the public service, which has refused more with a 429."""

MOST_REMEMBERED: Final = 1000


class Pace:
    """When requests may leave to one host: never more in any second than the rate.

    The first of them leave at once, so that a call by itself never waits.
    """

    def __init__(self) -> None:
        self._times: deque[float] = deque(maxlen=MOST_REMEMBERED)

    def wait(self, rate: float, now: float) -> float:
        """Return for how many seconds the next request has to wait."""
        number = self._number(rate)
        if len(self._times) < number:
            return 0.0
        return max(0.0, self._times[-number] + number / rate - now)

    def take(self, rate: float, now: float) -> float:
        """Reserve the next time, and return for how many seconds to wait for it."""
        seconds = self.wait(rate, now)
        self._times.append(now + seconds)
        return seconds

    @staticmethod
    def _number(rate: float) -> int:
        """Return how many requests may leave at once."""
        return max(1, min(int(rate), MOST_REMEMBERED))


_paces: Final[defaultdict[str, Pace]] = defaultdict(Pace)
_lock = threading.Lock()


def _forked() -> None:
    global _lock  # a lock that another thread held would stay locked here
    _lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forked)


def rate_for(host: str, rate: Rate) -> float | None:
    """Return how many requests a second may go to a host; None for any number."""
    if rate != "polite":
        return rate
    public = f".{host}".endswith(f".{PUBLIC_DOMAIN}")
    return PUBLIC_RATE if public else None


def delay(host: str, rate: float, most: float = math.inf) -> float:
    """Return for how many seconds a request has to wait.

    Unless that is longer than `most`, the time is reserved for it.
    """
    with _lock:
        pace, now = _paces[host], time.monotonic()
        if pace.wait(rate, now) > most:
            return pace.wait(rate, now)
        return pace.take(rate, now)
