from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_dict

T = TypeVar("T", bound="Magstats")


@_attrs_define
class Magstats:
    """Statistics of an object in each band. The magstats route rounds them to 3 decimals."""

    validity_start_mjd_tai: float | None | Unset = UNSET
    """ MJD (TAI) from which the record holds. """
    ra: float | None | Unset = UNSET
    """ Right ascension. """
    ra_err: float | None | Unset = UNSET
    """ Error of ra. """
    dec: float | None | Unset = UNSET
    """ Declination. """
    dec_err: float | None | Unset = UNSET
    """ Error of dec. """
    ra_dec_cov: float | None | Unset = UNSET
    """ Covariance of ra and dec. """
    u_psf_flux_mean: float | None | Unset = UNSET
    """ Weighted mean of the difference fluxes in u. """
    u_psf_flux_mean_err: float | None | Unset = UNSET
    """ Standard error of u_psfFluxMean. """
    u_psf_flux_sigma: float | None | Unset = UNSET
    """ Standard deviation of the difference fluxes in u. """
    u_psf_flux_ndata: int | None | Unset = UNSET
    """ Number of difference fluxes in u. """
    u_fp_flux_mean: float | None | Unset = UNSET
    """ Weighted mean of the forced fluxes in u. """
    u_fp_flux_mean_err: float | None | Unset = UNSET
    """ Standard error of u_fpFluxMean. """
    g_psf_flux_mean: float | None | Unset = UNSET
    """ Weighted mean of the difference fluxes in g. """
    g_psf_flux_mean_err: float | None | Unset = UNSET
    """ Standard error of g_psfFluxMean. """
    g_psf_flux_sigma: float | None | Unset = UNSET
    """ Standard deviation of the difference fluxes in g. """
    g_psf_flux_ndata: int | None | Unset = UNSET
    """ Number of difference fluxes in g. """
    g_fp_flux_mean: float | None | Unset = UNSET
    """ Weighted mean of the forced fluxes in g. """
    g_fp_flux_mean_err: float | None | Unset = UNSET
    """ Standard error of g_fpFluxMean. """
    r_psf_flux_mean: float | None | Unset = UNSET
    """ Weighted mean of the difference fluxes in r. """
    r_psf_flux_mean_err: float | None | Unset = UNSET
    """ Standard error of r_psfFluxMean. """
    r_psf_flux_sigma: float | None | Unset = UNSET
    """ Standard deviation of the difference fluxes in r. """
    r_psf_flux_ndata: int | None | Unset = UNSET
    """ Number of difference fluxes in r. """
    r_fp_flux_mean: float | None | Unset = UNSET
    """ Weighted mean of the forced fluxes in r. """
    r_fp_flux_mean_err: float | None | Unset = UNSET
    """ Standard error of r_fpFluxMean. """
    i_psf_flux_mean: float | None | Unset = UNSET
    """ Weighted mean of the difference fluxes in i. """
    i_psf_flux_mean_err: float | None | Unset = UNSET
    """ Standard error of i_psfFluxMean. """
    i_psf_flux_sigma: float | None | Unset = UNSET
    """ Standard deviation of the difference fluxes in i. """
    i_psf_flux_ndata: int | None | Unset = UNSET
    """ Number of difference fluxes in i. """
    i_fp_flux_mean: float | None | Unset = UNSET
    """ Weighted mean of the forced fluxes in i. """
    i_fp_flux_mean_err: float | None | Unset = UNSET
    """ Standard error of i_fpFluxMean. """
    z_psf_flux_mean: float | None | Unset = UNSET
    """ Weighted mean of the difference fluxes in z. """
    z_psf_flux_mean_err: float | None | Unset = UNSET
    """ Standard error of z_psfFluxMean. """
    z_psf_flux_sigma: float | None | Unset = UNSET
    """ Standard deviation of the difference fluxes in z. """
    z_psf_flux_ndata: int | None | Unset = UNSET
    """ Number of difference fluxes in z. """
    z_fp_flux_mean: float | None | Unset = UNSET
    """ Weighted mean of the forced fluxes in z. """
    z_fp_flux_mean_err: float | None | Unset = UNSET
    """ Standard error of z_fpFluxMean. """
    y_psf_flux_mean: float | None | Unset = UNSET
    """ Weighted mean of the difference fluxes in y. """
    y_psf_flux_mean_err: float | None | Unset = UNSET
    """ Standard error of y_psfFluxMean. """
    y_psf_flux_sigma: float | None | Unset = UNSET
    """ Standard deviation of the difference fluxes in y. """
    y_psf_flux_ndata: int | None | Unset = UNSET
    """ Number of difference fluxes in y. """
    y_fp_flux_mean: float | None | Unset = UNSET
    """ Weighted mean of the forced fluxes in y. """
    y_fp_flux_mean_err: float | None | Unset = UNSET
    """ Standard error of y_fpFluxMean. """
    u_science_flux_mean: float | None | Unset = UNSET
    """ Weighted mean of the fluxes on the visit images in u. """
    u_science_flux_mean_err: float | None | Unset = UNSET
    """ Standard error of u_scienceFluxMean. """
    g_science_flux_mean: float | None | Unset = UNSET
    """ Weighted mean of the fluxes on the visit images in g. """
    g_science_flux_mean_err: float | None | Unset = UNSET
    """ Standard error of g_scienceFluxMean. """
    r_science_flux_mean: float | None | Unset = UNSET
    """ Weighted mean of the fluxes on the visit images in r. """
    r_science_flux_mean_err: float | None | Unset = UNSET
    """ Standard error of r_scienceFluxMean. """
    i_science_flux_mean: float | None | Unset = UNSET
    """ Weighted mean of the fluxes on the visit images in i. """
    i_science_flux_mean_err: float | None | Unset = UNSET
    """ Standard error of i_scienceFluxMean. """
    z_science_flux_mean: float | None | Unset = UNSET
    """ Weighted mean of the fluxes on the visit images in z. """
    z_science_flux_mean_err: float | None | Unset = UNSET
    """ Standard error of z_scienceFluxMean. """
    y_science_flux_mean: float | None | Unset = UNSET
    """ Weighted mean of the fluxes on the visit images in y. """
    y_science_flux_mean_err: float | None | Unset = UNSET
    """ Standard error of y_scienceFluxMean. """
    u_psf_flux_min: float | None | Unset = UNSET
    """ Least difference flux in u. """
    u_psf_flux_max: float | None | Unset = UNSET
    """ Greatest difference flux in u. """
    u_psf_flux_max_slope: float | None | Unset = UNSET
    """ Steepest slope between difference fluxes in u. """
    u_psf_flux_err_mean: float | None | Unset = UNSET
    """ Mean error of the difference fluxes in u. """
    g_psf_flux_min: float | None | Unset = UNSET
    """ Least difference flux in g. """
    g_psf_flux_max: float | None | Unset = UNSET
    """ Greatest difference flux in g. """
    g_psf_flux_max_slope: float | None | Unset = UNSET
    """ Steepest slope between difference fluxes in g. """
    g_psf_flux_err_mean: float | None | Unset = UNSET
    """ Mean error of the difference fluxes in g. """
    r_psf_flux_min: float | None | Unset = UNSET
    """ Least difference flux in r. """
    r_psf_flux_max: float | None | Unset = UNSET
    """ Greatest difference flux in r. """
    r_psf_flux_max_slope: float | None | Unset = UNSET
    """ Steepest slope between difference fluxes in r. """
    r_psf_flux_err_mean: float | None | Unset = UNSET
    """ Mean error of the difference fluxes in r. """
    i_psf_flux_min: float | None | Unset = UNSET
    """ Least difference flux in i. """
    i_psf_flux_max: float | None | Unset = UNSET
    """ Greatest difference flux in i. """
    i_psf_flux_max_slope: float | None | Unset = UNSET
    """ Steepest slope between difference fluxes in i. """
    i_psf_flux_err_mean: float | None | Unset = UNSET
    """ Mean error of the difference fluxes in i. """
    z_psf_flux_min: float | None | Unset = UNSET
    """ Least difference flux in z. """
    z_psf_flux_max: float | None | Unset = UNSET
    """ Greatest difference flux in z. """
    z_psf_flux_max_slope: float | None | Unset = UNSET
    """ Steepest slope between difference fluxes in z. """
    z_psf_flux_err_mean: float | None | Unset = UNSET
    """ Mean error of the difference fluxes in z. """
    y_psf_flux_min: float | None | Unset = UNSET
    """ Least difference flux in y. """
    y_psf_flux_max: float | None | Unset = UNSET
    """ Greatest difference flux in y. """
    y_psf_flux_max_slope: float | None | Unset = UNSET
    """ Steepest slope between difference fluxes in y. """
    y_psf_flux_err_mean: float | None | Unset = UNSET
    """ Mean error of the difference fluxes in y. """
    first_dia_source_mjd_tai: float | None | Unset = UNSET
    """ MJD (TAI) of the first difference source. """
    last_dia_source_mjd_tai: float | None | Unset = UNSET
    """ MJD (TAI) of the last difference source. """
    n_dia_sources: int | None | Unset = UNSET
    """ Number of difference sources. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "validityStartMjdTai": as_dict(self.validity_start_mjd_tai),
            "ra": as_dict(self.ra),
            "raErr": as_dict(self.ra_err),
            "dec": as_dict(self.dec),
            "decErr": as_dict(self.dec_err),
            "ra_dec_Cov": as_dict(self.ra_dec_cov),
            "u_psfFluxMean": as_dict(self.u_psf_flux_mean),
            "u_psfFluxMeanErr": as_dict(self.u_psf_flux_mean_err),
            "u_psfFluxSigma": as_dict(self.u_psf_flux_sigma),
            "u_psfFluxNdata": as_dict(self.u_psf_flux_ndata),
            "u_fpFluxMean": as_dict(self.u_fp_flux_mean),
            "u_fpFluxMeanErr": as_dict(self.u_fp_flux_mean_err),
            "g_psfFluxMean": as_dict(self.g_psf_flux_mean),
            "g_psfFluxMeanErr": as_dict(self.g_psf_flux_mean_err),
            "g_psfFluxSigma": as_dict(self.g_psf_flux_sigma),
            "g_psfFluxNdata": as_dict(self.g_psf_flux_ndata),
            "g_fpFluxMean": as_dict(self.g_fp_flux_mean),
            "g_fpFluxMeanErr": as_dict(self.g_fp_flux_mean_err),
            "r_psfFluxMean": as_dict(self.r_psf_flux_mean),
            "r_psfFluxMeanErr": as_dict(self.r_psf_flux_mean_err),
            "r_psfFluxSigma": as_dict(self.r_psf_flux_sigma),
            "r_psfFluxNdata": as_dict(self.r_psf_flux_ndata),
            "r_fpFluxMean": as_dict(self.r_fp_flux_mean),
            "r_fpFluxMeanErr": as_dict(self.r_fp_flux_mean_err),
            "i_psfFluxMean": as_dict(self.i_psf_flux_mean),
            "i_psfFluxMeanErr": as_dict(self.i_psf_flux_mean_err),
            "i_psfFluxSigma": as_dict(self.i_psf_flux_sigma),
            "i_psfFluxNdata": as_dict(self.i_psf_flux_ndata),
            "i_fpFluxMean": as_dict(self.i_fp_flux_mean),
            "i_fpFluxMeanErr": as_dict(self.i_fp_flux_mean_err),
            "z_psfFluxMean": as_dict(self.z_psf_flux_mean),
            "z_psfFluxMeanErr": as_dict(self.z_psf_flux_mean_err),
            "z_psfFluxSigma": as_dict(self.z_psf_flux_sigma),
            "z_psfFluxNdata": as_dict(self.z_psf_flux_ndata),
            "z_fpFluxMean": as_dict(self.z_fp_flux_mean),
            "z_fpFluxMeanErr": as_dict(self.z_fp_flux_mean_err),
            "y_psfFluxMean": as_dict(self.y_psf_flux_mean),
            "y_psfFluxMeanErr": as_dict(self.y_psf_flux_mean_err),
            "y_psfFluxSigma": as_dict(self.y_psf_flux_sigma),
            "y_psfFluxNdata": as_dict(self.y_psf_flux_ndata),
            "y_fpFluxMean": as_dict(self.y_fp_flux_mean),
            "y_fpFluxMeanErr": as_dict(self.y_fp_flux_mean_err),
            "u_scienceFluxMean": as_dict(self.u_science_flux_mean),
            "u_scienceFluxMeanErr": as_dict(self.u_science_flux_mean_err),
            "g_scienceFluxMean": as_dict(self.g_science_flux_mean),
            "g_scienceFluxMeanErr": as_dict(self.g_science_flux_mean_err),
            "r_scienceFluxMean": as_dict(self.r_science_flux_mean),
            "r_scienceFluxMeanErr": as_dict(self.r_science_flux_mean_err),
            "i_scienceFluxMean": as_dict(self.i_science_flux_mean),
            "i_scienceFluxMeanErr": as_dict(self.i_science_flux_mean_err),
            "z_scienceFluxMean": as_dict(self.z_science_flux_mean),
            "z_scienceFluxMeanErr": as_dict(self.z_science_flux_mean_err),
            "y_scienceFluxMean": as_dict(self.y_science_flux_mean),
            "y_scienceFluxMeanErr": as_dict(self.y_science_flux_mean_err),
            "u_psfFluxMin": as_dict(self.u_psf_flux_min),
            "u_psfFluxMax": as_dict(self.u_psf_flux_max),
            "u_psfFluxMaxSlope": as_dict(self.u_psf_flux_max_slope),
            "u_psfFluxErrMean": as_dict(self.u_psf_flux_err_mean),
            "g_psfFluxMin": as_dict(self.g_psf_flux_min),
            "g_psfFluxMax": as_dict(self.g_psf_flux_max),
            "g_psfFluxMaxSlope": as_dict(self.g_psf_flux_max_slope),
            "g_psfFluxErrMean": as_dict(self.g_psf_flux_err_mean),
            "r_psfFluxMin": as_dict(self.r_psf_flux_min),
            "r_psfFluxMax": as_dict(self.r_psf_flux_max),
            "r_psfFluxMaxSlope": as_dict(self.r_psf_flux_max_slope),
            "r_psfFluxErrMean": as_dict(self.r_psf_flux_err_mean),
            "i_psfFluxMin": as_dict(self.i_psf_flux_min),
            "i_psfFluxMax": as_dict(self.i_psf_flux_max),
            "i_psfFluxMaxSlope": as_dict(self.i_psf_flux_max_slope),
            "i_psfFluxErrMean": as_dict(self.i_psf_flux_err_mean),
            "z_psfFluxMin": as_dict(self.z_psf_flux_min),
            "z_psfFluxMax": as_dict(self.z_psf_flux_max),
            "z_psfFluxMaxSlope": as_dict(self.z_psf_flux_max_slope),
            "z_psfFluxErrMean": as_dict(self.z_psf_flux_err_mean),
            "y_psfFluxMin": as_dict(self.y_psf_flux_min),
            "y_psfFluxMax": as_dict(self.y_psf_flux_max),
            "y_psfFluxMaxSlope": as_dict(self.y_psf_flux_max_slope),
            "y_psfFluxErrMean": as_dict(self.y_psf_flux_err_mean),
            "firstDiaSourceMjdTai": as_dict(self.first_dia_source_mjd_tai),
            "lastDiaSourceMjdTai": as_dict(self.last_dia_source_mjd_tai),
            "nDiaSources": as_dict(self.n_dia_sources),
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        d = dict(src_dict)
        validity_start_mjd_tai = cast(float | None | Unset, d.pop("validityStartMjdTai", UNSET))

        ra = cast(float | None | Unset, d.pop("ra", UNSET))

        ra_err = cast(float | None | Unset, d.pop("raErr", UNSET))

        dec = cast(float | None | Unset, d.pop("dec", UNSET))

        dec_err = cast(float | None | Unset, d.pop("decErr", UNSET))

        ra_dec_cov = cast(float | None | Unset, d.pop("ra_dec_Cov", UNSET))

        u_psf_flux_mean = cast(float | None | Unset, d.pop("u_psfFluxMean", UNSET))

        u_psf_flux_mean_err = cast(float | None | Unset, d.pop("u_psfFluxMeanErr", UNSET))

        u_psf_flux_sigma = cast(float | None | Unset, d.pop("u_psfFluxSigma", UNSET))

        u_psf_flux_ndata = cast(int | None | Unset, d.pop("u_psfFluxNdata", UNSET))

        u_fp_flux_mean = cast(float | None | Unset, d.pop("u_fpFluxMean", UNSET))

        u_fp_flux_mean_err = cast(float | None | Unset, d.pop("u_fpFluxMeanErr", UNSET))

        g_psf_flux_mean = cast(float | None | Unset, d.pop("g_psfFluxMean", UNSET))

        g_psf_flux_mean_err = cast(float | None | Unset, d.pop("g_psfFluxMeanErr", UNSET))

        g_psf_flux_sigma = cast(float | None | Unset, d.pop("g_psfFluxSigma", UNSET))

        g_psf_flux_ndata = cast(int | None | Unset, d.pop("g_psfFluxNdata", UNSET))

        g_fp_flux_mean = cast(float | None | Unset, d.pop("g_fpFluxMean", UNSET))

        g_fp_flux_mean_err = cast(float | None | Unset, d.pop("g_fpFluxMeanErr", UNSET))

        r_psf_flux_mean = cast(float | None | Unset, d.pop("r_psfFluxMean", UNSET))

        r_psf_flux_mean_err = cast(float | None | Unset, d.pop("r_psfFluxMeanErr", UNSET))

        r_psf_flux_sigma = cast(float | None | Unset, d.pop("r_psfFluxSigma", UNSET))

        r_psf_flux_ndata = cast(int | None | Unset, d.pop("r_psfFluxNdata", UNSET))

        r_fp_flux_mean = cast(float | None | Unset, d.pop("r_fpFluxMean", UNSET))

        r_fp_flux_mean_err = cast(float | None | Unset, d.pop("r_fpFluxMeanErr", UNSET))

        i_psf_flux_mean = cast(float | None | Unset, d.pop("i_psfFluxMean", UNSET))

        i_psf_flux_mean_err = cast(float | None | Unset, d.pop("i_psfFluxMeanErr", UNSET))

        i_psf_flux_sigma = cast(float | None | Unset, d.pop("i_psfFluxSigma", UNSET))

        i_psf_flux_ndata = cast(int | None | Unset, d.pop("i_psfFluxNdata", UNSET))

        i_fp_flux_mean = cast(float | None | Unset, d.pop("i_fpFluxMean", UNSET))

        i_fp_flux_mean_err = cast(float | None | Unset, d.pop("i_fpFluxMeanErr", UNSET))

        z_psf_flux_mean = cast(float | None | Unset, d.pop("z_psfFluxMean", UNSET))

        z_psf_flux_mean_err = cast(float | None | Unset, d.pop("z_psfFluxMeanErr", UNSET))

        z_psf_flux_sigma = cast(float | None | Unset, d.pop("z_psfFluxSigma", UNSET))

        z_psf_flux_ndata = cast(int | None | Unset, d.pop("z_psfFluxNdata", UNSET))

        z_fp_flux_mean = cast(float | None | Unset, d.pop("z_fpFluxMean", UNSET))

        z_fp_flux_mean_err = cast(float | None | Unset, d.pop("z_fpFluxMeanErr", UNSET))

        y_psf_flux_mean = cast(float | None | Unset, d.pop("y_psfFluxMean", UNSET))

        y_psf_flux_mean_err = cast(float | None | Unset, d.pop("y_psfFluxMeanErr", UNSET))

        y_psf_flux_sigma = cast(float | None | Unset, d.pop("y_psfFluxSigma", UNSET))

        y_psf_flux_ndata = cast(int | None | Unset, d.pop("y_psfFluxNdata", UNSET))

        y_fp_flux_mean = cast(float | None | Unset, d.pop("y_fpFluxMean", UNSET))

        y_fp_flux_mean_err = cast(float | None | Unset, d.pop("y_fpFluxMeanErr", UNSET))

        u_science_flux_mean = cast(float | None | Unset, d.pop("u_scienceFluxMean", UNSET))

        u_science_flux_mean_err = cast(float | None | Unset, d.pop("u_scienceFluxMeanErr", UNSET))

        g_science_flux_mean = cast(float | None | Unset, d.pop("g_scienceFluxMean", UNSET))

        g_science_flux_mean_err = cast(float | None | Unset, d.pop("g_scienceFluxMeanErr", UNSET))

        r_science_flux_mean = cast(float | None | Unset, d.pop("r_scienceFluxMean", UNSET))

        r_science_flux_mean_err = cast(float | None | Unset, d.pop("r_scienceFluxMeanErr", UNSET))

        i_science_flux_mean = cast(float | None | Unset, d.pop("i_scienceFluxMean", UNSET))

        i_science_flux_mean_err = cast(float | None | Unset, d.pop("i_scienceFluxMeanErr", UNSET))

        z_science_flux_mean = cast(float | None | Unset, d.pop("z_scienceFluxMean", UNSET))

        z_science_flux_mean_err = cast(float | None | Unset, d.pop("z_scienceFluxMeanErr", UNSET))

        y_science_flux_mean = cast(float | None | Unset, d.pop("y_scienceFluxMean", UNSET))

        y_science_flux_mean_err = cast(float | None | Unset, d.pop("y_scienceFluxMeanErr", UNSET))

        u_psf_flux_min = cast(float | None | Unset, d.pop("u_psfFluxMin", UNSET))

        u_psf_flux_max = cast(float | None | Unset, d.pop("u_psfFluxMax", UNSET))

        u_psf_flux_max_slope = cast(float | None | Unset, d.pop("u_psfFluxMaxSlope", UNSET))

        u_psf_flux_err_mean = cast(float | None | Unset, d.pop("u_psfFluxErrMean", UNSET))

        g_psf_flux_min = cast(float | None | Unset, d.pop("g_psfFluxMin", UNSET))

        g_psf_flux_max = cast(float | None | Unset, d.pop("g_psfFluxMax", UNSET))

        g_psf_flux_max_slope = cast(float | None | Unset, d.pop("g_psfFluxMaxSlope", UNSET))

        g_psf_flux_err_mean = cast(float | None | Unset, d.pop("g_psfFluxErrMean", UNSET))

        r_psf_flux_min = cast(float | None | Unset, d.pop("r_psfFluxMin", UNSET))

        r_psf_flux_max = cast(float | None | Unset, d.pop("r_psfFluxMax", UNSET))

        r_psf_flux_max_slope = cast(float | None | Unset, d.pop("r_psfFluxMaxSlope", UNSET))

        r_psf_flux_err_mean = cast(float | None | Unset, d.pop("r_psfFluxErrMean", UNSET))

        i_psf_flux_min = cast(float | None | Unset, d.pop("i_psfFluxMin", UNSET))

        i_psf_flux_max = cast(float | None | Unset, d.pop("i_psfFluxMax", UNSET))

        i_psf_flux_max_slope = cast(float | None | Unset, d.pop("i_psfFluxMaxSlope", UNSET))

        i_psf_flux_err_mean = cast(float | None | Unset, d.pop("i_psfFluxErrMean", UNSET))

        z_psf_flux_min = cast(float | None | Unset, d.pop("z_psfFluxMin", UNSET))

        z_psf_flux_max = cast(float | None | Unset, d.pop("z_psfFluxMax", UNSET))

        z_psf_flux_max_slope = cast(float | None | Unset, d.pop("z_psfFluxMaxSlope", UNSET))

        z_psf_flux_err_mean = cast(float | None | Unset, d.pop("z_psfFluxErrMean", UNSET))

        y_psf_flux_min = cast(float | None | Unset, d.pop("y_psfFluxMin", UNSET))

        y_psf_flux_max = cast(float | None | Unset, d.pop("y_psfFluxMax", UNSET))

        y_psf_flux_max_slope = cast(float | None | Unset, d.pop("y_psfFluxMaxSlope", UNSET))

        y_psf_flux_err_mean = cast(float | None | Unset, d.pop("y_psfFluxErrMean", UNSET))

        first_dia_source_mjd_tai = cast(float | None | Unset, d.pop("firstDiaSourceMjdTai", UNSET))

        last_dia_source_mjd_tai = cast(float | None | Unset, d.pop("lastDiaSourceMjdTai", UNSET))

        n_dia_sources = cast(int | None | Unset, d.pop("nDiaSources", UNSET))

        magstats = cls(
            validity_start_mjd_tai=validity_start_mjd_tai,
            ra=ra,
            ra_err=ra_err,
            dec=dec,
            dec_err=dec_err,
            ra_dec_cov=ra_dec_cov,
            u_psf_flux_mean=u_psf_flux_mean,
            u_psf_flux_mean_err=u_psf_flux_mean_err,
            u_psf_flux_sigma=u_psf_flux_sigma,
            u_psf_flux_ndata=u_psf_flux_ndata,
            u_fp_flux_mean=u_fp_flux_mean,
            u_fp_flux_mean_err=u_fp_flux_mean_err,
            g_psf_flux_mean=g_psf_flux_mean,
            g_psf_flux_mean_err=g_psf_flux_mean_err,
            g_psf_flux_sigma=g_psf_flux_sigma,
            g_psf_flux_ndata=g_psf_flux_ndata,
            g_fp_flux_mean=g_fp_flux_mean,
            g_fp_flux_mean_err=g_fp_flux_mean_err,
            r_psf_flux_mean=r_psf_flux_mean,
            r_psf_flux_mean_err=r_psf_flux_mean_err,
            r_psf_flux_sigma=r_psf_flux_sigma,
            r_psf_flux_ndata=r_psf_flux_ndata,
            r_fp_flux_mean=r_fp_flux_mean,
            r_fp_flux_mean_err=r_fp_flux_mean_err,
            i_psf_flux_mean=i_psf_flux_mean,
            i_psf_flux_mean_err=i_psf_flux_mean_err,
            i_psf_flux_sigma=i_psf_flux_sigma,
            i_psf_flux_ndata=i_psf_flux_ndata,
            i_fp_flux_mean=i_fp_flux_mean,
            i_fp_flux_mean_err=i_fp_flux_mean_err,
            z_psf_flux_mean=z_psf_flux_mean,
            z_psf_flux_mean_err=z_psf_flux_mean_err,
            z_psf_flux_sigma=z_psf_flux_sigma,
            z_psf_flux_ndata=z_psf_flux_ndata,
            z_fp_flux_mean=z_fp_flux_mean,
            z_fp_flux_mean_err=z_fp_flux_mean_err,
            y_psf_flux_mean=y_psf_flux_mean,
            y_psf_flux_mean_err=y_psf_flux_mean_err,
            y_psf_flux_sigma=y_psf_flux_sigma,
            y_psf_flux_ndata=y_psf_flux_ndata,
            y_fp_flux_mean=y_fp_flux_mean,
            y_fp_flux_mean_err=y_fp_flux_mean_err,
            u_science_flux_mean=u_science_flux_mean,
            u_science_flux_mean_err=u_science_flux_mean_err,
            g_science_flux_mean=g_science_flux_mean,
            g_science_flux_mean_err=g_science_flux_mean_err,
            r_science_flux_mean=r_science_flux_mean,
            r_science_flux_mean_err=r_science_flux_mean_err,
            i_science_flux_mean=i_science_flux_mean,
            i_science_flux_mean_err=i_science_flux_mean_err,
            z_science_flux_mean=z_science_flux_mean,
            z_science_flux_mean_err=z_science_flux_mean_err,
            y_science_flux_mean=y_science_flux_mean,
            y_science_flux_mean_err=y_science_flux_mean_err,
            u_psf_flux_min=u_psf_flux_min,
            u_psf_flux_max=u_psf_flux_max,
            u_psf_flux_max_slope=u_psf_flux_max_slope,
            u_psf_flux_err_mean=u_psf_flux_err_mean,
            g_psf_flux_min=g_psf_flux_min,
            g_psf_flux_max=g_psf_flux_max,
            g_psf_flux_max_slope=g_psf_flux_max_slope,
            g_psf_flux_err_mean=g_psf_flux_err_mean,
            r_psf_flux_min=r_psf_flux_min,
            r_psf_flux_max=r_psf_flux_max,
            r_psf_flux_max_slope=r_psf_flux_max_slope,
            r_psf_flux_err_mean=r_psf_flux_err_mean,
            i_psf_flux_min=i_psf_flux_min,
            i_psf_flux_max=i_psf_flux_max,
            i_psf_flux_max_slope=i_psf_flux_max_slope,
            i_psf_flux_err_mean=i_psf_flux_err_mean,
            z_psf_flux_min=z_psf_flux_min,
            z_psf_flux_max=z_psf_flux_max,
            z_psf_flux_max_slope=z_psf_flux_max_slope,
            z_psf_flux_err_mean=z_psf_flux_err_mean,
            y_psf_flux_min=y_psf_flux_min,
            y_psf_flux_max=y_psf_flux_max,
            y_psf_flux_max_slope=y_psf_flux_max_slope,
            y_psf_flux_err_mean=y_psf_flux_err_mean,
            first_dia_source_mjd_tai=first_dia_source_mjd_tai,
            last_dia_source_mjd_tai=last_dia_source_mjd_tai,
            n_dia_sources=n_dia_sources,
        )

        magstats.additional_properties = d
        return magstats

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
