"""Whether the code runs in a notebook."""

from __future__ import annotations

import sys
from typing import Any


def in_notebook() -> bool:
    """Tell whether the code runs in a notebook, which shows pictures under the cell."""
    ipython = sys.modules.get("IPython")
    shell: Any = ipython.get_ipython() if ipython is not None else None
    return shell is not None and "IPKernelApp" in shell.config
