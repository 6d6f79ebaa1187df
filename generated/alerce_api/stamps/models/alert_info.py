from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MISSING, UNSET, Unset, as_dict

if TYPE_CHECKING:
    from ..models.candidate import Candidate
    from ..models.previous_candidate import PreviousCandidate


T = TypeVar("T", bound="AlertInfo")


@_attrs_define
class AlertInfo:
    """An alert packet without its cutouts. Floats can be NaN."""

    object_id: str
    """ Object identifier. """
    candid: int
    """ Identifier of the alert, beyond what a float64 can hold. """
    candidate: Candidate
    """ The candidate's fields as the packet's own schema names them; its candid is a string. """
    publisher: str
    """ Who published the packet. """
    schemavsn: str
    """ Version of the packet's schema. """
    prv_candidates: list[PreviousCandidate] | None | Unset = UNSET
    """ Up to 30 days of earlier detections and upper limits. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict[str, Any])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "objectId": self.object_id,
            "candid": self.candid,
            "candidate": as_dict(self.candidate),
            "publisher": self.publisher,
            "schemavsn": self.schemavsn,
            "prv_candidates": as_dict(self.prv_candidates),
            **self.additional_properties,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        from ..models.candidate import Candidate  # noqa: PLC0415
        from ..models.previous_candidate import PreviousCandidate  # noqa: PLC0415

        d = dict(src_dict)
        object_id = d.pop("objectId", MISSING)

        candid = d.pop("candid", MISSING)

        _candidate: Any = d.pop("candidate", MISSING)
        candidate: Candidate
        if _candidate is None or isinstance(_candidate, Unset):
            candidate = cast(Any, _candidate)
        else:
            candidate = Candidate.from_dict(_candidate)

        publisher = d.pop("publisher", MISSING)

        schemavsn = d.pop("schemavsn", MISSING)

        def _parse_prv_candidates(data: object) -> list[PreviousCandidate] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                _prv_candidates_type_0: Any = cast(Any, data)
                prv_candidates_type_0: list[PreviousCandidate]
                if _prv_candidates_type_0 is None or isinstance(_prv_candidates_type_0, Unset):
                    prv_candidates_type_0 = cast(Any, _prv_candidates_type_0)
                else:
                    prv_candidates_type_0 = []
                    for prv_candidates_type_0_item_data in _prv_candidates_type_0:
                        _prv_candidates_type_0_item: Any = prv_candidates_type_0_item_data
                        prv_candidates_type_0_item: PreviousCandidate
                        if _prv_candidates_type_0_item is None or isinstance(
                            _prv_candidates_type_0_item, Unset
                        ):
                            prv_candidates_type_0_item = cast(Any, _prv_candidates_type_0_item)
                        else:
                            prv_candidates_type_0_item = PreviousCandidate.from_dict(
                                _prv_candidates_type_0_item
                            )

                        prv_candidates_type_0.append(prv_candidates_type_0_item)

                return prv_candidates_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[PreviousCandidate] | None | Unset, data)

        prv_candidates = _parse_prv_candidates(d.pop("prv_candidates", UNSET))

        alert_info = cls(
            object_id=object_id,
            candid=candid,
            candidate=candidate,
            publisher=publisher,
            schemavsn=schemavsn,
            prv_candidates=prv_candidates,
        )

        alert_info.additional_properties = d
        return alert_info

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
