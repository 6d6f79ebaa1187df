from typing import Literal, cast

StampType = Literal["cutoutDifference", "cutoutScience", "cutoutTemplate"]

STAMP_TYPE_VALUES: set[StampType] = {
    "cutoutDifference",
    "cutoutScience",
    "cutoutTemplate",
}


def check_stamp_type(value: str) -> StampType:
    """Return the value unchecked, since a service may send more values than its contract lists."""
    return cast(StampType, value)
