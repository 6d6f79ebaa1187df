"""The record classes of the service, imported when first used."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .catalog_entry import CatalogEntry
    from .catalog_match import CatalogMatch
    from .catalog_name import CatalogName
    from .cone_column import ConeColumn
    from .cone_search import ConeSearch
    from .cone_search_all import ConeSearchAll
    from .cone_table import ConeTable
    from .cross_match import CrossMatch
    from .match_field import MatchField
    from .not_finite import NotFinite
else:
    from importlib import import_module

    _MODULES = {
        "CatalogEntry": ".catalog_entry",
        "CatalogMatch": ".catalog_match",
        "CatalogName": ".catalog_name",
        "ConeColumn": ".cone_column",
        "ConeSearch": ".cone_search",
        "ConeSearchAll": ".cone_search_all",
        "ConeTable": ".cone_table",
        "CrossMatch": ".cross_match",
        "MatchField": ".match_field",
        "NotFinite": ".not_finite",
    }

    def __getattr__(name):
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_MODULES[name], __name__), name)


__all__ = (
    "CatalogEntry",
    "CatalogMatch",
    "CatalogName",
    "ConeColumn",
    "ConeSearch",
    "ConeSearchAll",
    "ConeTable",
    "CrossMatch",
    "MatchField",
    "NotFinite",
)
