"""The filters of an object query: their types, their meaning, and what is sent for them."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, Self, TypeAlias, TypeVar, cast, get_args

from alerce_api.ztf.api.objects import list_objects
from alerce_api.ztf.models.order_by import OrderBy
from alerce_api.ztf.models.order_mode import OrderMode
from alerce_api.ztf.types import RequestKwargs
from typing_extensions import TypedDict

from alerce.arguments import checks
from alerce.arguments.checks import Angle, Epoch, Integer, Many, Number, Sky
from alerce.exceptions import ArgumentError
from alerce.warnings import ArgumentWarning, warn

Flag: TypeAlias = bool | Literal["True", "true", "yes", "False", "false", "no"]
"""A truth value, or one of the texts that the documentation allows for it."""

FunctionT = TypeVar("FunctionT", bound=Callable[..., object])
T = TypeVar("T")

# A cone search at exactly 0 is switched off by the service without a word. These
# move it by less than any position is known.
LEAST_ANGLE_DEG: Final = 1e-12
LEAST_RADIUS_ARCSEC: Final = 1e-6

ALL: Final = "all"

LIKE_WILDCARDS: Final = frozenset("*%_")

# Programs leave these empty for no filter. The service does too, and then also leaves out
# its default classifier.
MAY_BE_EMPTY: Final = frozenset({"classifier", "classifier_version", "class_name"})

UnknownFilters: TypeAlias = Literal["raise", "warn"]
"""What becomes of a filter that does not exist: an error, or a warning that leaves it out."""


class ObjectFilters(TypedDict, total=False, closed=True):
    """Filters of `query_objects`; every one may be left out, None leaves it out too."""

    oid: str | Many[str] | None
    """Object identifier, or any number of them: exactly those objects are returned."""
    oid_pattern: str | None
    """Pattern of object identifiers: ``*`` or ``%`` stand for any text, ``_`` for one letter."""
    classifier: str | None
    """Classifier, for instance "lc_classifier"; see `query_classifiers`."""
    classifier_version: str | None
    """Version of the classifier."""
    class_name: str | None
    """Class, for instance "SNIa"; see `query_classes`."""
    ranking: Integer | None
    """Rank of the class among those of the classifier; 1 is the most probable."""
    ndet: Integer | Many[int | None] | None
    """Number of detections: a minimum, or [minimum, maximum], either of which may be None."""
    probability: Number | None
    """Least probability of the class, 0 to 1."""
    firstmjd: Epoch | Many[Epoch | None] | None
    """First detection, MJD in days (UTC) or a Time: a minimum, or [minimum, maximum], either of
    which may be None."""
    lastmjd: Epoch | Many[Epoch | None] | None
    """Last detection, MJD in days (UTC) or a Time: a minimum, or [minimum, maximum], either of
    which may be None."""
    ra: Angle | Many[float] | Sky | None
    """Right ascension of a cone search in deg (ICRS), needs `dec`; or a SkyCoord. Several
    positions are asked for one by one, and the rows say in ``input_index`` for which they are."""
    dec: Angle | Many[float] | None
    """Declination of a cone search in deg (ICRS); needs `ra`."""
    radius: Angle | None
    """Radius of a cone search in arcsec; the service takes 30 when it is left out."""
    page: Integer | Literal["all"] | None
    """Which page to return, from 1, or "all" of them."""
    page_size: Integer | None
    """Rows a page; the service takes 10 when it is left out."""
    count: Flag | None
    """Whether to count all rows (up to 50001) into ``total`` of the page."""
    order_by: OrderBy | None
    """Column to order by."""
    order_mode: OrderMode | None
    """Order of the rows: "ASC" or "DESC"."""
    latest_version: Flag | None
    """Whether to keep of each object and classifier only the row of its latest version."""


def with_filters(method: FunctionT) -> FunctionT:
    """Let a method's signature name the filters, for `help` and for completion in IPython."""
    return naming(method, ObjectFilters)


def naming(method: FunctionT, filters_of: type) -> FunctionT:
    """Let a method's signature name the filters of a TypedDict."""
    found = inspect.signature(method)
    own = [each for each in found.parameters.values() if each.kind is not each.VAR_KEYWORD]
    filters = [
        inspect.Parameter(
            name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind.__forward_arg__
        )
        for name, kind in inspect.get_annotations(filters_of).items()
    ]
    # A function takes any attribute, which its type does not say.
    vars(method)["__signature__"] = found.replace(parameters=[*own, *filters])
    return method


@dataclass(frozen=True, slots=True)
class AnyQuery:
    """The checked filters of one object query, of any survey."""

    oids: tuple[str, ...] | None = None
    oid_pattern: str | None = None
    classifier: str | None = None
    classifier_version: str | None = None
    class_name: str | None = None
    ranking: int | None = None
    ndet: list[int] | None = None
    probability: float | None = None
    firstmjd: list[float] | None = None
    lastmjd: list[float] | None = None
    ra: float | None = None
    dec: float | None = None
    radius: float | None = None
    page: int | None = None
    page_size: int | None = None
    count: bool | None = None
    order_by: OrderBy | None = None
    order_mode: OrderMode | None = None

    def replace(self, **changes: Any) -> Self:
        """Return the query with other values for some fields."""
        return dataclasses.replace(self, **changes)


