"""What the methods of every service share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar, cast

from alerce_api.column import Column
from alerce_api.ztf.api.objects import get_object
from alerce_api.ztf.types import RequestKwargs

from alerce._async.base import AsyncBase
from alerce._lazy import ztf_rows
from alerce.arguments import checks
from alerce.arguments.checks import Positions
from alerce.arguments.formats import COLUMNAR, check_format
from alerce.bulk.outcomes import BulkResult, combine_valid, raise_or_note_failures
from alerce.decode.answers import JSON, Row, columns_of, decode_json, object_of, rows_of
from alerce.decode.cells import Cells
from alerce.exceptions import APIError, ObjectNotFoundError
from alerce.http.call import AsyncAsk, Call
from alerce.http.concurrency import AsyncFetch, async_for_each
from alerce.results.kinds import ByOid, Kind
from alerce.results.shapes import RowsPerObject
from alerce.results.tables import Names

if TYPE_CHECKING:
    import httpx

ModelT = TypeVar("ModelT")
ResultT = TypeVar("ResultT")
RowT = TypeVar("RowT")


class AsyncService(AsyncBase):
    """Base of the classes that hold the methods of a service."""

    async def _send(self, call: Call) -> httpx.Response:
        """Return the successful answer to a call."""
        return await self._sender.send(call, self._options)

    async def _answer(self, call: Call) -> tuple[JSON, httpx.Response]:
        """Return the JSON value that answers a call, and the whole answer."""
        response = await self._send(call)
        return decode_json(response, call), response

    async def _rows(self, call: Call) -> list[Row]:
        """Return the answer to a call that is a list of rows."""
        value, response = await self._answer(call)
        return rows_of(value, response, call)

    async def _columns(self, call: Call, columns: tuple[Column, ...]) -> Cells:
        """Return the answer to a call that is a list of rows, by column."""
        return columns_of(await self._send(call), call, columns)

    async def _row(self, call: Call) -> Row:
        """Return the answer to a call that is one object."""
        value, response = await self._answer(call)
        return object_of(value, response, call)

    async def _statistics(self, oid: str) -> ztf_rows.Object:
        """Return the statistics of an object, which are the answer to its identifier.

        Raises
        ------
        ObjectNotFoundError
            The answer is about something else: ``limit_values``, for one, is an address
            below which the service keeps no object.
        """
        call = about(oid, "single_object", get_object.get_kwargs(oid=oid))
        value, response = await self._answer(call)
        found = object_of(value, response, call)
        if found.get("oid") != oid:
            raise ObjectNotFoundError(
                "the service answers with what is no object of that identifier",
                response=response,
                request=response.request,
                about=call.about,
            )
        return cast("ztf_rows.Object", found)

    async def _each_oid(self, oids: Iterable[object], fetch: AsyncFetch[ResultT]) -> ByOid[ResultT]:
        """Return what is fetched for each of several objects, in the order asked."""
        return await self._each(checks.oids("oid", oids), fetch)

    async def _each(self, names: Sequence[str], fetch: AsyncFetch[ResultT]) -> ByOid[ResultT]:
        """Return what is fetched for each of several names, in order, and what failed."""
        outcomes: BulkResult[ResultT] = BulkResult(names, self._options.progress)
        with outcomes:
            await async_for_each(fetch, outcomes.oids, self._options.concurrency, outcomes.add)
        return outcomes.by_oid()

    async def _each_position(
        self, ask: AsyncAsk[ResultT], positions: Positions
    ) -> tuple[list[ResultT | None], Mapping[str, APIError]]:
        """Return what is asked for each of several positions, in order, and what failed."""
        places = {f"position {row}": position for row, position in enumerate(positions.each)}

        async def fetch(place: str) -> ResultT:
            return await ask(*places[place])

        found = await self._each(list(places), fetch)
        return [found.get(place) for place in places], found.failures

    def _identifiers(self, oid: object) -> str | Sequence[str]:
        """Return the identifier of an object, or each of several once, in the order asked."""
        return checks.oid("oid", oid) if isinstance(oid, str) else checks.oids("oid", oid)

    async def _per_object(
        self,
        oid: object,
        kind: Kind[RowT, ModelT],
        ask: Callable[[str], Call],
        format: str,
        index: Names | None,
        sort: Names | None,
    ) -> RowsPerObject[RowT, ModelT]:
        """Return the rows that answer a call about one object, or about each of several."""
        wanted = check_format(format, index)

        async def fetch(name: str) -> Sequence[RowT] | Cells:
            if wanted in COLUMNAR:
                return await self._columns(ask(name), kind.columns)
            return cast("list[RowT]", await self._rows(ask(name)))

        return await self._fetched_per_object(oid, kind, fetch, wanted, index, sort)

    async def _fetched_per_object(
        self,
        oid: object,
        kind: Kind[RowT, ModelT],
        fetch: AsyncFetch[Sequence[RowT] | Cells],
        format: str,
        index: Names | None,
        sort: Names | None,
    ) -> RowsPerObject[RowT, ModelT]:
        """Return the rows that are fetched for one object, or for each of several."""
        wanted = check_format(format, index)
        names = self._identifiers(oid)
        if isinstance(names, str):
            return kind.table(await fetch(names), wanted, index, sort)
        found = await self._each(names, fetch)
        stacked = combine_valid(found, lambda several: kind.stacked(several, wanted, index, sort))
        return raise_or_note_failures(stacked, found.failures, self._options.errors)


def about(oid: str, route: str, request: RequestKwargs) -> Call:
    """Return a call about one object."""
    return Call("ztf", route, request, (oid,), f"object {oid}")
