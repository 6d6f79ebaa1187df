"""Light curves: both parts in one table, fluxes, phases, and conversion for other packages."""

from __future__ import annotations

import copy
import json
import math
import pickle
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerce import Alerce
from alerce._untyped import module
from alerce.astronomy import photometry
from alerce.exceptions import ArgumentError
from alerce.results import tables, ztf
from alerce.results.lightcurves import TableLightCurve
from alerce.types import Format
from tests.tables import OID, loose, mask_of, recorded_light_curve


@pytest.fixture
def frames(client: Alerce) -> TableLightCurve[pd.DataFrame]:
    return client.query_lightcurve(OID, format="pandas")


def made(format: Format, **detection: object) -> Any:
    """Return a light curve of one detection and one upper limit."""
    row: dict[str, object] = {
        "tid": "ztf", "candid": "1", "mjd": 59000.0, "fid": 1, "pid": 1, "isdiffpos": 1,
        "magpsf": 18.0, "sigmapsf": 0.1, "magpsf_corr": 17.0, "sigmapsf_corr": 0.05,
        "sigmapsf_corr_ext": 0.06, "ra": 1.0, "dec": 2.0, "has_stamp": True, "corrected": True,
        "dubious": False, "step_id_corr": "a", "phase": 0.0,
    }  # fmt: skip
    found: Any = {
        "detections": [row | detection],
        "non_detections": [{"tid": "ztf", "mjd": 58999.0, "fid": 2, "diffmaglim": 20.5}],
    }
    return ztf.light_curve(found, loose(format))


@pytest.mark.parametrize("format", ["pandas", "votable"])
def test_merged_flags_detections_among_limits_in_order_of_time(format: Format) -> None:
    merged = made(format).merged()
    assert list(merged["detected"]) == [False, True]
    assert list(merged["mjd"]) == [58999.0, 59000.0]


def test_merged_counts_every_epoch_of_a_recorded_light_curve() -> None:
    sent = recorded_light_curve()
    merged = loose(ztf.light_curve(sent, "pandas")).merged()
    assert int(merged.detected.sum()) == len(sent["detections"])
    assert int((~merged.detected).sum()) == len(sent["non_detections"])


def test_bands_have_their_letters(frames: TableLightCurve[pd.DataFrame]) -> None:
    pairs = set(zip(frames.merged().fid, frames.merged().band, strict=True))
    assert pairs <= {(1, "g"), (2, "r"), (3, "i")}


def test_an_unknown_filter_is_named_by_its_number() -> None:
    assert made("pandas", fid=7).merged().band.tolist() == ["r", "fid 7"]


@pytest.mark.parametrize(("unit", "factor"), [("nJy", 1.0), ("uJy", 1e-3), ("mJy", 1e-6)])
def test_fluxes_are_ab(unit: str, factor: float) -> None:
    row = made("pandas").merged(unit).iloc[1]
    flux = 3631e9 * 10 ** (-0.4 * 18) * factor
    assert row.flux_diff == pytest.approx(flux)
    assert row.flux_diff_err == pytest.approx(flux * 0.4 * math.log(10) * 0.1)
    assert row.flux == pytest.approx(flux * 10**0.4)


def test_fluxes_agree_with_astropy() -> None:
    u = module("astropy.units")
    theirs = (21.3 * u.ABmag).to_value(u.nJy)
    assert photometry.ab_flux(21.3) == pytest.approx(theirs, rel=1e-4)


def test_limits_have_a_flux_too() -> None:
    row = made("pandas").merged().iloc[0]
    assert row.flux_limit == pytest.approx(3631e9 * 10 ** (-0.4 * 20.5))
    assert math.isnan(row.flux_diff)


def test_the_difference_is_negative_where_the_source_is_fainter() -> None:
    assert made("pandas", isdiffpos=-1).merged().flux_diff[1] < 0


FORCED_ROW: dict[str, object] = {
    "candid": "ZTF18abbuksn7", "tid": "atlas", "sid": "atlas", "oid": "ZTF18abbuksn", "pid": 7,
    "mjd": 58999.5, "fid": 2, "mag": 19.0, "e_mag": 0.2, "mag_corr": 17.2, "e_mag_corr": 100.0,
    "e_mag_corr_ext": 0.3, "isdiffpos": -1, "corrected": True, "dubious": False,
    "extra_fields": {"diffmaglim": 20.1},
}  # fmt: skip


