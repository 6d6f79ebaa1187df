"""Every method in every format: the same rows, exact columns, in any letter case."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import pytest
from alerce_api.column import Column
from alerce_api.ztf import columns
from astropy.table import Table

from alerce import Alerce
from alerce.exceptions import ArgumentError, FormatValidationError
from alerce.results.columns import OID
from tests.conftest import Answer, ScriptedServer
from tests.narrowing import is_dict, is_list

pytestmark = pytest.mark.both_faces

OIDS = ["ZTF18abbuksn", "ZTF19aakyhxi"]
VERSION = "hierarchical_random_forest_1.0.0"
FORMATS = ("pandas", "votable", "json", "csv", "models")

# The formats come from parameters, so the client is Any for type checkers.
Ask = Callable[..., Any]


def asking(method: str, *arguments: object, **filters: object) -> Ask:
    def ask(client: Any, *format: str, **options: object) -> Any:
        return getattr(client, method)(*arguments, *format, **filters, **options)

    return ask


# Calls that return rows of known columns.
TABLES: dict[str, tuple[Ask, Sequence[Column]]] = {
    "query_objects": (
        asking("query_objects", class_name="SNIa", classifier="lc_classifier"),
        columns.LISTED_OBJECT,
    ),
    "query_object": (asking("query_object", OIDS[0]), columns.OBJECT),
    "query_object of several": (asking("query_object", OIDS), columns.OBJECT),
    "query_limit_values": (asking("query_limit_values"), columns.LIMIT_VALUES),
    "query_detections": (asking("query_detections", OIDS[0]), columns.DETECTION),
    "query_detections of several": (
        asking("query_detections", OIDS),
        (OID, *columns.DETECTION),
    ),
    "query_non_detections": (
        asking("query_non_detections", OIDS[0]),
        columns.NON_DETECTION,
    ),
    "query_non_detections of several": (
        asking("query_non_detections", OIDS),
        (OID, *columns.NON_DETECTION),
    ),
    "query_magstats": (asking("query_magstats", OIDS[0]), columns.MAGSTATS),
    "query_magstats of several": (
        asking("query_magstats", OIDS),
        (OID, *columns.MAGSTATS),
    ),
    "query_probabilities": (
        asking("query_probabilities", OIDS[0]),
        columns.PROBABILITY,
    ),
    "query_probabilities of several": (
        asking("query_probabilities", OIDS),
        (OID, *columns.PROBABILITY),
    ),
    "query_features": (asking("query_features", OIDS[0]), columns.FEATURE),
    "query_features of several": (
        asking("query_features", OIDS),
        (OID, *columns.FEATURE),
    ),
    "query_feature": (
        asking("query_feature", OIDS[0], "Multiband_period"),
        columns.FEATURE,
    ),
    "query_feature of several": (
        asking("query_feature", OIDS, "Multiband_period"),
        (OID, *columns.FEATURE),
    ),
    "query_classifiers": (asking("query_classifiers"), columns.CLASSIFIER),
    "query_classes": (
        asking("query_classes", "lc_classifier", VERSION),
        columns.CLASS_NAME,
    ),
}
# Calls that return rows, and an answer without rows.
EMPTY: dict[str, bytes] = {
    name: b'{"items": []}' if name == "query_objects" else b"[]"
    for name in TABLES
    if name not in ("query_object", "query_object of several", "query_limit_values")
}
# Methods of other shapes.
OTHERS: dict[str, Ask] = {
    "query_lightcurve": asking("query_lightcurve", OIDS[0]),
    "query_lightcurve of several": asking("query_lightcurve", OIDS),
    "catshtm_conesearch": asking("catshtm_conesearch", 10, 20, 1000, "GAIA/DR1"),
    "catshtm_conesearch of all": asking("catshtm_conesearch", 10, 20, 1000, "all"),
    "catshtm_crossmatch": asking("catshtm_crossmatch", 10, 20, 20, "GAIA/DR1"),
    "catshtm_crossmatch of all": asking("catshtm_crossmatch", 10, 20, 20, "all"),
}
EVERYTHING: dict[str, Ask] = {name: ask for name, (ask, _) in TABLES.items()} | OTHERS

NULLABLE = {
    "int64": "Int64",
    "bool": "boolean",
    "float64": "float64",
    "str": "str",
    "list": "object",
}


def dtypes(specified: Sequence[Column]) -> list[tuple[str, str]]:
    """Return the columns and dtypes that a DataFrame must have."""
    return [
        (column.name, NULLABLE[column.dtype])
        if column.nullable or column.dtype in ("str", "list")
        else (column.name, column.dtype)
        for column in specified
    ]


def dtypes_of(frame: pd.DataFrame) -> list[tuple[str, str]]:
    return [(str(name), str(dtype)) for name, dtype in frame.dtypes.items()]


def rows_of(found: Any) -> list[dict[str, Any]]:
    """Return the rows of an answer in JSON, with their object's name if there are several."""
    if not is_dict(found):
        return list(found)
    if "items" in found:
        return list(found["items"])
    if not set(OIDS) & found.keys():
        return [found]
    return [{"oid": oid, **row} for oid, each in found.items() for row in as_list(each)]


