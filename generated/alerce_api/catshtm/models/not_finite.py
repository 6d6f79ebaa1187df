from typing import Literal, cast

NotFinite = Literal["infinity", "null"]

NOT_FINITE_VALUES: set[NotFinite] = {
    "infinity",
    "null",
}


def check_not_finite(value: str) -> NotFinite:
    """Take the value as it is: a service may know more of them than its contract."""
    return cast(NotFinite, value)
