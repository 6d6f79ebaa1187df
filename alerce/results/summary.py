"""A short summary of an object, for a notebook."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from alerce._lazy import pd, ztf_rows
from alerce.results import listing
from alerce.results.lightcurves import TableLightCurve


@dataclass(frozen=True)
class ObjectSummary:
    """An object, its light curve and its class probabilities.

    A notebook shows it as a table of the main numbers, the best class of each classifier
    and a small light curve.

    Parameters
    ----------
    object : dict
        Statistics, as `query_object` returns them.
    light_curve : TableLightCurve
        Detections and upper limits as DataFrames.
    probabilities : list of dict
        As `query_probabilities` returns them.
    """

    object: ztf_rows.Object
    light_curve: TableLightCurve[pd.DataFrame]
    probabilities: Sequence[ztf_rows.Probability]

    @property
    def oid(self) -> str:
        """The object's identifier."""
        return self.object["oid"]

    def classes(self) -> list[ztf_rows.Probability]:
        """Return the best class of the latest version of each classifier."""
        best: dict[str, ztf_rows.Probability] = {}
        for row in self.probabilities:
            known = best.get(row["classifier_name"])
            if row["ranking"] == 1 and (
                known is None
                or listing.version_key(row["classifier_version"])
                > listing.version_key(known["classifier_version"])
            ):
                best[row["classifier_name"]] = row
        return list(best.values())

    def lines(self) -> list[tuple[str, str]]:
        """Return the summary as pairs of a name and a text."""
        found = self.object
        return [
            ("position", f"{found['meanra']:.6f}, {found['meandec']:+.6f} deg (ICRS)"),
            ("detections", f"{found['ndet']}, upper limits {len(self.light_curve.non_detections)}"),
            ("MJD (UTC)", f"{found['firstmjd']:.3f} to {found['lastmjd']:.3f}"),
            *(
                (row["classifier_name"], f"{row['class_name']} ({row['probability']:.2f})")
                for row in self.classes()
            ),
        ]

    def __str__(self) -> str:
        return "\n".join([self.oid, *(f"  {name}: {text}" for name, text in self.lines())])

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><th style='text-align:left'>{html.escape(name)}</th>"
            f"<td style='text-align:left'>{html.escape(text)}</td></tr>"
            for name, text in self.lines()
        )
        return (
            f"<div><b>{html.escape(self.oid)}</b><table>{rows}</table>"
            f"{self.light_curve.picture()}</div>"
        )
