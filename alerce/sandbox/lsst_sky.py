"""The made-up objects of LSST: about 150 of them, some where ZTF has one too.

Everything is drawn from generators seeded by an object's own number.
"""

import functools
import gzip
import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from alerce import _untyped
from alerce.sandbox import cutouts
from alerce.sandbox.lightcurves import Generator

BAND_MAP = {"6": "u", "1": "g", "2": "r", "3": "i", "4": "z", "5": "y"}
BANDS = {letter: int(number) for number, letter in BAND_MAP.items()}
CLASSIFIERS: Mapping[str, tuple[str, Sequence[str], int]] = {
    "lc_classifier_lsst": ("1.0.0", ("SNIa", "SNII", "QSO", "RRL"), 3),
    "stamp_classifier_rubin": ("2.0.1", ("SN", "AGN", "VS", "asteroid", "bogus"), 1),
}
"""Version, classes and number of each classifier."""

FIRST = 313900000000000001
COUNT = 150
STEP = 7_301

# Made for the odd corners of the services; the package's docstring tells of each.
BAND_ZERO = 313999999999999901
NULLS = 313999999999999903
NOT_A_NUMBER = 313999999999999905
UNFORCED = 313999999999999907
STAMPLESS = 313999999999999909
UNCLASSIFIED = 313999999999999911
ODD = (BAND_ZERO, NULLS, NOT_A_NUMBER, UNFORCED, STAMPLESS, UNCLASSIFIED)

SURVEY_START = 61000.0
STAMP_SIZE = 75
PSF_SIZE = 41
PIXEL_DEG = 0.2 / 3600

FLAGS = (
    "pixelFlags", "pixelFlags_bad", "pixelFlags_cr", "pixelFlags_crCenter", "pixelFlags_edge",
    "pixelFlags_nodata", "pixelFlags_nodataCenter", "pixelFlags_interpolated",
    "pixelFlags_interpolatedCenter", "pixelFlags_offimage", "pixelFlags_saturated",
    "pixelFlags_saturatedCenter", "pixelFlags_suspect", "pixelFlags_suspectCenter",
    "pixelFlags_streak", "pixelFlags_streakCenter", "pixelFlags_injected",
    "pixelFlags_injectedCenter", "pixelFlags_injected_template",
    "pixelFlags_injected_templateCenter", "glint_trail",
)  # fmt: skip
NULLED = (
    "ssObjectId", "raErr", "decErr", "ra_dec_Cov", "x", "xErr", "y", "yErr", "centroid_flag",
    "apFlux", "apFluxErr", "apFlux_flag", "apFlux_flag_apertureTruncated", "isNegative", "snr",
    "psfLnL", "psfChi2", "psfNdata", "trailFlux", "trailFluxErr", "trailRa", "trailRaErr",
    "trailDec", "trailDecErr", "trailLength", "trailLengthErr", "trailAngle", "trailAngleErr",
    "trailChi2", "trailNdata", "trail_flag_edge", "dipoleMeanFlux", "dipoleMeanFluxErr",
    "dipoleFluxDiff", "dipoleFluxDiffErr", "dipoleLength", "dipoleAngle", "dipoleChi2",
    "dipoleNdata", "forced_PsfFlux_flag", "forced_PsfFlux_flag_edge",
    "forced_PsfFlux_flag_noGoodPixels", "templateFlux", "templateFluxErr", "ixx", "iyy", "ixy",
    "ixxPSF", "iyyPSF", "ixyPSF", "shape_flag", "shape_flag_no_pixels",
    "shape_flag_not_contained", "shape_flag_parent_source", "extendedness", "reliability",
    "isDipole", "dipoleFitAttempted", "timeProcessedMjdTai", "timeWithdrawnMjdTai", "bboxSize",
)  # fmt: skip
"""Fields of a detection in their order, most of which the service leaves null."""

KINDS = {
    "SN": ("SN", "SNIa"),
    "AGN": ("AGN", "QSO"),
    "VS": ("VS", "RRL"),
}
"""What each kind is to the stamp classifier and to the light-curve classifier."""


@dataclass(frozen=True)
class Visit:
    """One visit to an object: when, through which filter, and the two fluxes in nJy."""

    number: int
    mjd: float
    band: str
    difference: float
    science: float
    error: float
    detected: bool


