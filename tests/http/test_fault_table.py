"""Every fault on both faces: what the call gives, after how many requests, in what time.

The table stands in docs/faults.md, which is written anew by a run with the environment variable
ALERCE_WRITE_DOCS set; times are the only thing in it that differ from run to run.
"""

from __future__ import annotations

import asyncio
import contextlib
import email.utils
import gzip
import os
import re
import threading
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from alerce import Alerce, AsyncAlerce
from alerce.exceptions import APIError
from alerce.sandbox import Sandbox
from tests.packets import CANDID, OID, cutouts, fits_file, image, packet
from tests.wires import Certificates, closed_port, config, deaf_port, nothing, wire

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "faults.md"
OBJECT = "ZTF18abbuksn"

Ask = Callable[[Any], Any]
Client = Alerce | AsyncAlerce


def ask_object(client: Any) -> Any:
    return client.query_object(OBJECT)


def ask_table(client: Any) -> Any:
    return client.query_detections(OBJECT, format="pandas")


def ask_classifiers(client: Any) -> Any:
    return client.query_classifiers()


def ask_limits(client: Any) -> Any:
    return client.query_limit_values()


def ask_stamps(client: Any) -> Any:
    return client.get_stamps(OID, CANDID, format="numpy")


def ask_sql(client: Any) -> Any:
    return client.send_query("SELECT oid FROM object WHERE oid = 'ZTF18abbuksn'")


@dataclass(frozen=True)
class Case:
    """One fault and what must come of it."""

    name: str
    gives: str
    """Name of the error's class, or "right"."""
    requests: int | Sequence[int]
    rules: Sequence[Mapping[str, Any]] = ()
    ask: Ask = ask_object
    options: Mapping[str, Any] = field(default_factory=dict[str, Any])
    address: str = ""
    """In place of a broken wire: "closed", "deaf", "tls", "elsewhere", or a URL."""
    proxy: str = ""
    """Environment's proxy: "closed" or "refusing"."""
    check: Callable[[Any], bool] | None = None
    """Whether a result is right, where it is not that of a clean wire."""


def fault(name: str, **more: Any) -> Mapping[str, Any]:
    return {"fault": name, **more}


def status(code: int, body: str = "", **headers: str) -> Mapping[str, Any]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return {"fault": "status", "status": code, "body": body, "headers": named}


def says(body: str | bytes, **headers: str) -> Mapping[str, Any]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return {"fault": "answer", "body": body, "headers": named}


def first(rule: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**rule, "nth": [1]}


JSON = "application/json"
PAGE = "<html><head><title>Oops</title></head><body><h1>Bad gateway</h1></body></html>"
ROW = (
    '[{"tid": "x", "mjd": 59000.5, "candid": "1", "fid": 1, "pid": 1, "isdiffpos": 1,'
    ' "magpsf": %s, "sigmapsf": 0.1, "ra": 1.0, "dec": 2.0, "has_stamp": true,'
    ' "corrected": true, "dubious": false, "step_id_corr": "x", "phase": 0.0%s}]'
)
SLOW = {"timeout": {"total": 2.5}}
TRANSIENT = '{"message": "server closed the connection unexpectedly"}'
BOMB = gzip.compress(bytes(80 * 2**20))


def row(magpsf: str, more: str = "") -> str:
    """Return one detection."""
    return ROW % (magpsf, more)


def date(seconds: float) -> str:
    return email.utils.formatdate(time.time() + seconds, usegmt=True)


