"""Answers kept on disk."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from alerce import Alerce, AsyncAlerce
from alerce.exceptions import ArgumentError, ConfigError, ObjectNotFoundError
from alerce.http.cache import FILE_NAME, usual_folder
from alerce.http.options import Options
from alerce.sandbox import Sandbox
from tests.conftest import Answer, ScriptedServer

OIDS = ["ZTF18abbuksn", "ZTF18accqogs", "ZTF19aakyhxi", "ZTF99oddnans"]


def test_a_cache_is_off_unless_asked_for() -> None:
    assert Options().cache is None
    assert Options().replace({"cache": False}).cache is None


def test_an_answer_is_asked_for_once(sandbox: Sandbox, tmp_path: Path) -> None:
    with Alerce(**sandbox.config, cache=tmp_path) as client:
        first = repr(client.query_lightcurve(OIDS))
        packet = client.get_avro("ZTF18abkifng", 576161491515015015)
        sandbox.requests.clear()
        assert repr(client.query_lightcurve(OIDS)) == first
        assert client.get_avro("ZTF18abkifng", 576161491515015015) == packet
        assert client.with_options(cache=False).query_detections(OIDS[0])
    assert len(sandbox.requests) == 1


def test_other_clients_and_the_other_face_share_it(sandbox: Sandbox, tmp_path: Path) -> None:
    with Alerce(**sandbox.config, cache=tmp_path) as client:
        expected = repr(client.query_detections(OIDS))

    async def ask() -> Any:
        async with AsyncAlerce(**sandbox.config, cache=tmp_path) as client:
            return await client.query_detections(OIDS)

    sandbox.requests.clear()
    assert repr(asyncio.run(ask())) == expected
    assert len(sandbox.requests) == 0


def test_an_answer_holds_for_its_time_only(sandbox: Sandbox, tmp_path: Path) -> None:
    with Alerce(**sandbox.config, cache=tmp_path, cache_ttl=1e-6) as client:
        client.query_object(OIDS[0])
        sandbox.requests.clear()
        client.query_object(OIDS[0])
    assert len(sandbox.requests) == 1


@pytest.mark.parametrize(
    "body", [b"", b'"Request contains one or more invalid arguments."', b'[{"a": 1}', b"<html>"]
)
def test_what_is_no_answer_is_not_kept(body: bytes, server: ScriptedServer, tmp_path: Path) -> None:
    good = Answer(200, b'[{"classifier_name": "c", "classifier_version": "v", "classes": []}]')
    server.will(Answer(200, body), good)
    with Alerce(**server.config, cache=tmp_path, retries=0) as client:
        with pytest.raises(Exception):  # noqa: B017, PT011 (of which kind is tested elsewhere)
            client.query_classifiers()
        assert len(client.query_classifiers()) == 1


def test_an_answer_that_has_made_room_is_asked_for_anew(sandbox: Sandbox, tmp_path: Path) -> None:
    with Alerce(**sandbox.config, cache=tmp_path) as client:
        first = client.query_classifiers()
        with closing(sqlite3.connect(tmp_path / FILE_NAME)) as database, database:
            database.execute("DELETE FROM streams")
        sandbox.requests.clear()
        assert client.query_classifiers() == first
    assert len(sandbox.requests) == 1


def test_errors_are_not_kept(sandbox: Sandbox, tmp_path: Path) -> None:
    with Alerce(**sandbox.config, cache=tmp_path) as client:
        sandbox.requests.clear()
        for _ in range(2):
            with pytest.raises(ObjectNotFoundError):
                client.query_object("ZTF00unknown")
    assert len(sandbox.requests) == 2


def test_what_is_shown_to_one_user_is_not_kept(server: ScriptedServer, tmp_path: Path) -> None:
    server.will(Answer(200, b'{"min_ndet": 1}'))
    url = server.url.replace("://", "://user:secret@") + "/"
    with Alerce(ZTF_API_URL=url, cache=tmp_path) as client:
        client.query_limit_values()
        client.query_limit_values()
    assert len(server.targets) == 2


WRITER = """
import sys
from alerce import Alerce
with Alerce(ZTF_API_URL=sys.argv[1], cache=sys.argv[2], concurrency=4) as client:
    oids = [f"ZTF{number:02d}" for number in range(30)]
    for _ in range(2):
        found = client.query_magstats(oids)
        assert all(rows == [{"fid": 1}] * 500 for rows in found.values())
"""


def test_processes_write_at_the_same_time(server: ScriptedServer, tmp_path: Path) -> None:
    server.will(Answer(200, b"[" + b", ".join([b'{"fid": 1}'] * 500) + b"]"))
    command = [
        sys.executable,
        "-W",
        "error",
        "-c",
        WRITER,
        f"{server.url}/",
        str(tmp_path / "shared"),
    ]
    writers = [
        subprocess.Popen(command, stderr=subprocess.PIPE, text=True)  # noqa: S603 (our own)
        for _ in range(3)
    ]
    said = [writer.communicate(timeout=60)[1] for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0, 0], said
    assert said == ["", "", ""]
    # Each has its second round from the cache at the latest.
    assert len(server.targets) <= 3 * 30


def test_the_usual_folder_is_that_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    monkeypatch.setattr(sys, "platform", "linux")
    assert usual_folder() == Path("/somewhere/alerce")
    assert Options().replace({"cache": True}).cache == str(Path("/somewhere/alerce"))


@pytest.mark.parametrize("cache", [7, 1.5, []])
def test_what_names_no_folder_is_refused(cache: Any) -> None:
    with pytest.raises(ArgumentError, match="cache"):
        Options().replace({"cache": cache})


def test_a_cache_without_its_package_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(_: str) -> None:
        return None

    monkeypatch.setattr("alerce.http.cache.importlib.util.find_spec", nothing)
    with pytest.raises(ConfigError, match="hishel"):
        Options().replace({"cache": True})
