"""The sandbox's made-up sky: some three hundred objects, the same in every process.

Everything is drawn from generators seeded by an object's own name, so adding one object leaves
the others as they were.
"""

import functools
import gc
import json
import math
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alerce.astronomy import photometry
from alerce.sandbox import catalogs, features
from alerce.sandbox import lightcurves as lc
from alerce.sandbox.store import NAN, Dataset, Row, Store, Value

# Night ids count from here.
NIGHT_ZERO = 57754
STEP = "sandbox"

LC_CLASSES = (
    "SNIa", "SNIbc", "SNII", "SLSN", "QSO", "AGN", "Blazar", "CV/Nova", "YSO", "LPV", "E", "DSCT",
    "RRL", "CEP", "Periodic-Other",
)  # fmt: skip
STAMP_CLASSES = ("AGN", "SN", "VS", "asteroid", "bogus")
LC_VERSIONS = ("hierarchical_random_forest_1.0.0", "hierarchical_random_forest_1.1.0")
STAMP_VERSIONS = ("stamp_classifier_1.0.0", "stamp_classifier_1.0.4")

COUNTS = {
    "SNIa": 38, "SNII": 20, "SNIbc": 11, "SLSN": 6, "QSO": 38, "AGN": 24, "Blazar": 12,
    "CV/Nova": 14, "YSO": 15, "LPV": 22, "E": 24, "DSCT": 10, "RRL": 26, "CEP": 10,
    "Periodic-Other": 12, "asteroid": 8, "bogus": 8,
}  # fmt: skip

# What a random forest takes for what: where the probability that is left over goes.
_FAMILY = {
    **dict.fromkeys(("SNIa", "SNIbc", "SNII", "SLSN"), "transient"),
    **dict.fromkeys(("QSO", "AGN", "Blazar", "CV/Nova", "YSO"), "stochastic"),
    **dict.fromkeys(("LPV", "E", "DSCT", "RRL", "CEP", "Periodic-Other"), "periodic"),
}
_STAMP_CLASS = {
    **dict.fromkeys(("SNIa", "SNIbc", "SNII", "SLSN"), "SN"),
    **dict.fromkeys(("QSO", "AGN", "Blazar"), "AGN"),
    "asteroid": "asteroid",
    "bogus": "bogus",
}


@dataclass(frozen=True)
class Target:
    """One object to make up: name, class, position, and what is special about it."""

    oid: str
    kind: str
    ra: float
    dec: float
    start: float
    seasons: float
    peak_mag: float | None = None
    peak: float | None = None
    # A detection that must exist: (mjd, fid, candid).
    pinned: tuple[float, int, int] | None = None
    rcid: int | None = None
    second_version: bool = False


def _target(oid: str, kind: str, ra: float, dec: float, start: float, seasons: float) -> Target:
    return Target(oid, kind, ra, dec, start, seasons)


# The objects the documentation asks for, and ZTF20aaelulu, the supernova in M 100.
NAMED: Sequence[Target] = (
    Target("ZTF18abbuksn", "RRL", 242.449718, 67.245795, 58280.0, 3.0, second_version=True),
    Target("ZTF18accqogs", "LPV", 81.253114, 22.741906, 58420.0, 4.0),
    Target("ZTF19aakyhxi", "SNIa", 190.744181, 31.252907, 58500.0, 0.7, 17.3, 58566.0),
    Target("ZTF19abyylzv", "SNII", 2.385613, 27.716354, 58680.0, 0.8, 17.8, 58749.0),
    Target("ZTF19acyfpno", "AGN", 39.388908, 7.201370, 58820.0, 3.0),
    Target(
        "ZTF18abkifng", "SNIa", 247.260043, 42.310811, 58240.0, 0.6, 16.8, 58341.5,
        (58330.1614931, 2, 576161491515015015), 15,
    ),
    Target("ZTF20aaelulu", "SNIbc", 185.728875, 15.823582, 58800.0, 0.8, 14.6, 58869.5),
)  # fmt: skip

