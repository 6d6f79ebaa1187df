"""Rows as they come from the JSON parser, by the names of the contract's schemas.

A row can hold more keys than its type names.
"""

from typing import Any, Literal

from typing_extensions import NotRequired, TypedDict

Candidate = dict[str, Any]
"""The candidate's fields as the packet's own schema names them; its candid is a string."""

PreviousCandidate = dict[str, Any]
"""One earlier detection or upper limit, by the packet's own field names."""


class AlertInfo(TypedDict):
    """An alert packet without its cutouts. Floats can be NaN."""

    objectId: str
    """Object identifier."""
    candid: int
    """Identifier of the alert, beyond what a float64 can hold."""
    candidate: Candidate
    """See its type."""
    prv_candidates: NotRequired[list[PreviousCandidate] | None]
    """Up to 30 days of earlier detections and upper limits."""
    publisher: str
    """Who published the packet."""
    schemavsn: str
    """Version of the packet's schema."""


class Message(TypedDict):
    """An error in words."""

    message: str
    """What went wrong, sometimes with guesses at other routes."""


class ValidationFailure(TypedDict):
    """A missing or refused parameter."""

    message: str
    """What went wrong, in general."""
    errors: NotRequired[dict[str, str]]
    """What is wrong with each refused parameter, by its name."""


SurveyId = Literal["ztf", "atlas"]
"""Survey of the alert, `ztf` unless given."""

StampType = Literal["science", "template", "difference"]
"""Which of the three images, the new one, the reference or their difference."""

StampFormat = Literal["png", "fits"]
"""FITS, compressed with gzip, or a PNG picture."""
