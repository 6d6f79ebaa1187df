from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET, Unset, as_dict

T = TypeVar("T", bound="Magstats")


@_attrs_define
class Magstats:
    """Statistics of an object's light curve in one filter."""

    fid: int
    """ Filter, 1 g, 2 r, 3 i. """
    stellar: bool
    """ Whether the object looks unresolved in this filter. """
    corrected: bool
    """ Whether to use the corrected photometry. """
    ndet: int
    """ Number of detections in this filter. """
    ndubious: int
    """ Number of doubtful corrections. """
    magmean: float | None
    """ Mean difference magnitude. Can be NaN. """
    magmedian: float | None
    """ Median difference magnitude. Can be NaN. """
    magmax: float | None
    """ Greatest difference magnitude, the faintest detection. Can be NaN. """
    magmin: float | None
    """ Least difference magnitude, the brightest detection. Can be NaN. """
    magsigma: float | None
    """ Standard deviation of the difference magnitudes. Can be NaN. """
    maglast: float | None
    """ Difference magnitude of the last detection. Can be NaN. """
    magfirst: float | None
    """ Difference magnitude of the first detection. Can be NaN. """
    firstmjd: float | None
    """ MJD of the first detection in this filter. """
    lastmjd: float | None
    """ MJD of the last detection in this filter. """
    step_id_corr: str
    """ Version of the pipeline step that corrected the photometry. """
    dmdt_first: float | None | Unset = UNSET
    """ Initial rise, the steepest slope between the first detection and any upper limit before it. Can be NaN. """
    dm_first: float | None | Unset = UNSET
    """ Magnitude difference behind dmdt_first. Can be NaN. """
    sigmadm_first: float | None | Unset = UNSET
    """ Error of dm_first. Can be NaN. """
    dt_first: float | None | Unset = UNSET
    """ Time difference behind dmdt_first. Can be NaN. """
    magmean_corr: float | None | Unset = UNSET
    """ Mean corrected magnitude. Can be NaN. """
    magmedian_corr: float | None | Unset = UNSET
    """ Median corrected magnitude. Can be NaN. """
    magmax_corr: float | None | Unset = UNSET
    """ Greatest corrected magnitude. Can be NaN. """
    magmin_corr: float | None | Unset = UNSET
    """ Least corrected magnitude. Can be NaN. """
    magsigma_corr: float | None | Unset = UNSET
    """ Standard deviation of the corrected magnitudes. Can be NaN. """
    maglast_corr: float | None | Unset = UNSET
    """ Corrected magnitude of the last detection. Can be NaN. """
    magfirst_corr: float | None | Unset = UNSET
    """ Corrected magnitude of the first detection. Can be NaN. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "fid": self.fid,
            "stellar": self.stellar,
            "corrected": self.corrected,
            "ndet": self.ndet,
            "ndubious": self.ndubious,
            "magmean": as_dict(self.magmean),
            "magmedian": as_dict(self.magmedian),
            "magmax": as_dict(self.magmax),
            "magmin": as_dict(self.magmin),
            "magsigma": as_dict(self.magsigma),
            "maglast": as_dict(self.maglast),
            "magfirst": as_dict(self.magfirst),
            "firstmjd": as_dict(self.firstmjd),
            "lastmjd": as_dict(self.lastmjd),
            "step_id_corr": self.step_id_corr,
            "dmdt_first": as_dict(self.dmdt_first),
            "dm_first": as_dict(self.dm_first),
            "sigmadm_first": as_dict(self.sigmadm_first),
            "dt_first": as_dict(self.dt_first),
            "magmean_corr": as_dict(self.magmean_corr),
            "magmedian_corr": as_dict(self.magmedian_corr),
            "magmax_corr": as_dict(self.magmax_corr),
            "magmin_corr": as_dict(self.magmin_corr),
            "magsigma_corr": as_dict(self.magsigma_corr),
            "maglast_corr": as_dict(self.maglast_corr),
            "magfirst_corr": as_dict(self.magfirst_corr),
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        d = dict(src_dict)
        fid = d.pop("fid", MISSING)

        stellar = d.pop("stellar", MISSING)

        corrected = d.pop("corrected", MISSING)

        ndet = d.pop("ndet", MISSING)

        ndubious = d.pop("ndubious", MISSING)

        magmean = cast(float | None, d.pop("magmean", MISSING))

        magmedian = cast(float | None, d.pop("magmedian", MISSING))

        magmax = cast(float | None, d.pop("magmax", MISSING))

        magmin = cast(float | None, d.pop("magmin", MISSING))

        magsigma = cast(float | None, d.pop("magsigma", MISSING))

        maglast = cast(float | None, d.pop("maglast", MISSING))

        magfirst = cast(float | None, d.pop("magfirst", MISSING))

        firstmjd = cast(float | None, d.pop("firstmjd", MISSING))

        lastmjd = cast(float | None, d.pop("lastmjd", MISSING))

        step_id_corr = d.pop("step_id_corr", MISSING)

        dmdt_first = cast(float | None | Unset, d.pop("dmdt_first", UNSET))

        dm_first = cast(float | None | Unset, d.pop("dm_first", UNSET))

        sigmadm_first = cast(float | None | Unset, d.pop("sigmadm_first", UNSET))

        dt_first = cast(float | None | Unset, d.pop("dt_first", UNSET))

        magmean_corr = cast(float | None | Unset, d.pop("magmean_corr", UNSET))

        magmedian_corr = cast(float | None | Unset, d.pop("magmedian_corr", UNSET))

        magmax_corr = cast(float | None | Unset, d.pop("magmax_corr", UNSET))

        magmin_corr = cast(float | None | Unset, d.pop("magmin_corr", UNSET))

        magsigma_corr = cast(float | None | Unset, d.pop("magsigma_corr", UNSET))

        maglast_corr = cast(float | None | Unset, d.pop("maglast_corr", UNSET))

        magfirst_corr = cast(float | None | Unset, d.pop("magfirst_corr", UNSET))

        magstats = cls(
            fid=fid,
            stellar=stellar,
            corrected=corrected,
            ndet=ndet,
            ndubious=ndubious,
            magmean=magmean,
            magmedian=magmedian,
            magmax=magmax,
            magmin=magmin,
            magsigma=magsigma,
            maglast=maglast,
            magfirst=magfirst,
            firstmjd=firstmjd,
            lastmjd=lastmjd,
            step_id_corr=step_id_corr,
            dmdt_first=dmdt_first,
            dm_first=dm_first,
            sigmadm_first=sigmadm_first,
            dt_first=dt_first,
            magmean_corr=magmean_corr,
            magmedian_corr=magmedian_corr,
            magmax_corr=magmax_corr,
            magmin_corr=magmin_corr,
            magsigma_corr=magsigma_corr,
            maglast_corr=maglast_corr,
            magfirst_corr=magfirst_corr,
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
