"""What the multi-survey services do that a user must not notice, against the sandbox.

The client is of any type here: tests/typing has what its types say.
"""

from __future__ import annotations

import asyncio
import io
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import numpy as np
import pandas as pd
import pytest

from alerce import AsyncAlerce, _untyped
from alerce.bulk import failures
from alerce.exceptions import (
    ArgumentError,
    BulkError,
    CandidError,
    FormatValidationError,
    ObjectNotFoundError,
    ServerError,
)
from alerce.sandbox import Sandbox, lsst_sky
from alerce.types import LsstFilters
from alerce.warnings import ArgumentWarning, RepeatedObjectsWarning

Table = _untyped.module("astropy.table").Table
Time = _untyped.module("astropy.time").Time
WCS = _untyped.module("astropy.wcs").WCS

OID = lsst_sky.FIRST
OTHER = OID + lsst_sky.STEP
UNKNOWN = 5

pytestmark = [
    pytest.mark.both_faces,
    pytest.mark.filterwarnings("ignore:.* on several rows"),
]


def filters(**given: object) -> LsstFilters:
    """Return filters that may be wrong, for a call that must refuse them."""
    return cast(LsstFilters, given)


def paths(sandbox: Sandbox) -> list[str]:
    return [request.path.removeprefix("/lsst") for request in sandbox.requests]


@pytest.fixture(autouse=True)
def quiet(sandbox: Sandbox) -> None:
    sandbox.requests.clear()


# -- Identifiers ----------------------------------------------------------------------


@pytest.mark.parametrize("oid", [OID, str(OID), f" {OID} ", np.int64(OID)])
def test_identifiers_are_integers_or_their_digits(client: Any, oid: Any) -> None:
    assert client.lsst.query_object(oid)["oid"] == OID


@pytest.mark.parametrize(
    "oid", [float(OID), np.float64(OID), f"{OID}.0", "", "abc", None, True, -OID, 0, 2**63]
)
def test_what_is_no_identifier_is_refused_before_any_request(
    client: Any, sandbox: Sandbox, oid: Any
) -> None:
    with pytest.raises(ArgumentError, match="oid"):
        client.lsst.query_object(oid)
    assert not sandbox.requests


@pytest.mark.parametrize(
    "oids",
    [
        [OID, OTHER],
        (str(OID), OTHER),
        np.array([OID, OTHER]),
        pd.Series([OID, OTHER]),
        pd.DataFrame({"oid": [OID, OTHER]}),
        Table({"oid": [OID, OTHER]})["oid"],
    ],
)
def test_several_objects_come_by_their_digits_in_the_order_asked(client: Any, oids: Any) -> None:
    assert list(client.lsst.query_detections(oids)) == [str(OID), str(OTHER)]
    for table in (
        client.lsst.query_detections(oids, "pandas"),
        client.lsst.query_probabilities(oids, "pandas"),
        client.lsst.query_magstats(oids, "pandas"),
    ):
        assert table.columns[0] == "oid"
        assert table["oid"].dtype == np.int64
        assert list(dict.fromkeys(table["oid"])) == [OID, OTHER]


def test_an_identifier_is_exact_in_every_format(client: Any) -> None:
    rows = client.lsst.query_detections(OID)
    first = rows[0]["measurement_id"]
    assert first > 2**53
    assert client.lsst.query_detections(OID, "pandas")["measurement_id"].iloc[0] == first
    assert client.lsst.query_detections(OID, "votable")["measurement_id"][0] == first
    assert f",{first}," in client.lsst.query_detections(OID, "csv")
    assert client.lsst.query_detections(OID, "models")[0].measurement_id == first
    file = io.BytesIO()
    client.lsst.query_detections(OID, "votable").write(file, format="votable")
    file.seek(0)
    assert Table.read(file, format="votable")["measurement_id"][0] == first


# -- Objects that are not known -------------------------------------------------------

