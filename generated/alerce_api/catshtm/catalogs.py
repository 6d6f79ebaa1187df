"""The catalogs that the service searches."""

from typing import NamedTuple

from .models.catalog_name import CatalogName


class Catalog(NamedTuple):
    """One catalog: names, default cross-match radius in arcsec and position columns."""

    name: CatalogName
    display_name: str
    default_radius: float
    ra: str
    dec: str


CATALOGS: tuple[Catalog, ...] = (
    Catalog("FIRST", "FIRST", 50.0, "RA", "Dec"),
    Catalog("TMASS", "2MASS", 50.0, "RA", "Dec"),
    Catalog("TMASSxsc", "2MASSxsc", 50.0, "RA", "Dec"),
    Catalog("DECaLS", "DECaLS", 0.1, "RA", "Dec"),
    Catalog("GAIADR1", "GAIA/DR1", 0.1, "RA", "Dec"),
    Catalog("GAIADR2", "GAIA/DR2", 0.1, "RA", "Dec"),
    Catalog("GALEX", "GALEX", 50.0, "RA", "Dec"),
    Catalog("HSCv2", "HSCv2", 50.0, "MatchRA", "MatchDec"),
    Catalog("IPHAS", "IPHAS", 50.0, "RA", "Dec"),
    Catalog("NEDz", "NEDz", 50.0, "RA", "Dec"),
    Catalog("SDSSDR10", "SDSS/DR10", 50.0, "RA", "Dec"),
    Catalog("SDSSoffset", "SDSSoffset", 0.1, "ra", "dec"),
    Catalog("SpecSDSS", "SpecSDSS", 50.0, "RA", "Dec"),
    Catalog("SAGE", "SAGE", 50.0, "RA", "Dec"),
    Catalog("IRACgc", "IRACgc", 50.0, "RA", "Dec"),
    Catalog("UKIDSS", "UKIDSS", 50.0, "RA", "Dec"),
    Catalog("VISTAviking", "VISTAviking", 50.0, "RA", "Dec"),
    Catalog("VSTatlas", "VSTatlas", 50.0, "RA", "Dec"),
    Catalog("VSTkids", "VSTkids", 50.0, "RA", "Dec"),
    Catalog("AKARI", "AKARI", 50.0, "RA_rad", "Dec_rad"),
    Catalog("APASS", "APASS", 2.0, "RA", "Dec"),
    Catalog("NVSS", "NVSS", 10.8, "RA", "Dec"),
    Catalog("Cosmos", "Cosmos", 50.0, "RA", "Dec"),
    Catalog("PTFpc", "PTFpc", 50.0, "RA", "Dec"),
    Catalog("ROSATfsc", "ROSATfsc", 50.0, "RA", "Dec"),
    Catalog("SkyMapper", "SkyMapper", 0.4, "RA", "Dec"),
    Catalog("UCAC4", "UCAC4", 50.0, "RA", "Dec"),
    Catalog("WISE", "WISE", 50.0, "RA", "Dec"),
    Catalog("XMM", "XMM", 8.0, "RA", "DEC"),
    Catalog("AAVSO_VSX", "AAVSO_VSX", 50.0, "RA", "Dec"),
    Catalog("unWISE", "unWISE", 50.0, "RA", "Dec"),
    Catalog("SWIREz", "SWIREz", 50.0, "RA", "Dec"),
    Catalog("Simbad_PM200", "Simbad_PM200", 50.0, "RA", "Dec"),
    Catalog("CRTS_per_var", "CRTS", 50.0, "RA", "Dec"),
)
