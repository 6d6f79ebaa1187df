"""How a client behaves, as against where its services are."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypedDict

from alerce import arguments
from alerce.arguments import Integer, Number
from alerce.config import Config
from alerce.exceptions import ConfigError


class OptionArguments(TypedDict, total=False):
    """Options of a client; every one may be left out."""

    timeout: Number
    """Seconds within which each step of a request (connect, send, receive) must go on."""
    concurrency: Integer
    """Requests at a time when a call needs several."""


class ClientArguments(Config, OptionArguments, total=False):
    """What a client is made of: settings and options."""


@dataclass(frozen=True, slots=True)
class Options:
    """The options in force for a client, checked."""

    timeout: float | None = None
    """None for the limits of `pools.TIMEOUT`."""
    concurrency: int = 8

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
            if name not in CHECKS:
                raise ConfigError(f"unknown option {name!r}{arguments.nearest(name, CHECKS)}")
            checked[name] = CHECKS[name](name, value)
        return dataclasses.replace(self, **checked)


def _positive(name: str, value: object) -> float:
    return arguments.number(name, value, above=0)


def _from_one(name: str, value: object) -> int:
    return arguments.integer(name, value, minimum=1)


CHECKS: Final[Mapping[str, Callable[[str, object], object]]] = {
    "timeout": _positive,
    "concurrency": _from_one,
}
