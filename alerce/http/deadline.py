"""The time limit of a whole call, which holds across retries, redirects and slow answers.

httpx only limits single steps, and the limit of reading begins anew with every byte.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Mapping
from contextvars import ContextVar, Token
from types import TracebackType
from typing import Self

import httpx


class DeadlineExceeded(httpx.TimeoutException):
    """A call is not over by its deadline.

    Parameters
    ----------
    message : str
        What ran out.
    seconds : float
        After how long.
    """

    def __init__(self, message: str, seconds: float) -> None:
        super().__init__(message)
        self.seconds = seconds


class Deadline:
    """The moment by which the call in a ``with`` block must be over.

    It is known to all that runs within the block. In the synchronous face the sockets
    of `alerce.http.network.DeadlineTransport` keep to it; any other transport keeps to
    it between its steps.

    Parameters
    ----------
    seconds : float
        Time from the block's beginning.
    covers_rate_limit : bool
        Whether the time counts during which the rate limit holds a request back.
    """

    _current: ContextVar[Deadline | None] = ContextVar("alerce_deadline", default=None)

    def __init__(self, seconds: float, *, covers_rate_limit: bool = False) -> None:
        self.seconds = seconds
        self.covers_rate_limit = covers_rate_limit
        self._until = math.inf
        self._token: Token[Deadline | None] | None = None

    @classmethod
    def current(cls) -> Deadline | None:
        """Return the deadline of the call that is going on, if it has one."""
        return cls._current.get()

    @property
    def left(self) -> float:
        """Seconds until then; not below 0."""
        return max(0.0, self._until - time.monotonic())

    def postpone(self, seconds: float) -> None:
        """Move the deadline."""
        self._until += seconds

    def exceeded(self) -> DeadlineExceeded:
        """Return the error that says how long the call was allowed to take."""
        seconds = self.seconds - self.left
        return DeadlineExceeded(
            f"the total time limit of {self.seconds:g} s ran out after {seconds:.2f} s", seconds
        )

    def __enter__(self) -> Self:
        self._until = time.monotonic() + self.seconds
        self._token = self._current.set(self)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._token is not None:
            self._current.reset(self._token)
        timed_out = isinstance(error, httpx.TimeoutException)
        if timed_out and not isinstance(error, DeadlineExceeded) and self.left <= 0:
            # The last step's limit was what was left of the call.
            raise self.exceeded() from error


class AsyncDeadline(Deadline):
    """The same for an ``async with`` block, which it cancels."""

    _timeout: asyncio.Timeout

    def postpone(self, seconds: float) -> None:
        """Move the deadline."""
        super().postpone(seconds)
        when = self._timeout.when()
        if when is not None:
            self._timeout.reschedule(when + seconds)

    async def __aenter__(self) -> Self:
        self._timeout = await asyncio.timeout(self.seconds).__aenter__()
        return super().__enter__()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            await self._timeout.__aexit__(kind, error, traceback)
        except TimeoutError:
            self._until = -math.inf
            super().__exit__(None, None, None)
            raise self.exceeded() from error
        super().__exit__(kind, error, traceback)


def steps(limits: Mapping[str, float]) -> dict[str, float]:
    """Return the time limits of the steps of a request, cut to what is left of the call.

    Raises
    ------
    httpx.PoolTimeout
        Nothing is left.
    """
    deadline = Deadline.current()
    if deadline is None:
        return dict(limits)
    left = deadline.left
    if left <= 0:
        raise httpx.PoolTimeout("no time is left")
    return {name: min(seconds, left) for name, seconds in limits.items()}


def time_for(step: float | None, error: type[Exception]) -> float | None:
    """Return the time limit of a step, cut to what is left of the call.

    Parameters
    ----------
    step : float, optional
        The step's own limit in seconds.
    error : type
        What to raise when nothing is left.
    """
    deadline = Deadline.current()
    if deadline is None:
        return step
    left = deadline.left
    if left <= 0:
        raise error("no time is left")
    return left if step is None else min(step, left)
