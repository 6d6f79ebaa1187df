"""The contracts are valid, and describe each column as the column tables need it."""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, TypeAlias, get_type_hints

import pytest
from alerce_api.catshtm import catalogs
from alerce_api.column import Column
from alerce_api.lsst import columns as lsst_columns
from alerce_api.ztf import columns
from alerce_api.ztf.rows import NonDetection
from astropy.units import Unit
from openapi_spec_validator import validate
from pydantic import TypeAdapter, ValidationError
from typing_extensions import is_typeddict

Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | bool | None"
LoadContract = Callable[[str], dict[str, Any]]

# Any: astropy leaves the types of its arguments open.
ucd: Any = import_module("astropy.io.votable.ucd")

SERVICES = ["catshtm", "database", "lsst", "stamps", "tap", "ztf", "ztf2"]


def tables(service: str) -> dict[str, tuple[Column, ...]]:
    """Return the generated column tables of a service by the names of their constants."""
    module = import_module(f"alerce_api.{service}.columns")
    return {name: value for name, value in vars(module).items() if name.isupper()}


def constant(schema: str) -> str:
    """Return the name of a schema's column table."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", schema).upper()


ALL_COLUMNS = [
    pytest.param(column, id=f"{service}.{table}.{column.name}")
    for service in SERVICES
    for table, its_columns in tables(service).items()
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


@pytest.mark.parametrize("service", SERVICES)
def test_every_table_of_the_contract_is_generated(
    load_contract: LoadContract, service: str
) -> None:
    schemas = load_contract(service)["components"]["schemas"]
    declared = {constant(name) for name, schema in schemas.items() if schema.get("x-table")}
    assert declared == set(tables(service))


@pytest.mark.parametrize("service", SERVICES)
def test_types_of_rows_are_known_when_the_program_runs(service: str) -> None:
    rows = import_module(f"alerce_api.{service}.rows")
    classes = [value for value in vars(rows).values() if is_typeddict(value)]
    assert classes
    for each in classes:
        assert get_type_hints(each)
        TypeAdapter(each)


def test_rows_validate_with_pydantic() -> None:
    row = {"tid": "ztf", "mjd": 58000.5, "fid": 1, "diffmaglim": None, "more": 1}
    assert TypeAdapter(NonDetection).validate_python(row)["mjd"] == 58000.5
    with pytest.raises(ValidationError, match="fid"):
        TypeAdapter(NonDetection).validate_python({"tid": "ztf", "mjd": 58000.5})


@pytest.mark.parametrize("service", SERVICES)
def test_one_line_of_a_column_is_short_enough_for_tables(service: str) -> None:
    for its_columns in tables(service).values():
        assert [column for column in its_columns if len(column.description) > 65] == []


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


def test_lsst_columns() -> None:
    assert len(lsst_columns.DETECTION) == 102, (
        "102 fields but for band_map, in place of which the client gives band_name"
    )
    assert len(lsst_columns.OBJECT_DETAIL) == 96, "the 95 that come together, and updated_date"
    detection = {column.name: column for column in lsst_columns.DETECTION}
    assert (detection["measurement_id"].dtype, detection["measurement_id"].nullable) == (
        "int64",
        False,
    )
    assert detection["psfFlux"].unit == "nJy"
    assert "TAI" in detection["mjd"].description


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
