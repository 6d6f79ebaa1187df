from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET, Unset, as_dict

if TYPE_CHECKING:
    from ..models.result_column import ResultColumn
    from ..models.result_table_params import ResultTableParams


T = TypeVar("T", bound="ResultTable")


@_attrs_define
class ResultTable:
    """Rows and their columns. A value can be a bare NaN or Infinity."""

    columns: list[ResultColumn]
    """ The columns. """
    data: list[list[Any]]
    """ The rows, each with a value for each column. """
    contains: str | Unset = UNSET
    """ The word `table`. """
    params: ResultTableParams | Unset = UNSET
    """ Parameters of the table; none that mean anything. """
    query_status: str | Unset = UNSET
    """ The word `OVERFLOW` where as many rows came as were allowed; the last key. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "columns": as_dict(self.columns),
            "data": as_dict(self.data),
            "contains": self.contains,
            "params": as_dict(self.params),
            "queryStatus": self.query_status,
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        from ..models.result_column import ResultColumn  # noqa: PLC0415
        from ..models.result_table_params import ResultTableParams  # noqa: PLC0415

        d = dict(src_dict)
        _columns: Any = d.pop("columns", MISSING)
        columns: list[ResultColumn]
        if _columns is None or isinstance(_columns, Unset):
            columns = cast(Any, _columns)
        else:
            columns = []
            for columns_item_data in _columns:
                _columns_item: Any = columns_item_data
                columns_item: ResultColumn
                if _columns_item is None or isinstance(_columns_item, Unset):
                    columns_item = cast(Any, _columns_item)
                else:
                    columns_item = ResultColumn.from_dict(_columns_item)

                columns.append(columns_item)

        _data: Any = d.pop("data", MISSING)
        data: list[list[Any]]
        if _data is None or isinstance(_data, Unset):
            data = cast(Any, _data)
        else:
            data = []
            for data_item_data in _data:
                data_item = cast(list[Any], data_item_data)

                data.append(data_item)

        contains = d.pop("contains", UNSET)

        _params: Any = d.pop("params", UNSET)
        params: ResultTableParams | Unset
        if _params is None or isinstance(_params, Unset):
            params = cast(Any, _params)
        else:
            params = ResultTableParams.from_dict(_params)

        query_status = d.pop("queryStatus", UNSET)

        result_table = cls(
            columns=columns,
            data=data,
            contains=contains,
            params=params,
            query_status=query_status,
        )

        result_table.additional_properties = d
        return result_table

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
