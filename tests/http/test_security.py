"""What a hostile service, or a hostile argument, must not bring about."""

from __future__ import annotations

import base64
import gzip
import io
import logging
import pickle
import socket
import tomllib
import traceback
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import httpx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from alerce import Alerce
from alerce.decode import avro
from alerce.exceptions import (
    APIError,
    ArgumentError,
    ConfigError,
    ConnectionFailedError,
    InvalidResponseError,
    RouteError,
)
from alerce.http.logs import shown
from alerce.results.stamps import open_packet
from alerce.sandbox import RecordedRequest, Sandbox
from tests.packets import CANDID, OID, SCHEMA, fastavro, packet
from tests.wires import Certificates, Wire, config, json_answer, nothing, wire

SHARED_FIXTURE = [HealthCheck.function_scoped_fixture]

NASTY = ["a/b", "a?b=c", "a#b", "a&b=c", "100%", "%2F", "..", ".", "a/../b", "a\0b", "a\nb", "a\r\nX: y",
         "../classifiers/", "a;b", "a b", "a+b", "ZTF*", "ü", "\u2028", "\u202e", "名", "\ud800", "a\\b",
         "a'b", "a:b", "", " ", "\ufeff", "a%00b", "http://evil.example/"]  # fmt: skip

# Method, what it is given, and the route that must be met whatever that is.
Asked = Callable[[Alerce, str], object]
PATHS: dict[str, tuple[Asked, str]] = {
    "query_object": (lambda client, text: client.query_object(text), "objects/{}"),
    "query_detections": (
        lambda client, text: client.query_detections(text),
        "objects/{}/detections",
    ),
    "query_non_detections": (
        lambda client, text: client.query_non_detections(text),
        "objects/{}/non_detections",
    ),
    "query_lightcurve": (
        lambda client, text: client.query_lightcurve(text),
        "objects/{}/lightcurve",
    ),
    "query_magstats": (lambda client, text: client.query_magstats(text), "objects/{}/magstats"),
    "query_probabilities": (
        lambda client, text: client.query_probabilities(text),
        "objects/{}/probabilities",
    ),
    "query_features": (lambda client, text: client.query_features(text), "objects/{}/features"),
    "query_feature": (
        lambda client, text: client.query_feature("ZTF18abbuksn", text),
        "objects/ZTF18abbuksn/features/{}",
    ),
    "query_classes": (
        lambda client, text: client.query_classes("a", text),
        "classifiers/a/{}/classes",
    ),
}
QUERIES: dict[str, tuple[Asked, str, str]] = {
    "oid": (lambda client, text: client.query_objects(oid=text), "/ztf/v1/objects/", "oid"),
    "class": (
        lambda client, text: client.query_objects(class_name=text),
        "/ztf/v1/objects/",
        "class",
    ),
    "classifier": (
        lambda client, text: client.query_objects(classifier=text),
        "/ztf/v1/objects/",
        "classifier",
    ),
    "stamp": (lambda client, text: client.get_avro(text, 1), "/avro/get_avro", "oid"),
}  # fmt: skip


def arrived(sandbox: Sandbox, client: Alerce, ask: Asked, text: str) -> list[RecordedRequest]:
    """Return what arrived at the sandbox of a call; nothing for an argument that is refused."""
    sandbox.requests.clear()
    try:
        ask(client, text)
    except ArgumentError:
        assert not sandbox.requests
    except APIError:
        assert sandbox.requests
    return list(sandbox.requests)


@pytest.mark.parametrize("method", PATHS)
def test_an_identifier_in_a_path_stays_one(sandbox: Sandbox, client: Alerce, method: str) -> None:
    ask, route = PATHS[method]

    @settings(max_examples=40, deadline=None, suppress_health_check=SHARED_FIXTURE)
    @given(text=st.text(max_size=30) | st.sampled_from(NASTY))
    def check(text: str) -> None:
        for request in arrived(sandbox, client, ask, text):
            assert list(request.query) == []
            if method == "query_feature" and request.path.endswith("/features"):
                # A name that no path can hold is picked from all features.
                continue
            assert request.path == "/ztf/v1/" + route.format(
                text.strip() if route.startswith("objects/{}") else text
            )
            # Not one separator more than the route has, escaped as what it is.
            assert request.target.count("/") == "/ztf/v1/".count("/") + route.count("/")
            assert set(request.headers) == {"host", "accept", "accept-encoding", "user-agent"}

    for text in NASTY:
        check = example(text)(check)
    check()


