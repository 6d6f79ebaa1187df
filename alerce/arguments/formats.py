"""The forms in which an answer can be had."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, cast, get_args

from alerce.arguments import checks
from alerce.exceptions import ArgumentError, FormatValidationError

Format: TypeAlias = Literal["pandas", "votable", "json", "csv", "models"]
"""What rows can be had in."""

QueryFormat: TypeAlias = Literal["pandas", "votable", "json", "csv"]
"""What the rows of an SQL query can be had in."""

StampFormat: TypeAlias = Literal["HDUList", "numpy"]
"""What images can be had in."""

Style: TypeAlias = Literal["bars", "radar"]
"""How probabilities are drawn."""

COLUMNAR: Final = ("pandas", "votable")
"""The formats that hold a column in one piece, and no row."""

FORMATS: Final[tuple[Format, ...]] = get_args(Format)
STAMP_FORMATS: Final[tuple[StampFormat, ...]] = get_args(StampFormat)


def check_format(format: str, index: object = None) -> Format:
    """Return the format that a text names, in any letter case.

    Parameters
    ----------
    format : str
        Name of the format.
    index : object, optional
        The argument of this name beside it, which only a DataFrame has a use for.

    Raises
    ------
    FormatValidationError
        It names none.
    ArgumentError
        An index is given and the format is not pandas.
    """
    wanted = cast(Format, _check(format, FORMATS))
    if index is not None and wanted != "pandas":
        raise ArgumentError(
            f'only a DataFrame has an index: format="pandas", not {wanted!r}', about="index"
        )
    return wanted


def check_stamp_format(format: str) -> StampFormat:
    """Return the stamp format that a text names, in any letter case.

    Raises
    ------
    FormatValidationError
        It names none.
    """
    return cast(StampFormat, _check(format, STAMP_FORMATS))


def _check(format: str, known: tuple[str, ...]) -> str:
    wanted = str(format).lower()
    for name in known:
        if name.lower() == wanted:
            return name
    raise FormatValidationError(
        f"format {format!r} is none of {', '.join(known)}{checks.suggestion(wanted, known)}",
        about="format",
    )
