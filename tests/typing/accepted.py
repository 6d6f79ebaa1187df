"""What every call returns, in every format: read by type checkers, never run.

The file is about the asynchronous API; test_typing.py derives that of the
synchronous one from it and has both checked. Where the format is a variable of
the type `Format`, checkers may find less than the annotation of `_one` or
`_several`, but no more.
"""

from typing import Any, assert_type

import numpy as np
import pandas as pd
from alerce_api.catshtm import models as catshtm_models
from alerce_api.client import Client as LowLevelClient
from alerce_api.lsst import models as lsst_models
from alerce_api.lsst import rows as lsst_rows
from alerce_api.ztf import models
from alerce_api.ztf2 import models as ztf2_models
from alerce_api.ztf2 import rows as ztf2_rows
from astropy.coordinates import SkyCoord
from astropy.io.fits import HDUList
from astropy.table import Table
from matplotlib.figure import Figure
from numpy.typing import NDArray

from alerce import AsyncAlerce
from alerce.results.summary import ObjectSummary
from alerce.sandbox import Sandbox
from alerce.types import (
    Cell,
    Classifier,
    ClassName,
    ConeTable,
    Config,
    CrossMatch,
    Detection,
    Feature,
    Format,
    KnownCatalog,
    LightCurve,
    LimitValues,
    LsstFilters,
    LsstLightCurve,
    LsstRecordLightCurve,
    Magstats,
    NonDetection,
    Object,
    ObjectFilters,
    ObjectsPage,
    Probability,
    QueryFormat,
    RecordLightCurve,
    Redshift,
    StampFormat,
    TableLightCurve,
    UnknownFilters,
)

LSST = 313900000000000001
LSST_OIDS = [LSST, LSST + 1]

OID = "ZTF18abbuksn"
OIDS = [OID, "ZTF18abkifng"]

EveryImage = (
    HDUList | list[NDArray[np.float32]] | dict[str, HDUList] | dict[str, list[NDArray[np.float32]]]
)


async def query_objects(client: AsyncAlerce, known: Format) -> None:
    assert_type(await client.query_objects(), pd.DataFrame)
    assert_type(await client.query_objects(format="pandas"), pd.DataFrame)
    assert_type(await client.query_objects("pandas"), pd.DataFrame)
    assert_type(await client.query_objects(format="votable"), Table)
    assert_type(await client.query_objects("votable"), Table)
    assert_type(await client.query_objects(format="csv"), str)
    assert_type(await client.query_objects("csv"), str)
    assert_type(await client.query_objects(format="json"), ObjectsPage)
    assert_type(await client.query_objects("json"), ObjectsPage)
    assert_type(await client.query_objects(format="models"), list[models.ListedObject])
    assert_type(await client.query_objects("models"), list[models.ListedObject])
    assert_type(
        await client.query_objects(format=known),
        pd.DataFrame | Table | str | ObjectsPage | list[models.ListedObject],
    )


async def query_objects_filters(client: AsyncAlerce) -> None:
    filters: ObjectFilters = {"classifier": "lc_classifier", "class_name": "SNIa"}
    assert_type(await client.query_objects(**filters), pd.DataFrame)
    assert_type(await client.query_objects(format="json", **filters), ObjectsPage)
    objects = await client.query_objects(
        oid=OIDS,
        oid_pattern=None,
        classifier="lc_classifier",
        classifier_version="1.1.13",
        class_name="SNIa",
        ranking=1,
        ndet=[10, 100],
        probability=0.5,
        firstmjd=59000,
        lastmjd=(59000.5, np.float64(59500)),
        ra=np.float32(10),
        dec=20,
        radius=30,
        page=np.int64(1),
        page_size=20,
        count=True,
        order_by="probability",
        order_mode="DESC",
    )
    assert_type(objects, pd.DataFrame)
    assert_type(await client.query_objects("pandas", "oid", ["ndet"], count="true"), pd.DataFrame)


async def query_object(client: AsyncAlerce, known: Format) -> None:
    assert_type(await client.query_object(OID), Object)
    assert_type(await client.query_object(OID, format="pandas"), pd.DataFrame)
    assert_type(await client.query_object(OID, "pandas"), pd.DataFrame)
    assert_type(await client.query_object(OID, format="votable"), Table)
    assert_type(await client.query_object(OID, "votable"), Table)
    assert_type(await client.query_object(OID, format="csv"), str)
    assert_type(await client.query_object(OID, "csv"), str)
    assert_type(await client.query_object(OID, format="json"), Object)
    assert_type(await client.query_object(OID, "json"), Object)
    assert_type(await client.query_object(OID, format="models"), models.Object)
    assert_type(await client.query_object(OID, "models"), models.Object)
    _one: (
        pd.DataFrame
        | Table
        | str
        | Object
        | models.Object
        | dict[str, Object]
        | dict[str, models.Object]
    ) = await client.query_object(OID, format=known)
    assert_type(await client.query_object(OIDS), dict[str, Object])
    assert_type(await client.query_object(OIDS, format="pandas"), pd.DataFrame)
    assert_type(await client.query_object(OIDS, "pandas"), pd.DataFrame)
    assert_type(await client.query_object(OIDS, format="votable"), Table)
    assert_type(await client.query_object(OIDS, "votable"), Table)
    assert_type(await client.query_object(OIDS, format="csv"), str)
    assert_type(await client.query_object(OIDS, "csv"), str)
    assert_type(await client.query_object(OIDS, format="json"), dict[str, Object])
    assert_type(await client.query_object(OIDS, "json"), dict[str, Object])
    assert_type(await client.query_object(OIDS, format="models"), dict[str, models.Object])
    assert_type(await client.query_object(OIDS, "models"), dict[str, models.Object])
    _several: (
        pd.DataFrame
        | Table
        | str
        | Object
        | models.Object
        | dict[str, Object]
        | dict[str, models.Object]
    ) = await client.query_object(OIDS, format=known)


