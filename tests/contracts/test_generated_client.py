"""The generated functions work with these services, also where generators often fail."""

import asyncio
import copy
import json
import pickle
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
import pytest
from alerce_api.catshtm.api.catshtm import conesearch, crossmatch_all
from alerce_api.catshtm.models import CatalogMatch, ConeSearch
from alerce_api.client import AuthenticatedClient, Client
from alerce_api.database.api.database import query
from alerce_api.database.models import Query
from alerce_api.errors import UnexpectedStatus
from alerce_api.stamps.api.stamps import get_avro_info, get_stamp
from alerce_api.stamps.models import AlertInfo
from alerce_api.tap.api.jobs import create_job, get_job, get_result, list_jobs, set_phase
from alerce_api.tap.api.queries import run_query
from alerce_api.tap.api.vosi import get_table, list_tables
from alerce_api.tap.models import PhaseChange, QueryWithUploads, ResultTable
from alerce_api.tap.models import Query as TapQuery
from alerce_api.types import UNSET, File, Response, Unset
from alerce_api.ztf.api.classification import list_classes, list_feature
from alerce_api.ztf.api.objects import get_object, list_objects
from alerce_api.ztf.api.photometry import get_lightcurve, list_detections
from alerce_api.ztf.models import (
    Detection,
    LightCurve,
    ListedObject,
    Message,
    Object,
    ObjectsPage,
    ValidationFailure,
)

GENERATED = Path(__file__).parents[2] / "generated"


def answering(
    status: int, text: str = "", content_type: str = "application/json", *, raising: bool = False
) -> Client:
    """Return a client whose every request gets the same answer."""

    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(status, text=text, headers={"content-type": content_type})

    transport = httpx.MockTransport(answer)
    client = Client(base_url="https://ztf.test/v1", raise_on_unexpected_status=raising)
    client.set_httpx_client(httpx.Client(base_url="https://ztf.test/v1", transport=transport))
    client.set_async_httpx_client(
        httpx.AsyncClient(base_url="https://ztf.test/v1", transport=transport)
    )
    return client


def url_of(**kwargs: Any) -> str:
    return str(httpx.Client(base_url="https://ztf.test/v1").build_request(**kwargs).url)


def is_unset(value: object) -> bool:
    """Tell whether a value is UNSET, which the types of required fields exclude."""
    return value is UNSET


def part(name: str, value: str) -> list[str]:
    """Return the lines of a text field in a multipart body."""
    return ["--b", f'Content-Disposition: form-data; name="{name}"', "", value]


