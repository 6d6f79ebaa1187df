from typing import Literal, cast

TablesDetail = Literal["max", "min"]

TABLES_DETAIL_VALUES: set[TablesDetail] = {
    "max",
    "min",
}


def check_tables_detail(value: str) -> TablesDetail:
    """Return the value unchecked, since a service may send more values than its contract lists."""
    return cast(TablesDetail, value)
