"""Pictures of stamps: a figure in a script, images under the cell in a notebook."""

from __future__ import annotations

import base64
import re
import subprocess
import sys
from types import ModuleType, SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import numpy as np
import pytest
from numpy.typing import NDArray

from alerce import Alerce
from alerce.astronomy import plotting
from alerce.astronomy.notebooks import in_notebook
from alerce.exceptions import CandidError, ServerError
from tests.conftest import Answer, ScriptedServer
from tests.packets import CANDID, OID, image, packet

PNG = b"\x89PNG\r\n\x1a\n"


class Notebook:
    """A stand-in for IPython: the shell of a notebook, and what was shown under the cell."""

    def __init__(self) -> None:
        self.shell: Any = SimpleNamespace(config={"IPKernelApp": {}})
        self.shown: list[str] = []
        self.ipython = ModuleType("IPython")
        vars(self.ipython).update(get_ipython=lambda: self.shell)
        self.display = ModuleType("IPython.display")
        vars(self.display).update(HTML=str, display=self.shown.append)


@pytest.fixture
def notebook(monkeypatch: pytest.MonkeyPatch) -> Notebook:
    stand_in = Notebook()
    monkeypatch.setitem(sys.modules, "IPython", stand_in.ipython)
    monkeypatch.setitem(sys.modules, "IPython.display", stand_in.display)
    return stand_in


@pytest.fixture
def packet_server(server: ScriptedServer) -> ScriptedServer:
    server.will(Answer(body=packet()))
    return server


def limits(data: NDArray[np.float32]) -> tuple[float, float]:
    """Return the stretch of an image in a figure."""
    figure: Any = plotting.stamps_figure([data] * 3, "oid", "candid")
    low, high = figure.axes[0].images[0].get_clim()
    return float(low), float(high)


def test_a_script_gets_a_figure_of_the_three_images(
    packet_server: ScriptedServer, scripted: Alerce
) -> None:
    figure: Any = scripted.plot_stamps(OID, CANDID)
    assert [axes.get_title() for axes in figure.axes] == ["Science", "Template", "Difference"]
    for axes, value in zip(figure.axes, (0, 100, 200), strict=True):
        (shown,) = axes.images
        np.testing.assert_array_equal(shown.get_array().filled(np.nan), image(value, nan=True))
        assert shown.origin == "lower"


def test_a_figure_says_what_it_shows(packet_server: ScriptedServer, scripted: Alerce) -> None:
    figure: Any = scripted.plot_stamps(OID, CANDID)
    assert figure.get_suptitle() == f"{OID}  candid {CANDID}"


def test_a_figure_can_be_saved_without_a_display(
    packet_server: ScriptedServer, scripted: Alerce, tmp_path: Any
) -> None:
    figure: Any = scripted.plot_stamps(OID, CANDID)
    figure.savefig(tmp_path / "stamps.png")
    assert (tmp_path / "stamps.png").read_bytes().startswith(PNG)


def test_a_figure_leaves_the_user_s_own_plots_alone(
    packet_server: ScriptedServer, scripted: Alerce, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.pyplot", None)
    assert scripted.plot_stamps(OID, CANDID) is not None


def test_dead_pixels_do_not_change_the_stretch() -> None:
    data = image()
    low, high = limits(data)
    dead = data.copy()
    dead[0, :5] = [np.nan, np.inf, -np.inf, np.nan, np.nan]
    assert limits(dead) == pytest.approx((low, high), abs=10)


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_an_image_of_dead_pixels_only_is_shown(value: float) -> None:
    dead = np.full((63, 63), value, np.float32)
    figure: Any = plotting.stamps_figure([dead] * 3, "oid", "candid")
    figure.canvas.draw()
    assert len(figure.axes) == 3


def test_an_image_of_one_value_is_shown() -> None:
    assert limits(np.full((63, 63), 5, np.float32)) == (5, 5)


def test_without_matplotlib_the_error_says_what_to_install(
    packet_server: ScriptedServer, scripted: Alerce, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(ImportError, match=r"pip install 'alerce\[plot\]'"):
        scripted.plot_stamps(OID, CANDID)


def test_a_notebook_shows_the_service_s_pictures_under_the_cell(
    notebook: Notebook, server: ScriptedServer, scripted: Alerce
) -> None:
    pictures = [PNG + name for name in (b"science", b"template", b"difference")]
    server.will(*(Answer(body=picture) for picture in pictures))
    assert scripted.plot_stamps(OID, CANDID) is None
    (html,) = notebook.shown
    sources = re.findall(r"src='data:image/png;base64,([^']+)'>", html)
    assert [base64.b64decode(source) for source in sources] == pictures
    assert re.findall(r"<figcaption>(\w+)<", html) == ["Science", "Template", "Difference"]
    assert f"{OID}, candid: {CANDID}" in html


def test_a_notebook_asks_for_png_of_each_stamp(
    notebook: Notebook, server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(Answer(body=PNG))
    scripted.plot_stamps(OID, CANDID)
    asked = [parse_qs(urlsplit(target).query) for target in server.targets]
    assert [query.pop("type") for query in asked] == [["science"], ["template"], ["difference"]]
    assert asked == [{"oid": [OID], "candid": [str(CANDID)], "format": ["png"]}] * 3


def test_an_identifier_is_no_markup_in_a_notebook(
    notebook: Notebook, server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(Answer(body=PNG))
    scripted.plot_stamps("<b>&", CANDID)
    assert "&lt;b&gt;&amp;" in notebook.shown[0]


def test_a_notebook_shows_nothing_when_a_stamp_is_missing(
    notebook: Notebook, server: ScriptedServer, scripted: Alerce
) -> None:
    server.will(Answer(body=PNG), Answer(404, b'{"message": "Not found"}'))
    with pytest.raises(CandidError, match=f"alert {CANDID} of object {OID}: Not found"):
        scripted.plot_stamps(OID, CANDID)
    assert notebook.shown == []


def test_a_null_cutout_is_an_error_in_a_notebook_too(notebook: Notebook, client: Alerce) -> None:
    with pytest.raises((CandidError, ServerError)):
        client.plot_stamps("ZTF99oddnull")
    assert notebook.shown == []


@pytest.mark.parametrize(
    "shell", [None, SimpleNamespace(config={}), SimpleNamespace(config={"TerminalIPythonApp": {}})]
)
def test_ipython_outside_a_notebook_is_a_script(shell: object, notebook: Notebook) -> None:
    notebook.shell = shell
    assert not in_notebook()


def test_importing_the_package_loads_no_heavy_library() -> None:
    heavy = "{'pandas', 'astropy', 'numpy', 'matplotlib', 'fastavro', 'IPython'}"
    code = f"import sys, alerce; assert not {heavy} & set(sys.modules), {heavy} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 (our own words)
