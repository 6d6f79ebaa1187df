"""The shared types, under the name that the generated modules import."""

from ..types import (
    MISSING,
    UNSET,
    File,
    FileTypes,
    RequestFiles,
    RequestKwargs,
    Response,
    Unset,
    as_dict,
    is_json,
    path_segment,
)

__all__ = [
    "MISSING",
    "UNSET",
    "File",
    "FileTypes",
    "RequestFiles",
    "RequestKwargs",
    "Response",
    "Unset",
    "as_dict",
    "is_json",
    "path_segment",
]
