from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET, Unset, as_dict

if TYPE_CHECKING:
    from ..models.band_map import BandMap


T = TypeVar("T", bound="Detection")


@_attrs_define
class Detection:
    """One detection of an object: a source on a difference image."""

    band: int | None
    """ Filter, 1 g, 2 r, 3 i, 4 z, 5 y, 6 u; sent as 0 if not known. """
    mjd: float | None
    """ MJD (TAI) of the observation; sent as 0 if not known. """
    survey_id: str
    """ Survey of the row. """
    ra: float | None
    """ Right ascension; sent as 0, like dec, if not known. """
    dec: float | None
    """ Declination; sent as 0, like ra, if not known. """
    oid: int
    """ Identifier of the object, 18 digits. """
    measurement_id: int
    """ Identifier of the measurement, 18 digits. """
    parent_dia_source_id: int | None
    """ Source it was deblended from; sent as 0 or -1 if none. """
    dia_object_id: int | None
    """ Object it belongs to; sent as 0 or -1 if none. """
    psf_flux: float | None
    """ PSF flux of the difference; sent as 0, with its error, if null. """
    psf_flux_err: float | None
    """ Error of psfFlux; sent as 0 if not known. """
    psf_flux_flag: int
    """ 1 where psfFlux could not be fitted, else 0. """
    psf_flux_flag_edge: int
    """ 1 where the edge cut the model of psfFlux, else 0. """
    psf_flux_flag_no_good_pixels: int
    """ 1 where psfFlux had too few good pixels, else 0. """
    science_flux: float | None
    """ Flux on the visit image; sent as 0, with its error, if null. """
    science_flux_err: float | None
    """ Error of scienceFlux; sent as 0 if not known. """
    has_stamp: bool
    """ Whether the alert has stamps. """
    visit: int
    """ Identifier of the visit. """
    detector: int
    """ Number of the detector. """
    ss_object_id: int | None
    """ Solar-system object it belongs to. """
    ra_err: float | None
    """ Error of ra. """
    dec_err: float | None
    """ Error of dec. """
    ra_dec_cov: float | None
    """ Covariance of ra and dec. """
    x: float
    """ Position on the detector, x. """
    x_err: float | None
    """ Error of x. """
    y: float
    """ Position on the detector, y. """
    y_err: float | None
    """ Error of y. """
    centroid_flag: bool | None
    """ Whether the centroid could not be measured. """
    ap_flux: float | None
    """ Flux of the difference within a radius of 12 pixels. """
    ap_flux_err: float | None
    """ Error of apFlux. """
    ap_flux_flag: bool | None
    """ Whether apFlux could not be measured. """
    ap_flux_flag_aperture_truncated: bool | None
    """ Whether the edge cut the aperture. """
    is_negative: bool | None
    """ Whether the source is clearly negative. """
    snr: float | None
    """ Signal-to-noise ratio of the detection. """
    psf_ln_l: float | None
    """ Natural logarithm of the likelihood of the PSF model. """
    psf_chi_2: float | None
    """ Chi square of the PSF model. """
    psf_ndata: int | None
    """ Pixels that the PSF model was fitted to. """
    trail_flux: float | None
    """ Flux of the difference by a trail model. """
    trail_flux_err: float | None
    """ Error of trailFlux. """
    trail_ra: float | None
    """ Right ascension of the trail's centre. """
    trail_ra_err: float | None
    """ Error of trailRa. """
    trail_dec: float | None
    """ Declination of the trail's centre. """
    trail_dec_err: float | None
    """ Error of trailDec. """
    trail_length: float | None
    """ Length of the trail. """
    trail_length_err: float | None
    """ Error of trailLength. """
    trail_angle: float | None
    """ Bearing of the trail, from the meridian. """
    trail_angle_err: float | None
    """ Error of trailAngle. """
    trail_chi_2: float | None
    """ Chi square of the trail model. """
    trail_ndata: int | None
    """ Pixels that the trail model was fitted to. """
    trail_flag_edge: bool | None
    """ Whether the trail reaches the edge. """
    dipole_mean_flux: float | None
    """ Mean absolute flux of the two lobes by a dipole model. """
    dipole_mean_flux_err: float | None
    """ Error of dipoleMeanFlux. """
    dipole_flux_diff: float | None
    """ Difference of the absolute fluxes of the two lobes. """
    dipole_flux_diff_err: float | None
    """ Error of dipoleFluxDiff. """
    dipole_length: float | None
    """ Separation of the lobes. """
    dipole_angle: float | None
    """ Bearing from the negative to the positive lobe. """
    dipole_chi_2: float | None
    """ Chi square of the dipole model. """
    dipole_ndata: int | None
    """ Pixels that the dipole model was fitted to. """
    forced_psf_flux_flag: bool | None
    """ Whether scienceFlux could not be measured. """
    forced_psf_flux_flag_edge: bool | None
    """ Whether the edge cut the model of scienceFlux. """
    forced_psf_flux_flag_no_good_pixels: bool | None
    """ Whether scienceFlux had too few good pixels. """
    template_flux: float | None
    """ Forced flux on the template image. """
    template_flux_err: float | None
    """ Error of templateFlux. """
    ixx: float | None
    """ Second moment of the source, x with x. """
    iyy: float | None
    """ Second moment of the source, y with y. """
    ixy: float | None
    """ Second moment of the source, x with y. """
    ixx_psf: float | None
    """ Second moment of the PSF, x with x. """
    iyy_psf: float | None
    """ Second moment of the PSF, y with y. """
    ixy_psf: float | None
    """ Second moment of the PSF, x with y. """
    shape_flag: bool | None
    """ Whether the shape could not be measured. """
    shape_flag_no_pixels: bool | None
    """ Whether the shape had no pixels. """
    shape_flag_not_contained: bool | None
    """ Whether the centre lies outside the bounding box. """
    shape_flag_parent_source: bool | None
    """ Whether the shape is that of a blend. """
    extendedness: float | None
    """ Whether the source is extended, 1, or a point, 0. """
    reliability: float | None
    """ Score of a model that the source is real, 1 most reliable. """
    is_dipole: bool | None
    """ Whether a dipole fits the source. """
    dipole_fit_attempted: bool | None
    """ Whether a dipole was fitted. """
    time_processed_mjd_tai: float
    """ MJD (TAI) at which the row was made. """
    time_withdrawn_mjd_tai: float | None
    """ MJD (TAI) at which the row was withdrawn. """
    bbox_size: int | None
    """ Side of the square that holds the source. """
    pixel_flags: bool | None
    """ Whether the flags of the pixels could not be set. """
    pixel_flags_bad: bool | None
    """ Whether a pixel of the source is bad. """
    pixel_flags_cr: bool | None
    """ Whether a cosmic ray hit the source. """
    pixel_flags_cr_center: bool | None
    """ Whether a cosmic ray hit the source's centre. """
    pixel_flags_edge: bool | None
    """ Whether a part of the source is off the usable image. """
    pixel_flags_nodata: bool | None
    """ Whether a pixel of the source has no data. """
    pixel_flags_nodata_center: bool | None
    """ Whether a pixel of the source's centre has no data. """
    pixel_flags_interpolated: bool | None
    """ Whether a pixel of the source is interpolated. """
    pixel_flags_interpolated_center: bool | None
    """ Whether a pixel of the source's centre is interpolated. """
    pixel_flags_offimage: bool | None
    """ Whether the source's centre is off the image. """
    pixel_flags_saturated: bool | None
    """ Whether a pixel of the source is saturated. """
    pixel_flags_saturated_center: bool | None
    """ Whether a pixel of the source's centre is saturated. """
    pixel_flags_suspect: bool | None
    """ Whether a pixel of the source is suspect. """
    pixel_flags_suspect_center: bool | None
    """ Whether a pixel of the source's centre is suspect. """
    pixel_flags_streak: bool | None
    """ Whether a streak crosses the source. """
    pixel_flags_streak_center: bool | None
    """ Whether a streak crosses the source's centre. """
    pixel_flags_injected: bool | None
    """ Whether a synthetic source was put into it. """
    pixel_flags_injected_center: bool | None
    """ Whether a synthetic source was put into its centre. """
    pixel_flags_injected_template: bool | None
    """ Whether one was put into its template. """
    pixel_flags_injected_template_center: bool | None
    """ Whether one was put into its template's centre. """
    glint_trail: bool | None
    """ Whether it is part of a trail of glints. """
    band_map: BandMap | Unset = UNSET
    """ Letter of each filter by its number, the number being a string. """
    band_name: None | str | Unset = UNSET
    """ Letter of the filter, which the client takes from band_map. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "band": as_dict(self.band),
            "mjd": as_dict(self.mjd),
            "survey_id": self.survey_id,
            "ra": as_dict(self.ra),
            "dec": as_dict(self.dec),
            "oid": self.oid,
            "measurement_id": self.measurement_id,
            "parentDiaSourceId": as_dict(self.parent_dia_source_id),
            "diaObjectId": as_dict(self.dia_object_id),
            "psfFlux": as_dict(self.psf_flux),
            "psfFluxErr": as_dict(self.psf_flux_err),
            "psfFlux_flag": self.psf_flux_flag,
            "psfFlux_flag_edge": self.psf_flux_flag_edge,
            "psfFlux_flag_noGoodPixels": self.psf_flux_flag_no_good_pixels,
            "scienceFlux": as_dict(self.science_flux),
            "scienceFluxErr": as_dict(self.science_flux_err),
            "has_stamp": self.has_stamp,
            "visit": self.visit,
            "detector": self.detector,
            "ssObjectId": as_dict(self.ss_object_id),
            "raErr": as_dict(self.ra_err),
            "decErr": as_dict(self.dec_err),
            "ra_dec_Cov": as_dict(self.ra_dec_cov),
            "x": self.x,
            "xErr": as_dict(self.x_err),
            "y": self.y,
            "yErr": as_dict(self.y_err),
            "centroid_flag": as_dict(self.centroid_flag),
            "apFlux": as_dict(self.ap_flux),
            "apFluxErr": as_dict(self.ap_flux_err),
            "apFlux_flag": as_dict(self.ap_flux_flag),
            "apFlux_flag_apertureTruncated": as_dict(self.ap_flux_flag_aperture_truncated),
            "isNegative": as_dict(self.is_negative),
            "snr": as_dict(self.snr),
            "psfLnL": as_dict(self.psf_ln_l),
            "psfChi2": as_dict(self.psf_chi_2),
            "psfNdata": as_dict(self.psf_ndata),
            "trailFlux": as_dict(self.trail_flux),
            "trailFluxErr": as_dict(self.trail_flux_err),
            "trailRa": as_dict(self.trail_ra),
            "trailRaErr": as_dict(self.trail_ra_err),
            "trailDec": as_dict(self.trail_dec),
            "trailDecErr": as_dict(self.trail_dec_err),
            "trailLength": as_dict(self.trail_length),
            "trailLengthErr": as_dict(self.trail_length_err),
            "trailAngle": as_dict(self.trail_angle),
            "trailAngleErr": as_dict(self.trail_angle_err),
            "trailChi2": as_dict(self.trail_chi_2),
            "trailNdata": as_dict(self.trail_ndata),
            "trail_flag_edge": as_dict(self.trail_flag_edge),
            "dipoleMeanFlux": as_dict(self.dipole_mean_flux),
            "dipoleMeanFluxErr": as_dict(self.dipole_mean_flux_err),
            "dipoleFluxDiff": as_dict(self.dipole_flux_diff),
            "dipoleFluxDiffErr": as_dict(self.dipole_flux_diff_err),
            "dipoleLength": as_dict(self.dipole_length),
            "dipoleAngle": as_dict(self.dipole_angle),
            "dipoleChi2": as_dict(self.dipole_chi_2),
            "dipoleNdata": as_dict(self.dipole_ndata),
            "forced_PsfFlux_flag": as_dict(self.forced_psf_flux_flag),
            "forced_PsfFlux_flag_edge": as_dict(self.forced_psf_flux_flag_edge),
            "forced_PsfFlux_flag_noGoodPixels": as_dict(self.forced_psf_flux_flag_no_good_pixels),
            "templateFlux": as_dict(self.template_flux),
            "templateFluxErr": as_dict(self.template_flux_err),
            "ixx": as_dict(self.ixx),
            "iyy": as_dict(self.iyy),
            "ixy": as_dict(self.ixy),
            "ixxPSF": as_dict(self.ixx_psf),
            "iyyPSF": as_dict(self.iyy_psf),
            "ixyPSF": as_dict(self.ixy_psf),
            "shape_flag": as_dict(self.shape_flag),
            "shape_flag_no_pixels": as_dict(self.shape_flag_no_pixels),
            "shape_flag_not_contained": as_dict(self.shape_flag_not_contained),
            "shape_flag_parent_source": as_dict(self.shape_flag_parent_source),
            "extendedness": as_dict(self.extendedness),
            "reliability": as_dict(self.reliability),
            "isDipole": as_dict(self.is_dipole),
            "dipoleFitAttempted": as_dict(self.dipole_fit_attempted),
            "timeProcessedMjdTai": self.time_processed_mjd_tai,
            "timeWithdrawnMjdTai": as_dict(self.time_withdrawn_mjd_tai),
            "bboxSize": as_dict(self.bbox_size),
            "pixelFlags": as_dict(self.pixel_flags),
            "pixelFlags_bad": as_dict(self.pixel_flags_bad),
            "pixelFlags_cr": as_dict(self.pixel_flags_cr),
            "pixelFlags_crCenter": as_dict(self.pixel_flags_cr_center),
            "pixelFlags_edge": as_dict(self.pixel_flags_edge),
            "pixelFlags_nodata": as_dict(self.pixel_flags_nodata),
            "pixelFlags_nodataCenter": as_dict(self.pixel_flags_nodata_center),
            "pixelFlags_interpolated": as_dict(self.pixel_flags_interpolated),
            "pixelFlags_interpolatedCenter": as_dict(self.pixel_flags_interpolated_center),
            "pixelFlags_offimage": as_dict(self.pixel_flags_offimage),
            "pixelFlags_saturated": as_dict(self.pixel_flags_saturated),
            "pixelFlags_saturatedCenter": as_dict(self.pixel_flags_saturated_center),
            "pixelFlags_suspect": as_dict(self.pixel_flags_suspect),
            "pixelFlags_suspectCenter": as_dict(self.pixel_flags_suspect_center),
            "pixelFlags_streak": as_dict(self.pixel_flags_streak),
            "pixelFlags_streakCenter": as_dict(self.pixel_flags_streak_center),
            "pixelFlags_injected": as_dict(self.pixel_flags_injected),
            "pixelFlags_injectedCenter": as_dict(self.pixel_flags_injected_center),
            "pixelFlags_injected_template": as_dict(self.pixel_flags_injected_template),
            "pixelFlags_injected_templateCenter": as_dict(
                self.pixel_flags_injected_template_center
            ),
            "glint_trail": as_dict(self.glint_trail),
            "band_map": as_dict(self.band_map),
            "band_name": as_dict(self.band_name),
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        from ..models.band_map import BandMap  # noqa: PLC0415

        d = dict(src_dict)
        band = cast(int | None, d.pop("band", MISSING))

        mjd = cast(float | None, d.pop("mjd", MISSING))

        survey_id = d.pop("survey_id", MISSING)

        ra = cast(float | None, d.pop("ra", MISSING))

        dec = cast(float | None, d.pop("dec", MISSING))

        oid = d.pop("oid", MISSING)

        measurement_id = d.pop("measurement_id", MISSING)

        parent_dia_source_id = cast(int | None, d.pop("parentDiaSourceId", MISSING))

        dia_object_id = cast(int | None, d.pop("diaObjectId", MISSING))

        psf_flux = cast(float | None, d.pop("psfFlux", MISSING))

        psf_flux_err = cast(float | None, d.pop("psfFluxErr", MISSING))

        psf_flux_flag = d.pop("psfFlux_flag", MISSING)

        psf_flux_flag_edge = d.pop("psfFlux_flag_edge", MISSING)

        psf_flux_flag_no_good_pixels = d.pop("psfFlux_flag_noGoodPixels", MISSING)

        science_flux = cast(float | None, d.pop("scienceFlux", MISSING))

        science_flux_err = cast(float | None, d.pop("scienceFluxErr", MISSING))

        has_stamp = d.pop("has_stamp", MISSING)

        visit = d.pop("visit", MISSING)

        detector = d.pop("detector", MISSING)

        ss_object_id = cast(int | None, d.pop("ssObjectId", MISSING))

        ra_err = cast(float | None, d.pop("raErr", MISSING))

        dec_err = cast(float | None, d.pop("decErr", MISSING))

        ra_dec_cov = cast(float | None, d.pop("ra_dec_Cov", MISSING))

        x = d.pop("x", MISSING)

        x_err = cast(float | None, d.pop("xErr", MISSING))

        y = d.pop("y", MISSING)

        y_err = cast(float | None, d.pop("yErr", MISSING))

        centroid_flag = cast(bool | None, d.pop("centroid_flag", MISSING))

        ap_flux = cast(float | None, d.pop("apFlux", MISSING))

        ap_flux_err = cast(float | None, d.pop("apFluxErr", MISSING))

        ap_flux_flag = cast(bool | None, d.pop("apFlux_flag", MISSING))

        ap_flux_flag_aperture_truncated = cast(
            bool | None, d.pop("apFlux_flag_apertureTruncated", MISSING)
        )

        is_negative = cast(bool | None, d.pop("isNegative", MISSING))

        snr = cast(float | None, d.pop("snr", MISSING))

        psf_ln_l = cast(float | None, d.pop("psfLnL", MISSING))

        psf_chi_2 = cast(float | None, d.pop("psfChi2", MISSING))

        psf_ndata = cast(int | None, d.pop("psfNdata", MISSING))

        trail_flux = cast(float | None, d.pop("trailFlux", MISSING))

        trail_flux_err = cast(float | None, d.pop("trailFluxErr", MISSING))

        trail_ra = cast(float | None, d.pop("trailRa", MISSING))

        trail_ra_err = cast(float | None, d.pop("trailRaErr", MISSING))

        trail_dec = cast(float | None, d.pop("trailDec", MISSING))

        trail_dec_err = cast(float | None, d.pop("trailDecErr", MISSING))

        trail_length = cast(float | None, d.pop("trailLength", MISSING))

        trail_length_err = cast(float | None, d.pop("trailLengthErr", MISSING))

        trail_angle = cast(float | None, d.pop("trailAngle", MISSING))

        trail_angle_err = cast(float | None, d.pop("trailAngleErr", MISSING))

        trail_chi_2 = cast(float | None, d.pop("trailChi2", MISSING))

        trail_ndata = cast(int | None, d.pop("trailNdata", MISSING))

        trail_flag_edge = cast(bool | None, d.pop("trail_flag_edge", MISSING))

        dipole_mean_flux = cast(float | None, d.pop("dipoleMeanFlux", MISSING))

        dipole_mean_flux_err = cast(float | None, d.pop("dipoleMeanFluxErr", MISSING))

        dipole_flux_diff = cast(float | None, d.pop("dipoleFluxDiff", MISSING))

        dipole_flux_diff_err = cast(float | None, d.pop("dipoleFluxDiffErr", MISSING))

        dipole_length = cast(float | None, d.pop("dipoleLength", MISSING))

        dipole_angle = cast(float | None, d.pop("dipoleAngle", MISSING))

        dipole_chi_2 = cast(float | None, d.pop("dipoleChi2", MISSING))

        dipole_ndata = cast(int | None, d.pop("dipoleNdata", MISSING))

        forced_psf_flux_flag = cast(bool | None, d.pop("forced_PsfFlux_flag", MISSING))

        forced_psf_flux_flag_edge = cast(bool | None, d.pop("forced_PsfFlux_flag_edge", MISSING))

        forced_psf_flux_flag_no_good_pixels = cast(
            bool | None, d.pop("forced_PsfFlux_flag_noGoodPixels", MISSING)
        )

        template_flux = cast(float | None, d.pop("templateFlux", MISSING))

        template_flux_err = cast(float | None, d.pop("templateFluxErr", MISSING))

        ixx = cast(float | None, d.pop("ixx", MISSING))

        iyy = cast(float | None, d.pop("iyy", MISSING))

        ixy = cast(float | None, d.pop("ixy", MISSING))

        ixx_psf = cast(float | None, d.pop("ixxPSF", MISSING))

        iyy_psf = cast(float | None, d.pop("iyyPSF", MISSING))

        ixy_psf = cast(float | None, d.pop("ixyPSF", MISSING))

        shape_flag = cast(bool | None, d.pop("shape_flag", MISSING))

        shape_flag_no_pixels = cast(bool | None, d.pop("shape_flag_no_pixels", MISSING))

        shape_flag_not_contained = cast(bool | None, d.pop("shape_flag_not_contained", MISSING))

        shape_flag_parent_source = cast(bool | None, d.pop("shape_flag_parent_source", MISSING))

        extendedness = cast(float | None, d.pop("extendedness", MISSING))

        reliability = cast(float | None, d.pop("reliability", MISSING))

        is_dipole = cast(bool | None, d.pop("isDipole", MISSING))

        dipole_fit_attempted = cast(bool | None, d.pop("dipoleFitAttempted", MISSING))

        time_processed_mjd_tai = d.pop("timeProcessedMjdTai", MISSING)

        time_withdrawn_mjd_tai = cast(float | None, d.pop("timeWithdrawnMjdTai", MISSING))

        bbox_size = cast(int | None, d.pop("bboxSize", MISSING))

        pixel_flags = cast(bool | None, d.pop("pixelFlags", MISSING))

        pixel_flags_bad = cast(bool | None, d.pop("pixelFlags_bad", MISSING))

        pixel_flags_cr = cast(bool | None, d.pop("pixelFlags_cr", MISSING))

        pixel_flags_cr_center = cast(bool | None, d.pop("pixelFlags_crCenter", MISSING))

        pixel_flags_edge = cast(bool | None, d.pop("pixelFlags_edge", MISSING))

        pixel_flags_nodata = cast(bool | None, d.pop("pixelFlags_nodata", MISSING))

        pixel_flags_nodata_center = cast(bool | None, d.pop("pixelFlags_nodataCenter", MISSING))

        pixel_flags_interpolated = cast(bool | None, d.pop("pixelFlags_interpolated", MISSING))

        pixel_flags_interpolated_center = cast(
            bool | None, d.pop("pixelFlags_interpolatedCenter", MISSING)
        )

        pixel_flags_offimage = cast(bool | None, d.pop("pixelFlags_offimage", MISSING))

        pixel_flags_saturated = cast(bool | None, d.pop("pixelFlags_saturated", MISSING))

        pixel_flags_saturated_center = cast(
            bool | None, d.pop("pixelFlags_saturatedCenter", MISSING)
        )

        pixel_flags_suspect = cast(bool | None, d.pop("pixelFlags_suspect", MISSING))

        pixel_flags_suspect_center = cast(bool | None, d.pop("pixelFlags_suspectCenter", MISSING))

        pixel_flags_streak = cast(bool | None, d.pop("pixelFlags_streak", MISSING))

        pixel_flags_streak_center = cast(bool | None, d.pop("pixelFlags_streakCenter", MISSING))

        pixel_flags_injected = cast(bool | None, d.pop("pixelFlags_injected", MISSING))

        pixel_flags_injected_center = cast(bool | None, d.pop("pixelFlags_injectedCenter", MISSING))

        pixel_flags_injected_template = cast(
            bool | None, d.pop("pixelFlags_injected_template", MISSING)
        )

        pixel_flags_injected_template_center = cast(
            bool | None, d.pop("pixelFlags_injected_templateCenter", MISSING)
        )

        glint_trail = cast(bool | None, d.pop("glint_trail", MISSING))

        _band_map: Any = d.pop("band_map", UNSET)
        band_map: BandMap | Unset
        if _band_map is None or isinstance(_band_map, Unset):
            band_map = cast(Any, _band_map)
        else:
            band_map = BandMap.from_dict(_band_map)

        band_name = cast(None | str | Unset, d.pop("band_name", UNSET))

        detection = cls(
            band=band,
            mjd=mjd,
            survey_id=survey_id,
            ra=ra,
            dec=dec,
            oid=oid,
            measurement_id=measurement_id,
            parent_dia_source_id=parent_dia_source_id,
            dia_object_id=dia_object_id,
            psf_flux=psf_flux,
            psf_flux_err=psf_flux_err,
            psf_flux_flag=psf_flux_flag,
            psf_flux_flag_edge=psf_flux_flag_edge,
            psf_flux_flag_no_good_pixels=psf_flux_flag_no_good_pixels,
            science_flux=science_flux,
            science_flux_err=science_flux_err,
            has_stamp=has_stamp,
            visit=visit,
            detector=detector,
            ss_object_id=ss_object_id,
            ra_err=ra_err,
            dec_err=dec_err,
            ra_dec_cov=ra_dec_cov,
            x=x,
            x_err=x_err,
            y=y,
            y_err=y_err,
            centroid_flag=centroid_flag,
            ap_flux=ap_flux,
            ap_flux_err=ap_flux_err,
            ap_flux_flag=ap_flux_flag,
            ap_flux_flag_aperture_truncated=ap_flux_flag_aperture_truncated,
            is_negative=is_negative,
            snr=snr,
            psf_ln_l=psf_ln_l,
            psf_chi_2=psf_chi_2,
            psf_ndata=psf_ndata,
            trail_flux=trail_flux,
            trail_flux_err=trail_flux_err,
            trail_ra=trail_ra,
            trail_ra_err=trail_ra_err,
            trail_dec=trail_dec,
            trail_dec_err=trail_dec_err,
            trail_length=trail_length,
            trail_length_err=trail_length_err,
            trail_angle=trail_angle,
            trail_angle_err=trail_angle_err,
            trail_chi_2=trail_chi_2,
            trail_ndata=trail_ndata,
            trail_flag_edge=trail_flag_edge,
            dipole_mean_flux=dipole_mean_flux,
            dipole_mean_flux_err=dipole_mean_flux_err,
            dipole_flux_diff=dipole_flux_diff,
            dipole_flux_diff_err=dipole_flux_diff_err,
            dipole_length=dipole_length,
            dipole_angle=dipole_angle,
            dipole_chi_2=dipole_chi_2,
            dipole_ndata=dipole_ndata,
            forced_psf_flux_flag=forced_psf_flux_flag,
            forced_psf_flux_flag_edge=forced_psf_flux_flag_edge,
            forced_psf_flux_flag_no_good_pixels=forced_psf_flux_flag_no_good_pixels,
            template_flux=template_flux,
            template_flux_err=template_flux_err,
            ixx=ixx,
            iyy=iyy,
            ixy=ixy,
            ixx_psf=ixx_psf,
            iyy_psf=iyy_psf,
            ixy_psf=ixy_psf,
            shape_flag=shape_flag,
            shape_flag_no_pixels=shape_flag_no_pixels,
            shape_flag_not_contained=shape_flag_not_contained,
            shape_flag_parent_source=shape_flag_parent_source,
            extendedness=extendedness,
            reliability=reliability,
            is_dipole=is_dipole,
            dipole_fit_attempted=dipole_fit_attempted,
            time_processed_mjd_tai=time_processed_mjd_tai,
            time_withdrawn_mjd_tai=time_withdrawn_mjd_tai,
            bbox_size=bbox_size,
            pixel_flags=pixel_flags,
            pixel_flags_bad=pixel_flags_bad,
            pixel_flags_cr=pixel_flags_cr,
            pixel_flags_cr_center=pixel_flags_cr_center,
            pixel_flags_edge=pixel_flags_edge,
            pixel_flags_nodata=pixel_flags_nodata,
            pixel_flags_nodata_center=pixel_flags_nodata_center,
            pixel_flags_interpolated=pixel_flags_interpolated,
            pixel_flags_interpolated_center=pixel_flags_interpolated_center,
            pixel_flags_offimage=pixel_flags_offimage,
            pixel_flags_saturated=pixel_flags_saturated,
            pixel_flags_saturated_center=pixel_flags_saturated_center,
            pixel_flags_suspect=pixel_flags_suspect,
            pixel_flags_suspect_center=pixel_flags_suspect_center,
            pixel_flags_streak=pixel_flags_streak,
            pixel_flags_streak_center=pixel_flags_streak_center,
            pixel_flags_injected=pixel_flags_injected,
            pixel_flags_injected_center=pixel_flags_injected_center,
            pixel_flags_injected_template=pixel_flags_injected_template,
            pixel_flags_injected_template_center=pixel_flags_injected_template_center,
            glint_trail=glint_trail,
            band_map=band_map,
            band_name=band_name,
        )

        detection.additional_properties = d
        return detection

    @property
    def additional_keys(self) -> list[str]:
        """The names of fields that the contract does not describe."""
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
