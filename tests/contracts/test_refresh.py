"""A published Swagger 2.0 file becomes a contract, and corrections are held to their reasons."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import validate
from ruamel.yaml import YAML

pytest.importorskip("openapi_python_client")

ROOT = Path(__file__).parents[2]

# Any: ruamel.yaml leaves the types of its arguments open.
yaml: Any = YAML(typ="safe")

SWAGGER: dict[str, Any] = {
    "swagger": "2.0",
    "basePath": "/ztf/v1",
    "info": {"title": "Made up", "version": "1.0"},
    "host": "ztf.test",
    "produces": ["application/json"],
    "paths": {
        "/objects/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "type": "string"}],
            "get": {
                "operationId": "get_object",
                "parameters": [
                    {
                        "name": "ndet",
                        "in": "query",
                        "type": "array",
                        "items": {"type": "integer"},
                        "collectionFormat": "multi",
                        "description": "Number of detections",
                    },
                    {"name": "page", "in": "query", "type": "integer", "default": 1},
                    {"name": "X-Fields", "in": "header", "type": "string", "format": "mask"},
                ],
                "responses": {
                    "200": {
                        "description": "Success",
                        "schema": {"$ref": "#/definitions/Light Curve"},
                    },
                    "400": {"$ref": "#/responses/ParseError"},
                },
            },
        },
        "/query": {
            "post": {
                "parameters": [{"name": "query", "in": "formData", "type": "string"}],
                "responses": {"200": {"description": "Success"}},
            }
        },
    },
    "definitions": {
        "Light Curve": {
            "properties": {
                "candid": {"type": "string", "x-nullable": True},
                "next": {"$ref": "#/definitions/Light Curve"},
            },
            "type": "object",
        }
    },
    "responses": {"ParseError": {"description": "When a mask can't be parsed"}},
}


def refresh(
    root: Path, corrections: list[dict[str, Any]], swagger: dict[str, Any] = SWAGGER
) -> subprocess.CompletedProcess[str]:
    for folder in ("openapi", "scripts"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / "swagger.json").write_text(json.dumps(swagger), encoding="utf-8")
    # JSON is YAML.
    (root / "openapi" / "corrections" / "ztf.yaml").write_text(json.dumps(corrections), "utf-8")
    return subprocess.run(
        [sys.executable, "scripts/regenerate", "--refresh", "ztf", "swagger.json"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )


def test_conversion(tmp_path: Path) -> None:
    done = refresh(tmp_path, [])
    assert done.returncode == 0, done.stderr
    contract = yaml.load(done.stdout)
    validate(contract)
    assert contract["servers"] == [{"url": "https://ztf.test/ztf/v1"}]
    operation = contract["paths"]["/objects/{id}"]["get"]
    assert operation["parameters"] == [
        {"name": "id", "in": "path", "schema": {"type": "string"}, "required": True},
        {
            "name": "ndet",
            "in": "query",
            "schema": {
                "type": "array",
                "items": {"type": "integer"},
                "description": "Number of detections",
            },
            "explode": True,
        },
        {"name": "page", "in": "query", "schema": {"type": "integer", "x-default": 1}},
    ]
    assert operation["responses"] == {
        "200": {
            "description": "Success",
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/LightCurve"}}
            },
        },
        "400": {"$ref": "#/components/responses/ParseError"},
    }
    assert contract["components"]["schemas"]["LightCurve"]["properties"] == {
        "candid": {"type": ["string", "null"]},
        "next": {"$ref": "#/components/schemas/LightCurve"},
    }
    form = contract["paths"]["/query"]["post"]["requestBody"]["content"]
    assert form["application/x-www-form-urlencoded"]["schema"]["properties"] == {
        "query": {"type": "string"}
    }
    told = done.stderr.splitlines()
    assert "+ get /objects/{id} query ndet" in told
    assert "- get /objects/{oid} path oid" in told
    assert "+ LightCurve.candid" in told
    assert "- LightCurve.detections" in told


def test_corrections(tmp_path: Path) -> None:
    corrections: list[dict[str, Any]] = [
        {"op": "move", "at": "/paths/~1objects~1{id}", "to": "/objects/{oid}", "reason": "r"},
        {
            "op": "replace",
            "at": "/paths/~1objects~1{oid}/get/parameters/0/name",
            "value": "oid",
            "reason": "r",
        },
        {
            "op": "add",
            "at": ["/components/schemas/LightCurve/x-table", "/info/x-table"],
            "value": True,
            "reason": "r",
        },
        {"op": "add", "at": "/servers/-", "value": {"url": "https://two.test"}, "reason": "r"},
        {"op": "remove", "at": "/components/responses/ParseError", "reason": "r"},
    ]
    done = refresh(tmp_path, corrections)
    assert done.returncode == 0, done.stderr
    contract = yaml.load(done.stdout)
    assert contract["paths"]["/objects/{oid}"]["get"]["parameters"][0]["name"] == "oid"
    assert contract["components"]["schemas"]["LightCurve"]["x-table"]
    assert contract["servers"][1] == {"url": "https://two.test"}
    assert contract["components"]["responses"] == {}


@pytest.mark.parametrize(
    ("correction", "words"),
    [
        ({"op": "remove", "at": "/info/title"}, "needs a reason"),
        ({"op": "remove", "at": "/paths/~1nowhere", "reason": "r"}, "nothing to remove"),
        ({"op": "add", "at": "/a/b/c", "value": 1, "reason": "r"}, "nothing to add"),
        (
            {"op": "replace", "at": "/info/title", "value": "Made up", "reason": "r"},
            "no longer needed at /info/title: r",
        ),
        ({"op": "test", "at": "/info/title", "reason": "r"}, "unknown op test"),
    ],
)
def test_correction_that_corrects_nothing_is_refused(
    tmp_path: Path, correction: dict[str, Any], words: str
) -> None:
    done = refresh(tmp_path, [correction])
    assert done.returncode == 1
    assert words in done.stderr


def test_only_swagger_is_taken(tmp_path: Path) -> None:
    done = refresh(tmp_path, [], {"openapi": "3.0.0"})
    assert "not a Swagger 2.0 file" in done.stderr


@pytest.mark.parametrize("path", sorted((ROOT / "openapi" / "corrections").glob("*.yaml")))
def test_every_correction_has_a_reason(path: Path) -> None:
    for correction in yaml.load(path):
        assert correction["reason"]
        assert correction["op"] in {"add", "replace", "remove", "move"}
