"""The ZTF API: objects, light curves, classifications."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar, Unpack, cast, overload

from alerce_api.ztf.api.classification import (
    list_classes,
    list_classifiers,
    list_feature,
    list_features,
    list_probabilities,
)
from alerce_api.ztf.api.objects import get_limit_values, get_object
from alerce_api.ztf.api.photometry import (
    get_lightcurve,
    list_detections,
    list_magstats,
    list_non_detections,
)
from alerce_api.ztf.types import RequestKwargs

from alerce import arguments, kinds, paging, tables
from alerce._async.service import CONCURRENCY, AsyncService
from alerce.arguments import Integer, Many
from alerce.calls import Call
from alerce.concurrency import AsyncFetch, async_each
from alerce.filters import ObjectFilters, ObjectQuery, object_query
from alerce.formats import check_format
from alerce.kinds import AnyLightCurve, RecordLightCurve
from alerce.results import Kind, LightCurve, Tabular
from alerce.wire import object_of, rows_of

if TYPE_CHECKING:
    import pandas as pd
    from alerce_api.ztf import models, rows
    from astropy.table import Table

RowT = TypeVar("RowT")
ModelT = TypeVar("ModelT")
Names: TypeAlias = tables.Names


class AsyncZtf(AsyncService):
    """Methods of the client that ask the ZTF API."""

    @property
    def ztf_url(self) -> str:
        """Base address of the ZTF API in force."""
        return self._settings.url("ztf")

    @overload
    async def query_objects(
        self,
        format: Literal["pandas"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
        **filters: Unpack[ObjectFilters],
    ) -> pd.DataFrame: ...
    @overload
    async def query_objects(
        self,
        format: Literal["votable"],
        index: Names | None = None,
        sort: Names | None = None,
        **filters: Unpack[ObjectFilters],
    ) -> Table: ...
    @overload
    async def query_objects(
        self,
        format: Literal["json"],
        index: Names | None = None,
        sort: Names | None = None,
        **filters: Unpack[ObjectFilters],
    ) -> rows.ObjectsPage: ...
    @overload
    async def query_objects(
        self,
        format: Literal["csv"],
        index: Names | None = None,
        sort: Names | None = None,
        **filters: Unpack[ObjectFilters],
    ) -> str: ...
    @overload
    async def query_objects(
        self,
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
        **filters: Unpack[ObjectFilters],
    ) -> list[models.ListedObject]: ...
    @overload
    async def query_objects(
        self,
        format: str,
        index: Names | None = None,
        sort: Names | None = None,
        **filters: Unpack[ObjectFilters],
    ) -> Tabular | rows.ObjectsPage | list[models.ListedObject]: ...
    async def query_objects(
        self,
        format: str = "pandas",
        index: Names | None = None,
        sort: Names | None = None,
        **filters: Unpack[ObjectFilters],
    ) -> Tabular | rows.ObjectsPage | list[models.ListedObject]:
        """Return the objects that pass some filters: one page, or exactly those of a list.

        Parameters
        ----------
        format : {"pandas", "votable", "json", "csv", "models"}
            Form of the answer, in any letter case. "json" is the whole page
            with total, next, has_next and items.
        index, sort : str or sequence of str, optional
            Columns to make the index of, and to sort by, when format is "pandas".
        **filters
            oid : str or several
                Object identifier, or any number of them: exactly those objects
                are returned, in the order asked, however many requests that
                takes. None of them gives no rows.
            oid_pattern : str
                Pattern of object identifiers: ``*`` or ``%`` stand for any
                text, ``_`` for one letter.
            classifier, classifier_version, class_name : str
                See `query_classifiers`. Without any of the classification's
                filters the service shows the classes of its default classifier.
            ranking : int
                Rank of the class among those of the classifier, from 1.
            ndet : int or (int, int)
                Number of detections: a minimum, or [minimum, maximum].
            probability : float
                Least probability of the class, 0 to 1.
            firstmjd, lastmjd : float or (float, float)
                First and last detection, MJD in days (UTC): a minimum, or
                [minimum, maximum].
            ra, dec : float
                Centre of a cone search in deg (ICRS).
            radius : float
                Its radius in arcsec; the service takes 30 when it is left out.
            page, page_size : int
                Which page, from 1, and rows a page; the service takes 10. With
                a list of oids they cut a page out of the whole.
            count : bool, or "True", "true", "yes", "False", "false", "no"
                Whether to count all rows (the service stops at 50001).
            order_by : str
                One of oid, ndet, g_r_max, g_r_max_corr, g_r_mean, g_r_mean_corr,
                meanra, meandec, sigmara, sigmadec, deltajd, firstmjd, lastmjd,
                class_name, classifier_name, classifier_version, probability,
                ranking.
            order_mode : {"ASC", "DESC"}
                Order of the rows.

        Returns
        -------
        DataFrame, Table, dict, str or list
            One row an object and, where several versions of a classifier
            classified it, a row for each. Positions in deg, epochs MJD in days
            (UTC), magnitudes in mag.

        Raises
        ------
        ArgumentError
            An unknown filter, or one whose value makes no sense.
        APIError
            Any other failure; see `alerce.exceptions`.

        Notes
        -----
        Without `order_by` the service promises no order, so that walking from
        page to page can repeat and skip objects; ``order_by="oid"`` is stable.
        It knows of a next page only when it counts.

        Examples
        --------
        >>> page = client.query_objects(
        ...     format="json", classifier="lc_classifier", class_name="SNIa", page_size=5, count=True
        ... )
        >>> len(page["items"]), page["has_next"]
        (5, True)
        """
        wanted = check_format(format)
        page = await self._objects(object_query(filters))
        if wanted == "json":
            return page
        return cast(
            "Tabular | list[models.ListedObject]",
            kinds.LISTED_OBJECT.table(page["items"], wanted, index, sort),
        )

    @overload
    async def query_object(
        self,
        oid: str,
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
    ) -> rows.Object: ...
    @overload
    async def query_object(
        self,
        oid: Many[str],
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
    ) -> dict[str, rows.Object]: ...
    @overload
    async def query_object(
        self,
        oid: str | Many[str],
        format: Literal["pandas"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> pd.DataFrame: ...
    @overload
    async def query_object(
        self,
        oid: str | Many[str],
        format: Literal["votable"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> Table: ...
    @overload
    async def query_object(
        self,
        oid: str | Many[str],
        format: Literal["csv"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> str: ...
    @overload
    async def query_object(
        self,
        oid: str,
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> models.Object: ...
    @overload
    async def query_object(
        self,
        oid: Many[str],
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> dict[str, models.Object]: ...
    @overload
    async def query_object(
        self, oid: str, format: str, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | rows.Object | models.Object: ...
    @overload
    async def query_object(
        self, oid: Many[str], format: str, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | dict[str, rows.Object] | dict[str, models.Object]: ...
    async def query_object(
        self,
        oid: str | Many[str],
        format: str = "json",
        index: Names | None = None,
        sort: Names | None = None,
    ) -> Tabular | rows.Object | models.Object | dict[str, rows.Object] | dict[str, models.Object]:
        """Return the statistics of one object, or of several.

        Parameters
        ----------
        oid : str or several
            Object identifier. Given several, tables get a column ``oid`` in
            front, and json and models are a dict by identifier, in the order
            asked.
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the answer, in any letter case.
        index, sort : str or sequence of str, optional
            Columns to make the index of, and to sort by, when format is "pandas".

        Returns
        -------
        dict, Object, DataFrame, Table or str
            The object; a table of one row in the tabular formats.

        Raises
        ------
        ObjectNotFoundError
            The service knows no such object.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> client.query_object("ZTF18abbuksn")["ndet"]
        48

        """
        wanted = check_format(format)
        if isinstance(oid, str):
            return kinds.OBJECT.one(
                await self._object(arguments.oid("oid", oid)), wanted, index, sort
            )
        found = await self._each_oid(oid, self._object)
        match wanted:
            case "json":
                return found
            case "models":
                return dict(zip(found, kinds.OBJECT.records(list(found.values())), strict=True))
            case _:
                return cast(Tabular, kinds.OBJECT.table(list(found.values()), wanted, index, sort))

    @overload
    async def query_detections(
        self,
        oid: str,
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
    ) -> list[rows.Detection]: ...
    @overload
    async def query_detections(
        self,
        oid: Many[str],
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
    ) -> dict[str, list[rows.Detection]]: ...
    @overload
    async def query_detections(
        self,
        oid: str | Many[str],
        format: Literal["pandas"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> pd.DataFrame: ...
    @overload
    async def query_detections(
        self,
        oid: str | Many[str],
        format: Literal["votable"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> Table: ...
    @overload
    async def query_detections(
        self,
        oid: str | Many[str],
        format: Literal["csv"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> str: ...
    @overload
    async def query_detections(
        self,
        oid: str,
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> list[models.Detection]: ...
    @overload
    async def query_detections(
        self,
        oid: Many[str],
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> dict[str, list[models.Detection]]: ...
    @overload
    async def query_detections(
        self, oid: str, format: str, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | list[rows.Detection] | list[models.Detection]: ...
    @overload
    async def query_detections(
        self, oid: Many[str], format: str, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | dict[str, list[rows.Detection]] | dict[str, list[models.Detection]]: ...
    async def query_detections(
        self,
        oid: str | Many[str],
        format: str = "json",
        index: Names | None = None,
        sort: Names | None = None,
    ) -> (
        Tabular
        | list[rows.Detection]
        | list[models.Detection]
        | dict[str, list[rows.Detection]]
        | dict[str, list[models.Detection]]
    ):
        """Return the detections of an object, or of several, in order of time.

        Parameters
        ----------
        oid : str or several
            Object identifier. Given several, tables get a column ``oid`` in
            front, and json and models are a dict by identifier, in the order
            asked.
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the answer, in any letter case.
        index, sort : str or sequence of str, optional
            Columns to make the index of, and to sort by, when format is "pandas".

        Returns
        -------
        DataFrame, Table, str or list
            One row a detection, ordered by mjd (days, UTC); magnitudes in mag.

        Raises
        ------
        ObjectNotFoundError
            The service knows no such object.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> detections = client.query_detections("ZTF18abbuksn", format="pandas")
        >>> detections.attrs["units"]["magpsf"]
        'mag'

        """
        return await self._per_object(oid, kinds.DETECTION, self._detections, format, index, sort)

    @overload
    async def query_non_detections(
        self,
        oid: str,
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
    ) -> list[rows.NonDetection]: ...
    @overload
    async def query_non_detections(
        self,
        oid: Many[str],
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
    ) -> dict[str, list[rows.NonDetection]]: ...
    @overload
    async def query_non_detections(
        self,
        oid: str | Many[str],
        format: Literal["pandas"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> pd.DataFrame: ...
    @overload
    async def query_non_detections(
        self,
        oid: str | Many[str],
        format: Literal["votable"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> Table: ...
    @overload
    async def query_non_detections(
        self,
        oid: str | Many[str],
        format: Literal["csv"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> str: ...
    @overload
    async def query_non_detections(
        self,
        oid: str,
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> list[models.NonDetection]: ...
    @overload
    async def query_non_detections(
        self,
        oid: Many[str],
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> dict[str, list[models.NonDetection]]: ...
    @overload
    async def query_non_detections(
        self, oid: str, format: str, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | list[rows.NonDetection] | list[models.NonDetection]: ...
    @overload
    async def query_non_detections(
        self, oid: Many[str], format: str, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | dict[str, list[rows.NonDetection]] | dict[str, list[models.NonDetection]]: ...
    async def query_non_detections(
        self,
        oid: str | Many[str],
        format: str = "json",
        index: Names | None = None,
        sort: Names | None = None,
    ) -> (
        Tabular
        | list[rows.NonDetection]
        | list[models.NonDetection]
        | dict[str, list[rows.NonDetection]]
        | dict[str, list[models.NonDetection]]
    ):
        """Return the upper limits of an object, or of several, in order of time.

        Parameters
        ----------
        oid : str or several
            Object identifier. Given several, tables get a column ``oid`` in
            front, and json and models are a dict by identifier, in the order
            asked.
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the answer, in any letter case.
        index, sort : str or sequence of str, optional
            Columns to make the index of, and to sort by, when format is "pandas".

        Returns
        -------
        DataFrame, Table, str or list
            One row a visit without a detection: mjd (days, UTC) and the 5-sigma
            limiting magnitude diffmaglim (mag).

        Raises
        ------
        ObjectNotFoundError
            The service knows no such object.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> limits = client.query_non_detections("ZTF18abbuksn", format="pandas")
        >>> list(limits.columns)
        ['tid', 'mjd', 'fid', 'diffmaglim']

        """
        return await self._per_object(
            oid, kinds.NON_DETECTION, self._non_detections, format, index, sort
        )

    @overload
    async def query_lightcurve(
        self, oid: str, format: Literal["json"] = ...
    ) -> rows.LightCurve: ...
    @overload
    async def query_lightcurve(
        self, oid: Many[str], format: Literal["json"] = ...
    ) -> dict[str, rows.LightCurve]: ...
    @overload
    async def query_lightcurve(
        self, oid: str | Many[str], format: Literal["pandas"]
    ) -> LightCurve[pd.DataFrame]: ...
    @overload
    async def query_lightcurve(
        self, oid: str | Many[str], format: Literal["votable"]
    ) -> LightCurve[Table]: ...
    @overload
    async def query_lightcurve(
        self, oid: str | Many[str], format: Literal["csv"]
    ) -> LightCurve[str]: ...
    @overload
    async def query_lightcurve(self, oid: str, format: Literal["models"]) -> RecordLightCurve: ...
    @overload
    async def query_lightcurve(
        self, oid: Many[str], format: Literal["models"]
    ) -> dict[str, RecordLightCurve]: ...
    @overload
    async def query_lightcurve(self, oid: str, format: str) -> AnyLightCurve | rows.LightCurve: ...
    @overload
    async def query_lightcurve(
        self, oid: Many[str], format: str
    ) -> AnyLightCurve | dict[str, rows.LightCurve] | dict[str, RecordLightCurve]: ...
    async def query_lightcurve(
        self, oid: str | Many[str], format: str = "json"
    ) -> AnyLightCurve | rows.LightCurve | dict[str, rows.LightCurve] | dict[str, RecordLightCurve]:
        """Return the light curve of an object, or of several: detections and upper limits.

        Parameters
        ----------
        oid : str or several
            Object identifier. Given several, tables get a column ``oid`` in
            front, and json and models are a dict by identifier, in the order
            asked.
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of both parts, in any letter case.

        Returns
        -------
        dict
            With the keys ``detections`` and ``non_detections``, each ordered by
            mjd (days, UTC); two empty parts when the object has neither.

        Raises
        ------
        ObjectNotFoundError
            The service knows no such object.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> light_curve = client.query_lightcurve("ZTF18abbuksn", format="pandas")
        >>> sorted(light_curve)
        ['detections', 'non_detections']
        """
        wanted = check_format(format)
        if isinstance(oid, str):
            found = await self._light_curve(arguments.oid("oid", oid))
            return found if wanted == "json" else kinds.light_curve(found, wanted)
        several = await self._each_oid(oid, self._light_curve)
        match wanted:
            case "json":
                return several
            case "models":
                return {oid: kinds.light_curve_records(each) for oid, each in several.items()}
            case _:
                return kinds.stacked_light_curves(several, wanted)

    @overload
    async def query_magstats(
        self,
        oid: str,
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
    ) -> list[rows.Magstats]: ...
    @overload
    async def query_magstats(
        self,
        oid: Many[str],
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
    ) -> dict[str, list[rows.Magstats]]: ...
    @overload
    async def query_magstats(
        self,
        oid: str | Many[str],
        format: Literal["pandas"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> pd.DataFrame: ...
    @overload
    async def query_magstats(
        self,
        oid: str | Many[str],
        format: Literal["votable"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> Table: ...
    @overload
    async def query_magstats(
        self,
        oid: str | Many[str],
        format: Literal["csv"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> str: ...
    @overload
    async def query_magstats(
        self,
        oid: str,
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> list[models.Magstats]: ...
    @overload
    async def query_magstats(
        self,
        oid: Many[str],
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> dict[str, list[models.Magstats]]: ...
    @overload
    async def query_magstats(
        self, oid: str, format: str, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | list[rows.Magstats] | list[models.Magstats]: ...
    @overload
    async def query_magstats(
        self, oid: Many[str], format: str, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | dict[str, list[rows.Magstats]] | dict[str, list[models.Magstats]]: ...
    async def query_magstats(
        self,
        oid: str | Many[str],
        format: str = "json",
        index: Names | None = None,
        sort: Names | None = None,
    ) -> (
        Tabular
        | list[rows.Magstats]
        | list[models.Magstats]
        | dict[str, list[rows.Magstats]]
        | dict[str, list[models.Magstats]]
    ):
        """Return the magnitude statistics of an object, or of several, band by band.

        Parameters
        ----------
        oid : str or several
            Object identifier. Given several, tables get a column ``oid`` in
            front, and json and models are a dict by identifier, in the order
            asked.
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the answer, in any letter case.
        index, sort : str or sequence of str, optional
            Columns to make the index of, and to sort by, when format is "pandas".

        Returns
        -------
        DataFrame, Table, str or list
            One row a band (fid 1 = g, 2 = r, 3 = i); magnitudes in mag.

        Raises
        ------
        ObjectNotFoundError
            The service knows no such object.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> [row["fid"] for row in client.query_magstats("ZTF18abbuksn")]
        [1, 2]

        """
        return await self._per_object(oid, kinds.MAGSTATS, self._magstats, format, index, sort)

    @overload
    async def query_probabilities(
        self,
        oid: str,
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
        classifier: str | None = None,
        classifier_version: str | None = None,
    ) -> list[rows.Probability]: ...
    @overload
    async def query_probabilities(
        self,
        oid: Many[str],
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
        classifier: str | None = None,
        classifier_version: str | None = None,
    ) -> dict[str, list[rows.Probability]]: ...
    @overload
    async def query_probabilities(
        self,
        oid: str | Many[str],
        format: Literal["pandas"],
        index: Names | None = None,
        sort: Names | None = None,
        classifier: str | None = None,
        classifier_version: str | None = None,
    ) -> pd.DataFrame: ...
    @overload
    async def query_probabilities(
        self,
        oid: str | Many[str],
        format: Literal["votable"],
        index: Names | None = None,
        sort: Names | None = None,
        classifier: str | None = None,
        classifier_version: str | None = None,
    ) -> Table: ...
    @overload
    async def query_probabilities(
        self,
        oid: str | Many[str],
        format: Literal["csv"],
        index: Names | None = None,
        sort: Names | None = None,
        classifier: str | None = None,
        classifier_version: str | None = None,
    ) -> str: ...
    @overload
    async def query_probabilities(
        self,
        oid: str,
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
        classifier: str | None = None,
        classifier_version: str | None = None,
    ) -> list[models.Probability]: ...
    @overload
    async def query_probabilities(
        self,
        oid: Many[str],
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
        classifier: str | None = None,
        classifier_version: str | None = None,
    ) -> dict[str, list[models.Probability]]: ...
    @overload
    async def query_probabilities(
        self,
        oid: str,
        format: str,
        index: Names | None = None,
        sort: Names | None = None,
        classifier: str | None = None,
        classifier_version: str | None = None,
    ) -> Tabular | list[rows.Probability] | list[models.Probability]: ...
    @overload
    async def query_probabilities(
        self,
        oid: Many[str],
        format: str,
        index: Names | None = None,
        sort: Names | None = None,
        classifier: str | None = None,
        classifier_version: str | None = None,
    ) -> Tabular | dict[str, list[rows.Probability]] | dict[str, list[models.Probability]]: ...
    async def query_probabilities(
        self,
        oid: str | Many[str],
        format: str = "json",
        index: Names | None = None,
        sort: Names | None = None,
        classifier: str | None = None,
        classifier_version: str | None = None,
    ) -> (
        Tabular
        | list[rows.Probability]
        | list[models.Probability]
        | dict[str, list[rows.Probability]]
        | dict[str, list[models.Probability]]
    ):
        """Return the class probabilities of an object, or of several, by every classifier.

        Parameters
        ----------
        oid : str or several
            Object identifier. Given several, tables get a column ``oid`` in
            front, and json and models are a dict by identifier, in the order
            asked.
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the answer, in any letter case.
        index, sort : str or sequence of str, optional
            Columns to make the index of, and to sort by, when format is "pandas".

        Returns
        -------
        DataFrame, Table, str or list
            One row a class: classifier_name, classifier_version, class_name,
            probability (0 to 1) and ranking (1 is the most probable).

        Raises
        ------
        ObjectNotFoundError
            The service knows no such object.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> rows = client.query_probabilities("ZTF18abbuksn", classifier="lc_classifier")
        >>> {row["classifier_name"] for row in rows}
        {'lc_classifier'}

        """

        async def fetch(oid: str) -> list[rows.Probability]:
            request = list_probabilities.get_kwargs(
                oid=oid,
                classifier=_given("classifier", classifier),
                classifier_version=_given("classifier_version", classifier_version),
            )
            found = await self._rows(_about(oid, "probabilities", request))
            return cast("list[rows.Probability]", found)

        return await self._per_object(oid, kinds.PROBABILITY, fetch, format, index, sort)

    @overload
    async def query_features(
        self,
        oid: str,
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
    ) -> list[rows.Feature]: ...
    @overload
    async def query_features(
        self,
        oid: Many[str],
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
    ) -> dict[str, list[rows.Feature]]: ...
    @overload
    async def query_features(
        self,
        oid: str | Many[str],
        format: Literal["pandas"],
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
    ) -> pd.DataFrame: ...
    @overload
    async def query_features(
        self,
        oid: str | Many[str],
        format: Literal["votable"],
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
    ) -> Table: ...
    @overload
    async def query_features(
        self,
        oid: str | Many[str],
        format: Literal["csv"],
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
    ) -> str: ...
    @overload
    async def query_features(
        self,
        oid: str,
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
    ) -> list[models.Feature]: ...
    @overload
    async def query_features(
        self,
        oid: Many[str],
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
    ) -> dict[str, list[models.Feature]]: ...
    @overload
    async def query_features(
        self,
        oid: str,
        format: str,
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
    ) -> Tabular | list[rows.Feature] | list[models.Feature]: ...
    @overload
    async def query_features(
        self,
        oid: Many[str],
        format: str,
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
    ) -> Tabular | dict[str, list[rows.Feature]] | dict[str, list[models.Feature]]: ...
    async def query_features(
        self,
        oid: str | Many[str],
        format: str = "json",
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
    ) -> (
        Tabular
        | list[rows.Feature]
        | list[models.Feature]
        | dict[str, list[rows.Feature]]
        | dict[str, list[models.Feature]]
    ):
        """Return the features that classifiers computed for an object, or for several.

        Parameters
        ----------
        oid : str or several
            Object identifier. Given several, tables get a column ``oid`` in
            front, and json and models are a dict by identifier, in the order
            asked.
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the answer, in any letter case.
        index, sort : str or sequence of str, optional
            Columns to make the index of, and to sort by, when format is "pandas".

        Returns
        -------
        DataFrame, Table, str or list
            One row a feature, band and version: name, value, fid (12 = both bands,
            0 = none), version. Sanchez-Saez et al. 2021, AJ 161, 141 defines them.

        Raises
        ------
        ObjectNotFoundError
            The service knows no such object.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> features = client.query_features("ZTF18abbuksn", format="pandas")
        >>> list(features.columns)
        ['name', 'value', 'fid', 'version']

        """

        async def fetch(oid: str) -> list[rows.Feature]:
            return await self._features(oid, fid, version)

        return await self._per_object(oid, kinds.FEATURE, fetch, format, index, sort)

    @overload
    async def query_feature(
        self,
        oid: str,
        name: str,
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
    ) -> list[rows.Feature]: ...
    @overload
    async def query_feature(
        self,
        oid: Many[str],
        name: str,
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
    ) -> dict[str, list[rows.Feature]]: ...
    @overload
    async def query_feature(
        self,
        oid: str | Many[str],
        name: str,
        format: Literal["pandas"],
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
    ) -> pd.DataFrame: ...
    @overload
    async def query_feature(
        self,
        oid: str | Many[str],
        name: str,
        format: Literal["votable"],
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
    ) -> Table: ...
    @overload
    async def query_feature(
        self,
        oid: str | Many[str],
        name: str,
        format: Literal["csv"],
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
    ) -> str: ...
    @overload
    async def query_feature(
        self,
        oid: str,
        name: str,
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
    ) -> list[models.Feature]: ...
    @overload
    async def query_feature(
        self,
        oid: Many[str],
        name: str,
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
    ) -> dict[str, list[models.Feature]]: ...
    @overload
    async def query_feature(
        self,
        oid: str,
        name: str,
        format: str,
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
    ) -> Tabular | list[rows.Feature] | list[models.Feature]: ...
    @overload
    async def query_feature(
        self,
        oid: Many[str],
        name: str,
        format: str,
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
    ) -> Tabular | dict[str, list[rows.Feature]] | dict[str, list[models.Feature]]: ...
    async def query_feature(
        self,
        oid: str | Many[str],
        name: str,
        format: str = "json",
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
    ) -> (
        Tabular
        | list[rows.Feature]
        | list[models.Feature]
        | dict[str, list[rows.Feature]]
        | dict[str, list[models.Feature]]
    ):
        """Return one feature of an object, or of several.

        Parameters
        ----------
        oid : str or several
            Object identifier. Given several, tables get a column ``oid`` in
            front, and json and models are a dict by identifier, in the order
            asked.
        name : str
            Name of the feature, for instance "Multiband_period".
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the answer, in any letter case.
        index, sort : str or sequence of str, optional
            Columns to make the index of, and to sort by, when format is "pandas".

        Returns
        -------
        DataFrame, Table, str or list
            One row a band and version; none when there is no such feature.

        Raises
        ------
        ObjectNotFoundError
            The service knows no such object.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> rows = client.query_feature("ZTF18abbuksn", "Multiband_period", fid=12)
        >>> {row["name"] for row in rows}
        {'Multiband_period'}

        """
        wanted = arguments.text("name", name)

        async def fetch(oid: str) -> list[rows.Feature]:
            return await self._feature(oid, wanted, fid, version)

        return await self._per_object(oid, kinds.FEATURE, fetch, format, index, sort)

    @overload
    async def query_classifiers(
        self, format: Literal["json"] = ..., index: Names | None = None, sort: Names | None = None
    ) -> list[rows.Classifier]: ...
    @overload
    async def query_classifiers(
        self, format: Literal["pandas"], index: Names | None = None, sort: Names | None = None
    ) -> pd.DataFrame: ...
    @overload
    async def query_classifiers(
        self, format: Literal["votable"], index: Names | None = None, sort: Names | None = None
    ) -> Table: ...
    @overload
    async def query_classifiers(
        self, format: Literal["csv"], index: Names | None = None, sort: Names | None = None
    ) -> str: ...
    @overload
    async def query_classifiers(
        self, format: Literal["models"], index: Names | None = None, sort: Names | None = None
    ) -> list[models.Classifier]: ...
    @overload
    async def query_classifiers(
        self, format: str, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | list[rows.Classifier] | list[models.Classifier]: ...
    async def query_classifiers(
        self, format: str = "json", index: Names | None = None, sort: Names | None = None
    ) -> Tabular | list[rows.Classifier] | list[models.Classifier]:
        """Return all classifiers, one row a version, with their classes.

        Parameters
        ----------
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the answer, in any letter case.
        index, sort : str or sequence of str, optional
            Columns to make the index of, and to sort by, when format is "pandas".

        Returns
        -------
        DataFrame, Table, str or list
            classifier_name, classifier_version, and classes: a list, or in votable
            and csv their names joined by a comma.

        Raises
        ------
        APIError
            See `alerce.exceptions`.

        Examples
        --------
        >>> sorted({row["classifier_name"] for row in client.query_classifiers()})
        ['lc_classifier', 'stamp_classifier']

        """
        wanted = check_format(format)
        found = await self._rows(
            Call("ztf", "classifiers", list_classifiers.get_kwargs(), about="classifiers")
        )
        return kinds.CLASSIFIER.table(cast("list[rows.Classifier]", found), wanted, index, sort)

    @overload
    async def query_classes(
        self,
        classifier_name: str,
        classifier_version: str,
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
    ) -> list[rows.ClassName]: ...
    @overload
    async def query_classes(
        self,
        classifier_name: str,
        classifier_version: str,
        format: Literal["pandas"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> pd.DataFrame: ...
    @overload
    async def query_classes(
        self,
        classifier_name: str,
        classifier_version: str,
        format: Literal["votable"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> Table: ...
    @overload
    async def query_classes(
        self,
        classifier_name: str,
        classifier_version: str,
        format: Literal["csv"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> str: ...
    @overload
    async def query_classes(
        self,
        classifier_name: str,
        classifier_version: str,
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> list[models.ClassName]: ...
    @overload
    async def query_classes(
        self,
        classifier_name: str,
        classifier_version: str,
        format: str,
        index: Names | None = None,
        sort: Names | None = None,
    ) -> Tabular | list[rows.ClassName] | list[models.ClassName]: ...
    async def query_classes(
        self,
        classifier_name: str,
        classifier_version: str,
        format: str = "json",
        index: Names | None = None,
        sort: Names | None = None,
    ) -> Tabular | list[rows.ClassName] | list[models.ClassName]:
        """Return the classes of one version of a classifier.

        Parameters
        ----------
        classifier_name, classifier_version : str
            As in an answer of `query_classifiers`.
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the answer, in any letter case.
        index, sort : str or sequence of str, optional
            Columns to make the index of, and to sort by, when format is "pandas".

        Returns
        -------
        DataFrame, Table, str or list
            One row a class: name.

        Raises
        ------
        ObjectNotFoundError
            There is no such classifier or version.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> classes = client.query_classes("lc_classifier", "hierarchical_random_forest_1.0.0")
        >>> classes[0]["name"]
        'SNIa'

        """
        wanted = check_format(format)
        name = arguments.path_segment("classifier_name", classifier_name)
        version = arguments.path_segment("classifier_version", classifier_version)
        found = await self._rows(
            Call(
                "ztf",
                "classifier_classes",
                list_classes.get_kwargs(classifier_name=name, classifier_version=version),
                (name, version),
                f"classifier {name} {version}",
            )
        )
        return kinds.CLASS_NAME.table(cast("list[rows.ClassName]", found), wanted, index, sort)

    @overload
    async def query_limit_values(
        self, format: Literal["json"] = ..., index: Names | None = None, sort: Names | None = None
    ) -> rows.LimitValues: ...
    @overload
    async def query_limit_values(
        self, format: Literal["pandas"], index: Names | None = None, sort: Names | None = None
    ) -> pd.DataFrame: ...
    @overload
    async def query_limit_values(
        self, format: Literal["votable"], index: Names | None = None, sort: Names | None = None
    ) -> Table: ...
    @overload
    async def query_limit_values(
        self, format: Literal["csv"], index: Names | None = None, sort: Names | None = None
    ) -> str: ...
    @overload
    async def query_limit_values(
        self, format: Literal["models"], index: Names | None = None, sort: Names | None = None
    ) -> models.LimitValues: ...
    @overload
    async def query_limit_values(
        self, format: str, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | rows.LimitValues | models.LimitValues: ...
    async def query_limit_values(
        self, format: str = "json", index: Names | None = None, sort: Names | None = None
    ) -> Tabular | rows.LimitValues | models.LimitValues:
        """Return the least and greatest ndet and firstmjd of all objects.

        Parameters
        ----------
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the answer, in any letter case.
        index, sort : str or sequence of str, optional
            Columns to make the index of, and to sort by, when format is "pandas".

        Returns
        -------
        dict, LimitValues, DataFrame, Table or str
            min_ndet, max_ndet, and min_firstmjd, max_firstmjd (MJD in days, UTC).

        Raises
        ------
        APIError
            See `alerce.exceptions`.

        Examples
        --------
        >>> sorted(client.query_limit_values())
        ['max_firstmjd', 'max_ndet', 'min_firstmjd', 'min_ndet']

        """
        wanted = check_format(format)
        found = await self._row(
            Call("ztf", "limit_values", get_limit_values.get_kwargs(), about="limit values")
        )
        return kinds.LIMIT_VALUES.one(cast("rows.LimitValues", found), wanted, index, sort)

    async def _per_object(
        self,
        oid: str | Many[str],
        kind: Kind[RowT, ModelT],
        fetch: AsyncFetch[list[RowT]],
        format: str,
        index: Names | None,
        sort: Names | None,
    ) -> Tabular | list[RowT] | list[ModelT] | dict[str, list[RowT]] | dict[str, list[ModelT]]:
        wanted = check_format(format)
        if isinstance(oid, str):
            return kind.table(await fetch(arguments.oid("oid", oid)), wanted, index, sort)
        return kind.stacked(await self._each_oid(oid, fetch), wanted, index, sort)

    async def _objects(self, query: ObjectQuery) -> rows.ObjectsPage:
        # One object without a page asked for is a list too: it can have many rows.
        if query.oids is None or (len(query.oids) == 1 and (query.page or query.page_size)):
            return await self._page(query)
        parts = paging.parts_of(query, query.oids)
        found = await async_each(self._all_rows, parts, CONCURRENCY)
        return paging.whole(query, query.oids, found)

    async def _page(self, query: ObjectQuery) -> rows.ObjectsPage:
        call = Call("ztf", "objects", query.request(), about="objects")
        value, response = await self._answer(call)
        page = object_of(value, response, call)
        rows_of(page.get("items"), response, call)
        return cast("rows.ObjectsPage", page)

    async def _all_rows(self, query: ObjectQuery) -> list[rows.ListedObject]:
        items: list[rows.ListedObject] = []
        number = 1
        while True:
            page = await self._page(query.replace(page=number, count=None))
            items += page["items"]
            # The only sign of the end: has_next is always false when rows are not counted.
            if len(page["items"]) < paging.LIST_PAGE_SIZE:
                return items
            number += 1

    async def _object(self, oid: str) -> rows.Object:
        return cast(
            "rows.Object",
            await self._row(_about(oid, "single_object", get_object.get_kwargs(oid=oid))),
        )

    async def _detections(self, oid: str) -> list[rows.Detection]:
        return cast(
            "list[rows.Detection]",
            await self._rows(_about(oid, "detections", list_detections.get_kwargs(oid=oid))),
        )

    async def _non_detections(self, oid: str) -> list[rows.NonDetection]:
        request = list_non_detections.get_kwargs(oid=oid)
        return cast(
            "list[rows.NonDetection]", await self._rows(_about(oid, "non_detections", request))
        )

    async def _magstats(self, oid: str) -> list[rows.Magstats]:
        return cast(
            "list[rows.Magstats]",
            await self._rows(_about(oid, "magstats", list_magstats.get_kwargs(oid=oid))),
        )

    async def _light_curve(self, oid: str) -> rows.LightCurve:
        call = _about(oid, "lightcurve", get_lightcurve.get_kwargs(oid=oid))
        value, response = await self._answer(call)
        if value is None:
            return {"detections": [], "non_detections": []}
        light_curve = object_of(value, response, call)
        for part in ("detections", "non_detections"):
            rows_of(light_curve.get(part), response, call)
        return cast("rows.LightCurve", light_curve)

    async def _features(
        self, oid: str, fid: Integer | None, version: str | None
    ) -> list[rows.Feature]:
        request = list_features.get_kwargs(
            oid=oid,
            fid=_fid(fid),
            version=_given("version", version),
        )
        return cast("list[rows.Feature]", await self._rows(_about(oid, "features", request)))

    async def _feature(
        self, oid: str, name: str, fid: Integer | None, version: str | None
    ) -> list[rows.Feature]:
        if name in (".", "..") or "/" in name:
            # There are such names (Power_rate_1/2), and the service has no route to them.
            features = await self._features(oid, fid, version)
            return [row for row in features if row["name"] == name]
        segment = arguments.path_segment("name", name)
        request = list_feature.get_kwargs(
            oid=oid,
            name=segment,
            fid=_fid(fid),
            version=_given("version", version),
        )
        call = Call("ztf", "single_feature", request, (oid, segment), f"object {oid}")
        return cast("list[rows.Feature]", await self._rows(call))


def _about(oid: str, route: str, request: RequestKwargs) -> Call:
    return Call("ztf", route, request, (oid,), f"object {oid}")


def _given(name: str, value: str | None) -> str | None:
    return None if value is None else arguments.text(name, value)


def _fid(value: Integer | None) -> int | None:
    return None if value is None else arguments.integer("fid", value)
