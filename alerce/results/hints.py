"""What a light curve says to those who ask of it what another format has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

ONE_ROW: Final = frozenset(
    {
        *("iloc", "loc", "iat", "at", "columns", "index", "shape", "head", "iterrows"),
        *("itertuples", "to_dict", "explode", "apply", "T"),
    }
)
"""What programs written for version 2 ask of its one-row frame."""


class Told(str):
    """A text that KeyError shows as it is: a str it would show with quotes and escapes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


class ListLightCurve(dict[str, Any]):
    """A light curve as lists, in json or models: a dict that knows who has the methods."""

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
"""What a light curve of tables has and one of lists has not."""
