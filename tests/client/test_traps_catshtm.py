"""The numbered pitfalls of the catsHTM service, and how the client handles each.

The numbers are those of the notes on the service's real answers. Each test
names its number.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import pytest

from alerce import Alerce
from alerce.exceptions import ArgumentError, ParseError
from alerce.sandbox import Sandbox
from alerce.types import Redshift
from alerce.warnings import CutResultWarning, EmptyResultWarning
from tests.conftest import Answer, ScriptedServer
from tests.tables import loose

pytestmark = pytest.mark.both_faces

# A source at exactly this position, which the service misses in a search from there.
EXACT = (210.125, 15.25)
# Sources of the field that the documentation searches.
FIELD = (10.0, 20.0)

Ask = Callable[[Alerce, float, float, float], object]

ASKS: Sequence[tuple[str, Ask]] = (
    (
        "conesearch",
        lambda client, ra, dec, radius: client.catshtm_conesearch(ra, dec, radius, "GAIA/DR1"),
    ),
    ("conesearch_all", lambda client, ra, dec, radius: client.catshtm_conesearch(ra, dec, radius)),
    (
        "crossmatch",
        lambda client, ra, dec, radius: client.catshtm_crossmatch(ra, dec, radius, "GAIA/DR1"),
    ),
    ("crossmatch_all", lambda client, ra, dec, radius: client.catshtm_crossmatch(ra, dec, radius)),
    ("redshift", lambda client, ra, dec, radius: client.catshtm_redshift(ra, dec, radius, "NEDz")),
    ("redshift_all", lambda client, ra, dec, radius: client.catshtm_redshift(ra, dec, radius)),
)
every_call = pytest.mark.parametrize("ask", [pytest.param(ask, id=name) for name, ask in ASKS])


def cone_answer(name: str, sources: Sequence[tuple[float, float]]) -> Mapping[str, object]:
    """Return a catalogue in the form of a cone search's answer."""
    columns = zip(("RA", "Dec"), zip(*sources, strict=True), strict=True)
    return {name: {field: {"units": "deg", "values": cells} for field, cells in columns}}


def match_answer(ra: float, dec: float, distance: float, **more: float) -> Mapping[str, object]:
    """Return a source in the form of a cross-match's answer."""
    values = {"RA": ra, "Dec": dec, "distance": distance, **more}
    return {field: {"unit": " ", "value": value} for field, value in values.items()}


def answers(server: ScriptedServer, *bodies: object) -> None:
    server.will(*[Answer(body=json.dumps(body).encode()) for body in bodies])


@pytest.fixture(autouse=True)
def forget_requests(sandbox: Sandbox) -> None:
    sandbox.requests.clear()


# 1. The service answers bad arguments with status 200 and a sentence. The client refuses
#    them before the request, and raises an error for the sentence.


@every_call
@pytest.mark.parametrize(
    ("cone", "about"),
    [
        ((math.nan, 20, 5), "ra"),
        ((10, math.nan, 5), "dec"),
        ((math.inf, 20, 5), "ra"),
        ((10, 20, math.nan), "radius"),
        ((10, 20, math.inf), "radius"),
        ((10, 20, -1), "radius"),
    ],
)
def test_trap_1_impossible_arguments_are_refused(
    client: Alerce, sandbox: Sandbox, ask: Ask, cone: tuple[float, float, float], about: str
) -> None:
    with pytest.raises(ArgumentError) as raised:
        ask(client, *cone)
    assert raised.value.about == about
    assert not sandbox.requests


@every_call
def test_trap_1_the_services_refusal_is_an_error(
    server: ScriptedServer, scripted: Alerce, ask: Ask
) -> None:
    answers(server, "Request contains one or more invalid arguments.")
    with pytest.raises(ParseError, match="one or more invalid arguments") as raised:
        ask(scripted, 10, 20, 5)
    assert raised.value.code == 400


# 2. The service accepts only its own names. The client accepts both names, in any letter case.


@pytest.mark.parametrize("name", ["GAIADR1", "GAIA/DR1", "gaiadr1", "gaia/dr1", "GaiaDR1"])
def test_trap_2_either_name_of_a_catalogue_is_the_same(client: Alerce, name: str) -> None:
    found = client.catshtm_conesearch(*FIELD, 1000, name)
    assert isinstance(found, pd.DataFrame)
    pd.testing.assert_frame_equal(found, client.catshtm_conesearch(*FIELD, 1000, "GAIADR1"))
    assert len(found) > 0


