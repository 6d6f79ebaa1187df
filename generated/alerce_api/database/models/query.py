from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import MISSING, UNSET

T = TypeVar("T", bound="Query")


@_attrs_define
class Query:
    """A query."""

    query: str
    """ The SQL text. """

    def to_dict(self) -> dict[str, Any]:
        """Return what JSON has of this, without what is `UNSET`."""
        field_dict: dict[str, Any] = {
            "query": self.query,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Read what came from JSON; nothing missing, null or unknown is refused."""
        d = dict(src_dict)
        query = d.pop("query", MISSING)

        query = cls(
            query=query,
        )

        return query