ABOUT_AN_OBJECT: dict[str, Callable[[Any, int], object]] = {
    "query_object": lambda client, oid: client.lsst.query_object(oid),
    "query_detections": lambda client, oid: client.lsst.query_detections(oid),
    "query_non_detections": lambda client, oid: client.lsst.query_non_detections(oid),
    "query_forced_photometry": lambda client, oid: client.lsst.query_forced_photometry(oid),
    "query_lightcurve": lambda client, oid: client.lsst.query_lightcurve(oid),
    "query_probabilities": lambda client, oid: client.lsst.query_probabilities(oid),
    "query_magstats": lambda client, oid: client.lsst.query_magstats(oid),
    "get_stamps": lambda client, oid: client.lsst.get_stamps(oid),
    "plot_stamps": lambda client, oid: client.lsst.plot_stamps(oid),
    "plot_lightcurve": lambda client, oid: client.lsst.plot_lightcurve(oid),
}


@pytest.mark.parametrize("method", ABOUT_AN_OBJECT)
def test_an_unknown_object_is_one_error_whatever_the_route_answers(
    client: Any, method: str
) -> None:
    with pytest.raises(ObjectNotFoundError, match="LSST object 5"):
        ABOUT_AN_OBJECT[method](client, UNKNOWN)


def test_an_object_without_forced_photometry_has_no_rows(client: Any) -> None:
    assert client.lsst.query_forced_photometry(lsst_sky.UNFORCED) == []
    assert len(client.lsst.query_forced_photometry(lsst_sky.UNFORCED, "pandas")) == 0
    assert client.lsst.query_lightcurve(lsst_sky.UNFORCED)["forced_photometry"] == []


def test_an_object_that_no_classifier_has_seen_has_no_rows(client: Any) -> None:
    assert client.lsst.query_probabilities(lsst_sky.UNCLASSIFIED) == []
    known = client.lsst.query_objects(oid=lsst_sky.UNCLASSIFIED)
    assert known["class_name"].isna().all()


def test_a_failure_of_the_service_stays_one(client: Any) -> None:
    with pytest.raises(ServerError, match="Internal Server Error"):
        client.lsst.query_detections(lsst_sky.NOT_A_NUMBER)


def test_several_objects_keep_what_came(client: Any) -> None:
    with pytest.raises(BulkError) as raised:
        client.lsst.query_detections([OID, UNKNOWN, OTHER])
    assert list(cast("dict[str, object]", raised.value.results)) == [str(OID), str(OTHER)]
    assert list(raised.value.failures) == [str(UNKNOWN)]
    kept = client.with_options(errors="return").lsst.query_lightcurve([OID, UNKNOWN], "pandas")
    assert set(kept.detections["oid"]) == {OID}
    assert list(failures(kept.forced_photometry)) == [str(UNKNOWN)]


# -- Rows -----------------------------------------------------------------------------


def test_forced_photometry_of_one_object_is_whole(client: Any) -> None:
    number = client.lsst.query_object(OID)["n_forced"]
    assert number > 10
    assert len(client.lsst.query_forced_photometry(OID)) == number
    light_curve = client.lsst.query_lightcurve(OID)
    assert len(light_curve["forced_photometry"]) == number
    assert len(light_curve["detections"]) == client.lsst.query_object(OID)["n_det"]


def test_rows_are_in_order_of_time(client: Any) -> None:
    for rows in (
        client.lsst.query_detections(OID, "pandas"),
        client.lsst.query_forced_photometry(OID, "pandas"),
    ):
        assert rows["mjd"].is_monotonic_increasing


@pytest.mark.parametrize("format", ["json", "pandas", "votable"])
def test_zeros_that_stand_for_null_are_missing(client: Any, format: Any) -> None:
    found: Any = client.lsst.query_detections(lsst_sky.NULLS, format)
    table: Any = pd.DataFrame(found) if format == "json" else found
    if format == "votable":
        table = table.to_pandas()
    for name in ("mjd", "ra", "dec", "psfFlux", "psfFluxErr", "parentDiaSourceId", "diaObjectId"):
        assert table[name].isna().all(), name
    # Its error is there: the flux is a measurement.
    assert (table["scienceFlux"] == 0).all()
    assert (table["psfFlux_flag"] == 0).all()


def test_a_band_that_is_none_has_no_name(client: Any) -> None:
    rows = client.lsst.query_detections(lsst_sky.BAND_ZERO, "pandas")
    assert rows["band"].isna().all()
    assert rows["band_name"].isna().all()
    assert str(rows["band"].dtype) == "Int64"


