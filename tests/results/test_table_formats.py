"""Tables: types, masks, units and words; and that files hold them without a loss."""

from __future__ import annotations

import shutil
import subprocess
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from alerce_api.column import Column
from alerce_api.ztf import columns as ztf_columns

from alerce import Alerce
from alerce._untyped import module
from alerce.results import catalogs, tables
from tests.tables import (
    TABLES,
    Ask,
    differences,
    loose,
    lost_meanings,
    mask_of,
    read,
    recorded_detections,
    recorded_light_curve,
)

FILES = {"votable": "vot", "fits": "fits", "ascii.ecsv": "ecsv", "parquet": "parquet"}
CONTRACTS: dict[str, tuple[Column, ...]] = {
    name: value for name, value in vars(ztf_columns).items() if isinstance(value, tuple)
}
STILTS = shutil.which("stilts")

every_table = pytest.mark.parametrize("ask", TABLES.values(), ids=TABLES.keys())


@every_table
def test_no_column_holds_objects(client: Alerce, ask: Ask) -> None:
    table = ask(client, "votable")
    assert {table[name].dtype.kind for name in table.colnames} <= set("ifbU")


@every_table
def test_every_table_makes_a_qtable(client: Alerce, ask: Ask) -> None:
    table = ask(client, "votable")
    quantities = module("astropy.table").QTable(table)
    assert all(
        quantities[name].unit == table[name].unit for name in table.colnames if table[name].unit
    )


@every_table
@pytest.mark.parametrize("format", FILES)
def test_every_table_comes_back_from_a_file(
    client: Alerce, ask: Ask, format: str, tmp_path: Path
) -> None:
    table = ask(client, "votable")
    path = tmp_path / f"table.{FILES[format]}"
    table.write(path, format=format)
    assert differences(table, read(path, format)) == []


@every_table
@pytest.mark.parametrize("format", ["votable", "ascii.ecsv", "parquet"])
def test_files_keep_ucds_and_descriptions(
    client: Alerce, ask: Ask, format: str, tmp_path: Path
) -> None:
    table = ask(client, "votable")
    path = tmp_path / f"table.{FILES[format]}"
    table.write(path, format=format)
    assert lost_meanings(table, read(path, format)) == []


@every_table
def test_astropy_finds_the_votable_valid(client: Alerce, ask: Ask, tmp_path: Path) -> None:
    ask(client, "votable").write(tmp_path / "table.vot", format="votable")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        module("astropy.io.votable").parse(tmp_path / "table.vot", verify="exception")


@pytest.mark.skipif(STILTS is None, reason="STILTS is not installed (Debian package stilts)")
def test_votlint_finds_no_fault(client: Alerce, tmp_path: Path) -> None:
    said = ""
    for name, ask in TABLES.items():
        path = tmp_path / f"{name}.vot"
        ask(client, "votable").write(path, format="votable")
        said += votlint(path)
    assert said == ""


@pytest.mark.skipif(STILTS is None, reason="STILTS is not installed (Debian package stilts)")
def test_votlint_finds_no_fault_in_a_recorded_light_curve(tmp_path: Path) -> None:
    recorded_detections().write(tmp_path / "detections.vot", format="votable")
    assert votlint(tmp_path / "detections.vot") == ""


