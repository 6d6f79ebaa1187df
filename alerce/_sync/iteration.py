"""Walking through all rows of a query."""

from __future__ import annotations

import functools
from collections.abc import Generator, Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from alerce.http.concurrency import FetchPage, Pending
from alerce.results.paging import Bookmark

if TYPE_CHECKING:
    from alerce.arguments.filters import AnyQuery

RowT = TypeVar("RowT", bound=Mapping[str, Any])


class ObjectIterator(Generic[RowT]):
    """Rows of `query_objects`, one by one, in the order of their identifiers.

    While a page is used the next one is on its way; no more than these two are
    held. An object with several rows that reach from one page into the next is
    asked for by itself, so that none of its rows comes twice or never.

    Leaving a ``with`` block, or `close` (`aclose`), gives up what is on its way.

    Parameters
    ----------
    start : Bookmark
        Where to begin.
    limit : int, optional
        After how many rows to stop.
    fetch : callable
        Gets a page of a query by its number: its rows, and whether more can follow.
    """

    def __init__(
        self,
        start: Bookmark,
        limit: int | None,
        fetch: FetchPage[AnyQuery, tuple[Sequence[RowT], bool]],
    ) -> None:
        self._bookmark = start
        self._left = limit
        self._fetch = fetch
        self._rows = self._walk()

    @property
    def bookmark(self) -> Bookmark:
        """Where the walk has come to; ``iter_objects(resume=...)`` goes on from there."""
        return self._bookmark

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> RowT:
        return self._rows.__next__()

    def close(self) -> None:
        """Give up what is on its way."""
        self._rows.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _walk(self) -> Generator[RowT, None]:
        if self._left == 0:
            return
        query, number = self._bookmark.query, self._bookmark.page
        skipped, after = self._bookmark.offset, self._bookmark.after
        pending = self._begin(query, number)
        try:
            page, more = pending.result()
            while True:
                rows = [row for row in page if row["oid"] != after]
                last = rows[-1]["oid"] if more and rows else None
                whole = [row for row in rows if row["oid"] != last]
                if more and (self._left is None or self._left > len(whole) - skipped):
                    pending = self._begin(query, number + 1)
                for at, row in enumerate(whole[skipped:], skipped + 1):
                    self._advance(Bookmark(query, number, at, after))
                    yield row
                    if self._left == 0:
                        return
                if not more:
                    return
                following, more = pending.result()
                # The last object of a page can have more rows on the next one.
                straddles = last is not None and following and following[0]["oid"] == last
                if straddles:
                    everything, _ = self._fetch(query.replace(oid_pattern=None, oids=(last,)), 1)
                    group = list(everything)
                else:
                    group = [row for row in rows if row["oid"] == last]
                seen = max(0, skipped - len(whole))
                for at, row in enumerate(group[seen:], len(whole) + seen + 1):
                    self._advance(Bookmark(query, number, at, after))
                    yield row
                    if self._left == 0:
                        return
                number, skipped, page = number + 1, 0, following
                if last is not None:
                    after = last if straddles else None
                self._bookmark = Bookmark(query, number, 0, after)
        finally:
            pending.cancel()

    def _begin(self, query: AnyQuery, number: int) -> Pending[tuple[Sequence[RowT], bool]]:
        return Pending(functools.partial(self._fetch, query, number))

    def _advance(self, bookmark: Bookmark) -> None:
        self._bookmark = bookmark
        if self._left is not None:
            self._left -= 1
