from typing import Literal, cast

StampFormat = Literal["fits", "png"]

STAMP_FORMAT_VALUES: set[StampFormat] = {
    "fits",
    "png",
}


def check_stamp_format(value: str) -> StampFormat:
    """Return the value unchecked, since a service may send more values than its contract lists."""
    return cast(StampFormat, value)
