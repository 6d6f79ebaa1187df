"""The mark on overloads that take the literals which no other overload took.

By it type checkers refuse ``format="excel"``, while a variable of type ``str``
gives the union. To mypy ``LiteralString`` is ``str`` and the mark would be on
both; it sees none, and `alerce.mypy_plugin` refuses the literals.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

FunctionT = TypeVar("FunctionT")
MYPY = False  # mypy takes a variable of this name to be true


def unmarked(_message: str) -> Callable[[FunctionT], FunctionT]:
    """Return what leaves a function as it is."""
    return lambda function: function


if MYPY or not TYPE_CHECKING:
    from alerce.unlisted import unmarked as unlisted
else:
    from typing_extensions import deprecated as unlisted

__all__ = ["unlisted", "unmarked"]
