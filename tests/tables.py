"""Calls that return tables, and functions that compare two tables."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

import numpy as np
import pytest
from alerce_api.ztf import rows

from alerce import Alerce
from alerce._untyped import module
from alerce.results import ztf
from alerce.types import Format
from tests.conftest import SHARED

OID: Final = "ZTF18abbuksn"
VERSION: Final = "hierarchical_random_forest_1.0.0"
CATALOG: Final = "GAIA/DR1"

Ask = Callable[[Alerce, Format], Any]

# Every call that returns rows, and the same call with an empty result.
TABLES: Final[dict[str, Ask]] = {
    "query_objects": lambda client, format: client.query_objects(format),
    "query_objects-none": lambda client, format: client.query_objects(format, oid=[]),
    "query_object": lambda client, format: client.query_object(OID, format),
    "query_object-several": lambda client, format: client.query_object([OID], format),
    "query_detections": lambda client, format: client.query_detections(OID, format),
    "query_detections-several": lambda client, format: client.query_detections([OID], format),
    "query_detections-none": lambda client, format: client.query_detections([], format),
    "query_non_detections": lambda client, format: client.query_non_detections(OID, format),
    "query_non_detections-none": lambda client, format: client.query_non_detections([], format),
    "query_magstats": lambda client, format: client.query_magstats(OID, format),
    "query_magstats-none": lambda client, format: client.query_magstats([], format),
    "query_probabilities": lambda client, format: client.query_probabilities(OID, format),
    "query_probabilities-none": lambda client, format: client.query_probabilities([], format),
    "query_features": lambda client, format: client.query_features(OID, format),
    "query_features-none": lambda client, format: client.query_features([], format),
    "query_feature": lambda client, format: client.query_feature(OID, "Amplitude", format),
    "query_classifiers": lambda client, format: client.query_classifiers(format),
    "query_classes": lambda client, format: client.query_classes("lc_classifier", VERSION, format),
    "query_limit_values": lambda client, format: client.query_limit_values(format),
    "catshtm_conesearch": lambda client, format: client.catshtm_conesearch(
        10, 20, 1000, CATALOG, format
    ),
    "catshtm_conesearch-none": lambda client, format: client.catshtm_conesearch(
        10, -89, 1, CATALOG, format
    ),
}


def recorded_light_curve() -> rows.LightCurve:
    """Return a light curve of the live service, 1999 detections and 2917 upper limits."""
    path = SHARED / "data" / "live" / "lightcurve.json"
    if not path.exists():
        pytest.skip("the recorded exchanges are not here")
    exchange: Any = json.loads(path.read_text())
    light_curve: rows.LightCurve = json.loads(exchange["response"]["body"])
    return light_curve


def recorded_detections() -> Any:
    """Return the detections of that light curve as a table."""
    return loose(ztf.light_curve(recorded_light_curve(), "votable"))["detections"]


def loose(value: object) -> Any:
    """Return a value as Any, for type checkers that do not know astropy."""
    return value


def mask_of(column: Any) -> Any:
    """Return which values of a column are missing."""
    return np.ma.getmaskarray(np.ma.asarray(column))


def read(path: Any, format: str) -> Any:
    return module("astropy.table").Table.read(path, format=format)


def differences(one: Any, other: Any) -> list[str]:
    """Return the differences between two tables: names, types, masks, values, units."""
    if one.colnames != other.colnames or len(one) != len(other):
        return [f"{one.colnames} of {len(one)} rows; {other.colnames} of {len(other)}"]
    found: list[str] = []
    for name in one.colnames:
        first, second = one[name], other[name]
        mask = mask_of(first)
        if first.dtype.kind == "U":
            # A format without missing texts has empty ones instead.
            alike = np.array_equal(texts(first), texts(second))
            same_type = second.dtype.kind in "US"
        else:
            alike = np.array_equal(mask, mask_of(second)) and np.array_equal(
                np.asarray(first)[~mask], np.asarray(second)[~mask]
            )
            same_type = first.dtype.newbyteorder("=") == second.dtype.newbyteorder("=")
        if not alike:
            found.append(f"{name}: values or mask")
        if not same_type:
            found.append(f"{name}: {first.dtype} and {second.dtype}")
        if first.unit != second.unit:
            found.append(f"{name}: {first.unit} and {second.unit}")
    return found


def texts(column: Any) -> Any:
    """Return the values of a column of text, missing ones empty."""
    return np.where(mask_of(column), "", np.asarray(column.astype("U")))


def lost_meanings(one: Any, other: Any) -> list[str]:
    """Return the columns whose UCD or description is not the same."""
    return [
        name
        for name in one.colnames
        if one[name].meta.get("ucd") != other[name].meta.get("ucd")
        or one[name].description != other[name].description
    ]
