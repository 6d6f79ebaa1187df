"""Rows as DataFrames, Tables and CSV: the same values in each, exact dtypes whatever they hold."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
import pytest
from alerce_api.column import Column
from hypothesis import given
from hypothesis import strategies as st

from alerce.exceptions import APIError, InvalidResponseError
from alerce.results import catalogs, tables
from tests.narrowing import is_list


def column(dtype: Any, *, nullable: bool = True, name: str | None = None) -> Column:
    return Column(name or dtype, dtype, nullable, None, None, "")


COLUMNS = [column(dtype) for dtype in ("int64", "float64", "bool", "str", "list")]
DTYPES = {"int64": "Int64", "float64": "float64", "bool": "boolean", "str": "str", "list": "object"}

# PostgreSQL, from which every text comes, stores neither NUL nor lone surrogates.
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "int64": st.integers(-(2**63), 2**63 - 1),
    "float64": st.floats(),
    "bool": st.booleans(),
    "str": texts,
    "list": st.lists(texts.filter(bool), max_size=3),
}
rows_of_values: st.SearchStrategy[list[dict[str, Any]]] = st.lists(
    st.fixed_dictionaries({}, optional={k: v | st.none() for k, v in VALUES.items()}), max_size=6
)
anything: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda children: st.lists(children, max_size=3) | st.dictionaries(texts, children, max_size=2),
    max_leaves=4,
)
Rows = list[dict[str, Any]]


def same(found: Any, sent: Any) -> bool:
    """Tell whether a cell is the value that was sent, or missing where none was."""
    if sent is None:
        return found is None or found is pd.NA or found is np.ma.masked or bool(found != found)
    if isinstance(sent, float) and math.isnan(sent):
        return found is np.ma.masked or bool(found != found)
    if is_list(sent):
        return found in (sent, ", ".join(sent))
    return bool(found == sent)


def assert_cells(cells: Sequence[Any], rows: Rows, name: str) -> None:
    assert len(cells) == len(rows)
    for cell, row in zip(cells, rows, strict=True):
        assert same(cell, row.get(name)), (cell, row.get(name))


@given(rows=rows_of_values)
def test_a_frame_holds_the_values_in_exact_dtypes(rows: Rows) -> None:
    frame = tables.to_pandas(rows, COLUMNS)
    assert {str(name): str(dtype) for name, dtype in frame.dtypes.items()} == DTYPES
    for name in DTYPES:
        assert_cells(list(frame[name]), rows, name)


@given(rows=rows_of_values)
def test_a_table_holds_the_values_in_exact_dtypes(rows: Rows) -> None:
    table: Any = tables.to_table(rows, COLUMNS)
    kinds = {name: table[name].dtype.kind for name in table.colnames}
    assert kinds == {"int64": "i", "float64": "f", "bool": "b", "str": "U", "list": "U"}
    for name in DTYPES:
        assert_cells(list(table[name]), rows, name)


@given(rows=rows_of_values)
def test_csv_holds_the_values_to_the_last_digit(rows: Rows) -> None:
    text = io.StringIO(tables.to_csv(rows, COLUMNS), newline="")
    lines = list(csv.DictReader(text))
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        assert same(int(line["int64"]) if line["int64"] else None, row.get("int64"))
        assert same(float(line["float64"]) if line["float64"] else None, row.get("float64"))
        assert same({"True": True, "False": False}.get(line["bool"]), row.get("bool"))
        assert line["str"] == (row.get("str") or "")
        assert line["list"] == ", ".join(row.get("list") or [])


@given(
    rows=st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys(VALUES, anything)), max_size=4)
)
def test_odd_values_are_read_or_refused_by_the_column(rows: Rows) -> None:
    for read in (tables.to_pandas, tables.to_table):
        try:
            read(rows, COLUMNS)
        except InvalidResponseError as error:
            named = error.about
        else:
            named = "column "
        assert named.startswith("column ")
    tables.to_csv(rows, COLUMNS)


@given(cells=st.lists(anything, min_size=1, max_size=5))
def test_a_field_that_no_one_knows_is_kept(cells: list[Any]) -> None:
    rows = [{"oid": "a", "new": cell} for cell in cells]
    frame = tables.to_pandas(rows, [column("str", name="oid")])
    assert list(frame.columns) == ["oid", "new"]
    table: Any = tables.to_table(rows, [column("str", name="oid")])
    assert table.colnames == ["oid", "new"]
    header = tables.to_csv(rows, [column("str", name="oid")]).split("\n")[0]
    # All fields are quoted where one of them needs it.
    assert header in ("oid,new", '"oid","new"')


@pytest.mark.parametrize(
    ("cells", "dtype"),
    [
        ([1, 2], "Int64"),
        ([1, None], "Int64"),
        ([1, 2.5], "float64"),
        ([True, False], "boolean"),
        ([None], "str"),
        (["a", 1], "str"),
        ([2**63], "str"),
        ([2**60, 1.5], "str"),
        ([{"a": 1}], "str"),
        ([True, 1], "str"),
    ],
)
def test_an_unknown_field_has_the_type_of_all_its_values(cells: list[Any], dtype: str) -> None:
    frame = tables.to_pandas([{"new": cell} for cell in cells], [])
    assert str(frame["new"].dtype) == dtype


@pytest.mark.parametrize("cells", [[2**63], [2**60 + 1, 1.5]])
def test_an_unknown_identifier_keeps_every_digit(cells: list[Any]) -> None:
    frame = tables.to_pandas([{"new": cell} for cell in cells], [])
    assert frame["new"][0] == str(cells[0])


@pytest.mark.parametrize("dtype", ["int64", "float64", "bool"])
def test_a_column_that_lacks_nothing_has_numpy_s_dtype(dtype: Any) -> None:
    for rows in ([{dtype: 1}], []):
        frame = tables.to_pandas(rows, [column(dtype, nullable=False)])
        assert [str(each) for each in frame.dtypes] == [dtype]


WRONG: Mapping[str, Sequence[Any]] = {
    "int64": [1.5, "a", "1.0", "", [], {}, 2**63, -(2**63) - 1, math.nan, math.inf, "9" * 5000],
    "float64": ["a", "", [], {}, True, 10**400],
    "bool": ["true", 2, [], {}, "", math.nan],
    "list": ["a", 1, {}, True],
}


@pytest.mark.parametrize(
    ("dtype", "value"), [(dtype, value) for dtype, values in WRONG.items() for value in values]
)
def test_a_value_of_another_type_is_refused_by_its_column(dtype: Any, value: Any) -> None:
    with pytest.raises(InvalidResponseError, match=f"^column {dtype}: the service sent"):
        tables.to_pandas([{dtype: value}], [column(dtype)])


@pytest.mark.parametrize(
    ("dtype", "sent", "value"),
    [
        ("int64", "12", 12),
        ("int64", 12.0, 12),
        ("int64", True, 1),
        ("float64", 1, 1.0),
        ("float64", "-inf", -math.inf),
        ("bool", 1, True),
        ("bool", 0.0, False),
        ("str", 5, "5"),
        ("str", {"a": [1]}, '{"a": [1]}'),
    ],
)
def test_a_value_in_another_spelling_is_read(dtype: Any, sent: Any, value: Any) -> None:
    frame = tables.to_pandas([{dtype: sent}], [column(dtype)])
    assert frame[dtype][0] == value


@pytest.mark.parametrize("text", ["\r", "a\rb", "\r\n", "\n", ",", '"', ' "a" '])
def test_csv_keeps_what_looks_like_its_own_marks(text: str) -> None:
    written = tables.to_csv([{"str": text, "list": [text]}], COLUMNS)
    (line,) = csv.DictReader(io.StringIO(written, newline=""))
    assert (line["str"], line["list"]) == (text, text)


def test_lists_of_equal_length_stay_lists() -> None:
    frame = tables.to_pandas([{"list": ["a", "b"]}, {"list": ["c", "d"]}], [column("list")])
    assert frame["list"].tolist() == [["a", "b"], ["c", "d"]]


# catsHTM catalogues

numbers: st.SearchStrategy[Any] = st.integers(-(2**53), 2**53) | st.floats() | st.none()
# `input_index` is our own column, of integers; no catalogue has a field of this name.
field_names = texts.filter(lambda name: name not in ("", "input_index"))


@given(
    fields=st.dictionaries(
        field_names, st.lists(numbers, min_size=2, max_size=2), min_size=1, max_size=4
    )
)
def test_a_catalogue_s_values_are_the_same_in_every_format(fields: dict[str, list[Any]]) -> None:
    found = catalogs.from_columns(
        "WISE", {name: {"units": "mag", "values": values} for name, values in fields.items()}
    )
    frame = found.to_pandas()
    table: Any = found.to_table()
    assert {str(frame[name].dtype) for name in fields} == {"float64"}
    for name, values in fields.items():
        rows = [{name: value} for value in values]
        assert_cells(list(frame[name]), rows, name)
        assert_cells(list(table[name]), rows, name)


def test_a_whole_number_too_large_for_a_float_keeps_its_digits() -> None:
    found = catalogs.from_columns("WISE", {"objid": {"units": None, "values": [2**60 + 1, None]}})
    assert found.to_pandas()["objid"].tolist() == [2**60 + 1, pd.NA]


@pytest.mark.parametrize("values", [[2**60 + 1, 1.5], [2**70, 1]])
def test_a_column_of_large_and_broken_numbers_is_read(values: list[Any]) -> None:
    found = catalogs.from_columns("WISE", {"a": {"units": None, "values": values}})
    assert found.to_pandas()["a"].tolist() == [float(value) for value in values]


@given(fields=anything)
def test_an_odd_cone_is_read_or_refused_by_our_error(fields: Any) -> None:
    try:
        found = catalogs.from_columns("WISE", fields)
    except APIError as error:
        assert error.about == "catalogue WISE"  # noqa: PT017 (it need not be raised)
    else:
        found.to_pandas()
        found.to_table()


@given(value=anything)
def test_an_odd_value_of_a_match_is_read_or_refused_by_our_error(value: Any) -> None:
    try:
        found = catalogs.from_match("WISE", {"a": {"unit": value, "value": value}})
    except APIError as error:
        assert error.about == "catalogue WISE"  # noqa: PT017 (it need not be raised)
    else:
        found.to_series()
        found.to_table()


@pytest.mark.parametrize(
    ("sent", "value"),
    [("infinity", math.inf), ("-Infinity", -math.inf), ("inf", math.inf), (True, 1), (1.5, 1.5)],
)
def test_what_is_sent_for_a_number_is_read_as_one(sent: Any, value: float) -> None:
    found = catalogs.from_match("WISE", {"a": {"unit": None, "value": sent}})
    assert found.to_series()["a"] == value


@pytest.mark.parametrize("sent", [None, "null"])
def test_a_missing_value_of_a_catalogue_is_missing(sent: Any) -> None:
    found = catalogs.from_match("WISE", {"a": {"unit": " ", "value": sent}})
    assert math.isnan(found.to_series()["a"])
    assert found.as_match() == {"a": {"unit": None, "value": None}}


@pytest.mark.parametrize("names", [[], ["RA"], ["Dec"]])
def test_sources_without_a_position_are_infinitely_far(names: list[str]) -> None:
    fields = {name: {"units": "deg", "values": [1.0]} for name in ["Mag", *names]}
    found = catalogs.from_columns("WISE", fields)
    catalog = catalogs.find("WISE")
    assert found.nearest(1, 2, catalog) is None
    assert found.near(1, 2, catalog, 3600).length == 0


def test_columns_of_unequal_length_are_refused() -> None:
    fields: dict[str, Any] = {
        "a": {"units": None, "values": [1]},
        "b": {"units": None, "values": []},
    }
    with pytest.raises(InvalidResponseError, match="unequal length"):
        catalogs.from_columns("WISE", fields)


@pytest.mark.parametrize("unit", ["arcse", "magAB", "JD", "FeH", "%", "ct s^-1 arcmin^-2", "what"])
def test_a_unit_is_never_lost(unit: str) -> None:
    found = catalogs.from_match("WISE", {"a": {"unit": unit, "value": 1.0}})
    assert found.to_series().attrs["units"]["a"]
    table: Any = found.to_table()
    assert str(table["a"].unit)
