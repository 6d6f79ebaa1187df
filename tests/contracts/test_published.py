"""What is kept of a published description: its facts, in OpenAPI 3.1, and none of its prose."""

import json
import re
import subprocess
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from openapi_spec_validator import validate

pytest.importorskip("spec2openapi")

Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | bool | None"

# Any: the generator's modules are found when the tests run, see conftest.py.
published: Any = import_module("published")

ROOT = Path(__file__).parents[2]
KEPT = sorted((ROOT / "openapi" / "published").glob("*.json"))
SHARED = ROOT.parent / "shared" / "data" / "published"
AS_PUBLISHED = sorted(SHARED.glob("*.*.json"))
not_here = pytest.mark.skipif(not AS_PUBLISHED, reason="the published descriptions are not here")

SWAGGER: dict[str, Any] = {
    "swagger": "2.0",
    "basePath": "/v1",
    "host": "ztf.test",
    "schemes": ["https"],
    "info": {"title": "Made up", "version": "1.0", "description": "Words."},
    "produces": ["application/json"],
    "tags": [{"name": "objects", "description": "Words"}],
    "paths": {
        "/objects/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "type": "string"}],
            "get": {
                "operationId": "get_object",
                "summary": "Words",
                "parameters": [
                    {
                        "name": "ndet",
                        "in": "query",
                        "type": "array",
                        "items": {"type": "integer"},
                        "collectionFormat": "multi",
                        "description": "Words",
                    },
                    {"name": "page", "in": "query", "type": "integer", "default": 1},
                ],
                "responses": {
                    "200": {
                        "description": "Success",
                        "schema": {"$ref": "#/definitions/Light%20Curve"},
                    },
                    "404": {"description": "Words"},
                },
            },
        },
        "/query": {
            "post": {
                "consumes": ["application/x-www-form-urlencoded"],
                "parameters": [{"name": "query", "in": "formData", "type": "string"}],
                "responses": {"200": {"description": "Success"}},
            }
        },
        "/": {"get": {"responses": {"200": {"description": "Success"}}}},
        "/healthcheck": {"get": {"responses": {"200": {"description": "Success"}}}},
        "/metrics": {"get": {"responses": {"200": {"description": "Success"}}}},
        "/htmx/card": {
            "get": {
                "responses": {
                    "200": {"description": "Success", "schema": {"$ref": "#/definitions/Card"}}
                }
            }
        },
    },
    "definitions": {
        "Light Curve": {
            "type": "object",
            "properties": {
                "title": {"type": "string", "description": "Words", "x-nullable": True},
                "next": {"$ref": "#/definitions/Light%20Curve"},
            },
        },
        "Card": {"type": "object", "properties": {"html": {"type": "string"}}},
    },
}


def kept_as(path: Path) -> Path:
    return (
        ROOT / "openapi" / "published" / re.sub(r"\.(swagger|openapi)\.json$", ".json", path.name)
    )