async def query_detections(client: AsyncAlerce, known: Format) -> None:
    assert_type(await client.query_detections(OID), list[Detection])
    assert_type(await client.query_detections(OID, format="pandas"), pd.DataFrame)
    assert_type(await client.query_detections(OID, "pandas"), pd.DataFrame)
    assert_type(await client.query_detections(OID, format="votable"), Table)
    assert_type(await client.query_detections(OID, "votable"), Table)
    assert_type(await client.query_detections(OID, format="csv"), str)
    assert_type(await client.query_detections(OID, "csv"), str)
    assert_type(await client.query_detections(OID, format="json"), list[Detection])
    assert_type(await client.query_detections(OID, "json"), list[Detection])
    assert_type(await client.query_detections(OID, format="models"), list[models.Detection])
    assert_type(await client.query_detections(OID, "models"), list[models.Detection])
    _one: (
        pd.DataFrame
        | Table
        | str
        | list[Detection]
        | list[models.Detection]
        | dict[str, list[Detection]]
        | dict[str, list[models.Detection]]
    ) = await client.query_detections(OID, format=known)
    assert_type(await client.query_detections(OIDS), dict[str, list[Detection]])
    assert_type(await client.query_detections(OIDS, format="pandas"), pd.DataFrame)
    assert_type(await client.query_detections(OIDS, "pandas"), pd.DataFrame)
    assert_type(await client.query_detections(OIDS, format="votable"), Table)
    assert_type(await client.query_detections(OIDS, "votable"), Table)
    assert_type(await client.query_detections(OIDS, format="csv"), str)
    assert_type(await client.query_detections(OIDS, "csv"), str)
    assert_type(await client.query_detections(OIDS, format="json"), dict[str, list[Detection]])
    assert_type(await client.query_detections(OIDS, "json"), dict[str, list[Detection]])
    assert_type(
        await client.query_detections(OIDS, format="models"), dict[str, list[models.Detection]]
    )
    assert_type(await client.query_detections(OIDS, "models"), dict[str, list[models.Detection]])
    _several: (
        pd.DataFrame
        | Table
        | str
        | list[Detection]
        | list[models.Detection]
        | dict[str, list[Detection]]
        | dict[str, list[models.Detection]]
    ) = await client.query_detections(OIDS, format=known)


async def query_non_detections(client: AsyncAlerce, known: Format) -> None:
    assert_type(await client.query_non_detections(OID), list[NonDetection])
    assert_type(await client.query_non_detections(OID, format="pandas"), pd.DataFrame)
    assert_type(await client.query_non_detections(OID, "pandas"), pd.DataFrame)
    assert_type(await client.query_non_detections(OID, format="votable"), Table)
    assert_type(await client.query_non_detections(OID, "votable"), Table)
    assert_type(await client.query_non_detections(OID, format="csv"), str)
    assert_type(await client.query_non_detections(OID, "csv"), str)
    assert_type(await client.query_non_detections(OID, format="json"), list[NonDetection])
    assert_type(await client.query_non_detections(OID, "json"), list[NonDetection])
    assert_type(await client.query_non_detections(OID, format="models"), list[models.NonDetection])
    assert_type(await client.query_non_detections(OID, "models"), list[models.NonDetection])
    _one: (
        pd.DataFrame
        | Table
        | str
        | list[NonDetection]
        | list[models.NonDetection]
        | dict[str, list[NonDetection]]
        | dict[str, list[models.NonDetection]]
    ) = await client.query_non_detections(OID, format=known)
    assert_type(await client.query_non_detections(OIDS), dict[str, list[NonDetection]])
    assert_type(await client.query_non_detections(OIDS, format="pandas"), pd.DataFrame)
    assert_type(await client.query_non_detections(OIDS, "pandas"), pd.DataFrame)
    assert_type(await client.query_non_detections(OIDS, format="votable"), Table)
    assert_type(await client.query_non_detections(OIDS, "votable"), Table)
    assert_type(await client.query_non_detections(OIDS, format="csv"), str)
    assert_type(await client.query_non_detections(OIDS, "csv"), str)
    assert_type(
        await client.query_non_detections(OIDS, format="json"), dict[str, list[NonDetection]]
    )
    assert_type(await client.query_non_detections(OIDS, "json"), dict[str, list[NonDetection]])
    assert_type(
        await client.query_non_detections(OIDS, format="models"),
        dict[str, list[models.NonDetection]],
    )
    assert_type(
        await client.query_non_detections(OIDS, "models"), dict[str, list[models.NonDetection]]
    )
    _several: (
        pd.DataFrame
        | Table
        | str
        | list[NonDetection]
        | list[models.NonDetection]
        | dict[str, list[NonDetection]]
        | dict[str, list[models.NonDetection]]
    ) = await client.query_non_detections(OIDS, format=known)


async def query_magstats(client: AsyncAlerce, known: Format) -> None:
    assert_type(await client.query_magstats(OID), list[Magstats])
    assert_type(await client.query_magstats(OID, format="pandas"), pd.DataFrame)
    assert_type(await client.query_magstats(OID, "pandas"), pd.DataFrame)
    assert_type(await client.query_magstats(OID, format="votable"), Table)
    assert_type(await client.query_magstats(OID, "votable"), Table)
    assert_type(await client.query_magstats(OID, format="csv"), str)
    assert_type(await client.query_magstats(OID, "csv"), str)
    assert_type(await client.query_magstats(OID, format="json"), list[Magstats])
    assert_type(await client.query_magstats(OID, "json"), list[Magstats])
    assert_type(await client.query_magstats(OID, format="models"), list[models.Magstats])
    assert_type(await client.query_magstats(OID, "models"), list[models.Magstats])
    _one: (
        pd.DataFrame
        | Table
        | str
        | list[Magstats]
        | list[models.Magstats]
        | dict[str, list[Magstats]]
        | dict[str, list[models.Magstats]]
    ) = await client.query_magstats(OID, format=known)
    assert_type(await client.query_magstats(OIDS), dict[str, list[Magstats]])
    assert_type(await client.query_magstats(OIDS, format="pandas"), pd.DataFrame)
    assert_type(await client.query_magstats(OIDS, "pandas"), pd.DataFrame)
    assert_type(await client.query_magstats(OIDS, format="votable"), Table)
    assert_type(await client.query_magstats(OIDS, "votable"), Table)
    assert_type(await client.query_magstats(OIDS, format="csv"), str)
    assert_type(await client.query_magstats(OIDS, "csv"), str)
    assert_type(await client.query_magstats(OIDS, format="json"), dict[str, list[Magstats]])
    assert_type(await client.query_magstats(OIDS, "json"), dict[str, list[Magstats]])
    assert_type(
        await client.query_magstats(OIDS, format="models"), dict[str, list[models.Magstats]]
    )
    assert_type(await client.query_magstats(OIDS, "models"), dict[str, list[models.Magstats]])
    _several: (
        pd.DataFrame
        | Table
        | str
        | list[Magstats]
        | list[models.Magstats]
        | dict[str, list[Magstats]]
        | dict[str, list[models.Magstats]]
    ) = await client.query_magstats(OIDS, format=known)


