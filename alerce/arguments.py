"""What users pass, checked and made plain before any request is built.

Every function takes the argument's name first, so that the error names it.
"""

from __future__ import annotations

import contextlib
import difflib
import math
import operator
from collections.abc import Collection, Iterable, Iterator
from typing import Protocol, SupportsFloat, SupportsIndex, TypeAlias, TypeVar, cast

from alerce.exceptions import ArgumentError

Integer: TypeAlias = SupportsIndex
"""An int, or an integer of numpy."""

Number: TypeAlias = SupportsFloat | SupportsIndex
"""An int or a float, or a scalar of numpy."""

T_co = TypeVar("T_co", covariant=True)
ChoiceT = TypeVar("ChoiceT", bound=str)


class Many(Protocol[T_co]):
    """Several of something: a list, tuple, set, array, Series or column.

    A text is not one, although it can be iterated: unlike those, it contains
    only texts.
    """

    def __contains__(self, item: object, /) -> bool: ...
    def __iter__(self) -> Iterator[T_co]: ...
    def __len__(self) -> int: ...


def nearest(word: object, known: Iterable[str]) -> str:
    """Return the end of a sentence that suggests what may have been meant, in any case."""
    names = {name.lower(): name for name in known}
    close = difflib.get_close_matches(str(word).lower(), names, n=1, cutoff=0.5)
    if close:
        return f"; did you mean {names[close[0]]!r}?"
    return f"; known: {', '.join(names.values())}"


def text(name: str, value: object) -> str:
    """Return a text that is not empty."""
    if not isinstance(value, str):
        raise ArgumentError(f"expected a text, not {value!r}", about=name)
    if not value:
        raise ArgumentError("must not be empty", about=name)
    if not value.isascii() and any("\ud800" <= mark <= "\udfff" for mark in value):
        raise ArgumentError(f"{value!r} holds half of a character", about=name)
    return str(value)


def path_segment(name: str, value: object) -> str:
    """Return a text that can stand in a path without changing the route."""
    checked = text(name, value)
    if checked in (".", "..") or any(mark in "/\\" or not mark.isprintable() for mark in checked):
        raise ArgumentError(
            f"{checked!r} holds a path separator or a control character, or is one or two dots",
            about=name,
        )
    return checked


def oid(name: str, value: object) -> str:
    """Return an object identifier: data, never part of a route."""
    checked = path_segment(name, value)
    if any(mark in "'\":" for mark in checked):
        # The ZTF API answers these with an internal error.
        raise ArgumentError(f"{checked!r} holds a quote or a colon", about=name)
    return checked


def oids(name: str, values: object) -> list[str]:
    """Return several object identifiers, each once, in the order given."""
    several = _several(values)
    if several is None:
        raise ArgumentError(f"expected a text or several, not {values!r}", about=name)
    return list(dict.fromkeys(oid(name, value) for value in several))


def candid(name: str, value: object) -> str:
    """Return an alert identifier with all its digits.

    A float is refused: it holds only 15 to 17 of the 18 or 19 digits.
    """
    whole = _whole(value)
    if isinstance(value, str):
        digits = value.strip()
    elif whole is None:
        raise ArgumentError(
            f"expected an int or a text of digits, not {value!r}"
            + (" (a float loses digits)" if isinstance(value, float) else ""),
            about=name,
        )
    else:
        digits = str(whole)
    if not digits.isascii() or not digits.isdigit():
        raise ArgumentError(f"{value!r} is not a number of digits only", about=name)
    return digits


def integer(name: str, value: object, *, minimum: int | None = None) -> int:
    """Return a whole number not below the minimum."""
    number = _whole(value)
    if number is None:
        raise ArgumentError(f"expected a whole number, not {value!r}", about=name)
    if minimum is not None and number < minimum:
        raise ArgumentError(f"{number} is below {minimum}", about=name)
    return number


