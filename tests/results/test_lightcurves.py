"""Light curves: both parts in one table, fluxes, phases, and what other packages take."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
import pytest

from alerce import Alerce
from alerce._untyped import module
from alerce.astronomy import photometry
from alerce.exceptions import ArgumentError
from alerce.results import ztf
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


def test_features_are_extracted_by_name(frames: TableLightCurve[pd.DataFrame]) -> None:
    class Amplitude:
        names = ("amplitude",)

        def __call__(self, t: Any, m: Any, sigma: Any, **options: object) -> list[float]:
            return [(max(m) - min(m)) / 2]

    found = frames.extract(Amplitude(), "r")
    assert found["amplitude"] > 0


def test_what_is_not_installed_is_named(frames: TableLightCurve[pd.DataFrame]) -> None:
    try:
        module("lightkurve")
    except ImportError:
        with pytest.raises(ImportError, match=r"pip install 'alerce\[lightkurve\]'"):
            frames.to_lightkurve("r")
    else:
        assert len(frames.to_lightkurve("r")) == len(frames.arrays("r")[0])