async def query_lightcurve(client: AsyncAlerce, known: Format) -> None:
    assert_type(await client.query_lightcurve(OID), LightCurve)
    assert_type(await client.query_lightcurve(OID, format="pandas"), TableLightCurve[pd.DataFrame])
    assert_type(await client.query_lightcurve(OID, "pandas"), TableLightCurve[pd.DataFrame])
    assert_type(await client.query_lightcurve(OID, format="votable"), TableLightCurve[Table])
    assert_type(await client.query_lightcurve(OID, "votable"), TableLightCurve[Table])
    assert_type(await client.query_lightcurve(OID, format="csv"), TableLightCurve[str])
    assert_type(await client.query_lightcurve(OID, "csv"), TableLightCurve[str])
    assert_type(await client.query_lightcurve(OID, format="json"), LightCurve)
    assert_type(await client.query_lightcurve(OID, "json"), LightCurve)
    assert_type(await client.query_lightcurve(OID, format="models"), RecordLightCurve)
    assert_type(await client.query_lightcurve(OID, "models"), RecordLightCurve)
    _one: (
        TableLightCurve[pd.DataFrame]
        | TableLightCurve[Table]
        | TableLightCurve[str]
        | LightCurve
        | RecordLightCurve
        | dict[str, LightCurve]
        | dict[str, RecordLightCurve]
    ) = await client.query_lightcurve(OID, format=known)
    assert_type(await client.query_lightcurve(OIDS), dict[str, LightCurve])
    assert_type(await client.query_lightcurve(OIDS, format="pandas"), TableLightCurve[pd.DataFrame])
    assert_type(await client.query_lightcurve(OIDS, "pandas"), TableLightCurve[pd.DataFrame])
    assert_type(await client.query_lightcurve(OIDS, format="votable"), TableLightCurve[Table])
    assert_type(await client.query_lightcurve(OIDS, "votable"), TableLightCurve[Table])
    assert_type(await client.query_lightcurve(OIDS, format="csv"), TableLightCurve[str])
    assert_type(await client.query_lightcurve(OIDS, "csv"), TableLightCurve[str])
    assert_type(await client.query_lightcurve(OIDS, format="json"), dict[str, LightCurve])
    assert_type(await client.query_lightcurve(OIDS, "json"), dict[str, LightCurve])
    assert_type(await client.query_lightcurve(OIDS, format="models"), dict[str, RecordLightCurve])
    assert_type(await client.query_lightcurve(OIDS, "models"), dict[str, RecordLightCurve])
    _several: (
        TableLightCurve[pd.DataFrame]
        | TableLightCurve[Table]
        | TableLightCurve[str]
        | LightCurve
        | RecordLightCurve
        | dict[str, LightCurve]
        | dict[str, RecordLightCurve]
    ) = await client.query_lightcurve(OIDS, format=known)


async def query_probabilities(client: AsyncAlerce, known: Format) -> None:
    assert_type(await client.query_probabilities(OID), list[Probability])
    assert_type(await client.query_probabilities(OID, format="pandas"), pd.DataFrame)
    assert_type(await client.query_probabilities(OID, "pandas"), pd.DataFrame)
    assert_type(await client.query_probabilities(OID, format="votable"), Table)
    assert_type(await client.query_probabilities(OID, "votable"), Table)
    assert_type(await client.query_probabilities(OID, format="csv"), str)
    assert_type(await client.query_probabilities(OID, "csv"), str)
    assert_type(await client.query_probabilities(OID, format="json"), list[Probability])
    assert_type(await client.query_probabilities(OID, "json"), list[Probability])
    assert_type(await client.query_probabilities(OID, format="models"), list[models.Probability])
    assert_type(await client.query_probabilities(OID, "models"), list[models.Probability])
    _one: (
        pd.DataFrame
        | Table
        | str
        | list[Probability]
        | list[models.Probability]
        | dict[str, list[Probability]]
        | dict[str, list[models.Probability]]
    ) = await client.query_probabilities(OID, format=known)
    assert_type(await client.query_probabilities(OIDS), dict[str, list[Probability]])
    assert_type(await client.query_probabilities(OIDS, format="pandas"), pd.DataFrame)
    assert_type(await client.query_probabilities(OIDS, "pandas"), pd.DataFrame)
    assert_type(await client.query_probabilities(OIDS, format="votable"), Table)
    assert_type(await client.query_probabilities(OIDS, "votable"), Table)
    assert_type(await client.query_probabilities(OIDS, format="csv"), str)
    assert_type(await client.query_probabilities(OIDS, "csv"), str)
    assert_type(await client.query_probabilities(OIDS, format="json"), dict[str, list[Probability]])
    assert_type(await client.query_probabilities(OIDS, "json"), dict[str, list[Probability]])
    assert_type(
        await client.query_probabilities(OIDS, format="models"), dict[str, list[models.Probability]]
    )
    assert_type(
        await client.query_probabilities(OIDS, "models"), dict[str, list[models.Probability]]
    )
    _several: (
        pd.DataFrame
        | Table
        | str
        | list[Probability]
        | list[models.Probability]
        | dict[str, list[Probability]]
        | dict[str, list[models.Probability]]
    ) = await client.query_probabilities(OIDS, format=known)


