from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET, as_dict

T = TypeVar("T", bound="Feature")


@_attrs_define
class Feature:
    """One number that describes a light curve."""

    name: str
    """ Name of the feature. """
    value: float | None
    """ Value of the feature. Can be NaN or infinite. """
    fid: int
    """ Filter, 1 g, 2 r, 3 i, 12 both, 0 none. """
    version: str
    """ Version of the feature extraction. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "name": self.name,
            "value": as_dict(self.value),
            "fid": self.fid,
            "version": self.version,
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        d = dict(src_dict)
        name = d.pop("name", MISSING)

        value = cast(float | None, d.pop("value", MISSING))

        fid = d.pop("fid", MISSING)

        version = d.pop("version", MISSING)

        feature = cls(
            name=name,
            value=value,
            fid=fid,
            version=version,
        )

        feature.additional_properties = d
        return feature

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
