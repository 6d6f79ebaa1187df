"""The ZTF API: light curves and their statistics."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, cast, get_args

from alerce_api.ztf.api.classification import list_feature, list_probabilities
from alerce_api.ztf.api.photometry import (
    get_lightcurve,
    list_detections,
    list_magstats,
    list_non_detections,
)

from alerce._lazy import (
    axes,
    figure,
    lazy_module,
    lsst_models,
    lsst_rows,
    pd,
    ztf2_models,
    ztf2_rows,
    ztf_models,
    ztf_rows,
)
from alerce._sync.service import about
from alerce._sync.with_lsst import WithLsst
from alerce.arguments import checks, surveys
from alerce.arguments.checks import Duration, Many
from alerce.arguments.formats import COLUMNAR, Format, check_format
from alerce.arguments.lsst import Identifier
from alerce.arguments.surveys import Survey
from alerce.astronomy.photometry import Brightness, FluxUnit
from alerce.bulk.outcomes import combine_valid, raise_or_note_failures
from alerce.decode.answers import decode_json, object_of, parts_of, rows_of
from alerce.http.call import Call
from alerce.results import listing, ztf
from alerce.results.kinds import ByOid
from alerce.results.lightcurves import TableLightCurve
from alerce.results.shapes import (
    LightCurves,
    LsstLightCurves,
    PerObject,
    RowPerObject,
    RowsPerObject,
)
from alerce.results.tables import Names
from alerce.results.ztf import (
    AnyLightCurve,
    ColumnarLightCurve,
    RecordLightCurve,
)

if TYPE_CHECKING:
    import httpx

    from alerce.results import summary
else:
    summary = lazy_module("alerce.results.summary")

PERIOD: Final = "Multiband_period"
"""The feature that is the period of both bands together."""


class Photometry(WithLsst):
    """Methods of the client that ask the ZTF API for photometry."""

    def query_detections(
        self,
        oid: str | Many[str],
        format: Format = "json",
        index: Names | None = None,
        sort: Names | None = None,
        survey: Survey = "ztf",
    ) -> (
        RowsPerObject[ztf_rows.Detection, ztf_models.Detection]
        | RowsPerObject[lsst_rows.Detection, lsst_models.Detection]
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
        index, sort, named = surveys.arranged(index, sort, survey)
        if named == surveys.LSST:
            return self.lsst.query_detections(oid, format, index, sort)
        return self._per_object(oid, ztf.DETECTION, _detections, format, index, sort)

    def query_non_detections(
        self,
        oid: str | Many[str],
        format: Format = "json",
        index: Names | None = None,
        sort: Names | None = None,
        survey: Survey = "ztf",
    ) -> (
        RowsPerObject[ztf_rows.NonDetection, ztf_models.NonDetection]
        | RowsPerObject[lsst_rows.NonDetection, lsst_models.NonDetection]
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
        index, sort, named = surveys.arranged(index, sort, survey)
        if named == surveys.LSST:
            return self.lsst.query_non_detections(oid, format, index, sort)
        return self._per_object(oid, ztf.NON_DETECTION, _non_detections, format, index, sort)

    def query_forced_photometry(
        self,
        oid: str | Many[str],
        format: Format = "json",
        index: Names | None = None,
        sort: Names | None = None,
        survey: Survey = "ztf",
        survey_id: ztf2_rows.SurveyId | None = None,
    ) -> (
        RowsPerObject[ztf2_rows.FlatForcedPhotometry, ztf2_models.FlatForcedPhotometry]
        | RowsPerObject[lsst_rows.ForcedPhotometry, lsst_models.ForcedPhotometry]
    ):
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
        index, sort, named = surveys.arranged(index, sort, survey)
        if named == surveys.LSST:
            surveys.check_default_only(named, survey_id=survey_id)
            return self.lsst.query_forced_photometry(oid, format, index, sort)
        which = (
            None
            if survey_id is None
            else checks.choice("survey_id", survey_id, get_args(ztf2_rows.SurveyId))
        )

        def fetch(name: str) -> Sequence[ztf2_rows.FlatForcedPhotometry]:
            from alerce_api.ztf2.api.photometry import list_forced_photometry

            request = list_forced_photometry.get_kwargs(oid=name, survey_id=which)
            call = Call("ztf2", "forced_photometry", request, (name,), f"object {name}")
            rows = ztf.flat_forced(self._rows(call))
            if not rows:
                # An unknown object answers like one without a measurement.
                self._statistics(name)
            return rows

        return self._fetched_per_object(oid, ztf.FORCED_PHOTOMETRY, fetch, format, index, sort)

    def query_lightcurve(
        self, oid: str | Many[str], format: Format = "json", survey: Survey = "ztf"
    ) -> LightCurves | LsstLightCurves:
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
        if surveys.named(survey) == surveys.LSST:
            return self.lsst.query_lightcurve(oid, format)
        wanted = check_format(format)
        if wanted in COLUMNAR:
            return self._tabular_light_curve(oid, wanted)
        if isinstance(oid, str):
            found = self._light_curve(checks.oid("oid", oid))
            return found if wanted == "json" else ztf.light_curve(found, wanted)
        several = self._each_oid(oid, self._light_curve)
        given: ByOid[ztf_rows.LightCurve] | ByOid[RecordLightCurve] | AnyLightCurve
        match wanted:
            case "json":
                given = several
            case "models":
                given = ByOid({oid: ztf.light_curve_records(each) for oid, each in several.items()})
            case _:
                given = ztf.stacked_light_curves(several, wanted)
        return raise_or_note_failures(given, several.failures, self._options.errors)

    def query_period(self, oid: str | Many[str], survey: Survey = "ztf") -> PerObject[float | None]:
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
        surveys.check_survey(survey)
        if isinstance(oid, str):
            return self._period(checks.oid("oid", oid))
        found = self._each_oid(oid, self._period)
        return raise_or_note_failures(found, found.failures, self._options.errors)

    def _period(self, name: str) -> float | None:
        request = list_feature.get_kwargs(oid=name, name=PERIOD)
        call = Call("ztf", "single_feature", request, (name, PERIOD), f"object {name}")
        found = ztf.FEATURE.validated(cast("list[ztf_rows.Feature]", self._rows(call)), name)
        known = [row for row in found if (row.get("value") or 0) > 0]
        best = max(known, key=lambda row: listing.version_key(row["version"]), default=None)
        return None if best is None else best["value"]

    def query_summary(
        self, oid: str | Many[str], survey: Survey = "ztf"
    ) -> PerObject[summary.ObjectSummary]:
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
        surveys.check_survey(survey)
        if isinstance(oid, str):
            return self._summary(checks.oid("oid", oid))
        found = self._each_oid(oid, self._summary)
        return raise_or_note_failures(found, found.failures, self._options.errors)

    def _summary(self, name: str) -> summary.ObjectSummary:
        found = self._statistics(name)
        request = list_probabilities.get_kwargs(oid=name)
        known = self._rows(about(name, "probabilities", request))
        (statistics,) = ztf.OBJECT.validated([found], name)
        return summary.ObjectSummary(
            statistics,
            self._frames(name),
            ztf.PROBABILITY.validated(cast("list[ztf_rows.Probability]", known), name),
        )

    def plot_lightcurve(
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
        if (named := surveys.named(survey)) == surveys.LSST:
            surveys.check_default_only(named, fold=fold)
            return self.lsst.plot_lightcurve(
                oid,
                brightness or "difference",
                flux_unit=flux_unit or "nJy",
                forced=limits,
                period=period,
                ax=ax,
            )
        name = checks.oid("oid", oid)
        light_curve = self._frames(name)
        days = self._period(name) if fold and period is None else period
        light_curve.find_period = None
        return light_curve.plot(
            brightness,
            flux_unit=flux_unit,
            fold=fold,
            period=days,
            limits=limits,
            title=name,
            ax=ax,
        )

    def query_magstats(
        self,
        oid: str | Many[str],
        format: Format = "json",
        index: Names | None = None,
        sort: Names | None = None,
        survey: Survey = "ztf",
    ) -> (
        RowsPerObject[ztf_rows.Magstats, ztf_models.Magstats]
        | RowPerObject[lsst_rows.Magstats, lsst_models.Magstats]
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
        index, sort, named = surveys.arranged(index, sort, survey)
        if named == surveys.LSST:
            return self.lsst.query_magstats(oid, format, index, sort)
        return self._per_object(oid, ztf.MAGSTATS, _magstats, format, index, sort)

    def _light_curve(self, oid: str) -> ztf_rows.LightCurve:
        call = _light_curve(oid)
        return _light_curve_of(self._send(call), call)

    def _light_curve_columns(self, oid: str) -> ColumnarLightCurve:
        call = _light_curve(oid)
        response = self._send(call)
        found = parts_of(response, ztf.LIGHT_CURVE)
        if found is None:
            return ztf.light_curve_columns(_light_curve_of(response, call))
        return found

    def _frames(self, oid: str) -> TableLightCurve[pd.DataFrame]:
        found = self._tabular_light_curve(oid, "pandas")
        return cast("TableLightCurve[pd.DataFrame]", found)

    def _detection_rows(self, oid: str) -> list[ztf_rows.Detection]:
        return cast("list[ztf_rows.Detection]", self._rows(_detections(oid)))

    def _tabular_light_curve(self, oid: str | Many[str], format: Format) -> AnyLightCurve:
        if isinstance(oid, str):
            found = self._light_curve_columns(checks.oid("oid", oid))
            return ztf.light_curve(found, format, functools.partial(self.query_period, oid))
        several = self._each_oid(oid, self._light_curve_columns)
        stacked = combine_valid(several, lambda found: ztf.stacked_light_curves(found, format))
        return raise_or_note_failures(stacked, several.failures, self._options.errors)


def _light_curve_of(response: httpx.Response, call: Call) -> ztf_rows.LightCurve:
    """Return the light curve that an answer holds; null is one without anything."""
    value = decode_json(response, call)
    if value is None:
        return ztf.light_curve_rows({"detections": [], "non_detections": []})
    light_curve = object_of(value, response, call)
    for part, _ in ztf.LIGHT_CURVE:
        rows_of(light_curve.get(part), response, call)
    return ztf.light_curve_rows(cast("ztf_rows.LightCurve", light_curve))


def _detections(oid: str) -> Call:
    return about(oid, "detections", list_detections.get_kwargs(oid=oid))


def _non_detections(oid: str) -> Call:
    return about(oid, "non_detections", list_non_detections.get_kwargs(oid=oid))


def _light_curve(oid: str) -> Call:
    return about(oid, "lightcurve", get_lightcurve.get_kwargs(oid=oid))


def _magstats(oid: str) -> Call:
    return about(oid, "magstats", list_magstats.get_kwargs(oid=oid))