def test_nulls_change_no_type_of_a_column(client: Any) -> None:
    several = [
        client.lsst.query_detections(oid, "pandas").dtypes.to_dict()
        for oid in (OID, lsst_sky.NULLS, lsst_sky.BAND_ZERO)
    ]
    assert several[0] == several[1] == several[2]


def test_there_are_never_upper_limits(client: Any) -> None:
    table = client.lsst.query_non_detections(OID, "pandas")
    assert list(table.columns) == ["band", "mjd", "survey_id", "band_name"]
    assert table.empty


def test_columns_say_their_scale_of_time(client: Any) -> None:
    table = client.lsst.query_detections(OID, "votable")
    assert "TAI" in table["mjd"].description
    assert table["psfFlux"].unit == "nJy"


def test_the_statistics_of_every_band_come_on_request(client: Any) -> None:
    few, many = (
        client.lsst.query_object(OID, "pandas", return_survey_extra=extra)
        for extra in (False, True)
    )
    assert len(few.columns) == 15
    assert len(many.columns) == 96
    assert many["g_psfFluxNdata"].dtype == "Int64"
    rounded = client.lsst.query_magstats(OID)
    assert rounded["ra"] == round(many["ra"].iloc[0], 3)


# -- Lists of objects -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"classifier": "stamp_classifier_rubin", "class_name": "SNe"}, "did you mean 'SN'"),
        ({"classifier": "stamp_classifier"}, "did you mean 'stamp_classifier_rubin'"),
        ({"class_name": "SN"}, "a class needs its classifier"),
        ({"ndet": 5}, "did you mean 'n_det'"),
        ({"n_det": [5, 3]}, "the minimum 5 is above"),
        ({"order_by": "magnitude"}, "unknown value 'magnitude'"),
        ({"probability": 2}, "above 1"),
        ({"oid": 1.5e17}, "a float loses digits"),
        ({"ra": 10}, "a position needs ra and dec"),
    ],
)
def test_a_filter_that_makes_no_sense_is_refused(
    client: Any, given: dict[str, object], message: str
) -> None:
    with pytest.raises(ArgumentError, match=message):
        client.lsst.query_objects(**filters(**given))


def test_the_classifiers_are_asked_for_once(client: Any, sandbox: Sandbox) -> None:
    for _ in range(2):
        client.lsst.query_objects(classifier="stamp_classifier_rubin", class_name="SN", page_size=3)
    assert paths(sandbox).count("/classifier_api/classifiers") == 1


def test_filters_are_sent_as_the_service_has_them(client: Any, sandbox: Sandbox) -> None:
    time = Time(61000.0, format="mjd", scale="tai")
    client.lsst.query_objects(
        n_det=[2, None], firstmjd=time, lastmjd=[None, 61200], order_by="lastmjd", order_mode="ASC"
    )
    (request,) = sandbox.requests
    assert request.query == [
        ("survey", "lsst"),
        ("n_det", "2"),
        ("firstmjd", "61000.0"),
        ("lastmjd", "0.0"),
        ("lastmjd", "61200.0"),
        ("order_by", "lastmjd"),
        ("order_mode", "ASC"),
    ]


def test_a_list_of_objects_is_exactly_those_in_their_order(client: Any) -> None:
    oids = [OID + at * lsst_sky.STEP for at in range(120)][::-1]
    found = client.lsst.query_objects(oid=oids, classifier="stamp_classifier_rubin")
    assert list(found["oid"]) == oids
    assert len(client.lsst.query_objects(oid=oids, page_size=7, page=2)) == 7


def test_one_row_a_classifier_is_said(client: Any) -> None:
    with pytest.warns(RepeatedObjectsWarning, match="one a classifier or version of one"):
        client.lsst.query_objects(oid=OID)


def test_latest_version_keeps_one_row_an_object_and_classifier(client: Any) -> None:
    found = client.lsst.query_objects(oid=[OID, OTHER], latest_version=True)
    assert not found.duplicated(["oid", "classifier_name"]).any()


def test_count_of_2_is_left_out_with_a_word(client: Any, sandbox: Sandbox) -> None:
    with pytest.warns(ArgumentWarning, match="does not count"):
        client.lsst.query_objects(**filters(count=True, page_size=2))
    assert ("count", "True") not in sandbox.requests[-1].query


