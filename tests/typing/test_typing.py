"""What type checkers say of calls: the types of accepted.py, the errors of rejected.py.

Both files are about the asynchronous API; here they are derived for the synchronous
one, and each checker reads all four.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import mypy.api
import pytest

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
TOOLS = Path(sys.executable).parent

SYNCHRONOUS = {
    "AsyncAlerce": "Alerce",
    "AsyncLsst": "Lsst",
    "aclose": "close",
    "async ": "",
    "await ": "",
}

Errors = dict[tuple[str, int], list[str]]
"""What is said of each line of each file."""


def derived(text: str) -> str:
    """Return what a file says of the synchronous API."""
    for word, other in SYNCHRONOUS.items():
        text = text.replace(word, other)
    return text


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("typing")
    found: dict[str, Path] = {}
    for name in ("accepted", "rejected"):
        text = (HERE / f"{name}.py").read_text(encoding="utf-8")
        for api, content in (("async", text), ("sync", derived(text).replace("Async", ""))):
            path = folder / f"{api}_{name}.py"
            # The path makes the content new, or mypy repeats what it said the last time.
            path.write_text(f"{content}\n# {path}\n", encoding="utf-8")
            found[path.stem] = path
    return found


def by_mypy(paths: list[str]) -> Errors:
    output, problem, _ = mypy.api.run(["--output=json", *paths])
    assert not problem
    found: Errors = {}
    for line in output.splitlines():
        error: dict[str, Any] = json.loads(line)
        if error["severity"] == "error":
            found.setdefault((Path(error["file"]).stem, error["line"]), []).append(error["message"])
    return found


def by_pyright(paths: list[str]) -> Errors:
    found: Errors = {}
    for error in json.loads(run("pyright", "--outputjson", *paths))["generalDiagnostics"]:
        place = (Path(error["file"]).stem, error["range"]["start"]["line"] + 1)
        found.setdefault(place, []).append(error["message"])
    return found


def by_ty(paths: list[str]) -> Errors:
    options = ["--output-format=concise", "--extra-search-path=generated"]
    output = run("ty", "check", *options, f"--python={sys.prefix}", *paths)
    found: Errors = {}
    for path, line, message in re.findall(r"^(\S+\.py):(\d+):\d+: error(.*)$", output, re.M):
        found.setdefault((Path(path).stem, int(line)), []).append(message)
    return found


def run(tool: str, *arguments: str) -> str:
    done = subprocess.run(  # noqa: S603 (a tool of ours)
        [str(TOOLS / tool), *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


CHECKERS: dict[str, Callable[[list[str]], Errors]] = {
    "mypy": by_mypy,
    "pyright": by_pyright,
    "ty": by_ty,
}


@pytest.fixture(scope="module", params=CHECKERS)
def checked(
    request: pytest.FixtureRequest, files: dict[str, Path], monkeypatch_module: pytest.MonkeyPatch
) -> tuple[str, Errors]:
    monkeypatch_module.chdir(ROOT)
    return request.param, CHECKERS[request.param]([str(path) for path in files.values()])


@pytest.fixture(scope="module")
def monkeypatch_module() -> pytest.MonkeyPatch:
    return pytest.MonkeyPatch()


def expected(path: Path) -> dict[int, dict[str, str]]:
    """Return what each checker must say of each line that is refused."""
    found: dict[int, dict[str, str]] = {}
    current: dict[str, str] = {}
    after_comment = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if comment := re.fullmatch(r" +# (mypy|pyright|ty) says: (.+)", line):
            current = {**(current if after_comment else {}), comment[1]: comment[2]}
        elif not line.strip():
            current = {}
        elif current:
            found[number] = current
        after_comment = comment is not None
    return found


@pytest.mark.parametrize("api", ["async", "sync"])
def test_types_are_exact(checked: tuple[str, Errors], api: str) -> None:
    _, errors = checked
    assert {place: said for place, said in errors.items() if place[0] == f"{api}_accepted"} == {}


@pytest.mark.parametrize("api", ["async", "sync"])
def test_wrong_calls_are_refused(
    checked: tuple[str, Errors], api: str, files: dict[str, Path]
) -> None:
    checker, errors = checked
    name = f"{api}_rejected"
    wanted = expected(files[name])
    if checker == "ty":
        # It does not look at the names of keywords that a TypedDict gives.
        wanted = {line: texts for line, texts in wanted.items() if texts.get("ty") != "nothing"}
    refused = {line: said for (file, line), said in errors.items() if file == name}
    assert refused.keys() == wanted.keys()
    for line, texts in wanted.items():
        text = texts.get(checker, "")
        assert any(text in message for message in refused[line]), (line, text, refused[line])
