from typing import Literal, cast

OrderMode = Literal["ASC", "DESC"]

ORDER_MODE_VALUES: set[OrderMode] = {
    "ASC",
    "DESC",
}


def check_order_mode(value: str) -> OrderMode:
    """Take the value as it is: a service may know more of them than its contract."""
    return cast(OrderMode, value)
