"""Faults on the wire, as scripted: a proxy in front of the sandbox that breaks what passes.

It works on the socket itself, for what matters happens below HTTP: resets, answers cut off,
single bytes. A script is a list of rules, in JSON or Python::

    [
      {"fault": "status", "status": 502, "probability": 0.05, "seed": 1},
      {"fault": "reset_in_body", "path": "/detections", "nth": [1, 2]},
      {"fault": "slow", "seconds": 0.1, "path": "^/avro"}
    ]

The first rule that fits a request breaks its answer; without one it passes as it is.
"""

import asyncio
import contextlib
import functools
import gzip
import json
import random
import re
import socket
import ssl
import struct
import threading
import zlib
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias, cast
from urllib.parse import parse_qsl, unquote

import httpcore

from alerce.sandbox.app import RecordedRequest, RequestLog

PREFIXES = {
    "/ztf/v1": "ztf",
    "/catshtm": "catshtm",
    "/avro": "avro",
    "/dbquery/v1/db": "database",
    "/lsst": "lsst",
    "/v2": "ztf2",
}
REASONS = {200: "OK", 308: "Permanent Redirect", 502: "Bad Gateway", 503: "Service Unavailable"}
# Long beside any time limit of a test, short beside a test run.
STALL_SECONDS = 60.0
TLS_HANDSHAKE = b"\x16"
PACKED = {"content-encoding": "gzip"}
ENDLESS_CHUNK = b" " * 65536


@dataclass(frozen=True)
class Rule:
    """Which requests get which fault.

    Attributes
    ----------
    fault : str
        A name of `FAULTS`.
    path : str
        Regular expression to be found in path and query; "" for every request.
    method : str
        ``GET``, ``POST``, or "" for either.
    nth : sequence of int
        Which of the fitting requests, from 1; empty for all of them.
    each : bool
        Whether `nth` counts for each path and query by itself.
    probability : float
        Share of the fitting requests, 0 to 1.
    seed : int
        Of the choice by probability, which depends on nothing else but the request and how often
        it came before.
    status : int
        Of the answers that the fault makes up.
    headers : mapping of str to str
        Added to the answer.
    body : str or bytes, optional
        In place of the service's own.
    seconds : float
        Pause between single bytes, or before the answer.
    size : int
        Unpacked size of a ``bomb``.
    """

    fault: str
    path: str = ""
    method: str = ""
    nth: Sequence[int] = ()
    each: bool = False
    probability: float = 1.0
    seed: int = 0
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    body: str | bytes | None = None
    seconds: float = 0.05
    size: int = 2**28

    def __post_init__(self) -> None:
        if self.fault not in FAULTS:
            raise ValueError(f"unknown fault {self.fault!r}; known: {', '.join(FAULTS)}")
        re.compile(self.path)


Script: TypeAlias = Sequence[Rule | Mapping[str, Any]] | str | Path


def rules(script: Script) -> list[Rule]:
    """Return the rules of a script, or of the JSON file that holds one.

    Raises
    ------
    ValueError
        It is no script.
    """
    try:
        if isinstance(script, str | Path):
            script = cast("Sequence[Mapping[str, Any]]", json.loads(Path(script).read_text()))
        return [each if isinstance(each, Rule) else Rule(**each) for each in script]
    except (TypeError, re.error) as error:
        raise ValueError(f"not a script of faults: {error}") from error


class Faults:
    """The rules in force, and what they have done; safe to use from any thread.

    Parameters
    ----------
    script : sequence of Rule or mapping, or path
        Rules, or a JSON file of them.

    Attributes
    ----------
    injected : Counter
        How often each fault has been injected.
    """

    def __init__(self, script: Script = ()) -> None:
        self._lock = threading.Lock()
        self._rules = rules(script)
        self._seen: Counter[tuple[int, str]] = Counter()
        self.injected: Counter[str] = Counter()

    def replace(self, *script: Rule | Mapping[str, Any]) -> None:
        """Have these rules from now on, and count from the beginning."""
        fresh = rules(script)
        with self._lock:
            self._rules = fresh
            self._seen.clear()
            self.injected.clear()

    def choose(self, method: str, target: str) -> Rule | None:
        """Return the rule for a request that has come in."""
        with self._lock:
            for number, rule in enumerate(self._rules):
                if rule.method not in ("", method) or not re.search(rule.path, target):
                    continue
                self._seen[number, ""] += 1
                self._seen[number, target] += 1
                turn = self._seen[number, target]
                nth = turn if rule.each else self._seen[number, ""]
                if rule.nth and nth not in rule.nth:
                    continue
                if rule.probability < 1:
                    draw = random.Random(f"{rule.seed} {number} {target} {turn}")  # noqa: S311 (a script, no secret)
                    if draw.random() >= rule.probability:
                        continue
                self.injected[rule.fault] += 1
                return rule
        return None