@pytest.mark.parametrize("parameter", QUERIES)
def test_an_argument_in_a_query_stays_one(sandbox: Sandbox, client: Alerce, parameter: str) -> None:
    ask, path, name = QUERIES[parameter]
    extra = {"candid": ["1"]} if parameter == "stamp" else {"page": ["1"], "page_size": ["10000"]}

    @settings(max_examples=40, deadline=None, suppress_health_check=SHARED_FIXTURE)
    @given(text=st.text(max_size=30) | st.sampled_from(NASTY))
    def check(text: str) -> None:
        for request in arrived(sandbox, client, ask, text):
            assert request.path == path
            sent = {key: [v for k, v in request.query if k == key] for key, _ in request.query}
            # A single one with a wildcard in it is named twice, so that it is none.
            # An empty classifier is no filter; blanks around an identifier are no part of it.
            expected = text.strip() if name == "oid" else text
            assert set(sent.pop(name, [""])) == {expected}
            assert sent in ({}, extra)

    for text in NASTY:
        check = example(text)(check)
    check()


def test_sql_arrives_as_it_is(sandbox: Sandbox, client: Alerce) -> None:
    for text in NASTY:
        for request in arrived(sandbox, client, lambda client, text: client.send_query(text), text):
            assert request.path == "/dbquery/v1/db/"
            assert request.target == "/dbquery/v1/db/"


SECRET = "hunter2"  # noqa: S105 (it is what must not be seen)


def with_password(url: str) -> str:
    return url.replace("://", f"://user:{SECRET}@")


def test_credentials_are_sent_and_not_shown(
    hostile: Wire, caplog: pytest.LogCaptureFixture
) -> None:
    hostile.will({"fault": "status", "status": 500, "path": "objects"})
    addresses: Any = {key: with_password(str(url)) for key, url in hostile.config.items()}
    events: list[object] = []
    with (
        caplog.at_level(logging.DEBUG),
        Alerce(**addresses, on_request=events.append, on_response=events.append) as client,
    ):
        client.query_classifiers()
        with pytest.raises(APIError) as raised:
            client.query_object("ZTF18abbuksn")
        with pytest.raises(APIError):
            client.api.ztf.get_httpx_client().get("/objects/x")
        seen = "".join(
            [
                caplog.text,
                repr(client),
                repr(events),
                str(raised.value),
                repr(raised.value),
                repr(raised.value.request),
                repr(raised.value.response),
                repr(vars(raised.value)),
                "".join(traceback.format_exception(raised.value)),
            ]
        )
    basic = base64.b64encode(f"user:{SECRET}".encode()).decode()
    assert [request.headers["authorization"] for request in hostile.log] == [f"Basic {basic}"] * 3
    assert "ZTF18abbuksn" in seen
    assert SECRET not in seen
    assert basic not in seen


def test_a_token_in_an_address_and_a_query_in_sql_are_not_shown(
    hostile: Wire, caplog: pytest.LogCaptureFixture
) -> None:
    hostile.will({"fault": "reset"})
    url = f"{hostile.url}/dbquery/v1/db/?x={SECRET}"
    events: list[object] = []
    with (
        caplog.at_level(logging.DEBUG, "alerce"),
        Alerce(ZTF_DB_API_URL=url, on_request=events.append) as client,
        pytest.raises(ConnectionFailedError) as raised,
    ):
        client.send_query(f"SELECT '{SECRET}'")
    assert hostile.log[0].target.endswith(f"?x={SECRET}")
    assert SECRET.encode() in hostile.log[0].body
    seen = f"{caplog.text}{events}{raised.value}{raised.value!r}"
    assert "/dbquery/v1/db/" in seen
    assert SECRET not in seen


