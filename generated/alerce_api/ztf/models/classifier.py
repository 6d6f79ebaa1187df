from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET, as_dict

T = TypeVar("T", bound="Classifier")


@_attrs_define
class Classifier:
    """One version of a classifier."""

    classifier_name: str
    """ Name of the classifier. """
    classifier_version: str
    """ Version of the classifier. """
    classes: list[str]
    """ Classes that it tells apart. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "classifier_name": self.classifier_name,
            "classifier_version": self.classifier_version,
            "classes": as_dict(self.classes),
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        d = dict(src_dict)
        classifier_name = d.pop("classifier_name", MISSING)

        classifier_version = d.pop("classifier_version", MISSING)

        classes = cast(list[str], d.pop("classes", MISSING))

        classifier = cls(
            classifier_name=classifier_name,
            classifier_version=classifier_version,
            classes=classes,
        )

        classifier.additional_properties = d
        return classifier

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
