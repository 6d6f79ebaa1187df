"""Rows as they come from the JSON parser, by the names of the contract's schemas.

A row can hold more keys than its type names.
"""

from typing import Literal

from typing_extensions import NotRequired, TypedDict

_ListedObjectKeywords = TypedDict("_ListedObjectKeywords", {"class": str | None})


class ListedObject(_ListedObjectKeywords):
    """An object as a list shows it, with the class that its row is about."""

    oid: str
    """Object identifier."""
    ndethist: str | None
    """Number of detections within 1.5 arcsec since the survey began, on the field and readout
    channel of the alert, down to a signal-to-noise ratio of about 3. Sent as a string of
    digits.
    """
    ncovhist: int | None
    """Number of times the position fell on any field and readout channel since the survey began."""
    mjdstarthist: float | None
    """MJD of the earliest epoch counted in ndethist."""
    mjdendhist: float | None
    """MJD of the latest epoch counted in ndethist."""
    corrected: bool | None
    """Whether there is a corrected light curve that can be used."""
    stellar: bool | None
    """Whether the object is likely a star."""
    ndet: int
    """Number of detections of the object."""
    g_r_max: float | None
    """Colour at maximum light from difference magnitudes, the least of g minus the least of r.
    Can be NaN.
    """
    g_r_max_corr: float | None
    """Colour at maximum light from corrected magnitudes, the least of g minus the least of r.
    Can be NaN.
    """
    g_r_mean: float | None
    """Colour from mean difference magnitudes, g minus r. Can be NaN."""
    g_r_mean_corr: float | None
    """Colour from mean corrected magnitudes, g minus r. Can be NaN."""
    firstmjd: float
    """MJD of the first detection."""
    lastmjd: float
    """MJD of the last detection."""
    deltajd: float | None
    """Time between the first and the last detection."""
    meanra: float
    """Mean right ascension of the detections."""
    meandec: float
    """Mean declination of the detections."""
    sigmara: float | None
    """Standard deviation of the right ascensions. Can be NaN."""
    sigmadec: float | None
    """Standard deviation of the declinations. Can be NaN."""
    step_id_corr: str | None
    """Version of the pipeline step that corrected the photometry."""
    classifier: str | None
    """Classifier that gave the class."""
    probability: float | None
    """Probability of the class. Can be NaN."""


class ObjectsPage(TypedDict):
    """One page of listed objects."""

    total: int | None
    """Number of rows on all pages, at most 50001; null unless counted."""
    page: None
    """Always null."""
    next: int | None
    """Number of the next page; null on the last one and unless counted."""
    has_next: bool
    """Whether a next page exists; always false unless counted."""
    prev: int | None
    """Number of the page before; null on the first one."""
    has_prev: bool
    """Whether a page comes before this one."""
    items: list[ListedObject]
    """The rows."""


class Object(TypedDict):
    """What is known of an object as a whole."""

    oid: str
    """Object identifier."""
    ndethist: str | None
    """Number of detections within 1.5 arcsec since the survey began, on the field and readout
    channel of the alert, down to a signal-to-noise ratio of about 3. Sent as a string of
    digits.
    """
    ncovhist: int | None
    """Number of times the position fell on any field and readout channel since the survey began."""
    mjdstarthist: float | None
    """MJD of the earliest epoch counted in ndethist."""
    mjdendhist: float | None
    """MJD of the latest epoch counted in ndethist."""
    corrected: bool | None
    """Whether there is a corrected light curve that can be used."""
    stellar: bool | None
    """Whether the object is likely a star."""
    ndet: int
    """Number of detections of the object."""
    g_r_max: float | None
    """Colour at maximum light from difference magnitudes, the least of g minus the least of r.
    Can be NaN.
    """
    g_r_max_corr: float | None
    """Colour at maximum light from corrected magnitudes, the least of g minus the least of r.
    Can be NaN.
    """
    g_r_mean: float | None
    """Colour from mean difference magnitudes, g minus r. Can be NaN."""
    g_r_mean_corr: float | None
    """Colour from mean corrected magnitudes, g minus r. Can be NaN."""
    firstmjd: float
    """MJD of the first detection."""
    lastmjd: float
    """MJD of the last detection."""
    deltajd: float | None
    """Time between the first and the last detection."""
    meanra: float
    """Mean right ascension of the detections."""
    meandec: float
    """Mean declination of the detections."""
    sigmara: float | None
    """Standard deviation of the right ascensions. Can be NaN."""
    sigmadec: float | None
    """Standard deviation of the declinations. Can be NaN."""
    step_id_corr: str | None
    """Version of the pipeline step that corrected the photometry."""


