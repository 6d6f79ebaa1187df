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

    band: int | None
    """ Filter, 1 g, 2 r, 3 i, 4 z, 5 y, 6 u; sent as 0 if not known. """
    mjd: float | None
    """ MJD (TAI) of the observation; sent as 0 if not known. """
    survey_id: str
    """ Survey of the row. """
    oid: int
    """ Identifier of the object, 18 digits. """
    measurement_id: int
    """ Identifier of the measurement, 18 digits. """
    ra: float | None
    """ Right ascension; sent as 0, like dec, if not known. """
    dec: float | None
    """ Declination; sent as 0, like ra, if not known. """
    visit: int
    """ Identifier of the visit. """
    detector: int
    """ Number of the detector. """
    psf_flux: float | None
    """ Forced difference flux; sent as 0, with its error, if null. """
    psf_flux_err: float | None
    """ Error of psfFlux; sent as 0 if not known. """
    science_flux: float | None
    """ Flux on the visit image; sent as 0, with its error, if null. """
    science_flux_err: float | None
    """ Error of scienceFlux; sent as 0 if not known. """
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
            "oid": self.oid,
            "measurement_id": self.measurement_id,
            "ra": as_dict(self.ra),
            "dec": as_dict(self.dec),
            "visit": self.visit,
            "detector": self.detector,
            "psfFlux": as_dict(self.psf_flux),
            "psfFluxErr": as_dict(self.psf_flux_err),
            "scienceFlux": as_dict(self.science_flux),
            "scienceFluxErr": as_dict(self.science_flux_err),
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

        oid = d.pop("oid", MISSING)

        measurement_id = d.pop("measurement_id", MISSING)

        ra = cast(float | None, d.pop("ra", MISSING))

        dec = cast(float | None, d.pop("dec", MISSING))

        visit = d.pop("visit", MISSING)

        detector = d.pop("detector", MISSING)

        psf_flux = cast(float | None, d.pop("psfFlux", MISSING))

        psf_flux_err = cast(float | None, d.pop("psfFluxErr", MISSING))

        science_flux = cast(float | None, d.pop("scienceFlux", MISSING))

        science_flux_err = cast(float | None, d.pop("scienceFluxErr", MISSING))

        _band_map: Any = d.pop("band_map", UNSET)
        band_map: BandMap | Unset
        if _band_map is None or isinstance(_band_map, Unset):
            band_map = cast(Any, _band_map)
        else:
            band_map = BandMap.from_dict(_band_map)

        band_name = cast(None | str | Unset, d.pop("band_name", UNSET))

        forced_photometry = cls(
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
            band_map=band_map,
            band_name=band_name,
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
