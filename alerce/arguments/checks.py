"""What users pass, checked and made plain before any request is built.

Every function takes the argument's name first, so that the error names it.
"""

from __future__ import annotations

import contextlib
import math
import operator
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    Literal,
    Protocol,
    SupportsFloat,
    SupportsIndex,
    TypeAlias,
    TypeVar,
    cast,
)

from typing_extensions import TypeAliasType

from alerce import _untyped
from alerce.exceptions import ArgumentError

if TYPE_CHECKING:
    from alerce._lazy import coordinates, time

Integer: TypeAlias = SupportsIndex
"""An int, or an integer of numpy."""

Number: TypeAlias = SupportsFloat | SupportsIndex
"""An int or a float, or a scalar of numpy."""

Angle: TypeAlias = SupportsFloat | SupportsIndex | str
"""A number in the unit of the argument, a Quantity or Angle of astropy, or a text of a
number and a unit: ``0.5 * u.arcmin``, ``"2 arcmin"``, ``"12h30m"``."""

Candid: TypeAlias = SupportsIndex | str
"""An alert identifier: an int, or a text of all its digits."""

Scale: TypeAlias = Literal["utc", "tai"]
"""The time scale in which a service counts."""

Epoch = TypeAliasType("Epoch", "SupportsFloat | SupportsIndex | time.Time")
"""MJD in days (UTC), or a Time of astropy in any scale and format."""

Duration: TypeAlias = SupportsFloat | SupportsIndex | str
"""A number of days, a Quantity of astropy, or a text of a number and a unit: ``"14.4 h"``."""

Sky = TypeAliasType("Sky", "coordinates.SkyCoord")
"""One position or several, in any frame of astropy."""

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


Angles: TypeAlias = Angle | Many[float]
"""One angle or several."""

Position: TypeAlias = Angle | Many[float] | Sky
"""A right ascension or several, or all of a position or several."""


# What other surveys, services and the documentation call something.
OTHER_NAMES: Final[Mapping[str, str]] = {
    "class": "class_name",
    "first_mjd": "firstmjd",
    "id": "oid",
    "last_mjd": "lastmjd",
    "n_det": "ndet",
    "object_id": "oid",
    "objectid": "oid",
    "objid": "oid",
    "order": "order_by",
    "order_dir": "order_mode",
    "prob": "probability",
}


def nearest(word: object, known: Collection[str]) -> str:
    """Return the end of a sentence that suggests what may have been meant, or names all."""
    return suggestion(word, known) or f"; known: {', '.join(known)}"


def suggestion(word: object, known: Iterable[str]) -> str:
    """Return the end of a sentence that suggests what may have been meant, in any case, or ""."""
    names = {name.lower(): name for name in known}
    import difflib

    asked = str(word).lower()
    other = OTHER_NAMES.get(asked)
    # A whole word names better than what looks like it: magnitude has mag, and not ndet.
    close = [other] if other in names else difflib.get_close_matches(asked, names, 1, cutoff=0.5)
    return f"; did you mean {names[close[0]]!r}?" if close else ""


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
    """Return an object identifier: data, never part of a route.

    Blanks around it, which files and tables of text leave, are no part of it.
    """
    checked = path_segment(name, value.strip() if isinstance(value, str) else value)
    if any(mark in "'\":" for mark in checked):
        # The ZTF API answers these with an internal error.
        raise ArgumentError(f"{checked!r} holds a quote or a colon", about=name)
    return checked


def oids(name: str, values: object) -> list[str]:
    """Return several object identifiers, each once, in the order given.

    Raises
    ------
    ArgumentError
        One is missing or is none, or they are a table without a column oid.
    """
    several = several_of(column_of(name, values))
    if several is None:
        raise ArgumentError(f"expected a text or several, not {values!r}", about=name)
    checked: dict[str, None] = {}
    for place, value in enumerate(several):
        if not isinstance(value, str):
            # What is missing in a table prints as <NA>, nan or None.
            raise ArgumentError(f"value {place} is {value!r} and no identifier", about=name)
        checked[oid(name, value)] = None
    return list(checked)