class LimitValues(TypedDict):
    """Least and greatest values in the table of objects."""

    min_ndet: int
    """Least number of detections."""
    max_ndet: int
    """Greatest number of detections."""
    min_firstmjd: float
    """Earliest MJD of a first detection."""
    max_firstmjd: float
    """Latest MJD of a first detection."""


class Magstats(TypedDict):
    """Statistics of an object's light curve in one filter."""

    fid: int
    """Filter, 1 g, 2 r, 3 i."""
    stellar: bool
    """Whether the object looks unresolved in this filter."""
    corrected: bool
    """Whether to use the corrected photometry."""
    ndet: int
    """Number of detections in this filter."""
    ndubious: int
    """Number of doubtful corrections."""
    dmdt_first: NotRequired[float | None]
    """Initial rise, the steepest slope between the first detection and any upper limit before
    it. Can be NaN.
    """
    dm_first: NotRequired[float | None]
    """Magnitude difference behind dmdt_first. Can be NaN."""
    sigmadm_first: NotRequired[float | None]
    """Error of dm_first. Can be NaN."""
    dt_first: NotRequired[float | None]
    """Time difference behind dmdt_first. Can be NaN."""
    magmean: float | None
    """Mean difference magnitude. Can be NaN."""
    magmedian: float | None
    """Median difference magnitude. Can be NaN."""
    magmax: float | None
    """Greatest difference magnitude, the faintest detection. Can be NaN."""
    magmin: float | None
    """Least difference magnitude, the brightest detection. Can be NaN."""
    magsigma: float | None
    """Standard deviation of the difference magnitudes. Can be NaN."""
    maglast: float | None
    """Difference magnitude of the last detection. Can be NaN."""
    magfirst: float | None
    """Difference magnitude of the first detection. Can be NaN."""
    magmean_corr: NotRequired[float | None]
    """Mean corrected magnitude. Can be NaN."""
    magmedian_corr: NotRequired[float | None]
    """Median corrected magnitude. Can be NaN."""
    magmax_corr: NotRequired[float | None]
    """Greatest corrected magnitude. Can be NaN."""
    magmin_corr: NotRequired[float | None]
    """Least corrected magnitude. Can be NaN."""
    magsigma_corr: NotRequired[float | None]
    """Standard deviation of the corrected magnitudes. Can be NaN."""
    maglast_corr: NotRequired[float | None]
    """Corrected magnitude of the last detection. Can be NaN."""
    magfirst_corr: NotRequired[float | None]
    """Corrected magnitude of the first detection. Can be NaN."""
    firstmjd: float | None
    """MJD of the first detection in this filter."""
    lastmjd: float | None
    """MJD of the last detection in this filter."""
    step_id_corr: str
    """Version of the pipeline step that corrected the photometry."""


class Probability(TypedDict):
    """Probability of one class according to one classifier version."""

    classifier_name: str
    """Name of the classifier."""
    classifier_version: str
    """Version of the classifier."""
    class_name: str
    """The class."""
    probability: float
    """Probability of the class."""
    ranking: int
    """Rank of the class among those of its classifier, 1 the most probable."""