@dataclass(frozen=True)
class Target:
    """One object to make up."""

    oid: int
    kind: str
    ra: float
    dec: float


def generator(*parts: object) -> Generator:
    """Return a random generator seeded by the parts."""
    return np.random.default_rng([int(part) if isinstance(part, int) else 0 for part in parts])


def population(shared: Sequence[tuple[float, float]]) -> list[Target]:
    """Return the objects, the first of them at the given positions."""
    rng = generator(FIRST)
    kinds = list(KINDS)
    targets: list[Target] = []
    for at in range(COUNT):
        if at < len(shared):
            ra, dec = shared[at]
        else:
            ra = round(float(rng.uniform(0, 360)), 6)
            dec = round(math.degrees(math.asin(float(rng.uniform(-0.9, 0.1)))), 6)
        targets.append(Target(FIRST + at * STEP, kinds[at % len(kinds)], ra, dec))
    targets += [Target(oid, "SN", 150.1 + at * 0.001, 2.2) for at, oid in enumerate(ODD)]
    return targets


@functools.lru_cache(maxsize=512)
def visits(oid: int, kind: str) -> tuple[Visit, ...]:
    """Return the visits to an object, in order of time."""
    rng = generator(oid)
    count = int(rng.integers(18, 40))
    times = np.sort(SURVEY_START + rng.uniform(0, 90, count))
    peak = SURVEY_START + float(rng.uniform(20, 50))
    scale = float(10 ** rng.uniform(3.2, 4.5))
    period = float(rng.uniform(0.3, 0.9))
    host = scale * float(rng.uniform(0.5, 3))
    found: list[Visit] = []
    for number, mjd in enumerate(times.tolist()):
        band = list(BANDS)[int(rng.integers(0, len(BANDS)))]
        error = float(rng.uniform(60, 180))
        if kind == "SN":
            rise = (mjd - peak) / (8 if mjd < peak else 25)
            signal = scale * math.exp(-0.5 * rise**2)
        elif kind == "VS":
            signal = scale * 0.4 * math.sin(2 * math.pi * mjd / period)
        else:
            signal = scale * 0.3 * math.sin(mjd / 17) + float(rng.normal(0, scale * 0.1))
        difference = signal + float(rng.normal(0, error))
        found.append(
            Visit(
                number, round(mjd, 6), band, round(difference, 4),
                round(host + signal + float(rng.normal(0, error)), 4), round(error, 4),
                abs(difference) > 5 * error or number == 0,
            )
        )  # fmt: skip
    return tuple(found)


