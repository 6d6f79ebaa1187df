from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET

T = TypeVar("T", bound="LimitValues")


@_attrs_define
class LimitValues:
    """Least and greatest values in the table of objects."""

    min_ndet: int
    """ Least number of detections. """
    max_ndet: int
    """ Greatest number of detections. """
    min_firstmjd: float
    """ Earliest MJD of a first detection. """
    max_firstmjd: float
    """ Latest MJD of a first detection. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "min_ndet": self.min_ndet,
            "max_ndet": self.max_ndet,
            "min_firstmjd": self.min_firstmjd,
            "max_firstmjd": self.max_firstmjd,
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        d = dict(src_dict)
        min_ndet = d.pop("min_ndet", MISSING)

        max_ndet = d.pop("max_ndet", MISSING)

        min_firstmjd = d.pop("min_firstmjd", MISSING)

        max_firstmjd = d.pop("max_firstmjd", MISSING)

        limit_values = cls(
            min_ndet=min_ndet,
            max_ndet=max_ndet,
            min_firstmjd=min_firstmjd,
            max_firstmjd=max_firstmjd,
        )

        limit_values.additional_properties = d
        return limit_values

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
