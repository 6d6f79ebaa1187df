"""The images of an LSST alert: FITS files with units and world coordinates."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from alerce_api.lsst.rows import StampType

from alerce import _untyped
from alerce.exceptions import InvalidResponseError
from alerce.results.stamps import decompressed

if TYPE_CHECKING:
    import numpy as np
    from astropy.io.fits import HDUList
    from numpy.typing import NDArray

CUTOUTS: Final[Mapping[str, StampType]] = {
    "SCIENCE": "cutoutScience",
    "TEMPLATE": "cutoutTemplate",
    "DIFFERENCE": "cutoutDifference",
}
"""Name of each image, and what the service calls it."""

PLANES: Final = ("", "_VARIANCE", "_PSF")
"""What is added to an image's name for each of the parts of its file."""


@dataclass(frozen=True, slots=True)
class Stamps:
    """The three files of an alert.

    Parameters
    ----------
    oid, measurement_id : str
        The alert.
    files : mapping of str to bytes
        The files by the names of the images.
    planes : bool
        Whether variance and point-spread function are wanted too.
    """

    oid: str
    measurement_id: str
    files: Mapping[str, bytes]
    planes: bool

    def hdus(self) -> HDUList:
        """Return the images as FITS, with the units and world coordinates of the files.

        Raises
        ------
        InvalidResponseError
            A file is no FITS file, or lacks a part.
        """
        fits = _untyped.module("astropy.io.fits")
        hdus = fits.HDUList()
        for image in self.files:
            for part, (data, header) in zip(PLANES, self._parts(image), strict=False):
                hdu = fits.ImageHDU(data, header) if hdus else fits.PrimaryHDU(data, header)
                hdu.name = image + part
                hdu.header["OBJECT"] = (self.oid, "ALeRCE and LSST object identifier")
                hdu.header["MEASID"] = (self.measurement_id, "measurement identifier")
                hdus.append(hdu)
        return cast("HDUList", hdus)

    def images(self) -> list[NDArray[np.float32]]:
        """Return the images as arrays, in the order of `hdus`."""
        import numpy as np

        return [
            np.asarray(data, dtype=np.float32)
            for image in self.files
            for data, _ in self._parts(image)
        ]

    def _parts(self, image: str) -> Sequence[tuple[NDArray[Any], Any]]:
        about = f"{image.lower()} image of alert {self.measurement_id}"
        content = decompressed(self.files[image], about)
        fits = _untyped.module("astropy.io.fits")
        wanted = len(PLANES) if self.planes else 1
        try:
            with fits.open(io.BytesIO(content)) as hdus:
                found = [
                    (hdu.data.copy(), hdu.header.copy())
                    for hdu in hdus
                    if getattr(hdu, "data", None) is not None
                ]
        except Exception as error:
            # Whatever a damaged header makes astropy raise: it has no error of its own.
            raise InvalidResponseError(
                f"not a FITS image: {type(error).__name__}: {error}", about=about
            ) from error
        if len(found) < wanted:
            raise InvalidResponseError(
                f"the file holds {len(found)} images, not {wanted}", about=about
            )
        return found[:wanted]