class ObjectQuery(AnyQuery):
    """The checked filters of one object query of ZTF."""

    __slots__ = ()

    def request(self) -> RequestKwargs:
        """Return the request for one page of this query."""
        return list_objects.get_kwargs(
            oid=self._sent_oids(),
            classifier=self.classifier,
            classifier_version=self.classifier_version,
            class_=self.class_name,
            ranking=self.ranking,
            ndet=self.ndet,
            probability=self.probability,
            firstmjd=self.firstmjd,
            lastmjd=self.lastmjd,
            ra=self.ra,
            dec=self.dec,
            radius=self.radius,
            page=self.page,
            page_size=self.page_size,
            count=self.count,
            order_by=self.order_by,
            order_mode=self.order_mode,
        )

    def _sent_oids(self) -> list[str] | None:
        if self.oid_pattern is not None:
            return [self.oid_pattern]
        if self.oids is None:
            return None
        if len(self.oids) == 1 and LIKE_WILDCARDS.intersection(self.oids[0]):
            # A single identifier is matched as a pattern, several are matched exactly.
            return [self.oids[0], self.oids[0]]
        return list(self.oids)


def object_query(filters: Mapping[str, object]) -> ObjectQuery:
    """Check the filters of an object query.

    Raises
    ------
    ArgumentError
        An unknown filter, or one whose value makes no sense.
    """
    return ObjectQuery(**checked_filters(filters))


def checked_filters(filters: Mapping[str, object]) -> dict[str, Any]:
    """Return the fields of a query, checked.

    Raises
    ------
    ArgumentError
        An unknown filter, or one whose value makes no sense.
    """
    given = {
        name: value
        for name, value in known_filters(filters, "raise").items()
        if value is not None and not (name in MAY_BE_EMPTY and isinstance(value, str) and not value)
    }
    oid = given.get("oid")
    if oid is not None and "oid_pattern" in given:
        raise ArgumentError("give either oid or oid_pattern", about="oid_pattern")
    ra, dec, radius = _cone(given)
    probability = _optional(given, "probability", _from_0_to_1)
    return {
        "oids": None if oid is None else _oids(oid),
        "oid_pattern": _optional(given, "oid_pattern", checks.oid),
        "classifier": _optional(given, "classifier", checks.text),
        "classifier_version": _optional(given, "classifier_version", checks.text),
        "class_name": _optional(given, "class_name", checks.text),
        "ranking": _optional(given, "ranking", _from_one),
        "ndet": _optional(given, "ndet", checks.integer_range),
        # A minimum of 0 filters nothing, but sent it would drop the default classifier.
        "probability": probability or None,
        "firstmjd": _optional(given, "firstmjd", checks.epoch_range),
        "lastmjd": _optional(given, "lastmjd", checks.epoch_range),
        "ra": ra,
        "dec": dec,
        "radius": radius,
        "page": _optional(given, "page", _page),
        "page_size": _optional(given, "page_size", _from_one),
        "count": _optional(given, "count", checks.boolean),
        "order_by": _optional(given, "order_by", _order_by),
        "order_mode": _optional(given, "order_mode", _order_mode),
    }


def known_filters(filters: Mapping[str, object], unknown: UnknownFilters) -> ObjectFilters:
    """Return the filters that exist.

    Raises
    ------
    ArgumentError
        One does not, and that is to be an error.

    Warns
    -----
    ArgumentWarning
        One does not, and is left out.
    """
    known: dict[str, object] = {}
    for name, value in filters.items():
        if name in ObjectFilters.__annotations__:
            known[name] = checks.column_of(name, value) if name == "oid" else value
            continue
        message = f"there is no such filter{checks.nearest(name, ObjectFilters.__annotations__)}"
        if unknown == "raise":
            raise ArgumentError(message, about=name)
        warn(f"{name} is left out: {message}", ArgumentWarning)
    return cast(ObjectFilters, known)


def object_queries(filters: Mapping[str, object]) -> list[ObjectQuery] | None:
    """Check the filters of an object query about several positions: one query each.

    Returns
    -------
    list of ObjectQuery or None
        None for one position, or no cone search at all.
    """
    ra, dec = filters.get("ra"), filters.get("dec")
    if ra is None and dec is None:
        return None
    several = checks.positions(ra, dec)
    if not several.many:
        return None
    return [object_query({**filters, "ra": ra, "dec": dec}) for ra, dec in several.each]


def _optional(
    given: Mapping[str, object], name: str, check: Callable[[str, object], T | None]
) -> T | None:
    return check(name, given[name]) if name in given else None


def _oids(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (checks.oid("oid", value),)
    return tuple(checks.oids("oid", value))


def _cone(given: Mapping[str, object]) -> tuple[float | None, float | None, float | None]:
    """Return ra, dec and radius so that the service really searches there."""
    if not {"ra", "dec", "radius"} & given.keys():
        return None, None, None
    ((ra, dec),) = checks.positions(given.get("ra"), given.get("dec")).each
    radius = None
    if "radius" in given:
        radius = max(checks.radius(given["radius"]), LEAST_RADIUS_ARCSEC)
    return ra or LEAST_ANGLE_DEG, dec or LEAST_ANGLE_DEG, radius


def _from_0_to_1(name: str, value: object) -> float:
    return checks.number(name, value, minimum=0, maximum=1)


def _from_one(name: str, value: object) -> int:
    return checks.integer(name, value, minimum=1)


def _page(name: str, value: object) -> int:
    number = checks.integer(name, value, minimum=0)
    if number == 0:
        warn("page 0 is taken for page 1, the first one", ArgumentWarning)
    return number or 1


def _order_by(name: str, value: object) -> OrderBy:
    # The documentation calls deltajd so.
    column = "deltajd" if isinstance(value, str) and value == "deltamjd" else value
    return checks.choice(name, column, get_args(OrderBy))


def _order_mode(name: str, value: object) -> OrderMode:
    mode = value.upper() if isinstance(value, str) else value
    return checks.choice(name, mode, get_args(OrderMode))
