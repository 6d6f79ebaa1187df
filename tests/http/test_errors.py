"""Errors: one family, of the right class, that say what the server said and what was asked."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alerce import Alerce, exceptions
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
from tests.conftest import Answer, ScriptedServer

HTML = "text/html; charset=utf-8"
PAGE = (
    "<!DOCTYPE html><html><head><title>{title}</title><style>b {{}}</style></head>"
    "<body><center><h1>{title}</h1></center><hr><script>x()</script><p>nginx</body></html>"
)


@pytest.fixture
def scripted(server: ScriptedServer) -> Iterator[Alerce]:
    """A client that asks once only."""
    with Alerce(**server.config, retries=0) as client:
        yield client


def page(title: str) -> bytes:
    return PAGE.format(title=title).encode()


ADDRESS = "the address is made of ZTF_API_URL and ZTF_ROUTES of the configuration"

# Each body of the wire documents: status, body, content type, class, and what is said.
WIRE: dict[str, tuple[int, bytes, str, type[APIError], str]] = {
    "a bad parameter": (
        400,
        b'{"errors": {"ndet": "Range of detections. bad value"},'
        b' "message": "Input payload validation failed"}',
        "application/json",
        ParseError,
        "Input payload validation failed (ndet: Range of detections. bad value)",
    ),
    "a bad parameter without a sentence": (
        400,
        b'{"errors": {"a": "b", "c": "d"}}',
        "application/json",
        ParseError,
        "a: b; c: d",
    ),
    "a line that is too long for the front server": (
        400,
        page("Bad Request"),
        HTML,
        ParseError,
        "Bad Request - nginx",
    ),
    "an expired token": (
        401,
        b'"Expired Token"\n',
        "application/json",
        AuthorizationError,
        "Expired Token",
    ),
    "a forbidden request": (
        403,
        b'"Forbidden"\n',
        "application/json",
        AuthorizationError,
        "Forbidden",
    ),
    "a malformed header": (
        401,
        b'{"message": "Malformed Authorization header"}',
        "application/json",
        AuthorizationError,
        "Malformed Authorization header",
    ),
    "an unknown object": (
        404,
        b'{"message": "Object not found"}',
        "application/json",
        ObjectNotFoundError,
        "Object not found",
    ),
    "an unrouted path": (
        404,
        page("404 Not Found"),
        HTML,
        RouteError,
        f"404 Not Found - nginx; {ADDRESS}",
    ),
    "a wrong method": (
        405,
        b'{"message": "The method is not allowed"}',
        "application/json",
        RouteError,
        f"The method is not allowed; {ADDRESS}",
    ),
    "an address that is too long": (
        414,
        b"Request-URI Too Large",
        "text/plain",
        ParseError,
        "Request-URI Too Large",
    ),
    "a validation error of another service": (
        422,
        b'{"detail": "radius must be positive"}',
        "application/json",
        ParseError,
        "radius must be positive",
    ),
    "too many requests": (429, b"slow down", "text/plain", RateLimitError, "slow down"),
    "an internal error": (
        500,
        b'{"message": "Internal Server Error"}',
        "application/json",
        ServerError,
        "Internal Server Error",
    ),
    "an internal error as a page": (500, page("Oops"), HTML, ServerError, "Oops - nginx"),
    "a bad gateway": (502, page("502 Bad Gateway"), HTML, ServerError, "502 Bad Gateway - nginx"),
    "a service away": (503, b"no server\n", "text/plain", ServerError, "no server"),
    "a gateway time-out": (504, b"", "text/plain", ServerError, "504 Gateway Timeout"),
    "a teapot": (418, b"", "text/plain", APIError, "418 I'm a Teapot"),
    "a redirect to nowhere": (304, b"", "text/plain", APIError, "304 Not Modified"),
    "a page without its type": (500, page("Oops"), "text/plain", ServerError, "Oops - nginx"),
    "a page that is no markup": (500, b"<![x[ y", HTML, ServerError, "<![x[ y"),
    "a page with a stray end": (500, b"</script><p>Oops", HTML, ServerError, "Oops"),
    "a number": (500, b"5", "application/json", ServerError, "5"),
    "null": (500, b"null", "application/json", ServerError, "null"),
    "a list": (500, b'["a"]', "application/json", ServerError, '["a"]'),
    "an object without a sentence": (
        500,
        b'{"status": "bad"}',
        "application/json",
        ServerError,
        '{"status": "bad"}',
    ),
    "JSON too deep": (500, b"[" * 50_000, "text/plain", ServerError, "[" * 500 + " ..."),
    "bytes that are no text": (500, b"\xff!", "text/plain", ServerError, "\ufffd!"),
}


@pytest.mark.parametrize("name", WIRE)
def test_an_error_answer_is_a_readable_error(
    name: str, server: ScriptedServer, scripted: Alerce
) -> None:
    status, body, kind, expected, said = WIRE[name]
    headers = {} if status == 304 else {"content-type": kind}
    server.will(Answer(status, b"" if status == 304 else body, headers))
    with pytest.raises(APIError) as raised:
        scripted.query_object("ZTF18abbuksn")
    error = raised.value
    assert type(error) is expected
    assert error.message == said
    assert error.code == status
    assert str(error).startswith(f"object ZTF18abbuksn: {said}")


def test_an_error_carries_the_answer_and_the_details(
    server: ScriptedServer, scripted: Alerce
) -> None:
    body = b'{"errors": {"ndet": "bad"}, "message": "no"}'
    server.will(Answer(400, body, {"content-type": "application/json"}))
    with pytest.raises(ParseError) as raised:
        scripted.query_objects(ndet=1)
    error = raised.value
    assert error.data == {"ndet": "bad"}
    assert error.response is not None
    assert error.response.content == body
    assert error.request is not None
    assert error.request.url.params["ndet"] == "1"


def test_an_error_without_details_has_none(scripted: Alerce) -> None:
    with pytest.raises(APIError) as raised:
        scripted.query_objects(page=-1)
    assert raised.value.data == {}
    assert raised.value.response is None


Ask = Callable[[Alerce], object]

ABOUT: dict[str, tuple[Ask, str]] = {
    "an object": (lambda client: client.query_detections("ZTF1"), "object ZTF1"),
    "a list of objects": (lambda client: client.query_objects(), "objects"),
    "a classifier": (lambda client: client.query_classes("lc", "1.0"), "classifier lc 1.0"),
    "a position": (
        lambda client: client.catshtm_conesearch(1, 2, 3, "WISE"),
        "WISE at ra=1.000000, dec=2.000000",
    ),
    "an alert": (lambda client: client.get_avro("ZTF1", 5), "alert 5 of object ZTF1"),
    "a query": (lambda client: client.send_query("SELECT 1"), "SQL query"),
}


@pytest.mark.parametrize("name", ABOUT)
def test_an_error_names_what_was_asked_about(
    name: str, server: ScriptedServer, scripted: Alerce
) -> None:
    ask, about = ABOUT[name]
    server.will(Answer(500, b'{"message": "no"}'))
    with pytest.raises(ServerError) as raised:
        ask(scripted)
    assert raised.value.about == about
    assert str(raised.value).startswith(f"{about}: no (500, ")
    assert server.url in str(raised.value)


def test_an_alert_that_is_not_there_is_its_own_error(
    server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(Answer(404, b'{"message": "Could not find avro"}'))
    with pytest.raises(CandidError, match="Could not find avro"):
        scripted.get_stamps("ZTF1", 5)


SENTENCE = "Request contains one or more invalid arguments."

CATSHTM: dict[str, Ask] = {
    "cone": lambda client: client.catshtm_conesearch(1, 2, 3, "WISE"),
    "cones": lambda client: client.catshtm_conesearch(1, 2, 3),
    "match": lambda client: client.catshtm_crossmatch(1, 2, 3, "WISE"),
    "matches": lambda client: client.catshtm_crossmatch(1, 2, 3),
}


@pytest.mark.parametrize("name", CATSHTM)
def test_an_error_sentence_of_status_200_is_an_error(
    name: str, server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(Answer(200, json.dumps(SENTENCE).encode()))
    with pytest.raises(ParseError) as raised:
        CATSHTM[name](scripted)
    assert raised.value.message == SENTENCE
    assert raised.value.code == 400
    assert raised.value.response is not None


INVALID: dict[str, tuple[Ask, bytes]] = {
    "a page for rows": (lambda client: client.query_magstats("a"), b"<p>Hello</p>"),
    "no body for rows": (lambda client: client.query_magstats("a"), b""),
    "a sentence for rows": (lambda client: client.query_magstats("a"), b'"Hello"'),
    "an object for rows": (lambda client: client.query_magstats("a"), b"{}"),
    "numbers for rows": (lambda client: client.query_magstats("a"), b"[1]"),
    "rows for an object": (lambda client: client.query_object("a"), b"[]"),
    "null for an object": (lambda client: client.query_object("a"), b"null"),
    "no items on a page": (lambda client: client.query_objects(), b"{}"),
    "half a light curve": (lambda client: client.query_lightcurve("a"), b'{"detections": []}'),
    "a JSON text cut off": (lambda client: client.query_object("a"), b'{"oid": "a'),
    "JSON too deep": (lambda client: client.query_object("a"), b"[" * 100_000),
    "a number of too many digits": (lambda client: client.query_object("a"), b"9" * 5000),
    "no catalogues": (lambda client: client.catshtm_conesearch(1, 2, 3), b"{}"),
    "a list for a catalogue": (CATSHTM["cone"], b'{"WISE": []}'),
    "a number for a field": (CATSHTM["match"], b'{"RA": 5}'),
    "a text for a number": (CATSHTM["match"], b'{"RA": {"unit": "deg", "value": "x"}}'),
    "values for a value": (CATSHTM["match"], b'{"RA": {"unit": "deg", "values": [1]}}'),
    "a value for values": (CATSHTM["cone"], b'{"WISE": {"RA": {"units": "deg", "value": 1}}}'),
}


@pytest.mark.parametrize("name", INVALID)
def test_an_answer_that_breaks_its_promise_is_an_error(
    name: str, server: ScriptedServer, scripted: Alerce
) -> None:
    ask, body = INVALID[name]
    server.will(Answer(200, body))
    with pytest.raises(InvalidResponseError):
        ask(scripted)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    status=st.sampled_from([200, 400, 401, 404, 422, 500, 503]),
    body=st.binary() | st.text().map(str.encode) | st.sampled_from([b"<![", b"<!x", b"<", b"&#x"]),
    html=st.booleans(),
)
def test_any_answer_is_rows_or_an_error_of_the_family(
    server: ScriptedServer, scripted: Alerce, status: int, body: bytes, html: bool
) -> None:
    server.will(Answer(status, body, {"content-type": "text/html" if html else "text/plain"}))
    with pytest.raises(APIError, match="object a: "):
        scripted.query_magstats("a")


@pytest.mark.parametrize("name", exceptions.__all__)
def test_every_error_is_of_the_family(name: str) -> None:
    assert issubclass(getattr(exceptions, name), APIError)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (exceptions.ZTFAPIError, -1),
        (ParseError, 400),
        (ObjectNotFoundError, 404),
        (exceptions.FormatValidationError, 500),
        (CandidError, 404),
        (exceptions.TransportError, -1),
    ],
)
def test_the_documented_codes(error: type[APIError], code: int) -> None:
    assert error("no").code == code
    assert error("no").message == "no"


def test_the_old_name_of_the_family_is_the_family() -> None:
    assert exceptions.ZTFAPIError is APIError


def test_an_error_without_words_still_says_something() -> None:
    assert str(APIError()) == "An error with the API occurred."
    assert str(CandidError()) == "Object has no stamps."


def test_a_wrong_argument_is_a_value_error_too() -> None:
    assert issubclass(exceptions.ArgumentError, ValueError)
    assert issubclass(exceptions.FormatValidationError, ValueError)


def test_an_error_survives_a_trip_between_processes(
    server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(Answer(404, b'{"message": "no"}'))
    with pytest.raises(ObjectNotFoundError) as raised:
        scripted.query_object("a")
    copy = pickle.loads(pickle.dumps(raised.value))  # noqa: S301 (our own)
    assert type(copy) is ObjectNotFoundError
    assert str(copy) == str(raised.value)
    assert copy.response is not None
    assert copy.response.content == b'{"message": "no"}'


def test_a_password_in_an_address_is_not_shown(server: ScriptedServer) -> None:
    url = server.url.replace("//", "//user:secret@") + "/"
    server.will(Answer(500))
    with Alerce(ZTF_API_URL=url, retries=0) as client, pytest.raises(ServerError) as raised:
        client.query_object("a")
    assert "secret" not in str(raised.value)
