"""The numbered pitfalls of the ZTF API, and how the client handles each.

The numbers are those of the notes on the API's real answers. Each test names its
number.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence
from typing import Any, Literal, cast

import numpy as np
import pandas as pd
import pytest

from alerce import Alerce
from alerce.arguments.filters import ObjectFilters
from alerce.exceptions import ArgumentError, ObjectNotFoundError, ServerError
from alerce.sandbox import Sandbox
from alerce.types import Format
from tests.conftest import Answer, ScriptedServer

pytestmark = pytest.mark.both_faces

OID = "ZTF18abbuksn"
"""An object of which both versions of lc_classifier and of stamp_classifier know."""
WITH_NAN = "ZTF99oddnans"
AT_ZERO = "ZTF99oddzero"
NEAR_ZERO = "ZTF99oddwrap"
OUTSIDE_TAXONOMY = "ZTF99oddprob"
WITHOUT_PHOTOMETRY = "ZTF99oddempty"

PARENT = 581147251515010005
"""A parent_candid that a float64 rounds."""

PER_OBJECT: Sequence[tuple[str, Callable[[Alerce, str], object]]] = (
    ("object", lambda client, oid: client.query_object(oid)),
    ("detections", lambda client, oid: client.query_detections(oid)),
    ("non_detections", lambda client, oid: client.query_non_detections(oid)),
    ("lightcurve", lambda client, oid: client.query_lightcurve(oid)),
    ("magstats", lambda client, oid: client.query_magstats(oid)),
    ("probabilities", lambda client, oid: client.query_probabilities(oid)),
    ("features", lambda client, oid: client.query_features(oid)),
    ("feature", lambda client, oid: client.query_feature(oid, "Amplitude")),
)
per_object = pytest.mark.parametrize(
    "ask", [pytest.param(ask, id=name) for name, ask in PER_OBJECT]
)


def filters(**given: object) -> ObjectFilters:
    """Return filters that may be wrong, for a call that must refuse them."""
    return cast(ObjectFilters, given)


def sent(sandbox: Sandbox) -> list[tuple[str, str]]:
    """Return the query of the only request that arrived."""
    (request,) = sandbox.requests
    return list(request.query)


@pytest.fixture(autouse=True)
def forget_requests(sandbox: Sandbox) -> None:
    sandbox.requests.clear()


@pytest.fixture(scope="module")
def all_oids(sandbox: Sandbox) -> list[str]:
    """All objects of the sandbox, in order."""
    with Alerce(**sandbox.config) as client:
        frame = client.query_objects(page_size=1000, order_by="oid")
    return list(dict.fromkeys(frame["oid"]))


# 1. NaN, Infinity and -Infinity are sent without quotes. They are floats.


def test_trap_1_bare_nan_of_an_object_is_a_nan(client: Alerce) -> None:
    found = client.query_object(WITH_NAN)
    assert any(isinstance(value, float) and math.isnan(value) for value in found.values())


@pytest.mark.parametrize("format", ["json", "pandas", "votable", "csv", "models"])
def test_trap_1_bare_nan_breaks_no_format(client: Alerce, format: Format) -> None:
    for ask in (
        client.query_object,
        client.query_detections,
        client.query_magstats,
        client.query_features,
    ):
        assert ask(WITH_NAN, format) is not None


@pytest.mark.parametrize(
    ("bare", "value"), [("Infinity", math.inf), ("-Infinity", -math.inf), ("NaN", math.nan)]
)
def test_trap_1_bare_constants_reach_a_float_column(
    server: ScriptedServer, scripted: Alerce, bare: str, value: float
) -> None:
    row = {"name": "Amplitude", "value": value, "fid": 1, "version": "1"}
    body = json.dumps([row])
    assert f": {bare}," in body
    server.will(Answer(body=body.encode()))
    column = scripted.query_features(OID, "pandas")["value"]
    np.testing.assert_array_equal(column.to_numpy(), [value])


# 2. Identifiers do not fit in a float64. They are never floats.


def test_trap_2_parent_candid_is_exact_beside_missing_ones_in_pandas(client: Alerce) -> None:
    column = client.query_detections("ZTF18abkifng", "pandas")["parent_candid"]
    assert column.dtype == pd.Int64Dtype()
    assert PARENT in set(column.dropna())
    assert column.isna().any()


def test_trap_2_parent_candid_is_exact_beside_missing_ones_in_votable(client: Alerce) -> None:
    table: Any = client.query_detections("ZTF18abkifng", "votable")
    column = table["parent_candid"]
    assert column.dtype == np.int64
    assert PARENT in set(column.compressed().tolist())
    assert column.mask.any()


def test_trap_2_candid_keeps_its_digits_as_text(client: Alerce) -> None:
    frame = client.query_detections("ZTF18abkifng", "pandas")
    assert "576161491515015015" in set(frame["candid"])


# 3. has_next is always false without count. A page is returned as sent, and a list is
#    read until a page is shorter than its size.


def test_trap_3_without_count_the_page_says_nothing_of_the_next(client: Alerce) -> None:
    page = client.query_objects("json", page_size=5)
    assert (len(page["items"]), page["total"], page["has_next"]) == (5, None, False)


def test_trap_3_with_count_the_page_knows_of_the_next(client: Alerce) -> None:
    page = client.query_objects("json", page_size=5, count=True)
    assert page["total"] is not None
    assert page["total"] > 5
    assert (page["next"], page["has_next"]) == (2, True)


def test_trap_3_a_list_is_read_on_after_a_full_page_without_has_next(
    server: ScriptedServer, scripted: Alerce
) -> None:
    def page_of(length: int) -> Answer:
        page = {"total": None, "next": None, "has_next": False, "items": [{"oid": OID}] * length}
        return Answer(body=json.dumps(page).encode())

    server.will(page_of(10_000), page_of(1))
    assert len(scripted.query_objects("json", oid=[OID])["items"]) == 10_001


# 4. Only order_by="oid" is stable. The user's order is sent as given, and a list does
#    not depend on an order.


def test_trap_4_walking_pages_by_oid_meets_every_object_once(
    client: Alerce, all_oids: list[str]
) -> None:
    walked: list[str] = []
    for page in range(1, 100):
        items = client.query_objects(
            "json", page=page, page_size=50, order_by="oid", classifier="lc_classifier"
        )["items"]
        walked += [item["oid"] for item in items]
        if len(items) < 50:
            break
    listed = client.query_objects(page_size=1000, order_by="oid", classifier="lc_classifier")
    assert walked == list(listed["oid"])


@pytest.mark.parametrize("order_by", [None, "ndet"])
def test_trap_4_a_long_list_has_every_object_once_whatever_the_order(
    client: Alerce, all_oids: list[str], order_by: Literal["ndet"] | None
) -> None:
    found = client.query_objects(oid=all_oids, order_by=order_by)
    assert sorted(set(found["oid"])) == sorted(all_oids)
    assert not found.duplicated().any()


# 5. An object has a row for each version of its classifiers. All rows are kept.


def test_trap_5_every_version_of_a_classifier_is_a_row(client: Alerce) -> None:
    found = client.query_objects(oid=OID, classifier="lc_classifier", class_name="RRL")
    assert list(found["oid"]) == [OID, OID]
    assert found["probability"].nunique() == 2


def test_trap_5_rows_of_every_classifier_fit_the_answer_of_one_object(client: Alerce) -> None:
    found = client.query_objects(oid=[OID], probability=0.01)
    assert set(found["classifier"]) == {"lc_classifier", "stamp_classifier"}
    assert len(found) > 10


# 6. Zero and empty texts count as unset, but remove the default classifier. A minimum
#    of zero and empty texts are not sent, and a ranking of zero is refused.


def test_trap_6_a_probability_of_zero_keeps_the_default_classifier(
    client: Alerce, sandbox: Sandbox
) -> None:
    found = client.query_objects(probability=0, page_size=200)
    assert "probability" not in dict(sent(sandbox))
    assert set(found["classifier"].dropna()) == {"lc_classifier"}


def test_trap_6_a_ranking_of_zero_is_refused(client: Alerce, sandbox: Sandbox) -> None:
    with pytest.raises(ArgumentError, match="ranking"):
        client.query_objects(**filters(ranking=0))
    assert not sandbox.requests


@pytest.mark.parametrize("name", ["classifier", "classifier_version", "class_name"])
def test_trap_6_an_empty_name_is_no_filter_and_keeps_the_default_classifier(
    client: Alerce, sandbox: Sandbox, name: str
) -> None:
    found = client.query_objects(**filters(page_size=200, **{name: ""}))
    assert sent(sandbox) == [("page_size", "200")]
    assert set(found["classifier"].dropna()) == {"lc_classifier"}


# 7. A coordinate of zero disables the cone search. The client searches next to zero.


@pytest.mark.parametrize(
    ("cone", "expected"),
    [
        pytest.param({"ra": 0, "dec": 0}, {AT_ZERO, NEAR_ZERO}, id="ra=0 dec=0"),
        pytest.param({"ra": 0.0, "dec": -0.0}, {AT_ZERO, NEAR_ZERO}, id="dec=-0.0"),
        pytest.param({"ra": 0, "dec": 0, "radius": 1}, {AT_ZERO}, id="radius=1"),
        pytest.param({"ra": 0, "dec": 0, "radius": 0}, {AT_ZERO}, id="radius=0"),
        pytest.param({"ra": 0, "dec": 10}, set[str](), id="ra=0"),
        pytest.param({"ra": 10, "dec": 0}, set[str](), id="dec=0"),
        pytest.param({"ra": 100, "dec": -80, "radius": 0}, set[str](), id="radius=0 elsewhere"),
    ],
)
def test_trap_7_a_cone_at_zero_is_searched_and_not_the_whole_table(
    client: Alerce, cone: dict[str, float], expected: set[str]
) -> None:
    found = client.query_objects(**filters(page_size=1000, **cone))
    assert set(found["oid"]) == expected


@pytest.mark.parametrize("ra", [360, 720, -360, -1e-20])
def test_trap_7_a_right_ascension_outside_the_circle_is_brought_into_it(
    client: Alerce, ra: float
) -> None:
    assert AT_ZERO in set(client.query_objects(ra=ra, dec=0)["oid"])


@pytest.mark.parametrize(
    ("wrong", "about"),
    [
        ({"ra": 10.0}, "dec"),
        ({"dec": 10.0}, "ra"),
        ({"radius": 5}, "ra"),
        ({"ra": 10, "dec": 90.001}, "dec"),
        ({"ra": 10, "dec": -91}, "dec"),
        ({"ra": 10, "dec": math.nan}, "dec"),
        ({"ra": math.inf, "dec": 10}, "ra"),
        ({"ra": 10, "dec": 10, "radius": math.inf}, "radius"),
        ({"ra": 10, "dec": 10, "radius": -1}, "radius"),
    ],
)
def test_trap_7_half_a_cone_or_an_impossible_one_is_refused(
    client: Alerce, sandbox: Sandbox, wrong: dict[str, object], about: str
) -> None:
    with pytest.raises(ArgumentError) as raised:
        client.query_objects(**filters(**wrong))
    assert raised.value.about == about
    assert not sandbox.requests


# 8. A list of oids is paged, and an empty one means the whole table. A list gives exactly
#    its objects, in its order, in as many requests as needed.


@pytest.mark.parametrize("length", [1, 2, 25, 99, 100, 101, 300])
def test_trap_8_a_list_of_any_length_gives_exactly_its_objects(
    client: Alerce, all_oids: list[str], length: int
) -> None:
    asked = all_oids[length - 1 :: -1]
    found = client.query_objects(oid=asked)
    assert list(dict.fromkeys(found["oid"])) == asked


@pytest.mark.parametrize(
    "none",
    [
        pytest.param([], id="list"),
        pytest.param((), id="tuple"),
        pytest.param(set[str](), id="set"),
        pytest.param(np.array([], dtype=str), id="array"),
        pytest.param(pd.Series([], dtype=str), id="Series"),
    ],
)
def test_trap_8_no_oids_give_no_objects(client: Alerce, sandbox: Sandbox, none: list[str]) -> None:
    found = client.query_objects(oid=none)
    assert len(found) == 0
    assert "oid" in found.columns
    assert not sandbox.requests


def test_trap_8_no_oids_give_an_empty_page(client: Alerce) -> None:
    page = client.query_objects("json", oid=[])
    assert (page["items"], page["has_next"]) == ([], False)


def test_trap_8_an_oid_given_twice_is_asked_once(client: Alerce) -> None:
    oids = ["ZTF19aakyhxi", "ZTF18accqogs", "ZTF19aakyhxi"]
    found = client.query_objects(oid=oids)
    assert list(dict.fromkeys(found["oid"])) == ["ZTF19aakyhxi", "ZTF18accqogs"]
    assert not found.duplicated().any()


def test_trap_8_oids_that_are_unknown_are_left_out(client: Alerce) -> None:
    found = client.query_objects(oid=["ZTF00unknown", "ZTF18accqogs"])
    assert set(found["oid"]) == {"ZTF18accqogs"}


def test_trap_8_filters_apply_to_a_list(client: Alerce, all_oids: list[str]) -> None:
    found = client.query_objects(oid=all_oids, classifier="lc_classifier", class_name="LPV")
    everywhere = client.query_objects(classifier="lc_classifier", class_name="LPV", page_size=1000)
    assert set(found["oid"]) == set(everywhere["oid"])
    assert set(found["class"]) == {"LPV"}


def test_trap_8_a_page_asked_for_is_cut_out_of_the_whole_list(
    client: Alerce, all_oids: list[str]
) -> None:
    page = client.query_objects(
        "json",
        oid=all_oids[:150],
        classifier="stamp_classifier",
        classifier_version="stamp_classifier_1.0.4",
        page=2,
        page_size=40,
        count=True,
    )
    whole = client.query_objects(
        "json",
        oid=all_oids[:150],
        classifier="stamp_classifier",
        classifier_version="stamp_classifier_1.0.4",
    )
    assert page["items"] == whole["items"][40:80]
    assert page["total"] == len(whole["items"])


# 9. The service matches a single oid as a pattern. In the client only `oid_pattern` is one.


@pytest.mark.parametrize("wild", ["ZTF18*", "ZTF18%", "ZTF18abbuks_", "%", "*", "____________"])
@pytest.mark.parametrize("form", ["text", "list", "page"])
def test_trap_9_an_oid_is_no_pattern(client: Alerce, wild: str, form: str) -> None:
    match form:
        case "text":
            found = client.query_objects(oid=wild)
        case "list":
            found = client.query_objects(oid=[wild])
        case _:
            found = client.query_objects(oid=wild, page_size=10)
    assert len(found) == 0


@pytest.mark.parametrize("pattern", ["ZTF18a*", "ZTF18a%", "ZTF18a______"])
def test_trap_9_a_pattern_is_one_when_asked_for(client: Alerce, pattern: str) -> None:
    found = client.query_objects(oid_pattern=pattern, page_size=1000)
    assert found["oid"].nunique() > 1
    assert found["oid"].str.startswith("ZTF18a").all()


def test_trap_9_an_oid_and_a_pattern_exclude_each_other(client: Alerce, sandbox: Sandbox) -> None:
    with pytest.raises(ArgumentError):
        client.query_objects(oid=OID, oid_pattern="ZTF18*")
    assert not sandbox.requests


# 10. Some oids give status 500 or reach other routes. The client refuses what cannot be an
#     oid, and escapes everything else.


@pytest.mark.parametrize("mark", ["'", '"', ":"])
@pytest.mark.parametrize("filter", ["oid", "oid_pattern"])
def test_trap_10_a_quote_or_a_colon_is_refused_in_a_query(
    client: Alerce, sandbox: Sandbox, filter: str, mark: str
) -> None:
    with pytest.raises(ArgumentError) as raised:
        client.query_objects(**filters(**{filter: f"ZTF18{mark}"}))
    assert raised.value.about == filter
    assert not sandbox.requests


@pytest.mark.parametrize(
    "wrong",
    ["..", ".", "../classifiers/", "..\\classifiers", "a/b", "", "a\nb", "a\x00b", "a'b", "a:b"],
)
@per_object
def test_trap_10_what_could_change_the_route_is_refused(
    client: Alerce, sandbox: Sandbox, ask: Callable[[Alerce, str], object], wrong: str
) -> None:
    with pytest.raises(ArgumentError):
        ask(client, wrong)
    assert not sandbox.requests


@pytest.mark.parametrize(
    "odd",
    [
        "..%2Fclassifiers%2F",
        "%2e%2e",
        "a?fid=1",
        "a#b",
        "a&b=c",
        "a;b",
        "a+b",
        "a b",
        "é",
        "%",
        "*",
    ],
)
@per_object
def test_trap_10_an_odd_oid_is_unknown_data_in_its_own_segment(
    client: Alerce, sandbox: Sandbox, ask: Callable[[Alerce, str], object], odd: str
) -> None:
    with pytest.raises(ObjectNotFoundError):
        ask(client, odd)
    (request,) = sandbox.requests
    assert request.path.split("/")[4] == odd
    assert request.query == []


# 11. Slashes matter. Lists are requested with the final slash, and the redirect that a
#     configured route without it causes is followed.


def test_trap_11_lists_are_asked_for_with_their_final_slash(
    client: Alerce, sandbox: Sandbox
) -> None:
    client.query_objects()
    client.query_classifiers()
    assert [request.path for request in sandbox.requests] == [
        "/ztf/v1/objects/",
        "/ztf/v1/classifiers/",
    ]


def test_trap_11_a_base_address_with_a_final_slash_is_the_same(sandbox: Sandbox) -> None:
    with Alerce(ZTF_API_URL=f"{sandbox.url}/ztf/v1/") as client:
        client.query_object(OID)
    assert sandbox.requests[0].path == f"/ztf/v1/objects/{OID}"


def test_trap_11_the_documented_route_without_a_slash_loses_no_filter(sandbox: Sandbox) -> None:
    with Alerce(**sandbox.config) as client:
        client.load_config_from_object({"ZTF_ROUTES": {"objects": "/objects"}})
        found = client.query_objects(oid=["ZTF18accqogs", "ZTF19aakyhxi"])
    assert set(found["oid"]) == {"ZTF18accqogs", "ZTF19aakyhxi"}
    assert [request.path for request in sandbox.requests] == [
        "/ztf/v1/objects",
        "/ztf/v1/objects/",
    ]


# 12. None is never sent.


def test_trap_12_filters_that_are_none_are_left_out(client: Alerce, sandbox: Sandbox) -> None:
    client.query_objects(**filters(**dict.fromkeys(ObjectFilters.__annotations__)))
    assert sent(sandbox) == []


def test_trap_12_options_that_are_none_are_left_out(client: Alerce, sandbox: Sandbox) -> None:
    client.query_features(OID, fid=None, version=None)
    assert sent(sandbox) == []


# 13. The service ignores unknown parameters. The client refuses them.


@pytest.mark.parametrize(
    ("misspelt", "meant"),
    [
        ("order_dir", "order_mode"),
        ("clasifier", "classifier"),
        ("class", "class_name"),
        ("radious", "radius"),
        ("pagesize", "page_size"),
        ("prob", "probability"),
    ],
)
def test_trap_13_a_misspelt_filter_is_refused_with_the_right_name(
    client: Alerce, sandbox: Sandbox, misspelt: str, meant: str
) -> None:
    with pytest.raises(ArgumentError, match=f"did you mean '{meant}'") as raised:
        client.query_objects(**filters(**{misspelt: "DESC"}))
    assert raised.value.about == misspelt
    assert not sandbox.requests


# 14. An unknown class gives no rows. An unknown object is an error in every method.


@pytest.mark.parametrize(
    "unknown",
    [{"class_name": "Unicorn"}, {"classifier": "tarot"}],
    ids=lambda each: next(iter(each)),
)
def test_trap_14_an_unknown_class_or_classifier_has_no_objects(
    client: Alerce, unknown: dict[str, str]
) -> None:
    assert len(client.query_objects(**filters(**unknown))) == 0


@per_object
def test_trap_14_an_unknown_object_is_not_found(
    client: Alerce, ask: Callable[[Alerce, str], object]
) -> None:
    with pytest.raises(ObjectNotFoundError) as raised:
        ask(client, "ZTF00unknown")
    assert (raised.value.code, raised.value.about) == (404, "object ZTF00unknown")


def test_trap_14_an_object_without_photometry_is_known_and_has_none(client: Alerce) -> None:
    found = client.query_lightcurve(WITHOUT_PHOTOMETRY)
    assert found == {"detections": [], "non_detections": []}


@pytest.mark.parametrize("format", ["json", "pandas", "votable", "models"])
def test_trap_14_no_photometry_is_two_empty_parts_in_every_format(
    client: Alerce, format: Format
) -> None:
    found = cast("dict[str, Any]", client.query_lightcurve(WITHOUT_PHOTOMETRY, format))
    assert list(found) == ["detections", "non_detections"]
    assert [len(part) for part in found.values()] == [0, 0]


# 15. Classes that the taxonomy does not know.


@pytest.mark.parametrize(
    ("name", "version"),
    [
        ("lc_classifier", "0"),
        ("tarot", "hierarchical_random_forest_1.0.0"),
        ("lc%2Fclassifier", "1"),
    ],
)
def test_trap_15_classes_of_an_unknown_classifier_are_not_found(
    client: Alerce, name: str, version: str
) -> None:
    with pytest.raises(ObjectNotFoundError) as raised:
        client.query_classes(name, version)
    assert raised.value.about == f"classifier {name} {version}"


def test_trap_15_probabilities_outside_the_taxonomy_are_the_servers_fault(client: Alerce) -> None:
    with pytest.raises(ServerError) as raised:
        client.query_probabilities(OUTSIDE_TAXONOMY)
    assert raised.value.code == 500
