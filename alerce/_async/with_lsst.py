"""The way from a client to its methods for LSST, which are loaded when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alerce._async.service import AsyncService
from alerce._lazy import lazy_module

if TYPE_CHECKING:
    from alerce._async import lsst as lsst_methods
else:
    lsst_methods = lazy_module("alerce._async.lsst")


class AsyncWithLsst(AsyncService):
    """Base of the classes of methods that serve LSST too."""

    @property
    def lsst(self) -> lsst_methods.AsyncLsst:
        """The methods for LSST, each with its own types."""
        made = lsst_methods.AsyncLsst.__new__(lsst_methods.AsyncLsst)
        # The same settings, options and connections.
        vars(made).update(vars(self))
        return made