async def query_features(client: AsyncAlerce, known: Format) -> None:
    assert_type(await client.query_features(OID), list[Feature])
    assert_type(await client.query_features(OID, format="pandas"), pd.DataFrame)
    assert_type(await client.query_features(OID, "pandas"), pd.DataFrame)
    assert_type(await client.query_features(OID, format="votable"), Table)
    assert_type(await client.query_features(OID, "votable"), Table)
    assert_type(await client.query_features(OID, format="csv"), str)
    assert_type(await client.query_features(OID, "csv"), str)
    assert_type(await client.query_features(OID, format="json"), list[Feature])
    assert_type(await client.query_features(OID, "json"), list[Feature])
    assert_type(await client.query_features(OID, format="models"), list[models.Feature])
    assert_type(await client.query_features(OID, "models"), list[models.Feature])
    _one: (
        pd.DataFrame
        | Table
        | str
        | list[Feature]
        | list[models.Feature]
        | dict[str, list[Feature]]
        | dict[str, list[models.Feature]]
    ) = await client.query_features(OID, format=known)
    assert_type(await client.query_features(OIDS), dict[str, list[Feature]])
    assert_type(await client.query_features(OIDS, format="pandas"), pd.DataFrame)
    assert_type(await client.query_features(OIDS, "pandas"), pd.DataFrame)
    assert_type(await client.query_features(OIDS, format="votable"), Table)
    assert_type(await client.query_features(OIDS, "votable"), Table)
    assert_type(await client.query_features(OIDS, format="csv"), str)
    assert_type(await client.query_features(OIDS, "csv"), str)
    assert_type(await client.query_features(OIDS, format="json"), dict[str, list[Feature]])
    assert_type(await client.query_features(OIDS, "json"), dict[str, list[Feature]])
    assert_type(await client.query_features(OIDS, format="models"), dict[str, list[models.Feature]])
    assert_type(await client.query_features(OIDS, "models"), dict[str, list[models.Feature]])
    _several: (
        pd.DataFrame
        | Table
        | str
        | list[Feature]
        | list[models.Feature]
        | dict[str, list[Feature]]
        | dict[str, list[models.Feature]]
    ) = await client.query_features(OIDS, format=known)


async def query_feature(client: AsyncAlerce, known: Format) -> None:
    assert_type(await client.query_feature(OID, "Amplitude"), list[Feature])
    assert_type(await client.query_feature(OID, "Amplitude", format="pandas"), pd.DataFrame)
    assert_type(await client.query_feature(OID, "Amplitude", "pandas"), pd.DataFrame)
    assert_type(await client.query_feature(OID, "Amplitude", format="votable"), Table)
    assert_type(await client.query_feature(OID, "Amplitude", "votable"), Table)
    assert_type(await client.query_feature(OID, "Amplitude", format="csv"), str)
    assert_type(await client.query_feature(OID, "Amplitude", "csv"), str)
    assert_type(await client.query_feature(OID, "Amplitude", format="json"), list[Feature])
    assert_type(await client.query_feature(OID, "Amplitude", "json"), list[Feature])
    assert_type(await client.query_feature(OID, "Amplitude", format="models"), list[models.Feature])
    assert_type(await client.query_feature(OID, "Amplitude", "models"), list[models.Feature])
    _one: (
        pd.DataFrame
        | Table
        | str
        | list[Feature]
        | list[models.Feature]
        | dict[str, list[Feature]]
        | dict[str, list[models.Feature]]
    ) = await client.query_feature(OID, "Amplitude", format=known)
    assert_type(await client.query_feature(OIDS, "Amplitude"), dict[str, list[Feature]])
    assert_type(await client.query_feature(OIDS, "Amplitude", format="pandas"), pd.DataFrame)
    assert_type(await client.query_feature(OIDS, "Amplitude", "pandas"), pd.DataFrame)
    assert_type(await client.query_feature(OIDS, "Amplitude", format="votable"), Table)
    assert_type(await client.query_feature(OIDS, "Amplitude", "votable"), Table)
    assert_type(await client.query_feature(OIDS, "Amplitude", format="csv"), str)
    assert_type(await client.query_feature(OIDS, "Amplitude", "csv"), str)
    assert_type(
        await client.query_feature(OIDS, "Amplitude", format="json"), dict[str, list[Feature]]
    )
    assert_type(await client.query_feature(OIDS, "Amplitude", "json"), dict[str, list[Feature]])
    assert_type(
        await client.query_feature(OIDS, "Amplitude", format="models"),
        dict[str, list[models.Feature]],
    )
    assert_type(
        await client.query_feature(OIDS, "Amplitude", "models"), dict[str, list[models.Feature]]
    )
    _several: (
        pd.DataFrame
        | Table
        | str
        | list[Feature]
        | list[models.Feature]
        | dict[str, list[Feature]]
        | dict[str, list[models.Feature]]
    ) = await client.query_feature(OIDS, "Amplitude", format=known)


async def several_at_once(client: AsyncAlerce, column: pd.Series[str]) -> None:
    assert_type(await client.query_detections(set(OIDS)), dict[str, list[Detection]])
    assert_type(await client.query_detections(tuple(OIDS)), dict[str, list[Detection]])
    assert_type(await client.query_detections(column), dict[str, list[Detection]])


async def identifiers_of_any_type(client: AsyncAlerce, oid: Any) -> None:
    """What a DataFrame or a plain dict holds is of no type; the format tells enough."""
    assert_type(await client.query_object(oid, "pandas"), pd.DataFrame)
    assert_type(await client.query_object(oid, format="csv"), str)
    assert_type(await client.query_detections(oid, "pandas"), pd.DataFrame)
    assert_type(await client.query_detections(oid, format="votable"), Table)
    assert_type(await client.query_non_detections(oid, "pandas"), pd.DataFrame)
    assert_type(await client.query_magstats(oid, "votable"), Table)
    assert_type(await client.query_lightcurve(oid, "pandas"), TableLightCurve[pd.DataFrame])
    assert_type(await client.query_probabilities(oid, "pandas"), pd.DataFrame)
    assert_type(await client.query_features(oid, format="pandas"), pd.DataFrame)
    assert_type(await client.query_feature(oid, "Amplitude", "pandas"), pd.DataFrame)


async def positions_of_any_type(client: AsyncAlerce, ra: Any, dec: Any) -> None:
    assert_type(await client.catshtm_conesearch(ra, dec, 5, "GAIA/DR1"), pd.DataFrame)
    assert_type(await client.catshtm_crossmatch(ra, dec, 5), dict[str, pd.Series[float]])
    assert_type(await client.catshtm_crossmatch(ra, dec, 5, "XMM", "votable"), Table)
    assert_type(await client.query_objects("votable", ra=ra, dec=dec, ndet=ra), Table)


