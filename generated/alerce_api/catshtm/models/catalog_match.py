from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, as_dict

if TYPE_CHECKING:
    from ..models.cross_match import CrossMatch


T = TypeVar("T", bound="CatalogMatch")


@_attrs_define
class CatalogMatch:
    """Nearest source by its catalogue's display name."""

    additional_properties: dict[str, CrossMatch] = _attrs_field(
        init=False, factory=dict[str, "CrossMatch"]
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
        from ..models.cross_match import CrossMatch  # noqa: PLC0415

        d = dict(src_dict)
        catalog_match = cls()

        additional_properties: dict[str, CrossMatch] = {}
        for prop_name, prop_dict in d.items():
            _additional_property: Any = prop_dict
            additional_property: CrossMatch
            if _additional_property is None or isinstance(_additional_property, Unset):
                additional_property = cast(Any, _additional_property)
            else:
                additional_property = CrossMatch.from_dict(_additional_property)

            additional_properties[prop_name] = additional_property

        catalog_match.additional_properties = additional_properties
        return catalog_match

    @property
    def additional_keys(self) -> list[str]:
        """The names of fields that the contract does not describe."""
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> CrossMatch:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: CrossMatch) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