def as_list(found: Any) -> list[Any]:
    return found if is_list(found) else [found]


def as_text(cell: Any) -> str:
    """Return how CSV spells a value."""
    if cell is None:
        return ""
    return ", ".join(cell) if is_list(cell) else str(cell)


@pytest.mark.parametrize("name", TABLES)
def test_a_frame_has_the_columns_of_the_specification(name: str, client: Alerce) -> None:
    ask, specified = TABLES[name]
    frame = ask(client, "pandas")
    assert isinstance(frame, pd.DataFrame)
    assert not frame.empty
    assert dtypes_of(frame) == dtypes(specified)


@pytest.mark.parametrize("name", EMPTY)
def test_a_frame_of_no_rows_has_the_same_columns(
    name: str, server: ScriptedServer, scripted: Alerce
) -> None:
    ask, specified = TABLES[name]
    server.will(Answer(body=EMPTY[name]))
    frame = ask(scripted, "pandas")
    assert frame.empty
    assert dtypes_of(frame) == dtypes(specified)


@pytest.mark.parametrize("name", TABLES)
def test_a_frame_describes_its_columns(name: str, client: Alerce) -> None:
    ask, specified = TABLES[name]
    frame = ask(client, "pandas")
    assert frame.attrs["units"] == {each.name: each.unit for each in specified if each.unit}
    assert frame.attrs["ucds"] == {each.name: each.ucd for each in specified if each.ucd}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_the_columns_of_the_specification(name: str, client: Alerce) -> None:
    ask, specified = TABLES[name]
    table = ask(client, "votable")
    assert issubclass(type(table), Table)
    assert table.colnames == [column.name for column in specified]
    kinds = {"int64": "i", "float64": "f", "bool": "b", "str": "U", "list": "U"}
    assert [table[each.name].dtype.kind for each in specified] == [
        kinds[each.dtype] for each in specified
    ]
    for each in specified:
        assert (table[each.name].unit is None) == (each.unit is None)


@pytest.mark.parametrize("name", EMPTY)
def test_a_table_of_no_rows_has_the_same_columns(
    name: str, server: ScriptedServer, scripted: Alerce
) -> None:
    ask, specified = TABLES[name]
    server.will(Answer(body=EMPTY[name]))
    table: Any = ask(scripted, "votable")
    assert len(table) == 0
    assert table.colnames == [column.name for column in specified]


@pytest.mark.parametrize("name", TABLES)
def test_csv_has_the_same_values_as_json(name: str, client: Alerce) -> None:
    ask, specified = TABLES[name]
    lines = list(csv.DictReader(io.StringIO(ask(client, "csv"))))
    rows = rows_of(ask(client, "json"))
    names = [column.name for column in specified]
    assert list(lines[0]) == names
    assert lines == [{field: as_text(row.get(field)) for field in names} for row in rows]


@pytest.mark.parametrize("name", EMPTY)
def test_csv_of_no_rows_is_a_header(name: str, server: ScriptedServer, scripted: Alerce) -> None:
    ask, specified = TABLES[name]
    server.will(Answer(body=EMPTY[name]))
    assert ask(scripted, "csv") == ",".join(column.name for column in specified) + "\n"


