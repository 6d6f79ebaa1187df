from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.response_format import ResponseFormat, check_response_format
from ..types import UNSET, Unset, as_dict

T = TypeVar("T", bound="ParameterChange")


@_attrs_define
class ParameterChange:
    """Parameters of a job to change; those left out stay as they are."""

    query: str | Unset = UNSET
    """ The ADQL text. """
    responseformat: ResponseFormat | Unset = UNSET
    """ Format of the rows. Only `json` loses nothing: `csv` and `tsv` do not mark a result that was cut short,
    `csv` does not tell NULL from an empty text, `votable` does not tell NULL from NaN, and both `votable` and
    `fits` replace letters beyond ASCII. """
    maxrec: int | Unset = UNSET
    """ Greatest number of rows. """

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "QUERY": self.query,
            "RESPONSEFORMAT": as_dict(self.responseformat),
            "MAXREC": self.maxrec,
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        d = dict(src_dict)
        query = d.pop("QUERY", UNSET)

        _responseformat: Any = d.pop("RESPONSEFORMAT", UNSET)
        responseformat: ResponseFormat | Unset
        if _responseformat is None or isinstance(_responseformat, Unset):
            responseformat = cast(Any, _responseformat)
        else:
            responseformat = check_response_format(_responseformat)

        maxrec = d.pop("MAXREC", UNSET)

        parameter_change = cls(
            query=query,
            responseformat=responseformat,
            maxrec=maxrec,
        )

        return parameter_change
