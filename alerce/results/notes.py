"""What is said of a table as a whole, in a form that costs nothing to carry along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, Self


class Notes(dict[str, str]):
    """A dict that does not change, so that its copies can be itself.

    pandas makes a deep copy of ``attrs`` at each step, which for a dict of some
    thousand entries takes longer than the step. To change an entry, replace the whole:
    ``frame.attrs["units"] = {**frame.attrs["units"], "magpsf": "mag"}``.
    """

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[type[Self], tuple[dict[str, str]]]:
        # Unpickled as a dict is, it would be filled entry by entry.
        return type(self), (dict(self),)

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError(
            "the copies of a DataFrame share this dict: "
            "replace the whole, as in frame.attrs['units'] = {**frame.attrs['units'], ...}"
        )

    if not TYPE_CHECKING:  # dict has them with types of their own
        __setitem__ = __delitem__ = __ior__ = _refuse
        clear = pop = popitem = setdefault = update = _refuse
