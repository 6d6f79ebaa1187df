"""The sandbox against recorded exchanges: the same requests, the same kind of answers.

The recordings are not part of the project; without them these tests are skipped.
"""

import base64
import http.client
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from alerce.sandbox import Sandbox, lsst_sky
from tests.sandbox.conftest import Wire

DATA = Path(__file__).parents[2].parent / "shared" / "data"
PREFIX = {"ztf": "/ztf/v1", "catshtm": "/catshtm", "stamps": "/avro", "lsst": "/lsst"}

# Rows that only the recorded service has, and one that was recorded without the proxy in front.
ELSEWHERE = {
    "ztf/oid_dotdot_enc_slash",
    "ztf/objects_noslash_xfp",
    "ztf/features_nonefeat",
}


@dataclass(frozen=True)
class Exchange:
    name: str
    service: str
    target: str
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def content_type(self) -> str:
        return self.headers["content-type"]


def recorded(service: str) -> list[Exchange]:
    found: list[Exchange] = []
    for path in sorted((DATA / service).glob("*.json")):
        exchange = json.loads(path.read_text())
        answer = exchange["response"]
        body = (
            base64.b64decode(answer["body_base64"])
            if "body_base64" in answer
            else str(answer["body"]).encode()
        )
        name = f"{service}/{path.stem}"
        if exchange["request"]["method"] != "GET" or name in ELSEWHERE:
            continue
        found.append(
            Exchange(
                name,
                service,
                exchange["request"]["target"],
                answer["status"],
                answer["headers"],
                body,
            )
        )
    return found


def parameters(service: str, refused_only: bool = False) -> list[Any]:
    # Of the stamps, those named syn_ were recorded from packets made up for the occasion.
    exchanges = [
        exchange
        for exchange in recorded(service)
        if "/syn_" not in exchange.name and (exchange.status >= 300 or not refused_only)
    ]
    if not exchanges:
        return [pytest.param(None, marks=pytest.mark.skip(reason="no recordings here"))]
    return [pytest.param(exchange, id=exchange.name) for exchange in exchanges]


def replay(wire: Wire, exchange: Exchange) -> httpx.Response:
    """Send the recorded target to the letter: HTTP libraries tidy up ``/objects/..``."""
    url = httpx.URL(wire.sandbox.url)
    connection = http.client.HTTPConnection(url.host, url.port or 80, timeout=20)
    try:
        connection.request("GET", PREFIX[exchange.service] + exchange.target)
        answer = connection.getresponse()
        return httpx.Response(answer.status, headers=answer.getheaders(), content=answer.read())
    finally:
        connection.close()


def local(text: str, wire: Wire) -> str:
    """The recorded text with the recorded service's address replaced by the sandbox's."""
    return text.replace("http://127.0.0.1:58001", f"{wire.sandbox.url}/ztf/v1")


def without_help(text: str) -> str:
    """An error without the help that comes before what is wrong, which is the sandbox's own."""
    return re.sub(r'": "[^"]*?((?:The value|invalid literal|could not convert) )', r'": "\1', text)


@pytest.mark.parametrize("exchange", parameters("ztf"))
def test_ztf(wire: Wire, exchange: Exchange) -> None:
    answer = replay(wire, exchange)
    assert answer.status_code == exchange.status
    assert answer.headers["content-type"] == exchange.content_type
    if exchange.status >= 300:
        assert without_help(answer.text) == without_help(local(exchange.body.decode(), wire))
        if "location" in exchange.headers:
            assert answer.headers["location"] == local(exchange.headers["location"], wire)
        return
    ours: Any = answer.json()
    theirs: Any = json.loads(exchange.body)
    same_shape(ours, theirs, exchange.target)


def is_a(value: Any, kind: type) -> bool:
    """Like isinstance, but leaves the value of any type to a strict checker."""
    return isinstance(value, kind)


def same_shape(ours: Any, theirs: Any, target: str) -> None:
    """Ours has the keys of theirs in their order, and pages alike."""
    assert type(ours) is type(theirs)
    if is_a(ours, dict) and "items" in theirs:
        assert list(ours) == list(theirs)
        assert (ours["total"] is None) == (theirs["total"] is None)
        assert ours["has_prev"] == theirs["has_prev"]
        assert ours["prev"] == theirs["prev"]
        if ours["items"] and theirs["items"]:
            assert list(ours["items"][0]) == list(theirs["items"][0])
    elif is_a(ours, dict):
        assert list(ours) == list(theirs)
        for name, value in theirs.items():
            if is_a(value, list) and value:
                assert list(ours[name][0]) == list(value[0])
    elif is_a(ours, list) and ours and theirs:
        if "detections" in target:
            # Nulls are dropped: which keys a row has depends on the row.
            assert {name for row in ours for name in row} >= {"tid", "mjd", "fid"}
            order = [name for name in theirs[0] if name in ours[0]]
            assert [name for name in ours[0] if name in theirs[0]] == order
        else:
            assert list(ours[0]) == list(theirs[0])
    else:
        assert (not ours) == (not theirs)