@pytest.mark.parametrize(
    ("shown", "taken"),
    [
        ("2MASS", "TMASS"),
        ("2MASSxsc", "TMASSxsc"),
        ("GAIA/DR1", "GAIADR1"),
        ("GAIA/DR2", "GAIADR2"),
        ("SDSS/DR10", "SDSSDR10"),
        ("CRTS", "CRTS_per_var"),
        ("nedZ", "NEDz"),
    ],
)
def test_trap_2_the_service_is_asked_by_its_own_name(
    server: ScriptedServer, scripted: Alerce, shown: str, taken: str
) -> None:
    answers(server, {})
    scripted.catshtm_conesearch(10, 20, 5, shown)
    assert all(f"catalog={taken}&" in target for target in server.targets)
    assert scripted.catshtm_catalog_translator(shown) == taken


@pytest.mark.parametrize("unknown", ["PS1", "Gaia DR1", "", "*"])
def test_trap_2_an_unknown_catalogue_is_refused(
    client: Alerce, sandbox: Sandbox, unknown: str
) -> None:
    for ask in (client.catshtm_conesearch, client.catshtm_crossmatch):
        with pytest.raises(ArgumentError) as raised:
            ask(10, 20, 5, unknown)
        assert raised.value.about == "catalog_name"
    assert not sandbox.requests


def test_trap_2_an_unknown_catalogue_is_not_a_redshifts_format(
    client: Alerce, sandbox: Sandbox
) -> None:
    with pytest.raises(ParseError):
        client.catshtm_redshift(10, 20, 5, "PS1")
    assert not sandbox.requests


# 3. The service uses the default for a malformed radius of a cross-match. The client
#    refuses it, and None means the default.


def test_trap_3_a_radius_that_is_no_number_is_refused(client: Alerce, sandbox: Sandbox) -> None:
    with pytest.raises(ArgumentError) as raised:
        client.catshtm_crossmatch(10, 20, "5 apples", "GAIA/DR1")
    assert raised.value.about == "radius"
    assert not sandbox.requests


def test_trap_3_no_radius_is_the_catalogues_default(client: Alerce, sandbox: Sandbox) -> None:
    client.catshtm_crossmatch(*FIELD, None, "NEDz")
    assert "radius" not in dict(sandbox.requests[0].query)


def test_trap_3_no_radius_for_every_catalogue_is_refused(client: Alerce, sandbox: Sandbox) -> None:
    with pytest.raises(ArgumentError) as raised:
        client.catshtm_crossmatch(*FIELD, None)
    assert raised.value.about == "radius"
    assert not sandbox.requests


def test_trap_3_a_radius_of_zero_is_not_the_default(client: Alerce) -> None:
    assert client.catshtm_crossmatch(*FIELD, 0, "SDSS/DR10") is None
    assert client.catshtm_crossmatch(*FIELD, 0, "AKARI") is None
    assert len(client.catshtm_conesearch(*FIELD, 0, "SDSS/DR10")) == 0


# 4. The service finds nothing at a declination beyond the poles. The client refuses it.
#    A right ascension is taken modulo 360 deg.


@every_call
@pytest.mark.parametrize("dec", [90.001, 95, -91])
def test_trap_4_a_declination_beyond_a_pole_is_refused(
    client: Alerce, sandbox: Sandbox, ask: Ask, dec: float
) -> None:
    with pytest.raises(ArgumentError) as raised:
        ask(client, 10, dec, 5)
    assert raised.value.about == "dec"
    assert not sandbox.requests


@pytest.mark.parametrize("ra", [0, 360, -360, 720, 0.0001, 359.9999, -0.0001])
def test_trap_4_a_cone_goes_over_the_end_of_right_ascension(client: Alerce, ra: float) -> None:
    assert len(client.catshtm_conesearch(ra, 5, 10, "GAIA/DR1")) == 2


@pytest.mark.parametrize(("dec", "sources"), [(90, 3), (-90, 2)])
def test_trap_4_a_pole_can_be_searched(client: Alerce, dec: float, sources: int) -> None:
    assert len(client.catshtm_conesearch(77, dec, 10, "GAIA/DR1")) == sources


