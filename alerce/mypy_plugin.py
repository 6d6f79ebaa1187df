"""Makes mypy refuse a format that does not exist: ``plugins = ["alerce.mypy_plugin"]``.

Other type checkers refuse ``format="excel"`` by an overload that takes a
``LiteralString``. mypy has no type that fits a variable of type ``str`` and not
a literal, so that it needs to be told. The formats are those of the method's
own overloads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from mypy.errorcodes import CALL_OVERLOAD
from mypy.nodes import TypeInfo
from mypy.plugin import MethodContext, Plugin
from mypy.types import (
    CallableType,
    Instance,
    LiteralType,
    Overloaded,
    Type,
    flatten_nested_unions,
    get_proper_type,
)

ARGUMENT: Final = "format"
BASES: Final = ("alerce._async.service.AsyncService", "alerce._sync.service.Service")


class FormatPlugin(Plugin):
    """Looks at the argument `format` of the calls of a client."""

    def get_method_hook(self, fullname: str) -> Callable[[MethodContext], Type] | None:
        """Return what checks the calls of a method, for those of a client that have formats."""
        class_name, _, method = fullname.rpartition(".")
        defined = self.lookup_fully_qualified(class_name)
        if defined is None or not isinstance(defined.node, TypeInfo):
            return None
        member = defined.node.get(method)
        if member is None or not any(defined.node.has_base(base) for base in BASES):
            return None
        known = formats(get_proper_type(member.type))
        if not known:
            return None

        def check(context: MethodContext) -> Type:
            refuse_others(context, known)
            return context.default_return_type

        return check


def formats(signature: object) -> list[str]:
    """Return the literals that the overloads of a method take for the format."""
    items = signature.items if isinstance(signature, Overloaded) else []
    return list(dict.fromkeys(text for item in items for text in accepted(item)))


def accepted(signature: CallableType) -> Iterator[str]:
    """Yield the literals that one signature takes for the format."""
    argument = signature.argument_by_name(ARGUMENT)
    if argument is not None:
        yield from literals(argument.typ)


def literals(given: Type) -> Iterator[str]:
    """Yield the texts that a type is, where it says which."""
    for each in flatten_nested_unions([given]):
        item = get_proper_type(each)
        if isinstance(item, Instance) and item.last_known_value is not None:
            item = item.last_known_value
        if isinstance(item, LiteralType) and isinstance(item.value, str):
            yield item.value


def refuse_others(context: MethodContext, known: list[str]) -> None:
    """Report each literal that is not a known format."""
    for name, types, arguments in zip(
        context.callee_arg_names, context.arg_types, context.args, strict=True
    ):
        if name != ARGUMENT:
            continue
        for given, argument in zip(types, arguments, strict=True):
            for text in literals(given):
                if text not in known:
                    context.api.fail(
                        f"format is one of {', '.join(known)}, not {text!r}",
                        argument,
                        code=CALL_OVERLOAD,
                    )


def plugin(_version: str) -> type[Plugin]:
    """Return the plugin, as mypy asks for it."""
    return FormatPlugin
