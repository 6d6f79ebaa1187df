"""Rows as they come from the JSON parser, by the names of the contract's schemas.

A row can hold more keys than its type names.
"""

from typing import Literal

from typing_extensions import NotRequired, TypedDict


class RefusedParameter(TypedDict):
    """What is wrong with one parameter."""

    loc: list[str | int]
    """Where the parameter is, and its name."""
    msg: str
    """What is wrong."""
    type: str
    """What is wrong, as a code."""
    input: NotRequired[str | None]
    """What was sent."""


class ValidationFailure(TypedDict):
    """A missing or refused parameter."""

    detail: list[RefusedParameter] | dict[str, str]
    """What is wrong with each refused parameter."""


class ExtraFields(TypedDict):
    """What forced photometry has beyond a detection, and copies of some columns of its row."""

    field: NotRequired[int | None]
    """Number of the field."""
    rcid: NotRequired[int | None]
    """Number of the readout channel, 0 to 63."""
    rfid: NotRequired[int | None]
    """Processing identifier of the reference image."""
    programid: NotRequired[int | None]
    """Number of the observing programme."""
    procstatus: NotRequired[str | None]
    """Codes of what went wrong in the forced photometry."""
    sciinpseeing: NotRequired[float | None]
    """Seeing of the science image."""
    scibckgnd: NotRequired[float | None]
    """Background of the science image (DN)."""
    scisigpix: NotRequired[float | None]
    """Noise of a pixel of the science image (DN)."""
    magzpsci: NotRequired[float | None]
    """Zero point of the science image."""
    magzpsciunc: NotRequired[float | None]
    """Error of magzpsci."""
    magzpscirms: NotRequired[float | None]
    """Scatter of the zero point of the science image."""
    clrcoeff: NotRequired[float | None]
    """Colour coefficient of the zero point."""
    clrcounc: NotRequired[float | None]
    """Error of clrcoeff."""
    exptime: NotRequired[float | None]
    """Exposure time."""
    adpctdif1: NotRequired[float | None]
    """Astrometric scatter of the science image, first axis."""
    adpctdif2: NotRequired[float | None]
    """Astrometric scatter of the science image, second axis."""
    diffmaglim: NotRequired[float | None]
    """5-sigma limiting magnitude of the difference image."""
    distnr: NotRequired[float | None]
    """Distance to the nearest source of the reference image."""
    ranr: NotRequired[float | None]
    """Right ascension of that source."""
    decnr: NotRequired[float | None]
    """Declination of that source."""
    magnr: NotRequired[float | None]
    """Magnitude of that source."""
    sigmagnr: NotRequired[float | None]
    """Error of magnr."""
    chinr: NotRequired[float | None]
    """Chi of that source in the fit of its PSF."""
    sharpnr: NotRequired[float | None]
    """Sharpness of that source."""
    pid: NotRequired[int | None]
    """Copy of pid of the row."""
    mag: NotRequired[float | None]
    """Copy of mag of the row."""
    e_mag: NotRequired[float | None]
    """Copy of e_mag of the row."""
    mag_corr: NotRequired[float | None]
    """Copy of mag_corr of the row."""
    e_mag_corr: NotRequired[float | None]
    """Copy of e_mag_corr of the row."""
    e_mag_corr_ext: NotRequired[float | None]
    """Copy of e_mag_corr_ext of the row."""


class ForcedPhotometry(TypedDict):
    """One measurement of ZTF or ATLAS at the position of an object. The sentinel 100 stands for
    a corrected magnitude that cannot be had.
    """

    candid: str
    """Identifier of the measurement, the oid followed by the pid."""
    tid: str
    """Telescope or survey that made the observation."""
    sid: NotRequired[str | None]
    """Survey of the observation."""
    aid: NotRequired[str | None]
    """Identifier of the object over all surveys."""
    oid: str
    """Identifier of the object."""
    pid: int
    """Processing identifier of the science image."""
    mjd: float
    """MJD (UTC) of the observation."""
    fid: int
    """Filter, 1 g, 2 r, 3 i."""
    ra: float
    """Right ascension."""
    e_ra: NotRequired[float | None]
    """Error of ra."""
    dec: float
    """Declination."""
    e_dec: NotRequired[float | None]
    """Error of dec."""
    mag: float
    """Magnitude of the difference by forced photometry."""
    e_mag: float
    """Error of mag at 1 sigma."""
    mag_corr: NotRequired[float | None]
    """Magnitude corrected for the flux of the reference source."""
    e_mag_corr: NotRequired[float | None]
    """Error of mag_corr, if no extended source contributes."""
    e_mag_corr_ext: NotRequired[float | None]
    """Error of mag_corr, if an extended source contributes."""
    isdiffpos: int
    """Sign of the difference, 1 brighter than reference, -1 fainter."""
    corrected: bool
    """Whether the photometry was corrected."""
    dubious: bool
    """Whether the corrected photometry is doubtful."""
    parent_candid: NotRequired[int | None]
    """Identifier of the alert that reported it, 19 digits."""
    has_stamp: NotRequired[bool | None]
    """Whether there are stamps of it."""
    extra_fields: ExtraFields
    """See its type."""