# 5. The service can miss a source at exactly the position. The client searches again
#    beside it if nothing was found, or if the service's rounding is known to miss it.


def test_trap_5_a_cone_search_finds_the_source_at_its_centre(client: Alerce) -> None:
    found = client.catshtm_conesearch(*EXACT, 5, "GAIA/DR1")
    assert list(zip(found["RA"], found["Dec"], strict=True)) == [EXACT]


def test_trap_5_a_cone_search_of_all_finds_the_source_at_its_centre(client: Alerce) -> None:
    found = client.catshtm_conesearch(*EXACT, 5)
    assert {name: len(frame) for name, frame in found.items()} == {"GAIA/DR1": 1}


@pytest.mark.parametrize("radius", [5, None])
def test_trap_5_a_cross_match_finds_the_source_at_its_centre(
    client: Alerce, radius: float | None
) -> None:
    found = client.catshtm_crossmatch(*EXACT, radius, "GAIA/DR1")
    assert found is not None
    assert (found["RA"], found["Dec"], found["distance"]) == (*EXACT, 0)


def test_trap_5_a_cross_match_of_all_finds_the_source_at_its_centre(client: Alerce) -> None:
    found = client.catshtm_crossmatch(*EXACT, 5)
    assert {name: match["distance"] for name, match in found.items()} == {"GAIA/DR1": 0}


def test_trap_5_the_source_at_the_centre_joins_the_others_of_a_cone(
    server: ScriptedServer, scripted: Alerce
) -> None:
    other = (210.126, 15.251)
    answers(server, cone_answer("GAIA/DR1", [other]), cone_answer("GAIA/DR1", [EXACT]))
    found = scripted.catshtm_conesearch(*EXACT, 10, "GAIA/DR1")
    assert list(zip(found["RA"], found["Dec"], strict=True)) == [other, EXACT]


def test_trap_5_a_source_in_both_answers_is_one_row(
    server: ScriptedServer, scripted: Alerce
) -> None:
    answers(server, {"catalogs": [cone_answer("GAIA/DR1", [EXACT])]})
    found = scripted.catshtm_conesearch(*EXACT, 10)
    assert len(found["GAIA/DR1"]) == 1


def test_trap_5_the_source_at_the_centre_goes_before_a_neighbour(
    server: ScriptedServer, scripted: Alerce
) -> None:
    answers(server, match_answer(210.126, 15.251, 5.0), match_answer(*EXACT, 0.02))
    found = scripted.catshtm_crossmatch(*EXACT, 10, "GAIA/DR1")
    assert found is not None
    assert (found["Dec"], found["distance"]) == (EXACT[1], 0)


def test_trap_5_the_redshift_is_that_of_the_source_at_the_centre(
    server: ScriptedServer, scripted: Alerce
) -> None:
    answers(
        server,
        [{"NEDz": match_answer(210.126, 15.251, 5.0, z=0.5)}],
        [{"NEDz": match_answer(*EXACT, 0.02, z=0.01)}],
    )
    assert scripted.catshtm_redshift(*EXACT, 10) == 0.01


def test_trap_5_a_neighbour_seen_from_beside_does_not_count(
    server: ScriptedServer, scripted: Alerce
) -> None:
    neighbour = (EXACT[0], EXACT[1] - 0.05 / 3600)
    answers(server, {}, match_answer(*neighbour, 0.03))
    assert scripted.catshtm_crossmatch(*EXACT, 0.03, "GAIA/DR1") is None


def test_trap_5_an_answer_that_lacks_nothing_costs_one_request(
    client: Alerce, sandbox: Sandbox
) -> None:
    client.catshtm_crossmatch(*FIELD, 20, "GAIA/DR1")
    assert len(sandbox.requests) == 1


# 6. The service never cross-matches AKARI. The client takes the closest source of a cone.


def test_trap_6_akari_is_cross_matched_by_a_cone_search(client: Alerce) -> None:
    cone = client.catshtm_conesearch(*FIELD, 50, "AKARI")
    found = client.catshtm_crossmatch(*FIELD, 50, "AKARI")
    assert len(cone) > 1
    assert found is not None
    assert found.name == "catsHTM_AKARI"
    # Three arcsec east and two south is closer than eight west and six north.
    assert found["distance"] == pytest.approx(math.hypot(3.0, 2.0), abs=0.01)
    assert found["RA_rad"] in set(cone["RA_rad"])


