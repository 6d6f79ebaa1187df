"""The multi-survey services: the objects, light curves, classes and images of LSST."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar, Unpack, cast

from alerce_api.lsst.api.classification import list_classifiers, list_probabilities
from alerce_api.lsst.api.objects import get_object
from alerce_api.lsst.api.photometry import (
    get_lightcurve,
    get_magstats,
    list_detections,
    list_forced_photometry,
    list_non_detections,
)
from alerce_api.lsst.api.stamps import get_stamp
from alerce_api.lsst.types import RequestKwargs

from alerce._async.iteration import AsyncObjectIterator
from alerce._async.service import AsyncService
from alerce._lazy import axes, figure, lsst_models, lsst_rows, ztf_models, ztf_rows
from alerce.arguments import checks, lsst
from alerce.arguments.checks import Duration, Integer, Many
from alerce.arguments.filters import ALL, AnyQuery
from alerce.arguments.formats import Format, StampFormat, check_format, check_stamp_format
from alerce.arguments.lsst import Identifier, LsstFilters, LsstQuery
from alerce.astronomy.photometry import Brightness, FluxUnit
from alerce.bulk.outcomes import combine_valid, raise_or_note_failures
from alerce.bulk.progress import Bar
from alerce.exceptions import (
    APIError,
    ArgumentError,
    CandidError,
    ObjectNotFoundError,
    ServerError,
)
from alerce.http.call import Call
from alerce.http.concurrency import AsyncFetch
from alerce.http.errors import invalid
from alerce.results import listing, paging, ztf
from alerce.results import lsst as results
from alerce.results.columns import INPUT_INDEX
from alerce.results.kinds import ByOid, Kind
from alerce.results.lsst import LsstRecordLightCurve
from alerce.results.lsst_lightcurves import LsstLightCurve
from alerce.results.lsst_stamps import CUTOUTS, Stamps
from alerce.results.paging import Bookmark
from alerce.results.shapes import (
    LsstImages,
    LsstLightCurves,
    Page,
    RowPerObject,
    Rows,
    RowsPerObject,
    Tabular,
)
from alerce.results.tables import Names
from alerce.warnings import (
    CutResultWarning,
    EmptyResultWarning,
    RepeatedObjectsWarning,
    warn,
)

if TYPE_CHECKING:
    from alerce._lazy import pd

ModelT = TypeVar("ModelT")
PartT = TypeVar("PartT")
RowT = TypeVar("RowT")

STAMP_PREFIX: Final = "/stamps_api"
"""Where the stamp service is below the others; its own address ends with it."""


class AsyncLsst(AsyncService):
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

    @lsst.with_lsst_filters
    async def query_objects(
        self,
        format: Format = "pandas",
        index: Names | None = None,
        sort: Names | None = None,
        **filters: Unpack[LsstFilters],
    ) -> Page[lsst_rows.ObjectsPage, lsst_models.ListedObject]:
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
        wanted = check_format(format, index)
        known = lsst.known_filters(filters, self._options.unknown_filters)
        every = known.get("page") == ALL
        single = {**known, "page": None} if every else {**known}
        queries = lsst.lsst_queries(single)
        latest = checks.boolean("latest_version", known.get("latest_version") or False)
        failed: Mapping[str, APIError] = {}
        kind = results.LISTED_OBJECT
        if queries is None:
            query = lsst.lsst_query(single)
            await self._check_class(query)
            page = await (self._whole(query) if every else self._objects(query))
            _warn_of_cut(query, page, every=every)
        else:
            await self._check_class(queries[0] if queries else lsst.lsst_query({}))
            page, failed = await self._objects_at(queries, every=every)
            kind = results.OBJECT_AT_POSITION
        if latest:
            page["items"] = _latest(page["items"])
        _warn_of_rows(page["items"], single)
        if wanted == "json":
            return raise_or_note_failures(page, failed, self._options.errors)
        table = kind.table(page["items"], wanted, index, sort)
        return raise_or_note_failures(
            cast("Tabular | list[lsst_models.ListedObject]", table), failed, self._options.errors
        )

    @lsst.with_lsst_filters
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
        known = lsst.known_filters(filters, self._options.unknown_filters)
        if known.get("latest_version"):
            raise ArgumentError("a walk does not look at versions", about="latest_version")
        if resume is None:
            start = Bookmark(paging.walk_of(lsst.lsst_query(known)))
        else:
            start = Bookmark.parse(resume, LsstQuery)
            if known and paging.walk_of(lsst.lsst_query(known)) != start.query:
                raise ArgumentError("it is a bookmark of other filters", about="resume")
        most = None if limit is None else checks.integer("limit", limit, minimum=0)
        return AsyncObjectIterator(start, most, self._walked_page)

    async def query_object(
        self,
        oid: Identifier | Many[Identifier],
        format: Format = "json",
        index: Names | None = None,
        sort: Names | None = None,
        return_survey_extra: bool = False,
    ) -> RowPerObject[lsst_rows.ObjectDetail, lsst_models.ObjectDetail]:
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
        extra = checks.boolean("return_survey_extra", return_survey_extra)
        kind = results.OBJECT_DETAIL if extra else results.OBJECT

        async def fetch(name: str) -> lsst_rows.ObjectDetail:
            request = get_object.get_kwargs(
                oid=int(name), survey_id="lsst", return_survey_extra=extra or None
            )
            found = await self._described(_about(name, "single_object", request))
            return cast("lsst_rows.ObjectDetail", found)

        return await self._row_per_object(oid, kind, fetch, format, index, sort)

    async def query_detections(
        self,
        oid: Identifier | Many[Identifier],
        format: Format = "json",
        index: Names | None = None,
        sort: Names | None = None,
    ) -> RowsPerObject[lsst_rows.Detection, lsst_models.Detection]:
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
        fetch = functools.partial(self._measured, _detections)
        return await self._fetched_per_object(
            oid, results.DETECTION, cast(AsyncFetch[Any], fetch), format, index, sort
        )

    async def query_non_detections(
        self,
        oid: Identifier | Many[Identifier],
        format: Format = "json",
        index: Names | None = None,
        sort: Names | None = None,
    ) -> RowsPerObject[lsst_rows.NonDetection, lsst_models.NonDetection]:
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
        fetch = functools.partial(self._measured, _non_detections)
        return await self._fetched_per_object(
            oid, results.NON_DETECTION, cast(AsyncFetch[Any], fetch), format, index, sort
        )

    async def query_forced_photometry(
        self,
        oid: Identifier | Many[Identifier],
        format: Format = "json",
        index: Names | None = None,
        sort: Names | None = None,
    ) -> RowsPerObject[lsst_rows.ForcedPhotometry, lsst_models.ForcedPhotometry]:
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
        fetch = functools.partial(self._measured, _forced_photometry)
        return await self._fetched_per_object(
            oid, results.FORCED_PHOTOMETRY, cast(AsyncFetch[Any], fetch), format, index, sort
        )

    async def query_lightcurve(
        self, oid: Identifier | Many[Identifier], format: Format = "json"
    ) -> LsstLightCurves:
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
        wanted = check_format(format)
        names = self._identifiers(oid)
        if isinstance(names, str):
            found = await self._light_curve(names)
            return found if wanted == "json" else results.light_curve(found, wanted)
        several = await self._each(names, self._light_curve)
        match wanted:
            case "json":
                return raise_or_note_failures(several, several.failures, self._options.errors)
            case "models":
                records: ByOid[LsstRecordLightCurve] = ByOid(
                    {oid: results.light_curve_records(each) for oid, each in several.items()}
                )
                return raise_or_note_failures(records, several.failures, self._options.errors)
            case _:
                stacked = combine_valid(
                    several, lambda found: results.stacked_light_curves(found, wanted)
                )
                return raise_or_note_failures(stacked, several.failures, self._options.errors)

    async def query_probabilities(
        self,
        oid: Identifier | Many[Identifier],
        format: Format = "json",
        index: Names | None = None,
        sort: Names | None = None,
        classifier: str | None = None,
    ) -> RowsPerObject[lsst_rows.Probability, lsst_models.Probability]:
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
        named = None if classifier is None else checks.text("classifier", classifier)

        async def fetch(name: str) -> Sequence[lsst_rows.Probability]:
            request = list_probabilities.get_kwargs(oid=int(name), classifier=named)
            call = _about(name, "probabilities", request)
            try:
                rows = await self._rows(call)
            except ObjectNotFoundError as error:
                # So are answered an unknown object, one without probabilities, and an
                # unknown classifier.
                await self._check_class(LsstQuery(classifier=named))
                await self._check_known(call, error)
                rows = []
            return cast("list[lsst_rows.Probability]", rows)

        return await self._fetched_per_object(oid, results.PROBABILITY, fetch, format, index, sort)

    async def query_magstats(
        self,
        oid: Identifier | Many[Identifier],
        format: Format = "json",
        index: Names | None = None,
        sort: Names | None = None,
    ) -> RowPerObject[lsst_rows.Magstats, lsst_models.Magstats]:
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

        async def fetch(name: str) -> lsst_rows.Magstats:
            request = get_magstats.get_kwargs(oid=int(name), survey_id="lsst")
            found = await self._described(_about(name, "magstats", request))
            return cast("lsst_rows.Magstats", found)

        return await self._row_per_object(oid, results.MAGSTATS, fetch, format, index, sort)

    async def query_classifiers(
        self,
        format: Format = "json",
        index: Names | None = None,
        sort: Names | None = None,
    ) -> Rows[lsst_rows.Classifier, lsst_models.Classifier]:
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
        wanted = check_format(format, index)
        found = await self._classifiers(anew=True)
        return results.CLASSIFIER.table(found, wanted, index, sort)

    async def query_classes(
        self,
        classifier_name: str,
        classifier_version: str | None = None,
        format: Format = "json",
        index: Names | None = None,
        sort: Names | None = None,
    ) -> Rows[ztf_rows.ClassName, ztf_models.ClassName]:
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
        wanted = check_format(format, index)
        name = checks.text("classifier_name", classifier_name)
        known = await self._classifiers(anew=True)
        for each in known:
            if each["classifier_name"] == name and classifier_version in (
                None,
                each["classifier_version"],
            ):
                rows: list[ztf_rows.ClassName] = [{"name": text} for text in each["classes"]]
                return ztf.CLASS_NAME.table(rows, wanted, index, sort)
        versions = ", ".join(
            f"{each['classifier_name']} {each['classifier_version']}" for each in known
        )
        raise ObjectNotFoundError(
            f"there is no such classifier; known: {versions}",
            about=f"classifier {name} {classifier_version or ''}".strip(),
        )

    async def get_stamps(
        self,
        oid: Identifier | Many[Identifier],
        measurement_id: Identifier | Many[Identifier] | None = None,
        format: StampFormat = "HDUList",
        include_variance_and_psf: bool = False,
    ) -> LsstImages:
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
        alerts = lsst.alerts(oid, measurement_id)
        planes = checks.boolean("include_variance_and_psf", include_variance_and_psf)
        if check_stamp_format(format) == "HDUList":
            stamps = await self._of_stamps(alerts, planes, Stamps.hdus)
            return stamps  # noqa: RET504 (with the return as context, mypy infers another type)
        images = await self._of_stamps(alerts, planes, Stamps.images)
        return images  # noqa: RET504 (likewise)

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
        ((name, known),) = lsst.alerts(oid, measurement_id).each.values()
        stamps = await self._stamps(name, known, planes=False)
        from alerce.astronomy import plotting

        return plotting.stamps_figure(
            stamps.images(), stamps.oid, stamps.measurement_id, ax=ax, word="measurement"
        )

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
        name = lsst.identifier("oid", oid)
        found = results.light_curve(await self._light_curve(name), "pandas")
        return cast("LsstLightCurve[pd.DataFrame]", found).plot(
            brightness,
            forced=forced,
            flux_unit=flux_unit,
            period=period,
            title=name,
            ax=ax,
        )

    def _identifiers(self, oid: object) -> str | Sequence[str]:
        return lsst.identifiers("oid", oid)

    async def _row_per_object(
        self,
        oid: object,
        kind: Kind[RowT, ModelT],
        fetch: AsyncFetch[RowT],
        format: str,
        index: Names | None,
        sort: Names | None,
    ) -> RowPerObject[RowT, ModelT]:
        """Return the row that is fetched for one object, or for each of several."""
        wanted = check_format(format, index)
        names = self._identifiers(oid)
        if isinstance(names, str):
            return kind.one(await fetch(names), wanted, index, sort)
        found = await self._each(names, fetch)
        given: ByOid[RowT] | ByOid[ModelT] | Tabular
        match wanted:
            case "json":
                given = found
            case "models":
                given = ByOid(zip(found, kind.records(list(found.values())), strict=True))
            case _:
                table = combine_valid(
                    found,
                    lambda several: kind.stacked(
                        {name: [row] for name, row in several.items()}, wanted, index, sort
                    ),
                )
                given = cast(Tabular, table)
        return raise_or_note_failures(given, found.failures, self._options.errors)

    async def _described(self, call: Call) -> Mapping[str, Any]:
        """Return the one row about an object; an unknown one makes the service fail."""
        try:
            return await self._row(call)
        except ServerError as error:
            await self._check_known(call, error)
            raise

    async def _measured(self, ask: Callable[[str], Call], name: str) -> list[results.Fields]:
        """Return the rows of photometry of an object."""
        call = ask(name)
        rows = results.measured(await self._rows(call))
        if not rows:
            await self._check_known(call)
        return rows

    async def _light_curve(self, name: str) -> lsst_rows.LightCurve:
        oid = int(name)
        # Of an object that is named once, forced photometry stops at 10 rows.
        request = get_lightcurve.get_kwargs(survey_id="lsst", oid=[oid, oid])
        call = _about(name, "lightcurve", request)
        value, response = await self._answer(call)
        if not isinstance(value, dict):
            raise invalid(response, call, f"expected a light curve and got: {value!r:.200}")
        parts: dict[str, list[results.Fields]] = {}
        for part in results.PARTS:
            rows = value.get(part)
            if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
                raise invalid(response, call, f"{part} is no list of rows: {rows!r:.200}")
            parts[part] = results.measured(cast("list[results.Fields]", rows))
        if not any(parts.values()):
            await self._check_known(call)
        return cast("lsst_rows.LightCurve", {**value, **parts})

    async def _check_known(self, call: Call, cause: APIError | None = None) -> None:
        """Check that an object exists: some routes fail for an unknown one, others have no rows.

        Raises
        ------
        ObjectNotFoundError
            It does not.
        """
        (name,) = call.identifiers
        page = await self._page(LsstQuery(oids=(name,), page_size=1))
        if not page["items"]:
            raise ObjectNotFoundError(
                "the service does not know it",
                response=None if cause is None else cause.response,
                request=None if cause is None else cause.request,
                about=call.about,
            ) from cause

    async def _classifiers(self, *, anew: bool) -> Sequence[lsst_rows.Classifier]:
        """Return the classifiers, those that were asked for already unless asked anew."""
        url = self._settings.url("lsst")
        if anew or url not in self._known_classifiers:
            call = Call("lsst", "classifiers", list_classifiers.get_kwargs(), about="classifiers")
            rows = cast("list[lsst_rows.Classifier]", await self._rows(call))
            self._known_classifiers[url] = rows
        return self._known_classifiers[url]

    async def _check_class(self, query: LsstQuery) -> None:
        """Check that the classifier of a query exists and has its class.

        Raises
        ------
        ArgumentError
            It does not.
        """
        if query.classifier is None:
            return
        for anew in (False, True):
            # A classifier may be new since the first question.
            known = await self._classifiers(anew=anew)
            classes = [
                each["classes"] for each in known if each["classifier_name"] == query.classifier
            ]
            names = list(dict.fromkeys(name for each in classes for name in each))
            if classes and (query.class_name is None or query.class_name in names):
                return
        if not classes:
            others = dict.fromkeys(each["classifier_name"] for each in known)
            suggestion = checks.nearest(query.classifier, others)
            raise ArgumentError(
                f"there is no classifier {query.classifier!r}{suggestion}", about="classifier"
            )
        suggestion = checks.nearest(query.class_name, names)
        raise ArgumentError(
            f"{query.classifier} has no class {query.class_name!r}{suggestion}",
            about="class_name",
        )

    async def _page(self, query: LsstQuery) -> lsst_rows.ObjectsPage:
        call = Call("lsst", "objects", query.request(), about="objects")
        page, response = await self._answer(call)
        if not isinstance(page, dict) or not isinstance(page.get("items"), list):
            raise invalid(response, call, f"expected a page of rows and got: {page!r:.200}")
        found = cast("lsst_rows.ObjectsPage", page)
        for row in found["items"]:
            # Lists, walks and warnings all go by it.
            if not isinstance(cast("Mapping[str, object]", row).get("oid"), int):
                raise invalid(response, call, f"a row without an oid: {row!r:.200}")
        return found

    async def _objects(self, query: LsstQuery) -> lsst_rows.ObjectsPage:
        """Return a page of a query, or the rows of its list of objects."""
        if query.oids is None:
            return await self._page(query)
        items: list[lsst_rows.ListedObject] = []
        for part in paging.parts_of(query, query.oids):
            items += await self._all_rows(part)
        if query.order_by is None:
            place = {int(oid): number for number, oid in enumerate(query.oids)}
            items.sort(key=lambda row: place.get(row["oid"], len(place)))
        elif len(query.oids) > paging.MAX_OIDS:
            items = _sorted(items, query.order_by, descending=query.order_mode != "ASC")
        page = results.page_of(items)
        if query.page or query.page_size:
            number, size = query.page or 1, query.page_size or paging.DEFAULT_PAGE_SIZE
            page["items"] = items[(number - 1) * size : number * size]
            page["has_next"], page["has_prev"] = number * size < len(items), number > 1
            page["next"] = number + 1 if page["has_next"] else None
            page["prev"] = number - 1 if page["has_prev"] else None
            page["current_page"] = number
        return page

    async def _all_rows(self, query: LsstQuery) -> list[lsst_rows.ListedObject]:
        items: list[lsst_rows.ListedObject] = []
        number = 1
        while True:
            page = await self._page(query.replace(page=number))
            items += page["items"]
            if not page["has_next"] or not page["items"]:
                return items
            number += 1

    async def _whole(self, query: LsstQuery) -> lsst_rows.ObjectsPage:
        """Return all rows of a query as one page."""
        bar = Bar(None, self._options.progress, "row")
        items: list[lsst_rows.ListedObject] = []
        start = Bookmark(paging.walk_of(query))
        walk: AsyncObjectIterator[lsst_rows.ListedObject] = AsyncObjectIterator(
            start, None, self._walked_page
        )
        try:
            async with walk:
                async for row in walk:
                    items.append(row)
                    bar.advance()
        finally:
            bar.close()
        return results.page_of(items)

    async def _walked_page(
        self, asked: AnyQuery, number: int
    ) -> tuple[list[lsst_rows.ListedObject], bool]:
        """Return a page of a walk, and whether more can follow."""
        query = cast(LsstQuery, asked)
        await self._check_class(query)
        if query.oids is None:
            page = await self._page(query.replace(page=number, order_mode="ASC"))
            return page["items"], page["has_next"]
        first = (number - 1) * paging.MAX_OIDS
        part = query.oids[first : first + paging.MAX_OIDS]
        if not part:
            return [], False
        wanted = query.replace(oids=part, page=None, page_size=None)
        found = await self._objects(wanted)
        return found["items"], first + len(part) < len(query.oids)

    async def _objects_at(
        self, queries: Sequence[LsstQuery], *, every: bool
    ) -> tuple[lsst_rows.ObjectsPage, Mapping[str, APIError]]:
        """Return the rows for each of several positions, with its index, and what failed."""
        names = {f"position {at}": query for at, query in enumerate(queries)}

        async def fetch(name: str) -> lsst_rows.ObjectsPage:
            query = names[name]
            return await (self._whole(query) if every else self._objects(query))

        found = await self._each(list(names), fetch)
        items: list[lsst_rows.ListedObject] = []
        for at, (name, query) in enumerate(names.items()):
            if name in found:
                _warn_of_cut(query, found[name], every=every)
                items += [
                    cast("lsst_rows.ListedObject", {INPUT_INDEX.name: at, **row})
                    for row in found[name]["items"]
                ]
        page = results.page_of(items)
        page["has_next"] = any(each["has_next"] for each in found.values())
        return page, found.failures

    async def _of_stamps(
        self, alerts: checks.Alerts, planes: bool, part: Callable[[Stamps], PartT]
    ) -> PartT | dict[str, PartT]:
        """Return a part of the stamps of one alert, or of each of several."""

        async def fetch(name: str) -> PartT:
            return part(await self._stamps(*alerts.each[name], planes=planes))

        names = list(alerts.each)
        if not alerts.many:
            return await fetch(names[0])
        found = await self._each(names, fetch)
        return raise_or_note_failures(found, found.failures, self._options.errors)

    async def _stamps(self, name: str, measurement: str | None, *, planes: bool) -> Stamps:
        wanted = measurement or await self._first_stamp(name)
        files: dict[str, bytes] = {}
        for image, kind in CUTOUTS.items():
            request = get_stamp.get_kwargs(
                oid=int(name),
                measurement_id=int(wanted),
                stamp_type=kind,
                file_format="fits",
                survey_id="lsst",
            )
            call = Call(
                "lsst_stamps",
                "get_stamp",
                {**request, "url": request["url"].removeprefix(STAMP_PREFIX)},
                about=f"alert {wanted} of object {name}",
            )
            try:
                files[image] = (await self._send(call)).content
            except ServerError as error:
                await self._check_stamp(name, wanted, error)
                raise
        return Stamps(name, wanted, files, planes)

    async def _first_stamp(self, name: str) -> str:
        """Return the first measurement of an object that has a stamp."""
        for row in await self._measured(_detections, name):
            if row.get("has_stamp"):
                return lsst.identifier("measurement_id", row.get("measurement_id"))
        raise CandidError("no detection of the object has a stamp", about=f"object {name}")

    async def _check_stamp(self, name: str, measurement: str, cause: ServerError) -> None:
        """Check that a measurement has a stamp: without one the service fails.

        Raises
        ------
        CandidError
            It has none.
        """
        for row in await self._measured(_detections, name):
            if row.get("measurement_id") == int(measurement) and row.get("has_stamp"):
                return
        raise CandidError(
            "the object has no such measurement, or it has no stamp",
            response=cause.response,
            request=cause.request,
            about=cause.about,
        ) from cause


def _about(name: str, route: str, request: RequestKwargs) -> Call:
    """Return a call about one object."""
    return Call("lsst", route, request, (name,), f"LSST object {name}")


def _detections(name: str) -> Call:
    request = list_detections.get_kwargs(survey_id="lsst", oid=[int(name)])
    return _about(name, "detections", request)


def _non_detections(name: str) -> Call:
    request = list_non_detections.get_kwargs(survey_id="lsst", oid=[int(name)])
    return _about(name, "non_detections", request)


def _forced_photometry(name: str) -> Call:
    # Of an object that is named once, forced photometry stops at 10 rows.
    request = list_forced_photometry.get_kwargs(survey_id="lsst", oid=[int(name), int(name)])
    return _about(name, "forced_photometry", request)


def _sorted(
    rows: list[lsst_rows.ListedObject], name: str, *, descending: bool
) -> list[lsst_rows.ListedObject]:
    """Return rows as a database orders them: null is above all values."""

    def key(row: lsst_rows.ListedObject) -> tuple[bool, Any]:
        value = cast("Mapping[str, Any]", row).get(name)
        return value is None, "" if value is None else value

    return sorted(rows, key=key, reverse=descending)


def _latest(items: Sequence[lsst_rows.ListedObject]) -> list[lsst_rows.ListedObject]:
    """Return of each object and classifier the row of the latest version."""
    best: dict[tuple[object, int, object], tuple[listing.VersionKey, int]] = {}
    for place, row in enumerate(items):
        index = cast("Mapping[str, object]", row).get(INPUT_INDEX.name)
        about = index, row["oid"], row["classifier_name"]
        key = listing.version_key(row["classifier_version"] or "")
        if about not in best or key > best[about][0]:
            best[about] = key, place
    return [items[place] for place in sorted(place for _, place in best.values())]


def _warn_of_cut(query: LsstQuery, page: lsst_rows.ObjectsPage, *, every: bool) -> None:
    """Warn if a page is not all that there is, and none was asked for."""
    chosen = every or query.page or query.page_size or query.oids is not None
    if not chosen and page["has_next"]:
        warn(
            f"these are the first {len(page['items'])} rows and there are more: choose page_size "
            "and page",
            CutResultWarning,
        )


def _warn_of_rows(items: Sequence[lsst_rows.ListedObject], filters: Mapping[str, object]) -> None:
    """Warn if there are no rows, or several about an object by different classifiers."""
    oid = filters.get("oid")
    if not items and (oid is None or lsst.identifiers("oid", oid)):
        warn("no object passes the filters", EmptyResultWarning)
    by_object: dict[tuple[object, int], int] = {}
    for row in items:
        index = cast("Mapping[str, object]", row).get(INPUT_INDEX.name)
        by_object[index, row["oid"]] = by_object.get((index, row["oid"]), 0) + 1
    repeated = [oid for (_, oid), count in by_object.items() if count > 1]
    if repeated:
        more = f" and {len(repeated) - 1} more" if len(repeated) > 1 else ""
        warn(
            f"{repeated[0]}{more} on several rows, one a classifier or version of one: name a "
            "classifier, or latest_version=True",
            RepeatedObjectsWarning,
        )