CASES = [
    # Nobody there.
    Case("connection refused", "ConnectionFailedError", 5, address="closed"),
    Case("connections never taken", "RequestTimeoutError", 5, address="deaf",
         options={"timeout": {"connect": 0.3}}),
    Case("no such host", "ConnectionFailedError", (1, 5), address="http://alerce.invalid"),
    Case("host name that is none", "ConnectionFailedError", 1, address=f"http://{'a' * 70}.example"),
    Case("proxy refuses connections", "ConnectionFailedError", 5, proxy="closed",
         address="http://alerce.example"),
    Case("proxy refuses to pass on", "ConnectionFailedError", 5, proxy="refusing",
         address="https://alerce.example"),
    # Trust.
    Case("certificate of nobody known", "ConnectionFailedError", 1, address="tls"),
    Case("certificate of nobody known, trusted by ca_bundle", "right", 1, address="tls",
         options={"ca_bundle": "authority"}),
    Case("certificate of another host", "ConnectionFailedError", 1, address="elsewhere",
         options={"ca_bundle": "authority"}),
    Case("plain http on the port of https", "ConnectionFailedError", 1, address="https to http"),
    # The connection.
    Case("reset before the answer", "ConnectionFailedError", 5, [fault("reset")]),
    Case("reset before the answer, once", "right", 2, [first(fault("reset"))]),
    Case("closed without an answer", "ConnectionFailedError", 5, [fault("close")]),
    Case("reset in the body", "ConnectionFailedError", 5, [fault("reset_in_body")]),
    Case("reset in the body, once", "right", 2, [first(fault("reset_in_body"))]),
    Case("closed in the body", "ConnectionFailedError", 5, [fault("truncated")]),
    Case("closed in the body, once", "right", 2, [first(fault("truncated"))]),
    Case("closed in the head", "ConnectionFailedError", 5, [fault("truncated_head")]),
    Case("a length larger than the body", "ConnectionFailedError", 5, [fault("too_long")]),
    Case("a length smaller than the body", "InvalidResponseError", 5, [fault("too_short")]),
    Case("a length smaller than the body, once", "right", 2, [first(fault("too_short"))]),
    Case("no HTTP at all", "ConnectionFailedError", 5, [fault("garbage")]),
    # Time.
    Case("no answer", "RequestTimeoutError", 1, [fault("stall")], options={"timeout": {"read": 0.5}}),
    Case("no end of the body", "RequestTimeoutError", 1, [fault("stall_in_body")],
         options={"timeout": {"read": 0.5}}),
    Case("an answer after 0.3 s", "right", 1, [fault("delay", seconds=0.3)]),
    Case("a body byte by byte", "RequestTimeoutError", 1, [fault("slow")], options=SLOW),
    Case("a head byte by byte", "RequestTimeoutError", 1, [fault("slow_head")], options=SLOW),
    Case("interim answers without end", "RequestTimeoutError", 1, [fault("endless_head")],
         options=SLOW),
    Case("a body without end", "InvalidResponseError", 1, [fault("endless")]),
    # Packing.
    Case("a packed body", "right", 1, [fault("gzip")]),
    Case("a packed body cut off", "InvalidResponseError", 5, [fault("gzip_truncated")]),
    Case("a packed body cut off, once", "right", 2, [first(fault("gzip_truncated"))]),
    Case("a plain body said to be packed", "InvalidResponseError", 1, [fault("gzip_not")]),
    Case("a packing that was not asked for", "InvalidResponseError", 1,
         [says("x", content_encoding="br")]),
    Case("a gzip bomb", "InvalidResponseError", 1, [fault("bomb", size=2**26)]),
    # What is said with 200.
    Case("a page with 200", "InvalidResponseError", 5, [says(PAGE, content_type="text/html")]),
    Case("a page with 200, once", "right", 2, [first(says(PAGE, content_type="text/html"))]),
    Case("nothing with 200", "InvalidResponseError", 5, [says("")]),
    Case("null", "InvalidResponseError", 1, [says("null")]),
    Case("a JSON string", "InvalidResponseError", 1, [says('"sorry"')]),
    Case("a number", "InvalidResponseError", 1, [says("42")]),
    Case("rows where an object belongs", "InvalidResponseError", 1, [says("[]")]),
    Case("an object where rows belong", "InvalidResponseError", 1, [says("{}")], ask_table),
    Case("rows that are no objects", "InvalidResponseError", 1, [says("[1]")], ask_table),
    Case("missing fields", "right", 1, [says('{"oid": "ZTF18abbuksn"}')],
         check=lambda found: found == {"oid": OBJECT}),
    Case("a field that nobody knows", "right", 1, [says(row("1", ', "new": 7'))], ask_table,
         check=lambda found: list(found["new"]) == [7]),
    Case("a class that nobody knows", "right", 1,
         [says('[{"classifier_name": "new", "classifier_version": "9", "classes": ["Odd"]}]')],
         ask_classifiers, check=lambda found: found[0]["classes"] == ["Odd"]),
    Case("a bare NaN", "right", 1, [says(row("NaN"))], ask_table,
         check=lambda found: bool(found.magpsf.isna().all())),
    Case("a text where a number belongs", "InvalidResponseError", 1,
         [says(row('"bright"'))], ask_table),
    Case("an integer beyond 64 bit", "InvalidResponseError", 1,
         [says(row("1", ', "nid": ' + "9" * 30))], ask_table),
    Case("an integer of 5000 digits", "InvalidResponseError", 1,
         [says('{"min_ndet": ' + "9" * 5000 + "}")], ask_limits),
    Case("nesting without end", "InvalidResponseError", 1, [says("[" * 100000 + "]" * 100000)]),
    Case("invalid UTF-8", "InvalidResponseError", 1, [says(b'{"oid": "\xff\xfe"}')]),
    Case("half of a character", "InvalidResponseError", 1, [says('{"oid": "\\ud800"}')]),
    Case("JSON said to be a page", "right", 1,
         [fault("answer", headers={"content-type": "text/html"})]),
    # Redirects.
    Case("308 to itself", "RouteError", 6, [status(308, location="/ztf/v1/objects/x")]),
    Case("308 to another host", "RouteError", 1,
         [status(308, location="http://127.0.0.2/objects/x")]),
    Case("308 from https to http", "RouteError", 1,
         [status(308, location="http://127.0.0.1:1/objects/x")],
         address="tls", options={"ca_bundle": "authority"}),
    Case("308 without an address", "APIError", 1, [status(308)]),
    Case("308 to no address", "RouteError", 1, [status(308, location="//127.0.0.1:port/")]),
    # Refusals.
    Case("400 with complaints", "ParseError", 1,
         [status(400, '{"errors": {"page": "bad"}, "message": "Input payload validation failed"}')]),
    Case("401 with a string", "AuthorizationError", 1, [status(401, '"Expired Token"')]),
    Case("403 with a string", "AuthorizationError", 1, [status(403, '"Forbidden"')]),
    Case("404", "ObjectNotFoundError", 1, [status(404, '{"message": "no"}', content_type=JSON)]),
    Case("404 with a page", "RouteError", 1, [status(404, PAGE)]),
    Case("408", "APIError", 5, [status(408)]),
    Case("414", "ParseError", 1, [status(414, PAGE)]),
    Case("425", "APIError", 5, [status(425)]),
    Case("429", "RateLimitError", 5, [status(429, "slow down")]),
    Case("429 with Retry-After in seconds, once", "right", 2, [first(status(429, retry_after="1"))]),
    Case("429 with Retry-After as a date, once", "right", 2,
         [first(status(429, retry_after="DATE"))]),
    Case("429 with Retry-After of an hour", "RateLimitError", 1, [status(429, retry_after="3600")]),
    # Failures of the service.
    Case("500", "ServerError", 1, [status(500, '{"message": "Internal Server Error"}')]),
    Case("500 in an encoding that it is not in", "ServerError", 1,
         [status(500, "x", content_type="text/plain; charset=utf-16")]),
    Case("500 of a lost database", "ServerError", 5, [status(500, TRANSIENT)]),
    Case("500 of a lost database, once", "right", 2, [first(status(500, TRANSIENT))]),
    Case("502", "ServerError", 5, [status(502, PAGE)]),
    Case("502, once", "right", 2, [first(status(502, PAGE))]),
    Case("502, with retries=0", "ServerError", 1, [status(502, PAGE)], options={"retries": 0}),
    Case("503", "ServerError", 5, [status(503, "no healthy upstream")]),
    Case("503 with Retry-After in seconds, once", "right", 2, [first(status(503, retry_after="1"))]),
    Case("504", "ServerError", 5, [status(504, PAGE)]),
    Case("520", "ServerError", 5, [status(520, PAGE)]),
    Case("a status that nobody knows", "ServerError", 1, [status(799)]),
    # SQL, which is never sent twice.
    Case("SQL: connection refused", "ConnectionFailedError", 5, ask=ask_sql, address="closed"),
    Case("SQL: 503", "ServerError", 1, [status(503)], ask_sql),
    Case("SQL: reset before the answer", "ConnectionFailedError", 1, [fault("reset")], ask_sql),
    Case("SQL: invalid UTF-8", "InvalidResponseError", 1, [says(b"oid\n\xff\n")], ask_sql),
    # Alert packets.
    Case("no packet: null", "CandidError", 1, [says("null")], ask_stamps),
    Case("a packet that is a page", "InvalidResponseError", 5, [says(PAGE)], ask_stamps),
    Case("a corrupt packet", "InvalidResponseError", 1, [says(packet()[:-900])], ask_stamps),
    Case("a packet with a null cutout", "CandidError", 1,
         [says(packet([None, *cutouts()[1:]]))], ask_stamps),
    Case("stamps that are not packed", "right", 1,
         [says(packet([fits_file(image())] * 3))], ask_stamps,
         check=lambda found: bool((found[0] == image()).all())),
    Case("a stamp cut off", "InvalidResponseError", 1,
         [says(packet([(cutouts()[0] or b"")[:500]] * 3))], ask_stamps),
    Case("a stamp that is a gzip bomb", "InvalidResponseError", 1,
         [says(packet([BOMB] * 3))], ask_stamps),
    Case("a stamp that is no image", "InvalidResponseError", 1,
         [says(packet([b"GIF89a"] * 3))], ask_stamps),
    Case("a packet of another object", "CandidError", 1,
         [says(packet(oid="ZTF99other"))], ask_stamps),
]  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """What came of a fault on one face."""

    gives: str
    said: str
    requests: int
    seconds: float


