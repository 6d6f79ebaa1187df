"""Pictures, compared with what was looked at and found right: see baseline/.

To make them anew: pytest tests/astronomy/test_pictures.py --mpl-generate-path=tests/astronomy/baseline
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
from alerce.types import Format
from tests.tables import OID, loose

compared = pytest.mark.mpl_image_compare(
    baseline_dir="baseline", style="default", savefig_kwargs={"dpi": 60}, tolerance=8
)
"""Tolerant of how a release of matplotlib smooths its letters."""

COUNT = 40


def light_curve() -> TableLightCurve[Any]:
    """Return a light curve in two bands with limits before, some rows doubtful."""
    times = 58800 + np.linspace(0, 60, COUNT)
    detections = [
        {
            "tid": "ztf", "candid": str(place), "mjd": float(mjd), "fid": 1 + place % 2,
            "isdiffpos": 1, "magpsf": 18 + 0.001 * float(mjd - 58815) ** 2 - 0.3 * (place % 2),
            "sigmapsf": 0.05 + 0.002 * place, "dubious": place % 9 == 0, "sigmapsf_corr_ext": 0.1,
            "magpsf_corr": 17.5 + 0.4 * float(np.sin(2 * np.pi * mjd / 7.3)) - 0.2 * (place % 2),
            "sigmapsf_corr": 100.0 if place % 11 == 0 else 0.04,
        }
        for place, mjd in enumerate(times)
    ]  # fmt: skip
    limits = [
        {"tid": "ztf", "mjd": 58780.0 + place, "fid": 1 + place % 3, "diffmaglim": 20 + place / 20}
        for place in range(18)
    ]
    found: Any = {"detections": detections, "non_detections": limits}
    drawn: TableLightCurve[Any] = loose(ztf.light_curve(found, "pandas"))
    return drawn


def probabilities() -> list[dict[str, Any]]:
    classes = {"SNIa": 0.61, "SNIbc": 0.2, "SNII": 0.12, "SLSN": 0.05, "CV/Nova": 0.02}
    return [{"class_name": name, "probability": value} for name, value in classes.items()]


@compared
def test_a_light_curve() -> Any:
    return light_curve().plot(title="difference")


@compared
def test_an_apparent_light_curve() -> Any:
    return light_curve().plot("apparent", title="apparent")


@compared
def test_a_folded_light_curve() -> Any:
    return light_curve().plot("apparent", period=7.3, title="folded")


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


def test_bright_is_up_and_limits_are_open_triangles() -> None:
    axes: Any = light_curve().plot().axes[0]
    assert axes.yaxis_inverted()
    labels = [text.get_text() for text in axes.get_legend().get_texts()]
    assert labels == ["g", "r", "g, upper limit", "r, upper limit", "i, upper limit"]
    limits = [each for each in axes.collections if "limit" in str(each.get_label())]
    assert all(len(each.get_facecolor()) == 0 for each in limits)


def test_limits_can_be_left_out() -> None:
    axes: Any = light_curve().plot(limits=False).axes[0]
    assert [text.get_text() for text in axes.get_legend().get_texts()] == ["g", "r"]


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
    assert found.plot().axes[0].get_legend() is None


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