# Objects made for the odd corners of the service; the package's docstring tells of each.
EMPTY = "ZTF99oddempty"
NOT_A_NUMBER = "ZTF99oddnans"
UNTAXED = "ZTF99oddprob"
STAMPLESS = "ZTF99oddnostamp"
NULL_CUTOUT = "ZTF99oddnull"
BROKEN = "ZTF99oddbroken"
AT_ZERO = "ZTF99oddzero"
WRAPPED = "ZTF99oddwrap"
POLAR = "ZTF99oddpole"

ODD: Sequence[Target] = (
    _target(NOT_A_NUMBER, "QSO", 150.118032, 2.205741, 58420.0, 2.0),
    _target(UNTAXED, "YSO", 83.822081, -5.391113, 58440.0, 1.0),
    _target(STAMPLESS, "AGN", 210.802274, 54.349096, 58500.0, 1.0),
    Target(NULL_CUTOUT, "SNIa", 197.450373, 33.214081, 58820.0, 0.6, 17.0, 58905.0),
    Target(BROKEN, "SNII", 160.990417, 11.703611, 58820.0, 0.6, 17.2, 58905.0),
    _target(AT_ZERO, "QSO", 0.0, 0.0, 58300.0, 2.0),
    _target(WRAPPED, "RRL", 359.9995, 0.0008, 58300.0, 2.0),
    _target(POLAR, "E", 37.954561, 89.264109, 58300.0, 2.0),
)


def seed(*parts: object) -> int:
    """Return a number that depends on the parts alone (unlike `hash`)."""
    return zlib.crc32("|".join(str(part) for part in parts).encode())


def generator(*parts: object) -> lc.Generator:
    """Return a random generator seeded by the parts."""
    return np.random.default_rng(seed(*parts))