def test_trap_6_akari_matches_in_its_default_radius(client: Alerce) -> None:
    assert client.catshtm_crossmatch(*FIELD, None, "AKARI") is not None


def test_trap_6_akari_without_a_source_is_no_match(client: Alerce) -> None:
    assert client.catshtm_crossmatch(100, -80, 5, "AKARI") is None


# The type of a result does not depend on the number of rows.


@pytest.mark.parametrize(("radius", "rows"), [(0.1, 0), (2, 1), (20, 4)])
def test_a_cone_search_is_a_table_of_any_length(client: Alerce, radius: float, rows: int) -> None:
    frame = client.catshtm_conesearch(*FIELD, radius, "GAIA/DR1", format="pandas")
    table = client.catshtm_conesearch(*FIELD, radius, "GAIA/DR1", format="votable")
    assert isinstance(frame, pd.DataFrame)
    assert (len(frame), len(table)) == (rows, rows)


# The first answer is kept if the second search fails, and the second one is optional.

LOOKS: dict[str, tuple[Callable[[Alerce], Any], object, Callable[[Any], object]]] = {
    "cone": (
        lambda client: client.catshtm_conesearch(*EXACT, 10, "WISE"),
        cone_answer("WISE", [(210.126, 15.251)]),
        lambda found: list(found.RA) == [210.126],
    ),
    "cone of all": (
        lambda client: client.catshtm_conesearch(*EXACT, 10),
        {"catalogs": [cone_answer("WISE", [(210.126, 15.251)])]},
        lambda found: list(found["WISE"].RA) == [210.126],
    ),
    "match": (
        lambda client: client.catshtm_crossmatch(*EXACT, 10, "WISE"),
        match_answer(210.126, 15.251, 5.0),
        lambda found: found.RA == 210.126,
    ),
    "match of all": (
        lambda client: client.catshtm_crossmatch(*EXACT, 10),
        [{"WISE": match_answer(210.126, 15.251, 5.0)}],
        lambda found: found["WISE"].RA == 210.126,
    ),
}
looks = pytest.mark.parametrize(("ask", "first", "holds"), LOOKS.values(), ids=LOOKS)


