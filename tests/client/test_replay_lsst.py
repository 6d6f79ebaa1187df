"""Every recorded exchange of the multi-survey services, as the answer to the client's request."""

from __future__ import annotations

import base64
import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs, urlsplit

import numpy as np
import pytest

from alerce import Alerce
from alerce.exceptions import (
    APIError,
    ArgumentError,
    CandidError,
    ObjectNotFoundError,
    ParseError,
    RouteError,
    ServerError,
)
from alerce.types import Format
from tests.conftest import SHARED, Answer, ScriptedServer
from tests.narrowing import is_list

EXCHANGES = {path.stem: path for path in sorted((SHARED / "data" / "lsst").glob("*.json"))}
pytestmark = [
    pytest.mark.skipif(not EXCHANGES, reason="the recorded exchanges are not here"),
    pytest.mark.filterwarnings("ignore:.* on several rows"),
]

OID = 313765480543813793
FORMATS: Sequence[Format] = ("json", "pandas", "votable", "csv", "models")
Ask = Callable[[Alerce, Format], Any]

ASKS: Mapping[str, Ask] = {
    "/object_api/list_objects": lambda client, format: client.lsst.query_objects(format),
    "/object_api/object": lambda client, format: client.lsst.query_object(OID, format),
    "/lightcurve_api/detections": lambda client, format: client.lsst.query_detections(OID, format),
    "/lightcurve_api/non_detections": lambda client, format: client.lsst.query_non_detections(
        OID, format
    ),
    "/lightcurve_api/forced-photometry": lambda client, format: client.lsst.query_forced_photometry(
        OID, format
    ),
    "/lightcurve_api/lightcurve": lambda client, format: client.lsst.query_lightcurve(OID, format),
    "/probability_api/probability": lambda client, format: client.lsst.query_probabilities(
        OID, format
    ),
    "/classifier_api/classifiers": lambda client, format: client.lsst.query_classifiers(format),
    "/magstat_api/magstats": lambda client, format: client.lsst.query_magstats(OID, format),
    "/object_api/nope": lambda client, format: client.lsst.query_objects(format),
    "/v2/lightcurve/forced-photometry/ZTF20aaelulu": lambda client, format: (
        client.query_forced_photometry("ZTF20aaelulu", format)
    ),
}
EXTRA: Ask = lambda client, format: client.lsst.query_object(  # noqa: E731 (as those above)
    OID, format, return_survey_extra=True
)

NO_ROWS = Answer(body=b'{"items": [], "has_next": false}')
UNKNOWN = Answer(404, b'{"message": "Object not found"}')
"""What an object is not known to: the list of objects of LSST, and the ZTF API."""

ERRORS: Mapping[str, type[APIError] | type[ArgumentError]] = {
    "detections_bad_survey": ParseError,
    "detections_nan": ServerError,
    "detections_no_oid": ParseError,
    "detections_text": ServerError,
    "detections_unknown": ObjectNotFoundError,
    "forced_unknown": ObjectNotFoundError,
    "lightcurve_unknown": ObjectNotFoundError,
    "list_classifier_unknown": ServerError,
    "list_no_survey": ServerError,
    "list_oid_text": ServerError,
    "list_page_abc": ParseError,
    "list_ztf": ServerError,
    "magstats_unknown": ObjectNotFoundError,
    "object_text": ObjectNotFoundError,
    "object_unknown": ObjectNotFoundError,
    "probability_bad_classifier": ObjectNotFoundError,
    "unknown_route": RouteError,
    "v2_forced": ObjectNotFoundError,
    "v2_forced_atlas": ObjectNotFoundError,
    "non_detections": ObjectNotFoundError,
}
"""What each exchange with an error, or without rows about an unknown object, becomes."""

STAMPS = ("stamp_missing", "stamp_no_params")
SENTENCES = {
    "list_page_abc": "page: Input should be a valid integer",
    "detections_no_oid": "oid: Field required",
    "detections_bad_survey": "Invalid survey ID 'xx'. Allowed surveys are: ztf, lsst",
}


def load(name: str) -> tuple[str, Answer]:
    """Return the target that was asked for and the answer to it."""
    exchange: dict[str, Any] = json.loads(EXCHANGES[name].read_text())
    response = exchange["response"]
    text = response.get("body")
    body = base64.b64decode(response["body_base64"]) if text is None else text.encode()
    return exchange["request"]["target"], Answer(response["status"], body, response["headers"])


