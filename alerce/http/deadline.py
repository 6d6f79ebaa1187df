"""The deadline of a whole call, across retries, redirects and slow answers.

The time limits of httpx cover single steps only, and its read limit starts again with
every byte received.
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
    """A call did not end by its deadline.

    Parameters
    ----------
    message : str
        The limit that was exceeded.
    seconds : float
        How long the call had taken by then.
    """

    def __init__(self, message: str, seconds: float) -> None:
        super().__init__(message)
        self.seconds = seconds


class Deadline:
    """The deadline of the call in a ``with`` block.

    Code within the block finds it in a context variable. In synchronous code the sockets
    of `alerce.http.network.DeadlineTransport` observe it at any time, and any other
    transport between its steps.

    Parameters
    ----------
    seconds : float
        Time from the start of the block.
    covers_rate_limit : bool
        Whether the time counts for which the rate limit delays a request.
    """

    _current: ContextVar[Deadline | None] = ContextVar("alerce_deadline", default=None)

    def __init__(self, seconds: float, *, covers_rate_limit: bool = False) -> None:
        self.seconds = seconds
        self.covers_rate_limit = covers_rate_limit
        self._until = math.inf
        self._token: Token[Deadline | None] | None = None

    @classmethod
    def current(cls) -> Deadline | None:
        """Return the deadline of the running call, None without one."""
        return cls._current.get()

    @property
    def left(self) -> float:
        """Seconds until the deadline; not below 0."""
        return max(0.0, self._until - time.monotonic())

    def postpone(self, seconds: float) -> None:
        """Move the deadline by some seconds."""
        self._until += seconds

    def exceeded(self) -> DeadlineExceeded:
        """Return the error for the exceeded deadline."""
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
            # The limit of that step was the rest of the call's time.
            raise self.exceeded() from error


class AsyncDeadline(Deadline):
    """The deadline of an ``async with`` block, which is cancelled when it passes."""

    _timeout: asyncio.Timeout

    def postpone(self, seconds: float) -> None:
        """Move the deadline by some seconds."""
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
    """Return the time limits of a request's steps, none longer than the rest of the call's time.

    Raises
    ------
    httpx.PoolTimeout
        The deadline has passed.
    """
    deadline = Deadline.current()
    if deadline is None:
        return dict(limits)
    left = deadline.left
    if left <= 0:
        raise httpx.PoolTimeout("no time is left")
    return {name: min(seconds, left) for name, seconds in limits.items()}


def time_for(step: float | None, error: type[Exception]) -> float | None:
    """Return the time limit of a step, no longer than the rest of the call's time.

    Parameters
    ----------
    step : float, optional
        The step's own limit in seconds.
    error : type
        The exception to raise if the deadline has passed.
    """
    deadline = Deadline.current()
    if deadline is None:
        return step
    left = deadline.left
    if left <= 0:
        raise error("no time is left")
    return left if step is None else min(step, left)