async def arguments_of_a_dict(client: AsyncAlerce, given: dict[str, Any]) -> None:
    """pyright and ty know the type; mypy makes it Any, as for any overloaded function.

    Where a method serves two surveys pyright makes it Any too: the dict may name either.
    """
    _page: lsst_rows.ObjectsPage = await client.lsst.query_objects("json", **given)
    _frame: pd.DataFrame = await client.query_features(OID, "pandas", **given)


async def named_catalogs(client: AsyncAlerce, name: KnownCatalog, text: str) -> None:
    assert_type(
        await client.catshtm_conesearch(10, 20, 30, text), pd.DataFrame | dict[str, pd.DataFrame]
    )
    assert_type(
        await client.catshtm_crossmatch(10, 20, 30, text, format="pandas"),
        pd.Series[float] | dict[str, pd.Series[float]] | None,
    )
    assert_type(await client.catshtm_conesearch(10, 20, 30, name, "votable"), Table)
    assert_type(await client.catshtm_crossmatch(10, 20, 30, name), pd.Series[float] | None)


async def query_classifiers(client: AsyncAlerce, known: Format) -> None:
    assert_type(await client.query_classifiers(), list[Classifier])
    assert_type(await client.query_classifiers(format="pandas"), pd.DataFrame)
    assert_type(await client.query_classifiers("pandas"), pd.DataFrame)
    assert_type(await client.query_classifiers(format="votable"), Table)
    assert_type(await client.query_classifiers("votable"), Table)
    assert_type(await client.query_classifiers(format="csv"), str)
    assert_type(await client.query_classifiers("csv"), str)
    assert_type(await client.query_classifiers(format="json"), list[Classifier])
    assert_type(await client.query_classifiers("json"), list[Classifier])
    assert_type(await client.query_classifiers(format="models"), list[models.Classifier])
    assert_type(await client.query_classifiers("models"), list[models.Classifier])
    assert_type(
        await client.query_classifiers(format=known),
        pd.DataFrame | Table | str | list[Classifier] | list[models.Classifier],
    )


async def query_classes(client: AsyncAlerce, known: Format) -> None:
    assert_type(await client.query_classes("lc_classifier", "1.1.13"), list[ClassName])
    assert_type(
        await client.query_classes("lc_classifier", "1.1.13", format="pandas"), pd.DataFrame
    )
    assert_type(await client.query_classes("lc_classifier", "1.1.13", "pandas"), pd.DataFrame)
    assert_type(await client.query_classes("lc_classifier", "1.1.13", format="votable"), Table)
    assert_type(await client.query_classes("lc_classifier", "1.1.13", "votable"), Table)
    assert_type(await client.query_classes("lc_classifier", "1.1.13", format="csv"), str)
    assert_type(await client.query_classes("lc_classifier", "1.1.13", "csv"), str)
    assert_type(
        await client.query_classes("lc_classifier", "1.1.13", format="json"), list[ClassName]
    )
    assert_type(await client.query_classes("lc_classifier", "1.1.13", "json"), list[ClassName])
    assert_type(
        await client.query_classes("lc_classifier", "1.1.13", format="models"),
        list[models.ClassName],
    )
    assert_type(
        await client.query_classes("lc_classifier", "1.1.13", "models"), list[models.ClassName]
    )
    assert_type(
        await client.query_classes("lc_classifier", "1.1.13", format=known),
        pd.DataFrame | Table | str | list[ClassName] | list[models.ClassName],
    )


async def query_limit_values(client: AsyncAlerce, known: Format) -> None:
    assert_type(await client.query_limit_values(), LimitValues)
    assert_type(await client.query_limit_values(format="pandas"), pd.DataFrame)
    assert_type(await client.query_limit_values("pandas"), pd.DataFrame)
    assert_type(await client.query_limit_values(format="votable"), Table)
    assert_type(await client.query_limit_values("votable"), Table)
    assert_type(await client.query_limit_values(format="csv"), str)
    assert_type(await client.query_limit_values("csv"), str)
    assert_type(await client.query_limit_values(format="json"), LimitValues)
    assert_type(await client.query_limit_values("json"), LimitValues)
    assert_type(await client.query_limit_values(format="models"), models.LimitValues)
    assert_type(await client.query_limit_values("models"), models.LimitValues)
    assert_type(
        await client.query_limit_values(format=known),
        pd.DataFrame | Table | str | LimitValues | models.LimitValues,
    )


async def get_stamps(client: AsyncAlerce, known: StampFormat) -> None:
    assert_type(await client.get_stamps(OID), HDUList)
    assert_type(await client.get_stamps(OID, 576161491515015015), HDUList)
    assert_type(await client.get_stamps(OID, "576161491515015015", "HDUList"), HDUList)
    assert_type(await client.get_stamps(OID, format="HDUList"), HDUList)
    assert_type(await client.get_stamps(OID, format="numpy"), list[NDArray[np.float32]])
    assert_type(await client.get_stamps(OID, None, "numpy"), list[NDArray[np.float32]])
    _one: EveryImage = await client.get_stamps(OID, format=known)
    assert_type(await client.get_stamps(OIDS), dict[str, HDUList])
    assert_type(await client.get_stamps(OIDS, [1, "2"]), dict[str, HDUList])
    assert_type(await client.get_stamps(OID, [1, "2"]), dict[str, HDUList])
    assert_type(await client.get_stamps(OIDS, format="numpy"), dict[str, list[NDArray[np.float32]]])
    assert_type(await client.get_stamps(OID, [1], "numpy"), dict[str, list[NDArray[np.float32]]])
    _several: EveryImage = await client.get_stamps(OIDS, [1], known)


