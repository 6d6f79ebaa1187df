"""A part of a light curve as a DataFrame; pandas is loaded with this module."""

from __future__ import annotations

from typing import Any

import pandas as pd

from alerce.results.hints import Told

HINT = (
    "0: this part of a light curve is a DataFrame with one row an epoch. In place of version 2's "
    'pd.DataFrame(lc["{part}"][0]) write lc["{part}"]; in place of its list lc["{part}"][0] '
    'write client.query_lightcurve(oid, format="json")["{part}"]'
)


class PartFrame(pd.DataFrame):
    """A DataFrame that tells programs written for version 2 what to write.

    There a light curve was a frame of one row, whose cells were lists of dicts. Whatever is
    made of it, and what is read from a file of it, is a plain DataFrame.
    """

    @property
    def _constructor(self) -> type[pd.DataFrame]:
        return pd.DataFrame

    def __getitem__(self, key: Any) -> Any:
        if type(key) is int and key == 0 and key not in self.columns:
            part = "detections" if "magpsf" in self.columns else "non_detections"
            raise KeyError(Told(HINT.format(part=part)))
        return super().__getitem__(key)

    def __reduce_ex__(self, protocol: Any) -> Any:
        return pd.DataFrame, (), plain(self).__getstate__()


def plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame as a DataFrame of pandas itself, on the same data."""
    found = pd.DataFrame(frame)
    found.attrs.update(frame.attrs)
    return found


def part(frame: pd.DataFrame) -> PartFrame:
    """Return a frame as a part of a light curve, on the same data."""
    found = PartFrame(frame)
    found.attrs.update(frame.attrs)
    return found
