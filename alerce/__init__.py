"""Typed Python SDK for the ALeRCE astronomical alert broker."""

from importlib.metadata import version

from alerce._async.client import AsyncAlerce
from alerce._sync.client import Alerce

__all__ = ["Alerce", "AsyncAlerce", "__version__"]

__version__ = version("alerce")
