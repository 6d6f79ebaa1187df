"""The tools that programs use with httpx: they work with the SDK as with any httpx program."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from alerce import Alerce, AsyncAlerce
from alerce.exceptions import ObjectNotFoundError, RequestTimeoutError
from alerce.sandbox import Sandbox
from tests.conftest import Answer, ScriptedServer

respx: Any = pytest.importorskip("respx")
vcr: Any = pytest.importorskip("vcr")
pytest.importorskip("pytest_httpx")
otel: Any = pytest.importorskip("opentelemetry.instrumentation.httpx")
trace: Any = pytest.importorskip("opentelemetry.sdk.trace")
export: Any = pytest.importorskip("opentelemetry.sdk.trace.export")
memory: Any = pytest.importorskip("opentelemetry.sdk.trace.export.in_memory_span_exporter")

if TYPE_CHECKING:
    from pytest_httpx import HTTPXMock

OID = "ZTF18abbuksn"
OIDS = ["ZTF18abbuksn", "ZTF18accqogs", "ZTF19aakyhxi"]
OBJECT = f"https://api.alerce.online/ztf/v1/objects/{OID}"


def awaited(**options: Any) -> Any:
    """Return what the asynchronous face answers about an object."""

    async def ask() -> Any:
        async with AsyncAlerce(**options) as client:
            return await client.query_object(OID)

    return asyncio.run(ask())


def test_respx_answers() -> None:
    with respx.mock:
        route = respx.get(OBJECT).respond(json={"oid": OID, "ndet": 5})
        with Alerce() as client:
            assert client.query_object(OID)["ndet"] == 5
        assert awaited()["ndet"] == 5
    assert route.call_count == 2


def test_respx_breaks_the_connection_and_the_call_is_sent_again() -> None:
    with respx.mock:
        route = respx.get(OBJECT)
        route.side_effect = [httpx.ConnectError, httpx.Response(200, json={"oid": OID})]
        with Alerce() as client:
            assert client.query_object(OID)["oid"] == OID
    assert route.call_count == 2


def test_respx_as_a_transport() -> None:
    router = respx.Router()
    router.get(path__regex=r"/objects/\w+$").respond(404, json={"message": "no such object"})
    with (
        Alerce(transport=httpx.MockTransport(router.handler)) as client,
        pytest.raises(ObjectNotFoundError, match="no such object"),
    ):
        client.query_object(OID)


def test_pytest_httpx_answers(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(url=OBJECT, json={"oid": OID, "ndet": 5}, is_reusable=True)
    with Alerce() as client:
        assert client.query_object(OID)["ndet"] == 5
    assert awaited()["ndet"] == 5
    assert [str(each.url) for each in httpx_mock.get_requests()] == [OBJECT, OBJECT]


def test_pytest_httpx_answers_a_call_about_many(httpx_mock: HTTPXMock) -> None:
    for oid in OIDS:
        url = OBJECT.replace(OID, oid)
        httpx_mock.add_response(url=url, json={"oid": oid})
    with Alerce() as client:
        assert list(client.query_object(OIDS)) == OIDS


def test_pytest_httpx_lets_a_request_time_out(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_exception(httpx.ReadTimeout("no answer"), url=OBJECT)
    with Alerce() as client, pytest.raises(RequestTimeoutError, match="the read time limit"):
        client.query_object(OID)


@pytest.mark.httpx_mock(assert_all_requests_were_expected=False)
def test_pytest_httpx_says_what_it_did_not_expect(httpx_mock: HTTPXMock) -> None:
    with Alerce() as client, pytest.raises(RequestTimeoutError, match="No response can be found"):
        client.query_object(OID)


@pytest.mark.parametrize("packed", [False, True])
def test_vcrpy_plays_back_what_it_has_recorded(
    packed: bool, server: ScriptedServer, tmp_path: Path
) -> None:
    import gzip

    body = b'{"oid": "ZTF18abbuksn", "ndet": 5}'
    answer = Answer(body=body)
    if packed:
        answer = Answer(body=gzip.compress(body), headers={"content-encoding": "gzip"})
    server.will(answer)
    for _ in range(2):
        with (
            vcr.use_cassette(tmp_path / "cassette.yaml"),
            Alerce(**server.config, retries=0) as client,
        ):
            assert client.query_object(OID)["ndet"] == 5
    with vcr.use_cassette(tmp_path / "cassette.yaml"):
        assert awaited(**server.config, retries=0)["ndet"] == 5
    assert len(server.targets) == 1


def test_vcrpy_plays_back_a_call_about_many(sandbox: Sandbox, tmp_path: Path) -> None:
    found: list[str] = []
    for _ in range(2):
        sandbox.requests.clear()
        with vcr.use_cassette(tmp_path / "many.yaml"), Alerce(**sandbox.config) as client:
            found.append(repr(client.query_detections(OIDS)))
    assert found[0] == found[1]
    assert len(sandbox.requests) == 0


@pytest.fixture
def spans() -> Any:
    """What OpenTelemetry has been told."""
    return memory.InMemorySpanExporter()


@pytest.fixture
def provider(spans: Any) -> Any:
    made = trace.TracerProvider()
    made.add_span_processor(export.SimpleSpanProcessor(spans))
    return made


def test_opentelemetry_sees_every_request(
    server: ScriptedServer, spans: Any, provider: Any
) -> None:
    server.will(Answer(503), Answer(body=b'{"oid": "ZTF18abbuksn"}'))
    instrumentor = otel.HTTPXClientInstrumentor()
    instrumentor.instrument(tracer_provider=provider)
    try:
        with Alerce(**server.config) as client:
            client.query_object(OID)
        awaited(**server.config)
    finally:
        instrumentor.uninstrument()
    finished = spans.get_finished_spans()
    statuses = [each.attributes["http.status_code"] for each in finished]
    assert statuses == [503, 200, 200]
    assert finished[0].attributes["http.url"] == f"{server.url}/objects/{OID}"


def test_opentelemetry_sees_the_requests_of_one_client(
    sandbox: Sandbox, spans: Any, provider: Any
) -> None:
    with httpx.Client() as own:
        otel.HTTPXClientInstrumentor.instrument_client(own, tracer_provider=provider)
        with Alerce(**sandbox.config, http_client=own) as traced, Alerce(**sandbox.config) as other:
            traced.query_detections(OIDS)
            other.query_detections(OIDS)
    assert len(spans.get_finished_spans()) == len(OIDS)


def test_a_trace_goes_on_in_the_threads_of_a_call_about_many(
    sandbox: Sandbox, spans: Any, provider: Any
) -> None:
    tracer = provider.get_tracer("program")
    with httpx.Client() as own:
        otel.HTTPXClientInstrumentor.instrument_client(own, tracer_provider=provider)
        with (
            Alerce(**sandbox.config, http_client=own) as client,
            tracer.start_as_current_span("survey") as survey,
        ):
            client.query_detections(OIDS)
    requests = [each for each in spans.get_finished_spans() if each.name != "survey"]
    assert {each.parent.span_id for each in requests} == {survey.get_span_context().span_id}
