"""What is kept of the description that a service publishes: facts in OpenAPI 3.1, no prose."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from spec2openapi import convert_swagger

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Document = dict[str, Any]

LEFT_OUT = re.compile(r"/|/healthcheck|/metrics|/openapi\.json|.*/htmx(/.*)?")
"""Routes that are no part of the API: health, metrics, the description itself, HTML fragments."""

PROSE = {"description", "summary", "title", "example", "examples", "externalDocs", "termsOfService"}
REQUIRED_PROSE = {"info": "title", "response": "description"}
"""Prose that OpenAPI requires, which is therefore kept empty."""
BY_NAME = {
    "paths", "properties", "patternProperties", "schemas", "responses", "parameters", "headers",
    "requestBodies", "content", "callbacks", "securitySchemes", "encoding", "variables", "mapping",
}  # fmt: skip
"""Keys whose values are mappings from names: a property called `title` is no prose."""
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def vendor(document: Document) -> Document:
    """Return what `openapi/published` holds of a published description.

    Parameters
    ----------
    document : dict
        A description in Swagger 2.0 or OpenAPI 3.1.

    Raises
    ------
    ValueError
        If it is neither.
    """
    if document.get("swagger") == "2.0":
        document = convert_swagger(document, openapi_version="3.1")
    if not str(document.get("openapi")).startswith("3.1."):
        raise ValueError(
            "neither Swagger 2.0 nor OpenAPI 3.1: "
            f"swagger is {document.get('swagger')}, openapi is {document.get('openapi')}"
        )
    facts = without_prose(
        {key: value for key, value in document.items() if not key.startswith("x-s2o")}
    )
    facts["info"] = {"title": "", "version": document["info"].get("version", "")}
    for response in responses(facts):
        if "$ref" not in response:
            response.setdefault("description", "")
    facts["paths"] = {
        path: item for path, item in facts["paths"].items() if not LEFT_OUT.fullmatch(path)
    }
    prune(facts)
    return json.loads(json.dumps(facts, sort_keys=False))


def without_prose(value: Any, *, names: bool = False) -> Any:
    """Leave the prose out of a document, `names` where the keys are names of its own."""
    if isinstance(value, list):
        return [without_prose(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: without_prose(item, names=not names and key in BY_NAME and isinstance(item, dict))
        for key, item in value.items()
        if names or key not in PROSE
    }


def responses(document: Document) -> Iterator[Document]:
    """Yield every response."""
    for _, _, operation in operations(document):
        yield from operation.get("responses", {}).values()
    yield from document.get("components", {}).get("responses", {}).values()


def operations(document: Document) -> Iterator[tuple[str, str, Document]]:
    """Yield the path, method and content of every operation."""
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def prune(document: Document) -> None:
    """Leave out the components that no route refers to, directly or not."""
    components: Document = document.get("components", {})
    reached: set[str] = set()
    waiting = list(references(document["paths"]))
    while waiting:
        reference = waiting.pop()
        if reference not in reached:
            reached.add(reference)
            waiting += references(resolve(document, reference))
    for section, found in list(components.items()):
        if section == "securitySchemes":
            continue
        components[section] = {
            name: value
            for name, value in found.items()
            if f"#/components/{section}/{name}" in reached
        }
        if not components[section]:
            del components[section]
    if not components:
        document.pop("components", None)


def references(value: Any) -> Iterable[str]:
    """Yield every reference in a value."""
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from references(item)


def resolve(document: Document, reference: str) -> Any:
    """Return what a reference means."""
    found: Any = document
    for token in reference.split("/")[1:]:
        found = found[token.replace("~1", "/").replace("~0", "~")]
    return found


def text(document: Document) -> str:
    """Write a description as it is kept."""
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
