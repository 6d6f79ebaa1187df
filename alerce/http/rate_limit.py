"""Not asking a service too often: one limit for all threads, tasks and clients of a process."""

from __future__ import annotations

import os
import threading
import time
from collections import defaultdict, deque
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from alerce.http.options import Options

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

    def take(self, rate: float, now: float) -> float:
        """Take the next place, and return for how many seconds to wait for it."""
        number = max(1, min(int(rate), MOST_REMEMBERED))
        earliest = now
        if len(self._times) >= number:
            earliest = max(now, self._times[-number] + number / rate)
        self._times.append(earliest)
        return earliest - now


_paces: Final[defaultdict[str, Pace]] = defaultdict(Pace)
_lock = threading.Lock()


def _forked() -> None:
    global _lock  # a lock that another thread held would stay locked here
    _lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forked)


def rate_for(host: str, options: Options) -> float | None:
    """Return how many requests a second may go to a host; None for any number."""
    if options.requests_per_second != "polite":
        return options.requests_per_second
    public = f".{host}".endswith(f".{PUBLIC_DOMAIN}")
    return PUBLIC_RATE if public else None


def delay(host: str, options: Options) -> float:
    """Return for how many seconds a request has to wait, and count it."""
    rate = rate_for(host, options)
    if rate is None:
        return 0.0
    with _lock:
        return _paces[host].take(rate, time.monotonic())
