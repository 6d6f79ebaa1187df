"""Warnings of the SDK: one family.

::

    AlerceWarning
    ├── ArgumentWarning          an argument that is left out, or taken for another value
    ├── ConfigWarning            an address that is completed
    ├── CutResultWarning         there may be more rows than these
    ├── RepeatedObjectsWarning   an object on several rows, one a version of a classifier
    ├── EmptyResultWarning       no rows, or none that could be
    └── FailedObjectsWarning     some of many objects failed

To make errors of them: ``warnings.simplefilter("error", AlerceWarning)``.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Final

__all__ = [
    "AlerceWarning",
    "ArgumentWarning",
    "ConfigWarning",
    "CutResultWarning",
    "EmptyResultWarning",
    "FailedObjectsWarning",
    "RepeatedObjectsWarning",
]

HERE: Final = str(Path(__file__).parent)


class AlerceWarning(UserWarning):
    """Base of every warning that the SDK gives on purpose."""


class ArgumentWarning(AlerceWarning):
    """An argument is left out, or taken for another value: see the message."""


class ConfigWarning(AlerceWarning):
    """An address of the configuration is completed: see the message."""


class CutResultWarning(AlerceWarning):
    """There may be more rows than these: the service sends so many unless told."""


class RepeatedObjectsWarning(AlerceWarning):
    """An object is on several rows, because several versions of a classifier know it."""


class EmptyResultWarning(AlerceWarning):
    """There are no rows, or no redshifts in the catalogue that is named."""


class FailedObjectsWarning(AlerceWarning):
    """Some of the objects asked for could not be had."""


def warn(message: str, category: type[AlerceWarning]) -> None:
    """Give a warning that points to the line which called the SDK."""
    import inspect

    level = 1
    frame = inspect.currentframe()
    while frame is not None and frame.f_code.co_filename.startswith(HERE):
        frame = frame.f_back
        level += 1
    warnings.warn(message, category, stacklevel=level)
