"""Types that the generated modules share, without slow imports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from enum import Enum
from typing import (
    IO,
    TYPE_CHECKING,
    Any,
    BinaryIO,
    Generic,
    Literal,
    NamedTuple,
    NotRequired,
    TypedDict,
    TypeVar,
    cast,
)
from urllib.parse import quote

if TYPE_CHECKING:
    import httpx

# The types that httpx accepts in `files`.
FileContent = IO[bytes] | bytes | str
FileTypes = (
    tuple[str | None, FileContent, str | None]
    | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)
RequestFiles = list[tuple[str, FileTypes]]


class Unset(Enum):
    """Type of `UNSET`; a member of an enumeration stays itself when copied or pickled."""

    UNSET = "UNSET"

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return self.value


UNSET: Literal[Unset.UNSET] = Unset.UNSET
"""The value of an argument that was not given, and of a field that was not sent."""

MISSING: Any = UNSET
"""`UNSET` for required fields: a row without one is still read."""


class RequestKwargs(TypedDict):
    """A request as keyword arguments of ``httpx.Client.request``."""

    method: str
    url: str
    params: NotRequired[dict[str, Any]]
    data: NotRequired[dict[str, Any]]
    content: NotRequired[bytes]
    json: NotRequired[Any]
    headers: NotRequired[dict[str, str]]
    cookies: NotRequired[dict[str, str]]
    files: NotRequired[RequestFiles]


def path_segment(name: str, value: object) -> str:
    """Encode a path parameter so that it stays one segment of the path.

    Parameters
    ----------
    name : str
        Name of the parameter, for the error.
    value : object
        Its value; every character that has a meaning in a URL is percent-encoded.

    Raises
    ------
    ValueError
        The value is empty, ``.`` or ``..``, which would change the route in any encoding.
    """
    text = str(value)
    if text in {"", ".", ".."}:
        raise ValueError(f"{name} must name one thing, and {text!r} would change the route")
    return quote(text, safe="")


def as_dict(value: Any) -> Any:
    """Convert a model, or a list of models, to JSON values; return other values unchanged."""
    if isinstance(value, list):
        return [as_dict(item) for item in cast("Iterable[Any]", value)]
    return value.to_dict() if hasattr(value, "to_dict") else value


def is_json(response: httpx.Response) -> bool:
    """Tell whether the body is JSON; the error pages of proxies are not."""
    return "json" in response.headers.get("content-type", "")


class File(NamedTuple):
    """A binary body."""

    payload: BinaryIO
    file_name: str | None = None
    mime_type: str | None = None

    def to_tuple(self) -> FileTypes:
        """Return the file as a tuple for httpx's ``files``."""
        return self.file_name, self.payload, self.mime_type


T = TypeVar("T")


class Response(NamedTuple, Generic[T]):
    """An answer and its parsed body.

    Attributes
    ----------
    status_code : int
        The HTTP status, which may be a non-standard one.
    content : bytes
        The body.
    headers : mutable mapping of str to str
        The headers.
    parsed : T or None
        The body as the contract describes it, None if it does not describe this answer.
    """

    status_code: int
    content: bytes
    headers: MutableMapping[str, str]
    parsed: T | None
