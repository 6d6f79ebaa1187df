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

from alerce.arguments import checks
from alerce.arguments.checks import Integer, Number
from alerce.arguments.filters import UnknownFilters
from alerce.config import Config
from alerce.events import OnRequest, OnResponse
from alerce.exceptions import ArgumentError, ConfigError
from alerce.http.cache import check_cache

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
    """For one question to a service with all its retries and redirects."""


class OptionArguments(TypedDict, total=False):
    """Options of a client; every one may be left out."""

    timeout: Number | Timeouts
    """Seconds for one question to a service, or a limit for each of its steps."""
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


class ClientArguments(Config, OptionArguments, total=False):
    """What a client is made of: settings and options."""


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

    def replace(self, value: object) -> Limits:
        """Return these limits changed as the option ``timeout`` says."""
        if not isinstance(value, Mapping):
            # No step of a call may take longer than the call.
            return Limits(*[checks.number("timeout", value, above=0, maximum=LONGEST)] * 5)
        changes: dict[str, float] = {}
        known = [each.name for each in dataclasses.fields(self)]
        for name, seconds in cast("Mapping[object, object]", value).items():
            if name not in known:
                raise ArgumentError(
                    f"unknown time limit {name!r}{checks.nearest(str(name), known)}",
                    about="timeout",
                )
            changes[str(name)] = checks.number(f"timeout {name}", seconds, above=0, maximum=LONGEST)
        return dataclasses.replace(self, **changes)


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
    requests_per_second: float | Literal["polite"] | None = "polite"
    """"polite" for a limit on the public services only."""
    errors: Errors = "raise"
    unknown_filters: UnknownFilters = "raise"
    progress: bool | None = None
    cache: str | None = None
    cache_ttl: float = 3600

    def replace(self, changes: Mapping[str, object]) -> Options:
        """Return these options with some changed.

        Raises
        ------
        ConfigError
            There is no such option.
        ArgumentError
            A value makes no sense.
        """
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
}
