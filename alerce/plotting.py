"""Pictures; matplotlib is loaded only here, and only when one is made."""

from __future__ import annotations

import base64
import html
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, cast

from alerce import untyped

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

STAMP_NAMES: Final = ("Science", "Template", "Difference")


def in_notebook() -> bool:
    """Tell whether the code runs in a notebook, which shows pictures under the cell."""
    ipython = sys.modules.get("IPython")
    shell: Any = ipython.get_ipython() if ipython is not None else None
    return shell is not None and "IPKernelApp" in shell.config


def stamps_figure(images: Sequence[NDArray[np.float32]], oid: str, candid: str) -> Figure:
    """Return a figure of the three images of an alert.

    Each is stretched on its own by the ZScale algorithm of IRAF (Tody 1986),
    and shown as delivered, first row at the bottom.

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
    import numpy as np

    stretch = untyped.module("astropy.visualization").ZScaleInterval()
    figure: Any = Figure(figsize=(9, 3.6), layout="constrained")
    FigureCanvasAgg(figure)
    figure.suptitle(f"{oid}  candid {candid}")
    for axes, image, name in zip(figure.subplots(1, 3), images, STAMP_NAMES, strict=True):
        finite = image[np.isfinite(image)]
        low, high = stretch.get_limits(finite) if finite.size else (None, None)
        axes.imshow(image, origin="lower", cmap="gray", vmin=low, vmax=high)
        axes.set_facecolor("lightsteelblue")  # shows through where there is no detector
        axes.set_title(name)
        axes.set_xticks([])
        axes.set_yticks([])
    return cast("Figure", figure)


def show_in_notebook(images: Sequence[bytes], oid: str, candid: str) -> None:
    """Show three PNG images side by side under the cell."""
    ipython = untyped.module("IPython.display")
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