def column_of(name: str, values: object) -> object:
    """Return the column oid of a table, and all else as it is.

    Raises
    ------
    ArgumentError
        It is a table without such a column.
    """
    columns = _column_names(values)
    if columns is None:
        return values
    if "oid" in columns:
        return cast(Any, values)["oid"]
    raise ArgumentError(
        "a table is taken for its column oid, and this one has none"
        f" (columns: {', '.join(columns) or 'none'}); pass the column of the identifiers",
        about=name,
    )


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


@dataclass(frozen=True, slots=True)
class Alerts:
    """Object and candid (None for the first with a stamp) of each alert, by the name it goes by."""

    each: Mapping[str, tuple[str, str | None]]
    many: bool


def alert(oid_value: object, candid_value: object) -> tuple[str, str | None]:
    """Return the object and the candid of an alert, None for the first with a stamp."""
    name = oid("oid", oid_value)
    return name, None if candid_value is None else candid("candid", candid_value)


def alerts(oid_value: object, candid_value: object) -> Alerts:
    """Return one alert, or several: by candid, or by object where no candids are given."""
    oid_value = column_of("oid", oid_value)
    several, digits = several_of(oid_value), several_of(candid_value)
    if several is None and digits is None:
        one = alert(oid_value, candid_value)
        return Alerts({one[0]: one}, many=False)
    if several is not None and candid_value is None:
        return Alerts({name: (name, None) for name in oids("oid", several)}, many=True)
    if digits is None or (several is not None and len(several) != len(digits)):
        raise ArgumentError(
            f"{_number_of(digits)} for {_number_of(several)} of oid", about="candid"
        )
    if several is not None and isinstance(oid_value, Set) | isinstance(candid_value, Set):
        raise ArgumentError("a set has no order to pair it with oid by", about="candid")
    owners = [oid_value] * len(digits) if several is None else several
    found: dict[str, tuple[str, str | None]] = {}
    for value, owner in zip(digits, owners, strict=True):
        name, known = oid("oid", owner), candid("candid", value)
        if found.setdefault(known, (name, known)) != (name, known):
            raise ArgumentError(f"alert {known} is given for two objects", about="candid")
    return Alerts(found, many=True)


def integer(name: str, value: object, *, minimum: int | None = None) -> int:
    """Return a whole number not below the minimum: an int, 1e6, or a text of digits."""
    number = _whole(value)
    if (isinstance(value, float) and value.is_integer()) or (
        isinstance(value, str) and WHOLE_NUMBER.fullmatch(value.strip())
    ):
        number = int(value)
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
    """Return a finite number within the bounds, also from a text of one."""
    if isinstance(value, str) and PLAIN_NUMBER.fullmatch(value.strip()):
        value = float(value)
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


def angle(name: str, value: object, unit: str = "deg", *, minimum: float | None = None) -> float:
    """Return an angle in a unit: a number is in it already, all else says its own."""
    if isinstance(value, str) and not PLAIN_NUMBER.fullmatch(value.strip()):
        return number(name, _parsed(name, value, unit), minimum=minimum)
    if _is_quantity(value):
        return number(name, _converted(name, value, unit), minimum=minimum)
    return number(name, value, minimum=minimum)


def radius(value: object) -> float:
    """Return the radius of a cone in arcsec."""
    return angle("radius", value, "arcsec", minimum=0)


def epoch(name: str, value: object, scale: Scale = "utc") -> float:
    """Return a date as the services count: MJD in days, in UTC or, for LSST, in TAI."""
    if _is_time(value):
        return number(name, getattr(cast(Any, value), scale).mjd)
    return number(name, value)