def test_a_walk_has_every_row_once_and_goes_on_from_a_bookmark(client: Any) -> None:
    whole = client.lsst.query_objects(page="all", format="json")["items"]
    rows = client.lsst.iter_objects(page_size=7)
    first = [next(rows) for _ in range(33)]
    more = list(client.lsst.iter_objects(resume=str(rows.bookmark)))
    names = [(row["oid"], row["classifier_name"]) for row in [*first, *more]]
    assert len(set(names)) == len(names) == len(whole)
    assert [oid for oid, _ in names] == sorted(oid for oid, _ in names)


def test_a_bookmark_of_another_survey_is_refused(client: Any) -> None:
    with pytest.raises(ArgumentError, match="resume"):
        client.lsst.iter_objects(resume=client.iter_objects(limit=1).bookmark)


def test_one_object_is_found_by_its_position_in_both_surveys(client: Any) -> None:
    row = client.lsst.query_object(OID)
    here = {"ra": row["meanra"], "dec": row["meandec"], "radius": 1.0}
    ours = client.query_objects(survey="lsst", **here, classifier="stamp_classifier_rubin")
    theirs = client.query_objects(**here)
    assert list(ours["oid"]) == [OID]
    assert len(theirs) == 1
    both = client.lsst.query_objects(ra=[row["meanra"], 200.0], dec=[row["meandec"], 80.0])
    assert set(both["input_index"]) == {0}


# -- Light curves ---------------------------------------------------------------------


def test_a_merged_light_curve_is_in_flux_and_magnitude(client: Any) -> None:
    light_curve = client.lsst.query_lightcurve(OID, "pandas")
    assert type(light_curve).__name__ == "LsstLightCurve"
    epochs = light_curve.merged()
    assert len(epochs) == len(light_curve.detections) + len(light_curve.forced_photometry)
    assert set(epochs["band"]) <= set("ugrizy")
    bright = epochs[epochs["flux"] > 0].iloc[0]
    assert bright["mag"] == pytest.approx(31.4 - 2.5 * math.log10(bright["flux"]), abs=1e-3)
    relative = bright["flux_err"] / bright["flux"]
    assert bright["mag_err"] == pytest.approx(1.0857 * relative, rel=1e-4)
    assert epochs.loc[epochs["flux_diff"] <= 0, "mag_diff"].isna().all()
    assert epochs.attrs["units"]["flux"] == "nJy"
    assert light_curve.merged("uJy")["flux"].iloc[0] == pytest.approx(epochs["flux"].iloc[0] / 1000)
    assert epochs["measurement_id"].dtype == np.int64


def test_both_tabular_formats_merge_alike(client: Any) -> None:
    frame = client.lsst.query_lightcurve(OID, "pandas").merged()
    table = client.lsst.query_lightcurve(OID, "votable").merged()
    assert list(frame["flux_diff"]) == table["flux_diff"].tolist()
    series = client.lsst.query_lightcurve(OID, "votable").to_timeseries(forced=False)
    assert series.time.scale == "tai"
    assert series["flux"].unit.to_string() == "nJy"
    utc = client.lsst.query_lightcurve(OID, "pandas").merged(time=True)["time"].iloc[0]
    expected = pd.Timestamp(
        Time(frame["mjd"].iloc[0], format="mjd", scale="tai").utc.isot, tz="UTC"
    )
    assert abs(utc - expected) < pd.Timedelta("1ms")


def test_light_curves_of_several_objects_say_whose_each_epoch_is(client: Any) -> None:
    epochs = client.lsst.query_lightcurve([OID, OTHER], "pandas").merged(forced=False)
    assert set(epochs["oid"]) == {OID, OTHER}


def test_a_text_has_no_merged_light_curve(client: Any) -> None:
    with pytest.raises(ArgumentError, match="pandas"):
        client.lsst.query_lightcurve(OID, "csv").merged()


def test_epochs_without_a_time_are_in_no_fold_and_no_picture(client: Any) -> None:
    light_curve = client.lsst.query_lightcurve(lsst_sky.NULLS, "pandas")
    assert light_curve.merged(forced=False)["mjd"].isna().all()
    assert light_curve.fold(2.0, forced=False).empty
    assert len(light_curve.to_timeseries(forced=False)) == 0
    assert light_curve.plot(forced=False).axes[0].get_ylabel() == "difference flux [nJy]"


