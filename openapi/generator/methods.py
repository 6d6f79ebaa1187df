"""The public methods of the client that use an operation, found in their source code."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOURCE_PACKAGE = "_async"
"""The package of the asynchronous methods, from which the synchronous ones are derived."""
LEFT_OUT = {"_sync", "sandbox"}
OPERATION = re.compile(r"alerce_api\.\w+\.api\.\w+\.\w+")
"""The name of the module of a generated operation."""


class Named(NamedTuple):
    """A definition of a module: a function, a method as `Class.method`, or a constant."""

    module: str
    name: str


class Module:
    """A parsed module.

    Parameters
    ----------
    tree : ast.Module
        Its syntax tree.
    package : str
        The package of its relative imports.

    Attributes
    ----------
    imports : dict
        The full name of each imported name.
    nodes : dict
        Its definitions, by name.
    classes : dict
        The names of the methods of each class.
    bases : dict
        The names of the bases of each class.
    """

    def __init__(self, tree: ast.Module, package: str) -> None:
        self.imports: dict[str, str] = {}
        self.nodes: dict[str, list[ast.AST]] = defaultdict(list)
        self.classes: dict[str, list[str]] = {}
        self.bases: dict[str, list[str]] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                parts = package.split(".")
                base = ".".join(parts[: len(parts) - node.level + 1]) if node.level else ""
                source = ".".join(filter(None, [base, node.module]))
                for alias in node.names:
                    self.imports[alias.asname or alias.name] = f"{source}.{alias.name}"
            elif isinstance(node, ast.Import):
                for alias in node.names:
                    self.imports[alias.asname or alias.name] = alias.name
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                self.classes[node.name] = []
                for part in node.body:
                    if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
                        self.classes[node.name].append(part.name)
                        self.nodes[f"{node.name}.{part.name}"].append(part)
                    else:
                        self.nodes[node.name].append(part)
                self.nodes[node.name] += node.bases
                self.bases[node.name] = [ast.unparse(base) for base in node.bases]
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                self.nodes[node.name].append(node)
            elif isinstance(node, ast.Assign | ast.AnnAssign):
                for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                    if isinstance(target, ast.Name):
                        self.nodes[target.id].append(node)


def is_property(definitions: list[ast.AST]) -> bool:
    """Tell whether a method is a property, which makes no request."""
    return any(
        isinstance(decorator, ast.Name) and decorator.id in {"property", "cached_property"}
        for each in definitions
        if isinstance(each, ast.FunctionDef)
        for decorator in each.decorator_list
    )


class Methods:
    """The public methods of the client, and the operations that they use.

    Parameters
    ----------
    package : Path
        The folder of the package `alerce`.
    """

    def __init__(self, package: Path) -> None:
        self.modules: dict[str, Module] = {}
        self.mentioned: dict[Named, list[str]] = {}
        for path in sorted(package.rglob("*.py")):
            parts = path.relative_to(package.parent).with_suffix("").parts
            if LEFT_OUT.isdisjoint(parts):
                inside = parts[-1] != "__init__"
                name = ".".join(parts if inside else parts[:-1])
                tree = ast.parse(path.read_text(encoding="utf-8"))
                self.modules[name] = Module(tree, ".".join(parts[:-1]))

    def asking(self, operation: str) -> list[str]:
        """Return the methods that use an operation.

        Parameters
        ----------
        operation : str
            Full name of the generated module, such as `alerce_api.ztf.api.objects.get_object`.
        """
        return sorted(self._asking.get(operation, ()))

    @cached_property
    def _asking(self) -> dict[str, set[str]]:
        asking: dict[str, set[str]] = defaultdict(set)
        for name, module in self.modules.items():
            if SOURCE_PACKAGE not in name.split("."):
                continue
            for owner, methods in module.classes.items():
                for method in methods:
                    if not method.startswith("_") and not is_property(
                        module.nodes[f"{owner}.{method}"]
                    ):
                        for operation in self._operations(Named(name, f"{owner}.{method}")):
                            asking[operation].add(method)
        return asking

    def _operations(self, start: Named) -> set[str]:
        """Return the operations that can be reached from a method."""
        found: set[str] = set()
        seen = {start}
        waiting = [start]
        while waiting:
            for full in self._mentioned_once(waiting.pop()):
                if operation := OPERATION.match(full):
                    found.add(operation.group())
                for named in self._resolved(full):
                    if named not in seen:
                        seen.add(named)
                        waiting.append(named)
        return found

    def _mentioned_once(self, named: Named) -> list[str]:
        """Return the full names in a definition; its source is read the first time only."""
        if named not in self.mentioned:
            self.mentioned[named] = list(dict.fromkeys(self._mentioned(named)))
        return self.mentioned[named]

    def _mentioned(self, named: Named) -> Iterator[str]:
        """Yield the full names of all names in a definition."""
        module = self.modules[named.module]
        for top in module.nodes[named.name]:
            for node in ast.walk(top):
                if isinstance(node, ast.Name):
                    yield module.imports.get(node.id, f"{named.module}.{node.id}")
                elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                    if node.value.id in {"self", "cls"}:
                        yield from self._methods_called(named, node.attr)
                    elif node.value.id in module.imports:
                        yield f"{module.imports[node.value.id]}.{node.attr}"
                elif (
                    isinstance(node, ast.Attribute)
                    and isinstance(node.value, ast.Attribute)
                    and isinstance(node.value.value, ast.Name)
                    and node.value.value.id == "self"
                ):
                    for name, owner in self._given(named, node.value.attr):
                        yield f"{name}.{owner}.{node.attr}"

    def _methods_called(self, caller: Named, method: str) -> Iterator[str]:
        """Yield the full names of the methods that `self.method` can mean, but for properties.

        The classes of the source package inherit from each other, so any of them is possible.
        In other modules only those of the same module are.
        """
        for name, owner in self._related(caller):
            module = self.modules[name]
            if method in module.classes[owner] and not is_property(
                module.nodes[f"{owner}.{method}"]
            ):
                yield f"{name}.{owner}.{method}"

    def _given(self, caller: Named, name: str) -> Iterator[tuple[str, str]]:
        """Yield the modules and classes of what the property `self.name` can give."""
        for place, owner in self._related(caller):
            for each in self.modules[place].nodes.get(f"{owner}.{name}", ()):
                if isinstance(each, ast.FunctionDef) and each.returns and is_property([each]):
                    found = ast.unparse(each.returns).rpartition(".")[2]
                    yield from (
                        (module, found)
                        for module in self._face
                        if found in self.modules[module].classes
                    )

    def _related(self, caller: Named) -> Iterator[tuple[str, str]]:
        """Yield the modules and classes that `self` can have a method of."""
        own = caller.name.partition(".")[0]
        if caller.module not in self._face:
            yield from ((caller.module, owner) for owner in self.modules[caller.module].classes)
            return
        related = set[str]().union(*(line for line in self._lines.values() if own in line))
        for name in self._face:
            yield from ((name, owner) for owner in self.modules[name].classes if owner in related)

    @cached_property
    def _face(self) -> list[str]:
        """The modules of the face."""
        return [name for name in self.modules if SOURCE_PACKAGE in name.split(".")]

    @cached_property
    def _lines(self) -> dict[str, set[str]]:
        """Each class of the face with all that it inherits from."""
        bases = {
            name: found
            for module in self._face
            for name, found in self.modules[module].bases.items()
        }

        def line(name: str) -> set[str]:
            return {name}.union(*(line(base) for base in bases.get(name, ())))

        return {name: line(name) for name in bases}

    def _resolved(self, full: str) -> Iterator[Named]:
        """Yield the definitions that a full name refers to; for a class, also its methods."""
        parts = full.split(".")
        for cut in range(len(parts) - 1, 0, -1):
            module = self.modules.get(".".join(parts[:cut]))
            if module is None:
                continue
            name = ".".join(parts[cut:])
            if name in module.nodes:
                yield Named(".".join(parts[:cut]), name)
                for method in module.classes.get(name, ()):
                    yield Named(".".join(parts[:cut]), f"{name}.{method}")
            elif parts[cut] in module.imports:
                yield from self._resolved(".".join([module.imports[parts[cut]], *parts[cut + 1 :]]))
            return
