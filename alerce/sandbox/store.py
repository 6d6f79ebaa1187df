"""The embedded database: ALeRCE's tables, filled once and then only read.

SQLite has no NaN: it stores one as NULL. PostgreSQL, behind the real service, has both, and both
reach the wire. A NaN is therefore kept here as the text ``NaN``, which SQLite sorts above every
number just as PostgreSQL does.
"""

import math
import sqlite3
import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Value: TypeAlias = int | float | str | bytes | None
Row: TypeAlias = tuple[Value, ...]

NAN = "NaN"

SCHEMA = """
CREATE TABLE object (
    oid TEXT PRIMARY KEY, ndethist TEXT, ncovhist INTEGER, mjdstarthist REAL, mjdendhist REAL,
    corrected BOOLEAN, stellar BOOLEAN, ndet INTEGER, g_r_max REAL, g_r_max_corr REAL,
    g_r_mean REAL, g_r_mean_corr REAL, firstmjd REAL, lastmjd REAL, deltajd REAL, meanra REAL,
    meandec REAL, sigmara REAL, sigmadec REAL, step_id_corr TEXT
);
CREATE TABLE detection (
    oid TEXT, mjd REAL, candid INTEGER PRIMARY KEY, fid INTEGER, pid INTEGER, diffmaglim REAL,
    isdiffpos INTEGER, nid INTEGER, distnr REAL, magpsf REAL, magpsf_corr REAL,
    magpsf_corr_ext REAL, magap REAL, magap_corr REAL, sigmapsf REAL, sigmapsf_corr REAL,
    sigmapsf_corr_ext REAL, sigmagap REAL, sigmagap_corr REAL, ra REAL, dec REAL, rb REAL,
    rbversion TEXT, drb REAL, magapbig REAL, sigmagapbig REAL, rfid INTEGER, has_stamp BOOLEAN,
    corrected BOOLEAN, dubious BOOLEAN, candid_alert INTEGER, step_id_corr TEXT, phase REAL,
    parent_candid INTEGER
);
CREATE TABLE non_detection (oid TEXT, mjd REAL, fid INTEGER, diffmaglim REAL);
CREATE TABLE magstat (
    oid TEXT, fid INTEGER, stellar BOOLEAN, corrected BOOLEAN, ndet INTEGER, ndubious INTEGER,
    magmean REAL, magmedian REAL, magmax REAL, magmin REAL, magsigma REAL, maglast REAL,
    magfirst REAL, firstmjd REAL, lastmjd REAL, step_id_corr TEXT
);
CREATE TABLE probability (
    oid TEXT, classifier_name TEXT, classifier_version TEXT, class_name TEXT, probability REAL,
    ranking INTEGER
);
CREATE TABLE taxonomy (classifier_name TEXT, classifier_version TEXT, classes TEXT);
CREATE TABLE feature (oid TEXT, name TEXT, value REAL, fid INTEGER, version TEXT);
CREATE TABLE catalog_source (catalog TEXT, ra REAL, dec REAL, row TEXT);
CREATE TABLE scene (oid TEXT PRIMARY KEY, description TEXT);
CREATE TABLE packet (candid INTEGER PRIMARY KEY, oid TEXT, content BLOB);
"""

INDEXES = """
CREATE INDEX detection_oid ON detection (oid, mjd);
CREATE INDEX non_detection_oid ON non_detection (oid, mjd);
CREATE INDEX magstat_oid ON magstat (oid, fid);
CREATE INDEX probability_oid ON probability (oid);
CREATE INDEX feature_oid ON feature (oid, name);
CREATE INDEX catalog_source_dec ON catalog_source (catalog, dec);
"""

INSERTS: Mapping[str, str] = {
    "object": "INSERT INTO object VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    "detection": "INSERT INTO detection VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    "non_detection": "INSERT INTO non_detection VALUES (?,?,?,?)",
    "magstat": "INSERT INTO magstat VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    "probability": "INSERT INTO probability VALUES (?,?,?,?,?,?)",
    "taxonomy": "INSERT INTO taxonomy VALUES (?,?,?)",
    "feature": "INSERT INTO feature VALUES (?,?,?,?,?)",
    "catalog_source": "INSERT INTO catalog_source VALUES (?,?,?,?)",
    "scene": "INSERT INTO scene VALUES (?,?)",
    "packet": "INSERT INTO packet VALUES (?,?,?)",
}

# What a user of send_query may read: ALeRCE's own tables, not the sandbox's bookkeeping.
PUBLIC_TABLES = frozenset(
    {
        "object",
        "detection",
        "non_detection",
        "magstat",
        "probability",
        "taxonomy",
        "feature",
        "sqlite_master",
    }
)

