from typing import Literal, cast

StampFormat = Literal["fits", "png"]

STAMP_FORMAT_VALUES: set[StampFormat] = {
    "fits",
    "png",
}


def check_stamp_format(value: str) -> StampFormat:
    """Take the value as it is: a service may know more of them than its contract."""
    return cast(StampFormat, value)
