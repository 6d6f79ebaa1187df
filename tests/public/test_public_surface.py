"""The public names and signatures are those of public_surface.txt, so none changes by accident.

To change one on purpose, run ``python -m tests.public.test_public_surface`` and commit the file.
"""

from __future__ import annotations

import difflib
import importlib
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from typing_extensions import is_typeddict

import alerce

PINNED = Path(__file__).with_name("public_surface.txt")
MODULES = (
    "alerce",
    "alerce.core",
    "alerce.exceptions",
    "alerce.lightcurves",
    "alerce.sandbox",
    "alerce.types",
)


def surface() -> Iterator[str]:
    """Yield a line for each public name and signature."""
    for name in MODULES:
        module = importlib.import_module(name)
        for exported in sorted(exports(module)):
            yield from lines(f"{name}.{exported}", getattr(module, exported))


def exports(module: ModuleType) -> list[str]:
    """Return the names that a module offers."""
    return list(module.__all__)


def lines(name: str, value: object) -> Iterator[str]:
    """Yield a line for a name, and one for each public member of a class."""
    if is_typeddict(value):
        yield f"{name}: TypedDict"
        for field, annotation in inspect.get_annotations(value).items():  # type: ignore[arg-type] # it is one
            yield f"{name}[{field!r}]: {text(annotation)}"
    elif inspect.isfunction(value):
        yield from member_lines(name, value)
    elif not inspect.isclass(value):
        yield f"{name}: {'str' if isinstance(value, str) else text(value)}"
    elif name == "alerce.core." + value.__name__:
        yield f"{name} is alerce.{value.__name__}"
    else:
        bases = [base.__name__ for base in value.__bases__ if not base.__name__.startswith("_")]
        yield f"class {name}({', '.join(bases)})"
        for member, attribute in sorted(members(value).items()):
            yield from member_lines(f"{name}.{member}", attribute)


def members(kind: type) -> dict[str, Any]:
    """Return the public members of a class: all those of a client, its own for another."""
    clients = (alerce.Alerce, alerce.AsyncAlerce)
    return {
        name: attribute
        for name, attribute in inspect.getmembers_static(kind)
        if (not name.startswith("_") or name in ("__init__", "__enter__", "__aenter__"))
        and (name in kind.__dict__ or kind in clients)
    }


def member_lines(name: str, member: Any) -> Iterator[str]:
    """Yield a line for a member."""
    if isinstance(member, property):
        returned = inspect.signature(member.fget).return_annotation if member.fget else ""
        yield f"{name} -> {text(returned)}"
    elif inspect.isfunction(member):
        yield signature(name, member)
    else:
        yield name


class Written(str):
    """A text that a signature shows without quotes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def signature(name: str, function: Callable[..., object]) -> str:
    """Return a signature as it is written."""
    found = inspect.signature(function)
    parameters = [
        each.replace(
            annotation=each.annotation
            if each.annotation is each.empty
            else Written(text(each.annotation)),
            default=Written("...") if each.default is ... else each.default,
        )
        for each in found.parameters.values()
    ]
    kind = "async " if inspect.iscoroutinefunction(function) else ""
    returned = Written(text(found.return_annotation))
    return f"{kind}{name}{found.replace(parameters=parameters, return_annotation=returned)}"


def text(annotation: object) -> str:
    """Return an annotation as it is written."""
    if isinstance(annotation, str):
        return annotation
    written = getattr(annotation, "__forward_arg__", None) or inspect.formatannotation(annotation)
    # Where Python 3.13 keeps it.
    return str(written).replace("pathlib._local.", "pathlib.")


def test_public_surface_is_as_pinned() -> None:
    pinned = PINNED.read_text(encoding="utf-8").splitlines()
    difference = list(difflib.unified_diff(pinned, list(surface()), "pinned", "found", n=0))
    assert not difference, "\n".join([*difference, __doc__ or ""])


def test_modules_export_what_exists() -> None:
    for name in MODULES:
        module = importlib.import_module(name)
        assert sorted(exports(module), key=str.casefold) == sorted(
            set(exports(module)), key=str.casefold
        )
        assert all(hasattr(module, each) for each in exports(module))


def test_submodules_need_no_import_of_their_own() -> None:
    assert getattr(alerce, "exceptions") is importlib.import_module("alerce.exceptions")  # noqa: B009 (type checkers want an import)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        getattr(alerce, "nothing")  # noqa: B009 (likewise)


if __name__ == "__main__":
    PINNED.write_text("".join(f"{line}\n" for line in surface()), encoding="utf-8")
