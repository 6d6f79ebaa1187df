"""Typed Python SDK for the ALeRCE astronomical alert broker.

What is here is imported when it is first asked for, so that a program which
has the package, and pytest which loads its fixtures, do not wait for it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alerce._async.client import AsyncAlerce
    from alerce._sync.client import Alerce

    __version__: str
else:

    def __getattr__(name):
        from importlib import import_module, util

        # Each face is loaded by itself: few programs need both.
        faces = {"Alerce": "alerce._sync.client", "AsyncAlerce": "alerce._async.client"}
        if name in faces:
            found = getattr(import_module(faces[name]), name)
        elif name == "__version__":
            found = import_module("importlib.metadata").version("alerce")
        elif not name.startswith("_") and util.find_spec(f"alerce.{name}"):
            return import_module(f"alerce.{name}")
        else:
            raise AttributeError(f"module 'alerce' has no attribute {name!r}")
        globals()[name] = found
        return found


__all__ = ["Alerce", "AsyncAlerce", "__version__"]
