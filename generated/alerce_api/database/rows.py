"""Types of rows as the JSON parser returns them, named as the contract's schemas.

A row can hold more keys than its type has.
"""

from typing_extensions import TypedDict


class Query(TypedDict):
    """A query."""

    query: str
    """The SQL text."""
