from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.language import Language, check_language
from ..models.response_format import ResponseFormat, check_response_format
from ..types import MISSING, UNSET, File, RequestFiles, Unset, as_dict

T = TypeVar("T", bound="QueryWithUploads")


@_attrs_define
class QueryWithUploads:
    """A query on uploaded tables, each a VOTable in its own part, which has a file name. The encodings TABLEDATA and
    BINARY2 work; a table without rows is refused.

    """

    lang: Language
    """ Language of a query. Its case counts. """
    query: str
    """ The ADQL text, in which an uploaded table is `tap_upload.NAME`. """
    upload: str
    """ Names of the tables and of the parts that hold them, as `NAME,param:PART;NAME,param:PART`. """
    responseformat: ResponseFormat | Unset = UNSET
    """ Format of the rows. Only `json` loses nothing: `csv` and `tsv` do not mark a result that was cut short,
    `csv` does not tell NULL from an empty text, `votable` does not tell NULL from NaN, and both `votable` and
    `fits` replace letters beyond ASCII. """
    maxrec: int | Unset = UNSET
    """ Greatest number of rows, 20,000 unless given. A result of exactly so many rows is marked as cut short, even
    if it is complete. """
    additional_properties: dict[str, File] = _attrs_field(init=False, factory=dict[str, "File"])

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a dict for JSON, without fields that are `UNSET`."""
        field_dict: dict[str, Any] = {
            "LANG": as_dict(self.lang),
            "QUERY": self.query,
            "UPLOAD": self.upload,
            "RESPONSEFORMAT": as_dict(self.responseformat),
            "MAXREC": self.maxrec,
            **{key: as_dict(value) for key, value in self.additional_properties.items()},
        }
        return {key: value for key, value in field_dict.items() if value is not UNSET}

    def to_form(self) -> dict[str, Any]:
        """Return the fields that are sent as text."""
        fields = self.to_dict()
        return {name: value for name, value in fields.items() if not isinstance(value, File)}

    def to_files(self) -> RequestFiles:
        """Return the fields that are sent as files."""
        fields = self.to_dict()
        return [
            (name, value.to_tuple()) for name, value in fields.items() if isinstance(value, File)
        ]

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        """Make a record of a JSON object; missing, null and unknown fields are accepted."""
        d = dict(src_dict)
        _lang: Any = d.pop("LANG", MISSING)
        lang: Language
        if _lang is None or isinstance(_lang, Unset):
            lang = cast(Any, _lang)
        else:
            lang = check_language(_lang)

        query = d.pop("QUERY", MISSING)

        upload = d.pop("UPLOAD", MISSING)

        _responseformat: Any = d.pop("RESPONSEFORMAT", UNSET)
        responseformat: ResponseFormat | Unset
        if _responseformat is None or isinstance(_responseformat, Unset):
            responseformat = cast(Any, _responseformat)
        else:
            responseformat = check_response_format(_responseformat)

        maxrec = d.pop("MAXREC", UNSET)

        query_with_uploads = cls(
            lang=lang,
            query=query,
            upload=upload,
            responseformat=responseformat,
            maxrec=maxrec,
        )

        additional_properties: dict[str, File] = {}
        for prop_name, prop_dict in d.items():
            _additional_property: Any = prop_dict
            additional_property: File
            if _additional_property is None or isinstance(_additional_property, Unset):
                additional_property = cast(Any, _additional_property)
            else:
                additional_property = File(payload=BytesIO(_additional_property))

            additional_properties[prop_name] = additional_property

        query_with_uploads.additional_properties = additional_properties
        return query_with_uploads

    @property
    def additional_keys(self) -> list[str]:
        """The names of fields that the contract does not describe."""
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> File:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: File) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
