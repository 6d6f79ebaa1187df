"""Answers of the SQL service: CSV text, as rows of typed values."""

from __future__ import annotations

import csv
import io
import math
from typing import Any
from urllib.parse import parse_qs

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerce import Alerce
from alerce.decode import sql
from alerce.exceptions import FormatValidationError, InvalidResponseError, ParseError
from alerce.sandbox import Sandbox
from tests.conftest import Answer, ScriptedServer


def column(*cells: str) -> list[Any]:
    """Return the values of a column of an answer."""
    text = io.StringIO()
    csv.writer(text).writerows([["a", "b"], *([cell, "x"] for cell in cells)])
    return [row["a"] for row in sql.parse(text.getvalue())[1]]


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["1", "-2", "0"], [1, -2, 0]),
        (["576161491515015015"], [576161491515015015]),
        (["-9223372036854775808"], [-(2**63)]),
        (["1", ""], [1, None]),
        (["1", "2.5"], [1.0, 2.5]),
        (["1e-7", ".5", "+3", "4."], [1e-7, 0.5, 3.0, 4.0]),
        (["inf", "-Infinity"], [math.inf, -math.inf]),
        (["True", "False", ""], [True, False, None]),
        (["true", "false"], [True, False]),
        (["True", "1"], ["True", "1"]),
        (["", ""], [None, None]),
        (["ZTF18abbuksn", "1"], ["ZTF18abbuksn", "1"]),
    ],
)
def test_a_column_has_the_type_of_all_its_values(cells: list[str], values: list[Any]) -> None:
    found = column(*cells)
    assert found == values
    assert [type(value) for value in found] == [type(value) for value in values]


@pytest.mark.parametrize(
    "cell",
    ["007", "00", "1_000", " 1", "٣", "0x1F", "1e", "nano", "9223372036854775808", "9" * 5000],
)
def test_what_a_number_would_lose_stays_text(cell: str) -> None:
    assert column(cell) == [cell]


def test_a_value_that_is_not_a_number_is_one() -> None:
    (value,) = column("NaN")
    assert math.isnan(value)


@given(
    rows=st.lists(
        st.tuples(st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False)), min_size=1
    )
)
def test_numbers_keep_every_digit(rows: list[tuple[int, float]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([("candid", "mjd"), *rows])
    names, found = sql.parse(text.getvalue())
    assert names == ["candid", "mjd"]
    assert [(row["candid"], row["mjd"]) for row in found] == rows


@given(text=st.text(max_size=60))
def test_any_text_is_read_or_refused_by_our_error(text: str) -> None:
    try:
        names, rows = sql.parse(text)
    except InvalidResponseError:
        return
    assert len(set(names)) == len(names)
    assert all(list(row) == names for row in rows)


@pytest.mark.parametrize(
    "text", ["a,b\n1\n", "a,b\n1,2,3\n", f'a\n"{"x" * 200_000}"\n', "<html>\na, b"]
)
def test_what_is_no_table_is_refused(text: str) -> None:
    with pytest.raises(InvalidResponseError, match="SQL query"):
        sql.parse(text)


def test_names_that_come_again_are_numbered() -> None:
    assert sql.parse("oid,oid,oid_1,oid\n") == (["oid", "oid_1", "oid_1_1", "oid_2"], [])


def test_line_ends_in_values_are_kept() -> None:
    assert sql.parse('a,b\r\n"x\r\ny",1\r\n')[1] == [{"a": "x\r\ny", "b": 1}]


@pytest.mark.parametrize("line", ["", '""'])
def test_a_missing_value_alone_in_its_row_is_a_row(line: str) -> None:
    assert sql.parse(f"a\n1\n{line}\n2\n")[1] == [{"a": 1}, {"a": None}, {"a": 2}]


def test_empty_lines_between_rows_of_several_values_are_none() -> None:
    assert sql.parse("a,b\n\n1,2\n\n")[1] == [{"a": 1, "b": 2}]


@pytest.mark.parametrize("text", ["", "\n"])
def test_an_empty_answer_has_no_columns(text: str) -> None:
    assert sql.parse(text) == ([], [])


QUERY = "SELECT oid, ndet, firstmjd FROM object ORDER BY oid LIMIT 3"


def test_the_text_comes_as_sent(server: ScriptedServer, scripted: Alerce) -> None:
    text = 'candid,"a"\r\n007,\r\n'
    server.will(Answer(body=text.encode(), headers={"content-type": "text/csv"}))
    assert scripted.send_query("SELECT 1") == text


def test_the_query_arrives_as_it_is(client: Alerce, sandbox: Sandbox) -> None:
    query = "SELECT 'a&b=c é' AS \"%s\"\n"
    client.send_query(query)
    body = sandbox.requests[-1].body
    assert parse_qs(body.decode()) == {"query": [query]}


def test_every_format_has_the_same_values(client: Alerce) -> None:
    rows = client.send_query(QUERY, format="json")
    frame = client.send_query(QUERY, format="pandas")
    table: Any = client.send_query(QUERY, format="votable")
    assert [list(row.values()) for row in rows] == frame.to_numpy().tolist()
    for name in rows[0]:
        assert [row[name] for row in rows] == list(table[name])
    assert client.send_query(QUERY).split("\n")[0].strip() == "oid,ndet,firstmjd"


def test_a_frame_is_sorted_and_indexed_as_asked(client: Alerce) -> None:
    frame = client.send_query(QUERY, "pandas", index=["oid"], sort="ndet")
    assert frame.index.name == "oid"
    assert frame["ndet"].is_monotonic_increasing
    assert list(frame.columns) == ["ndet", "firstmjd"]


def test_a_frame_of_no_rows_has_the_columns(server: ScriptedServer, scripted: Alerce) -> None:
    server.will(Answer(body=b"oid,oid\n"))
    frame = scripted.send_query("SELECT 1", "pandas")
    assert list(frame.columns) == ["oid", "oid_1"]
    assert frame.empty


def test_a_missing_integer_makes_no_floats(server: ScriptedServer, scripted: Alerce) -> None:
    server.will(Answer(body=b"candid,mjd\n576161491515015015,1.5\n,2\n"))
    frame = scripted.send_query("SELECT 1", "pandas")
    assert frame["candid"].dtype == pd.Int64Dtype()
    assert frame["candid"].tolist() == [576161491515015015, pd.NA]


def test_the_database_s_own_message_is_that_of_the_error(client: Alerce) -> None:
    with pytest.raises(ParseError, match="no such table: nowhere") as raised:
        client.send_query("SELECT * FROM nowhere")
    assert raised.value.code == 400


def test_there_are_no_records_of_a_query_s_own_columns(
    server: ScriptedServer, scripted: Alerce
) -> None:
    asker: Any = scripted
    with pytest.raises(FormatValidationError, match="no records"):
        asker.send_query("SELECT 1", format="models")
    assert server.targets == []
