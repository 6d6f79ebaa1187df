from typing import Literal, cast

OrderMode = Literal["ASC", "DESC"]

ORDER_MODE_VALUES: set[OrderMode] = {
    "ASC",
    "DESC",
}


def check_order_mode(value: str) -> OrderMode:
    """Return the value unchecked, since a service may send more values than its contract lists."""
    return cast(OrderMode, value)
