"""Requests and answers of the sandbox against the contracts in generated/contracts/.

A bare NaN or Infinity counts as a number, which is how the JSON reader hands it on.
"""

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from alerce.sandbox import lsst_sky, stamps, synthetic
from tests.sandbox.conftest import Wire

# Any: imported by name, for openapi-core's types are partly unknown to a strict checker.
openapi_core: Any = import_module("openapi_core")
testing: Any = import_module("openapi_core.testing")

FOLDER = Path(__file__).parents[2] / "generated" / "contracts"
PREFIX = {
    "ztf": "/ztf/v1",
    "catshtm": "/catshtm",
    "stamps": "/avro",
    "lsst": "/lsst",
    "ztf2": "/v2",
}
CANDID = "candid=576161491515015015"
FIELD = "ra=10&dec=20"
RRL, SN, ODD = "ZTF18abbuksn", "ZTF18abkifng", synthetic.NOT_A_NUMBER
LSST = lsst_sky.FIRST
MEASUREMENT = lsst_sky.measurement(LSST, lsst_sky.visits(LSST, "SN")[0])
LSST_STAMP = f"/stamps_api/stamp?oid={LSST}&measurement_id={MEASUREMENT}&survey_id=lsst"
PARTS = ("", "/detections", "/non_detections", "/lightcurve", "/magstats", "/features",
         "/features/Multiband_period", "/probabilities")  # fmt: skip

TARGETS = [
    ("ztf", "/objects/"),
    ("ztf", "/objects/?page_size=60&order_by=oid&order_mode=DESC&count=true"),
    ("ztf", "/objects/?oid=ZTF18abbuksn&oid=ZTF18accqogs&ranking=1"),
    ("ztf", "/objects/?classifier=lc_classifier&class=SNIa&probability=0.5&ndet=10&ndet=99"),
    ("ztf", "/objects/?ra=185.7289&dec=15.8236&radius=10&firstmjd=58000&lastmjd=58000&lastmjd=60000"),
    ("ztf", "/objects/limit_values"),
    *[("ztf", f"/objects/{oid}{part}") for oid in (SN, ODD, synthetic.EMPTY) for part in PARTS],
    ("ztf", f"/objects/{SN}/detections?survey_id=ztf"),
    ("ztf", f"/objects/{RRL}/features?fid=12&version=lc_classifier_1.2.1-P"),
    ("ztf", f"/objects/{RRL}/probabilities?classifier=lc_classifier"),
    ("ztf", "/objects/ZTF00unknown"),
    ("ztf", "/objects/ZTF00unknown/lightcurve"),
    ("ztf", f"/objects/{synthetic.UNTAXED}/probabilities"),
    ("ztf", "/classifiers/"),
    ("ztf", "/classifiers/lc_classifier/hierarchical_random_forest_1.0.0/classes"),
    ("ztf", "/classifiers/lc_classifier/none/classes"),
    ("catshtm", f"/conesearch?catalog=GAIADR1&{FIELD}&radius=1000"),
    ("catshtm", f"/conesearch?catalog=GAIADR2&{FIELD}&radius=100"),
    ("catshtm", f"/conesearch?catalog=FIRST&{FIELD}&radius=100"),
    ("catshtm", "/conesearch?catalog=WISE&ra=100&dec=-40&radius=1"),
    ("catshtm", f"/conesearch_all?{FIELD}&radius=20"),
    ("catshtm", f"/crossmatch?catalog=SDSSoffset&{FIELD}&radius=20"),
    ("catshtm", f"/crossmatch?catalog=NEDz&{FIELD}"),
    ("catshtm", f"/crossmatch_all?{FIELD}&radius=20"),
    ("stamps", f"/get_stamp?{CANDID}&type=science&format=fits&oid={SN}"),
    ("stamps", f"/get_stamp?{CANDID}&type=difference&format=png"),
    ("stamps", f"/get_stamp?candid={stamps.ATLAS_CANDID}&type=template&format=fits&survey_id=atlas"),
    ("stamps", "/get_stamp?candid=123&type=science&format=fits"),
    ("stamps", f"/get_avro?{CANDID}"),
    ("stamps", f"/get_avro?{CANDID}&survey_id=atlas"),
    ("stamps", f"/get_avro_info?{CANDID}&oid={SN}"),
    ("stamps", "/get_avro_info?candid=123"),
    *[
        ("lsst", route.format(oid))
        for oid in (LSST, *lsst_sky.ODD, 5)
        for route in (
            "/object_api/object?oid={}&survey_id=lsst",
            "/object_api/object?oid={}&survey_id=lsst&return_survey_extra=true",
            "/lightcurve_api/detections?oid={}&survey_id=lsst",
            "/lightcurve_api/non_detections?oid={}&survey_id=lsst",
            "/lightcurve_api/forced-photometry?oid={0}&oid={0}&survey_id=lsst",
            "/lightcurve_api/lightcurve?oid={}&survey_id=lsst",
            "/magstat_api/magstats?oid={}&survey_id=lsst",
            "/probability_api/probability?oid={}",
            "/probability_api/probability?oid={}&classifier=nope",
            "/object_api/list_objects?survey=lsst&oid={}",
        )
    ],
    ("lsst", "/object_api/list_objects?survey=lsst&page=2&page_size=60&order_by=oid&order_mode=ASC"),
    ("lsst", "/object_api/list_objects?survey=lsst&classifier=nope"),
    ("lsst", "/object_api/list_objects?survey=lsst&ra=10&dec=-10&radius=1e5&n_det=3&n_det=30"),
    ("lsst", "/classifier_api/classifiers"),
    ("lsst", f"{LSST_STAMP}&stamp_type=cutoutScience&file_format=fits"),
    ("lsst", f"{LSST_STAMP}&stamp_type=cutoutDifference&file_format=png"),
    ("lsst", f"/stamps_api/stamp?oid={LSST}&measurement_id=1&survey_id=lsst"
     "&stamp_type=cutoutScience&file_format=fits"),
    *[
        ("ztf2", f"/lightcurve/forced-photometry/{oid}{survey}")
        for oid in (RRL, "ZTF00unknown")
        for survey in ("", "?survey_id=atlas")
    ],
]  # fmt: skip


