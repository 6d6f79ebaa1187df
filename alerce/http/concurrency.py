"""Concurrency: calling a function for many items, in threads or in tasks.

Each synchronous function has an asynchronous counterpart. Both are written by hand; the
rest of the synchronous code is derived from the asynchronous source.
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
"""Fetches the result for an identifier."""

AsyncFetch: TypeAlias = Callable[[str], Awaitable[ResultT]]
"""Fetches the result for an identifier; it is awaited."""

FetchPage: TypeAlias = Callable[[ItemT, int], ResultT]
"""Fetches a page by its number."""

AsyncFetchPage: TypeAlias = Callable[[ItemT, int], Awaitable[ResultT]]
"""Fetches a page by its number; it is awaited."""

Done: TypeAlias = Callable[[ItemT, "ResultT | APIError"], object]
"""Called with the outcome of each item; an exception from it ends the whole run."""

GRACE_SECONDS: Final = 0.4
"""Seconds for which an interrupted call waits for its threads to end."""


class Cancelled(BaseException):
    """Raised in a waiting thread whose work has been cancelled."""


class CancelScope:
    """A group of threads that can be cancelled together.

    Cancelling shuts down the sockets that its threads wait for, and sets an event that ends
    their sleep.
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
        """Return the scope of the current thread, None without one."""
        return cls._current.get()

    def start(self, function: Callable[[], object], name: str) -> None:
        """Run a function in a new thread of this scope.

        The thread is a daemon, and it can be started after the main thread has ended. The
        threads of `concurrent.futures` would delay the exit of the interpreter, and accept
        no work after the end of the main thread.
        """
        context = contextvars.copy_context()
        context.run(self._current.set, self)
        thread = threading.Thread(target=context.run, args=(function,), name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def cancel(self) -> None:
        """Raise `Cancelled` in the threads of this scope, and wait for their end.

        A thread cannot be woken while it resolves a name, opens a connection, or waits for
        an httpx client of the user. It ends after that step, for which this method waits no
        longer than `GRACE_SECONDS`.
        """
        import socket

        with self._lock:
            self._cancelled.set()
            for waiting in self._sockets:
                # This calls the method of the base class, since that of SSLSocket would drop
                # the TLS state that the waiting thread uses.
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

    def sleep(self, seconds: float) -> None:
        """Wait for some seconds, or raise `Cancelled` once this scope is cancelled."""
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
    """Raise `Cancelled` if the scope of the current thread is cancelled."""
    scope = CancelScope.current()
    if scope is not None:
        scope.check()


def sleep(seconds: float) -> None:
    """Wait for some seconds, or raise `Cancelled` once the thread's scope is cancelled."""
    scope = CancelScope.current()
    if scope is None:
        time.sleep(seconds)
    else:
        scope.sleep(seconds)


async def async_sleep(seconds: float) -> None:
    """Wait for some seconds."""
    import asyncio

    await asyncio.sleep(seconds)


def run_in_thread(function: Callable[[], ResultT]) -> ResultT:
    """Call a blocking function in the current thread, and return its result."""
    return function()


async def async_run_in_thread(function: Callable[[], ResultT]) -> ResultT:
    """Call a blocking function in another thread, and return its result.

    A cancellation waits for the end of the function, since a thread cannot be stopped.
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
    """Call a function for each item, in at most `limit` threads.

    Items are read as threads become free, and at most twice `limit` before `done` is called
    for them, so that there may be any number. `items` and `done` are used in the calling
    thread only. An exception other than `APIError`, such as an interrupt, cancels the
    threads and waits for their end.
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

    def handle_next() -> None:
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
                handle_next()
                unfinished -= 1
        for _ in range(unfinished):
            handle_next()
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
    """Await a function for each item, in at most `limit` tasks.

    Items are read as tasks become free, so that there may be any number. `done` is called
    in the order in which the items finish. An exception other than `APIError`, such as a
    cancellation, cancels the tasks and waits for their end.
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
    """Put in the queue in place of an item, to end a thread."""


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
