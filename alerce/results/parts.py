"""What the light curves of all surveys are: a dict of tables, one a part."""

from __future__ import annotations

from typing import TypeVar

TableT = TypeVar("TableT")


class Parts(dict[str, TableT]):
    """A light curve as a dict of tables, in one format.

    It has a module of its own, so that code for any light curve loads none of them.
    """
