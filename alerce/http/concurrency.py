"""Doing one thing to many items at a time, in threads or in tasks.

The pairs of functions are written by hand, each for its own face: all else
that differs between the synchronous and the asynchronous one is derived.
"""

from __future__ import annotations

import contextvars
import itertools
import threading
import time
from collections.abc import Awaitable, Callable, Generator, Iterable
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final, Generic, TypeAlias, TypeVar

if TYPE_CHECKING:
    import asyncio
    import socket
    from concurrent.futures import Future

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
"""Is called with the outcome of an item; what it raises ends the whole."""

GRACE_SECONDS: Final = 0.4
"""How long an interrupted call waits for its threads to end."""


class Cancelled(BaseException):
    """Raised in a thread whose work has been cancelled, wherever it waits."""


class CancelScope:
    """Work in other threads that can be cancelled.

    A thread that waits for a socket is woken by shutting the socket down, one that
    pauses by an event.
    """

    _current: contextvars.ContextVar[CancelScope | None] = contextvars.ContextVar(
        "alerce_cancel_scope", default=None
    )

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._lock = threading.Lock()
        self._sockets: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []

    @classmethod
    def current(cls) -> CancelScope | None:
        """Return the scope that the running code belongs to, if there is one."""
        return cls._current.get()

    def start(self, function: Callable[[], object], name: str) -> None:
        """Run a function in a new thread, as part of this scope.

        The thread is a daemon, and it can be started when the main thread has ended
        already. The threads of `concurrent.futures` hold up an interpreter that
        ends, and take no work after that of the main thread.
        """
        context = contextvars.copy_context()
        context.run(self._current.set, self)
        thread = threading.Thread(target=context.run, args=(function,), name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def cancel(self) -> None:
        """Wake all threads of this scope, in which `Cancelled` is raised, and wait for their end.

        Some cannot be woken: those that look up a name, open a connection, or wait
        for a client of the program's own. They are not waited for long, and end when
        that step does.
        """
        import socket

        with self._lock:
            self._cancelled.set()
            for waiting in self._sockets:
                # Not the method of the socket's own class: under TLS that one drops
                # what the waiting thread uses.
                with suppress(OSError):
                    socket.socket.shutdown(waiting, socket.SHUT_RDWR)
        until = time.monotonic() + GRACE_SECONDS
        for thread in self._threads:
            if thread.ident is not None:
                thread.join(max(0.0, until - time.monotonic()))

    def check(self) -> None:
        """Raise `Cancelled` if this scope is cancelled."""
        if self._cancelled.is_set():
            raise Cancelled

    def pause(self, seconds: float) -> None:
        """Wait, but no longer than until this scope is cancelled."""
        if self._cancelled.wait(seconds):
            raise Cancelled

    @contextmanager
    def using(self, used: socket.socket) -> Generator[None]:
        """Shut a socket down if this scope is cancelled within the block."""
        with self._lock:
            self.check()
            self._sockets.add(used)
        try:
            yield
        finally:
            with self._lock:
                self._sockets.discard(used)
            self.check()


def check_cancelled() -> None:
    """Raise `Cancelled` if the work of this thread is not wanted any more."""
    scope = CancelScope.current()
    if scope is not None:
        scope.check()


def pause(seconds: float) -> None:
    """Wait for some seconds, or until the work of this thread is cancelled."""
    scope = CancelScope.current()
    if scope is None:
        time.sleep(seconds)
    else:
        scope.pause(seconds)


async def async_pause(seconds: float) -> None:
    """Wait for some seconds."""
    import asyncio

    await asyncio.sleep(seconds)


def run_in_thread(function: Callable[[], ResultT]) -> ResultT:
    """Return the result of a function that blocks, called in this thread."""
    return function()


async def async_run_in_thread(function: Callable[[], ResultT]) -> ResultT:
    """Return the result of a function that blocks, while other tasks go on.

    A cancellation waits for its end: a thread cannot be stopped half-way.
    """
    import asyncio

    running = asyncio.ensure_future(asyncio.to_thread(function))
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        await asyncio.wait([running])
        raise


def for_each(
    function: Callable[[ItemT], ResultT],
    items: Iterable[ItemT],
    limit: int,
    done: Done[ItemT, ResultT],
) -> None:
    """Do something to each item, `limit` threads at a time.

    Items are taken as threads become free, and never many more than `done` was
    called for, so that there may be any number. `items` and `done` are used in the
    thread that calls this. Whatever else than an `APIError` is raised, an interrupt
    above all, cancels the other threads and waits for their end.
    """
    from queue import Empty, SimpleQueue

    remaining = iter(items)
    first = list(itertools.islice(remaining, 2))
    remaining = itertools.chain(first, remaining)
    if len(first) < 2 or limit < 2:
        for item in remaining:
            done(item, _outcome(function, item))
        return

    waiting: SimpleQueue[ItemT | _End] = SimpleQueue()
    ended: SimpleQueue[tuple[ItemT, ResultT | APIError] | BaseException] = SimpleQueue()

    def work() -> None:
        try:
            while not isinstance(item := waiting.get(), _End):
                ended.put((item, _outcome(function, item)))
        except BaseException as error:  # noqa: BLE001 (it is raised again by the caller)
            ended.put(error)

    def note_next() -> None:
        outcome = ended.get()
        if isinstance(outcome, BaseException):
            raise outcome
        done(*outcome)

    scope = CancelScope()
    started = unfinished = 0
    try:
        for item in remaining:
            waiting.put(item)
            unfinished += 1
            if started < limit:
                scope.start(work, f"alerce-{started}")
                started += 1
            elif unfinished == 2 * limit:
                note_next()
                unfinished -= 1
        for _ in range(unfinished):
            note_next()
    finally:
        with suppress(Empty):
            while True:
                waiting.get_nowait()
        for _ in range(limit):
            waiting.put(_End())
        scope.cancel()


async def async_for_each(
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
    first = list(itertools.islice(remaining, limit))
    remaining = itertools.chain(first, remaining)

    async def work() -> None:
        for item in remaining:
            done(item, await _async_outcome(function, item))

    tasks = [asyncio.ensure_future(work()) for _ in first]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class Pending(Generic[ResultT]):
    """The result of a function that runs in a thread of its own."""

    _future: Future[ResultT]

    def __init__(self, function: Callable[[], ResultT]) -> None:
        from concurrent.futures import Future

        self._future = Future()
        self._function = function
        self._scope = CancelScope()
        self._scope.start(self._work, "alerce-ahead")

    def result(self) -> ResultT:
        """Wait for the result, and return it or raise the error of the function."""
        try:
            return self._future.result()
        except BaseException:
            self.cancel()
            raise

    def cancel(self) -> None:
        """Cancel the function, and wait until it has ended."""
        self._scope.cancel()

    def _work(self) -> None:
        try:
            self._future.set_result(self._function())
        except BaseException as error:  # noqa: BLE001 (it is raised again by `result`)
            self._future.set_exception(error)


class AsyncPending(Generic[ResultT]):
    """The result of a function that runs in a task of its own."""

    def __init__(self, function: Callable[[], Awaitable[ResultT]]) -> None:
        import asyncio

        self._task: asyncio.Future[ResultT] = asyncio.ensure_future(function())

    async def result(self) -> ResultT:
        """Wait for the result, and return it or raise the error of the function."""
        return await self._task

    async def cancel(self) -> None:
        """Cancel the function, and wait until it has ended."""
        import asyncio

        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)


class _End:
    """Takes the place of an item when there are no more."""


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
