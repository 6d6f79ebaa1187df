"""Pictures of light curves in flux."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, cast

from alerce.astronomy.photometry import phase
from alerce.astronomy.plotting import new_figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LOOKS: Final[Mapping[str, tuple[str, str]]] = {
    "u": ("#1600ea", "o"),
    "g": ("#31de1f", "^"),
    "r": ("#b52626", "v"),
    "i": ("#370201", "s"),
    "z": ("#ba52ff", "*"),
    "y": ("#61a2b3", "p"),
}
"""Colour and mark of each band, those of Rubin Observatory's publications (RTN-045)."""

UNKNOWN: Final = ("tab:gray", "x")


def flux_figure(
    rows: Sequence[Mapping[str, Any]],
    flux: str,
    error: str,
    label: str,
    bands: Sequence[str],
    period: float | None = None,
    title: str = "",
    ax: Axes | None = None,
) -> Figure:
    """Return a picture of the rows of a merged light curve in flux.

    Detections are filled, forced photometry is hollow. A line marks flux 0. With a
    period the phases are shown twice.

    Raises
    ------
    ImportError
        matplotlib is not installed.
    """
    figure: Any
    axes: Any
    if ax is None:
        figure = new_figure(9, 5)
        axes = figure.subplots()
    else:
        axes = ax
        figure = axes.get_figure(root=True)
    known = [band for band in bands if any(row["band"] == band for row in rows)]
    others = {row["band"] for row in rows} - set(bands)
    for band in (*known, *sorted(others, key=str)):
        colour, mark = LOOKS.get(band, UNKNOWN)
        for detected in (True, False):
            shown = [row for row in rows if row["band"] == band and row["detected"] is detected]
            if not shown:
                continue
            times = [float(row["mjd"]) for row in shown]
            x, repeat = times, 1
            if period is not None:
                phases: list[float] = phase(times, period).tolist()
                x, repeat = [*phases, *(each + 1 for each in phases)], 2
            name = band if band is not None else "unknown band"
            axes.errorbar(
                x,
                [row[flux] for row in shown] * repeat,
                [row[error] or 0.0 for row in shown] * repeat,
                fmt=mark,
                ms=5,
                lw=1,
                color=colour,
                mfc=colour if detected else "none",
                alpha=1.0 if detected else 0.6,
                label=name if detected else f"{name}, forced",
            )
    axes.axhline(0.0, color="0.7", lw=0.8, zorder=0)
    axes.set_xlabel("MJD (TAI) [d]" if period is None else f"phase (period {period:.6g} d)")
    axes.set_ylabel(label)
    axes.ticklabel_format(axis="x", useOffset=False, style="plain")
    if title:
        axes.set_title(title)
    if rows:
        axes.legend(fontsize="small", loc="upper left", bbox_to_anchor=(1.0, 1.0), frameon=False)
    return cast("Figure", figure)