def forced_rows(format: Format, *rows: dict[str, object]) -> Any:
    """Return forced photometry, of one measurement if none is given."""
    make: Any = tables.to_pandas if format == "pandas" else tables.to_table
    return make(ztf.flat_forced(rows or [FORCED_ROW]), ztf.FORCED_PHOTOMETRY.columns)


@pytest.mark.parametrize("format", ["pandas", "votable"])
def test_forced_photometry_is_merged_and_marked(format: Format) -> None:
    merged = made(format).merged("uJy", forced=forced_rows(format))
    assert list(merged["forced"]) == [False, True, False]
    assert list(merged["detected"]) == [False, False, True]
    assert list(merged["tid"]) == ["ztf", "atlas", "ztf"]
    assert list(merged["band"]) == ["r", "r", "g"]
    assert merged["flux_diff"][1] == pytest.approx(-3631e6 * 10 ** (-0.4 * 19))
    assert merged["flux"][1] == pytest.approx(3631e6 * 10 ** (-0.4 * 17.2))
    assert merged["diffmaglim"][1] == 20.1
    assert merged["candid"][1] == "ZTF18abbuksn7"


def test_an_unreliable_error_of_forced_photometry_is_missing() -> None:
    merged = made("pandas").merged(forced=forced_rows("pandas"))
    assert math.isnan(merged.sigmapsf_corr[1])
    assert math.isnan(merged.flux_err[1])
    assert merged.flux_err_ext[1] > 0


@pytest.mark.parametrize("format", ["pandas", "votable"])
def test_without_forced_photometry_there_is_no_mark(format: Format) -> None:
    merged = made(format).merged()
    assert not {"forced", "tid"} & set(getattr(merged, "colnames", merged))


def test_forced_photometry_of_several_objects_needs_their_light_curves(client: Alerce) -> None:
    oids = [OID, "ZTF19aakyhxi"]
    forced = client.query_forced_photometry(oids, format="pandas")
    merged = client.query_lightcurve(oids, format="pandas").merged(forced=forced)
    assert set(merged[merged.forced].oid) == set(forced.oid)
    with pytest.raises(ArgumentError, match="forced: it is of 2 objects"):
        client.query_lightcurve(OID, format="pandas").merged(forced=forced)


def test_no_forced_photometry_is_merged_as_none() -> None:
    merged = made("pandas").merged(forced=forced_rows("pandas").iloc[:0])
    assert merged.forced.tolist() == [False, False]


def test_units_are_told() -> None:
    assert made("pandas").merged("mJy").attrs["units"]["flux_err"] == "mJy"
    assert made("votable").merged("mJy")["flux"].unit == "mJy"
    assert made("votable").merged()["magpsf"].unit == "mag"


def test_the_sentinel_is_missing_and_marked() -> None:
    merged = made("pandas", sigmapsf_corr=100.0).merged()
    assert merged.sentinel.tolist() == [False, True]
    assert math.isnan(merged.sigmapsf_corr[1])
    assert math.isnan(merged.flux_err[1])
    assert not math.isnan(merged.flux[1])


def test_every_sentinel_of_a_recorded_light_curve_is_marked() -> None:
    sent = recorded_light_curve()["detections"]
    names = ("magpsf_corr", "sigmapsf_corr", "sigmapsf_corr_ext")
    count = sum(any(row.get(name) == 100 for name in names) for row in sent)
    merged = loose(ztf.light_curve(recorded_light_curve(), "votable")).merged()
    assert 0 < count == int(merged["sentinel"].sum())
    assert all(not (merged[name] == 100).any() for name in names)


def test_dubious_rows_are_marked() -> None:
    assert made("pandas", dubious=True).merged().dubious.tolist() == [pd.NA, True]


def test_merged_looks_at_the_tables_as_they_are(frames: TableLightCurve[pd.DataFrame]) -> None:
    frames["detections"] = frames.detections[frames.detections.fid == 1]
    assert set(frames.merged().query("detected").fid) == {1}


