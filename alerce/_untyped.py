"""Libraries without type annotations, imported when a result needs them.

The functions that use them convert or cast what they return, so that no Any spreads
from there.
"""

from __future__ import annotations

import importlib
from typing import Any


def module(name: str) -> Any:
    """Import a module, and return it as Any."""
    return importlib.import_module(name)
