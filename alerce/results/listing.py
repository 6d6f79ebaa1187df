"""What becomes of the rows of a list of objects before they are handed out."""

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
Placed: TypeAlias = "tuple[int, ListedObject]"
VersionKey: TypeAlias = tuple[tuple[int, str], ...]


def at_position(index: int, page: ObjectsPage) -> ObjectsPage:
    """Return a page whose rows say which of several positions they are about."""
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


def by_oid(items: Iterable[ListedObject]) -> dict[str, list[Placed]]:
    """Return the rows of each object, each with its place among all."""
    found: dict[str, list[Placed]] = {}
    for place, row in enumerate(items):
        found.setdefault(row["oid"], []).append((place, row))
    return found


def in_order(several: Mapping[str, Iterable[Placed]]) -> list[ListedObject]:
    """Return the rows of several objects in the order of their places."""
    placed = itertools.chain.from_iterable(several.values())
    return [row for _, row in sorted(placed, key=operator.itemgetter(0))]


def repeated(items: Items) -> list[str]:
    """Return the objects that are on several rows about one classifier."""
    counts = Counter(_abouts(items))
    return list(dict.fromkeys(oid for (_, oid, _), count in counts.items() if count > 1))


def latest(
    items: Sequence[ListedObject], versions: Mapping[str, Sequence[Probability]]
) -> list[ListedObject]:
    """Return the rows, but of each object and classifier only that of its latest version.

    The rows of a list do not name the version: it is that of the object's
    probability of the same class.
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
        known = best.get(_about(row))
        if known is None or key > known[0]:
            best[_about(row)] = key, place
    return [items[place] for place in sorted(place for _, place in best.values())]


def version_key(version: str) -> VersionKey:
    """Return what versions are ordered by: their numbers as numbers, their words as words."""
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
    """Warn if there are no rows but for an empty list, or several about an object and classifier."""
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


def _abouts(items: Items) -> Iterable[tuple[object, str, str]]:
    if not isinstance(items, Cells):
        return map(_about, items)
    texts = (map(_text, items.of(name)) for name in ("oid", "classifier"))
    return zip(items.of(INPUT_INDEX.name), *texts, strict=True)


def _about(row: ListedObject) -> tuple[object, str, str]:
    return row.get(INPUT_INDEX.name), _text(row.get("oid")), _text(row.get("classifier"))


def _text(value: object) -> str:
    """Return what can be looked up, whatever a service has sent."""
    return value if isinstance(value, str) else ""
