"""The error class for the status of an answer."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, cast

from alerce.config import ROUTES_KEYS, URL_KEYS
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
    import httpx

    from alerce.http.call import Call

MESSAGE_LENGTH = 500

# What the multi-survey services answer at an address that they do not have.
NO_ROUTE = b'{"detail":"Not Found"}'

STAMP_SERVICES = ("stamps", "lsst_stamps")

# A hint that web frameworks append to a 404: similar routes. It is misleading if the address is
# right and only the object is unknown.
ROUTING_HELP: Final = re.compile(
    r"The requested URL was not found on the server\.?"
    r"|If you entered the URL manually please check your spelling and try again\.?"
    r"|You have requested this URI \[.*?\] but did you mean .*? \?$"
)


def raise_for_error(response: httpx.Response, call: Call) -> None:
    """Raise the error for an answer's status, unless the answer is successful."""
    if response.is_success:
        return
    message, data = _message_and_data(response)
    kind = _error_class(response, call)
    message = ROUTING_HELP.sub("", message).strip()
    if not message and kind is ObjectNotFoundError:
        message = "the service does not know it"
    message = message or f"{response.status_code} {response.reason_phrase}".strip()
    if kind is RouteError:
        keys = " and ".join(
            table[call.service] for table in (URL_KEYS, ROUTES_KEYS) if call.service in table
        )
        message = f"{message}; the address is made of {keys} of the configuration"
    raise kind(
        message,
        response.status_code,
        data,
        response,
        request=response.request,
        about=call.about,
    )


def invalid(response: httpx.Response, call: Call, message: str) -> InvalidResponseError:
    """Return the error for an answer that does not match the service's specification."""
    return InvalidResponseError(
        message,
        response.status_code,
        response=response,
        request=response.request,
        about=call.about,
    )


def _error_class(response: httpx.Response, call: Call) -> type[APIError]:
    status = response.status_code
    if status == 404 and (_is_html(response) or response.content == NO_ROUTE):
        return RouteError
    if status == 404:
        return CandidError if call.service in STAMP_SERVICES else ObjectNotFoundError
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


def _message_and_data(response: httpx.Response) -> tuple[str, object]:
    """Return the message of an error answer as a sentence, and its details as data."""
    try:
        value = cast("object", json.loads(response.content))
    except (ValueError, RecursionError):
        return text_of(response), None
    if not isinstance(value, dict):
        return (value if isinstance(value, str) else short(value)), value
    fields = cast("dict[str, object]", value)
    detail = fields.get("detail")
    sentence = str(fields.get("message") or _complaints(detail) or "")
    errors = fields.get("errors")
    if isinstance(errors, dict):
        by_name = cast("dict[str, object]", errors)
        complaints = "; ".join(f"{name}: {text}" for name, text in by_name.items())
        return f"{sentence} ({complaints})" if sentence else complaints, by_name
    return sentence or short(fields), fields


def _complaints(detail: object) -> str:
    """Return the detail of an error as a sentence: a text, or what is wrong with each parameter."""
    if isinstance(detail, dict):
        by_name = cast("dict[str, object]", detail)
        return "; ".join(f"{name}: {text}" for name, text in by_name.items())
    if not isinstance(detail, list):
        return "" if detail is None else str(detail)
    found: list[str] = []
    for each in cast("list[object]", detail):
        if not isinstance(each, dict):
            found.append(short(each))
            continue
        fields = cast("dict[str, object]", each)
        place = fields.get("loc")
        # The first step says whether it is in the path, the query or the body.
        steps = cast("list[object]", place)[1:] if isinstance(place, list) else []
        found.append(f"{'.'.join(map(str, steps)) or 'request'}: {fields.get('msg')}")
    return "; ".join(found)


def _is_html(response: httpx.Response) -> bool:
    return "html" in response.headers.get("content-type", "")


def text_of(response: httpx.Response) -> str:
    """Return the readable text of an answer, shortened."""
    text = response.content.decode("utf-8", errors="replace")
    if _is_html(response) or text.lstrip()[:1] == "<":
        # Imported late, since only error pages are HTML.
        from alerce.http import html

        text = html.text_of(text)
    return short(text.strip())


def short(value: object) -> str:
    """Return a value as a text that fits in a message."""
    text = value if isinstance(value, str) else json.dumps(value)
    return text if len(text) <= MESSAGE_LENGTH else f"{text[:MESSAGE_LENGTH]} ..."
