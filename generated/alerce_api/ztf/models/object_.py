from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET, as_dict

T = TypeVar("T", bound="Object")


@_attrs_define
class Object:
    """What is known of an object as a whole."""

    oid: str
    """ Object identifier. """
    ndethist: None | str
    """ Number of detections within 1.5 arcsec since the survey began, on the field and readout channel of the
    alert, down to a signal-to-noise ratio of about 3. Sent as a string of digits. """
    ncovhist: int | None
    """ Number of times the position fell on any field and readout channel since the survey began. """
    mjdstarthist: float | None
    """ MJD of the earliest epoch counted in ndethist. """
    mjdendhist: float | None
    """ MJD of the latest epoch counted in ndethist. """
    corrected: bool | None
    """ Whether there is a corrected light curve that can be used. """
    stellar: bool | None
    """ Whether the object is likely a star. """
    ndet: int
    """ Number of detections of the object. """
    g_r_max: float | None
    """ Colour at maximum light from difference magnitudes, the least of g minus the least of r. Can be NaN. """
    g_r_max_corr: float | None
    """ Colour at maximum light from corrected magnitudes, the least of g minus the least of r. Can be NaN. """
    g_r_mean: float | None
    """ Colour from mean difference magnitudes, g minus r. Can be NaN. """
    g_r_mean_corr: float | None
    """ Colour from mean corrected magnitudes, g minus r. Can be NaN. """
    firstmjd: float
    """ MJD of the first detection. """
    lastmjd: float
    """ MJD of the last detection. """
    deltajd: float | None
    """ Time between the first and the last detection. """
    meanra: float
    """ Mean right ascension of the detections. """
    meandec: float
    """ Mean declination of the detections. """
    sigmara: float | None
    """ Standard deviation of the right ascensions. Can be NaN. """
    sigmadec: float | None
    """ Standard deviation of the declinations. Can be NaN. """
    step_id_corr: None | str
    """ Version of the pipeline step that corrected the photometry. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "oid": self.oid,
            "ndethist": as_dict(self.ndethist),
            "ncovhist": as_dict(self.ncovhist),
            "mjdstarthist": as_dict(self.mjdstarthist),
            "mjdendhist": as_dict(self.mjdendhist),
            "corrected": as_dict(self.corrected),
            "stellar": as_dict(self.stellar),
            "ndet": self.ndet,
            "g_r_max": as_dict(self.g_r_max),
            "g_r_max_corr": as_dict(self.g_r_max_corr),
            "g_r_mean": as_dict(self.g_r_mean),
            "g_r_mean_corr": as_dict(self.g_r_mean_corr),
            "firstmjd": self.firstmjd,
            "lastmjd": self.lastmjd,
            "deltajd": as_dict(self.deltajd),
            "meanra": self.meanra,
            "meandec": self.meandec,
            "sigmara": as_dict(self.sigmara),
            "sigmadec": as_dict(self.sigmadec),
            "step_id_corr": as_dict(self.step_id_corr),
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        d = dict(src_dict)
        oid = d.pop("oid", MISSING)

        ndethist = cast(None | str, d.pop("ndethist", MISSING))

        ncovhist = cast(int | None, d.pop("ncovhist", MISSING))

        mjdstarthist = cast(float | None, d.pop("mjdstarthist", MISSING))

        mjdendhist = cast(float | None, d.pop("mjdendhist", MISSING))

        corrected = cast(bool | None, d.pop("corrected", MISSING))

        stellar = cast(bool | None, d.pop("stellar", MISSING))

        ndet = d.pop("ndet", MISSING)

        g_r_max = cast(float | None, d.pop("g_r_max", MISSING))

        g_r_max_corr = cast(float | None, d.pop("g_r_max_corr", MISSING))

        g_r_mean = cast(float | None, d.pop("g_r_mean", MISSING))

        g_r_mean_corr = cast(float | None, d.pop("g_r_mean_corr", MISSING))

        firstmjd = d.pop("firstmjd", MISSING)

        lastmjd = d.pop("lastmjd", MISSING)

        deltajd = cast(float | None, d.pop("deltajd", MISSING))

        meanra = d.pop("meanra", MISSING)

        meandec = d.pop("meandec", MISSING)

        sigmara = cast(float | None, d.pop("sigmara", MISSING))

        sigmadec = cast(float | None, d.pop("sigmadec", MISSING))

        step_id_corr = cast(None | str, d.pop("step_id_corr", MISSING))

        object_ = cls(
            oid=oid,
            ndethist=ndethist,
            ncovhist=ncovhist,
            mjdstarthist=mjdstarthist,
            mjdendhist=mjdendhist,
            corrected=corrected,
            stellar=stellar,
            ndet=ndet,
            g_r_max=g_r_max,
            g_r_max_corr=g_r_max_corr,
            g_r_mean=g_r_mean,
            g_r_mean_corr=g_r_mean_corr,
            firstmjd=firstmjd,
            lastmjd=lastmjd,
            deltajd=deltajd,
            meanra=meanra,
            meandec=meandec,
            sigmara=sigmara,
            sigmadec=sigmadec,
            step_id_corr=step_id_corr,
        )

        object_.additional_properties = d
        return object_

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
