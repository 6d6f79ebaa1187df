from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET, Unset, as_dict

if TYPE_CHECKING:
    from ..models.band_map import BandMap


T = TypeVar("T", bound="ForcedPhotometry")


@_attrs_define
class ForcedPhotometry:
    """One measurement at an object's position, whether or not it was detected."""

    band_map: BandMap
    """ Letter of each filter by its number, the number being a string. """
    band: int
    """ Filter, 1 g, 2 r, 3 i, 4 z, 5 y, 6 u; 0 where it is not known. """
    mjd: float
    """ MJD (TAI) of the observation; 0 where it is not known. """
    survey_id: str
    """ Survey of the row. """
    oid: int
    """ Identifier of the object, 18 digits. """
    measurement_id: int
    """ Identifier of the measurement, 18 digits. """
    ra: float
    """ Right ascension. """
    dec: float
    """ Declination. """
    visit: int
    """ Identifier of the visit. """
    detector: int
    """ Number of the detector. """
    psf_flux: float
    """ Forced flux of the difference; 0 where it is not known. """
    psf_flux_err: float
    """ Error of psfFlux; 0 where it is not known. """
    science_flux: float
    """ Forced flux on the visit image; 0 where it is not known. """
    science_flux_err: float
    """ Error of scienceFlux; 0 where it is not known. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "band_map": as_dict(self.band_map),
            "band": self.band,
            "mjd": self.mjd,
            "survey_id": self.survey_id,
            "oid": self.oid,
            "measurement_id": self.measurement_id,
            "ra": self.ra,
            "dec": self.dec,
            "visit": self.visit,
            "detector": self.detector,
            "psfFlux": self.psf_flux,
            "psfFluxErr": self.psf_flux_err,
            "scienceFlux": self.science_flux,
            "scienceFluxErr": self.science_flux_err,
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        from ..models.band_map import BandMap  # noqa: PLC0415

        d = dict(src_dict)
        _band_map: Any = d.pop("band_map", MISSING)
        band_map: BandMap
        if _band_map is None or isinstance(_band_map, Unset):
            band_map = cast(Any, _band_map)
        else:
            band_map = BandMap.from_dict(_band_map)

        band = d.pop("band", MISSING)

        mjd = d.pop("mjd", MISSING)

        survey_id = d.pop("survey_id", MISSING)

        oid = d.pop("oid", MISSING)

        measurement_id = d.pop("measurement_id", MISSING)

        ra = d.pop("ra", MISSING)

        dec = d.pop("dec", MISSING)

        visit = d.pop("visit", MISSING)

        detector = d.pop("detector", MISSING)

        psf_flux = d.pop("psfFlux", MISSING)

        psf_flux_err = d.pop("psfFluxErr", MISSING)

        science_flux = d.pop("scienceFlux", MISSING)

        science_flux_err = d.pop("scienceFluxErr", MISSING)

        forced_photometry = cls(
            band_map=band_map,
            band=band,
            mjd=mjd,
            survey_id=survey_id,
            oid=oid,
            measurement_id=measurement_id,
            ra=ra,
            dec=dec,
            visit=visit,
            detector=detector,
            psf_flux=psf_flux,
            psf_flux_err=psf_flux_err,
            science_flux=science_flux,
            science_flux_err=science_flux_err,
        )

        forced_photometry.additional_properties = d
        return forced_photometry

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
