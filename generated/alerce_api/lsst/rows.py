"""Types of rows as the JSON parser returns them, named as the contract's schemas.

A row can hold more keys than its type has.
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


class Object(TypedDict):
    """What is known of an object as a whole."""

    oid: int
    """Identifier of the object, 18 digits."""
    tid: int
    """Identifier of the telescope."""
    sid: int
    """Kind of object, 1 beyond, 2 within the solar system."""
    meanra: float
    """Mean right ascension of the detections."""
    meandec: float
    """Mean declination of the detections."""
    sigmara: float | None
    """Standard deviation of the right ascensions."""
    sigmadec: float | None
    """Standard deviation of the declinations."""
    firstmjd: float
    """MJD (TAI) of the first detection."""
    lastmjd: float
    """MJD (TAI) of the last detection."""
    deltamjd: float
    """Time between the first and the last detection."""
    n_det: int
    """Number of detections."""
    n_forced: int
    """Number of forced measurements."""
    n_non_det: int
    """Number of non-detections."""
    created_date: str
    """When the record was made."""
    updated_date: NotRequired[str | None]
    """When the record was changed last."""


class Magstats(TypedDict):
    """Statistics of an object in each band. The magstats route rounds them to 3 decimals."""

    validityStartMjdTai: NotRequired[float | None]
    """MJD (TAI) from which the record holds."""
    ra: NotRequired[float | None]
    """Right ascension."""
    raErr: NotRequired[float | None]
    """Error of ra."""
    dec: NotRequired[float | None]
    """Declination."""
    decErr: NotRequired[float | None]
    """Error of dec."""
    ra_dec_Cov: NotRequired[float | None]
    """Covariance of ra and dec."""
    u_psfFluxMean: NotRequired[float | None]
    """Weighted mean of the difference fluxes in u."""
    u_psfFluxMeanErr: NotRequired[float | None]
    """Standard error of u_psfFluxMean."""
    u_psfFluxSigma: NotRequired[float | None]
    """Standard deviation of the difference fluxes in u."""
    u_psfFluxNdata: NotRequired[int | None]
    """Number of difference fluxes in u."""
    u_fpFluxMean: NotRequired[float | None]
    """Weighted mean of the forced fluxes in u."""
    u_fpFluxMeanErr: NotRequired[float | None]
    """Standard error of u_fpFluxMean."""
    g_psfFluxMean: NotRequired[float | None]
    """Weighted mean of the difference fluxes in g."""
    g_psfFluxMeanErr: NotRequired[float | None]
    """Standard error of g_psfFluxMean."""
    g_psfFluxSigma: NotRequired[float | None]
    """Standard deviation of the difference fluxes in g."""
    g_psfFluxNdata: NotRequired[int | None]
    """Number of difference fluxes in g."""
    g_fpFluxMean: NotRequired[float | None]
    """Weighted mean of the forced fluxes in g."""
    g_fpFluxMeanErr: NotRequired[float | None]
    """Standard error of g_fpFluxMean."""
    r_psfFluxMean: NotRequired[float | None]
    """Weighted mean of the difference fluxes in r."""
    r_psfFluxMeanErr: NotRequired[float | None]
    """Standard error of r_psfFluxMean."""
    r_psfFluxSigma: NotRequired[float | None]
    """Standard deviation of the difference fluxes in r."""
    r_psfFluxNdata: NotRequired[int | None]
    """Number of difference fluxes in r."""
    r_fpFluxMean: NotRequired[float | None]
    """Weighted mean of the forced fluxes in r."""
    r_fpFluxMeanErr: NotRequired[float | None]
    """Standard error of r_fpFluxMean."""
    i_psfFluxMean: NotRequired[float | None]
    """Weighted mean of the difference fluxes in i."""
    i_psfFluxMeanErr: NotRequired[float | None]
    """Standard error of i_psfFluxMean."""
    i_psfFluxSigma: NotRequired[float | None]
    """Standard deviation of the difference fluxes in i."""
    i_psfFluxNdata: NotRequired[int | None]
    """Number of difference fluxes in i."""
    i_fpFluxMean: NotRequired[float | None]
    """Weighted mean of the forced fluxes in i."""
    i_fpFluxMeanErr: NotRequired[float | None]
    """Standard error of i_fpFluxMean."""
    z_psfFluxMean: NotRequired[float | None]
    """Weighted mean of the difference fluxes in z."""
    z_psfFluxMeanErr: NotRequired[float | None]
    """Standard error of z_psfFluxMean."""
    z_psfFluxSigma: NotRequired[float | None]
    """Standard deviation of the difference fluxes in z."""
    z_psfFluxNdata: NotRequired[int | None]
    """Number of difference fluxes in z."""
    z_fpFluxMean: NotRequired[float | None]
    """Weighted mean of the forced fluxes in z."""
    z_fpFluxMeanErr: NotRequired[float | None]
    """Standard error of z_fpFluxMean."""
    y_psfFluxMean: NotRequired[float | None]
    """Weighted mean of the difference fluxes in y."""
    y_psfFluxMeanErr: NotRequired[float | None]
    """Standard error of y_psfFluxMean."""
    y_psfFluxSigma: NotRequired[float | None]
    """Standard deviation of the difference fluxes in y."""
    y_psfFluxNdata: NotRequired[int | None]
    """Number of difference fluxes in y."""
    y_fpFluxMean: NotRequired[float | None]
    """Weighted mean of the forced fluxes in y."""
    y_fpFluxMeanErr: NotRequired[float | None]
    """Standard error of y_fpFluxMean."""
    u_scienceFluxMean: NotRequired[float | None]
    """Weighted mean of the fluxes on the visit images in u."""
    u_scienceFluxMeanErr: NotRequired[float | None]
    """Standard error of u_scienceFluxMean."""
    g_scienceFluxMean: NotRequired[float | None]
    """Weighted mean of the fluxes on the visit images in g."""
    g_scienceFluxMeanErr: NotRequired[float | None]
    """Standard error of g_scienceFluxMean."""
    r_scienceFluxMean: NotRequired[float | None]
    """Weighted mean of the fluxes on the visit images in r."""
    r_scienceFluxMeanErr: NotRequired[float | None]
    """Standard error of r_scienceFluxMean."""
    i_scienceFluxMean: NotRequired[float | None]
    """Weighted mean of the fluxes on the visit images in i."""
    i_scienceFluxMeanErr: NotRequired[float | None]
    """Standard error of i_scienceFluxMean."""
    z_scienceFluxMean: NotRequired[float | None]
    """Weighted mean of the fluxes on the visit images in z."""
    z_scienceFluxMeanErr: NotRequired[float | None]
    """Standard error of z_scienceFluxMean."""
    y_scienceFluxMean: NotRequired[float | None]
    """Weighted mean of the fluxes on the visit images in y."""
    y_scienceFluxMeanErr: NotRequired[float | None]
    """Standard error of y_scienceFluxMean."""
    u_psfFluxMin: NotRequired[float | None]
    """Least difference flux in u."""
    u_psfFluxMax: NotRequired[float | None]
    """Greatest difference flux in u."""
    u_psfFluxMaxSlope: NotRequired[float | None]
    """Steepest slope between difference fluxes in u."""
    u_psfFluxErrMean: NotRequired[float | None]
    """Mean error of the difference fluxes in u."""
    g_psfFluxMin: NotRequired[float | None]
    """Least difference flux in g."""
    g_psfFluxMax: NotRequired[float | None]
    """Greatest difference flux in g."""
    g_psfFluxMaxSlope: NotRequired[float | None]
    """Steepest slope between difference fluxes in g."""
    g_psfFluxErrMean: NotRequired[float | None]
    """Mean error of the difference fluxes in g."""
    r_psfFluxMin: NotRequired[float | None]
    """Least difference flux in r."""
    r_psfFluxMax: NotRequired[float | None]
    """Greatest difference flux in r."""
    r_psfFluxMaxSlope: NotRequired[float | None]
    """Steepest slope between difference fluxes in r."""
    r_psfFluxErrMean: NotRequired[float | None]
    """Mean error of the difference fluxes in r."""
    i_psfFluxMin: NotRequired[float | None]
    """Least difference flux in i."""
    i_psfFluxMax: NotRequired[float | None]
    """Greatest difference flux in i."""
    i_psfFluxMaxSlope: NotRequired[float | None]
    """Steepest slope between difference fluxes in i."""
    i_psfFluxErrMean: NotRequired[float | None]
    """Mean error of the difference fluxes in i."""
    z_psfFluxMin: NotRequired[float | None]
    """Least difference flux in z."""
    z_psfFluxMax: NotRequired[float | None]
    """Greatest difference flux in z."""
    z_psfFluxMaxSlope: NotRequired[float | None]
    """Steepest slope between difference fluxes in z."""
    z_psfFluxErrMean: NotRequired[float | None]
    """Mean error of the difference fluxes in z."""
    y_psfFluxMin: NotRequired[float | None]
    """Least difference flux in y."""
    y_psfFluxMax: NotRequired[float | None]
    """Greatest difference flux in y."""
    y_psfFluxMaxSlope: NotRequired[float | None]
    """Steepest slope between difference fluxes in y."""
    y_psfFluxErrMean: NotRequired[float | None]
    """Mean error of the difference fluxes in y."""
    firstDiaSourceMjdTai: NotRequired[float | None]
    """MJD (TAI) of the first difference source."""
    lastDiaSourceMjdTai: NotRequired[float | None]
    """MJD (TAI) of the last difference source."""
    nDiaSources: NotRequired[int | None]
    """Number of difference sources."""


class ObjectDetail(Object, Magstats):
    """An object, with the columns of Magstats where they were asked for."""


class ListedObject(TypedDict):
    """An object as a list shows it, with the class that its row is about."""

    oid: int
    """Identifier of the object, 18 digits."""
    tid: int
    """Identifier of the telescope."""
    sid: int
    """Kind of object, 1 beyond, 2 within the solar system."""
    meanra: float
    """Mean right ascension of the detections."""
    meandec: float
    """Mean declination of the detections."""
    sigmara: float | None
    """Standard deviation of the right ascensions."""
    sigmadec: float | None
    """Standard deviation of the declinations."""
    firstmjd: float
    """MJD (TAI) of the first detection."""
    lastmjd: float
    """MJD (TAI) of the last detection."""
    deltamjd: float
    """Time between the first and the last detection."""
    n_det: int
    """Number of detections."""
    n_forced: int
    """Number of forced measurements."""
    n_non_det: int
    """Number of non-detections."""
    stellar: bool | None
    """Whether the object is likely a star."""
    class_name: str | None
    """Class given by the classifier, of the ranking asked for."""
    classifier_name: str | None
    """Classifier that gave the class."""
    classifier_version: str | None
    """Version of the classifier."""
    probability: float | None
    """Probability of the class."""
    ranking: int | None
    """Rank of the class in its classifier, 1 the most probable."""


class ObjectsPage(TypedDict):
    """One page of listed objects."""

    total: int
    """Number of rows fetched, at most one more than page_size: no count of all."""
    next: int | None
    """Number of the next page; null on the last one."""
    has_next: bool
    """Whether a next page exists."""
    prev: int | None
    """Number of the page before; null on the first one."""
    has_prev: bool
    """Whether a page comes before this one."""
    current_page: int
    """Number of this page."""
    items: list[ListedObject]
    """The rows, one for each object and classifier."""
    info_message: str | None
    """What the service says of the answer."""


BandMap = dict[str, str]
"""Letter of each filter by its number, the number being a string."""


class Detection(TypedDict):
    """One detection of an object: a source on a difference image."""

    band_map: NotRequired[BandMap]
    """See its type."""
    band: int | None
    """Filter, 1 g, 2 r, 3 i, 4 z, 5 y, 6 u; sent as 0 if not known."""
    mjd: float | None
    """MJD (TAI) of the observation; sent as 0 if not known."""
    survey_id: str
    """Survey of the row."""
    ra: float | None
    """Right ascension; sent as 0, like dec, if not known."""
    dec: float | None
    """Declination; sent as 0, like ra, if not known."""
    oid: int
    """Identifier of the object, 18 digits."""
    measurement_id: int
    """Identifier of the measurement, 18 digits."""
    parentDiaSourceId: int | None
    """Source it was deblended from; sent as 0 or -1 if none."""
    diaObjectId: int | None
    """Object it belongs to; sent as 0 or -1 if none."""
    psfFlux: float | None
    """PSF flux of the difference; sent as 0, with its error, if null."""
    psfFluxErr: float | None
    """Error of psfFlux; sent as 0 if not known."""
    psfFlux_flag: int
    """1 where psfFlux could not be fitted, else 0."""
    psfFlux_flag_edge: int
    """1 where the edge cut the model of psfFlux, else 0."""
    psfFlux_flag_noGoodPixels: int
    """1 where psfFlux had too few good pixels, else 0."""
    scienceFlux: float | None
    """Flux on the visit image; sent as 0, with its error, if null."""
    scienceFluxErr: float | None
    """Error of scienceFlux; sent as 0 if not known."""
    has_stamp: bool
    """Whether the alert has stamps."""
    visit: int
    """Identifier of the visit."""
    detector: int
    """Number of the detector."""
    ssObjectId: int | None
    """Solar-system object it belongs to."""
    raErr: float | None
    """Error of ra."""
    decErr: float | None
    """Error of dec."""
    ra_dec_Cov: float | None
    """Covariance of ra and dec."""
    x: float
    """Position on the detector, x."""
    xErr: float | None
    """Error of x."""
    y: float
    """Position on the detector, y."""
    yErr: float | None
    """Error of y."""
    centroid_flag: bool | None
    """Whether the centroid could not be measured."""
    apFlux: float | None
    """Flux of the difference within a radius of 12 pixels."""
    apFluxErr: float | None
    """Error of apFlux."""
    apFlux_flag: bool | None
    """Whether apFlux could not be measured."""
    apFlux_flag_apertureTruncated: bool | None
    """Whether the edge cut the aperture."""
    isNegative: bool | None
    """Whether the source is clearly negative."""
    snr: float | None
    """Signal-to-noise ratio of the detection."""
    psfLnL: float | None
    """Natural logarithm of the likelihood of the PSF model."""
    psfChi2: float | None
    """Chi square of the PSF model."""
    psfNdata: int | None
    """Pixels that the PSF model was fitted to."""
    trailFlux: float | None
    """Flux of the difference by a trail model."""
    trailFluxErr: float | None
    """Error of trailFlux."""
    trailRa: float | None
    """Right ascension of the trail's centre."""
    trailRaErr: float | None
    """Error of trailRa."""
    trailDec: float | None
    """Declination of the trail's centre."""
    trailDecErr: float | None
    """Error of trailDec."""
    trailLength: float | None
    """Length of the trail."""
    trailLengthErr: float | None
    """Error of trailLength."""
    trailAngle: float | None
    """Bearing of the trail, from the meridian."""
    trailAngleErr: float | None
    """Error of trailAngle."""
    trailChi2: float | None
    """Chi square of the trail model."""
    trailNdata: int | None
    """Pixels that the trail model was fitted to."""
    trail_flag_edge: bool | None
    """Whether the trail reaches the edge."""
    dipoleMeanFlux: float | None
    """Mean absolute flux of the two lobes by a dipole model."""
    dipoleMeanFluxErr: float | None
    """Error of dipoleMeanFlux."""
    dipoleFluxDiff: float | None
    """Difference of the absolute fluxes of the two lobes."""
    dipoleFluxDiffErr: float | None
    """Error of dipoleFluxDiff."""
    dipoleLength: float | None
    """Separation of the lobes."""
    dipoleAngle: float | None
    """Bearing from the negative to the positive lobe."""
    dipoleChi2: float | None
    """Chi square of the dipole model."""
    dipoleNdata: int | None
    """Pixels that the dipole model was fitted to."""
    forced_PsfFlux_flag: bool | None
    """Whether scienceFlux could not be measured."""
    forced_PsfFlux_flag_edge: bool | None
    """Whether the edge cut the model of scienceFlux."""
    forced_PsfFlux_flag_noGoodPixels: bool | None
    """Whether scienceFlux had too few good pixels."""
    templateFlux: float | None
    """Forced flux on the template image."""
    templateFluxErr: float | None
    """Error of templateFlux."""
    ixx: float | None
    """Second moment of the source, x with x."""
    iyy: float | None
    """Second moment of the source, y with y."""
    ixy: float | None
    """Second moment of the source, x with y."""
    ixxPSF: float | None
    """Second moment of the PSF, x with x."""
    iyyPSF: float | None
    """Second moment of the PSF, y with y."""
    ixyPSF: float | None
    """Second moment of the PSF, x with y."""
    shape_flag: bool | None
    """Whether the shape could not be measured."""
    shape_flag_no_pixels: bool | None
    """Whether the shape had no pixels."""
    shape_flag_not_contained: bool | None
    """Whether the centre lies outside the bounding box."""
    shape_flag_parent_source: bool | None
    """Whether the shape is that of a blend."""
    extendedness: float | None
    """Whether the source is extended, 1, or a point, 0."""
    reliability: float | None
    """Score of a model that the source is real, 1 most reliable."""
    isDipole: bool | None
    """Whether a dipole fits the source."""
    dipoleFitAttempted: bool | None
    """Whether a dipole was fitted."""
    timeProcessedMjdTai: float
    """MJD (TAI) at which the row was made."""
    timeWithdrawnMjdTai: float | None
    """MJD (TAI) at which the row was withdrawn."""
    bboxSize: int | None
    """Side of the square that holds the source."""
    pixelFlags: bool | None
    """Whether the flags of the pixels could not be set."""
    pixelFlags_bad: bool | None
    """Whether a pixel of the source is bad."""
    pixelFlags_cr: bool | None
    """Whether a cosmic ray hit the source."""
    pixelFlags_crCenter: bool | None
    """Whether a cosmic ray hit the source's centre."""
    pixelFlags_edge: bool | None
    """Whether a part of the source is off the usable image."""
    pixelFlags_nodata: bool | None
    """Whether a pixel of the source has no data."""
    pixelFlags_nodataCenter: bool | None
    """Whether a pixel of the source's centre has no data."""
    pixelFlags_interpolated: bool | None
    """Whether a pixel of the source is interpolated."""
    pixelFlags_interpolatedCenter: bool | None
    """Whether a pixel of the source's centre is interpolated."""
    pixelFlags_offimage: bool | None
    """Whether the source's centre is off the image."""
    pixelFlags_saturated: bool | None
    """Whether a pixel of the source is saturated."""
    pixelFlags_saturatedCenter: bool | None
    """Whether a pixel of the source's centre is saturated."""
    pixelFlags_suspect: bool | None
    """Whether a pixel of the source is suspect."""
    pixelFlags_suspectCenter: bool | None
    """Whether a pixel of the source's centre is suspect."""
    pixelFlags_streak: bool | None
    """Whether a streak crosses the source."""
    pixelFlags_streakCenter: bool | None
    """Whether a streak crosses the source's centre."""
    pixelFlags_injected: bool | None
    """Whether a synthetic source was put into it."""
    pixelFlags_injectedCenter: bool | None
    """Whether a synthetic source was put into its centre."""
    pixelFlags_injected_template: bool | None
    """Whether one was put into its template."""
    pixelFlags_injected_templateCenter: bool | None
    """Whether one was put into its template's centre."""
    glint_trail: bool | None
    """Whether it is part of a trail of glints."""
    band_name: NotRequired[str | None]
    """Letter of the filter, which the client takes from band_map."""


