"""Pictures of light curves, stamps and probabilities; matplotlib is imported for the first one."""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias, cast

from alerce import _untyped
from alerce.astronomy.photometry import BANDS, phase
from alerce.exceptions import ArgumentError

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

Columns: TypeAlias = "Mapping[str, NDArray[Any]]"
"""The columns of a merged light curve; a missing number is NaN, a missing flag is False."""

STAMP_NAMES: Final = ("Science", "Template", "Difference")

FLUX_UNIT: Final = "uJy"
"""The default unit of fluxes in pictures: 23.9 mag is 1 uJy."""

FACTORS: Final = {"nJy": "nJy", "uJy": "µJy", "mJy": "mJy", "Jy": "Jy"}


class BandStyle(NamedTuple):
    """How a band is drawn: its colour, and markers that identify it without colour."""

    colour: str
    detection: str
    size: float
    limit: str


BAND_STYLES: Final[Mapping[str, BandStyle]] = {
    "g": BandStyle("#009E73", "o", 4.5, "v"),
    "r": BandStyle("#D55E00", "s", 4.0, "1"),
    "i": BandStyle("#7B3294", "D", 4.0, "$\\downarrow$"),
}
"""Green, red and purple of the colours that colour-blind readers can distinguish
(Okabe & Ito 2008, Color Universal Design; Wong 2011, Nature Methods 8, 441)."""

UNKNOWN_BAND: Final = BandStyle("#666666", "^", 4.5, "|")

DRAWN: Final[Mapping[tuple[str, bool], tuple[str, str, str]]] = {
    ("difference", False): ("magpsf", "sigmapsf", "difference magnitude [mag]"),
    ("apparent", False): ("magpsf_corr", "sigmapsf_corr", "apparent magnitude [mag]"),
    ("difference", True): ("flux_diff", "flux_diff_err", "difference flux [{unit}]"),
    ("apparent", True): ("flux", "flux_err", "apparent flux [{unit}]"),
}
"""Value, error and label of each brightness, as a magnitude and as a flux."""


def new_figure(width: float, height: float) -> Any:
    """Return a figure that needs no display, does not use pyplot, and is shown by notebooks.

    Raises
    ------
    ImportError
        matplotlib is not installed.
    """
    try:
        import matplotlib.figure
    except ImportError as error:
        raise ImportError("pictures need matplotlib: pip install 'alerce[plot]'") from error
    from alerce.astronomy.figures import ShownFigure

    figure: matplotlib.figure.Figure = ShownFigure(width, height)
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

    Each is stretched separately by the ZScale algorithm of IRAF (Tody 1986), and shown as
    delivered, first row at the bottom. The direction of north is not known, since a packet
    has no world coordinate system.

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
        # For the axes of a subfigure this is the figure that contains it.
        figure = places[0].figure.figure
    import numpy as np

    stretch = _untyped.module("astropy.visualization").ZScaleInterval()
    for axes, image, name in zip(places, images, STAMP_NAMES, strict=True):
        finite = image[np.isfinite(image)]
        low, high = stretch.get_limits(finite) if finite.size else (None, None)
        axes.imshow(image, origin="lower", cmap="gray", vmin=low, vmax=high)
        axes.set_facecolor("lightsteelblue")  # visible in pixels off the detector, which are NaN
        axes.set_title(name if ax is None or axes is not places[0] else f"{title}\n{name}")
        axes.set_xticks([])
        axes.set_yticks([])
    return cast("Figure", figure)


