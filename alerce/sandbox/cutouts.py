"""Stamp triplets: 63 x 63 pixels of made-up sky, and the FITS and PNG files of them."""

import gzip
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from alerce.sandbox.lightcurves import Generator

SIZE = 63
PNG_SIZE = 389
# Counts of a 25 mag source are GAIN**0; flux units of the light curves times this are DN.
DN = 2.2
SKY = 160.0

Image = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Scene:
    """What lies in the field of one alert.

    ``reference`` is the flux of the source in the template, ``difference`` the signed flux of
    the alert, ``limit`` the limiting magnitude, ``edge`` how many columns lie off the detector.
    """

    oid: str
    candid: int
    kind: str
    reference: float
    difference: float
    limit: float
    edge: int


def _gaussian(x: float, y: float, width: float) -> npt.NDArray[np.float64]:
    rows, columns = np.mgrid[0:SIZE, 0:SIZE]
    distance = (columns - x) ** 2 + (rows - y) ** 2
    # A Moffat profile: the wings are what makes a star look like one.
    profile = (1 + distance / (3.2 * width**2)) ** -2.8
    return np.asarray(profile / profile.sum(), dtype=np.float64)


def _galaxy(x: float, y: float, size: float, ratio: float, angle: float) -> npt.NDArray[np.float64]:
    rows, columns = np.mgrid[0:SIZE, 0:SIZE]
    u = (columns - x) * np.cos(angle) + (rows - y) * np.sin(angle)
    v = -(columns - x) * np.sin(angle) + (rows - y) * np.cos(angle)
    radius = np.sqrt(u**2 + (v / ratio) ** 2 + 0.6) / size
    disc = np.exp(-radius)
    bulge = 2.0 * np.exp(-((radius * 3.2) ** 0.6) * 1.6)
    profile = disc + bulge
    return np.asarray(profile / profile.sum(), dtype=np.float64)


def _generator(*parts: object) -> Generator:
    return np.random.default_rng(zlib.crc32("|".join(str(part) for part in parts).encode()))


def triplet(scene: Scene) -> tuple[Image, Image, Image]:
    """Return science, template and difference images; the last is the first less the second."""
    field = _generator(scene.oid, "stars")
    night = _generator(scene.candid, "night")
    still = np.zeros((SIZE, SIZE))
    width = float(night.uniform(1.0, 1.35))
    centre = (SIZE - 1) / 2
    number = int(field.poisson(2.5))
    for _ in range(number):
        x, y = (float(value) for value in field.uniform(0, SIZE, 2))
        brightness = 10 ** (-0.4 * (float(field.uniform(16.5, 21)) - 25))
        if np.hypot(x - centre, y - centre) > 7:
            still += brightness * _gaussian(x, y, width)
    if scene.kind in ("SNIa", "SNIbc", "SNII", "SLSN"):
        away = float(field.gamma(2.0, 1.6))
        turn = float(field.uniform(0, 2 * np.pi))
        host = 10 ** (-0.4 * (float(field.uniform(16.0, 18.8)) - 25))
        still += host * _galaxy(
            centre + away * np.cos(turn), centre + away * np.sin(turn),
            float(field.uniform(2.2, 4.5)), float(field.uniform(0.35, 0.95)), turn + 0.8,
        )  # fmt: skip
    elif scene.kind == "AGN":
        host = 10 ** (-0.4 * (float(field.uniform(16.0, 18.0)) - 25))
        still += host * _galaxy(centre, centre, float(field.uniform(2.5, 4.5)), float(field.uniform(0.5, 0.95)), float(field.uniform(0, 3)))  # fmt: skip
    jitter = night.normal(0, 0.15, 2)
    point = _gaussian(centre + float(jitter[0]), centre + float(jitter[1]), width)
    still += scene.reference * point
    change = scene.difference * point
    if scene.kind == "bogus":
        # A cosmic ray: sharp, along a line, gone in the next exposure.
        change = np.zeros((SIZE, SIZE))
        slope = float(night.uniform(-1, 1))
        for step in range(-4, 5):
            change[int(centre + slope * step), int(centre) + step] = scene.difference / 6
    noise = 10 ** (-0.4 * (scene.limit - 25)) / 5 / 3.9
    template = (
        still + SKY / DN + _generator(scene.oid, "template").normal(0, noise / 3, still.shape)
    ) * DN
    science = (still + change + SKY / DN + night.normal(0, noise, still.shape)) * DN
    if scene.edge:
        science[:, : scene.edge] = np.nan
        template[:, : scene.edge] = np.nan
    return (
        science.astype(np.float32),
        template.astype(np.float32),
        (science - template).astype(np.float32),
    )


def _card(text: str) -> bytes:
    return text.ljust(80).encode("ascii")


def fits(image: Image) -> bytes:
    """Return a FITS file with the survey's bare header: no WCS, SIMPLE not in fixed format."""
    cards = [
        _card("SIMPLE  =  T"),
        _card(f"BITPIX  = {-32:>20}"),
        _card(f"NAXIS   = {2:>20}"),
        _card(f"NAXIS1  = {image.shape[1]:>20}"),
        _card(f"NAXIS2  = {image.shape[0]:>20}"),
        _card("BUNIT   = 'DN      '"),
        _card("END"),
    ]
    header = b"".join(cards).ljust(2880)
    data = image.astype(">f4").tobytes()
    return header + data + b"\0" * (-len(data) % 2880)


def fits_gz(image: Image) -> bytes:
    """Return the gzip of `fits`, without a time so that it is the same each time."""
    return gzip.compress(fits(image), 6, mtime=0)


def read_fits(content: bytes) -> Image:
    """Return the image of a stamp, gzip or not, this module's or the survey's."""
    plain = gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content
    cards: Mapping[str, str] = {
        plain[at : at + 8].decode("ascii").strip(): plain[at + 9 : at + 80].decode("ascii")
        for at in range(0, 2880, 80)
    }
    shape = int(cards["NAXIS2"].split("/")[0]), int(cards["NAXIS1"].split("/")[0])
    count = shape[0] * shape[1]
    return np.frombuffer(plain, ">f4", count, 2880).reshape(shape).astype(np.float32)


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def png(image: Image) -> bytes:
    """Return a 389 x 389 RGBA picture: grey, north where the array puts it, NaN transparent."""
    finite = image[np.isfinite(image)]
    low, high = np.percentile(finite, [2.0, 99.7]).tolist() if finite.size else (0.0, 1.0)
    scaled = np.clip((image - low) / max(high - low, 1e-6), 0, 1)
    grey = (255 * np.sqrt(np.nan_to_num(scaled))).astype(np.uint8)
    alpha = np.where(np.isfinite(image), 255, 0).astype(np.uint8)
    pixels = np.stack([grey, grey, grey, alpha], axis=-1)[::-1]
    at = np.arange(PNG_SIZE) * image.shape[0] // PNG_SIZE
    large = pixels[at][:, np.arange(PNG_SIZE) * image.shape[1] // PNG_SIZE]
    lines = b"".join(b"\0" + line.tobytes() for line in large)
    size = struct.pack(">IIBBBBB", PNG_SIZE, PNG_SIZE, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", size)
        + _chunk(b"IDAT", zlib.compress(lines, 6))
        + _chunk(b"IEND", b"")
    )