def test_a_light_curve_of_several_objects_is_not_folded_or_drawn_as_one(client: Any) -> None:
    light_curve = client.lsst.query_lightcurve([OID, OTHER], "pandas")
    for mixed in (lambda: light_curve.fold(0.5), light_curve.plot, lambda: light_curve.arrays("r")):
        with pytest.raises(ArgumentError, match="several objects"):
            mixed()


def test_a_picture_shows_bands_in_order_and_forced_photometry(client: Any) -> None:
    axes = client.lsst.plot_lightcurve(OID).axes[0]
    labels: list[str] = axes.get_legend_handles_labels()[1]
    bands = [label for label in labels if "," not in label]
    assert bands == [band for band in "ugrizy" if band in bands]
    assert any("forced" in label for label in labels)
    assert not axes.yaxis_inverted()
    folded = client.plot_lightcurve(OID, survey="lsst", period=0.5, limits=False)
    assert folded.axes[0].get_xlabel() == "phase (period 0.5 d)"


# -- Stamps ---------------------------------------------------------------------------


def test_stamps_keep_units_and_world_coordinates(client: Any) -> None:
    stamps = client.lsst.get_stamps(OID, include_variance_and_psf=True)
    assert [hdu.name for hdu in stamps][:4] == [
        "SCIENCE",
        "SCIENCE_VARIANCE",
        "SCIENCE_PSF",
        "TEMPLATE",
    ]
    assert stamps["DIFFERENCE"].header["BUNIT"] == "nJy"
    assert stamps["DIFFERENCE_VARIANCE"].header["BUNIT"] == "nJy**2"
    assert WCS(stamps["TEMPLATE"].header).has_celestial
    assert stamps["SCIENCE"].header["OBJECT"] == str(OID)
    assert stamps["SCIENCE_PSF"].data.shape == (41, 41)


def test_the_first_detection_with_a_stamp_is_shown(client: Any) -> None:
    first = client.lsst.query_detections(OID)[0]["measurement_id"]
    stamps = client.get_stamps(OID, survey="lsst")
    assert stamps[0].header["MEASID"] == str(first)
    several = client.lsst.get_stamps([OID, OTHER], format="numpy")
    assert list(several) == [str(OID), str(OTHER)]
    by_measurement = client.lsst.get_stamps(OID, [first])
    assert list(by_measurement) == [str(first)]


def test_a_stamp_that_is_missing_is_said(client: Any) -> None:
    with pytest.raises(CandidError, match="no detection of the object has a stamp"):
        client.lsst.get_stamps(lsst_sky.STAMPLESS)
    with pytest.raises(CandidError, match="no such measurement"):
        client.lsst.get_stamps(OID, 1)
    with pytest.raises(FormatValidationError):
        client.lsst.get_stamps(OID, format="png")


# -- Files ----------------------------------------------------------------------------


def test_objects_of_lsst_are_downloaded_and_gone_on_with(
    client: Any, sandbox: Sandbox, tmp_path: Path
) -> None:
    what = ["objects", "detections", "forced_photometry", "magstats", "probabilities"]
    oids = [OID, OTHER, lsst_sky.NULLS]
    done = client.download(oids, what, to=tmp_path, survey="lsst", objects_per_file=2)
    assert done.objects == 3
    for kind in what:
        frame = pd.read_parquet(tmp_path / kind)
        assert set(frame["oid"]) == set(oids), kind
        assert frame["oid"].dtype == np.int64
        assert len(frame) == done.rows[kind]
    sandbox.requests.clear()
    client.download(oids, what, to=tmp_path, survey="lsst", objects_per_file=2)
    assert not sandbox.requests
    with pytest.raises(ArgumentError, match="holds another download"):
        client.download(["ZTF18abbuksn"], what, to=tmp_path)
    with pytest.raises(ArgumentError, match="features"):
        client.download(oids, "features", to=tmp_path / "more", survey="lsst")


def test_forced_photometry_of_ztf_is_downloaded(client: Any, tmp_path: Path) -> None:
    done = client.download(["ZTF18abbuksn"], "forced_photometry", to=tmp_path)
    frame = pd.read_parquet(tmp_path / "forced_photometry")
    assert len(frame) == done.rows["forced_photometry"] > 10
    assert "procstatus" in frame.columns


# -- The door of 2.x ------------------------------------------------------------------


