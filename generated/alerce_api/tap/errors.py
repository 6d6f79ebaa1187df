"""The shared errors, under the name that the generated modules import."""

from ..errors import UnexpectedStatus

__all__ = ["UnexpectedStatus"]