def test_merged_of_several_objects_names_them(client: Alerce) -> None:
    merged = client.query_lightcurve([OID, "ZTF18abkifng"], format="pandas").merged()
    assert set(merged.oid) == {OID, "ZTF18abkifng"}


def test_merged_of_nothing_has_its_columns() -> None:
    empty = loose(ztf.light_curve({"detections": [], "non_detections": []}, "pandas")).merged()
    full = made("pandas").merged()
    assert empty.dtypes.to_dict() == full.dtypes.to_dict()


def test_a_column_of_times_is_had_on_request() -> None:
    table, frame = made("votable").merged(time=True), made("pandas").merged(time=True)
    assert table["time"].scale == "utc"
    assert table["time"].mjd.tolist() == [58999.0, 59000.0]
    assert str(frame.time.dtype) == "datetime64[us, UTC]"
    assert frame.time[1] == pd.Timestamp("2020-05-31", tz="UTC")


def test_a_merged_table_comes_back_from_votable(tmp_path: Any) -> None:
    merged = loose(ztf.light_curve(recorded_light_curve(), "votable")).merged()
    merged.write(tmp_path / "merged.vot", format="votable")
    back = module("astropy.table").Table.read(tmp_path / "merged.vot")
    for name in merged.colnames:
        if merged[name].dtype.kind != "U":
            assert (mask_of(merged[name]) == mask_of(back[name])).all()
            assert (merged[name] == back[name]).all()


def test_the_format_must_be_a_table(client: Alerce) -> None:
    with pytest.raises(ArgumentError, match="pandas"):
        client.query_lightcurve(OID, format="csv").merged()


@pytest.mark.parametrize("format", ["pandas", "votable"])
def test_folded_rows_are_in_order_of_phase(client: Alerce, format: Format) -> None:
    folded = loose(client.query_lightcurve(OID, format=format)).fold(0.73)
    phases = np.asarray(folded["phase"])
    assert ((phases >= 0) & (phases < 1)).all()
    assert (np.diff(phases) >= 0).all()
    assert np.allclose(phases, np.asarray(folded["mjd"]) / 0.73 % 1, atol=1e-9)


def test_folding_asks_for_the_period(client: Alerce, frames: TableLightCurve[pd.DataFrame]) -> None:
    assert frames.fold().attrs["period"] == client.query_period(OID)


def test_a_period_can_be_a_quantity(frames: TableLightCurve[pd.DataFrame]) -> None:
    hours: Any = 12 * module("astropy.units").hour
    assert frames.fold(hours).attrs["period"] == 0.5


@pytest.mark.parametrize("period", [0, -1, math.nan])
def test_a_period_that_is_none_is_refused(
    frames: TableLightCurve[pd.DataFrame], period: float
) -> None:
    with pytest.raises(ArgumentError, match="period"):
        frames.fold(period)


def test_a_time_series_has_times_and_quantities(frames: TableLightCurve[pd.DataFrame]) -> None:
    series: Any = loose(frames.to_timeseries("mJy"))
    assert series.time.scale == "utc"
    assert series["flux_diff"].unit == "mJy"
    assert len(series) == len(frames.detections)
    assert len(loose(frames.to_timeseries(limits=True))) == len(frames.merged())


def test_a_time_series_can_be_folded_by_astropy(frames: TableLightCurve[pd.DataFrame]) -> None:
    folded = loose(frames.to_timeseries()).fold(period=0.5 * module("astropy.units").day)
    assert len(folded) == len(frames.detections)


def test_arrays_leave_out_what_is_no_number() -> None:
    merged = loose(ztf.light_curve(recorded_light_curve(), "pandas"))
    mjd, magnitude, error = merged.arrays("g", "apparent")
    assert len(mjd) == len(magnitude) == len(error) > 100
    assert np.isfinite(error).all()
    assert error.max() < 50


SEVERAL = [OID, "ZTF18aciucuv"]


class Mean:
    """A feature that is the mean magnitude."""

    names = ("mean",)

    def __call__(self, t: Any, m: Any, sigma: Any, **options: object) -> list[float]:
        return [float(sum(m) / len(m))]


