"""A progress bar that appears when a call takes long and someone watches."""

from __future__ import annotations

import sys
import time
from typing import Any, Final

from alerce import _untyped
from alerce.astronomy.notebooks import in_notebook

LONG_SECONDS: Final = 2.0
"""How long a run may take before a progress bar appears by itself."""


class Bar:
    """A progress bar that appears when it is worth while.

    Parameters
    ----------
    total : int, optional
        How much there is to do, where that is known.
    wanted : bool, optional
        Whether to show it; None when it takes long, and a terminal or notebook
        shows it, and tqdm is installed.
    unit : str
        What is counted.
    """

    def __init__(self, total: int | None, wanted: bool | None, unit: str = "object") -> None:
        self._total = total
        self._unit = unit
        self._count = 0
        self._start = time.monotonic()
        self._bar: Any = None
        self._never = wanted is False or (wanted is None and not someone_looks())
        self._soon = wanted is True

    def advance(self, number: int = 1) -> None:
        """Count what is done."""
        self._count += number
        if self._bar is not None:
            self._bar.update(number)
        elif not self._never and (self._soon or time.monotonic() - self._start > LONG_SECONDS):
            self._show()

    def close(self) -> None:
        """Leave the bar as it stands."""
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


def someone_looks() -> bool:
    """Tell whether a terminal or a notebook shows what is written."""
    # The kernel of a notebook is a terminal to nobody.
    return in_notebook() or (sys.stderr is not None and sys.stderr.isatty())
