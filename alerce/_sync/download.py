"""Bringing what is known of many objects to disk."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Sized
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias, cast

from alerce_api.column import Column
from alerce_api.ztf import columns
from alerce_api.ztf.api.classification import list_features, list_probabilities
from alerce_api.ztf.api.photometry import list_detections, list_magstats, list_non_detections
from alerce_api.ztf.types import RequestKwargs

from alerce._lazy import pd
from alerce._sync.objects import Objects
from alerce._sync.photometry import Photometry
from alerce._sync.service import about
from alerce.arguments import checks, surveys
from alerce.arguments.checks import Integer, Many
from alerce.arguments.lsst import Identifier, identifier
from alerce.arguments.surveys import Survey
from alerce.bulk.outcomes import BulkResult, combine_valid, raise_or_note_failures
from alerce.bulk.parquet import Download, ParquetFolder, chunks
from alerce.bulk.progress import Bar
from alerce.decode.cells import Cells, Rows, stacked
from alerce.exceptions import APIError, ArgumentError, InvalidResponseError, ServerError
from alerce.http.concurrency import for_each, run_in_thread
from alerce.results import tables, ztf
from alerce.results.columns import OID
from alerce.results.kinds import ByOid, Kind

What: TypeAlias = Literal[
    "objects",
    "detections",
    "non_detections",
    "forced_photometry",
    "magstats",
    "probabilities",
    "features",
]
Found: TypeAlias = Mapping[str, Rows | Cells]
"""The rows of one object, by kind."""

COLUMNS: Final[Mapping[What, tuple[Column, ...]]] = {
    "objects": columns.OBJECT,
    "detections": (OID, *columns.DETECTION),
    "non_detections": (OID, *columns.NON_DETECTION),
    "forced_photometry": ztf.FORCED_PHOTOMETRY.columns,
    "magstats": (OID, *columns.MAGSTATS),
    "probabilities": (OID, *columns.PROBABILITY),
    "features": (OID, *columns.FEATURE),
}


@functools.cache
def lsst_columns() -> Mapping[What, tuple[Column, ...]]:
    """Return what can be downloaded of LSST, with its columns.

    The rows name their object, or get its identifier in front. A function, since few
    programs need LSST and its columns take time to load.
    """
    from alerce.results import lsst

    kinds: dict[What, Kind[Any, Any]] = {
        "objects": lsst.OBJECT,
        "detections": lsst.DETECTION,
        "forced_photometry": lsst.FORCED_PHOTOMETRY,
        "magstats": lsst.MAGSTATS,
        "probabilities": lsst.PROBABILITY,
    }
    return {
        what: kind.columns if lsst.OID in kind.columns else (lsst.OID, *kind.columns)
        for what, kind in kinds.items()
    }


BUILDERS: Final[Mapping[What, Callable[..., RequestKwargs]]] = {
    "detections": list_detections.get_kwargs,
    "non_detections": list_non_detections.get_kwargs,
    "magstats": list_magstats.get_kwargs,
    "probabilities": list_probabilities.get_kwargs,
    "features": list_features.get_kwargs,
}


class Downloading(Objects, Photometry):
    """The method of the client that writes files."""

    def download(
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
        named = surveys.named(survey)
        table = lsst_columns() if named == surveys.LSST else COLUMNS
        wanted = _checked(what, table)
        oids = cast("Iterable[str]", checks.column_of("oids", oids))
        size = checks.integer("objects_per_file", objects_per_file, minimum=1)
        if isinstance(oids, str):
            raise ArgumentError("expected several identifiers, not a text", about="oids")
        folder = run_in_thread(
            functools.partial(
                ParquetFolder,
                Path(to).expanduser(),
                wanted,
                None if named == surveys.DEFAULT else named,
            )
        )
        result = folder.download
        lost: dict[str, dict[What, APIError]] = {}

        def fetch(oid: str) -> Found:
            lacking = folder.lacking.get(oid, wanted)
            asked: list[What] = [kind for kind in wanted if kind in lacking]
            return self._everything(oid, asked, lost, named)

        total = len(oids) if isinstance(oids, Sized) else None
        bar = Bar(total, self._options.progress)
        try:
            for chunk in chunks(oids, size):
                several = _identifiers(chunk, named)
                new = folder.new(several)
                asked = new + [oid for oid in several if oid in folder.lacking]
                bar.advance(len(chunk) - len(asked))
                outcomes: BulkResult[Found] = BulkResult(asked, bar)
                with outcomes:
                    for_each(fetch, outcomes.oids, self._options.concurrency, outcomes.add)
                found = outcomes.by_oid()
                run_in_thread(functools.partial(_add, folder, found, wanted, lost, table))
                result.failures.update({oid: next(iter(lost[oid].values())) for oid in lost})
                result.failures.update(found.failures)
                lost.clear()
                if outcomes.service_down:
                    break
        finally:
            bar.close()
            folder.close()
        return raise_or_note_failures(result, dict(result.failures), self._options.errors)

    def _everything(
        self,
        oid: str,
        what: Sequence[What],
        lost: dict[str, dict[What, APIError]],
        survey: Survey,
    ) -> Found:
        """Return the rows of an object, of all kinds but those that are noted as lost.

        The service can fail on one kind of rows of an object whenever it is asked, for
        instance on its probabilities by a classifier that it does not list. The others
        are not to be lost with it.
        """
        found: dict[str, Any] = {}
        failed: dict[What, APIError] = {}
        for kind in what:
            try:
                if survey == surveys.LSST:
                    found[kind] = self._of_lsst(oid, kind)
                elif kind not in found:
                    found.update(self._kind(oid, kind, what))
            except (ServerError, InvalidResponseError) as error:
                failed[kind] = error
        if failed and not found:
            raise next(iter(failed.values()))
        if failed:
            lost[oid] = failed
        return cast(Found, found)

    def _kind(self, oid: str, kind: What, what: Sequence[What]) -> Mapping[str, Any]:
        """Return the rows of an object of one kind, and others that come in the same answer."""
        if kind == "objects":
            return {kind: [self._object(oid)]}
        if {"detections", "non_detections"} <= set(what) and kind.endswith("detections"):
            return self._light_curve_columns(oid)
        if kind == "forced_photometry":
            return {kind: self.query_forced_photometry(oid)}
        call = about(oid, kind, BUILDERS[kind](oid=oid))
        return {kind: self._columns(call, COLUMNS[kind])}

    def _of_lsst(self, oid: str, kind: What) -> object:
        """Return the rows of an object of LSST of one kind."""
        match kind:
            case "objects":
                return [self.lsst.query_object(oid)]
            case "magstats":
                return [self.lsst.query_magstats(oid)]
            case "forced_photometry":
                return self.lsst.query_forced_photometry(oid)
            case "probabilities":
                return self.lsst.query_probabilities(oid)
            case _:
                return self.lsst.query_detections(oid)


def _identifiers(oids: Iterable[object], survey: Survey) -> list[str]:
    """Return the identifiers of several objects of a survey, each once."""
    if survey != surveys.LSST:
        return checks.oids("oids", oids)
    return list(dict.fromkeys(identifier("oids", oid) for oid in oids))


def _checked(what: object, table: Mapping[What, tuple[Column, ...]]) -> list[What]:
    several = [what] if isinstance(what, str) else list(cast("Iterable[object]", what))
    known: tuple[What, ...] = tuple(table)
    checked: list[What] = [checks.choice("what", each, known) for each in several]
    if not checked:
        raise ArgumentError("name at least one kind of rows", about="what")
    return [kind for at, kind in enumerate(checked) if kind not in checked[:at]]


def _add(
    folder: ParquetFolder,
    found: ByOid[Found],
    what: Sequence[What],
    lost: Mapping[str, Collection[str]],
    table: Mapping[What, tuple[Column, ...]],
) -> None:
    """Add what was found to a folder; what does not fit becomes a failure."""
    frames = combine_valid(found, functools.partial(_frames, what=what, table=table))
    if found:
        folder.add(frames, list(found), lost)


def _frames(
    found: Mapping[str, Found],
    what: Sequence[What],
    table: Mapping[What, tuple[Column, ...]],
) -> dict[str, pd.DataFrame]:
    """Return what was found of several objects as a table of each kind."""
    return {
        kind: tables.to_pandas(
            stacked([(oid, each[kind]) for oid, each in found.items() if kind in each], OID.name),
            table[kind],
        )
        for kind in what
    }