def test_a_parameter_named_like_a_secret_is_not_shown() -> None:
    url = httpx.URL(f"https://u:{SECRET}@host/path?oid=ZTF1&api_key={SECRET}&Token={SECRET}")
    assert shown(url, "ztf") == "https://host/path?oid=ZTF1&api_key=...&Token=..."


def test_an_address_that_is_none_is_refused_without_its_password() -> None:
    for url in (f"https://user:{SECRET}@host:port/", f"ftp://user:{SECRET}@host/"):
        with pytest.raises(ConfigError) as raised, Alerce(ZTF_API_URL=url) as client:
            client.query_object("x")
        assert SECRET not in str(raised.value)


def test_credentials_stay_on_their_host(hostile: Wire) -> None:
    with wire(nothing) as thief:
        hostile.will(
            {"fault": "status", "status": 308, "headers": {"location": f"{thief.url}/objects/x"}}
        )
        with (
            Alerce(ZTF_API_URL=with_password(f"{hostile.url}/")) as client,
            pytest.raises(RouteError),
        ):
            client.query_object("x")
        assert not thief.log


def test_credentials_go_along_on_the_same_host(hostile: Wire) -> None:
    hostile.will(
        {
            "fault": "status",
            "status": 308,
            "nth": [1],
            "headers": {
                "location": "//evil:x@" + hostile.url.split("//")[1] + "/ztf/v1/classifiers/"
            },
        }
    )
    with Alerce(ZTF_API_URL=with_password(f"{hostile.url}/ztf/v1")) as client:
        client.query_classifiers()
    first, second = [request.headers["authorization"] for request in hostile.log]
    assert first == second


def test_redirects_are_bounded(hostile: Wire) -> None:
    hostile.will({"fault": "status", "status": 302, "headers": {"location": "/again"}})
    with (
        Alerce(**hostile.config) as client,
        pytest.raises(RouteError, match="more than 5 redirects"),
    ):
        client.query_object("x")
    assert len(hostile.log) == 6


def test_https_does_not_become_http(certificates: Certificates) -> None:
    with (
        wire(nothing) as plain,
        wire(
            nothing,
            {"fault": "status", "status": 308, "headers": {"location": f"{plain.url}/objects/x"}},
            tls=certificates.server(certificates.loopback),
        ) as secure,
    ):
        with (
            Alerce(**config(secure.url), ca_bundle=certificates.authority) as client,
            pytest.raises(RouteError, match="is not followed"),
        ):
            client.query_object("x")
        assert not plain.log


@pytest.mark.parametrize("who", ["loopback", "elsewhere"])
def test_certificates_are_verified(certificates: Certificates, who: str) -> None:
    bundle = None if who == "loopback" else certificates.authority
    tls = certificates.server(getattr(certificates, who))
    with wire(nothing, tls=tls) as secure, Alerce(**config(secure.url), ca_bundle=bundle) as client:
        with pytest.raises(ConnectionFailedError, match="option ca_bundle"):
            client.query_object("x")
        assert not secure.log


def test_a_ca_bundle_may_be_a_folder_and_differ_by_call(certificates: Certificates) -> None:
    tls = certificates.server(certificates.loopback)
    answer = json_answer({"oid": "x"})
    with (
        wire(lambda method, target: answer, tls=tls) as secure,
        Alerce(**config(secure.url)) as client,
    ):
        trusting = client.with_options(ca_bundle=certificates.authority)
        assert dict(trusting.query_object("x")) == {"oid": "x"}
        with pytest.raises(ConnectionFailedError):
            client.query_object("x")


def test_a_ca_bundle_that_is_none_is_refused(tmp_path: Path) -> None:
    empty = tmp_path / "empty.pem"
    empty.write_text("nothing")
    with pytest.raises(ArgumentError, match="does not exist"):
        Alerce(ca_bundle=tmp_path / "missing.pem")
    with (
        Alerce(ZTF_API_URL="https://127.0.0.1:1/", ca_bundle=empty) as client,
        pytest.raises(ConfigError, match="holds no certificates"),
    ):
        client.query_object("x")


def test_no_option_turns_verification_off() -> None:
    for name in ("verify", "insecure", "verify_ssl"):
        with pytest.raises(ConfigError, match=r"unknown (key|option)"):
            Alerce(**cast("Any", {name: False}))


