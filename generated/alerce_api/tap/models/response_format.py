from typing import Literal, cast

ResponseFormat = Literal[
    "csv", "csv_bare", "fits", "html", "json", "tsv", "txt", "votable", "votable/b2", "votable/td"
]

RESPONSE_FORMAT_VALUES: set[ResponseFormat] = {
    "csv",
    "csv_bare",
    "fits",
    "html",
    "json",
    "tsv",
    "txt",
    "votable",
    "votable/b2",
    "votable/td",
}


def check_response_format(value: str) -> ResponseFormat:
    """Return the value unchecked, since a service may send more values than its contract lists."""
    return cast(ResponseFormat, value)
