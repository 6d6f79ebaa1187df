"""From the bytes of a successful answer to its rows.

All functions are pure: they do no input or output and keep no state.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from alerce.decode.cells import Cells, cells_of
from alerce.http.errors import invalid, short, text_of

if TYPE_CHECKING:
    import httpx
    from alerce_api.column import Column

    from alerce.decode.columnar import Parts
    from alerce.http.call import Call

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"
Row: TypeAlias = dict[str, JSON]

SURROGATE_ESCAPE = re.compile(rb"\\u[dD][89a-fA-F]")


def decode_json(response: httpx.Response, call: Call) -> JSON:
    """Return the JSON value of a successful answer.

    Bare ``NaN``, ``Infinity`` and ``-Infinity``, which the services do send,
    are taken as numbers; integers keep every digit.

    Raises
    ------
    InvalidResponseError
        The answer is not JSON.
    """
    from alerce.decode import fastjson

    try:
        value = cast(JSON, fastjson.loads(response.content))
        if SURROGATE_ESCAPE.search(response.content):
            # An escape can make a lone surrogate, which no text file and no text column can
            # hold. Encoding the value finds it.
            json.dumps(value, ensure_ascii=False).encode()
        return value  # noqa: TRY300 (what the line above raises belongs here)
    except (ValueError, RecursionError) as error:
        said = text_of(response) or "nothing"
        why = f" ({error})" if said[0] in "{[" else ""
        raise invalid(response, call, f"expected JSON and got: {said}{why}") from error


def decode_text(response: httpx.Response, call: Call) -> str:
    """Return the text of a successful answer, without replacing any character.

    Raises
    ------
    InvalidResponseError
        The bytes are not in the encoding that the headers name, by default UTF-8.
    """
    encoding = response.charset_encoding or "utf-8"
    try:
        return response.content.decode(encoding)
    except (LookupError, ValueError) as error:
        raise invalid(response, call, f"the text is not {short(encoding)}: {error}") from error


def columns_of(response: httpx.Response, call: Call, columns: tuple[Column, ...]) -> Cells:
    """Return the rows of a successful answer by column.

    Raises
    ------
    InvalidResponseError
        The answer is not a list of objects.
    """
    from alerce.decode import columnar

    found = columnar.rows(response.content, columns)
    if found is None:
        return cells_of(rows_of(decode_json(response, call), response, call))
    return found


def parts_of(response: httpx.Response, parts: Parts) -> dict[str, Any] | None:
    """Return the fields of a successful answer, rows by column; None if it must be read by row."""
    from alerce.decode import columnar

    return columnar.parts(response.content, parts)


def rows_of(value: JSON, response: httpx.Response, call: Call) -> list[Row]:
    """Return the rows of an answer that must be a list of objects."""
    if isinstance(value, list) and all(isinstance(row, dict) for row in value):
        return cast("list[Row]", value)
    raise invalid(response, call, f"expected a list of rows and got: {short(value)}")


def object_of(value: JSON, response: httpx.Response, call: Call) -> Row:
    """Return the fields of an answer that must be one object."""
    if isinstance(value, dict):
        return value
    raise invalid(response, call, f"expected an object and got: {short(value)}")
