"""Wide tables: one row per object."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import pytest

from alerce import Alerce
from alerce._untyped import module
from alerce.exceptions import ArgumentError
from tests.tables import OID, differences, loose

pytestmark = pytest.mark.both_faces

OIDS = [OID, "ZTF18abkifng"]


@pytest.mark.parametrize("format", ["pandas", "votable"])
@pytest.mark.parametrize("method", ["query_features", "query_probabilities"])
def test_there_is_one_row_an_object(client: Alerce, method: str, format: str) -> None:
    table: Any = getattr(client, method)(OIDS, format=format, wide=True)
    assert list(table["oid"]) == OIDS


def test_one_object_is_one_row(client: Alerce) -> None:
    assert client.query_features(OID, format="pandas", wide=True).oid.tolist() == [OID]


def test_features_are_named_by_band(client: Alerce) -> None:
    long = client.query_features(OID, format="pandas")
    version = long.version.iloc[0]
    wide = client.query_features(OID, format="pandas", version=version, wide=True)
    for row in loose(long).query("version == @version").itertuples():
        value = wide[f"{row.name}_{row.fid}"].iloc[0]
        assert value == row.value or (value != value and row.value != row.value)


def test_versions_of_features_are_kept_apart(client: Alerce) -> None:
    long = client.query_features(OIDS, format="pandas")
    wide = client.query_features(OIDS, format="pandas", wide=True)
    if long.version.nunique() > 1:
        names = {f"{row.name}_{row.fid}_{row.version}" for row in long.itertuples()}
    else:
        names = {f"{row.name}_{row.fid}" for row in long.itertuples()}
    assert set(wide.columns) == {"oid"} | names


def test_classifiers_and_versions_are_kept_apart(client: Alerce) -> None:
    long = client.query_probabilities(OID, format="pandas")
    wide = client.query_probabilities(OID, format="pandas", wide=True)
    assert len(wide.columns) == 1 + len(long)
    for row in long.itertuples():
        name = f"{row.classifier_name}_{row.classifier_version}_{row.class_name}"
        assert wide[name].iloc[0] == row.probability


def test_what_an_object_lacks_is_missing(client: Alerce) -> None:
    wide = client.query_features(["ZTF99oddnull", OID], format="pandas", wide=True)
    assert wide.dtypes.drop("oid").astype(str).eq("float64").all()


@pytest.mark.parametrize("method", ["query_features", "query_probabilities"])
def test_no_objects_are_no_rows(client: Alerce, method: str) -> None:
    assert list(getattr(client, method)([], format="pandas", wide=True).columns) == ["oid"]


@pytest.mark.parametrize("method", ["query_features", "query_probabilities"])
def test_a_wide_table_comes_back_from_votable(client: Alerce, method: str, tmp_path: Path) -> None:
    table: Any = getattr(client, method)(OIDS, format="votable", wide=True)
    with warnings.catch_warnings():
        # A name such as Power_rate_1/2_12 is a valid name, but no valid XML identifier.
        warnings.filterwarnings("ignore", message=".*W03")
        table.write(tmp_path / "wide.vot", format="votable")
    back = module("astropy.table").Table.read(tmp_path / "wide.vot", use_names_over_ids=True)
    assert differences(table, back) == []


def test_records_are_not_wide(client: Alerce) -> None:
    with pytest.raises(ArgumentError, match="wide: a wide table is"):
        loose(client).query_features(OID, wide=True)
