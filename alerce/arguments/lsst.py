"""The arguments of calls about LSST: identifiers of digits, filters, and what is sent for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, cast

from alerce_api.lsst.models.order_mode import OrderMode
from alerce_api.lsst.types import RequestKwargs
from typing_extensions import TypeAliasType, TypedDict

from alerce.arguments import checks
from alerce.arguments.checks import Angle, Epoch, Integer, Many, Number, Sky
from alerce.arguments.filters import (
    AnyQuery,
    Flag,
    FunctionT,
    UnknownFilters,
    checked_filters,
    naming,
)
from alerce.exceptions import ArgumentError
from alerce.warnings import ArgumentWarning, warn

if TYPE_CHECKING:
    from alerce._lazy import np

Identifier = TypeAliasType("Identifier", "int | np.integer | str")
"""Identifier of an object or a measurement of LSST: an int, one of numpy, or a text of digits."""

LARGEST: Final = 2**63 - 1


class LsstFilters(TypedDict, total=False, closed=True):
    """Filters of `query_objects` for LSST; every one may be left out, None leaves it out too."""

    oid: Identifier | Many[Identifier] | None
    """Object identifier, or any number of them: exactly those objects are returned."""
    classifier: str | None
    """Classifier, for instance "stamp_classifier_rubin"; see `query_classifiers`."""
    class_name: str | None
    """Class of that classifier, for instance "SN"; needs `classifier`."""
    ranking: Integer | None
    """Rank of the class among those of the classifier; 1, the most probable, when left out."""
    n_det: Integer | Many[int | None] | None
    """Number of detections: a minimum, or [minimum, maximum], either of which may be None."""
    probability: Number | None
    """Least probability of the class, 0 to 1."""
    firstmjd: Epoch | Many[Epoch | None] | None
    """First detection, MJD in days (TAI) or a Time: a minimum, or [minimum, maximum], either of
    which may be None."""
    lastmjd: Epoch | Many[Epoch | None] | None
    """Last detection, MJD in days (TAI) or a Time: a minimum, or [minimum, maximum], either of
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
    order_by: str | None
    """Column to order by, one of the rows'; "lastmjd" is the fast one."""
    order_mode: OrderMode | None
    """Order of the rows: "ASC" or "DESC"."""
    latest_version: Flag | None
    """Whether to keep of each object and classifier only the row of its latest version."""


class LsstQuery(AnyQuery):
    """The checked filters of one object query of LSST; ndet is what the service calls n_det."""

    __slots__ = ()

    def request(self) -> RequestKwargs:
        """Return the request for one page of this query."""
        from alerce_api.lsst.api.objects import list_objects

        return list_objects.get_kwargs(
            survey="lsst",
            oid=None if self.oids is None else [int(oid) for oid in self.oids],
            classifier=self.classifier,
            class_name=self.class_name,
            ranking=self.ranking,
            n_det=self.ndet,
            probability=self.probability,
            firstmjd=self.firstmjd,
            lastmjd=self.lastmjd,
            ra=self.ra,
            dec=self.dec,
            radius=self.radius,
            page=self.page,
            page_size=self.page_size,
            order_by=self.order_by,
            order_mode=self.order_mode,
        )


def identifier(name: str, value: object) -> str:
    """Return an identifier of LSST as the text of its digits.

    Raises
    ------
    ArgumentError
        It is a float, which holds only 15 to 17 of 18 digits, or no number from 1 to 2**63 - 1.
    """
    number = int(checks.candid(name, value))
    if not 0 < number <= LARGEST:
        raise ArgumentError(f"{value!r} is no identifier of LSST, from 1 to 2**63 - 1", about=name)
    return str(number)


def identifiers(name: str, value: object) -> str | list[str]:
    """Return the digits of one identifier, or of each of several once, in the order given."""
    value = checks.column_of(name, value)
    several = checks.several_of(value)
    if several is None:
        return identifier(name, value)
    return list(dict.fromkeys(identifier(name, each) for each in several))


def alerts(oid: object, measurement_id: object) -> checks.Alerts:
    """Return one alert, or several: by measurement, or by object where no measurement is given."""

    def digits(name: str, value: object) -> object:
        found = checks.several_of(checks.column_of(name, value))
        return None if value is None else identifier(name, value) if found is None else [
            identifier(name, each) for each in found
        ]  # fmt: skip

    return checks.alerts(digits("oid", oid), digits("measurement_id", measurement_id))


def with_lsst_filters(method: FunctionT) -> FunctionT:
    """Let a method's signature name the filters of LSST."""
    return naming(method, LsstFilters)


def known_filters(filters: Mapping[str, object], unknown: UnknownFilters) -> LsstFilters:
    """Return the filters that exist.

    Raises
    ------
    ArgumentError
        One does not, and that is to be an error.

    Warns
    -----
    ArgumentWarning
        One is left out: it does not exist and that is no error, or it is count, which 2.x knows.
    """
    known: dict[str, object] = {}
    for name, value in filters.items():
        if name in LsstFilters.__annotations__:
            known[name] = value
            continue
        if name == "count" and value is not None:
            warn("count is left out: the service of LSST does not count", ArgumentWarning)
        elif value is not None:
            suggestion = checks.nearest(name, LsstFilters.__annotations__)
            message = f"there is no such filter for LSST{suggestion}"
            if unknown == "raise":
                raise ArgumentError(message, about=name)
            warn(f"{name} is left out: {message}", ArgumentWarning)
    return cast(LsstFilters, known)


def lsst_query(filters: Mapping[str, object]) -> LsstQuery:
    """Check the filters of an object query of LSST.

    Raises
    ------
    ArgumentError
        The value of one makes no sense, or a class lacks its classifier.
    """
    given = {
        name: value
        for name, value in filters.items()
        if value is not None and not (isinstance(value, str) and not value)
    }
    own: dict[str, Any] = {}
    if "oid" in given:
        digits = identifiers("oid", given.pop("oid"))
        own["oids"] = (digits,) if isinstance(digits, str) else tuple(digits)
    if "n_det" in given:
        own["ndet"] = checks.integer_range("n_det", given.pop("n_det"))
    for name in ("firstmjd", "lastmjd"):
        if name in given:
            own[name] = checks.epoch_range(name, given.pop(name), "tai")
    if "order_by" in given:
        own["order_by"] = checks.choice("order_by", given.pop("order_by"), _columns())
    given.pop("latest_version", None)
    # What is left means the same as for ZTF.
    query = LsstQuery(**{**checked_filters(given), **own})
    if query.class_name is not None and query.classifier is None:
        raise ArgumentError("a class needs its classifier", about="class_name")
    return query


def lsst_queries(filters: Mapping[str, object]) -> list[LsstQuery] | None:
    """Check the filters of a query about several positions: one query each, None for one."""
    ra, dec = filters.get("ra"), filters.get("dec")
    if ra is None and dec is None:
        return None
    found = checks.positions(ra, dec)
    if not found.many:
        return None
    return [lsst_query({**filters, "ra": ra, "dec": dec}) for ra, dec in found.each]


def _columns() -> tuple[str, ...]:
    """Return the columns to order by, which are those of the rows and take time to load."""
    from alerce_api.lsst import columns

    return tuple(column.name for column in columns.LISTED_OBJECT)