def votlint(path: Path) -> str:
    command = [str(STILTS), "votlint", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (STILTS itself)
    return done.stdout + done.stderr


@pytest.mark.parametrize("format", FILES)
def test_a_recorded_light_curve_comes_back_value_for_value(format: str, tmp_path: Path) -> None:
    table = recorded_detections()
    path = tmp_path / f"detections.{FILES[format]}"
    table.write(path, format=format)
    assert differences(table, read(path, format)) == []


def test_a_table_masks_just_what_was_not_sent() -> None:
    sent: Any = recorded_light_curve()["detections"]
    table = recorded_detections()
    assert len(table) == len(sent) == 1999
    for name in table.colnames:
        missing = [row[name] is None for row in sent]
        assert mask_of(table[name]).tolist() == missing, name


def test_a_recorded_light_curve_is_exact() -> None:
    sent: Any = recorded_light_curve()["detections"]
    table = recorded_detections()
    for name in table.colnames:
        values = [(cell, row[name]) for cell, row in zip(table[name], sent, strict=True)]
        assert all(cell == value for cell, value in values if value is not None), name


def test_identifiers_above_float_precision_are_int64() -> None:
    table = recorded_detections()
    assert table["parent_candid"].dtype == np.int64
    assert 529430206115010015 in table["parent_candid"].tolist()


def test_ndethist_is_a_number(client: Alerce) -> None:
    assert loose(client.query_objects("votable"))["ndethist"].dtype == np.int64


def test_nan_is_masked_and_infinity_is_not() -> None:
    rows = [
        {"name": "a", "value": value, "fid": 1, "version": "v"} for value in (np.nan, np.inf, 1.0)
    ]
    table = loose(tables.to_table(rows, ztf_columns.FEATURE))
    assert mask_of(table["value"]).tolist() == [True, False, False]


@pytest.mark.parametrize("name", CONTRACTS)
def test_descriptions_fit_the_line_that_the_votable_writer_does_not_break(name: str) -> None:
    assert all(len(column.description) <= 65 for column in CONTRACTS[name])


@pytest.mark.parametrize("name", CONTRACTS)
def test_a_frame_has_the_same_types_with_and_without_rows(name: str) -> None:
    described = CONTRACTS[name]
    values: dict[str, object] = {
        "int64": 1, "float64": 0.5, "bool": True, "str": "a", "list": ["a"],
    }  # fmt: skip
    whole: dict[str, object] = {column.name: values[column.dtype] for column in described}
    bare: dict[str, object] = {
        column.name: None if column.nullable else values[column.dtype] for column in described
    }
    several: list[list[dict[str, object]]] = [[], [whole], [bare], [whole, bare]]
    frames = [tables.to_pandas(rows, described) for rows in several]
    assert len({tuple(frame.dtypes.astype(str).items()) for frame in frames}) == 1


@every_table
def test_frames_hold_no_objects_but_lists(client: Alerce, ask: Ask) -> None:
    frame = ask(client, "pandas")
    kinds = {name: str(dtype) for name, dtype in frame.dtypes.items() if name != "classes"}
    assert set(kinds.values()) <= {"int64", "Int64", "float64", "bool", "boolean", "str"}


@every_table
def test_frames_and_tables_say_the_same_of_their_columns(client: Alerce, ask: Ask) -> None:
    frame, table = ask(client, "pandas"), ask(client, "votable")
    units = {name: table[name].unit for name in table.colnames if table[name].unit is not None}
    assert {
        name: module("astropy.units").Unit(text) for name, text in frame.attrs["units"].items()
    } == units
    assert frame.attrs["descriptions"] == {
        name: table[name].description for name in table.colnames if table[name].description
    }


def test_index_and_sort_work_on_an_empty_result(client: Alerce) -> None:
    frame = client.query_objects(oid=[], index="oid", sort=["ndet", "oid"])
    assert isinstance(frame, pd.DataFrame)
    assert frame.index.name == "oid"
    assert frame.empty


@pytest.mark.parametrize(
    ("sent", "unit"),
    [
        ("arcse", "arcsec"),
        ("magAB", "mag"),
        ("JD", "d"),
        ("MJD", "d"),
        ("JYear", "yr"),
        ("%", "percent"),
        ("DN", "adu"),
        ("nanomaggies", "nmgy"),
        ("ct s^-1 arcmin^-2", "ct s-1 arcmin-2"),
        ("FeH", "dex"),
        ("logg", "dex"),
        ("mas/yr", "mas/yr"),
    ],
)
def test_units_of_catalogues_are_corrected(sent: str, unit: str) -> None:
    found = catalogs.from_columns("WISE", {"x": {"units": sent, "values": [1.5, None]}})
    assert loose(found.to_table())["x"].unit == module("astropy.units").Unit(unit)


def test_a_unit_that_was_corrected_is_told() -> None:
    found = catalogs.from_columns("WISE", {"x": {"units": "MJD", "values": [57000.0]}})
    assert loose(found.to_table())["x"].description == "Unit as sent: MJD"


def test_an_unknown_unit_stays_readable() -> None:
    found = catalogs.from_columns("WISE", {"x": {"units": "furlong?", "values": [1.5]}})
    table = module("astropy.table").QTable(loose(found.to_table()))
    assert str(table["x"].unit) == "furlong?"


def test_positions_of_catalogues_are_known_by_ucd() -> None:
    fields = {
        "RA_rad": {"units": "deg", "values": [1.0]},
        "Dec_rad": {"units": "deg", "values": [2.0]},
    }
    table = loose(catalogs.from_columns("AKARI", fields).to_table())
    assert {name: table[name].meta["ucd"] for name in table.colnames} == {
        "RA_rad": "pos.eq.ra;meta.main",
        "Dec_rad": "pos.eq.dec;meta.main",
        "cat_name": "meta.id",
    }


def test_a_match_keeps_large_identifiers() -> None:
    fields = {"ID": {"unit": None, "value": 2**60 + 1}, "RA": {"unit": "deg", "value": 1.5}}
    series = catalogs.match(catalogs.from_match("WISE", fields), "pandas")
    assert isinstance(series, pd.Series)
    assert series["ID"] == 2**60 + 1