def test_calls_of_2_run_unchanged(client: Any) -> None:
    assert len(client.query_objects(survey="lsst", n_det=[2, 100], page_size=4)) == 4
    for method in (
        client.query_detections,
        client.query_non_detections,
        client.query_forced_photometry,
        client.query_probabilities,
        client.query_magstats,
    ):
        assert isinstance(method(OID, "pandas", "lsst"), pd.DataFrame)
        assert isinstance(method(oid=OID, format="pandas", survey="lsst"), pd.DataFrame)
    assert client.query_object(OID, survey="lsst", return_survey_extra=True)["nDiaSources"]
    assert sorted(client.query_lightcurve(OID, survey="lsst")) == [
        "detections",
        "forced_photometry",
        "non_detections",
    ]
    assert "band_name" in client.query_detections(OID, survey="LSST")[0]
    assert len(client.query_classifiers(survey="lsst")) == 2
    assert client.query_classes("stamp_classifier_rubin", "2.0.1", survey="lsst")
    assert next(client.iter_objects(survey="lsst", limit=1))["oid"] == OID
    measurement = client.query_detections(OID, survey="lsst", format="pandas").measurement_id[0]
    stamps = client.get_stamps(OID, survey="lsst", measurement_id=int(measurement))
    assert len(stamps) == 3
    assert client.plot_stamps(OID, measurement_id=int(measurement), survey="lsst") is not None


def test_what_a_survey_does_not_have_is_refused(client: Any) -> None:
    with pytest.raises(ArgumentError, match="no service has this of 'lsst'"):
        client.query_features(str(OID), survey="lsst")
    with pytest.raises(ArgumentError, match="wide"):
        client.query_probabilities(OID, survey="lsst", wide=True)
    with pytest.raises(ArgumentError, match="return_survey_extra"):
        client.query_object("ZTF18abbuksn", return_survey_extra=True)
    with pytest.raises(ObjectNotFoundError, match="known: lc_classifier_lsst 1"):
        client.query_classes("nope", "1", survey="lsst")


def test_the_asynchronous_face_is_the_same(sandbox: Sandbox) -> None:
    async def ask() -> None:
        async with AsyncAlerce(**sandbox.config) as client:
            assert (await client.lsst.query_object(OID))["oid"] == OID
            rows = [row["oid"] async for row in client.lsst.iter_objects(limit=3)]
            assert rows == sorted(rows)
            assert len(await client.query_detections([OID, OTHER], survey="lsst")) == 2

    asyncio.run(ask())


# -- Forced photometry of ZTF ---------------------------------------------------------


def test_forced_photometry_of_ztf_is_one_flat_table(client: Any, sandbox: Sandbox) -> None:
    table = client.query_forced_photometry("ZTF18abbuksn", "pandas")
    assert "extra_fields" not in table.columns
    assert {"field", "procstatus", "diffmaglim"} <= set(table.columns)
    assert not table.columns.duplicated().any()
    assert table["mjd"].is_monotonic_increasing
    assert not (table["e_mag_corr_ext"] == 100.0).any()
    assert table["e_mag_corr_ext"].isna().any()
    assert str(table["parent_candid"].dtype) == "Int64"
    assert [request.path for request in sandbox.requests] == [
        "/v2/lightcurve/forced-photometry/ZTF18abbuksn"
    ]


def test_forced_photometry_of_ztf_by_who_made_it(client: Any) -> None:
    every = client.query_forced_photometry("ZTF18abbuksn")
    atlas = client.query_forced_photometry("ZTF18abbuksn", survey_id="atlas")
    assert {row["tid"] for row in atlas} == {"atlas"}
    assert 0 < len(atlas) < len(every)
    with pytest.raises(ArgumentError, match="survey_id"):
        client.query_forced_photometry("ZTF18abbuksn", survey_id="lsst")


def test_an_unknown_object_of_ztf_is_told_from_one_without_forced_photometry(
    client: Any,
) -> None:
    with pytest.raises(ObjectNotFoundError):
        client.query_forced_photometry("ZTF00unknown")
    assert client.query_forced_photometry("ZTF99oddempty") == []
    several = client.query_forced_photometry(["ZTF18abbuksn", "ZTF99oddempty"], "models")
    assert several["ZTF99oddempty"] == []
