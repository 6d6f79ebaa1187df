"""Pictures are equal to the approved ones in baseline/.

To write those: pytest tests/astronomy/test_pictures.py --mpl-generate-path=tests/astronomy/baseline
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from alerce import Alerce
from alerce.astronomy import plotting
from alerce.exceptions import ArgumentError
from alerce.results import ztf
from alerce.results.lightcurves import TableLightCurve
from alerce.sandbox import lsst_sky
from alerce.types import Format
from tests.tables import OID, loose

compared = pytest.mark.mpl_image_compare(
    baseline_dir="baseline", style="default", savefig_kwargs={"dpi": 60}, tolerance=8
)
"""Tolerant of how a release of matplotlib smooths its letters."""

COUNT = 40
LSST_OID = lsst_sky.FIRST


def light_curve(**changes: Any) -> TableLightCurve[Any]:
    """Return a light curve in two bands with limits before, some rows dubious or without errors.

    The source is of period 7.3 d and fainter than in the reference image half of the time.
    """
    times = 58800 + np.linspace(0, 60, COUNT)
    changing = np.sin(2 * np.pi * times / 7.3)
    detections = [
        {
            "tid": "ztf", "candid": str(place), "mjd": float(mjd), "fid": 1 + place % 2,
            "isdiffpos": 1 if change > 0 else -1,
            "magpsf": 20 - 2 * abs(float(change)) - 0.3 * (place % 2),
            "sigmapsf": 0.05 + 0.002 * place, "dubious": place % 9 == 0, "sigmapsf_corr_ext": 0.1,
            "magpsf_corr": 17.5 - 0.4 * float(change) - 0.2 * (place % 2), "corrected": True,
            "sigmapsf_corr": 100.0 if place % 11 == 0 else 0.04,
        } | changes
        for place, (mjd, change) in enumerate(zip(times, changing, strict=True))
    ]  # fmt: skip
    limits = [
        {"tid": "ztf", "mjd": 58780.0 + place, "fid": 1 + place % 3, "diffmaglim": 20 + place / 20}
        for place in range(18)
    ]
    found: Any = {"detections": detections, "non_detections": limits}
    drawn: TableLightCurve[Any] = loose(ztf.light_curve(found, "pandas"))
    return drawn


UNCORRECTED: dict[str, Any] = dict.fromkeys(
    ("magpsf_corr", "sigmapsf_corr", "sigmapsf_corr_ext")
) | {"corrected": False}
"""What the rows of a source are without a counterpart in the reference image."""


def probabilities() -> list[dict[str, Any]]:
    classes = {"SNIa": 0.61, "SNIbc": 0.2, "SNII": 0.12, "SLSN": 0.05, "CV/Nova": 0.02}
    return [{"class_name": name, "probability": value} for name, value in classes.items()]


@compared
def test_a_light_curve() -> Any:
    return light_curve().plot(title="apparent by itself")


@compared
def test_a_light_curve_without_a_counterpart() -> Any:
    return light_curve(**UNCORRECTED).plot(title="difference flux by itself")


@compared
def test_a_light_curve_of_difference_magnitudes() -> Any:
    return light_curve().plot("difference", title="difference magnitudes")


@compared
def test_a_folded_light_curve() -> Any:
    return light_curve().plot(period=7.3, title="folded")


@compared
def test_a_folded_light_curve_of_fluxes() -> Any:
    return light_curve().plot("difference", flux_unit="mJy", period="7.3 d", title="folded flux")


@compared
def test_bars() -> Any:
    return plotting.probabilities_figure(probabilities(), "bars", "bars")


@compared
def test_a_radar() -> Any:
    return plotting.probabilities_figure(probabilities(), "radar", "radar")


@compared
def test_stamps() -> Any:
    y, x = np.mgrid[:63, :63]
    noise = np.random.default_rng(1).normal(0, 20, (63, 63))
    star = (500 * np.exp(-((x - 31) ** 2 + (y - 40) ** 2) / 8) + noise).astype(np.float32)
    off = star.copy()
    off[:, :9] = np.nan
    return plotting.stamps_figure([star, off, star - 20], "ZTF18abc", "1", "2020-01-01 00:00 UTC")


def legend(figure: Any) -> list[str]:
    return [text.get_text() for text in figure.axes[0].get_legend().get_texts()]


def points(figure: Any) -> list[tuple[float, float]]:
    """Return where the detections are drawn, band by band."""
    return [
        (float(x), float(y))
        for drawn in figure.axes[0].containers
        for x, y in zip(*drawn.lines[0].get_data(), strict=True)
    ]


@compared
def test_a_light_curve_of_lsst(client: Alerce) -> Any:
    return client.lsst.plot_lightcurve(LSST_OID)


@compared
def test_a_folded_light_curve_of_lsst(client: Alerce) -> Any:
    return client.lsst.plot_lightcurve(LSST_OID, "apparent", flux_unit="uJy", period=0.7)


@compared
def test_stamps_of_lsst(client: Alerce) -> Any:
    return client.lsst.plot_stamps(LSST_OID)


def test_apparent_magnitudes_are_drawn_where_the_correction_holds() -> None:
    figure: Any = light_curve().plot()
    assert figure.axes[0].get_ylabel() == "apparent magnitude [mag]"
    assert figure.axes[0].yaxis_inverted()
    assert legend(figure) == ["g", "r", "g, dubious", "r, dubious"]


@pytest.mark.parametrize("changes", [UNCORRECTED, {"magpsf_corr": 100.0}, {"dubious": True}])
def test_signed_fluxes_are_drawn_where_it_does_not(changes: dict[str, Any]) -> None:
    figure: Any = light_curve(**changes).plot()
    assert figure.axes[0].get_ylabel() == "difference flux [µJy]"
    assert not figure.axes[0].yaxis_inverted()
    merged = light_curve(**changes).merged("uJy").query("detected")
    expected = sorted(zip(merged.mjd, merged.flux_diff, strict=True))
    np.testing.assert_allclose(sorted(points(figure)), expected)
    assert min(y for _, y in points(figure)) < 0


@pytest.mark.parametrize(
    ("brightness", "unit"), [(None, None), ("apparent", "mJy"), ("difference", "nJy")]
)
def test_a_variable_is_drawn_highest_when_it_is_brightest(brightness: Any, unit: Any) -> None:
    figure: Any = light_curve().plot(brightness, flux_unit=unit, period=7.3)
    up = -1 if figure.axes[0].yaxis_inverted() else 1
    brightest = light_curve().merged().query("detected").nsmallest(1, "magpsf_corr")
    phase = float(brightest.mjd.iloc[0]) / 7.3 % 1
    assert max((up * y, x % 1) for x, y in points(figure))[1] == pytest.approx(phase, abs=0.05)


def test_magnitudes_of_negative_differences_are_marked() -> None:
    figure: Any = light_curve().plot("difference", limits=False)
    assert figure.axes[0].get_ylabel() == "magnitude of |difference| [mag]"
    brighter = light_curve(isdiffpos=1).plot("difference")
    assert loose(brighter).axes[0].get_ylabel() == "difference magnitude [mag]"
    assert legend(figure) == ["g", "r", "g, negative difference", "r, negative difference"]
    hollow = [drawn for drawn in figure.axes[0].containers if "negative" in str(drawn.get_label())]
    assert all(drawn.lines[0].get_markerfacecolor() == "none" for drawn in hollow)
    negative = light_curve().merged().query("isdiffpos == -1")
    assert sum(len(drawn.lines[0].get_xdata()) for drawn in hollow) == len(negative)


def test_an_object_without_corrected_photometry_says_so() -> None:
    with pytest.raises(ArgumentError, match="brightness: none of the 40 detections has corrected"):
        light_curve(**UNCORRECTED).plot("apparent")


def test_what_is_left_out_is_told() -> None:
    found = light_curve()
    found.detections.loc[found.detections.index[:3], "magpsf_corr"] = 100.0
    figure: Any = found.plot("apparent")
    texts = [text.get_text() for text in figure.axes[0].texts]
    assert texts == ["3 of 40 detections have no apparent magnitude"]


def test_an_apparent_magnitude_without_a_point_source_error_has_the_other() -> None:
    found = light_curve(sigmapsf_corr=100.0, dubious=False)
    figure: Any = found.plot()
    ((_, _, (bars,)), *_) = figure.axes[0].containers
    heights = [float(abs(top[1] - low[1])) for low, top in bars.get_segments()]
    assert heights == pytest.approx([0.2] * len(heights))


def test_a_bad_night_s_limit_does_not_flatten_the_fluxes() -> None:
    found = light_curve(**UNCORRECTED)
    found.non_detections.loc[0, "diffmaglim"] = 14.0
    figure: Any = found.plot()
    assert 300 < figure.axes[0].get_ylim()[1] < 400
    assert [text.get_text() for text in figure.axes[0].texts] == [
        "1 upper limit is above the frame"
    ]


def test_bands_differ_by_marker() -> None:
    found = light_curve()
    found.detections["fid"] = [1 + place % 4 for place in range(COUNT)]
    found.non_detections["fid"] = [1 + place % 4 for place in range(18)]
    figure: Any = found.plot("difference", flux_unit="uJy")
    markers = [drawn.lines[0].get_marker() for drawn in figure.axes[0].containers]
    limits = [
        line.get_marker() for line in figure.axes[0].get_lines() if "limit" in str(line.get_label())
    ]
    assert len(set(markers)) == len(markers) == 4
    assert len(set(limits)) == len(limits) == 4


def test_limits_are_of_the_difference_and_can_be_left_out() -> None:
    found = light_curve(**UNCORRECTED)
    limits = ["g, upper limit", "r, upper limit", "i, upper limit"]
    assert legend(found.plot()) == ["g", "r", *limits]
    assert legend(found.plot(limits=False)) == ["g", "r"]
    assert legend(found.plot(period=7.3)) == ["g", "r"]


def test_the_default_is_the_same_from_the_client(client: Alerce) -> None:
    figure: Any = client.plot_lightcurve(OID)
    assert figure.axes[0].get_ylabel() == "apparent magnitude [mag]"
    difference: Any = client.plot_lightcurve(OID, "difference", flux_unit="mJy")
    assert difference.axes[0].get_ylabel() == "difference flux [mJy]"


@pytest.mark.parametrize("what", ["plot_lightcurve", "plot_probabilities"])
def test_pictures_are_drawn_where_asked(client: Alerce, what: str) -> None:
    figure = plotting.new_figure(4, 3)
    axes = figure.subplots()
    assert getattr(client, what)(OID, ax=axes) is figure
    assert figure.axes == [axes]


def test_stamps_are_drawn_where_asked(client: Alerce) -> None:
    figure = plotting.new_figure(4, 3)
    axes = list(figure.subplots(1, 3))
    drawn: Any = client.plot_stamps("ZTF18abkifng", 576161491515015015, ax=axes)
    assert drawn is figure
    assert "candid 576161491515015015  20" in axes[0].get_title()


def test_stamps_need_three_axes(client: Alerce) -> None:
    figure = plotting.new_figure(4, 3)
    with pytest.raises(ArgumentError, match="three axes"):
        client.plot_stamps("ZTF18abkifng", ax=[figure.subplots()])


def test_stamps_say_object_candid_and_date(client: Alerce) -> None:
    figure: Any = client.plot_stamps("ZTF18abkifng", 576161491515015015)
    assert figure.get_suptitle().startswith("ZTF18abkifng  candid 576161491515015015  20")
    assert figure.get_suptitle().endswith(" UTC")


def test_a_light_curve_folds_with_the_period_of_the_object(client: Alerce) -> None:
    figure: Any = client.plot_lightcurve(OID, fold=True)
    assert f"period {client.query_period(OID):.6g} d" in figure.axes[0].get_xlabel()


def test_a_radar_needs_polar_axes() -> None:
    figure = plotting.new_figure(4, 3)
    with pytest.raises(ArgumentError, match="polar"):
        plotting.probabilities_figure(probabilities(), "radar", ax=figure.subplots())


@pytest.mark.parametrize("argument", ["brightness", "style"])
def test_a_manner_that_does_not_exist_is_refused(argument: str) -> None:
    draw: dict[str, Callable[[], object]] = {
        "style": lambda: plotting.probabilities_figure(probabilities(), "x"),
        "brightness": lambda: loose(light_curve()).plot("x"),
    }
    with pytest.raises(ArgumentError, match=f"{argument}: 'x' is none of"):
        draw[argument]()


def test_nothing_can_be_drawn_too() -> None:
    found = loose(ztf.light_curve({"detections": [], "non_detections": []}, "pandas"))
    (axes,) = found.plot().axes
    assert axes.get_legend() is None
    assert [text.get_text() for text in axes.texts] == ["no detections"]


def test_a_notebook_shows_an_object_with_a_small_light_curve(client: Alerce) -> None:
    shown = loose(client.query_summary(OID))._repr_html_()
    assert OID in shown
    assert "lc_classifier" in shown
    assert "<img alt='light curve' src='data:image/png;base64," in shown


@pytest.mark.parametrize("format", ["pandas", "votable"])
def test_a_notebook_shows_a_light_curve(client: Alerce, format: Format) -> None:
    shown = loose(client.query_lightcurve(OID, format=format))._repr_html_()
    assert "detections" in shown
    assert "<img" in shown


def test_without_matplotlib_a_notebook_shows_numbers(
    client: Alerce, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    shown = loose(client.query_summary(OID))._repr_html_()
    assert "<img" not in shown
    assert "position" in shown


def test_pictures_leave_pyplot_alone() -> None:
    code = (
        "import sys; from alerce.astronomy import plotting;"
        "plotting.probabilities_figure([{'class_name': 'a', 'probability': 1}], 'bars');"
        "assert 'matplotlib.pyplot' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 (our own words)