def test_the_environment_s_configuration_is_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trace = tmp_path / "trace"
    code = f"__import__('pathlib').Path({str(trace)!r}).touch()\nAlerceAPIConfig = {{}}\n"
    for name in ("config.py", "config.PY", "config.json", "config.toml", "config"):
        path = tmp_path / name
        path.write_text(code)
        monkeypatch.setenv("ALERCE_CONFIG_PATH", str(path))
        with pytest.raises(ConfigError):
            Alerce()
    assert not trace.exists()
    monkeypatch.delenv("ALERCE_CONFIG_PATH")
    Alerce().load_config_from_file(tmp_path / "config.py")
    assert trace.exists()


def avro_file(schema: object, block: bytes, count: int, codec: str = "null") -> bytes:
    """Return an Avro file of one block as it stands."""
    mark = b"m" * 16

    def number(value: int) -> bytes:
        value <<= 1
        digits = b""
        while value > 0x7F:
            digits, value = digits + bytes([value & 0x7F | 0x80]), value >> 7
        return digits + bytes([value])

    head = io.BytesIO()
    fastavro.writer(head, fastavro.parse_schema(schema), [], codec=codec, sync_marker=mark)
    return head.getvalue() + number(count) + number(len(block)) + block + mark


ITSELF: dict[str, Any] = {
    "type": "record",
    "name": "A",
    "fields": [{"name": "next", "type": ["null", "A"]}],
}
NOTHING: dict[str, Any] = {
    "type": "record",
    "name": "A",
    "fields": [{"name": "many", "type": {"type": "array", "items": "null"}}],
}
EMPTY: dict[str, Any] = {"type": "record", "name": "A", "fields": []}
BYTES: dict[str, Any] = {
    "type": "record",
    "name": "A",
    "fields": [{"name": "data", "type": "bytes"}],
}


def deflated(size: int) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(b"\x80" * size) + packer.flush()


@pytest.mark.parametrize(
    ("schema", "block", "count", "codec", "complaint"),
    [
        # By a stack overflow in the library this one would end the interpreter.
        (ITSELF, b"\x02" * 2_000_000 + b"\0", 1, "null", "holds itself"),
        # 2**40 values from six bytes.
        (NOTHING, b"\x80\x80\x80\x80\x80\x80\x01\0", 1, "null", "array of nothing"),
        (EMPTY, b"", 2**40, "null", "at least"),
        (BYTES, deflated(2**29), 1, "deflate", "unpacks to more than"),
        # Bytes that say to be 2**40 long.
        (BYTES, b"\x80\x80\x80\x80\x80\x80\x01abc", 1, "null", "broken alert packet"),
    ],
    ids=["a type that holds itself", "an array of nothing", "records of nothing", "bomb", "length"],
)  # fmt: skip
def test_an_alert_packet_is_no_trap(
    schema: object, block: bytes, count: int, codec: str, complaint: str
) -> None:
    with pytest.raises(InvalidResponseError, match=complaint):
        open_packet(avro_file(schema, block, count, codec), "alert 1")


def test_a_stamp_is_unpacked_within_a_bound() -> None:
    bomb = gzip.compress(bytes(80 * 2**20))
    with pytest.raises(InvalidResponseError, match="longer than any stamp"):
        open_packet(packet([bomb] * 3), "alert 1").images()


def test_a_packed_alert_packet_is_read() -> None:
    record = avro.read_one(packet())
    packed = io.BytesIO()
    fastavro.writer(packed, fastavro.parse_schema(dict(SCHEMA)), [record], codec="deflate")
    assert avro.read_one(packed.getvalue()) == record


