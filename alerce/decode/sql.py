"""The CSV text that answers an SQL query, as rows of typed values."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from alerce.decode.cells import INT64
from alerce.exceptions import InvalidResponseError

Cell: TypeAlias = str | int | float | bool | None

# A number with a leading zero is an identifier, which stays text.
INTEGER: Final = re.compile(r"-?(0|[1-9][0-9]*)")
NUMBER: Final = re.compile(
    r"[-+]?((0|[1-9][0-9]*)(\.[0-9]*)?(e[-+]?[0-9]+)?|\.[0-9]+(e[-+]?[0-9]+)?|inf(inity)?|nan)",
    re.IGNORECASE,
)
# Longer integers do not fit in 64 bits.
MAX_DIGITS: Final = len(str(2**63))
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
        The names, made unique: a repeated name gets a number (oid, oid_1).
    rows : list of dict
        Values are int, float or bool if every value of the column is, else str.

    Raises
    ------
    InvalidResponseError
        The text is not CSV, or its lines are of unequal length.
    """
    try:
        lines = list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error as error:
        raise InvalidResponseError(f"the answer is not CSV: {error}", about="SQL query") from error
    if not lines:
        return [], []
    names = _distinct(lines[0])
    # In a table of one column a missing value is an empty line.
    rows = [line or [""] for line in lines[1:] if line or len(names) == 1]
    for line in rows:
        if len(line) != len(names):
            raise InvalidResponseError(
                f"a row of {len(line)} values under {len(names)} column names: {line!r:.200}",
                about="SQL query",
            )
    columns = [_typed(cells) for cells in zip(*rows, strict=True)]
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
        # A column with integers of more than 64 bits stays text, which keeps every digit.
        fitting = all(len(cell) <= MAX_DIGITS + 1 and int(cell) in INT64 for cell in present)
        convert = int if fitting else str
    elif present and all(NUMBER.fullmatch(cell) for cell in present):
        convert = float
    return [convert(cell) if cell else None for cell in cells]
