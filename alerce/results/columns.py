"""Columns that the client adds to those of the contracts."""

from __future__ import annotations

from typing import Final

from alerce_api.column import Column

OID: Final = Column("oid", "str", False, None, "meta.id;meta.main", "Object identifier")

INPUT_INDEX: Final = Column(
    "input_index", "int64", False, None, "meta.id.cross", "Which of the positions asked for, from 0"
)
