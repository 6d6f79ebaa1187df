"""The catsHTM service: cone searches and cross-matches in catalogues."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, LiteralString, cast, overload

from alerce_api.catshtm.api.catshtm import conesearch, conesearch_all, crossmatch, crossmatch_all
from alerce_api.catshtm.catalogs import Catalog

from alerce import arguments, catalogs
from alerce._async.service import AsyncService
from alerce.arguments import Number
from alerce.calls import Call
from alerce.catalogs import (
    AnyCone,
    AnyCones,
    AnyMatch,
    AnyMatches,
    CatalogName,
    CatalogRows,
    KnownCatalog,
)
from alerce.exceptions import ArgumentError, ParseError
from alerce.formats import Format, check_format
from alerce.unlisted import unlisted
from alerce.wire import JSON, object_of, rows_of

if TYPE_CHECKING:
    import httpx
    import pandas as pd
    from alerce_api.catshtm import models, rows
    from astropy.table import Table

# The service never finds anything in this catalogue by cross-match, only by cone search.
WITHOUT_CROSSMATCH = "AKARI"
# A source at exactly the asked position, to about 0.01 arcsec, can be missing from
# the answer. Where that may be, the client also asks from this far away for what is
# next to the position.
ASIDE_ARCSEC = 0.02


class AsyncCatshtm(AsyncService):
    """Methods of the client that ask the catsHTM service."""

    @overload
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: Literal["all"] = ...,
        format: Literal["pandas"] = ...,
    ) -> dict[str, pd.DataFrame]: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: KnownCatalog,
        format: Literal["pandas"] = ...,
    ) -> pd.DataFrame: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: str,
        format: Literal["pandas"] = ...,
    ) -> pd.DataFrame | dict[str, pd.DataFrame]: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: Literal["all"] = ...,
        *,
        format: Literal["votable"],
    ) -> dict[str, Table]: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: Literal["all"],
        format: Literal["votable"],
    ) -> dict[str, Table]: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: KnownCatalog,
        format: Literal["votable"],
    ) -> Table: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: str,
        format: Literal["votable"],
    ) -> Table | dict[str, Table]: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: Literal["all"] = ...,
        *,
        format: Literal["json"],
    ) -> dict[str, rows.ConeTable]: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: Literal["all"],
        format: Literal["json"],
    ) -> dict[str, rows.ConeTable]: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: KnownCatalog,
        format: Literal["json"],
    ) -> rows.ConeTable: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: str,
        format: Literal["json"],
    ) -> rows.ConeTable | dict[str, rows.ConeTable]: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: Literal["all"] = ...,
        *,
        format: Literal["csv"],
    ) -> dict[str, str]: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: Literal["all"],
        format: Literal["csv"],
    ) -> dict[str, str]: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: KnownCatalog,
        format: Literal["csv"],
    ) -> str: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: str,
        format: Literal["csv"],
    ) -> str | dict[str, str]: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: Literal["all"] = ...,
        *,
        format: Literal["models"],
    ) -> dict[str, models.ConeTable]: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: Literal["all"],
        format: Literal["models"],
    ) -> dict[str, models.ConeTable]: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: KnownCatalog,
        format: Literal["models"],
    ) -> models.ConeTable: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: str,
        format: Literal["models"],
    ) -> models.ConeTable | dict[str, models.ConeTable]: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: CatalogName = ...,
        *,
        format: Format,
    ) -> AnyCone | AnyCones: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: CatalogName,
        format: Format,
    ) -> AnyCone | AnyCones: ...
    @overload
    @unlisted("format is one of pandas, votable, json, csv, models")
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: CatalogName = ...,
        *,
        format: LiteralString,
    ) -> AnyCone | AnyCones: ...
    @overload
    @unlisted("format is one of pandas, votable, json, csv, models")
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: CatalogName,
        format: LiteralString,
    ) -> AnyCone | AnyCones: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: CatalogName = ...,
        *,
        format: str,
    ) -> AnyCone | AnyCones: ...
    @overload
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: CatalogName,
        format: str,
    ) -> AnyCone | AnyCones: ...
    async def catshtm_conesearch(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        catalog_name: CatalogName = "all",
        format: str = "pandas",
    ) -> AnyCone | AnyCones:
        """Return all sources of a catalogue around a position, or of every catalogue.

        Parameters
        ----------
        ra, dec : float
            Position in deg (ICRS).
        radius : float
            Radius of the cone in arcsec.
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
            masked. With "all" a dict by the catalogue's name, holding those
            where anything was found. Rows are not in order of distance.

        Raises
        ------
        ArgumentError
            No such catalogue, or no such position.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> sources = client.catshtm_conesearch(10, 20, 1000, "GAIA/DR1", format="pandas")
        >>> sources.attrs["units"]["RA"]
        'deg'
        """
        wanted = check_format(format)
        if catalogs.is_all(catalog_name):
            found = await self._cone_all(ra, dec, radius)
            return cast(AnyCones, {name: catalogs.cone(each, wanted) for name, each in found})
        return catalogs.cone(await self._cone(ra, dec, radius, catalogs.find(catalog_name)), wanted)

    @overload
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: Literal["all"] = ...,
        format: Literal["pandas"] = ...,
    ) -> dict[str, pd.Series[float]]: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: KnownCatalog,
        format: Literal["pandas"] = ...,
    ) -> pd.Series[float] | None: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: str,
        format: Literal["pandas"] = ...,
    ) -> pd.Series[float] | dict[str, pd.Series[float]] | None: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: Literal["all"] = ...,
        *,
        format: Literal["votable"],
    ) -> dict[str, Table]: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: Literal["all"],
        format: Literal["votable"],
    ) -> dict[str, Table]: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: KnownCatalog,
        format: Literal["votable"],
    ) -> Table: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: str,
        format: Literal["votable"],
    ) -> Table | dict[str, Table]: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: Literal["all"] = ...,
        *,
        format: Literal["json"],
    ) -> dict[str, rows.CrossMatch]: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: Literal["all"],
        format: Literal["json"],
    ) -> dict[str, rows.CrossMatch]: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: KnownCatalog,
        format: Literal["json"],
    ) -> rows.CrossMatch: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: str,
        format: Literal["json"],
    ) -> rows.CrossMatch | dict[str, rows.CrossMatch]: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: Literal["all"] = ...,
        *,
        format: Literal["csv"],
    ) -> dict[str, str]: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: Literal["all"],
        format: Literal["csv"],
    ) -> dict[str, str]: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: KnownCatalog,
        format: Literal["csv"],
    ) -> str: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: str,
        format: Literal["csv"],
    ) -> str | dict[str, str]: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: Literal["all"] = ...,
        *,
        format: Literal["models"],
    ) -> dict[str, models.CrossMatch]: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: Literal["all"],
        format: Literal["models"],
    ) -> dict[str, models.CrossMatch]: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: KnownCatalog,
        format: Literal["models"],
    ) -> models.CrossMatch | None: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: str,
        format: Literal["models"],
    ) -> models.CrossMatch | dict[str, models.CrossMatch] | None: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: CatalogName = ...,
        *,
        format: Format,
    ) -> AnyMatch | AnyMatches: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: CatalogName,
        format: Format,
    ) -> AnyMatch | AnyMatches: ...
    @overload
    @unlisted("format is one of pandas, votable, json, csv, models")
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: CatalogName = ...,
        *,
        format: LiteralString,
    ) -> AnyMatch | AnyMatches: ...
    @overload
    @unlisted("format is one of pandas, votable, json, csv, models")
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: CatalogName,
        format: LiteralString,
    ) -> AnyMatch | AnyMatches: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: CatalogName = ...,
        *,
        format: str,
    ) -> AnyMatch | AnyMatches: ...
    @overload
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: CatalogName,
        format: str,
    ) -> AnyMatch | AnyMatches: ...
    async def catshtm_crossmatch(
        self,
        ra: Number,
        dec: Number,
        radius: Number | None,
        catalog_name: CatalogName = "all",
        format: str = "pandas",
    ) -> AnyMatch | AnyMatches:
        """Return the source of a catalogue closest to a position, or of every catalogue.

        Parameters
        ----------
        ra, dec : float
            Position in deg (ICRS).
        radius : float or None
            Greatest distance in arcsec; None for the catalogue's default.
        catalog_name : str
            Catalogue, by the name that the service takes or the one it shows
            (GAIADR1, GAIA/DR1), in any letter case; "all" for every one.
        format : {"pandas", "votable", "json", "csv", "models"}
            Form of the answer, in any letter case.

        Returns
        -------
        Series, Table, dict, str, CrossMatch or None
            The source's fields and its ``distance`` in arcsec. When nothing
            matched, None in pandas and models, and no rows or fields in the
            other formats. With "all" a dict by the catalogue's name, holding
            those that matched; never AKARI, which the service leaves out.

        Raises
        ------
        ArgumentError
            No such catalogue, or no such position.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> source = client.catshtm_crossmatch(10, 20, 20, "GAIA/DR1", format="pandas")
        >>> source.name, source.attrs["units"]["distance"]
        ('catsHTM_GAIA/DR1', 'arcsec')
        """
        wanted = check_format(format)
        if catalogs.is_all(catalog_name):
            found = await self._match_all(ra, dec, radius)
            return cast(AnyMatches, {name: catalogs.match(each, wanted) for name, each in found})
        catalog = catalogs.find(catalog_name)
        matched = await self._match(ra, dec, radius, catalog)
        return catalogs.match(matched or catalogs.empty(catalog), wanted)

    async def catshtm_redshift(
        self,
        ra: Number,
        dec: Number,
        radius: Number,
        format: str = "votable",
        verbose: bool = False,
        *,
        catalog_name: CatalogName = "all",
    ) -> float | None:
        """Return the redshift of a source near a position, if a catalogue has one.

        Parameters
        ----------
        ra, dec : float
            Position in deg (ICRS).
        radius : float
            Greatest distance of the source in arcsec.
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
            A spectroscopic redshift (column ``z``) before a photometric one
            (``zphot``, ``z_phot``), of the closest source among equals; None
            where there is none.

        Raises
        ------
        ArgumentError
            No such catalogue, or no such position.
        APIError
            Any other failure; see `alerce.exceptions`.

        Examples
        --------
        >>> client.catshtm_redshift(10, 20, 20, "GAIA/DR1") is None
        True
        """
        if catalogs.is_catalog(format):
            catalog_name = format
        elif not catalogs.is_all(format):
            check_format(format)
        if catalogs.is_all(catalog_name):
            matches = [match for _, match in await self._match_all(ra, dec, radius)]
        else:
            match = await self._match(ra, dec, radius, catalogs.find(catalog_name))
            matches = [match] if match else []
        best = catalogs.redshift(matches)
        if verbose:
            print(f"redshift {best[0]} from {best[1]}" if best else "no redshift found")  # noqa: T201 (asked for)
        return best[0] if best else None

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
        return arguments.text("catalog", catalog)

    async def _cone(self, ra: Number, dec: Number, radius: Number, catalog: Catalog) -> CatalogRows:
        position = arguments.position(ra, dec)
        within = _radius(radius)
        found = await self._cone_at(*position, within, catalog)
        if _may_lack(found.length, position[1], within):
            beside = await self._cone_at(*_aside(*position), 2 * ASIDE_ARCSEC, catalog)
            found = found.joined(beside.near(*position, catalog, ASIDE_ARCSEC))
        return found

    async def _cone_at(self, ra: float, dec: float, radius: float, catalog: Catalog) -> CatalogRows:
        request = conesearch.get_kwargs(catalog=catalog.name, ra=ra, dec=dec, radius=radius)
        answer = await self._fields(
            Call("catshtm", "conesearch", request, about=_about(ra, dec, catalog.display_name))
        )
        for name, fields in answer.items():
            return catalogs.from_columns(name, fields)
        return catalogs.empty(catalog)

    async def _cone_all(
        self, ra: Number, dec: Number, radius: Number
    ) -> list[tuple[str, CatalogRows]]:
        position = arguments.position(ra, dec)
        within = _radius(radius)
        found = await self._cone_all_at(*position, within)
        if _may_lack(len(found), position[1], within):
            for name, beside in (
                await self._cone_all_at(*_aside(*position), 2 * ASIDE_ARCSEC)
            ).items():
                if catalogs.is_catalog(name):
                    near = beside.near(*position, catalogs.find(name), ASIDE_ARCSEC)
                    if near.length:
                        found[name] = found[name].joined(near) if name in found else near
        return list(found.items())

    async def _cone_all_at(self, ra: float, dec: float, radius: float) -> dict[str, CatalogRows]:
        request = conesearch_all.get_kwargs(ra=ra, dec=dec, radius=radius)
        call = Call("catshtm", "conesearch_all", request, about=_about(ra, dec))
        value, response = await self._answer(call)
        answer = object_of(_accepted(value, response, call), response, call)
        found = catalogs.by_catalog(rows_of(answer.get("catalogs"), response, call))
        return {name: catalogs.from_columns(name, fields) for name, fields in found}

    async def _match(
        self, ra: Number, dec: Number, radius: Number | None, catalog: Catalog
    ) -> CatalogRows | None:
        position = arguments.position(ra, dec)
        within = None if radius is None else _radius(radius)
        reach = catalog.default_radius if within is None else within
        if catalog.name == WITHOUT_CROSSMATCH:
            cone = await self._cone(ra, dec, reach, catalog)
            return cone.nearest(*position, catalog) if cone.length else None
        found = await self._match_at(*position, within, catalog)
        if _may_lack(found is not None, position[1], reach):
            beside = await self._match_at(*_aside(*position), 2 * ASIDE_ARCSEC, catalog)
            found = _closer(found, beside, position, catalog)
        return found

    async def _match_at(
        self, ra: float, dec: float, radius: float | None, catalog: Catalog
    ) -> CatalogRows | None:
        request = crossmatch.get_kwargs(catalog=catalog.name, ra=ra, dec=dec, radius=radius)
        fields = await self._fields(
            Call("catshtm", "crossmatch", request, about=_about(ra, dec, catalog.display_name))
        )
        return catalogs.from_match(catalog.display_name, fields) if fields else None

    async def _match_all(
        self, ra: Number, dec: Number, radius: Number | None
    ) -> list[tuple[str, CatalogRows]]:
        if radius is None:
            raise ArgumentError(
                "a cross-match with all catalogues needs a radius in arcsec", about="radius"
            )
        position = arguments.position(ra, dec)
        within = _radius(radius)
        found = await self._match_all_at(*position, within)
        if _may_lack(len(found), position[1], within):
            for name, beside in (
                await self._match_all_at(*_aside(*position), 2 * ASIDE_ARCSEC)
            ).items():
                if catalogs.is_catalog(name):
                    match = _closer(found.get(name), beside, position, catalogs.find(name))
                    if match is not None:
                        found[name] = match
        return list(found.items())

    async def _match_all_at(self, ra: float, dec: float, radius: float) -> dict[str, CatalogRows]:
        request = crossmatch_all.get_kwargs(ra=ra, dec=dec, radius=radius)
        call = Call("catshtm", "crossmatch_all", request, about=_about(ra, dec))
        value, response = await self._answer(call)
        found = catalogs.by_catalog(rows_of(_accepted(value, response, call), response, call))
        return {name: catalogs.from_match(name, fields) for name, fields in found}

    async def _fields(self, call: Call) -> Mapping[str, JSON]:
        value, response = await self._answer(call)
        return object_of(_accepted(value, response, call), response, call)


def _accepted(value: JSON, response: httpx.Response, call: Call) -> JSON:
    """Return the value, unless it is the sentence by which the service refuses a request."""
    if isinstance(value, str):
        raise ParseError(value, response=response, request=response.request, about=call.about)
    return value


def _radius(value: object) -> float:
    return arguments.number("radius", value, minimum=0)


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
