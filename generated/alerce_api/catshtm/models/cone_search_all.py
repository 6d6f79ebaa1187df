from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET, Unset, as_dict

if TYPE_CHECKING:
    from ..models.cone_search import ConeSearch


T = TypeVar("T", bound="ConeSearchAll")


@_attrs_define
class ConeSearchAll:
    """Sources of every catalogue that has any."""

    catalogs: list[ConeSearch]
    """ One entry for each catalogue, by its display name. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "catalogs": as_dict(self.catalogs),
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        from ..models.cone_search import ConeSearch  # noqa: PLC0415

        d = dict(src_dict)
        _catalogs: Any = d.pop("catalogs", MISSING)
        catalogs: list[ConeSearch]
        if _catalogs is None or isinstance(_catalogs, Unset):
            catalogs = cast(Any, _catalogs)
        else:
            catalogs = []
            for catalogs_item_data in _catalogs:
                _catalogs_item: Any = catalogs_item_data
                catalogs_item: ConeSearch
                if _catalogs_item is None or isinstance(_catalogs_item, Unset):
                    catalogs_item = cast(Any, _catalogs_item)
                else:
                    catalogs_item = ConeSearch.from_dict(_catalogs_item)

                catalogs.append(catalogs_item)

        cone_search_all = cls(
            catalogs=catalogs,
        )

        cone_search_all.additional_properties = d
        return cone_search_all

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
