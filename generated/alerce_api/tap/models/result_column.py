from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET, Unset, as_dict

T = TypeVar("T", bound="ResultColumn")


@_attrs_define
class ResultColumn:
    """A column of a result."""

    name: str
    """ Name; a random one for an expression without an alias. """
    datatype: str
    """ Type in VOTables, such as `long` or `char`. """
    dbtype: None | str | Unset = UNSET
    """ Type in the database. """
    xtype: None | str | Unset = UNSET
    """ What a text means, such as `timestamp`. """
    arraysize: None | str | Unset = UNSET
    """ Size in VOTables; `*` for texts. """
    ucd: None | str | Unset = UNSET
    """ UCD1+ of the values. """
    utype: None | str | Unset = UNSET
    """ Role in a data model. """
    unit: None | str | Unset = UNSET
    """ Unit in VOUnit syntax; empty where there is none. """
    description: None | str | Unset = UNSET
    """ The column in words. """
    id: None | str | Unset = UNSET
    """ Identifier in the document. """
    ref: None | str | Unset = UNSET
    """ Identifier of what the column refers to. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "name": self.name,
            "datatype": self.datatype,
            "dbtype": as_dict(self.dbtype),
            "xtype": as_dict(self.xtype),
            "arraysize": as_dict(self.arraysize),
            "ucd": as_dict(self.ucd),
            "utype": as_dict(self.utype),
            "unit": as_dict(self.unit),
            "description": as_dict(self.description),
            "id": as_dict(self.id),
            "ref": as_dict(self.ref),
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        d = dict(src_dict)
        name = d.pop("name", MISSING)

        datatype = d.pop("datatype", MISSING)

        dbtype = cast(None | str | Unset, d.pop("dbtype", UNSET))

        xtype = cast(None | str | Unset, d.pop("xtype", UNSET))

        arraysize = cast(None | str | Unset, d.pop("arraysize", UNSET))

        ucd = cast(None | str | Unset, d.pop("ucd", UNSET))

        utype = cast(None | str | Unset, d.pop("utype", UNSET))

        unit = cast(None | str | Unset, d.pop("unit", UNSET))

        description = cast(None | str | Unset, d.pop("description", UNSET))

        id = cast(None | str | Unset, d.pop("id", UNSET))

        ref = cast(None | str | Unset, d.pop("ref", UNSET))

        result_column = cls(
            name=name,
            datatype=datatype,
            dbtype=dbtype,
            xtype=xtype,
            arraysize=arraysize,
            ucd=ucd,
            utype=utype,
            unit=unit,
            description=description,
            id=id,
            ref=ref,
        )

        result_column.additional_properties = d
        return result_column

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
