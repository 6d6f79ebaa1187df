"""Columns of the tables, in the order of the contract."""

from ..column import Column

CATALOG_ENTRY: tuple[Column, ...] = (
    Column("name", "str", False, None, "meta.id;meta.main", "Name in requests."),
    Column("display_name", "str", False, None, "meta.id", "Name in answers."),
    Column(
        "default_radius",
        "float64",
        False,
        "arcsec",
        "phys.angSize",
        "Greatest distance of a cross-match that names none.",
    ),
    Column("ra", "str", False, None, "meta.id", "Name of the column of right ascensions."),
    Column("dec", "str", False, None, "meta.id", "Name of the column of declinations."),
)
"""Columns of `rows.CatalogEntry`."""
