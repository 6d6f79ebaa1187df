"""Every example of the documented client, as written: only the addresses are configured.

The functions hold a copy of the documentation's statements, letter by letter but for
spaces, and give back what came out. Where the documentation itself is at hand, the copy
is held against it.
"""

# ruff: noqa: RET504 - the documentation's names are kept

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest

from alerce.core import Alerce
from alerce.exceptions import (
    FormatValidationError,
    ObjectNotFoundError,
    ParseError,
    ZTFAPIError,
)
from alerce.sandbox import Sandbox
from alerce.warnings import ConfigWarning, EmptyResultWarning
from tests.conftest import SHARED

if TYPE_CHECKING:
    from astropy.io.fits import HDUList
    from matplotlib.figure import Figure

DOCUMENTATION = SHARED / "documentation.txt"


@pytest.fixture(autouse=True)
def configured(sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every client find the sandbox, without a word in the code."""
    file = tmp_path / "alerce.json"
    file.write_text(json.dumps(sandbox.config))
    monkeypatch.setenv("ALERCE_CONFIG_PATH", str(file))


@pytest.fixture
def alerce(configured: None) -> Alerce:
    """The client as the documentation makes it."""
    from alerce.core import Alerce

    alerce = Alerce()
    return alerce


# -- The documentation's own statements -----------------------------------------------


def usage(alerce: Alerce) -> pd.DataFrame:
    dataframe = alerce.query_objects()
    return dataframe


def query_objects(alerce: Alerce) -> pd.DataFrame:
    dataframe = alerce.query_objects(
        classifier="lc_classifier",
        class_name="LPV",
        format="pandas"
    )  # fmt: skip
    return dataframe


def query_objects_by_dict(alerce: Any) -> Any:
    params = {
       "classifier": "stamp_classifier",
       "class_name": "SN",
       "probability": 0.7
    }  # fmt: skip
    objects = alerce.query_objects(**params)
    return objects


def query_classifiers(alerce: Alerce) -> Sequence[Mapping[str, Any]]:
    classifiers = alerce.query_classifiers()
    return classifiers


def query_classes(alerce: Alerce) -> Sequence[Mapping[str, Any]]:
    classes = alerce.query_classes("lc_classifier",
                                   "hierarchical_random_forest_1.0.0")  # fmt: skip
    return classes


def known_list(alerce: Alerce) -> tuple[list[str], pd.DataFrame]:
    oids = [
        "ZTF18accqogs",
        "ZTF19aakyhxi",
        "ZTF19abyylzv",
        "ZTF19acyfpno",
    ]
    objects = alerce.query_objects(oid=oids, format="pandas")
    return oids, objects


def query_lightcurve(
    alerce: Alerce,
) -> tuple[Sequence[Mapping[str, Any]], Sequence[Mapping[str, Any]], Mapping[str, Any]]:
    detections = alerce.query_detections("ZTF18abbuksn",
                                         format="json")  # fmt: skip
    non_detections = alerce.query_non_detections("ZTF18abbuksn",
                                                 format="json")  # fmt: skip
    lightcurve = alerce.query_lightcurve("ZTF18abbuksn",
                                         format="json")  # fmt: skip
    return detections, non_detections, lightcurve


def query_probabilities(alerce: Alerce) -> Sequence[Mapping[str, Any]]:
    probabilities = alerce.query_probabilities("ZTF18abbuksn")
    return probabilities


def query_features(alerce: Alerce) -> tuple[pd.DataFrame, Sequence[Mapping[str, Any]]]:
    features = alerce.query_features("ZTF18abbuksn", format="pandas")
    mb_period = alerce.query_feature("ZTF18abbuksn", "Multiband_period")
    return features, mb_period


def query_magstats(alerce: Alerce) -> Sequence[Mapping[str, Any]]:
    magstats = alerce.query_magstats("ZTF18abbuksn")
    return magstats


def error_handling(alerce: Any, my_filters: Mapping[str, object]) -> Any:
    data: Any = None
    try:
        data = alerce.query_objects(**my_filters)
    except ObjectNotFoundError as e:
        print(e.message)  # noqa: T201
        # do something else
    return data


def stamps_quickstart() -> tuple[Alerce, HDUList]:
    from alerce.core import Alerce

    client = Alerce()  # fmt: skip
    stamps = client.get_stamps("ZTF18abkifng")
    return client, stamps


def stamps_of_a_detection(client: Alerce) -> tuple[HDUList, Figure | None]:
    stamps = client.get_stamps("ZTF18abkifng",
                               candid = 576161491515015015)  # fmt: skip
    figure = client.plot_stamps(oid = "ZTF18abkifng",
                                candid = 576161491515015015)  # fmt: skip
    return stamps, figure


def conesearch() -> tuple[Alerce, pd.DataFrame | dict[str, pd.DataFrame]]:
    from alerce.core import Alerce

    client = Alerce()  # fmt: skip
    ra = 10
    dec = 20
    radius = 1000
    catalog_name = "GAIA/DR1"
    cone_objects = client.catshtm_conesearch(ra,
                                    dec,
                                    radius,
                                    catalog_name,
                                    format="pandas")  # fmt: skip
    return client, cone_objects


def crossmatch(client: Alerce) -> pd.Series[float] | dict[str, pd.Series[float]] | None:
    ra = 10
    dec = 20
    radius = 20
    catalog_name = "GAIA/DR1"
    xmatch_objects = client.catshtm_crossmatch(ra,
                                    dec,
                                    radius,
                                    catalog_name,
                                    format="pandas")  # fmt: skip
    return xmatch_objects


def redshift(client: Alerce, ra: float, dec: float, radius: float) -> float | None:
    catalog_name = "GAIA/DR1"
    redshift = client.catshtm_redshift(ra,
                                       dec,
                                       radius,
                                       catalog_name)  # fmt: skip
    return redshift


def configured_by_arguments() -> Alerce:
    alerce = Alerce(ZTF_API_URL="https://localhost:5000")
    return alerce


def configured_by_object() -> Alerce:
    my_config = {
        "ZTF_API_URL": "https://localhost:5000"
    }  # fmt: skip
    alerce = Alerce()
    alerce.load_config_from_object(my_config)
    return alerce


EXAMPLES: Sequence[Callable[..., object]] = (
    usage,
    query_objects,
    query_objects_by_dict,
    query_classifiers,
    query_classes,
    known_list,
    query_lightcurve,
    query_probabilities,
    query_features,
    query_magstats,
    error_handling,
    stamps_quickstart,
    stamps_of_a_detection,
    conesearch,
    crossmatch,
    redshift,
    configured_by_arguments,
    configured_by_object,
)


def statements(example: Callable[..., object]) -> list[str]:
    """Return the documentation's statements in an example: all that is not the test's own."""
    source = inspect.getsource(example)
    (function,) = ast.parse(source).body
    assert isinstance(function, ast.FunctionDef)
    return [
        ast.get_source_segment(source, statement) or ""
        for statement in function.body
        if not isinstance(statement, ast.Return | ast.AnnAssign)
    ]


def squashed(text: str) -> str:
    """Return a text without spaces and without this file's remarks to its tools."""
    lines = (line.split("# noqa")[0] for line in text.splitlines())
    return "".join("".join(lines).split()).replace("figure=client.plot", "client.plot")


@pytest.mark.skipif(not DOCUMENTATION.exists(), reason="the documentation is not here")
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.__name__)
def test_the_copy_is_what_the_documentation_says(example: Callable[..., object]) -> None:
    documentation = squashed(DOCUMENTATION.read_text())
    for statement in statements(example):
        assert squashed(statement) in documentation


