"""Warnings of the SDK: one family."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Final

__all__ = ["AlerceWarning", "FailedObjectsWarning"]

HERE: Final = str(Path(__file__).parent)


class AlerceWarning(UserWarning):
    """Base of every warning that the SDK gives on purpose."""


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
