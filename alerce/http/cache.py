"""Answers kept on disk for a while, shared by the processes that name the same file.

`hishel` keeps them, in an SQLite database of bounded size: writers in several
threads and processes wait for each other, and a reader never sees half an answer.
The services say nothing of how long an answer holds, so that the time is ours, and the
transport of `hishel`, which goes by what they say, does not fit: it also keeps the
addresses, and what a proxy put in place of an answer.
"""

from __future__ import annotations

import atexit
import functools
import importlib.util
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from alerce.exceptions import ArgumentError, ConfigError
from alerce.http.call import state_of

if TYPE_CHECKING:
    import hishel
    import httpx

FILE_NAME: Final = "answers.db"

# How an answer worth keeping begins and ends: JSON of rows, or an alert packet.
BEGINNINGS: Final = (b"[", b"{", b"Obj\x01")
ENDINGS: Final = {b"[": b"]", b"{": b"}"}


def check_cache(name: str, value: object) -> str | None:
    """Return the folder that the option ``cache`` names, None for no cache.

    Raises
    ------
    ArgumentError
        It names none.
    ConfigError
        The package that keeps a cache is not installed.
    """
    if value is None or value is False:
        return None
    if value is not True and not isinstance(value, str | os.PathLike):
        raise ArgumentError(f"expected true, false or a folder, not {value!r}", about=name)
    if importlib.util.find_spec("hishel") is None:
        raise ConfigError("a cache needs the package hishel: pip install alerce[cache]", about=name)
    return str(usual_folder() if value is True else Path(os.fspath(value)).expanduser())


def usual_folder() -> Path:
    """Return where programs of this system keep such files."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        base = "~/Library/Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "alerce"


def recall(request: httpx.Request, folder: str) -> httpx.Response | None:
    """Return the answer that is kept for a request, None when there is none."""
    if not is_kept(request):
        return None
    import sqlite3

    import httpx

    for entry in _storage(folder, os.getpid()).get_entries(_key(request)):
        try:
            # Always of bytes, in the storage for threads.
            content = b"".join(entry.response.stream)  # type: ignore[arg-type]
        except (RuntimeError, sqlite3.Error):
            # Another process has made room of it in the meantime: it is asked for anew.
            continue
        return httpx.Response(
            entry.response.status_code,
            headers=list(entry.response.headers.items()),
            content=content,
            request=request,
        )
    return None


def keep(response: httpx.Response, request: httpx.Request, folder: str, seconds: float) -> None:
    """Keep an answer for some seconds, if it is one worth keeping."""
    content = response.content.strip()
    state = state_of(request)
    if state.is_private or not is_kept(request) or response.status_code != 200:
        return
    beginning = next((each for each in BEGINNINGS if content.startswith(each)), None)
    if beginning is None or not content.endswith(ENDINGS.get(beginning, b"")):
        return
    import hishel

    entry = _storage(folder, os.getpid()).create_entry(
        hishel.Request(request.method, f"{state.service}: {state.about}"),
        hishel.Response(
            response.status_code,
            hishel.Headers({"content-type": response.headers.get("content-type", "")}),
            iter([response.content]),
        ),
        _key(request),
        ttl=seconds,
    )
    # It is written as it is read.
    for _ in entry.response.stream or ():  # type: ignore[union-attr] # as above
        pass


def is_kept(request: httpx.Request) -> bool:
    """Tell whether the answer to a request may be kept: not what is shown to one user only."""
    return (
        request.method == "GET"
        and not request.url.userinfo
        and "authorization" not in request.headers
        and "cookie" not in request.headers
    )


def _key(request: httpx.Request) -> str:
    import hashlib

    return hashlib.sha256(f"{request.method} {request.url}".encode()).hexdigest()


@functools.cache
def _storage(folder: str, process: int) -> hishel.SqliteStorage:  # noqa: ARG001 (a connection does not survive a fork)
    import hishel

    storage = hishel.SqliteStorage(database_path=Path(folder) / FILE_NAME)
    atexit.register(storage.close)
    return storage