def lightcurve_figure(
    columns: Columns,
    brightness: str | None = None,
    flux_unit: str | None = None,
    period: float | None = None,
    limits: bool = True,
    title: str = "",
    ax: Axes | None = None,
    size: tuple[float, float] = (9, 5),
) -> Figure:
    """Return a picture of the columns of a merged light curve, fluxes in their unit.

    Bright is up. Detections have error bars. Hollow markers are apparent magnitudes that the
    service calls dubious, and magnitudes of negative differences. An apparent magnitude without
    a point-source error gets the larger error of an extended source. Upper limits point down.
    With a period the phases are shown twice.

    Raises
    ------
    ArgumentError
        There is no such brightness, or no detection has one.
    ImportError
        matplotlib is not installed.
    """
    import numpy as np

    shown, as_flux = brightness, flux_unit is not None
    if brightness is None:
        shown = "apparent" if mostly_corrected(columns) else "difference"
        as_flux = as_flux or shown == "difference"
    if (shown, as_flux) not in DRAWN:
        raise ArgumentError(f"{brightness!r} is none of apparent, difference", about="brightness")
    name, error_name, label = DRAWN[cast(str, shown), as_flux]
    detected, values = columns["detected"], columns[name]
    seen = detected & np.isfinite(values)
    lost = int(np.count_nonzero(detected)) - int(np.count_nonzero(seen))
    if shown == "apparent" and lost and not seen.any():
        raise ArgumentError(
            f"none of the {lost} detections has corrected photometry: there is no source in the "
            'reference image that could be added, and "difference" shows all that there is',
            about="brightness",
        )
    errors = columns[error_name]
    if shown == "apparent":
        errors = np.where(np.isfinite(errors), errors, columns[f"{error_name}_ext"])
    hollow, meaning = _hollow(columns, cast(str, shown), as_flux)
    figure: Any
    axes: Any
    if ax is None:
        figure = new_figure(*size)
        axes = figure.subplots()
    else:
        axes = ax
        figure = axes.figure.figure
    if (seen & hollow).any() and shown == "difference":
        label = "magnitude of |difference| [mag]"
    small = ax is None and size[0] < SMALL
    scale = (0.75 if seen.sum() > MANY else 1.0) * (0.7 if small else 1.0)
    limit = columns["flux_limit" if as_flux else "diffmaglim"]
    missed = ~detected & np.isfinite(limit) & (limits and shown == "difference" and period is None)
    for band in _bands(columns):
        look = BAND_STYLES.get(band, UNKNOWN_BAND)
        own = columns["band"] == band
        points = look.size * scale
        for mask, face, text in (
            (seen & ~hollow, look.colour, band),
            (seen & hollow, "none", f"{band}, {meaning}"),
        ):
            if (mask & own).any():
                x, repeat = _x(columns["mjd"][mask & own], period)
                axes.errorbar(
                    x,
                    np.tile(values[mask & own], repeat),
                    np.nan_to_num(np.tile(errors[mask & own], repeat)),
                    fmt=look.detection,
                    ms=points + (face == "none"),  # larger, so that the hole is visible
                    mew=0.9,
                    lw=0.8,
                    color=look.colour,
                    mfc=face,
                    label=text,
                )
        if (missed & own).any():
            axes.plot(
                columns["mjd"][missed & own],
                limit[missed & own],
                ls="none",
                marker=look.limit,
                ms=5 * scale,
                mfc="none",
                color=look.colour,
                mew=0.8,
                alpha=0.6,
                label=f"{band}, upper limit",
            )
    remarks: list[str] = []
    if lost and seen.any():
        kind = "flux" if as_flux else "magnitude"
        remarks.append(f"{lost} of {np.count_nonzero(detected)} detections have no {shown} {kind}")
    if as_flux and shown == "difference":
        axes.axhline(0, color="0.6", lw=0.8, zorder=0)
        if ax is None and seen.any():
            above = _frame_detections(axes, values[seen], errors[seen], limit[missed])
            verb = "limit is" if above == 1 else "limits are"
            remarks += [f"{above} upper {verb} above the frame"] * (above > 0)
    axes.yaxis.set_inverted(not as_flux)
    axes.set_xlabel("MJD (UTC) [d]" if period is None else f"phase (period {period:.6g} d)")
    axes.set_ylabel(label.format(unit=FACTORS[flux_unit or FLUX_UNIT]))
    axes.ticklabel_format(axis="x", useOffset=False, style="plain")
    if small:
        axes.locator_params(axis="x", nbins=5)
    if title:
        axes.set_title(title)
    if not (seen | missed).any():
        axes.text(0.5, 0.5, "no detections", transform=axes.transAxes, ha="center", va="center")
        if ax is None:
            axes.set_xticks([])
            axes.set_yticks([])
    elif remarks:
        _remark(axes, ", ".join(remarks))
    _legend(axes)
    return cast("Figure", figure)


MANY: Final = 400
"""Number of points above which they are drawn smaller."""

SMALL: Final = 6
"""Width in inches below which a figure has smaller points and fewer dates."""


def mostly_corrected(columns: Columns) -> bool:
    """Tell whether more than half of the detections have a magnitude that is corrected and not dubious."""
    import numpy as np

    detected = columns["detected"]
    good = detected & np.isfinite(columns["magpsf_corr"]) & ~columns["dubious"]
    return bool(2 * np.count_nonzero(good) > np.count_nonzero(detected))


def _hollow(columns: Columns, brightness: str, as_flux: bool) -> tuple[NDArray[np.bool_], str]:
    """Return which detections are drawn hollow, and what that means."""
    if brightness == "apparent":
        return columns["dubious"], "dubious"
    # A flux shows its sign, so that it needs no hollow marker.
    return (columns["isdiffpos"] == -1) & (not as_flux), "negative difference"


def _frame_detections(
    axes: Any, values: NDArray[Any], errors: NDArray[Any], limits: NDArray[Any]
) -> int:
    """Fit the axes to zero and the detections, and return how many upper limits are above.

    The limit of a bad night is many times the flux of the source, so that axes which include
    it would show a flat light curve.
    """
    import numpy as np

    spread = np.nan_to_num(errors)
    low, high = min(0.0, float((values - spread).min())), max(0.0, float((values + spread).max()))
    low, high = low - 0.05 * (high - low), high + 0.05 * (high - low)
    axes.set_ylim(low, high)
    return int(np.count_nonzero(limits > high))


def _bands(columns: Columns) -> list[str]:
    order = {letter: place for place, letter in enumerate(BANDS.values())}
    return sorted(set(columns["band"].tolist()), key=lambda band: (order.get(band, 9), band))


def _remark(axes: Any, text: str) -> None:
    axes.annotate(
        text, (0, 0), (2, 2), xycoords="axes fraction", textcoords="offset points",
        fontsize="x-small", color="0.35",
    )  # fmt: skip


def _legend(axes: Any) -> None:
    shown = sorted(
        zip(*axes.get_legend_handles_labels(), strict=True), key=lambda pair: "," in str(pair[1])
    )
    if shown:
        handles, labels = zip(*shown, strict=True)
        # The legend is beside the axes, which the data often fill.
        axes.legend(
            handles,
            labels,
            fontsize="small",
            loc="upper left",
            bbox_to_anchor=(1.0, 1.0),
            frameon=False,
        )


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
        figure = axes.figure.figure
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
    """Return a PNG file as an HTML element, with a description as its alternative text."""
    import html

    data = base64.b64encode(png).decode()
    return f"<img alt='{html.escape(text, quote=True)}' src='data:image/png;base64,{data}'>"


def _x(times: NDArray[Any], period: float | None) -> tuple[NDArray[Any], int]:
    """Return the horizontal coordinates of points, and how often each point is drawn."""
    import numpy as np

    if period is None:
        return times, 1
    phases = phase(times, period)
    return np.concatenate([phases, phases + 1]), 2


def show_in_notebook(images: Sequence[bytes], oid: str, candid: str) -> None:
    """Show three PNG images side by side under the cell."""
    import html

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
