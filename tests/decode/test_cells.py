"""Columns made in one step equal those made value by value."""

from __future__ import annotations

import csv
import io
import json
import math
from typing import Any

import numpy as np
import pytest
from alerce_api.column import Column
from hypothesis import given
from hypothesis import strategies as st

from alerce.decode.cells import Cells, array_of, cells_of, stacked
from alerce.exceptions import InvalidResponseError
from alerce.results import tables

DTYPES = ("int64", "float64", "bool", "str", "list")
CELLS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-(2**64), 2**64)
    | st.floats()
    | st.text(max_size=5)
    | st.integers().map(str)
    | st.sampled_from(["1.5", " 7 ", "1_000", "nan", "٣", "9223372036854775808"])
    | st.lists(st.text(max_size=3), max_size=2)
)
ROWS = st.lists(st.dictionaries(st.sampled_from("abcdef"), CELLS, max_size=6), max_size=8)
COLUMNS = st.lists(
    st.builds(
        Column,
        st.sampled_from("abcd"),
        st.sampled_from(DTYPES),
        st.booleans(),
        st.none(),
        st.none(),
        st.just(""),
    ),
    max_size=4,
    unique_by=lambda column: column.name,
)


def column(dtype: Any) -> Column:
    return Column("a", dtype, nullable=True, unit=None, ucd=None, description="")


def plain(rows: list[dict[str, Any]], columns: list[Column]) -> Any:
    """Return columns as the simplest code makes them."""
    known = {each.name for each in columns}
    extras = list(dict.fromkeys(name for row in rows for name in row if name not in known))
    described = tables.with_extras(rows, columns)
    assert [each.name for each in described] == [*(each.name for each in columns), *extras]
    return [
        tables.values_one_by_one(each, [row.get(each.name) for row in rows]) for each in described
    ]


def outcome(make: Any) -> Any:
    """Return columns in a form that can be compared, or the message of their refusal."""
    try:
        made: list[tables.Values] = make()
    except InvalidResponseError as error:
        return str(error)
    return [
        (each.column, each.data.dtype, repr(each.data.tolist()), each.missing.tolist())
        for each in made
    ]


@given(ROWS, COLUMNS)
def test_the_columns_of_rows_are_those_made_value_by_value(
    rows: list[dict[str, Any]], columns: list[Column]
) -> None:
    fast = outcome(lambda: tables.values_of(rows, columns))
    assert fast == outcome(lambda: plain(rows, columns))


@given(st.sampled_from(DTYPES), st.lists(CELLS, max_size=8))
def test_what_is_made_in_one_step_is_what_is_made_value_by_value(
    dtype: str, cells: list[Any]
) -> None:
    found = array_of(dtype, cells)
    if found is not None:
        expected = tables.values_one_by_one(column(dtype), cells)
        assert repr(found[0].tolist()) == repr(expected.data.tolist())
        assert found[0].dtype == expected.data.dtype
        assert found[1].tolist() == expected.missing.tolist()


@pytest.mark.parametrize(
    ("dtype", "cells"),
    [
        ("int64", [1, 2**63 - 1]),
        ("int64", [1, None]),
        ("int64", ["576161491515015015", None]),
        ("float64", [1.5, math.nan, 2, None, math.inf]),
        ("bool", [True, None]),
        ("str", ["a", None]),
        *((dtype, [None, None]) for dtype in DTYPES if dtype != "list"),
    ],
)
def test_ordinary_columns_are_made_in_one_step(dtype: str, cells: list[Any]) -> None:
    assert array_of(dtype, cells) is not None


@given(ROWS)
def test_rows_and_columns_hold_the_same(rows: list[dict[str, Any]]) -> None:
    cells = cells_of(rows)
    assert cells.length == len(rows)
    assert list(cells.columns) == list(dict.fromkeys(name for row in rows for name in row))
    for name in "abcdefg":
        assert repr(list(cells.of(name))) == repr([row.get(name) for row in rows])
    assert cells_of(cells) is cells


@given(st.lists(st.tuples(st.text(max_size=3), ROWS), max_size=4))
def test_stacked_rows_bear_the_name_of_their_object(several: list[tuple[str, Any]]) -> None:
    labelled: list[dict[str, Any]] = [
        {"oid": label, **row} for label, rows in several for row in rows
    ]
    found, expected = stacked(several, "oid"), cells_of(labelled)
    assert found.length == expected.length
    for name in ["oid", *expected.columns]:
        assert repr(list(found.of(name))) == repr(list(expected.of(name)))


def test_what_a_row_says_of_itself_goes_before_the_label() -> None:
    found = stacked([("a", [{"oid": "b"}, {}])], "oid")
    assert list(found.of("oid")) == ["b", "a"]


def test_columns_can_be_given_instead_of_rows() -> None:
    frame = tables.to_pandas(Cells({"a": [1.0, None]}, 2), [column("float64")])
    assert np.isnan(frame["a"][1])
    assert tables.to_csv(Cells({"a": [1.0, None]}, 2), [column("float64")]) == 'a\n1.0\n""\n'


@given(ROWS.map(lambda rows: json.loads(json.dumps(rows))))
def test_a_csv_has_a_line_a_row(rows: list[dict[str, Any]]) -> None:
    names = list(dict.fromkeys(name for row in rows for name in row))
    if names:
        lines = list(csv.reader(io.StringIO(tables.to_csv(rows, []), newline="")))
        assert lines[0] == names
        assert len(lines) == len(rows) + 1
