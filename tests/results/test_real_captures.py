"""Recorded answers of the live service; skipped if the recordings are not available."""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np
import pandas as pd
import pytest

from alerce import Alerce
from alerce.types import Format
from tests.conftest import SHARED, Answer, ScriptedServer

LIVE = SHARED / "data" / "live"
OID = "ZTF17aabopdz"

pytestmark = pytest.mark.skipif(
    not (LIVE / "lightcurve.json").exists(), reason="the captures of the live service are not here"
)

DETECTIONS = 1999
NON_DETECTIONS = 2917
WITHOUT_PARENT = 810
FIRST_CANDID = "508443856115010005"
FIRST_PARENT = 529430206115010015
"""A float64 makes 529430206115010048 of it."""
LARGEST_PARENT = 3276159001415015016
ROUNDED_BY_FLOAT64 = 1182

FEATURES = 3444
FEATURE_NAMES = 147
WITHOUT_VALUE = 870
BARE_NAN = 110


def will_send(server: ScriptedServer, name: str) -> str:
    """Let the server answer as the live service did; return the body."""
    response = json.loads((LIVE / f"{name}.json").read_text())["response"]
    server.will(Answer(response["status"], response["body"].encode(), response["headers"]))
    return str(response["body"])


@pytest.fixture
def detections(server: ScriptedServer, scripted: Alerce) -> pd.DataFrame:
    will_send(server, "lightcurve")
    return scripted.query_lightcurve(OID, "pandas")["detections"]


@pytest.mark.parametrize("format", ["json", "pandas", "votable", "models"])
def test_the_light_curve_has_all_its_rows(
    server: ScriptedServer, scripted: Alerce, format: Format
) -> None:
    will_send(server, "lightcurve")
    found: Any = scripted.query_lightcurve(OID, format)
    assert (len(found["detections"]), len(found["non_detections"])) == (DETECTIONS, NON_DETECTIONS)


def test_the_csv_light_curve_has_a_line_for_each_row(
    server: ScriptedServer, scripted: Alerce
) -> None:
    will_send(server, "lightcurve")
    found = scripted.query_lightcurve(OID, "csv")
    assert len(found["detections"].splitlines()) == DETECTIONS + 1
    assert len(found["non_detections"].splitlines()) == NON_DETECTIONS + 1


def test_parent_candid_is_exact_in_pandas_and_missing_where_it_was(
    detections: pd.DataFrame,
) -> None:
    column = detections["parent_candid"]
    present = [int(value) for value in column.dropna()]
    assert (column[0], column.max()) == (FIRST_PARENT, LARGEST_PARENT)
    assert int(column.isna().sum()) == WITHOUT_PARENT
    assert sum(int(float(value)) != value for value in present) == ROUNDED_BY_FLOAT64
    assert column.dtype == pd.Int64Dtype()


def test_parent_candid_is_exact_in_votable_and_masked_where_it_was_missing(
    server: ScriptedServer, scripted: Alerce
) -> None:
    will_send(server, "lightcurve")
    table: Any = scripted.query_lightcurve(OID, "votable")["detections"]
    column = table["parent_candid"]
    assert (column[0], column.max()) == (FIRST_PARENT, LARGEST_PARENT)
    assert (int(column.mask.sum()), column.dtype) == (WITHOUT_PARENT, np.int64)


def test_parent_candid_is_exact_in_json_and_none_where_it_was_null(
    server: ScriptedServer, scripted: Alerce
) -> None:
    will_send(server, "lightcurve")
    rows = scripted.query_lightcurve(OID)["detections"]
    parents = [row.get("parent_candid") for row in rows]
    assert parents[0] == FIRST_PARENT
    assert parents.count(None) == WITHOUT_PARENT


def test_every_candid_is_a_different_text_of_digits(detections: pd.DataFrame) -> None:
    assert detections["candid"][0] == FIRST_CANDID
    assert detections["candid"].nunique() == DETECTIONS
    assert detections["candid"].str.fullmatch(r"\d{18,19}").all()


def test_epochs_keep_every_digit(detections: pd.DataFrame) -> None:
    assert detections["mjd"][0] == 58262.44385420019
    assert math.fsum(detections["mjd"]) == pytest.approx(118927481.26982617, abs=1e-6)


def test_columns_without_any_value_keep_their_type(detections: pd.DataFrame) -> None:
    assert detections["magap_corr"].dtype == np.float64
    assert detections["magap_corr"].isna().all()


def test_the_feature_list_with_bare_nan_parses(server: ScriptedServer, scripted: Alerce) -> None:
    body = will_send(server, "features")
    with pytest.raises(ValueError, match="NaN"):
        json.loads(body, parse_constant=_refused)
    rows = scripted.query_features(OID)
    assert len(rows) == FEATURES
    assert len({row["name"] for row in rows}) == FEATURE_NAMES
    values = [row["value"] for row in rows]
    assert values.count(None) == WITHOUT_VALUE
    assert sum(value is not None and math.isnan(value) for value in values) == BARE_NAN


def test_a_feature_without_a_value_is_missing_in_pandas(
    server: ScriptedServer, scripted: Alerce
) -> None:
    will_send(server, "features")
    frame = scripted.query_features(OID, "pandas")
    assert len(frame) == FEATURES
    assert frame["value"].dtype == np.float64
    assert int(frame["value"].isna().sum()) == WITHOUT_VALUE + BARE_NAN


def test_null_features_and_nan_ones_are_masked_in_votable_which_knows_one_missing_value(
    server: ScriptedServer, scripted: Alerce
) -> None:
    will_send(server, "features")
    table: Any = scripted.query_features(OID, "votable")
    assert int(table["value"].mask.sum()) == WITHOUT_VALUE + BARE_NAN


def _refused(constant: str) -> None:
    """Parse JSON strictly by its standard."""
    raise ValueError(constant)
