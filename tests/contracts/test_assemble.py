"""A contract is what is published and an overlay, with the names, order and nulls it asks for."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("jsonpath_rfc9535")

# Any: the generator's modules are found when the tests run, see conftest.py.
assemble: Any = import_module("assemble")

LoadContract = Callable[[str], dict[str, Any]]
OPENAPI = Path(__file__).parents[2] / "openapi"
SERVICES = assemble.services(OPENAPI)


def finish(document: dict[str, Any]) -> list[str]:
    problems: list[str] = assemble.finish(document, assemble.Names({}, {}, {}))
    return problems


def schemas(**found: dict[str, Any]) -> dict[str, Any]:
    return {"paths": {}, "components": {"schemas": found}}


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.name)
def test_contract_is_committed_as_it_is_made_and_nothing_is_wrong_with_it(
    load_contract: LoadContract, service: Any
) -> None:
    made = assemble.contract(service, OPENAPI / "published")
    assert made.problems == []
    assert made.document == load_contract(service.name)


def test_every_published_description_is_part_of_a_contract() -> None:
    parts = [part["name"] for one in SERVICES if one.overlay for part in one.overlay.published]
    assert sorted(parts) == sorted(path.stem for path in OPENAPI.glob("published/*.json"))
    assert all(
        part["url"].startswith("https://")
        for one in SERVICES
        if one.overlay
        for part in one.overlay.published
    )


def test_null_is_added_to_a_type_and_to_a_reference() -> None:
    document = schemas(
        A={"properties": {"a": {"type": "string", "x-nullable": True}}},
        B={"properties": {"b": {"$ref": "#/components/schemas/A", "x-nullable": True}}},
    )
    assert finish(document) == []
    found = document["components"]["schemas"]
    assert found["A"]["properties"]["a"] == {"type": ["string", "null"]}
    assert found["B"]["properties"]["b"] == {
        "anyOf": [{"$ref": "#/components/schemas/A"}, {"type": "null"}]
    }


def test_null_that_is_published_already_is_told() -> None:
    document = schemas(A={"properties": {"a": {"type": ["string", "null"], "x-nullable": True}}})
    (problem,) = finish(document)
    assert problem.startswith("components.schemas.A.properties.a: x-nullable is no longer needed")


def test_properties_are_put_in_order() -> None:
    names = {"a": {}, "b": {}, "c": {"x-after": "a"}, "d": {"x-after": "c"}}
    document = schemas(A={"properties": names})
    finish(document)
    assert list(document["components"]["schemas"]["A"]["properties"]) == ["a", "c", "d", "b"]


def test_parameters_are_put_in_order() -> None:
    given = [{"name": "a", "x-after": "b"}, {"name": "b"}, {"name": "c"}]
    document: dict[str, Any] = {"paths": {"/a": {"get": {"parameters": given}}}}
    finish(document)
    found = document["paths"]["/a"]["get"]["parameters"]
    assert [parameter["name"] for parameter in found] == ["b", "a", "c"]


def test_schemas_are_renamed_with_what_refers_to_them() -> None:
    document = schemas(
        A={"x-name": "B", "type": "object"}, C={"properties": {"a": {"$ref": "#/components/schemas/A"}}}
    )  # fmt: skip
    assert finish(document) == []
    assert document["components"]["schemas"] == {
        "B": {"type": "object"},
        "C": {"properties": {"a": {"$ref": "#/components/schemas/B"}}},
    }


def test_inline_schema_with_a_name_becomes_a_component() -> None:
    def parameter(*values: str) -> dict[str, Any]:
        return {"name": "o", "in": "query", "schema": {"x-name": "Order", "enum": list(values)}}

    document: dict[str, Any] = schemas()
    document["paths"] = {
        "/a": {"get": {"parameters": [parameter("ASC")]}},
        "/b": {"get": {"parameters": [parameter("ASC")]}},
    }
    assert finish(document) == []
    assert document["components"]["schemas"] == {"Order": {"enum": ["ASC"]}}
    (found,) = document["paths"]["/b"]["get"]["parameters"]
    assert found["schema"] == {"$ref": "#/components/schemas/Order"}

    document["paths"]["/c"] = {"get": {"parameters": [parameter("DESC")]}}
    (problem,) = finish(document)
    assert "x-name Order: another schema has this name" in problem


def test_path_parameter_is_renamed_in_its_path() -> None:
    parameter = {"name": "id", "in": "path", "x-name": "oid"}
    document: dict[str, Any] = {"paths": {"/objects/{id}": {"get": {"parameters": [parameter]}}}}
    names = assemble.Names({}, {}, {})
    assert assemble.finish(document, names) == []
    assert document["paths"] == {
        "/objects/{oid}": {"get": {"parameters": [{"name": "oid", "in": "path"}]}}
    }
    assert names.paths == {"/objects/{id}": "/objects/{oid}"}


def test_parts_are_joined_below_their_prefixes() -> None:
    def part(path: str, kind: str) -> dict[str, Any]:
        return {
            "openapi": "3.1.0",
            "paths": {path: {}},
            "components": {"schemas": {"E": {"type": kind}}},
        }

    problems: list[str] = []
    joined = assemble.join([("/x", part("/a", "object")), ("/y", part("/a", "object"))], problems)
    assert list(joined["paths"]) == ["/x/a", "/y/a"]
    assert joined["components"] == {"schemas": {"E": {"type": "object"}}}
    assert problems == []
    assemble.join([("/x", part("/a", "object")), ("/y", part("/a", "array"))], problems)
    assert problems == ["schemas E of /y is another in an earlier part"]


def test_reference_that_an_action_added_to_is_told() -> None:
    document = schemas(
        A={"description": "A.", "properties": {"a": {"$ref": "#/b", "type": "string"}}}
    )
    assert list(assemble.incomplete(document, "o.yaml")) == [
        "o.yaml: components.schemas.A.properties.a has type beside a reference"
    ]


def test_what_the_generated_package_needs_is_asked_for() -> None:
    document = schemas(
        Row={"description": "A row.", "x-table": True, "required": ["gone"],
             "properties": {"a": {"type": "string"}, "b": {"description": "Words."}}},
        Bare={"type": "object"},
    )  # fmt: skip
    answer: dict[str, Any] = {"200": {"content": {"application/json": {"schema": {}}}}}
    document["paths"] = {"/a": {"get": {"responses": answer}}}
    assert list(assemble.incomplete(document, "o.yaml")) == [
        "o.yaml: get /a answers 200 application/json without a schema",
        "o.yaml: Row requires gone, which it has not",
        "o.yaml: Row.a has no description",
        "o.yaml: Row.b has no type that a column can have",
        "o.yaml: Bare has no description",
    ]
