"""Made-up sources of the catalogs that catsHTM knows, with the units it really sends.

Some of those are no unit names (``arcse``, ``magAB``, ``JD``), some are a space or null, and one
is plainly wrong (``MJD`` for a seeing): they are kept, for clients to get along with.
"""

import functools
import json
import math
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from alerce.sandbox.lightcurves import Generator
from alerce.sandbox.store import Row


@dataclass(frozen=True)
class Catalog:
    """A catalog of the service: the name it answers with, and its crossmatch radius (arcsec)."""

    name: str
    display: str
    radius: float = 50.0
    ra: str = "RA"
    dec: str = "Dec"


# In the order in which the service goes through them.
CATALOGS: Mapping[str, Catalog] = {
    catalog.name: catalog
    for catalog in (
        Catalog("FIRST", "FIRST"),
        Catalog("TMASS", "2MASS"),
        Catalog("TMASSxsc", "2MASSxsc"),
        Catalog("DECaLS", "DECaLS", 0.1),
        Catalog("GAIADR1", "GAIA/DR1", 0.1),
        Catalog("GAIADR2", "GAIA/DR2", 0.1),
        Catalog("GALEX", "GALEX"),
        Catalog("HSCv2", "HSCv2", ra="MatchRA", dec="MatchDec"),
        Catalog("IPHAS", "IPHAS"),
        Catalog("NEDz", "NEDz"),
        Catalog("SDSSDR10", "SDSS/DR10"),
        Catalog("SDSSoffset", "SDSSoffset", 0.1, "ra", "dec"),
        Catalog("SpecSDSS", "SpecSDSS"),
        Catalog("SAGE", "SAGE"),
        Catalog("IRACgc", "IRACgc"),
        Catalog("UKIDSS", "UKIDSS"),
        Catalog("VISTAviking", "VISTAviking"),
        Catalog("VSTatlas", "VSTatlas"),
        Catalog("VSTkids", "VSTkids"),
        Catalog("AKARI", "AKARI", 50.0, "RA_rad", "Dec_rad"),
        Catalog("APASS", "APASS", 2.0),
        Catalog("NVSS", "NVSS", 10.8),
        Catalog("Cosmos", "Cosmos"),
        Catalog("PTFpc", "PTFpc"),
        Catalog("ROSATfsc", "ROSATfsc"),
        Catalog("SkyMapper", "SkyMapper", 0.4),
        Catalog("UCAC4", "UCAC4"),
        Catalog("WISE", "WISE"),
        Catalog("XMM", "XMM", 8.0, "RA", "DEC"),
        Catalog("AAVSO_VSX", "AAVSO_VSX"),
        Catalog("unWISE", "unWISE"),
        Catalog("SWIREz", "SWIREz"),
        Catalog("Simbad_PM200", "Simbad_PM200"),
        Catalog("CRTS_per_var", "CRTS"),
    )
}

