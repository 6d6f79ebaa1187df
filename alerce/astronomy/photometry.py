"""Formulas for magnitudes, fluxes, bands and phases, with their sources."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

Brightness: TypeAlias = Literal["difference", "apparent"]
"""The brightness in the difference image, or that of the source with its reference."""

BANDS: Final[Mapping[int, str]] = {1: "g", 2: "r", 3: "i"}
"""Letter of each filter of ZTF by its fid (Bellm et al. 2019, PASP 131, 018002)."""

AB_ZERO_POINT_JY: Final = 3631.0
"""Flux density of magnitude 0 of the AB system in Jy (Oke & Gunn 1983, ApJ 266, 713)."""

SENTINEL: Final = 100.0
"""The value that the service sends for a corrected magnitude or error that is undefined, since
the correction would take the logarithm or the root of a negative number; see `corrected`."""

FluxUnit: TypeAlias = Literal["nJy", "uJy", "mJy", "Jy"]

JY: Final[Mapping[str, float]] = {"nJy": 1e-9, "uJy": 1e-6, "mJy": 1e-3, "Jy": 1.0}
"""The units of flux density in Jy."""


def ab_flux(magnitude: ArrayLike, unit: FluxUnit = "nJy") -> NDArray[Any]:
    """Return the flux density of an AB magnitude: 3631 Jy times 10 to the power -0.4 m.

    Parameters
    ----------
    magnitude : array-like
        AB magnitude in mag.
    unit : {"nJy", "uJy", "mJy", "Jy"}
        Unit of the result.

    Returns
    -------
    ndarray
        NaN where the magnitude is NaN.

    References
    ----------
    Oke & Gunn 1983, ApJ 266, 713.

    Examples
    --------
    >>> float(ab_flux(23.9, "uJy").round(3))
    1.0
    """
    import numpy as np

    decades = -0.4 * np.asarray(magnitude, dtype=float)
    return np.asarray(AB_ZERO_POINT_JY / JY[unit] * 10.0**decades)


def ab_flux_error(magnitude: ArrayLike, error: ArrayLike, unit: FluxUnit = "nJy") -> NDArray[Any]:
    """Return the error of a flux density from the error of its AB magnitude, to first order.

    Parameters
    ----------
    magnitude, error : array-like
        AB magnitude and its error at 1 sigma in mag.
    unit : {"nJy", "uJy", "mJy", "Jy"}
        Unit of the result.

    Returns
    -------
    ndarray
        ``0.4 ln(10)`` times flux times error, NaN where either is.
    """
    import numpy as np

    flux = ab_flux(magnitude, unit)
    return np.asarray(0.4 * math.log(10) * flux * np.asarray(error, dtype=float))


def ab_magnitude(flux: ArrayLike, unit: FluxUnit = "nJy") -> NDArray[Any]:
    """Return the AB magnitude of a flux density, the inverse of `ab_flux`.

    Parameters
    ----------
    flux : array-like
        Flux density.
    unit : {"nJy", "uJy", "mJy", "Jy"}
        Its unit.

    Returns
    -------
    ndarray
        In mag; NaN where the flux is not positive.

    References
    ----------
    Oke & Gunn 1983, ApJ 266, 713.

    Examples
    --------
    >>> float(ab_magnitude(1.0, "uJy").round(3))
    23.9
    """
    import numpy as np

    values = np.asarray(flux, dtype=float)
    positive = np.where(values > 0, values, np.nan)
    return np.asarray(-2.5 * np.log10(positive * (JY[unit] / AB_ZERO_POINT_JY)))


def ab_magnitude_error(flux: ArrayLike, error: ArrayLike) -> NDArray[Any]:
    """Return the error of the AB magnitude of a flux density, to first order.

    Parameters
    ----------
    flux, error : array-like
        Flux density and its error at 1 sigma, in the same unit.

    Returns
    -------
    ndarray
        ``2.5 / ln(10)`` times error by flux in mag; NaN where the flux is not positive.
    """
    import numpy as np

    values = np.asarray(flux, dtype=float)
    positive = np.where(values > 0, values, np.nan)
    return np.asarray(2.5 / math.log(10) * np.asarray(error, dtype=float) / positive)


def corrected(
    magpsf: ArrayLike,
    sigmapsf: ArrayLike,
    isdiffpos: ArrayLike,
    magnr: ArrayLike,
    sigmagnr: ArrayLike,
) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Return the apparent magnitude of a source and its two errors, as the service computes them.

    With fluxes ``f = 10 ** (-0.4 m)`` and ``e = f * sigma`` (the factor 0.4 ln 10
    cancels), the flux is the sum of the reference source and the signed difference::

        magpsf_corr       = -2.5 log10(f_ref + isdiffpos * f_diff)
        sigmapsf_corr     = sqrt(e_diff**2 - e_ref**2) / (f_ref + isdiffpos * f_diff)
        sigmapsf_corr_ext = e_diff / (f_ref + isdiffpos * f_diff)

    The error of a difference includes the error of the reference, but the error of the sum
    does not: for a point source it is subtracted in quadrature. For an extended source the
    contribution of the reference is not known well enough, and nothing is subtracted.

    Parameters
    ----------
    magpsf, sigmapsf : array-like
        Magnitude of the difference and its error in mag.
    isdiffpos : array-like
        1 where the source is brighter than in the reference image, -1 where fainter.
    magnr, sigmagnr : array-like
        Magnitude of the source in the reference image and its error in mag.

    Returns
    -------
    tuple of ndarray
        magpsf_corr, sigmapsf_corr and sigmapsf_corr_ext in mag, each `SENTINEL` where its
        formula has the logarithm or the root of a negative number.

    References
    ----------
    The correction of light curves of Forster et al. 2021, AJ 161, 242.

    Examples
    --------
    >>> magnitude, _, error = corrected(18.0, 0.1, 1, 18.0, 0.05)
    >>> float(magnitude.round(4)), float(error.round(4))
    (17.2474, 0.05)
    """
    import numpy as np

    difference = 10.0 ** (-0.4 * np.asarray(magpsf, dtype=float))
    reference = 10.0 ** (-0.4 * np.asarray(magnr, dtype=float))
    total = reference + np.asarray(isdiffpos, dtype=float) * difference
    error = difference * np.asarray(sigmapsf, dtype=float)
    variance = error**2 - (reference * np.asarray(sigmagnr, dtype=float)) ** 2
    lacks = ~(total > 0)
    safe = np.where(lacks, 1.0, total)
    root = np.sqrt(np.where(variance < 0, 0.0, variance))
    return (
        np.where(lacks, SENTINEL, -2.5 * np.log10(safe)),
        np.where(lacks | (variance < 0), SENTINEL, root / safe),
        np.where(lacks, SENTINEL, error / safe),
    )


def phase(mjd: ArrayLike, period: float, epoch: float = 0.0) -> NDArray[Any]:
    """Return phases from 0 to 1 of times.

    Parameters
    ----------
    mjd : array-like
        Times in days.
    period : float
        Period in days.
    epoch : float
        Time of phase 0 in days.
    """
    import numpy as np

    cycles: NDArray[Any] = (np.asarray(mjd, dtype=float) - epoch) / period
    return np.asarray(cycles - np.floor(cycles))