OF_ONE: dict[str, tuple[object, ...]] = {
    "arrays": ("r",),
    "plot": (),
    "fold": (0.5,),
    "extract": (Mean(), "r", "apparent"),
    "to_timeseries": (),
}
"""The methods that are about one object, with arguments."""


@pytest.fixture(params=["pandas", "votable"])
def several(client: Alerce, request: pytest.FixtureRequest) -> Any:
    return loose(client).query_lightcurve(SEVERAL, format=request.param)


@pytest.mark.parametrize("method", OF_ONE)
def test_several_objects_are_not_mixed(method: str, several: Any) -> None:
    with pytest.raises(ArgumentError, match=f"oid: .* 2 objects: name one .*oid='{OID}'"):
        getattr(several, method)(*OF_ONE[method])


@pytest.mark.parametrize("oid", SEVERAL)
def test_one_of_several_objects_is_as_by_itself(oid: str, several: Any, client: Alerce) -> None:
    alone = client.query_lightcurve(oid, format="pandas")
    for unit in (None, "mJy"):
        for mine, its in zip(
            several.arrays("r", flux_unit=unit, oid=oid),
            alone.arrays("r", flux_unit=loose(unit)),
            strict=True,
        ):
            np.testing.assert_array_equal(mine, its)
    mean = loose(Mean())
    assert several.extract(mean, "r", "apparent", oid=oid) == alone.extract(mean, "r", "apparent")
    np.testing.assert_array_equal(several.fold(0.5, oid=oid)["mjd"], alone.fold(0.5)["mjd"])
    assert len(several.to_timeseries(oid=oid)) == len(alone.detections)
    drawn, expected = several.plot(oid=oid), loose(alone.plot())
    assert drawn.axes[0].dataLim.bounds == expected.axes[0].dataLim.bounds


def test_an_object_that_is_not_among_several_is_refused(several: Any) -> None:
    with pytest.raises(ArgumentError, match=r"oid: .*'ZTF18aciucux'; did you mean 'ZTF18aciucuv'"):
        several.arrays("r", oid="ZTF18aciucux")


def test_a_light_curve_of_one_object_takes_no_name(frames: TableLightCurve[pd.DataFrame]) -> None:
    with pytest.raises(ArgumentError, match=r"oid: .*leave it out"):
        frames.arrays("r", oid=OID)


def test_a_notebook_shows_no_picture_of_several_objects(several: Any) -> None:
    assert "<img" not in several._repr_html_()
    assert "upper limits" in several._repr_html_()


def kind_of(value: object) -> object:
    return type(value)


COPIES: dict[str, Callable[[Any], Any]] = {
    "copy": lambda found: found.copy(),
    "copy.copy": copy.copy,
    "|": lambda found: found | {},
    "| a part": lambda found: found | {"detections": found.detections},
}


@pytest.mark.parametrize("copied", COPIES.values(), ids=COPIES)
def test_a_copy_is_a_light_curve(copied: Any, client: Alerce) -> None:
    found = client.query_lightcurve(OID, format="pandas")
    again = copied(found)
    assert kind_of(again) is TableLightCurve
    assert again == found or again.detections is found.detections
    assert again is not found
    assert again.fold().attrs["period"] == client.query_period(OID)


def pickled(value: object) -> Any:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 (our own)


@pytest.mark.parametrize("copied", [copy.deepcopy, pickled])
def test_a_light_curve_comes_back_from_a_pickle(
    copied: Callable[[Any], Any], frames: TableLightCurve[pd.DataFrame]
) -> None:
    again = copied(frames)
    assert kind_of(again) is TableLightCurve
    assert kind_of(again.detections) is pd.DataFrame
    pd.testing.assert_frame_equal(again.merged(), frames.merged())
    with pytest.raises(ArgumentError, match="give the period"):
        again.fold()


@pytest.mark.parametrize("period", ["0.6 d", "14.4 h", "0.6", 0.6, np.float64(0.6)])
def test_a_period_is_taken_as_a_radius_is(
    period: Any, frames: TableLightCurve[pd.DataFrame]
) -> None:
    assert frames.fold(period).attrs["period"] == pytest.approx(0.6)