@dataclass
class Answer:
    """An answer as the service gave it."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def bytes(
        self, headers: Mapping[str, str] | None = None, *, length: int | None = None
    ) -> bytes:
        """Return its head and body, saying another length and further headers if told to."""
        said = {name.lower(): value for name, value in self.headers}
        said |= {name.lower(): value for name, value in (headers or {}).items()}
        said["content-length"] = str(len(self.body) if length is None else length)
        return head(self.status, said) + self.body


def head(status: int, headers: Mapping[str, str]) -> bytes:
    """Return the head of an answer."""
    lines = [f"HTTP/1.1 {status} {REASONS.get(status, 'Status')}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


class Exchange:
    """One request whose answer a fault breaks, with the means to do so."""

    def __init__(
        self,
        rule: Rule,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        answer: Answer,
    ) -> None:
        self.rule = rule
        self.reader = reader
        self.writer = writer
        self.answer = answer

    async def send(self, content: bytes) -> None:
        """Send these bytes."""
        self.writer.write(content)
        await self.writer.drain()

    async def hang(self) -> None:
        """Do nothing until the client has had enough."""
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self.reader.read(), STALL_SECONDS)

    def reset(self) -> None:
        """End the connection in the rudest way that TCP knows."""
        connection: socket.socket = self.writer.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()


Fault: TypeAlias = Callable[[Exchange], Awaitable[bool]]
"""Breaks an answer; tells whether the connection is still good."""


async def _status(exchange: Exchange) -> bool:
    """Answer with the rule's status, headers and body."""
    rule = exchange.rule
    body = rule.body or b""
    answer = Answer(
        rule.status,
        list(({"content-type": "text/html"} | dict(rule.headers)).items()),
        body.encode() if isinstance(body, str) else body,
    )
    await exchange.send(answer.bytes())
    return True


async def _answer(exchange: Exchange) -> bool:
    """Answer as the service does, with the rule's body and headers in place of its own."""
    body = exchange.rule.body
    if body is not None:
        exchange.answer.body = body.encode() if isinstance(body, str) else body
    await exchange.send(exchange.answer.bytes(exchange.rule.headers))
    return True


async def _reset(exchange: Exchange) -> bool:
    """Reset the connection before the answer."""
    exchange.reset()
    return False


async def _close(exchange: Exchange) -> bool:
    """Close the connection without an answer."""
    del exchange
    return False


