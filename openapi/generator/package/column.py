"""The specification of a column of a table."""

from typing import Literal, NamedTuple


class Column(NamedTuple):
    """A column of a table, as its contract describes it.

    Attributes
    ----------
    name : str
        Key of the field in the JSON of an answer.
    dtype : {"int64", "float64", "bool", "str", "list"}
        The type of the values, which may be sent as another type.
    nullable : bool
        Whether a value can be null or its key absent.
    unit : str or None
        Unit in VOUnit syntax, None if the values have no dimension.
    ucd : str or None
        UCD1+ of the values, None if there is none.
    description : str
        The column in words, one line of at most 65 characters.
    """

    name: str
    dtype: Literal["int64", "float64", "bool", "str", "list"]
    nullable: bool
    unit: str | None
    ucd: str | None
    description: str
