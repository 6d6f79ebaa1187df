"""Error messages for attributes that a light curve has only in another format or version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

FRAME_ATTRIBUTES: Final = frozenset(
    {
        *("iloc", "loc", "iat", "at", "columns", "index", "shape", "head", "iterrows"),
        *("itertuples", "to_dict", "explode", "apply", "T"),
    }
)
"""Attributes that programs for version 2 use of its DataFrame of one row."""


class UnquotedText(str):
    """A text that KeyError shows as it is; a str would be shown with quotes and escapes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


class ListLightCurve(dict[str, Any]):
    """A light curve in json or models: a dict whose errors tell which format has methods."""

    if not TYPE_CHECKING:  # to type checkers there is no such attribute

        def __getattr__(self, name: str) -> Any:
            if name in METHODS:
                raise AttributeError(
                    f"a light curve of lists has no {name}: "
                    f'client.query_lightcurve(oid, format="pandas").{name} has',
                    name=name,
                    obj=self,
                )
            raise AttributeError(
                f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self
            )


METHODS: Final = frozenset(
    {
        *("merged", "fold", "plot", "arrays", "extract", "to_timeseries", "to_lightkurve"),
        *("detections", "non_detections"),
    }
)
"""Attributes of a light curve of tables that a light curve of lists does not have."""
