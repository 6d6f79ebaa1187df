from typing import Literal, cast

StampType = Literal["cutoutDifference", "cutoutScience", "cutoutTemplate"]

STAMP_TYPE_VALUES: set[StampType] = {
    "cutoutDifference",
    "cutoutScience",
    "cutoutTemplate",
}


def check_stamp_type(value: str) -> StampType:
    """Take the value as it is: a service may know more of them than its contract."""
    return cast(StampType, value)
