"""The documented import of the client: ``from alerce.core import Alerce``."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alerce._async.client import AsyncAlerce
    from alerce._sync.client import Alerce
else:

    def __getattr__(name):
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        import alerce

        return getattr(alerce, name)


__all__ = ["Alerce", "AsyncAlerce"]
