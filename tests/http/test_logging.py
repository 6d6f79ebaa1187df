"""The log is silent by default, and its messages otherwise."""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys

import pytest

from alerce import Alerce, __version__
from alerce.exceptions import ConfigError
from alerce.http.logs import logger
from tests.wires import Wire

SCRIPT = """
from alerce import Alerce
with Alerce(ZTF_API_URL={url!r}) as client, Alerce(ZTF_API_URL={url!r}):
    client.query_object("ZTF18abbuksn")
"""


def run(hostile: Wire, **environment: str) -> str:
    """Return what a program writes to stderr."""
    script = SCRIPT.format(url=f"{hostile.url}/ztf/v1")
    done = subprocess.run(  # noqa: S603 (this Python, a script of its own)
        [sys.executable, "-c", script],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return done.stderr


def test_the_log_is_silent_by_itself(hostile: Wire) -> None:
    hostile.will({"fault": "status", "status": 502, "nth": [1]})
    assert run(hostile, ALERCE_LOG="") == ""
    assert len(hostile.log) == 2


def test_debug_shows_each_request_once(hostile: Wire) -> None:
    hostile.will({"fault": "status", "status": 502, "nth": [1]})
    lines = run(hostile, ALERCE_LOG="debug").splitlines()
    url = re.escape(f"{hostile.url}/ztf/v1/objects/ZTF18abbuksn")
    expected = [
        rf"alerce DEBUG GET {url}: request 1$",
        rf"alerce DEBUG GET {url}: request 1: 502 after \d\.\d{{3}} s, 0 bytes$",
        rf"alerce INFO {url}: 502 Bad Gateway: retry 1 of 4 in \d\.\d\d s$",
        rf"alerce DEBUG GET {url}: request 2$",
        rf"alerce DEBUG GET {url}: request 2: 200 after \d\.\d{{3}} s, \d+ bytes$",
    ]
    assert len(lines) == len(expected)
    assert all(re.search(each, line) for each, line in zip(expected, lines, strict=True))


def test_info_shows_retries_only(hostile: Wire) -> None:
    hostile.will({"fault": "status", "status": 502, "nth": [1]})
    (line,) = run(hostile, ALERCE_LOG="INFO").splitlines()
    assert "retry 1 of 4" in line


def test_a_level_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALERCE_LOG", "loud")
    with pytest.raises(ConfigError, match="ALERCE_LOG must be one of debug, info"):
        Alerce()


def test_the_library_gives_its_logger_no_voice() -> None:
    assert [type(handler) for handler in logger.handlers] == [logging.NullHandler]
    assert logger.level == logging.NOTSET


def test_the_user_agent_says_version_and_purpose(hostile: Wire) -> None:
    with Alerce(**hostile.config) as client:
        client.query_classifiers()
    # As the IVOA note on software identification (NOTE-softid-1.0) defines.
    assert re.fullmatch(
        rf"alerce-sdk/{re.escape(__version__)} Python/[\d.]+\S* \(\w+\) \(IVOA-science\)",
        hostile.log[0].headers["user-agent"],
    )
