"""The ZTF API: light curves and their statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, LiteralString, cast, overload

from alerce_api.ztf.api.photometry import (
    get_lightcurve,
    list_detections,
    list_magstats,
    list_non_detections,
)

from alerce import arguments, kinds
from alerce._sync.service import Service, about
from alerce.arguments import Many
from alerce.bulk import finished
from alerce.formats import Format, check_format
from alerce.kinds import AnyLightCurve, RecordLightCurve, TabularLightCurve
from alerce.results import ByOid, LightCurve, Tabular
from alerce.tables import Names
from alerce.unlisted import unlisted
from alerce.wire import object_of, rows_of

if TYPE_CHECKING:
    import pandas as pd
    from alerce_api.ztf import models, rows
    from astropy.table import Table


class Photometry(Service):
    """Methods of the client that ask the ZTF API for photometry."""

    @overload
    def query_detections(
        self,
        oid: str,
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
    ) -> list[rows.Detection]: ...

    @overload
    def query_detections(
        self,
        oid: Many[str],
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
    ) -> dict[str, list[rows.Detection]]: ...

    @overload
    def query_detections(
        self,
        oid: str | Many[str],
        format: Literal["pandas"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> pd.DataFrame: ...

    @overload
    def query_detections(
        self,
        oid: str | Many[str],
        format: Literal["votable"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> Table: ...

    @overload
    def query_detections(
        self,
        oid: str | Many[str],
        format: Literal["csv"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> str: ...

    @overload
    def query_detections(
        self,
        oid: str,
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> list[models.Detection]: ...

    @overload
    def query_detections(
        self,
        oid: Many[str],
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> dict[str, list[models.Detection]]: ...

    @overload
    def query_detections(
        self, oid: str, format: Format, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | list[rows.Detection] | list[models.Detection]: ...

    @overload
    def query_detections(
        self, oid: Many[str], format: Format, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | dict[str, list[rows.Detection]] | dict[str, list[models.Detection]]: ...

    @overload
    @unlisted("format is one of pandas, votable, json, csv, models")
    def query_detections(
        self, oid: str, format: LiteralString, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | list[rows.Detection] | list[models.Detection]: ...

    @overload
    @unlisted("format is one of pandas, votable, json, csv, models")
    def query_detections(
        self,
        oid: Many[str],
        format: LiteralString,
        index: Names | None = None,
        sort: Names | None = None,
    ) -> Tabular | dict[str, list[rows.Detection]] | dict[str, list[models.Detection]]: ...

    @overload
    def query_detections(
        self, oid: str, format: str, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | list[rows.Detection] | list[models.Detection]: ...

    @overload
    def query_detections(
        self, oid: Many[str], format: str, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | dict[str, list[rows.Detection]] | dict[str, list[models.Detection]]: ...

    def query_detections(
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
        return self._per_object(oid, kinds.DETECTION, self._detections, format, index, sort)

    @overload
    def query_non_detections(
        self,
        oid: str,
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
    ) -> list[rows.NonDetection]: ...

    @overload
    def query_non_detections(
        self,
        oid: Many[str],
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
    ) -> dict[str, list[rows.NonDetection]]: ...

    @overload
    def query_non_detections(
        self,
        oid: str | Many[str],
        format: Literal["pandas"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> pd.DataFrame: ...

    @overload
    def query_non_detections(
        self,
        oid: str | Many[str],
        format: Literal["votable"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> Table: ...

    @overload
    def query_non_detections(
        self,
        oid: str | Many[str],
        format: Literal["csv"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> str: ...

    @overload
    def query_non_detections(
        self,
        oid: str,
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> list[models.NonDetection]: ...

    @overload
    def query_non_detections(
        self,
        oid: Many[str],
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> dict[str, list[models.NonDetection]]: ...

    @overload
    def query_non_detections(
        self, oid: str, format: Format, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | list[rows.NonDetection] | list[models.NonDetection]: ...

    @overload
    def query_non_detections(
        self, oid: Many[str], format: Format, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | dict[str, list[rows.NonDetection]] | dict[str, list[models.NonDetection]]: ...

    @overload
    @unlisted("format is one of pandas, votable, json, csv, models")
    def query_non_detections(
        self, oid: str, format: LiteralString, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | list[rows.NonDetection] | list[models.NonDetection]: ...

    @overload
    @unlisted("format is one of pandas, votable, json, csv, models")
    def query_non_detections(
        self,
        oid: Many[str],
        format: LiteralString,
        index: Names | None = None,
        sort: Names | None = None,
    ) -> Tabular | dict[str, list[rows.NonDetection]] | dict[str, list[models.NonDetection]]: ...

    @overload
    def query_non_detections(
        self, oid: str, format: str, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | list[rows.NonDetection] | list[models.NonDetection]: ...

    @overload
    def query_non_detections(
        self, oid: Many[str], format: str, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | dict[str, list[rows.NonDetection]] | dict[str, list[models.NonDetection]]: ...

    def query_non_detections(
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
        return self._per_object(oid, kinds.NON_DETECTION, self._non_detections, format, index, sort)

    @overload
    def query_lightcurve(self, oid: str, format: Literal["json"] = ...) -> rows.LightCurve: ...

    @overload
    def query_lightcurve(
        self, oid: Many[str], format: Literal["json"] = ...
    ) -> dict[str, rows.LightCurve]: ...

    @overload
    def query_lightcurve(
        self, oid: str | Many[str], format: Literal["pandas"]
    ) -> LightCurve[pd.DataFrame]: ...

    @overload
    def query_lightcurve(
        self, oid: str | Many[str], format: Literal["votable"]
    ) -> LightCurve[Table]: ...

    @overload
    def query_lightcurve(self, oid: str | Many[str], format: Literal["csv"]) -> LightCurve[str]: ...

    @overload
    def query_lightcurve(self, oid: str, format: Literal["models"]) -> RecordLightCurve: ...

    @overload
    def query_lightcurve(
        self, oid: Many[str], format: Literal["models"]
    ) -> dict[str, RecordLightCurve]: ...

    @overload
    def query_lightcurve(self, oid: str, format: Format) -> AnyLightCurve | rows.LightCurve: ...

    @overload
    def query_lightcurve(
        self, oid: Many[str], format: Format
    ) -> TabularLightCurve | dict[str, rows.LightCurve] | dict[str, RecordLightCurve]: ...

    @overload
    @unlisted("format is one of pandas, votable, json, csv, models")
    def query_lightcurve(
        self, oid: str, format: LiteralString
    ) -> AnyLightCurve | rows.LightCurve: ...

    @overload
    @unlisted("format is one of pandas, votable, json, csv, models")
    def query_lightcurve(
        self, oid: Many[str], format: LiteralString
    ) -> TabularLightCurve | dict[str, rows.LightCurve] | dict[str, RecordLightCurve]: ...

    @overload
    def query_lightcurve(self, oid: str, format: str) -> AnyLightCurve | rows.LightCurve: ...

    @overload
    def query_lightcurve(
        self, oid: Many[str], format: str
    ) -> TabularLightCurve | dict[str, rows.LightCurve] | dict[str, RecordLightCurve]: ...

    def query_lightcurve(
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
            found = self._light_curve(arguments.oid("oid", oid))
            return found if wanted == "json" else kinds.light_curve(found, wanted)
        several = self._each_oid(oid, self._light_curve)
        given: ByOid[rows.LightCurve] | ByOid[RecordLightCurve] | AnyLightCurve
        match wanted:
            case "json":
                given = several
            case "models":
                given = ByOid(
                    {oid: kinds.light_curve_records(each) for oid, each in several.items()}
                )
            case _:
                given = kinds.stacked_light_curves(several, wanted)
        return finished(given, several.failures, self._options.errors)

    @overload
    def query_magstats(
        self,
        oid: str,
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
    ) -> list[rows.Magstats]: ...

    @overload
    def query_magstats(
        self,
        oid: Many[str],
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
    ) -> dict[str, list[rows.Magstats]]: ...

    @overload
    def query_magstats(
        self,
        oid: str | Many[str],
        format: Literal["pandas"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> pd.DataFrame: ...

    @overload
    def query_magstats(
        self,
        oid: str | Many[str],
        format: Literal["votable"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> Table: ...

    @overload
    def query_magstats(
        self,
        oid: str | Many[str],
        format: Literal["csv"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> str: ...

    @overload
    def query_magstats(
        self,
        oid: str,
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> list[models.Magstats]: ...

    @overload
    def query_magstats(
        self,
        oid: Many[str],
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> dict[str, list[models.Magstats]]: ...

    @overload
    def query_magstats(
        self, oid: str, format: Format, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | list[rows.Magstats] | list[models.Magstats]: ...

    @overload
    def query_magstats(
        self, oid: Many[str], format: Format, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | dict[str, list[rows.Magstats]] | dict[str, list[models.Magstats]]: ...

    @overload
    @unlisted("format is one of pandas, votable, json, csv, models")
    def query_magstats(
        self, oid: str, format: LiteralString, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | list[rows.Magstats] | list[models.Magstats]: ...

    @overload
    @unlisted("format is one of pandas, votable, json, csv, models")
    def query_magstats(
        self,
        oid: Many[str],
        format: LiteralString,
        index: Names | None = None,
        sort: Names | None = None,
    ) -> Tabular | dict[str, list[rows.Magstats]] | dict[str, list[models.Magstats]]: ...

    @overload
    def query_magstats(
        self, oid: str, format: str, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | list[rows.Magstats] | list[models.Magstats]: ...

    @overload
    def query_magstats(
        self, oid: Many[str], format: str, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | dict[str, list[rows.Magstats]] | dict[str, list[models.Magstats]]: ...

    def query_magstats(
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
        return self._per_object(oid, kinds.MAGSTATS, self._magstats, format, index, sort)

    def _detections(self, oid: str) -> list[rows.Detection]:
        return cast(
            "list[rows.Detection]",
            self._rows(about(oid, "detections", list_detections.get_kwargs(oid=oid))),
        )

    def _non_detections(self, oid: str) -> list[rows.NonDetection]:
        request = list_non_detections.get_kwargs(oid=oid)
        return cast("list[rows.NonDetection]", self._rows(about(oid, "non_detections", request)))

    def _light_curve(self, oid: str) -> rows.LightCurve:
        call = about(oid, "lightcurve", get_lightcurve.get_kwargs(oid=oid))
        value, response = self._answer(call)
        if value is None:
            return {"detections": [], "non_detections": []}
        light_curve = object_of(value, response, call)
        for part in ("detections", "non_detections"):
            rows_of(light_curve.get(part), response, call)
        return cast("rows.LightCurve", light_curve)

    def _magstats(self, oid: str) -> list[rows.Magstats]:
        return cast(
            "list[rows.Magstats]",
            self._rows(about(oid, "magstats", list_magstats.get_kwargs(oid=oid))),
        )