UNITS: Mapping[str, Mapping[str, str | None]] = {
    "TMASS": {
        "Dec": "deg", "Epoch": "JD", "ErrMaj": "arcsec", "MagErr_H": "mag", "MagErr_J": "mag",
        "MagErr_K": "mag", "Mag_H": "mag", "Mag_J": "mag", "Mag_K": "mag", "RA": "deg",
    },
    "GAIADR1": {
        "Dec": "deg", "ErrDec": "mas", "ErrMagG": "mag", "ErrRA": "mas", "ExcessNoise": " ",
        "ExcessNoiseSig": " ", "MagG": "mag", "RA": "deg",
    },
    "GAIADR2": {
        "A_G": "mag", "Dec": "deg", "Epoch": "JYear", "ErrDec": "mas", "ErrPMDec": "mas/yr",
        "ErrPMRA": "mas/yr", "ErrPlx": "mas", "ErrRA": "mas", "ErrRV": "km/s",
        "ExcessNoise": "mas", "ExcessNoiseSig": " ", "MagErr_BP": "mag", "MagErr_G": "mag",
        "MagErr_RP": "mag", "Mag_BP": "mag", "Mag_G": "mag", "Mag_RP": "mag", "PMDec": "mas/yr",
        "PMRA": "mas/yr", "Plx": "mas", "RA": "deg", "RA_Dec_Corr": " ", "RV": "km/s",
        "Teff": "K", "Teff_high": "K", "Teff_low": "K", "VarFlag": " ",
    },
    "NEDz": {
        "Dec": "deg", "Filter": " ", "Mag": "mag", "ObjType": " ", "RA": "deg",
        "RedshiftType": " ", "Velocity": "km/s", "z": " ",
    },
    "SDSSDR10": {
        "Dec": "deg", "RA": "deg", "V": "deg/day", "Verr": "deg/day", "flags": " ",
        "modelMagErr_g": "mag", "modelMagErr_i": "mag", "modelMagErr_r": "mag",
        "modelMagErr_u": "mag", "modelMagErr_z": "mag", "modelMag_g": "mag", "modelMag_i": "mag",
        "modelMag_r": "mag", "modelMag_u": "mag", "modelMag_z": "mag", "type": " ",
    },
    "SDSSoffset": {
        "TAI_r": None, "dec": "deg", "decErr": "arcsec", "flags": " ", "psffwhm_g": None,
        "psffwhm_u": "MJD", "ra": "deg", "raErr": "arcsec", "type": " ",
    },
    "SpecSDSS": {
        "Dec": "deg", "RA": "deg", "elodieFeH": "FeH", "elodieLogG": "logg", "fiberID": " ",
        "mjd": "MJD", "plate": " ", "velDisp": "km/s", "z": " ", "zErr": " ", "zWarning": " ",
    },
    "AKARI": {
        "Dec_arcsec": "arcsec", "Dec_rad": "deg", "PA": "deg", "RA_arcsec": "arcsec",
        "RA_rad": "deg", "S18W": "Jy", "S9W": "Jy", "e_S18W": "Jy", "e_S9W": "Jy",
    },
    "APASS": {
        "B": "mag", "BV": "mag", "BVerr": "mag", "Berr": "mag", "Dec": "deg", "Decerr": "arcsec",
        "Mobs": " ", "Name": " ", "Nobs": " ", "RA": "deg", "RAerr": "arcsec", "V": "mag",
        "Verr": "mag", "g": "mag", "gerr": "mag", "i": "mag", "ierr": "mag", "r": "mag",
        "rerr": "mag",
    },
    "PTFpc": {"Dec": "deg", "RA": "deg", "R_PTF": "mag", "zphot": " "},
    "UCAC4": {
        "DSflag": " ", "Dec": "deg", "EpochDec": "year", "EpochRA": "year", "ErrDec": "mas",
        "ErrMag": "mag", "ErrPM_Dec": "mas/yr", "ErrPM_RA": "mas/yr", "ErrRA": "mas", "ID": " ",
        "MagAper": "mag", "MagB": "mag", "MagJ": "mag", "MagModel": "mag", "MagV": "mag",
        "Magg": "mag", "Nobs": " ", "ObjType": " ", "PM_Dec": "mas/yr", "PM_RA": "mas/yr",
        "RA": "deg", "RecordUCAC2": " ",
    },
    "WISE": {
        "Dec": "deg", "Dist_2MASS": "arcsec", "ErrDec": "arcse", "ErrRA": "arcsec",
        "MagErr_W1": "mag", "MagErr_W2": "mag", "MagErr_W3": "mag", "MagErr_W4": "mag",
        "Mag_W1": "mag", "Mag_W2": "mag", "Mag_W3": "mag", "Mag_W4": "mag", "MeanMJD_W1": "MJD",
        "RA": "deg", "SNR_W1": " ", "Sky_W1": "DN",
    },
    "AAVSO_VSX": {
        "Dec": "deg", "Epoch": "d", "MaxMag": "mag", "MinMag": "mag", "RA": "deg", "VarFlag": " ",
        "period": "d",
    },
    "unWISE": {
        "Dec": "deg", "ErrMag_w1": "magAB", "ErrMag_w2": "magAB", "Flags_w1": " ",
        "Flags_w2": " ", "MagAB_w1": "magAB", "MagAB_w2": "magAB", "N_w1": " ", "RA": "deg",
        "SkyMag_w1": "magAB",
    },
}  # fmt: skip


