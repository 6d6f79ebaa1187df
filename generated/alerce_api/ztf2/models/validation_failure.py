from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET, Unset, as_dict

if TYPE_CHECKING:
    from ..models.refused_parameter import RefusedParameter
    from ..models.validation_failure_detail_type_1 import ValidationFailureDetailType1


T = TypeVar("T", bound="ValidationFailure")


@_attrs_define
class ValidationFailure:
    """A missing or refused parameter."""

    detail: list[RefusedParameter] | ValidationFailureDetailType1
    """ What is wrong with each refused parameter. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "detail": as_dict(self.detail),
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        from ..models.refused_parameter import RefusedParameter  # noqa: PLC0415
        from ..models.validation_failure_detail_type_1 import ValidationFailureDetailType1  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_detail(data: object) -> list[RefusedParameter] | ValidationFailureDetailType1:
            try:
                if not isinstance(data, list):
                    raise TypeError()
                _detail_type_0: Any = cast(Any, data)
                detail_type_0: list[RefusedParameter]
                if _detail_type_0 is None or isinstance(_detail_type_0, Unset):
                    detail_type_0 = cast(Any, _detail_type_0)
                else:
                    detail_type_0 = []
                    for detail_type_0_item_data in _detail_type_0:
                        _detail_type_0_item: Any = detail_type_0_item_data
                        detail_type_0_item: RefusedParameter
                        if _detail_type_0_item is None or isinstance(_detail_type_0_item, Unset):
                            detail_type_0_item = cast(Any, _detail_type_0_item)
                        else:
                            detail_type_0_item = RefusedParameter.from_dict(_detail_type_0_item)

                        detail_type_0.append(detail_type_0_item)

                return detail_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            _detail_type_1: Any = cast(Any, data)
            detail_type_1: ValidationFailureDetailType1
            if _detail_type_1 is None or isinstance(_detail_type_1, Unset):
                detail_type_1 = cast(Any, _detail_type_1)
            else:
                detail_type_1 = ValidationFailureDetailType1.from_dict(_detail_type_1)

            return detail_type_1

        detail = _parse_detail(d.pop("detail", MISSING))

        validation_failure = cls(
            detail=detail,
        )

        validation_failure.additional_properties = d
        return validation_failure

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
