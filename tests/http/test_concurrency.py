"""Calls about many objects, and calls from many threads: all at a time, in the order asked."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from alerce import Alerce, AsyncAlerce
from alerce.exceptions import APIError, ArgumentError, BulkError, ObjectNotFoundError

MANY = [f"ZTF18a{number:07d}" for number in range(20)]


class BusyService:
    """A service that takes a while for each object, and counts how many it has at a time."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.most = 0
        self.unknown: set[str] = set()
        self._now = 0
        self._lock = threading.Lock()
        service = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                oid = self.path.split("/")[2]
                with service._lock:
                    service.asked.append(oid)
                    service._now += 1
                    service.most = max(service.most, service._now)
                # The later in the list, the sooner it is answered.
                time.sleep(0.02 if oid in MANY[::2] else 0.005)
                found = oid not in service.unknown
                with service._lock:
                    service._now -= 1
                body = json.dumps({"oid": oid} if found else {"message": "no"}).encode()
                self.send_response(200 if found else 404)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 64

        self._server = Server(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def busy() -> Iterator[BusyService]:
    service = BusyService()
    yield service
    service.close()


@pytest.fixture(params=["Alerce", "AsyncAlerce"])
def face(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def objects(face: str, busy: BusyService, oids: Any, **options: Any) -> dict[str, Any]:
    """Ask one face about several objects."""
    wanted: list[str] = oids
    if face == "Alerce":
        with Alerce(ZTF_API_URL=f"{busy.url}/", **options) as client:
            return {**client.query_object(wanted)}

    async def run() -> dict[str, Any]:
        async with AsyncAlerce(ZTF_API_URL=f"{busy.url}/", **options) as client:
            return {**await client.query_object(wanted)}

    return asyncio.run(run())


def test_many_objects_come_in_the_order_asked(face: str, busy: BusyService) -> None:
    found = objects(face, busy, MANY)
    assert list(found) == MANY
    assert [row["oid"] for row in found.values()] == MANY


def test_each_object_is_asked_for_once(face: str, busy: BusyService) -> None:
    assert list(objects(face, busy, MANY[:3] * 3)) == MANY[:3]
    assert sorted(busy.asked) == MANY[:3]


def test_several_requests_are_on_their_way_at_a_time(face: str, busy: BusyService) -> None:
    objects(face, busy, MANY)
    assert 1 < busy.most <= 8


@pytest.mark.parametrize("limit", [1, 3])
def test_no_more_requests_are_on_their_way_than_asked(
    limit: int, face: str, busy: BusyService
) -> None:
    objects(face, busy, MANY, concurrency=limit)
    assert busy.most <= limit


def test_one_object_in_a_list_is_a_list(face: str, busy: BusyService) -> None:
    assert objects(face, busy, MANY[:1]) == {MANY[0]: {"oid": MANY[0]}}


def test_no_objects_take_no_request(face: str, busy: BusyService) -> None:
    assert objects(face, busy, []) == {}
    assert busy.asked == []


def test_the_error_of_many_names_the_object_that_failed(face: str, busy: BusyService) -> None:
    busy.unknown = {MANY[5]}
    with pytest.raises(BulkError, match=MANY[5]) as raised:
        objects(face, busy, MANY)
    assert raised.value.code == 404
    assert isinstance(raised.value.failures[MANY[5]], ObjectNotFoundError)


def test_an_object_that_fails_does_not_cost_the_others(face: str, busy: BusyService) -> None:
    busy.unknown = {MANY[0], MANY[7]}
    with pytest.raises(BulkError) as raised:
        objects(face, busy, MANY)
    expected = {oid: {"oid": oid} for oid in MANY if oid not in busy.unknown}
    assert raised.value.results == expected
    assert list(raised.value.failures) == [MANY[0], MANY[7]]


def test_one_identifier_that_is_none_stops_all_before_any_request(
    face: str, busy: BusyService
) -> None:
    with pytest.raises(ArgumentError, match=r"^oid: "):
        objects(face, busy, [*MANY, "a/b"])
    assert busy.asked == []


def test_threads_may_share_a_client(busy: BusyService) -> None:
    with Alerce(ZTF_API_URL=f"{busy.url}/") as client, ThreadPoolExecutor(8) as threads:

        def ask(oid: str) -> str:
            return client.query_object(oid)["oid"]

        assert list(threads.map(ask, MANY)) == MANY


def test_threads_may_share_a_client_for_many_objects(busy: BusyService) -> None:
    with Alerce(ZTF_API_URL=f"{busy.url}/") as client, ThreadPoolExecutor(3) as threads:

        def ask(start: int) -> list[str]:
            return list(client.query_object(MANY[start:]))

        assert list(threads.map(ask, range(3))) == [MANY[start:] for start in range(3)]


def keep_asking(client: Alerce) -> None:
    for _ in range(1000):
        client.query_object(MANY[0])


def test_a_client_closed_by_another_thread_ends_in_an_error_of_the_family(
    busy: BusyService,
) -> None:
    client = Alerce(ZTF_API_URL=f"{busy.url}/", retries=0)
    closing = threading.Timer(0.03, client.close)
    closing.start()
    with pytest.raises(APIError):
        keep_asking(client)
    closing.join()