@pytest.mark.parametrize(
    "period", [5 * module("astropy.units").m, "5 m", "soon", [0.5], object(), True, "-1 d"]
)
def test_what_is_no_period_is_refused_by_name(
    period: Any, frames: TableLightCurve[pd.DataFrame]
) -> None:
    with pytest.raises(ArgumentError, match=r"^period: "):
        frames.fold(period)


@pytest.mark.parametrize("format", ["json", "models"])
@pytest.mark.parametrize("name", ["merged", "fold", "plot", "detections"])
def test_a_light_curve_of_lists_tells_who_has_the_methods(
    name: str, format: str, client: Alerce
) -> None:
    found = loose(client).query_lightcurve(OID, format=format)
    with pytest.raises(AttributeError, match=rf'format="pandas"\)\.{name} has'):
        getattr(found, name)
    with pytest.raises(AttributeError, match=rf'format="pandas"\)\.{name} has'):
        getattr(loose(client).query_lightcurve([OID], format=format)[OID], name)
    assert not hasattr(found, "nothing")


def test_a_light_curve_of_lists_is_a_dict_to_all_others(client: Alerce) -> None:
    found = client.query_lightcurve(OID)
    assert json.loads(json.dumps(found)) == found == dict(found)
    assert copy.deepcopy(found) == found


def test_programs_for_version_2_find_out_whether_there_is_anything(client: Alerce) -> None:
    assert not client.query_lightcurve(OID, format="pandas").empty
    assert loose(ztf.light_curve({"detections": [], "non_detections": []}, "pandas")).empty


@pytest.mark.parametrize("part", ["detections", "non_detections"])
def test_programs_for_version_2_are_told_what_to_write(
    part: str, frames: TableLightCurve[pd.DataFrame]
) -> None:
    with pytest.raises(KeyError, match=rf'write lc\["{part}"\]; .* format="json"\)\["{part}"\]'):
        frames[part][0]


@pytest.mark.parametrize("name", ["iloc", "columns", "to_dict", "iterrows"])
def test_the_frame_of_one_row_is_gone_with_a_hint(
    name: str, frames: TableLightCurve[pd.DataFrame]
) -> None:
    with pytest.raises(AttributeError, match=rf"lc\.detections\.{name}.*format=\"json\""):
        getattr(frames, name)
    with pytest.raises(KeyError, match=r"0: .* lc\['detections'\]"):
        loose(frames)[0]


def test_what_is_made_of_a_part_is_a_plain_frame(
    frames: TableLightCurve[pd.DataFrame], tmp_path: Any
) -> None:
    part = frames.detections
    frames.detections.to_pickle(tmp_path / "part.pkl")
    made = [part.head(), part[part.fid == 1], part.copy(), pd.concat([part, part])]
    made += [pd.read_pickle(tmp_path / "part.pkl"), part.set_index("candid").reset_index()]  # noqa: S301 (our own)
    assert {type(each) for each in made} == {pd.DataFrame}
    assert all(each.attrs["units"] == part.attrs["units"] for each in made)
    assert part["mjd"].iloc[0] == part.iloc[0].mjd


magnitudes = st.floats(12, 21)
errors = st.floats(0.001, 0.3)


@given(magnitudes, errors, st.sampled_from([-1, 1]), magnitudes, errors)
def test_the_columns_of_a_corrected_light_curve_agree(
    magpsf: float, sigmapsf: float, sign: int, magnr: float, sigmagnr: float
) -> None:
    total, point, extended = map(
        float, photometry.corrected(magpsf, sigmapsf, sign, magnr, sigmagnr)
    )
    row = made(
        "pandas", magpsf=magpsf, sigmapsf=sigmapsf, isdiffpos=sign, magpsf_corr=total,
        sigmapsf_corr=point, sigmapsf_corr_ext=extended,
    ).merged().query("detected").iloc[0]  # fmt: skip
    reference = float(photometry.ab_flux(magnr))
    if total == photometry.SENTINEL:
        assert reference + row.flux_diff <= 1e-9 * reference
        assert row.sentinel
        assert math.isnan(row.flux)
        return
    assert row.flux == pytest.approx(reference + row.flux_diff, rel=1e-6)
    # By the definition of sigmapsf_corr_ext, whatever the reference.
    by_definition = 10 ** (-0.4 * magpsf) * sigmapsf / 10 ** (-0.4 * total)
    assert extended == pytest.approx(by_definition, rel=1e-9)
    assert row.flux_err_ext == pytest.approx(row.flux_diff_err, rel=1e-9)
    reference_error = float(photometry.ab_flux_error(magnr, sigmagnr))
    variance = row.flux_diff_err**2 - reference_error**2
    if point == photometry.SENTINEL:
        assert variance <= 1e-9 * row.flux_diff_err**2
        assert row.sentinel
    else:
        assert row.flux_err**2 == pytest.approx(variance, rel=1e-6, abs=1e-9 * reference_error**2)


