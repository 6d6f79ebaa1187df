from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET

T = TypeVar("T", bound="CatalogEntry")


@_attrs_define
class CatalogEntry:
    """One of the catalogues, of which the service itself sends no list."""

    name: str
    """ Name in requests. """
    display_name: str
    """ Name in answers. """
    default_radius: float
    """ Greatest distance of a cross-match that names none. """
    ra: str
    """ Name of the column of right ascensions. """
    dec: str
    """ Name of the column of declinations. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "name": self.name,
            "display_name": self.display_name,
            "default_radius": self.default_radius,
            "ra": self.ra,
            "dec": self.dec,
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        d = dict(src_dict)
        name = d.pop("name", MISSING)

        display_name = d.pop("display_name", MISSING)

        default_radius = d.pop("default_radius", MISSING)

        ra = d.pop("ra", MISSING)

        dec = d.pop("dec", MISSING)

        catalog_entry = cls(
            name=name,
            display_name=display_name,
            default_radius=default_radius,
            ra=ra,
            dec=dec,
        )

        catalog_entry.additional_properties = d
        return catalog_entry

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
