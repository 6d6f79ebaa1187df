"""Warnings: each when a result is not what it looks like, none otherwise."""

from __future__ import annotations

import warnings
from collections.abc import Generator
from contextlib import contextmanager

import pytest

from alerce import Alerce
from alerce.results import listing
from alerce.sandbox import Sandbox
from alerce.warnings import (
    AlerceWarning,
    CutResultWarning,
    EmptyResultWarning,
    FailedObjectsWarning,
    RepeatedObjectsWarning,
)

FAMILY = (CutResultWarning, EmptyResultWarning, FailedObjectsWarning, RepeatedObjectsWarning)


@contextmanager
def no(kind: type[AlerceWarning]) -> Generator[None]:
    """Make errors of warnings."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", kind)
        yield


def repeated(client: Alerce) -> str:
    """Return an object that two versions of a classifier know."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", AlerceWarning)
        page = client.query_objects("json", ranking=1, page_size=200)
    return listing.repeated(page["items"])[0]


@pytest.mark.parametrize("kind", FAMILY)
def test_every_warning_is_of_the_family(kind: type[Warning]) -> None:
    assert issubclass(kind, AlerceWarning)


def test_a_page_that_nobody_chose_may_be_cut(client: Alerce) -> None:
    with pytest.warns(CutResultWarning, match=r'first 10 rows .* page="all" .* iter_objects'):
        client.query_objects()


def test_a_warning_names_the_line_of_the_caller(client: Alerce) -> None:
    with pytest.warns(CutResultWarning) as caught:
        client.query_objects()
    assert caught[0].filename == __file__


@pytest.mark.parametrize(("page", "page_size"), [(None, 10), (1, None), (2, 5)])
def test_a_page_that_was_chosen_is_not_cut(
    client: Alerce, page: int | None, page_size: int | None
) -> None:
    with no(CutResultWarning):
        client.query_objects(page=page, page_size=page_size)


def test_a_list_of_objects_is_not_cut(client: Alerce) -> None:
    oids = client.query_objects(page_size=12).oid.tolist()
    with no(CutResultWarning):
        client.query_objects(oid=oids)


def test_rows_that_were_counted_and_are_all_are_not_cut(client: Alerce) -> None:
    counted = client.query_objects("json", count=True, ndet=1, page_size=1)["total"]
    assert counted is not None
    with pytest.warns(CutResultWarning):
        client.query_objects(count=True, ndet=1)


def test_an_empty_result_is_told(client: Alerce) -> None:
    with pytest.warns(EmptyResultWarning):
        client.query_objects(class_name="Nova of 1572", classifier="lc_classifier")


def test_an_empty_list_asks_for_an_empty_result(client: Alerce) -> None:
    with no(EmptyResultWarning):
        client.query_objects(oid=[])


def test_a_feature_that_no_one_has_is_told(client: Alerce) -> None:
    with pytest.warns(EmptyResultWarning, match="no feature 'Amplitud'"):
        client.query_feature("ZTF18abbuksn", "Amplitud")


def test_an_object_on_several_rows_is_told(client: Alerce) -> None:
    oid = repeated(client)
    with pytest.warns(RepeatedObjectsWarning, match=oid):
        client.query_objects(oid=oid, ranking=1)


def test_the_latest_version_is_kept(client: Alerce) -> None:
    oid = repeated(client)
    with no(RepeatedObjectsWarning):
        kept = client.query_objects("json", oid=oid, ranking=1, latest_version=True)["items"]
    classifiers = [row["classifier"] for row in kept]
    assert len(classifiers) == len(set(classifiers))
    for row in kept:
        known = client.query_probabilities(oid, classifier=row["classifier"])
        latest = max((each["classifier_version"] for each in known), key=listing.version_key)
        assert any(
            each["probability"] == row["probability"]
            for each in known
            if each["classifier_version"] == latest
        )


def test_the_latest_version_takes_no_request_where_none_is_repeated(
    client: Alerce, sandbox: Sandbox
) -> None:
    items = client.query_objects("json", classifier="lc_classifier", page_size=100)["items"]
    once = {row["oid"] for row in items} - set(listing.repeated(items))
    sandbox.requests.clear()
    client.query_objects(oid=once, classifier="lc_classifier", latest_version=True)
    assert len(sandbox.requests) == 1


@pytest.mark.parametrize(
    "versions",
    [
        ("a_1.0.9", "a_1.0.10"),
        ("1.9", "1.10"),
        ("1.0.0", "1.0.0.1"),
        ("beta", "1.0.0"),
        ("hierarchical_random_forest_1.0.0", "hierarchical_random_forest_1.1.0"),
        ("27.5.7a32.dev1", "27.5.8"),
    ],
)
def test_versions_are_ordered_by_their_numbers(versions: tuple[str, str]) -> None:
    assert sorted(set(versions), key=listing.version_key) == list(versions)


def test_objects_around_several_positions_say_which(client: Alerce) -> None:
    objects = client.query_objects(page_size=3)
    found = client.query_objects(
        ra=objects.meanra, dec=objects.meandec, radius="1 arcsec", page_size=50
    )
    assert found.columns[0] == "input_index"
    for index, oid in enumerate(objects.oid):
        assert oid in set(found[found.input_index == index].oid)


def test_objects_around_several_positions_say_which_in_json(client: Alerce) -> None:
    found = client.query_objects("json", ra=[0.0, 1.0], dec=[-89.0, -89.0], radius=1)
    assert found["items"] == []
