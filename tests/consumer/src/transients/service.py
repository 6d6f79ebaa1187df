"""A service over a client that is given to it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd
from astropy.table import Table

from alerce import Alerce, AsyncAlerce
from alerce.exceptions import ObjectNotFoundError
from alerce.types import Detection, Format, ListedObject, ObjectFilters, OrderBy


@dataclass(frozen=True, slots=True)
class Candidate:
    """A supernova candidate."""

    oid: str
    probability: float
    peak_magnitude: float | None


class Candidates:
    """Supernova candidates, asked of a client."""

    def __init__(self, client: Alerce) -> None:
        self._client = client

    def page(self, number: int = 1, order_by: OrderBy = "probability") -> list[Candidate]:
        """Return one page of candidates with the magnitude at their peak."""
        page = self._client.query_objects("json", **filters(number, order_by))
        detections = self._client.query_detections([each["oid"] for each in page["items"]])
        return [candidate(each, detections[each["oid"]]) for each in page["items"]]

    def light_curve(self, oid: str) -> pd.DataFrame:
        """Return the detections of an object by time."""
        return self._client.query_detections(oid, format="pandas", sort="mjd")

    def table(self, oid: str) -> Table:
        """Return the detections of an object as an astropy Table."""
        return self._client.query_detections(oid, format="votable")

    def known(self, oid: str) -> bool:
        """Tell whether the broker knows an object."""
        try:
            self._client.query_object(oid)
        except ObjectNotFoundError:
            return False
        return True

    def text(self, oid: str, form: Format) -> str:
        """Return an object in a format that the caller chooses."""
        return str(self._client.query_object(oid, form))


class AsyncCandidates:
    """The same of an asynchronous client."""

    def __init__(self, client: AsyncAlerce) -> None:
        self._client = client

    async def page(self, number: int = 1, order_by: OrderBy = "probability") -> list[Candidate]:
        """Return one page of candidates with the magnitude at their peak."""
        page = await self._client.query_objects("json", **filters(number, order_by))
        detections = await asyncio.gather(
            *(self._client.query_detections(each["oid"]) for each in page["items"])
        )
        return [candidate(*each) for each in zip(page["items"], detections, strict=True)]


def filters(number: int, order_by: OrderBy) -> ObjectFilters:
    """Return what a page of candidates is asked with."""
    return {
        "classifier": "lc_classifier",
        "class_name": "SNIa",
        "order_by": order_by,
        "order_mode": "DESC",
        "page": number,
        "page_size": 3,
    }


def candidate(listed: ListedObject, detections: Iterable[Detection]) -> Candidate:
    """Return a candidate from its row and its detections."""
    magnitudes = [each["magpsf"] for each in detections]
    return Candidate(listed["oid"], listed["probability"] or 0.0, min(magnitudes, default=None))