def test_recorded_errors_are_those_of_the_formulas() -> None:
    merged = loose(ztf.light_curve(recorded_light_curve(), "pandas")).merged()
    known = merged.query("flux_err_ext.notna()")
    assert len(known) == 1997
    np.testing.assert_allclose(known.flux_err_ext, known.flux_diff_err, rtol=1e-4)
    points = known.query("flux_err.notna()")
    assert len(points) == 1541
    assert (points.flux_err <= points.flux_err_ext * (1 + 1e-6)).all()


def test_the_sandbox_s_errors_are_those_of_the_formulas(client: Alerce) -> None:
    merged = client.query_lightcurve([OID, "ZTF18aciucuv"], format="pandas").merged()
    known = merged.query("flux_err_ext.notna()")
    assert len(known) > 500
    # They are rounded to eight digits after the point.
    np.testing.assert_allclose(known.flux_err_ext, known.flux_diff_err, rtol=1e-4)
    points = known.query("flux_err.notna()")
    assert (points.flux_err <= points.flux_err_ext).all()
    assert 0 < len(points) < len(known)


def test_a_long_light_curve_stays_in_columns(record_property: Any) -> None:
    sent = recorded_light_curve()
    long: Any = {part: loose(rows) * 10 for part, rows in sent.items()}
    found = loose(ztf.light_curve(long, "pandas"))
    taken: list[float] = []
    rows = 0
    for _ in range(3):
        start = time.perf_counter()
        rows = len(found.merged())
        taken.append(time.perf_counter() - start)
    record_property("figures", f"{rows} rows merged in {min(taken):.3f} s")
    assert min(taken) < 0.25


def test_a_table_that_lacks_columns_is_merged_without_them() -> None:
    found = made("pandas")
    found["detections"] = found.detections[["mjd", "fid", "magpsf", "isdiffpos"]]
    merged = found.merged()
    assert merged.flux_diff.notna().tolist() == [False, True]
    assert merged.sigmapsf.isna().all()
    assert merged.dtypes.to_dict() == made("pandas").merged().dtypes.to_dict()


def test_a_table_without_times_is_refused() -> None:
    found = made("pandas")
    found["detections"] = found.detections.drop(columns="mjd")
    with pytest.raises(ArgumentError, match="column mjd"):
        found.merged()


def test_identifiers_that_were_made_numbers_are_texts_again() -> None:
    found = made("pandas", candid="576161491515015015")
    found["detections"] = found.detections.astype({"candid": "int64", "fid": "float64"})
    assert found.merged().candid.tolist()[1] == "576161491515015015"


def test_features_are_extracted_by_name(frames: TableLightCurve[pd.DataFrame]) -> None:
    class Amplitude:
        names = ("amplitude",)

        def __call__(self, t: Any, m: Any, sigma: Any, **options: object) -> list[float]:
            return [(max(m) - min(m)) / 2]

    found = frames.extract(Amplitude(), "r", "apparent")
    assert found["amplitude"] > 0
    with pytest.raises(ArgumentError, match='brightness="apparent"'):
        frames.extract(Amplitude(), "r")


def test_what_is_not_installed_is_named(frames: TableLightCurve[pd.DataFrame]) -> None:
    try:
        module("lightkurve")
    except ImportError:
        with pytest.raises(ImportError, match=r"pip install 'alerce\[lightkurve\]'"):
            frames.to_lightkurve("r")
    else:
        assert len(frames.to_lightkurve("r")) == len(frames.arrays("r")[0])