async def alert_packets(client: AsyncAlerce) -> None:
    assert_type(await client.get_avro(OID), bytes)
    assert_type(await client.get_avro(OID, 576161491515015015), bytes)
    assert_type(await client.get_avro(OIDS), dict[str, bytes])
    assert_type(await client.query_period(OID), float | None)
    assert_type(await client.query_period(OIDS), dict[str, float | None])
    assert_type(await client.query_summary(OID), ObjectSummary)
    assert_type(await client.query_summary(OIDS), dict[str, ObjectSummary])
    assert_type(await client.get_avro(OIDS, (1, 2)), dict[str, bytes])
    assert_type(await client.get_avro(OID, (1, "2")), dict[str, bytes])
    assert_type(await client.plot_stamps(OID), Figure | None)


async def catshtm_conesearch(client: AsyncAlerce, known: Format, text: str) -> None:
    assert_type(await client.catshtm_conesearch(10, 20, 30), dict[str, pd.DataFrame])
    assert_type(await client.catshtm_conesearch(10, 20, 30, "all"), dict[str, pd.DataFrame])
    assert_type(await client.catshtm_conesearch(10, 20, 30, "GAIADR1"), pd.DataFrame)
    assert_type(await client.catshtm_conesearch(10, 20, 30, "GAIA/DR1"), pd.DataFrame)
    assert_type(
        await client.catshtm_conesearch(10, 20, 30, format="pandas"), dict[str, pd.DataFrame]
    )
    assert_type(
        await client.catshtm_conesearch(10, 20, 30, "all", "pandas"), dict[str, pd.DataFrame]
    )
    assert_type(await client.catshtm_conesearch(10, 20, 30, "GAIA/DR1", "pandas"), pd.DataFrame)
    assert_type(await client.catshtm_conesearch(10, 20, 30, format="votable"), dict[str, Table])
    assert_type(await client.catshtm_conesearch(10, 20, 30, "all", "votable"), dict[str, Table])
    assert_type(await client.catshtm_conesearch(10, 20, 30, "GAIA/DR1", "votable"), Table)
    assert_type(await client.catshtm_conesearch(10, 20, 30, format="csv"), dict[str, str])
    assert_type(await client.catshtm_conesearch(10, 20, 30, "all", "csv"), dict[str, str])
    assert_type(await client.catshtm_conesearch(10, 20, 30, "GAIA/DR1", "csv"), str)
    assert_type(await client.catshtm_conesearch(10, 20, 30, format="json"), dict[str, ConeTable])
    assert_type(await client.catshtm_conesearch(10, 20, 30, "all", "json"), dict[str, ConeTable])
    assert_type(await client.catshtm_conesearch(10, 20, 30, "GAIA/DR1", "json"), ConeTable)
    assert_type(
        await client.catshtm_conesearch(10, 20, 30, format="models"),
        dict[str, catshtm_models.ConeTable],
    )
    assert_type(
        await client.catshtm_conesearch(10, 20, 30, "all", "models"),
        dict[str, catshtm_models.ConeTable],
    )
    assert_type(
        await client.catshtm_conesearch(10, 20, 30, "GAIA/DR1", "models"), catshtm_models.ConeTable
    )
    assert_type(
        await client.catshtm_conesearch(10, 20, 30, text, known),
        pd.DataFrame
        | Table
        | str
        | ConeTable
        | catshtm_models.ConeTable
        | dict[str, pd.DataFrame]
        | dict[str, Table]
        | dict[str, str]
        | dict[str, ConeTable]
        | dict[str, catshtm_models.ConeTable],
    )


async def wide_tables(client: AsyncAlerce) -> None:
    assert_type(await client.query_features(OID, "pandas", wide=True), pd.DataFrame)
    assert_type(await client.query_features([OID], "votable", wide=True), Table)
    assert_type(await client.query_probabilities([OID], "csv", wide=True), str)


async def light_curves(client: AsyncAlerce) -> None:
    frames = await client.query_lightcurve(OID, "pandas")
    assert_type(frames.merged("mJy"), pd.DataFrame)
    assert_type((await client.query_lightcurve(OID, "votable")).fold(0.5), Table)
    assert_type(await client.plot_lightcurve(OID, fold=True), Figure)
    assert_type(await client.query_period(OID), float | None)


async def catshtm_at_positions(client: AsyncAlerce, sky: SkyCoord, several: list[float]) -> None:
    assert_type(await client.catshtm_conesearch(sky, radius="2 arcmin"), dict[str, pd.DataFrame])
    assert_type(
        await client.catshtm_conesearch(sky, radius=5, catalog_name="GAIA/DR1"), pd.DataFrame
    )
    assert_type(
        await client.catshtm_conesearch(sky, radius=5, catalog_name="GAIA/DR1", format="votable"),
        Table,
    )
    assert_type(await client.catshtm_conesearch(several, several, 5, "XMM"), pd.DataFrame)
    assert_type(await client.catshtm_crossmatch_many(several, several, None, "XMM"), pd.DataFrame)
    assert_type(await client.catshtm_crossmatch_many(several, several, 5), dict[str, pd.DataFrame])
    assert_type(
        await client.catshtm_crossmatch_many(several, several, 5, "XMM", "json"), list[CrossMatch]
    )
    assert_type(await client.catshtm_crossmatch_many(several, several, 5, "XMM", "votable"), Table)
    assert_type(
        await client.catshtm_crossmatch_many(several, several, 5, "XMM", "models"),
        list[catshtm_models.CrossMatch | None],
    )
    assert_type(
        await client.catshtm_crossmatch_many(sky, radius=5, format="json"),
        dict[str, list[CrossMatch]],
    )
    assert_type(await client.catshtm_crossmatch(sky, radius=5), dict[str, pd.Series[float]])
    assert_type(await client.catshtm_redshift(several, several, 5), list[float | None])
    assert_type(
        await client.catshtm_redshift_details(several, several, 5, "NEDz"), list[Redshift | None]
    )
    assert_type(await client.query_objects(ra=sky, radius="2 arcmin"), pd.DataFrame)
    assert_type(client.list_catalogs(), pd.DataFrame)


