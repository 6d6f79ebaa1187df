from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET

T = TypeVar("T", bound="Probability")


@_attrs_define
class Probability:
    """Probability of one class according to one classifier."""

    classifier_name: str
    """ Name of the classifier. """
    classifier_version: int
    """ Version of the classifier, its first number. """
    class_name: str
    """ The class. """
    probability: float
    """ Probability of the class. """
    ranking: int
    """ Rank of the class in its classifier, 1 the most probable. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "classifier_name": self.classifier_name,
            "classifier_version": self.classifier_version,
            "class_name": self.class_name,
            "probability": self.probability,
            "ranking": self.ranking,
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        d = dict(src_dict)
        classifier_name = d.pop("classifier_name", MISSING)

        classifier_version = d.pop("classifier_version", MISSING)

        class_name = d.pop("class_name", MISSING)

        probability = d.pop("probability", MISSING)

        ranking = d.pop("ranking", MISSING)

        probability = cls(
            classifier_name=classifier_name,
            classifier_version=classifier_version,
            class_name=class_name,
            probability=probability,
            ranking=ranking,
        )

        probability.additional_properties = d
        return probability

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