@looks
def test_the_first_answer_stays_when_the_second_look_fails(
    ask: Any, first: object, holds: Any, server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(Answer(body=json.dumps(first).encode()), Answer(500, b"broken"))
    with pytest.warns(CutResultWarning, match=r"exactly the position .* second look failed .*500"):
        found = ask(scripted.with_options(retries=0))
    assert holds(found)
    assert len(server.targets) == 2


@looks
def test_the_second_look_can_be_switched_off(
    ask: Any, first: object, holds: Any, server: ScriptedServer, scripted: Alerce
) -> None:
    answers(server, first)
    assert holds(ask(scripted.with_options(second_look=False)))
    assert len(server.targets) == 1


def test_an_answer_about_a_catalogue_names_it_as_version_2_did(client: Alerce) -> None:
    cone = client.catshtm_conesearch(*FIELD, 1000, "GAIA/DR1")
    assert set(cone.cat_name) == {"catsHTM_GAIA/DR1"}
    match: Any = client.catshtm_crossmatch(*FIELD, 20, "GAIADR1")
    assert match["cat_name"] == match.name == "catsHTM_GAIA/DR1"
    every = client.catshtm_conesearch(*FIELD, 1000, format="votable")
    for name, table in every.items():
        assert set(loose(table)["cat_name"]) == {f"catsHTM_{name}"}


@pytest.mark.parametrize("format", ["pandas", "votable", "csv"])
def test_an_empty_cross_match_has_the_columns_of_its_catalogue(format: str, client: Alerce) -> None:
    def columns(places: tuple[list[float], list[float]]) -> list[str]:
        found = loose(client).catshtm_crossmatch_many(*places, 20, "GAIA/DR1", format)
        if format == "csv":
            return str(found).splitlines()[0].split(",")
        return list(found.columns if format == "pandas" else found.colnames)

    assert columns(([10.0], [-89.0])) == columns(([FIELD[0]], [FIELD[1]]))


# Redshifts: the choice among several, and values that are no redshift.


def source(away: float, **fields: Any) -> dict[str, Any]:
    return dict(match_answer(210.126, 15.251, away, **fields))


def redshift_of(scripted: Alerce, server: ScriptedServer, **catalogs: Any) -> Any:
    answers(server, [{name: fields} for name, fields in catalogs.items()])
    client = scripted.with_options(second_look=False)
    details = client.catshtm_redshift_details(*EXACT, 60)
    value = client.catshtm_redshift(*EXACT, 60)
    assert value == (details.value if details else None)
    return details


@pytest.mark.parametrize("missing", [-9999.0, -999.0, -99.0, -1.0, 99.0, 9999.0, None, "infinity"])
@pytest.mark.parametrize("column", ["z", "zphot", "z_phot"])
def test_what_stands_for_a_missing_value_is_no_redshift(
    column: str, missing: Any, server: ScriptedServer, scripted: Alerce
) -> None:
    assert redshift_of(scripted, server, SpecSDSS=source(0.5, **{column: missing})) is None
    found = redshift_of(
        scripted, server, SpecSDSS=source(0.5, **{column: missing}), NEDz=source(9, z=0.1)
    )
    assert (found.value, found.catalog) == (0.1, "NEDz")


@pytest.mark.parametrize("value", [-0.001, 0.0, 7.1])
def test_a_small_blueshift_and_a_large_redshift_are_values(
    value: float, server: ScriptedServer, scripted: Alerce
) -> None:
    assert redshift_of(scripted, server, NEDz=source(0.5, z=value)).value == value


def test_a_spectroscopic_redshift_goes_first_among_sources_as_close(
    server: ScriptedServer, scripted: Alerce
) -> None:
    found = redshift_of(scripted, server, PTFpc=source(0.2, zphot=0.4), NEDz=source(1.1, z=0.1))
    assert (found.value, found.kind, found.separation) == (0.1, "spectroscopic", 1.1)


def test_a_close_source_goes_before_a_spectroscopic_redshift_further_away(
    server: ScriptedServer, scripted: Alerce
) -> None:
    found = redshift_of(scripted, server, PTFpc=source(0.2, zphot=0.4), NEDz=source(40, z=0.1))
    assert (found.value, found.kind, found.catalog) == (0.4, "photometric", "PTFpc")


def test_the_closer_of_two_of_a_kind_goes_first(server: ScriptedServer, scripted: Alerce) -> None:
    found = redshift_of(scripted, server, NEDz=source(0.9, z=0.2), SpecSDSS=source(0.3, z=0.1))
    assert found.value == 0.1


@pytest.mark.parametrize(("sent", "error"), [(2e-5, 2e-5), (-1.0, None), (0.0, None), (None, None)])
def test_a_redshift_tells_its_error_and_its_origin(
    sent: Any, error: float | None, server: ScriptedServer, scripted: Alerce
) -> None:
    found = redshift_of(scripted, server, SpecSDSS=source(0.3, z=0.1, zErr=sent))
    assert found == Redshift(0.1, error, "spectroscopic", "SpecSDSS", "z", 0.3)


def test_a_magnitude_in_band_z_is_no_redshift(server: ScriptedServer, scripted: Alerce) -> None:
    fields = source(0.3) | {"z": {"unit": "mag", "value": 18.2}}
    assert redshift_of(scripted, server, DECaLS=fields) is None


@pytest.mark.parametrize("place", [FIELD, (10, -89)])
def test_a_catalogue_without_redshifts_is_told(place: tuple[float, float], client: Alerce) -> None:
    with pytest.warns(EmptyResultWarning, match="catalogue GAIA/DR1 has no redshifts"):
        assert client.catshtm_redshift(*place, 20, "GAIA/DR1") is None
    with pytest.warns(EmptyResultWarning, match="catalogue GAIA/DR1 has no redshifts"):
        assert client.catshtm_redshift_details([place[0]], [place[1]], 20, "gaiadr1") == [None]


def test_a_catalogue_with_redshifts_but_none_here_is_silent(client: Alerce) -> None:
    assert client.catshtm_redshift(10, -89, 20, "NEDz") is None


def test_details_of_several_positions_are_in_order(client: Alerce) -> None:
    one = client.catshtm_redshift_details(*FIELD, 300)
    assert client.catshtm_redshift_details([10, 10], [-89, 20], 300) == [None, one]
