from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET, Unset, as_dict

T = TypeVar("T", bound="RefusedParameter")


@_attrs_define
class RefusedParameter:
    """What is wrong with one parameter."""

    loc: list[int | str]
    """ Where the parameter is, and its name. """
    msg: str
    """ What is wrong. """
    type_: str
    """ What is wrong, as a code. """
    input_: None | str | Unset = UNSET
    """ What was sent. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "loc": as_dict(self.loc),
            "msg": self.msg,
            "type": self.type_,
            "input": as_dict(self.input_),
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        d = dict(src_dict)
        _loc: Any = d.pop("loc", MISSING)
        loc: list[int | str]
        if _loc is None or isinstance(_loc, Unset):
            loc = cast(Any, _loc)
        else:
            loc = []
            for loc_item_data in _loc:
                loc_item = cast(int | str, loc_item_data)

                loc.append(loc_item)

        msg = d.pop("msg", MISSING)

        type_ = d.pop("type", MISSING)

        input_ = cast(None | str | Unset, d.pop("input", UNSET))

        refused_parameter = cls(
            loc=loc,
            msg=msg,
            type_=type_,
            input_=input_,
        )

        refused_parameter.additional_properties = d
        return refused_parameter

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
