"""The fixtures that downstream tests get, as pytest loads them by itself."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points

import pytest

pytest_plugins = ["pytester"]

USE = """
import asyncio

def test_sync(alerce_client, alerce_sandbox):
    assert alerce_client.ztf_url == alerce_sandbox.config["ZTF_API_URL"]
    assert alerce_client.query_object("ZTF18abbuksn")["oid"] == "ZTF18abbuksn"

def test_async(async_alerce_client):
    async def ask():
        async with async_alerce_client as client:
            return await client.query_object("ZTF18abbuksn")
    assert asyncio.run(ask())["oid"] == "ZTF18abbuksn"

def test_sandbox_is_the_same(alerce_sandbox):
    assert [each.path for each in alerce_sandbox.requests] == ["/ztf/v1/objects/ZTF18abbuksn"] * 2
"""
# As where the extra is not installed.
WITHOUT_THE_EXTRA = """
import sys

sys.modules["uvicorn"] = None
"""


def test_entry_point_is_declared() -> None:
    declared = {each.name: each.value for each in entry_points(group="pytest11")}
    assert declared["alerce"] == "alerce.pytest_plugin"


def test_fixtures_are_there_without_asking(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(USE)
    result = pytester.runpytest("-W", "error")
    result.assert_outcomes(passed=3)


def test_fixtures_have_help(pytester: pytest.Pytester) -> None:
    result = pytester.runpytest_subprocess("--fixtures")
    result.stdout.fnmatch_lines(
        [
            "alerce_sandbox [[]session scope[]]*",
            "*The ALeRCE services on loopback*",
            "alerce_client*",
            "*A client of the sandbox.",
            "async_alerce_client*",
            "*An asynchronous client of the sandbox*",
        ]
    )


def test_missing_extra_fails_the_test_that_asks_and_no_other(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(WITHOUT_THE_EXTRA)
    pytester.makepyfile("def test_client(alerce_client): ...\ndef test_other(): ...")
    result = pytester.runpytest_subprocess()
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*install alerce[[]sandbox[]]*"])


def test_loading_it_imports_nothing_of_the_client() -> None:
    code = (
        "import sys, alerce.pytest_plugin;"
        "print([name for name in ('httpx', 'uvicorn', 'pandas', 'alerce.core') if name in sys.modules])"
    )
    done = subprocess.run(  # noqa: S603 (this interpreter)
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
