"""The CSV text that answers an SQL query, as rows of typed values."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

Cell: TypeAlias = str | int | float | bool | None

# A number with a leading zero is an identifier, and stays as it is.
INTEGER: Final = re.compile(r"-?(0|[1-9]\d*)")
NUMBER: Final = re.compile(
    r"[-+]?(\d+\.?\d*([eE][-+]?\d+)?|\.\d+([eE][-+]?\d+)?|inf(inity)?|nan)", re.IGNORECASE
)
BOOLEANS: Final = {"True": True, "False": False, "true": True, "false": False}


def parse(text: str) -> tuple[list[str], list[dict[str, Cell]]]:
    """Return the column names and the rows of CSV text.

    Parameters
    ----------
    text : str
        A header line, then a line a row; an empty field is a missing value.

    Returns
    -------
    names : list of str
        Each once: a name that comes again is numbered (oid, oid_1).
    rows : list of dict
        Values are int, float or bool where the whole column is, else str.
    """
    lines = [line for line in csv.reader(io.StringIO(text)) if line]
    if not lines:
        return [], []
    names = _distinct(lines[0])
    columns = [_typed(cells) for cells in zip(*lines[1:], strict=True)]
    if not columns:
        return names, []
    return names, [dict(zip(names, cells, strict=True)) for cells in zip(*columns, strict=True)]


def _distinct(names: Sequence[str]) -> list[str]:
    distinct: list[str] = []
    for name in names:
        candidate, again = name, 0
        while candidate in distinct:
            again += 1
            candidate = f"{name}_{again}"
        distinct.append(candidate)
    return distinct


def _typed(cells: Sequence[str]) -> list[Cell]:
    present = [cell for cell in cells if cell]
    convert: Callable[[str], Cell] = str
    if present and all(cell in BOOLEANS for cell in present):
        convert = BOOLEANS.__getitem__
    elif present and all(INTEGER.fullmatch(cell) for cell in present):
        convert = int
    elif present and all(NUMBER.fullmatch(cell) for cell in present):
        convert = float
    return [convert(cell) if cell else None for cell in cells]
