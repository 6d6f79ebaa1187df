"""Typed Python SDK for the ALeRCE astronomical alert broker.

Names are imported when they are first read, so that neither programs that only install the
package nor pytest, which loads its fixtures, wait for the import.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alerce._async.client import AsyncAlerce
    from alerce._sync.client import Alerce

    __version__: str
else:

    def __getattr__(name):
        from importlib import import_module, util

        # Each client is imported by itself, since few programs need both.
        clients = {"Alerce": "alerce._sync.client", "AsyncAlerce": "alerce._async.client"}
        if name in clients:
            found = getattr(import_module(clients[name]), name)
        elif name == "__version__":
            found = import_module("importlib.metadata").version("alerce")
        elif not name.startswith("_") and util.find_spec(f"alerce.{name}"):
            return import_module(f"alerce.{name}")
        else:
            raise AttributeError(f"module 'alerce' has no attribute {name!r}")
        globals()[name] = found
        return found


__all__ = ["Alerce", "AsyncAlerce", "__version__"]
