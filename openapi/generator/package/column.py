"""What a contract says of one column of a table."""

from typing import Literal, NamedTuple


class Column(NamedTuple):
    """One column of a table.

    Attributes
    ----------
    name : str
        Key of the field on the wire.
    dtype : {"int64", "float64", "bool", "str", "list"}
        What the values mean, which is not always how they are sent.
    nullable : bool
        Whether a value can be null or its key absent.
    unit : str or None
        Unit in VOUnit syntax, None where the values have no dimension.
    ucd : str or None
        UCD1+ of the values, None where no word fits.
    description : str
        The column in words, one line of at most 65 characters.
    """

    name: str
    dtype: Literal["int64", "float64", "bool", "str", "list"]
    nullable: bool
    unit: str | None
    ucd: str | None
    description: str
