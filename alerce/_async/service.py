"""What the methods of every service share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from alerce import arguments
from alerce._async.transport import AsyncTransport
from alerce.calls import Call
from alerce.concurrency import AsyncFetch, async_each
from alerce.config import Settings
from alerce.wire import JSON, Row, decode_json, object_of, rows_of

if TYPE_CHECKING:
    import httpx

ResultT = TypeVar("ResultT")

CONCURRENCY = 8


class AsyncService:
    """Base of the classes that hold the methods of a service."""

    _settings: Settings
    _transport: AsyncTransport

    async def _answer(self, call: Call) -> tuple[JSON, httpx.Response]:
        """Return the JSON value that answers a call, and the whole answer."""
        response = await self._transport.send(call)
        return decode_json(response, call), response

    async def _rows(self, call: Call) -> list[Row]:
        """Return the answer to a call that is a list of rows."""
        value, response = await self._answer(call)
        return rows_of(value, response, call)

    async def _row(self, call: Call) -> Row:
        """Return the answer to a call that is one object."""
        value, response = await self._answer(call)
        return object_of(value, response, call)

    async def _each_oid(
        self, oids: Iterable[object], fetch: AsyncFetch[ResultT]
    ) -> dict[str, ResultT]:
        """Return what is fetched for each of several objects, in the order asked."""
        wanted = arguments.oids("oid", oids)
        return dict(zip(wanted, await async_each(fetch, wanted, CONCURRENCY), strict=True))
