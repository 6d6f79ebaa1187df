"""The way from a client to its methods for LSST, which are loaded when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alerce._lazy import lazy_module
from alerce._sync.service import Service

if TYPE_CHECKING:
    from alerce._sync import lsst as lsst_methods
else:
    lsst_methods = lazy_module("alerce._sync.lsst")


class WithLsst(Service):
    """Base of the classes of methods that serve LSST too."""

    @property
    def lsst(self) -> lsst_methods.Lsst:
        """The methods for LSST, each with its own types."""
        made = lsst_methods.Lsst.__new__(lsst_methods.Lsst)
        # The same settings, options and connections.
        vars(made).update(vars(self))
        return made