# -- What comes out --------------------------------------------------------------------


def test_usage(alerce: Alerce) -> None:
    dataframe = usage(alerce)
    assert len(dataframe) == 10
    assert {"oid", "ndet", "meanra", "meandec", "class", "probability"} <= set(dataframe.columns)


def test_query_objects(alerce: Alerce) -> None:
    dataframe = query_objects(alerce)
    assert set(dataframe["class"]) == {"LPV"}
    assert set(dataframe["classifier"]) == {"lc_classifier"}


def test_query_objects_by_dict(alerce: Alerce) -> None:
    objects = query_objects_by_dict(alerce)
    assert isinstance(objects, pd.DataFrame)
    assert set(objects["class"]) == {"SN"}
    assert objects["probability"].min() >= 0.7


def test_query_classifiers(alerce: Alerce) -> None:
    classifiers = query_classifiers(alerce)
    assert {"lc_classifier", "stamp_classifier"} <= {row["classifier_name"] for row in classifiers}
    assert all("LPV" in row["classes"] or "SN" in row["classes"] for row in classifiers)


def test_query_classes(alerce: Alerce) -> None:
    assert {"name": "LPV"} in query_classes(alerce)


def test_known_list(alerce: Alerce) -> None:
    oids, objects = known_list(alerce)
    assert list(dict.fromkeys(objects["oid"])) == oids


def test_query_lightcurve(alerce: Alerce) -> None:
    detections, non_detections, lightcurve = query_lightcurve(alerce)
    assert [row["candid"] for row in lightcurve["detections"]] == [
        row["candid"] for row in detections
    ]
    assert [row["mjd"] for row in lightcurve["non_detections"]] == [
        row["mjd"] for row in non_detections
    ]


