"""Which redshift is that of a source, among those that catalogues have beside a position."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from alerce_api.catshtm.catalogs import Catalog

from alerce.results.catalogs import CatalogRows, standard_unit

RedshiftKind: TypeAlias = Literal["spectroscopic", "photometric"]

COLUMNS: Final[dict[str, RedshiftKind]] = {
    "z": "spectroscopic",
    "zphot": "photometric",
    "z_phot": "photometric",
}
"""The columns that hold redshifts, better ones first."""

ERRORS: Final[dict[str, tuple[str, ...]]] = {
    "z": ("zErr", "z_err", "e_z"),
    "zphot": ("zphotErr", "zphot_err", "e_zphot"),
    "z_phot": ("z_phot_err", "e_z_phot"),
}
"""The columns in which catalogues give the error of each."""

ALIKE: Final = 1.0
"""Separations in arcsec that differ by no more are alike: about the size of a pixel of ZTF, and
of the errors of position of the older catalogues."""

LEAST: Final = -0.01
"""Below it nothing is a redshift. The nearest galaxies come to us at some hundred km/s, z = -0.001
for M 31; catalogues write -1, -99 or -9999 for a value that they lack."""

MOST: Final = 20.0
"""From it on nothing is a redshift either: no source known is beyond 15, and 99 is no value."""


@dataclass(frozen=True, slots=True)
class Redshift:
    """A redshift, and where it comes from.

    Parameters
    ----------
    value : float
        The redshift.
    error : float or None
        Its error at 1 sigma, None where the catalogue has none.
    kind : {"spectroscopic", "photometric"}
        By the column: ``z``, or ``zphot`` and ``z_phot``.
    catalog : str
        The catalogue.
    column : str
        Its column.
    separation : float or None
        Angle between the position asked for and the source, in arcsec.
    """

    value: float
    error: float | None
    kind: RedshiftKind
    catalog: str
    column: str
    separation: float | None

    def __str__(self) -> str:
        return f"{self.value} from {self.catalog}[{self.column}]"


def best(matches: Sequence[CatalogRows]) -> Redshift | None:
    """Return the redshift of the source that is most likely at a position, if there is one.

    The likelihood that a source is the one at the position falls with its separation
    (the likelihood ratio of Sutherland & Saunders 1992, MNRAS 259, 413, where catalogues
    are equally dense). Hence the closest source that has a redshift counts, and those that
    are no more than `ALIKE` further away, which the errors of position do not tell from
    it. Only among these a spectroscopic redshift goes before a photometric one, then the
    closer one.
    """
    found = [each for match in matches for each in _of(match)]
    if not found:
        return None
    closest = min(map(_away, found))
    alike = [each for each in found if _away(each) <= closest + ALIKE]
    return min(alike, key=lambda each: (each.kind != "spectroscopic", _away(each)))


def has_column(catalog: Catalog, match: CatalogRows | None) -> bool | None:
    """Tell whether a catalogue has a column of redshifts, None where its columns are not known."""
    units = match.units if match is not None and match.units else dict(catalog.columns)
    if not units:
        return None
    return any(name in units and not standard_unit(units[name]) for name in COLUMNS)


def _away(found: Redshift) -> float:
    return math.inf if found.separation is None else found.separation


def _of(match: CatalogRows) -> list[Redshift]:
    """Return the redshifts of the source in a match."""
    away = match.distance()
    found: list[Redshift] = []
    for name, kind in COLUMNS.items():
        value = match.first(name)
        # Several surveys call a band z: what has a unit is no redshift.
        if value is None or standard_unit(match.units[name]) or not LEAST < value < MOST:
            continue
        errors = (match.first(error) for error in ERRORS[name])
        error = next((each for each in errors if each is not None and 0 < each < MOST), None)
        separation = away if math.isfinite(away) else None
        found.append(Redshift(float(value), error, kind, match.name, name, separation))
    return found
