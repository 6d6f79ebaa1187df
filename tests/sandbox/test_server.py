"""Starting, stopping, watching."""

import gc
import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx
import pytest

from alerce.sandbox import RequestLog, Sandbox, synthetic
from alerce.sandbox.store import Store
from tests.sandbox.conftest import Wire

KEYS = {"ZTF_API_URL", "CATSHTM_API_URL", "AVRO_URL", "ZTF_DB_API_URL"}


def test_config() -> None:
    with Sandbox() as sandbox:
        assert sandbox.config == {
            "ZTF_API_URL": sandbox.url + "/ztf/v1",
            "CATSHTM_API_URL": sandbox.url + "/catshtm",
            "AVRO_URL": sandbox.url + "/avro",
            "ZTF_DB_API_URL": sandbox.url + "/dbquery/v1/db/",
            "URL_MS": sandbox.url + "/lsst",
            "STAMP_URL": sandbox.url + "/lsst/stamps_api",
            "ZTF_V2_API_URL": sandbox.url + "/v2",
        }
    with pytest.raises(RuntimeError, match="not running"):
        _ = sandbox.url


def test_leaves_nothing_behind() -> None:
    threads = threading.active_count()
    files = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").exists() else 0  # noqa: PTH208 - of a process
    for _ in range(3):
        with Sandbox() as sandbox, httpx.Client() as http:
            http.get(sandbox.url + "/ztf/v1/objects/")
    gc.collect()
    assert threading.active_count() == threads
    if files:
        assert len(os.listdir("/proc/self/fd")) <= files  # noqa: PTH208 - of a process


def test_starts_again_but_not_twice() -> None:
    sandbox = Sandbox()
    sandbox.start()
    try:
        with pytest.raises(RuntimeError, match="already"):
            sandbox.start()
    finally:
        sandbox.stop()
    sandbox.stop()
    with sandbox:
        assert httpx.get(sandbox.url).json()["data"] == "synthetic"


def test_port_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        Sandbox(port=taken.getsockname()[1]).start()


def test_latency() -> None:
    with Sandbox(latency=0.2) as sandbox, httpx.Client() as http:
        http.get(sandbox.url)
        begun = time.monotonic()
        http.get(sandbox.url + "/ztf/v1/classifiers/")
        assert 0.2 <= time.monotonic() - begun < 1.0
    with pytest.raises(ValueError, match="latency"):
        Sandbox(latency=-1)


def test_only_the_crossmatch_service_answers_one_after_another() -> None:
    def spent(url: str) -> float:
        begun = time.monotonic()
        threads = [threading.Thread(target=httpx.get, args=(url,)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return time.monotonic() - begun

    with Sandbox(latency=0.25) as sandbox:
        assert spent(sandbox.url + "/catshtm/conesearch") >= 1.0
        assert spent(sandbox.url + "/ztf/v1/classifiers/") < 1.0


def test_requests_are_recorded_as_sent() -> None:
    with Sandbox() as sandbox, httpx.Client(headers={"User-Agent": "test"}) as http:
        http.get(sandbox.url + "/ztf/v1/objects/a%2Fb?x=1&x=%20&y=")
        http.get(sandbox.url + "/catshtm/conesearch_all")
        http.post(sandbox.url + "/dbquery/v1/db/", data={"query": "select 1"})
        http.get(sandbox.url + "/elsewhere")
        assert [request.service for request in sandbox.requests] == [
            "ztf",
            "catshtm",
            "database",
            "",
        ]
        first = sandbox.requests[0]
        assert (first.method, first.target) == ("GET", "/ztf/v1/objects/a%2Fb?x=1&x=%20&y=")
        assert first.path == "/ztf/v1/objects/a/b"
        assert first.query == [("x", "1"), ("x", " "), ("y", "")]
        assert first.headers["user-agent"] == "test"
        assert sandbox.requests[2].body == b"query=select+1"
        assert len(sandbox.requests.to("ztf")) == 1
        assert len(sandbox.requests[:2]) == 2
        sandbox.requests.clear()
        assert len(sandbox.requests) == 0


def test_log_is_readable() -> None:
    assert repr(RequestLog()) == "RequestLog([])"


def test_same_bytes_in_every_sandbox(wire: Wire) -> None:
    targets = [
        "/ztf/v1/objects/?page_size=500&order_by=oid",
        "/ztf/v1/objects/ZTF18abbuksn/lightcurve",
        "/ztf/v1/objects/ZTF18abbuksn/features",
        "/avro/get_avro?candid=576161491515015015",
        "/avro/get_stamp?candid=576161491515015015&type=science&format=png",
        "/catshtm/conesearch_all?ra=10&dec=20&radius=100",
    ]
    with Sandbox() as other:
        for target in targets:
            assert (
                wire.http.get(other.url + target).content
                == wire.http.get(wire.sandbox.url + target).content
            )


def test_data_are_the_same_when_made_again() -> None:
    assert Store.snapshot(synthetic.build()) == synthetic.snapshot()


def test_front_page_names_the_services(wire: Wire) -> None:
    page = wire.http.get(wire.sandbox.url).json()
    assert set(page["services"]) == {
        "ztf",
        "catshtm",
        "avro",
        "database",
        "lsst",
        "ztf2",
    }
    assert wire.http.get(wire.sandbox.url + "/nope").status_code == 404


def test_command() -> None:
    command = [
        sys.executable,
        "-W",
        "error",
        "-m",
        "alerce.sandbox",
        "--port",
        "0",
        "--latency",
        "1",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - ours
        try:
            assert process.stdout is not None
            lines = [process.stdout.readline().strip() for _ in range(4)]
            config = dict(line.split("=", 1) for line in lines)
            assert set(config) == KEYS
            assert httpx.get(config["ZTF_API_URL"] + "/classifiers/").status_code == 200
        finally:
            process.terminate()
