"""A folder of Parquet files, one for each part of a download, and a manifest of the parts.

::

    folder/
        manifest.jsonl                      a line for the download, then one for each part
        detections/part-000000.parquet      rows of some hundred objects, with a column oid
        detections/part-000001.parquet

Each file is written under a temporary name, which readers of data sets ignore, and
renamed when it is complete. A part is valid once its line is in the manifest: files
that a killed download left without a line are overwritten. A lock lets only one
download at a time write to a folder; it ends with the process that holds it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from alerce import _untyped
from alerce.exceptions import APIError, ArgumentError, ConfigError

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

MANIFEST: Final = "manifest.jsonl"
LOCK: Final = ".lock"
VERSION: Final = 1
DIGEST_BYTES: Final = 16

ItemT = TypeVar("ItemT")


@dataclass(slots=True)
class Download:
    """The result of a download.

    Attributes
    ----------
    folder : Path
        The folder of the download; ``folder / "detections"`` is one data set for pandas,
        pyarrow and Dask.
    objects : int
        Number of objects in the folder, including those of which a kind failed.
    rows : dict of str to int
        Number of rows in the folder, by kind.
    failures : dict of str to APIError
        Objects that failed entirely or for a kind of rows, and why; the same call made
        again retries them.
    """

    folder: Path
    objects: int = 0
    rows: dict[str, int] = field(default_factory=dict[str, int])
    failures: dict[str, APIError] = field(default_factory=dict[str, APIError])


class ParquetFolder:
    """The folder of one download.

    Parameters
    ----------
    folder : Path
        The folder; it is made if it does not exist.
    what : sequence of str
        The kinds of rows.
    survey : str, optional
        The survey of the objects, where it is not the default one.

    Raises
    ------
    ArgumentError
        The folder holds a download of other kinds, or another download writes to it.
    ConfigError
        pyarrow or filelock is not installed.
    """

    def __init__(self, folder: Path, what: Sequence[str], survey: str | None = None) -> None:
        import numpy as np

        try:
            self._pyarrow: Any = _untyped.module("pyarrow")
            self._parquet: Any = _untyped.module("pyarrow.parquet")
            import filelock
        except ImportError as error:
            raise ConfigError(
                f"a download needs the package {error.name}: pip install alerce[parquet]"
            ) from error
        self.download: Download = Download(folder, rows=dict.fromkeys(what, 0))
        self._what = list(what)
        self._survey = survey
        self.lacking: dict[str, set[str]] = {}
        """Kinds of rows that objects of the folder lack, because they failed."""
        self._parts = 0
        self._known: NDArray[np.bytes_] = np.empty(0, dtype=f"S{DIGEST_BYTES}")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ArgumentError(
                f"{str(folder)!r} cannot be made a folder: {error.strerror or error}", about="to"
            ) from error
        # The lock is released in another thread than the one that acquired it.
        self._lock = filelock.FileLock(folder / LOCK, timeout=0, thread_local=False)
        try:
            self._lock.acquire()
        except filelock.Timeout as error:
            raise ArgumentError(
                f"another download writes to {str(folder)!r}: wait for its end, or give a folder "
                "of its own",
                about="to",
            ) from error
        try:
            self._open()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Release the lock of the folder."""
        self._lock.release()

    def new(self, oids: Iterable[str]) -> list[str]:
        """Return the objects that are not in the folder yet, without duplicates."""
        import numpy as np

        several = list(dict.fromkeys(oids))
        if not several:
            return []
        known = np.isin(_digests(several), self._known)
        return [oid for oid, done in zip(several, known, strict=True) if not done]

    def add(
        self,
        frames: Mapping[str, pd.DataFrame],
        oids: Sequence[str],
        lost: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        """Write the rows of some objects as a part, which is valid only if all of it is written.

        Parameters
        ----------
        frames : mapping of str to DataFrame
            The rows of each kind.
        oids : sequence of str
            The objects; those that are already in the folder lacked a kind before.
        lost : mapping of str to collection of str, optional
            The kinds that failed, of objects for which other kinds did not.
        """
        import numpy as np

        name = f"part-{self._parts:06d}.parquet"
        for kind, frame in frames.items():
            self._write(self.download.folder / kind / name, frame)
        rows = {kind: len(frame) for kind, frame in frames.items()}
        lost = lost or {}
        new = [oid for oid in oids if oid not in self.lacking]
        # An object that is already in the folder without a kind gets an entry with what it
        # lacks now, which replaces the earlier entry.
        states = {
            oid: sorted(lost.get(oid, ())) for oid in oids if oid in lost or oid in self.lacking
        }
        line = {"part": name, "rows": rows, "oids": new}
        self._append({**line, "lacking": states} if states else line)
        self._known = np.union1d(self._known, _digests(new))
        self._count(rows, len(new))
        self._note_lacking(states)

    def _open(self) -> None:
        path = self.download.folder / MANIFEST
        head: dict[str, object] = {"alerce_download": VERSION, "what": self._what}
        if self._survey is not None:
            head["survey"] = self._survey
        for kind in self._what:
            (self.download.folder / kind).mkdir(parents=True, exist_ok=True)
        if not path.exists():
            self._replace(path, json.dumps(head).encode() + b"\n")
            return
        import numpy as np

        valid_bytes = 0
        digests: list[NDArray[np.bytes_]] = []
        with path.open("rb") as lines:
            for number, line in enumerate(lines):
                if not line.endswith(b"\n"):
                    # The download was killed while it wrote this line.
                    break
                value = self._line(line)
                if number == 0:
                    if value != head:
                        raise ArgumentError(
                            f"{str(self.download.folder)!r} holds another download: {value}",
                            about="to",
                        )
                else:
                    digests.append(_digests(cast("list[str]", value["oids"])))
                    self._count(cast("dict[str, int]", value["rows"]), len(digests[-1]))
                    self._note_lacking(cast("dict[str, list[str]]", value.get("lacking", {})))
                valid_bytes += len(line)
        os.truncate(path, valid_bytes)
        if digests:
            self._known = np.unique(np.concatenate(digests))

    def _line(self, line: bytes) -> dict[str, object]:
        try:
            value: object = json.loads(line)
        except ValueError:
            value = None
        if not isinstance(value, dict):
            raise ArgumentError(
                f"{str(self.download.folder / MANIFEST)!r} is not the manifest of a download",
                about="to",
            )
        return cast("dict[str, object]", value)

    def _count(self, rows: Mapping[str, int], objects: int) -> None:
        self._parts += 1
        self.download.objects += objects
        for kind, number in rows.items():
            self.download.rows[kind] += number

    def _note_lacking(self, states: Mapping[str, Collection[str]]) -> None:
        for oid, kinds in states.items():
            if kinds:
                self.lacking[oid] = set(kinds)
            else:
                self.lacking.pop(oid, None)

    def _write(self, path: Path, frame: pd.DataFrame) -> None:
        table = self._pyarrow.Table.from_pandas(frame, preserve_index=False)
        buffer = self._pyarrow.BufferOutputStream()
        self._parquet.write_table(table, buffer, compression="zstd")
        self._replace(path, buffer.getvalue())

    @staticmethod
    def _replace(path: Path, content: Any) -> None:
        # Readers of data sets ignore names that begin with a dot.
        temporary = path.with_name(f".{path.name}.new")
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)

    def _append(self, value: Mapping[str, object]) -> None:
        with (self.download.folder / MANIFEST).open("ab") as file:
            file.write(json.dumps(value, separators=(",", ":")).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())


def _digests(oids: Iterable[str]) -> NDArray[np.bytes_]:
    """Return a short digest of each identifier, which takes less memory than the identifier."""
    import hashlib

    import numpy as np

    digests = [
        hashlib.blake2b(oid.encode(), digest_size=DIGEST_BYTES // 2).hexdigest().encode()
        for oid in oids
    ]
    return np.array(digests, dtype=f"S{DIGEST_BYTES}")


def chunks(items: Iterable[ItemT], size: int) -> Iterator[list[ItemT]]:
    """Yield the items in lists of at most `size`, reading no further ahead than one list."""
    chunk: list[ItemT] = []
    for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
