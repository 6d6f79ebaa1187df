"""The shared client, under the name that the generated modules import."""

from ..client import AuthenticatedClient, Client

__all__ = ["AuthenticatedClient", "Client"]
