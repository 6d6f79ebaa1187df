"""The logger ``alerce``: silent unless the program, or ``ALERCE_LOG``, gives it a handler.

Requests are logged at DEBUG, retries at INFO. Nothing that could be secret is
logged: no credentials of an address, no values of query parameters that are
named like one, nothing of an SQL query.
"""

from __future__ import annotations

import logging
import os
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from alerce.exceptions import ConfigError

if TYPE_CHECKING:
    import httpx

    from alerce.config import Service
    from alerce.events import RequestEvent, ResponseEvent

ENVIRONMENT_VARIABLE: Final = "ALERCE_LOG"
LEVELS: Final = ("debug", "info", "warning", "error")
SECRET_PARAMETERS: Final = re.compile(
    r"token|secret|passw|key|auth|signature|credential|session|jwt", re.IGNORECASE
)

logger: Final = logging.getLogger("alerce")
logger.addHandler(logging.NullHandler())


def listen_as_environment_says() -> None:
    """Write the log to stderr when the environment variable ``ALERCE_LOG`` names a level.

    Raises
    ------
    ConfigError
        It names no level.
    """
    wanted = os.environ.get(ENVIRONMENT_VARIABLE, "").strip().lower()
    if not wanted:
        return
    if wanted not in LEVELS:
        raise ConfigError(f"{ENVIRONMENT_VARIABLE} must be one of {', '.join(LEVELS)}")
    if not any(handler.get_name() == ENVIRONMENT_VARIABLE for handler in logger.handlers):
        handler = logging.StreamHandler()
        handler.set_name(ENVIRONMENT_VARIABLE)
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
    logger.setLevel(wanted.upper())


def shown(url: httpx.URL, service: Service) -> str:
    """Return an address as it may be shown: nothing in it that could be secret."""
    bare = url.copy_with(userinfo=b"", query=None, fragment=None)
    # A query of the database service can only be the user's own, put into its address.
    if not url.query or service == "database":
        return str(bare)
    return f"{bare}?" + "&".join(
        f"{quote(name)}={'...' if SECRET_PARAMETERS.search(name) else quote(value)}"
        for name, value in url.params.multi_items()
    )


def are_on() -> bool:
    """Tell whether requests are logged."""
    return logger.isEnabledFor(logging.DEBUG)


def asked(event: RequestEvent) -> None:
    """Log that a request leaves."""
    logger.debug("%s %s: request %d", event.method, event.url, event.attempt)


def answered(event: ResponseEvent) -> None:
    """Log how a request ended."""
    logger.debug(
        "%s %s: request %d: %s after %.3f s, %d bytes",
        event.request.method,
        event.request.url,
        event.request.attempt,
        event.error or event.status,
        event.seconds,
        event.size,
    )


def retried(url: str, reason: str, retry: int, retries: int, seconds: float) -> None:
    """Log that a request will be sent again."""
    logger.info("%s: %s: retry %d of %d in %.2f s", url, reason, retry, retries, seconds)
