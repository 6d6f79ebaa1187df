from typing import Literal, cast

OrderBy = Literal[
    "class_name",
    "classifier_name",
    "classifier_version",
    "deltajd",
    "firstmjd",
    "g_r_max",
    "g_r_max_corr",
    "g_r_mean",
    "g_r_mean_corr",
    "lastmjd",
    "meandec",
    "meanra",
    "ndet",
    "oid",
    "probability",
    "ranking",
    "sigmadec",
    "sigmara",
]

ORDER_BY_VALUES: set[OrderBy] = {
    "class_name",
    "classifier_name",
    "classifier_version",
    "deltajd",
    "firstmjd",
    "g_r_max",
    "g_r_max_corr",
    "g_r_mean",
    "g_r_mean_corr",
    "lastmjd",
    "meandec",
    "meanra",
    "ndet",
    "oid",
    "probability",
    "ranking",
    "sigmadec",
    "sigmara",
}


def check_order_by(value: str) -> OrderBy:
    """Return the value unchecked, since a service may send more values than its contract lists."""
    return cast(OrderBy, value)