@dataclass(frozen=True)
class Target:
    """What the catalogs need to know of one of the sandbox's objects."""

    oid: str
    kind: str
    ra: float
    dec: float
    mag: float | None
    redshift: float | None
    period: float | None


Fields = dict[str, float | None]

# The documentation searches here.
FIELD_RA, FIELD_DEC = 10.0, 20.0
# A source at which cos(separation) rounds to more than one, so that the service loses it when
# asked for this very position.
EXACT_RA, EXACT_DEC = 210.125, 15.25
# A source whose redshift is null.
NULL_Z_RA, NULL_Z_DEC = 120.25, 31.5
# A photometric redshift and no other.
ZPHOT_RA, ZPHOT_DEC = 201.5, -29.25


def _offset(rng: Generator, ra: float, dec: float, arcsec: float) -> tuple[float, float]:
    east, north = (float(value) / 3600 for value in rng.normal(0, arcsec, 2))
    return (ra + east / max(math.cos(math.radians(dec)), 1e-6)) % 360, min(
        max(dec + north, -90), 90
    )


def fields(
    catalog: str,
    rng: Generator,
    ra: float,
    dec: float,
    mag: float,
    z: float | None = None,
    period: float | None = None,
) -> Fields:
    """Return one source's fields in `catalog`; positions go under that catalog's own names."""
    known = CATALOGS[catalog]

    def near(value: float, spread: float) -> float:
        return round(float(rng.normal(value, spread)), 4)

    maker: Fields = {}
    if catalog == "TMASS":
        j = mag - 1.2
        maker = {
            "Epoch": 2451000.5 + round(float(rng.uniform(0, 900)), 4), "ErrMaj": near(0.08, 0.01),
            "Mag_J": near(j, 0.1), "Mag_H": near(j - 0.3, 0.1), "Mag_K": near(j - 0.4, 0.1),
            "MagErr_J": 0.05, "MagErr_H": 0.08, "MagErr_K": None if mag > 17 else 0.12,
        }  # fmt: skip
    elif catalog == "GAIADR1":
        maker = {
            "ErrRA": near(0.3, 0.05), "ErrDec": near(0.3, 0.05), "ErrMagG": 0.01,
            "ExcessNoise": near(0.5, 0.1), "ExcessNoiseSig": near(5, 1), "MagG": near(mag, 0.05),
        }  # fmt: skip
    elif catalog == "GAIADR2":
        colour = float(rng.uniform(0.3, 1.4))
        maker = {
            "A_G": None, "Epoch": 2015.5, "ErrDec": near(0.06, 0.01), "ErrPMDec": near(0.12, 0.02),
            "ErrPMRA": near(0.13, 0.02), "ErrPlx": near(0.09, 0.01), "ErrRA": near(0.06, 0.01),
            "ErrRV": None, "ExcessNoise": near(0.2, 0.03), "ExcessNoiseSig": near(1.1, 0.3),
            "MagErr_BP": 0.03, "MagErr_G": 0.009, "MagErr_RP": 0.02,
            "Mag_BP": round(mag + colour / 2, 4), "Mag_G": near(mag, 0.02),
            "Mag_RP": round(mag - colour / 2, 4), "PMDec": near(-2, 3), "PMRA": near(0, 3),
            "Plx": near(0.2, 0.3), "RA_Dec_Corr": near(0.2, 0.2), "RV": None,
            "Teff": None if mag > 17 else near(5200, 500), "Teff_high": None if mag > 17 else 5900.0,
            "Teff_low": None if mag > 17 else 4500.0, "VarFlag": -1.0,
        }  # fmt: skip
    elif catalog == "NEDz":
        maker = {
            "Filter": 16.0, "Mag": near(mag, 0.2), "ObjType": 11.0, "RedshiftType": 1.0,
            "Velocity": None if z is None else round(299_792.458 * z, 1),
            "z": None if z is None else round(z, 6),
        }  # fmt: skip
    elif catalog == "SDSSDR10":
        maker = {"V": 0.0018, "Verr": 0.0045, "flags": 68987912192.0, "type": 3.0 if z else 6.0}
        for band, shift in zip("ugriz", (1.7, 0.5, 0.0, -0.2, -0.3), strict=True):
            maker[f"modelMag_{band}"] = near(mag + shift, 0.05)
            maker[f"modelMagErr_{band}"] = near(0.008, 0.001)
    elif catalog == "SDSSoffset":
        maker = {
            "TAI_r": near(52800, 300), "raErr": 0.0018, "decErr": 0.0017,
            "flags": 68987912192.0, "psffwhm_g": near(1.3, 0.1), "psffwhm_u": near(1.4, 0.1),
            "type": 6.0,
        }  # fmt: skip
    elif catalog == "SpecSDSS":
        maker = {
            "elodieFeH": 0.0, "elodieLogG": 0.0, "fiberID": float(rng.integers(1, 640)),
            "mjd": float(rng.integers(51600, 54600)), "plate": float(rng.integers(266, 2900)),
            "velDisp": near(180, 30), "z": None if z is None else near(z, 1e-4), "zErr": 2e-05,
            "zWarning": 0.0,
        }  # fmt: skip
    elif catalog == "AKARI":
        maker = {
            "RA_arcsec": 0.5, "Dec_arcsec": 0.4, "PA": near(40, 20), "S9W": near(1.1, 0.1),
            "S18W": None, "e_S9W": 0.1, "e_S18W": None,
        }  # fmt: skip
    elif catalog == "APASS":
        maker = {
            "B": near(mag + 0.7, 0.05), "BV": near(0.5, 0.1), "BVerr": 0.12, "Berr": 0.11,
            "Decerr": 0.16, "Mobs": 11.0, "Name": float(rng.integers(20_000_000, 21_000_000)),
            "Nobs": 3.0, "RAerr": 0.37, "V": near(mag + 0.2, 0.05), "Verr": 0.05,
            "g": near(mag + 0.4, 0.05), "gerr": -0.0, "i": near(mag - 0.2, 0.05), "ierr": 0.1,
            "r": near(mag, 0.05), "rerr": 0.05,
        }  # fmt: skip
    elif catalog == "PTFpc":
        maker = {"R_PTF": near(mag, 0.1), "zphot": None if z is None else round(z, 4)}
    elif catalog == "UCAC4":
        maker = {
            "DSflag": 0.0, "EpochDec": near(2002, 0.3), "EpochRA": near(2002, 0.3), "ErrDec": 17.0,
            "ErrMag": 0.09, "ErrPM_Dec": 2.5, "ErrPM_RA": 2.3, "ErrRA": 16.0,
            "ID": float(rng.integers(100_000_000, 200_000_000)), "MagAper": near(mag, 0.1),
            "MagB": near(mag + 0.6, 0.1), "MagJ": near(mag - 1.1, 0.1), "MagModel": near(mag, 0.1),
            "MagV": near(mag, 0.1), "Magg": None, "Nobs": 6.0, "ObjType": 0.0,
            "PM_Dec": near(-3, 3), "PM_RA": near(1, 3), "RecordUCAC2": None,
        }  # fmt: skip
    elif catalog == "WISE":
        w1 = mag - (3.0 if z else 1.8)
        maker = {
            "Dist_2MASS": None if mag > 17 else near(0.2, 0.05), "ErrDec": 0.08, "ErrRA": 0.08,
            "MagErr_W1": 0.023, "MagErr_W2": 0.04, "MagErr_W3": 0.2, "MagErr_W4": None,
            "Mag_W1": near(w1, 0.1), "Mag_W2": near(w1 - (0.9 if z else 0.0), 0.05),
            "Mag_W3": near(w1 - 2.5, 0.2), "Mag_W4": near(9.0, 0.1),
            "MeanMJD_W1": near(55350, 15), "SNR_W1": near(40, 5), "Sky_W1": near(18, 2),
        }  # fmt: skip
    elif catalog == "AAVSO_VSX":
        maker = {
            "Epoch": None, "MaxMag": near(mag - 0.4, 0.02), "MinMag": near(mag + 0.5, 0.02),
            "VarFlag": 0.0, "period": None if period is None else round(period, 6),
        }  # fmt: skip
    elif catalog == "unWISE":
        maker = {
            "ErrMag_w1": 0.008, "ErrMag_w2": 0.024, "Flags_w1": 0.0, "Flags_w2": 0.0,
            "MagAB_w1": near(mag + 0.8, 0.1), "MagAB_w2": near(mag + 1.4, 0.1),
            "N_w1": float(rng.integers(120, 300)), "SkyMag_w1": near(22.7, 0.2),
        }  # fmt: skip
    maker[known.ra], maker[known.dec] = ra, dec
    return maker