def number(
    name: str,
    value: object,
    *,
    above: float | None = None,
    minimum: float | None = None,
    maximum: float | None = None,
) -> float:
    """Return a finite number within the bounds."""
    if isinstance(value, bool | str) or not isinstance(value, SupportsFloat | SupportsIndex):
        raise ArgumentError(f"expected a number, not {value!r}", about=name)
    try:
        plain = float(value)
    except (TypeError, ValueError, OverflowError, UserWarning) as error:
        # numpy only warns of a masked value, which a program may have made an error.
        raise ArgumentError(f"expected a number, not {value!r}", about=name) from error
    if not math.isfinite(plain):
        raise ArgumentError(f"{plain} is not finite", about=name)
    if above is not None and plain <= above:
        raise ArgumentError(f"{plain} is not above {above}", about=name)
    if minimum is not None and plain < minimum:
        raise ArgumentError(f"{plain} is below {minimum}", about=name)
    if maximum is not None and plain > maximum:
        raise ArgumentError(f"{plain} is above {maximum}", about=name)
    return plain


def position(ra: object, dec: object) -> tuple[float, float]:
    """Return a position in deg, its right ascension in [0, 360)."""
    return (
        # Rounding can bring a tiny negative angle to 360.
        number("ra", ra) % 360.0 % 360.0,
        number("dec", dec, minimum=-90, maximum=90),
    )


def integer_range(name: str, value: object) -> list[int]:
    """Return a minimum, or a minimum and a maximum, as whole numbers."""
    return _ordered(name, [integer(name, bound) for bound in _bounds(value)])


def number_range(name: str, value: object) -> list[float]:
    """Return a minimum, or a minimum and a maximum, as finite numbers."""
    return _ordered(name, [number(name, bound) for bound in _bounds(value)])


def boolean(name: str, value: object) -> bool:
    """Return a truth value, also from the documented texts ("True", "yes", "0"...)."""
    if isinstance(value, str):
        word = value.strip().lower()
        if word in ("true", "t", "yes", "y", "on", "1"):
            return True
        if word in ("false", "f", "no", "n", "off", "0"):
            return False
    else:
        # Arrays and missing values are neither equal nor unequal to something.
        with contextlib.suppress(TypeError, ValueError, ArithmeticError):
            if value in (True, False):
                return bool(value)
    raise ArgumentError(f"expected true or false, not {value!r}", about=name)


def choice(name: str, value: object, choices: Collection[ChoiceT]) -> ChoiceT:
    """Return the one of the choices that a text names exactly."""
    for known in choices:
        if isinstance(value, str) and value == known:
            return known
    raise ArgumentError(f"unknown value {value!r}{nearest(str(value), choices)}", about=name)


_Bound = TypeVar("_Bound", int, float)


def _whole(value: object) -> int | None:
    """Return what is an integer as one, None for all else."""
    if isinstance(value, bool) or not isinstance(value, SupportsIndex):
        return None
    try:
        return operator.index(value)
    except TypeError:
        # An array has the method, whatever it holds.
        return None


def _several(value: object) -> list[object] | None:
    """Return what can be iterated, texts aside, as a list, None for all else."""
    if isinstance(value, str | bytes) or not isinstance(value, Iterable):
        return None
    try:
        return list(cast("Iterable[object]", value))
    except TypeError:
        # An array has the method, also one without a dimension.
        return None


def _bounds(value: object) -> list[object]:
    several = _several(value)
    return [value] if several is None else several


def _ordered(name: str, bounds: list[_Bound]) -> list[_Bound]:
    if len(bounds) not in (1, 2):
        raise ArgumentError(
            f"expected a minimum, or a minimum and a maximum, not {len(bounds)} values", about=name
        )
    if bounds[0] > bounds[-1]:
        raise ArgumentError(f"the minimum {bounds[0]} is above the maximum {bounds[1]}", about=name)
    return bounds
