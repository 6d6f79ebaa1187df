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
LSST: Final[Survey] = "lsst"

_Names: TypeAlias = str | Sequence[str] | None
_Candids: TypeAlias = Candid | Many[Candid] | None


def named(survey: object) -> Survey:
    """Return the survey that a text names, in any letter case; None is the default.

    Raises
    ------
    ArgumentError
        There is no such survey.
    """
    if survey is None:
        return DEFAULT
    return checks.choice("survey", survey.lower() if isinstance(survey, str) else survey, SURVEYS)


def check_survey(survey: object) -> None:
    """Check that a survey is one of which the services have what is asked for.

    Raises
    ------
    ArgumentError
        There is no such survey, or no service has this of it.
    """
    if (name := named(survey)) != DEFAULT:
        raise ArgumentError(f"no service has this of {name!r}, only of {DEFAULT!r}", about="survey")


def tabular(index: _Names, sort: _Names, survey: object) -> tuple[_Names, _Names]:
    """Check the survey of a call and return its index and sort, also from the positions of 2.x.

    Raises
    ------
    ArgumentError
        There is no such survey, or no service has this of it.
    """
    index, sort, name = arranged(index, sort, survey)
    check_survey(name)
    return index, sort


def arranged(index: _Names, sort: _Names, survey: object) -> tuple[_Names, _Names, Survey]:
    """Return the index, sort and survey of a call, also from the positions of 2.x.

    Raises
    ------
    ArgumentError
        There is no such survey.
    """
    if isinstance(index, str) and index.lower() in SURVEYS:
        # Survey, index and sort, each one position ahead of where it is here.
        behind = None if survey in (None, DEFAULT) else cast(_Names, survey)
        index, sort, survey = sort, behind, index
    return index, sort, named(survey)


def check_default_only(survey: Survey, **given: object) -> None:
    """Check that arguments which only the default survey has are left out for another one.

    Raises
    ------
    ArgumentError
        One is given.
    """
    for name, value in given.items():
        if survey != DEFAULT and value:
            raise ArgumentError(f"{survey!r} does not have it, only {DEFAULT!r}", about=name)


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


def check_no_extra(return_survey_extra: object) -> None:
    """Check that columns are not asked for which only objects of LSST have.

    Raises
    ------
    ArgumentError
        They are.
    """
    if checks.boolean("return_survey_extra", return_survey_extra):
        raise ArgumentError("only objects of LSST have more columns", about="return_survey_extra")


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
