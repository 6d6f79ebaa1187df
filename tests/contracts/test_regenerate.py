"""The output of scripts/regenerate depends on the contracts alone, and --check compares it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("openapi_python_client")

ROOT = Path(__file__).parents[2]


def regenerate(root: Path, *arguments: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(root / "scripts" / "regenerate"), *arguments],
        env={**os.environ, "PYTHONHASHSEED": seed},
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )


def tree(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


def test_committed_package_is_what_would_be_written_anywhere(tmp_path: Path) -> None:
    for folder in ("openapi", "scripts", "generated"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    # Settings of an enclosing repository must have no effect.
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\nline-length = 20\n", encoding="utf-8")
    package = tmp_path / "generated" / "alerce_api"
    (package / "stale.py").touch()
    column = package / "column.py"
    column.write_text(column.read_text(encoding="utf-8") + "# edited\n", encoding="utf-8")

    checked = regenerate(tmp_path, "--check", seed="1")
    assert checked.returncode == 1
    assert checked.stderr.splitlines()[0] == "only in generated/: alerce_api/stale.py"
    assert "-# edited\n" in checked.stderr

    written = regenerate(tmp_path, seed="2")
    assert written.returncode == 0, written.stderr
    assert tree(tmp_path / "generated") == tree(ROOT / "generated")