class TestRequests:
    def test_nothing_is_sent_that_was_not_asked(self) -> None:
        assert list_objects.get_kwargs() == {"method": "get", "url": "/objects/", "params": {}}

    def test_none_is_not_sent(self) -> None:
        kwargs = list_objects.get_kwargs(classifier=None, order_by=None, page=UNSET, ra=0.0)
        assert kwargs.get("params") == {"ra": 0.0}

    def test_arrays_repeat_their_key(self) -> None:
        kwargs = list_objects.get_kwargs(
            oid=["ZTF1", "ZTF2"], ndet=[1, 5], class_="SN", count=False
        )
        assert url_of(**kwargs) == (
            "https://ztf.test/v1/objects/?oid=ZTF1&oid=ZTF2&class=SN&ndet=1&ndet=5&count=false"
        )

    @pytest.mark.parametrize("value", ["", ".", ".."])
    def test_a_segment_that_changes_the_route_is_refused(self, value: str) -> None:
        with pytest.raises(ValueError, match=r"^oid "):
            get_object.get_kwargs(value)
        with pytest.raises(ValueError, match=r"^name "):
            list_feature.get_kwargs("ZTF18abbuksn", value)
        with pytest.raises(ValueError, match=r"^classifier_version "):
            list_classes.get_kwargs("lc_classifier", value)

    def test_a_segment_stays_one_segment(self) -> None:
        kwargs = list_feature.get_kwargs("a/../b?c#d", "%2e%2e", fid=1)
        assert kwargs["url"] == "/objects/a%2F..%2Fb%3Fc%23d/features/%252e%252e"
        assert url_of(**kwargs) == (
            "https://ztf.test/v1/objects/a%2F..%2Fb%3Fc%23d/features/%252e%252e?fid=1"
        )

    def test_a_query_is_a_form(self) -> None:
        kwargs = query.get_kwargs(body=Query(query="SELECT 1"))
        request = httpx.Client(base_url="https://db.test/v1/db/").build_request(**kwargs)
        assert (request.method, str(request.url)) == ("POST", "https://db.test/v1/db/")
        assert request.content == b"query=SELECT+1"

    @pytest.mark.parametrize(
        ("operation", "route"),
        [(run_query, "/sync"), (create_job, "/async")],
        ids=["sync", "async"],
    )
    def test_an_adql_query_is_a_form(self, operation: Any, route: str) -> None:
        kwargs = operation.get_kwargs(body=TapQuery(lang="ADQL", query="SELECT 1", maxrec=5))
        request = httpx.Client(base_url="https://tap.test/tap").build_request(**kwargs)
        assert (request.method, request.url.path) == ("POST", f"/tap{route}")
        assert request.headers["content-type"] == "application/x-www-form-urlencoded"
        assert request.content == b"LANG=ADQL&QUERY=SELECT+1&MAXREC=5"

    @pytest.mark.parametrize("operation", [run_query, create_job], ids=["sync", "async"])
    def test_uploaded_tables_are_parts_with_a_file_name(self, operation: Any) -> None:
        body = QueryWithUploads(
            lang="ADQL", query="SELECT 1", upload="mine,param:part", responseformat="json"
        )
        body["part"] = File(BytesIO(b"<VOTABLE/>"), "mine.xml", "application/x-votable+xml")
        kwargs = operation.get_kwargs(body=body)
        # A fixed boundary in place of the random one.
        kwargs["headers"]["content-type"] = "multipart/form-data; boundary=b"
        request = httpx.Client(base_url="https://tap.test/tap").build_request(**kwargs)
        assert request.read().decode().split("\r\n") == [
            *part("LANG", "ADQL"),
            *part("QUERY", "SELECT 1"),
            *part("UPLOAD", "mine,param:part"),
            *part("RESPONSEFORMAT", "json"),
            "--b",
            'Content-Disposition: form-data; name="part"; filename="mine.xml"',
            "Content-Type: application/x-votable+xml",
            "",
            "<VOTABLE/>",
            "--b--",
            "",
        ]

    def test_a_boundary_is_chosen_for_the_body(self) -> None:
        body = QueryWithUploads(lang="ADQL", query="SELECT 1", upload="mine,param:part")
        body["part"] = File(BytesIO(b"<VOTABLE/>"), "mine.xml")
        kwargs = run_query.get_kwargs(body=body)
        request = httpx.Client(base_url="https://tap.test/tap").build_request(**kwargs)
        kind, _, boundary = request.headers["content-type"].partition("; boundary=")
        assert kind == "multipart/form-data"
        assert request.read().startswith(f"--{boundary}\r\n".encode())

    def test_jobs(self) -> None:
        assert url_of(**get_job.get_kwargs("a_1", wait=30, phase="EXECUTING")) == (
            "https://ztf.test/v1/async/a_1?WAIT=30&PHASE=EXECUTING"
        )
        assert url_of(**list_jobs.get_kwargs(phase=["QUEUED", "ERROR"], last=2)) == (
            "https://ztf.test/v1/async?PHASE=QUEUED&PHASE=ERROR&LAST=2"
        )
        kwargs = set_phase.get_kwargs("a_1", body=PhaseChange(phase="RUN"))
        assert (kwargs["url"], kwargs.get("data")) == ("/async/a_1/phase", {"PHASE": "RUN"})
        kwargs = get_result.get_kwargs("a_1", range_="bytes=10-")
        assert kwargs == {
            "method": "get",
            "url": "/async/a_1/results/result",
            "headers": {"Range": "bytes=10-"},
        }
        assert url_of(**list_tables.get_kwargs(detail="min")).endswith("/tables?detail=min")
        assert url_of(**get_table.get_kwargs("ztf.object")).endswith("/tables/ztf.object")
        with pytest.raises(ValueError, match=r"^job_id "):
            get_job.get_kwargs("..")

    def test_parameters_are_explained(self) -> None:
        for function in (list_objects.get_kwargs, list_objects.sync, list_objects.asyncio):
            assert "Opening of the cone in arcseconds" in (function.__doc__ or "")
            assert "Column that orders the rows" in (function.__doc__ or "")