class Classifier(TypedDict):
    """One version of a classifier."""

    classifier_name: str
    """Name of the classifier."""
    classifier_version: str
    """Version of the classifier."""
    classes: list[str]
    """Classes that it tells apart."""


class ClassName(TypedDict):
    """One class of a classifier."""

    name: str
    """Name of the class."""


class Feature(TypedDict):
    """One number that describes a light curve."""

    name: str
    """Name of the feature."""
    value: float | None
    """Value of the feature. Can be NaN or infinite."""
    fid: int
    """Filter, 1 g, 2 r, 3 i, 12 both, 0 none."""
    version: str
    """Version of the feature extraction."""


SurveyId = Literal["ztf", "atlas"]
"""Survey that observed the object, `ztf` unless given."""


class Detection(TypedDict):
    """One detection of an object. The detections route leaves out what has no value, the light-
    curve route sends null.
    """

    tid: str
    """Telescope or survey that made the observation."""
    candid: str
    """Identifier of the alert, 18 or 19 digits, hence a string."""
    mjd: float
    """MJD (UTC) of the observation."""
    fid: int
    """Filter, 1 g, 2 r, 3 i."""
    pid: int
    """Processing identifier of the science image."""
    diffmaglim: NotRequired[float | None]
    """Limiting magnitude at 5 sigma of the difference image from PSF-fit photometry."""
    isdiffpos: int
    """Sign of the difference, 1 science minus reference, -1 reference minus science."""
    nid: NotRequired[int | None]
    """Night identifier."""
    distnr: NotRequired[float | None]
    """Distance to the nearest source of the reference image's PSF catalogue within 30 arcsec."""
    magpsf: float
    """Magnitude of the difference from PSF-fit photometry. Can be NaN."""
    magpsf_corr: NotRequired[float | None]
    """PSF-fit magnitude corrected for the flux of the reference source."""
    magpsf_corr_ext: NotRequired[float | None]
    """Declared by the service, never filled."""
    magap: NotRequired[float | None]
    """Aperture magnitude within a diameter of 8 pixels."""
    magap_corr: NotRequired[float | None]
    """Declared by the service, never filled."""
    sigmapsf: float
    """Error of magpsf at 1 sigma. Can be NaN."""
    sigmapsf_corr: NotRequired[float | None]
    """Error of magpsf_corr, supposing that no extended source contributes."""
    sigmapsf_corr_ext: NotRequired[float | None]
    """Error of magpsf_corr, supposing that an extended source contributes."""
    sigmagap: NotRequired[float | None]
    """Error of magap at 1 sigma."""
    sigmagap_corr: NotRequired[float | None]
    """Declared by the service, never filled."""
    ra: float
    """Right ascension of the detection."""
    dec: float
    """Declination of the detection."""
    rb: NotRequired[float | None]
    """Real-bogus score from 0 to 1, higher being more reliable."""
    rbversion: NotRequired[str | None]
    """Version of the model that gave rb; can be the empty string."""
    drb: NotRequired[float | None]
    """Real-bogus score of the deep-learning model from 0 to 1, higher being more reliable."""
    magapbig: NotRequired[float | None]
    """Aperture magnitude within a diameter of 18 pixels."""
    sigmagapbig: NotRequired[float | None]
    """Error of magapbig at 1 sigma."""
    rfid: NotRequired[int | None]
    """Processing identifier of the reference image."""
    has_stamp: bool
    """Whether the alert has stamps of its own; where it has not, parent_candid's packet reports
    it.
    """
    corrected: bool
    """Whether the photometry was corrected."""
    dubious: bool
    """Whether the corrected photometry is doubtful."""
    candid_alert: NotRequired[str | None]
    """Declared by the service, never filled."""
    step_id_corr: str
    """Version of the pipeline step that corrected the photometry."""
    phase: float
    """Phase, declared by the service; 0 on every row seen."""
    parent_candid: NotRequired[int | None]
    """Identifier of the alert whose packet reported this detection as a previous one, 18 or 19
    digits; 0 occurs, null where the detection has an alert of its own.
    """


