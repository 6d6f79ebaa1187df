"""Recorded answers of the services match the contracts."""

import json
import re
from collections.abc import Callable
from copy import deepcopy
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pytest

LoadContract = Callable[[str], dict[str, Any]]

# Any: jsonschema has no types.
jsonschema: Any = import_module("jsonschema")

DATA = Path(__file__).parents[2].parent / "shared" / "data"
EXCHANGES = sorted(
    path
    for folder in ("ztf", "catshtm", "stamps", "lsst", "live", "tap")
    for path in DATA.glob(f"{folder}/*.json")
)

pytestmark = pytest.mark.skipif(not EXCHANGES, reason="the recorded exchanges are not here")


class Exchange(NamedTuple):
    service: str
    method: str
    path: str
    status: int
    content_type: str
    body: str | None


PREFIXES = {"ztf2": "/v2", "tap": "/tap"}


def read(path: Path) -> Exchange:
    recorded = json.loads(path.read_text(encoding="utf-8"))
    target: str = recorded["request"]["target"]
    url = urlsplit(target)
    service = path.parent.name
    if service == "live":
        service = "catshtm" if re.search("search|crossmatch", url.path) else "ztf"
    if url.path.startswith("/v2/"):
        service = "ztf2"
    response = recorded["response"]
    headers = {name.lower(): value for name, value in response["headers"].items()}
    return Exchange(
        service=service,
        method=recorded["request"]["method"].lower(),
        path=url.path.removeprefix(PREFIXES.get(service, "/ztf/v1" if url.netloc else "")),
        status=response["status"],
        content_type=headers.get("content-type", "").split(";")[0],
        body=response.get("body"),
    )


def find_operation(contract: dict[str, Any], exchange: Exchange) -> dict[str, Any] | None:
    """Find the operation whose path matches, one without parameters first."""
    for template in sorted(contract["paths"], key=lambda template: "{" in template):
        pattern = re.sub(r"\\{\w+\\}", "[^/]+", re.escape(template))
        if re.fullmatch(pattern, exchange.path):
            operation: dict[str, Any] | None = contract["paths"][template].get(exchange.method)
            return operation
    return None


def check(contract: dict[str, Any], exchange: Exchange) -> None:
    operation = find_operation(contract, exchange)
    if operation is None:
        # The service has no route for it either. That of TAP has more than its clients need.
        assert exchange.service == "tap" or exchange.status in {308, 404}
        return
    response = operation["responses"][str(exchange.status)]
    if "$ref" in response:
        response = contract["components"]["responses"][response["$ref"].rsplit("/", 1)[1]]
    schema = response["content"][exchange.content_type]["schema"]
    if exchange.content_type == "application/json":
        assert exchange.body is not None
        # A bare NaN is read as a float and passes as a number, as it does in a client.
        jsonschema.Draft202012Validator({**schema, "components": contract["components"]}).validate(
            json.loads(exchange.body)
        )


def name(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


@pytest.mark.parametrize("path", EXCHANGES, ids=name)
def test_recorded_exchange_conforms(load_contract: LoadContract, path: Path) -> None:
    exchange = read(path)
    check(load_contract(exchange.service), exchange)


@pytest.mark.parametrize("path", EXCHANGES, ids=name)
def test_contract_knows_every_field_that_was_sent(load_contract: LoadContract, path: Path) -> None:
    exchange = read(path)
    contract = deepcopy(load_contract(exchange.service))
    schemas = contract["components"]["schemas"]
    extended = {part["$ref"] for schema in schemas.values() for part in schema.get("allOf", [])}
    for key, schema in schemas.items():
        # A schema that another one extends cannot be closed itself.
        if f"#/components/schemas/{key}" not in extended and {"properties", "allOf"} & set(schema):
            schema["unevaluatedProperties"] = False
    check(contract, exchange)
