from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import MISSING, UNSET

T = TypeVar("T", bound="DestructionChange")


@_attrs_define
class DestructionChange:
    """When the server is to delete a job."""

    destruction: str
    """ The time in UTC, as `2026-12-24T00:00:00Z`. """

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "DESTRUCTION": self.destruction,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        d = dict(src_dict)
        destruction = d.pop("DESTRUCTION", MISSING)

        destruction_change = cls(
            destruction=destruction,
        )

        return destruction_change
