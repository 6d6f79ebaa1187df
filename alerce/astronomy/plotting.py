"""Pictures; matplotlib is loaded only here, and only when one is made."""

from __future__ import annotations

import base64
import html
import io
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, cast

from alerce import _untyped
from alerce.astronomy.photometry import BANDS, phase
from alerce.exceptions import ArgumentError

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

Style: TypeAlias = Literal["bars", "radar"]
"""How probabilities are drawn."""

STAMP_NAMES: Final = ("Science", "Template", "Difference")

COLOURS: Final[Mapping[str, str]] = {"g": "tab:green", "r": "tab:red", "i": "tab:orange"}
"""The usual colours of ZTF's bands."""

UNKNOWN_BAND: Final = "tab:gray"

NAMES: Final[Mapping[str, tuple[str, str, str]]] = {
    "difference": ("magpsf", "sigmapsf", "difference magnitude [mag]"),
    "apparent": ("magpsf_corr", "sigmapsf_corr", "apparent magnitude [mag]"),
}


def in_notebook() -> bool:
    """Tell whether the code runs in a notebook, which shows pictures under the cell."""
    ipython = sys.modules.get("IPython")
    shell: Any = ipython.get_ipython() if ipython is not None else None
    return shell is not None and "IPKernelApp" in shell.config


def new_figure(width: float, height: float) -> Any:
    """Return a figure that needs no display and leaves pyplot alone.

    Raises
    ------
    ImportError
        matplotlib is not installed.
    """
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError as error:
        raise ImportError("pictures need matplotlib: pip install 'alerce[plot]'") from error
    figure: Any = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure


def stamps_figure(
    images: Sequence[NDArray[np.float32]],
    oid: str,
    candid: str,
    date: str = "",
    ax: Sequence[Axes] | None = None,
    word: str = "candid",
) -> Figure:
    """Return a figure of the three images of an alert.

    Each is stretched on its own by the ZScale algorithm of IRAF (Tody 1986),
    and shown as delivered, first row at the bottom: a packet has no world
    coordinate system, so that north is where the survey put it.

    Raises
    ------
    ImportError
        matplotlib is not installed.
    """
    title = f"{oid}  {word} {candid}" + (f"  {date}" if date else "")
    if ax is None:
        figure = new_figure(9, 3.6)
        places: Sequence[Any] = list(figure.subplots(1, 3))
        figure.suptitle(title)
    else:
        places = list(ax)
        if len(places) != len(STAMP_NAMES):
            raise ArgumentError(f"three axes are needed, not {len(places)}", about="ax")
        figure = places[0].get_figure(root=True)
    import numpy as np

    stretch = _untyped.module("astropy.visualization").ZScaleInterval()
    for axes, image, name in zip(places, images, STAMP_NAMES, strict=True):
        finite = image[np.isfinite(image)]
        low, high = stretch.get_limits(finite) if finite.size else (None, None)
        axes.imshow(image, origin="lower", cmap="gray", vmin=low, vmax=high)
        axes.set_facecolor("lightsteelblue")  # shows through where there is no detector
        axes.set_title(name if ax is None or axes is not places[0] else f"{title}\n{name}")
        axes.set_xticks([])
        axes.set_yticks([])
    return cast("Figure", figure)


def lightcurve_figure(
    rows: Sequence[Mapping[str, Any]],
    brightness: str,
    period: float | None = None,
    limits: bool = True,
    title: str = "",
    ax: Axes | None = None,
    size: tuple[float, float] = (9, 5),
) -> Figure:
    """Return a picture of the rows of a merged light curve.

    Detections have error bars, those with doubtful corrected photometry are
    hollow when apparent magnitudes are shown. Upper limits are open triangles.
    Bright is up. With a period the phases are shown twice.

    Raises
    ------
    ArgumentError
        There is no such brightness.
    ImportError
        matplotlib is not installed.
    """
    if brightness not in NAMES:
        raise ArgumentError(f"{brightness!r} is none of {', '.join(NAMES)}", about="brightness")
    magnitude, error, label = NAMES[brightness]
    figure: Any
    axes: Any
    if ax is None:
        figure = new_figure(*size)
        axes = figure.subplots()
    else:
        axes = ax
        figure = axes.get_figure(root=True)
    order = {letter: place for place, letter in enumerate(BANDS.values())}
    bands = sorted({row["band"] for row in rows}, key=lambda band: (order.get(band, 9), band))
    for band in bands:
        colour = COLOURS.get(band, UNKNOWN_BAND)
        seen = [row for row in rows if row["band"] == band and row.get(magnitude) is not None]
        doubtful = [
            bool(row["sentinel"] or row.get("dubious")) and brightness == "apparent" for row in seen
        ]
        for hollow in (False, True):
            shown = [row for row, doubt in zip(seen, doubtful, strict=True) if doubt is hollow]
            if shown:
                x, repeat = _x(shown, period)
                axes.errorbar(
                    x,
                    [row[magnitude] for row in shown] * repeat,
                    [row.get(error) or 0.0 for row in shown] * repeat,
                    fmt="o",
                    ms=4,
                    lw=1,
                    color=colour,
                    mfc="none" if hollow else colour,
                    label=f"{band}, doubtful" if hollow else band,
                )
        missed = [
            row
            for row in rows
            if limits and not row["detected"] and row["band"] == band and row.get("diffmaglim")
        ]
        if missed and brightness == "difference" and period is None:
            x, repeat = _x(missed, period)
            axes.scatter(
                x,
                [row["diffmaglim"] for row in missed] * repeat,
                marker="v",
                s=22,
                facecolors="none",
                edgecolors=colour,
                linewidths=0.8,
                alpha=0.55,
                label=f"{band}, upper limit",
            )
    axes.yaxis.set_inverted(True)
    axes.set_xlabel("MJD (UTC) [d]" if period is None else f"phase (period {period:.6g} d)")
    axes.set_ylabel(label)
    axes.ticklabel_format(axis="x", useOffset=False, style="plain")
    if title:
        axes.set_title(title)
    shown_labels = sorted(
        zip(*axes.get_legend_handles_labels(), strict=True), key=lambda pair: "," in str(pair[1])
    )
    if shown_labels:
        handles, labels = zip(*shown_labels, strict=True)
        # Beside the data, which often fill the whole of the axes.
        axes.legend(
            handles,
            labels,
            fontsize="small",
            loc="upper left",
            bbox_to_anchor=(1.0, 1.0),
            frameon=False,
        )
    return cast("Figure", figure)


