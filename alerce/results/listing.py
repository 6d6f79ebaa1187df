"""The rows of a list of objects: joining, versions of classifiers, and warnings."""

from __future__ import annotations

import itertools
import operator
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias, cast

from alerce.decode.cells import Cells
from alerce.results.columns import INPUT_INDEX
from alerce.results.paging import DEFAULT_PAGE_SIZE
from alerce.warnings import CutResultWarning, EmptyResultWarning, RepeatedObjectsWarning, warn

if TYPE_CHECKING:
    from alerce_api.ztf.rows import ListedObject, ObjectsPage, Probability

    from alerce.arguments.filters import AnyQuery

Items: TypeAlias = "Sequence[ListedObject] | Cells"
IndexedRow: TypeAlias = "tuple[int, ListedObject]"
VersionKey: TypeAlias = tuple[tuple[int, str], ...]


def at_position(index: int, page: ObjectsPage) -> ObjectsPage:
    """Return a page whose rows hold the index of their position."""
    items = [cast("ListedObject", {INPUT_INDEX.name: index, **row}) for row in page["items"]]
    return {**page, "items": items}


def of_positions(pages: Iterable[ObjectsPage]) -> ObjectsPage:
    """Return the pages about several positions as one."""
    several = list(pages)
    totals = [page["total"] for page in several]
    known = [total for total in totals if total is not None]
    return {
        "total": sum(known) if known and len(known) == len(totals) else None,
        "page": None,
        "next": None,
        "has_next": any(page["has_next"] for page in several),
        "prev": None,
        "has_prev": False,
        "items": [row for page in several for row in page["items"]],
    }


def by_oid(items: Iterable[ListedObject]) -> dict[str, list[IndexedRow]]:
    """Return the rows of each object, each with its index among all."""
    found: dict[str, list[IndexedRow]] = {}
    for place, row in enumerate(items):
        found.setdefault(row["oid"], []).append((place, row))
    return found


def in_order(several: Mapping[str, Iterable[IndexedRow]]) -> list[ListedObject]:
    """Return the rows of several objects in the order of their indices."""
    placed = itertools.chain.from_iterable(several.values())
    return [row for _, row in sorted(placed, key=operator.itemgetter(0))]


def repeated(items: Items) -> list[str]:
    """Return the objects that are on several rows about one classifier."""
    counts = Counter(_object_keys(items))
    return list(dict.fromkeys(oid for (_, oid, _), count in counts.items() if count > 1))


def latest(
    items: Sequence[ListedObject], versions: Mapping[str, Sequence[Probability]]
) -> list[ListedObject]:
    """Return for each object and classifier only the row of the latest version.

    The rows of a list do not name the version. It is taken from the object's probability
    of the same classifier, class and value.
    """
    best: dict[tuple[object, str, str], tuple[VersionKey, int]] = {}
    for place, row in enumerate(items):
        key = max(
            (
                version_key(str(each.get("classifier_version")))
                for each in versions.get(_text(row.get("oid")), ())
                if each.get("classifier_name") == row.get("classifier")
                and each.get("class_name") == row.get("class")
                and each.get("probability") == row.get("probability")
            ),
            default=(),
        )
        known = best.get(_object_key(row))
        if known is None or key > known[0]:
            best[_object_key(row)] = key, place
    return [items[place] for place in sorted(place for _, place in best.values())]


def version_key(version: str) -> VersionKey:
    """Return a sort key of a version, which compares numbers as numbers and words as words."""
    return tuple(
        (int(part), "") if part.isdecimal() else (-1, part)
        for part in re.findall(r"\d+|[^\d.]+", version)
    )


def warn_of_cut(query: AnyQuery, page: ObjectsPage, number: int) -> None:
    """Warn if a page of so many rows may not be all that there is, and none was asked for."""
    chosen = query.page or query.page_size or query.oids is not None
    full = number >= DEFAULT_PAGE_SIZE
    if not chosen and full and (page["has_next"] or page["total"] is None):
        warn(
            f'these are the first {number} rows and there may be more: page="all" gets them all, '
            "iter_objects one after another, and page_size and page a part of them",
            CutResultWarning,
        )


def warn_of_rows(items: Items, asked: object = None) -> None:
    """Warn if there are no rows, or several of one object and classifier.

    An empty list of objects gives no warning.
    """
    if not len(items) and (
        asked is None or isinstance(asked, str) or any(True for _ in _iter(asked))
    ):
        warn("no object passes the filters", EmptyResultWarning)
    several = repeated(items)
    if several:
        more = f" and {len(several) - 1} more" if len(several) > 1 else ""
        warn(
            f"{several[0]}{more} on several rows, one a version of a classifier: "
            "latest_version=True keeps one",
            RepeatedObjectsWarning,
        )


def _iter(several: object) -> Iterable[object]:
    return cast("Iterable[object]", several)


def _object_keys(items: Items) -> Iterable[tuple[object, str, str]]:
    if not isinstance(items, Cells):
        return map(_object_key, items)
    texts = (map(_text, items.of(name)) for name in ("oid", "classifier"))
    return zip(items.of(INPUT_INDEX.name), *texts, strict=True)


def _object_key(row: ListedObject) -> tuple[object, str, str]:
    return row.get(INPUT_INDEX.name), _text(row.get("oid")), _text(row.get("classifier"))


def _text(value: object) -> str:
    """Return a text; empty if the service has sent something else, which may be unhashable."""
    return value if isinstance(value, str) else ""