@contextlib.contextmanager
def address_of(case: Case, upstream: str, certificates: Certificates) -> Generator[str]:
    with contextlib.ExitStack() as stack:
        if case.address == "closed":
            yield f"http://127.0.0.1:{closed_port()}"
        elif case.address == "deaf":
            yield f"http://127.0.0.1:{stack.enter_context(deaf_port())}"
        elif case.address in ("tls", "elsewhere"):
            signed = certificates.loopback if case.address == "tls" else certificates.elsewhere
            tls = certificates.server(signed)
            yield stack.enter_context(wire(upstream, *case.rules, tls=tls)).url
        elif case.address == "https to http":
            yield stack.enter_context(wire(upstream)).url.replace("http:", "https:")
        elif case.address:
            yield case.address
        else:
            rules = [
                {**rule, "headers": {"retry-after": date(2)}}
                if rule.get("headers", {}).get("retry-after") == "DATE"
                else rule
                for rule in case.rules
            ]
            yield stack.enter_context(wire(upstream, *rules)).url


def measured(
    case: Case, face: type[Client], upstream: str, certificates: Certificates, truth: Any
) -> Outcome:
    options: dict[str, Any] = {"max_size": 2**22, **case.options}
    options["timeout"] = {"connect": 5, "read": 5, "total": 12, **options.get("timeout", {})}
    if "ca_bundle" in options:
        options["ca_bundle"] = certificates.authority
    requests: list[object] = []
    with address_of(case, upstream, certificates) as url:
        asked = {**config(url), **options, "on_request": requests.append}
        started = time.monotonic()
        try:
            found = ask_on(face, asked, case.ask)
        except APIError as error:
            gives, said = type(error).__name__, str(error)
        except Exception as error:  # noqa: BLE001 (what must not happen is an outcome too)
            gives, said = f"bare {type(error).__name__}", str(error)
        else:
            right = case.check(found) if case.check else same(found, truth)
            gives, said = ("right" if right else "wrong"), ""
        return Outcome(gives, said, len(requests), time.monotonic() - started)


