"""The warnings of the SDK, all of one base class.

::

    AlerceWarning
    ├── ArgumentWarning          an argument is ignored or replaced by another value
    ├── ConfigWarning            an address of the configuration is completed
    ├── CutResultWarning         there may be more rows than these
    ├── RepeatedObjectsWarning   an object on several rows, one for each version of a classifier
    ├── EmptyResultWarning       no rows, or a catalogue without redshifts
    └── FailedObjectsWarning     some of many objects failed

``warnings.simplefilter("error", AlerceWarning)`` turns them into errors.
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

PACKAGE_FOLDER: Final = str(Path(__file__).parent)


class AlerceWarning(UserWarning):
    """Base of every warning that the SDK gives on purpose."""


class ArgumentWarning(AlerceWarning):
    """An argument is ignored or replaced by another value, as the message says."""


class ConfigWarning(AlerceWarning):
    """An address of the configuration is completed, as the message says."""


class CutResultWarning(AlerceWarning):
    """There may be more rows than these, since the service limits a page by default."""


class RepeatedObjectsWarning(AlerceWarning):
    """An object is on several rows, because several versions of a classifier know it."""


class EmptyResultWarning(AlerceWarning):
    """There are no rows, or the named catalogue has no redshifts."""


class FailedObjectsWarning(AlerceWarning):
    """Some of the objects of a bulk call failed."""


def warn(message: str, category: type[AlerceWarning]) -> None:
    """Issue a warning that points to the line which called the SDK."""
    import inspect

    level = 1
    frame = inspect.currentframe()
    while frame is not None and frame.f_code.co_filename.startswith(PACKAGE_FOLDER):
        frame = frame.f_back
        level += 1
    warnings.warn(message, category, stacklevel=level)
