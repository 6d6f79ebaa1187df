"""The ZTF API's traps, one a test."""

import json
import math
from typing import Any

import pytest

from alerce.sandbox import synthetic
from tests.sandbox.conftest import Wire

SERVER_ERROR = (
    "The server encountered an internal error and was unable to complete your request. "
    "Either the server is overloaded or there is an error in the application."
)


def page(wire: Wire, query: str) -> dict[str, Any]:
    answer = wire.ztf(f"/objects/?{query}")
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def oids(wire: Wire, query: str) -> list[str]:
    return [item["oid"] for item in page(wire, query)["items"]]


def total(wire: Wire, query: str) -> int:
    counted = page(wire, query + "&count=true&page_size=1")["total"]
    assert isinstance(counted, int)
    return counted


def refuse_constant(name: str) -> float:
    raise ValueError(name)


def test_data_are_labelled(wire: Wire) -> None:
    answer = wire.ztf("/objects/ZTF18abkifng/detections")
    assert answer.headers["x-alerce-sandbox"] == "synthetic"
    assert {row["step_id_corr"] for row in answer.json()} == {"sandbox"}


@pytest.mark.parametrize("part", ["", "/magstats", "/features", "/detections", "/lightcurve"])
def test_nan_and_infinity_are_sent_bare(wire: Wire, part: str) -> None:
    answer = wire.ztf(f"/objects/{synthetic.NOT_A_NUMBER}{part}")
    assert answer.status_code == 200
    with pytest.raises(ValueError, match=r"NaN|Infinity"):
        json.loads(answer.text, parse_constant=refuse_constant)


def test_nan_in_list_items(wire: Wire) -> None:
    (item,) = page(wire, f"oid={synthetic.NOT_A_NUMBER}")["items"]
    assert math.isnan(item["g_r_max"])
    assert item["g_r_mean"] == -math.inf
    assert item["sigmara"] == math.inf


def test_candid_is_text_and_parent_a_number_beyond_float(wire: Wire) -> None:
    rows = wire.ztf("/objects/ZTF18abkifng/detections").json()
    assert all(isinstance(row["candid"], str) and len(row["candid"]) in (18, 19) for row in rows)
    parents = [row["parent_candid"] for row in rows if "parent_candid" in row]
    assert parents
    assert all(isinstance(parent, int) for parent in parents)
    assert any(int(float(parent)) != parent for parent in parents)
    assert "576161491515015015" in {row["candid"] for row in rows}


def test_zero_occurs_as_parent(wire: Wire) -> None:
    found = wire.sql("select count(*) from detection where parent_candid = 0").text
    assert int(found.split()[1]) > 0


def test_has_next_is_false_without_count(wire: Wire) -> None:
    first = page(wire, "page_size=5")
    assert len(first["items"]) == 5
    assert (first["total"], first["next"], first["has_next"]) == (None, None, False)
    assert page(wire, "page=2&page_size=5")["prev"] == 1


def test_count_tells_total_and_next(wire: Wire) -> None:
    first = page(wire, "count=true&page_size=7")
    assert first["next"] == 2
    assert first["has_next"] is True
    pages = math.ceil(first["total"] / 7)
    last = page(wire, f"count=true&page_size=7&page={pages}")
    assert (last["next"], last["has_next"], last["prev"]) == (None, False, pages - 1)


