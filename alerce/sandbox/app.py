"""The application: one port, all services, a log of what arrived."""

import asyncio
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import overload
from urllib.parse import parse_qsl, unquote

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from alerce.sandbox.answers import MODERN, NOT_FOUND, Call, Service, as_json, error_page

LABEL_HEADER = "x-alerce-sandbox"


@dataclass(frozen=True)
class RecordedRequest:
    """One request as it arrived.

    Attributes
    ----------
    method : str
        ``GET``, ``POST`` ...
    target : str
        Path and query exactly as sent, percent-encoding and all, the service's prefix included.
    path : str
        The path of `target`, decoded.
    query : list of (str, str)
        The query of `target`, decoded, in the order sent.
    headers : dict
        Header fields, names in lower case.
    service : str
        ``ztf``, ``catshtm``, ``avro``, ``database``, ``lsst``, ``ztf2``, or ``""`` for a path of none of them.
    body : bytes
        The request's body.
    """

    method: str
    target: str
    path: str
    query: Sequence[tuple[str, str]]
    headers: Mapping[str, str] = field(repr=False)
    service: str
    body: bytes = field(repr=False)


class RequestLog(Sequence[RecordedRequest]):
    """The requests a sandbox has received, oldest first; safe to read from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: list[RecordedRequest] = []

    def append(self, request: RecordedRequest) -> None:
        """Add one request."""
        with self._lock:
            self._requests.append(request)

    def clear(self) -> None:
        """Forget all requests."""
        with self._lock:
            self._requests.clear()

    def to(self, service: str) -> list[RecordedRequest]:
        """Return the requests that went to one service."""
        return [request for request in self if request.service == service]

    @overload
    def __getitem__(self, index: int) -> RecordedRequest: ...

    @overload
    def __getitem__(self, index: slice) -> list[RecordedRequest]: ...

    def __getitem__(self, index: int | slice) -> RecordedRequest | list[RecordedRequest]:
        with self._lock:
            return self._requests[index]

    def __len__(self) -> int:
        with self._lock:
            return len(self._requests)

    def __iter__(self) -> Iterator[RecordedRequest]:
        return iter(self[:])

    def __repr__(self) -> str:
        return f"RequestLog({self[:]!r})"


class SandboxApp:
    """The ASGI application.

    Parameters
    ----------
    services : sequence of Service
        What is served, each under its prefix.
    log : RequestLog
        Where requests are noted as they arrive.
    label : str
        What the data are; sent in the header ``x-alerce-sandbox`` of every answer.
    latency : float
        Seconds added to each answer.
    """

    def __init__(
        self, services: Sequence[Service], log: RequestLog, label: str, latency: float
    ) -> None:
        self._services = services
        self._log = log
        self._label = label
        self._latency = latency
        self._turns = {
            service.name: asyncio.Lock() for service in services if service.one_at_a_time
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        request = Request(scope, receive)
        response = await self._answer(request)
        response.headers[LABEL_HEADER] = self._label
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        """Log the request, find its service, wait, answer."""
        raw_path = _raw_path(request)
        raw_query = request.scope["query_string"].decode("latin-1")
        path = unquote(raw_path)
        service = next(
            (
                each
                for each in self._services
                if raw_path == each.prefix or raw_path.startswith(each.prefix + "/")
            ),
            None,
        )
        body = await request.body()
        query = parse_qsl(raw_query, keep_blank_values=True)
        headers = dict(request.headers)
        self._log.append(
            RecordedRequest(
                request.method,
                raw_path + ("?" + raw_query if raw_query else ""),
                path,
                query,
                headers,
                service.name if service else "",
                body,
            )
        )
        turn = self._turns.get(service.name) if service else None
        if turn is not None:
            async with turn:
                await self._wait()
        else:
            await self._wait()
        root = _root(request)
        if service is None:
            return self._front_page(root) if path == "/" else _unknown()
        form: dict[str, str] = {}
        if request.method == "POST":
            form = {
                name: value
                for name, value in (await request.form()).items()
                if isinstance(value, str)
            }
        return service.answer(
            Call(
                request.method,
                unquote(raw_path[len(service.prefix) :]),
                raw_path[len(service.prefix) :],
                query,
                raw_query,
                headers,
                root,
                service.prefix,
                form,
            )
        )

    async def _wait(self) -> None:
        if self._latency > 0:
            await asyncio.sleep(self._latency)

    def _front_page(self, root: str) -> Response:
        return as_json(
            {
                "service": "ALeRCE sandbox",
                "data": self._label,
                "services": {each.name: root + each.prefix for each in self._services},
            }
        )


def _raw_path(request: Request) -> str:
    raw: bytes = request.scope["raw_path"]
    return raw.decode("latin-1")


def _root(request: Request) -> str:
    scheme = request.headers.get("x-forwarded-proto", "http")
    return f"{scheme}://{request.headers.get('host', 'localhost')}"


def _unknown() -> Response:
    return error_page(MODERN, 404, "Not Found", NOT_FOUND)
