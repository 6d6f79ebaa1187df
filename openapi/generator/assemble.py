"""From what is published and what we know better to the contract of a service."""

from __future__ import annotations

import io
import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any, NamedTuple

import overlay
from published import operations
from ruamel.yaml import YAML

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Document = dict[str, Any]

WIDTH = 100
"""Columns of a line in a contract."""

REFERENCE = {"$ref", "description", "summary"}
"""What may stand in a reference: one with more is an action that met what it did not expect."""


class Service(NamedTuple):
    """A service, and how its contract is made.

    Attributes
    ----------
    name : str
        Name of the generated package.
    source : Path
        Its overlay, or its whole contract where it publishes nothing.
    overlay : Overlay or None
        The overlay, read.
    """

    name: str
    source: Path
    overlay: overlay.Overlay | None = None


class Names(NamedTuple):
    """What the contract calls what is published, where it has another name.

    Attributes
    ----------
    schemas : dict
        Names of schemas.
    paths : dict
        Paths, the prefix of the part included.
    parameters : dict
        Names of path parameters, by published path and name.
    """

    schemas: dict[str, str]
    paths: dict[str, str]
    parameters: dict[tuple[str, str], str]


class Contract(NamedTuple):
    """A contract, what is wrong with it or its overlay, and what it renames."""

    document: Document
    problems: list[str]
    names: Names


def services(openapi: Path) -> list[Service]:
    """Return the services of `openapi/contracts` and `openapi/overlays`, in alphabetical order."""
    whole = [Service(path.stem, path) for path in openapi.glob("contracts/*.yaml")]
    overlaid = [
        Service(path.stem, path, overlay.load(path)) for path in openapi.glob("overlays/*.yaml")
    ]
    return sorted(whole + overlaid, key=lambda service: service.name)


def contract(
    service: Service, published: Path, replaced: dict[str, Document] | None = None
) -> Contract:
    """Make the contract of a service.

    Parameters
    ----------
    service : Service
        The service.
    published : Path
        The folder of published descriptions.
    replaced : dict, optional
        Published descriptions to take instead of those in the folder, by name.
    """
    names = Names({}, {}, {})
    if service.overlay is None:
        document: Document = YAML(typ="safe").load(service.source)
        return Contract(document, list(incomplete(document, relative(service))), names)
    parts = [
        (
            part.get("prefix", ""),
            (replaced or {}).get(part["name"]) or read(published, part["name"]),
        )
        for part in service.overlay.published
    ]
    problems: list[str] = []
    document = join(parts, problems)
    problems += overlay.apply(document, service.overlay.actions)
    problems += finish(document, names)
    problems += incomplete(document, relative(service))
    return Contract(document, problems, names)


def relative(service: Service) -> str:
    """Return where a service's own file is, below `openapi`."""
    return f"{service.source.parent.name}/{service.source.name}"


def read(published: Path, name: str) -> Document:
    """Read one published description."""
    document: Document = json.loads((published / f"{name}.json").read_text(encoding="utf-8"))
    return document


def join(parts: list[tuple[str, Document]], problems: list[str]) -> Document:
    """Join the parts of one service, each below its prefix.

    Where two parts mean different things by one name, the former is taken and `problems` told.
    """
    joined = deepcopy(parts[0][1]) | {"paths": {}, "components": {}}
    for prefix, part in parts:
        joined["paths"] |= {prefix + path: deepcopy(item) for path, item in part["paths"].items()}
        for section, found in part.get("components", {}).items():
            components = joined["components"].setdefault(section, {})
            for name, value in found.items():
                if components.setdefault(name, deepcopy(value)) != value:
                    problems.append(f"{section} {name} of {prefix} is another in an earlier part")
    return joined


def finish(document: Document, names: Names) -> list[str]:
    """Resolve `x-nullable`, `x-after` and `x-name` in place.

    Parameters
    ----------
    names : Names
        Told of the names that are given.

    Returns
    -------
    list of str
        What is wrong with them.
    """
    problems: list[str] = []
    for place, node in walk(document):
        if node.pop("x-nullable", False):
            problems += nullable(place, node)
        if isinstance(node.get("properties"), dict):
            node["properties"] = arranged(node["properties"])
        if place.startswith("paths.") and isinstance(node.get("parameters"), list):
            by_name = {parameter.get("name"): parameter for parameter in node["parameters"]}
            if len(by_name) == len(node["parameters"]):
                node["parameters"] = list(arranged(by_name).values())
    problems += name_parameters(document, names)
    problems += name_schemas(document, names)
    return problems


def walk(value: Any, place: str = "") -> Iterator[tuple[str, Document]]:
    """Yield every object in a document, each with its place, the inner before the outer."""
    if isinstance(value, dict):
        for key, item in list(value.items()):
            yield from walk(item, f"{place}.{key}" if place else key)
        yield place, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from walk(item, f"{place}[{index}]")