@pytest.mark.parametrize("name", TABLES)
def test_models_have_the_same_values_as_json(name: str, client: Alerce) -> None:
    ask, _ = TABLES[name]
    found = ask(client, "models")
    sent = ask(client, "json")
    if is_dict(found):
        records = [
            {"oid": oid, **record.to_dict()}
            for oid, each in found.items()
            for record in as_list(each)
        ]
    else:
        records = [record.to_dict() for record in as_list(found)]
    # As text, in which a NaN is equal to itself.
    expected = json.dumps(rows_of(sent), sort_keys=True)
    assert json.dumps(records, sort_keys=True) == expected


@pytest.mark.parametrize("name", [name for name in TABLES if name.endswith("several")])
def test_several_objects_come_in_the_order_asked(name: str, client: Alerce) -> None:
    ask, _ = TABLES[name]
    assert list(ask(client, "json")) == OIDS
    assert list(ask(client, "models")) == OIDS
    assert list(dict.fromkeys(ask(client, "pandas")["oid"])) == OIDS


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", EVERYTHING)
def test_a_format_counts_in_any_letter_case(name: str, format: str, client: Alerce) -> None:
    ask = EVERYTHING[name]
    plain = ask(client, format)
    assert type(plain) is type(ask(client, format.upper()))
    assert type(plain) is type(ask(client, format.title()))


@pytest.mark.parametrize(
    "format", ["dataframe", "", "pandas ", "JSON5", None, 5, b"json", ["json"]]
)
@pytest.mark.parametrize("name", EVERYTHING)
def test_another_format_is_refused_before_any_request(
    name: str, format: Any, server: ScriptedServer, scripted: Alerce
) -> None:
    with pytest.raises(FormatValidationError, match=r"^format: .* pandas, votable, json, csv"):
        EVERYTHING[name](scripted, format)
    assert server.targets == []


@pytest.mark.parametrize("format", ["fits", "HDU", "", "json"])
def test_another_format_of_stamps_is_refused_before_any_request(
    format: Any, server: ScriptedServer, scripted: Any
) -> None:
    with pytest.raises(FormatValidationError, match=r"none of HDUList, numpy"):
        scripted.get_stamps("a", 1, format)
    assert server.targets == []


DEFAULTS: dict[str, str] = {
    "query_objects": "pandas",
    "catshtm_conesearch": "pandas",
    "catshtm_crossmatch": "pandas",
}


@pytest.mark.parametrize("name", [name for name in EVERYTHING if " of " not in name])
def test_the_format_by_default_is_the_documented_one(name: str, client: Alerce) -> None:
    ask = EVERYTHING[name]
    assert type(ask(client)) is type(ask(client, DEFAULTS.get(name, "json")))


@pytest.mark.parametrize("name", TABLES)
def test_a_frame_is_sorted_as_asked(name: str, client: Alerce) -> None:
    ask, specified = TABLES[name]
    column = specified[-1].name if name != "query_classifiers" else "classifier_version"
    frame = ask(client, "pandas", sort=column)
    expected = ask(client, "pandas").sort_values(column, kind="stable")
    pd.testing.assert_frame_equal(frame, expected)


@pytest.mark.parametrize("name", TABLES)
def test_a_frame_is_indexed_as_asked(name: str, client: Alerce) -> None:
    ask, specified = TABLES[name]
    column = specified[0].name
    frame = ask(client, "pandas", index=column)
    assert frame.index.name == column
    assert list(frame.columns) == [each.name for each in specified[1:]]


def test_a_frame_is_sorted_and_indexed_by_several_columns(client: Alerce) -> None:
    frame = client.query_detections(
        OIDS, format="pandas", index=["oid", "candid"], sort=["fid", "mjd"]
    )
    assert list(frame.index.names) == ["oid", "candid"]
    assert frame["fid"].is_monotonic_increasing
    assert frame.groupby("fid")["mjd"].is_monotonic_increasing.all()


def test_what_describes_a_frame_survives_sort_and_index(client: Alerce) -> None:
    plain = client.query_detections(OIDS[0], format="pandas")
    arranged = client.query_detections(OIDS[0], format="pandas", index="candid", sort="mjd")
    assert arranged.attrs == plain.attrs


@pytest.mark.parametrize("argument", ["index", "sort"])
@pytest.mark.parametrize("name", TABLES)
def test_an_unknown_column_is_refused_by_the_argument(
    name: str, argument: str, client: Alerce
) -> None:
    ask, _ = TABLES[name]
    with pytest.raises(ArgumentError, match=f"{argument}: there is no column 'nowhere'"):
        ask(client, "pandas", **{argument: "nowhere"})


