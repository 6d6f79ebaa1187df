"""The outcomes of a call about many objects, and how its failures are reported.

Examples
--------
>>> from alerce.bulk import failures
>>> lenient = client.with_options(errors="return")
>>> table = lenient.query_detections(["ZTF18abbuksn", "ZTF00unknown"], format="pandas")
>>> set(table.oid), list(failures(table))
({'ZTF18abbuksn'}, ['ZTF00unknown'])
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, Final, Generic, Self, TypeVar, cast

from alerce.bulk.parquet import Download
from alerce.bulk.progress import Bar
from alerce.exceptions import (
    APIError,
    AuthorizationError,
    BulkError,
    ConfigError,
    ConnectionFailedError,
    InvalidResponseError,
    RouteError,
)
from alerce.http.options import Errors
from alerce.results.immutable import ImmutableDict
from alerce.results.kinds import ByOid
from alerce.results.parts import Parts
from alerce.warnings import FailedObjectsWarning, warn

FoundT = TypeVar("FoundT")
ResultT = TypeVar("ResultT")

KEY: Final = "failures"
"""The key of a table's attrs or meta under which the failures are kept."""

MAX_FAILED_CONNECTIONS: Final = 16
"""After this many failed connections in a row the service counts as down."""

# Errors that do not depend on the object, so that every other request would fail too.
SERVICE_ERRORS: Final = (AuthorizationError, ConfigError, RouteError)


def failures(result: object) -> dict[str, str]:
    """Return the objects for which a bulk call failed, each with the reason.

    Parameters
    ----------
    result : DataFrame, Table, dict, light curve or Download
        What the call returned, in any format but CSV.

    Returns
    -------
    dict of str to str
        By object identifier; empty when nothing failed.
    """
    if isinstance(result, ByOid | Download):
        found = cast("ByOid[object] | Download", result)
        return {oid: reason(error) for oid, error in found.failures.items()}
    if isinstance(result, Parts):
        return failures(cast("Parts[object]", result)["detections"])
    notes: Any = getattr(result, "attrs", None) or getattr(result, "meta", None) or {}
    return dict(cast("Mapping[str, dict[str, str]]", notes).get(KEY, {}))


def reason(error: APIError) -> str:
    """Return an error as one line."""
    return f"{type(error).__name__}: {error}"


class BulkResult(Generic[ResultT]):
    """Collects the outcome of each object of a bulk call, and advances its progress bar.

    As a context manager it ends the block when the service is down, and records the
    objects that were not asked for yet as failed.

    Parameters
    ----------
    oids : sequence of str
        The objects asked for, in order.
    progress : Bar or bool, optional
        The bar to advance, or whether to show one. With None one is shown if the call takes
        long and the output is watched.

    Attributes
    ----------
    service_down : bool
        Whether the call ended early because every further request would fail.
    """

    def __init__(self, oids: Sequence[str], progress: Bar | bool | None) -> None:
        self.oids = oids
        self._found: dict[str, ResultT] = {}
        self._failed: dict[str, APIError] = {}
        self._in_a_row = 0
        self.service_down: bool = False
        self._own_bar = not isinstance(progress, Bar)
        self._bar = progress if isinstance(progress, Bar) else Bar(len(oids), progress)

    def add(self, oid: str, outcome: ResultT | APIError) -> None:
        """Record the outcome of an object.

        Raises
        ------
        ServiceDown
            Every further request would fail too.
        """
        if isinstance(outcome, APIError):
            self._failed[oid] = outcome
            connected = not isinstance(outcome, ConnectionFailedError)
            self._in_a_row = 0 if connected else self._in_a_row + 1
            if isinstance(outcome, SERVICE_ERRORS) or self._in_a_row >= MAX_FAILED_CONNECTIONS:
                raise ServiceDown(outcome)
        else:
            self._found[oid] = outcome
            self._in_a_row = 0
        self._bar.advance()

    def by_oid(self) -> ByOid[ResultT]:
        """Return the results and the failures, in the order of the objects asked for."""
        return ByOid(
            {oid: self._found[oid] for oid in self.oids if oid in self._found},
            {oid: self._failed[oid] for oid in self.oids if oid in self._failed},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> bool:
        if self._own_bar:
            self._bar.close()
        if not isinstance(error, ServiceDown):
            return False
        self.service_down = True
        for oid in self.oids:
            if oid not in self._found and oid not in self._failed:
                message = f"not asked for, after: {error.error}"
                self._failed[oid] = type(error.error)(message, about=oid)
        return True


class ServiceDown(Exception):  # noqa: N818 (BulkResult raises it and catches it again)
    """Every further request to the service would fail with the same error."""

    def __init__(self, error: APIError) -> None:
        super().__init__(error)
        self.error = error


def combine_valid(found: ByOid[FoundT], make: Callable[[Mapping[str, FoundT]], ResultT]) -> ResultT:
    """Return the combined results of several objects, without those that are invalid.

    An object whose rows do not fit the columns is moved from the results to the failures.

    Parameters
    ----------
    found : ByOid
        The results and the failures; changed in place.
    make : callable
        Combines results; raises InvalidResponseError if rows do not fit their columns.

    Raises
    ------
    InvalidResponseError
        Each result is valid by itself, but they cannot be combined.
    """
    try:
        return make(found)
    except InvalidResponseError:
        invalid = {
            oid: error for oid in found if (error := _combination_error(oid, found[oid], make))
        }
        if not invalid:
            raise
    for oid, error in invalid.items():
        del found[oid]
        found.failures[oid] = error
    return make(found)


def _combination_error(
    oid: str, result: FoundT, make: Callable[[Mapping[str, FoundT]], object]
) -> InvalidResponseError | None:
    """Return the error of combining the result of a single object, None if it is valid."""
    try:
        make({oid: result})
    except InvalidResponseError as error:
        where = f"object {oid}, {error.about}" if error.about else f"object {oid}"
        named = InvalidResponseError(error.message, about=where)
        named.__cause__ = error
        return named
    return None


def raise_or_note_failures(
    result: ResultT, failed: Mapping[str, APIError], errors: Errors
) -> ResultT:
    """Return a result with its failures attached, or raise or warn as the option errors says.

    Raises
    ------
    BulkError
        Something failed, and `errors` is "raise".
    """
    if not failed:
        return result
    attached = _attach_failures(result, failed)
    if errors == "raise":
        raise BulkError(result, failed)
    if errors == "warn" or not attached:
        # Failures cannot be attached to CSV text.
        warn(BulkError(result, failed).message, FailedObjectsWarning)
    return result


def _attach_failures(result: object, failed: Mapping[str, APIError]) -> bool:
    """Attach the failures to a result; return False if it cannot hold them."""
    if isinstance(result, ByOid | Download):
        cast("ByOid[object] | Download", result).failures.update(failed)
        return True
    if isinstance(result, Parts):
        parts = cast("Parts[object]", result)
        noted = [_attach_failures(part, failed) for part in parts.values()]
        return all(noted)
    reasons = {oid: reason(error) for oid, error in failed.items()}
    # A Table's meta is a plain dict, since the writers of astropy know no other class.
    for place, kind in (("attrs", ImmutableDict), ("meta", dict[str, str])):
        notes = getattr(result, place, None)
        if isinstance(notes, dict):
            cast("dict[str, object]", notes)[KEY] = kind(reasons)
            return True
    return False