@pytest.mark.parametrize(
    "cards",
    ["NAXIS   = 2 NAXIS1  = 99999999 NAXIS2  = 99999999", "NAXIS   = 999", "NAXIS   = -1",
     "NAXIS   = 2 NAXIS1  = 63 NAXIS2  = -63", "BITPIX  = 12345"],
)  # fmt: skip
def test_a_stamp_is_no_trap(cards: str, hostile: Wire) -> None:
    said = {"SIMPLE": "T", "BITPIX": "-32", "NAXIS": "2", "NAXIS1": "63", "NAXIS2": "63"}
    words = cards.split()
    said |= dict(zip(words[::3], words[2::3], strict=True))
    lines = [f"{name:8}= {value:>20}".ljust(80) for name, value in said.items()]
    stamp = ("".join([*lines, "END".ljust(80)])).encode().ljust(2880) + bytes(2880 * 6)
    hostile.will({"fault": "answer", "body": packet([stamp] * 3)})
    with Alerce(**hostile.config) as client, pytest.raises(InvalidResponseError):
        client.get_stamps(OID, CANDID)


def test_a_hook_sees_every_request_and_no_secret(hostile: Wire) -> None:
    hostile.will({"fault": "status", "status": 502, "nth": [1]})
    seen: list[Any] = []
    with Alerce(**hostile.config, on_request=seen.append, on_response=seen.append) as client:
        client.query_detections("ZTF18abbuksn")
    assert [type(event).__name__ for event in seen] == ["RequestEvent", "ResponseEvent"] * 2
    first, failed, second, answered = seen
    assert (first.service, first.method, first.about) == ("ztf", "GET", "object ZTF18abbuksn")
    assert (first.attempt, second.attempt) == (1, 2)
    assert (failed.status, answered.status, answered.error) == (502, 200, "")
    assert failed.request == first
    assert answered.size > 1000
    assert answered.seconds > 0


def test_what_a_hook_raises_is_raised(hostile: Wire) -> None:
    def fail(event: object) -> None:
        raise LookupError("mine")

    with (
        Alerce(**hostile.config, on_request=fail) as client,
        pytest.raises(LookupError, match="mine"),
    ):
        client.query_classifiers()


def test_a_hook_that_is_none_is_refused() -> None:
    async def awaited(event: object) -> None: ...

    for hook in (5, awaited):
        with pytest.raises(ArgumentError, match="on_response"):
            Alerce(on_response=cast("Any", hook))


def test_errors_survive_pickling(hostile: Wire) -> None:
    hostile.will({"fault": "status", "status": 400, "body": '{"message": "no"}'})
    with Alerce(**hostile.config) as client, pytest.raises(APIError) as raised:
        client.query_object("x")
    again = pickle.loads(pickle.dumps(raised.value))  # noqa: S301 (its own)
    assert (str(again), again.code, again.attempts) == (str(raised.value), 400, 1)


def test_the_environment_s_proxy_is_used(
    hostile: Wire, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        # An address at which only the proxy can help.
        target = f"http://nowhere.invalid:{taken.getsockname()[1]}/"
    monkeypatch.setenv("http_proxy", with_password(hostile.url))
    with Alerce(ZTF_API_URL=target) as client, pytest.raises(APIError):
        client.query_object("x")
    (request,) = [each for each in hostile.log if each.target.startswith(target)][:1]
    assert request.headers["proxy-authorization"].startswith("Basic ")
    monkeypatch.setenv("no_proxy", "nowhere.invalid")
    hostile.will()
    with Alerce(ZTF_API_URL=target, retries=0) as client, pytest.raises(ConnectionFailedError):
        client.query_object("x")
    assert not hostile.log


@pytest.mark.parametrize(
    "proxy", ["ftp://user:hunter2@x", "http://host:port/", "socks5://user:hunter2@x:1"]
)
def test_a_proxy_that_is_none_is_refused(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv("https_proxy", proxy)
    with Alerce() as client, pytest.raises(APIError, match="proxy") as raised:
        client.query_object("x")
    assert SECRET not in str(raised.value)


def test_dependencies_are_named_with_lower_bounds() -> None:
    project = tomllib.loads((Path(__file__).resolve().parents[2] / "pyproject.toml").read_text())
    assert all(">=" in each for each in project["project"]["dependencies"])


def test_no_password_file_is_read(
    hostile: Wire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / ".netrc"
    netrc.write_text(f"machine 127.0.0.1 login user password {SECRET}\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HOME", str(tmp_path))
    with Alerce(**hostile.config) as client:
        client.query_classifiers()
    assert "authorization" not in hostile.log[0].headers
