"""From a published Swagger 2.0 file, as flask-restx writes them, to a corrected contract."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from contracts import load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Document = dict[str, Any]

SCHEMA_KEYS = ("type", "format", "items", "enum", "minimum", "maximum", "description")
METHODS = {"get", "put", "post", "delete", "options", "head", "patch"}


def contract(swagger: Path, corrections: Path) -> Document:
    """Convert a published file and correct it.

    Parameters
    ----------
    swagger : Path
        A Swagger 2.0 file in JSON.
    corrections : Path
        A list of corrections, see `correct`; there may be none.
    """
    document = convert(json.loads(swagger.read_text(encoding="utf-8")))
    if corrections.exists():
        for correction in load(corrections):
            correct(document, correction)
    return document


def convert(swagger: Document) -> Document:
    """Convert Swagger 2.0 to OpenAPI 3.1."""
    if swagger.get("swagger") != "2.0":
        raise ValueError("not a Swagger 2.0 file")
    produces = swagger.get("produces", ["application/json"])
    host, base = swagger.get("host", ""), swagger.get("basePath", "/").rstrip("/")
    scheme = (swagger.get("schemes") or ["https"])[0]
    document = {
        "openapi": "3.1.0",
        "info": swagger["info"],
        "servers": [{"url": f"{scheme}://{host}{base}" if host else base or "/"}],
        "tags": swagger.get("tags", []),
        "paths": {
            path: {
                method: operation(item[method], item.get("parameters", []), produces)
                for method in item
                if method in METHODS
            }
            for path, item in swagger["paths"].items()
        },
        "components": {
            "responses": {
                name: response(value, produces)
                for name, value in swagger.get("responses", {}).items()
            },
            "schemas": {
                component_name(name): schema(value)
                for name, value in swagger.get("definitions", {}).items()
            },
        },
    }
    return {key: value for key, value in document.items() if value}


def component_name(name: str) -> str:
    """Make a model's name, such as `Light Curve`, one that OpenAPI 3 takes."""
    return re.sub(r"[^A-Za-z0-9._-]", "", name)


def schema(value: Any) -> Any:
    """Convert a schema: references, nullability, and a default that must not be sent."""
    if isinstance(value, list):
        return [schema(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "$ref" in value:
        _, kind, name = value["$ref"].split("/", 2)
        kind = {"definitions": "schemas"}.get(kind, kind)
        return {"$ref": f"#/components/{kind}/{component_name(name)}"}
    converted = {key: schema(item) for key, item in value.items() if key != "x-nullable"}
    if value.get("x-nullable") and "type" in converted:
        converted["type"] = [converted["type"], "null"]
    if not isinstance(converted.get("default", {}), dict):
        converted["x-default"] = converted.pop("default")
    return converted


def operation(value: Document, shared: list[Document], produces: list[str]) -> Document:
    """Convert an operation, `shared` being the parameters of its path."""
    kept: Document = {
        key: value[key] for key in ("operationId", "tags", "summary", "description") if key in value
    }
    own = value.get("parameters", [])
    given = {(one["in"], one["name"]) for one in own}
    everything = [one for one in shared if (one["in"], one["name"]) not in given] + own
    parameters = [parameter(one) for one in everything if one["in"] in {"path", "query", "header"}]
    # flask-restx offers the header X-Fields everywhere, to leave out fields of an answer.
    kept["parameters"] = [one for one in parameters if one["schema"].get("format") != "mask"]
    form = {one["name"]: parameter(one)["schema"] for one in everything if one["in"] == "formData"}
    body = [schema(one["schema"]) for one in everything if one["in"] == "body"]
    if form:
        body = [{"type": "object", "properties": form}]
    if body:
        kind = "application/x-www-form-urlencoded" if form else "application/json"
        kept["requestBody"] = {"content": {kind: {"schema": body[0]}}}
    kept["responses"] = {
        str(status): response(one, value.get("produces", produces))
        for status, one in value["responses"].items()
    }
    return kept


def parameter(value: Document) -> Document:
    """Convert a parameter; its description goes into its schema, where generators look."""
    inner = schema({key: value[key] for key in (*SCHEMA_KEYS, "default") if key in value})
    converted = {"name": value["name"], "in": value["in"], "schema": inner}
    if value.get("required"):
        converted["required"] = True
    if inner.get("type") == "array" and value["in"] == "query":
        converted["explode"] = value.get("collectionFormat") == "multi"
    return converted


def response(value: Document, produces: list[str]) -> Document:
    """Convert a response."""
    if "$ref" in value:
        converted: Document = schema(value)
        return converted
    content = (
        {kind: {"schema": schema(value["schema"])} for kind in produces}
        if "schema" in value
        else {}
    )
    return {
        "description": value.get("description", ""),
        **({"content": content} if content else {}),
    }


def correct(document: Document, correction: Document) -> None:
    """Apply one correction in place.

    Its keys are `op`, one of add, replace, remove and move; `at`, a JSON pointer or several;
    `value`, or for move `to`, the new last token of the pointer; and `reason`.

    Raises
    ------
    ValueError
        If it has no reason, or if the document holds nothing to correct there: the published
        file has changed, and with it the need for the correction.
    """
    if not correction.get("reason"):
        raise ValueError(f"a correction needs a reason: {correction}")
    pointers = correction["at"] if isinstance(correction["at"], list) else [correction["at"]]
    for pointer in pointers:
        tokens = [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]
        parent: Any = document
        try:
            for token in tokens[:-1]:
                parent = parent[int(token) if isinstance(parent, list) else token]
            key: Any = (
                int(tokens[-1]) if isinstance(parent, list) and tokens[-1] != "-" else tokens[-1]
            )
            if correction["op"] != "add":
                parent[key]
        except (KeyError, IndexError, TypeError) as error:
            raise ValueError(f"nothing to {correction['op']} at {pointer}") from error
        match correction["op"]:
            case "add" if key == "-":
                parent.append(deepcopy(correction["value"]))
            case "add" | "replace":
                if isinstance(parent, dict) and parent.get(key) == correction["value"]:
                    raise ValueError(f"no longer needed at {pointer}: {correction['reason']}")
                parent[key] = deepcopy(correction["value"])
            case "remove":
                del parent[key]
            case "move":
                parent[correction["to"]] = parent.pop(key)
            case unknown:
                raise ValueError(f"unknown op {unknown}")


def differences(published: Document, ours: Document) -> Iterator[str]:
    """Tell which routes, parameters and fields only one of two contracts has."""
    before, after = set(names(ours)), set(names(published))
    yield from (f"+ {name}" for name in sorted(after - before))
    yield from (f"- {name}" for name in sorted(before - after))


def names(document: Document) -> Iterator[str]:
    """Yield the names of a contract's routes and parameters and of its schemas' fields."""
    for path, item in document["paths"].items():
        for method, one in item.items():
            yield f"{method} {path}"
            for parameter in one.get("parameters", []):
                found = resolve(document, parameter)
                yield f"{method} {path} {found['in']} {found['name']}"
    for name, one in document["components"]["schemas"].items():
        for part in [resolve(document, part) for part in one.get("allOf", [one])]:
            yield from (f"{name}.{field}" for field in part.get("properties", {}))


def resolve(document: Document, value: Document) -> Document:
    """Follow a reference."""
    if "$ref" in value:
        for token in value["$ref"].split("/")[1:]:
            document = document[token]
        return document
    return value
