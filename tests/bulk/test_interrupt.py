"""Ctrl-C, as a terminal sends it: the call ends at once and leaves no thread behind."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from alerce.sandbox import Sandbox
from tests.amounts import Record

PROGRAM = """
import asyncio, json, signal, sys, threading, time
from alerce import Alerce, AsyncAlerce

config, call, folder = json.loads(sys.argv[1]), sys.argv[2], sys.argv[3]
oids = [f"ZTF18{number}" for number in range(40)]

async def ask():
    async with AsyncAlerce(**config) as client:
        await client.query_lightcurve(oids)

calls = {
    "one": lambda client: client.query_object(oids[0]),
    "bulk": lambda client: client.query_lightcurve(oids),
    "alerts": lambda client: client.get_stamps(oids, range(40)),
    "cones": lambda client: client.catshtm_conesearch([1, 2, 3], [4, 5, 6], 7, "TMASS"),
    "walk": lambda client: list(client.iter_objects()),
    "download": lambda client: client.download(oids, to=folder),
    "asynchronous": lambda client: asyncio.run(ask()),
}
# A shell lets what it starts in the background ignore the signal, and its children too.
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    with Alerce(**config) as client:
        calls[call](client)
except KeyboardInterrupt:
    print(json.dumps([time.monotonic(), [thread.name for thread in threading.enumerate()]]))
"""
CALLS = ("one", "bulk", "alerts", "cones", "walk", "download", "asynchronous")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")
@pytest.mark.parametrize("call", CALLS)
def test_an_interrupt_ends_the_call_and_its_threads(
    call: str, tmp_path: Path, record_property: Record
) -> None:
    with Sandbox(latency=60) as slow:
        command = [sys.executable, "-c", PROGRAM, json.dumps(slow.config), call, str(tmp_path)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 (our own)
        try:
            while not slow.requests:
                assert process.poll() is None
                time.sleep(0.01)
            sent = time.monotonic()
            process.send_signal(signal.SIGINT)
            said, _ = process.communicate(timeout=30)
        finally:
            process.kill()
            process.wait()
    ended, threads = json.loads(said)
    record_property("figures", f"ended {ended - sent:.3f} s after the signal")
    assert threads == ["MainThread"]
    # The service takes a minute; the limit has a margin for a busy machine.
    assert ended - sent < 5
    assert process.returncode == 0
