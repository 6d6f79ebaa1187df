from typing import Literal, cast

StampType = Literal["difference", "science", "template"]

STAMP_TYPE_VALUES: set[StampType] = {
    "difference",
    "science",
    "template",
}


def check_stamp_type(value: str) -> StampType:
    """Take the value as it is: a service may know more of them than its contract."""
    return cast(StampType, value)
