"""Modules that are imported when a name is first read from them.

Annotations of public functions name classes of these modules. Type checkers see the real
modules. At run time a lazy module imports the real one when a name is read from it, so that
``import alerce`` does not wait for pandas or astropy, and ``typing.get_type_hints`` still
finds every name.
"""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import TYPE_CHECKING, Any


class LazyModule(ModuleType):
    """Imports the module of the same name when an attribute is read."""

    def __getattr__(self, name: str) -> Any:
        """Return an attribute of the real module."""
        found = getattr(importlib.import_module(self.__name__), name)
        setattr(self, name, found)
        return found


def lazy_module(name: str) -> Any:
    """Return a lazy module."""
    return LazyModule(name)


if TYPE_CHECKING:
    import astropy.coordinates as coordinates
    import astropy.io.fits as fits
    import astropy.table as table
    import astropy.time as time
    import astropy.timeseries as timeseries
    import httpx
    import matplotlib.axes as axes
    import matplotlib.figure as figure
    import numpy as np
    import numpy.typing as npt
    import pandas as pd
    from alerce_api.catshtm import models as catshtm_models
    from alerce_api.catshtm import rows as catshtm_rows
    from alerce_api.lsst import models as lsst_models
    from alerce_api.lsst import rows as lsst_rows
    from alerce_api.ztf import models as ztf_models
    from alerce_api.ztf import rows as ztf_rows
    from alerce_api.ztf2 import models as ztf2_models
    from alerce_api.ztf2 import rows as ztf2_rows
else:
    axes = lazy_module("matplotlib.axes")
    catshtm_models = lazy_module("alerce_api.catshtm.models")
    catshtm_rows = lazy_module("alerce_api.catshtm.rows")
    coordinates = lazy_module("astropy.coordinates")
    figure = lazy_module("matplotlib.figure")
    fits = lazy_module("astropy.io.fits")
    httpx = lazy_module("httpx")
    lsst_models = lazy_module("alerce_api.lsst.models")
    lsst_rows = lazy_module("alerce_api.lsst.rows")
    np = lazy_module("numpy")
    npt = lazy_module("numpy.typing")
    pd = lazy_module("pandas")
    table = lazy_module("astropy.table")
    time = lazy_module("astropy.time")
    timeseries = lazy_module("astropy.timeseries")
    ztf2_models = lazy_module("alerce_api.ztf2.models")
    ztf2_rows = lazy_module("alerce_api.ztf2.rows")
    ztf_models = lazy_module("alerce_api.ztf.models")
    ztf_rows = lazy_module("alerce_api.ztf.rows")

__all__ = [
    "axes",
    "catshtm_models",
    "catshtm_rows",
    "coordinates",
    "figure",
    "fits",
    "httpx",
    "lazy_module",
    "lsst_models",
    "lsst_rows",
    "np",
    "npt",
    "pd",
    "table",
    "time",
    "timeseries",
    "ztf2_models",
    "ztf2_rows",
    "ztf_models",
    "ztf_rows",
]
