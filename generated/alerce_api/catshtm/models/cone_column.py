from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.not_finite import NotFinite, check_not_finite
from ..types import MISSING, UNSET, Unset, as_dict

T = TypeVar("T", bound="ConeColumn")


@_attrs_define
class ConeColumn:
    """One field of all the sources that a cone search found."""

    units: None | str
    """ Unit as the catalogue names it; a blank where there is none. Some are no units at all, such as `magAB`, `JD`
    or `arcse`. """
    values: list[float | None | NotFinite]
    """ The values, one for each source. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "units": as_dict(self.units),
            "values": as_dict(self.values),
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        d = dict(src_dict)
        units = cast(None | str, d.pop("units", MISSING))

        _values: Any = d.pop("values", MISSING)
        values: list[float | None | NotFinite]
        if _values is None or isinstance(_values, Unset):
            values = cast(Any, _values)
        else:
            values = []
            for values_item_data in _values:

                def _parse_values_item(data: object) -> float | None | NotFinite:
                    if data is None:
                        return data
                    try:
                        if not isinstance(data, str):
                            raise TypeError()
                        _componentsschemas_catalog_value_type_1: Any = cast(Any, data)
                        componentsschemas_catalog_value_type_1: NotFinite
                        if _componentsschemas_catalog_value_type_1 is None or isinstance(
                            _componentsschemas_catalog_value_type_1, Unset
                        ):
                            componentsschemas_catalog_value_type_1 = cast(
                                Any, _componentsschemas_catalog_value_type_1
                            )
                        else:
                            componentsschemas_catalog_value_type_1 = check_not_finite(
                                _componentsschemas_catalog_value_type_1
                            )

                        return componentsschemas_catalog_value_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    return cast(float | None | NotFinite, data)

                values_item = _parse_values_item(values_item_data)

                values.append(values_item)

        cone_column = cls(
            units=units,
            values=values,
        )

        cone_column.additional_properties = d
        return cone_column

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
