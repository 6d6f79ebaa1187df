"""Calls about many objects: what failed, how that comes back, and how far it is.

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
from alerce.results.kinds import ByOid
from alerce.results.lightcurves import TableLightCurve
from alerce.results.lsst_lightcurves import LsstLightCurve
from alerce.results.notes import Notes
from alerce.warnings import FailedObjectsWarning, warn

FoundT = TypeVar("FoundT")
ResultT = TypeVar("ResultT")

KEY: Final = "failures"
"""Where a table's attrs or meta hold the failures."""

MOST_IN_A_ROW: Final = 16
"""After so many failed connections one after another, the service is not there."""

# Those that have nothing to do with the object asked about.
HOPELESS: Final = (AuthorizationError, ConfigError, RouteError)


def failures(result: object) -> dict[str, str]:
    """Return the objects that a call about many could not get, each with the reason.

    Parameters
    ----------
    result : DataFrame, Table, dict, TableLightCurve or Download
        What the call returned, in any format but CSV.

    Returns
    -------
    dict of str to str
        By object identifier; empty when all went well.
    """
    if isinstance(result, ByOid | Download):
        found = cast("ByOid[object] | Download", result)
        return {oid: reason(error) for oid, error in found.failures.items()}
    if isinstance(result, TableLightCurve):
        return failures(cast("TableLightCurve[object]", result).detections)
    notes: Any = getattr(result, "attrs", None) or getattr(result, "meta", None) or {}
    return dict(cast("Mapping[str, dict[str, str]]", notes).get(KEY, {}))


def reason(error: APIError) -> str:
    """Return an error as one line."""
    return f"{type(error).__name__}: {error}"


class Ledger(Generic[ResultT]):
    """What has come of each object so far.

    Parameters
    ----------
    oids : sequence of str
        The objects asked for, in order.
    progress : Bar or bool, optional
        What shows how far it is, or whether to show that; None when it is long
        and someone looks.

    Attributes
    ----------
    hopeless : bool
        Whether the service will not answer other questions either.
    """

    def __init__(self, oids: Sequence[str], progress: Bar | bool | None) -> None:
        self.oids = oids
        self._found: dict[str, ResultT] = {}
        self._failed: dict[str, APIError] = {}
        self._in_a_row = 0
        self.hopeless: bool = False
        self._own_bar = not isinstance(progress, Bar)
        self._bar = progress if isinstance(progress, Bar) else Bar(len(oids), progress)

    def note(self, oid: str, outcome: ResultT | APIError) -> None:
        """Take down the outcome of an object.

        Raises
        ------
        Hopeless
            The others would fail too.
        """
        if isinstance(outcome, APIError):
            self._failed[oid] = outcome
            connected = not isinstance(outcome, ConnectionFailedError)
            self._in_a_row = 0 if connected else self._in_a_row + 1
            if isinstance(outcome, HOPELESS) or self._in_a_row >= MOST_IN_A_ROW:
                raise Hopeless(outcome)
        else:
            self._found[oid] = outcome
            self._in_a_row = 0
        self._bar.advance()

    def found(self) -> ByOid[ResultT]:
        """Return what was found and what failed, in the order asked."""
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
        if not isinstance(error, Hopeless):
            return False
        self.hopeless = True
        for oid in self.oids:
            if oid not in self._found and oid not in self._failed:
                message = f"not asked for, after: {error.error}"
                self._failed[oid] = type(error.error)(message, about=oid)
        return True


class Hopeless(Exception):  # noqa: N818 (it ends a loop and is never seen)
    """The service will not answer the other questions either."""

    def __init__(self, error: APIError) -> None:
        super().__init__(error)
        self.error = error


def fitted(found: ByOid[FoundT], make: Callable[[Mapping[str, FoundT]], ResultT]) -> ResultT:
    """Return what is made of what was found of several objects.

    An object of which it cannot be made, also by itself, is moved to the failures.

    Raises
    ------
    InvalidResponseError
        It can be made of each by itself, but not of all.
    """
    try:
        return make(found)
    except InvalidResponseError:
        misfits = {oid: error for oid in found if (error := _misfit(oid, found[oid], make))}
        if not misfits:
            raise
    for oid, error in misfits.items():
        del found[oid]
        found.failures[oid] = error
    return make(found)


def _misfit(
    oid: str, result: FoundT, make: Callable[[Mapping[str, FoundT]], object]
) -> InvalidResponseError | None:
    """Return why something cannot be made of one object alone, if so."""
    try:
        make({oid: result})
    except InvalidResponseError as error:
        where = f"object {oid}, {error.about}" if error.about else f"object {oid}"
        named = InvalidResponseError(error.message, about=where)
        named.__cause__ = error
        return named
    return None


def finished(result: ResultT, failed: Mapping[str, APIError], errors: Errors) -> ResultT:
    """Return a result with a note of what failed, in the manner that was asked for.

    Raises
    ------
    BulkError
        Something failed, and that is to be an error.
    """
    if not failed:
        return result
    noted = _noted(result, failed)
    if errors == "raise":
        raise BulkError(result, failed)
    if errors == "warn" or not noted:
        # A text, for one, has no place for the failures.
        warn(BulkError(result, failed).message, FailedObjectsWarning)
    return result


def _noted(result: object, failed: Mapping[str, APIError]) -> bool:
    """Write the failures on a result, and tell whether there is a place for them."""
    if isinstance(result, ByOid | Download):
        cast("ByOid[object] | Download", result).failures.update(failed)
        return True
    if isinstance(result, TableLightCurve | LsstLightCurve):
        parts = cast("TableLightCurve[object] | LsstLightCurve[object]", result)
        noted = [_noted(part, failed) for part in parts.values()]
        return all(noted)
    reasons = {oid: reason(error) for oid, error in failed.items()}
    # A Table's meta is written to files by what knows plain dicts only.
    for place, kind in (("attrs", Notes), ("meta", dict[str, str])):
        notes = getattr(result, place, None)
        if isinstance(notes, dict):
            cast("dict[str, object]", notes)[KEY] = kind(reasons)
            return True
    return False
