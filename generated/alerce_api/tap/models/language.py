from typing import Literal, cast

Language = Literal["ADQL", "ADQL-2.0", "ADQL-2.1"]

LANGUAGE_VALUES: set[Language] = {
    "ADQL",
    "ADQL-2.0",
    "ADQL-2.1",
}


def check_language(value: str) -> Language:
    """Return the value unchecked, since a service may send more values than its contract lists."""
    return cast(Language, value)