def test_query_probabilities(alerce: Alerce) -> None:
    best = [row for row in query_probabilities(alerce) if row["ranking"] == 1]
    assert "RRL" in {row["class_name"] for row in best}


def test_query_features(alerce: Alerce) -> None:
    features, mb_period = query_features(alerce)
    assert isinstance(features, pd.DataFrame)
    rows = features[features["name"] == "Multiband_period"]
    assert [row["value"] for row in mb_period] == list(rows["value"])
    assert mb_period


def test_query_magstats(alerce: Alerce) -> None:
    assert {row["fid"] for row in query_magstats(alerce)} == {1, 2}


def test_error_handling_lets_good_filters_through(
    alerce: Alerce, capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(error_handling(alerce, {"class_name": "LPV", "classifier": "lc_classifier"})) == 10
    assert not capsys.readouterr().out


def test_a_wrong_search_criterion_is_a_parse_error(alerce: Alerce) -> None:
    with pytest.raises(ParseError) as raised:
        error_handling(alerce, {"ndet": "many"})
    assert raised.value.code == 400


def test_an_object_that_is_not_there_is_an_object_not_found_error(alerce: Alerce) -> None:
    with pytest.raises(ObjectNotFoundError) as raised:
        alerce.query_object("ZTF00unknown")
    assert raised.value.code == 404
    assert isinstance(raised.value, ZTFAPIError)


def test_a_format_that_is_not_allowed_is_a_format_validation_error(alerce: Any) -> None:
    with pytest.raises(FormatValidationError) as raised:
        alerce.query_objects(format="excel")
    assert raised.value.code == 500


def test_stamps_quickstart() -> None:
    client, stamps = stamps_quickstart()
    images: list[Any] = list(stamps)
    with client:
        first = next(row for row in client.query_detections("ZTF18abkifng") if row["has_stamp"])
    assert [hdu.header["CANDID"] for hdu in images] == [first["candid"]] * 3


def test_stamps_of_a_detection(client: Alerce) -> None:
    pytest.importorskip("matplotlib")
    stamps, figure = stamps_of_a_detection(client)
    images: list[Any] = list(stamps)
    assert [hdu.header["CANDID"] for hdu in images] == ["576161491515015015"] * 3
    assert figure is not None
    assert [axes.get_title() for axes in figure.axes] == ["Science", "Template", "Difference"]


def test_conesearch() -> None:
    client, cone_objects = conesearch()
    client.close()
    assert isinstance(cone_objects, pd.DataFrame)
    assert len(cone_objects) > 1
    assert {"RA", "Dec"} <= set(cone_objects.columns)
    assert cone_objects["Dec"].sub(20).abs().max() <= 1000 / 3600


def test_conesearch_without_a_catalogue_is_a_dict_of_tables(client: Alerce) -> None:
    found = client.catshtm_conesearch(10, 20, 1000)
    assert {"GAIA/DR1", "2MASS"} <= found.keys()
    assert all(isinstance(frame, pd.DataFrame) for frame in found.values())


def test_crossmatch(client: Alerce) -> None:
    xmatch_objects = crossmatch(client)
    assert isinstance(xmatch_objects, pd.Series)
    assert xmatch_objects.name == "catsHTM_GAIA/DR1"
    assert 0 < xmatch_objects["distance"] <= 20


def test_crossmatch_without_a_catalogue_is_a_dict_of_series(client: Alerce) -> None:
    found = client.catshtm_crossmatch(10, 20, 20)
    assert {"GAIA/DR1", "2MASS"} <= found.keys()
    assert all(isinstance(match, pd.Series) for match in found.values())


def test_redshift_takes_a_catalogue_as_its_fourth_argument(
    client: Alerce, sandbox: Sandbox
) -> None:
    sandbox.requests.clear()
    with pytest.warns(EmptyResultWarning, match="GAIA/DR1 has no redshifts"):
        assert redshift(client, ra=10, dec=20, radius=20) is None
    (request,) = sandbox.requests
    assert dict(request.query)["catalog"] == "GAIADR1"


def test_redshift_of_a_catalogue_that_has_one(client: Alerce) -> None:
    match = client.catshtm_crossmatch(10, 20, 20, "NEDz")
    assert match is not None
    assert client.catshtm_redshift(10, 20, 20, "NEDz") == match["z"]
    assert np.isfinite(match["z"])


@pytest.mark.parametrize("make", [configured_by_arguments, configured_by_object])
def test_configuration_for_another_environment(make: Callable[[], Alerce]) -> None:
    with pytest.warns(ConfigWarning, match="has no path"):
        alerce = make()
    with alerce:
        assert alerce.ztf_url == "https://localhost:5000/ztf/v1"
