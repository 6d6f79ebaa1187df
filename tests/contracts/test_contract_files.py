"""The contracts are valid and say of each column what the column tables need."""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, TypeAlias

import pytest
from alerce_api.catshtm import catalogs
from alerce_api.column import Column
from alerce_api.ztf import columns
from astropy.units import Unit
from openapi_spec_validator import validate

Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | bool | None"
LoadContract = Callable[[str], dict[str, Any]]

# Any: astropy leaves the types of its arguments open.
ucd: Any = import_module("astropy.io.votable.ucd")

SERVICES = ["catshtm", "database", "stamps", "ztf"]
TABLES: dict[str, tuple[Column, ...]] = {
    "Object": columns.OBJECT,
    "ListedObject": columns.LISTED_OBJECT,
    "Detection": columns.DETECTION,
    "NonDetection": columns.NON_DETECTION,
    "Magstats": columns.MAGSTATS,
    "Probability": columns.PROBABILITY,
    "Feature": columns.FEATURE,
    "Classifier": columns.CLASSIFIER,
    "ClassName": columns.CLASS_NAME,
    "LimitValues": columns.LIMIT_VALUES,
    "Photometry": columns.PHOTOMETRY,
}
ALL_COLUMNS = [
    pytest.param(column, id=f"{table}.{column.name}")
    for table, its_columns in TABLES.items()
    for column in its_columns
]


def walk(value: Json) -> Iterator[dict[str, Any]]:
    """Yield every mapping in a document."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from walk(item)


@pytest.mark.parametrize("service", SERVICES)
def test_contract_is_valid_openapi(load_contract: LoadContract, service: str) -> None:
    contract = load_contract(service)
    assert contract["openapi"].startswith("3.1.")
    validate(contract)


@pytest.mark.parametrize("service", SERVICES)
def test_nothing_is_sent_that_was_not_asked(load_contract: LoadContract, service: str) -> None:
    assert [found for found in walk(load_contract(service)) if "default" in found] == []


@pytest.mark.parametrize("service", SERVICES)
def test_parameters_are_described_where_the_generator_looks(
    load_contract: LoadContract, service: str
) -> None:
    contract = load_contract(service)
    for parameter in [found for found in walk(contract) if found.get("in") in {"path", "query"}]:
        schema = parameter["schema"]
        if "$ref" in schema:
            schema = contract["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
        assert schema["description"], parameter["name"]
        assert "description" not in parameter, parameter["name"]


def test_every_table_of_the_contract_is_generated(load_contract: LoadContract) -> None:
    schemas = load_contract("ztf")["components"]["schemas"]
    assert {name for name, schema in schemas.items() if schema.get("x-table")} == set(TABLES)


@pytest.mark.parametrize("column", ALL_COLUMNS)
def test_column_has_words_unit_and_ucd_that_others_understand(column: Column) -> None:
    assert column.description
    Unit(column.unit or "", format="vounit")
    assert ucd.check_ucd(column.ucd or "", check_controlled_vocabulary=True)


def test_columns_follow_the_contract() -> None:
    detection = {column.name: column for column in columns.DETECTION}
    assert list(detection)[:4] == ["tid", "candid", "mjd", "fid"]
    assert detection["candid"].dtype == "str"
    assert detection["parent_candid"] == Column(
        "parent_candid",
        "int64",
        nullable=True,
        unit=None,
        ucd="meta.id.parent",
        description=detection["parent_candid"].description,
    )
    assert (detection["ra"].unit, detection["ra"].nullable) == ("deg", False)
    assert (detection["distnr"].unit, detection["distnr"].nullable) == ("pix", True)


def test_count_sent_as_text_is_a_count() -> None:
    assert next(one.dtype for one in columns.OBJECT if one.name == "ndethist") == "int64"


def test_listed_object_has_the_columns_of_an_object_and_three_more() -> None:
    assert columns.LISTED_OBJECT[: len(columns.OBJECT)] == columns.OBJECT
    more = columns.LISTED_OBJECT[len(columns.OBJECT) :]
    assert [column.name for column in more] == ["class", "classifier", "probability"]


def test_catalogs() -> None:
    assert len(catalogs.CATALOGS) == 34
    known = {catalog.name: catalog for catalog in catalogs.CATALOGS}
    assert known["GAIADR1"][:5] == ("GAIADR1", "GAIA/DR1", 0.1, "RA", "Dec")
    assert known["HSCv2"][:5] == ("HSCv2", "HSCv2", 50.0, "MatchRA", "MatchDec")


def test_the_columns_of_a_catalog_hold_its_position() -> None:
    described = [catalog for catalog in catalogs.CATALOGS if catalog.columns]
    assert len(described) == 17
    for catalog in described:
        assert {catalog.ra, catalog.dec} <= set(dict(catalog.columns))
    units = {catalog.name: dict(catalog.columns) for catalog in described}
    assert units["NEDz"]["z"] is None
    assert units["GAIADR1"]["MagG"] == "mag"


def test_catalogs_are_those_of_the_parameter(load_contract: LoadContract) -> None:
    names = load_contract("catshtm")["components"]["schemas"]["CatalogName"]["enum"]
    assert [catalog.name for catalog in catalogs.CATALOGS] == names