def expected(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row as the client is to give it: nulls again where zeros stand for them."""
    found = dict(row)
    if "band_map" not in row:
        return found
    letters = found.pop("band_map")
    for name in ("band", "mjd", "psfFluxErr", "scienceFluxErr"):
        found[name] = found[name] or None
    for name in ("psfFlux", "scienceFlux"):
        if found[f"{name}Err"] is None:
            found[name] = found[name] or None
    for name in ("parentDiaSourceId", "diaObjectId"):
        if found.get(name) in (0, -1):
            found[name] = None
    return {**found, "band_name": letters.get(str(row["band"]))}


def rows_of(sent: Any) -> list[dict[str, Any]]:
    rows = sent if is_list(sent) else sent.get("items", [sent])
    found = [expected(row) for row in rows]
    return sorted(found, key=lambda row: row["mjd"]) if "band_name" in (found or [{}])[0] else found


def assert_rows(found: Any, format: Format, rows: Sequence[Mapping[str, Any]]) -> None:
    """Assert that every value of every row is there, each digit of it."""
    match format:
        case "json":
            assert list(found) == list(rows)
        case "models":
            assert [record.to_dict() for record in found] == list(rows)
        case "csv":
            lines = list(csv.DictReader(io.StringIO(found)))
            assert len(lines) == len(rows)
            for line, row in zip(lines, rows, strict=True):
                for name, text in line.items():
                    value = row.get(name)
                    wanted = ", ".join(map(str, value)) if is_list(value) else value
                    assert text == ("" if wanted is None else str(wanted))
        case _:
            assert len(found) == len(rows)
            for at, row in enumerate(rows):
                for name, value in row.items():
                    assert_cell(
                        found[name].iloc[at] if format == "pandas" else found[name][at], value
                    )


def assert_cell(cell: Any, value: Any) -> None:
    if value is None:
        assert repr(cell) in ("nan", "<NA>", "masked", "None", "np.float64(nan)")
    elif is_list(value):
        assert cell in (value, ", ".join(value))
    else:
        assert (cell.item() if isinstance(cell, np.generic) else cell) == value


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", [name for name in EXCHANGES if name not in STAMPS] or ["none"])
def test_answers_lose_no_value(
    name: str, format: Format, server: ScriptedServer, scripted: Alerce
) -> None:
    target, answer = load(name)
    url = urlsplit(target)
    ask = EXTRA if "return_survey_extra" in parse_qs(url.query) else ASKS[url.path]
    server.will(answer, UNKNOWN if "v2" in name else NO_ROWS)
    error = ERRORS.get(name)
    if error is not None:
        with pytest.raises(error) as raised:
            ask(scripted, format)
        assert type(raised.value) is error
        assert SENTENCES.get(name, "") in str(raised.value)
        return
    found, sent = ask(scripted, format), json.loads(answer.body)
    if name == "lightcurve":
        for part in sent:
            assert_rows(found[part], format, rows_of(sent[part]))
    elif format == "json" and "items" in sent:
        assert found == sent
    else:
        single = format in ("json", "models") and not is_list(sent) and "items" not in sent
        assert_rows([found] if single else found, format, rows_of(sent))


def test_the_reason_of_a_text_for_an_oid_is_a_missing_object(
    server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(load("object_unknown")[1], load("list_p1")[1])
    # The object is known, so that the failure is the service's own.
    with pytest.raises(ServerError, match="An error occurred"):
        scripted.lsst.query_object(OID)


def test_an_object_without_rows_is_told_from_an_unknown_one(
    server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(load("non_detections")[1], load("list_p1")[1])
    assert scripted.lsst.query_non_detections(OID) == []
    assert server.targets[-1].startswith(f"/object_api/list_objects?oid={OID}&survey=lsst")


def test_a_class_that_the_service_ignores_is_refused(
    server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(load("classifiers")[1])
    with pytest.raises(ArgumentError, match="stamp_classifier_rubin has no class 'nope'"):
        scripted.lsst.query_objects(classifier="stamp_classifier_rubin", class_name="nope")
    with pytest.raises(ArgumentError, match="there is no classifier 'nope'"):
        scripted.lsst.query_objects(classifier="nope")
    assert {urlsplit(target).path for target in server.targets} == {"/classifier_api/classifiers"}


def test_an_unknown_classifier_of_an_object_is_told_from_an_unknown_object(
    server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(load("probability_bad_classifier")[1], load("classifiers")[1])
    with pytest.raises(ArgumentError, match="there is no classifier 'nope'; known: lc_classifier"):
        scripted.lsst.query_probabilities(OID, classifier="nope")


def test_a_cut_of_forced_photometry_is_avoided(server: ScriptedServer, scripted: Alerce) -> None:
    target, answer = load("forced_twice")
    server.will(answer)
    assert len(scripted.lsst.query_forced_photometry(OID)) == 12
    assert sorted(parse_qs(urlsplit(server.targets[0]).query).items()) == sorted(
        parse_qs(urlsplit(target).query).items()
    )


def test_a_missing_stamp_is_no_failure_of_the_service(
    server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(load("stamp_missing")[1], load("detections")[1])
    with pytest.raises(CandidError, match="no such measurement, or it has no stamp"):
        scripted.lsst.get_stamps(OID, 1)
    server.will(load("stamp_no_params")[1])
    with pytest.raises(ParseError, match="measurement_id: Field required"):
        scripted.lsst.get_stamps(OID, 1)
