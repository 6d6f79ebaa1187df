"""Figures are seen where they are made: in the kernel of a notebook, and in a window of a script."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import matplotlib
import nbformat
import pytest
from matplotlib.backend_bases import FigureCanvasBase, FigureManagerBase
from nbclient import NotebookClient

from alerce import Alerce
from alerce.astronomy import plotting
from alerce.sandbox import Sandbox
from alerce.warnings import AlerceWarning
from tests.tables import OID

DRAW = f"client.plot_lightcurve({OID!r})"
FRESH = "from alerce import Alerce\nclient = Alerce(**{config})"

CELLS = {
    "fresh": [DRAW],
    "summary": [f"client.query_summary({OID!r})"],
    "shown in a loop": [f"for _ in range(3):\n    {DRAW}.show()"],
    "not shown": [f"figure = {DRAW}"],
    "pyplot imported": ["import matplotlib.pyplot as plt", DRAW],
    "pyplot in use": ["plt.plot([1, 2]); plt.show()", DRAW, "print(plt.get_fignums())"],
    "pyplot's axes": [f"figure, axes = plt.subplots()\n_ = {DRAW[:-1]}, ax=axes)"],
}
"""Cells of one notebook, in order: pyplot comes late."""


@pytest.fixture(scope="module")
def outputs(
    sandbox: Sandbox, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[list[Any]]]:
    """What each cell of a notebook shows, run by a real kernel."""
    sources = [FRESH.format(config=dict(sandbox.config))]
    sources += [cell for cells in CELLS.values() for cell in cells]
    notebook: Any = loose(nbformat.v4).new_notebook(
        cells=[loose(nbformat.v4).new_code_cell(source) for source in sources]
    )
    home = tmp_path_factory.mktemp("jupyter")
    with pytest.MonkeyPatch.context() as patched:
        for name in ("JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR", "IPYTHONDIR", "MPLCONFIGDIR"):
            patched.setenv(name, str(home / name.lower()))
        patched.delenv("MPLBACKEND", raising=False)
        NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    shown = iter(notebook.cells[1:])
    return {name: [next(shown).outputs for _ in cells] for name, cells in CELLS.items()}


def loose(value: object) -> Any:
    return value


def pictures(cell: list[Any]) -> int:
    """Return how many pictures a cell shows."""
    return sum("image/png" in output.get("data", {}) for output in cell)


@pytest.mark.parametrize("name", ["fresh", "pyplot imported"])
def test_a_figure_at_the_end_of_a_cell_shows_once(
    name: str, outputs: dict[str, list[list[Any]]]
) -> None:
    (shown,) = outputs[name][-1]
    assert shown["output_type"] == "execute_result"
    assert shown["data"]["image/png"].startswith("iVBOR")


def test_a_figure_shows_once_beside_figures_of_pyplot(
    outputs: dict[str, list[list[Any]]],
) -> None:
    assert [pictures(cell) for cell in outputs["pyplot in use"]] == [1, 1, 0]


def test_a_figure_is_none_of_pyplot_s(outputs: dict[str, list[list[Any]]]) -> None:
    assert outputs["pyplot in use"][-1][0]["text"] == "[]\n"


def test_figures_show_in_a_loop(outputs: dict[str, list[list[Any]]]) -> None:
    assert pictures(outputs["shown in a loop"][0]) == 3


def test_a_figure_that_is_kept_is_not_shown(outputs: dict[str, list[list[Any]]]) -> None:
    assert outputs["not shown"] == [[]]


def test_axes_of_pyplot_show_as_pyplot_shows_them(outputs: dict[str, list[list[Any]]]) -> None:
    assert pictures(outputs["pyplot's axes"][0]) == 1


def test_a_summary_shows_a_picture(outputs: dict[str, list[list[Any]]]) -> None:
    (shown,) = outputs["summary"][0]
    assert "data:image/png;base64" in shown["data"]["text/html"]


class Window(FigureManagerBase):
    """A window that is closed as soon as it is waited for."""

    opened: list[Any]

    def show(self) -> None:
        type(self).opened.append(self.canvas.figure)


class Canvas(FigureCanvasBase):
    required_interactive_framework = "a made-up one"
    manager_class = Window  # pyright: ignore[reportAssignmentType] # a property of classes
    waits: list[str]

    def start_event_loop(self, timeout: float = 0) -> None:
        type(self).waits.append("begun")
        loose(self).callbacks.process("close_event", None)

    def stop_event_loop(self) -> None:
        type(self).waits.append("ended")


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Window]]:
    """A backend of matplotlib that opens windows no one sees."""
    import matplotlib.pyplot as plt

    Window.opened, Canvas.waits = [], []
    backend: Any = ModuleType("windows_of_a_test")
    backend.FigureCanvas, backend.FigureManager = Canvas, Window
    monkeypatch.setitem(sys.modules, backend.__name__, backend)
    monkeypatch.setattr("matplotlib.cbook._get_running_interactive_framework", lambda: None)
    before = matplotlib.get_backend()
    plt.switch_backend(f"module://{backend.__name__}")
    yield Window
    plt.switch_backend(before)


def test_a_script_shows_a_figure_in_a_window_until_it_is_closed(
    client: Alerce, screen: type[Window]
) -> None:
    import matplotlib.pyplot as plt

    figure = client.plot_lightcurve(OID)
    loose(figure).show()
    assert screen.opened == [figure]
    assert Canvas.waits == ["begun", "ended"]
    assert plt.get_fignums() == []


def test_showing_leaves_the_user_s_current_figure(client: Alerce, screen: type[Window]) -> None:
    import matplotlib.pyplot as plt

    own = loose(plt).figure()
    loose(client.plot_lightcurve(OID)).show()
    assert plt.gcf() is own
    assert plt.get_fignums() == [own.number]
    plt.close(own)


def test_a_figure_that_was_shown_can_be_saved(
    client: Alerce, screen: type[Window], tmp_path: Path
) -> None:
    figure = client.plot_lightcurve(OID)
    loose(figure).show()
    loose(figure).savefig(tmp_path / "figure.png")
    assert (tmp_path / "figure.png").stat().st_size > 10_000


def test_without_a_screen_a_script_is_told(client: Alerce) -> None:
    import matplotlib.pyplot as plt

    plt.switch_backend("agg")
    figure = client.plot_lightcurve(OID)
    with pytest.warns(AlerceWarning, match=r"backend is agg.*savefig"):
        loose(figure).show()
    assert plt.get_fignums() == []


def test_figures_of_a_loop_are_not_kept() -> None:
    figures = [weakref.ref(plotting.new_figure(3, 2)) for _ in range(5)]
    gc.collect()
    assert [figure() for figure in figures] == [None] * 5


def test_a_picture_leaves_a_script_s_pyplot_unloaded() -> None:
    code = (
        "import sys; from alerce.astronomy import plotting;"
        "plotting.as_png(plotting.new_figure(3, 2));"
        "assert 'matplotlib.pyplot' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 (our own words)