def ask_on(face: type[Client], asked: dict[str, Any], ask: Ask) -> Any:
    if issubclass(face, Alerce):
        with face(**asked) as client:
            return ask(client)

    async def awaited() -> Any:
        async with AsyncAlerce(**asked) as client:
            return await ask(client)

    return asyncio.run(awaited())


def same(found: Any, truth: Any) -> bool:
    return bool(found.equals(truth)) if hasattr(found, "equals") else bool(found == truth)


Table = Mapping[str, tuple[Outcome, Outcome]]


@pytest.fixture(scope="module")
def table(sandbox: Sandbox, certificates: Certificates) -> Table:
    """Every case on both faces, many at a time: most of them only wait."""
    with Alerce(**sandbox.config) as client:
        truths: dict[Ask, Any] = {
            ask: ask(client)
            for ask in (ask_object, ask_table, ask_limits, ask_classifiers, ask_sql)
        }

    def both(case: Case) -> tuple[Outcome, Outcome]:
        truth = truths.get(case.ask)
        sync, awaited = (
            measured(case, face, sandbox.url, certificates, truth) for face in (Alerce, AsyncAlerce)
        )
        return sync, awaited

    plain = [case for case in CASES if not case.proxy]
    with ThreadPoolExecutor(32) as threads:
        outcomes = dict(zip((case.name for case in plain), threads.map(both, plain), strict=True))
    with wire(nothing, status(502)) as refusing:
        ways = {"closed": f"http://127.0.0.1:{closed_port()}", "refusing": refusing.url}
        # The environment is the process's own: one case at a time.
        for case in CASES:
            if case.proxy:
                with pytest.MonkeyPatch.context() as patch:
                    patch.delenv("NO_PROXY", raising=False)
                    patch.delenv("no_proxy", raising=False)
                    for name in ("http_proxy", "https_proxy"):
                        patch.setenv(name, ways[case.proxy])
                    outcomes[case.name] = both(case)
    return {case.name: outcomes[case.name] for case in CASES}