BOOLEANS = frozenset({"corrected", "stellar", "has_stamp", "dubious"})

QUERY_SECONDS = 10.0


def _no_rows() -> list[Row]:
    return []


@dataclass
class Dataset:
    """Everything a sandbox serves, as rows of the tables in `SCHEMA`."""

    label: str
    object: list[Row] = field(default_factory=_no_rows)
    detection: list[Row] = field(default_factory=_no_rows)
    non_detection: list[Row] = field(default_factory=_no_rows)
    magstat: list[Row] = field(default_factory=_no_rows)
    probability: list[Row] = field(default_factory=_no_rows)
    taxonomy: list[Row] = field(default_factory=_no_rows)
    feature: list[Row] = field(default_factory=_no_rows)
    catalog_source: list[Row] = field(default_factory=_no_rows)
    scene: list[Row] = field(default_factory=_no_rows)
    packet: list[Row] = field(default_factory=_no_rows)

    def tables(self) -> Iterable[tuple[str, list[Row]]]:
        """Each table's name with its rows."""
        for name in INSERTS:
            rows: list[Row] = getattr(self, name)
            yield name, rows


def separation(ra1: float, dec1: float, ra2: float, dec2: float) -> float:
    """Great-circle distance in degrees, by haversines: exact for small angles."""
    a1, d1, a2, d2 = (math.radians(angle) for angle in (ra1, dec1, ra2, dec2))
    half = math.sin((d1 - d2) / 2) ** 2 + math.cos(d1) * math.cos(d2) * math.sin((a1 - a2) / 2) ** 2
    return math.degrees(2 * math.asin(math.sqrt(min(1.0, max(0.0, half)))))


def encode(value: float | None) -> float | str | None:
    """Return what stands for `value` in the database (see the module's note on NaN)."""
    return NAN if value is not None and math.isnan(value) else value


def decode(column: str, value: Value) -> Value:
    """Turn a stored value into the one JSON shall carry."""
    if value == NAN:
        return math.nan
    if column in BOOLEANS and value is not None:
        return bool(value)
    return value


class Store:
    """A filled, read-only database.

    Parameters
    ----------
    snapshot : bytes
        The database file as `snapshot` makes it, so that many sandboxes of one process share the
        cost of making the data.
    label : str
        What the data are: ``synthetic`` or ``alerts``.
    """

    def __init__(self, snapshot: bytes, label: str) -> None:
        self.label = label
        self._lock = threading.Lock()
        self._trusted = self._open(snapshot)
        self._public = self._open(snapshot)
        self._public.set_authorizer(_only_reading)

    @staticmethod
    def _open(snapshot: bytes) -> sqlite3.Connection:
        # One connection serves the server's thread and is closed from the caller's.
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        connection.deserialize(snapshot)
        connection.create_function("separation", 4, separation, deterministic=True)
        connection.execute("PRAGMA query_only = ON")
        return connection

    @staticmethod
    def snapshot(data: Dataset) -> bytes:
        """Write `data` into a new database and return its bytes."""
        connection = sqlite3.connect(":memory:")
        try:
            connection.executescript(SCHEMA)
            for name, rows in data.tables():
                connection.executemany(INSERTS[name], rows)
            connection.executescript(INDEXES)
            connection.commit()
            return connection.serialize()
        finally:
            connection.close()

    def close(self) -> None:
        """Close both connections."""
        with self._lock:
            self._trusted.close()
            self._public.close()

    def rows(
        self, sql: str, parameters: Mapping[str, Value] | None = None
    ) -> list[dict[str, Value]]:
        """Run one of the services' own queries; each row as a dictionary fit for JSON."""
        with self._lock:
            cursor = self._trusted.execute(sql, parameters or {})
            names = [column[0] for column in cursor.description]
            return [
                {name: decode(name, value) for name, value in zip(names, row, strict=True)}
                for row in cursor
            ]

    def query(self, sql: str) -> tuple[list[str], list[Row]]:
        """Run a user's SQL text, reading only; column names may repeat.

        Raises
        ------
        sqlite3.Error
            With the database's own message, for anything but a good SELECT.
        """
        deadline = time.monotonic() + QUERY_SECONDS
        with self._lock:
            self._public.set_progress_handler(lambda: time.monotonic() > deadline, 100_000)
            cursor = self._public.execute(sql)
            names = [column[0] for column in cursor.description or ()]
            rows: list[Row] = [
                tuple(decode(name, value) for name, value in zip(names, row, strict=True))
                for row in cursor
            ]
        return names, rows


def _only_reading(
    action: int, first: str | None, _second: str | None, _database: str | None, _by: str | None
) -> int:
    if action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE):
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_READ and (first or "") in PUBLIC_TABLES | {""}:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY
