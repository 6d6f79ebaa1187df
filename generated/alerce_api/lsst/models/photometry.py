from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET, Unset, as_dict

T = TypeVar("T", bound="Photometry")


@_attrs_define
class Photometry:
    """One epoch of a light curve with detections and forced photometry in one table, as the client makes it of `Detection`
    and `ForcedPhotometry`.

    """

    mjd: float | None
    """ MJD (TAI) of the observation. """
    detected: bool
    """ Whether it is a detection, not a forced measurement. """
    measurement_id: int
    """ Identifier of the measurement, 18 digits. """
    band: None | str | Unset = UNSET
    """ Letter of the filter. """
    flux_diff: float | None | Unset = UNSET
    """ Flux of the difference, negative where it is fainter. """
    flux_diff_err: float | None | Unset = UNSET
    """ Error of flux_diff at 1 sigma. """
    flux: float | None | Unset = UNSET
    """ Flux on the visit image. """
    flux_err: float | None | Unset = UNSET
    """ Error of flux at 1 sigma. """
    mag_diff: float | None | Unset = UNSET
    """ AB magnitude of the difference; null if flux_diff is not above 0. """
    mag_diff_err: float | None | Unset = UNSET
    """ Error of mag_diff, to first order. """
    mag: float | None | Unset = UNSET
    """ AB magnitude on the visit image; null if flux is not above 0. """
    mag_err: float | None | Unset = UNSET
    """ Error of mag, to first order. """
    has_stamp: bool | None | Unset = UNSET
    """ Whether the alert has stamps. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "mjd": as_dict(self.mjd),
            "detected": self.detected,
            "measurement_id": self.measurement_id,
            "band": as_dict(self.band),
            "flux_diff": as_dict(self.flux_diff),
            "flux_diff_err": as_dict(self.flux_diff_err),
            "flux": as_dict(self.flux),
            "flux_err": as_dict(self.flux_err),
            "mag_diff": as_dict(self.mag_diff),
            "mag_diff_err": as_dict(self.mag_diff_err),
            "mag": as_dict(self.mag),
            "mag_err": as_dict(self.mag_err),
            "has_stamp": as_dict(self.has_stamp),
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        d = dict(src_dict)
        mjd = cast(float | None, d.pop("mjd", MISSING))

        detected = d.pop("detected", MISSING)

        measurement_id = d.pop("measurement_id", MISSING)

        band = cast(None | str | Unset, d.pop("band", UNSET))

        flux_diff = cast(float | None | Unset, d.pop("flux_diff", UNSET))

        flux_diff_err = cast(float | None | Unset, d.pop("flux_diff_err", UNSET))

        flux = cast(float | None | Unset, d.pop("flux", UNSET))

        flux_err = cast(float | None | Unset, d.pop("flux_err", UNSET))

        mag_diff = cast(float | None | Unset, d.pop("mag_diff", UNSET))

        mag_diff_err = cast(float | None | Unset, d.pop("mag_diff_err", UNSET))

        mag = cast(float | None | Unset, d.pop("mag", UNSET))

        mag_err = cast(float | None | Unset, d.pop("mag_err", UNSET))

        has_stamp = cast(bool | None | Unset, d.pop("has_stamp", UNSET))

        photometry = cls(
            mjd=mjd,
            detected=detected,
            measurement_id=measurement_id,
            band=band,
            flux_diff=flux_diff,
            flux_diff_err=flux_diff_err,
            flux=flux,
            flux_err=flux_err,
            mag_diff=mag_diff,
            mag_diff_err=mag_diff_err,
            mag=mag,
            mag_err=mag_err,
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
