"""What users pass: plain values come out, or an error that names the argument, before any request."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any, cast
from urllib.parse import unquote, urlsplit

import numpy as np
import pandas as pd
import pytest
from astropy import units
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alerce import Alerce
from alerce.arguments import checks
from alerce.arguments.filters import ObjectFilters, object_query
from alerce.exceptions import APIError, ArgumentError
from alerce.results.paging import parts_of
from tests.conftest import Answer, ScriptedServer

Check = Callable[[str, object], object]

CHECKS: dict[str, Check] = {
    "text": checks.text,
    "path_segment": checks.path_segment,
    "oid": checks.oid,
    "oids": checks.oids,
    "candid": checks.candid,
    "integer": checks.integer,
    "number": checks.number,
    "integer_range": checks.integer_range,
    "epoch_range": checks.epoch_range,
    "boolean": checks.boolean,
    "choice": lambda name, value: checks.choice(name, value, ("ASC", "DESC")),
}

ODD: dict[str, object] = {
    "NA": pd.NA,
    "NaT": pd.NaT,
    "array": np.array([1.5, 2.5, 3.5]),
    "array without a dimension": np.array(1.5),
    "array of no elements": np.array([]),
    "Quantity": 1.5 * units.Unit("deg"),
    "object": object(),
    "class": int,
    "dict": {},
    "bytes": b"1",
    "complex": 1j,
    "surrogate": "\ud800",
    "NaN": math.nan,
    "infinity": math.inf,
    "huge": 10**400,
    "empty text": "",
}

anything: st.SearchStrategy[object] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.binary(),
    st.complex_numbers(),
    st.decimals(),
    st.fractions(),
    st.dates(),
    st.lists(st.one_of(st.integers(), st.text(), st.none()), max_size=3),
    st.dictionaries(st.text(), st.integers(), max_size=2),
    st.sampled_from(list(ODD.values())),
)


def sent(**filters: object) -> dict[str, Any]:
    """Return the query that is sent for some filters."""
    return object_query(filters).request().get("params", {})


# What the wire takes for an identifier: no path separators, quotes, colons or controls.
identifiers = st.text(
    st.characters(exclude_categories=("C", "Z"), exclude_characters="/\\'\":"), min_size=1
).filter(lambda text: text not in (".", ".."))


def filtered_by(name: str, _: str, value: object) -> object:
    return object_query({name: value})


def refusal(check: Check, value: object) -> ArgumentError | None:
    """Return the error by which a check refuses a value, None when it takes it."""
    try:
        check("radius", value)
    except ArgumentError as error:
        return error
    return None


@pytest.mark.parametrize("name", CHECKS)
@given(value=anything)
def test_a_value_is_taken_or_refused_by_name(name: str, value: object) -> None:
    error = refusal(CHECKS[name], value)
    assert error is None or str(error).startswith("radius: ")


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("name", CHECKS)
def test_an_odd_value_is_taken_or_refused_by_name(name: str, odd: str) -> None:
    error = refusal(CHECKS[name], ODD[odd])
    assert error is None or str(error).startswith("radius: ")


@pytest.mark.filterwarnings("ignore:page 0")
@given(value=anything)
def test_a_filter_of_any_value_is_taken_or_refused_by_name(value: object) -> None:
    for name in ObjectFilters.__annotations__:
        error = refusal(partial(filtered_by, name), value)
        # A cone needs both coordinates: the other one may be named.
        cone = {"ra", "dec", "radius"}
        assert error is None or error.about == name or {name, error.about} <= cone


@given(digits=st.integers(min_value=0, max_value=2**63 - 1))
def test_a_candid_keeps_every_digit(digits: int) -> None:
    forms: tuple[object, ...] = (digits, str(digits), f" {digits}\n", np.int64(digits))
    assert {checks.candid("candid", form) for form in forms} == {str(digits)}


@pytest.mark.parametrize("candid", [5.0, np.float64(5), True, "٣", "-5", "1e5", "0x1", "1_0", ""])
def test_a_candid_that_lost_or_hides_its_digits_is_refused(candid: object) -> None:
    with pytest.raises(ArgumentError, match="candid"):
        checks.candid("candid", candid)


def test_a_float_candid_is_told_what_is_wrong_with_it() -> None:
    with pytest.raises(ArgumentError, match="a float loses digits"):
        checks.candid("candid", 5.761614915150150e17)


@given(ra=st.floats(-1e4, 1e4), dec=st.floats(-90, 90))
def test_a_position_is_on_the_sphere_and_in_the_first_turn(ra: float, dec: float) -> None:
    found = checks.position(ra, dec)
    assert 0 <= found[0] < 360
    assert math.isclose(math.cos(math.radians(found[0])), math.cos(math.radians(ra)), abs_tol=1e-6)
    assert found[1] == dec


@given(dec=st.floats().filter(lambda dec: not -90 <= dec <= 90))
def test_a_declination_beyond_the_poles_is_refused(dec: float) -> None:
    with pytest.raises(ArgumentError, match=r"^dec: "):
        checks.position(10, dec)


@given(bounds=st.lists(st.integers(), min_size=2, max_size=2).map(sorted))
def test_a_range_comes_through_in_any_container(bounds: list[int]) -> None:
    forms: list[object] = [bounds, tuple(bounds), iter(bounds), pd.Series(bounds, dtype="object")]
    for form in forms:
        assert checks.integer_range("ndet", form) == bounds


@pytest.mark.parametrize("value", [[2, 1], (), [1, 2, 3], np.array([3, 2])])
def test_a_range_that_is_none_is_refused(value: object) -> None:
    with pytest.raises(ArgumentError, match="minimum"):
        checks.epoch_range("firstmjd", value)


@pytest.mark.parametrize("value", [True, "True", "true", " YES", "t", "1", "on", 1, np.True_])
def test_the_documented_words_for_true_are_true(value: object) -> None:
    assert checks.boolean("count", value) is True


@pytest.mark.parametrize("value", [False, "False", "no", "N", "f", "0", "OFF ", 0, np.False_])
def test_the_documented_words_for_false_are_false(value: object) -> None:
    assert checks.boolean("count", value) is False


def test_identifiers_come_once_each_in_the_order_given() -> None:
    series = pd.Series(["b", "a", "b", "c"])
    assert checks.oids("oid", series) == ["b", "a", "c"]


def test_a_misspelt_filter_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(ArgumentError, match="did you mean 'class_name'"):
        object_query({"clas_name": "SNIa"})


def test_a_filter_like_no_other_is_refused_with_all_names() -> None:
    with pytest.raises(ArgumentError, match="known: oid, oid_pattern, classifier, "):
        object_query({"xyzzy": "SNIa"})


def test_an_unknown_column_to_order_by_is_refused_with_the_nearest() -> None:
    with pytest.raises(ArgumentError, match="did you mean 'probability'"):
        object_query({"order_by": "probabilty"})


def test_filters_of_none_are_not_sent() -> None:
    assert sent(**dict.fromkeys(ObjectFilters.__annotations__)) == {}


def test_an_oid_and_a_pattern_exclude_each_other() -> None:
    with pytest.raises(ArgumentError, match=r"^oid_pattern: give either"):
        object_query({"oid": "a", "oid_pattern": "b*"})


@given(oid=identifiers)
def test_a_single_oid_is_never_a_pattern(oid: str) -> None:
    oids = sent(oid=oid)["oid"]
    # The service matches one identifier as a pattern and several exactly.
    assert set(oids) == {oid}
    assert len(oids) > 1 or not set("*%_") & set(oid)


def test_a_pattern_is_sent_as_one() -> None:
    assert sent(oid_pattern="ZTF18a*") == {"oid": ["ZTF18a*"]}


@given(
    ra=st.floats(-360, 720),
    dec=st.floats(-90, 90),
    radius=st.floats(0, allow_infinity=False, allow_nan=False),
)
def test_a_cone_is_never_switched_off_by_a_zero(ra: float, dec: float, radius: float) -> None:
    cone = sent(ra=ra, dec=dec, radius=radius)
    assert cone["ra"] != 0
    assert cone["dec"] != 0
    assert cone["radius"] > 0
    assert abs(cone["dec"] - dec) < 1e-9


@pytest.mark.parametrize("cone", [{"ra": 1}, {"dec": 1}, {"radius": 1}, {"ra": 1, "radius": 1}])
def test_half_a_cone_is_refused(cone: dict[str, object]) -> None:
    with pytest.raises(ArgumentError, match="needs ra and dec"):
        object_query(cone)


def test_a_least_probability_of_zero_is_not_sent() -> None:
    assert sent(probability=0) == {}


def test_the_documented_name_of_a_column_is_translated() -> None:
    assert object_query({"order_by": "deltamjd"}).order_by == "deltajd"


def test_the_order_is_taken_in_any_letter_case() -> None:
    assert object_query({"order_mode": "desc"}).order_mode == "DESC"


def test_a_list_too_long_for_one_request_needs_an_order_that_its_rows_show() -> None:
    oids = [f"ZTF18a{number:07d}" for number in range(150)]
    with pytest.raises(ArgumentError, match="cannot be ordered by ranking"):
        parts_of(object_query({"oid": oids, "order_by": "ranking"}), oids)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(oid=identifiers, name=identifiers)
def test_identifiers_arrive_as_they_are_and_change_no_route(
    server: ScriptedServer, scripted: Alerce, oid: str, name: str
) -> None:
    server.will(Answer(body=b"[]"))
    scripted.query_feature(oid, name)
    (target,) = server.targets
    segments = urlsplit(target).path.split("/")
    assert [unquote(segment) for segment in segments] == ["", "objects", oid, "features", name]
    assert urlsplit(target).query == ""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(value=st.text())
def test_a_text_in_the_query_arrives_as_it_is_or_is_refused(
    server: ScriptedServer, scripted: Alerce, value: str
) -> None:
    server.will(Answer(body=b"[]"))
    try:
        scripted.query_probabilities("a", classifier=value)
    except ArgumentError:
        assert server.targets == []
        return
    (target,) = server.targets
    assert unquote(urlsplit(target).query.replace("+", " ")) == f"classifier={value}"


METHODS: dict[str, Callable[[Alerce, str], object]] = {
    "query_object": lambda client, oid: client.query_object(oid),
    "query_detections": lambda client, oid: client.query_detections(oid),
    "query_non_detections": lambda client, oid: client.query_non_detections(oid),
    "query_lightcurve": lambda client, oid: client.query_lightcurve(oid),
    "query_magstats": lambda client, oid: client.query_magstats(oid),
    "query_probabilities": lambda client, oid: client.query_probabilities(oid),
    "query_features": lambda client, oid: client.query_features(oid),
    "query_feature": lambda client, oid: client.query_feature(oid, "a"),
    "query_objects": lambda client, oid: client.query_objects(oid=oid),
    "get_stamps": lambda client, oid: client.get_stamps(oid),
    "get_avro": lambda client, oid: client.get_avro(oid),
    "plot_stamps": lambda client, oid: client.plot_stamps(oid),
}


@pytest.mark.parametrize(
    "oid", [5, "", "a/b", "..", "a'b", "a:b", "a\nb", b"a", ["a", 5], "\ud800"]
)
@pytest.mark.parametrize("method", METHODS)
def test_no_request_is_made_for_what_is_no_oid(
    method: str, oid: Any, server: ScriptedServer, scripted: Alerce
) -> None:
    with pytest.raises(ArgumentError, match=r"^oid: "):
        METHODS[method](scripted, oid)
    assert server.targets == []


OTHERS: dict[str, tuple[str, Callable[[Alerce, Any], object]]] = {
    "candid": ("candid", lambda client, value: client.plot_stamps("a", value)),
    "fid": ("fid", lambda client, value: client.query_features("a", fid=value)),
    "version": ("version", lambda client, value: client.query_features("a", version=value)),
    "name": ("name", lambda client, value: client.query_feature("a", value)),
    "classifier_name": ("classifier_name", lambda client, value: client.query_classes(value, "1")),
    "classifier_version": (
        "classifier_version",
        lambda client, value: client.query_classes("a", value),
    ),
    "query": ("query", lambda client, value: client.send_query(value)),
    "ra": ("ra", lambda client, value: client.catshtm_conesearch(cast(float, value), 2, 3, "WISE")),
    "dec": (
        "dec",
        lambda client, value: client.catshtm_crossmatch(1, cast(float, value), 3, "WISE"),
    ),
    "radius": (
        "radius",
        lambda client, value: client.catshtm_conesearch(1, 2, cast(float, value), "WISE"),
    ),
    "cone catalogue": (
        "catalog_name",
        lambda client, value: client.catshtm_conesearch(1, 2, 3, cast(str, value)),
    ),
    "match catalogue": (
        "catalog_name",
        lambda client, value: client.catshtm_crossmatch(1, 2, 3, cast(str, value)),
    ),
    "redshift catalogue": (
        "catalog_name",
        lambda client, value: client.catshtm_redshift(1, 2, 3, catalog_name=value),
    ),
}


@pytest.mark.parametrize("value", [b"a", "", {}, "\ud800", object()])
@pytest.mark.parametrize("argument", OTHERS)
def test_no_request_is_made_for_an_argument_that_makes_no_sense(
    argument: str, value: object, server: ScriptedServer, scripted: Alerce
) -> None:
    name, ask = OTHERS[argument]
    with pytest.raises(ArgumentError, match=rf"^{name}: "):
        ask(scripted, value)
    assert server.targets == []


@pytest.mark.parametrize("catalog", [5, None, b"WISE"])
def test_the_translator_of_catalogue_names_takes_texts_only(catalog: Any) -> None:
    with Alerce() as client, pytest.raises(ArgumentError, match=r"^catalog: "):
        client.catshtm_catalog_translator(catalog)


def test_a_cross_match_with_all_catalogues_needs_a_radius(scripted: Alerce) -> None:
    with pytest.raises(ArgumentError, match=r"^radius: "):
        scripted.catshtm_crossmatch(1, 2, None)


def test_an_unknown_catalogue_is_refused_with_the_nearest(scripted: Alerce) -> None:
    with pytest.raises(APIError, match="did you mean 'GAIA/DR2'"):
        scripted.catshtm_conesearch(1, 2, 3, "GAIA DR2")
