from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET, Unset, as_dict

T = TypeVar("T", bound="Photometry")


@_attrs_define
class Photometry:
    """One epoch of a light curve with detections and upper limits in one table, as the client makes it of `Detection` and
    `NonDetection`. Fluxes are AB; the sentinel 100 is null.

    """

    mjd: float
    """ MJD (UTC) of the observation. """
    fid: int
    """ Filter, 1 g, 2 r, 3 i. """
    band: str
    """ Letter of the filter. """
    detected: bool
    """ Whether it is a detection, not an upper limit. """
    sentinel: bool
    """ Whether 100 stood for a corrected value that cannot be had. """
    candid: None | str | Unset = UNSET
    """ Identifier of the alert. """
    magpsf: float | None | Unset = UNSET
    """ Magnitude of the difference from PSF-fit photometry. """
    sigmapsf: float | None | Unset = UNSET
    """ Error of magpsf at 1 sigma. """
    isdiffpos: int | None | Unset = UNSET
    """ Sign of the difference, 1 brighter than reference, -1 fainter. """
    diffmaglim: float | None | Unset = UNSET
    """ 5-sigma limiting magnitude of the difference image (PSF fit). """
    magpsf_corr: float | None | Unset = UNSET
    """ Apparent magnitude, the reference source added. """
    sigmapsf_corr: float | None | Unset = UNSET
    """ Error of magpsf_corr, if no extended source contributes. """
    sigmapsf_corr_ext: float | None | Unset = UNSET
    """ Error of magpsf_corr, if an extended source contributes. """
    flux_diff: float | None | Unset = UNSET
    """ Flux of the difference, negative where it is fainter. """
    flux_diff_err: float | None | Unset = UNSET
    """ Error of flux_diff at 1 sigma. """
    flux_limit: float | None | Unset = UNSET
    """ 5-sigma limiting flux of the difference image. """
    flux: float | None | Unset = UNSET
    """ Apparent flux, the reference source added. """
    flux_err: float | None | Unset = UNSET
    """ Error of flux, if no extended source contributes. """
    flux_err_ext: float | None | Unset = UNSET
    """ Error of flux, if an extended source contributes. """
    corrected: bool | None | Unset = UNSET
    """ Whether the photometry was corrected. """
    dubious: bool | None | Unset = UNSET
    """ Whether the corrected photometry is doubtful. """
    has_stamp: bool | None | Unset = UNSET
    """ Whether the alert has stamps and a packet of its own. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "mjd": self.mjd,
            "fid": self.fid,
            "band": self.band,
            "detected": self.detected,
            "sentinel": self.sentinel,
            "candid": as_dict(self.candid),
            "magpsf": as_dict(self.magpsf),
            "sigmapsf": as_dict(self.sigmapsf),
            "isdiffpos": as_dict(self.isdiffpos),
            "diffmaglim": as_dict(self.diffmaglim),
            "magpsf_corr": as_dict(self.magpsf_corr),
            "sigmapsf_corr": as_dict(self.sigmapsf_corr),
            "sigmapsf_corr_ext": as_dict(self.sigmapsf_corr_ext),
            "flux_diff": as_dict(self.flux_diff),
            "flux_diff_err": as_dict(self.flux_diff_err),
            "flux_limit": as_dict(self.flux_limit),
            "flux": as_dict(self.flux),
            "flux_err": as_dict(self.flux_err),
            "flux_err_ext": as_dict(self.flux_err_ext),
            "corrected": as_dict(self.corrected),
            "dubious": as_dict(self.dubious),
            "has_stamp": as_dict(self.has_stamp),
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        d = dict(src_dict)
        mjd = d.pop("mjd", MISSING)

        fid = d.pop("fid", MISSING)

        band = d.pop("band", MISSING)

        detected = d.pop("detected", MISSING)

        sentinel = d.pop("sentinel", MISSING)

        candid = cast(None | str | Unset, d.pop("candid", UNSET))

        magpsf = cast(float | None | Unset, d.pop("magpsf", UNSET))

        sigmapsf = cast(float | None | Unset, d.pop("sigmapsf", UNSET))

        isdiffpos = cast(int | None | Unset, d.pop("isdiffpos", UNSET))

        diffmaglim = cast(float | None | Unset, d.pop("diffmaglim", UNSET))

        magpsf_corr = cast(float | None | Unset, d.pop("magpsf_corr", UNSET))

        sigmapsf_corr = cast(float | None | Unset, d.pop("sigmapsf_corr", UNSET))

        sigmapsf_corr_ext = cast(float | None | Unset, d.pop("sigmapsf_corr_ext", UNSET))

        flux_diff = cast(float | None | Unset, d.pop("flux_diff", UNSET))

        flux_diff_err = cast(float | None | Unset, d.pop("flux_diff_err", UNSET))

        flux_limit = cast(float | None | Unset, d.pop("flux_limit", UNSET))

        flux = cast(float | None | Unset, d.pop("flux", UNSET))

        flux_err = cast(float | None | Unset, d.pop("flux_err", UNSET))

        flux_err_ext = cast(float | None | Unset, d.pop("flux_err_ext", UNSET))

        corrected = cast(bool | None | Unset, d.pop("corrected", UNSET))

        dubious = cast(bool | None | Unset, d.pop("dubious", UNSET))

        has_stamp = cast(bool | None | Unset, d.pop("has_stamp", UNSET))

        photometry = cls(
            mjd=mjd,
            fid=fid,
            band=band,
            detected=detected,
            sentinel=sentinel,
            candid=candid,
            magpsf=magpsf,
            sigmapsf=sigmapsf,
            isdiffpos=isdiffpos,
            diffmaglim=diffmaglim,
            magpsf_corr=magpsf_corr,
            sigmapsf_corr=sigmapsf_corr,
            sigmapsf_corr_ext=sigmapsf_corr_ext,
            flux_diff=flux_diff,
            flux_diff_err=flux_diff_err,
            flux_limit=flux_limit,
            flux=flux,
            flux_err=flux_err,
            flux_err_ext=flux_err_ext,
            corrected=corrected,
            dubious=dubious,
            has_stamp=has_stamp,
        )

        photometry.additional_properties = d
        return photometry

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
