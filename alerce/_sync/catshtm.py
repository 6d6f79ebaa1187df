"""The catsHTM service: cone searches and cross-matches in catalogues."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Mapping
from typing import TYPE_CHECKING, cast

from alerce_api.catshtm.api.catshtm import conesearch, conesearch_all, crossmatch, crossmatch_all
from alerce_api.catshtm.catalogs import Catalog

from alerce._lazy import catshtm_models, catshtm_rows
from alerce._sync.service import Service
from alerce.arguments import checks
from alerce.arguments.checks import Angle, Angles, Many, Position, Positions, Sky
from alerce.arguments.formats import Format, check_format
from alerce.bulk.outcomes import finished
from alerce.decode.answers import JSON, object_of, rows_of
from alerce.exceptions import APIError, ArgumentError, ParseError
from alerce.http.call import Call
from alerce.results import catalogs, redshifts
from alerce.results.catalogs import (
    CatalogName,
    CatalogRows,
)
from alerce.results.redshifts import Redshift
from alerce.results.shapes import Cones, Match, Matches, PerPosition, Rows
from alerce.warnings import CutResultWarning, EmptyResultWarning, warn

if TYPE_CHECKING:
    import httpx

# The service never finds anything in this catalogue by cross-match, only by cone search.
WITHOUT_CROSSMATCH = "AKARI"
# A source at exactly the asked position, to about 0.01 arcsec, can be missing from
# the answer. Where that may be, the client also asks from this far away for what is
# next to the position.
ASIDE_ARCSEC = 0.02


class Catshtm(Service):
    """Methods of the client that ask the catsHTM service."""

    def catshtm_conesearch(
        self,
        ra: Position,
        dec: Angles | None = None,
        radius: Angle | None = None,
        catalog_name: CatalogName = "all",
        format: Format = "pandas",
    ) -> Cones:
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
        wanted = check_format(format)
        positions = checks.positions(ra, dec)
        if radius is None:
            raise ArgumentError("a cone search needs a radius", about="radius")
        within = checks.radius(radius)
        if catalogs.is_all(catalog_name):

            def all_cones(ra: float, dec: float) -> dict[str, CatalogRows]:
                return self._cone_all((ra, dec), within)

            failed: Mapping[str, APIError] = {}
            if positions.many:
                several, failed = self._each_position(all_cones, positions)
                found = catalogs.together(several)
            else:
                found = all_cones(*positions.each[0])
            shown = {name: catalogs.cone(each, wanted) for name, each in found.items()}
            return cast(Cones, finished(shown, failed, self._options.errors))
        catalog = catalogs.find(catalog_name)

        def cone(ra: float, dec: float) -> CatalogRows:
            return self._cone((ra, dec), within, catalog)

        if not positions.many:
            return catalogs.cone(cone(*positions.each[0]), wanted)
        cones, failed = self._each_position(cone, positions)
        whole = catalogs.stacked(catalog.display_name, cones)
        return finished(catalogs.cone(whole, wanted, index=True), failed, self._options.errors)

    def catshtm_crossmatch(
        self,
        ra: Angle | Sky,
        dec: Angle | None = None,
        radius: Angle | None = None,
        catalog_name: CatalogName = "all",
        format: Format = "pandas",
    ) -> Match:
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
        wanted = check_format(format)
        positions = checks.positions(ra, dec)
        if positions.many:
            raise ArgumentError(
                "several positions are for catshtm_crossmatch_many, which takes the same arguments",
                about="ra",
            )
        (position,) = positions.each
        within = None if radius is None else checks.radius(radius)
        if catalogs.is_all(catalog_name):
            best = self._match_all(position, within)
            shown = {name: catalogs.match(each, wanted) for name, each in best.items()}
            return cast(Match, shown)
        catalog = catalogs.find(catalog_name)
        found = self._match(position, within, catalog)
        return catalogs.match(found or catalogs.empty(catalog), wanted)

    def catshtm_crossmatch_many(
        self,
        ra: Many[float] | Sky,
        dec: Many[float] | None = None,
        radius: Angle | None = None,
        catalog_name: CatalogName = "all",
        format: Format = "pandas",
    ) -> Matches:
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
        wanted = check_format(format)
        positions = checks.positions(ra, dec)
        within = None if radius is None else checks.radius(radius)
        if catalogs.is_all(catalog_name):

            def all_matches(ra: float, dec: float) -> dict[str, CatalogRows]:
                return self._match_all((ra, dec), within)

            several, failed = self._each_position(all_matches, positions)
            shown = catalogs.matches_together(several, wanted)
            return cast(Matches, finished(shown, failed, self._options.errors))
        catalog = catalogs.find(catalog_name)

        def match(ra: float, dec: float) -> CatalogRows:
            return self._match((ra, dec), within, catalog) or catalogs.empty(catalog)

        found, failed = self._each_position(match, positions)
        return finished(
            catalogs.matches(catalog.display_name, found, wanted), failed, self._options.errors
        )

    def catshtm_redshift(
        self,
        ra: Position,
        dec: Angles | None = None,
        radius: Angle | None = None,
        format: str = "votable",
        verbose: bool = False,
        *,
        catalog_name: CatalogName = "all",
    ) -> PerPosition[float]:
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
        if catalogs.is_catalog(format):
            catalog_name = format
        elif not catalogs.is_all(format):
            check_format(format)
        positions, best, failed = self._redshifts(ra, dec, radius, catalog_name)
        if verbose:
            for each in best:
                print(f"redshift {each}" if each else "no redshift found")  # noqa: T201 (asked for)
        values = [each.value if each else None for each in best]
        if not positions.many:
            return values[0]
        return finished(values, failed, self._options.errors)

    def catshtm_redshift_details(
        self,
        ra: Position,
        dec: Angles | None = None,
        radius: Angle | None = None,
        catalog_name: CatalogName = "all",
    ) -> PerPosition[Redshift]:
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
        positions, best, failed = self._redshifts(ra, dec, radius, catalog_name)
        return finished(best, failed, self._options.errors) if positions.many else best[0]

    def _redshifts(
        self, ra: Position, dec: Angles | None, radius: Angle | None, catalog_name: str
    ) -> tuple[Positions, list[Redshift | None], Mapping[str, APIError]]:
        """Return positions, the best redshift at each, and those that failed of several."""
        positions = checks.positions(ra, dec)
        if radius is None:
            raise ArgumentError("a search for a redshift needs a radius", about="radius")
        within = checks.radius(radius)
        catalog = None if catalogs.is_all(catalog_name) else catalogs.find(catalog_name)
        without: list[str] = []

        def redshift(ra: float, dec: float) -> tuple[Redshift | None]:
            if catalog is None:
                return (redshifts.best(list((self._match_all((ra, dec), within)).values())),)
            match = self._match((ra, dec), within, catalog)
            if redshifts.has_column(catalog, match) is False:
                without.append(catalog.display_name)
            return (redshifts.best([match] if match else []),)

        failed: Mapping[str, APIError] = {}
        if positions.many:
            found, failed = self._each_position(redshift, positions)
        else:
            found = [redshift(*positions.each[0])]
        if without:
            warn(f"catalogue {without[0]} has no redshifts", EmptyResultWarning)
        return positions, [each[0] if each else None for each in found], failed

    def list_catalogs(
        self, format: Format = "pandas"
    ) -> Rows[catshtm_rows.CatalogEntry, catshtm_models.CatalogEntry]:
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
        return catalogs.listed(check_format(format))

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
        if catalogs.is_catalog(catalog):
            return catalogs.find(catalog).name
        return checks.text("catalog", catalog)

    def _looks_again(self, found: int, dec: float, radius: float) -> bool:
        return self._options.second_look and _may_lack(found, dec, radius)

    def _cone(self, position: tuple[float, float], within: float, catalog: Catalog) -> CatalogRows:
        found = self._cone_at(*position, within, catalog)
        if self._looks_again(found.length, position[1], within):
            with _kept_when_it_fails():
                beside = self._cone_at(*_aside(*position), 2 * ASIDE_ARCSEC, catalog)
                found = found.joined(beside.near(*position, catalog, ASIDE_ARCSEC))
        return found

    def _cone_at(self, ra: float, dec: float, radius: float, catalog: Catalog) -> CatalogRows:
        request = conesearch.get_kwargs(catalog=catalog.name, ra=ra, dec=dec, radius=radius)
        answer = self._fields(
            Call("catshtm", "conesearch", request, about=_about(ra, dec, catalog.display_name))
        )
        for name, fields in answer.items():
            return catalogs.from_columns(name, fields)
        return catalogs.empty(catalog)

    def _cone_all(self, position: tuple[float, float], within: float) -> dict[str, CatalogRows]:
        found = self._cone_all_at(*position, within)
        if self._looks_again(len(found), position[1], within):
            with _kept_when_it_fails():
                again = self._cone_all_at(*_aside(*position), 2 * ASIDE_ARCSEC)
                for name, beside in again.items():
                    if catalogs.is_catalog(name):
                        near = beside.near(*position, catalogs.find(name), ASIDE_ARCSEC)
                        if near.length:
                            found[name] = found[name].joined(near) if name in found else near
        return found

    def _cone_all_at(self, ra: float, dec: float, radius: float) -> dict[str, CatalogRows]:
        request = conesearch_all.get_kwargs(ra=ra, dec=dec, radius=radius)
        call = Call("catshtm", "conesearch_all", request, about=_about(ra, dec))
        value, response = self._answer(call)
        answer = object_of(_accepted(value, response, call), response, call)
        found = catalogs.by_catalog(rows_of(answer.get("catalogs"), response, call))
        return {name: catalogs.from_columns(name, fields) for name, fields in found}

    def _match(
        self, position: tuple[float, float], within: float | None, catalog: Catalog
    ) -> CatalogRows | None:
        reach = catalog.default_radius if within is None else within
        if catalog.name == WITHOUT_CROSSMATCH:
            cone = self._cone(position, reach, catalog)
            return cone.nearest(*position, catalog) if cone.length else None
        found = self._match_at(*position, within, catalog)
        if self._looks_again(found is not None, position[1], reach):
            with _kept_when_it_fails():
                beside = self._match_at(*_aside(*position), 2 * ASIDE_ARCSEC, catalog)
                found = _closer(found, beside, position, catalog)
        return found

    def _match_at(
        self, ra: float, dec: float, radius: float | None, catalog: Catalog
    ) -> CatalogRows | None:
        request = crossmatch.get_kwargs(catalog=catalog.name, ra=ra, dec=dec, radius=radius)
        fields = self._fields(
            Call("catshtm", "crossmatch", request, about=_about(ra, dec, catalog.display_name))
        )
        return catalogs.from_match(catalog.display_name, fields) if fields else None

    def _match_all(
        self, position: tuple[float, float], within: float | None
    ) -> dict[str, CatalogRows]:
        if within is None:
            raise ArgumentError(
                "a cross-match with all catalogues needs a radius in arcsec", about="radius"
            )
        found = self._match_all_at(*position, within)
        if self._looks_again(len(found), position[1], within):
            with _kept_when_it_fails():
                again = self._match_all_at(*_aside(*position), 2 * ASIDE_ARCSEC)
                for name, beside in again.items():
                    if catalogs.is_catalog(name):
                        match = _closer(found.get(name), beside, position, catalogs.find(name))
                        if match is not None:
                            found[name] = match
        return found

    def _match_all_at(self, ra: float, dec: float, radius: float) -> dict[str, CatalogRows]:
        request = crossmatch_all.get_kwargs(ra=ra, dec=dec, radius=radius)
        call = Call("catshtm", "crossmatch_all", request, about=_about(ra, dec))
        value, response = self._answer(call)
        found = catalogs.by_catalog(rows_of(_accepted(value, response, call), response, call))
        return {name: catalogs.from_match(name, fields) for name, fields in found}

    def _fields(self, call: Call) -> Mapping[str, JSON]:
        value, response = self._answer(call)
        return object_of(_accepted(value, response, call), response, call)


def _accepted(value: JSON, response: httpx.Response, call: Call) -> JSON:
    """Return the value, unless it is the sentence by which the service refuses a request."""
    if isinstance(value, str):
        raise ParseError(value, response=response, request=response.request, about=call.about)
    return value


@contextlib.contextmanager
def _kept_when_it_fails() -> Generator[None, None, None]:
    """Warn in place of an error of the second look, so that the first answer stays."""
    try:
        yield
    except APIError as error:
        warn(
            f"a source at exactly the position may be missing: the second look failed ({error})",
            CutResultWarning,
        )


def _may_lack(found: int, dec: float, radius: float) -> bool:
    """Tell whether a source at the asked position may be missing from an answer."""
    return radius > ASIDE_ARCSEC and (not found or catalogs.loses_exact(dec))


def _aside(ra: float, dec: float) -> tuple[float, float]:
    away = ASIDE_ARCSEC / 3600
    return ra, dec - away if dec > 0 else dec + away


def _closer(
    found: CatalogRows | None,
    beside: CatalogRows | None,
    position: tuple[float, float],
    catalog: Catalog,
) -> CatalogRows | None:
    """Return the match seen from beside the position if it is at it, the one found otherwise."""
    seen = beside.nearest(*position, catalog) if beside else None
    if seen is None:
        return found
    away = seen.distance()
    if away > ASIDE_ARCSEC or (found is not None and found.distance() <= away):
        return found
    return seen


def _about(ra: float, dec: float, catalog: str = "all catalogues") -> str:
    return f"{catalog} at ra={ra:.6f}, dec={dec:.6f}"