def as_text(content: bytes, **_parameters: str) -> str:
    return content.decode("latin-1")


# What openapi-core would leave as bytes, which a schema cannot call a string.
NOT_JSON = ("application/gzip", "application/fits+gzip", "image/png", "app/avro+binary", "text/csv")


@cache
def contract(service: str) -> Any:
    config = openapi_core.Config(extra_media_type_deserializers=dict.fromkeys(NOT_JSON, as_text))
    return openapi_core.OpenAPI.from_file_path(str(FOLDER / f"{service}.yaml"), config=config)


def server(service: str) -> str:
    url: str = contract(service).spec.read_value()["servers"][0]["url"]
    return url


@pytest.mark.parametrize(("service", "target"), TARGETS)
def test_contract(wire: Wire, service: str, target: str) -> None:
    answer = wire.http.get(wire.sandbox.url + PREFIX[service] + target)
    url, base = urlsplit(target), urlsplit(server(service))
    request = testing.MockRequest(
        f"{base.scheme}://{base.netloc}", "get", base.path + url.path, args=parse_qs(url.query)
    )
    response = testing.MockResponse(
        answer.content,
        status_code=answer.status_code,
        content_type=answer.headers["content-type"].split(";")[0],
        headers=dict(answer.headers),
    )
    contract(service).validate_request(request)
    contract(service).validate_response(request, response)


def test_sql_contract(wire: Wire) -> None:
    answer = wire.sql("SELECT oid FROM object LIMIT 2")
    base = urlsplit(server("database"))
    request = testing.MockRequest(
        f"{base.scheme}://{base.netloc}",
        "post",
        base.path + "/",
        data=b"query=SELECT+1",
        content_type="application/x-www-form-urlencoded",
    )
    response = testing.MockResponse(answer.content, content_type="text/csv")
    contract("database").validate_request(request)
    contract("database").validate_response(request, response)
