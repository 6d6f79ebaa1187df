"""Types that no argument has, by which a checker's message names a wrong argument.

The overloads that ``scripts/derive`` writes use them. A checker that finds no overload for
a call reports the overloads, and seldom the argument that is wrong, unless a wrong argument
gets as far as the check of types:

- A misspelt keyword fits every overload as an extra item of the type `NoSuchArgument`,
  which it then is not.
- mypy reports an argument by name where the argument looks acceptable once the parameters
  of generic types are left out. `Refused` is a generic protocol for mypy that looks
  acceptable for everything and is acceptable for nothing. To pyright and ty it is
  ``Never``, which adds nothing to a union.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import TypedDict

    MYPY = False  # mypy takes a variable of this name to be true

    if MYPY:
        from alerce.arguments.nothing import Refused
    else:
        from typing import Never as Refused

    class NoSuchArgument:
        """No value is one."""

    class NoOther(TypedDict, extra_items=NoSuchArgument):  # type: ignore[call-arg] # mypy does not know extra items
        """The further keywords of a method that has none."""

    __all__ = ["NoOther", "NoSuchArgument", "Refused"]
