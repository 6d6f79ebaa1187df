"""Positions, angles and dates as astronomers have them."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import numpy as np
import pandas as pd
import pytest

from alerce import Alerce
from alerce._untyped import module
from alerce.arguments import checks
from alerce.arguments.filters import object_query
from alerce.exceptions import ArgumentError
from alerce.results import catalogs
from alerce.sandbox import Sandbox
from alerce.types import Format
from tests.tables import loose

FIELD = (10.0, 20.0)
"""Where the sandbox has sources of catalogues."""


@pytest.fixture(scope="module")
def u() -> Any:
    return module("astropy.units")


def sky(ra: object, dec: object, **options: object) -> Any:
    return module("astropy.coordinates").SkyCoord(ra, dec, unit="deg", **options)


def only(ra: object, dec: object = None) -> tuple[float, float]:
    found = checks.positions(ra, dec)
    assert not found.many
    return found.each[0]


@pytest.mark.parametrize(
    ("text", "arcsec"),
    [
        ("2", 2),
        ("2 arcmin", 120),
        ("0.5 deg", 1800),
        ("3arcsec", 3),
        ("0d2m", 120),
        ("1d0m30s", 3630),
    ],
)
def test_a_radius_can_be_a_text_with_its_unit(text: str, arcsec: float) -> None:
    assert checks.radius(text) == pytest.approx(arcsec)


@pytest.mark.parametrize("text", ["2 apples", "two arcmin", "", "2 kpc", "nan deg"])
def test_a_text_without_an_angle_in_it_is_refused(text: str) -> None:
    with pytest.raises(ArgumentError) as raised:
        checks.radius(text)
    assert raised.value.about == "radius"


def test_a_radius_can_be_a_quantity_or_an_angle(u: Any) -> None:
    angle = module("astropy.coordinates").Angle("0d0m30s")
    assert checks.radius(0.5 * u.arcmin) == pytest.approx(30)
    assert checks.radius(angle) == pytest.approx(30)


def test_a_quantity_that_is_no_angle_is_refused(u: Any) -> None:
    with pytest.raises(ArgumentError, match=r"radius: 3\.0 kpc is no angle"):
        checks.radius(3 * u.kpc)


def test_a_quantity_of_several_values_is_no_radius(u: Any) -> None:
    with pytest.raises(ArgumentError):
        checks.radius([1, 2] * u.arcsec)


def test_a_position_can_be_quantities_or_texts(u: Any) -> None:
    assert only(10 * u.hourangle, -5 * u.deg) == pytest.approx((150, -5))
    assert only("10h", "-5d30m") == pytest.approx((150, -5.5))


@pytest.mark.parametrize("frame", ["icrs", "fk5", "galactic", "barycentrictrueecliptic"])
def test_a_skycoord_of_any_frame_is_a_position(frame: str) -> None:
    position = sky(*FIELD).transform_to(frame)
    assert only(position) == pytest.approx(FIELD, abs=1e-9)


def test_a_frame_object_is_a_position(u: Any) -> None:
    galactic = module("astropy.coordinates").Galactic(l=0 * u.deg, b=0 * u.deg)
    assert only(galactic) == pytest.approx((266.404996, -28.936172), abs=1e-5)


def test_a_frame_of_the_horizon_without_place_is_refused(u: Any) -> None:
    horizon = module("astropy.coordinates").AltAz(alt=45 * u.deg, az=0 * u.deg)
    with pytest.raises(ArgumentError, match="no position in the sky"):
        checks.positions(horizon, None)


def test_a_skycoord_leaves_no_room_for_dec() -> None:
    with pytest.raises(ArgumentError, match="holds the declination"):
        checks.positions(sky(*FIELD), 20)


def column(values: list[float]) -> Any:
    return module("astropy.table").Column(values)


@pytest.mark.parametrize("make", loose([list, tuple, np.array, pd.Series, column]))
def test_several_positions_can_be_columns_of_any_kind(make: Any) -> None:
    found = checks.positions(make([1.0, 2.0]), make([3.0, 4.0]))
    assert found.many
    assert found.each == [(1, 3), (2, 4)]


def test_a_column_of_a_table_says_its_unit(u: Any) -> None:
    hours = module("astropy.table").Column([1.0, 2.0], unit="hourangle")
    found = checks.positions(hours, [0, 0])
    assert [ra for ra, _ in found.each] == pytest.approx([15, 30])


def test_columns_of_unequal_length_are_refused() -> None:
    with pytest.raises(ArgumentError, match="dec: 1 values for 2 values of ra"):
        checks.positions([1, 2], [3])


def test_a_bad_position_among_several_is_named() -> None:
    with pytest.raises(ArgumentError, match=r"dec: position 1: 95\.0 is above 90"):
        checks.positions([1, 2], [3, 95])


def test_dates_can_be_times_in_any_scale_and_format() -> None:
    time = module("astropy.time").Time
    utc = time("2020-01-01T00:00:00", scale="utc")
    for same in (utc, utc.tai, utc.tdb, time(utc.jd, format="jd", scale="utc")):
        assert checks.epoch("firstmjd", same) == pytest.approx(58849, abs=1e-9)


def test_ranges_of_dates_can_be_times() -> None:
    time = module("astropy.time").Time
    several = time([58000, 58001], format="mjd", scale="utc")
    for bounds in (several, list(several), [58000, several[1]]):
        query = object_query({"firstmjd": bounds})
        assert query.firstmjd == pytest.approx([58000, 58001])


def test_one_time_is_a_least_date() -> None:
    query = object_query({"lastmjd": module("astropy.time").Time(58000, format="mjd")})
    assert query.lastmjd == pytest.approx([58000])


def test_numbers_need_no_astropy() -> None:
    code = (
        "import sys; from alerce.arguments import checks;"
        "checks.positions([1.5], [2.5]); checks.radius(3); checks.epoch_range('a', [4, 5]);"
        "assert 'astropy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 (our own words)


def test_a_cone_search_takes_a_skycoord(client: Alerce, u: Any) -> None:
    position = sky(*FIELD).galactic
    with_numbers = client.catshtm_conesearch(*FIELD, 100, "GAIA/DR1")
    with_sky = client.catshtm_conesearch(position, radius=100 * u.arcsec, catalog_name="GAIA/DR1")
    pd.testing.assert_frame_equal(with_sky, with_numbers)


def test_a_cone_search_takes_a_skycoord_in_documented_places(client: Alerce) -> None:
    found = client.catshtm_conesearch(sky(*FIELD), None, "2 arcmin", "GAIA/DR1")
    pd.testing.assert_frame_equal(found, client.catshtm_conesearch(*FIELD, 120, "GAIA/DR1"))


def test_a_cone_search_needs_a_radius(client: Alerce) -> None:
    with pytest.raises(ArgumentError, match="needs a radius"):
        loose(client).catshtm_conesearch(sky(*FIELD))


def test_a_redshift_is_found_by_skycoord(client: Alerce) -> None:
    assert client.catshtm_redshift(sky(*FIELD), radius=20) == client.catshtm_redshift(*FIELD, 20)


def test_redshifts_of_several_positions_are_a_list(client: Alerce) -> None:
    one = client.catshtm_redshift(*FIELD, 300)
    assert client.catshtm_redshift([10, 10], [20, -89], 300) == [one, None]


SEVERAL = ([10.0, 200.0, 10.02], [20.0, -80.0, 20.0])
"""Three positions, at the second of which there is nothing."""


def test_cone_searches_say_which_position_each_row_answers(client: Alerce) -> None:
    found = client.catshtm_conesearch(*SEVERAL, 100, "GAIA/DR1")
    assert found.columns[0] == "input_index"
    assert found.input_index.dtype == np.int64
    assert set(found.input_index) == {0, 2}
    alone = client.catshtm_conesearch(10.02, 20, 100, "GAIA/DR1")
    assert found[found.input_index == 2].RA.tolist() == alone.RA.tolist()


@pytest.mark.parametrize("format", ["votable", "json", "csv", "models"])
def test_cone_searches_say_so_in_every_format(client: Alerce, format: Format) -> None:
    found = loose(client.catshtm_conesearch(*SEVERAL, 100, "GAIA/DR1", format=format))
    match format:
        case "votable":
            indices = found["input_index"].tolist()
        case "json":
            indices = found["input_index"]["values"]
        case "csv":
            indices = [int(line.split(",")[0]) for line in found.splitlines()[1:]]
        case _:
            indices = found["input_index"].values
    assert set(indices) == {0, 2}


def test_cone_searches_in_all_catalogues_are_by_catalogue(client: Alerce) -> None:
    found = client.catshtm_conesearch(*SEVERAL, 100)
    assert set(found["GAIA/DR1"].input_index) == {0, 2}


def test_cone_searches_that_find_nothing_have_their_columns(client: Alerce) -> None:
    found = client.catshtm_conesearch([200.0], [-80.0], 1, "GAIA/DR1")
    full = client.catshtm_conesearch([10.0], [20.0], 1000, "GAIA/DR1")
    assert found.empty
    assert found.dtypes.to_dict() == full.dtypes.to_dict()


def test_a_catalogue_of_unknown_columns_has_those_of_its_position() -> None:
    nothing = catalogs.cone(catalogs.empty(catalogs.find("FIRST")), "pandas", index=True)
    assert isinstance(nothing, pd.DataFrame)
    assert list(nothing.columns) == ["input_index", "Dec", "RA", "cat_name"]


def test_cross_matches_say_which_position_each_row_answers(client: Alerce) -> None:
    found = client.catshtm_crossmatch_many(*SEVERAL, 100, "GAIA/DR1")
    assert found.input_index.tolist() == [0, 2]
    alone = client.catshtm_crossmatch(10.02, 20, 100, "GAIA/DR1")
    assert alone is not None
    assert found.distance.tolist()[1] == alone["distance"]


def test_cross_matches_as_records_have_one_for_each_position(client: Alerce) -> None:
    found = client.catshtm_crossmatch_many(*SEVERAL, 100, "GAIA/DR1", "json")
    assert [bool(each) for each in found] == [True, False, True]
    records = client.catshtm_crossmatch_many(*SEVERAL, 100, "GAIA/DR1", "models")
    assert [each is not None for each in records] == [True, False, True]


def test_cross_matches_in_all_catalogues_are_by_catalogue(client: Alerce) -> None:
    found = client.catshtm_crossmatch_many(*SEVERAL, 100)
    assert found["GAIA/DR1"].input_index.tolist() == [0, 2]


def test_cross_matches_take_a_skycoord_of_several(client: Alerce, u: Any) -> None:
    found = client.catshtm_crossmatch_many(
        sky(*SEVERAL), radius=100 * u.arcsec, catalog_name="GAIA/DR1", format="votable"
    )
    assert loose(found)["input_index"].tolist() == [0, 2]


def test_no_positions_ask_nothing(client: Alerce, sandbox: Sandbox) -> None:
    sandbox.requests.clear()
    found = client.catshtm_crossmatch_many([], [], 5, "GAIA/DR1")
    assert found.empty
    assert not sandbox.requests


def test_the_list_of_catalogues_has_their_default_radii(client: Alerce) -> None:
    radii = client.list_catalogs().set_index("name").default_radius
    assert (radii["ROSATfsc"], radii["GAIADR1"], radii["NVSS"]) == (50, 0.1, 10.8)


def test_the_list_of_catalogues_is_a_table_with_a_unit(client: Alerce) -> None:
    assert loose(client.list_catalogs("votable"))["default_radius"].unit == "arcsec"
    assert client.list_catalogs("models")[0].default_radius == 50


def test_a_cross_match_of_one_position_names_the_method_for_several(client: Alerce) -> None:
    wrong: Any = [10, 20]
    with pytest.raises(ArgumentError, match="catshtm_crossmatch_many"):
        client.catshtm_crossmatch(wrong, wrong, 5)
