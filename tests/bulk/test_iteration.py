"""Iteration over all rows of a query: each once, in order, resumed at any point."""

from __future__ import annotations

import asyncio
import itertools
import threading
import tracemalloc
from collections.abc import Mapping
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerce import Alerce, AsyncAlerce
from alerce._sync.iteration import ObjectIterator
from alerce.arguments.filters import AnyQuery, ObjectFilters, ObjectQuery, object_query
from alerce.exceptions import ArgumentError, ServerError
from alerce.results.paging import Bookmark, walk_of
from alerce.sandbox import Sandbox
from tests.conftest import Answer, ScriptedServer

pytestmark = pytest.mark.both_faces

Rows = list[Any]


class Unsteady:
    """A service that orders by oid, and reverses the rows of an object on every second page."""

    def __init__(self, counts: list[int]) -> None:
        self.rows: Rows = [
            {"oid": f"o{at:04d}", "version": version}
            for at, count in enumerate(counts)
            for version in range(count)
        ]
        self.asked: list[int] = []

    def fetch(self, query: AnyQuery, number: int) -> tuple[Rows, bool]:
        self.asked.append(number)
        if query.oids is not None:
            return [row for row in self.rows if row["oid"] == query.oids[0]], False
        size = query.page_size or 0
        turn = -1 if number % 2 == 0 else 1
        ordered = sorted(self.rows, key=lambda row: (row["oid"], turn * row["version"]))
        page = ordered[(number - 1) * size : number * size]
        return page, len(page) == size


def walk(
    service: Unsteady, size: int, start: Bookmark | None = None
) -> ObjectIterator[Mapping[str, Any]]:
    return ObjectIterator(
        start or Bookmark(walk_of(ObjectQuery(page_size=size))), None, service.fetch
    )


def told(rows: Any) -> list[tuple[str, int]]:
    return [(row["oid"], row["version"]) for row in rows]


COUNTS = st.lists(st.integers(1, 4), max_size=12)
SIZES = st.integers(1, 7)


@given(COUNTS, SIZES)
def test_a_walk_neither_repeats_nor_skips_where_ties_turn_round(
    counts: list[int], size: int
) -> None:
    service = Unsteady(counts)
    found = told(walk(service, size))
    assert sorted(found) == sorted(told(service.rows))
    assert [oid for oid, _ in found] == sorted(oid for oid, _ in found)


@given(COUNTS, SIZES, st.data())
def test_a_walk_goes_on_from_any_place(counts: list[int], size: int, data: st.DataObject) -> None:
    service = Unsteady(counts)
    whole = told(walk(service, size))
    cut = data.draw(st.integers(0, len(whole)))
    first = walk(service, size)
    before = told(itertools.islice(first, cut))
    first.close()
    after = told(walk(service, size, Bookmark.parse(str(first.bookmark))))
    assert before + after == whole


def test_the_next_page_is_on_its_way_while_one_is_used() -> None:
    service = Unsteady([1] * 25)
    rows = walk(service, 10)
    next(rows)
    rows.close()
    assert service.asked == [1, 2]


@pytest.mark.parametrize("filters", [{}, {"probability": 0.05}, {"class_name": "SNIa"}])
@pytest.mark.parametrize("page_size", [7, 1000])
def test_all_rows_of_the_sandbox_come_once(
    client: Alerce, filters: dict[str, Any], page_size: int
) -> None:
    ordered = cast(ObjectFilters, {**filters, "order_by": "oid", "page_size": 5000})
    walked = cast(ObjectFilters, {**filters, "page_size": page_size})
    everything = client.query_objects("json", **ordered)
    found = list(client.iter_objects(**walked))
    assert sorted(map(repr, found)) == sorted(map(repr, everything["items"]))


def test_the_asynchronous_api_walks_too(sandbox: Sandbox, client: Alerce) -> None:
    async def collect() -> Rows:
        async with (
            AsyncAlerce(**sandbox.config) as other,
            other.iter_objects(page_size=50, limit=120) as rows,
        ):
            return [row async for row in rows]

    assert asyncio.run(collect()) == list(client.iter_objects(limit=120))


def test_a_list_is_walked_in_its_order(client: Alerce) -> None:
    oids = [row["oid"] for row in client.iter_objects(limit=150)][::-1]
    unique = list(dict.fromkeys(oids))
    rows = client.iter_objects(oid=unique)
    assert list(dict.fromkeys(row["oid"] for row in rows)) == unique
    assert list(client.iter_objects(oid=[])) == []


