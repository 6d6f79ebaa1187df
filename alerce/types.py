"""Types for annotations of the client's arguments and results.

The rows are what ``format="json"`` returns: dicts whose keys type checkers and
editors know. The records of ``format="models"`` have the same names in
``alerce_api.ztf.models`` and ``alerce_api.catshtm.models``. The rows and records of LSST
are in ``alerce_api.lsst.rows`` and ``alerce_api.lsst.models``.

Examples
--------
>>> from alerce.types import Detection
>>> def brightest(detections: list[Detection]) -> Detection:
...     return min(detections, key=lambda each: each["magpsf"])
>>> brightest(client.query_detections("ZTF18abbuksn"))["magpsf"] < 20
True
"""

from alerce_api.catshtm.rows import (
    ConeColumn,
    ConeTable,
    CrossMatch,
    MatchField,
)
from alerce_api.ztf.rows import (
    Classifier,
    ClassName,
    Detection,
    Feature,
    LightCurve,
    LimitValues,
    ListedObject,
    Magstats,
    NonDetection,
    Object,
    ObjectsPage,
    OrderBy,
    OrderMode,
    Probability,
)

from alerce.arguments.checks import Integer, Many, Number
from alerce.arguments.filters import Flag, ObjectFilters, UnknownFilters
from alerce.arguments.formats import Format, QueryFormat, StampFormat
from alerce.arguments.lsst import LsstFilters
from alerce.arguments.surveys import Survey
from alerce.bulk.parquet import Download
from alerce.config import Config
from alerce.decode.sql import Cell
from alerce.http.options import AsyncClientArguments, ClientArguments, Errors, OptionArguments
from alerce.results.catalogs import CatalogName, KnownCatalog
from alerce.results.kinds import ByOid
from alerce.results.lightcurves import TableLightCurve
from alerce.results.lsst import LsstRecordLightCurve
from alerce.results.lsst_lightcurves import LsstLightCurve
from alerce.results.paging import Bookmark
from alerce.results.redshifts import Redshift
from alerce.results.tables import Names
from alerce.results.ztf import RecordLightCurve

__all__ = [
    "AsyncClientArguments",
    "Bookmark",
    "ByOid",
    "CatalogName",
    "Cell",
    "ClassName",
    "Classifier",
    "ClientArguments",
    "ConeColumn",
    "ConeTable",
    "Config",
    "CrossMatch",
    "Detection",
    "Download",
    "Errors",
    "Feature",
    "Flag",
    "Format",
    "Integer",
    "KnownCatalog",
    "LightCurve",
    "LimitValues",
    "ListedObject",
    "LsstFilters",
    "LsstLightCurve",
    "LsstRecordLightCurve",
    "Magstats",
    "Many",
    "MatchField",
    "Names",
    "NonDetection",
    "Number",
    "Object",
    "ObjectFilters",
    "ObjectsPage",
    "OptionArguments",
    "OrderBy",
    "OrderMode",
    "Probability",
    "QueryFormat",
    "RecordLightCurve",
    "Redshift",
    "StampFormat",
    "Survey",
    "TableLightCurve",
    "UnknownFilters",
]
