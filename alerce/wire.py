"""From an answer's bytes to rows, or to the error that it means.

Everything here is plain functions of an answer: no input or output, no state.
"""

from __future__ import annotations

import json
import re
import sys
import zlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, cast

from alerce.cells import Cells, cells_of
from alerce.exceptions import (
    APIError,
    AuthorizationError,
    CandidError,
    InvalidResponseError,
    ObjectNotFoundError,
    ParseError,
    RateLimitError,
    RouteError,
    ServerError,
)

if TYPE_CHECKING:
    import httpcore
    import httpx
    from alerce_api.column import Column

    from alerce.calls import Call
    from alerce.columnar import Parts

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"
Row: TypeAlias = dict[str, JSON]

MESSAGE_LENGTH = 500

HALF_CHARACTER = re.compile(rb"\\u[dD][89a-fA-F]")
GZIP = zlib.MAX_WBITS | 16
# Hop by hop, or untrue once the content is unpacked.
PACKING = (b"content-encoding", b"content-length", b"transfer-encoding")


class Unpacker(Protocol):
    """What `zlib.decompressobj` returns, whose class has no public name."""

    @property
    def eof(self) -> bool:
        """Whether the content has come to its end."""
        ...

    @property
    def unused_data(self) -> bytes:
        """What came after that end."""
        ...

    def decompress(self, data: bytes, max_length: int = ..., /) -> bytes:
        """Return what these bytes unpack to."""
        ...


class BodyError(Exception):
    """An answer's content that cannot be taken; the cause is an EOFError when it is cut off."""


class Body:
    """Collects an answer's content as it arrives, unpacked, within a bound.

    Parameters
    ----------
    headers : sequence of (bytes, bytes)
        Headers of the answer.
    most : int
        Bytes that the content may have, packed or unpacked.
    """

    def __init__(self, headers: Iterable[tuple[bytes, bytes]], most: int) -> None:
        codings = [value for name, value in headers if name.lower() == b"content-encoding"]
        self._coding = b", ".join(codings).strip().lower().decode("latin-1")
        # The library takes no larger number.
        self._most = min(most, sys.maxsize - 1)
        self._parts: list[bytes] = []
        self._size = 0
        self._received = 0
        self._unpacker: Unpacker | None = None
        if self._coding in ("gzip", "x-gzip"):
            self._unpacker = zlib.decompressobj(wbits=GZIP)
        elif self._coding not in ("", "identity", "deflate"):
            raise BodyError(
                f"the answer is packed as {_short(self._coding)!r}, which was not asked"
            )

    def add(self, chunk: bytes) -> None:
        """Take the next bytes as they arrived."""
        self._received += len(chunk)
        if self._coding == "deflate" and self._unpacker is None and chunk:
            # Some servers leave out the header of two bytes.
            bare = chunk[0] & 0x0F != zlib.DEFLATED
            self._unpacker = zlib.decompressobj(wbits=-zlib.MAX_WBITS if bare else zlib.MAX_WBITS)
        while chunk:
            chunk = self._keep(chunk)

    def whole(self) -> bytes:
        """Return the content, at its end."""
        if self._unpacker is not None and not self._unpacker.eof and self._received:
            raise BodyError("the answer's packed content is cut off") from EOFError()
        return b"".join(self._parts)

    def _keep(self, chunk: bytes) -> bytes:
        """Keep what the bytes hold; return those that another unpacker must take."""
        rest = b""
        if self._unpacker is None:
            part = chunk
        else:
            if self._unpacker.eof:
                if not chunk.strip(b"\0") or self._coding == "deflate":
                    return b""
                self._unpacker = zlib.decompressobj(wbits=GZIP)
            try:
                # One byte more than there may be tells that there are too many.
                part = self._unpacker.decompress(chunk, self._most - self._size + 1)
            except zlib.error as error:
                raise BodyError(f"the answer is not packed as it says: {error}") from error
            rest = self._unpacker.unused_data
        self._parts.append(part)
        self._size += len(part)
        if max(self._size, self._received) > self._most:
            raise BodyError(
                f"the answer is larger than {self._most} bytes, which is the option max_size"
            )
        return rest


def answer_of(answer: httpcore.Response, content: bytes, request: httpx.Request) -> httpx.Response:
    """Return an answer whose content is received and unpacked."""
    import httpx

    # The library's own annotation leaves the type of its items open.
    extensions = cast("Mapping[str, Any]", answer.extensions)  # pyright: ignore[reportUnknownMemberType]
    return httpx.Response(
        answer.status,
        headers=[pair for pair in answer.headers if pair[0].lower() not in PACKING],
        content=content,
        request=request,
        extensions={
            name: value
            for name, value in extensions.items()
            if name in ("http_version", "reason_phrase")
        },
    )


