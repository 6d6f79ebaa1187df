"""A dict for a DataFrame's attrs, which costs nothing to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, Self


class ImmutableDict(dict[str, str]):
    """A dict that cannot be changed, so that a copy can be the dict itself.

    pandas makes a deep copy of ``attrs`` in each operation, which for a dict of some
    thousand entries takes longer than the operation. To change an entry, replace the dict:
    ``frame.attrs["units"] = {**frame.attrs["units"], "magpsf": "mag"}``.
    """

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[type[Self], tuple[dict[str, str]]]:
        # The default for a dict would set the entries one by one, which is refused.
        return type(self), (dict(self),)

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError(
            "the copies of a DataFrame share this dict: "
            "replace the whole, as in frame.attrs['units'] = {**frame.attrs['units'], ...}"
        )

    if not TYPE_CHECKING:  # the types of dict's methods differ from those of _refuse
        __setitem__ = __delitem__ = __ior__ = _refuse
        clear = pop = popitem = setdefault = update = _refuse
