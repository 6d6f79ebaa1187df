from typing import Literal, cast

NotFinite = Literal["infinity", "null"]

NOT_FINITE_VALUES: set[NotFinite] = {
    "infinity",
    "null",
}


def check_not_finite(value: str) -> NotFinite:
    """Return the value unchecked, since a service may send more values than its contract lists."""
    return cast(NotFinite, value)