def raise_for_error(response: httpx.Response, call: Call) -> None:
    """Raise the error that an answer's status means, if it means one."""
    if response.is_success:
        return
    message, data = _said(response)
    raise _error_class(response, call)(
        message or f"{response.status_code} {response.reason_phrase}".strip(),
        response.status_code,
        data,
        response,
        request=response.request,
        about=call.about,
    )


def decode_json(response: httpx.Response, call: Call) -> JSON:
    """Return the JSON value of a successful answer.

    Bare ``NaN``, ``Infinity`` and ``-Infinity``, which the services do send,
    are taken as numbers; integers keep every digit.

    Raises
    ------
    InvalidResponseError
        The answer is not JSON.
    """
    from alerce import fastjson

    try:
        value = cast(JSON, fastjson.loads(response.content))
        if HALF_CHARACTER.search(response.content):
            # Only an escape can bring half of a character, which no text file and no
            # column of texts can hold.
            json.dumps(value, ensure_ascii=False).encode()
        return value  # noqa: TRY300 (what the line above raises belongs here)
    except (ValueError, RecursionError) as error:
        said = _text_of(response) or "nothing"
        why = f" ({error})" if said[0] in "{[" else ""
        raise invalid(response, call, f"expected JSON and got: {said}{why}") from error


def decode_text(response: httpx.Response, call: Call) -> str:
    """Return the text of a successful answer, every character of it.

    Raises
    ------
    InvalidResponseError
        It is not in the encoding that it says, UTF-8 if it says none.
    """
    encoding = response.charset_encoding or "utf-8"
    try:
        return response.content.decode(encoding)
    except (LookupError, ValueError) as error:
        raise invalid(response, call, f"the text is not {_short(encoding)}: {error}") from error


def columns_of(response: httpx.Response, call: Call, columns: tuple[Column, ...]) -> Cells:
    """Return the rows of a successful answer by column.

    Raises
    ------
    InvalidResponseError
        The answer is no list of objects.
    """
    from alerce import columnar

    found = columnar.rows(response.content, columns)
    if found is None:
        return cells_of(rows_of(decode_json(response, call), response, call))
    return found


def parts_of(response: httpx.Response, parts: Parts) -> dict[str, Any] | None:
    """Return the fields of a successful answer, rows by column, or None if it takes a closer look."""
    from alerce import columnar

    return columnar.parts(response.content, parts)


def rows_of(value: JSON, response: httpx.Response, call: Call) -> list[Row]:
    """Return the rows of an answer that must be a list of objects."""
    if isinstance(value, list) and all(isinstance(row, dict) for row in value):
        return cast("list[Row]", value)
    raise invalid(response, call, f"expected a list of rows and got: {_short(value)}")


def object_of(value: JSON, response: httpx.Response, call: Call) -> Row:
    """Return the fields of an answer that must be one object."""
    if isinstance(value, dict):
        return value
    raise invalid(response, call, f"expected an object and got: {_short(value)}")


def invalid(response: httpx.Response, call: Call, message: str) -> InvalidResponseError:
    """Return the error for an answer that breaks the service's promise."""
    return InvalidResponseError(
        message,
        response.status_code,
        response=response,
        request=response.request,
        about=call.about,
    )


def _error_class(response: httpx.Response, call: Call) -> type[APIError]:
    status = response.status_code
    if status == 404 and _is_html(response):
        return RouteError
    if status == 404:
        return CandidError if call.service == "stamps" else ObjectNotFoundError
    classes: Mapping[int, type[APIError]] = {
        400: ParseError,
        401: AuthorizationError,
        403: AuthorizationError,
        405: RouteError,
        414: ParseError,
        422: ParseError,
        429: RateLimitError,
    }
    return classes.get(status, ServerError if status >= 500 else APIError)


def _said(response: httpx.Response) -> tuple[str, object]:
    """Return what an error answer says, as a sentence and as data."""
    try:
        value = cast(JSON, json.loads(response.content))
    except (ValueError, RecursionError):
        return _text_of(response), None
    if not isinstance(value, dict):
        return (value if isinstance(value, str) else _short(value)), value
    sentence = str(value.get("message") or value.get("detail") or "")
    errors = value.get("errors")
    if isinstance(errors, dict):
        complaints = "; ".join(f"{name}: {text}" for name, text in errors.items())
        return f"{sentence} ({complaints})" if sentence else complaints, errors
    return sentence or _short(value), value


def _is_html(response: httpx.Response) -> bool:
    return "html" in response.headers.get("content-type", "")


def _text_of(response: httpx.Response) -> str:
    text = response.content.decode("utf-8", errors="replace")
    if _is_html(response) or text.lstrip()[:1] == "<":
        # Loaded for an error only.
        from alerce import pages

        text = pages.text_of(text)
    return _short(text.strip())


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return text if len(text) <= MESSAGE_LENGTH else f"{text[:MESSAGE_LENGTH]} ..."