class NonDetection(TypedDict):
    """One observation in which an object was not detected, an upper limit."""

    tid: str
    """Telescope or survey that made the observation."""
    mjd: float
    """MJD (UTC) of the observation."""
    fid: int
    """Filter, 1 g, 2 r, 3 i."""
    diffmaglim: NotRequired[float | None]
    """Limiting magnitude at 5 sigma of the difference image from PSF-fit photometry."""


class LightCurve(TypedDict):
    """Detections and upper limits of one object."""

    detections: list[Detection]
    """The detections, mjd ascending."""
    non_detections: list[NonDetection]
    """The upper limits, mjd ascending."""


class Photometry(TypedDict):
    """One epoch of a light curve with detections and upper limits in one table, as the client
    makes it of `Detection` and `NonDetection`. Fluxes are AB; the sentinel 100 is null.
    """

    mjd: float
    """MJD (UTC) of the observation."""
    fid: int
    """Filter, 1 g, 2 r, 3 i."""
    band: str
    """Letter of the filter."""
    detected: bool
    """Whether it is a detection, not an upper limit."""
    candid: NotRequired[str | None]
    """Identifier of the alert."""
    magpsf: NotRequired[float | None]
    """Magnitude of the difference from PSF-fit photometry."""
    sigmapsf: NotRequired[float | None]
    """Error of magpsf at 1 sigma."""
    isdiffpos: NotRequired[int | None]
    """Sign of the difference, 1 brighter than reference, -1 fainter."""
    diffmaglim: NotRequired[float | None]
    """5-sigma limiting magnitude of the difference image (PSF fit)."""
    magpsf_corr: NotRequired[float | None]
    """Apparent magnitude, the reference source added."""
    sigmapsf_corr: NotRequired[float | None]
    """Error of magpsf_corr, if no extended source contributes."""
    sigmapsf_corr_ext: NotRequired[float | None]
    """Error of magpsf_corr, if an extended source contributes."""
    flux_diff: NotRequired[float | None]
    """Flux of the difference, negative where it is fainter."""
    flux_diff_err: NotRequired[float | None]
    """Error of flux_diff at 1 sigma."""
    flux_limit: NotRequired[float | None]
    """5-sigma limiting flux of the difference image."""
    flux: NotRequired[float | None]
    """Apparent flux, the reference source added."""
    flux_err: NotRequired[float | None]
    """Error of flux, if no extended source contributes."""
    flux_err_ext: NotRequired[float | None]
    """Error of flux, if an extended source contributes."""
    corrected: NotRequired[bool | None]
    """Whether the photometry was corrected."""
    dubious: NotRequired[bool | None]
    """Whether the corrected photometry is doubtful."""
    sentinel: bool
    """Whether 100 stood for a corrected value that cannot be had."""
    has_stamp: NotRequired[bool | None]
    """Whether the alert has stamps and a packet of its own."""


class Message(TypedDict):
    """An error in words."""

    message: str
    """What went wrong, sometimes with guesses at other routes."""


Refusal = str | Message
"""A bare string such as `Expired Token` or `Forbidden`, or a message."""


class ValidationFailure(TypedDict):
    """A refused parameter."""

    message: str
    """What went wrong, in general."""
    errors: NotRequired[dict[str, str]]
    """What is wrong with each refused parameter, by its name."""


OrderBy = Literal[
    "oid",
    "ndet",
    "g_r_max",
    "g_r_max_corr",
    "g_r_mean",
    "g_r_mean_corr",
    "meanra",
    "meandec",
    "sigmara",
    "sigmadec",
    "deltajd",
    "firstmjd",
    "lastmjd",
    "class_name",
    "classifier_name",
    "classifier_version",
    "probability",
    "ranking",
]
"""Column that orders the rows."""

OrderMode = Literal["ASC", "DESC"]
"""Ascending or descending order, upper case only."""
