"""Rows as they come from the JSON parser, by the names of the contract's schemas.

A row can hold more keys than its type names.
"""

from typing_extensions import TypedDict


class Query(TypedDict):
    """A query."""

    query: str
    """The SQL text."""
