"""The documented place of the client: ``from alerce.core import Alerce``."""

from alerce._async.client import AsyncAlerce
from alerce._sync.client import Alerce

__all__ = ["Alerce", "AsyncAlerce"]
