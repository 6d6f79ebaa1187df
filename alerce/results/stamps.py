"""Alert packets and the image cutouts in them.

A ZTF alert packet is an Avro file with one record, which holds the candidate,
up to 30 days of its history and three gzipped FITS cutouts of 63 by 63 pixels
(Masci et al. 2019, PASP 131, 018003).
"""

from __future__ import annotations

import datetime
import io
import warnings
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from alerce import _untyped
from alerce.decode import avro
from alerce.exceptions import CandidError, InvalidResponseError

if TYPE_CHECKING:
    import numpy as np
    from astropy.io.fits import HDUList
    from numpy.typing import NDArray

CUTOUTS: Final[Mapping[str, str]] = {
    "SCIENCE": "cutoutScience",
    "TEMPLATE": "cutoutTemplate",
    "DIFFERENCE": "cutoutDifference",
}
"""Name of each stamp, and of the packet's field that holds it."""

GZIP_MAGIC: Final = b"\x1f\x8b"
MOST_CUTOUT_BYTES: Final = 64 * 2**20

UNIX_EPOCH: Final = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
UNIX_EPOCH_JD: Final = 2440587.5
# Some survey's time: whatever is beyond is no date.
EARLIEST_JD: Final = 2415020.5
LATEST_JD: Final = 2488069.5

# Header cards that astropy writes itself, from the data.
STRUCTURE: Final = frozenset(
    {"SIMPLE", "BITPIX", "NAXIS", "NAXIS1", "NAXIS2", "EXTEND", "PCOUNT", "GCOUNT", "XTENSION"}
)


@dataclass(frozen=True, slots=True)
class AlertPacket:
    """One alert packet, opened.

    Parameters
    ----------
    content : bytes
        The packet as delivered.
    record : mapping
        Its record, as the packet's own schema describes it.
    """

    content: bytes
    record: Mapping[str, Any]

    @property
    def oid(self) -> str:
        """The object that the alert belongs to."""
        return str(self.record.get("objectId", ""))

    @property
    def candid(self) -> str:
        """The alert's identifier."""
        return str(self.record.get("candid", ""))

    @property
    def date(self) -> str:
        """When the alert was observed, to the minute (UTC); empty where it does not say."""
        candidate: object = self.record.get("candidate")
        julian = (
            cast("dict[str, object]", candidate).get("jd") if isinstance(candidate, dict) else 0
        )
        if not isinstance(julian, float) or not EARLIEST_JD < julian < LATEST_JD:
            return ""
        seen = UNIX_EPOCH + datetime.timedelta(days=julian - UNIX_EPOCH_JD)
        return seen.strftime("%Y-%m-%d %H:%M UTC")

    def stamps(self) -> HDUList:
        """Return the three cutouts as FITS.

        Returns
        -------
        astropy.io.fits.HDUList
            ``["SCIENCE"]``, ``["TEMPLATE"]`` and ``["DIFFERENCE"]``, also 0, 1
            and 2: float32 images in DN, NaN off the detector. The headers name
            object and alert; there is no world coordinate system in a packet.

        Raises
        ------
        CandidError
            The packet lacks one of the cutouts.
        InvalidResponseError
            A cutout is no FITS image.
        """
        fits = _untyped.module("astropy.io.fits")
        hdus = fits.HDUList()
        for name, field in CUTOUTS.items():
            data, cards = self._image(name, field)
            hdu = fits.ImageHDU(data, name=name) if hdus else fits.PrimaryHDU(data)
            hdu.name = name
            # Longer than a keyword of FITS may be, so that the card is one of HIERARCH.
            hdu.header["HIERARCH STAMP_TYPE"] = (name.lower(), "science, template or difference")
            hdu.header["OBJECT"] = (self.oid, "ALeRCE and ZTF object identifier")
            hdu.header["CANDID"] = (self.candid, "alert identifier")
            for card in cards:
                if (
                    card.keyword
                    and card.keyword not in STRUCTURE
                    and card.keyword not in hdu.header
                ):
                    hdu.header.append(card)
            hdus.append(hdu)
        return cast("HDUList", hdus)

    def images(self) -> list[NDArray[np.float32]]:
        """Return the science, template and difference cutouts as arrays."""
        import numpy as np

        return [
            np.asarray(self._image(name, field)[0], dtype=np.float32)
            for name, field in CUTOUTS.items()
        ]

    def _image(self, name: str, field: str) -> tuple[NDArray[Any], list[Any]]:
        about = f"{name.lower()} cutout of alert {self.candid}"
        cutout: object = self.record.get(field)
        stamp = (
            cast("dict[str, object]", cutout).get("stampData")
            if isinstance(cutout, dict)
            else cutout
        )
        if not stamp:
            raise CandidError(
                f"the alert packet has no {name.lower()} cutout", about=f"alert {self.candid}"
            )
        if not isinstance(stamp, bytes):
            raise InvalidResponseError(f"not a file: {stamp!r:.80}", about=about)
        content = gunzipped(stamp, about)
        try:
            data, cards = _first_hdu(content)
        except Exception as error:
            # Whatever a damaged header makes astropy raise: it has no error of its own.
            raise InvalidResponseError(
                f"not a FITS image: {type(error).__name__}: {error}", about=about
            ) from error
        if data is None or data.ndim != 2:
            raise InvalidResponseError("not a FITS image of two dimensions", about=about)
        return data, cards


def _first_hdu(content: bytes) -> tuple[NDArray[Any] | None, list[Any]]:
    """Return the image of a FITS file, if it has one, and the cards of its header."""
    fits = _untyped.module("astropy.io.fits")
    with warnings.catch_warnings():
        # The SIMPLE card is not in fixed format, which astropy would mention each time.
        warnings.simplefilter("ignore")
        with fits.open(io.BytesIO(content), ignore_missing_simple=True) as hdus:
            first = hdus[0]
            data = None if first.data is None else first.data.copy()
            # Cards are parsed when they are looked at.
            cards = [fits.Card(*card) for card in first.header.cards]
    return data, cards


def open_packet(content: bytes, about: str) -> AlertPacket:
    """Read an alert packet.

    Raises
    ------
    InvalidResponseError
        It is none, or it is broken.
    """
    if not content.startswith(avro.MAGIC):
        raise InvalidResponseError(f"not an alert packet: {content[:80]!r}", about=about)
    try:
        return AlertPacket(content, avro.read_one(content))
    except avro.AvroError as error:
        raise InvalidResponseError(f"broken alert packet: {error}", about=about) from error


def gunzipped(content: bytes, about: str) -> bytes:
    """Return content unpacked if it is gzip, up to a bound that no stamp reaches.

    Raises
    ------
    InvalidResponseError
        Broken or boundless.
    """
    if not content.startswith(GZIP_MAGIC):
        return content
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        unpacked = unpacker.decompress(content, MOST_CUTOUT_BYTES)
    except zlib.error as error:
        raise InvalidResponseError(f"broken gzip: {error}", about=about) from error
    if not unpacker.eof:
        reason = "longer than any stamp" if unpacker.unconsumed_tail else "cut off before its end"
        raise InvalidResponseError(f"gzip content {reason}", about=about)
    return unpacked
