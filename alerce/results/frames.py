"""A part of a light curve as a DataFrame; this module imports pandas."""

from __future__ import annotations

from typing import Any

import pandas as pd

from alerce.results.hints import UnquotedText

HINT = (
    "0: this part of a light curve is a DataFrame with one row an epoch. In place of version 2's "
    'pd.DataFrame(lc["{part}"][0]) write lc["{part}"]; in place of its list lc["{part}"][0] '
    'write client.query_lightcurve(oid, format="json")["{part}"]'
)


class PartFrame(pd.DataFrame):
    """A DataFrame whose errors tell programs for version 2 what to write.

    In version 2 a light curve was a DataFrame of one row, whose cells were lists of dicts.
    Operations on this class return a plain DataFrame, as do pickles and files of it.
    """

    @property
    def _constructor(self) -> type[pd.DataFrame]:
        return pd.DataFrame

    def __getitem__(self, key: Any) -> Any:
        if type(key) is int and key == 0 and key not in self.columns:
            part = "detections" if "magpsf" in self.columns else "non_detections"
            raise KeyError(UnquotedText(HINT.format(part=part)))
        return super().__getitem__(key)

    def __reduce_ex__(self, protocol: Any) -> Any:
        return pd.DataFrame, (), plain(self).__getstate__()


def plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame as a plain DataFrame that shares its data."""
    found = pd.DataFrame(frame)
    found.attrs.update(frame.attrs)
    return found


def part(frame: pd.DataFrame) -> PartFrame:
    """Return a frame as a part of a light curve that shares its data."""
    found = PartFrame(frame)
    found.attrs.update(frame.attrs)
    return found
