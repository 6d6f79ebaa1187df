"""Lists of objects that need several requests, and bookmarks of an iteration over pages."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from alerce.arguments.filters import AnyQuery, ObjectQuery
from alerce.exceptions import ArgumentError

if TYPE_CHECKING:
    from alerce_api.ztf.rows import ListedObject, ObjectsPage

QueryT = TypeVar("QueryT", bound=AnyQuery)

# More than about 230 identifiers overflow the service's request line.
MAX_OIDS: Final = 100
# An object has a row for each version of each classifier, a few tens at most. With this page
# size all rows of a request fit one page, since rows can move between pages.
LIST_PAGE_SIZE: Final = 10_000
DEFAULT_PAGE_SIZE: Final = 10
WALK_PAGE_SIZE: Final = 1000

# The names in the rows of the columns to order by, where they differ; None if the rows do not
# hold the column.
ROW_NAMES: Final[Mapping[str, str | None]] = {
    "class_name": "class",
    "classifier_name": "classifier",
    "classifier_version": None,
    "ranking": None,
}


@dataclass(frozen=True, slots=True)
class Bookmark:
    """The position of an iteration over a query's rows; as text it can be stored and resumed.

    Attributes
    ----------
    query : AnyQuery
        What is walked through.
    page : int
        The page of the next row, from 1.
    offset : int
        How many rows of that page came already.
    after : str, int or None
        The object whose rows reach into that page and came already.
    """

    query: AnyQuery
    page: int = 1
    offset: int = 0
    after: str | int | None = None

    def __str__(self) -> str:
        query = {
            field.name: value
            for field in dataclasses.fields(self.query)
            if (value := getattr(self.query, field.name)) is not None
        }
        place = {"page": self.page, "offset": self.offset, "after": self.after}
        return json.dumps({"query": query, **place}, separators=(",", ":"))

    @classmethod
    def parse(cls, text: object, query: type[AnyQuery] = ObjectQuery) -> Bookmark:
        """Return the bookmark of a walk through a kind of query, which was printed as a text.

        Raises
        ------
        ArgumentError
            The text is no bookmark.
        """
        if isinstance(text, Bookmark) and type(text.query) is query:
            return text
        try:
            value: dict[str, Any] = json.loads(cast(str, text))
            fields: dict[str, Any] = value["query"]
            if fields.get("oids") is not None:
                fields["oids"] = tuple(fields["oids"])
            page, offset, after = value["page"], value["offset"], value["after"]
            if type(page) is int and type(offset) is int and isinstance(after, str | int | None):
                return cls(query(**fields), page, offset, after)
        except (TypeError, ValueError, KeyError, AttributeError):
            pass
        raise ArgumentError(f"{text!r:.200} is no bookmark of iter_objects", about="resume")


def walk_of(query: QueryT) -> QueryT:
    """Return a query in the one order in which its pages neither repeat nor skip rows.

    Raises
    ------
    ArgumentError
        The query asks for a page, for another order or for a count.
    """
    for name, reason in (
        ("page", "a walk begins at the first page; go on from a bookmark with resume"),
        ("count", "a walk does not count; the service stops at 50001 anyway"),
    ):
        if getattr(query, name) is not None:
            raise ArgumentError(reason, about=name)
    if query.oids is not None:
        # The rows come in the order of the identifiers.
        return query
    if query.order_by not in (None, "oid"):
        raise ArgumentError(
            f"pages ordered by {query.order_by} repeat and skip rows; only oid is stable",
            about="order_by",
        )
    return query.replace(order_by="oid", page_size=query.page_size or WALK_PAGE_SIZE)


def page_of(items: list[ListedObject]) -> ObjectsPage:
    """Return all rows of a query as one page."""
    return {
        "total": len(items),
        "page": None,
        "next": None,
        "has_next": False,
        "prev": None,
        "has_prev": False,
        "items": items,
    }


def parts_of(query: QueryT, oids: Sequence[str]) -> list[QueryT]:
    """Return the queries that together ask for a list of objects.

    Raises
    ------
    ArgumentError
        The list needs several requests, and the rows do not hold the column to order by.
    """
    if len(oids) > MAX_OIDS and query.order_by and _row_name(query) is None:
        raise ArgumentError(
            f"more than {MAX_OIDS} objects cannot be ordered by {query.order_by}, "
            "which their rows do not hold",
            about="order_by",
        )
    return [
        query.replace(oids=tuple(oids[start : start + MAX_OIDS]), page_size=LIST_PAGE_SIZE)
        for start in range(0, len(oids), MAX_OIDS)
    ]


def whole(
    query: AnyQuery, oids: Sequence[str], parts: Sequence[Sequence[ListedObject]]
) -> ObjectsPage:
    """Return the rows of all parts as one page, or the requested page of them.

    Rows are in the order of the identifiers unless another order was requested.
    """
    items = [row for part in parts for row in part]
    if query.order_by is None:
        place = {oid: number for number, oid in enumerate(oids)}
        items.sort(key=lambda row: place.get(row["oid"], len(place)))
    elif len(parts) > 1:
        items = _sorted(items, cast(str, _row_name(query)), descending=query.order_mode == "DESC")
    page, next_page, previous_page = items, None, None
    if query.page or query.page_size:
        number, size = query.page or 1, query.page_size or DEFAULT_PAGE_SIZE
        page = items[(number - 1) * size : number * size]
        next_page = number + 1 if number * size < len(items) else None
        previous_page = number - 1 if number > 1 else None
    return {
        "total": len(items) if query.count else None,
        "page": None,
        "next": next_page,
        "has_next": next_page is not None,
        "prev": previous_page,
        "has_prev": previous_page is not None,
        "items": page,
    }


def _row_name(query: AnyQuery) -> str | None:
    column = query.order_by or ""
    return ROW_NAMES.get(column, column)


def _sorted(rows: list[ListedObject], name: str, *, descending: bool) -> list[ListedObject]:
    """Return the rows sorted as the service's database does: null is above all values."""

    def key(row: ListedObject) -> tuple[bool, object]:
        value = cast("Mapping[str, object]", row).get(name)
        return value is None or value != value, "" if value is None else value

    return sorted(rows, key=lambda row: cast("tuple[bool, str]", key(row)), reverse=descending)