def nullable(place: str, schema: Document) -> Iterator[str]:
    """Let a schema be null too."""
    if "$ref" in schema:
        reference = schema.pop("$ref")
        schema["anyOf"] = [{"$ref": reference}, {"type": "null"}]
    elif isinstance(schema.get("type"), str) and schema["type"] != "null":
        schema["type"] = [schema["type"], "null"]
    else:
        yield f"{place}: x-nullable is no longer needed, the type is {schema.get('type')}"


def arranged(properties: Document) -> Document:
    """Put each property or parameter with `x-after` behind the one that it names."""
    names = list(properties)
    for name, schema in properties.items():
        if isinstance(schema, dict) and "x-after" in schema:
            names.remove(name)
            names.insert(names.index(schema.pop("x-after")) + 1, name)
    return {name: properties[name] for name in names}


def name_parameters(document: Document, names: Names) -> Iterator[str]:
    """Give path parameters the names of `x-name`, in their paths too."""
    for path, _, operation in list(operations(document)):
        renamed = path
        for parameter in operation.get("parameters", []):
            if "x-name" in parameter:
                name = parameter.pop("x-name")
                if parameter["in"] != "path":
                    yield f"{path}: x-name {name}: only a path parameter is not named on the wire"
                renamed = renamed.replace(f"{{{parameter['name']}}}", f"{{{name}}}")
                names.parameters[path, parameter["name"]] = name
                parameter["name"] = name
        if renamed != path:
            names.paths[path] = renamed
            document["paths"] = {
                renamed if each == path else each: item for each, item in document["paths"].items()
            }


def name_schemas(document: Document, given: Names) -> Iterator[str]:
    """Give schemas the names of `x-name`, an inline one becoming a component by it."""
    schemas: Document = document.setdefault("components", {}).setdefault("schemas", {})
    names = {name: schema.pop("x-name", name) for name, schema in schemas.items()}
    given.schemas.update(names)
    if len(set(names.values())) < len(names):
        yield f"components.schemas: x-name gives one name twice: {sorted(names.values())}"
    document["components"]["schemas"] = schemas = {
        names[name]: schema for name, schema in schemas.items()
    }
    for _, node in walk(document):
        if isinstance(node.get("$ref"), str) and node["$ref"].startswith("#/components/schemas/"):
            name = node["$ref"].rsplit("/", 1)[1]
            node["$ref"] = f"#/components/schemas/{names.get(name, name)}"
    for place, node in list(walk(document)):
        if "x-name" in node:
            name = node.pop("x-name")
            # It is the property that is no column, wherever its schema stands.
            column = {key: node.pop(key) for key in ("x-column",) if key in node}
            schema = dict(node)
            if schemas.setdefault(name, schema) != schema:
                yield f"{place}: x-name {name}: another schema has this name"
            node.clear()
            node |= {"$ref": f"#/components/schemas/{name}"} | column


def incomplete(document: Document, where: str) -> Iterator[str]:
    """Yield what the generated package needs and the contract lacks."""
    for path, method, operation in operations(document):
        for status, response in operation["responses"].items():
            for kind, content in response.get("content", {}).items():
                if not content.get("schema"):
                    yield f"{where}: {method} {path} answers {status} {kind} without a schema"
    for place, node in walk(document):
        beside = {key for key in node if key not in REFERENCE and not key.startswith("x-")}
        if isinstance(node.get("$ref"), str) and beside:
            yield f"{where}: {place} has {', '.join(sorted(beside))} beside a reference"
    for name, schema in document["components"]["schemas"].items():
        if "description" not in schema:
            yield f"{where}: {name} has no description"
        if "properties" in schema:
            for key in schema.get("required", []):
                if key not in schema["properties"]:
                    yield f"{where}: {name} requires {key}, which it has not"
        for key, column in schema.get("properties", {}).items() if schema.get("x-table") else ():
            if not column.get("x-column", True):
                continue
            if "description" not in column:
                yield f"{where}: {name}.{key} has no description"
            if "type" not in column:
                yield f"{where}: {name}.{key} has no type that a column can have"


def text(document: Document, service: Service) -> str:
    """Write a contract."""
    published = service.overlay.published if service.overlay else []
    sources = [*(f"published/{part['name']}.json" for part in published), relative(service)]
    yaml = YAML()
    yaml.width = WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    # Anchors would make one change show in many places, or in none.
    yaml.representer.ignore_aliases = lambda _: True
    stream = io.StringIO()
    yaml.dump(document, stream)
    lines = [line.rstrip() for line in stream.getvalue().splitlines()]
    head = ["# Written by scripts/regenerate from these files of openapi/:"]
    head += [f"#   {source}" for source in sources]
    return "\n".join([*head, *lines, ""])