class Sky:
    """The objects served, as rows of the services' answers.

    Parameters
    ----------
    targets : sequence of Target
        What there is.
    """

    def __init__(self, targets: Sequence[Target]) -> None:
        self.objects: dict[int, Target] = {target.oid: target for target in targets}

    def detections(self, oid: int) -> list[dict[str, Any]]:
        """Return the detections of an object, the last one first."""
        target = self.objects.get(oid)
        if target is None:
            return []
        seen = [visit for visit in visits(oid, target.kind) if visit.detected]
        return [_detection(target, visit) for visit in reversed(seen)]

    def forced(self, oid: int) -> list[dict[str, Any]]:
        """Return the forced photometry of an object."""
        target = self.objects.get(oid)
        if target is None or oid == UNFORCED:
            return []
        return [_forced(target, visit) for visit in visits(oid, target.kind)]

    def statistics(self, oid: int) -> dict[str, Any]:
        """Return the statistics of an object."""
        target = self.objects[oid]
        every = visits(oid, target.kind)
        times = [visit.mjd for visit in every if visit.detected]
        return {
            "oid": oid,
            "tid": 1,
            "sid": 1,
            "meanra": target.ra,
            "meandec": target.dec,
            "sigmara": None,
            "sigmadec": None,
            "firstmjd": min(times),
            "lastmjd": max(times),
            "deltamjd": max(times) - min(times),
            "n_det": len(times),
            "n_forced": 0 if oid == UNFORCED else len(every),
            "n_non_det": 0,
            "created_date": "2026-11-22T00:00:00",
            "updated_date": None,
        }

    def bands(self, oid: int) -> dict[str, Any]:
        """Return the survey's own statistics of an object, band by band."""
        target = self.objects[oid]
        every = visits(oid, target.kind)
        row: dict[str, Any] = {
            "validityStartMjdTai": every[0].mjd,
            "ra": target.ra,
            "raErr": None,
            "dec": target.dec,
            "decErr": None,
            "ra_dec_Cov": None,
        }
        by_band = {
            band: [visit for visit in every if visit.detected and visit.band == band]
            for band in "ugrizy"
        }
        for band, seen in by_band.items():
            flux = [visit.difference for visit in seen]
            mean = float(np.mean(flux)) if flux else None
            row |= {
                f"{band}_psfFluxMean": mean,
                f"{band}_psfFluxMeanErr": None,
                f"{band}_psfFluxSigma": float(np.std(flux)) if len(flux) > 1 else None,
                f"{band}_psfFluxNdata": len(flux) or None,
                f"{band}_fpFluxMean": mean,
                f"{band}_fpFluxMeanErr": None,
            }
        for band, seen in by_band.items():
            science = [visit.science for visit in seen]
            row[f"{band}_scienceFluxMean"] = float(np.mean(science)) if science else None
            row[f"{band}_scienceFluxMeanErr"] = None
        for band, seen in by_band.items():
            flux = [visit.difference for visit in seen]
            row |= {
                f"{band}_psfFluxMin": min(flux, default=None),
                f"{band}_psfFluxMax": max(flux, default=None),
                f"{band}_psfFluxMaxSlope": None,
                f"{band}_psfFluxErrMean": None,
            }
        times = [visit.mjd for visit in every if visit.detected]
        return {
            **row,
            "firstDiaSourceMjdTai": min(times),
            "lastDiaSourceMjdTai": max(times),
            "nDiaSources": len(times),
        }

    @functools.lru_cache(maxsize=512)  # noqa: B019 (a sandbox lives as long as its sky)
    def classes(self, oid: int) -> list[dict[str, Any]]:
        """Return the classes of an object by every classifier."""
        target = self.objects.get(oid)
        if target is None or oid == UNCLASSIFIED:
            return []
        rows: list[dict[str, Any]] = []
        for number, (name, (version, classes, _)) in enumerate(CLASSIFIERS.items()):
            if name == "lc_classifier_lsst" and oid % 3 == 0:
                continue
            rng = generator(oid, number)
            weights = rng.gamma(0.5, 1.0, len(classes)) * 0.1 + 0.01
            true = KINDS[target.kind][0 if name.startswith("stamp") else 1]
            weights[list(classes).index(true)] += float(rng.uniform(0.8, 2))
            shares = (weights / weights.sum()).round(6).tolist()
            ordered = sorted(zip(shares, classes, strict=True), reverse=True)
            rows += [
                {
                    "classifier_name": name,
                    "classifier_version": version,
                    "class_name": label,
                    "probability": share,
                    "ranking": rank,
                }
                for rank, (share, label) in enumerate(ordered, 1)
            ]
        return rows

    @functools.cache  # noqa: B019 (likewise)
    def listed(self) -> list[dict[str, Any]]:
        """Return a row for each object, classifier and class."""
        rows: list[dict[str, Any]] = []
        nothing = dict.fromkeys(
            ("classifier_name", "classifier_version", "class_name", "probability", "ranking")
        )
        for oid in self.objects:
            row = self.statistics(oid)
            del row["created_date"], row["updated_date"]
            rows += [
                {
                    **row,
                    "stellar": None,
                    "class_name": known["class_name"],
                    "classifier_name": known["classifier_name"],
                    "classifier_version": known["classifier_version"],
                    "probability": known["probability"],
                    "ranking": known["ranking"],
                }
                for known in self.classes(oid) or [nothing]
            ]
        return rows


def measurement(oid: int, visit: Visit, *, forced: bool = False) -> int:
    """Return the identifier of a measurement."""
    return oid + 10**14 + visit.number * 2 + (10**9 if forced else 0)