def prose(value: Json, *, named: bool = False) -> Iterator[str]:
    """Yield every text of a document that stands under a key of prose."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in {"description", "summary", "title"} and isinstance(inner, str) and not named:
                yield inner
            yield from prose(inner, named=key in {"properties", "schemas", "definitions"})
    elif isinstance(value, list):
        for item in value:
            yield from prose(item)


def test_swagger_becomes_openapi() -> None:
    kept = published.vendor(SWAGGER)
    validate(kept)
    assert kept["servers"] == [{"url": "https://ztf.test/v1"}]
    operation = kept["paths"]["/objects/{id}"]["get"]
    parameters = {parameter["name"]: parameter for parameter in operation["parameters"]}
    assert parameters["id"]["in"] == "path"
    assert parameters["ndet"]["schema"] == {"type": "array", "items": {"type": "integer"}}
    assert parameters["ndet"]["explode"] is True
    assert parameters["page"]["schema"] == {"type": "integer", "default": 1}
    (answer,) = operation["responses"]["200"]["content"].values()
    name = answer["schema"]["$ref"].rsplit("/", 1)[1]
    assert kept["components"]["schemas"][name]["properties"] == {
        "title": {"type": ["string", "null"]},
        "next": {"$ref": f"#/components/schemas/{name}"},
    }
    form = kept["paths"]["/query"]["post"]["requestBody"]["content"]
    assert form["application/x-www-form-urlencoded"]["schema"]["properties"] == {
        "query": {"type": "string"}
    }


def test_routes_that_are_no_api_are_left_out_and_what_only_they_use() -> None:
    kept = published.vendor(SWAGGER)
    assert list(kept["paths"]) == ["/objects/{id}", "/query"]
    assert len(kept["components"]["schemas"]) == 1


def test_prose_is_left_out() -> None:
    assert set(prose(published.vendor(SWAGGER))) == {""}


@pytest.mark.parametrize("document", [{}, {"openapi": "3.0.3", "info": {}, "paths": {}}])
def test_other_descriptions_are_refused(document: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"neither Swagger 2\.0 nor OpenAPI 3\.1"):
        published.vendor(document)


@not_here
@pytest.mark.parametrize("path", AS_PUBLISHED, ids=lambda path: path.name)
def test_kept_file_is_what_is_made_of_the_published_one(path: Path) -> None:
    made = published.text(published.vendor(json.loads(path.read_text(encoding="utf-8"))))
    assert kept_as(path).read_text(encoding="utf-8") == made


@not_here
def test_every_published_description_is_kept() -> None:
    assert sorted(map(kept_as, AS_PUBLISHED)) == KEPT


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_kept_file_is_valid_and_without_prose(path: Path) -> None:
    kept = json.loads(path.read_text(encoding="utf-8"))
    # The published routes of this service lack the parameters of their paths.
    if path.stem != "ztf2.lightcurve_api":
        validate(kept)
    assert kept["openapi"].startswith("3.1.")
    assert set(prose(kept)) == {""}


@not_here
@pytest.mark.parametrize("name", ["ztf", "stamps"])
def test_conversion_loses_no_fact(name: str) -> None:
    swagger = json.loads((SHARED / f"{name}.swagger.json").read_text(encoding="utf-8"))
    kept = json.loads((ROOT / "openapi" / "published" / f"{name}.json").read_text(encoding="utf-8"))
    assert list(kept["paths"]) == list(swagger["paths"])
    for path, item in swagger["paths"].items():
        shared = item.get("parameters", [])
        for parameter in shared + item["get"].get("parameters", []):
            (found,) = [
                each
                for each in kept["paths"][path]["get"]["parameters"]
                if (each["in"], each["name"]) == (parameter["in"], parameter["name"])
            ]
            schema = found["schema"]
            assert schema["type"] == parameter["type"]
            assert schema.get("enum") == parameter.get("enum")
            assert found.get("required", False) == parameter.get("required", False)
            assert ("default" in schema) == ("default" in parameter)
        assert kept["paths"][path]["get"]["responses"].keys() == item["get"]["responses"].keys()
    schemas = kept.get("components", {}).get("schemas", {})
    for model, definition in swagger.get("definitions", {}).items():
        properties = schemas[model.replace(" ", "_")]["properties"]
        assert list(properties) == list(definition["properties"])
        for field, value in definition["properties"].items():
            assert properties[field].get("type") == value.get("type")


@not_here
def test_no_line_of_published_prose_is_in_the_project() -> None:
    def plain(text: str) -> str:
        return re.sub(r"\W+", " ", text).strip().lower()

    lines = {
        plain(line)
        for path in AS_PUBLISHED
        for text in prose(json.loads(path.read_text(encoding="utf-8")))
        for line in text.splitlines()
    }
    # Fewer words than these are names or facts, such as `page number`.
    telling = {line for line in lines if len(line.split()) >= 5}
    assert len(telling) > 50
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],  # noqa: S607
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if not path.is_file():
            continue
        text = plain(path.read_bytes().decode("utf-8", errors="ignore"))
        assert not [line for line in telling if line in text], name
