"""Libraries that have no types, loaded when a result needs them.

What they return is made typed where it is used, so that no unknown type leaves
the functions that call them.
"""

from __future__ import annotations

import importlib
from typing import Any


def module(name: str) -> Any:
    """Return a module as what it is to a type checker: anything."""
    return importlib.import_module(name)