async def catshtm_crossmatch(client: AsyncAlerce, known: Format, text: str) -> None:
    assert_type(await client.catshtm_crossmatch(10, 20, 30), dict[str, pd.Series[float]])
    assert_type(await client.catshtm_crossmatch(10, 20, 30, "all"), dict[str, pd.Series[float]])
    assert_type(await client.catshtm_crossmatch(10, 20, 30, "GAIADR1"), pd.Series[float] | None)
    assert_type(await client.catshtm_crossmatch(10, 20, 30, "GAIA/DR1"), pd.Series[float] | None)
    assert_type(
        await client.catshtm_crossmatch(10, 20, 30, format="pandas"), dict[str, pd.Series[float]]
    )
    assert_type(
        await client.catshtm_crossmatch(10, 20, 30, "all", "pandas"), dict[str, pd.Series[float]]
    )
    assert_type(
        await client.catshtm_crossmatch(10, 20, 30, "GAIA/DR1", "pandas"), pd.Series[float] | None
    )
    assert_type(await client.catshtm_crossmatch(10, 20, 30, format="votable"), dict[str, Table])
    assert_type(await client.catshtm_crossmatch(10, 20, 30, "all", "votable"), dict[str, Table])
    assert_type(await client.catshtm_crossmatch(10, 20, 30, "GAIA/DR1", "votable"), Table)
    assert_type(await client.catshtm_crossmatch(10, 20, 30, format="csv"), dict[str, str])
    assert_type(await client.catshtm_crossmatch(10, 20, 30, "all", "csv"), dict[str, str])
    assert_type(await client.catshtm_crossmatch(10, 20, 30, "GAIA/DR1", "csv"), str)
    assert_type(await client.catshtm_crossmatch(10, 20, 30, format="json"), dict[str, CrossMatch])
    assert_type(await client.catshtm_crossmatch(10, 20, 30, "all", "json"), dict[str, CrossMatch])
    assert_type(await client.catshtm_crossmatch(10, 20, 30, "GAIA/DR1", "json"), CrossMatch)
    assert_type(
        await client.catshtm_crossmatch(10, 20, 30, format="models"),
        dict[str, catshtm_models.CrossMatch],
    )
    assert_type(
        await client.catshtm_crossmatch(10, 20, 30, "all", "models"),
        dict[str, catshtm_models.CrossMatch],
    )
    assert_type(
        await client.catshtm_crossmatch(10, 20, 30, "GAIA/DR1", "models"),
        catshtm_models.CrossMatch | None,
    )
    assert_type(
        await client.catshtm_crossmatch(10, 20, 30, text, known),
        pd.Series[float]
        | Table
        | str
        | CrossMatch
        | catshtm_models.CrossMatch
        | None
        | dict[str, pd.Series[float]]
        | dict[str, Table]
        | dict[str, str]
        | dict[str, CrossMatch]
        | dict[str, catshtm_models.CrossMatch],
    )


async def catshtm_others(client: AsyncAlerce, text: str) -> None:
    assert_type(await client.catshtm_redshift(10, 20, 30), float | None)
    assert_type(await client.catshtm_redshift_details(10, 20, 30), Redshift | None)
    assert_type(await client.catshtm_redshift(10, 20, 30, "GAIA/DR1", True), float | None)
    assert_type(await client.catshtm_redshift(10, 20, 30, catalog_name=text), float | None)
    assert_type(await client.catshtm_crossmatch(10, 20, None, "GAIADR1"), pd.Series[float] | None)
    assert_type(client.catshtm_catalog_translator("GAIA/DR1"), str)


async def send_query(client: AsyncAlerce, known: QueryFormat) -> None:
    assert_type(await client.send_query("SELECT oid FROM object"), str)
    assert_type(await client.send_query("SELECT oid FROM object", format="pandas"), pd.DataFrame)
    assert_type(await client.send_query("SELECT oid FROM object", "pandas"), pd.DataFrame)
    assert_type(await client.send_query("SELECT oid FROM object", format="votable"), Table)
    assert_type(await client.send_query("SELECT oid FROM object", "votable"), Table)
    assert_type(await client.send_query("SELECT oid FROM object", format="csv"), str)
    assert_type(await client.send_query("SELECT oid FROM object", "csv"), str)
    assert_type(
        await client.send_query("SELECT oid FROM object", format="json"), list[dict[str, Cell]]
    )
    assert_type(await client.send_query("SELECT oid FROM object", "json"), list[dict[str, Cell]])
    assert_type(
        await client.send_query("SELECT oid FROM object", format=known),
        pd.DataFrame | Table | str | list[dict[str, Cell]],
    )


async def the_client(sandbox: Sandbox) -> None:
    async with AsyncAlerce(**sandbox.config, timeout=10) as client:
        assert_type(client, AsyncAlerce)
        assert_type(client.with_options(timeout=5), AsyncAlerce)
        assert_type(client.config, Config)
        assert_type(client.ztf_url, str)
        assert_type(client.api.ztf, LowLevelClient)
        assert_type(client.api.catshtm, LowLevelClient)
        assert_type(client.api.stamps, LowLevelClient)
        assert_type(client.api.database, LowLevelClient)
        client.load_config_from_object({"ZTF_API_URL": client.ztf_url})
        client.load_config_from_file("config.json")
    await client.aclose()


async def fields(client: AsyncAlerce) -> None:
    detection = (await client.query_detections(OID))[0]
    assert_type(detection["magpsf"], float)
    assert_type(detection["candid"], str)
    assert_type(detection["fid"], int)
    page = await client.query_objects("json")
    assert_type(page["items"][0]["oid"], str)
    assert_type(page["next"], int | None)
    light_curve = await client.query_lightcurve(OID, "pandas")
    assert_type(light_curve.detections, pd.DataFrame)
    assert_type(light_curve["non_detections"], pd.DataFrame)
    record = (await client.query_detections(OID, "models"))[0]
    assert_type(record.magpsf, float)


async def lsst_objects(client: AsyncAlerce, filters: LsstFilters, known: Format) -> None:
    assert_type(await client.lsst.query_objects(), pd.DataFrame)
    assert_type(await client.lsst.query_objects("votable", n_det=[2, None]), Table)
    assert_type(await client.lsst.query_objects("csv", **filters), str)
    assert_type(await client.lsst.query_objects("json", oid=LSST), lsst_rows.ObjectsPage)
    assert_type(await client.lsst.query_objects(format="models"), list[lsst_models.ListedObject])
    assert_type(
        await client.lsst.query_objects(known),
        pd.DataFrame | Table | str | lsst_rows.ObjectsPage | list[lsst_models.ListedObject],
    )
    async for row in client.lsst.iter_objects(classifier="stamp_classifier_rubin"):
        assert_type(row, lsst_rows.ListedObject)


