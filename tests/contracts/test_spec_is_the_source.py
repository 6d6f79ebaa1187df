"""A contract that changes shows up as type errors in the hand-written layer."""

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
yaml = pytest.importorskip("ruamel.yaml")
ROOT = Path(__file__).parents[2]


def change(contract: dict[str, Any]) -> None:
    """Rename a parameter, remove a field of an answer, change the type of another."""
    for parameter in parameters(contract):
        if parameter.get("name") == "ndet":
            parameter["name"] = "detection_count"
    schemas = contract["components"]["schemas"]
    schemas["LightCurve"]["required"].remove("non_detections")
    del schemas["LightCurve"]["properties"]["non_detections"]
    schemas["Object"]["properties"]["oid"]["type"] = "integer"


SHOWS = {
    "a parameter renamed": ("alerce/arguments/filters.py", 'No parameter named "ndet"'),
    "a field removed": (
        "alerce/results/ztf.py",
        '"non_detections" is not a defined key in "LightCurve"',
    ),
    "a type changed": ("alerce/results/paging.py", '"int" is not assignable to "str"'),
}


def parameters(contract: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for path in contract["paths"].values():
        for operation in path.values():
            yield from operation.get("parameters", [])


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the type checker says, by file, when all of it has changed."""
    copy = tmp_path_factory.mktemp("changed")
    for folder in ("alerce", "generated", "openapi", "scripts"):
        shutil.copytree(ROOT / folder, copy / folder)
    shutil.copy(ROOT / "pyproject.toml", copy)
    loader = yaml.YAML()
    path = copy / "openapi" / "ztf.yaml"
    contract = loader.load(path)
    change(contract)
    loader.dump(contract, path)
    run(copy, 0, sys.executable, "scripts/regenerate")
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
def test_changed_contract_is_a_type_error(what: str, said: dict[str, list[str]]) -> None:
    file, message = SHOWS[what]
    assert any(message in each for each in said[file]), said


def test_both_faces_show_it(said: dict[str, list[str]]) -> None:
    assert {"alerce/_async/photometry.py", "alerce/_sync/photometry.py"} <= said.keys()