def duration(name: str, value: object) -> float:
    """Return a length of time above 0 in days: a number, or what says its unit."""
    plain = value
    if isinstance(value, str) or _is_quantity(value) or hasattr(type(value), "to_value"):
        units: Any = _untyped.module("astropy.units")
        try:
            # A number as a text has no unit: it is in days, as a number is.
            given = units.Quantity(value) if isinstance(value, str) else cast(Any, value)
            bare = isinstance(value, str) and given.unit == units.dimensionless_unscaled
            plain = given.value if bare else given.to_value(units.day)
        except (TypeError, ValueError) as error:
            # The error of a unit that does not convert is one of these.
            raise ArgumentError(
                f"{value!s} is no length of time, such as 0.6 (days), '14.4 h' or 0.6 * u.day",
                about=name,
            ) from error
    return number(name, plain, above=0)


@dataclass(frozen=True, slots=True)
class Positions:
    """Positions in deg (ICRS), and whether they were given as one or as several."""

    each: list[tuple[float, float]]
    many: bool


def positions(ra: object, dec: object) -> Positions:
    """Return one position or several from two angles, two columns of them, or a SkyCoord."""
    if _is_sky(ra):
        if dec is not None:
            raise ArgumentError("a SkyCoord in place of ra holds the declination", about="dec")
        return _of_sky(ra)
    for name, value in (("ra", ra), ("dec", dec)):
        if value is None:
            raise ArgumentError("a position needs ra and dec", about=name)
    several = _angles(ra), _angles(dec)
    match several:
        case (None, None):
            return Positions([position(ra, dec)], many=False)
        case (list() as all_ra, list() as all_dec) if len(all_ra) == len(all_dec):
            return Positions(
                [_row(row, pair) for row, pair in enumerate(zip(all_ra, all_dec, strict=True))],
                many=True,
            )
        case _:
            in_ra, in_dec = map(_number_of, several)
            raise ArgumentError(f"{in_dec} for {in_ra} of ra", about="dec")


def position(ra: object, dec: object) -> tuple[float, float]:
    """Return a position in deg, its right ascension in [0, 360)."""
    return (
        # Rounding can bring a tiny negative angle to 360.
        angle("ra", ra) % 360.0 % 360.0,
        number("dec", angle("dec", dec), minimum=-90, maximum=90),
    )


def integer_range(name: str, value: object) -> list[int] | None:
    """Return a minimum, or a minimum and a maximum, as whole numbers; None is an open end."""
    bounds = _closed(listed(value))
    return None if bounds is None else _ordered(name, [integer(name, bound) for bound in bounds])


def epoch_range(name: str, value: object, scale: Scale = "utc") -> list[float] | None:
    """Return a least date, or a least and a greatest, as MJD in days; None is an open end."""
    bounds = _closed([value] if _is_time(value) and cast(Any, value).isscalar else listed(value))
    return (
        None if bounds is None else _ordered(name, [epoch(name, bound, scale) for bound in bounds])
    )


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

PLAIN_NUMBER: Final = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
WHOLE_NUMBER: Final = re.compile(r"[+-]?\d{1,19}", re.ASCII)

# What astropy's objects are told by: they exist only where astropy was imported.
_QUANTITY_METHODS: Final = ("to_value", "unit")
_TIME_METHODS: Final = ("scale", "get_delta_ut1_utc")
_SKY_METHODS: Final = ("transform_to", "is_transformable_to")


def _column_names(value: object) -> list[str] | None:
    """Return the names of the columns of a table of pandas, polars or astropy, else None."""
    for attribute in ("columns", "colnames"):
        if _has(value, (attribute,)) and not isinstance(value, type):
            names = several_of(getattr(value, attribute))
            return None if names is None else [str(each) for each in names if isinstance(each, str)]
    return None


def _has(value: object, names: Iterable[str]) -> bool:
    # Looked for on the type: an instance may compute, or fail to.
    return all(hasattr(type(value), name) for name in names)


def _is_quantity(value: object) -> bool:
    return _has(value, _QUANTITY_METHODS)


