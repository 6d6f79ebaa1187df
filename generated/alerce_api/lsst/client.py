"""The shared client, where the generated modules look for it."""

from ..client import AuthenticatedClient, Client

__all__ = ["AuthenticatedClient", "Client"]
