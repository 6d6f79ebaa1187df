"""The forms in which an answer can be had."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, TypeVar, cast, get_args

from alerce.exceptions import FormatValidationError

__all__ = [
    "FORMATS",
    "STAMP_FORMATS",
    "Format",
    "QueryFormat",
    "StampFormat",
    "check_format",
    "check_stamp_format",
    "unlisted",
]

Format: TypeAlias = Literal["pandas", "votable", "json", "csv", "models"]
"""What rows can be had in."""

QueryFormat: TypeAlias = Literal["pandas", "votable", "json", "csv"]
"""What the rows of an SQL query can be had in."""

StampFormat: TypeAlias = Literal["HDUList", "numpy"]
"""What images can be had in."""

FORMATS: Final[tuple[Format, ...]] = get_args(Format)
STAMP_FORMATS: Final[tuple[StampFormat, ...]] = get_args(StampFormat)

FunctionT = TypeVar("FunctionT")
MYPY = False  # mypy takes a variable of this name to be true


# Marks the overload that takes the literals that no other overload took, so that
# type checkers refuse them while a variable of type str gives the union. To mypy
# LiteralString is str and the mark would be on both: its plugin refuses them.
if MYPY or not TYPE_CHECKING:

    def unlisted(_message: str) -> Callable[[FunctionT], FunctionT]:
        """Mark an overload for other type checkers."""
        return lambda function: function

else:
    from typing_extensions import (
        deprecated as unlisted,  # pyright: ignore[reportAssignmentType] (mypy sees the other)
    )


def check_format(format: str) -> Format:
    """Return the format that a text names, in any letter case.

    Raises
    ------
    FormatValidationError
        It names none.
    """
    return cast(Format, _check(format, FORMATS))


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
    raise FormatValidationError(f"format {format!r} is none of {', '.join(known)}", about="format")