class FlatForcedPhotometry(TypedDict):
    """One row of forced photometry as the client makes it of `ForcedPhotometry`: the extra
    fields in columns of their own, the copies left out, null for the sentinel 100.
    """

    candid: str
    """Identifier of the measurement, the oid followed by the pid."""
    tid: str
    """Telescope or survey that made the observation."""
    sid: NotRequired[str | None]
    """Survey of the observation."""
    aid: NotRequired[str | None]
    """Identifier of the object over all surveys."""
    oid: str
    """Identifier of the object."""
    pid: int
    """Processing identifier of the science image."""
    mjd: float
    """MJD (UTC) of the observation."""
    fid: int
    """Filter, 1 g, 2 r, 3 i."""
    ra: float
    """Right ascension."""
    e_ra: NotRequired[float | None]
    """Error of ra."""
    dec: float
    """Declination."""
    e_dec: NotRequired[float | None]
    """Error of dec."""
    mag: float
    """Magnitude of the difference by forced photometry."""
    e_mag: float
    """Error of mag at 1 sigma."""
    mag_corr: NotRequired[float | None]
    """Magnitude corrected for the flux of the reference source."""
    e_mag_corr: NotRequired[float | None]
    """Error of mag_corr, if no extended source contributes."""
    e_mag_corr_ext: NotRequired[float | None]
    """Error of mag_corr, if an extended source contributes."""
    isdiffpos: int
    """Sign of the difference, 1 brighter than reference, -1 fainter."""
    corrected: bool
    """Whether the photometry was corrected."""
    dubious: bool
    """Whether the corrected photometry is doubtful."""
    parent_candid: NotRequired[int | None]
    """Identifier of the alert that reported it, 19 digits."""
    has_stamp: NotRequired[bool | None]
    """Whether there are stamps of it."""
    field: NotRequired[int | None]
    """Number of the field."""
    rcid: NotRequired[int | None]
    """Number of the readout channel, 0 to 63."""
    rfid: NotRequired[int | None]
    """Processing identifier of the reference image."""
    programid: NotRequired[int | None]
    """Number of the observing programme."""
    procstatus: NotRequired[str | None]
    """Codes of what went wrong in the forced photometry."""
    sciinpseeing: NotRequired[float | None]
    """Seeing of the science image."""
    scibckgnd: NotRequired[float | None]
    """Background of the science image (DN)."""
    scisigpix: NotRequired[float | None]
    """Noise of a pixel of the science image (DN)."""
    magzpsci: NotRequired[float | None]
    """Zero point of the science image."""
    magzpsciunc: NotRequired[float | None]
    """Error of magzpsci."""
    magzpscirms: NotRequired[float | None]
    """Scatter of the zero point of the science image."""
    clrcoeff: NotRequired[float | None]
    """Colour coefficient of the zero point."""
    clrcounc: NotRequired[float | None]
    """Error of clrcoeff."""
    exptime: NotRequired[float | None]
    """Exposure time."""
    adpctdif1: NotRequired[float | None]
    """Astrometric scatter of the science image, first axis."""
    adpctdif2: NotRequired[float | None]
    """Astrometric scatter of the science image, second axis."""
    diffmaglim: NotRequired[float | None]
    """5-sigma limiting magnitude of the difference image."""
    distnr: NotRequired[float | None]
    """Distance to the nearest source of the reference image."""
    ranr: NotRequired[float | None]
    """Right ascension of that source."""
    decnr: NotRequired[float | None]
    """Declination of that source."""
    magnr: NotRequired[float | None]
    """Magnitude of that source."""
    sigmagnr: NotRequired[float | None]
    """Error of magnr."""
    chinr: NotRequired[float | None]
    """Chi of that source in the fit of its PSF."""
    sharpnr: NotRequired[float | None]
    """Sharpness of that source."""


class Detail(TypedDict):
    """An error in words."""

    detail: str
    """What went wrong."""


SurveyId = Literal["all", "ztf", "atlas"]
"""Survey that observed the object, all of them unless given. Another one answers 400."""