def test_a_limit_is_not_asked_beyond(client: Alerce, sandbox: Sandbox) -> None:
    sandbox.requests.clear()
    assert len(list(client.iter_objects(limit=10, page_size=20))) == 10
    assert list(client.iter_objects(limit=0)) == []
    assert len(sandbox.requests) == 1


def test_page_all_is_every_row_as_one_table(client: Alerce) -> None:
    frame = client.query_objects(page="all", page_size=100)
    rows = list(client.iter_objects())
    assert frame.oid.tolist() == [row["oid"] for row in rows]
    page = client.query_objects("json", page="all")
    assert (page["total"], page["has_next"], page["items"]) == (len(rows), False, rows)


@pytest.mark.parametrize(
    "filters", [{"page": 2}, {"count": True}, {"order_by": "ndet"}, {"limit": -1}, {"ndett": 1}]
)
def test_what_makes_no_sense_in_a_walk_is_refused(client: Alerce, filters: dict[str, Any]) -> None:
    with pytest.raises(ArgumentError):
        client.iter_objects(**filters)


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", '{"query":{"x":1},"page":1,"offset":0,"after":null}', 7]
)
def test_a_text_that_is_no_bookmark_is_refused(client: Alerce, text: Any) -> None:
    with pytest.raises(ArgumentError, match="resume"):
        client.iter_objects(resume=text)


def test_a_bookmark_of_other_filters_is_refused(client: Alerce) -> None:
    mark = client.iter_objects(class_name="SNIa").bookmark
    client.iter_objects(resume=mark, class_name="SNIa").close()
    with pytest.raises(ArgumentError, match="other filters"):
        client.iter_objects(resume=mark, class_name="AGN")


@given(
    st.builds(
        object_query,
        st.fixed_dictionaries(
            {},
            optional={
                "oid": st.lists(st.sampled_from(["ZTF1", "ZTF2"])),
                "class_name": st.just("SNIa"),
                "ndet": st.just([1, 5]),
                "firstmjd": st.floats(5e4, 6e4),
            },
        ),
    ),
    st.integers(1),
    st.integers(0),
    st.none() | st.just("ZTF3"),
)
def test_a_bookmark_survives_being_printed(
    query: ObjectQuery, page: int, offset: int, after: str | None
) -> None:
    mark = Bookmark(query, page, offset, after)
    assert Bookmark.parse(str(mark)) == mark


def test_a_walk_goes_on_after_a_failure(server: ScriptedServer, scripted: Alerce) -> None:
    pages = [
        b'{"items": [{"oid": "a"}, {"oid": "b"}]}',
        b'{"items": [{"oid": "c"}]}',
    ]
    server.will(Answer(200, pages[0]), Answer(500, b'{"message": "no"}'))
    rows = scripted.iter_objects(page_size=2)
    assert next(rows)["oid"] == "a"
    with pytest.raises(ServerError):
        next(rows)
    server.will(Answer(200, pages[0]), Answer(200, pages[1]))
    rest = [row["oid"] for row in scripted.iter_objects(resume=rows.bookmark)]
    assert rest == ["b", "c"]


def test_a_walk_that_is_left_leaves_no_thread() -> None:
    with Sandbox(latency=0.2) as slow, Alerce(**slow.config) as client:
        rows = client.iter_objects(page_size=10)
        next(rows)
        rows.close()
        assert "alerce-ahead" not in {thread.name for thread in threading.enumerate()}


def test_memory_stays_at_a_few_pages() -> None:
    """Memory holds the current page, the next one and their overhead, not all forty pages."""
    size, pages = 200, 40

    def fetch(query: AnyQuery, number: int) -> tuple[Rows, bool]:
        rows = [{"oid": f"{number:05d}{at:05d}", "x": "y" * 1000 + str(at)} for at in range(size)]
        return rows, number < pages

    tracemalloc.start()
    try:
        start = Bookmark(walk_of(ObjectQuery(page_size=size)))
        one = fetch(start.query, 1)
        page = tracemalloc.get_traced_memory()[0]
        del one
        base = tracemalloc.get_traced_memory()[0]
        tracemalloc.reset_peak()
        count = sum(1 for _ in ObjectIterator(start, None, cast(Any, fetch)))
        peak = tracemalloc.get_traced_memory()[1] - base
    finally:
        tracemalloc.stop()
    assert count == size * pages
    assert peak < 4 * (page - base)
