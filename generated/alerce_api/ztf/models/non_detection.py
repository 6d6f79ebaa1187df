from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET, Unset, as_dict

T = TypeVar("T", bound="NonDetection")


@_attrs_define
class NonDetection:
    """One observation in which an object was not detected, an upper limit."""

    tid: str
    """ Telescope or survey that made the observation. """
    mjd: float
    """ MJD (UTC) of the observation. """
    fid: int
    """ Filter, 1 g, 2 r, 3 i. """
    diffmaglim: float | None | Unset = UNSET
    """ Limiting magnitude at 5 sigma of the difference image from PSF-fit photometry. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "tid": self.tid,
            "mjd": self.mjd,
            "fid": self.fid,
            "diffmaglim": as_dict(self.diffmaglim),
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        d = dict(src_dict)
        tid = d.pop("tid", MISSING)

        mjd = d.pop("mjd", MISSING)

        fid = d.pop("fid", MISSING)

        diffmaglim = cast(float | None | Unset, d.pop("diffmaglim", UNSET))

        non_detection = cls(
            tid=tid,
            mjd=mjd,
            fid=fid,
            diffmaglim=diffmaglim,
        )

        non_detection.additional_properties = d
        return non_detection

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
