"""Doing one thing to many items at a time, in threads or in tasks.

The pairs of functions are written by hand, each for its own face: all else
that differs between the synchronous and the asynchronous one is derived.
"""

from __future__ import annotations

import contextvars
import math
import threading
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final, Generic, TypeAlias, TypeVar

if TYPE_CHECKING:
    import asyncio

from alerce.exceptions import APIError

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

Fetch: TypeAlias = Callable[[str], ResultT]
"""Gets what belongs to an identifier."""

AsyncFetch: TypeAlias = Callable[[str], Awaitable[ResultT]]
"""Gets what belongs to an identifier, awaited."""

FetchPage: TypeAlias = Callable[[ItemT, int], ResultT]
"""Gets a page of something by its number."""

AsyncFetchPage: TypeAlias = Callable[[ItemT, int], Awaitable[ResultT]]
"""Gets a page of something by its number, awaited."""

Done: TypeAlias = Callable[[ItemT, "ResultT | APIError"], object]
"""Is told what came of an item; what it raises ends the whole."""

AWAKE_SECONDS: Final = 0.1
"""How often a thread that waits looks whether it is still wanted."""


class Abandoned(BaseException):
    """Ends a thread whose work is not wanted any more, wherever it waits."""


_abandoned: contextvars.ContextVar[threading.Event | None] = contextvars.ContextVar(
    "alerce_abandoned", default=None
)


def check_wanted() -> bool:
    """Tell whether this thread works for a call that can be given up.

    Raises
    ------
    Abandoned
        It has been.
    """
    event = _abandoned.get()
    if event is not None and event.is_set():
        raise Abandoned
    return event is not None


def pause(seconds: float) -> None:
    """Do nothing for a while, or until the work is abandoned."""
    event = _abandoned.get()
    if event is None:
        time.sleep(seconds)
    elif event.wait(seconds):
        raise Abandoned


async def async_pause(seconds: float) -> None:
    """Do nothing for a while."""
    import asyncio

    await asyncio.sleep(seconds)


def apart(function: Callable[[], ResultT]) -> ResultT:
    """Return the result of something that blocks."""
    return function()


async def async_apart(function: Callable[[], ResultT]) -> ResultT:
    """Return the result of something that blocks, while other tasks go on.

    A cancellation waits for its end: a thread cannot be stopped half-way.
    """
    import asyncio

    running = asyncio.ensure_future(asyncio.to_thread(function))
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        await asyncio.wait([running])
        raise


def waited(
    step: Callable[[float | None], ResultT], seconds: float | None, too_late: type[Exception]
) -> ResultT:
    """Return the result of a step that waits, for so many seconds or until abandoned.

    Raises
    ------
    Abandoned
        The work is not wanted any more.
    """
    if not check_wanted():
        return step(seconds)
    until = math.inf if seconds is None else time.monotonic() + seconds
    while True:
        left = until - time.monotonic()
        try:
            return step(min(left, AWAKE_SECONDS))
        except too_late:
            if left <= AWAKE_SECONDS:
                raise
        check_wanted()


async def async_waited(
    step: Callable[[float | None], Awaitable[ResultT]],
    seconds: float | None,
    too_late: type[Exception],  # noqa: ARG001 (a task is cancelled wherever it waits)
) -> ResultT:
    """Return the result of a step that waits."""
    return await step(seconds)


