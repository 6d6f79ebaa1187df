from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_dict

if TYPE_CHECKING:
    from ..models.cone_column import ConeColumn


T = TypeVar("T", bound="ConeTable")


@_attrs_define
class ConeTable:
    """Sources of one catalogue as columns by field name, not sorted by distance."""

    additional_properties: dict[str, ConeColumn] = _attrs_field(
        init=False, factory=dict[str, "ConeColumn"]
    )

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            **{key: as_dict(value) for key, value in self.additional_properties.items()},
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        from ..models.cone_column import ConeColumn  # noqa: PLC0415

        d = dict(src_dict)
        cone_table = cls()

        additional_properties: dict[str, ConeColumn] = {}
        for prop_name, prop_dict in d.items():
            _additional_property: Any = prop_dict
            additional_property: ConeColumn
            if _additional_property is None or isinstance(_additional_property, Unset):
                additional_property = cast(Any, _additional_property)
            else:
                additional_property = ConeColumn.from_dict(_additional_property)

            additional_properties[prop_name] = additional_property

        cone_table.additional_properties = additional_properties
        return cone_table

    @property
    def additional_keys(self) -> list[str]:
        """The names of fields that the contract does not describe."""
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> ConeColumn:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: ConeColumn) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
