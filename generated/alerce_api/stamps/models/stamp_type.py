from typing import Literal, cast

StampType = Literal["difference", "science", "template"]

STAMP_TYPE_VALUES: set[StampType] = {
    "difference",
    "science",
    "template",
}


def check_stamp_type(value: str) -> StampType:
    """Return the value unchecked, since a service may send more values than its contract lists."""
    return cast(StampType, value)
