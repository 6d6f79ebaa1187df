"""The objects of LSST in the sandbox."""

from alerce.sandbox import lsst_sky
from alerce.sandbox.store import separation
from tests.sandbox.conftest import Wire


def test_some_objects_are_where_ztf_has_one(wire: Wire) -> None:
    listed = (
        "/lsst/object_api/list_objects?survey=lsst&page_size=500&classifier=stamp_classifier_rubin"
    )
    ours = wire.http.get(wire.sandbox.url + listed).json()["items"]
    theirs = wire.ztf("/objects/?page_size=500&order_by=oid").json()["items"]
    shared = [
        row
        for row in ours
        if any(
            separation(row["meanra"], row["meandec"], other["meanra"], other["meandec"]) < 1 / 3600
            for other in theirs
        )
    ]
    assert len(ours) >= 150
    assert len(shared) >= 40


def test_an_object_is_on_a_row_for_each_classifier(wire: Wire) -> None:
    target = f"/lsst/object_api/list_objects?survey=lsst&oid={lsst_sky.FIRST}"
    rows = wire.http.get(wire.sandbox.url + target).json()["items"]
    assert {row["classifier_name"] for row in rows} == set(lsst_sky.CLASSIFIERS)
    assert {row["ranking"] for row in rows} == {1}


def test_an_unknown_class_is_no_filter(wire: Wire) -> None:
    base = "/lsst/object_api/list_objects?survey=lsst&classifier=stamp_classifier_rubin"
    every, none = (
        wire.http.get(wire.sandbox.url + base + more).json() for more in ("", "&class_name=nope")
    )
    assert every == none


def test_real_alerts_come_without_lsst(wire: Wire) -> None:
    assert lsst_sky.Sky([]).listed() == []
    assert lsst_sky.Sky([]).detections(lsst_sky.FIRST) == []
