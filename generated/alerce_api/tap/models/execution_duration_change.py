from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import MISSING, UNSET

T = TypeVar("T", bound="ExecutionDurationChange")


@_attrs_define
class ExecutionDurationChange:
    """How long a job may run."""

    executionduration: int
    """ Greatest number of seconds. """

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "EXECUTIONDURATION": self.executionduration,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        d = dict(src_dict)
        executionduration = d.pop("EXECUTIONDURATION", MISSING)

        execution_duration_change = cls(
            executionduration=executionduration,
        )

        return execution_duration_change
