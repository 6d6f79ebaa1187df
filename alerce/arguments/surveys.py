"""The survey that a call is about, and the places in which older programs pass it.

Programs for the documented client of 2021 pass ``(oid, format, index, sort)`` by position,
those for 2.x ``(oid, format, survey, index, sort)``; images are ``(oid, candid, format)`` and
``(oid, candid, measurement_id, include_variance_and_psf, format, survey)``. The signatures
here keep the documented positions, with ``survey`` behind them, and the functions of this
module recognize the others by their values: no column is named like a survey, and no alert
identifier is a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, TypeAlias, cast, get_args

from alerce.arguments import checks
from alerce.arguments.checks import Candid, Many
from alerce.arguments.formats import StampFormat
from alerce.exceptions import ArgumentError

Survey: TypeAlias = Literal["ztf", "lsst"]
"""A survey whose alerts the broker serves."""

SURVEYS: Final[tuple[Survey, ...]] = get_args(Survey)
DEFAULT: Final[Survey] = "ztf"

_Names: TypeAlias = str | Sequence[str] | None
_Candids: TypeAlias = Candid | Many[Candid] | None


def check_survey(survey: object) -> None:
    """Check that a survey, in any letter case, is one that is served; None is the default.

    Raises
    ------
    ArgumentError
        There is no such survey, or this version has no methods for it.
    """
    if survey is None:
        return
    named = survey.lower() if isinstance(survey, str) else survey
    if checks.choice("survey", named, SURVEYS) != DEFAULT:
        raise ArgumentError(
            f"{named!r} is not served by this version yet, only {DEFAULT!r}", about="survey"
        )


def tabular(index: _Names, sort: _Names, survey: object) -> tuple[_Names, _Names]:
    """Check the survey of a call and return its index and sort, also from the positions of 2.x.

    Raises
    ------
    ArgumentError
        There is no such survey, or this version has no methods for it.
    """
    if isinstance(index, str) and index.lower() in SURVEYS:
        # Survey, index and sort, each one position ahead of where it is here.
        behind = None if survey in (None, DEFAULT) else cast(_Names, survey)
        index, sort, survey = sort, behind, index
    check_survey(survey)
    return index, sort


def images(given: object, measurement_id: object, candid: _Candids) -> tuple[StampFormat, _Candids]:
    """Return the format and the candid of a call about images, also from the positions of 2.x.

    Raises
    ------
    ArgumentError
        candid and measurement_id are two different alerts.
    """
    if not isinstance(given, str) or given.strip().isdigit():
        # measurement_id and format, each in the other's position.
        given, measurement_id = measurement_id or "HDUList", given
    return cast(StampFormat, given), one_candid(candid, measurement_id)


def one_candid(candid: _Candids, measurement_id: object) -> _Candids:
    """Return the alert identifier, which 2.x also calls measurement_id.

    Raises
    ------
    ArgumentError
        Both are given and are two different alerts.
    """
    if measurement_id is None:
        return candid
    if candid is not None and _digits("candid", candid) != _digits(
        "measurement_id", measurement_id
    ):
        raise ArgumentError(
            "it is another name of candid, and both are given with different values",
            about="measurement_id",
        )
    return cast(_Candids, measurement_id)


def check_planes(include_variance_and_psf: object) -> None:
    """Check that only planes are asked for which the alerts have.

    Raises
    ------
    ArgumentError
        Variance and point-spread function are asked for.
    """
    if checks.boolean("include_variance_and_psf", include_variance_and_psf):
        raise ArgumentError(
            "alerts of ZTF hold no variance and no point-spread function, only those of LSST do",
            about="include_variance_and_psf",
        )


def check_packet_service(use_multisurvey_api: object) -> None:
    """Check that a packet is asked of the service which has it.

    Raises
    ------
    ArgumentError
        It is asked of the multi-survey service.
    """
    if checks.boolean("use_multisurvey_api", use_multisurvey_api):
        raise ArgumentError(
            "the multi-survey service has no packets of ZTF; leave it out",
            about="use_multisurvey_api",
        )


def _digits(name: str, value: object) -> list[str]:
    several = [value] if isinstance(value, str) else checks.listed(value)
    return [checks.candid(name, each) for each in several]