class TestAnswers:
    def test_page(self) -> None:
        body = '{"total": null, "page": null, "next": null, "has_next": false, "prev": null,'
        body += '"has_prev": false, "items": [{"oid": "ZTF1", "class": "SN", "sigmara": NaN}]}'
        client = answering(200, body)
        for page in (
            list_objects.sync(client=client),
            asyncio.run(list_objects.asyncio(client=client)),
        ):
            assert isinstance(page, ObjectsPage)
            (item,) = page.items
            assert (item.oid, item.class_, item.sigmara != item.sigmara) == ("ZTF1", "SN", True)

    def test_light_curve_is_null(self) -> None:
        response = get_lightcurve.sync_detailed("ZTF1", client=answering(200, "null", raising=True))
        assert (response.status_code, response.parsed) == (200, None)

    def test_light_curve(self) -> None:
        body = '{"detections": [{"candid": "1"}], "non_detections": []}'
        lightcurve = get_lightcurve.sync("ZTF1", client=answering(200, body))
        assert isinstance(lightcurve, LightCurve)
        assert lightcurve.detections[0].candid == "1"

    def test_error_told_with_status_200(self) -> None:
        body = '"Request contains one or more invalid arguments."'
        answer = conesearch.sync(
            client=answering(200, body), catalog="GAIADR1", ra=10, dec=20, radius=5
        )
        assert answer == "Request contains one or more invalid arguments."

    def test_cone_search(self) -> None:
        body = {"GAIA/DR1": {"RA": {"units": "deg", "values": [1.5, None, "infinity", "null"]}}}
        answer = conesearch.sync(
            client=answering(200, json.dumps(body)), catalog="GAIADR1", ra=10, dec=20, radius=5
        )
        assert isinstance(answer, ConeSearch)
        assert answer["GAIA/DR1"]["RA"].values == [1.5, None, "infinity", "null"]
        assert answer.to_dict() == body

    def test_match_in_every_catalog(self) -> None:
        body = '[{"2MASS": {"distance": {"unit": "arcsec", "value": -Infinity}}}]'
        matches = crossmatch_all.sync(client=answering(200, body), ra=10, dec=20, radius=5)
        assert isinstance(matches, list)
        assert isinstance(matches[0], CatalogMatch)
        assert matches[0]["2MASS"]["distance"].value == float("-inf")

    def test_errors_that_the_contract_describes(self) -> None:
        body = '{"message": "Input payload validation failed", "errors": {"page": "bad"}}'
        failure = list_objects.sync(client=answering(400, body, raising=True))
        assert isinstance(failure, ValidationFailure)
        assert not isinstance(failure.errors, Unset)
        assert failure.errors["page"] == "bad"
        message = get_object.sync("ZTF1", client=answering(404, '{"message": "x"}', raising=True))
        assert message == Message(message="x")
        refusal = get_object.sync("ZTF1", client=answering(401, '"Expired Token"', raising=True))
        assert refusal == "Expired Token"

    @pytest.mark.parametrize("status", [299, 400, 404, 418, 500, 502, 520, 599])
    def test_answer_that_the_contract_does_not_describe(self, status: int) -> None:
        page = "<h1>oops</h1>"
        response = list_detections.sync_detailed(
            "ZTF1", client=answering(status, page, "text/html")
        )
        assert (response.status_code, response.parsed) == (status, None)
        raising = answering(status, page, "text/html", raising=True)
        with pytest.raises(UnexpectedStatus, match=page) as caught:
            list_detections.sync("ZTF1", client=raising)
        assert caught.value.status_code == status
        assert pickle.loads(pickle.dumps(caught.value)).content == page.encode()  # noqa: S301 - ours
        with pytest.raises(UnexpectedStatus):
            asyncio.run(list_detections.asyncio("ZTF1", client=raising))

    def test_refused_query_is_not_taken_for_rows(self) -> None:
        with pytest.raises(UnexpectedStatus, match="syntax error"):
            query.sync(
                client=answering(400, "syntax error", "text/plain", raising=True),
                body=Query(query="SELEC"),
            )
        csv = answering(200, "oid\nZTF1\n", "text/csv")
        assert query.sync(client=csv, body=Query(query="SELECT")) == "oid\nZTF1\n"

    @pytest.mark.parametrize("content_type", ["application/fits+gzip", "image/png"])
    def test_stamp(self, content_type: str) -> None:
        client = answering(200, "SIMPLE", content_type)
        stamp = get_stamp.sync(client=client, candid="1", type_="science", format_="fits")
        assert isinstance(stamp, File)
        assert stamp.payload.read() == b"SIMPLE"

    def test_absent_stamp_is_no_stamp(self) -> None:
        client = answering(200, "null")
        stamp = get_stamp.sync(client=client, candid="1", type_="science", format_="fits")
        assert stamp is None

    def test_packet_without_previous_candidates(self) -> None:
        body = '{"candid": 820128985515010010, "candidate": {"rb": NaN}, "prv_candidates": null}'
        info = get_avro_info.sync(client=answering(200, body), candid="820128985515010010")
        assert isinstance(info, AlertInfo)
        assert (info.candid, info.prv_candidates) == (820128985515010010, None)

    def test_rows_of_a_query(self) -> None:
        body = """{"contains": "table", "params": {}, "columns": [{"name": "rb", "datatype":
                "float"}], "data": [[NaN], [null]], "queryStatus": "OVERFLOW"}"""
        asked = TapQuery(lang="ADQL", query="SELECT TOP 2 rb FROM ztf.detection")
        table = run_query.sync(client=answering(200, body), body=asked)
        assert isinstance(table, ResultTable)
        assert [column.name for column in table.columns] == ["rb"]
        assert (str(table.data), table.query_status) == ("[[nan], [None]]", "OVERFLOW")

    def test_rows_in_another_format_are_content(self) -> None:
        asked = TapQuery(lang="ADQL", query="SELECT 1 AS a", responseformat="csv")
        client = answering(200, "a\r\n1\r\n", "text/csv;header=present")
        answer = run_query.sync_detailed(client=client, body=asked)
        assert (answer.parsed, answer.content) == (None, b"a\r\n1\r\n")


