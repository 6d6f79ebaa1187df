"""The client as type checkers and editors see it, derived by scripts/derive: do not edit."""

# Signatures overlap where an argument is omitted; the first one that matches applies.
# mypy: disable-error-code="overload-overlap"
# pyright: reportOverlappingOverload=false

import os
from collections.abc import Iterable, Mapping, Sequence
from types import TracebackType
from typing import Literal, Self, Unpack, overload

from alerce_api.lsst.models.order_mode import OrderMode
from alerce_api.ztf.models.order_by import OrderBy
from typing_extensions import TypedDict

from alerce._async import api as low_level
from alerce._async.download import What
from alerce._async.iteration import AsyncObjectIterator
from alerce._lazy import (
    axes,
    catshtm_models,
    catshtm_rows,
    figure,
    fits,
    lsst_models,
    lsst_rows,
    np,
    npt,
    pd,
    table,
    ztf2_models,
    ztf2_rows,
    ztf_models,
    ztf_rows,
)
from alerce.arguments.checks import (
    Angle,
    Angles,
    Candid,
    Duration,
    Epoch,
    Integer,
    Many,
    Number,
    Position,
    Sky,
)
from alerce.arguments.filters import Flag
from alerce.arguments.formats import Format, QueryFormat, StampFormat, Style
from alerce.arguments.lsst import Identifier, LsstFilters
from alerce.arguments.refusal import NoOther, NoSuchArgument, Refused
from alerce.arguments.surveys import Survey
from alerce.astronomy.photometry import Brightness, FluxUnit
from alerce.bulk.parquet import Download
from alerce.config import Config
from alerce.decode.sql import Cell
from alerce.http.options import AsyncClientArguments, OptionArguments
from alerce.results import redshifts, summary
from alerce.results.catalogs import CatalogName, KnownCatalog
from alerce.results.lightcurves import TableLightCurve
from alerce.results.lsst import LsstRecordLightCurve
from alerce.results.lsst_lightcurves import LsstLightCurve
from alerce.results.paging import Bookmark
from alerce.results.tables import Names
from alerce.results.ztf import RecordLightCurve

class CheckedFilters(TypedDict, total=False, extra_items=NoSuchArgument):  # type: ignore[call-arg] # mypy does not know extra items
    oid: str | Many[str] | Refused | None
    "Object identifier, or any number of them: exactly those objects are returned."
    oid_pattern: str | Refused | None
    "Pattern of object identifiers: ``*`` or ``%`` stand for any text, ``_`` for one letter."
    classifier: str | Refused | None
    'Classifier, for instance "lc_classifier"; see `query_classifiers`.'
    classifier_version: str | Refused | None
    "Version of the classifier."
    class_name: str | Refused | None
    'Class, for instance "SNIa"; see `query_classes`.'
    ranking: Integer | Refused | None
    "Rank of the class among those of the classifier; 1 is the most probable."
    ndet: Integer | Many[int | None] | Refused | None
    "Number of detections: a minimum, or [minimum, maximum], either of which may be None."
    probability: Number | Refused | None
    "Least probability of the class, 0 to 1."
    firstmjd: Epoch | Many[Epoch | None] | Refused | None
    "First detection, MJD in days (UTC) or a Time: a minimum, or [minimum, maximum], either of which may be None."
    lastmjd: Epoch | Many[Epoch | None] | Refused | None
    "Last detection, MJD in days (UTC) or a Time: a minimum, or [minimum, maximum], either of which may be None."
    ra: Angle | Many[float] | Sky | Refused | None
    "Right ascension of a cone search in deg (ICRS), needs `dec`; or a SkyCoord. Several positions are asked for one by one, and the rows say in ``input_index`` for which they are."
    dec: Angle | Many[float] | Refused | None
    "Declination of a cone search in deg (ICRS); needs `ra`."
    radius: Angle | Refused | None
    "Radius of a cone search in arcsec; the service takes 30 when it is left out."
    page: Integer | Literal["all"] | Refused | None
    'Which page to return, from 1, or "all" of them.'
    page_size: Integer | Refused | None
    "Rows a page; the service takes 10 when it is left out."
    count: Flag | Refused | None
    "Whether to count all rows (up to 50001) into ``total`` of the page."
    order_by: OrderBy | Refused | None
    "Column to order by."
    order_mode: OrderMode | Refused | None
    'Order of the rows: "ASC" or "DESC".'
    latest_version: Flag | Refused | None
    "Whether to keep of each object and classifier only the row of its latest version."

class CheckedLsstFilters(TypedDict, total=False, extra_items=NoSuchArgument):  # type: ignore[call-arg] # mypy does not know extra items
    oid: Identifier | Many[Identifier] | Refused | None
    "Object identifier, or any number of them: exactly those objects are returned."
    classifier: str | Refused | None
    'Classifier, for instance "stamp_classifier_rubin"; see `query_classifiers`.'
    class_name: str | Refused | None
    'Class of that classifier, for instance "SN"; needs `classifier`.'
    ranking: Integer | Refused | None
    "Rank of the class among those of the classifier; 1, the most probable, when left out."
    n_det: Integer | Many[int | None] | Refused | None
    "Number of detections: a minimum, or [minimum, maximum], either of which may be None."
    probability: Number | Refused | None
    "Least probability of the class, 0 to 1."
    firstmjd: Epoch | Many[Epoch | None] | Refused | None
    "First detection, MJD in days (TAI) or a Time: a minimum, or [minimum, maximum], either of which may be None."
    lastmjd: Epoch | Many[Epoch | None] | Refused | None
    "Last detection, MJD in days (TAI) or a Time: a minimum, or [minimum, maximum], either of which may be None."
    ra: Angle | Many[float] | Sky | Refused | None
    "Right ascension of a cone search in deg (ICRS), needs `dec`; or a SkyCoord. Several positions are asked for one by one, and the rows say in ``input_index`` for which they are."
    dec: Angle | Many[float] | Refused | None
    "Declination of a cone search in deg (ICRS); needs `ra`."
    radius: Angle | Refused | None
    "Radius of a cone search in arcsec; the service takes 30 when it is left out."
    page: Integer | Literal["all"] | Refused | None
    'Which page to return, from 1, or "all" of them.'
    page_size: Integer | Refused | None
    "Rows a page; the service takes 10 when it is left out."
    order_by: str | Refused | None
    'Column to order by, one of the rows\'; "lastmjd" is the fast one.'
    order_mode: OrderMode | Refused | None
    'Order of the rows: "ASC" or "DESC".'
    latest_version: Flag | Refused | None
    "Whether to keep of each object and classifier only the row of its latest version."

