"""What a table carries along: cheap to copy, and still a dict to everyone who reads it."""

from __future__ import annotations

import copy
import json
import pickle
import time
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from alerce.bulk import failures
from alerce.bulk.outcomes import finished
from alerce.exceptions import ServerError
from alerce.results import tables, ztf
from alerce.results.notes import Notes


def noted(count: int = 2000) -> pd.DataFrame:
    """Return a table with so many failures."""
    frame = tables.to_pandas([{"oid": "a"}, {"oid": "b"}], ztf.DETECTION.columns)
    return finished(frame, {f"ZTF{row}": ServerError("no") for row in range(count)}, "return")


def test_the_failures_are_not_copied_at_each_step() -> None:
    frame = noted()
    kept = frame[frame.oid == "a"].reset_index().rename(columns={"oid": "name"})
    assert kept.attrs["failures"] is frame.attrs["failures"]
    assert kept.attrs["units"] is frame.attrs["units"]
    assert len(failures(kept)) == 2000


def test_a_step_costs_the_same_however_much_is_noted() -> None:
    def cost(frame: pd.DataFrame) -> float:
        taken: list[float] = []
        for _ in range(30):
            start = time.perf_counter()
            frame[frame.oid == "a"]
            taken.append(time.perf_counter() - start)
        return min(taken)

    assert cost(noted(20_000)) < 3 * cost(noted(1))


def test_notes_are_equal_to_a_dict() -> None:
    assert Notes(a="b") == {"a": "b"}
    assert Notes(a="b") == {"a": "b"}
    pd.testing.assert_frame_equal(noted(), noted())


def test_tables_with_notes_are_concatenated_and_keep_them() -> None:
    frame = noted(3)
    assert pd.concat([frame, frame.copy()]).attrs == frame.attrs


def pickled(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 (our own)


@pytest.mark.parametrize("back", [copy.copy, copy.deepcopy, pickled])
def test_notes_come_back_from_copies_and_pickles(back: Any) -> None:
    frame = noted(3)
    again = back(frame)
    assert again.attrs == frame.attrs
    assert failures(again) == failures(frame)


def test_notes_come_back_from_parquet(tmp_path: Any) -> None:
    frame = noted(3)
    frame.to_parquet(tmp_path / "frame.parquet")
    assert failures(pd.read_parquet(tmp_path / "frame.parquet")) == failures(frame)


def test_notes_are_written_as_json() -> None:
    assert json.loads(json.dumps(Notes(a="b"))) == {"a": "b"}


CHANGES: dict[str, Callable[[Any], object]] = {
    "update": lambda notes: notes.update(b="c"),
    "[]": lambda notes: notes.__setitem__("b", "c"),
    "pop": lambda notes: notes.pop("a"),
    "clear": lambda notes: notes.clear(),
    "setdefault": lambda notes: notes.setdefault("b", "c"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_notes_that_copies_share_are_not_changed(change: Any) -> None:
    notes = Notes(a="b")
    with pytest.raises(TypeError, match=r"frame\.attrs\['units'\] = "):
        change(notes)
    assert notes == {"a": "b"}


def test_a_new_dict_takes_the_place_of_notes() -> None:
    frame = noted(1)
    frame.attrs["units"] = {**frame.attrs["units"], "oid": "mag"}
    assert frame[frame.oid == "a"].attrs["units"]["oid"] == "mag"