def _place(
    rng: Generator, ra: float, dec: float, mag: float, catalog: str, **kept: float | None
) -> tuple[str, float, float, Fields]:
    return catalog, ra, dec, fields(catalog, rng, ra, dec, mag, **kept)


def _around(target: Target) -> list[tuple[str, float, float, Fields]]:
    """Return the sources at and near one object."""
    rng = np.random.default_rng(zlib.crc32(f"{target.oid}|catalogs".encode()))
    found: list[tuple[str, float, float, Fields]] = []

    def add(
        catalog: str, ra: float, dec: float, mag: float, spread: float = 0.05, **kept: float | None
    ) -> None:
        a, d = _offset(rng, ra, dec, spread)
        found.append((catalog, a, d, fields(catalog, rng, a, d, mag, **kept)))

    z = target.redshift
    if target.mag is None:
        # A host galaxy, off the supernova by an arcsecond or two; none for a few.
        if z is None or rng.random() < 0.15:
            return found
        ra, dec = _offset(rng, target.ra, target.dec, 1.4)
        host = min(
            21.0, max(14.0, 17.2 + 5 * math.log10(max(z, 1e-3) / 0.05) + float(rng.normal(0, 0.8)))
        )
        add("SDSSDR10", ra, dec, host, z=z)
        add("WISE", ra, dec, host, 0.2, z=z)
        add("unWISE", ra, dec, host, 0.2)
        if rng.random() < 0.55:
            add("NEDz", ra, dec, host, 0.4, z=z)
        elif rng.random() < 0.4:
            add("SpecSDSS", ra, dec, host, z=z)
        elif rng.random() < 0.5:
            add("PTFpc", ra, dec, host, z=z + float(rng.normal(0, 0.02)))
    else:
        ra, dec, mag = target.ra, target.dec, target.mag
        galaxy = target.kind in ("QSO", "AGN", "Blazar")
        if galaxy:
            z = (
                float(rng.uniform(0.02, 0.15))
                if target.kind == "AGN"
                else float(rng.uniform(0.3, 2.6))
            )
            add("SpecSDSS" if rng.random() < 0.5 else "NEDz", ra, dec, mag, 0.1, z=z)
        for catalog in ("GAIADR1", "GAIADR2", "unWISE", "WISE"):
            add(catalog, ra, dec, mag, 0.1)
        if mag < 17.5:
            add("TMASS", ra, dec, mag)
        if mag < 16.5 and not galaxy:
            add("APASS", ra, dec, mag, 0.2)
            add("UCAC4", ra, dec, mag)
        if target.dec > -5 and abs(target.ra - 190) < 70:
            add("SDSSDR10", ra, dec, mag)
            add("SDSSoffset", ra, dec, mag)
        if target.period is not None:
            add("AAVSO_VSX", ra, dec, mag, 0.3, period=target.period)
        if target.kind == "LPV":
            add("AKARI", ra, dec, mag, 0.3)
    # Neighbours to choose among.
    for _ in range(3):
        a, d = _offset(rng, target.ra, target.dec, 25.0)
        faint = float(rng.uniform(16, 20.5))
        add("GAIADR1", a, d, faint, 0.03)
        add("GAIADR2", a, d, faint, 0.03)
    return found