class NonDetection(TypedDict):
    """One observation in which an object was not detected. LSST has none."""

    band_map: NotRequired[BandMap]
    """See its type."""
    band: int | None
    """Filter, 1 g, 2 r, 3 i, 4 z, 5 y, 6 u; sent as 0 if not known."""
    mjd: float | None
    """MJD (TAI) of the observation; sent as 0 if not known."""
    survey_id: str
    """Survey of the row."""
    band_name: NotRequired[str | None]
    """Letter of the filter, which the client takes from band_map."""


class ForcedPhotometry(TypedDict):
    """One measurement at an object's position, whether or not it was detected."""

    band_map: NotRequired[BandMap]
    """See its type."""
    band: int | None
    """Filter, 1 g, 2 r, 3 i, 4 z, 5 y, 6 u; sent as 0 if not known."""
    mjd: float | None
    """MJD (TAI) of the observation; sent as 0 if not known."""
    survey_id: str
    """Survey of the row."""
    oid: int
    """Identifier of the object, 18 digits."""
    measurement_id: int
    """Identifier of the measurement, 18 digits."""
    ra: float | None
    """Right ascension; sent as 0, like dec, if not known."""
    dec: float | None
    """Declination; sent as 0, like ra, if not known."""
    visit: int
    """Identifier of the visit."""
    detector: int
    """Number of the detector."""
    psfFlux: float | None
    """Forced difference flux; sent as 0, with its error, if null."""
    psfFluxErr: float | None
    """Error of psfFlux; sent as 0 if not known."""
    scienceFlux: float | None
    """Flux on the visit image; sent as 0, with its error, if null."""
    scienceFluxErr: float | None
    """Error of scienceFlux; sent as 0 if not known."""
    band_name: NotRequired[str | None]
    """Letter of the filter, which the client takes from band_map."""


