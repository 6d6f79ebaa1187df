"""Types of rows as the JSON parser returns them, named as the contract's schemas.

A row can hold more keys than its type has.
"""

from typing import Any, Literal

from typing_extensions import NotRequired, TypedDict

Language = Literal["ADQL", "ADQL-2.0", "ADQL-2.1"]
"""Language of a query. Its case counts."""

ResponseFormat = Literal[
    "json", "csv", "csv_bare", "tsv", "txt", "votable", "votable/td", "votable/b2", "fits", "html"
]
"""Format of the rows. Only `json` loses nothing: `csv` and `tsv` do not mark a result that was
cut short, `csv` does not tell NULL from an empty text, `votable` does not tell NULL from NaN,
and both `votable` and `fits` replace letters beyond ASCII.
"""

TablesDetail = Literal["min", "max"]
"""How much is told of the tables; `min` leaves their columns out."""

Phase = Literal["PENDING", "QUEUED", "EXECUTING", "COMPLETED", "ERROR", "ABORTED"]
"""State of a job."""


class Query(TypedDict):
    """A query."""

    LANG: Language
    """See its type."""
    QUERY: str
    """The ADQL text."""
    RESPONSEFORMAT: NotRequired[ResponseFormat]
    """See its type."""
    MAXREC: NotRequired[int]
    """Greatest number of rows, 20,000 unless given. A result of exactly so many rows is marked
    as cut short, even if it is complete.
    """


class QueryWithUploads(TypedDict):
    """A query on uploaded tables, each a VOTable in its own part, which has a file name. The
    encodings TABLEDATA and BINARY2 work; a table without rows is refused.
    """

    LANG: Language
    """See its type."""
    QUERY: str
    """The ADQL text, in which an uploaded table is `tap_upload.NAME`."""
    UPLOAD: str
    """Names of the tables and of the parts that hold them, as `NAME,param:PART;NAME,param:PART`."""
    RESPONSEFORMAT: NotRequired[ResponseFormat]
    """See its type."""
    MAXREC: NotRequired[int]
    """Greatest number of rows, 20,000 unless given. A result of exactly so many rows is marked
    as cut short, even if it is complete.
    """


JobAction = Literal["RUN", "ABORT"]
"""What a job is to do."""


class PhaseChange(TypedDict):
    """What a job is to do."""

    PHASE: JobAction
    """See its type."""


class ParameterChange(TypedDict):
    """Parameters of a job to change; those left out stay as they are."""

    QUERY: NotRequired[str]
    """The ADQL text."""
    RESPONSEFORMAT: NotRequired[ResponseFormat]
    """See its type."""
    MAXREC: NotRequired[int]
    """Greatest number of rows."""


class DestructionChange(TypedDict):
    """When the server is to delete a job."""

    DESTRUCTION: str
    """The time in UTC, as `2026-12-24T00:00:00Z`."""


class ExecutionDurationChange(TypedDict):
    """How long a job may run."""

    EXECUTIONDURATION: int
    """Greatest number of seconds."""


class ResultColumn(TypedDict):
    """A column of a result."""

    name: str
    """Name; a random one for an expression without an alias."""
    dbtype: NotRequired[str | None]
    """Type in the database."""
    xtype: NotRequired[str | None]
    """What a text means, such as `timestamp`."""
    datatype: str
    """Type in VOTables, such as `long` or `char`."""
    arraysize: NotRequired[str | None]
    """Size in VOTables; `*` for texts."""
    ucd: NotRequired[str | None]
    """UCD1+ of the values."""
    utype: NotRequired[str | None]
    """Role in a data model."""
    unit: NotRequired[str | None]
    """Unit in VOUnit syntax; empty where there is none."""
    description: NotRequired[str | None]
    """The column in words."""
    id: NotRequired[str | None]
    """Identifier in the document."""
    ref: NotRequired[str | None]
    """Identifier of what the column refers to."""


class ResultTable(TypedDict):
    """Rows and their columns. A value can be a bare NaN or Infinity."""

    contains: NotRequired[str]
    """The word `table`."""
    params: NotRequired[dict[str, Any]]
    """Parameters of the table; none that mean anything."""
    columns: list[ResultColumn]
    """The columns."""
    data: list[list[Any]]
    """The rows, each with a value for each column."""
    queryStatus: NotRequired[str]
    """The word `OVERFLOW` where as many rows came as were allowed; the last key."""