def each(
    function: Callable[[ItemT], ResultT],
    items: Iterable[ItemT],
    limit: int,
    done: Done[ItemT, ResultT],
) -> None:
    """Do something to each item, `limit` threads at a time.

    Items are taken as threads become free, and never many more than `done` has
    been told of, so that there may be any number. `done` is called here, in the
    order in which they end. Whatever else than an `APIError` is raised, an
    interrupt above all, ends the threads before it leaves.
    """
    from queue import SimpleQueue

    remaining = iter(items)
    first: list[ItemT] = []
    for item in remaining:
        first.append(item)
        if len(first) == 2:
            break
    if len(first) < 2 or limit < 2:
        for item in _chained(first, remaining):
            done(item, _outcome(function, item))
        return

    ended: SimpleQueue[tuple[ItemT, ResultT | APIError] | BaseException | None] = SimpleQueue()
    places = threading.Semaphore(2 * limit)
    lock = threading.Lock()
    abandoned = threading.Event()
    items_left = _chained(first, remaining)

    def work() -> None:
        _abandoned.set(abandoned)
        try:
            while not abandoned.is_set():
                places.acquire()
                with lock:
                    if abandoned.is_set():
                        break
                    try:
                        item = next(items_left)
                    except StopIteration:
                        break
                ended.put((item, _outcome(function, item)))
        except Abandoned:
            pass
        except BaseException as error:  # noqa: BLE001 (it is raised again where it belongs)
            ended.put(error)
        finally:
            ended.put(None)

    threads: list[threading.Thread] = []
    try:
        for number in range(limit):
            context = contextvars.copy_context()
            # A daemon, so that an interpreter which ends waits for no service.
            threads.append(
                threading.Thread(
                    target=context.run, args=(work,), name=f"alerce-{number}", daemon=True
                )
            )
            threads[-1].start()
        working = limit
        while working:
            outcome = ended.get()
            if outcome is None:
                # What has no more to take sets the next one free to find that out.
                places.release()
                working -= 1
            elif isinstance(outcome, BaseException):
                raise outcome
            else:
                places.release()
                done(*outcome)
    finally:
        abandoned.set()
        for _ in threads:
            places.release()
        for thread in threads:
            if thread.ident is not None:
                thread.join()


async def async_each(
    function: Callable[[ItemT], Awaitable[ResultT]],
    items: Iterable[ItemT],
    limit: int,
    done: Done[ItemT, ResultT],
) -> None:
    """Do something to each item, `limit` tasks at a time.

    Items are taken as tasks become free, so that there may be any number.
    `done` is called in the order in which they end. Whatever else than an
    `APIError` is raised, a cancellation above all, ends the tasks before it
    leaves.
    """
    import asyncio

    remaining = iter(items)

    async def work() -> None:
        for item in remaining:
            done(item, await _async_outcome(function, item))

    # Each task holds one item at a time, and tells of it before it takes another.
    first: list[ItemT] = []
    for item in remaining:
        first.append(item)
        if len(first) == limit:
            break
    remaining = _chained(first, remaining)
    tasks = [asyncio.ensure_future(work()) for _ in first]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class Pending(Generic[ResultT]):
    """Something that has begun in a thread of its own, to be had later."""

    def __init__(self, function: Callable[[], ResultT]) -> None:
        self._function = function
        self._abandoned = threading.Event()
        self._ended = threading.Event()
        self._outcome: ResultT | BaseException | None = None
        context = contextvars.copy_context()
        self._thread = threading.Thread(
            target=context.run, args=(self._work,), name="alerce-ahead", daemon=True
        )
        self._thread.start()

    def result(self) -> ResultT:
        """Return what came of it, or raise that."""
        try:
            # A join that is interrupted takes a thread for ended which is not (Python 3.11).
            self._ended.wait()
        except BaseException:
            self.cancel()
            raise
        if isinstance(self._outcome, BaseException):
            raise self._outcome
        return self._outcome  # type: ignore[return-value] # the thread has ended: it is set

    def cancel(self) -> None:
        """Give it up, and wait until it has ended."""
        self._abandoned.set()
        self._thread.join()

    def _work(self) -> None:
        _abandoned.set(self._abandoned)
        try:
            self._outcome = self._function()
        except BaseException as error:  # noqa: BLE001 (it is raised again where it belongs)
            self._outcome = error
        finally:
            self._ended.set()


class AsyncPending(Generic[ResultT]):
    """Something that has begun in a task of its own, to be had later."""

    def __init__(self, function: Callable[[], Awaitable[ResultT]]) -> None:
        import asyncio

        self._task: asyncio.Future[ResultT] = asyncio.ensure_future(function())

    async def result(self) -> ResultT:
        """Return what came of it, or raise that."""
        return await self._task

    async def cancel(self) -> None:
        """Give it up, and wait until it has ended."""
        import asyncio

        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)


def _chained(first: Iterable[ItemT], rest: Iterator[ItemT]) -> Iterator[ItemT]:
    yield from first
    yield from rest


def _outcome(function: Callable[[ItemT], ResultT], item: ItemT) -> ResultT | APIError:
    try:
        return function(item)
    except APIError as error:
        return error


async def _async_outcome(
    function: Callable[[ItemT], Awaitable[ResultT]], item: ItemT
) -> ResultT | APIError:
    try:
        return await function(item)
    except APIError as error:
        return error