class TestModels:
    def test_missing_is_unset(self) -> None:
        detection = Detection.from_dict({})
        assert is_unset(detection.candid)
        assert is_unset(detection.rb)

    def test_missing_and_null_rows_pass(self) -> None:
        assert is_unset(LightCurve.from_dict({}).detections)
        assert LightCurve.from_dict({"detections": None}).detections is None
        assert AlertInfo.from_dict({"candidate": None}).candidate is None

    @pytest.mark.parametrize(
        "row",
        [
            {},
            {"detections": None},
            {"detections": [None, {"candid": "1", "rb": None}], "non_detections": [], "x": 1},
        ],
    )
    def test_what_came_goes_back(self, row: dict[str, Any]) -> None:
        assert LightCurve.from_dict(row).to_dict() == row
        assert "x" not in row or list(LightCurve.from_dict(row).to_dict())[-1] == "x"

    def test_unknown_fields_are_kept(self) -> None:
        listed = ListedObject.from_dict({"oid": "ZTF1", "class": "SN", "colour": "blue"})
        assert (listed.class_, listed["colour"]) == ("SN", "blue")
        assert listed.to_dict()["colour"] == "blue"

    def test_row_survives_the_round_trip(self) -> None:
        row = {"name": "x", "value": None, "fid": 1, "version": "1"}
        assert Object.from_dict(row).additional_properties == row

    def test_unset_stays_itself(self) -> None:
        assert copy.copy(UNSET) is UNSET
        assert copy.deepcopy({"value": UNSET})["value"] is UNSET
        assert pickle.loads(pickle.dumps(UNSET)) is UNSET  # noqa: S301 - our own data
        assert not UNSET
        assert repr(UNSET) == "UNSET"


class TestClient:
    def test_time_is_limited(self) -> None:
        timeout = httpx.Timeout(60, connect=10)
        client = Client(base_url="https://ztf.test")
        assert client.get_httpx_client().timeout == timeout
        assert client.get_async_httpx_client().timeout == timeout
        other = client.with_timeout(httpx.Timeout(1))
        assert other.get_httpx_client().timeout == httpx.Timeout(1)
        assert client.get_httpx_client().timeout == timeout

    def test_more_headers_leave_the_original_alone(self) -> None:
        client = Client(base_url="https://ztf.test", headers={"a": "1"})
        httpx_client = client.get_httpx_client()
        other = client.with_headers({"b": "2"}).with_cookies({"c": "3"}).get_httpx_client()
        assert (other.headers["a"], other.headers["b"], other.cookies["c"]) == ("1", "2", "3")
        assert "b" not in httpx_client.headers

    def test_token(self) -> None:
        word = "made-up"
        client = AuthenticatedClient(base_url="https://ztf.test", token=word, headers={"a": "1"})
        headers = client.get_httpx_client().headers
        assert (headers["authorization"], headers["a"]) == (f"Bearer {word}", "1")

    def test_contexts(self) -> None:
        with answering(200, "[]") as client:
            assert list_detections.sync("ZTF1", client=client) == []

        async def ask() -> Response[Any]:
            async with answering(200, "[]") as client:
                return await list_detections.asyncio_detailed("ZTF1", client=client)

        assert asyncio.run(ask()).parsed == []


@pytest.mark.parametrize(
    "module",
    [
        "ztf",
        "ztf.columns",
        "ztf.rows",
        "ztf.models",
        "ztf.api.objects.list_objects",
        "catshtm.catalogs",
    ],
)
def test_imports_nothing_heavy(module: str) -> None:
    code = f"import sys, alerce_api.{module}; print(*sys.modules)"
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(GENERATED)},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stdout.split())
    assert loaded.isdisjoint({"attr", "attrs", "httpx", "ssl", "alerce_api.client"})
