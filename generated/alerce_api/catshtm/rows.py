"""Rows as they come from the JSON parser, by the names of the contract's schemas.

A row can hold more keys than its type names.
"""

from typing import Literal

from typing_extensions import TypedDict

CatalogName = Literal[
    "FIRST",
    "TMASS",
    "TMASSxsc",
    "DECaLS",
    "GAIADR1",
    "GAIADR2",
    "GALEX",
    "HSCv2",
    "IPHAS",
    "NEDz",
    "SDSSDR10",
    "SDSSoffset",
    "SpecSDSS",
    "SAGE",
    "IRACgc",
    "UKIDSS",
    "VISTAviking",
    "VSTatlas",
    "VSTkids",
    "AKARI",
    "APASS",
    "NVSS",
    "Cosmos",
    "PTFpc",
    "ROSATfsc",
    "SkyMapper",
    "UCAC4",
    "WISE",
    "XMM",
    "AAVSO_VSX",
    "unWISE",
    "SWIREz",
    "Simbad_PM200",
    "CRTS_per_var",
]
"""Catalogue, by the name that requests use. Answers carry the display name."""

NotFinite = Literal["infinity", "null"]
"""What stands in for a number that is missing or infinite."""

CatalogValue = float | NotFinite | None
"""A number; null or the text `null` where it is missing; the text `infinity`, its sign lost,
where it is infinite. Can be a bare -Infinity.
"""


class ConeColumn(TypedDict):
    """One field of all the sources that a cone search found."""

    units: str | None
    """Unit as the catalogue names it; a blank where there is none. Some are no units at all,
    such as `magAB`, `JD` or `arcse`.
    """
    values: list[CatalogValue]
    """The values, one for each source."""


class MatchField(TypedDict):
    """One field of the source that a cross-match found."""

    unit: str | None
    """Unit as the catalogue names it; a blank where there is none. Some are no units at all,
    such as `magAB`, `JD` or `arcse`.
    """
    value: CatalogValue
    """See its type."""


ConeTable = dict[str, ConeColumn]
"""Sources of one catalogue as columns by field name, not sorted by distance."""

ConeSearch = dict[str, ConeTable]
"""Sources by the catalogue's display name; empty where there is none."""


class ConeSearchAll(TypedDict):
    """Sources of every catalogue that has any."""

    catalogs: list[ConeSearch]
    """One entry for each catalogue, by its display name."""


CrossMatch = dict[str, MatchField]
"""Fields of the nearest source by name, with `distance` in arcseconds among them; empty where
there is none.
"""

CatalogMatch = dict[str, CrossMatch]
"""Nearest source by its catalogue's display name."""


class CatalogEntry(TypedDict):
    """One of the catalogues, of which the service itself sends no list."""

    name: str
    """Name in requests."""
    display_name: str
    """Name in answers."""
    default_radius: float
    """Greatest distance of a cross-match that names none."""
    ra: str
    """Name of the column of right ascensions."""
    dec: str
    """Name of the column of declinations."""


InvalidArguments = str
"""The sentence `Request contains one or more invalid arguments.`"""
