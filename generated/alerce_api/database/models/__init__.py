"""The record classes of the service, imported when first used."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .query import Query
else:
    from importlib import import_module

    _MODULES = {
        "Query": ".query",
    }

    def __getattr__(name):
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_MODULES[name], __name__), name)


__all__ = ("Query",)
