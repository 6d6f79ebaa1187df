"""Every recorded exchange, replayed over a socket as the answer to the client's own request."""

from __future__ import annotations

import base64
import csv
import io
import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import pytest
from alerce_api.stamps.api.stamps import get_avro_info, get_stamp
from alerce_api.stamps.client import Client as StampsClient

from alerce import Alerce
from alerce.exceptions import (
    APIError,
    AuthorizationError,
    CandidError,
    ObjectNotFoundError,
    ParseError,
    RouteError,
    ServerError,
)
from alerce.types import Format
from tests.conftest import SHARED, Answer, ScriptedServer
from tests.narrowing import is_dict, is_list

EXCHANGES = {
    f"{path.parent.name}-{path.stem}": path
    for service in ("ztf", "catshtm", "stamps", "live")
    for path in sorted((SHARED / "data" / service).glob("*.json"))
}
pytestmark = pytest.mark.skipif(not EXCHANGES, reason="the recorded exchanges are not here")

OID = "ZTF18abbuksn"
CATALOG = "GAIADR2"

Ask = Callable[[Alerce, Format], Any]

# What asks for the route of a recorded path; the first that matches counts.
ROUTES: Sequence[tuple[str, Ask]] = (
    (r"/objects/limit_values/?", lambda client, format: client.query_limit_values(format)),
    (r"/objects/[^/]+/detections?", lambda client, format: client.query_detections(OID, format)),
    (
        r"/objects/[^/]+/non_detections/?",
        lambda client, format: client.query_non_detections(OID, format),
    ),
    (r"/objects/[^/]+/lightcurve", lambda client, format: client.query_lightcurve(OID, format)),
    (r"/objects/[^/]+/magstats", lambda client, format: client.query_magstats(OID, format)),
    (
        r"/objects/[^/]+/probabilities/?",
        lambda client, format: client.query_probabilities(OID, format),
    ),
    (r"/objects/[^/]+/features/?", lambda client, format: client.query_features(OID, format)),
    (
        r"/objects/[^/]+/features/.+",
        lambda client, format: client.query_feature(OID, "Amplitude", format),
    ),
    (r"/objects/?", lambda client, format: client.query_objects(format)),
    (r"/objects?/+.+", lambda client, format: client.query_object(OID, format)),
    (r"/classifiers/", lambda client, format: client.query_classifiers(format)),
    (r"/classifiers/.*", lambda client, format: client.query_classes("a", "b", format)),
    (
        r"/conesearch/?",
        lambda client, format: client.catshtm_conesearch(10, 20, 100, CATALOG, format),
    ),
    (
        r"/conesearch_all",
        lambda client, format: client.catshtm_conesearch(10, 20, 100, "all", format),
    ),
    (
        r"/crossmatch/?",
        lambda client, format: client.catshtm_crossmatch(10, 20, 100, CATALOG, format),
    ),
    (
        r"/crossmatch_all",
        lambda client, format: client.catshtm_crossmatch(10, 20, 100, "all", format),
    ),
    (r".*", lambda client, format: client.query_objects(format)),
)

ERRORS: Mapping[int, type[APIError]] = {
    308: RouteError,
    400: ParseError,
    401: AuthorizationError,
    404: ObjectNotFoundError,
    500: ServerError,
}

FORMATS = ("json", "pandas", "votable", "csv", "models")


def exchanges(*services: str) -> pytest.MarkDecorator:
    names = [name for name in EXCHANGES if service_of(name) in services]
    return pytest.mark.parametrize("name", names)


def service_of(name: str) -> str:
    """Return the service of an exchange; the live captures are of two."""
    return "catshtm" if re.match("live-(cone|cross)", name) else name.split("-")[0]


def load(name: str) -> tuple[str, Answer]:
    """Return the path that was asked for and the answer to it."""
    exchange: dict[str, Any] = json.loads(EXCHANGES[name].read_text())
    response = exchange["response"]
    text = response.get("body")
    body = base64.b64decode(response["body_base64"]) if text is None else text.encode()
    path = urlsplit(str(exchange["request"]["target"])).path.removeprefix("/ztf/v1")
    return path, Answer(response["status"], body, response["headers"])


