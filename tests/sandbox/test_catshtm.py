"""The cross-match service's traps, one a test."""

from typing import Any

import pytest

from alerce.sandbox import catalogs, catshtm
from alerce.sandbox.store import separation
from tests.sandbox.conftest import Wire

BAD_ARGUMENTS = '"Request contains one or more invalid arguments."\n'
FIELD = "ra=10&dec=20"


def ok(wire: Wire, target: str) -> Any:
    answer = wire.catshtm(target)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    assert answer.text.endswith("\n")
    return answer.json()


def distances(fields: dict[str, Any], ra: float, dec: float) -> list[float]:
    pairs = zip(fields["RA"]["values"], fields["Dec"]["values"], strict=True)
    return [3600 * separation(ra, dec, a, d) for a, d in pairs]


def test_cone_shape(wire: Wire) -> None:
    body = ok(wire, f"/conesearch?catalog=GAIADR1&{FIELD}&radius=1000")
    assert list(body) == ["GAIA/DR1"]
    fields = body["GAIA/DR1"]
    assert list(fields) == sorted(fields)
    assert {tuple(column) for column in fields.values()} == {("units", "values")}
    found = distances(fields, 10, 20)
    assert 30 < len(found) < 100
    assert max(found) <= 1000
    # Rows come by declination, not by distance.
    assert found != sorted(found)


def test_match_shape(wire: Wire) -> None:
    body = ok(wire, f"/crossmatch?catalog=GAIADR1&{FIELD}&radius=20")
    assert {tuple(field) for field in body.values()} == {("unit", "value")}
    assert body["distance"]["unit"] == "arcsec"
    assert body["distance"]["value"] == pytest.approx(1.836, abs=0.01)
    assert list(body) == sorted(body)


def test_all_shapes(wire: Wire) -> None:
    cones = ok(wire, f"/conesearch_all?{FIELD}&radius=100")["catalogs"]
    names = [name for cone in cones for name in cone]
    assert names[:3] == ["2MASS", "GAIA/DR1", "GAIA/DR2"]
    assert "AKARI" in names
    hits = ok(wire, f"/crossmatch_all?{FIELD}&radius=100")
    assert [name for hit in hits for name in hit] == [name for name in names if name != "AKARI"]


@pytest.mark.parametrize(
    ("target", "body"),
    [
        ("/conesearch?catalog=GAIADR1&ra=100&dec=-40&radius=5", {}),
        ("/conesearch_all?ra=100&dec=-40&radius=5", {"catalogs": []}),
        ("/crossmatch?catalog=GAIADR1&ra=100&dec=-40&radius=5", {}),
        ("/crossmatch_all?ra=100&dec=-40&radius=5", []),
    ],
)
def test_nothing_found(wire: Wire, target: str, body: object) -> None:
    assert ok(wire, target) == body


@pytest.mark.parametrize(
    "target",
    [
        "/conesearch",
        f"/conesearch?catalog=GAIADR1&{FIELD}",
        f"/conesearch?catalog=GAIADR1&{FIELD}&radius=x",
        "/conesearch?catalog=GAIADR1&ra=00:40:00&dec=20&radius=1",
        f"/conesearch_all?{FIELD}",
        "/crossmatch?catalog=GAIADR1&ra=10",
        "/crossmatch_all?radius=1",
    ],
)
def test_bad_arguments_are_told_with_200(wire: Wire, target: str) -> None:
    answer = wire.catshtm(target)
    assert answer.status_code == 200
    assert answer.text == BAD_ARGUMENTS


@pytest.mark.parametrize("name", ["2MASS", "GAIA/DR1", "gaiadr1", "Bogus", "", "all"])
@pytest.mark.parametrize("route", ["conesearch", "crossmatch"])
def test_display_and_unknown_names_are_html_errors(wire: Wire, route: str, name: str) -> None:
    answer = wire.catshtm(f"/{route}?catalog={name}&{FIELD}&radius=10")
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "text/html"
    assert "<title>500 Internal Server Error</title>" in answer.text


def test_known_catalog_that_is_not_installed_is_an_error(wire: Wire) -> None:
    assert wire.catshtm(f"/conesearch?catalog=FIRST&{FIELD}&radius=10").status_code == 500


def test_crossmatch_all_without_radius_is_an_error(wire: Wire) -> None:
    answer = wire.catshtm(f"/crossmatch_all?{FIELD}")
    assert (answer.status_code, answer.headers["content-type"]) == (500, "text/html")


def test_malformed_radius_is_the_default(wire: Wire) -> None:
    path = f"/crossmatch?catalog=SDSSDR10&{FIELD}"
    assert ok(wire, path + "&radius=x") == ok(wire, path) == ok(wire, path + "&radius=50")
    # Gaia's default is a tenth of an arcsecond.
    assert ok(wire, f"/crossmatch?catalog=GAIADR1&{FIELD}") == {}
    assert ok(wire, f"/crossmatch?catalog=GAIADR1&{FIELD}&radius=2") != {}


def test_beyond_the_pole_finds_nothing(wire: Wire) -> None:
    assert ok(wire, "/conesearch?catalog=GAIADR1&ra=10&dec=95&radius=10") == {}


