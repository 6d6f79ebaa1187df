from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET, Unset, as_dict

if TYPE_CHECKING:
    from ..models.detection import Detection
    from ..models.non_detection import NonDetection


T = TypeVar("T", bound="LightCurve")


@_attrs_define
class LightCurve:
    """Detections and upper limits of one object."""

    detections: list[Detection]
    """ The detections, mjd ascending. """
    non_detections: list[NonDetection]
    """ The upper limits, mjd ascending. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "detections": as_dict(self.detections),
            "non_detections": as_dict(self.non_detections),
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        from ..models.detection import Detection  # noqa: PLC0415
        from ..models.non_detection import NonDetection  # noqa: PLC0415

        d = dict(src_dict)
        _detections: Any = d.pop("detections", MISSING)
        detections: list[Detection]
        if _detections is None or isinstance(_detections, Unset):
            detections = cast(Any, _detections)
        else:
            detections = []
            for detections_item_data in _detections:
                _detections_item: Any = detections_item_data
                detections_item: Detection
                if _detections_item is None or isinstance(_detections_item, Unset):
                    detections_item = cast(Any, _detections_item)
                else:
                    detections_item = Detection.from_dict(_detections_item)

                detections.append(detections_item)

        _non_detections: Any = d.pop("non_detections", MISSING)
        non_detections: list[NonDetection]
        if _non_detections is None or isinstance(_non_detections, Unset):
            non_detections = cast(Any, _non_detections)
        else:
            non_detections = []
            for non_detections_item_data in _non_detections:
                _non_detections_item: Any = non_detections_item_data
                non_detections_item: NonDetection
                if _non_detections_item is None or isinstance(_non_detections_item, Unset):
                    non_detections_item = cast(Any, _non_detections_item)
                else:
                    non_detections_item = NonDetection.from_dict(_non_detections_item)

                non_detections.append(non_detections_item)

        light_curve = cls(
            detections=detections,
            non_detections=non_detections,
        )

        light_curve.additional_properties = d
        return light_curve

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
