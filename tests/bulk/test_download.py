"""Downloads to disk: only complete files, resumed at any point, as one data set."""

from __future__ import annotations

import asyncio
import functools
import json
import os
import subprocess
import sys
import threading
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pandas as pd
import pytest

from alerce import Alerce, AsyncAlerce, _untyped
from alerce._sync.download import What
from alerce.bulk import failures
from alerce.bulk.parquet import MANIFEST, ParquetFolder
from alerce.exceptions import ArgumentError, BulkError, ConfigError
from alerce.sandbox import Sandbox
from tests.conftest import Answer, ScriptedServer

pytestmark = pytest.mark.both_faces

dataset: Any = _untyped.module("pyarrow.dataset")

WHAT: tuple[What, ...] = (
    "objects",
    "detections",
    "non_detections",
    "magstats",
    "probabilities",
    "features",
)


PANDAS_2 = pd.__version__.startswith("2.")
TEXT = pd.StringDtype(na_value=float("nan"))


@pytest.fixture(scope="module")
def oids(sandbox: Sandbox) -> list[str]:
    with Alerce(**sandbox.config) as client:
        rows = client.iter_objects(ndet=[5, 60], limit=24)
        return list(dict.fromkeys(row["oid"] for row in rows))


def same_rows(found: pd.DataFrame, expected: pd.DataFrame) -> None:
    order = [name for name in ("oid", "mjd", "fid", "name", "class_name") if name in expected]
    if PANDAS_2:
        # It reads texts as objects, whatever they were written from.
        found = found.astype({name: kind for name, kind in expected.dtypes.items() if kind == TEXT})
    pd.testing.assert_frame_equal(
        found.sort_values(order, ignore_index=True),
        expected.sort_values(order, ignore_index=True),
        check_dtype=True,
    )


def test_a_download_holds_what_the_methods_return(
    client: Alerce, oids: list[str], tmp_path: Path
) -> None:
    done = client.download(oids, WHAT, to=tmp_path, objects_per_file=7)
    assert (done.objects, done.failures) == (len(oids), {})
    light_curves = client.query_lightcurve(oids, "pandas")
    expected = {
        "objects": client.query_object(oids, "pandas"),
        "detections": light_curves.detections,
        "non_detections": light_curves.non_detections,
        "magstats": client.query_magstats(oids, "pandas"),
        "features": client.query_features(oids, "pandas"),
    }
    for kind, frame in expected.items():
        assert done.rows[kind] == len(frame)
        same_rows(pd.read_parquet(tmp_path / kind), frame)


