"""What the services have in common on the wire: calls, bodies, error pages."""

import difflib
import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from starlette.responses import Response

SERVER_ERROR = (
    "The server encountered an internal error and was unable to complete your request. "
    "Either the server is overloaded or there is an error in the application."
)
NOT_FOUND = (
    "The requested URL was not found on the server. "
    "If you entered the URL manually please check your spelling and try again."
)
MODERN = "<!doctype html>\n<html lang=en>\n"
OLD = '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">\n'
HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Call:
    """One request as a service sees it: its own prefix is already taken off the path."""

    method: str
    path: str
    raw_path: str
    query: Sequence[tuple[str, str]]
    raw_query: str
    headers: Mapping[str, str]
    root: str
    prefix: str
    form: Mapping[str, str]

    def values(self, name: str) -> list[str]:
        """Every value of a query parameter, in the order sent."""
        return [value for key, value in self.query if key == name]

    def value(self, name: str) -> str | None:
        """Return the first value of a query parameter, the one Flask takes."""
        return next(iter(self.values(name)), None)


class Service(Protocol):
    """One of the services: it answers calls under its prefix."""

    name: ClassVar[str]
    prefix: ClassVar[str]
    # One worker behind the real service: calls wait for one another.
    one_at_a_time: ClassVar[bool]

    def answer(self, call: Call) -> Response:
        """Return the answer to `call`."""
        ...


class Refusal(Exception):  # noqa: N818 - an answer on its way out, not a fault of the program
    """Raised anywhere in a service to end the call with an error answer."""

    def __init__(self, response: Response) -> None:
        super().__init__(response.status_code)
        self.response = response


def as_json(body: object, status: int = 200, *, newline: bool = False) -> Response:
    """Return a JSON answer, bare NaN and Infinity included, as Flask writes it."""
    text = json.dumps(body)
    return raw_json(text + "\n" if newline else text, status)


def raw_json(text: str, status: int = 200) -> Response:
    """Return an answer of JSON text that is already written."""
    response = Response(text, status)
    # Starlette would add a charset to what is not text/*, were it told the media type.
    response.headers["content-type"] = "application/json"
    return response


def html_page(page: str, status: int, content_type: str = HTML) -> Response:
    """Return an HTML answer with exactly this content type."""
    response = Response(page, status)
    response.headers["content-type"] = content_type
    return response


def error_page(head: str, status: int, title: str, text: str, content_type: str = HTML) -> Response:
    """Return one of Werkzeug's error pages, old or new style after `head`."""
    page = f"{head}<title>{status} {title}</title>\n<h1>{title}</h1>\n<p>{text}</p>\n"
    return html_page(page, status, content_type)


def redirect(location: str) -> Response:
    """Return the 308 of a route asked for without its final slash."""
    shown = html.escape(location)
    page = (
        f"{MODERN}<title>Redirecting...</title>\n<h1>Redirecting...</h1>\n"
        "<p>You should be redirected automatically to the target URL: "
        f'<a href="{shown}">{shown}</a>. If not, click the link.\n'
    )
    response = html_page(page, 308)
    response.headers["location"] = location
    return response


def message(text: str, status: int) -> Response:
    """Return the ``{"message": ...}`` body of most errors."""
    return as_json({"message": text}, status, newline=True)


def server_error() -> Response:
    """Return the 500 of a query the database refuses."""
    return message(SERVER_ERROR, 500)


def bare_server_error() -> Response:
    """Return the 500 of a fault in the service's own code."""
    return message("Internal Server Error", 500)


def invalid(parameter: str, text: str) -> Refusal:
    """Return the 400 naming the first bad parameter."""
    body = {"errors": {parameter: text}, "message": "Input payload validation failed"}
    return Refusal(as_json(body, 400, newline=True))


class RouteHelp:
    """The "did you mean" sentence that Flask-RESTX adds to a 404.

    It compares the path asked for with every rule cut at its first placeholder; of rules that are
    then equal the last one is named. Its guesses are often odd, and are part of the body.
    """

    def __init__(self, rules: Sequence[str]) -> None:
        self._rules = {re.sub(r"(<.*>)", "", rule): rule for rule in rules}

    def __call__(self, text: str, path: str) -> str:
        """Return `text` with the guesses for `path`."""
        close = difflib.get_close_matches(path, list(self._rules))
        if not close:
            return text
        guesses = " or ".join(self._rules[match] for match in close)
        return (
            f"{text.rstrip('.')}. You have requested this URI [{path}] but did you mean {guesses} ?"
        )


def number(text: str | None) -> float | None:
    """Return a float as Python reads it (``nan`` and ``inf`` too), or None."""
    if text is None:
        return None
    try:
        return float(text)
    except ValueError:
        return None
