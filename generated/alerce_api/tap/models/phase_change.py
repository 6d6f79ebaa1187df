from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.job_action import JobAction, check_job_action
from ..types import MISSING, UNSET, Unset, as_dict

T = TypeVar("T", bound="PhaseChange")


@_attrs_define
class PhaseChange:
    """What a job is to do."""

    phase: JobAction
    """ What a job is to do. """

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "PHASE": as_dict(self.phase),
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        d = dict(src_dict)
        _phase: Any = d.pop("PHASE", MISSING)
        phase: JobAction
        if _phase is None or isinstance(_phase, Unset):
            phase = cast(Any, _phase)
        else:
            phase = check_job_action(_phase)

        phase_change = cls(
            phase=phase,
        )

        return phase_change
