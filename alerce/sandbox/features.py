"""Features of light curves, under the names the light-curve classifier gives them.

Those that are plain statistics are computed; the fits (random walk, supernova model, harmonics)
are told from the model the light curve was made with, with some error. They have the right shape
and order of magnitude for a demonstration and no scientific use.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from alerce.sandbox.lightcurves import Floats, Generator, Ints, Source
from alerce.sandbox.store import NAN, Row

VERSION = "lc_classifier_1.2.1-P"
OLD_VERSION = "feature-1.0.1"


@dataclass(frozen=True)
class Curve:
    """A light curve as the features see it: detections, then upper limits."""

    mjd: Floats
    fid: Ints
    mag: Floats
    error: Floats
    positive: npt.NDArray[np.bool_]
    limit_mjd: Floats
    limit_fid: Ints
    limit: Floats


def _band(curve: Curve, band: int, source: Source, rng: Generator) -> dict[str, float | None]:
    own = curve.fid == band
    t, m, e = curve.mjd[own], curve.mag[own], curve.error[own]
    n = t.size
    mean, std = float(m.mean()), float(m.std(ddof=1))
    # Nearest-rank percentiles: numpy's own are the slowest part of start-up.
    ordered: list[float] = np.sort(m).tolist()
    low, q1, median, q3, high = (
        ordered[round(share * (n - 1))] for share in (0.05, 0.25, 0.5, 0.75, 0.95)
    )
    centred = (m - mean) / (std or 1.0)
    steps, gaps = np.diff(m), np.maximum(np.diff(t), 1e-4)
    days = t - t.mean()
    slope = float((days * (m - mean)).sum() / (days**2).sum())
    running = np.cumsum(m - mean) / (n * (std or 1.0))
    lags = np.correlate(centred, centred, "full")[n - 1 :] / n
    below = np.flatnonzero(lags < 0.367879)
    limits = curve.limit_fid == band
    before = limits & (curve.limit_mjd < t[0])
    after = limits & (curve.limit_mjd > t[0])
    noise2 = float((e**2).mean())
    period = source.period
    half = float(m.max() - m.min()) / 2
    drift = float(rng.normal(1.0, 0.08))
    values: dict[str, float | None] = {
        "Amplitude": (high - low) / 2,
        "AndersonDarling": float(1 / (1 + np.exp(-10 * (abs(float((centred**3).mean())) - 0.3)))),
        "Autocor_length": float(below[0]) if below.size else float(n),
        "Beyond1Std": float((np.abs(centred) > 1).mean()),
        "Con": float(((np.abs(centred[2:]) > 2) & (np.abs(centred[1:-1]) > 2)).mean()) if n > 3 else 0.0,
        "Eta_e": float((1 / gaps**2).mean() * (steps**2).sum() / ((1 / gaps**2).sum() * std**2))
        if std > 0 else None,
        "ExcessVar": (std**2 - noise2) / mean**2,
        "GP_DRW_sigma": (source.sigma or std) ** 2 * drift,
        "GP_DRW_tau": (source.tau or float(rng.uniform(0.5, 20.0))) * drift,
        "Gskew": low + high - 2 * median,
        "Harmonics_mag_1": half * 0.8 * drift,
        "Harmonics_mse": noise2 * 1.3,
        "IAR_phi": float(np.exp(-3.0 / source.tau)) if source.tau else float(rng.uniform(0, 0.3)),
        "LinearTrend": slope,
        "MHPS_PN_flag": 0.0,
        "MHPS_high": noise2 * float(rng.uniform(0.5, 1.5)),
        "MHPS_low": std**2 * float(rng.uniform(0.3, 1.0)),
        "MHPS_non_zero": float(n),
        "MaxSlope": float(np.abs(steps / gaps).max()),
        "Mean": mean,
        "Meanvariance": std / mean,
        "MedianAbsDev": float(np.median(np.abs(m - median))),
        "MedianBRP": float((np.abs(m - median) < half / 5).mean()),
        "PairSlopeTrend": float((steps[-30:] > 0).mean() - (steps[-30:] <= 0).mean()),
        "PercentAmplitude": float(np.abs(m - median).max() / median),
        "Period_band": period * float(rng.normal(1, 1e-5)) if period else float(10 ** rng.uniform(-1, 2)),
        "Psi_CS": float(running.max() - running.min()),
        "Psi_eta": float((steps**2).mean() / std**2) if std > 0 else None,
        "Pvar": float(1 - np.exp(-max((std**2 / noise2 if noise2 else 1.0) - 1, 0) * 3)),
        "Q31": q3 - q1,
        "Rcs": float(running.max() - running.min()) * 0.9,
        "SF_ML_amplitude": std * 1.2,
        "SF_ML_gamma": 0.5 if source.tau else float(rng.uniform(0.0, 0.2)),
        "SPM_A": float(10 ** (-0.4 * (float(m.min()) - 16.4))),
        "SPM_beta": float(rng.uniform(0.2, 0.9)),
        "SPM_chi": float(rng.gamma(2, 0.6)) if not source.stationary else float(rng.gamma(3, 8)),
        "SPM_gamma": float(rng.uniform(5, 45)),
        "SPM_t0": (source.peak - float(t[0])) * drift if source.peak else float(rng.uniform(-20, 40)),
        "SPM_tau_fall": float(rng.uniform(18, 45)) if source.peak else float(rng.uniform(20, 100)),
        "SPM_tau_rise": float(rng.uniform(3, 9)) if source.peak else float(rng.uniform(5, 100)),
        "Skew": float((centred**3).mean()),
        "SmallKurtosis": float((centred**4).mean()) - 3,
        "Std": std,
        "StetsonK": float(np.abs(centred).mean() / max(float(np.sqrt((centred**2).mean())), 1e-9)),
        "delta_mag_fid": float(m.max() - m.min()),
        "delta_mjd_fid": float(t[-1] - t[0]),
        "delta_period": abs(float(rng.normal(0, 1e-5))) * period if period else float(rng.uniform(0, 5)),
        "first_mag": float(m[0]),
        "iqr": q3 - q1,
        "mean_mag": mean,
        "min_mag": float(m.min()),
        "n_det": float(n),
        "n_neg": float((~curve.positive[own]).sum()),
        "n_pos": float(curve.positive[own].sum()),
        "n_non_det_before_fid": float(before.sum()),
        "n_non_det_after_fid": float(after.sum()),
        "positive_fraction": float(curve.positive[own].mean()),
        "last_mjd_before_fid": float(curve.limit_mjd[before][-1]) if before.any() else None,
        "last_diffmaglim_before_fid": float(curve.limit[before][-1]) if before.any() else None,
        "max_diffmaglim_before_fid": float(curve.limit[before].max()) if before.any() else None,
        "median_diffmaglim_before_fid": float(np.median(curve.limit[before])) if before.any() else None,
        "max_diffmaglim_after_fid": float(curve.limit[after].max()) if after.any() else None,
        "median_diffmaglim_after_fid": float(np.median(curve.limit[after])) if after.any() else None,
        "dmag_first_det_fid": float(curve.limit[before][-1] - m[0]) if before.any() else None,
        "dmag_non_det_fid": float(np.median(curve.limit[before]) - m.min()) if before.any() else None,
    }  # fmt: skip
    values["MHPS_ratio"] = (values["MHPS_low"] or 0.0) / max(values["MHPS_high"] or 0.0, 1e-12)
    for order in range(2, 8):
        values[f"Harmonics_mag_{order}"] = half * 0.8 / order**2 * float(rng.uniform(0.3, 1.0))
        values[f"Harmonics_phase_{order}"] = float(rng.uniform(0, 2 * np.pi))
    return values


def _both(curve: Curve, source: Source, rng: Generator) -> dict[str, float | None]:
    g, r = curve.mag[curve.fid == 1], curve.mag[curve.fid == 2]
    colours = g.size > 0 and r.size > 0
    top = float(g.min() - r.min()) if colours else None
    middle = float(g.mean() - r.mean()) if colours else None
    values: dict[str, float | None] = {
        "Multiband_period": source.period if source.period else float(10 ** rng.uniform(-1, 2.3)),
        "PPE": float(rng.uniform(0.35, 0.9)) if source.period else float(rng.uniform(0.0, 0.1)),
        "g-r_max": top,
        "g-r_mean": middle,
        "g-r_max_corr": top if source.stationary else None,
        "g-r_mean_corr": middle if source.stationary else None,
    }
    for name in (
        "Power_rate_1/4",
        "Power_rate_1/3",
        "Power_rate_1/2",
        "Power_rate_2",
        "Power_rate_3",
        "Power_rate_4",
    ):
        values[name] = float(rng.exponential(0.15))
    return values


def _whole(
    source: Source, rng: Generator, position: tuple[float, float], curve: Curve
) -> dict[str, float | None]:
    a, d = np.radians(position[0]), np.radians(position[1])
    pole_a, pole_d, node = np.radians(192.85948), np.radians(27.12825), 122.93192
    sine = np.sin(d) * np.sin(pole_d) + np.cos(d) * np.cos(pole_d) * np.cos(a - pole_a)
    y = np.cos(d) * np.sin(a - pole_a)
    x = np.sin(d) * np.cos(pole_d) - np.cos(d) * np.sin(pole_d) * np.cos(a - pole_a)
    infrared = source.tau is not None and source.tau > 8
    found = bool(rng.random() < 0.7)
    w12 = float(rng.normal(0.95, 0.15)) if infrared else float(rng.normal(0.0, 0.08))
    return {
        "W1-W2": w12 if found else None,
        "W2-W3": w12 * 2.9 + 0.2 if found else None,
        "g-W2": float(rng.uniform(1.5, 5.0)) if found else None,
        "g-W3": float(rng.uniform(4.0, 8.0)) if found else None,
        "r-W2": float(rng.uniform(1.0, 4.5)) if found else None,
        "r-W3": float(rng.uniform(3.5, 7.5)) if found else None,
        "gal_b": float(np.degrees(np.arcsin(sine))),
        "gal_l": float((node - np.degrees(np.arctan2(y, x))) % 360),
        "rb": float(rng.uniform(0.6, 0.95)),
        "sgscore1": float(rng.beta(8, 1)) if source.stationary else float(rng.beta(1, 5)),
        "Timespan": float(curve.mjd[-1] - curve.mjd[0]),
    }


def rows(
    oid: str, rng: Generator, curve: Curve, source: Source, position: tuple[float, float]
) -> list[Row]:
    """Return the rows of `feature` for one object; none when no band has six detections."""
    bands = [band for band in (1, 2) if int((curve.fid == band).sum()) >= 6]
    if not bands:
        return []
    found: list[Row] = []

    def add(values: dict[str, float | None], fid: int) -> None:
        for name, value in values.items():
            kept = None if value is None else round(value, 9) if np.isfinite(value) else NAN
            # The wire carries both nulls and bare NaN where a feature could not be computed.
            if name in ("AndersonDarling", "GP_DRW_tau", "Harmonics_mse") and rng.random() < 0.08:
                kept = NAN
            found.append((oid, name, kept, fid, VERSION))

    for band in bands:
        values = _band(curve, band, source, rng)
        add(values, band)
        amplitude = values["Amplitude"]
        found.append((oid, "Amplitude", round((amplitude or 0.0) * 1.02, 9), band, OLD_VERSION))
    both = _both(curve, source, rng)
    add(both, 12)
    for name in ("Multiband_period", "PPE"):
        old = both[name]
        found.append((oid, name, None if old is None else round(old, 6), 12, OLD_VERSION))
    add(_whole(source, rng, position, curve), 0)
    return found
