"""The shared types, where the generated modules look for them."""

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