@pytest.mark.parametrize("face", [0, 1], ids=["Alerce", "AsyncAlerce"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_fault_gives_what_it_should(case: Case, face: int, table: Table) -> None:
    outcome = table[case.name][face]
    assert outcome.gives == case.gives, outcome.said
    expected = [case.requests] if isinstance(case.requests, int) else case.requests
    assert outcome.requests in expected, outcome.said
    # No fault holds a call beyond its limit; the rest is for a busy machine.
    assert outcome.seconds < 12 + 8


def test_no_name_comes_twice() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 40


def test_the_table_stands_in_the_documents(table: Table) -> None:
    text = document(table)
    if os.environ.get("ALERCE_WRITE_DOCS"):
        DOCUMENT.parent.mkdir(exist_ok=True)
        DOCUMENT.write_text(text)
    assert without_times(DOCUMENT.read_text()) == without_times(text), (
        "docs/faults.md is out of date: ALERCE_WRITE_DOCS=1 pytest tests/http/test_fault_table.py"
    )


def test_nothing_is_left_behind(table: Table) -> None:
    assert not [each.name for each in threading.enumerate() if each.name == "alerce-faults"]


def document(table: Table) -> str:
    lines = [
        "# What comes of every fault",
        "",
        "Written by `tests/http/test_fault_table.py`, which breaks a real connection in each of",
        "these ways and asks once with `Alerce` and once with `AsyncAlerce`: the right result or an",
        "error of the one family, and nothing else. The client has its defaults (4 retries) but for",
        "`max_size` of 4 MiB and time limits of 12 s for the whole call and of 5 s for each step;",
        "where the fault is about time, of 0.3 to 2.5 s. Requests are those that left, or tried to.",
        "",
        "| Fault | The call gives | Requests | s | s, async | It says |",
        "|---|---|---|---|---|---|",
    ]
    for case in CASES:
        sync, awaited = table[case.name]
        requests = (
            str(case.requests)
            if isinstance(case.requests, int)
            else " or ".join(map(str, case.requests))
        )
        gives = "the right result" if case.gives == "right" else f"`{case.gives}`"
        lines.append(
            f"| {case.name} | {gives} | {requests} "
            f"| {sync.seconds:.2f} | {awaited.seconds:.2f} | {shown(sync.said)} |"
        )
    return "\n".join(lines) + "\n"


def shown(said: str) -> str:
    plain = re.sub(r"127\.0\.0\.1:\d+", "127.0.0.1", said).replace("|", "\\|").replace("\n", " ")
    plain = re.sub(r" \((-?\d+, )?(GET|POST) [^)]*\)$", "", plain)
    return plain if len(plain) <= 160 else f"{plain[:160]} ..."


def without_times(text: str) -> list[str]:
    """Return what must stand: neither times nor wording, which differs between machines."""
    return [
        "|".join(line.split("|")[:4]) if line.startswith("| ") else line
        for line in text.splitlines()
    ]
