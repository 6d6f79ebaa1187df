"""A figure that shows itself; matplotlib is loaded with this module."""

from __future__ import annotations

import io
from typing import Any, cast

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from alerce import _untyped
from alerce.astronomy.notebooks import in_notebook
from alerce.warnings import AlerceWarning, warn


class ShownFigure(Figure):
    """A figure of matplotlib that pyplot does not keep, and that can be seen all the same.

    At the end of a notebook's cell it shows itself. ``show`` shows it anywhere: under the
    cell, or in a window of matplotlib's backend.
    """

    def __init__(self, width: float, height: float) -> None:
        cast(Any, super()).__init__(figsize=(width, height), layout="constrained")
        FigureCanvasAgg(self)

    def _repr_png_(self) -> bytes:
        # Where pyplot is in use, its own way of showing figures goes before this one.
        file = io.BytesIO()
        cast(Any, self).savefig(file, format="png")
        return file.getvalue()

    def show(self, warn: bool = True) -> None:
        """Show the figure, in a window until that is closed.

        Parameters
        ----------
        warn : bool
            Whether to warn where no window can be opened.
        """
        if in_notebook():
            _untyped.module("IPython.display").display(self)
        else:
            self._show_window(warn)

    def _show_window(self, warns: bool) -> None:
        pyplot = _untyped.module("matplotlib.pyplot")

        def this(*_: Any, **__: Any) -> ShownFigure:
            return self

        # A window around this figure, which pyplot does not count among its own.
        manager = pyplot.new_figure_manager(0, FigureClass=this)
        canvas = manager.canvas
        try:
            if canvas.required_interactive_framework is None:
                if warns:
                    warn(
                        "no window can be opened here (matplotlib's backend is "
                        f"{pyplot.get_backend()}): figure.savefig('figure.png') writes a file",
                        AlerceWarning,
                    )
                return
            manager.show()
            if pyplot.isinteractive():
                return

            def closed(_: Any) -> None:
                canvas.stop_event_loop()

            canvas.mpl_connect("close_event", closed)
            canvas.start_event_loop()
        finally:
            if not pyplot.isinteractive():
                FigureCanvasAgg(self)
