"""SQL over HTTP."""

import pytest

from alerce.sandbox import synthetic
from tests.sandbox.conftest import Wire


def test_csv_with_header(wire: Wire) -> None:
    answer = wire.sql("SELECT oid, ndet, corrected FROM object WHERE oid = 'ZTF18abkifng'")
    assert answer.status_code == 200
    header, line = answer.text.splitlines()
    assert header == "oid,ndet,corrected"
    assert line.startswith("ZTF18abkifng,")
    assert line.endswith(",False")


def test_column_names_repeat(wire: Wire) -> None:
    answer = wire.sql(
        "SELECT * FROM object JOIN probability ON object.oid = probability.oid LIMIT 1"
    )
    header = answer.text.splitlines()[0].split(",")
    assert header.count("oid") == 2


def test_numbers_that_are_not(wire: Wire) -> None:
    answer = wire.sql(
        f"SELECT g_r_max, g_r_mean, g_r_max_corr FROM object WHERE oid = '{synthetic.NOT_A_NUMBER}'"  # noqa: S608 - ours
    )
    values = answer.text.splitlines()[1].split(",")
    assert values[:2] == ["nan", "-inf"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELEC 1", "syntax error"),
        ("SELECT * FROM nowhere", "no such table: nowhere"),
        ("SELECT wrong FROM object", "no such column: wrong"),
        ("", "no query"),
    ],
)
def test_the_databases_own_message(wire: Wire, query: str, words: str) -> None:
    answer = wire.sql(query)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert words in answer.text or not query


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM object",
        "DROP TABLE object",
        "INSERT INTO taxonomy VALUES ('a', 'b', 'c')",
        "ATTACH DATABASE 'x.db' AS x",
        "PRAGMA query_only = OFF",
        "SELECT * FROM packet",
        "SELECT 1; DROP TABLE object",
    ],
)
def test_only_reading(wire: Wire, query: str) -> None:
    assert wire.sql(query).status_code == 400
    assert wire.sql("SELECT count(*) FROM object").status_code == 200


@pytest.mark.parametrize(
    "table",
    ["object", "detection", "non_detection", "magstat", "probability", "taxonomy", "feature"],
)
def test_tables(wire: Wire, table: str) -> None:
    answer = wire.sql(f"SELECT count(*) AS n FROM {table}")  # noqa: S608 - ours
    assert int(answer.text.split()[1]) > 0


def test_no_query_in_the_form(wire: Wire) -> None:
    answer = wire.http.post(wire.database)
    assert answer.status_code == 400
    assert wire.http.get(wire.database).status_code == 405