def _detection(target: Target, visit: Visit) -> dict[str, Any]:
    row: dict[str, Any] = {
        "band_map": BAND_MAP,
        "band": BANDS[visit.band],
        "mjd": visit.mjd,
        "survey_id": "lsst",
        "ra": target.ra,
        "dec": target.dec,
        "oid": target.oid,
        "measurement_id": measurement(target.oid, visit),
        "parentDiaSourceId": -1,
        "diaObjectId": target.oid,
        "psfFlux": visit.difference,
        "psfFluxErr": visit.error,
        "psfFlux_flag": 0,
        "psfFlux_flag_edge": 0,
        "psfFlux_flag_noGoodPixels": 0,
        "scienceFlux": visit.science,
        "scienceFluxErr": visit.error,
        "has_stamp": target.oid != STAMPLESS,
        "visit": 2025051500000 + visit.number,
        "detector": 94,
        **dict.fromkeys(NULLED),
        **dict.fromkeys(FLAGS),
    }
    row |= {
        "x": 10.5,
        "y": 20.5,
        "snr": abs(visit.difference) / visit.error,
        "reliability": 0.9,
        "timeProcessedMjdTai": visit.mjd + 0.1,
    }
    if target.oid == BAND_ZERO:
        row["band"] = 0
    if target.oid == NULLS:
        # What the service makes of nulls.
        zero = dict.fromkeys(("mjd", "ra", "dec", "psfFlux", "psfFluxErr"), 0.0)
        row |= {**zero, "scienceFlux": 0.0, "diaObjectId": 0}
    return row


def _forced(target: Target, visit: Visit) -> dict[str, Any]:
    null = target.oid == NULLS
    return {
        "band_map": BAND_MAP,
        "band": BANDS[visit.band],
        "mjd": visit.mjd,
        "survey_id": "lsst",
        "oid": target.oid,
        "measurement_id": measurement(target.oid, visit, forced=True),
        "ra": target.ra,
        "dec": target.dec,
        "visit": 2025051500000 + visit.number,
        "detector": 94,
        "psfFlux": visit.difference,
        "psfFluxErr": visit.error,
        "scienceFlux": 0.0 if null else visit.science,
        "scienceFluxErr": 0.0 if null else visit.error,
    }


def stamp(
    oid: int, measurement_id: int, which: int, file_format: str, *, packed: bool
) -> tuple[bytes, str]:
    """Return one of the three images of an alert, as a file, and its media type."""
    rng = generator(measurement_id, which)
    rows, columns = np.indices((STAMP_SIZE, STAMP_SIZE))
    middle = (STAMP_SIZE - 1) / 2
    profile = np.exp(-((columns - middle) ** 2 + (rows - middle) ** 2) / (2 * 2.2**2))
    brightness = (4000.0, 1500.0, 2500.0)[which]
    image = np.asarray(
        brightness * profile + rng.normal(0, 40, (STAMP_SIZE, STAMP_SIZE)), dtype=np.float32
    )
    if file_format == "png":
        return cutouts.png(image), "image/png"
    fits = _untyped.module("astropy.io.fits")
    wcs = _untyped.module("astropy.wcs").WCS(naxis=2)
    wcs.wcs.crpix = [middle + 1, middle + 1]
    wcs.wcs.crval = [oid % 360, -(oid % 60)]
    wcs.wcs.cdelt = [-PIXEL_DEG, PIXEL_DEG]
    wcs.wcs.ctype = ["RA---TAN", "DEC--TAN"]
    header = wcs.to_header()
    header["BUNIT"] = "nJy"
    variance = header.copy()
    variance["BUNIT"] = "nJy**2"
    grid = np.indices((PSF_SIZE, PSF_SIZE)) - (PSF_SIZE - 1) / 2
    psf = np.exp(-(grid**2).sum(axis=0) / (2 * 2.2**2))
    hdus = fits.HDUList(
        [
            fits.PrimaryHDU(image, header),
            fits.ImageHDU(np.full(image.shape, 1600.0, np.float32), variance),
            fits.ImageHDU((psf / psf.sum()).astype(np.float32)),
        ]
    )
    file = io.BytesIO()
    hdus.writeto(file)
    content = file.getvalue()
    return (gzip.compress(content, 6, mtime=0), "application/gzip") if packed else (
        content, "application/fits"
    )  # fmt: skip