def _name(rng: lc.Generator, mjd: float) -> str:
    """Return an oid in the survey's manner: year, then letters that advance over the year."""
    year = 2018 + int((mjd - 58119) // 365.25)
    through = ((mjd - 58119) % 365.25) / 365.25
    second = "abcd"[int(through * 3.3)]
    letters = "".join(rng.choice(list("abcdefghijklmnopqrstuvwxyz"), 5).tolist())
    return f"ZTF{year - 2000:02d}a{second}{letters}"


def _population() -> list[Target]:
    rng = generator("population")
    targets: list[Target] = []
    for kind, number in COUNTS.items():
        transient = _FAMILY.get(kind) == "transient"
        for index in range(number):
            start = float(rng.uniform(58200, 59500))
            ra = float(rng.uniform(0, 360))
            dec = math.degrees(math.asin(float(rng.uniform(-0.45, 0.96))))
            if kind in ("LPV", "CEP", "YSO"):
                # Disc stars: near the galactic plane as it crosses the northern sky.
                ra = (
                    float(rng.uniform(270, 330))
                    if rng.random() < 0.6
                    else float(rng.uniform(75, 110))
                )
                dec = float(rng.uniform(-10, 45))
            if transient:
                # Discovered in season: start some weeks before opposition.
                ra = ((start - 58197.68) / 365.2425 * 360 + 180 + float(rng.uniform(20, 110))) % 360
            seasons = 0.8 if transient else float(rng.choice([1.0, 1.0, 2.0, 3.0]))
            if kind in ("asteroid", "bogus"):
                seasons = 0.5
            targets.append(
                Target(
                    _name(rng, start + (60 if transient else 10)),
                    kind,
                    round(ra, 7),
                    round(dec, 7),
                    start,
                    seasons,
                    second_version=index % 5 == 2,
                )
            )
    order = rng.permutation(len(targets)).tolist()
    return [targets[position] for position in order]


def _source(target: Target, rng: lc.Generator, end: float) -> lc.Source:
    kind, start = target.kind, target.start
    if _FAMILY.get(kind) == "transient":
        return lc.supernova(rng, kind, start, target.peak_mag, target.peak)
    if kind == "QSO":
        tau = float(10 ** rng.uniform(1.9, 2.8))
        return lc.random_walk(
            rng, float(rng.uniform(16.8, 18.7)), float(rng.uniform(0.22, 0.38)), tau,
            float(rng.uniform(0.05, 0.35)), start, end,
        )  # fmt: skip
    if kind == "AGN":
        tau = float(10 ** rng.uniform(1.7, 2.5))
        return lc.random_walk(
            rng, float(rng.uniform(15.6, 17.6)), float(rng.uniform(0.12, 0.2)), tau,
            float(rng.uniform(0.45, 0.9)), start, end, 0.7,
        )  # fmt: skip
    if kind == "Blazar":
        tau = float(10 ** rng.uniform(0.9, 1.8))
        return lc.random_walk(
            rng, float(rng.uniform(16.2, 18.4)), float(rng.uniform(0.35, 0.6)), tau,
            float(rng.uniform(0.35, 0.6)), start, end, 0.93,
        )  # fmt: skip
    if kind == "YSO":
        tau = float(10 ** rng.uniform(0.4, 1.2))
        return lc.random_walk(
            rng, float(rng.uniform(14.8, 17.0)), float(rng.uniform(0.25, 0.5)), tau,
            float(rng.uniform(1.1, 1.8)), start, end, 0.75, dips=True,
        )  # fmt: skip
    if kind == "CV/Nova":
        return lc.dwarf_nova(rng, start, end)
    if kind in ("asteroid", "bogus"):
        return lc.constant(float(rng.uniform(17.0, 19.5)), 0.5)
    return lc.periodic(rng, kind)


@dataclass(frozen=True)
class _Made:
    """One object's epochs with what was measured, before it becomes rows."""

    target: Target
    index: int
    source: lc.Source
    epochs: lc.Epochs
    measured: lc.Photometry


def _observe(target: Target, index: int) -> _Made:
    rng = generator(target.oid, "light")
    end = target.start + 365.2425 * target.seasons
    source = _source(target, rng, end)
    epochs = lc.observe(
        rng, target.ra, target.dec, target.start, end, fast=target.kind in ("RRL", "DSCT", "E")
    )
    if target.pinned is not None:
        mjd, fid, _ = target.pinned
        keep = np.abs(epochs.mjd - mjd) > 0.5
        at = int(np.searchsorted(epochs.mjd[keep], mjd))
        epochs = lc.Epochs(
            np.insert(epochs.mjd[keep], at, mjd),
            np.insert(epochs.fid[keep], at, fid),
            np.insert(epochs.limit[keep], at, 20.41),
        )
    measured = lc.photometry(rng, source, epochs)
    if target.kind in ("asteroid", "bogus"):
        # One passage, or one artefact: a single night's alert or two on nothing that varies.
        seen = np.zeros_like(measured.seen)
        chosen = rng.choice(epochs.mjd.size, size=int(rng.integers(1, 3)), replace=False)
        seen[chosen] = True
        level = lc.flux(rng.uniform(17.5, 19.8, epochs.mjd.size))
        measured = lc.Photometry(level, measured.total, measured.noise, measured.reference, seen)
    return _Made(target, index, source, epochs, measured)


def _candid(mjd: float, rcid: int, index: int) -> tuple[int, int, int]:
    """Return nid, pid and candid: night, hundred-thousandths of a day, readout channel."""
    nid = int(mjd) - NIGHT_ZERO
    pid = ((nid * 100_000 + int((mjd % 1) * 100_000)) * 100 + rcid) * 100 + 15
    return nid, pid, pid * 1_000_000 + 10_000 + index


def _round(values: lc.Floats, digits: int) -> list[float]:
    return [float(value) for value in np.round(values, digits).tolist()]


def _given(values: lc.Floats | None, digits: int, count: int) -> Sequence[Value]:
    return [None] * count if values is None else _round(values, digits)


def _corrected(
    light: "_Light", measured: lc.Photometry, epochs: lc.Epochs
) -> tuple[lc.Floats, lc.Floats, lc.Floats]:
    """Return the apparent magnitudes of an object's detections, and their two errors.

    The reference image is a stack of fifteen good exposures, whose zero point is known to
    0.012 mag. Where the source is fainter than in it, that can be more than the error of the
    difference: then there is no point-source error, as in the survey's own data.
    """
    bands = light.fid.tolist()
    reference = np.asarray([measured.reference[band] for band in bands])
    sky = float(lc.flux(np.asarray(np.median(epochs.limit)))) / 5 / math.sqrt(15)
    error = np.hypot(sky, 0.012 * reference)
    present = np.maximum(reference, 1e-9)
    return photometry.corrected(
        light.mag,
        light.error,
        np.where(light.positive, 1, -1),
        lc.mag(present),
        1.0857 * error / present,
    )


class _Light:
    """An object's light curve as rows of `detection` and `non_detection`."""

    def __init__(self, made: _Made) -> None:
        target, measured, epochs = made.target, made.measured, made.epochs
        rng = generator(target.oid, "rows")
        self.made = made
        rcid = int(rng.integers(0, 64)) if target.rcid is None else target.rcid
        field = 250 + int(abs(target.dec) * 6) + int(target.ra / 36)
        chosen = np.flatnonzero(measured.seen)
        self.mjd: lc.Floats = epochs.mjd[chosen]
        self.fid: lc.Ints = epochs.fid[chosen]
        count = chosen.size
        difference = measured.difference[chosen]
        noise = measured.noise[chosen]
        self.positive: NDArray[np.bool_] = difference > 0
        self.mag: lc.Floats = lc.mag(np.abs(difference))
        self.error: lc.Floats = 1.0857 * noise / np.abs(difference)
        corrected = made.source.stationary and target.kind not in ("asteroid", "bogus")
        self.corrected = corrected
        self.total: lc.Floats = lc.mag(measured.total[chosen])
        total, total_error, extended = (
            _corrected(self, measured, epochs) if corrected else (None,) * 3
        )

        strength = np.abs(difference) / noise
        weak = rng.random(count) < np.where(strength < 7, 0.55, 0.1)
        has_stamp = ~weak
        if count and target.kind in ("asteroid", "bogus"):
            has_stamp[:] = True
        if target.pinned is not None:
            has_stamp[np.argmin(np.abs(self.mjd - target.pinned[0]))] = True
        if target.oid == STAMPLESS:
            has_stamp[:] = False
        elif count:
            has_stamp[-1] = True

        ids = [_candid(mjd, rcid, made.index) for mjd in self.mjd.tolist()]
        if target.pinned is not None:
            at = int(np.argmin(np.abs(self.mjd - target.pinned[0])))
            candid = target.pinned[2]
            ids[at] = (candid // 10**15, candid // 10**6, candid)
        parents: list[int | None] = [None] * count
        later: int | None = None
        later_mjd = 0.0
        for at in range(count - 1, -1, -1):
            if has_stamp[at]:
                later, later_mjd = ids[at][2], float(self.mjd[at])
            elif later is not None and later_mjd - float(self.mjd[at]) < 30:
                parents[at] = later
            elif rng.random() < 0.3:
                parents[at] = 0

        scatter = 0.09 / 3600 * (1 + 4 * np.minimum(self.error, 0.25) / 0.25)
        self.ra: lc.Floats = np.round(
            (target.ra + rng.normal(0, 1, count) * scatter / max(math.cos(math.radians(target.dec)), 1e-3)) % 360, 7
        )  # fmt: skip
        north = target.dec + rng.normal(0, 1, count) * scatter
        self.dec: lc.Floats = np.asarray(np.round(np.clip(north, -90, 90), 7), dtype=np.float64)
        near = rng.gamma(2.0, 0.12, count) if made.source.stationary else None
        if near is None:
            offset = float(rng.uniform(1.5, 9.0))
            near = np.abs(rng.normal(offset, 0.25, count))
            if rng.random() < 0.2:
                near = np.full(count, np.nan)
        aperture = self.mag + rng.normal(0, 1, count) * self.error * 0.5
        big = self.mag + rng.normal(0, 1, count) * self.error * 0.9 - 0.02
        real = np.clip(rng.beta(9, 2.2, count), 0.3, 1.0)
        deep = np.clip(1 - rng.exponential(0.02, count), 0.5, 1.0)
        if target.kind == "bogus":
            real, deep = rng.uniform(0.2, 0.6, count), rng.uniform(0.0, 0.3, count)
        dubious = (rng.random(count) < 0.015) & corrected
        bare = ~has_stamp & (rng.random(count) < 0.25)

        columns: list[Sequence[Value]] = [
            [target.oid] * count,
            _round(self.mjd, 7),
            [candid for _, _, candid in ids],
            self.fid.tolist(),
            [pid for _, pid, _ in ids],
            _round(epochs.limit[chosen], 4),
            np.where(self.positive, 1, -1).tolist(),
            [nid for nid, _, _ in ids],
            [None if math.isnan(value) else value for value in _round(near, 6)],
            _round(self.mag, 6),
            _given(total, 6, count),
            [None] * count,
            _round(aperture, 4),
            [None] * count,
            _round(self.error, 8),
            _given(total_error, 8, count),
            _given(extended, 8, count),
            _round(self.error * 1.15, 4),
            [None] * count,
            _round(self.ra, 7),
            _round(self.dec, 7),
            [None if gone else value for value, gone in zip(_round(real, 6), bare.tolist(), strict=True)],
            ["" if gone else ("t17_f5_c3" if mjd > 58600 else "t12_f5_c3") for mjd, gone in zip(self.mjd.tolist(), bare.tolist(), strict=True)],
            [value if own else None for value, own in zip(_round(deep, 6), has_stamp.tolist(), strict=True)],
            [None if gone else value for value, gone in zip(_round(big, 4), bare.tolist(), strict=True)],
            [None if gone else value for value, gone in zip(_round(self.error * 1.5, 4), bare.tolist(), strict=True)],
            [field * 1_000_000 + band * 100_000 + rcid * 100 + 1 if own else None for band, own in zip(self.fid.tolist(), has_stamp.tolist(), strict=True)],
            [int(own) for own in has_stamp.tolist()],
            [int(corrected)] * count,
            [int(flag) for flag in dubious.tolist()],
            [None] * count,
            [STEP] * count,
            [0.0] * count,
            parents,
        ]  # fmt: skip
        self.detections: list[Row] = list(zip(*columns, strict=True))
        self.dubious = dubious
        self.has_stamp = has_stamp

        # Upper limits are known only from the alerts' thirty days of history.
        before = np.searchsorted(self.mjd, epochs.mjd, side="right")
        upcoming = np.append(self.mjd, np.inf)[np.minimum(before, count)]
        limits = ~measured.seen & (upcoming - epochs.mjd < 30)
        self.limit_mjd: lc.Floats = epochs.mjd[limits]
        self.limit_fid: lc.Ints = epochs.fid[limits]
        self.limit: lc.Floats = epochs.limit[limits]
        lost = rng.random(self.limit.size) < 0.01
        self.non_detections: list[Row] = list(
            zip(
                [target.oid] * self.limit.size,
                _round(self.limit_mjd, 7),
                self.limit_fid.tolist(),
                [
                    None if gone else value
                    for value, gone in zip(_round(self.limit, 4), lost.tolist(), strict=True)
                ],
                strict=True,
            )
        )


def _colour(light: _Light, values: lc.Floats, how: str) -> float | None:
    g, r = values[light.fid == lc.G], values[light.fid == lc.R]
    if not g.size or not r.size:
        return None
    if how == "max":
        return round(float(g.min() - r.min()), 6)
    return round(float(g.mean() - r.mean()), 6)


def object_row(light: _Light) -> Row:
    """Return the row of `object` for a light curve with detections."""
    target = light.made.target
    rng = generator(target.oid, "object")
    mjd = light.mjd
    stellar = light.made.source.stationary and target.kind not in ("AGN", "bogus", "asteroid")
    corrected = light.corrected
    history = int(mjd.size * 1.3) + int(rng.integers(0, 6))
    odd = target.oid == NOT_A_NUMBER
    exact = target.oid == AT_ZERO
    return (
        target.oid,
        str(history),
        int(light.made.epochs.mjd.size * 1.6) + int(rng.integers(20, 400)),
        round(float(mjd[0]) - 30 * float(rng.random()), 7),
        round(float(mjd[-1]), 7),
        int(corrected),
        int(stellar),
        int(mjd.size),
        NAN if odd else _colour(light, light.mag, "max"),
        _colour(light, light.total, "max") if corrected else None,
        -math.inf if odd else _colour(light, light.mag, "mean"),
        _colour(light, light.total, "mean") if corrected else None,
        round(float(mjd[0]), 7),
        round(float(mjd[-1]), 7),
        round(float(mjd[-1] - mjd[0]), 7),
        0.0 if exact else target.ra,
        0.0 if exact else target.dec,
        math.inf
        if odd
        else float(np.std(light.ra - target.ra))
        if abs(target.ra - 180) < 179
        else 2.5e-5,
        NAN if odd else float(np.std(light.dec)),
        STEP,
    )


def magstat_rows(light: _Light) -> list[Row]:
    """Return one row of `magstat` a filter."""
    rows: list[Row] = []
    target = light.made.target
    for band in (1, 2, 3):
        own = light.fid == band
        if not own.any():
            continue
        mags, times = light.mag[own], light.mjd[own]
        odd = target.oid == NOT_A_NUMBER and band == 1
        rows.append(
            (
                target.oid,
                band,
                int(light.made.source.stationary),
                int(light.corrected),
                int(own.sum()),
                int(light.dubious[own].sum()),
                round(float(mags.mean()), 6),
                round(float(np.median(mags)), 6),
                round(float(mags.max()), 6),
                round(float(mags.min()), 6),
                NAN if odd else round(float(mags.std(ddof=1)), 6) if mags.size > 1 else None,
                round(float(mags[-1]), 6),
                round(float(mags[0]), 6),
                round(float(times[0]), 7),
                round(float(times[-1]), 7),
                STEP,
            )
        )
    return rows


def _ranked(
    oid: str, name: str, version: str, classes: Sequence[str], weights: lc.Floats
) -> list[Row]:
    shares = weights / weights.sum()
    order = np.argsort(-shares).tolist()
    ranks = {position: rank + 1 for rank, position in enumerate(order)}
    return [
        (oid, name, version, class_name, round(float(shares[at]), 6), ranks[at])
        for at, class_name in enumerate(classes)
    ]


def probability_rows(light: _Light) -> list[Row]:
    """Return the rows of `probability`: both classifiers, in the versions that saw the object."""
    target = light.made.target
    rng = generator(target.oid, "classes")
    rows: list[Row] = []
    stamp = _STAMP_CLASS.get(target.kind, "VS")
    for version in STAMP_VERSIONS:
        if version == STAMP_VERSIONS[0] and target.start > 58850:
            continue
        weights = rng.gamma(0.6, 1.0, len(STAMP_CLASSES)) * 0.14 + 0.004
        weights[STAMP_CLASSES.index(stamp)] += float(rng.uniform(0.45, 1.2))
        rows += _ranked(target.oid, "stamp_classifier", version, STAMP_CLASSES, weights)
    if target.oid == UNTAXED:
        rows.append((target.oid, "forgotten_classifier", "0.0.1", "YSO", 1.0, 1))
    per_band = max(int((light.fid == lc.G).sum()), int((light.fid == lc.R).sum()))
    if target.kind not in _FAMILY or per_band < 6:
        return rows
    versions = LC_VERSIONS if target.second_version else LC_VERSIONS[:1]
    for version in versions:
        weights = rng.gamma(0.5, 1.0, len(LC_CLASSES)) * 0.01
        for at, name in enumerate(LC_CLASSES):
            if _FAMILY[name] == _FAMILY[target.kind]:
                weights[at] += float(rng.gamma(0.8, 1.0)) * 0.1
        weights[LC_CLASSES.index(target.kind)] += float(rng.uniform(0.3, 1.1))
        rows += _ranked(target.oid, "lc_classifier", version, LC_CLASSES, weights)
    return rows


def _scene(light: _Light) -> Row:
    """Return what the stamps of an object show, for `alerce.sandbox.cutouts`."""
    target = light.made.target
    # Nothing lies under an asteroid or an artefact.
    bare = target.kind in ("asteroid", "bogus")
    reference = {} if bare else light.made.measured.reference
    description = {
        "kind": target.kind,
        "reference": {band: value for band, value in reference.items() if value > 0},
        "redshift": light.made.source.redshift,
    }
    return target.oid, json.dumps(description)


def _empty_object() -> Row:
    return (
        EMPTY, None, None, None, None, None, None, 0, None, None, None, None, 60000.0, 60000.0,
        None, 10.0, 10.0, None, None, None,
    )  # fmt: skip


def build() -> Dataset:
    """Make the whole dataset; about a second."""
    data = Dataset("synthetic")
    for name, versions, classes in (
        ("stamp_classifier", STAMP_VERSIONS, STAMP_CLASSES),
        ("lc_classifier", LC_VERSIONS, LC_CLASSES),
    ):
        data.taxonomy += [(name, version, "|".join(classes)) for version in versions]
    seen: list[catalogs.Target] = []
    used: set[str] = set()
    for index, target in enumerate([*NAMED, *_population(), *ODD]):
        light = _Light(_observe(target, index))
        if not light.detections or target.oid in used:
            continue
        used.add(target.oid)
        _unusual(light)
        data.object.append(object_row(light))
        data.detection += light.detections
        data.non_detection += light.non_detections
        data.magstat += magstat_rows(light)
        data.probability += probability_rows(light)
        data.feature += features.rows(
            target.oid,
            generator(target.oid, "features"),
            features.Curve(
                light.mjd, light.fid, light.total if light.corrected else light.mag, light.error,
                light.positive, light.limit_mjd, light.limit_fid, light.limit,
            ),
            light.made.source,
            (target.ra, target.dec),
        )  # fmt: skip
        data.scene.append(_scene(light))
        reference = light.made.measured.reference[lc.R]
        seen.append(
            catalogs.Target(
                target.oid,
                target.kind,
                target.ra,
                target.dec,
                25 - 2.5 * math.log10(reference) if reference > 0 else None,
                light.made.source.redshift,
                light.made.source.period,
            )
        )
    data.object.append(_empty_object())
    data.catalog_source += catalogs.rows(seen)
    return data


def _unusual(light: _Light) -> None:
    """Put what is not a number into the one object made for it."""
    if light.made.target.oid != NOT_A_NUMBER:
        return
    odd = list(light.detections[2])
    odd[9], odd[14] = NAN, math.inf
    light.detections[2] = tuple(odd)


@functools.cache
def snapshot() -> bytes:
    """Return the database of the synthetic sky, made once a process."""
    collecting = gc.isenabled()
    # A million small tuples and no cycles: the collector would only look at them over and over.
    gc.disable()
    try:
        return Store.snapshot(build())
    finally:
        if collecting:
            gc.enable()
