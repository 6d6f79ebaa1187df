"""One object as ZTF and LSST saw it, in one table and one time scale."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from alerce import Alerce
from alerce._untyped import module
from alerce.exceptions import ArgumentError
from alerce.lightcurves import merge_surveys
from alerce.results.lightcurves import TableLightCurve
from alerce.results.lsst_lightcurves import LsstLightCurve
from alerce.sandbox import lsst_sky

ZTF_OID = "ZTF19acyfpno"
LSST_OID = lsst_sky.FIRST
"""The same source in the two surveys of the sandbox."""

LEAP_SECONDS = 37.0
"""TAI - UTC since 2017-01-01 (IERS Bulletin C 52)."""


@pytest.fixture
def ztf(client: Alerce) -> TableLightCurve[pd.DataFrame]:
    return client.query_lightcurve(ZTF_OID, format="pandas")


@pytest.fixture
def lsst(client: Alerce) -> LsstLightCurve[pd.DataFrame]:
    return client.lsst.query_lightcurve(LSST_OID, format="pandas")


def test_both_are_found_by_position(client: Alerce) -> None:
    known = client.query_object(ZTF_OID)
    there = client.query_objects(
        survey="lsst",
        ra=known["meanra"],
        dec=known["meandec"],
        radius=2,
        classifier="stamp_classifier_rubin",
    )
    assert there["oid"].tolist() == [LSST_OID]


def test_every_measurement_is_there_once_in_order_of_time(ztf: Any, lsst: Any) -> None:
    both = merge_surveys(ztf, lsst)
    assert both.mjd.is_monotonic_increasing
    counts = both.survey.value_counts()
    assert counts["ztf"] == len(ztf.detections) + len(ztf.non_detections)
    assert counts["lsst"] == len(lsst.detections) + len(lsst.forced_photometry)
    lsst_rows = both[both.survey == "lsst"]
    assert set(lsst_rows.measurement_id.map(int)) == {
        *lsst.detections.measurement_id, *lsst.forced_photometry.measurement_id
    }  # fmt: skip
    assert set(both[both.survey == "ztf"].measurement_id.dropna()) == set(ztf.detections.candid)


@pytest.mark.parametrize(("scale", "moved"), [("tai", "ztf"), ("utc", "lsst")])
def test_times_are_in_one_scale(ztf: Any, lsst: Any, scale: Any, moved: str) -> None:
    both = merge_surveys(ztf, lsst, scale=scale)
    sent = {"ztf": ztf.merged().mjd, "lsst": lsst.merged().mjd}
    sign = 1 if scale == "tai" else -1
    for survey, times in sent.items():
        seconds = (both[both.survey == survey].mjd.to_numpy() - times.to_numpy()) * 86400
        expected = sign * LEAP_SECONDS if survey == moved else 0.0
        assert np.allclose(seconds, expected, atol=1e-4)
    assert both.attrs["time_scale"] == scale
    assert scale.upper() in both.attrs["descriptions"]["mjd"]


def test_filters_of_one_letter_are_told_apart(ztf: Any, lsst: Any) -> None:
    both = merge_surveys(ztf, lsst)
    assert {"ztfg", "ztfr"} <= set(both.bandpass) <= {
        "ztfg", "ztfr", "ztfi", "lsstu", "lsstg", "lsstr", "lssti", "lsstz", "lssty"
    }  # fmt: skip
    assert set(both[both.bandpass == "lsstg"].band) == {"g"}


def test_fluxes_are_those_of_each_survey_in_one_unit(ztf: Any, lsst: Any) -> None:
    both = merge_surveys(ztf, lsst, flux_unit="uJy")
    for survey, alone in (("ztf", ztf.merged("uJy")), ("lsst", lsst.merged("uJy"))):
        found = both[both.survey == survey]
        for name in ("flux_diff", "flux_diff_err", "flux", "flux_err"):
            assert np.allclose(found[name], alone[name], equal_nan=True)
    assert both.attrs["units"]["flux_diff"] == "uJy"


def test_magnitudes_are_those_of_positive_fluxes(ztf: Any, lsst: Any) -> None:
    both = merge_surveys(ztf, lsst)
    assert both[both.flux_diff <= 0].mag_diff.isna().all()
    u = module("astropy.units")
    bright = both[both.flux > 0]
    theirs = u.Quantity(bright.flux.to_numpy(), u.nJy).to_value(u.ABmag)
    assert np.allclose(bright.mag, theirs, atol=1e-4)


def test_forced_photometry_of_ztf_comes_too(client: Alerce, ztf: Any, lsst: Any) -> None:
    forced = client.query_forced_photometry(ZTF_OID, format="pandas")
    both = merge_surveys(ztf, lsst, forced=forced)
    marked = both[both.forced]
    assert (marked.survey == "ztf").sum() == len(forced)
    assert (marked.survey == "lsst").sum() == len(lsst.forced_photometry)
    assert not marked.detected.any()


def test_tables_of_astropy_have_units(client: Alerce) -> None:
    both: Any = merge_surveys(
        client.query_lightcurve(ZTF_OID, format="votable"),
        client.lsst.query_lightcurve(LSST_OID, format="votable"),
        scale="utc",
    )
    assert both["flux"].unit == "nJy"
    assert both["mag"].unit == "mag"
    assert both.meta["time_scale"] == "utc"
    assert set(both["survey"]) == {"ztf", "lsst"}


def test_several_objects_are_refused(client: Alerce, ztf: Any, lsst: Any) -> None:
    two = client.lsst.query_lightcurve([LSST_OID, LSST_OID + lsst_sky.STEP], format="pandas")
    with pytest.raises(ArgumentError, match="several objects"):
        merge_surveys(ztf, two)
    many = client.query_lightcurve([ZTF_OID, "ZTF18abbuksn"], format="pandas")
    with pytest.raises(ArgumentError, match="of 2 objects"):
        merge_surveys(many, lsst)


def test_the_wrong_light_curve_is_named(ztf: Any, lsst: Any) -> None:
    with pytest.raises(ArgumentError, match="ztf: it is a LsstLightCurve"):
        merge_surveys(lsst, ztf)
    with pytest.raises(ArgumentError, match="scale"):
        merge_surveys(ztf, lsst, scale="tdb")  # type: ignore[arg-type]