class LightCurve(TypedDict):
    """Detections, non-detections and forced photometry of one object."""

    detections: list[Detection]
    """The detections, in no order."""
    non_detections: list[NonDetection]
    """The non-detections, always empty for LSST."""
    forced_photometry: list[ForcedPhotometry]
    """The forced photometry, at most 10 rows for a single object."""


class Photometry(TypedDict):
    """One epoch of a light curve with detections and forced photometry in one table, as the
    client makes it of `Detection` and `ForcedPhotometry`.
    """

    mjd: float | None
    """MJD (TAI) of the observation."""
    band: NotRequired[str | None]
    """Letter of the filter."""
    detected: bool
    """Whether it is a detection, not a forced measurement."""
    measurement_id: int
    """Identifier of the measurement, 18 digits."""
    flux_diff: NotRequired[float | None]
    """Flux of the difference, negative where it is fainter."""
    flux_diff_err: NotRequired[float | None]
    """Error of flux_diff at 1 sigma."""
    flux: NotRequired[float | None]
    """Flux on the visit image."""
    flux_err: NotRequired[float | None]
    """Error of flux at 1 sigma."""
    mag_diff: NotRequired[float | None]
    """AB magnitude of the difference; null if flux_diff is not above 0."""
    mag_diff_err: NotRequired[float | None]
    """Error of mag_diff, to first order."""
    mag: NotRequired[float | None]
    """AB magnitude on the visit image; null if flux is not above 0."""
    mag_err: NotRequired[float | None]
    """Error of mag, to first order."""
    has_stamp: NotRequired[bool | None]
    """Whether the alert has stamps."""


class Probability(TypedDict):
    """Probability of one class according to one classifier."""

    classifier_name: str
    """Name of the classifier."""
    classifier_version: int
    """Version of the classifier, its first number."""
    class_name: str
    """The class."""
    probability: float
    """Probability of the class."""
    ranking: int
    """Rank of the class in its classifier, 1 the most probable."""


class Classifier(TypedDict):
    """One classifier."""

    classifier_name: str
    """Name of the classifier."""
    classifier_version: str
    """Version of the classifier."""
    classes: list[str]
    """Classes that it tells apart."""
    classifier_id: int
    """Number of the classifier."""


class Detail(TypedDict):
    """An error in words."""

    detail: str
    """What went wrong."""


SurveyId = Literal["lsst", "ztf"]
"""Survey of the object. Only `lsst` has usable answers here."""

OrderMode = Literal["ASC", "DESC"]
"""Ascending or descending order, the latter unless given."""

StampType = Literal["cutoutScience", "cutoutTemplate", "cutoutDifference"]
"""Which of the three images, the new one, the reference or their difference."""

StampFormat = Literal["fits", "png"]
"""FITS or a PNG picture."""