async def _half(exchange: Exchange) -> None:
    content = exchange.answer.bytes()
    await exchange.send(content[: len(content) - (len(exchange.answer.body) + 1) // 2])


async def _reset_in_body(exchange: Exchange) -> bool:
    """Reset the connection in the middle of the body."""
    await _half(exchange)
    # What a reset overtakes never arrives.
    await asyncio.sleep(0.02)
    exchange.reset()
    return False


async def _truncated(exchange: Exchange) -> bool:
    """Close the connection in the middle of the body."""
    await _half(exchange)
    return False


async def _truncated_head(exchange: Exchange) -> bool:
    """Close the connection in the middle of the head."""
    await exchange.send(exchange.answer.bytes()[:40])
    return False


async def _too_short(exchange: Exchange) -> bool:
    """Say a length that is half of the body's."""
    # Without this header a client may send its next request on the connection as it closes.
    headers = {"connection": "close"}
    half = len(exchange.answer.body) // 2
    await exchange.send(exchange.answer.bytes(headers, length=half))
    return False


async def _too_long(exchange: Exchange) -> bool:
    """Say a length that is more than the body's."""
    await exchange.send(exchange.answer.bytes(length=len(exchange.answer.body) + 10))
    return False


async def _stall(exchange: Exchange) -> bool:
    """Say nothing."""
    await exchange.hang()
    return False


async def _stall_in_body(exchange: Exchange) -> bool:
    """Stop in the middle of the body."""
    await _half(exchange)
    await exchange.hang()
    return False


async def _delay(exchange: Exchange) -> bool:
    """Answer rightly, but late."""
    await asyncio.sleep(exchange.rule.seconds)
    await exchange.send(exchange.answer.bytes())
    return True


async def _slow(exchange: Exchange) -> bool:
    """Send the body byte by byte."""
    content = exchange.answer.bytes()
    start = len(content) - len(exchange.answer.body)
    await exchange.send(content[:start])
    for position in range(start, len(content)):
        await exchange.send(content[position : position + 1])
        await asyncio.sleep(exchange.rule.seconds)
    return True


async def _slow_head(exchange: Exchange) -> bool:
    """Send the head byte by byte."""
    for byte in exchange.answer.bytes():
        await exchange.send(bytes([byte]))
        await asyncio.sleep(exchange.rule.seconds)
    return True


async def _endless(exchange: Exchange) -> bool:
    """Send a body that never ends."""
    await exchange.send(head(200, {"content-type": "application/json"}))
    while True:
        await exchange.send(ENDLESS_CHUNK)
        await asyncio.sleep(0)


async def _endless_head(exchange: Exchange) -> bool:
    """Send interim answers for ever."""
    while True:
        await exchange.send(b"HTTP/1.1 102 Processing\r\n\r\n" * 100)
        await asyncio.sleep(0)


async def _garbage(exchange: Exchange) -> bool:
    """Send something that is not HTTP."""
    await exchange.send(b"SSH-2.0-OpenSSH_9.6\r\n")
    return False


async def _gzip(exchange: Exchange) -> bool:
    """Answer as the service does, packed."""
    exchange.answer.body = gzip.compress(exchange.answer.body)
    await exchange.send(exchange.answer.bytes(PACKED))
    return True


async def _gzip_truncated(exchange: Exchange) -> bool:
    """Send half of the packed body as if it were the whole."""
    exchange.answer.body = gzip.compress(exchange.answer.body)
    exchange.answer.body = exchange.answer.body[: len(exchange.answer.body) // 2]
    await exchange.send(exchange.answer.bytes(PACKED))
    return True


async def _gzip_not(exchange: Exchange) -> bool:
    """Say of a plain body that it is packed."""
    await exchange.send(exchange.answer.bytes(PACKED))
    return True


async def _bomb(exchange: Exchange) -> bool:
    """Send a body that unpacks to far more than it is."""
    exchange.answer.body = await asyncio.to_thread(_packed_blanks, exchange.rule.size)
    await exchange.send(exchange.answer.bytes(PACKED))
    return True


@functools.cache
def _packed_blanks(size: int) -> bytes:
    packer = zlib.compressobj(9, wbits=zlib.MAX_WBITS | 16)
    block = b" " * 2**20
    parts = [packer.compress(block) for _ in range(max(1, size // len(block)))]
    return b"".join([*parts, packer.flush()])


FAULTS: Mapping[str, Fault] = {
    "status": _status,
    "answer": _answer,
    "reset": _reset,
    "close": _close,
    "reset_in_body": _reset_in_body,
    "truncated": _truncated,
    "truncated_head": _truncated_head,
    "too_short": _too_short,
    "too_long": _too_long,
    "stall": _stall,
    "stall_in_body": _stall_in_body,
    "delay": _delay,
    "slow": _slow,
    "slow_head": _slow_head,
    "endless": _endless,
    "endless_head": _endless_head,
    "garbage": _garbage,
    "gzip": _gzip,
    "gzip_truncated": _gzip_truncated,
    "gzip_not": _gzip_not,
    "bomb": _bomb,
}


Answers: TypeAlias = Callable[[str, str], Answer]


class FaultProxy:
    """Stands between clients and the sandbox, in a thread of its own.

    Parameters
    ----------
    listener : socket
        Bound socket to listen on.
    upstream : str or callable
        Address of the sandbox behind it, or what answers a method and a target in its place.
    faults : Faults
        The rules.
    log : RequestLog
        Where requests are noted as they arrive, broken ones too.
    tls : ssl.SSLContext, optional
        Speak https.
    """

    def __init__(
        self,
        listener: socket.socket,
        upstream: str | Answers,
        faults: Faults,
        log: RequestLog,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._listener = listener
        self._upstream = upstream
        self._faults = faults
        self._log = log
        self._tls = tls
        self._started = threading.Event()
        self._stopped: asyncio.Event | None = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="alerce-faults", daemon=True)
        self._thread.start()
        self._started.wait()

    def stop(self) -> None:
        """Drop all connections and stop."""
        if self._stopped is not None:
            self._loop.call_soon_threadsafe(self._stopped.set)
        self._thread.join()
        self._listener.close()

    def _run(self) -> None:
        with contextlib.closing(self._loop):
            self._loop.run_until_complete(self._serve())

    async def _serve(self) -> None:
        self._stopped = asyncio.Event()
        connections: set[asyncio.Task[None]] = set()

        async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task is not None  # noqa: S101 - the server made it
            connections.add(task)
            task.add_done_callback(connections.discard)
            try:
                await self._converse(reader, writer, pool)
                writer.close()
            except (OSError, EOFError, asyncio.CancelledError):
                # The client has gone, or the proxy stops.
                writer.transport.abort()

        async with httpcore.AsyncConnectionPool(max_connections=None) as pool:
            server = await asyncio.start_server(connected, sock=self._listener, ssl=self._tls)
            self._started.set()
            await self._stopped.wait()
            server.close()
            for task in list(connections):
                task.cancel()
            await asyncio.gather(*connections, return_exceptions=True)
            # One more turn, for the transports to close.
            await asyncio.sleep(0)

    async def _converse(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        pool: httpcore.AsyncConnectionPool,
    ) -> None:
        while True:
            start = await reader.readexactly(1)
            if start == TLS_HANDSHAKE:
                writer.write(head(400, {"connection": "close"}))
                await writer.drain()
                return
            top = start + await reader.readuntil(b"\r\n\r\n")
            first, *lines = top.decode("latin-1").split("\r\n")[:-2]
            method, target, _ = first.split(" ", 2)
            headers = {
                name.strip().lower(): value.strip()
                for name, _, value in (line.partition(":") for line in lines)
            }
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            self._log.append(_recorded(method, target, headers, body))
            rule = self._faults.choose(method, target)
            answer = await self._ask(pool, method, target, headers, body)
            if rule is None:
                writer.write(answer.bytes())
                await writer.drain()
            elif not await FAULTS[rule.fault](Exchange(rule, reader, writer, answer)):
                return
            if headers.get("connection") == "close":
                return

    async def _ask(
        self,
        pool: httpcore.AsyncConnectionPool,
        method: str,
        target: str,
        headers: Mapping[str, str],
        body: bytes,
    ) -> Answer:
        if not isinstance(self._upstream, str):
            return self._upstream(method, target)
        found = await pool.request(
            method,
            self._upstream + target,
            headers=[(name.encode(), value.encode("latin-1")) for name, value in headers.items()],
            content=body,
        )
        return Answer(
            found.status,
            [
                (name.decode("latin-1"), value.decode("latin-1"))
                for name, value in found.headers
                if name.lower() != b"transfer-encoding"
            ],
            found.content,
        )


def _recorded(method: str, target: str, headers: Mapping[str, str], body: bytes) -> RecordedRequest:
    path, _, query = target.partition("?")
    service = next(
        (
            name
            for prefix, name in PREFIXES.items()
            if path == prefix or path.startswith(prefix + "/")
        ),
        "",
    )
    return RecordedRequest(
        method,
        target,
        unquote(path),
        parse_qsl(query, keep_blank_values=True),
        headers,
        service,
        body,
    )


def described() -> list[tuple[str, str]]:
    """Return name and meaning of every fault."""
    return [(name, (fault.__doc__ or "").strip()) for name, fault in FAULTS.items()]