@pytest.mark.parametrize("value", [5, ["mjd", "mdj"], [["mjd"]], {"mdj"}, object(), ""])
@pytest.mark.parametrize("argument", ["index", "sort"])
def test_what_names_no_column_is_refused_by_the_argument(
    argument: str, value: object, client: Any
) -> None:
    with pytest.raises(ArgumentError, match=f"^{argument}: "):
        client.query_detections(OIDS[0], format="pandas", **{argument: value})


@pytest.mark.parametrize(
    "container", [tuple, pd.Index, iter], ids=["a tuple", "an index", "an iterator"]
)
def test_columns_may_come_in_any_container(container: Any, client: Alerce) -> None:
    columns = container(["fid", "mjd"])
    frame = client.query_detections(OIDS[0], format="pandas", index=columns)
    assert list(frame.index.names) == ["fid", "mjd"]


@pytest.mark.parametrize("format", ["pandas", "votable", "csv", "json", "models"])
@pytest.mark.parametrize("sort", ["drb", ["fid", "magpsf"], "candid"])
def test_rows_are_sorted_alike_in_every_format(sort: Any, format: str, client: Any) -> None:
    rows = client.query_detections(OIDS[0], "json")
    expected = pd.DataFrame(rows).sort_values(sort, kind="stable")["candid"].tolist()
    found = client.query_detections(OIDS[0], format, sort=sort)
    match format:
        case "json":
            sorted_ids = [row["candid"] for row in found]
        case "models":
            sorted_ids = [record.candid for record in found]
        case "csv":
            sorted_ids = [line["candid"] for line in csv.DictReader(io.StringIO(found))]
        case _:
            sorted_ids = list(found["candid"])
    assert [str(each) for each in sorted_ids] == [str(each) for each in expected]


@pytest.mark.parametrize("format", ["json", "votable", "csv"])
def test_objects_of_a_list_are_sorted_in_every_format(format: str, client: Any) -> None:
    found = client.query_objects(format, page_size=30, sort="ndet")
    if format == "csv":
        counts = [int(line["ndet"]) for line in csv.DictReader(io.StringIO(found))]
    else:
        counts = [row["ndet"] for row in (found["items"] if format == "json" else found)]
    assert counts == sorted(counts)


def test_several_objects_are_sorted_as_asked(client: Alerce) -> None:
    found = client.query_object(list(reversed(OIDS)), sort="ndet")
    counts = [row["ndet"] for row in found.values()]
    assert counts == sorted(counts)


def test_the_rows_of_each_object_are_sorted(client: Alerce) -> None:
    for rows in client.query_detections(OIDS, sort="magpsf").values():
        assert [row["magpsf"] for row in rows] == sorted(row["magpsf"] for row in rows)


@pytest.mark.parametrize("format", ["votable", "json", "csv"])
def test_rows_of_sql_are_sorted_as_asked(format: str, client: Any) -> None:
    query = "SELECT oid, ndet FROM object LIMIT 20"
    found = client.send_query(query, format, sort="ndet")
    rows = csv.DictReader(io.StringIO(found)) if format == "csv" else found
    counts = [int(row["ndet"]) for row in rows]
    assert len(counts) == 20
    assert counts == sorted(counts)


WITH_INDEX: dict[str, Callable[[Any, str], object]] = {
    "magstats": lambda client, format: client.query_magstats(OIDS[0], format, index="fid"),
    "object": lambda client, format: client.query_object(OIDS[0], format, index="oid"),
    "objects": lambda client, format: client.query_objects(format, index="oid"),
    "classifiers": lambda client, format: client.query_classifiers(format, index="classifier_name"),
}


@pytest.mark.parametrize("format", ["votable", "json", "csv", "models"])
@pytest.mark.parametrize("ask", WITH_INDEX.values(), ids=WITH_INDEX)
def test_an_index_is_refused_where_there_is_none(ask: Any, format: str) -> None:
    with Alerce() as nowhere, pytest.raises(ArgumentError, match=r'index: .*format="pandas"'):
        ask(nowhere, format)


def test_a_light_curve_has_both_parts_as_attributes(client: Alerce) -> None:
    found = client.query_lightcurve(OIDS[0], format="pandas")
    assert found.detections is found["detections"]
    assert found.non_detections is found["non_detections"]
    assert dtypes_of(found.detections) == dtypes(columns.DETECTION)
    assert dtypes_of(found.non_detections) == dtypes(columns.NON_DETECTION)


