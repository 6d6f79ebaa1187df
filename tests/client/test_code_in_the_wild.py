"""Calls as programs in public make them, written for 1.x and 2.x of the client.

A client is ``Any`` here where such code passes what the types do not have.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd
import pytest

from alerce import Alerce
from alerce.arguments.filters import object_query
from alerce.bulk import failures
from alerce.exceptions import (
    ArgumentError,
    BulkError,
    FormatValidationError,
    ObjectNotFoundError,
)
from alerce.sandbox import Sandbox
from alerce.warnings import (
    ArgumentWarning,
    CutResultWarning,
    FailedObjectsWarning,
    RepeatedObjectsWarning,
)
from tests.conftest import Answer, ScriptedServer

OID = "ZTF18abbuksn"
OTHER = "ZTF18accqogs"
UNKNOWN = "ZTF00unknown"
ALERT_OID, CANDID = "ZTF18abkifng", 576161491515015015

Call = Callable[[Any], Any]


@pytest.fixture(autouse=True)
def forget_requests(sandbox: Sandbox) -> None:
    sandbox.requests.clear()


@pytest.fixture
def untyped(client: Alerce) -> Any:
    """A client whose calls no type checker looks at, as in most programs."""
    return client


def queries(sandbox: Sandbox) -> list[dict[str, list[str]]]:
    """Return the query of each request that arrived."""
    found: list[dict[str, list[str]]] = []
    for request in sandbox.requests:
        query: dict[str, list[str]] = {}
        for name, value in request.query:
            query.setdefault(name, []).append(value)
        found.append(query)
    return found


def sent(**filters: object) -> dict[str, Any]:
    """Return the query that is sent for some filters."""
    return object_query(filters).request().get("params", {})


# survey=: the same call with it, by name and where 2.x has it by position, and without it.

SURVEYS: dict[str, Sequence[Call]] = {
    "query_objects": (
        lambda client: client.query_objects(page_size=3, order_by="oid"),
        lambda client: client.query_objects(survey="ztf", page_size=3, order_by="oid"),
        lambda client: client.query_objects(
            "pandas", None, None, "ztf", page_size=3, order_by="oid"
        ),
    ),
    "query_object": (
        lambda client: client.query_object(OID, "pandas"),
        lambda client: client.query_object(OID, format="pandas", survey="ztf"),
        lambda client: client.query_object(OID, "pandas", "ztf"),
    ),
    "query_detections": (
        lambda client: client.query_detections(OID, "pandas", "candid", "magpsf"),
        lambda client: client.query_detections(
            OID, format="pandas", survey="ztf", index="candid", sort="magpsf"
        ),
        lambda client: client.query_detections(OID, "pandas", "ztf", "candid", "magpsf"),
    ),
    "query_non_detections": (
        lambda client: client.query_non_detections(OID, "pandas", "tid"),
        lambda client: client.query_non_detections(OID, "pandas", index="tid", survey="ZTF"),
        lambda client: client.query_non_detections(OID, "pandas", "ztf", "tid"),
    ),
    "query_lightcurve": (
        lambda client: client.query_lightcurve(OID),
        lambda client: client.query_lightcurve(OID, survey="ztf"),
        lambda client: client.query_lightcurve(OID, "json", "ztf"),
    ),
    "query_magstats": (
        lambda client: client.query_magstats(OID, "pandas"),
        lambda client: client.query_magstats(OID, format="pandas", survey="ztf"),
        lambda client: client.query_magstats(OID, "pandas", "ztf"),
    ),
    "query_probabilities": (
        lambda client: client.query_probabilities(OID, "pandas", "class_name", "ranking"),
        lambda client: client.query_probabilities(
            OID, "pandas", index="class_name", sort="ranking", survey="ztf"
        ),
        lambda client: client.query_probabilities(OID, "pandas", "ztf", "class_name", "ranking"),
    ),
    "query_features": (
        lambda client: client.query_features(OID, "pandas"),
        lambda client: client.query_features(OID, format="pandas", survey="ztf"),
        lambda client: client.query_features(OID, "pandas", "ztf"),
    ),
    "query_feature": (
        lambda client: client.query_feature(OID, "Amplitude"),
        lambda client: client.query_feature(OID, "Amplitude", survey="ztf"),
        lambda client: client.query_feature(OID, "Amplitude", "json", "ztf"),
    ),
    "query_classifiers": (
        lambda client: client.query_classifiers(),
        lambda client: client.query_classifiers(survey="ztf"),
        lambda client: client.query_classifiers("json", "ztf"),
    ),
    "query_classes": (
        lambda client: client.query_classes("lc_classifier", "hierarchical_random_forest_1.0.0"),
        lambda client: client.query_classes(
            "lc_classifier", "hierarchical_random_forest_1.0.0", survey="ztf"
        ),
        lambda client: client.query_classes(
            "lc_classifier", "hierarchical_random_forest_1.0.0", "json", "ztf"
        ),
    ),
    "get_stamps": (
        lambda client: client.get_stamps(ALERT_OID, CANDID, "numpy"),
        lambda client: client.get_stamps(
            oid=ALERT_OID, candid=CANDID, survey="ztf", format="numpy"
        ),
        lambda client: client.get_stamps(ALERT_OID, CANDID, None, False, "numpy", "ztf"),
        lambda client: client.get_stamps(ALERT_OID, None, CANDID, False, "numpy", "ztf"),
        lambda client: client.get_stamps(ALERT_OID, measurement_id=CANDID, format="numpy"),
    ),
    "get_avro": (
        lambda client: client.get_avro(ALERT_OID, CANDID),
        lambda client: client.get_avro(ALERT_OID, CANDID, survey="ztf"),
        lambda client: client.get_avro(ALERT_OID, CANDID, False, "ztf"),
        lambda client: client.get_avro(ALERT_OID, measurement_id=str(CANDID)),
    ),
    "query_limit_values": (
        lambda client: client.query_limit_values(),
        lambda client: client.query_limit_values(survey="ztf"),
    ),
    "query_period": (
        lambda client: client.query_period(OID),
        lambda client: client.query_period(OID, survey="ztf"),
    ),
    "query_summary": (
        lambda client: str(client.query_summary(OID)),
        lambda client: str(client.query_summary(OID, survey="ztf")),
    ),
    "iter_objects": (
        lambda client: list(client.iter_objects(limit=2)),
        lambda client: list(client.iter_objects(limit=2, survey="ztf")),
    ),
}


def same(one: Any, other: Any) -> bool:
    if isinstance(one, pd.DataFrame):
        return one.equals(other) and list(one.columns) == list(other.columns)
    if hasattr(one, "append") and isinstance(other[0], np.ndarray):
        return bool(np.array_equal(np.stack(one), np.stack(other), equal_nan=True))
    return json.dumps(one, default=repr) == json.dumps(other, default=repr)


@pytest.mark.parametrize("method", SURVEYS)
def test_a_call_with_survey_is_the_call_without_it(untyped: Any, method: str) -> None:
    without, *with_survey = SURVEYS[method]
    expected = without(untyped)
    for call in with_survey:
        assert same(call(untyped), expected)


PLOTS: Sequence[Call] = (
    lambda client: client.plot_stamps(ALERT_OID, CANDID, None, "ztf"),
    lambda client: client.plot_stamps(oid=ALERT_OID, survey="ztf", candid=CANDID),
    lambda client: client.plot_stamps(ALERT_OID, measurement_id=CANDID),
)


@pytest.mark.parametrize("plot", PLOTS)
def test_plot_stamps_takes_what_2_takes(untyped: Any, plot: Call) -> None:
    assert [axes.get_title() for axes in plot(untyped).axes] == [
        "Science",
        "Template",
        "Difference",
    ]


ZTF_ONLY: Sequence[Call] = (
    lambda client: client.query_features(OID, survey="lsst"),
    lambda client: client.query_feature(OID, "Amplitude", survey="LSST"),
    lambda client: client.query_limit_values(survey="lsst"),
    lambda client: client.query_period(OID, survey="lsst"),
    lambda client: client.query_summary(OID, survey="lsst"),
    lambda client: client.get_avro(OID, use_multisurvey_api=True, survey="lsst"),
    lambda client: client.plot_probabilities(OID, survey="lsst"),
)


@pytest.mark.parametrize("call", ZTF_ONLY)
def test_what_lsst_does_not_have_is_an_error_that_says_so_before_any_request(
    untyped: Any, sandbox: Sandbox, call: Call
) -> None:
    with pytest.raises(ArgumentError, match=r"^survey: no service has this of 'lsst'"):
        call(untyped)
    assert not sandbox.requests


@pytest.mark.parametrize(
    ("survey", "help"),
    [("lstt", "did you mean 'lsst'"), ("ztff", "did you mean 'ztf'"), (5, "known: ztf, lsst")],
)
def test_an_unknown_survey_is_told_the_nearest(untyped: Any, survey: object, help: str) -> None:
    with pytest.raises(ArgumentError, match=rf"^survey: .*{help}"):
        untyped.query_object(OID, survey=survey)


def test_two_different_alerts_by_both_names_are_an_error(untyped: Any, sandbox: Sandbox) -> None:
    with pytest.raises(ArgumentError, match=r"^measurement_id: it is another name of candid"):
        untyped.get_stamps(ALERT_OID, candid=CANDID, measurement_id=CANDID + 1)
    assert not sandbox.requests


def test_the_same_alert_by_both_names_is_that_alert(untyped: Any) -> None:
    stamps = untyped.get_stamps(ALERT_OID, candid=CANDID, measurement_id=str(CANDID))
    assert len(stamps) == 3


def test_what_only_lsst_has_is_an_error_that_says_so(untyped: Any, sandbox: Sandbox) -> None:
    with pytest.raises(ArgumentError, match=r"^include_variance_and_psf: alerts of ZTF hold no"):
        untyped.get_stamps(ALERT_OID, CANDID, survey="ztf", include_variance_and_psf=True)
    with pytest.raises(ArgumentError, match=r"^use_multisurvey_api: .* no packets of ZTF"):
        untyped.get_avro(ALERT_OID, CANDID, use_multisurvey_api=True, survey="ztf")
    assert not sandbox.requests


# Ranges, numbers and texts as programs pass them.


@pytest.mark.parametrize("name", ["ndet", "firstmjd", "lastmjd"])
@pytest.mark.parametrize("kind", [list, tuple])
def test_a_range_may_be_open_at_either_end(name: str, kind: Callable[[Any], Any]) -> None:
    assert sent(**{name: kind([100, None])}) == {name: [100]}
    assert sent(**{name: kind([None, 100])}) == {name: [0, 100]}
    assert sent(**{name: kind([None, None])}) == {}


def test_a_range_open_below_finds_what_is_below(client: Alerce) -> None:
    few = client.query_objects(ndet=[None, 5], page="all")
    many = client.query_objects(ndet=[6, None], page="all")
    assert few.ndet.max() <= 5 < many.ndet.min()
    assert len(few) + len(many) == len(client.query_objects(page="all"))
    middle = float(few.lastmjd.median())
    assert client.query_objects(lastmjd=[None, middle], page_size=50).lastmjd.max() <= middle


def test_page_0_is_the_first_page_and_says_so(client: Alerce) -> None:
    first = client.query_objects(page=1, page_size=3, order_by="oid")
    with pytest.warns(ArgumentWarning, match="page 0 is taken for page 1"):
        found = client.query_objects(page=0, page_size=3, order_by="oid")
    assert found.equals(first)


def test_numbers_may_be_texts() -> None:
    assert sent(probability="0.5") == {"probability": 0.5}
    assert sent(ra="10.5", dec="-20", radius="30") == {"ra": 10.5, "dec": -20, "radius": 30}
    assert sent(ndet="5", page="2", page_size="100") == {"ndet": [5], "page": 2, "page_size": 100}
    assert sent(page_size=1e6) == {"page_size": 1_000_000}
    assert sent(firstmjd=["58000", "59000.5"]) == {"firstmjd": [58000, 59000.5]}


@pytest.mark.parametrize("wrong", ["half", "0,5", "1_0", "0x1", "nan", "٣"])
def test_other_texts_are_no_numbers(wrong: str) -> None:
    with pytest.raises(ArgumentError, match=r"^probability: "):
        sent(probability=wrong)


@pytest.mark.parametrize("name", ["classifier", "classifier_version", "class_name"])
@pytest.mark.parametrize("nothing", ["", None])
def test_an_empty_name_is_no_filter(name: str, nothing: object) -> None:
    assert sent(**{name: nothing}) == {}


# Filters that old code misspells.

MISSPELT = {
    "order_dir": "order_mode",
    "first_mjd": "firstmjd",
    "last_mjd": "lastmjd",
    "prob": "probability",
    "n_det": "ndet",
    "class": "class_name",
    "clasifier": "classifier",
    "pagesize": "page_size",
}


@pytest.mark.parametrize("name", MISSPELT)
def test_a_misspelt_filter_is_an_error_that_names_the_right_one(
    untyped: Any, sandbox: Sandbox, name: str
) -> None:
    with pytest.raises(ArgumentError, match=rf"^{name}: .*did you mean '{MISSPELT[name]}'"):
        untyped.query_objects(**{name: "DESC"})
    with pytest.raises(ArgumentError, match=rf"^{name}: .*did you mean '{MISSPELT[name]}'"):
        untyped.iter_objects(**{name: "DESC"})
    assert not sandbox.requests


@pytest.mark.parametrize("name", MISSPELT)
def test_it_can_be_a_warning_that_names_it_and_leaves_the_filter_out(
    untyped: Any, sandbox: Sandbox, name: str
) -> None:
    lenient = untyped.with_options(unknown_filters="warn")
    with pytest.warns(ArgumentWarning, match=rf"^{name} is left out: .*'{MISSPELT[name]}'"):
        lenient.query_objects(page_size=3, **{name: "DESC"})
    assert queries(sandbox) == [{"page_size": ["3"]}]
    with pytest.warns(ArgumentWarning, match=rf"^{name} is left out"):
        rows = list(lenient.iter_objects(limit=2, **{name: "DESC"}))
    assert len(rows) == 2


def test_the_option_has_two_values(sandbox: Sandbox) -> None:
    options: Any = {"unknown_filters": "ignore"}
    with pytest.raises(ArgumentError, match=r"^unknown_filters: .*known: raise, warn"):
        Alerce(**sandbox.config, **options)


# Faults that were found by use.


def test_a_cut_result_names_the_ways_to_the_rest(client: Alerce) -> None:
    with pytest.warns(CutResultWarning, match='page="all".*iter_objects'):
        client.query_objects()


def test_all_pages_can_be_of_the_latest_versions(client: Alerce) -> None:
    with pytest.warns(RepeatedObjectsWarning, match="latest_version=True keeps one"):
        everything = client.query_objects(classifier="lc_classifier", ndet=[20, None], page="all")
    latest = client.query_objects(
        classifier="lc_classifier", ndet=[20, None], page="all", latest_version=True
    )
    assert latest.oid.is_unique
    assert set(latest.oid) == set(everything.oid)


def probabilities_of(failing: str, server: ScriptedServer) -> None:
    """Have the server list three objects twice each, and not know the versions of one."""
    rows = [
        {"oid": oid, "classifier": "c", "class": "a", "probability": probability}
        for oid in ("ZTF1", "ZTF2", "ZTF3")
        for probability in (0.5, 0.75)
    ]
    versions = [
        {
            "classifier_name": "c",
            "class_name": "a",
            "classifier_version": version,
            "probability": probability,
            "ranking": 1,
        }
        for version, probability in (("1.0", 0.5), ("2.0", 0.75))
    ]
    known, gone = Answer(body=json.dumps(versions).encode()), Answer(500, b'{"message": "no"}')
    server.will(
        Answer(body=json.dumps({"items": rows, "total": None, "has_next": False}).encode()),
        *(gone if oid == failing else known for oid in ("ZTF1", "ZTF2", "ZTF3")),
    )


def test_versions_that_cannot_be_had_lose_nothing_else(
    server: ScriptedServer, scripted: Alerce
) -> None:
    lenient = scripted.with_options(errors="return", retries=0, concurrency=1)
    probabilities_of("ZTF2", server)
    found = lenient.query_objects(page_size=6, latest_version=True)
    assert list(zip(found.oid, found.probability, strict=True)) == [("ZTF1", 0.75), ("ZTF3", 0.75)]
    assert list(failures(found)) == ["ZTF2"]
    probabilities_of("ZTF2", server)
    # A page has no place for the failures.
    with pytest.warns(FailedObjectsWarning, match="ZTF2"):
        page = lenient.query_objects("json", page_size=6, latest_version=True)
    assert [row["oid"] for row in page["items"]] == ["ZTF1", "ZTF3"]


def test_versions_that_cannot_be_had_are_an_error_with_the_rest(
    server: ScriptedServer, scripted: Alerce
) -> None:
    probabilities_of("ZTF2", server)
    strict = scripted.with_options(retries=0, concurrency=1)
    with pytest.raises(BulkError) as raised:
        strict.query_objects(page_size=6, latest_version=True)
    assert list(raised.value.failures) == ["ZTF2"]
    assert isinstance(raised.value.results, pd.DataFrame)
    assert list(raised.value.results.oid) == ["ZTF1", "ZTF3"]


def test_versions_are_asked_for_side_by_side() -> None:
    with Sandbox(faults=[{"fault": "delay", "seconds": 0.1, "path": "/probabilities"}]) as slow:
        with Alerce(**slow.config, concurrency=8) as client:
            started = time.monotonic()
            found = client.query_objects(
                classifier="lc_classifier", page="all", latest_version=True, ndet=[20, None]
            )
            seconds = time.monotonic() - started
        asked = sum("/probabilities" in request.path for request in slow.requests)
    assert len(found) > 0
    assert asked >= 10
    assert seconds < 0.1 * asked


LIMIT_VALUES: Sequence[Call] = (
    lambda client: client.query_object("limit_values"),
    lambda client: client.query_object("limit_values", "pandas"),
    lambda client: client.query_summary("limit_values"),
    lambda client: client.query_detections("limit_values"),
    lambda client: client.query_lightcurve("limit_values", "pandas"),
    lambda client: client.query_magstats("limit_values"),
    lambda client: client.query_probabilities("limit_values"),
    lambda client: client.query_features("limit_values"),
    lambda client: client.query_feature("limit_values", "Amplitude"),
    lambda client: client.query_period("limit_values"),
)


@pytest.mark.parametrize("ask", LIMIT_VALUES)
def test_an_answer_is_about_the_object_that_was_asked_for_or_an_error(
    untyped: Any, ask: Call
) -> None:
    with pytest.raises(ObjectNotFoundError, match="object limit_values"):
        ask(untyped)


# Identifiers in whatever holds them.


def test_a_table_is_taken_for_its_column_oid(client: Alerce, untyped: Any) -> None:
    frame = client.query_objects(oid=[OTHER, OID], latest_version=True)
    expected = client.query_object([OTHER, OID], "pandas")
    assert untyped.query_object(frame, "pandas").equals(expected)
    assert untyped.query_object(frame.set_index("ndet"), "pandas").equals(expected)
    table = client.query_objects("votable", oid=[OTHER, OID], latest_version=True)
    assert untyped.query_object(table, "pandas").equals(expected)
    assert list(untyped.query_objects(oid=frame, latest_version=True).oid) == [OTHER, OID]
    assert list(untyped.query_lightcurve(frame)) == [OTHER, OID]


def test_the_rows_of_a_table_of_detections_are_one_object_each(untyped: Any) -> None:
    detections = untyped.query_detections([OID, OTHER], "pandas")
    assert list(untyped.query_magstats(detections)) == [OID, OTHER]


TABLES: Sequence[Callable[[Any, Any], object]] = (
    lambda client, oids: client.query_object(oids),
    lambda client, oids: client.query_objects(oid=oids),
    lambda client, oids: client.query_detections(oids, "pandas"),
    lambda client, oids: client.query_features(oids, wide=True, format="pandas"),
    lambda client, oids: client.get_stamps(oids),
    lambda client, oids: client.download(oids, to="nowhere"),
)


@pytest.mark.parametrize("ask", TABLES)
@pytest.mark.parametrize("names", [["objectId", "ra"], []])
def test_a_table_without_one_is_an_error_that_names_its_columns(
    untyped: Any, sandbox: Sandbox, ask: Callable[[Any, Any], object], names: list[str]
) -> None:
    frame = pd.DataFrame({name: [OID] for name in names})
    with pytest.raises(ArgumentError, match=f"columns: {', '.join(names) or 'none'}"):
        ask(untyped, frame)
    assert not sandbox.requests


def test_texts_of_numpy_and_blanks_and_repetitions_are_identifiers(
    untyped: Any, sandbox: Sandbox
) -> None:
    given = np.array([OID, f" {OTHER}", f"{OID}\n"])
    found = untyped.query_magstats(given)
    assert list(found) == [OID, OTHER]
    assert all(type(name) is str for name in found)
    assert len(sandbox.requests) == 2
    assert untyped.query_object(np.str_(f"{OID} "))["oid"] == OID


@pytest.mark.parametrize("missing", [None, pd.NA, float("nan"), np.nan, 5])
def test_what_is_missing_among_identifiers_is_an_error_that_says_where(
    untyped: Any, sandbox: Sandbox, missing: object
) -> None:
    with pytest.raises(ArgumentError, match=r"^oid: value 1 is .* and no identifier"):
        untyped.query_object(pd.Series([OID, missing], dtype=object))
    assert not sandbox.requests


@pytest.mark.parametrize("blank", ["", " ", "\n"])
def test_a_blank_is_no_identifier(untyped: Any, sandbox: Sandbox, blank: str) -> None:
    with pytest.raises(ArgumentError, match=r"^oid: must not be empty"):
        untyped.query_object(blank)
    with pytest.raises(ArgumentError, match=r"^oid: must not be empty"):
        untyped.query_objects(oid=[OID, blank])
    assert not sandbox.requests


# Texts of errors.


UNKNOWN_OBJECTS: Sequence[Call] = (
    lambda client: client.query_object(UNKNOWN),
    lambda client: client.query_detections(UNKNOWN),
    lambda client: client.query_lightcurve(UNKNOWN),
    lambda client: client.query_magstats(UNKNOWN),
    lambda client: client.query_probabilities(UNKNOWN),
    lambda client: client.query_features(UNKNOWN),
    lambda client: client.get_avro(UNKNOWN, 1),
    lambda client: client.query_classes("a", "b"),
)


@pytest.mark.parametrize("ask", UNKNOWN_OBJECTS)
def test_an_unknown_object_is_no_occasion_to_talk_of_routes(untyped: Any, ask: Call) -> None:
    with pytest.raises(ObjectNotFoundError) as raised:
        ask(untyped)
    said = str(raised.value)
    for noise in ("did you mean", "requested", "URI", "spelling"):
        assert noise not in said
    assert raised.value.message
    assert not raised.value.message.startswith(".")


def test_a_misspelt_format_is_told_the_nearest(untyped: Any) -> None:
    with pytest.raises(
        FormatValidationError, match=r"'panda' is none of .*; did you mean 'pandas'"
    ):
        untyped.query_objects(format="panda")


@pytest.mark.parametrize("name", ["objectid", "objectId", "object_id", "OID"])
def test_another_name_of_the_identifier_suggests_the_column(untyped: Any, name: str) -> None:
    with pytest.raises(ArgumentError, match=r"^index: .*did you mean 'oid'"):
        untyped.query_objects(page_size=3, index=name)


# send_query: rows in json, where 1.4.0 had their text.


def test_the_rows_of_a_query_are_what_its_json_text_was(client: Alerce) -> None:
    query = "SELECT oid, ndet FROM object ORDER BY oid LIMIT 2"
    rows = client.send_query(query, format="json")
    frame = client.send_query(query, format="pandas")
    assert rows == json.loads(frame.to_json(orient="records"))