def test_it_is_one_data_set_for_arrow_too(client: Alerce, oids: list[str], tmp_path: Path) -> None:
    done = client.download(oids, "detections", to=tmp_path, objects_per_file=5)
    whole = dataset.dataset(tmp_path / "detections")
    assert whole.count_rows() == done.rows["detections"]
    assert len(whole.files) == -(-len(oids) // 5)
    schemas = [dataset.dataset(file).schema for file in whole.files]
    assert all(schema.equals(schemas[0]) for schema in schemas)
    one = whole.to_table(filter=dataset.field("oid") == oids[3])
    assert one.num_rows == len(client.query_detections(oids[3]))


# Dask uses a feature that pandas 3.1 has deprecated.
@pytest.mark.filterwarnings("ignore:The inplace keyword")
def test_it_is_one_data_set_for_dask(client: Alerce, oids: list[str], tmp_path: Path) -> None:
    done = client.download(oids, "detections", to=tmp_path, objects_per_file=5)
    dask: Any = pytest.importorskip("dask.dataframe")
    found = dask.read_parquet(tmp_path / "detections")
    assert found.npartitions == -(-len(oids) // 5)
    assert len(found) == done.rows["detections"]
    one = found[found.oid == oids[3]].compute(scheduler="threads")
    assert sorted(one.mjd) == sorted(client.query_detections(oids[3], "pandas").mjd)


def test_one_download_at_a_time_writes_to_a_folder(
    client: Alerce, sandbox: Sandbox, oids: list[str], tmp_path: Path
) -> None:
    other = ParquetFolder(tmp_path, ["magstats"])
    sandbox.requests.clear()
    with pytest.raises(ArgumentError, match="to: another download writes to"):
        client.download(oids, "magstats", to=tmp_path)
    assert not sandbox.requests
    other.close()
    assert client.download(oids, "magstats", to=tmp_path).objects == len(oids)


def test_a_download_that_failed_lets_others_write(
    client: Alerce, oids: list[str], tmp_path: Path
) -> None:
    def broken() -> Iterator[str]:
        yield oids[0]
        raise RuntimeError("no more names")

    with pytest.raises(RuntimeError, match="no more names"):
        client.download(broken(), "magstats", to=tmp_path)
    client.download(oids[:2], "magstats", to=tmp_path)
    with pytest.raises(ArgumentError, match="another download: "):
        client.download(oids[:2], "features", to=tmp_path)
    assert client.download(oids[:3], "magstats", to=tmp_path).objects == 3


def test_a_cancelled_download_lets_others_write_once_its_part_is_whole(
    sandbox: Sandbox, oids: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = threading.Event()
    plain = ParquetFolder.add

    def slow(*arguments: Any) -> None:
        began.set()
        time.sleep(0.2)
        plain(*arguments)

    monkeypatch.setattr(ParquetFolder, "add", slow)

    async def download() -> int:
        async with AsyncAlerce(**sandbox.config) as client:
            ask = functools.partial(client.download, oids[:4], "magstats", to=tmp_path)
            task = asyncio.ensure_future(ask(objects_per_file=2))
            await asyncio.to_thread(began.wait)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert len(pd.read_parquet(tmp_path / "magstats").oid.unique()) == 2
            return (await ask()).objects

    assert asyncio.run(download()) == 4


def test_the_same_call_again_asks_for_nothing(
    client: Alerce, sandbox: Sandbox, oids: list[str], tmp_path: Path
) -> None:
    first = client.download(oids, "magstats", to=tmp_path)
    sandbox.requests.clear()
    again = client.download([*oids, oids[0]], "magstats", to=tmp_path, objects_per_file=3)
    assert len(sandbox.requests) == 0
    assert again == first


def test_more_objects_are_added(
    client: Alerce, sandbox: Sandbox, oids: list[str], tmp_path: Path
) -> None:
    client.download(oids[:10], "magstats", to=tmp_path, objects_per_file=4)
    sandbox.requests.clear()
    done = client.download(iter(oids), "magstats", to=tmp_path, objects_per_file=4)
    assert len(sandbox.requests) == len(oids) - 10
    assert done.objects == len(oids)
    assert set(pd.read_parquet(tmp_path / "magstats").oid) == set(oids)


def test_objects_that_fail_lose_no_others_and_are_tried_anew(
    client: Alerce, sandbox: Sandbox, oids: list[str], tmp_path: Path
) -> None:
    asked = [oids[0], "ZTF00unknown", *oids[1:6]]
    with pytest.raises(BulkError) as raised:
        client.download(asked, "detections", to=tmp_path, objects_per_file=2)
    assert raised.value.results.objects == 6  # type: ignore[attr-defined] # a Download here
    sandbox.requests.clear()
    done = client.with_options(errors="return").download(asked, "detections", to=tmp_path)
    assert len(sandbox.requests) == 1
    assert list(failures(done)) == ["ZTF00unknown"]
    assert set(pd.read_parquet(tmp_path / "detections").oid) == set(asked) - {"ZTF00unknown"}


def test_an_answer_that_fits_no_column_loses_no_other(
    server: ScriptedServer, scripted: Alerce, tmp_path: Path
) -> None:
    answers = ([{"fid": 1}], [{"fid": 1.5}], [{"fid": 2}])
    server.will(*(Answer(200, json.dumps(each).encode()) for each in answers))
    lenient = scripted.with_options(errors="return", concurrency=1)
    done = lenient.download(["ZTF1", "ZTF2", "ZTF3"], "magstats", to=tmp_path)
    assert list(pd.read_parquet(tmp_path / "magstats").oid) == ["ZTF1", "ZTF3"]
    assert list(failures(done)) == ["ZTF2"]


def test_the_asynchronous_api_downloads_too(
    sandbox: Sandbox, oids: list[str], tmp_path: Path
) -> None:
    async def download() -> int:
        async with AsyncAlerce(**sandbox.config) as client:
            return (await client.download(oids, "magstats", to=tmp_path)).objects

    assert asyncio.run(download()) == len(oids)


KILLED = """
import json, sys
from alerce import Alerce
with Alerce(ZTF_API_URL=sys.argv[1], concurrency=2) as client:
    client.download(json.loads(sys.argv[3]), "detections", to=sys.argv[2], objects_per_file=2)
"""


def test_a_killed_download_goes_on(oids: list[str], tmp_path: Path) -> None:
    with Sandbox(latency=0.05) as slow, Alerce(**slow.config) as client:
        url = slow.config["ZTF_API_URL"]
        command = [sys.executable, "-c", KILLED, url, str(tmp_path), json.dumps(oids)]
        process = subprocess.Popen(command)  # noqa: S603 (our own)
        try:
            manifest = tmp_path / MANIFEST
            while not manifest.exists() or manifest.read_bytes().count(b"\n") < 4:
                assert process.poll() is None
                time.sleep(0.005)
        finally:
            process.kill()
            process.wait()
        before = len(slow.requests)
        done = client.download(oids, "detections", to=tmp_path)
        assert len(slow.requests) - before <= len(oids) - 6
        expected = client.query_detections(oids, "pandas")
    assert done.objects == len(oids)
    same_rows(pd.read_parquet(tmp_path / "detections"), expected)


@pytest.mark.parametrize("torn", [b"", b'{"part": "part-0000', b"{"])
def test_what_a_kill_left_half_does_not_count(
    torn: bytes, client: Alerce, oids: list[str], tmp_path: Path
) -> None:
    client.download(oids[:4], "magstats", to=tmp_path, objects_per_file=2)
    manifest = tmp_path / MANIFEST
    lines = manifest.read_bytes().splitlines(keepends=True)
    manifest.write_bytes(b"".join(lines[:-1]) + torn)
    (tmp_path / "magstats" / ".part-000002.parquet.new").write_bytes(b"PAR1 half a file")
    done = client.download(oids[:6], "magstats", to=tmp_path, objects_per_file=2)
    assert done.objects == 6
    frame = pd.read_parquet(tmp_path / "magstats")
    same_rows(frame, client.query_magstats(oids[:6], "pandas"))


def test_nothing_half_is_seen_when_writing_fails(
    client: Alerce, oids: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    client.download(oids[:2], "magstats", to=tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            client.download(oids[:4], "magstats", to=tmp_path)
    assert set(pd.read_parquet(tmp_path / "magstats").oid) == set(oids[:2])
    assert client.download(oids[:4], "magstats", to=tmp_path).objects == 4


@pytest.mark.parametrize("content", ["", "x\n", "[]\n", '{"what": ["features"]}\n'])
def test_a_folder_of_something_else_is_left_alone(
    content: str, client: Alerce, tmp_path: Path
) -> None:
    (tmp_path / MANIFEST).write_text(content or "{}\n")
    with pytest.raises(ArgumentError, match="to:"):
        client.download(["ZTF18abbuksn"], to=tmp_path)


@pytest.mark.parametrize(
    ("arguments", "about"),
    [
        ({"oids": "ZTF18abbuksn"}, "oids"),
        ({"oids": ["ZTF/1"]}, "oids"),
        ({"what": "detection"}, "what"),
        ({"what": []}, "what"),
        ({"objects_per_file": 0}, "objects_per_file"),
    ],
)
def test_what_makes_no_sense_is_refused(
    arguments: dict[str, Any], about: str, client: Alerce, tmp_path: Path
) -> None:
    with pytest.raises(ArgumentError, match=about):
        cast(Any, client).download(**{"oids": ["ZTF1"], "to": tmp_path, **arguments})


@pytest.mark.parametrize("package", ["pyarrow", "filelock"])
def test_without_its_extra_a_download_says_what_it_needs(
    package: str, client: Alerce, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ConfigError, match=rf"package {package}: pip install alerce\[parquet\]"):
        client.download(["ZTF18abbuksn"], to=tmp_path)


def test_memory_does_not_grow_with_the_number_of_objects(tmp_path: Path) -> None:
    """Only a digest of each object stays in memory."""

    def written(folder: ParquetFolder, numbers: Iterator[int]) -> None:
        for _ in range(20):
            names = [f"ZTF{next(numbers)}" for _ in range(200)]
            folder.add({"x": pd.DataFrame({"oid": names})}, folder.new(names))

    folder, numbers = ParquetFolder(tmp_path, ["x"]), iter(range(10**6))
    written(folder, numbers)
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        written(folder, numbers)
        grown = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert grown < 4000 * 40


OUTSIDE_TAXONOMY = "ZTF99oddprob"
"""An object on whose probabilities the service fails whenever it is asked."""


def test_a_kind_that_fails_loses_no_other_and_is_all_that_is_asked_again(
    sandbox: Sandbox, client: Alerce, oids: list[str], tmp_path: Path
) -> None:
    asked = [*oids[:3], OUTSIDE_TAXONOMY]
    lenient = client.with_options(errors="return")
    done = lenient.download(asked, WHAT, to=tmp_path)
    assert done.objects == 4
    assert list(done.failures) == [OUTSIDE_TAXONOMY]
    assert "/probabilities" in str(done.failures[OUTSIDE_TAXONOMY])
    for kind in WHAT:
        found = set(pd.read_parquet(tmp_path / kind).oid)
        assert (OUTSIDE_TAXONOMY in found) == (kind != "probabilities")
    sandbox.requests.clear()
    again = lenient.download(asked, WHAT, to=tmp_path)
    assert (again.objects, again.rows) == (done.objects, done.rows)
    assert list(again.failures) == [OUTSIDE_TAXONOMY]
    assert [request.path.split("/")[-1] for request in sandbox.requests] == ["probabilities"]


@pytest.mark.parametrize("api", ["Alerce", "AsyncAlerce"])
def test_a_kind_that_failed_once_is_there_after_a_second_run(
    api: str, oids: list[str], tmp_path: Path
) -> None:
    broken = {"fault": "status", "status": 500, "path": f"{oids[1]}/features", "nth": [1]}
    with Sandbox(faults=[broken]) as sandbox:

        def run() -> tuple[int, list[str]]:
            if api == "Alerce":
                with Alerce(**sandbox.config, errors="return") as client:
                    done = client.download(oids[:3], WHAT, to=tmp_path)
            else:

                async def awaited() -> Any:
                    async with AsyncAlerce(**sandbox.config, errors="return") as client:
                        return await client.download(oids[:3], WHAT, to=tmp_path)

                done = asyncio.run(awaited())
            return done.objects, list(done.failures)

        assert run() == (3, [oids[1]])
        assert run() == (3, [])
        sandbox.requests.clear()
        assert run() == (3, [])
        assert not sandbox.requests
    features = pd.read_parquet(tmp_path / "features")
    assert set(features.oid) == set(oids[:3])
    assert not features.duplicated(["oid", "name", "fid", "version"]).any()
    assert pd.read_parquet(tmp_path / "objects").oid.is_unique


def test_of_six_kinds_of_all_objects_only_what_the_service_never_has_is_missing(
    tmp_path: Path,
) -> None:
    faults = [{"fault": "status", "status": 502, "probability": 0.05}]
    with (
        Sandbox(faults=faults) as sandbox,
        Alerce(**sandbox.config, errors="return", requests_per_second=None) as client,
    ):
        everything = list(dict.fromkeys(row["oid"] for row in client.iter_objects()))
        done = client.download(everything, WHAT, to=tmp_path)
    assert len(everything) > 300
    assert done.objects == len(everything)
    assert {oid: str(error).split("/")[-1] for oid, error in done.failures.items()} == {
        OUTSIDE_TAXONOMY: "probabilities)"
    }


def test_a_folder_can_be_below_the_user_s_own(
    client: Alerce, oids: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    done = client.download(oids[:2], "magstats", to="~/new/folder")
    assert done.folder == tmp_path / "new" / "folder"
    assert len(pd.read_parquet(done.folder / "magstats")) == done.rows["magstats"]


@pytest.mark.parametrize("inside", [False, True])
def test_a_file_is_no_folder_and_an_error_that_says_so(
    sandbox: Sandbox, client: Alerce, oids: list[str], tmp_path: Path, inside: bool
) -> None:
    file = tmp_path / "oids.csv"
    file.write_text("oid")
    sandbox.requests.clear()
    with pytest.raises(ArgumentError, match=r"^to: .*oids\.csv.* cannot be made a folder"):
        client.download(oids, to=file / "inside" if inside else file)
    assert file.read_text() == "oid"
    assert not sandbox.requests


def test_the_objects_can_be_a_table(client: Alerce, oids: list[str], tmp_path: Path) -> None:
    untyped: Any = client
    frame = client.query_object(oids[:3], "pandas")
    assert untyped.download(frame, "magstats", to=tmp_path).objects == 3
