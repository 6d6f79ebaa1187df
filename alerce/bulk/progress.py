"""A progress bar that appears when a call takes long and its output is watched."""

from __future__ import annotations

import sys
import time
from typing import Any, Final

from alerce import _untyped
from alerce.astronomy.notebooks import in_notebook

LONG_SECONDS: Final = 2.0
"""Seconds after which a progress bar appears by itself."""


class Bar:
    """A progress bar, which by default appears only for a long call with watched output.

    Parameters
    ----------
    total : int, optional
        Number of items, if known.
    wanted : bool, optional
        Whether to show the bar. With None it is shown if the call takes long, a terminal or
        notebook shows the output, and tqdm is installed.
    unit : str
        What is counted.
    """

    def __init__(self, total: int | None, wanted: bool | None, unit: str = "object") -> None:
        self._total = total
        self._unit = unit
        self._count = 0
        self._start = time.monotonic()
        self._bar: Any = None
        self._never = wanted is False or (wanted is None and not is_watched())
        self._soon = wanted is True

    def advance(self, number: int = 1) -> None:
        """Count items as done."""
        self._count += number
        if self._bar is not None:
            self._bar.update(number)
        elif not self._never and (self._soon or time.monotonic() - self._start > LONG_SECONDS):
            self._show()

    def close(self) -> None:
        """Stop updating the bar; it stays on the screen."""
        if self._bar is not None:
            self._bar.close()

    def _show(self) -> None:
        try:
            tqdm = _untyped.module("tqdm.auto").tqdm
        except ImportError:
            self._never = True
            return
        self._bar = tqdm(
            total=self._total, initial=self._count, unit=f" {self._unit}s", desc="ALeRCE"
        )


def is_watched() -> bool:
    """Tell whether a terminal or a notebook shows the output."""
    # The stderr of a notebook's kernel is no terminal, although the notebook shows it.
    return in_notebook() or (sys.stderr is not None and sys.stderr.isatty())
