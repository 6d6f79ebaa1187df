"""How a client behaves, as against where its services are."""

from __future__ import annotations

import dataclasses
import inspect
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias, cast, get_args

from typing_extensions import TypedDict

from alerce._lazy import httpx
from alerce.arguments import checks
from alerce.arguments.checks import Integer, Number
from alerce.arguments.filters import UnknownFilters
from alerce.config import Config
from alerce.events import OnRequest, OnResponse
from alerce.exceptions import ArgumentError, ConfigError
from alerce.http.cache import check_cache
from alerce.http.rate_limit import Rate

Errors: TypeAlias = Literal["raise", "warn", "return"]
"""What becomes of objects that fail: an error that holds the others' results, a
warning beside them, or neither."""


class Timeouts(TypedDict, total=False):
    """Time limits in seconds; those that are left out stay as they are."""

    connect: Number
    """To reach the service: name, connection, TLS."""
    read: Number
    """Until the next bytes of the answer."""
    write: Number
    """Until the next bytes of the request are taken."""
    pool: Number
    """Until one of the client's connections is free."""
    total: Number
    """For one question to a service with all its retries and redirects, and with the
    time for which ``requests_per_second`` holds it back."""


class OptionArguments(TypedDict, total=False):
    """Options of a client; every one may be left out."""

    timeout: Number | Timeouts
    """Seconds for one question to a service once it may be sent, or a limit for each of
    its steps."""
    retries: Integer
    """How often a request that failed is sent again; 0 for never."""
    max_size: Integer
    """Bytes, unpacked, that an answer may have."""
    ca_bundle: str | os.PathLike[str] | None
    """File or folder of certificates to trust in place of the usual ones."""
    on_request: OnRequest | None
    """Called before each request."""
    on_response: OnResponse | None
    """Called after each request."""
    concurrency: Integer
    """Requests at a time when a call needs several."""
    requests_per_second: Number | None
    """Most requests a second to one host, by all clients together; None for no limit."""
    errors: Errors
    """What becomes of objects that fail in a call about many."""
    unknown_filters: UnknownFilters
    """What becomes of a filter that does not exist."""
    progress: bool | None
    """Whether to show a progress bar; None when it takes long and someone looks."""
    cache: bool | str | os.PathLike[str] | None
    """Whether to keep answers on disk, or the folder to keep them in."""
    cache_ttl: Number
    """Seconds for which a kept answer holds."""
    second_look: bool
    """Whether to look again beside a position where catsHTM may have missed a source at it."""


class ClientArguments(Config, OptionArguments, total=False):
    """What a client is made of: settings and options."""

    http_client: httpx.Client | None
    """Client of your own that sends everything; it stays yours to close."""
    transport: httpx.BaseTransport | None
    """Transport of your own under a client that is made as usual."""


class AsyncClientArguments(Config, OptionArguments, total=False):
    """What an asynchronous client is made of: settings and options."""

    http_client: httpx.AsyncClient | None
    """Client of your own that sends everything; it stays yours to close."""
    transport: httpx.AsyncBaseTransport | None
    """Transport of your own under a client that is made as usual."""


LONGEST: Final = 1e6
"""Seconds that a limit may have; sockets take no time without end."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Time limits in seconds."""

    connect: float = 10
    read: float = 60
    write: float = 60
    pool: float = 60
    total: float = 180
    covers_rate_limit: bool = False
    """Whether the time for which the rate limit holds a request back counts in `total`:
    it does when the user has set `total` by its name."""

    @property
    def steps(self) -> dict[str, float]:
        """The limits of single steps, as httpx names them."""
        return {
            "connect": self.connect,
            "read": self.read,
            "write": self.write,
            "pool": self.pool,
        }

    def replace(self, value: object) -> Limits:
        """Return these limits changed as the option ``timeout`` says."""
        if not isinstance(value, Mapping):
            # No step of a call may take longer than the call.
            number = checks.number("timeout", value, above=0, maximum=LONGEST)
            return Limits(number, number, number, number, number)
        changes: dict[str, Any] = {}
        known = list(Timeouts.__annotations__)
        for name, seconds in cast("Mapping[object, object]", value).items():
            if name not in known:
                raise ArgumentError(
                    f"unknown time limit {name!r}{checks.nearest(str(name), known)}",
                    about="timeout",
                )
            changes[str(name)] = checks.number(f"timeout {name}", seconds, above=0, maximum=LONGEST)
        covers = self.covers_rate_limit or "total" in changes
        return dataclasses.replace(self, covers_rate_limit=covers, **changes)


@dataclass(frozen=True, slots=True)
class Options:
    """The options in force for a client, checked."""

    timeout: Limits = field(default_factory=Limits)
    retries: int = 4
    max_size: int = 256 * 2**20
    ca_bundle: str | None = None
    on_request: OnRequest | None = None
    on_response: OnResponse | None = None
    concurrency: int = 8
    requests_per_second: Rate = "polite"
    errors: Errors = "raise"
    unknown_filters: UnknownFilters = "raise"
    progress: bool | None = None
    cache: str | None = None
    cache_ttl: float = 3600
    second_look: bool = True

    def replace(self, changes: Mapping[str, object]) -> Options:
        """Return these options with some changed.

        Raises
        ------
        ConfigError
            There is no such option.
        ArgumentError
            A value makes no sense.
        """
        if not changes:
            return self
        checked: dict[str, Any] = {}
        for name, value in changes.items():
            if name == "timeout":
                checked[name] = self.timeout.replace(value)
            elif name in CHECKS:
                checked[name] = CHECKS[name](name, value)
            else:
                known = ["timeout", *CHECKS]
                raise ConfigError(f"unknown option {name!r}{checks.nearest(name, known)}")
        return dataclasses.replace(self, **checked)


def _from_one(name: str, value: object) -> int:
    return checks.integer(name, value, minimum=1)


def _from_zero(name: str, value: object) -> int:
    return checks.integer(name, value, minimum=0)


def _positive(name: str, value: object) -> float:
    return checks.number(name, value, above=0)


def _rate(name: str, value: object) -> float | None:
    return None if value is None else checks.number(name, value, above=0)


def _errors(name: str, value: object) -> Errors:
    return checks.choice(name, value, get_args(Errors))


def _unknown_filters(name: str, value: object) -> UnknownFilters:
    return checks.choice(name, value, get_args(UnknownFilters))


def _switch(name: str, value: object) -> bool | None:
    return None if value is None else checks.boolean(name, value)


def _path(name: str, value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str | os.PathLike):
        raise ArgumentError(f"expected a path, not {value!r}", about=name)
    path = Path(cast("str | os.PathLike[str]", value))
    if not path.exists():
        raise ArgumentError(f"{str(path)!r} does not exist", about=name)
    return str(path)


def _hook(name: str, value: object) -> object:
    if value is not None and not callable(value):
        raise ArgumentError(f"expected a function, not {value!r}", about=name)
    if inspect.iscoroutinefunction(value):
        raise ArgumentError("expected a plain function, not a coroutine function", about=name)
    return value


CHECKS: Final[Mapping[str, Callable[[str, object], object]]] = {
    "retries": _from_zero,
    "max_size": _from_one,
    "ca_bundle": _path,
    "on_request": _hook,
    "on_response": _hook,
    "concurrency": _from_one,
    "requests_per_second": _rate,
    "errors": _errors,
    "unknown_filters": _unknown_filters,
    "progress": _switch,
    "cache": check_cache,
    "cache_ttl": _positive,
    "second_look": checks.boolean,
}
