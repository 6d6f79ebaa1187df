"""The ZTF API: classifiers, class probabilities and features."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, LiteralString, cast, overload

from alerce_api.ztf.api.classification import (
    list_classes,
    list_classifiers,
    list_feature,
    list_features,
    list_probabilities,
)

from alerce._sync.service import Service, about
from alerce.arguments import checks
from alerce.arguments.checks import Integer, Many, boolean
from alerce.arguments.formats import Format, check_format
from alerce.astronomy import plotting
from alerce.astronomy.plotting import Style
from alerce.bulk.outcomes import finished, fitted
from alerce.exceptions import ObjectNotFoundError
from alerce.http.call import Call
from alerce.results import listing, ztf
from alerce.results import wide as wide_tables
from alerce.results.kinds import Tabular
from alerce.results.tables import Names
from alerce.unlisted import unlisted
from alerce.warnings import EmptyResultWarning, warn

if TYPE_CHECKING:
    import pandas as pd
    from alerce_api.ztf import models, rows
    from astropy.table import Table
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


class Classification(Service):
    """Methods of the client that ask the ZTF API for classifications."""

    @overload
    def query_probabilities(
        self,
        oid: str,
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
        classifier: str | None = None,
        classifier_version: str | None = None,
        wide: Literal[False] = ...,
    ) -> list[rows.Probability]: ...

    @overload
    def query_probabilities(
        self,
        oid: Many[str],
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
        classifier: str | None = None,
        classifier_version: str | None = None,
        wide: Literal[False] = ...,
    ) -> dict[str, list[rows.Probability]]: ...

    @overload
    def query_probabilities(
        self,
        oid: str | Many[str],
        format: Literal["pandas"],
        index: Names | None = None,
        sort: Names | None = None,
        classifier: str | None = None,
        classifier_version: str | None = None,
        wide: bool = ...,
    ) -> pd.DataFrame: ...

    @overload
    def query_probabilities(
        self,
        oid: str | Many[str],
        format: Literal["votable"],
        index: Names | None = None,
        sort: Names | None = None,
        classifier: str | None = None,
        classifier_version: str | None = None,
        wide: bool = ...,
    ) -> Table: ...

    @overload
    def query_probabilities(
        self,
        oid: str | Many[str],
        format: Literal["csv"],
        index: Names | None = None,
        sort: Names | None = None,
        classifier: str | None = None,
        classifier_version: str | None = None,
        wide: bool = ...,
    ) -> str: ...

    @overload
    def query_probabilities(
        self,
        oid: str,
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
        classifier: str | None = None,
        classifier_version: str | None = None,
        wide: Literal[False] = ...,
    ) -> list[models.Probability]: ...

    @overload
    def query_probabilities(
        self,
        oid: Many[str],
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
        classifier: str | None = None,
        classifier_version: str | None = None,
        wide: Literal[False] = ...,
    ) -> dict[str, list[models.Probability]]: ...

    @overload
    def query_probabilities(
        self,
        oid: str | Many[str],
        format: Format,
        index: Names | None = None,
        sort: Names | None = None,
        classifier: str | None = None,
        classifier_version: str | None = None,
        wide: bool = ...,
    ) -> (
        Tabular
        | list[rows.Probability]
        | list[models.Probability]
        | dict[str, list[rows.Probability]]
        | dict[str, list[models.Probability]]
    ): ...

    @overload
    @unlisted("format is one of pandas, votable, json, csv, models")
    def query_probabilities(
        self,
        oid: str | Many[str],
        format: LiteralString,
        index: Names | None = None,
        sort: Names | None = None,
        classifier: str | None = None,
        classifier_version: str | None = None,
        wide: bool = ...,
    ) -> (
        Tabular
        | list[rows.Probability]
        | list[models.Probability]
        | dict[str, list[rows.Probability]]
        | dict[str, list[models.Probability]]
    ): ...

    @overload
    def query_probabilities(
        self,
        oid: str | Many[str],
        format: str,
        index: Names | None = None,
        sort: Names | None = None,
        classifier: str | None = None,
        classifier_version: str | None = None,
        wide: bool = ...,
    ) -> (
        Tabular
        | list[rows.Probability]
        | list[models.Probability]
        | dict[str, list[rows.Probability]]
        | dict[str, list[models.Probability]]
    ): ...

    def query_probabilities(
        self,
        oid: str | Many[str],
        format: str = "json",
        index: Names | None = None,
        sort: Names | None = None,
        classifier: str | None = None,
        classifier_version: str | None = None,
        wide: bool = False,
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
            Columns to make the index of, in pandas only, and to sort by (ascending).
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

        def ask(oid: str) -> Call:
            request = list_probabilities.get_kwargs(
                oid=oid,
                classifier=_given("classifier", classifier),
                classifier_version=_given("classifier_version", classifier_version),
            )
            return about(oid, "probabilities", request)

        def fetch(oid: str) -> Sequence[rows.Probability]:
            found = cast("list[rows.Probability]", self._rows(ask(oid)))
            return ztf.PROBABILITY.promised(found, oid)

        if boolean("wide", wide):
            wanted = check_format(format, index)
            found = self._each_oid([oid] if isinstance(oid, str) else oid, fetch)
            table = fitted(
                found,
                lambda several: wide_tables.in_format(
                    wide_tables.probabilities(several), wanted, index, sort
                ),
            )
            return finished(table, found.failures, self._options.errors)
        return self._per_object(oid, ztf.PROBABILITY, ask, format, index, sort)

    def plot_probabilities(
        self,
        oid: str,
        classifier: str = "lc_classifier",
        classifier_version: str | None = None,
        *,
        style: Style = "bars",
        ax: Axes | None = None,
    ) -> Figure:
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
        found = self.query_probabilities(
            oid, classifier=classifier, classifier_version=classifier_version
        )
        versions = {row["classifier_version"] for row in ztf.PROBABILITY.promised(found, oid)}
        if not versions:
            raise ObjectNotFoundError(f"not classified by {classifier}", about=f"object {oid}")
        latest = max(versions, key=listing.version_key)
        rows = sorted(
            (row for row in found if row["classifier_version"] == latest),
            key=lambda row: row["ranking"] if style == "bars" else 0,
        )
        return plotting.probabilities_figure(rows, style, f"{oid}\n{classifier} {latest}", ax)

    @overload
    def query_features(
        self,
        oid: str,
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
        wide: Literal[False] = ...,
    ) -> list[rows.Feature]: ...

    @overload
    def query_features(
        self,
        oid: Many[str],
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
        wide: Literal[False] = ...,
    ) -> dict[str, list[rows.Feature]]: ...

    @overload
    def query_features(
        self,
        oid: str | Many[str],
        format: Literal["pandas"],
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
        wide: bool = ...,
    ) -> pd.DataFrame: ...

    @overload
    def query_features(
        self,
        oid: str | Many[str],
        format: Literal["votable"],
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
        wide: bool = ...,
    ) -> Table: ...

    @overload
    def query_features(
        self,
        oid: str | Many[str],
        format: Literal["csv"],
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
        wide: bool = ...,
    ) -> str: ...

    @overload
    def query_features(
        self,
        oid: str,
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
        wide: Literal[False] = ...,
    ) -> list[models.Feature]: ...

    @overload
    def query_features(
        self,
        oid: Many[str],
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
        wide: Literal[False] = ...,
    ) -> dict[str, list[models.Feature]]: ...

    @overload
    def query_features(
        self,
        oid: str | Many[str],
        format: Format,
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
        wide: bool = ...,
    ) -> (
        Tabular
        | list[rows.Feature]
        | list[models.Feature]
        | dict[str, list[rows.Feature]]
        | dict[str, list[models.Feature]]
    ): ...

    @overload
    @unlisted("format is one of pandas, votable, json, csv, models")
    def query_features(
        self,
        oid: str | Many[str],
        format: LiteralString,
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
        wide: bool = ...,
    ) -> (
        Tabular
        | list[rows.Feature]
        | list[models.Feature]
        | dict[str, list[rows.Feature]]
        | dict[str, list[models.Feature]]
    ): ...

    @overload
    def query_features(
        self,
        oid: str | Many[str],
        format: str,
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
        wide: bool = ...,
    ) -> (
        Tabular
        | list[rows.Feature]
        | list[models.Feature]
        | dict[str, list[rows.Feature]]
        | dict[str, list[models.Feature]]
    ): ...

    def query_features(
        self,
        oid: str | Many[str],
        format: str = "json",
        index: Names | None = None,
        sort: Names | None = None,
        fid: Integer | None = None,
        version: str | None = None,
        wide: bool = False,
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
            Columns to make the index of, in pandas only, and to sort by (ascending).
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

        def fetch(oid: str) -> Sequence[rows.Feature]:
            found = cast("list[rows.Feature]", self._rows(ask(oid)))
            return ztf.FEATURE.promised(found, oid)

        def ask(oid: str) -> Call:
            return _features(oid, fid, version)

        if boolean("wide", wide):
            wanted = check_format(format, index)
            found = self._each_oid([oid] if isinstance(oid, str) else oid, fetch)
            table = fitted(
                found,
                lambda several: wide_tables.in_format(
                    wide_tables.features(several), wanted, index, sort
                ),
            )
            return finished(table, found.failures, self._options.errors)
        return self._per_object(oid, ztf.FEATURE, ask, format, index, sort)

    @overload
    def query_feature(
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
    def query_feature(
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
    def query_feature(
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
    def query_feature(
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
    def query_feature(
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
    def query_feature(
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
    def query_feature(
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
    def query_feature(
        self,
        oid: str | Many[str],
        name: str,
        format: Format,
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
    ): ...

    @overload
    @unlisted("format is one of pandas, votable, json, csv, models")
    def query_feature(
        self,
        oid: str | Many[str],
        name: str,
        format: LiteralString,
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
    ): ...

    @overload
    def query_feature(
        self,
        oid: str | Many[str],
        name: str,
        format: str,
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
    ): ...

    def query_feature(
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
            Columns to make the index of, in pandas only, and to sort by (ascending).

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
        wanted = checks.text("name", name)

        def fetch(oid: str) -> list[rows.Feature]:
            found = self._feature(oid, wanted, fid, version)
            if not found:
                warn(f"object {oid} has no feature {wanted!r}", EmptyResultWarning)
            return found

        return self._fetched_per_object(oid, ztf.FEATURE, fetch, format, index, sort)

    @overload
    def query_classifiers(
        self, format: Literal["json"] = ..., index: Names | None = None, sort: Names | None = None
    ) -> list[rows.Classifier]: ...

    @overload
    def query_classifiers(
        self, format: Literal["pandas"], index: Names | None = None, sort: Names | None = None
    ) -> pd.DataFrame: ...

    @overload
    def query_classifiers(
        self, format: Literal["votable"], index: Names | None = None, sort: Names | None = None
    ) -> Table: ...

    @overload
    def query_classifiers(
        self, format: Literal["csv"], index: Names | None = None, sort: Names | None = None
    ) -> str: ...

    @overload
    def query_classifiers(
        self, format: Literal["models"], index: Names | None = None, sort: Names | None = None
    ) -> list[models.Classifier]: ...

    @overload
    def query_classifiers(
        self, format: Format, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | list[rows.Classifier] | list[models.Classifier]: ...

    @overload
    @unlisted("format is one of pandas, votable, json, csv, models")
    def query_classifiers(
        self, format: LiteralString, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | list[rows.Classifier] | list[models.Classifier]: ...

    @overload
    def query_classifiers(
        self, format: str, index: Names | None = None, sort: Names | None = None
    ) -> Tabular | list[rows.Classifier] | list[models.Classifier]: ...

    def query_classifiers(
        self, format: str = "json", index: Names | None = None, sort: Names | None = None
    ) -> Tabular | list[rows.Classifier] | list[models.Classifier]:
        """Return all classifiers, one row a version, with their classes.

        Parameters
        ----------
        format : {"json", "pandas", "votable", "csv", "models"}
            Form of the answer, in any letter case.
        index, sort : str or sequence of str, optional
            Columns to make the index of, in pandas only, and to sort by (ascending).

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
        wanted = check_format(format, index)
        found = self._rows(
            Call("ztf", "classifiers", list_classifiers.get_kwargs(), about="classifiers")
        )
        return ztf.CLASSIFIER.table(cast("list[rows.Classifier]", found), wanted, index, sort)

    @overload
    def query_classes(
        self,
        classifier_name: str,
        classifier_version: str,
        format: Literal["json"] = ...,
        index: Names | None = None,
        sort: Names | None = None,
    ) -> list[rows.ClassName]: ...

    @overload
    def query_classes(
        self,
        classifier_name: str,
        classifier_version: str,
        format: Literal["pandas"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> pd.DataFrame: ...

    @overload
    def query_classes(
        self,
        classifier_name: str,
        classifier_version: str,
        format: Literal["votable"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> Table: ...

    @overload
    def query_classes(
        self,
        classifier_name: str,
        classifier_version: str,
        format: Literal["csv"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> str: ...

    @overload
    def query_classes(
        self,
        classifier_name: str,
        classifier_version: str,
        format: Literal["models"],
        index: Names | None = None,
        sort: Names | None = None,
    ) -> list[models.ClassName]: ...

    @overload
    def query_classes(
        self,
        classifier_name: str,
        classifier_version: str,
        format: Format,
        index: Names | None = None,
        sort: Names | None = None,
    ) -> Tabular | list[rows.ClassName] | list[models.ClassName]: ...

    @overload
    @unlisted("format is one of pandas, votable, json, csv, models")
    def query_classes(
        self,
        classifier_name: str,
        classifier_version: str,
        format: LiteralString,
        index: Names | None = None,
        sort: Names | None = None,
    ) -> Tabular | list[rows.ClassName] | list[models.ClassName]: ...

    @overload
    def query_classes(
        self,
        classifier_name: str,
        classifier_version: str,
        format: str,
        index: Names | None = None,
        sort: Names | None = None,
    ) -> Tabular | list[rows.ClassName] | list[models.ClassName]: ...

    def query_classes(
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
        >>> classes = client.query_classes("lc_classifier", "hierarchical_random_forest_1.0.0")
        >>> classes[0]["name"]
        'SNIa'

        """
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
        return ztf.CLASS_NAME.table(cast("list[rows.ClassName]", found), wanted, index, sort)

    def _feature(
        self, oid: str, name: str, fid: Integer | None, version: str | None
    ) -> list[rows.Feature]:
        if name in (".", "..") or "/" in name:
            # There are such names (Power_rate_1/2), and the service has no route to them.
            features = cast("list[rows.Feature]", self._rows(_features(oid, fid, version)))
            return [row for row in features if row.get("name") == name]
        segment = checks.path_segment("name", name)
        request = list_feature.get_kwargs(
            oid=oid,
            name=segment,
            fid=_fid(fid),
            version=_given("version", version),
        )
        call = Call("ztf", "single_feature", request, (oid, segment), f"object {oid}")
        return cast("list[rows.Feature]", self._rows(call))


def _features(oid: str, fid: Integer | None, version: str | None) -> Call:
    request = list_features.get_kwargs(oid=oid, fid=_fid(fid), version=_given("version", version))
    return about(oid, "features", request)


def _given(name: str, value: str | None) -> str | None:
    return None if value is None else checks.text(name, value)


def _fid(value: Integer | None) -> int | None:
    return None if value is None else checks.integer("fid", value)
