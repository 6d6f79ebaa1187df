"""The ZTF API: classifiers, class probabilities and features."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from alerce_api.ztf.api.classification import (
    list_classes,
    list_classifiers,
    list_feature,
    list_features,
    list_probabilities,
)

from alerce._lazy import axes, figure, lsst_models, lsst_rows, ztf_models, ztf_rows
from alerce._sync.service import about
from alerce._sync.with_lsst import WithLsst
from alerce.arguments import checks, surveys
from alerce.arguments.checks import Integer, Many, boolean
from alerce.arguments.formats import Format, Style, check_format
from alerce.arguments.surveys import Survey
from alerce.bulk.outcomes import combine_valid, raise_or_note_failures
from alerce.exceptions import ObjectNotFoundError
from alerce.http.call import Call
from alerce.results import listing, ztf
from alerce.results import wide as wide_tables
from alerce.results.shapes import Rows, RowsPerObject
from alerce.results.tables import Names
from alerce.warnings import EmptyResultWarning, warn


class Classification(WithLsst):
    """Methods of the client that ask the ZTF API for classifications."""

    def query_probabilities(
        self,
        oid: str | Many[str],
        format: Format = "json",
        index: Names | None = None,
        sort: Names | None = None,
        survey: Survey = "ztf",
        classifier: str | None = None,
        classifier_version: str | None = None,
        wide: bool = False,
    ) -> (
        RowsPerObject[ztf_rows.Probability, ztf_models.Probability]
        | RowsPerObject[lsst_rows.Probability, lsst_models.Probability]
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
        index, sort, named = surveys.arranged(index, sort, survey)
        if named == surveys.LSST:
            surveys.check_default_only(named, classifier_version=classifier_version, wide=wide)
            return self.lsst.query_probabilities(oid, format, index, sort, classifier)

        def ask(oid: str) -> Call:
            return _probabilities(oid, classifier, classifier_version)

        def fetch(oid: str) -> Sequence[ztf_rows.Probability]:
            return self._probabilities(ask(oid), oid)

        if boolean("wide", wide):
            wanted = check_format(format, index)
            found = self._each_oid([oid] if isinstance(oid, str) else oid, fetch)
            table = combine_valid(
                found,
                lambda several: wide_tables.in_format(
                    wide_tables.probabilities(several), wanted, index, sort
                ),
            )
            return raise_or_note_failures(table, found.failures, self._options.errors)
        return self._per_object(oid, ztf.PROBABILITY, ask, format, index, sort)

    def plot_probabilities(
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
        surveys.check_survey(survey)
        name = checks.oid("oid", oid)
        call = _probabilities(name, classifier, classifier_version)
        found = self._probabilities(call, name)
        versions = {row["classifier_version"] for row in found}
        if not versions:
            raise ObjectNotFoundError(f"not classified by {classifier}", about=f"object {oid}")
        latest = max(versions, key=listing.version_key)
        rows = sorted(
            (row for row in found if row["classifier_version"] == latest),
            key=lambda row: row["ranking"] if style == "bars" else 0,
        )
        from alerce.astronomy import plotting

        return plotting.probabilities_figure(rows, style, f"{oid}\n{classifier} {latest}", ax)

    def query_features(
        self,
        oid: str | Many[str],
        format: Format = "json",
        index: Names | None = None,
        sort: Names | None = None,
        survey: Survey = "ztf",
        fid: Integer | None = None,
        version: str | None = None,
        wide: bool = False,
    ) -> RowsPerObject[ztf_rows.Feature, ztf_models.Feature]:
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
        index, sort = surveys.tabular(index, sort, survey)

        def fetch(oid: str) -> Sequence[ztf_rows.Feature]:
            found = cast("list[ztf_rows.Feature]", self._rows(ask(oid)))
            return ztf.FEATURE.validated(found, oid)

        def ask(oid: str) -> Call:
            return _features(oid, fid, version)

        if boolean("wide", wide):
            wanted = check_format(format, index)
            found = self._each_oid([oid] if isinstance(oid, str) else oid, fetch)
            table = combine_valid(
                found,
                lambda several: wide_tables.in_format(
                    wide_tables.features(several), wanted, index, sort
                ),
            )
            return raise_or_note_failures(table, found.failures, self._options.errors)
        return self._per_object(oid, ztf.FEATURE, ask, format, index, sort)

    def query_feature(
        self,
        oid: str | Many[str],
        name: str,
        format: Format = "json",
        index: Names | None = None,
        sort: Names | None = None,
        survey: Survey = "ztf",
        fid: Integer | None = None,
        version: str | None = None,
    ) -> RowsPerObject[ztf_rows.Feature, ztf_models.Feature]:
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
        index, sort = surveys.tabular(index, sort, survey)
        wanted = checks.text("name", name)

        def fetch(oid: str) -> list[ztf_rows.Feature]:
            found = self._feature(oid, wanted, fid, version)
            if not found:
                warn(f"object {oid} has no feature {wanted!r}", EmptyResultWarning)
            return found

        return self._fetched_per_object(oid, ztf.FEATURE, fetch, format, index, sort)

    def query_classifiers(
        self,
        format: Format = "json",
        index: Names | None = None,
        sort: Names | None = None,
        survey: Survey = "ztf",
    ) -> (
        Rows[ztf_rows.Classifier, ztf_models.Classifier]
        | Rows[lsst_rows.Classifier, lsst_models.Classifier]
    ):
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
        index, sort, named = surveys.arranged(index, sort, survey)
        if named == surveys.LSST:
            return self.lsst.query_classifiers(format, index, sort)
        wanted = check_format(format, index)
        found = self._rows(
            Call("ztf", "classifiers", list_classifiers.get_kwargs(), about="classifiers")
        )
        return ztf.CLASSIFIER.table(cast("list[ztf_rows.Classifier]", found), wanted, index, sort)

    def query_classes(
        self,
        classifier_name: str,
        classifier_version: str,
        format: Format = "json",
        index: Names | None = None,
        sort: Names | None = None,
        survey: Survey = "ztf",
    ) -> Rows[ztf_rows.ClassName, ztf_models.ClassName]:
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
        index, sort, named = surveys.arranged(index, sort, survey)
        if named == surveys.LSST:
            return self.lsst.query_classes(classifier_name, classifier_version, format, index, sort)
        wanted = check_format(format, index)
        name = checks.path_segment("classifier_name", classifier_name)
        version = checks.path_segment("classifier_version", classifier_version)
        found = self._rows(
            Call(
                "ztf",
                "classifier_classes",
                list_classes.get_kwargs(classifier_name=name, classifier_version=version),
                (name, version),
                f"classifier {name} {version}",
            )
        )
        return ztf.CLASS_NAME.table(cast("list[ztf_rows.ClassName]", found), wanted, index, sort)

    def _probabilities(self, call: Call, oid: str) -> Sequence[ztf_rows.Probability]:
        found = cast("list[ztf_rows.Probability]", self._rows(call))
        return ztf.PROBABILITY.validated(found, oid)

    def _feature(
        self, oid: str, name: str, fid: Integer | None, version: str | None
    ) -> list[ztf_rows.Feature]:
        if name in (".", "..") or "/" in name:
            # There are such names (Power_rate_1/2), and the service has no route to them.
            features = cast("list[ztf_rows.Feature]", self._rows(_features(oid, fid, version)))
            return [row for row in features if row.get("name") == name]
        segment = checks.path_segment("name", name)
        request = list_feature.get_kwargs(
            oid=oid,
            name=segment,
            fid=_fid(fid),
            version=_given("version", version),
        )
        call = Call("ztf", "single_feature", request, (oid, segment), f"object {oid}")
        return cast("list[ztf_rows.Feature]", self._rows(call))


def _probabilities(oid: str, classifier: str | None, version: str | None) -> Call:
    request = list_probabilities.get_kwargs(
        oid=oid,
        classifier=_given("classifier", classifier),
        classifier_version=_given("classifier_version", version),
    )
    return about(oid, "probabilities", request)


def _features(oid: str, fid: Integer | None, version: str | None) -> Call:
    request = list_features.get_kwargs(oid=oid, fid=_fid(fid), version=_given("version", version))
    return about(oid, "features", request)


def _given(name: str, value: str | None) -> str | None:
    return None if value is None else checks.text(name, value)


def _fid(value: Integer | None) -> int | None:
    return None if value is None else checks.integer("fid", value)