def ask_of(path: str) -> Ask:
    if re.fullmatch(r"/objects/ZTF\w+", path):
        # What answers is the object that is asked for, or an error.
        oid = path.removeprefix("/objects/")
        return lambda client, format: client.query_object(oid, format)
    return next(ask for pattern, ask in ROUTES if re.fullmatch(pattern, path))


def error_of(answer: Answer) -> type[APIError] | None:
    if answer.status == 200:
        # A 200 that holds an error sentence.
        return ParseError if answer.body.startswith(b'"') else None
    if answer.status == 404 and "html" in answer.headers["content-type"]:
        return RouteError
    return ERRORS[answer.status]


def same(found: Any, sent: Any) -> bool:
    """Tell whether a value is the one that was sent, a NaN being itself."""
    if isinstance(sent, float) and sent != sent:
        return bool(found != found)
    if is_dict(sent):
        return sent.keys() == found.keys() and all(same(found[key], sent[key]) for key in sent)
    if is_list(sent):
        return len(sent) == len(found) and all(map(same, found, sent))
    return type(found) is type(sent) and bool(found == sent)


def assert_rows(found: Any, format: Format, rows: Sequence[Mapping[str, Any]]) -> None:
    """Assert that every sent value of every row is there, and nothing where none was sent."""
    if format == "json":
        assert same(found, list(rows))
    elif format == "models":
        assert same([record.to_dict() for record in found], list(rows))
    elif format == "csv":
        lines = list(csv.DictReader(io.StringIO(found)))
        assert len(lines) == len(rows)
        for line, row in zip(lines, rows, strict=True):
            for name, text in line.items():
                assert_text(text, row.get(name))
    else:
        assert len(found) == len(rows)
        columns = found.columns if format == "pandas" else found.colnames
        for name in columns:
            cells = list(found[name])
            for cell, row in zip(cells, rows, strict=True):
                assert_cell(cell, row.get(name))
        assert all(name in columns for row in rows for name in row)


def assert_cell(cell: Any, sent: Any) -> None:
    # A table masks a NaN too: VOTable has one way to say both.
    if sent is None or (sent != sent and cell is np.ma.masked):
        assert repr(cell) in ("nan", "<NA>", "masked", "None", "np.float64(nan)")
    elif is_list(sent):
        assert cell in (sent, ", ".join(sent))
    elif isinstance(sent, str) and not isinstance(cell, str):
        assert str(cell) == sent
    else:
        assert same(cell.item() if isinstance(cell, np.generic) else cell, sent)


def assert_text(text: str, sent: Any) -> None:
    match sent:
        case None:
            assert text == ""
        case float():
            assert same(float(text), sent)
        case [*names]:
            assert text == ", ".join(map(str, names))
        case _:
            assert text == str(sent)


def as_rows(path: str, sent: Any) -> list[Any]:
    if path == "/objects/":
        return list(sent["items"])
    return list(sent) if is_list(sent) else [sent]


@pytest.mark.parametrize("format", FORMATS)
@exchanges("ztf", "live")
def test_ztf_answers_lose_no_value(
    name: str, format: Format, server: ScriptedServer, scripted: Alerce
) -> None:
    path, answer = load(name)
    server.will(answer)
    error = error_of(answer)
    if error is not None:
        with pytest.raises(error) as raised:
            ask_of(path)(scripted, format)
        assert type(raised.value) is error
        assert raised.value.response is not None
        assert raised.value.code == answer.status
        return
    found = ask_of(path)(scripted, format)
    sent = json.loads(answer.body)
    if path.endswith("/lightcurve"):
        for part in ("detections", "non_detections"):
            assert_rows(found[part], format, sent[part] if sent else [])
    elif format == "json":
        assert same(found, sent)
    else:
        single = format == "models" and not is_list(sent) and path != "/objects/"
        assert_rows([found] if single else found, format, as_rows(path, sent))