@pytest.mark.parametrize("exchange", parameters("catshtm"))
def test_catshtm(wire: Wire, exchange: Exchange) -> None:
    answer = replay(wire, exchange)
    assert answer.status_code == exchange.status
    assert answer.headers["content-type"] == exchange.content_type
    text = exchange.body.decode()
    if exchange.status >= 300 or json.loads(text) in ({}, [], {"catalogs": []}) or text[0] == '"':
        positions_of_theirs = ("cone_exact_nan", "cone_empty_near", "xm_empty_near")
        if not exchange.name.endswith(positions_of_theirs):
            assert answer.text == text
        return
    # The recorded service holds a part of each catalog's columns, and other sources.
    assert type(answer.json()) is type(json.loads(text))
    assert answer.text.endswith("}\n" if text.startswith("{") else "]\n")
    assert ": " not in answer.text


@pytest.mark.parametrize("exchange", parameters("stamps", refused_only=True))
def test_stamp_errors(wire: Wire, exchange: Exchange) -> None:
    answer = replay(wire, exchange)
    assert answer.status_code == exchange.status
    assert answer.headers["content-type"] == exchange.content_type
    assert answer.content == exchange.body


# Objects of the recorded service, and those of the sandbox that are made like them.
LIKE = {
    "313765480543813793": str(lsst_sky.FIRST),
    "313765480543813794": str(lsst_sky.BAND_ZERO),
    "313765480543813795": str(lsst_sky.NOT_A_NUMBER),
}


def as_here(text: str) -> str:
    for theirs, ours in LIKE.items():
        text = text.replace(theirs, ours)
    return text


@pytest.mark.parametrize("exchange", parameters("lsst"))
def test_lsst(wire: Wire, exchange: Exchange) -> None:
    prefix = "" if exchange.target.startswith("/v2/") else PREFIX["lsst"]
    answer = wire.http.get(wire.sandbox.url + prefix + as_here(exchange.target))
    assert answer.status_code == exchange.status
    assert answer.headers["content-type"] == exchange.content_type
    text = exchange.body.decode()
    if exchange.status >= 300 or (text == "[]" and prefix):
        assert answer.text == text
        return
    same_keys(answer.json(), json.loads(text))


def same_keys(ours: Any, theirs: Any) -> None:
    """Assert that both are of the same type, and have the same keys in the same order."""
    if is_a(theirs, dict):
        assert list(ours) == list(theirs)
        for name, value in theirs.items():
            if is_a(value, dict) or is_a(value, list):
                same_keys(ours[name], value)
    elif is_a(theirs, list) and theirs and ours:
        same_keys(ours[0], theirs[0])
    elif theirs and ours:
        assert type(ours) is type(theirs)


def test_forced_photometry_is_cut_where_an_object_is_named_once(wire: Wire) -> None:
    target = f"/lsst/lightcurve_api/forced-photometry?survey_id=lsst&oid={lsst_sky.FIRST}"
    once, twice = (
        wire.http.get(wire.sandbox.url + target + more).json()
        for more in ("", f"&oid={lsst_sky.FIRST}")
    )
    assert len(once) == 10
    assert len(twice) > 10
    assert once == twice[:10]


@pytest.fixture(scope="module")
def real() -> Iterator[Wire]:
    if not (DATA / "alerts").exists():
        pytest.skip("no real alert packets here")
    with Sandbox(alerts=DATA / "alerts") as sandbox, httpx.Client(timeout=20) as http:
        yield Wire(sandbox, http)


@pytest.mark.parametrize("exchange", parameters("stamps"))
def test_real_packets_byte_for_byte(real: Wire, exchange: Exchange) -> None:
    answer = replay(real, exchange)
    assert answer.headers["x-alerce-sandbox"] == "alerts"
    assert answer.status_code == exchange.status
    for name, value in exchange.headers.items():
        assert answer.headers[name] == value
    if exchange.content_type == "image/png":
        assert answer.content[:26] == exchange.body[:26]
    else:
        assert answer.content == exchange.body


def test_real_light_curves(real: Wire) -> None:
    items = real.ztf("/objects/?page_size=100&order_by=oid").json()["items"]
    assert len(items) == 4
    body = real.ztf("/objects/ZTF18acuwwpp/lightcurve").json()
    (row,) = body["detections"]
    assert row["candid"] == "820128985515010010"
    assert row["mjd"] == pytest.approx(58574.1289815)
    assert row["isdiffpos"] == -1
    assert row["has_stamp"] is True
    assert row["corrected"] is True
    # A faded star: the difference is below the reference, the sum above nothing.
    assert 14.5 < row["magpsf_corr"] < 15.2
    limits = body["non_detections"]
    assert [limit["fid"] for limit in limits] == [2, 1, 1, 1, 1]
    assert limits[0]["diffmaglim"] == pytest.approx(20.3106, abs=1e-4)
    (stats,) = real.ztf("/objects/ZTF18acuwwpp/magstats").json()
    assert stats["ndet"] == 1
    assert stats["magsigma"] is None


def test_real_objects_have_only_a_plain_rule_for_a_class(real: Wire) -> None:
    (row,) = real.ztf("/classifiers/").json()
    assert row["classifier_name"] == "sandbox_rule"
    rows = real.ztf("/objects/ZTF18acuwwpp/probabilities").json()
    assert sum(row["probability"] for row in rows) == pytest.approx(1)
    items = real.ztf("/objects/?classifier=sandbox_rule").json()["items"]
    assert len(items) == 4
    assert real.ztf("/objects/ZTF18acuwwpp/features").json() == []
