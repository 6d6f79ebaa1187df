"""The shared errors, where the generated modules look for them."""

from ..errors import UnexpectedStatus

__all__ = ["UnexpectedStatus"]
