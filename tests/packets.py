"""Alert packets for tests, as the survey writes them or with deliberate defects."""

from __future__ import annotations

import gzip
import io
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from alerce import _untyped

fastavro = _untyped.module("fastavro")
fits = _untyped.module("astropy.io.fits")

OID = "ZTF18abkifng"
CANDID = 576161491515015015
FIELDS = ("cutoutScience", "cutoutTemplate", "cutoutDifference")

CUTOUT: Mapping[str, Any] = {
    "type": "record",
    "name": "cutout",
    "fields": [{"name": "fileName", "type": "string"}, {"name": "stampData", "type": "bytes"}],
}
SCHEMA: Mapping[str, Any] = {
    "type": "record",
    "name": "alert",
    "namespace": "ztf",
    "fields": [
        {"name": "objectId", "type": "string"},
        {"name": "candid", "type": "long"},
        {"name": FIELDS[0], "type": ["null", CUTOUT]},
        {"name": FIELDS[1], "type": ["null", "ztf.cutout"]},
        {"name": FIELDS[2], "type": ["null", "ztf.cutout"]},
    ],
}


def image(value: float = 0.0, *, nan: bool = False) -> NDArray[np.float32]:
    """Return a cutout: a ramp from a value, with one row of NaN if asked."""
    data = np.arange(63 * 63, dtype=np.float32).reshape(63, 63) + np.float32(value)
    if nan:
        data[0] = np.nan
    return data


def fits_file(data: NDArray[Any] | None) -> bytes:
    """Return a FITS file of one image."""
    content = io.BytesIO()
    hdu = fits.PrimaryHDU(data)
    hdu.header["BUNIT"] = "DN"
    hdu.writeto(content)
    return content.getvalue()


def cutouts() -> list[bytes | None]:
    """Return the three cutouts of an alert, gzipped."""
    return [gzip.compress(fits_file(image(value, nan=True))) for value in (0, 100, 200)]


def packet(
    stamps: Sequence[bytes | None] | None = None, *, oid: str = OID, records: int = 1
) -> bytes:
    """Return an alert packet."""
    record: dict[str, object] = {"objectId": oid, "candid": CANDID}
    for field, stamp in zip(FIELDS, cutouts() if stamps is None else stamps, strict=True):
        record[field] = stamp and {"fileName": f"{field}.fits.gz", "stampData": stamp}
    content = io.BytesIO()
    fastavro.writer(content, fastavro.parse_schema(dict(SCHEMA)), [record] * records)
    return content.getvalue()
