"""The documented client, name by name: code written for it runs unchanged."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Mapping, Sequence
from typing import Final

import pytest

from alerce import core, exceptions
from alerce.arguments.filters import ObjectFilters
from alerce.config import DEFAULT_URLS
from alerce.core import Alerce, AsyncAlerce

REQUIRED: Final = inspect.Parameter.empty

Parameters = Sequence[tuple[str, object]]

TABULAR: Final[Parameters] = (
    ("oid", REQUIRED),
    ("format", "json"),
    ("index", None),
    ("sort", None),
)

# Each documented method, with its parameters in order and their defaults. Where `ra` can
# be a whole position, what is behind it can be left out.
DOCUMENTED: Final[Mapping[str, Parameters]] = {
    "catshtm_conesearch": (
        ("ra", REQUIRED),
        ("dec", None),
        ("radius", None),
        ("catalog_name", "all"),
        ("format", "pandas"),
    ),
    "catshtm_crossmatch": (
        ("ra", REQUIRED),
        ("dec", None),
        ("radius", None),
        ("catalog_name", "all"),
        ("format", "pandas"),
    ),
    "catshtm_redshift": (
        ("ra", REQUIRED),
        ("dec", None),
        ("radius", None),
        ("format", "votable"),
        ("verbose", False),
    ),
    "get_avro": (("oid", REQUIRED), ("candid", None)),
    "get_stamps": (("oid", REQUIRED), ("candid", None), ("format", "HDUList")),
    "plot_stamps": (("oid", REQUIRED), ("candid", None)),
    "query_classes": (
        ("classifier_name", REQUIRED),
        ("classifier_version", REQUIRED),
        ("format", "json"),
    ),
    "query_classifiers": (("format", "json"),),
    "query_detections": TABULAR,
    "query_feature": (("oid", REQUIRED), ("name", REQUIRED), ("format", "json")),
    "query_features": TABULAR,
    "query_lightcurve": (("oid", REQUIRED), ("format", "json")),
    "query_magstats": TABULAR,
    "query_non_detections": TABULAR,
    "query_object": (("oid", REQUIRED), ("format", "json")),
    "query_objects": (("format", "pandas"), ("index", None), ("sort", None)),
    "query_probabilities": TABULAR,
    "send_query": (("query", REQUIRED), ("format", "csv"), ("index", None), ("sort", None)),
    # Listed without their arguments.
    "catshtm_catalog_translator": (),
    "load_config_from_file": (),
    "load_config_from_object": (),
}

DOCUMENTED_FILTERS: Final = (
    "classifier",
    "class_name",
    "ndet",
    "probability",
    "firstmjd",
    "lastmjd",
    "ra",
    "dec",
    "radius",
    "page",
    "page_size",
    "count",
    "order_by",
    "order_mode",
)

DOCUMENTED_ROUTES: Final[Mapping[str, Mapping[str, str]]] = {
    "ZTF_ROUTES": {
        "objects": "/objects",
        "single_object": "/objects/%s",
        "detections": "/objects/%s/detections",
        "non_detections": "/objects/%s/non_detections",
        "lightcurve": "/objects/%s/lightcurve",
        "magstats": "/objects/%s/magstats",
        "probabilities": "/objects/%s/probabilities",
    },
    "CATSHTM_ROUTES": {
        "conesearch": "/conesearch",
        "conesearch_all": "/conesearch_all",
        "crossmatch": "/crossmatch",
        "crossmatch_all": "/crossmatch_all",
    },
    "AVRO_ROUTES": {"get_stamp": "/get_stamp"},
}

faces = pytest.mark.parametrize("face", [Alerce, AsyncAlerce])
documented = pytest.mark.parametrize("name", DOCUMENTED)


def parameters(face: type, name: str) -> list[inspect.Parameter]:
    """Return the parameters of a method, without self."""
    return list(inspect.signature(getattr(face, name)).parameters.values())[1:]


@faces
@documented
def test_documented_parameters_have_their_names_places_and_defaults(face: type, name: str) -> None:
    expected = DOCUMENTED[name]
    given = parameters(face, name)[: len(expected)]
    assert [(each.name, each.default) for each in given] == list(expected)
    assert {each.kind for each in given} <= {inspect.Parameter.POSITIONAL_OR_KEYWORD}


@faces
@pytest.mark.parametrize("name", [name for name, expected in DOCUMENTED.items() if expected])
def test_what_was_added_behind_them_can_be_left_out(face: type, name: str) -> None:
    added = parameters(face, name)[len(DOCUMENTED[name]) :]
    assert all(
        each.default is not REQUIRED or each.kind is inspect.Parameter.VAR_KEYWORD for each in added
    )


@faces
@pytest.mark.parametrize(
    "name", ["catshtm_catalog_translator", "load_config_from_file", "load_config_from_object"]
)
def test_methods_listed_without_arguments_take_one_by_position(face: type, name: str) -> None:
    assert [each.kind for each in parameters(face, name)] == [
        inspect.Parameter.POSITIONAL_OR_KEYWORD
    ]


@faces
def test_every_documented_filter_is_one(face: type) -> None:
    taken = {each.name for each in parameters(face, "query_objects")}
    assert set(DOCUMENTED_FILTERS) <= ObjectFilters.__annotations__.keys() <= taken


def test_the_documented_import_is_the_client() -> None:
    assert importlib.import_module("alerce.core").Alerce is Alerce
    assert core.Alerce is importlib.import_module("alerce").Alerce


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("ZTFAPIError", -1),
        ("ParseError", 400),
        ("ObjectNotFoundError", 404),
        ("FormatValidationError", 500),
    ],
)
def test_documented_errors_have_their_codes_and_a_message(name: str, code: int) -> None:
    error = getattr(exceptions, name)("what was wrong")
    assert isinstance(error, exceptions.ZTFAPIError)
    assert (error.code, error.message) == (code, "what was wrong")


@pytest.mark.parametrize(
    ("key", "host"),
    [
        ("ZTF_API_URL", "api.alerce.online/ztf/v1"),
        ("CATSHTM_API_URL", "catshtm.alerce.online"),
        ("AVRO_URL", "avro.alerce.online"),
        ("ZTF_DB_API_URL", "dev-api.alerce.online/dbquery/v1/db/"),
    ],
)
def test_documented_addresses_are_the_defaults_over_tls(key: str, host: str) -> None:
    assert DEFAULT_URLS[key] == f"https://{host}"


def test_documented_routes_can_be_set_as_documented() -> None:
    with Alerce() as client:
        client.load_config_from_object(DOCUMENTED_ROUTES)
        in_force: Mapping[str, object] = {**client.config}
    for key, table in DOCUMENTED_ROUTES.items():
        kept = in_force[key]
        assert isinstance(kept, dict)
        assert table.items() <= kept.items()


def test_the_documented_attribute_is_the_address_of_the_ztf_api() -> None:
    with Alerce(ZTF_API_URL="https://localhost:5000/") as client:
        assert client.ztf_url == "https://localhost:5000/"
