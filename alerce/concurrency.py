"""Doing one thing to many items at a time, in threads or in tasks.

The two functions are the only pair written by hand: all else that differs
between the synchronous and the asynchronous face is derived.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from typing import TypeAlias, TypeVar

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

Fetch: TypeAlias = Callable[[str], ResultT]
"""Gets what belongs to an identifier."""

AsyncFetch: TypeAlias = Callable[[str], Awaitable[ResultT]]
"""Gets what belongs to an identifier, awaited."""


def each(function: Callable[[ItemT], ResultT], items: Sequence[ItemT], limit: int) -> list[ResultT]:
    """Return the function's result for each item, in order, `limit` threads at a time.

    The first failure is raised; what has not begun by then is not begun.
    """
    if len(items) < 2 or limit < 2:
        return [function(item) for item in items]
    with ThreadPoolExecutor(min(limit, len(items)), thread_name_prefix="alerce") as pool:
        futures = [pool.submit(function, item) for item in items]
        try:
            wait(futures, return_when=FIRST_EXCEPTION)
            failed = next((each for each in futures if each.done() and each.exception()), None)
            return [each.result() for each in ([failed] if failed else futures)]
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


async def async_each(
    function: Callable[[ItemT], Awaitable[ResultT]], items: Sequence[ItemT], limit: int
) -> list[ResultT]:
    """Return the function's result for each item, in order, `limit` tasks at a time.

    The first failure is raised; what has not ended by then is cancelled.
    """
    turn = asyncio.Semaphore(limit)

    async def one(item: ItemT) -> ResultT:
        async with turn:
            return await function(item)

    tasks = [asyncio.ensure_future(one(item)) for item in items]
    try:
        return list(await asyncio.gather(*tasks))
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
