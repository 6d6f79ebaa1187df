"""How the sky changes: brightness models by class, and the survey that looks at them.

Fluxes are in units where 25 mag is 1. A model gives the total flux of a source in a band at given
times; the survey turns it into what a difference-imaging survey reports.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.int64]
Generator: TypeAlias = np.random.Generator
Model: TypeAlias = Callable[[Floats, Ints], Floats]

G, R = 1, 2


def flux(mag: Floats) -> Floats:
    """Flux of a magnitude."""
    return np.asarray(10 ** (-0.4 * (mag - 25.0)), dtype=np.float64)


def mag(value: Floats) -> Floats:
    """Magnitude of a positive flux."""
    return np.asarray(25.0 - 2.5 * np.log10(value), dtype=np.float64)


@dataclass(frozen=True)
class Source:
    """A source's model with the few numbers that other tables tell of it.

    ``period`` is in days (None for what does not repeat), ``peak`` the time of maximum light of
    a transient, ``tau`` and ``sigma`` those of a damped random walk, ``stationary`` whether
    there is a counterpart in the reference image, ``faint_reference`` whether that was taken
    near minimum (an eclipsing binary's, else only its eclipses would be alerts).
    """

    model: Model
    stationary: bool
    period: float | None = None
    peak: float | None = None
    tau: float | None = None
    sigma: float | None = None
    redshift: float | None = None
    faint_reference: bool = False


# -- transients: magnitudes below peak against days from peak, in g and in r -------------------

_PHASES: dict[str, tuple[list[float], list[float], list[float]]] = {
    # Rises in 18 days; g falls 0.85 mag in 15 days, r shows its second bump near day 25.
    "SNIa": (
        [-18, -16, -14, -12, -10, -8, -6, -3, 0, 5, 10, 15, 20, 25, 30, 40, 50, 70, 100, 150],
        [
            9,
            3.6,
            2.2,
            1.4,
            0.88,
            0.52,
            0.27,
            0.05,
            0,
            0.13,
            0.42,
            0.84,
            1.32,
            1.8,
            2.2,
            2.62,
            2.82,
            3.15,
            3.65,
            4.5,
        ],
        [
            9,
            3.5,
            2.1,
            1.3,
            0.8,
            0.46,
            0.23,
            0.05,
            0,
            0.08,
            0.33,
            0.62,
            0.72,
            0.76,
            0.98,
            1.6,
            2.0,
            2.7,
            3.5,
            4.8,
        ],
    ),
    "SNIbc": (
        [-17, -14, -11, -8, -5, -2, 0, 3, 6, 10, 15, 20, 30, 45, 60, 90, 130],
        [9, 2.9, 1.75, 0.95, 0.4, 0.08, 0, 0.12, 0.4, 0.95, 1.6, 2.05, 2.55, 2.85, 3.1, 3.6, 4.3],
        [9, 2.9, 1.75, 0.95, 0.42, 0.1, 0.02, 0, 0.1, 0.35, 0.8, 1.25, 1.8, 2.2, 2.5, 3.0, 3.7],
    ),
    # A week's rise, a plateau of three months in r, the fall off it, then the radioactive tail.
    "SNII": (
        [-9, -7, -5, -3, 0, 5, 10, 20, 30, 45, 60, 80, 95, 105, 115, 125, 160, 220],
        [9, 2.0, 0.9, 0.3, 0, 0.06, 0.18, 0.5, 0.78, 1.05, 1.2, 1.4, 1.7, 2.4, 3.4, 3.8, 4.1, 4.7],
        [
            9,
            2.1,
            1.0,
            0.38,
            0.05,
            0,
            0.02,
            0.08,
            0.12,
            0.17,
            0.22,
            0.3,
            0.5,
            1.05,
            1.95,
            2.3,
            2.65,
            3.25,
        ],
    ),
    "SLSN": (
        [-55, -48, -40, -30, -20, -10, 0, 10, 20, 35, 50, 70, 100, 150, 220],
        [8, 3.4, 2.1, 1.1, 0.45, 0.1, 0, 0.09, 0.3, 0.75, 1.25, 1.95, 2.9, 4.2, 5.6],
        [8, 3.4, 2.1, 1.1, 0.45, 0.1, 0, 0.04, 0.15, 0.42, 0.75, 1.2, 1.95, 3.0, 4.4],
    ),
}
_ABSOLUTE = {"SNIa": -19.2, "SNIbc": -17.6, "SNII": -17.2, "SLSN": -21.3}
_STEP = 0.25
_SMOOTH = np.hanning(17) / np.hanning(17).sum()


def supernova(
    rng: Generator,
    kind: str,
    start: float,
    peak_mag: float | None = None,
    peak: float | None = None,
) -> Source:
    """Return a supernova that explodes some weeks after `start`.

    Brightness and redshift agree through the class's absolute magnitude.
    """
    phases, fall_g, fall_r = _PHASES[kind]
    r_peak = float(19.4 - rng.exponential(0.75)) if peak_mag is None else peak_mag
    luminosity = _ABSOLUTE[kind] + float(rng.normal(0.0, 0.25))
    distance = 10 ** ((r_peak - luminosity - 25) / 5)
    redshift = 70.0 * distance / 299_792.458
    redshift = redshift / (1 + 0.75 * redshift)
    stretch = float(rng.normal(1.0, 0.07)) * (1 + redshift)
    when = start + float(rng.uniform(45, 110)) if peak is None else peak
    colour = float(rng.normal(0.0, 0.05) + rng.exponential(0.05)) + 0.6 * redshift
    grid = np.arange(phases[0] - 5, phases[-1] + 5, _STEP)
    curves: dict[int, Floats] = {}
    for fid, fall in ((G, fall_g), (R, fall_r)):
        light = flux(np.interp(grid, phases, fall, left=30.0))
        curves[fid] = np.asarray(np.convolve(light, _SMOOTH, mode="same"), dtype=np.float64)
    top = {G: r_peak + colour - 0.02, R: r_peak, 3: r_peak + 0.15}

    def model(mjd: Floats, fid: Ints) -> Floats:
        phase = (mjd - when) / stretch
        result = np.zeros_like(mjd)
        for band in (1, 2, 3):
            chosen = fid == band
            curve = curves[min(band, 2)]
            shape: Floats = np.interp(phase[chosen], grid, curve, left=0.0)
            result[chosen] = shape * float(10 ** (-0.4 * top[band]))
        return result

    return Source(model, stationary=False, peak=when, redshift=redshift)


def dwarf_nova(rng: Generator, start: float, end: float) -> Source:
    """Return a cataclysmic variable: faint, with outbursts of a few days or superoutbursts."""
    quiescent = float(rng.uniform(19.8, 21.2))
    recurrence = float(rng.uniform(25, 110))
    amplitude = float(rng.uniform(2.6, 4.8))
    decay = float(rng.uniform(1.6, 3.0))
    times = [start + float(rng.uniform(0, recurrence))]
    while times[-1] < end:
        times.append(times[-1] + recurrence * float(rng.uniform(0.75, 1.3)))
    lengths = [12.0 if rng.random() < 0.2 else float(rng.uniform(2.0, 5.0)) for _ in times]
    heights = [amplitude + float(rng.normal(0, 0.25)) for _ in times]

    def model(mjd: Floats, fid: Ints) -> Floats:
        level = np.full_like(mjd, quiescent) + np.where(fid == G, 0.25, 0.0)
        rise = np.zeros_like(mjd)
        for when, length, height in zip(times, lengths, heights, strict=True):
            age = mjd - when
            shape = np.where(
                age < 0,
                np.clip(1 + age / 1.2, 0, 1),
                np.where(
                    age < length,
                    1 - 0.09 * age / height,
                    np.clip(1 - 0.09 * length / height - (age - length) / (decay * height), 0, 1),
                ),
            )
            rise = np.maximum(rise, height * shape)
        # An outburst is bluer than the quiet disc.
        return flux(level - rise - np.where(fid == G, 0.06 * rise, 0.0))

    return Source(model, stationary=True)


# -- stochastic variables -----------------------------------------------------------------------


def random_walk(
    rng: Generator,
    mean: float,
    sigma: float,
    tau: float,
    colour: float,
    start: float,
    end: float,
    blue: float = 0.8,
    dips: bool = False,
) -> Source:
    """Return a damped random walk in magnitude, of the same course in every band.

    `sigma` (mag) is its long-term scatter in g, `tau` (days) its damping time, `blue` the ratio
    of r to g amplitude.
    """
    step = max(min(tau / 8, 2.0), 0.25)
    grid = np.arange(start - 5, end + 5, step)
    kept = float(np.exp(-step / tau))
    kicks = rng.normal(0.0, sigma * float(np.sqrt(1 - kept**2)), grid.size).tolist()
    walk = [float(rng.normal(0.0, sigma))]
    for kick in kicks[1:]:
        walk.append(walk[-1] * kept + kick)
    course = np.asarray(walk)
    if dips:
        course = np.where(course > 0, 2.0 * course, 0.5 * course)

    def model(mjd: Floats, fid: Ints) -> Floats:
        change = np.interp(mjd, grid, course)
        return flux(
            mean + np.where(fid == G, change, blue * change) + np.where(fid == G, colour, 0.0)
        )

    return Source(model, stationary=True, tau=tau, sigma=sigma)


# -- periodic variables -------------------------------------------------------------------------


def _rr_lyrae(phase: Floats) -> Floats:
    """Rise in an eighth of the period, then a long convex decline (in -0.5 .. 0.5)."""
    return np.interp(
        phase % 1,
        [0.0, 0.06, 0.14, 0.25, 0.38, 0.52, 0.66, 0.78, 0.86, 0.90, 0.94, 1.0],
        [-0.5, -0.44, -0.28, -0.05, 0.16, 0.31, 0.40, 0.44, 0.50, 0.42, 0.05, -0.5],
    )


def _cepheid(phase: Floats) -> Floats:
    return np.interp(
        phase % 1,
        [0.0, 0.1, 0.25, 0.4, 0.55, 0.68, 0.76, 0.84, 0.92, 1.0],
        [-0.5, -0.43, -0.2, 0.06, 0.3, 0.46, 0.5, 0.3, -0.2, -0.5],
    )


def _sinusoid(phase: Floats) -> Floats:
    return -0.5 * np.cos(2 * np.pi * phase)


def _eclipses(width: float, second: float, bulge: float) -> Callable[[Floats], Floats]:
    def shape(phase: Floats) -> Floats:
        p = phase % 1
        first = np.exp(-0.5 * (np.minimum(p, 1 - p) / width) ** 4)
        other = np.exp(-0.5 * ((p - 0.5) / width) ** 4)
        return first + second * other - bulge * 0.5 * (1 - np.cos(4 * np.pi * p))

    return shape


def periodic(rng: Generator, kind: str) -> Source:
    """Return a periodic variable of class `kind`, its period and amplitude usual for the class."""
    uniform = rng.uniform
    shape: Callable[[Floats], Floats] = _sinusoid
    if kind == "RRL":
        period, amplitude, ratio = float(uniform(0.46, 0.68)), float(uniform(0.65, 1.15)), 0.72
        mean, colour, shape = float(uniform(15.2, 18.0)), float(uniform(0.15, 0.4)), _rr_lyrae
    elif kind == "CEP":
        period, amplitude, ratio = float(10 ** uniform(0.45, 1.4)), float(uniform(0.6, 1.1)), 0.62
        mean, colour, shape = float(uniform(14.2, 16.5)), float(uniform(0.6, 1.1)), _cepheid
    elif kind == "LPV":
        period, amplitude, ratio = float(uniform(140, 440)), float(uniform(1.2, 4.2)), 0.7
        mean, colour = float(uniform(13.8, 15.8)), float(uniform(1.4, 2.4))
    elif kind == "DSCT":
        period, amplitude, ratio = float(uniform(0.05, 0.2)), float(uniform(0.15, 0.4)), 0.7
        mean, colour = float(uniform(14.5, 16.5)), float(uniform(0.05, 0.3))
    elif kind == "E":
        period = float(10 ** uniform(-0.5, 0.9))
        amplitude, ratio = float(uniform(0.45, 1.1)), 0.95
        mean, colour = float(uniform(14.8, 17.2)), float(uniform(0.3, 0.9))
        close = period < 0.8
        width = float(uniform(0.07, 0.1)) if close else float(uniform(0.025, 0.05))
        shape = _eclipses(width, float(uniform(0.25, 0.85)), 0.2 if close else 0.02)
    else:
        period, amplitude, ratio = float(10 ** uniform(0.0, 1.6)), float(uniform(0.12, 0.35)), 0.8
        mean, colour = float(uniform(14.8, 16.8)), float(uniform(0.5, 1.1))
    epoch = 58000 + float(uniform(0, period))

    def model(mjd: Floats, fid: Ints) -> Floats:
        change = shape((mjd - epoch) / period)
        band = np.where(fid == G, amplitude, amplitude * ratio)
        return flux(mean + band * change + np.where(fid == G, colour, 0.0))

    return Source(model, stationary=True, period=period, faint_reference=kind == "E")


def constant(mean: float, colour: float) -> Source:
    """Return a source that does not change (what a bogus alert sits on)."""

    def model(_mjd: Floats, fid: Ints) -> Floats:
        return flux(mean + np.where(fid == G, colour, 0.0))

    return Source(model, stationary=True)


# -- the survey -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Epochs:
    """When a position was looked at: time, filter, 5-sigma limiting magnitude."""

    mjd: Floats
    fid: Ints
    limit: Floats


def _sun_distance(ra: float, dec: float, mjd: Floats) -> Floats:
    """Angle to the Sun in degrees (to a degree or two, which is all a season needs)."""
    longitude = 2 * np.pi * (mjd - 58197.68) / 365.2425
    tilt = np.radians(23.44)
    sun_x, sun_y = np.cos(longitude), np.sin(longitude) * np.cos(tilt)
    sun_z = np.sin(longitude) * np.sin(tilt)
    a, d = np.radians(ra), np.radians(dec)
    cosine = np.cos(d) * (np.cos(a) * sun_x + np.sin(a) * sun_y) + np.sin(d) * sun_z
    return np.asarray(np.degrees(np.arccos(np.clip(cosine, -1, 1))), dtype=np.float64)


def observe(
    rng: Generator, ra: float, dec: float, start: float, end: float, fast: bool = False
) -> Epochs:
    """Return the survey's visits: every three nights in g and r, less weather, Moon and Sun.

    Parameters
    ----------
    rng : numpy.random.Generator
        Source of chance.
    ra, dec : float
        Position in degrees: it sets the seasonal gap and the time of night.
    start, end : float
        First and last MJD.
    fast : bool
        Two visits a night more often, as in fields that are also in a high-cadence programme.
    """
    cadence = rng.choice([2.0, 3.0, 3.0, 3.0, 4.0], size=max(int((end - start) / 2.0), 4))
    nights = np.floor(start + np.cumsum(cadence))
    nights = nights[nights < end]
    # Cloud comes in spells.
    spell = np.repeat(rng.random(nights.size // 4 + 1) < 0.13, 4)[: nights.size]
    nights = nights[~spell & (rng.random(nights.size) > 0.12)]
    nights = nights[_sun_distance(ra, dec, nights) > 62]
    times: list[Floats] = []
    fids: list[Ints] = []
    visits = ((G, 0.88, 0.0), (R, 0.94, 0.03), (R, 0.25 if fast else 0.0, 0.09))
    for band, share, delay in visits:
        chosen = nights[rng.random(nights.size) < share]
        # A field is taken when it is high: at Palomar's midnight if it is opposite the Sun.
        late = (ra / 360 - (chosen - 58197.68) / 365.2425) % 1 - 0.5
        hour = np.clip(0.30 + 0.8 * late + rng.normal(0.0, 0.03, chosen.size), 0.11, 0.42)
        times.append(chosen + hour + delay + rng.uniform(0, 0.025, chosen.size))
        fids.append(np.full(chosen.size, band, dtype=np.int64))
    mjd = np.concatenate(times)
    fid = np.concatenate(fids)
    order = np.argsort(mjd)
    mjd, fid = mjd[order], fid[order]
    # One camera: exposures of a field do not overlap (nor do their ids, which hold the time).
    apart = np.diff(mjd, prepend=mjd[:1] - 1.0) > 0.004
    mjd, fid = mjd[apart], fid[apart]
    moon = 0.5 * (1 + np.cos(2 * np.pi * (mjd - 58208.52) / 29.530588))
    bluish = fid == G
    dark = np.where(bluish, 20.75, 20.6) - np.where(bluish, 1.15, 0.75) * moon**2
    limit: Floats = dark + rng.normal(0, 0.14, mjd.size) - rng.exponential(0.16, mjd.size)
    faintest: Floats = np.asarray(np.clip(limit, 17.2, 21.2), dtype=np.float64)
    return Epochs(np.round(mjd, 7), fid, np.round(faintest, 4))


@dataclass(frozen=True)
class Photometry:
    """What difference imaging makes of the epochs; one entry an epoch.

    ``difference`` and ``total`` are fluxes, ``noise`` the error of both, ``seen`` whether the
    difference stands out by five sigma.
    """

    difference: Floats
    total: Floats
    noise: Floats
    reference: dict[int, float]
    seen: npt.NDArray[np.bool_]


def photometry(rng: Generator, source: Source, epochs: Epochs) -> Photometry:
    """Subtract the reference image and add noise: sky, then the photons of the source."""
    true = source.model(epochs.mjd, epochs.fid)
    reference = {1: 0.0, 2: 0.0, 3: 0.0}
    baseline = np.zeros_like(true)
    if source.stationary:
        # Reference images are stacks of a few good nights, so their level can be anywhere in a
        # variable's range; near it the difference is too faint to be an alert.
        faint = rng.random() < 0.7 or source.faint_reference
        level = float(rng.uniform(3, 14)) if faint else float(rng.uniform(86, 97))
        if source.faint_reference:
            level /= 4
        for band in (1, 2, 3):
            chosen = epochs.fid == band
            if chosen.any():
                reference[band] = float(np.percentile(true[chosen], level))
                baseline[chosen] = reference[band]
    sky = flux(epochs.limit) / 5
    noise = np.hypot(sky, 0.012 * true)
    difference = true - baseline + rng.normal(0.0, 1.0, true.size) * noise
    seen = np.abs(difference) > 5 * noise
    return Photometry(difference, np.maximum(difference + baseline, 1e-3), noise, reference, seen)