def _field() -> list[tuple[str, float, float, Fields]]:
    """Return the field of the documentation's searches, with something in every catalog."""
    rng = np.random.default_rng(zlib.crc32(b"field"))
    found: list[tuple[str, float, float, Fields]] = []
    shift = 1 / math.cos(math.radians(FIELD_DEC)) / 3600
    places = [(0.9, 1.6), (3.0, -2.0), (-8.0, 6.0), (15.0, 10.0), (40.0, -20.0)]
    positions = [(FIELD_RA + east * shift, FIELD_DEC + north / 3600) for east, north in places]
    distant = rng.uniform(-950, 950, (60, 2))
    distant = distant[np.hypot(distant[:, 0], distant[:, 1]) < 980]
    positions += [
        (FIELD_RA + east * shift, FIELD_DEC + north / 3600) for east, north in distant.tolist()
    ]
    for index, (ra, dec) in enumerate(positions):
        mag = 15.0 + 0.3 * index if index < 5 else float(rng.uniform(13.5, 20.6))
        galaxy = index in (1, 4) or (index > 5 and rng.random() < 0.25)
        z = float(rng.uniform(0.02, 0.3)) if galaxy else None
        star = functools.partial(_place, rng, ra, dec, mag)
        found.extend(star(catalog) for catalog in ("GAIADR1", "GAIADR2", "unWISE"))
        found.append(star("SDSSDR10", z=z))
        limits = {"TMASS": 17.5, "APASS": 16.5, "UCAC4": 16.0, "WISE": 18.0}
        found.extend(star(catalog) for catalog, faintest in limits.items() if mag < faintest)
        if galaxy:
            found.append(star("NEDz", z=z))
        if index in (0, 1):
            found.append(star("SDSSoffset"))
        if index in (1, 2):
            found.append(star("AKARI"))
        if index == 4:
            found.append(star("AAVSO_VSX", period=0.49329))
    # A parallax error of each infinity, and a magnitude that is missing.
    infinite = [row for row in found if row[0] == "GAIADR2"]
    infinite[1][3].update({"ErrPlx": math.inf, "Mag_G": None})
    infinite[2][3].update({"ErrPlx": -math.inf})
    return found


def _corners() -> list[tuple[str, float, float, Fields]]:
    """Return sources where geometry or the service's arithmetic is delicate."""
    rng = np.random.default_rng(zlib.crc32(b"corners"))
    places = (
        (0.0006, 5.0003), (359.9994, 4.9997), (0.0, 89.9986), (120.0, 89.9985), (240.0, 89.9979),
        (90.0, -89.9983), (270.0, -89.9983), (EXACT_RA, EXACT_DEC),
    )  # fmt: skip
    return [
        *(_place(rng, ra, dec, 17.0, "GAIADR1") for ra, dec in places),
        _place(rng, NULL_Z_RA, NULL_Z_DEC, 18.0, "SpecSDSS"),
        _place(rng, ZPHOT_RA, ZPHOT_DEC, 18.5, "PTFpc", z=0.55),
    ]


def rows(targets: Sequence[Target]) -> list[Row]:
    """Return the rows of `catalog_source`: field, corners, and around every target."""
    sources = _field() + _corners()
    for target in targets:
        sources += _around(target)
    return [(catalog, ra, dec, json.dumps(values)) for catalog, ra, dec, values in sources]