def probabilities_figure(
    rows: Sequence[Mapping[str, Any]], style: str, title: str = "", ax: Axes | None = None
) -> Figure:
    """Return a picture of the class probabilities of one classifier version.

    Raises
    ------
    ArgumentError
        There is no such style.
    ImportError
        matplotlib is not installed.
    """
    import math

    if style not in ("bars", "radar"):
        raise ArgumentError(f"{style!r} is none of bars, radar", about="style")
    names = [str(row["class_name"]) for row in rows]
    values = [float(row["probability"]) for row in rows]
    figure: Any
    axes: Any
    if ax is None:
        height = 1.2 + 0.32 * max(len(rows), 3) if style == "bars" else 5.5
        figure = new_figure(6, height)
        axes = figure.subplots(subplot_kw={"projection": "polar"} if style == "radar" else None)
    else:
        axes = ax
        figure = axes.get_figure(root=True)
    if style == "bars":
        bars = axes.barh(names, values, color="tab:blue")
        axes.bar_label(bars, [f"{value:.2f}" for value in values], padding=3, fontsize="small")
        axes.yaxis.set_inverted(True)
        axes.set_xlim(0, 1.08)
        axes.set_xticks([0, 0.25, 0.5, 0.75, 1])
        axes.set_xlabel("probability")
        axes.spines[["top", "right"]].set_visible(False)
    else:
        if axes.name != "polar":
            raise ArgumentError("a radar needs axes of polar projection", about="ax")
        angles = [2 * math.pi * place / max(len(rows), 1) for place in range(len(rows))]
        axes.set_theta_zero_location("N")
        axes.set_theta_direction(-1)
        axes.plot([*angles, *angles[:1]], [*values, *values[:1]], color="tab:blue", lw=1.5)
        axes.fill(angles, values, color="tab:blue", alpha=0.25)
        axes.set_xticks(angles, names, fontsize="small")
        top = max([*values, 0.1]) * 1.1
        axes.set_ylim(0, min(top, 1.0))
        step = 0.25 if top > 0.5 else 0.1
        axes.set_yticks([step * turn for turn in range(1, 1 + int(min(top, 1.0) / step))])
        axes.set_rlabel_position(180 / max(len(rows), 1))
        axes.tick_params(axis="y", labelsize="x-small")
        axes.tick_params(axis="x", pad=8)
    if title:
        axes.set_title(title)
    return cast("Figure", figure)


def as_png(figure: Any, dots_per_inch: int = 80) -> bytes:
    """Return a figure as a PNG file."""
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=dots_per_inch)
    return file.getvalue()


def as_html(png: bytes, text: str) -> str:
    """Return a PNG file as an element of a page, with what it shows in words."""
    data = base64.b64encode(png).decode()
    return f"<img alt='{html.escape(text, quote=True)}' src='data:image/png;base64,{data}'>"


def _x(rows: Sequence[Mapping[str, Any]], period: float | None) -> tuple[list[float], int]:
    """Return where points stand on the horizontal axis, and how often each is there."""
    times = [float(row["mjd"]) for row in rows]
    if period is None:
        return times, 1
    phases: list[float] = phase(times, period).tolist()
    return [*phases, *(each + 1 for each in phases)], 2


def show_in_notebook(images: Sequence[bytes], oid: str, candid: str) -> None:
    """Show three PNG images side by side under the cell."""
    ipython = _untyped.module("IPython.display")
    cells = "".join(
        f"<figure style='display:inline-block;margin:4px;text-align:center'>"
        f"<img width='200' src='data:image/png;base64,{base64.b64encode(image).decode()}'>"
        f"<figcaption>{name}</figcaption></figure>"
        for image, name in zip(images, STAMP_NAMES, strict=True)
    )
    ipython.display(
        ipython.HTML(
            f"<div>ZTF oid: {html.escape(oid)}, candid: {html.escape(candid)}</div>{cells}"
        )
    )
