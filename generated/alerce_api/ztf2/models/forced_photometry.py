from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET, Unset, as_dict

if TYPE_CHECKING:
    from ..models.extra_fields import ExtraFields


T = TypeVar("T", bound="ForcedPhotometry")


@_attrs_define
class ForcedPhotometry:
    """One measurement of ZTF or ATLAS at the position of an object. The sentinel 100 stands for a corrected magnitude that
    cannot be had.

    """

    candid: str
    """ Identifier of the measurement, the oid followed by the pid. """
    tid: str
    """ Telescope or survey that made the observation. """
    oid: str
    """ Identifier of the object. """
    pid: int
    """ Processing identifier of the science image. """
    mjd: float
    """ MJD (UTC) of the observation. """
    fid: int
    """ Filter, 1 g, 2 r, 3 i. """
    ra: float
    """ Right ascension. """
    dec: float
    """ Declination. """
    mag: float
    """ Magnitude of the difference by forced photometry. """
    e_mag: float
    """ Error of mag at 1 sigma. """
    isdiffpos: int
    """ Sign of the difference, 1 brighter than reference, -1 fainter. """
    corrected: bool
    """ Whether the photometry was corrected. """
    dubious: bool
    """ Whether the corrected photometry is doubtful. """
    extra_fields: ExtraFields
    """ What forced photometry has beyond a detection, and copies of some columns of its row. """
    sid: None | str | Unset = UNSET
    """ Survey of the observation. """
    aid: None | str | Unset = UNSET
    """ Identifier of the object over all surveys. """
    e_ra: float | None | Unset = UNSET
    """ Error of ra. """
    e_dec: float | None | Unset = UNSET
    """ Error of dec. """
    mag_corr: float | None | Unset = UNSET
    """ Magnitude corrected for the flux of the reference source. """
    e_mag_corr: float | None | Unset = UNSET
    """ Error of mag_corr, if no extended source contributes. """
    e_mag_corr_ext: float | None | Unset = UNSET
    """ Error of mag_corr, if an extended source contributes. """
    parent_candid: int | None | Unset = UNSET
    """ Identifier of the alert that reported it, 19 digits. """
    has_stamp: bool | None | Unset = UNSET
    """ Whether there are stamps of it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "candid": self.candid,
            "tid": self.tid,
            "oid": self.oid,
            "pid": self.pid,
            "mjd": self.mjd,
            "fid": self.fid,
            "ra": self.ra,
            "dec": self.dec,
            "mag": self.mag,
            "e_mag": self.e_mag,
            "isdiffpos": self.isdiffpos,
            "corrected": self.corrected,
            "dubious": self.dubious,
            "extra_fields": as_dict(self.extra_fields),
            "sid": as_dict(self.sid),
            "aid": as_dict(self.aid),
            "e_ra": as_dict(self.e_ra),
            "e_dec": as_dict(self.e_dec),
            "mag_corr": as_dict(self.mag_corr),
            "e_mag_corr": as_dict(self.e_mag_corr),
            "e_mag_corr_ext": as_dict(self.e_mag_corr_ext),
            "parent_candid": as_dict(self.parent_candid),
            "has_stamp": as_dict(self.has_stamp),
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        from ..models.extra_fields import ExtraFields  # noqa: PLC0415

        d = dict(src_dict)
        candid = d.pop("candid", MISSING)

        tid = d.pop("tid", MISSING)

        oid = d.pop("oid", MISSING)

        pid = d.pop("pid", MISSING)

        mjd = d.pop("mjd", MISSING)

        fid = d.pop("fid", MISSING)

        ra = d.pop("ra", MISSING)

        dec = d.pop("dec", MISSING)

        mag = d.pop("mag", MISSING)

        e_mag = d.pop("e_mag", MISSING)

        isdiffpos = d.pop("isdiffpos", MISSING)

        corrected = d.pop("corrected", MISSING)

        dubious = d.pop("dubious", MISSING)

        _extra_fields: Any = d.pop("extra_fields", MISSING)
        extra_fields: ExtraFields
        if _extra_fields is None or isinstance(_extra_fields, Unset):
            extra_fields = cast(Any, _extra_fields)
        else:
            extra_fields = ExtraFields.from_dict(_extra_fields)

        sid = cast(None | str | Unset, d.pop("sid", UNSET))

        aid = cast(None | str | Unset, d.pop("aid", UNSET))

        e_ra = cast(float | None | Unset, d.pop("e_ra", UNSET))

        e_dec = cast(float | None | Unset, d.pop("e_dec", UNSET))

        mag_corr = cast(float | None | Unset, d.pop("mag_corr", UNSET))

        e_mag_corr = cast(float | None | Unset, d.pop("e_mag_corr", UNSET))

        e_mag_corr_ext = cast(float | None | Unset, d.pop("e_mag_corr_ext", UNSET))

        parent_candid = cast(int | None | Unset, d.pop("parent_candid", UNSET))

        has_stamp = cast(bool | None | Unset, d.pop("has_stamp", UNSET))

        forced_photometry = cls(
            candid=candid,
            tid=tid,
            oid=oid,
            pid=pid,
            mjd=mjd,
            fid=fid,
            ra=ra,
            dec=dec,
            mag=mag,
            e_mag=e_mag,
            isdiffpos=isdiffpos,
            corrected=corrected,
            dubious=dubious,
            extra_fields=extra_fields,
            sid=sid,
            aid=aid,
            e_ra=e_ra,
            e_dec=e_dec,
            mag_corr=mag_corr,
            e_mag_corr=e_mag_corr,
            e_mag_corr_ext=e_mag_corr_ext,
            parent_candid=parent_candid,
            has_stamp=has_stamp,
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
