"""The tutorial runs from its first cell to its last."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

TUTORIAL = Path(__file__).parents[2] / "docs" / "tutorial.py"


def test_the_tutorial_runs(tmp_path: Path) -> None:
    environment = {**os.environ, "MPLBACKEND": "agg", "TMPDIR": str(tmp_path)}
    subprocess.run(  # noqa: S603 (our own words)
        [sys.executable, "-W", "error::UserWarning", str(TUTORIAL)],
        check=True,
        env=environment,
        capture_output=True,
    )
    written = {path.name for path in tmp_path.rglob("*.*")}
    assert {"candidate.png", "folded.png", "epochs.vot", "stamps.fits"} <= written


def test_the_tutorial_is_a_notebook_in_text() -> None:
    cells = re.findall(r"^# %%(?: \[markdown\])?$", TUTORIAL.read_text(), re.MULTILINE)
    assert "# %% [markdown]" in cells
    assert "# %%" in cells