def finite(sent: Any) -> Any:
    """Return a catsHTM value as the client gives it."""
    if sent == "null":
        return None
    return float(sent) if isinstance(sent, str) else sent


def columns_of(fields: Mapping[str, Any]) -> dict[str, list[Any]]:
    return {
        field: [finite(cell) for cell in content.get("values", [content.get("value")])]
        for field, content in fields.items()
    }


def cat_names(found: Any) -> list[str]:
    """Return what the client says of the catalogue in a table or a Series."""
    names = found["cat_name"]
    return [names] if isinstance(names, str) else list(map(str, names))


def assert_catalog(found: Any, format: Format, fields: Mapping[str, Any]) -> None:
    """Assert that a catalogue's values came through, each in its place."""
    sent = columns_of(fields)
    length = max(map(len, sent.values()), default=0)
    if length and format in ("pandas", "votable"):
        sent["cat_name"] = cat_names(found)
        assert all(name.startswith("catsHTM_") for name in sent["cat_name"])
    match format:
        case "pandas" if found is None or found.ndim == 1:
            if found is None:
                assert not length
            else:
                assert_rows(
                    found.to_frame().T,
                    format,
                    [{field: cells[0] for field, cells in sent.items()}],
                )
        case "json" | "models":
            if format == "models":
                found = {} if found is None else found.to_dict()
            assert same(
                columns_of(found),
                sent,
            )
        case _:
            rows = [
                dict(zip(sent, cells, strict=True)) for cells in zip(*sent.values(), strict=True)
            ]
            assert_rows(found, format, rows)


@pytest.mark.parametrize("format", FORMATS)
@exchanges("catshtm")
def test_catshtm_answers_lose_no_value(
    name: str, format: Format, server: ScriptedServer, scripted: Alerce
) -> None:
    path, answer = load(name)
    server.will(answer)
    error = error_of(answer)
    if error is not None:
        with pytest.raises(error) as raised:
            ask_of(path)(scripted, format)
        assert type(raised.value) is error
        return
    found = ask_of(path)(scripted, format)
    sent = json.loads(answer.body)
    if path.endswith("_all"):
        catalogs: list[dict[str, Any]] = sent["catalogs"] if is_dict(sent) else sent
        expected = {key: fields for each in catalogs for key, fields in each.items()}
        assert found.keys() == expected.keys()
        for key, fields in expected.items():
            assert_catalog(found[key], format, fields)
    elif path.startswith("/conesearch"):
        assert len(sent) <= 1
        assert_catalog(found, format, sent[next(iter(sent))] if sent else {})
    else:
        assert_catalog(found, format, sent)


@exchanges("stamps")
def test_stamps_answers_lose_no_byte(name: str, server: ScriptedServer, scripted: Alerce) -> None:
    path, answer = load(name)
    server.will(answer)
    if answer.status != 200 or answer.body.strip() == b"null":
        expected = {200: CandidError, 400: ParseError, 404: CandidError, 500: ServerError}
        error = RouteError if "html" in answer.headers["content-type"] else expected[answer.status]
        with pytest.raises(error):
            scripted.get_avro(OID, 820128985515010010)
    elif path == "/get_avro":
        content = scripted.get_avro(oid_in(answer), 820128985515010010)
        assert content == answer.body
    else:
        with StampsClient(base_url=server.url) as low_level:
            if path == "/get_stamp":
                stamp = get_stamp.sync_detailed(
                    client=low_level, candid="1", type_="science", format_="fits"
                )
                assert stamp.content == answer.body
            else:
                info = get_avro_info.sync(client=low_level, candid="1")
                assert not isinstance(info, str)
                assert info is not None
                assert same(info.to_dict(), json.loads(answer.body))


def oid_in(answer: Answer) -> str:
    """Return the object that an alert packet says it is about."""
    import fastavro

    (record,) = fastavro.reader(io.BytesIO(answer.body))
    assert isinstance(record, dict)
    return str(record["objectId"])