def test_the_parts_of_a_light_curve_are_those_of_the_single_methods(
    client: Alerce,
) -> None:
    found = client.query_lightcurve(OIDS, format="pandas")
    pd.testing.assert_frame_equal(
        found.detections,
        client.query_detections(OIDS, format="pandas"),
        check_exact=True,
    )
    pd.testing.assert_frame_equal(
        found.non_detections, client.query_non_detections(OIDS, format="pandas")
    )


@pytest.mark.parametrize("format", FORMATS)
def test_a_light_curve_of_nothing_has_two_empty_parts(
    format: str, server: ScriptedServer, scripted: Any
) -> None:
    server.will(Answer(body=b"null"))
    found = scripted.query_lightcurve("a", format)
    assert list(found) == ["detections", "non_detections"]
    rows = [part.splitlines()[1:] if format == "csv" else part for part in found.values()]
    assert [len(part) for part in rows] == [0, 0]


def test_a_light_curve_of_several_is_a_dict_of_records(client: Alerce) -> None:
    found = client.query_lightcurve(OIDS, format="models")
    sent = client.query_lightcurve(OIDS)
    for oid in OIDS:
        for record, row in zip(found[oid]["detections"], sent[oid]["detections"], strict=True):
            assert record.to_dict() == dict(row)


def test_none_of_several_objects_is_an_empty_table(
    server: ScriptedServer, scripted: Alerce
) -> None:
    frame = scripted.query_detections([], format="pandas")
    assert dtypes_of(frame) == dtypes((OID, *columns.DETECTION))
    assert server.targets == []


def test_identifiers_keep_every_digit_in_every_format(client: Alerce) -> None:
    rows = client.query_detections(OIDS[0])
    candids = [int(row["candid"]) for row in rows]
    assert max(candids) > 2**53
    frame = client.query_detections(OIDS[0], format="pandas")
    assert [int(candid) for candid in frame["candid"]] == candids
    assert frame["candid"].dtype.kind != "f"
    table: Any = client.query_detections(OIDS[0], format="votable")
    assert [int(candid) for candid in table["candid"]] == candids
    lines = csv.DictReader(io.StringIO(client.query_detections(OIDS[0], format="csv")))
    assert [int(line["candid"]) for line in lines] == candids


def test_a_missing_identifier_makes_no_floats(server: ScriptedServer, scripted: Alerce) -> None:
    server.will(
        Answer(body=b'[{"parent_candid": 576161491515015015}, {"parent_candid": null}, {}]')
    )
    column = scripted.query_detections("a", format="pandas")["parent_candid"]
    assert str(column.dtype) == "Int64"
    assert column.tolist() == [576161491515015015, pd.NA, pd.NA]


CATALOG_TYPES: dict[str, type] = {
    "pandas": pd.DataFrame,
    "votable": Table,
    "json": dict,
    "csv": str,
}


@pytest.mark.parametrize("format", CATALOG_TYPES)
def test_a_cone_of_no_sources_is_an_empty_table(
    format: str, server: ScriptedServer, scripted: Any
) -> None:
    server.will(Answer(body=b"{}"))
    found = scripted.catshtm_conesearch(1, 2, 3, "WISE", format)
    assert issubclass(type(found), CATALOG_TYPES[format])
    if format == "csv":
        (found,) = [line.split(",") for line in found.splitlines()]
        assert {"RA", "Dec", "Mag_W1"} <= set(found)
    else:
        assert len(found) == 0


@pytest.mark.parametrize(("format", "nothing"), [("pandas", None), ("models", None), ("json", {})])
def test_a_match_of_no_source_is_nothing(
    format: str, nothing: object, server: ScriptedServer, scripted: Any
) -> None:
    server.will(Answer(body=b"{}"))
    assert scripted.catshtm_crossmatch(1, 2, 3, "WISE", format) == nothing


@pytest.mark.parametrize("format", FORMATS)
def test_all_catalogues_come_by_name(format: str, client: Any) -> None:
    found = client.catshtm_conesearch(10, 20, 1000, "ALL", format)
    assert "GAIA/DR1" in found
    one = client.catshtm_conesearch(10, 20, 1000, "gaiadr1", format)
    assert type(found["GAIA/DR1"]) is type(one)