class AsyncLsst:
    """The methods of a client that ask for LSST: ``client.lsst``.

    They take and return what those of the client do, with the rows of
    ``alerce_api.lsst.rows``. Identifiers are integers of 18 digits; ints, integers
    of numpy and texts of digits are taken, floats are refused, which lose digits.
    Dicts by object have the digits as a text for keys. Dates are MJD in TAI.

    Examples
    --------
    >>> client.lsst.query_object(313900000000000001)["n_det"] > 0
    True
    """

    @overload
    async def query_objects(
        self,
        format: Literal["pandas"] = "pandas",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **filters: Unpack[CheckedLsstFilters],
    ) -> pd.DataFrame:
        """Return the objects that pass some filters: one page, or exactly those of a list.

        Parameters
        ----------
        format : {"pandas", "votable", "json", "csv", "models"}
            Form of the answer, in any letter case. "json" is the whole page
            with next, has_next and items; its total is no count of all rows.
        index, sort : str or sequence of str, optional
            Columns to make the index of, in pandas only, and to sort by (ascending).
        **filters
            oid : int, str or several
                Object identifier, or any number of them: exactly those objects
                are returned, in the order asked, however many requests that takes.
            classifier, class_name : str
                See `query_classifiers`. A class needs its classifier.
            ranking : int
                Rank of the class among those of the classifier; the service takes
                1, the most probable, when it is left out.
            n_det : int or (int, int)
                Number of detections: a minimum, or [minimum, maximum], either of
                which may be None.
            probability : float
                Least probability of the class, 0 to 1.
            firstmjd, lastmjd : float, Time or several
                First and last detection, MJD in days (TAI) or a Time: a minimum,
                or [minimum, maximum], either of which may be None.
            ra, dec : float, Quantity, Angle, str or several
                Centre of a cone search in deg (ICRS); or `ra` a SkyCoord in any
                frame, without `dec`. Several positions are asked for one by one,
                and a column ``input_index`` in front says for which of them, from
                0, a row is.
            radius : float, Quantity, Angle or str
                Its radius: a number in arcsec, or a text or Quantity with a unit;
                the service takes 30 arcsec when it is left out.
            page : int or "all"
                Which page, from 1. "all" is every row, in the order of oid.
            page_size : int
                Rows a page; the service takes 10.
            order_by : str
                A column of the rows; "lastmjd" is the fast one.
            order_mode : {"ASC", "DESC"}
                Order of the rows.
            latest_version : bool
                Whether to keep of each object and classifier only the row of its
                latest version.

        Returns
        -------
        DataFrame, Table, dict, str or list
            One row an object and classifier. Positions in deg, epochs MJD in days
            (TAI).

        Raises
        ------
        ArgumentError
            An unknown filter, classifier or class, or a value that makes no sense.
        APIError
            Any other failure; see `alerce.exceptions`.

        Warns
        -----
        CutResultWarning
            No page was asked for and there are more rows.
        RepeatedObjectsWarning
            An object is on several rows, because several classifiers know it.
        EmptyResultWarning
            There are no rows.

        Notes
        -----
        The service takes a class that a classifier does not have for no filter at
        all. The client asks for the classifiers first, once for each client, and
        refuses such a class.

        Examples
        --------
        >>> objects = client.lsst.query_objects(
        ...     classifier="stamp_classifier_rubin", class_name="SN", page_size=5
        ... )
        >>> len(objects)
        5
        """

    @overload
    async def query_objects(
        self,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **filters: Unpack[CheckedLsstFilters],
    ) -> table.Table: ...
    @overload
    async def query_objects(
        self,
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **filters: Unpack[CheckedLsstFilters],
    ) -> str: ...
    @overload
    async def query_objects(
        self,
        format: Literal["json"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **filters: Unpack[CheckedLsstFilters],
    ) -> lsst_rows.ObjectsPage: ...
    @overload
    async def query_objects(
        self,
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **filters: Unpack[CheckedLsstFilters],
    ) -> list[lsst_models.ListedObject]: ...
    @overload
    async def query_objects(
        self,
        format: Format | Refused = "pandas",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **filters: Unpack[CheckedLsstFilters],
    ) -> (
        pd.DataFrame | table.Table | str | lsst_rows.ObjectsPage | list[lsst_models.ListedObject]
    ): ...
    def iter_objects(
        self,
        limit: Integer | None = None,
        resume: Bookmark | str | None = None,
        **filters: Unpack[LsstFilters],
    ) -> AsyncObjectIterator[lsst_rows.ListedObject]:
        """Walk through all objects that pass some filters, a page in memory at a time.

        Parameters
        ----------
        limit : int, optional
            After how many rows to stop.
        resume : Bookmark or str, optional
            Where to go on: the iterator's ``bookmark``, or what it prints as. It
            knows its filters; others are refused.
        **filters
            Those of `query_objects` but page and an order other than oid.
            ``page_size`` is how many rows to get at a time; 1000 when left out.

        Returns
        -------
        iterator of dict
            The rows as in ``query_objects(format="json")["items"]``, in the order
            of oid (or of a list of them), none twice and none left out. Its
            attribute ``bookmark`` tells where it has come to.

        Raises
        ------
        ArgumentError
            An unknown filter, or one that makes no sense here.
        APIError
            While it goes: any other failure; ``bookmark`` still holds.

        Examples
        --------
        >>> rows = client.lsst.iter_objects(limit=3, classifier="stamp_classifier_rubin")
        >>> names = [row["oid"] for row in rows]
        >>> names == sorted(names)
        True
        """

    @overload
    async def query_object(
        self,
        oid: Identifier,
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        return_survey_extra: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> lsst_rows.ObjectDetail:
        """Return the statistics of one object, or of several.

        Parameters
        ----------
        oid : int, str or several
            Object identifier. Given several, json and models are a dict by
            identifier, in the order asked.
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the answer, in any letter case.
        index, sort : str or sequence of str, optional
            Columns to make the index of, in pandas only, and to sort by (ascending).
        return_survey_extra : bool
            Whether to return the survey's own statistics of every band too, 95
            columns in place of 15; fluxes in nJy.

        Returns
        -------
        dict, ObjectDetail, DataFrame, Table or str
            The object; a table of one row in the tabular formats. Positions in
            deg, epochs MJD in days (TAI).

        Raises
        ------
        ObjectNotFoundError
            The service knows no such object.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> client.lsst.query_object(313900000000000001)["oid"]
        313900000000000001
        """

    @overload
    async def query_object(
        self,
        oid: Many[Identifier],
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        return_survey_extra: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> dict[str, lsst_rows.ObjectDetail]: ...
    @overload
    async def query_object(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        return_survey_extra: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_object(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        return_survey_extra: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_object(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        return_survey_extra: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_object(
        self,
        oid: Identifier,
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        return_survey_extra: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> lsst_models.ObjectDetail: ...
    @overload
    async def query_object(
        self,
        oid: Many[Identifier],
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        return_survey_extra: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> dict[str, lsst_models.ObjectDetail]: ...
    @overload
    async def query_object(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        return_survey_extra: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> (
        lsst_rows.ObjectDetail
        | dict[str, lsst_rows.ObjectDetail]
        | pd.DataFrame
        | table.Table
        | str
        | lsst_models.ObjectDetail
        | dict[str, lsst_models.ObjectDetail]
    ): ...
    @overload
    async def query_detections(
        self,
        oid: Identifier,
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> list[lsst_rows.Detection]:
        """Return the detections of an object, or of several, in order of time.

        Parameters
        ----------
        oid : int, str or several
            Object identifier. Given several, tables get a column ``oid`` in
            front, and json and models are a dict by identifier, in the order
            asked.
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the answer, in any letter case.
        index, sort : str or sequence of str, optional
            Columns to make the index of, in pandas only, and to sort by (ascending).

        Returns
        -------
        DataFrame, Table, str or list
            One row a detection, ordered by mjd (days, TAI); fluxes in nJy,
            ``band_name`` is the letter of the filter. Zeros that stand for null are
            null again where a zero is impossible: the column's description says
            when.

        Raises
        ------
        ObjectNotFoundError
            The service knows no such object. It answers for one as for an object
            without rows, so that the client asks once more when there are none.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> detections = client.lsst.query_detections(313900000000000001, format="pandas")
        >>> detections.attrs["units"]["psfFlux"]
        'nJy'
        """

    @overload
    async def query_detections(
        self,
        oid: Many[Identifier],
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> dict[str, list[lsst_rows.Detection]]: ...
    @overload
    async def query_detections(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_detections(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_detections(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_detections(
        self,
        oid: Identifier,
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> list[lsst_models.Detection]: ...
    @overload
    async def query_detections(
        self,
        oid: Many[Identifier],
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> dict[str, list[lsst_models.Detection]]: ...
    @overload
    async def query_detections(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> (
        list[lsst_rows.Detection]
        | dict[str, list[lsst_rows.Detection]]
        | pd.DataFrame
        | table.Table
        | str
        | list[lsst_models.Detection]
        | dict[str, list[lsst_models.Detection]]
    ): ...
    @overload
    async def query_non_detections(
        self,
        oid: Identifier,
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> list[lsst_rows.NonDetection]:
        """Return the upper limits of an object, or of several: always none.

        The alerts of LSST hold no upper limits. Forced photometry takes their place:
        see `query_forced_photometry`.

        Parameters
        ----------
        oid : int, str or several
            Object identifier.
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the answer, in any letter case.
        index, sort : str or sequence of str, optional
            Columns to make the index of, in pandas only, and to sort by (ascending).

        Returns
        -------
        DataFrame, Table, str or list
            No rows; the columns band, mjd (days, TAI), survey_id and band_name.

        Raises
        ------
        ObjectNotFoundError
            The service knows no such object.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> client.lsst.query_non_detections(313900000000000001)
        []
        """

    @overload
    async def query_non_detections(
        self,
        oid: Many[Identifier],
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> dict[str, list[lsst_rows.NonDetection]]: ...
    @overload
    async def query_non_detections(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_non_detections(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_non_detections(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_non_detections(
        self,
        oid: Identifier,
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> list[lsst_models.NonDetection]: ...
    @overload
    async def query_non_detections(
        self,
        oid: Many[Identifier],
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> dict[str, list[lsst_models.NonDetection]]: ...
    @overload
    async def query_non_detections(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> (
        list[lsst_rows.NonDetection]
        | dict[str, list[lsst_rows.NonDetection]]
        | pd.DataFrame
        | table.Table
        | str
        | list[lsst_models.NonDetection]
        | dict[str, list[lsst_models.NonDetection]]
    ): ...
    @overload
    async def query_forced_photometry(
        self,
        oid: Identifier,
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> list[lsst_rows.ForcedPhotometry]:
        """Return the forced photometry of an object, or of several, in order of time.

        Parameters
        ----------
        oid : int, str or several
            Object identifier. Given several, tables get a column ``oid`` in
            front, and json and models are a dict by identifier, in the order
            asked.
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the answer, in any letter case.
        index, sort : str or sequence of str, optional
            Columns to make the index of, in pandas only, and to sort by (ascending).

        Returns
        -------
        DataFrame, Table, str or list
            One row a visit, whether or not the object was detected, ordered by mjd
            (days, TAI); fluxes in nJy. All of them: the service cuts at 10 rows
            only where an object is named once.

        Raises
        ------
        ObjectNotFoundError
            The service knows no such object.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> len(client.lsst.query_forced_photometry(313900000000000001)) > 10
        True
        """

    @overload
    async def query_forced_photometry(
        self,
        oid: Many[Identifier],
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> dict[str, list[lsst_rows.ForcedPhotometry]]: ...
    @overload
    async def query_forced_photometry(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_forced_photometry(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_forced_photometry(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_forced_photometry(
        self,
        oid: Identifier,
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> list[lsst_models.ForcedPhotometry]: ...
    @overload
    async def query_forced_photometry(
        self,
        oid: Many[Identifier],
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> dict[str, list[lsst_models.ForcedPhotometry]]: ...
    @overload
    async def query_forced_photometry(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> (
        list[lsst_rows.ForcedPhotometry]
        | dict[str, list[lsst_rows.ForcedPhotometry]]
        | pd.DataFrame
        | table.Table
        | str
        | list[lsst_models.ForcedPhotometry]
        | dict[str, list[lsst_models.ForcedPhotometry]]
    ): ...
    @overload
    async def query_lightcurve(
        self, oid: Identifier, format: Literal["json"] = "json", **other: Unpack[NoOther]
    ) -> lsst_rows.LightCurve:
        """Return the light curve of an object, or of several, in three parts.

        Parameters
        ----------
        oid : int, str or several
            Object identifier. Given several, tables get a column ``oid`` in
            front, and json and models are a dict by identifier, in the order
            asked.
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the parts, in any letter case.

        Returns
        -------
        dict
            With the keys ``detections``, ``non_detections`` (always empty) and
            ``forced_photometry``, each ordered by mjd (days, TAI); fluxes in nJy.
            In pandas and votable an `LsstLightCurve`, which has the methods
            merged, fold, plot, to_timeseries and arrays.

        Raises
        ------
        ObjectNotFoundError
            The service knows no such object.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> light_curve = client.lsst.query_lightcurve(313900000000000001, format="pandas")
        >>> sorted(light_curve)
        ['detections', 'forced_photometry', 'non_detections']
        """

    @overload
    async def query_lightcurve(
        self, oid: Many[Identifier], format: Literal["json"] = "json", **other: Unpack[NoOther]
    ) -> dict[str, lsst_rows.LightCurve]: ...
    @overload
    async def query_lightcurve(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Literal["pandas"],
        **other: Unpack[NoOther],
    ) -> LsstLightCurve[pd.DataFrame]: ...
    @overload
    async def query_lightcurve(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Literal["votable"],
        **other: Unpack[NoOther],
    ) -> LsstLightCurve[table.Table]: ...
    @overload
    async def query_lightcurve(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Literal["csv"],
        **other: Unpack[NoOther],
    ) -> LsstLightCurve[str]: ...
    @overload
    async def query_lightcurve(
        self, oid: Identifier, format: Literal["models"], **other: Unpack[NoOther]
    ) -> LsstRecordLightCurve: ...
    @overload
    async def query_lightcurve(
        self, oid: Many[Identifier], format: Literal["models"], **other: Unpack[NoOther]
    ) -> dict[str, LsstRecordLightCurve]: ...
    @overload
    async def query_lightcurve(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Format | Refused = "json",
        **other: Unpack[NoOther],
    ) -> (
        lsst_rows.LightCurve
        | dict[str, lsst_rows.LightCurve]
        | LsstLightCurve[pd.DataFrame]
        | LsstLightCurve[table.Table]
        | LsstLightCurve[str]
        | LsstRecordLightCurve
        | dict[str, LsstRecordLightCurve]
    ): ...
    @overload
    async def query_probabilities(
        self,
        oid: Identifier,
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        classifier: str | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> list[lsst_rows.Probability]:
        """Return the class probabilities of an object, or of several, by every classifier.

        Parameters
        ----------
        oid : int, str or several
            Object identifier. Given several, tables get a column ``oid`` in
            front, and json and models are a dict by identifier, in the order
            asked.
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the answer, in any letter case.
        index, sort : str or sequence of str, optional
            Columns to make the index of, in pandas only, and to sort by (ascending).
        classifier : str, optional
            Only the probabilities of this classifier.

        Returns
        -------
        DataFrame, Table, str or list
            One row a class: classifier_name, classifier_version (its first number),
            class_name, probability (0 to 1) and ranking (1 is the most probable); no
            rows where no classifier has seen the object.

        Raises
        ------
        ObjectNotFoundError
            The service knows no such object.
        ArgumentError
            There is no such classifier.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> rows = client.lsst.query_probabilities(313900000000000001)
        >>> sorted({row["classifier_name"] for row in rows})
        ['lc_classifier_lsst', 'stamp_classifier_rubin']
        """

    @overload
    async def query_probabilities(
        self,
        oid: Many[Identifier],
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        classifier: str | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> dict[str, list[lsst_rows.Probability]]: ...
    @overload
    async def query_probabilities(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        classifier: str | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_probabilities(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        classifier: str | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_probabilities(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        classifier: str | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_probabilities(
        self,
        oid: Identifier,
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        classifier: str | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> list[lsst_models.Probability]: ...
    @overload
    async def query_probabilities(
        self,
        oid: Many[Identifier],
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        classifier: str | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> dict[str, list[lsst_models.Probability]]: ...
    @overload
    async def query_probabilities(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        classifier: str | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> (
        list[lsst_rows.Probability]
        | dict[str, list[lsst_rows.Probability]]
        | pd.DataFrame
        | table.Table
        | str
        | list[lsst_models.Probability]
        | dict[str, list[lsst_models.Probability]]
    ): ...
    @overload
    async def query_magstats(
        self,
        oid: Identifier,
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> lsst_rows.Magstats:
        """Return the statistics of the fluxes of an object, or of several, in every band.

        Parameters
        ----------
        oid : int, str or several
            Object identifier. Given several, tables get a column ``oid`` in
            front, and json and models are a dict by identifier, in the order
            asked.
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the answer, in any letter case.
        index, sort : str or sequence of str, optional
            Columns to make the index of, in pandas only, and to sort by (ascending).

        Returns
        -------
        dict, Magstats, DataFrame, Table or str
            One row: fluxes in nJy, names begin with the letter of the band. The
            service rounds to 3 decimals, positions too: ``query_object(oid,
            return_survey_extra=True)`` has the same exactly.

        Raises
        ------
        ObjectNotFoundError
            The service knows no such object.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> client.lsst.query_magstats(313900000000000001)["nDiaSources"] > 0
        True
        """

    @overload
    async def query_magstats(
        self,
        oid: Many[Identifier],
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> dict[str, lsst_rows.Magstats]: ...
    @overload
    async def query_magstats(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_magstats(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_magstats(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_magstats(
        self,
        oid: Identifier,
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> lsst_models.Magstats: ...
    @overload
    async def query_magstats(
        self,
        oid: Many[Identifier],
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> dict[str, lsst_models.Magstats]: ...
    @overload
    async def query_magstats(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> (
        lsst_rows.Magstats
        | dict[str, lsst_rows.Magstats]
        | pd.DataFrame
        | table.Table
        | str
        | lsst_models.Magstats
        | dict[str, lsst_models.Magstats]
    ): ...
    @overload
    async def query_classifiers(
        self,
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> list[lsst_rows.Classifier]:
        """Return all classifiers, with their classes.

        Parameters
        ----------
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the answer, in any letter case.
        index, sort : str or sequence of str, optional
            Columns to make the index of, in pandas only, and to sort by (ascending).

        Returns
        -------
        DataFrame, Table, str or list
            classifier_name, classifier_version, classifier_id, and classes: a list,
            or in votable and csv their names joined by a comma.

        Raises
        ------
        APIError
            See `alerce.exceptions`.

        Examples
        --------
        >>> sorted(row["classifier_name"] for row in client.lsst.query_classifiers())
        ['lc_classifier_lsst', 'stamp_classifier_rubin']
        """

    @overload
    async def query_classifiers(
        self,
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_classifiers(
        self,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_classifiers(
        self,
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_classifiers(
        self,
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> list[lsst_models.Classifier]: ...
    @overload
    async def query_classifiers(
        self,
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> (
        list[lsst_rows.Classifier] | pd.DataFrame | table.Table | str | list[lsst_models.Classifier]
    ): ...
    @overload
    async def query_classes(
        self,
        classifier_name: str | Refused,
        classifier_version: str | Refused | None = None,
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> list[ztf_rows.ClassName]:
        """Return the classes of a classifier.

        Parameters
        ----------
        classifier_name : str
            As in an answer of `query_classifiers`.
        classifier_version : str, optional
            Its version; without it the first that the service names.
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the answer, in any letter case.
        index, sort : str or sequence of str, optional
            Columns to make the index of, in pandas only, and to sort by (ascending).

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
        >>> [row["name"] for row in client.lsst.query_classes("stamp_classifier_rubin")]
        ['SN', 'AGN', 'VS', 'asteroid', 'bogus']
        """

    @overload
    async def query_classes(
        self,
        classifier_name: str | Refused,
        classifier_version: str | Refused | None = None,
        *,
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_classes(
        self,
        classifier_name: str | Refused,
        classifier_version: str | Refused | None = None,
        *,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_classes(
        self,
        classifier_name: str | Refused,
        classifier_version: str | Refused | None = None,
        *,
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_classes(
        self,
        classifier_name: str | Refused,
        classifier_version: str | Refused | None = None,
        *,
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> list[ztf_models.ClassName]: ...
    @overload
    async def query_classes(
        self,
        classifier_name: str | Refused,
        classifier_version: str | Refused | None = None,
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> (
        list[ztf_rows.ClassName] | pd.DataFrame | table.Table | str | list[ztf_models.ClassName]
    ): ...
    @overload
    async def get_stamps(
        self,
        oid: Identifier,
        measurement_id: Identifier | None = None,
        format: Literal["HDUList"] = "HDUList",
        include_variance_and_psf: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> fits.HDUList:
        """Return the science, template and difference images of an alert, or of several.

        Parameters
        ----------
        oid : int, str or several
            Object identifier.
        measurement_id : int or str, or several, optional
            Measurement identifier: as many as there are objects, or several of one
            object. Without it the first detection that has a stamp.
        format : {"HDUList", "numpy"}
            Form of the images, in any letter case.
        include_variance_and_psf : bool
            Whether to return the variance and the point-spread function of each
            image too, behind it.

        Returns
        -------
        astropy.io.fits.HDUList or list of ndarray
            The images in nJy, float32. The HDUList answers to "SCIENCE", "TEMPLATE"
            and "DIFFERENCE", and to "SCIENCE_VARIANCE", "SCIENCE_PSF" and so on,
            and has the units and world coordinates of the files. Of several alerts,
            a dict of these in the order asked: by measurement, its digits as a
            text, or by object where no measurements were given.

        Raises
        ------
        CandidError
            No alert of the object has a stamp, or this one has none.
        ObjectNotFoundError
            The service knows no such object.
        BulkError
            Some of several failed, unless the option ``errors`` says otherwise.
        InvalidResponseError
            The service sent a broken file.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> stamps = client.lsst.get_stamps(313900000000000001)
        >>> stamps["SCIENCE"].data.shape, stamps["SCIENCE"].header["BUNIT"]
        ((75, 75), 'nJy')
        """

    @overload
    async def get_stamps(
        self,
        oid: Many[Identifier],
        measurement_id: Many[Identifier] | None = None,
        format: Literal["HDUList"] = "HDUList",
        include_variance_and_psf: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> dict[str, fits.HDUList]: ...
    @overload
    async def get_stamps(
        self,
        oid: Identifier,
        measurement_id: Many[Identifier],
        format: Literal["HDUList"] = "HDUList",
        include_variance_and_psf: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> dict[str, fits.HDUList]: ...
    @overload
    async def get_stamps(
        self,
        oid: Identifier,
        measurement_id: Identifier | None = None,
        format: Literal["numpy"] = ...,
        include_variance_and_psf: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> list[npt.NDArray[np.float32]]: ...
    @overload
    async def get_stamps(
        self,
        oid: Many[Identifier],
        measurement_id: Many[Identifier] | None = None,
        format: Literal["numpy"] = ...,
        include_variance_and_psf: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> dict[str, list[npt.NDArray[np.float32]]]: ...
    @overload
    async def get_stamps(
        self,
        oid: Identifier,
        measurement_id: Many[Identifier],
        format: Literal["numpy"] = ...,
        include_variance_and_psf: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> dict[str, list[npt.NDArray[np.float32]]]: ...
    @overload
    async def get_stamps(
        self,
        oid: Identifier | Many[Identifier] | Refused,
        measurement_id: Identifier | Many[Identifier] | Refused | None = None,
        format: StampFormat | Refused = "HDUList",
        include_variance_and_psf: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> (
        fits.HDUList
        | dict[str, fits.HDUList]
        | list[npt.NDArray[np.float32]]
        | dict[str, list[npt.NDArray[np.float32]]]
    ): ...
    async def plot_stamps(
        self,
        oid: Identifier,
        measurement_id: Identifier | None = None,
        *,
        ax: Sequence[axes.Axes] | None = None,
    ) -> figure.Figure:
        """Return a picture of the science, template and difference images of an alert.

        Parameters
        ----------
        oid : int or str
            Object identifier.
        measurement_id : int or str, optional
            Measurement identifier; without it the first detection with a stamp.
        ax : sequence of three matplotlib Axes, optional
            Where to draw; without it a figure is made.

        Returns
        -------
        matplotlib.figure.Figure
            The images stretched by ZScale, as delivered, with object and
            measurement above.

        Raises
        ------
        CandidError
            As `get_stamps`.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> figure = client.lsst.plot_stamps(313900000000000001)
        >>> [axes.get_title() for axes in figure.axes]
        ['Science', 'Template', 'Difference']
        """

    async def plot_lightcurve(
        self,
        oid: Identifier,
        brightness: Brightness = "difference",
        *,
        flux_unit: FluxUnit = "nJy",
        forced: bool = True,
        period: Duration | None = None,
        ax: axes.Axes | None = None,
    ) -> figure.Figure:
        """Return a picture of the light curve of an object in flux, by band.

        Parameters
        ----------
        oid : int or str
            Object identifier.
        brightness : {"difference", "apparent"}
            Which flux: of the difference to the template, or on the visit image.
        flux_unit : {"nJy", "uJy", "mJy", "Jy"}
            Its unit.
        forced : bool
            Whether to show forced photometry, as hollow marks.
        period : float, Quantity or str, optional
            Period to fold it with, a number in days.
        ax : matplotlib Axes, optional
            Where to draw; without it a figure is made.

        Returns
        -------
        matplotlib.figure.Figure
            The figure that was drawn in: bands u g r i z y.

        Raises
        ------
        ObjectNotFoundError
            The service knows no such object.
        ImportError
            matplotlib is not installed.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> figure = client.lsst.plot_lightcurve(313900000000000001)
        >>> figure.axes[0].get_title()
        '313900000000000001'
        """

class AsyncAlerce:
    """Client of the ALeRCE broker's services.

    ``Alerce`` and ``AsyncAlerce`` have the same methods, arguments and results;
    those of ``AsyncAlerce`` that ask a service are awaited.

    Parameters
    ----------
    **arguments
        Settings that differ from the defaults: ``ZTF_API_URL``,
        ``CATSHTM_API_URL``, ``AVRO_URL``, ``ZTF_DB_API_URL``, ``URL_MS``,
        ``STAMP_URL`` and ``ZTF_V2_API_URL`` are addresses; ``ZTF_ROUTES``,
        ``CATSHTM_ROUTES``, ``AVRO_ROUTES``, ``ROUTES_MS`` and ``STAMP_ROUTES``
        are dicts that override single routes, with ``%s`` for each identifier. They win over
        the JSON or TOML file named in the environment variable
        ``ALERCE_CONFIG_PATH``. Further the options:

        timeout : float or dict
            Seconds for one question to a service with all its retries, once it
            may be sent: the time for which ``requests_per_second`` holds it back
            does not count. A call about many objects asks many questions. Or a
            dict with any of the keys ``connect`` (10), ``read`` (60, until the
            next bytes), ``write`` (60), ``pool`` (60, until a connection is free)
            and ``total`` (180). A ``total`` that is set by its name is a limit on
            the whole, the time before a request may be sent included: one that
            could leave only after it fails at once. So does ``asyncio.timeout``
            limit the whole around a call of ``AsyncAlerce``.
        retries : int
            How often a request that failed for a passing reason is sent again:
            no connection, a broken one, status 408, 425, 429, 502, 503, 504; 4.
            What the service says in Retry-After is kept to, up to 60 s. A SQL
            query is sent again only when it did not leave.
        max_size : int
            Bytes, unpacked, that an answer may have; 256 MiB.
        ca_bundle : path-like
            File or folder of the certificates (PEM) to trust in place of the
            usual ones, which are those that ``SSL_CERT_FILE`` or
            ``SSL_CERT_DIR`` name, else certifi's.
        on_request, on_response : callable
            Called before and after each request with a
            `alerce.events.RequestEvent` or `alerce.events.ResponseEvent`, from
            whichever thread sends it.
        concurrency : int
            Requests at a time when a call needs several; 8.
        requests_per_second : float, optional
            Most requests a second to one host, by all clients, threads and
            tasks of the process together; None for no limit. When it is left
            out it is 5 for the public services and none for others.
        errors : {"raise", "warn", "return"}
            What becomes of the objects that fail in a call about many. A
            `BulkError` that holds the results of the others, a warning, or
            nothing but `alerce.bulk.failures` of the result.
        unknown_filters : {"raise", "warn"}
            What becomes of a filter of `query_objects` that does not exist: an
            error, or a warning that leaves it out, as 2.x did without a word.
        progress : bool, optional
            Whether a call about many shows a progress bar (tqdm). When it is
            left out, one that takes long does on a terminal and in a notebook.
        cache : bool or path-like
            Whether to keep answers on disk, or the folder to keep them in;
            processes can share it. Off when it is left out.
        cache_ttl : float
            Seconds for which a kept answer holds; 3600.
        http_client : httpx.Client or httpx.AsyncClient, optional
            Client of your own, of the kind that fits, which sends everything: its
            proxies, certificates, mounts, event hooks, auth, headers and cookies
            apply, and time limits, retries and redirects are as described here.
            It stays yours to close. A request of ``Alerce`` keeps to ``total``
            and to Ctrl-C in a call about many between the steps of such a
            client, each of which is given what is left of the time; with an
            `alerce.http.network.DeadlineTransport` in it, within them too.
        transport : httpx.BaseTransport or httpx.AsyncBaseTransport, optional
            Transport of your own, a mock for example, under a client that is
            made and closed as usual.

    Raises
    ------
    ConfigError
        A setting or option that does not exist or makes no sense.

    Examples
    --------
    >>> from alerce import Alerce
    >>> with Alerce(**sandbox.config) as client:
    ...     objects = client.query_objects(class_name="SNIa", classifier="lc_classifier")
    >>> len(objects)
    10
    """

    def __init__(self, **arguments: Unpack[AsyncClientArguments]) -> None: ...
    def with_options(self, **options: Unpack[OptionArguments]) -> Self:
        """Return this client with other options: the same settings and connections.

        Parameters
        ----------
        **options
            As those of the constructor; the others stay as they are.

        Returns
        -------
        client
            For a call or for many; closing either closes both.

        Raises
        ------
        ConfigError
            There is no such option.
        ArgumentError
            A value makes no sense.

        Examples
        --------
        >>> client.with_options(timeout=5).query_object("ZTF18abbuksn")["oid"]
        'ZTF18abbuksn'
        """

    @property
    def api(self) -> low_level.AsyncAPI:
        """The generated low-level clients, one a service: ``client.api.ztf`` and so on."""

    @property
    def ztf_url(self) -> str:
        """Base address of the ZTF API in force."""

    @property
    def config(self) -> Config:
        """A copy of all settings in force, by their documented keys."""

    def load_config_from_object(self, object: Mapping[str, object]) -> None:
        """Take over settings from a dict; those that it does not hold stay as they are.

        Parameters
        ----------
        object : mapping
            Settings by their documented keys.

        Raises
        ------
        ConfigError
            A setting that does not exist or makes no sense; nothing is changed.

        Examples
        --------
        >>> client.load_config_from_object({"ZTF_API_URL": sandbox.config["ZTF_API_URL"]})
        """

    def load_config_from_file(self, path: str | os.PathLike[str]) -> None:
        """Take over settings from a file; those that it does not hold stay as they are.

        Parameters
        ----------
        path : path-like
            A JSON or TOML file, or a Python file that defines a dict
            ``AlerceAPIConfig``. A Python file is run: give only one you trust.

        Raises
        ------
        ConfigError
            The file cannot be read, or it holds a setting that does not exist or
            makes no sense; nothing is changed.
        """

    async def aclose(self) -> None:
        """Close all connections; the client asks nothing more."""

    async def __aenter__(self) -> Self: ...
    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...
    @property
    def lsst(self) -> AsyncLsst:
        """The methods for LSST, each with its own types."""

    @overload
    async def query_objects(
        self,
        format: Literal["pandas"] = "pandas",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **filters: Unpack[CheckedFilters],
    ) -> pd.DataFrame:
        """Return the objects that pass some filters: one page, or exactly those of a list.

        Parameters
        ----------
        format : {"pandas", "votable", "json", "csv", "models"}
            Form of the answer, in any letter case. "json" is the whole page
            with total, next, has_next and items.
        index, sort : str or sequence of str, optional
            Columns to make the index of, in pandas only, and to sort by (ascending).
        survey : {"ztf", "lsst"}
            Survey of the objects.
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
                An empty text is no filter.
            ranking : int
                Rank of the class among those of the classifier, from 1.
            ndet : int or (int, int)
                Number of detections: a minimum, or [minimum, maximum]. Either end
                may be open: ``[100, None]``, ``[None, 100]``.
            probability : float
                Least probability of the class, 0 to 1.
            firstmjd, lastmjd : float, Time or several
                First and last detection, MJD in days (UTC) or a Time: a minimum,
                or [minimum, maximum], either of which may be None.
            ra, dec : float, Quantity, Angle, str or several
                Centre of a cone search in deg (ICRS); or `ra` a SkyCoord in any
                frame, without `dec`. Several positions are asked for one by one,
                and a column ``input_index`` in front says for which of them, from
                0, a row is.
            radius : float, Quantity, Angle or str
                Its radius: a number in arcsec, or ``0.5 * u.arcmin``,
                ``"2 arcmin"``; the service takes 30 arcsec when it is left out.
            page : int or "all"
                Which page, from 1. "all" is every row, in the order of oid; see
                `iter_objects` for more of them than fit in memory.
            page_size : int
                Rows a page; the service takes 10. With a list of oids page and
                page_size cut a page out of the whole.
            count : bool, or "True", "true", "yes", "False", "false", "no"
                Whether to count all rows (the service stops at 50001).
            order_by : str
                One of oid, ndet, g_r_max, g_r_max_corr, g_r_mean, g_r_mean_corr,
                meanra, meandec, sigmara, sigmadec, deltajd, firstmjd, lastmjd,
                class_name, classifier_name, classifier_version, probability,
                ranking.
            order_mode : {"ASC", "DESC"}
                Order of the rows.
            latest_version : bool
                Whether to keep for each object and classifier only the row of
                its latest version, which takes a request for each object on
                several rows. Objects whose versions cannot be had are failures,
                of which the option ``errors`` says what becomes.

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

        Warns
        -----
        CutResultWarning
            No page was asked for and there may be more rows than the service
            sends unasked.
        RepeatedObjectsWarning
            An object is on several rows, because of versions of a classifier.
        EmptyResultWarning
            There are no rows.

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

    @overload
    async def query_objects(
        self,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **filters: Unpack[CheckedFilters],
    ) -> table.Table: ...
    @overload
    async def query_objects(
        self,
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **filters: Unpack[CheckedFilters],
    ) -> str: ...
    @overload
    async def query_objects(
        self,
        format: Literal["json"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **filters: Unpack[CheckedFilters],
    ) -> ztf_rows.ObjectsPage: ...
    @overload
    async def query_objects(
        self,
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **filters: Unpack[CheckedFilters],
    ) -> list[ztf_models.ListedObject]: ...
    @overload
    async def query_objects(
        self,
        format: Format | Refused = "pandas",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **filters: Unpack[CheckedFilters],
    ) -> (
        pd.DataFrame | table.Table | str | ztf_rows.ObjectsPage | list[ztf_models.ListedObject]
    ): ...
    @overload
    async def query_objects(
        self,
        format: Literal["pandas"] = "pandas",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        **filters: Unpack[CheckedLsstFilters],
    ) -> pd.DataFrame: ...
    @overload
    async def query_objects(
        self,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        **filters: Unpack[CheckedLsstFilters],
    ) -> table.Table: ...
    @overload
    async def query_objects(
        self,
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        **filters: Unpack[CheckedLsstFilters],
    ) -> str: ...
    @overload
    async def query_objects(
        self,
        format: Format | Refused = "pandas",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        **filters: Unpack[CheckedLsstFilters],
    ) -> (
        pd.DataFrame | table.Table | str | lsst_rows.ObjectsPage | list[lsst_models.ListedObject]
    ): ...
    @overload
    async def query_object(
        self,
        oid: str,
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        return_survey_extra: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> ztf_rows.Object:
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
            Columns to make the index of, in pandas only, and to sort by (ascending).
        survey : {"ztf", "lsst"}
            Survey of the objects.
        return_survey_extra : bool
            Whether to return the statistics of every band too, for LSST only.

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
        >>> client.query_object("ZTF18abbuksn")["oid"]
        'ZTF18abbuksn'
        """

    @overload
    async def query_object(
        self,
        oid: Many[str],
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        return_survey_extra: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> dict[str, ztf_rows.Object]: ...
    @overload
    async def query_object(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        return_survey_extra: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_object(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        return_survey_extra: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_object(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        return_survey_extra: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_object(
        self,
        oid: str,
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        return_survey_extra: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> ztf_models.Object: ...
    @overload
    async def query_object(
        self,
        oid: Many[str],
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        return_survey_extra: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> dict[str, ztf_models.Object]: ...
    @overload
    async def query_object(
        self,
        oid: str | Many[str] | Refused,
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        return_survey_extra: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> (
        ztf_rows.Object
        | dict[str, ztf_rows.Object]
        | pd.DataFrame
        | table.Table
        | str
        | ztf_models.Object
        | dict[str, ztf_models.Object]
    ): ...
    @overload
    async def query_object(
        self,
        oid: Identifier | Many[Identifier],
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        return_survey_extra: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_object(
        self,
        oid: Identifier | Many[Identifier],
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        return_survey_extra: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_object(
        self,
        oid: Identifier | Many[Identifier],
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        return_survey_extra: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_object(
        self,
        oid: Identifier | Many[Identifier],
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        return_survey_extra: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> (
        lsst_rows.ObjectDetail
        | dict[str, lsst_rows.ObjectDetail]
        | pd.DataFrame
        | table.Table
        | str
        | lsst_models.ObjectDetail
        | dict[str, lsst_models.ObjectDetail]
    ): ...
    @overload
    async def query_limit_values(
        self,
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> ztf_rows.LimitValues:
        """Return the least and greatest ndet and firstmjd of all objects.

        Parameters
        ----------
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the answer, in any letter case.
        index, sort : str or sequence of str, optional
            Columns to make the index of, in pandas only, and to sort by (ascending).
        survey : {"ztf"}
            Survey of the objects.

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

    @overload
    async def query_limit_values(
        self,
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_limit_values(
        self,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_limit_values(
        self,
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_limit_values(
        self,
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> ztf_models.LimitValues: ...
    @overload
    async def query_limit_values(
        self,
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> ztf_rows.LimitValues | pd.DataFrame | table.Table | str | ztf_models.LimitValues: ...
    @overload
    def iter_objects(
        self,
        limit: Integer | Refused | None = None,
        resume: Bookmark | str | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **filters: Unpack[CheckedFilters],
    ) -> AsyncObjectIterator[ztf_rows.ListedObject]:
        """Walk through all objects that pass some filters, a page in memory at a time.

        Parameters
        ----------
        limit : int, optional
            After how many rows to stop.
        resume : Bookmark or str, optional
            Where to go on: the iterator's ``bookmark``, or what it prints as. It
            knows its filters; others are refused.
        survey : {"ztf", "lsst"}
            Survey of the objects.
        **filters
            Those of `query_objects` but page, count and an order other than oid.
            ``page_size`` is how many rows to get at a time; 1000 when left out.

        Returns
        -------
        iterator of dict
            The rows as in ``query_objects(format="json")["items"]``, in the order
            of oid (or of a list of them), none twice and none left out. Its
            attribute ``bookmark`` tells where it has come to.

        Raises
        ------
        ArgumentError
            An unknown filter, or one that makes no sense here.
        APIError
            While it goes: any other failure; ``bookmark`` still holds.

        Examples
        --------
        >>> rows = client.iter_objects(limit=3, class_name="SNIa", classifier="lc_classifier")
        >>> names = [row["oid"] for row in rows]
        >>> names == sorted(names)
        True
        >>> more = client.iter_objects(resume=str(rows.bookmark), limit=2)
        >>> len([row["oid"] for row in more])
        2
        """

    @overload
    def iter_objects(
        self,
        limit: Integer | Refused | None = None,
        resume: Bookmark | str | Refused | None = None,
        *,
        survey: Literal["lsst"],
        **filters: Unpack[CheckedLsstFilters],
    ) -> AsyncObjectIterator[lsst_rows.ListedObject]: ...
    @overload
    async def query_detections(
        self,
        oid: str,
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> list[ztf_rows.Detection]:
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
            Columns to make the index of, in pandas only, and to sort by (ascending).
        survey : {"ztf", "lsst"}
            Survey of the objects.

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

    @overload
    async def query_detections(
        self,
        oid: Many[str],
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> dict[str, list[ztf_rows.Detection]]: ...
    @overload
    async def query_detections(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_detections(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_detections(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_detections(
        self,
        oid: str,
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> list[ztf_models.Detection]: ...
    @overload
    async def query_detections(
        self,
        oid: Many[str],
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> dict[str, list[ztf_models.Detection]]: ...
    @overload
    async def query_detections(
        self,
        oid: str | Many[str] | Refused,
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> (
        list[ztf_rows.Detection]
        | dict[str, list[ztf_rows.Detection]]
        | pd.DataFrame
        | table.Table
        | str
        | list[ztf_models.Detection]
        | dict[str, list[ztf_models.Detection]]
    ): ...
    @overload
    async def query_detections(
        self,
        oid: Identifier | Many[Identifier],
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_detections(
        self,
        oid: Identifier | Many[Identifier],
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_detections(
        self,
        oid: Identifier | Many[Identifier],
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_detections(
        self,
        oid: Identifier | Many[Identifier],
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        **other: Unpack[NoOther],
    ) -> (
        list[lsst_rows.Detection]
        | dict[str, list[lsst_rows.Detection]]
        | pd.DataFrame
        | table.Table
        | str
        | list[lsst_models.Detection]
        | dict[str, list[lsst_models.Detection]]
    ): ...
    @overload
    async def query_non_detections(
        self,
        oid: str,
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> list[ztf_rows.NonDetection]:
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
            Columns to make the index of, in pandas only, and to sort by (ascending).
        survey : {"ztf", "lsst"}
            Survey of the objects.

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

    @overload
    async def query_non_detections(
        self,
        oid: Many[str],
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> dict[str, list[ztf_rows.NonDetection]]: ...
    @overload
    async def query_non_detections(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_non_detections(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_non_detections(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_non_detections(
        self,
        oid: str,
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> list[ztf_models.NonDetection]: ...
    @overload
    async def query_non_detections(
        self,
        oid: Many[str],
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> dict[str, list[ztf_models.NonDetection]]: ...
    @overload
    async def query_non_detections(
        self,
        oid: str | Many[str] | Refused,
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> (
        list[ztf_rows.NonDetection]
        | dict[str, list[ztf_rows.NonDetection]]
        | pd.DataFrame
        | table.Table
        | str
        | list[ztf_models.NonDetection]
        | dict[str, list[ztf_models.NonDetection]]
    ): ...
    @overload
    async def query_non_detections(
        self,
        oid: Identifier | Many[Identifier],
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_non_detections(
        self,
        oid: Identifier | Many[Identifier],
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_non_detections(
        self,
        oid: Identifier | Many[Identifier],
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_non_detections(
        self,
        oid: Identifier | Many[Identifier],
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        **other: Unpack[NoOther],
    ) -> (
        list[lsst_rows.NonDetection]
        | dict[str, list[lsst_rows.NonDetection]]
        | pd.DataFrame
        | table.Table
        | str
        | list[lsst_models.NonDetection]
        | dict[str, list[lsst_models.NonDetection]]
    ): ...
    @overload
    async def query_forced_photometry(
        self,
        oid: str,
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        survey_id: ztf2_rows.SurveyId | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> list[ztf2_rows.FlatForcedPhotometry]:
        """Return the forced photometry of an object, or of several, in order of time.

        Parameters
        ----------
        oid : str, int or several
            Object identifier. Given several, tables get a column ``oid`` in
            front, and json and models are a dict by identifier, in the order
            asked.
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the answer, in any letter case.
        index, sort : str or sequence of str, optional
            Columns to make the index of, in pandas only, and to sort by (ascending).
        survey : {"ztf", "lsst"}
            Survey of the objects.
        survey_id : {"all", "ztf", "atlas"}, optional
            Survey that made the measurements, for objects of ZTF; all of them when
            it is left out.

        Returns
        -------
        DataFrame, Table, str or list
            One row a measurement. For ZTF mjd is in days (UTC), magnitudes are in
            mag, the service's extra_fields are columns, and its sentinel 100.0 is
            missing; for LSST see `AsyncLsst.query_forced_photometry`.

        Raises
        ------
        ObjectNotFoundError
            The service knows no such object.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> rows = client.query_forced_photometry("ZTF18abbuksn", format="pandas")
        >>> rows.attrs["units"]["mag"]
        'mag'
        """

    @overload
    async def query_forced_photometry(
        self,
        oid: Many[str],
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        survey_id: ztf2_rows.SurveyId | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> dict[str, list[ztf2_rows.FlatForcedPhotometry]]: ...
    @overload
    async def query_forced_photometry(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        survey_id: ztf2_rows.SurveyId | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_forced_photometry(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        survey_id: ztf2_rows.SurveyId | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_forced_photometry(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        survey_id: ztf2_rows.SurveyId | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_forced_photometry(
        self,
        oid: str,
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        survey_id: ztf2_rows.SurveyId | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> list[ztf2_models.FlatForcedPhotometry]: ...
    @overload
    async def query_forced_photometry(
        self,
        oid: Many[str],
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        survey_id: ztf2_rows.SurveyId | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> dict[str, list[ztf2_models.FlatForcedPhotometry]]: ...
    @overload
    async def query_forced_photometry(
        self,
        oid: str | Many[str] | Refused,
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        survey_id: ztf2_rows.SurveyId | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> (
        list[ztf2_rows.FlatForcedPhotometry]
        | dict[str, list[ztf2_rows.FlatForcedPhotometry]]
        | pd.DataFrame
        | table.Table
        | str
        | list[ztf2_models.FlatForcedPhotometry]
        | dict[str, list[ztf2_models.FlatForcedPhotometry]]
    ): ...
    @overload
    async def query_forced_photometry(
        self,
        oid: Identifier | Many[Identifier],
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        survey_id: ztf2_rows.SurveyId | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_forced_photometry(
        self,
        oid: Identifier | Many[Identifier],
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        survey_id: ztf2_rows.SurveyId | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_forced_photometry(
        self,
        oid: Identifier | Many[Identifier],
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        survey_id: ztf2_rows.SurveyId | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_forced_photometry(
        self,
        oid: Identifier | Many[Identifier],
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        survey_id: ztf2_rows.SurveyId | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> (
        list[lsst_rows.ForcedPhotometry]
        | dict[str, list[lsst_rows.ForcedPhotometry]]
        | pd.DataFrame
        | table.Table
        | str
        | list[lsst_models.ForcedPhotometry]
        | dict[str, list[lsst_models.ForcedPhotometry]]
    ): ...
    @overload
    async def query_lightcurve(
        self,
        oid: str,
        format: Literal["json"] = "json",
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> ztf_rows.LightCurve:
        """Return the light curve of an object, or of several: detections and upper limits.

        Parameters
        ----------
        oid : str or several
            Object identifier. Given several, tables get a column ``oid`` in
            front, and json and models are a dict by identifier, in the order
            asked.
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of both parts, in any letter case.
        survey : {"ztf", "lsst"}
            Survey of the objects.

        Returns
        -------
        dict
            With the keys ``detections`` and ``non_detections``, each ordered by
            mjd (days, UTC); two empty parts when the object has neither. In
            pandas and votable a `TableLightCurve`, which has the methods merged (both
            parts in one table, with fluxes), fold, plot, to_timeseries, to_lightkurve,
            arrays and extract; json and models have none of them.

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

    @overload
    async def query_lightcurve(
        self,
        oid: Many[str],
        format: Literal["json"] = "json",
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> dict[str, ztf_rows.LightCurve]: ...
    @overload
    async def query_lightcurve(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["pandas"],
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> TableLightCurve[pd.DataFrame]: ...
    @overload
    async def query_lightcurve(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["votable"],
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> TableLightCurve[table.Table]: ...
    @overload
    async def query_lightcurve(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["csv"],
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> TableLightCurve[str]: ...
    @overload
    async def query_lightcurve(
        self,
        oid: str,
        format: Literal["models"],
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> RecordLightCurve: ...
    @overload
    async def query_lightcurve(
        self,
        oid: Many[str],
        format: Literal["models"],
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> dict[str, RecordLightCurve]: ...
    @overload
    async def query_lightcurve(
        self,
        oid: str | Many[str] | Refused,
        format: Format | Refused = "json",
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> (
        ztf_rows.LightCurve
        | dict[str, ztf_rows.LightCurve]
        | TableLightCurve[pd.DataFrame]
        | TableLightCurve[table.Table]
        | TableLightCurve[str]
        | RecordLightCurve
        | dict[str, RecordLightCurve]
    ): ...
    @overload
    async def query_lightcurve(
        self,
        oid: Identifier | Many[Identifier],
        format: Literal["pandas"],
        survey: Literal["lsst"],
        **other: Unpack[NoOther],
    ) -> LsstLightCurve[pd.DataFrame]: ...
    @overload
    async def query_lightcurve(
        self,
        oid: Identifier | Many[Identifier],
        format: Literal["votable"],
        survey: Literal["lsst"],
        **other: Unpack[NoOther],
    ) -> LsstLightCurve[table.Table]: ...
    @overload
    async def query_lightcurve(
        self,
        oid: Identifier | Many[Identifier],
        format: Literal["csv"],
        survey: Literal["lsst"],
        **other: Unpack[NoOther],
    ) -> LsstLightCurve[str]: ...
    @overload
    async def query_lightcurve(
        self,
        oid: Identifier | Many[Identifier],
        format: Format | Refused = "json",
        *,
        survey: Literal["lsst"],
        **other: Unpack[NoOther],
    ) -> (
        lsst_rows.LightCurve
        | dict[str, lsst_rows.LightCurve]
        | LsstLightCurve[pd.DataFrame]
        | LsstLightCurve[table.Table]
        | LsstLightCurve[str]
        | LsstRecordLightCurve
        | dict[str, LsstRecordLightCurve]
    ): ...
    @overload
    async def query_period(
        self, oid: str, survey: Survey | Refused = "ztf", **other: Unpack[NoOther]
    ) -> float | None:
        """Return the period of an object in days, as the features of both bands have it.

        Parameters
        ----------
        oid : str or several
            Object identifier.
        survey : {"ztf"}
            Survey of the objects.

        Returns
        -------
        float or None
            The feature Multiband_period of its latest version; None where it is
            not known. Of several objects, a dict by identifier, in the order asked.

        Raises
        ------
        ObjectNotFoundError
            The service knows no such object.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> client.query_period("ZTF18abbuksn") > 0
        True
        """

    @overload
    async def query_period(
        self, oid: Many[str], survey: Survey | Refused = "ztf", **other: Unpack[NoOther]
    ) -> dict[str, float | None]: ...
    @overload
    async def query_period(
        self,
        oid: str | Many[str] | Refused,
        survey: Survey | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> float | dict[str, float | None] | None: ...
    @overload
    async def query_summary(
        self, oid: str, survey: Survey | Refused = "ztf", **other: Unpack[NoOther]
    ) -> summary.ObjectSummary:
        """Return what is known of an object at a glance; a notebook shows it with a picture.

        Parameters
        ----------
        oid : str or several
            Object identifier.
        survey : {"ztf"}
            Survey of the objects.

        Returns
        -------
        ObjectSummary
            Its statistics, light curve and class probabilities. Of several
            objects, a dict by identifier, in the order asked.

        Raises
        ------
        ObjectNotFoundError
            The service knows no such object.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> summary = client.query_summary("ZTF18abbuksn")
        >>> print(summary)  # doctest: +ELLIPSIS
        ZTF18abbuksn
          position: ...
        """

    @overload
    async def query_summary(
        self, oid: Many[str], survey: Survey | Refused = "ztf", **other: Unpack[NoOther]
    ) -> dict[str, summary.ObjectSummary]: ...
    @overload
    async def query_summary(
        self,
        oid: str | Many[str] | Refused,
        survey: Survey | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> summary.ObjectSummary | dict[str, summary.ObjectSummary]: ...
    async def plot_lightcurve(
        self,
        oid: Identifier,
        brightness: Brightness | None = None,
        *,
        flux_unit: FluxUnit | None = None,
        fold: bool = False,
        period: Duration | None = None,
        limits: bool = True,
        survey: Survey = "ztf",
        ax: axes.Axes | None = None,
    ) -> figure.Figure:
        """Return a picture of the light curve of an object.

        Parameters
        ----------
        oid : str or int
            Object identifier.
        brightness : {"apparent", "difference"}, optional
            That of the source as a whole, where dubious corrections are hollow, or that
            of the difference to the reference image, where magnitudes of negative
            differences are hollow: those are brighter the fainter the source is. Without
            it apparent magnitudes where more than half of the detections have one that
            is not dubious, and fluxes of the difference otherwise.
        flux_unit : {"nJy", "uJy", "mJy", "Jy"}, optional
            Unit of a flux to show in place of a magnitude.
        fold : bool
            Whether to fold it with the object's Multiband_period.
        period : float, Quantity or str, optional
            Period to fold it with instead, a number in days or ``"14.4 h"``.
        limits : bool
            Whether to show upper limits of the difference, as marks that point down;
            never on phases. For LSST whether to show forced photometry.
        survey : {"ztf", "lsst"}
            Survey of the object.
        ax : matplotlib Axes, optional
            Where to draw; without it a figure is made.

        Returns
        -------
        matplotlib.figure.Figure
            The figure that was drawn in, bright side up. A notebook shows it at the end
            of a cell; ``figure.show()`` shows it anywhere, in a loop or a script. It
            belongs to no list of pyplot, so that nothing is left open.

        Raises
        ------
        ArgumentError
            It is to be folded and the service knows no period, or no detection has the
            brightness that is asked for.
        ObjectNotFoundError
            The service knows no such object.
        ImportError
            matplotlib is not installed.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> figure = client.plot_lightcurve("ZTF18abbuksn")
        >>> figure.axes[0].get_title()
        'ZTF18abbuksn'
        """

    @overload
    async def query_magstats(
        self,
        oid: str,
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> list[ztf_rows.Magstats]:
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
            Columns to make the index of, in pandas only, and to sort by (ascending).
        survey : {"ztf", "lsst"}
            Survey of the objects.

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

    @overload
    async def query_magstats(
        self,
        oid: Many[str],
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> dict[str, list[ztf_rows.Magstats]]: ...
    @overload
    async def query_magstats(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_magstats(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_magstats(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_magstats(
        self,
        oid: str,
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> list[ztf_models.Magstats]: ...
    @overload
    async def query_magstats(
        self,
        oid: Many[str],
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> dict[str, list[ztf_models.Magstats]]: ...
    @overload
    async def query_magstats(
        self,
        oid: str | Many[str] | Refused,
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> (
        list[ztf_rows.Magstats]
        | dict[str, list[ztf_rows.Magstats]]
        | pd.DataFrame
        | table.Table
        | str
        | list[ztf_models.Magstats]
        | dict[str, list[ztf_models.Magstats]]
    ): ...
    @overload
    async def query_magstats(
        self,
        oid: Identifier | Many[Identifier],
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_magstats(
        self,
        oid: Identifier | Many[Identifier],
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_magstats(
        self,
        oid: Identifier | Many[Identifier],
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_magstats(
        self,
        oid: Identifier | Many[Identifier],
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        **other: Unpack[NoOther],
    ) -> (
        lsst_rows.Magstats
        | dict[str, lsst_rows.Magstats]
        | pd.DataFrame
        | table.Table
        | str
        | lsst_models.Magstats
        | dict[str, lsst_models.Magstats]
    ): ...
    async def download(
        self,
        oids: Many[Identifier] | Iterable[Identifier],
        what: What | Many[What] = "detections",
        *,
        to: str | os.PathLike[str],
        objects_per_file: Integer = 250,
        survey: Survey = "ztf",
    ) -> Download:
        """Write what is known of many objects to a folder of Parquet files.

        The same call again goes on where one was interrupted or killed, and tries
        what failed anew: an object, or the kind of its rows that did. Memory holds the rows of one file, however
        many objects there are.

        Parameters
        ----------
        oids : iterable of str, or of int for LSST
            Object identifiers, as many as you like: a list, a column, a
            generator; a table with a column ``oid``.
        what : str or several
            Kinds of rows: "objects", "detections", "forced_photometry", "magstats",
            "probabilities", and of ZTF also "non_detections" and "features".
        to : path-like
            Folder, ``~`` at its beginning being your own; each kind is a data set in a folder of its own in it, and
            ``manifest.jsonl`` tells which part holds which objects.
        objects_per_file : int
            Objects in each file of a kind.
        survey : {"ztf", "lsst"}
            Survey of the objects.

        Returns
        -------
        Download
            The folder, what it holds now, and which objects failed.

        Raises
        ------
        ArgumentError
            The folder holds a download of other kinds, another download writes to
            it, or it cannot be made.
        BulkError
            Objects failed, unless the option ``errors`` says otherwise; all
            others are there.
        ConfigError
            pyarrow or filelock, the extra ``parquet``, is not installed.

        Examples
        --------
        >>> import tempfile
        >>> import pandas as pd
        >>> folder = tempfile.mkdtemp()
        >>> done = client.download(["ZTF18abbuksn", "ZTF18accqogs"], "magstats", to=folder)
        >>> done.objects, len(pd.read_parquet(done.folder / "magstats")) == done.rows["magstats"]
        (2, True)
        """

    @overload
    async def query_probabilities(
        self,
        oid: str,
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        classifier: str | Refused | None = None,
        classifier_version: str | Refused | None = None,
        wide: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> list[ztf_rows.Probability]:
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
            Columns to make the index of, in pandas only, and to sort by (ascending).
        survey : {"ztf", "lsst"}
            Survey of the objects.
        wide : bool
            Whether to give a table of one row an object with a column
            ``classifier_version_class`` for each of those.

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

    @overload
    async def query_probabilities(
        self,
        oid: Many[str],
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        classifier: str | Refused | None = None,
        classifier_version: str | Refused | None = None,
        wide: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> dict[str, list[ztf_rows.Probability]]: ...
    @overload
    async def query_probabilities(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        classifier: str | Refused | None = None,
        classifier_version: str | Refused | None = None,
        wide: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_probabilities(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        classifier: str | Refused | None = None,
        classifier_version: str | Refused | None = None,
        wide: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_probabilities(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        classifier: str | Refused | None = None,
        classifier_version: str | Refused | None = None,
        wide: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_probabilities(
        self,
        oid: str,
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        classifier: str | Refused | None = None,
        classifier_version: str | Refused | None = None,
        wide: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> list[ztf_models.Probability]: ...
    @overload
    async def query_probabilities(
        self,
        oid: Many[str],
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        classifier: str | Refused | None = None,
        classifier_version: str | Refused | None = None,
        wide: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> dict[str, list[ztf_models.Probability]]: ...
    @overload
    async def query_probabilities(
        self,
        oid: str | Many[str] | Refused,
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        classifier: str | Refused | None = None,
        classifier_version: str | Refused | None = None,
        wide: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> (
        list[ztf_rows.Probability]
        | dict[str, list[ztf_rows.Probability]]
        | pd.DataFrame
        | table.Table
        | str
        | list[ztf_models.Probability]
        | dict[str, list[ztf_models.Probability]]
    ): ...
    @overload
    async def query_probabilities(
        self,
        oid: Identifier | Many[Identifier],
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        classifier: str | Refused | None = None,
        classifier_version: str | Refused | None = None,
        wide: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_probabilities(
        self,
        oid: Identifier | Many[Identifier],
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        classifier: str | Refused | None = None,
        classifier_version: str | Refused | None = None,
        wide: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_probabilities(
        self,
        oid: Identifier | Many[Identifier],
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        classifier: str | Refused | None = None,
        classifier_version: str | Refused | None = None,
        wide: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_probabilities(
        self,
        oid: Identifier | Many[Identifier],
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        classifier: str | Refused | None = None,
        classifier_version: str | Refused | None = None,
        wide: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> (
        list[lsst_rows.Probability]
        | dict[str, list[lsst_rows.Probability]]
        | pd.DataFrame
        | table.Table
        | str
        | list[lsst_models.Probability]
        | dict[str, list[lsst_models.Probability]]
    ): ...
    async def plot_probabilities(
        self,
        oid: str,
        classifier: str = "lc_classifier",
        classifier_version: str | None = None,
        *,
        style: Style = "bars",
        survey: Survey = "ztf",
        ax: axes.Axes | None = None,
    ) -> figure.Figure:
        """Return a picture of the class probabilities of an object by a classifier.

        Parameters
        ----------
        oid : str
            Object identifier.
        classifier : str
            Classifier; see `query_classifiers`.
        classifier_version : str, optional
            Its version; without it the latest that classified the object.
        style : {"bars", "radar"}
            Bars, or a radar as the broker's web page shows.
        survey : {"ztf"}
            Survey of the object.
        ax : matplotlib Axes, optional
            Where to draw, of polar projection for a radar; without it a figure is
            made.

        Returns
        -------
        matplotlib.figure.Figure
            The figure that was drawn in.

        Raises
        ------
        ObjectNotFoundError
            The service knows no such object, or the classifier does not know it.
        ImportError
            matplotlib is not installed.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> figure = client.plot_probabilities("ZTF18abbuksn", style="radar")
        >>> figure.axes[0].name
        'polar'
        """

    @overload
    async def query_features(
        self,
        oid: str,
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        fid: Integer | Refused | None = None,
        version: str | Refused | None = None,
        wide: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> list[ztf_rows.Feature]:
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
            Columns to make the index of, in pandas only, and to sort by (ascending).
        survey : {"ztf"}
            Survey of the objects.
        wide : bool
            Whether to give a table of one row an object with a column
            ``feature_fid`` for each feature and band, or ``feature_fid_version``
            where there are several versions.

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

    @overload
    async def query_features(
        self,
        oid: Many[str],
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        fid: Integer | Refused | None = None,
        version: str | Refused | None = None,
        wide: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> dict[str, list[ztf_rows.Feature]]: ...
    @overload
    async def query_features(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        fid: Integer | Refused | None = None,
        version: str | Refused | None = None,
        wide: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_features(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        fid: Integer | Refused | None = None,
        version: str | Refused | None = None,
        wide: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_features(
        self,
        oid: str | Many[str] | Refused,
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        fid: Integer | Refused | None = None,
        version: str | Refused | None = None,
        wide: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_features(
        self,
        oid: str,
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        fid: Integer | Refused | None = None,
        version: str | Refused | None = None,
        wide: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> list[ztf_models.Feature]: ...
    @overload
    async def query_features(
        self,
        oid: Many[str],
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        fid: Integer | Refused | None = None,
        version: str | Refused | None = None,
        wide: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> dict[str, list[ztf_models.Feature]]: ...
    @overload
    async def query_features(
        self,
        oid: str | Many[str] | Refused,
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        fid: Integer | Refused | None = None,
        version: str | Refused | None = None,
        wide: bool | Refused = False,
        **other: Unpack[NoOther],
    ) -> (
        list[ztf_rows.Feature]
        | dict[str, list[ztf_rows.Feature]]
        | pd.DataFrame
        | table.Table
        | str
        | list[ztf_models.Feature]
        | dict[str, list[ztf_models.Feature]]
    ): ...
    @overload
    async def query_feature(
        self,
        oid: str,
        name: str | Refused,
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        fid: Integer | Refused | None = None,
        version: str | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> list[ztf_rows.Feature]:
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
            Columns to make the index of, in pandas only, and to sort by (ascending).
        survey : {"ztf"}
            Survey of the objects.

        Returns
        -------
        DataFrame, Table, str or list
            One row a band and version; none, and an `EmptyResultWarning`, when
            there is no such feature.

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

    @overload
    async def query_feature(
        self,
        oid: Many[str],
        name: str | Refused,
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        fid: Integer | Refused | None = None,
        version: str | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> dict[str, list[ztf_rows.Feature]]: ...
    @overload
    async def query_feature(
        self,
        oid: str | Many[str] | Refused,
        name: str | Refused,
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        fid: Integer | Refused | None = None,
        version: str | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_feature(
        self,
        oid: str | Many[str] | Refused,
        name: str | Refused,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        fid: Integer | Refused | None = None,
        version: str | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_feature(
        self,
        oid: str | Many[str] | Refused,
        name: str | Refused,
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        fid: Integer | Refused | None = None,
        version: str | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_feature(
        self,
        oid: str,
        name: str | Refused,
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        fid: Integer | Refused | None = None,
        version: str | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> list[ztf_models.Feature]: ...
    @overload
    async def query_feature(
        self,
        oid: Many[str],
        name: str | Refused,
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        fid: Integer | Refused | None = None,
        version: str | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> dict[str, list[ztf_models.Feature]]: ...
    @overload
    async def query_feature(
        self,
        oid: str | Many[str] | Refused,
        name: str | Refused,
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        fid: Integer | Refused | None = None,
        version: str | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> (
        list[ztf_rows.Feature]
        | dict[str, list[ztf_rows.Feature]]
        | pd.DataFrame
        | table.Table
        | str
        | list[ztf_models.Feature]
        | dict[str, list[ztf_models.Feature]]
    ): ...
    @overload
    async def query_classifiers(
        self,
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> list[ztf_rows.Classifier]:
        """Return all classifiers, one row a version, with their classes.

        Parameters
        ----------
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the answer, in any letter case.
        index, sort : str or sequence of str, optional
            Columns to make the index of, in pandas only, and to sort by (ascending).
        survey : {"ztf", "lsst"}
            Survey of the objects.

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

    @overload
    async def query_classifiers(
        self,
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_classifiers(
        self,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_classifiers(
        self,
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_classifiers(
        self,
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> list[ztf_models.Classifier]: ...
    @overload
    async def query_classifiers(
        self,
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> (
        list[ztf_rows.Classifier] | pd.DataFrame | table.Table | str | list[ztf_models.Classifier]
    ): ...
    @overload
    async def query_classifiers(
        self,
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_classifiers(
        self,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_classifiers(
        self,
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_classifiers(
        self,
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        *,
        survey: Literal["lsst"],
        **other: Unpack[NoOther],
    ) -> (
        list[lsst_rows.Classifier] | pd.DataFrame | table.Table | str | list[lsst_models.Classifier]
    ): ...
    @overload
    async def query_classes(
        self,
        classifier_name: str | Refused,
        classifier_version: str | Refused,
        format: Literal["json"] = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> list[ztf_rows.ClassName]:
        """Return the classes of one version of a classifier.

        Parameters
        ----------
        classifier_name, classifier_version : str
            As in an answer of `query_classifiers`.
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the answer, in any letter case.
        index, sort : str or sequence of str, optional
            Columns to make the index of, in pandas only, and to sort by (ascending).
        survey : {"ztf", "lsst"}
            Survey of the objects.

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

    @overload
    async def query_classes(
        self,
        classifier_name: str | Refused,
        classifier_version: str | Refused,
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def query_classes(
        self,
        classifier_name: str | Refused,
        classifier_version: str | Refused,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def query_classes(
        self,
        classifier_name: str | Refused,
        classifier_version: str | Refused,
        format: Literal["csv"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def query_classes(
        self,
        classifier_name: str | Refused,
        classifier_version: str | Refused,
        format: Literal["models"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> list[ztf_models.ClassName]: ...
    @overload
    async def query_classes(
        self,
        classifier_name: str | Refused,
        classifier_version: str | Refused,
        format: Format | Refused = "json",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        survey: Survey | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> (
        list[ztf_rows.ClassName] | pd.DataFrame | table.Table | str | list[ztf_models.ClassName]
    ): ...
    @overload
    async def get_stamps(
        self,
        oid: str,
        candid: Candid | None = None,
        format: Literal["HDUList"] = "HDUList",
        include_variance_and_psf: bool | Refused = False,
        measurement_id: Candid | Many[Candid] | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> fits.HDUList:
        """Return the science, template and difference images of an alert, or of several.

        Parameters
        ----------
        oid : str or several
            Object identifier.
        candid : int or str, or several, optional
            Alert identifier, all its digits: as many as there are objects, or
            several of one object. Without it the first detection that has a stamp.
        format : {"HDUList", "numpy"}
            Form of the images, in any letter case.
        include_variance_and_psf : bool
            Whether to return these planes too, which only alerts of LSST have.
        measurement_id : int or str, optional
            Another name of `candid`, which is LSST's.
        survey : {"ztf", "lsst"}
            Survey of the alerts.

        Returns
        -------
        astropy.io.fits.HDUList or list of ndarray
            For LSST see `AsyncLsst.get_stamps`. The three images, 63 by 63 pixels of float32 in DN, NaN off the
            detector. The HDUList answers to "SCIENCE", "TEMPLATE" and
            "DIFFERENCE" as well as to 0, 1 and 2, and each header says which one it is
            (STAMP_TYPE). Of several alerts, a dict of
            these in the order asked: by candid, its digits as a text, or by
            object identifier where no candids were given.

        Raises
        ------
        CandidError
            No alert of the object has a stamp, this one has none, or it belongs
            to another object.
        BulkError
            Some of several failed, unless the option ``errors`` says otherwise.
        InvalidResponseError
            The service sent a broken packet.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> stamps = client.get_stamps("ZTF18abkifng", candid=576161491515015015)
        >>> stamps["SCIENCE"].data.shape
        (63, 63)
        >>> several = client.get_stamps(["ZTF18abkifng"], [576161491515015015], "numpy")
        >>> [image.shape for image in several["576161491515015015"]]
        [(63, 63), (63, 63), (63, 63)]
        """

    @overload
    async def get_stamps(
        self,
        oid: Many[str],
        candid: Many[Candid] | None = None,
        format: Literal["HDUList"] = "HDUList",
        include_variance_and_psf: bool | Refused = False,
        measurement_id: Candid | Many[Candid] | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> dict[str, fits.HDUList]: ...
    @overload
    async def get_stamps(
        self,
        oid: str,
        candid: Many[Candid],
        format: Literal["HDUList"] = "HDUList",
        include_variance_and_psf: bool | Refused = False,
        measurement_id: Candid | Many[Candid] | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> dict[str, fits.HDUList]: ...
    @overload
    async def get_stamps(
        self,
        oid: str,
        candid: Candid | None = None,
        format: Literal["numpy"] = ...,
        include_variance_and_psf: bool | Refused = False,
        measurement_id: Candid | Many[Candid] | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> list[npt.NDArray[np.float32]]: ...
    @overload
    async def get_stamps(
        self,
        oid: Many[str],
        candid: Many[Candid] | None = None,
        format: Literal["numpy"] = ...,
        include_variance_and_psf: bool | Refused = False,
        measurement_id: Candid | Many[Candid] | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> dict[str, list[npt.NDArray[np.float32]]]: ...
    @overload
    async def get_stamps(
        self,
        oid: str,
        candid: Many[Candid],
        format: Literal["numpy"] = ...,
        include_variance_and_psf: bool | Refused = False,
        measurement_id: Candid | Many[Candid] | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> dict[str, list[npt.NDArray[np.float32]]]: ...
    @overload
    async def get_stamps(
        self,
        oid: str | Many[str] | Refused,
        candid: Candid | Many[Candid] | Refused | None = None,
        format: StampFormat | Refused = "HDUList",
        include_variance_and_psf: bool | Refused = False,
        measurement_id: Candid | Many[Candid] | Refused | None = None,
        survey: Literal["ztf"] | Refused = "ztf",
        **other: Unpack[NoOther],
    ) -> (
        fits.HDUList
        | dict[str, fits.HDUList]
        | list[npt.NDArray[np.float32]]
        | dict[str, list[npt.NDArray[np.float32]]]
    ): ...
    @overload
    async def get_stamps(
        self,
        oid: Identifier | Many[Identifier],
        candid: Candid | Many[Candid] | Refused | None = None,
        format: StampFormat | Refused = "HDUList",
        include_variance_and_psf: bool | Refused = False,
        measurement_id: Candid | Many[Candid] | Refused | None = None,
        *,
        survey: Literal["lsst"],
        **other: Unpack[NoOther],
    ) -> (
        fits.HDUList
        | dict[str, fits.HDUList]
        | list[npt.NDArray[np.float32]]
        | dict[str, list[npt.NDArray[np.float32]]]
    ): ...
    @overload
    async def get_avro(
        self,
        oid: str,
        candid: Candid | None = None,
        use_multisurvey_api: bool | Refused = False,
        survey: Survey | Refused = "ztf",
        measurement_id: Candid | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> bytes:
        """Return an alert packet as delivered, an Avro file, or several.

        Parameters
        ----------
        oid : str or several
            Object identifier.
        candid : int or str, or several, optional
            Alert identifier, all its digits: as many as there are objects, or
            several of one object. Without it the first detection that has a stamp.
        use_multisurvey_api : bool
            Whether to ask the multi-survey service, which has no packets of ZTF.
        survey : {"ztf"}
            Survey of the alerts.
        measurement_id : int or str, optional
            Another name of `candid`, for one alert.

        Returns
        -------
        bytes
            One record: the candidate, its history and three gzipped FITS images.
            Of several alerts, a dict of these in the order asked: by candid, its
            digits as a text, or by object identifier where no candids were given.

        Raises
        ------
        CandidError
            No alert of the object has a packet, this one has none, or it belongs
            to another object.
        BulkError
            Some of several failed, unless the option ``errors`` says otherwise.
        InvalidResponseError
            The service sent a broken packet.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> client.get_avro("ZTF18abkifng", candid=576161491515015015)[:3]
        b'Obj'
        """

    @overload
    async def get_avro(
        self,
        oid: Many[str],
        candid: Many[Candid] | None = None,
        use_multisurvey_api: bool | Refused = False,
        survey: Survey | Refused = "ztf",
        measurement_id: Candid | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> dict[str, bytes]: ...
    @overload
    async def get_avro(
        self,
        oid: str,
        candid: Many[Candid],
        use_multisurvey_api: bool | Refused = False,
        survey: Survey | Refused = "ztf",
        measurement_id: Candid | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> dict[str, bytes]: ...
    @overload
    async def get_avro(
        self,
        oid: str | Many[str] | Refused,
        candid: Candid | Many[Candid] | Refused | None = None,
        use_multisurvey_api: bool | Refused = False,
        survey: Survey | Refused = "ztf",
        measurement_id: Candid | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> bytes | dict[str, bytes]: ...
    async def plot_stamps(
        self,
        oid: Identifier,
        candid: Candid | None = None,
        measurement_id: Candid | None = None,
        survey: Survey = "ztf",
        *,
        ax: Sequence[axes.Axes] | None = None,
    ) -> figure.Figure | None:
        """Show the science, template and difference images of an alert.

        Parameters
        ----------
        oid : str
            Object identifier.
        candid : int or str, optional
            Alert identifier, all its digits; without it the first detection
            that has a stamp.
        measurement_id : int or str, optional
            Another name of `candid`.
        survey : {"ztf", "lsst"}
            Survey of the alert.
        ax : sequence of three matplotlib Axes, optional
            Where to draw; without it a figure is made.

        Returns
        -------
        matplotlib.figure.Figure or None
            The images stretched by ZScale, north as delivered, with object, candid
            and date (UTC) above. None in a notebook without `ax`, where the
            service's own pictures are shown under the cell.

        Raises
        ------
        CandidError
            As `get_stamps`.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> figure = client.plot_stamps("ZTF18abkifng", candid=576161491515015015)
        >>> [axes.get_title() for axes in figure.axes]
        ['Science', 'Template', 'Difference']
        """

    @overload
    async def catshtm_conesearch(
        self,
        ra: Position | Refused,
        dec: Angles | Refused | None = None,
        radius: Angle | Refused = ...,
        catalog_name: Literal["all"] = ...,
        format: Literal["pandas"] = "pandas",
        **other: Unpack[NoOther],
    ) -> dict[str, pd.DataFrame]:
        """Return all sources of a catalogue around a position, or of every catalogue.

        Parameters
        ----------
        ra, dec : float, Quantity, Angle, str or several
            Position in deg (ICRS); or `ra` a SkyCoord in any frame, without `dec`.
            Several positions are asked for one by one.
        radius : float, Quantity, Angle or str
            Radius of the cone: a number in arcsec, or ``0.5 * u.arcmin``, ``"2 arcmin"``.
        catalog_name : str
            Catalogue, by the name that the service takes or the one it shows
            (GAIADR1, GAIA/DR1), in any letter case; "all" for every one.
        format : {"pandas", "votable", "json", "csv", "models"}
            Form of the answer, in any letter case.

        Returns
        -------
        DataFrame, Table, dict, str or ConeTable
            One row a source, also when there is one or none; units in
            ``attrs["units"]`` or on the columns. Missing values are NaN or
            masked; tables have the catalogue in a column ``cat_name``. With "all" a dict by the catalogue's name, holding those
            where anything was found. Rows are not in order of distance.

        Raises
        ------
        ArgumentError
            No such catalogue, or no such position.
        APIError
            Any other failure; see `alerce.exceptions`.

        Notes
        -----
        The service can miss a source at exactly the position, to 0.01 arcsec. Where an answer
        may lack one, which is when nothing was found and at one declination in thirty, the
        client looks again from 0.02 arcsec beside it: one more request. When that fails the
        first answer is returned with a CutResultWarning. ``second_look=False`` as an option
        of the client switches it off.

        Examples
        --------
        >>> sources = client.catshtm_conesearch(10, 20, 1000, "GAIA/DR1", format="pandas")
        >>> sources.attrs["units"]["RA"]
        'deg'

        Around several positions, here of a SkyCoord:

        >>> from astropy import units as u
        >>> from astropy.coordinates import SkyCoord
        >>> positions = SkyCoord([10, 10.01] * u.deg, [20, 20] * u.deg)
        >>> sources = client.catshtm_conesearch(positions, radius=5 * u.arcmin, catalog_name="TMASS")
        >>> sorted(set(sources.input_index))
        [0, 1]
        """

    @overload
    async def catshtm_conesearch(
        self,
        ra: Position | Refused,
        dec: Angles | Refused | None = None,
        radius: Angle | Refused = ...,
        catalog_name: KnownCatalog = ...,
        format: Literal["pandas"] = "pandas",
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Position | Refused,
        dec: Angles | Refused | None = None,
        radius: Angle | Refused = ...,
        catalog_name: str = ...,
        format: Literal["pandas"] = "pandas",
        **other: Unpack[NoOther],
    ) -> pd.DataFrame | dict[str, pd.DataFrame]: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Position | Refused,
        dec: Angles | Refused | None = None,
        radius: Angle | Refused = ...,
        catalog_name: Literal["all"] = ...,
        format: Literal["votable"] = ...,
        **other: Unpack[NoOther],
    ) -> dict[str, table.Table]: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Position | Refused,
        dec: Angles | Refused | None = None,
        radius: Angle | Refused = ...,
        catalog_name: KnownCatalog = ...,
        format: Literal["votable"] = ...,
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Position | Refused,
        dec: Angles | Refused | None = None,
        radius: Angle | Refused = ...,
        catalog_name: Literal["all"] = ...,
        format: Literal["csv"] = ...,
        **other: Unpack[NoOther],
    ) -> dict[str, str]: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Position | Refused,
        dec: Angles | Refused | None = None,
        radius: Angle | Refused = ...,
        catalog_name: KnownCatalog = ...,
        format: Literal["csv"] = ...,
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Position | Refused,
        dec: Angles | Refused | None = None,
        radius: Angle | Refused = ...,
        catalog_name: Literal["all"] = ...,
        format: Literal["json"] = ...,
        **other: Unpack[NoOther],
    ) -> dict[str, catshtm_rows.ConeTable]: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Position | Refused,
        dec: Angles | Refused | None = None,
        radius: Angle | Refused = ...,
        catalog_name: KnownCatalog = ...,
        format: Literal["json"] = ...,
        **other: Unpack[NoOther],
    ) -> catshtm_rows.ConeTable: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Position | Refused,
        dec: Angles | Refused | None = None,
        radius: Angle | Refused = ...,
        catalog_name: Literal["all"] = ...,
        format: Literal["models"] = ...,
        **other: Unpack[NoOther],
    ) -> dict[str, catshtm_models.ConeTable]: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Position | Refused,
        dec: Angles | Refused | None = None,
        radius: Angle | Refused = ...,
        catalog_name: KnownCatalog = ...,
        format: Literal["models"] = ...,
        **other: Unpack[NoOther],
    ) -> catshtm_models.ConeTable: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Position | Refused,
        dec: Angles | Refused | None = None,
        radius: Angle | Refused = ...,
        catalog_name: CatalogName | Refused = "all",
        format: Format | Refused = "pandas",
        **other: Unpack[NoOther],
    ) -> (
        dict[str, pd.DataFrame]
        | pd.DataFrame
        | dict[str, table.Table]
        | table.Table
        | dict[str, str]
        | str
        | dict[str, catshtm_rows.ConeTable]
        | catshtm_rows.ConeTable
        | dict[str, catshtm_models.ConeTable]
        | catshtm_models.ConeTable
    ): ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Angle | Sky | Refused,
        dec: Angle | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: Literal["all"] = ...,
        format: Literal["pandas"] = "pandas",
        **other: Unpack[NoOther],
    ) -> dict[str, pd.Series[float]]:
        """Return the source of a catalogue closest to a position, or of every catalogue.

        `catshtm_crossmatch_many` does the same for several positions.

        Parameters
        ----------
        ra, dec : float, Quantity, Angle or str
            Position in deg (ICRS); or `ra` a SkyCoord in any frame, without `dec`.
        radius : float, Quantity, Angle, str or None
            Greatest distance: a number in arcsec, or ``0.5 * u.arcmin``,
            ``"2 arcmin"``; None for the catalogue's default, see `list_catalogs`.
        catalog_name : str
            Catalogue, by the name that the service takes or the one it shows
            (GAIADR1, GAIA/DR1), in any letter case; "all" for every one.
        format : {"pandas", "votable", "json", "csv", "models"}
            Form of the answer, in any letter case.

        Returns
        -------
        Series, Table, dict, str, CrossMatch or None
            The source's fields, its ``distance`` in arcsec, and in pandas and votable
            the catalogue as ``cat_name``. When nothing
            matched, None in pandas and models, and no rows or fields in the
            other formats. With "all" a dict by the catalogue's name, holding
            those that matched; never AKARI, which the service leaves out.

        Raises
        ------
        ArgumentError
            No such catalogue, or not one position.
        APIError
            Any other failure; see `alerce.exceptions`.

        Notes
        -----
        The service can miss a source at exactly the position, to 0.01 arcsec. Where an answer
        may lack one, which is when nothing was found and at one declination in thirty, the
        client looks again from 0.02 arcsec beside it: one more request. When that fails the
        first answer is returned with a CutResultWarning. ``second_look=False`` as an option
        of the client switches it off.

        Examples
        --------
        >>> source = client.catshtm_crossmatch(10, 20, 20, "GAIA/DR1", format="pandas")
        >>> source.name, source.attrs["units"]["distance"]
        ('catsHTM_GAIA/DR1', 'arcsec')
        """

    @overload
    async def catshtm_crossmatch(
        self,
        ra: Angle | Sky | Refused,
        dec: Angle | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: KnownCatalog = ...,
        format: Literal["pandas"] = "pandas",
        **other: Unpack[NoOther],
    ) -> pd.Series[float] | None: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Angle | Sky | Refused,
        dec: Angle | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: str = ...,
        format: Literal["pandas"] = "pandas",
        **other: Unpack[NoOther],
    ) -> pd.Series[float] | dict[str, pd.Series[float]] | None: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Angle | Sky | Refused,
        dec: Angle | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: Literal["all"] = ...,
        format: Literal["votable"] = ...,
        **other: Unpack[NoOther],
    ) -> dict[str, table.Table]: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Angle | Sky | Refused,
        dec: Angle | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: KnownCatalog = ...,
        format: Literal["votable"] = ...,
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Angle | Sky | Refused,
        dec: Angle | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: Literal["all"] = ...,
        format: Literal["csv"] = ...,
        **other: Unpack[NoOther],
    ) -> dict[str, str]: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Angle | Sky | Refused,
        dec: Angle | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: KnownCatalog = ...,
        format: Literal["csv"] = ...,
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Angle | Sky | Refused,
        dec: Angle | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: Literal["all"] = ...,
        format: Literal["json"] = ...,
        **other: Unpack[NoOther],
    ) -> dict[str, catshtm_rows.CrossMatch]: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Angle | Sky | Refused,
        dec: Angle | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: KnownCatalog = ...,
        format: Literal["json"] = ...,
        **other: Unpack[NoOther],
    ) -> catshtm_rows.CrossMatch: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Angle | Sky | Refused,
        dec: Angle | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: Literal["all"] = ...,
        format: Literal["models"] = ...,
        **other: Unpack[NoOther],
    ) -> dict[str, catshtm_models.CrossMatch]: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Angle | Sky | Refused,
        dec: Angle | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: KnownCatalog = ...,
        format: Literal["models"] = ...,
        **other: Unpack[NoOther],
    ) -> catshtm_models.CrossMatch | None: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Angle | Sky | Refused,
        dec: Angle | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: CatalogName | Refused = "all",
        format: Format | Refused = "pandas",
        **other: Unpack[NoOther],
    ) -> (
        dict[str, pd.Series[float]]
        | pd.Series[float]
        | dict[str, table.Table]
        | table.Table
        | dict[str, str]
        | str
        | dict[str, catshtm_rows.CrossMatch]
        | catshtm_rows.CrossMatch
        | dict[str, catshtm_models.CrossMatch]
        | catshtm_models.CrossMatch
        | None
    ): ...
    @overload
    async def catshtm_crossmatch_many(
        self,
        ra: Many[float] | Sky | Refused,
        dec: Many[float] | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: Literal["all"] = ...,
        format: Literal["pandas"] = "pandas",
        **other: Unpack[NoOther],
    ) -> dict[str, pd.DataFrame]:
        """Return the source of a catalogue closest to each of several positions.

        Parameters
        ----------
        ra, dec : several float, or a Quantity, Angle or column of them
            Positions in deg (ICRS); or `ra` a SkyCoord in any frame, without `dec`.
            They are asked for one by one.
        radius : float, Quantity, Angle, str or None
            Greatest distance; see `catshtm_crossmatch`.
        catalog_name : str
            Catalogue, in any letter case; "all" for every one.
        format : {"pandas", "votable", "json", "csv", "models"}
            Form of the answer, in any letter case.

        Returns
        -------
        DataFrame, Table, str or list
            The sources that matched, with their ``distance`` in arcsec; the column
            ``input_index`` says for which position, from 0. In json and models a
            list with one for each position. With "all" a dict of these by the
            catalogue's name.

        Raises
        ------
        ArgumentError
            No such catalogue, or no such positions.
        BulkError
            Some positions failed, unless the option ``errors`` says otherwise.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> objects = client.query_objects(page_size=20)
        >>> sources = client.catshtm_crossmatch_many(
        ...     objects.meanra, objects.meandec, "5 arcsec", "GAIA/DR1"
        ... )
        >>> matched = sources.join(objects.oid, on="input_index")
        """

    @overload
    async def catshtm_crossmatch_many(
        self,
        ra: Many[float] | Sky | Refused,
        dec: Many[float] | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: KnownCatalog = ...,
        format: Literal["pandas"] = "pandas",
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def catshtm_crossmatch_many(
        self,
        ra: Many[float] | Sky | Refused,
        dec: Many[float] | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: str = ...,
        format: Literal["pandas"] = "pandas",
        **other: Unpack[NoOther],
    ) -> pd.DataFrame | dict[str, pd.DataFrame]: ...
    @overload
    async def catshtm_crossmatch_many(
        self,
        ra: Many[float] | Sky | Refused,
        dec: Many[float] | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: Literal["all"] = ...,
        format: Literal["votable"] = ...,
        **other: Unpack[NoOther],
    ) -> dict[str, table.Table]: ...
    @overload
    async def catshtm_crossmatch_many(
        self,
        ra: Many[float] | Sky | Refused,
        dec: Many[float] | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: KnownCatalog = ...,
        format: Literal["votable"] = ...,
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def catshtm_crossmatch_many(
        self,
        ra: Many[float] | Sky | Refused,
        dec: Many[float] | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: Literal["all"] = ...,
        format: Literal["csv"] = ...,
        **other: Unpack[NoOther],
    ) -> dict[str, str]: ...
    @overload
    async def catshtm_crossmatch_many(
        self,
        ra: Many[float] | Sky | Refused,
        dec: Many[float] | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: KnownCatalog = ...,
        format: Literal["csv"] = ...,
        **other: Unpack[NoOther],
    ) -> str: ...
    @overload
    async def catshtm_crossmatch_many(
        self,
        ra: Many[float] | Sky | Refused,
        dec: Many[float] | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: Literal["all"] = ...,
        format: Literal["json"] = ...,
        **other: Unpack[NoOther],
    ) -> dict[str, list[catshtm_rows.CrossMatch]]: ...
    @overload
    async def catshtm_crossmatch_many(
        self,
        ra: Many[float] | Sky | Refused,
        dec: Many[float] | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: KnownCatalog = ...,
        format: Literal["json"] = ...,
        **other: Unpack[NoOther],
    ) -> list[catshtm_rows.CrossMatch]: ...
    @overload
    async def catshtm_crossmatch_many(
        self,
        ra: Many[float] | Sky | Refused,
        dec: Many[float] | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: Literal["all"] = ...,
        format: Literal["models"] = ...,
        **other: Unpack[NoOther],
    ) -> dict[str, list[catshtm_models.CrossMatch | None]]: ...
    @overload
    async def catshtm_crossmatch_many(
        self,
        ra: Many[float] | Sky | Refused,
        dec: Many[float] | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: KnownCatalog = ...,
        format: Literal["models"] = ...,
        **other: Unpack[NoOther],
    ) -> list[catshtm_models.CrossMatch | None]: ...
    @overload
    async def catshtm_crossmatch_many(
        self,
        ra: Many[float] | Sky | Refused,
        dec: Many[float] | Refused | None = None,
        radius: Angle | Refused | None = None,
        catalog_name: CatalogName | Refused = "all",
        format: Format | Refused = "pandas",
        **other: Unpack[NoOther],
    ) -> (
        dict[str, pd.DataFrame]
        | pd.DataFrame
        | dict[str, table.Table]
        | table.Table
        | dict[str, str]
        | str
        | dict[str, list[catshtm_rows.CrossMatch]]
        | list[catshtm_rows.CrossMatch]
        | dict[str, list[catshtm_models.CrossMatch | None]]
        | list[catshtm_models.CrossMatch | None]
    ): ...
    @overload
    async def catshtm_redshift(
        self,
        ra: Angle,
        dec: Angles | Refused | None = None,
        radius: Angle | Refused = ...,
        format: str | Refused = "votable",
        verbose: bool | Refused = False,
        *,
        catalog_name: CatalogName | Refused = "all",
        **other: Unpack[NoOther],
    ) -> float | None:
        """Return the redshift of a source near a position, if a catalogue has one.

        Parameters
        ----------
        ra, dec : float, Quantity, Angle, str or several
            Position in deg (ICRS); or `ra` a SkyCoord in any frame, without `dec`.
        radius : float, Quantity, Angle or str
            Greatest distance of the source: a number in arcsec, or ``"2 arcmin"``.
        format : str
            Has no effect on the redshift, which is a number. A catalogue in its
            place, as the documentation has it, is taken as `catalog_name`.
        verbose : bool
            Whether to print where the redshift was found.
        catalog_name : str
            Catalogue to look in; "all" for every one.

        Returns
        -------
        float or None
            That of the closest source that has one, see `catshtm_redshift_details`, which
            also tells its kind and where it comes from. None where there is none; for
            several positions a list of them.

        Raises
        ------
        ArgumentError
            No such catalogue, or no such position.
        APIError
            Any other failure; see `alerce.exceptions`.

        Warns
        -----
        EmptyResultWarning
            The catalogue that is named has no redshifts.

        Examples
        --------
        >>> client.catshtm_redshift(10, 20, 20, "NEDz") < 1
        True
        """

    @overload
    async def catshtm_redshift(
        self,
        ra: Many[float],
        dec: Angles | Refused | None = None,
        radius: Angle | Refused = ...,
        format: str | Refused = "votable",
        verbose: bool | Refused = False,
        *,
        catalog_name: CatalogName | Refused = "all",
        **other: Unpack[NoOther],
    ) -> list[float | None]: ...
    @overload
    async def catshtm_redshift(
        self,
        ra: Position | Refused,
        dec: Angles | Refused | None = None,
        radius: Angle | Refused = ...,
        format: str | Refused = "votable",
        verbose: bool | Refused = False,
        *,
        catalog_name: CatalogName | Refused = "all",
        **other: Unpack[NoOther],
    ) -> float | list[float | None] | None: ...
    @overload
    async def catshtm_redshift_details(
        self,
        ra: Angle,
        dec: Angles | Refused | None = None,
        radius: Angle | Refused = ...,
        catalog_name: CatalogName | Refused = "all",
        **other: Unpack[NoOther],
    ) -> redshifts.Redshift | None:
        """Return the redshift of a source near a position with its error, kind and origin.

        Parameters
        ----------
        ra, dec : float, Quantity, Angle, str or several
            Position in deg (ICRS); or `ra` a SkyCoord in any frame, without `dec`.
        radius : float, Quantity, Angle or str
            Greatest distance of the source: a number in arcsec, or ``"2 arcmin"``.
        catalog_name : str
            Catalogue to look in; "all" for every one.

        Returns
        -------
        Redshift or None
            ``value``, ``error``, ``kind`` (spectroscopic from a column ``z``, photometric
            from ``zphot`` or ``z_phot``), ``catalog``, ``column`` and ``separation`` in
            arcsec. It is that of the closest source of a catalogue that has one. Sources
            up to 1 arcsec further away are as likely to be the object: among these a
            spectroscopic redshift goes before a photometric one, then the closer one.
            What catalogues write for a missing value (-1, -99, -9999) is no redshift.
            None where there is none; for several positions a list of them.

        Raises
        ------
        ArgumentError
            No such catalogue, or no such position.
        APIError
            Any other failure; see `alerce.exceptions`.

        Warns
        -----
        EmptyResultWarning
            The catalogue that is named has no redshifts.

        References
        ----------
        Likelihood of an identification: Sutherland & Saunders 1992, MNRAS 259, 413.

        Examples
        --------
        >>> objects = client.query_objects(classifier="lc_classifier", class_name="SNIa")
        >>> found = client.catshtm_redshift_details(objects.meanra, objects.meandec, 5)
        >>> {each.kind for each in found if each} <= {"spectroscopic", "photometric"}
        True
        """

    @overload
    async def catshtm_redshift_details(
        self,
        ra: Many[float],
        dec: Angles | Refused | None = None,
        radius: Angle | Refused = ...,
        catalog_name: CatalogName | Refused = "all",
        **other: Unpack[NoOther],
    ) -> list[redshifts.Redshift | None]: ...
    @overload
    async def catshtm_redshift_details(
        self,
        ra: Position | Refused,
        dec: Angles | Refused | None = None,
        radius: Angle | Refused = ...,
        catalog_name: CatalogName | Refused = "all",
        **other: Unpack[NoOther],
    ) -> redshifts.Redshift | list[redshifts.Redshift | None] | None: ...
    @overload
    def list_catalogs(
        self, format: Literal["json"], **other: Unpack[NoOther]
    ) -> list[catshtm_rows.CatalogEntry]:
        """Return the catalogues that can be searched; no service is asked.

        Parameters
        ----------
        format : {"pandas", "votable", "json", "csv", "models"}
            Form of the answer, in any letter case.

        Returns
        -------
        DataFrame, Table, str or list
            One row a catalogue: its name in requests, its display name in
            answers, the default radius of a cross-match in arcsec, and the names
            of its columns of right ascension and declination.

        Raises
        ------
        FormatValidationError
            There is no such format.

        Examples
        --------
        >>> catalogs = client.list_catalogs().set_index("name")
        >>> float(catalogs.default_radius["XMM"]), catalogs.attrs["units"]["default_radius"]
        (8.0, 'arcsec')
        """

    @overload
    def list_catalogs(
        self, format: Literal["pandas"] = "pandas", **other: Unpack[NoOther]
    ) -> pd.DataFrame: ...
    @overload
    def list_catalogs(
        self, format: Literal["votable"], **other: Unpack[NoOther]
    ) -> table.Table: ...
    @overload
    def list_catalogs(self, format: Literal["csv"], **other: Unpack[NoOther]) -> str: ...
    @overload
    def list_catalogs(
        self, format: Literal["models"], **other: Unpack[NoOther]
    ) -> list[catshtm_models.CatalogEntry]: ...
    @overload
    def list_catalogs(
        self, format: Format | Refused = "pandas", **other: Unpack[NoOther]
    ) -> (
        list[catshtm_rows.CatalogEntry]
        | pd.DataFrame
        | table.Table
        | str
        | list[catshtm_models.CatalogEntry]
    ): ...
    def catshtm_catalog_translator(self, catalog: str) -> str:
        """Return the name by which the service takes a catalogue that it shows by another.

        Parameters
        ----------
        catalog : str
            Either name, in any letter case.

        Returns
        -------
        str
            The name in requests; the text itself when no catalogue has it.

        Examples
        --------
        >>> client.catshtm_catalog_translator("GAIA/DR1")
        'GAIADR1'
        """

    @overload
    async def send_query(
        self,
        query: str | Refused,
        format: Literal["csv"] = "csv",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> str:
        """Send an SQL query to the database and return its rows.

        Parameters
        ----------
        query : str
            SQL text.
        format : {"csv", "pandas", "votable", "json"}
            Form of the answer, in any letter case; "csv" is the text as sent.
        index, sort : str or sequence of str, optional
            Columns to make the index of, in pandas only, and to sort by (ascending).

        Returns
        -------
        str, DataFrame, Table or list of dict
            In json the rows themselves, where 1.x and 2.x returned their text. Columns as the query names them; a name that comes again is numbered
            (oid, oid_1). A column is int64, float64 or bool when all its values
            are, and text otherwise. An empty field is a missing value.

        Raises
        ------
        ParseError
            The database refuses the query; the message is its own.
        FormatValidationError
            Not one of the formats: there are no records of a query's own columns.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> print(client.send_query("SELECT oid FROM object WHERE oid = 'ZTF18abbuksn'"))
        oid
        ZTF18abbuksn
        """

    @overload
    async def send_query(
        self,
        query: str | Refused,
        format: Literal["pandas"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> pd.DataFrame: ...
    @overload
    async def send_query(
        self,
        query: str | Refused,
        format: Literal["votable"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> table.Table: ...
    @overload
    async def send_query(
        self,
        query: str | Refused,
        format: Literal["json"],
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> list[dict[str, Cell]]: ...
    @overload
    async def send_query(
        self,
        query: str | Refused,
        format: QueryFormat | Refused = "csv",
        index: Names | Refused | None = None,
        sort: Names | Refused | None = None,
        **other: Unpack[NoOther],
    ) -> str | pd.DataFrame | table.Table | list[dict[str, Cell]]: ...