def test_total_is_capped(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    from alerce.sandbox import ztf

    assert ztf.TOTAL_CAP == 50001
    monkeypatch.setattr(ztf, "TOTAL_CAP", 20)
    assert page(wire, "count=true")["total"] == 20
    assert page(wire, "count=true&page=2")["has_next"] is False


def walk(wire: Wire, query: str, size: int = 40) -> list[str]:
    found: list[str] = []
    for number in range(1, 20):
        items = oids(wire, f"{query}&page={number}&page_size={size}")
        found += items
        if len(items) < size:
            return found
    raise AssertionError("no end")


def test_unordered_walk_repeats_and_skips(wire: Wire) -> None:
    found, truth = (
        walk(wire, "class=AGN&classifier=stamp_classifier"),
        set(walk(wire, "class=AGN&classifier=stamp_classifier&order_by=oid")),
    )
    assert len(set(found)) < len(truth)


def test_ties_repeat_too(wire: Wire) -> None:
    few = "ndet=1&ndet=2&classifier=stamp_classifier&classifier_version=stamp_classifier_1.0.4"
    found = walk(wire, few + "&order_by=ndet", 5)
    assert len(found) == total(wire, few)
    assert set(found) < set(walk(wire, few + "&order_by=oid", 5))


def test_order_by_oid_is_stable(wire: Wire) -> None:
    found = walk(wire, "order_by=oid")
    assert len(found) == total(wire, "")
    assert found == sorted(found)


def test_one_object_on_several_rows(wire: Wire) -> None:
    assert oids(wire, "oid=ZTF18abbuksn") == ["ZTF18abbuksn"] * 2
    assert oids(wire, "oid=ZTF18abbuksn&classifier=lc_classifier") == ["ZTF18abbuksn"] * 2
    assert len(oids(wire, "oid=ZTF18abbuksn&ranking=1")) == 4
    one = "oid=ZTF18abbuksn&classifier=lc_classifier"
    assert len(oids(wire, one + "&classifier_version=hierarchical_random_forest_1.0.0")) == 1


def test_list_item_has_no_version_nor_ranking(wire: Wire) -> None:
    (item, _) = page(wire, "oid=ZTF18abbuksn")["items"]
    assert list(item)[-4:] == ["class", "classifier", "probability", "step_id_corr"]
    assert not {"classifier_version", "ranking"} & set(item)


def test_defaults_keep_unclassified_objects(wire: Wire) -> None:
    (item,) = page(wire, f"oid={synthetic.EMPTY}")["items"]
    assert (item["class"], item["classifier"], item["probability"]) == (None, None, None)
    (item,) = page(wire, "oid=ZTF18abkifng")["items"]
    assert (item["class"], item["classifier"]) == ("SNIa", "lc_classifier")


@pytest.mark.parametrize("query", ["probability=0", "ranking=0", "class=&classifier="])
def test_zero_and_empty_are_unset_yet_drop_the_default(wire: Wire, query: str) -> None:
    assert total(wire, query) > 10 * total(wire, "")


def test_probability_is_a_minimum_over_every_classifier(wire: Wire) -> None:
    items = page(wire, "probability=0.8&page_size=1000")["items"]
    assert {item["classifier"] for item in items} >= {"lc_classifier", "stamp_classifier"}
    assert min(item["probability"] for item in items) >= 0.8


def test_class_alone_means_ranking_one(wire: Wire) -> None:
    found = oids(wire, "class=SNIa&classifier=lc_classifier&page_size=1000")
    assert 30 < len(set(found)) < 60


NEAR_ORIGIN = {synthetic.AT_ZERO, synthetic.WRAPPED}


def test_cone_around_the_origin_asked_with_tiny_values(wire: Wire) -> None:
    assert set(oids(wire, "ra=1e-9&dec=1e-9&radius=30")) == NEAR_ORIGIN
    assert set(oids(wire, "ra=1e-9&dec=1e-9&radius=1")) == {synthetic.AT_ZERO}
    assert set(oids(wire, "ra=359.9995&dec=0.0008&radius=-30")) == NEAR_ORIGIN


@pytest.mark.parametrize(
    "cone", ["ra=0&dec=0&radius=5", "ra=1&dec=0", "ra=1&dec=1&radius=0", "ra=1"]
)
def test_zero_switches_the_cone_off(wire: Wire, cone: str) -> None:
    assert total(wire, cone) == total(wire, "")


@pytest.mark.parametrize("cone", ["ra=1&dec=91", "ra=400&dec=100", "ra=1&dec=1&radius=inf"])
def test_impossible_cones_are_server_errors(wire: Wire, cone: str) -> None:
    answer = wire.ztf(f"/objects/?{cone}")
    assert answer.status_code == 500
    assert answer.json() == {"message": SERVER_ERROR}


@pytest.mark.parametrize(
    "cone", ["ra=-1&dec=1&radius=1e9", "ra=361&dec=1&radius=1e9", "ra=nan&dec=1"]
)
def test_cones_out_of_range_are_empty(wire: Wire, cone: str) -> None:
    assert total(wire, cone) == 0


def test_cone_has_a_default_radius(wire: Wire) -> None:
    assert oids(wire, "ra=185.7289&dec=15.8236") == ["ZTF20aaelulu"]
    assert oids(wire, "ra=185.7289&dec=15.8336") == []


def test_pole(wire: Wire) -> None:
    (about,) = page(wire, f"oid={synthetic.POLAR}")["items"]
    across = f"ra={(about['meanra'] + 180) % 360}&dec=89.9&radius=3200"
    assert oids(wire, across) == [synthetic.POLAR]


def test_list_of_oids_is_still_paged(wire: Wire) -> None:
    asked = sorted(set(oids(wire, "page_size=40&order_by=oid")))[:25]
    query = "&".join(f"oid={oid}" for oid in asked)
    assert len(oids(wire, query)) == 10
    assert set(oids(wire, query + "&page_size=100")) == set(asked)


def test_request_line_overflows(wire: Wire) -> None:
    query = "&".join(["oid=ZTF18abbuksn"] * 260)
    answer = wire.ztf(f"/objects/?{query}")
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "text/html"
    assert "Request Line is too large" in answer.text


@pytest.mark.parametrize("pattern", ["ZTF18abbuks*", "ZTF18abbuks%25", "ZTF18abbuk_n"])
def test_single_oid_has_wildcards(wire: Wire, pattern: str) -> None:
    assert set(oids(wire, f"oid={pattern}")) == {"ZTF18abbuksn"}
    assert oids(wire, f"oid={pattern}&oid=nothing") == []


def test_oid_is_case_sensitive(wire: Wire) -> None:
    assert oids(wire, "oid=ztf18abbuksn") == []


@pytest.mark.parametrize("oid", ["ZTF'x", "ZTF:x"])
def test_quote_or_colon_is_a_server_error(wire: Wire, oid: str) -> None:
    assert wire.ztf(f"/objects/?oid={oid}").status_code == 500
    assert oids(wire, f"oid={oid}&order_by=ndet") == []


def test_encoded_slash_reaches_other_routes(wire: Wire) -> None:
    answer = wire.ztf("/objects/..%2Fclassifiers%2F")
    assert answer.status_code == 200
    assert "classifier_name" in answer.json()[0]


@pytest.mark.parametrize("route", ["/objects", "/classifiers"])
def test_missing_slash_redirects_to_plain_http(wire: Wire, route: str) -> None:
    answer = wire.ztf(f"{route}?page=2&oid=a%20b")
    assert answer.status_code == 308
    assert answer.headers["location"] == f"{wire.sandbox.url}/ztf/v1{route}/?page=2&oid=a%20b"
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "&amp;oid=" in answer.text


def test_redirect_follows_the_proxy_header(wire: Wire) -> None:
    answer = wire.ztf("/objects", **{"X-Forwarded-Proto": "https"})
    assert answer.headers["location"].startswith("https://")


@pytest.mark.parametrize("route", ["/objects/limit_values/", "/objects/ZTF18abbuksn/", "/nope"])
def test_other_routes_are_strict_about_slashes(wire: Wire, route: str) -> None:
    answer = wire.ztf(route)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.text.startswith("<!doctype html>\n<html lang=en>\n<title>404 Not Found")


@pytest.mark.parametrize(
    ("query", "parameter", "text"),
    [
        ("order_by=None", "order_by", "Column that orders the rows. The value 'None' is not a valid choice for 'order_by'."),
        ("order_mode=asc", "order_mode", "Order of the rows. The value 'asc' is not a valid choice for 'order_mode'."),
        ("page=None", "page", "Page number. invalid literal for int() with base 10: 'None'"),
        ("probability=x", "probability", "Least probability. could not convert string to float: 'x'"),
    ],
)  # fmt: skip
def test_bad_parameters(wire: Wire, query: str, parameter: str, text: str) -> None:
    answer = wire.ztf(f"/objects/?{query}")
    assert answer.status_code == 400
    assert answer.json() == {
        "errors": {parameter: text},
        "message": "Input payload validation failed",
    }


def test_unknown_parameters_are_ignored(wire: Wire) -> None:
    assert total(wire, "order_dir=DESC&clas=SNIa") == total(wire, "")


@pytest.mark.parametrize("query", ["class=Nova", "classifier=none", "oid=ZTF00unknown"])
def test_unknown_values_find_nothing(wire: Wire, query: str) -> None:
    assert total(wire, query) == 0


PARTS = ("", "/detections", "/non_detections", "/lightcurve", "/magstats", "/probabilities",
         "/features", "/features/Amplitude")  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
def test_unknown_oid_is_not_found(wire: Wire, part: str) -> None:
    answer = wire.ztf(f"/objects/ZTF00unknown{part}")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/json"
    assert list(answer.json()) == ["message"]


def test_unknown_classifier_pair_is_not_found(wire: Wire) -> None:
    assert wire.ztf("/classifiers/lc_classifier/nope/classes").status_code == 404


def test_classes_of_the_documented_classifier(wire: Wire) -> None:
    classes = wire.ztf("/classifiers/lc_classifier/hierarchical_random_forest_1.0.0/classes").json()
    assert {"name": "CV/Nova"} in classes
    assert len(classes) == 15


def test_one_row_a_classifier_version(wire: Wire) -> None:
    rows = wire.ztf("/classifiers/").json()
    pairs = [(row["classifier_name"], row["classifier_version"]) for row in rows]
    assert len(pairs) == len(set(pairs)) == 4


def test_probabilities_of_an_untaxed_classifier(wire: Wire) -> None:
    assert wire.ztf(f"/objects/{synthetic.UNTAXED}/probabilities").status_code == 500


def test_probabilities_sum_to_one_and_are_ranked(wire: Wire) -> None:
    rows = wire.ztf("/objects/ZTF18abbuksn/probabilities").json()
    for version in {(row["classifier_name"], row["classifier_version"]) for row in rows}:
        own = [
            row for row in rows if (row["classifier_name"], row["classifier_version"]) == version
        ]
        own.sort(key=lambda row: row["ranking"])
        assert [row["ranking"] for row in own] == list(range(1, len(own) + 1))
        shares = [row["probability"] for row in own]
        assert shares == sorted(shares, reverse=True)
        assert sum(shares) == pytest.approx(1, abs=1e-4)


def test_detections_drop_nulls_lightcurve_keeps_them(wire: Wire) -> None:
    dropped = wire.ztf("/objects/ZTF18abkifng/detections").json()
    kept = wire.ztf("/objects/ZTF18abkifng/lightcurve").json()["detections"]
    assert not any(value is None for row in dropped for value in row.values())
    assert len({tuple(row) for row in kept}) == 1
    assert len({tuple(row) for row in dropped}) > 1
    assert [{k: v for k, v in row.items() if v is not None} for row in kept] == dropped
    assert [row["mjd"] for row in kept] == sorted(row["mjd"] for row in kept)
    never = {"magpsf_corr_ext", "magap_corr", "sigmagap_corr", "candid_alert"}
    assert all(row[name] is None for row in kept for name in never)


def test_lightcurve_of_an_empty_object_is_null(wire: Wire) -> None:
    assert wire.ztf(f"/objects/{synthetic.EMPTY}/lightcurve").text == "null"
    for part in ("detections", "non_detections", "magstats", "features", "probabilities"):
        assert wire.ztf(f"/objects/{synthetic.EMPTY}/{part}").text == "[]"


def test_survey(wire: Wire) -> None:
    path = "/objects/ZTF18abbuksn/detections?survey_id="
    assert wire.ztf(path + "ztf").status_code == 200
    assert wire.ztf(path + "atlas").status_code == 404
    assert wire.ztf(path + "lsst").status_code == 400


def test_feature_is_an_array(wire: Wire) -> None:
    rows = wire.ztf("/objects/ZTF18abbuksn/features/Multiband_period").json()
    assert {(row["fid"], row["version"]) for row in rows} == {
        (12, "lc_classifier_1.2.1-P"),
        (12, "feature-1.0.1"),
    }
    assert wire.ztf("/objects/ZTF18abbuksn/features/Nope").json() == []
    assert {row["fid"] for row in wire.ztf("/objects/ZTF18abbuksn/features").json()} == {
        0,
        1,
        2,
        12,
    }
    assert wire.ztf("/objects/ZTF18abbuksn/features?fid=x").status_code == 400


def test_feature_name_with_a_slash_is_lost(wire: Wire) -> None:
    names = {row["name"] for row in wire.ztf("/objects/ZTF18abbuksn/features").json()}
    assert "Power_rate_1/2" in names
    assert wire.ztf("/objects/ZTF18abbuksn/features/Power_rate_1%2F2").status_code == 404


def test_limits(wire: Wire) -> None:
    limits = wire.ztf("/objects/limit_values").json()
    assert limits["min_ndet"] == 0
    assert limits["max_ndet"] > 100


def test_ranges(wire: Wire) -> None:
    counts = [item["ndet"] for item in page(wire, "ndet=10&ndet=20&page_size=1000")["items"]]
    assert counts
    assert 10 <= min(counts) <= max(counts) <= 20
    assert total(wire, "ndet=20&ndet=10") == 0
    assert total(wire, "ndet=10&ndet=20&ndet=1") == total(wire, "ndet=10&ndet=20")
    assert total(wire, "ndet=100") < total(wire, "ndet=10")
    assert total(wire, "firstmjd=nan") == 0


def test_nulls_last_going_up_first_going_down(wire: Wire) -> None:
    def column(mode: str) -> list[float | None]:
        items = page(wire, f"order_by=g_r_max&order_mode={mode}&page_size=1000")["items"]
        return [item["g_r_max"] for item in items]

    up, down = column("ASC"), column("DESC")
    assert up[-1] is None
    assert down[0] is None
    # PostgreSQL sorts NaN above every number.
    numbers = [value for value in up if value is not None]
    assert math.isnan(numbers[-1])


@pytest.mark.parametrize("query", ["page=99999999999999999999", "page_size=99999999999999999999"])
def test_huge_pages_are_server_errors(wire: Wire, query: str) -> None:
    assert wire.ztf(f"/objects/?{query}").status_code == 500


def test_odd_pages(wire: Wire) -> None:
    assert page(wire, "page=-3&page_size=2&count=true")["next"] == 2
    assert len(page(wire, "page_size=-1")["items"]) == 10
    assert page(wire, "page_size=0&count=true")["has_next"] is False
    assert page(wire, "page=999")["prev"] == 998
    assert page(wire, "page=1&page=2&page_size=1")["prev"] is None


def test_other_methods(wire: Wire) -> None:
    answer = wire.http.post(wire.sandbox.url + "/ztf/v1/objects/")
    assert answer.status_code == 405
    assert list(answer.json()) == ["message"]