def test_poles(wire: Wire) -> None:
    found = ok(wire, "/conesearch?catalog=GAIADR1&ra=77&dec=90&radius=10")["GAIA/DR1"]
    assert len(set(found["RA"]["values"])) == 3
    found = ok(wire, "/conesearch?catalog=GAIADR1&ra=77&dec=-90&radius=10")["GAIA/DR1"]
    assert len(found["RA"]["values"]) == 2


@pytest.mark.parametrize("ra", ["0", "360", "-0.0001", "359.9999"])
def test_wrap(wire: Wire, ra: str) -> None:
    found = ok(wire, f"/conesearch?catalog=GAIADR1&ra={ra}&dec=5&radius=10")["GAIA/DR1"]
    assert sorted(found["RA"]["values"]) == [0.0006, 359.9994]


@pytest.mark.parametrize("ra", ["nan", "inf"])
def test_not_finite_finds_nothing(wire: Wire, ra: str) -> None:
    assert ok(wire, f"/conesearch?catalog=GAIADR1&ra={ra}&dec=20&radius=10") == {}
    assert ok(wire, f"/conesearch?catalog=GAIADR1&{FIELD}&radius=nan") == {}


def test_source_at_the_exact_position_is_lost(wire: Wire) -> None:
    ra, dec = catalogs.EXACT_RA, catalogs.EXACT_DEC
    path = "/conesearch?catalog=GAIADR1"
    assert ok(wire, f"{path}&ra={ra}&dec={dec}&radius=100") == {}
    assert ok(wire, f"/crossmatch?catalog=GAIADR1&ra={ra}&dec={dec}&radius=100") == {}
    assert ok(wire, f"{path}&ra={ra + 1e-5}&dec={dec}&radius=100") != {}


def test_akari_crossmatch_is_always_empty(wire: Wire) -> None:
    assert ok(wire, f"/conesearch?catalog=AKARI&{FIELD}&radius=100") != {}
    assert ok(wire, f"/crossmatch?catalog=AKARI&{FIELD}&radius=100") == {}


def test_infinities(wire: Wire) -> None:
    gaia = ok(wire, f"/conesearch?catalog=GAIADR2&{FIELD}&radius=50")["GAIA/DR2"]
    errors = gaia["ErrPlx"]["values"]
    assert errors.count("infinity") == 2
    matches = [
        wire.catshtm(f"/crossmatch?catalog=GAIADR2&ra={ra + 1e-5}&dec={dec}&radius=1")
        for ra, dec, error in zip(gaia["RA"]["values"], gaia["Dec"]["values"], errors, strict=True)
        if error == "infinity"
    ]
    texts = {match.json()["ErrPlx"]["value"] for match in matches}
    assert texts == {"infinity", float("-inf")}
    assert any('"value":-Infinity' in match.text for match in matches)


def test_odd_units_are_sent_as_they_are(wire: Wire) -> None:
    units: dict[str, set[str | None]] = {}
    for cone in ok(wire, f"/conesearch_all?{FIELD}&radius=1000")["catalogs"]:
        for name, fields in cone.items():
            units[name] = {column["units"] for column in fields.values()}
    assert "arcse" in units["WISE"]
    assert "magAB" in units["unWISE"]
    assert "JD" in units["2MASS"]
    assert None in units["SDSSoffset"]
    assert " " in units["GAIA/DR1"]


def test_position_columns(wire: Wire) -> None:
    assert "RA_rad" in ok(wire, f"/conesearch?catalog=AKARI&{FIELD}&radius=100")["AKARI"]
    assert "ra" in ok(wire, f"/conesearch?catalog=SDSSoffset&{FIELD}&radius=100")["SDSSoffset"]


def test_redshifts(wire: Wire) -> None:
    assert ok(wire, f"/crossmatch?catalog=NEDz&{FIELD}&radius=20")["z"]["value"] > 0
    ra, dec = catalogs.ZPHOT_RA, catalogs.ZPHOT_DEC
    (hit,) = ok(wire, f"/crossmatch_all?ra={ra + 1e-4}&dec={dec}&radius=20")
    assert hit["PTFpc"]["zphot"]["value"] == 0.55
    ra, dec = catalogs.NULL_Z_RA, catalogs.NULL_Z_DEC
    (hit,) = ok(wire, f"/crossmatch_all?ra={ra + 1e-4}&dec={dec}&radius=20")
    assert hit["SpecSDSS"]["z"]["value"] is None


def test_strict_slash(wire: Wire) -> None:
    answer = wire.catshtm(f"/conesearch/?catalog=GAIADR1&{FIELD}&radius=10")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html")


def test_every_catalog_served_has_units() -> None:
    assert set(catalogs.UNITS) <= set(catalogs.CATALOGS)
    assert len(catalogs.CATALOGS) == 34
    assert len(catalogs.UNITS) >= 12
    for name, units in catalogs.UNITS.items():
        assert {catalogs.CATALOGS[name].ra, catalogs.CATALOGS[name].dec} <= set(units)
    assert set(catshtm.ROUTES) == {
        "/conesearch",
        "/conesearch_all",
        "/crossmatch",
        "/crossmatch_all",
    }
