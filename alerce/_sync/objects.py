"""The ZTF API: objects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Unpack, cast

from alerce_api.ztf.api.classification import list_probabilities
from alerce_api.ztf.api.objects import get_limit_values

from alerce._lazy import lsst_models, lsst_rows, ztf_models, ztf_rows
from alerce._sync.iteration import ObjectIterator
from alerce._sync.service import about
from alerce._sync.with_lsst import WithLsst
from alerce.arguments import checks, surveys
from alerce.arguments.checks import Integer, Many
from alerce.arguments.filters import (
    ALL,
    AnyQuery,
    ObjectFilters,
    ObjectQuery,
    known_filters,
    object_queries,
    object_query,
    with_filters,
)
from alerce.arguments.formats import COLUMNAR, Format, check_format
from alerce.arguments.lsst import LsstFilters
from alerce.arguments.surveys import Survey
from alerce.bulk.outcomes import combine_valid, raise_or_note_failures
from alerce.bulk.progress import Bar
from alerce.decode.answers import decode_json, object_of, parts_of, rows_of
from alerce.decode.cells import Cells, cells_of
from alerce.exceptions import APIError, ArgumentError
from alerce.http.call import Call
from alerce.http.errors import invalid
from alerce.results import listing, paging, ztf
from alerce.results.kinds import ByOid
from alerce.results.paging import Bookmark
from alerce.results.shapes import OneRow, Page, RowPerObject, Tabular
from alerce.results.tables import Names

if TYPE_CHECKING:
    import httpx


NOT_COLUMNAR: Final = frozenset({"oid", "latest_version"})
"""Filters whose answer is put together from rows of several."""


class Objects(WithLsst):
    """Methods of the client that ask the ZTF API for objects."""

    @with_filters
    def query_objects(
        self,
        format: Format = "pandas",
        index: Names | None = None,
        sort: Names | None = None,
        survey: Survey = "ztf",
        **filters: Unpack[ObjectFilters],
    ) -> (
        Page[ztf_rows.ObjectsPage, ztf_models.ListedObject]
        | Page[lsst_rows.ObjectsPage, lsst_models.ListedObject]
    ):
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
        index, sort, named = surveys.arranged(index, sort, survey)
        if named == surveys.LSST:
            return self.lsst.query_objects(format, index, sort, **cast("LsstFilters", filters))
        wanted = check_format(format, index)
        filters = known_filters(filters, self._options.unknown_filters)
        every = filters.get("page") == ALL
        of_all: ObjectFilters = {**filters, "page": None, "latest_version": None}
        single = of_all if every else filters
        queries = object_queries(single)
        if wanted in COLUMNAR and not (every or queries or set(filters) & NOT_COLUMNAR):
            cells = self._page_columns(object_query(single))
            return cast(Tabular, ztf.LISTED_OBJECT.table(cells, wanted, index, sort))
        failed: Mapping[str, APIError] = {}
        kind = ztf.LISTED_OBJECT
        if queries is not None:
            page, failed = self._objects_at(queries, every=every)
            kind = ztf.OBJECT_AT_POSITION
        elif every:
            page = self._whole(single)
        else:
            query = object_query(single)
            page, failed = self._objects(query)
            listing.warn_of_cut(query, page, len(page["items"]))
        if checks.boolean("latest_version", filters.get("latest_version") or False):
            page["items"], undecided = self._latest(page["items"])
            failed = {**failed, **undecided}
        listing.warn_of_rows(page["items"], filters.get("oid"))
        if wanted == "json":
            page["items"] = list(kind.ordered(page["items"], sort))
            return raise_or_note_failures(page, failed, self._options.errors)
        found = ByOid(listing.by_oid(page["items"]), failed)
        table = combine_valid(
            found, lambda kept: kind.table(listing.in_order(kept), wanted, index, sort)
        )
        return raise_or_note_failures(
            cast("Tabular | list[ztf_models.ListedObject]", table),
            found.failures,
            self._options.errors,
        )

    def query_object(
        self,
        oid: str | Many[str],
        format: Format = "json",
        index: Names | None = None,
        sort: Names | None = None,
        survey: Survey = "ztf",
        return_survey_extra: bool = False,
    ) -> (
        RowPerObject[ztf_rows.Object, ztf_models.Object]
        | RowPerObject[lsst_rows.ObjectDetail, lsst_models.ObjectDetail]
    ):
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
        index, sort, named = surveys.arranged(index, sort, survey)
        if named == surveys.LSST:
            return self.lsst.query_object(oid, format, index, sort, return_survey_extra)
        surveys.check_no_extra(return_survey_extra)
        wanted = check_format(format, index)
        if isinstance(oid, str):
            return ztf.OBJECT.one(self._object(checks.oid("oid", oid)), wanted, index, sort)
        found = ztf.OBJECT.objects_ordered(self._each_oid(oid, self._object), sort)
        given: ByOid[ztf_rows.Object] | ByOid[ztf_models.Object] | Tabular
        match wanted:
            case "json":
                given = found
            case "models":
                records = ztf.OBJECT.records(list(found.values()))
                given = ByOid(zip(found, records, strict=True))
            case _:
                table = combine_valid(
                    found,
                    lambda several: ztf.OBJECT.table(list(several.values()), wanted, index, sort),
                )
                given = cast(Tabular, table)
        return raise_or_note_failures(given, found.failures, self._options.errors)

    def query_limit_values(
        self,
        format: Format = "json",
        index: Names | None = None,
        sort: Names | None = None,
        survey: Survey = "ztf",
    ) -> OneRow[ztf_rows.LimitValues, ztf_models.LimitValues]:
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
        index, sort = surveys.tabular(index, sort, survey)
        wanted = check_format(format, index)
        found = self._row(
            Call("ztf", "limit_values", get_limit_values.get_kwargs(), about="limit values")
        )
        return ztf.LIMIT_VALUES.one(cast("ztf_rows.LimitValues", found), wanted, index, sort)

    @with_filters
    def iter_objects(
        self,
        limit: Integer | None = None,
        resume: Bookmark | str | None = None,
        survey: Survey = "ztf",
        **filters: Unpack[ObjectFilters],
    ) -> ObjectIterator[ztf_rows.ListedObject] | ObjectIterator[lsst_rows.ListedObject]:
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
        if surveys.named(survey) == surveys.LSST:
            return self.lsst.iter_objects(limit, resume, **cast("LsstFilters", filters))
        filters = known_filters(filters, self._options.unknown_filters)
        if filters.pop("latest_version", None):
            raise ArgumentError("a walk does not look at versions", about="latest_version")
        if resume is None:
            start = Bookmark(paging.walk_of(object_query(filters)))
        else:
            start = Bookmark.parse(resume)
            if filters and paging.walk_of(object_query(filters)) != start.query:
                raise ArgumentError("it is a bookmark of other filters", about="resume")
        most = None if limit is None else checks.integer("limit", limit, minimum=0)
        return ObjectIterator(start, most, self._walked_page)

    def _whole(self, filters: ObjectFilters) -> ztf_rows.ObjectsPage:
        """Return all rows of a query as one page."""
        bar = Bar(None, self._options.progress, "row")
        items: list[ztf_rows.ListedObject] = []
        try:
            start = Bookmark(paging.walk_of(object_query(filters)))
            with ObjectIterator(start, None, self._walked_page) as walk:
                for row in walk:
                    items.append(row)
                    bar.advance()
        finally:
            bar.close()
        return paging.page_of(items)

    def _walked_page(
        self, asked: AnyQuery, number: int
    ) -> tuple[list[ztf_rows.ListedObject], bool]:
        """Return a page of a walk, and whether more can follow."""
        query = cast(ObjectQuery, asked)
        if query.oids is None:
            page = self._page(query.replace(page=number))
            # The only sign of the end: has_next is always false when rows are not counted.
            return page["items"], len(page["items"]) >= (query.page_size or 1)
        first = (number - 1) * paging.MAX_OIDS
        part = query.oids[first : first + paging.MAX_OIDS]
        if not part:
            return [], False
        found = self._all_rows(query.replace(oids=part, page=None, page_size=paging.LIST_PAGE_SIZE))
        items = paging.whole(query.replace(page_size=None), part, [found])["items"]
        return items, first + len(part) < len(query.oids)

    def _objects(self, query: ObjectQuery) -> tuple[ztf_rows.ObjectsPage, Mapping[str, APIError]]:
        """Return a page of a query, and the objects of a list that could not be had."""
        # One object without a page asked for is a list too: it can have many rows.
        if query.oids is None or (len(query.oids) == 1 and (query.page or query.page_size)):
            return self._page(query), {}
        parts = {str(at): part for at, part in enumerate(paging.parts_of(query, query.oids))}
        if len(parts) == 1:
            return paging.whole(query, query.oids, [self._all_rows(parts["0"])]), {}

        def fetch(at: str) -> list[ztf_rows.ListedObject]:
            return self._all_rows(parts[at])

        found = self._each(list(parts), fetch)
        failed = {
            oid: error for at, error in found.failures.items() for oid in parts[at].oids or ()
        }
        return paging.whole(query, query.oids, list(found.values())), failed

    def _objects_at(
        self, queries: Sequence[ObjectQuery], *, every: bool
    ) -> tuple[ztf_rows.ObjectsPage, Mapping[str, APIError]]:
        """Return a page, or all rows, for each of several positions, with its index."""
        names = {f"position {at}": query for at, query in enumerate(queries)}

        def fetch(name: str) -> ztf_rows.ObjectsPage:
            if every:
                walk = ObjectIterator(
                    Bookmark(paging.walk_of(names[name])), None, self._walked_page
                )
                items: list[ztf_rows.ListedObject] = []
                with walk:
                    for row in walk:
                        items += (row,)
                return paging.page_of(items)
            return (self._objects(names[name]))[0]

        found = self._each(list(names), fetch)
        pages: list[ztf_rows.ObjectsPage] = []
        for at, (name, query) in enumerate(names.items()):
            if name in found:
                if not every:
                    listing.warn_of_cut(query, found[name], len(found[name]["items"]))
                pages.append(listing.at_position(at, found[name]))
        return listing.of_positions(pages), found.failures

    def _latest(
        self, items: list[ztf_rows.ListedObject]
    ) -> tuple[list[ztf_rows.ListedObject], Mapping[str, APIError]]:
        """Return of each object and classifier the row of the latest version, and what failed.

        An object whose versions cannot be had loses its rows: which of them is the
        latest is not known.
        """

        def versions(oid: str) -> list[ztf_rows.Probability]:
            # It comes from the wire, and is checked as what comes from a user.
            request = list_probabilities.get_kwargs(oid=checks.oid("oid of a row", oid))
            found = self._rows(about(oid, "probabilities", request))
            return cast("list[ztf_rows.Probability]", found)

        known = self._each(listing.repeated(items), versions)
        kept = [row for row in items if row["oid"] not in known.failures]
        return listing.latest(kept, known), known.failures

    def _page(self, query: ObjectQuery) -> ztf_rows.ObjectsPage:
        call = _page_call(query)
        return _page_of(self._send(call), call)

    def _page_columns(self, query: ObjectQuery) -> Cells:
        """Return the rows of a page by column, and warn of what they are not."""
        call = _page_call(query)
        response = self._send(call)
        found = parts_of(response, ztf.OBJECTS_PAGE)
        if found is None or None in found["items"].of("oid"):
            page = _page_of(response, call)
            items = cells_of(page["items"])
        else:
            page, items = cast("ztf_rows.ObjectsPage", found), cast(Cells, found["items"])
        listing.warn_of_cut(query, page, items.length)
        listing.warn_of_rows(items)
        return items

    def _all_rows(self, query: ObjectQuery) -> list[ztf_rows.ListedObject]:
        items: list[ztf_rows.ListedObject] = []
        number = 1
        while True:
            page = self._page(query.replace(page=number, count=None))
            items += page["items"]
            # The only sign of the end: has_next is always false when rows are not counted.
            if len(page["items"]) < paging.LIST_PAGE_SIZE:
                return items
            number += 1

    def _object(self, oid: str) -> ztf_rows.Object:
        return self._statistics(oid)


def _page_call(query: ObjectQuery) -> Call:
    return Call("ztf", "objects", query.request(), about="objects")


def _page_of(response: httpx.Response, call: Call) -> ztf_rows.ObjectsPage:
    """Return the page that an answer holds."""
    page = object_of(decode_json(response, call), response, call)
    for row in rows_of(page.get("items"), response, call):
        # Lists, walks and warnings all go by it.
        if not isinstance(row.get("oid"), str):
            raise invalid(response, call, f"a row without an oid: {row!r:.200}")
    page.setdefault("total", None)
    page.setdefault("has_next", False)
    return cast("ztf_rows.ObjectsPage", page)
