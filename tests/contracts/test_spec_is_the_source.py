"""A published description that changes shows up as type errors in the hand-written layer."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("openapi_python_client")
ROOT = Path(__file__).parents[2]


def change(published: dict[str, Any]) -> None:
    """Rename parameters, remove a field of an answer, change the type of another."""
    for parameter in parameters(published):
        parameter["name"] = {"ndet": "detections", "fid": "band"}.get(
            parameter["name"], parameter["name"]
        )
    schemas = published["components"]["schemas"]
    del schemas["Single_Object"]["properties"]["ndet"]
    schemas["Object_List_Item"]["properties"]["oid"]["type"] = "integer"


SHOWS = {
    "a parameter renamed": 'No parameter named "ndet"',
    "a field removed": '"ndet" is not a defined key in "Object"',
    "a type changed": '"int" is not assignable to "str"',
}


def parameters(published: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for path in published["paths"].values():
        for operation in path.values():
            yield from operation.get("parameters", [])


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the type checker says, by file, when all of it has changed."""
    copy = tmp_path_factory.mktemp("changed")
    for folder in ("alerce", "generated", "openapi", "scripts"):
        shutil.copytree(ROOT / folder, copy / folder)
    shutil.copy(ROOT / "pyproject.toml", copy)
    published = json.loads((copy / "openapi" / "published" / "ztf.json").read_text("utf-8"))
    change(published)
    (copy / "new.json").write_text(json.dumps(published), "utf-8")
    # Its status is that there is something to decide.
    run(copy, 1, sys.executable, "scripts/regenerate", "--refresh", "ztf", "new.json")
    pyright = Path(sys.executable).with_name("pyright")
    report = run(copy, 1, str(pyright), "--outputjson", "--pythonpath", sys.executable, "alerce")
    found: dict[str, list[str]] = {}
    for error in json.loads(report)["generalDiagnostics"]:
        file = Path(error["file"]).relative_to(copy.resolve()).as_posix()
        found.setdefault(file, []).append(error["message"])
    return found


def run(folder: Path, expected: int, *command: str) -> str:
    done = subprocess.run(  # noqa: S603 (tools of ours)
        command, cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == expected, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("what", SHOWS)
def test_changed_description_is_a_type_error(what: str, said: dict[str, list[str]]) -> None:
    assert any(SHOWS[what] in each for messages in said.values() for each in messages), said


def test_both_faces_show_it(said: dict[str, list[str]]) -> None:
    for face in ("_async", "_sync"):
        messages = [each for file in said if f"/{face}/" in file for each in said[file]]
        assert any('No parameter named "fid"' in each for each in messages), said
