"""Type hints, signatures and documentation of the public names at run time."""

from __future__ import annotations

import ast
import asyncio
import importlib
import inspect
import pydoc
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_type_hints
from unittest.mock import create_autospec

import fastapi
import httpx
import pydantic
import pytest

from alerce import Alerce, AsyncAlerce, types
from alerce.arguments.filters import ObjectFilters

MODULES = (
    *("alerce", "alerce.bulk", "alerce.core", "alerce.events", "alerce.exceptions"),
    *("alerce.sandbox", "alerce.types", "alerce.warnings"),
)
ALERCE = Path(inspect.getfile(importlib.import_module("alerce"))).parent
STUBS: dict[type, Path] = {
    AsyncAlerce: ALERCE / "_async" / "client.pyi",
    Alerce: ALERCE / "_sync" / "client.pyi",
}

apis = pytest.mark.parametrize("api", [Alerce, AsyncAlerce])


def public() -> Iterator[tuple[str, Any]]:
    """Yield each public class and function, and the members of each class, by name."""
    for module in map(importlib.import_module, MODULES):
        exported = getattr(module, "__all__", [name for name in vars(module) if name[0] != "_"])
        for name in exported:
            value = getattr(module, name)
            if getattr(value, "__module__", "").startswith("alerce") and callable(value):
                yield f"{module.__name__}.{name}", value
                if inspect.isclass(value):
                    yield from members(f"{module.__name__}.{name}", value)


def members(name: str, owner: type) -> Iterator[tuple[str, Any]]:
    for member, value in inspect.getmembers_static(owner):
        plain = value.fget if isinstance(value, property) else value
        plain = getattr(plain, "__func__", plain)
        hidden = member.startswith("_") and member != "__init__"
        if inspect.isfunction(plain) and plain.__module__.startswith("alerce") and not hidden:
            yield f"{name}.{member}", plain


PUBLIC = dict(public())


@pytest.mark.parametrize("name", PUBLIC)
def test_every_type_hint_can_be_resolved(name: str) -> None:
    get_type_hints(PUBLIC[name])


@pytest.mark.parametrize("name", PUBLIC)
def test_every_signature_can_be_evaluated(name: str) -> None:
    value = PUBLIC[name]
    if inspect.isclass(value) and not inspect.isfunction(value.__init__):
        pytest.skip("a class without a signature of its own")
    inspect.signature(value, eval_str=True)


def test_hints_are_the_classes_themselves() -> None:
    figure = importlib.import_module("matplotlib.figure").Figure
    assert get_type_hints(Alerce.plot_lightcurve)["return"] is figure


def test_pydantic_checks_rows() -> None:
    row = dict.fromkeys(types.NonDetection.__annotations__, 1.0) | {"tid": "ztf", "fid": 1}
    adapter = pydantic.TypeAdapter(types.NonDetection)
    assert adapter.validate_python(row)["tid"] == "ztf"
    with pytest.raises(pydantic.ValidationError, match="tid"):
        adapter.validate_python({**row, "tid": None})


@pytest.mark.parametrize("name", ["Object", "Detection", "Magstats", "LightCurve", "ObjectsPage"])
def test_pydantic_takes_every_kind_of_row(name: str) -> None:
    assert pydantic.TypeAdapter(getattr(types, name)).json_schema()["type"] == "object"


def test_a_web_application_returns_rows(client: Alerce) -> None:
    application = fastapi.FastAPI()

    @application.get("/objects/{oid}")
    def show(oid: str) -> types.Object:
        return client.query_object(oid)

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(application)
        async with httpx.AsyncClient(transport=transport, base_url="http://portal") as http:
            return await http.get("/objects/ZTF18abbuksn")

    assert asyncio.run(ask()).json()["oid"] == "ZTF18abbuksn"


def test_a_mock_has_the_methods_and_their_signatures() -> None:
    mock: Any = create_autospec(Alerce, instance=True)
    mock.query_objects(class_name="SNIa")
    with pytest.raises(TypeError, match="clas_name"):
        mock.query_objects(clas_name="SNIa")
    with pytest.raises(AttributeError):
        mock.query_everything()


def test_an_asynchronous_mock_is_awaited() -> None:
    mock: Any = create_autospec(AsyncAlerce, instance=True)
    mock.query_objects.return_value = "found"
    assert asyncio.run(mock.query_objects(class_name="SNIa")) == "found"


@apis
@pytest.mark.parametrize("method", ["query_objects", "iter_objects"])
def test_the_filters_are_in_the_signature(api: type[Alerce], method: str) -> None:
    parameters = inspect.signature(getattr(api, method)).parameters
    assert set(ObjectFilters.__annotations__) < set(parameters)


@apis
def test_the_clients_are_of_the_package(api: type[Alerce]) -> None:
    assert api.__module__ == "alerce"
    assert "Return the detections of an object" in pydoc.render_doc(api.query_detections)


def stubbed(api: type) -> dict[str, list[ast.arguments]]:
    """Return the parameters of each signature of a client's stub."""
    tree = ast.parse(STUBS[api].read_text(encoding="utf-8"))
    (client,) = [
        each for each in tree.body if isinstance(each, ast.ClassDef) and each.name == api.__name__
    ]
    found: dict[str, list[ast.arguments]] = {}
    for each in client.body:
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
            found.setdefault(each.name, []).append(each.args)
    return found


@apis
def test_the_stub_has_every_public_member(api: type) -> None:
    written = {name for name in dir(api) if not name.startswith("_")}
    assert {name for name in stubbed(api) if not name.startswith("_")} == written


@apis
def test_the_stub_has_the_parameters_of_every_method(api: type) -> None:
    for name, signatures in stubbed(api).items():
        member = getattr(api, name)
        if not isinstance(member, property):
            named = inspect.signature(member).parameters.values()
            written = [each.name for each in named if each.kind is not each.VAR_KEYWORD]
            for arguments in signatures:
                given = [each.arg for each in [*arguments.args, *arguments.kwonlyargs]]
                assert without_filters(given) == without_filters(written), name


def without_filters(names: list[str]) -> list[str]:
    return [name for name in names if name not in ObjectFilters.__annotations__]


@apis
def test_no_method_has_more_than_twelve_signatures(api: type) -> None:
    assert max(len(signatures) for signatures in stubbed(api).values()) <= 12


@apis
def test_a_client_takes_no_attribute_that_it_does_not_have(api: type[Alerce]) -> None:
    client: Any = api()
    with pytest.raises(AttributeError, match=r"with_options\(timeout=...\)"):
        client.timeout = 5


def test_a_subclass_has_attributes_of_its_own() -> None:
    class Portal(Alerce):
        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    assert Portal("mine").name == "mine"


def test_a_method_can_be_replaced_on_a_client(monkeypatch: pytest.MonkeyPatch) -> None:
    def fake(oid: str) -> dict[str, str]:
        return {"oid": oid}

    with Alerce() as client:
        monkeypatch.setattr(client, "query_object", fake)
        assert client.query_object("ZTF1")["oid"] == "ZTF1"
        monkeypatch.undo()
        assert inspect.ismethod(client.query_object)


@apis
def test_a_client_shows_what_it_talks_to_and_no_secret(api: type[Alerce]) -> None:
    client = api(ZTF_API_URL="https://me:word@example.org/ztf?token=abc")
    shown = repr(client)
    assert shown.startswith(f"<{api.__name__}: ztf https://example.org/ztf, catshtm https://")
    assert "word" not in shown
    assert "abc" not in shown