async def lsst_object(client: AsyncAlerce, number: np.int64, several: NDArray[np.int64]) -> None:
    assert_type(await client.lsst.query_object(LSST), lsst_rows.ObjectDetail)
    assert_type(await client.lsst.query_object(str(LSST)), lsst_rows.ObjectDetail)
    assert_type(await client.lsst.query_object(number), lsst_rows.ObjectDetail)
    assert_type(await client.lsst.query_object(LSST_OIDS), dict[str, lsst_rows.ObjectDetail])
    assert_type(await client.lsst.query_object(several), dict[str, lsst_rows.ObjectDetail])
    assert_type(await client.lsst.query_object(LSST, "pandas"), pd.DataFrame)
    assert_type(await client.lsst.query_object(LSST, "models"), lsst_models.ObjectDetail)


async def lsst_photometry(client: AsyncAlerce) -> None:
    assert_type(await client.lsst.query_detections(LSST), list[lsst_rows.Detection])
    assert_type(await client.lsst.query_detections(LSST_OIDS), dict[str, list[lsst_rows.Detection]])
    assert_type(await client.lsst.query_detections(LSST_OIDS, "pandas"), pd.DataFrame)
    assert_type(await client.lsst.query_non_detections(LSST), list[lsst_rows.NonDetection])
    assert_type(await client.lsst.query_forced_photometry(LSST), list[lsst_rows.ForcedPhotometry])
    assert_type(
        await client.lsst.query_forced_photometry(LSST, "models"),
        list[lsst_models.ForcedPhotometry],
    )
    assert_type(await client.lsst.query_lightcurve(LSST), lsst_rows.LightCurve)
    assert_type(await client.lsst.query_lightcurve(LSST_OIDS), dict[str, lsst_rows.LightCurve])
    assert_type(await client.lsst.query_lightcurve(LSST, "pandas"), LsstLightCurve[pd.DataFrame])
    assert_type(await client.lsst.query_lightcurve(LSST, "models"), LsstRecordLightCurve)
    light_curve = await client.lsst.query_lightcurve(LSST, "votable")
    assert_type(light_curve.merged(), Table)
    assert_type(await client.lsst.query_magstats(LSST), lsst_rows.Magstats)
    assert_type(await client.lsst.plot_lightcurve(LSST), Figure)


async def lsst_classes(client: AsyncAlerce) -> None:
    assert_type(await client.lsst.query_probabilities(LSST), list[lsst_rows.Probability])
    assert_type(await client.lsst.query_classifiers(), list[lsst_rows.Classifier])
    assert_type(await client.lsst.query_classes("stamp_classifier_rubin"), list[ClassName])


async def lsst_stamps(client: AsyncAlerce) -> None:
    assert_type(await client.lsst.get_stamps(LSST), HDUList)
    assert_type(await client.lsst.get_stamps(LSST_OIDS), dict[str, HDUList])
    assert_type(await client.lsst.get_stamps(LSST, [LSST]), dict[str, HDUList])
    assert_type(await client.lsst.get_stamps(LSST, format="numpy"), list[NDArray[np.float32]])
    assert_type(await client.lsst.plot_stamps(LSST), Figure)


async def the_door_of_2(client: AsyncAlerce) -> None:
    assert_type(await client.query_objects(survey="lsst", n_det=5), pd.DataFrame)
    assert_type(await client.query_detections(LSST, "pandas", survey="lsst"), pd.DataFrame)
    assert_type(await client.query_detections(LSST, format="votable", survey="lsst"), Table)
    assert_type(
        await client.query_lightcurve(LSST, "pandas", survey="lsst"),
        LsstLightCurve[pd.DataFrame],
    )
    assert_type(
        await client.query_detections(LSST, survey="lsst"),
        list[lsst_rows.Detection]
        | dict[str, list[lsst_rows.Detection]]
        | pd.DataFrame
        | Table
        | str
        | list[lsst_models.Detection]
        | dict[str, list[lsst_models.Detection]],
    )
    assert_type(await client.query_detections(OID, survey="ztf"), list[Detection])
    async for row in client.iter_objects(survey="lsst"):
        assert_type(row, lsst_rows.ListedObject)
    await client.get_stamps(LSST, survey="lsst", include_variance_and_psf=True)
    assert_type(await client.plot_lightcurve(LSST, survey="lsst"), Figure)


async def forced_photometry(client: AsyncAlerce) -> None:
    assert_type(await client.query_forced_photometry(OID), list[ztf2_rows.FlatForcedPhotometry])
    assert_type(
        await client.query_forced_photometry(OIDS, "models"),
        dict[str, list[ztf2_models.FlatForcedPhotometry]],
    )
    assert_type(
        await client.query_forced_photometry(OID, "pandas", survey_id="atlas"), pd.DataFrame
    )


async def code_in_the_wild(client: AsyncAlerce, index: str) -> None:
    assert_type(await client.query_objects(survey="ztf", ndet=[100, None]), pd.DataFrame)
    assert_type(
        await client.query_objects("json", firstmjd=(None, 59000.5), lastmjd=[None, 60000]),
        ObjectsPage,
    )
    assert_type(await client.query_object(OID, survey="ztf"), Object)
    assert_type(await client.query_object(OID, "pandas", "ztf"), pd.DataFrame)
    assert_type(await client.query_detections(OID, "pandas", "ztf", index), pd.DataFrame)
    assert_type(await client.query_lightcurve(OID, "json", "ztf"), LightCurve)
    assert_type(await client.query_classifiers("json", survey="ztf"), list[Classifier])
    assert_type(await client.get_stamps(OID, measurement_id=5, survey="ztf"), HDUList)
    assert_type(await client.get_avro(OID, 5, False, "ztf"), bytes)
    assert_type(await client.plot_stamps(OID, 5, None, "ztf"), Figure | None)
    lenient: UnknownFilters = "warn"
    client.with_options(unknown_filters=lenient)
    AsyncAlerce(URL_MS="https://example.org", ROUTES_MS={"objects": "list_objects"})