def _is_time(value: object) -> bool:
    return _has(value, _TIME_METHODS)


def _is_sky(value: object) -> bool:
    return _has(value, _SKY_METHODS) and not isinstance(value, type)


def _converted(name: str, value: object, unit: str) -> object:
    try:
        return cast(Any, value).to_value(unit)
    except (TypeError, ValueError) as error:
        raise ArgumentError(f"{value!s} is no angle: {error}", about=name) from error


def _parsed(name: str, value: str, unit: str) -> object:
    angles: Any = _untyped.module("astropy.coordinates").Angle
    try:
        return angles(value).to_value(unit)
    except (TypeError, ValueError, _untyped.module("astropy.units").UnitsError) as error:
        raise ArgumentError(
            f"{value!r} is no number, and no text of one with its unit such as '2 arcmin'",
            about=name,
        ) from error


def _of_sky(value: object) -> Positions:
    coordinates: Any = _untyped.module("astropy.coordinates")
    try:
        icrs = coordinates.SkyCoord(value).icrs
    except (TypeError, ValueError, AttributeError) as error:
        # A frame of the horizon that does not say where and when, for instance.
        raise ArgumentError(f"no position in the sky: {error}", about="ra") from error
    if icrs.isscalar:
        return Positions([position(icrs.ra.deg, icrs.dec.deg)], many=False)
    pairs = zip(icrs.ra.deg.ravel(), icrs.dec.deg.ravel(), strict=True)
    return Positions([_row(row, pair) for row, pair in enumerate(pairs)], many=True)


def _angles(value: object) -> list[object] | None:
    """Return several angles as a list, None for one."""
    if _has(value, ("quantity", "unit")) and cast(Any, value).unit is not None:
        # A column of a Table says its unit, its values do not.
        value = cast(Any, value).quantity
    # What has no order cannot say which right ascension goes with which declination.
    return None if isinstance(value, Mapping | Set) else several_of(value)


def _row(row: int, pair: tuple[object, object]) -> tuple[float, float]:
    try:
        return position(*pair)
    except ArgumentError as error:
        raise ArgumentError(f"position {row}: {error.message}", about=error.about) from error


def _whole(value: object) -> int | None:
    """Return what is an integer as one, None for all else."""
    if isinstance(value, bool) or not isinstance(value, SupportsIndex):
        return None
    try:
        return operator.index(value)
    except TypeError:
        # An array has the method, whatever it holds.
        return None


def listed(value: object) -> list[object]:
    """Return one value or several as a list."""
    several = several_of(value)
    return [value] if several is None else several


def several_of(value: object) -> list[object] | None:
    """Return what can be iterated, texts aside, as a list, None for all else."""
    if isinstance(value, str | bytes) or not isinstance(value, Iterable):
        return None
    try:
        return list(cast("Iterable[object]", value))
    except TypeError:
        # An array has the method, also one without a dimension.
        return None


def _number_of(several: list[object] | None) -> str:
    """Return how many values there are, in words."""
    return "one value" if several is None else f"{len(several)} values"


def _closed(bounds: list[object]) -> list[object] | None:
    """Return the bounds as the service takes them: a minimum or a pair; None where both are open.

    It has no way to leave the minimum open. 0 is below every number of detections and,
    as an MJD, a century before the first one.
    """
    match bounds:
        case [None] | [None, None]:
            return None
        case [None, maximum]:
            return [0, maximum]
        case [minimum, None]:
            return [minimum]
        case _:
            return bounds


def _ordered(name: str, bounds: list[_Bound]) -> list[_Bound]:
    if len(bounds) not in (1, 2):
        raise ArgumentError(
            f"expected a minimum, or a minimum and a maximum, not {len(bounds)} values", about=name
        )
    if bounds[0] > bounds[-1]:
        raise ArgumentError(f"the minimum {bounds[0]} is above the maximum {bounds[1]}", about=name)
    return bounds
